"""The page behind a receipt's code, in a real browser the size of a phone."""

import base64
import random
import secrets
import tomllib
from datetime import timedelta

import cbor2
import numpy as np
import pytest
import qrcode
import zxingcpp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image

from kiosk import resources
from kiosk.config import LANGUAGES
from kiosk.consent.code import short_code, spaced
from kiosk.consent.receipt import ANSWERS, Reason, ReceiptError, key_id, verify
from kiosk.receipts import page as receipt_page

WORDS = {tag: tomllib.loads((resources.RECEIPT_PAGE / "words" / f"{tag}.toml").read_text("utf-8")) for tag in LANGUAGES}
REFUSED = ("altered", "another_shop", "not_a_receipt")
EXAMINE = "tokens => Promise.all(tokens.map(async each => (await examine(each, shop, new Date())).verdict))"


def decoded(token: str) -> bytearray:
    return bytearray(base64.b32decode(token + "=" * (-len(token) % 8)))


def encoded(raw: bytes) -> str:
    return base64.b32encode(raw).decode().rstrip("=")


def reason(shop, token: str, now=None) -> str:
    """What Python says of a token."""
    try:
        verify(shop.keys, token, now)
    except ReceiptError as error:
        return error.reason
    return "genuine"


@pytest.mark.parametrize("tag", sorted(WORDS))
@pytest.mark.parametrize("answer", ANSWERS)
def test_a_genuine_one_says_what_was_chosen(phone, shop, answer, tag):
    words = WORDS[tag]
    page = phone().open(shop.token(answer, tag))
    assert page.locator("main").get_attribute("class") == "genuine"
    assert page.locator(".verdict").inner_text() == words["verdict"]["genuine"]
    assert page.locator("h1").inner_text() == words["said"][answer]
    assert page.locator("article p").nth(1).inner_text() == words["means"][answer]
    assert page.locator(".typed").inner_text() == spaced(short_code(shop.visit))
    assert page.title() == f"{words['said'][answer]} · Harbour Motors"
    short = words["short"]
    wanted = {"yes": [short["yes"], short["yes"], short["no"]], "no": [short["no"]] * 3, "withdrawn": [short["withdrawn"]] * 3}
    assert page.locator("dt").all_inner_texts()[:3] == [words["purpose"][purpose] for purpose in shop.asked]
    assert page.locator("dd").all_inner_texts()[:3] == wanted[answer]
    assert page.locator("time").first.get_attribute("datetime") == "2026-11-21T17:15:00.000Z"
    assert "01:15" in page.locator("time").first.inner_text()  # in the phone's own time, the next day in Shanghai
    assert "2029" in page.locator("time").last.inner_text()
    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == (tag, "rtl" if tag == "ar" else "ltr")


def test_receipts_of_an_older_key_open_too(phone, shop):
    phone = phone()
    phone.open(shop.token(key=shop.old_key))
    assert phone.verdict == "genuine"


def test_however_a_scanner_writes_it(phone, shop):
    phone = phone()
    phone.open(shop.token().lower())
    assert phone.verdict == "genuine"


# --- what does not count ---------------------------------------------------------------------------------------------


def test_a_refused_one_shows_nothing_of_what_it_says(phone, shop):
    raw = decoded(shop.token())
    raw[-1] ^= 1
    phone = phone()
    page = phone.open(encoded(raw))
    assert phone.verdict == "altered"
    assert page.locator("h1").inner_text() == WORDS["en"]["title"]["altered"]
    assert page.locator("dl, .stub, details, time").count() == 0
    assert spaced(short_code(shop.visit)) not in page.locator("body").inner_text()


def test_every_flipped_byte_is_refused_as_python_refuses_it(phone, shop):
    raw = decoded(shop.token())
    tokens = []
    for place in range(len(raw)):
        changed = bytearray(raw)
        changed[place] ^= 1 << place % 8
        tokens.append(encoded(changed))
    found = phone().open(shop.token()).evaluate(EXAMINE, tokens)
    assert set(found) <= set(REFUSED)
    signed = range(len(raw) - 64 - 60, len(raw))  # the claims' end and the signature
    for place, (token, verdict) in enumerate(zip(tokens, found, strict=True)):
        if place in signed and reason(shop, token) == Reason.ALTERED:
            assert verdict == "altered", f"byte {place}"
    assert found.count("altered") > 110


def test_every_truncation_is_no_receipt(phone, shop):
    token = shop.token()
    found = phone().open(token).evaluate(EXAMINE, [token[:length] for length in range(1, len(token))])
    assert set(found) == {"not_a_receipt"}


def test_one_token_has_one_spelling(phone, shop):
    """A signature covers neither the envelope nor the base32: whoever spells it otherwise has not got the kiosk's receipt."""
    token = shop.token()
    last = [token[:-1] + character for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if character != token[-1]]
    raw = bytes(decoded(token))
    parts = [b"\xd2", b"\x84", b"\x49", raw[3:12], b"\xa0", b"\x58\x3a", raw[15:-66], b"\x58\x40", raw[-64:]]
    assert b"".join(parts) == raw
    longer = {0: b"\xd8\x12", 1: b"\x98\x04", 2: b"\x58\x09", 4: b"\xb8\x00", 5: b"\x59\x00\x3a", 7: b"\x59\x00\x40"}
    others = [encoded(b"".join(longer[place] if place == at else part for at, part in enumerate(parts))) for place in longer]
    found = phone().open(token).evaluate(EXAMINE, [token, *last, *others])
    assert found[0] == "genuine"
    assert set(found[1:]) <= set(REFUSED)
    assert all(reason(shop, each) != "genuine" for each in (*last, *others))


def test_the_browser_and_python_agree_about_anything(phone, shop):
    random_ = random.Random(9052)
    tokens = []
    for _ in range(1500):
        raw = decoded(shop.token(random_.choice(ANSWERS), random_.choice(("en", "ar", "zh-Hans", "bn", "tlh"))))
        for _ in range(random_.choice((0, 1, 1, 2))):
            place = random_.randrange(len(raw))
            raw[place : place + random_.choice((0, 1))] = random_.choice((b"", b"\x00", random_.randbytes(1), b"\xf6"))
        token = encoded(raw)
        tokens.append(random_.choice((token, token, token + "A", token.replace("A", "B", 1))))
    found = phone().open(shop.token()).evaluate(EXAMINE, tokens)
    assert 200 < found.count("genuine") < 1300
    for token, verdict in zip(tokens, found, strict=True):
        assert (verdict == "genuine") == (reason(shop, token) == "genuine"), token


def sealed(shop, body, header=None, tag=18, unprotected=None) -> str:
    """A token that is signed well, whatever it says."""
    protected = cbor2.dumps(header or {1: -8, 4: key_id(shop.keys[0])})
    claims = cbor2.dumps(body)
    signature = shop.key.sign(cbor2.dumps(["Signature1", protected, b"", claims]))
    return encoded(cbor2.dumps(cbor2.CBORTag(tag, [protected, unprotected or {}, claims, signature])))


def test_what_is_signed_well_but_is_no_receipt(phone, shop):
    body = {6: 1_700_000_040, 7: bytes(16), -70001: [1, 2, 2, 0, bytes(16)]}
    answers = [[1, 2, 2, 0, bytes(16)], [0, 2, 0, None, bytes(16)], [7, 2, 2, 0, bytes(16)], [-1, 2, 2, 0, bytes(16)]]
    answers += [[1, 128, 128, 0, bytes(16)], [1, 2, 6, 0, bytes(16)], [0, 2, 2, 0, bytes(16)], [1, 2, 2, 200, bytes(16)]]
    answers += [[1, 2, 2, -1, bytes(16)], [1, 2, 2, 0, bytes(15)], [1, 2, 2, 0, bytes(16), 0], [1, 2, 2, 0], "yes", 1]
    tokens = [sealed(shop, body | {-70001: answer}) for answer in answers]
    others = [
        {},
        7,
        [],
        "x",
        {6: 1},
        body | {7: bytes(15)},
        body | {7: 5},
        body | {4: "never"},
        body | {4: b"x"},
        body | {4: 2**60},
    ]
    others += [body | {6: 2**80}, body | {6: b"x"}, {key: body[key] for key in (6, -70001)}]
    tokens += [sealed(shop, other) for other in others]
    tokens += [sealed(shop, body, tag=17), sealed(shop, body, unprotected={1: 1}), sealed(shop, body, {1: -7, 4: b"1234"})]
    found = phone().open(shop.token()).evaluate(EXAMINE, tokens)
    assert [verdict == "genuine" for verdict in found] == [reason(shop, token) == "genuine" for token in tokens]
    assert found[:2] == ["genuine", "genuine"]
    assert set(found[2:]) == {"not_a_receipt", "altered"}


@pytest.mark.parametrize(
    ("case", "verdict"),
    [
        ("expired", "expired"),
        ("a second before", "genuine"),
        ("ten minutes ahead", "genuine"),
        ("more than ten minutes ahead", "from_the_future"),
    ],
)
def test_dates(phone, shop, case, verdict):
    now = {
        "expired": shop.expires,
        "a second before": shop.expires - timedelta(seconds=1),
        "ten minutes ahead": shop.minute - timedelta(minutes=10),
        "more than ten minutes ahead": shop.minute - timedelta(minutes=10, seconds=1),
    }[case]
    phone = phone(now=now)
    page = phone.open(shop.token())
    assert phone.verdict == reason(shop, shop.token(), now) == verdict
    assert page.locator(".verdict").inner_text() == WORDS["en"]["verdict"][verdict]
    assert page.locator("h1").inner_text() == WORDS["en"]["said"]["yes"]
    assert (page.locator(".stub").count() == 0) == (verdict == "expired")  # nothing is left to take back


def test_another_shops_receipt(phone, shop):
    phone = phone()
    page = phone.open(shop.token(key=Ed25519PrivateKey.generate()))
    assert phone.verdict == "another_shop"
    assert "Harbour Motors" in page.locator("article").inner_text()


@pytest.mark.parametrize("token", ["", "GARBAGE", "0189", "A" * 5000, "%00%FF", "é", "2KCE", "null", "undefined", "__proto__"])
def test_anything_else(phone, token):
    phone = phone()
    page = phone.open(token)
    assert phone.verdict == ("not_a_receipt" if token else "nothing")
    assert page.locator("h1").inner_text()


@pytest.mark.parametrize(
    "fragment",
    [
        "<img src=x onerror=alert(1)>",
        '"><script>alert(1)</script>',
        "javascript:alert(1)",
        "'-alert(1)-'",
        "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "\u202e<svg onload=alert(1)>",
    ],
)
def test_a_fragment_is_never_markup_nor_script(phone, fragment):
    phone = phone()
    page = phone.open(fragment)
    assert phone.verdict == "not_a_receipt"
    assert page.locator("img, iframe, object, main script").count() == 0
    assert "alert" not in page.locator("body").inner_text()


def test_a_shops_own_facts_are_never_markup_nor_script(chromium, phone, settings, tmp_path):
    from kiosk import notices

    evil = "</script><b onclick=alert(1)>\u0022'&"
    store = settings.store.model_copy(update={"name": evil, "contact": "javascript:alert(1)"})
    notice = notices.load(settings.model_copy(update={"store": store}))
    html = receipt_page.build(notice, [Ed25519PrivateKey.generate().public_key()], LANGUAGES)
    phone = phone(address=receipt_page.write(tmp_path, html).as_uri())
    page = phone.open("")
    assert page.locator("#store").evaluate("each => each.textContent") == evil
    assert page.locator("b, a").count() == 0


def test_the_next_receipt_in_the_same_tab(phone, shop):
    phone = phone()
    page = phone.open(shop.token("yes"))
    page.evaluate("token => { location.hash = token; }", shop.token("no"))
    page.wait_for_function("text => document.querySelector('h1')?.textContent === text", arg=WORDS["en"]["said"]["no"])
    page.evaluate("location.hash = 'XX'")
    page.wait_for_selector("main.not_a_receipt")
    assert page.locator("dl, .stub").count() == 0


HELD_AT_FIRST = """
    const verify = crypto.subtle.verify.bind(crypto.subtle);
    let held = new Promise(done => { window.release = done; });
    crypto.subtle.verify = async (...told) => {
        const before = held;
        held = null;
        await before;
        return verify(...told);
    };
"""


def test_the_receipt_opened_last_is_the_one_shown(phone, shop):
    phone = phone()
    page = phone.page
    page.add_init_script(HELD_AT_FIRST)
    page.goto(f"{phone.address}#{shop.token('yes')}")
    page.evaluate("token => { location.hash = token; }", shop.token("no"))
    page.wait_for_selector("h1")
    page.evaluate("release()")
    page.wait_for_timeout(100)
    assert page.locator("h1").inner_text() == WORDS["en"]["said"]["no"]


# --- browsers that cannot check --------------------------------------------------------------------------------------

LACKS = {
    "Ed25519": "crypto.subtle.importKey = async () => { throw new DOMException('no', 'NotSupportedError'); }",
    "https": "Object.defineProperty(crypto, 'subtle', {value: undefined})",
}


@pytest.mark.parametrize("lack", sorted(LACKS))
@pytest.mark.parametrize("good", [True, False])
def test_a_browser_that_cannot_check_says_so_and_gives_the_code(phone, shop, lack, good):
    raw = decoded(shop.token())
    raw[-1] ^= not good
    phone = phone()
    phone.page.add_init_script(LACKS[lack])
    page = phone.open(encoded(raw))
    assert phone.verdict == "cannot_check"
    assert page.locator(".verdict").inner_text() == WORDS["en"]["verdict"]["cannot_check"]
    assert page.locator(".typed").inner_text() == spaced(short_code(shop.visit))
    assert page.locator("dl, time, details").count() == 0
    assert WORDS["en"]["verdict"]["genuine"] not in page.locator("body").inner_text()


def test_without_scripts_it_says_what_it_needs(chromium, site, shop):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{site.server_port}/#{shop.token()}")
    text = page.locator("body").inner_text()
    context.close()
    assert all(words["noscript"] in text for words in WORDS.values())


# --- nothing leaves the phone ----------------------------------------------------------------------------------------


def test_one_request_and_no_other_and_no_fragment_in_it(phone, shop, site):
    phone = phone()
    requests = []
    phone.page.on("request", lambda request: requests.append(request.url))
    site.asked.clear()
    page = phone.open(shop.token())
    page.locator("summary").click()
    for tag in LANGUAGES:
        page.get_by_role("combobox").select_option(tag)
    page.evaluate("token => { location.hash = token; }", shop.token("no"))
    page.wait_for_timeout(100)
    assert site.asked == ["GET /"]
    assert len({url.partition("#")[0] for url in requests}) == 1
    assert len([url for url in requests if not url.startswith("data:")]) == 1


@pytest.mark.parametrize(
    "attempt",
    [
        "fetch('/x').then(() => 'out', () => 'stopped')",
        "new Promise(done => { const image = new Image(); image.onload = () => done('out');"
        " image.onerror = () => done('stopped'); image.src = '/x.png'; })",
        "new Promise(done => { const script = document.createElement('script'); script.onload = () => done('out');"
        " script.onerror = () => done('stopped'); try { script.src = '/x.js'; document.head.append(script); }"
        " catch { done('stopped'); } })",
        "(() => { try { document.body.innerHTML = '<b>x</b>'; return 'out'; } catch { return 'stopped'; } })()",
        "new Promise(done => { window.ran = () => done('out'); setTimeout(() => done('stopped'), 50);"
        " try { setTimeout('ran()', 0); } catch { done('stopped'); } })",
        "navigator.sendBeacon('/x') && new Promise(done => setTimeout(() => done('stopped'), 50))",
    ],
)
def test_its_own_policy_stops_whatever_would_leave(phone, shop, site, attempt):
    phone = phone()
    page = phone.open(shop.token())
    phone.stopped = True
    site.asked.clear()
    assert page.evaluate(attempt) in ("stopped", False)
    assert site.asked == []


def test_it_works_without_a_network(phone, shop):
    phone = phone()
    page = phone.open(shop.token())
    phone._context.set_offline(True)
    page.evaluate("token => { location.hash = token; }", shop.token("no"))
    page.wait_for_function("text => document.querySelector('h1')?.textContent === text", arg=WORDS["en"]["said"]["no"])


def test_it_works_from_a_file(phone, shop, tmp_path):
    phone = phone(address=receipt_page.write(tmp_path, shop.html).as_uri())
    phone.open(shop.token())
    assert phone.verdict == "genuine"


# --- languages -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "language", "tag"),
    [
        ("en-GB", "ar", "ar"),
        ("ar-EG", "zh-Hans", "zh-Hans"),
        ("ar-EG", "", "ar"),
        ("zh-CN", "", "zh-Hans"),
        ("zh-Hans-SG", "", "zh-Hans"),
        ("zh-TW", "", "zh-Hant"),
        ("pt-PT", "", "pt-BR"),
        ("en-GB", "en-simple", "en-simple"),
        ("ar", "vi", "vi"),
        ("nl-NL", "", "en"),
        ("ar", "th", "ar"),
    ],
)
def test_it_opens_in_the_visitors_language(phone, shop, locale, language, tag):
    page = phone(locale=locale).open(shop.token("no", language))
    assert page.locator("html").get_attribute("lang") == tag
    assert page.locator("h1").inner_text() == WORDS[tag]["said"]["no"]


@pytest.mark.meets("EN 301 549 9")
def test_the_language_can_be_changed_by_keyboard_and_holds(phone, shop):
    phone = phone()
    page = phone.open(shop.token("yes", "en"))
    page.keyboard.press("Tab")
    for _ in range(list(LANGUAGES).index("zh-Hans")):
        page.keyboard.press("ArrowDown")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    choice = page.locator("select:focus")
    assert choice.input_value() == "zh-Hans" and choice.get_attribute("aria-label") == WORDS["zh-Hans"]["languages"]
    page.evaluate("token => { location.hash = token; }", shop.token("no", "ar"))
    page.wait_for_function("text => document.querySelector('h1')?.textContent === text", arg=WORDS["zh-Hans"]["said"]["no"])


def test_arabic_runs_from_the_right_but_for_codes(phone, shop):
    page = phone().open(shop.token("no", "ar"))
    dt, dd = page.locator("dt").first.bounding_box(), page.locator("dd").first.bounding_box()
    assert dt["x"] > dd["x"]
    assert page.locator(".typed").evaluate("each => getComputedStyle(each).direction") == "ltr"
    assert page.locator("a").evaluate("each => getComputedStyle(each).direction") == "ltr"


# --- what was told, and the code for the kiosk -----------------------------------------------------------------------


def test_the_notice_is_shown_as_what_was_told_only_if_it_was(phone, shop):
    page = phone().open(shop.token("yes", "zh-Hans"))
    page.locator("summary").click()
    told = page.locator("details").inner_text()
    spoken = shop.notice.words["zh-Hans"]
    for text in (
        spoken.question,
        spoken.why,
        spoken.yes_means,
        spoken.no_means,
        *(each for pair in spoken.details for each in pair),
    ):
        assert " ".join(text.split()) in " ".join(told.split())
    assert shop.notice.hash[:8] in page.locator("dl").inner_text()

    page = phone().open(shop.token("yes", "en", notice="ab" * 32))
    assert page.locator("details").count() == 0
    assert page.locator("p.notice").inner_text() == WORDS["en"]["notice_other"].replace("{hash}", "abababab")
    assert shop.notice.words["en"].question not in page.locator("body").inner_text()


def test_a_scanner_reads_the_small_code_off_the_phone(phone, shop, tmp_path):
    page = phone().open(shop.token())
    path = tmp_path / "code.png"
    page.locator(".code").screenshot(path=path)
    (read,) = zxingcpp.read_barcodes(Image.open(path))
    assert read.text == short_code(shop.visit)
    assert page.locator(".code").get_attribute("aria-label").endswith(" ".join(short_code(shop.visit)))


def test_small_codes_are_as_the_standard_says(phone, shop):
    visits = [secrets.token_hex(16) for _ in range(100)]
    drawn, codes = (
        phone()
        .open(shop.token())
        .evaluate(
            "visits => { const codes = visits.map(each => shortCode(unhex(each))); return [codes.map(smallCode), codes]; }",
            visits,
        )
    )
    assert codes == [short_code(visit) for visit in visits]
    for code, rows in zip(codes, drawn, strict=True):
        wanted = qrcode.QRCode(version=1, error_correction=qrcode.constants.ERROR_CORRECT_H, border=0, mask_pattern=0)
        wanted.add_data(code)
        wanted.make(fit=False)
        assert np.array_equal(rows, wanted.get_matrix()), code


# --- for everyone ----------------------------------------------------------------------------------------------------

SMALLEST_CONTRAST = """() => {
    const luminance = color => {
        const [r, g, b] = color.match(/[\\d.]+/g).map(part => part / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = element => {
        for (; element; element = element.parentElement) {
            const color = getComputedStyle(element).backgroundColor;
            if (!/, 0\\)$/.test(color)) return color;
        }
        return "rgb(255, 255, 255)";
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const ratios = [];
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.textContent.trim() || !element.getClientRects().length) continue;
        const [one, other] = [luminance(getComputedStyle(element).color), luminance(ground(element))].sort((a, b) => b - a);
        ratios.push([(one + 0.05) / (other + 0.05), element.textContent]);
    }
    return ratios.sort(([a], [b]) => a - b)[0];
}"""
TOKENS = {
    "genuine": lambda shop, tag: shop.token("withdrawn", tag),
    "expired": lambda shop, tag: shop.token("yes", tag, expires=shop.minute + timedelta(minutes=1)),
    "not_a_receipt": lambda shop, tag: "XX",
}


@pytest.mark.meets("EN 301 549 9")
@pytest.mark.parametrize("tag", sorted(WORDS))
@pytest.mark.parametrize("verdict", sorted(TOKENS))
def test_it_can_be_read_and_touched(phone, shop, tag, verdict):
    phone = phone(locale=tag)
    page = phone.open(TOKENS[verdict](shop, tag))
    assert phone.verdict == verdict
    if verdict != "not_a_receipt":
        page.locator("summary").click()
    ratio, text = page.evaluate(SMALLEST_CONTRAST)
    assert ratio >= 7, text
    for target in page.locator("a, select, summary").all():
        box = target.bounding_box()
        assert box["height"] >= 44 and box["width"] >= 44, target.inner_text()
    for width, size in ((360, 100), (320, 100), (360, 200)):
        page.set_viewport_size({"width": width, "height": 740})
        page.evaluate("size => { document.documentElement.style.fontSize = size / 100 * 17 + 'px'; }", size)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{width} px, text at {size} %"


@pytest.mark.meets("EN 301 549 9")
def test_a_screen_reader_finds_its_way(phone, shop):
    page = phone().open(shop.token("no"))
    roles = [page.get_by_role(role).count() for role in ("banner", "combobox", "main", "contentinfo", "heading")]
    assert roles[:4] == [1, 1, 1, 1]
    assert page.get_by_role("heading", level=1).all_inner_texts() == [WORDS["en"]["said"]["no"]]
    assert page.get_by_role("combobox").get_attribute("aria-label") == WORDS["en"]["languages"]
    assert page.get_by_role("img").count() == 1
    options = page.get_by_role("option").all()
    assert {each.get_attribute("lang"): each.inner_text() for each in options} == LANGUAGES
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
