"""`kiosk receipt verify` and `kiosk receipt page`, as a desk uses them."""

import json
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
import qrcode
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from PIL import Image, ImageFilter

from kiosk.config import TEMPLATE
from kiosk.consent.code import short_code, spaced
from kiosk.consent.decision import Act, Choice, Decision, Entry, Purpose, Shown
from kiosk.consent.receipt import issue
from kiosk.ledger.store import Ledger
from kiosk.state import StateDirectory

from .conftest import kiosk

ADDRESS = "https://harbour-motors.example/r"
NOTICE = "ab" * 32
GIVEN = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(days=2)
EXPIRES = GIVEN + timedelta(days=1096)
FACE = (Purpose.DWELL, Purpose.AGE_GROUP)
SAID_YES, TOOK_IT_BACK, ELSEWHERE = "11" * 16, "22" * 16, "33" * 16


@pytest.fixture(scope="module")
def shop(tmp_path_factory) -> StateDirectory:
    """A shop whose ledger holds one yes, and one yes that was taken back."""
    state = StateDirectory(tmp_path_factory.mktemp("shop"))
    state.config.write_text(TEMPLATE, encoding="utf-8")
    state.signing_key()
    shown = Shown(NOTICE, "en", "portrait 1080x1920", ("May our cameras look at your face?",), (Choice.OPT_IN, Choice.OPT_OUT))
    ledger = Ledger(state.ledger)
    for visit in (SAID_YES, TOOK_IT_BACK):
        ledger.append(Entry(Act.OPT_IN, visit, Decision(FACE, FACE[:1], shown)))
    ledger.append(Entry(Act.WITHDRAWN, TOOK_IT_BACK))
    ledger.close()
    return state


def receipt(
    shop: StateDirectory, visit: str = SAID_YES, answer: str = "yes", key: Ed25519PrivateKey | None = None, **more
) -> str:
    agreed = FACE[:1] if answer == "yes" else ()
    more = {"asked": FACE, "agreed": agreed, "expires": EXPIRES, "language": "en"} | more
    return issue(key or shop.signing_key(), ADDRESS, visit, answer, GIVEN, NOTICE, **more).url


def verify(shop: StateDirectory, text: object, *more: object) -> tuple[int, str]:
    run = kiosk("receipt", "verify", text, "--state", shop.path, *more)
    assert "Traceback" not in run.stderr
    return run.returncode, run.stdout + run.stderr


def told(shop: StateDirectory, text: object, *more: object) -> dict[str, str]:
    """The lines of a table, by their names."""
    _, words = verify(shop, text, *more)
    return dict(line.strip().split("  ", 1) for line in words.splitlines() if line.startswith("  "))


def test_a_genuine_one_is_told_in_words(shop):
    code, words = verify(shop, receipt(shop))
    assert code == 0
    assert words.startswith("Genuine: signed by this shop's kiosk.\n")
    assert words.endswith("The ledger here says the same.\n")
    rows = {name: text.strip() for name, text in told(shop, receipt(shop)).items()}
    assert rows == {
        "answer": "yes",
        "length of stay": "yes",
        "age group": "no",
        "given": f"{GIVEN:%Y-%m-%d %H:%M} UTC",
        "valid until": f"{EXPIRES:%Y-%m-%d}",
        "notice": f"{NOTICE[:32]}… (beginning of its SHA-256)",
        "language": "en",
        "short code": spaced(short_code(SAID_YES)),
        "visit": SAID_YES,
    }


def test_an_old_yes_that_was_taken_back_is_a_genuine_receipt_that_no_longer_holds(shop):
    code, words = verify(shop, receipt(shop, TOOK_IT_BACK))
    assert code == 0
    assert "It no longer holds: by the ledger here, the visitor took it back later." in words
    assert "says the same" in verify(shop, receipt(shop, TOOK_IT_BACK, "withdrawn"))[1]
    words = verify(shop, receipt(shop, ELSEWHERE))[1]
    assert "no such visit" in words and words.endswith("or its time was over and it was erased.\n")


def test_with_a_key_alone_no_ledger_is_asked(shop, tmp_path):
    run = kiosk("receipt", "verify", receipt(shop, TOOK_IT_BACK), "--key", shop.public_key)
    assert (run.returncode, run.stderr) == (0, "")
    assert "ledger" not in run.stdout


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (lambda shop: receipt(shop)[:-9], "only a part of one"),
        (lambda shop: receipt(shop).replace("#2KCE", "#2KCF"), "not a receipt"),
        (lambda shop: receipt(shop, key=Ed25519PrivateKey.generate()), "another shop"),
        (lambda shop: receipt(shop, expires=GIVEN + timedelta(days=1)), "expired on"),
        (lambda shop: "https://example.org/an-address-that-is-no-receipt", "not a receipt"),
        (lambda shop: forged(receipt(shop)), "altered or forged"),
    ],
    ids=["truncated", "damaged", "foreign", "expired", "another text", "forged"],
)
def test_what_does_not_count(shop, text, words):
    code, said = verify(shop, text(shop))
    assert code == 1
    assert said.startswith("Not valid. ")
    assert words in said


def forged(url: str) -> str:
    place = len(url) - 40
    return url[:place] + ("A" if url[place] != "A" else "B") + url[place + 1 :]


def test_an_expired_one_still_says_what_it_says(shop):
    rows = told(shop, receipt(shop, expires=GIVEN + timedelta(days=1)))
    assert rows["visit"].strip() == SAID_YES


def test_a_short_code_is_looked_up(shop):
    code, words = verify(shop, spaced(short_code(TOOK_IT_BACK)).lower())
    assert code == 0
    assert "withdrawn" in words
    assert TOOK_IT_BACK in words
    assert verify(shop, short_code(ELSEWHERE)) == (
        1,
        f"This ledger has no receipt with the code {spaced(short_code(ELSEWHERE))}.\n",
    )
    for text in ("JABE", "", " "):
        code, words = verify(shop, text)
        assert code == 1
        assert words == f"{text.strip()!r} is not a short code. A short code has ten characters, as in K7QM-3XVA-9D.\n"
    code, words = verify(shop, short_code(SAID_YES)[:-1] + ("0" if short_code(SAID_YES)[-1] != "0" else "1"))
    assert code == 1
    assert "Read it again" in words


def test_a_short_code_without_a_ledger_cannot_be_checked(shop, tmp_path):
    for more in (("--key", shop.public_key), ("--state", tmp_path)):
        run = kiosk("receipt", "verify", short_code(SAID_YES), *more)
        assert run.returncode == 2
        assert "--state" in run.stderr


def test_keys_that_are_none(shop, tmp_path):
    other = tmp_path / "other.pem"
    for content, words in (
        (None, "No such file"),
        (b"no key", "not a public key in PEM"),
        (shop.private_key.read_bytes(), "not a public key in PEM"),
    ):
        if content:
            other.write_bytes(content)
        run = kiosk("receipt", "verify", receipt(shop), "--key", other)
        assert run.returncode == 2
        assert words in run.stderr
    run = kiosk("receipt", "verify", receipt(shop), "--state", tmp_path)
    assert run.returncode == 2
    assert "--key" in run.stderr


def test_a_key_that_was_replaced_still_verifies_while_it_lies_there(shop, tmp_path):
    old = Ed25519PrivateKey.generate()
    text = receipt(shop, key=old)
    assert verify(shop, text)[0] == 1
    kept = shop.path / "receipt-key-2025.pub.pem"
    kept.write_bytes(old.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    try:
        assert verify(shop, text)[0] == 0
        assert verify(shop, receipt(shop))[0] == 0
    finally:
        kept.unlink()


# --- photos ----------------------------------------------------------------------------------------------------------


def drawn(text: str, module: int = 6) -> Image.Image:
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, box_size=module)
    code.add_data(text)
    return code.make_image().get_image().convert("L")


def test_photos(shop, tmp_path):
    genuine = drawn(receipt(shop))
    tilted = genuine.rotate(17, expand=True, fillcolor=255)
    small = drawn(short_code(TOOK_IT_BACK))
    for name, picture, words in (("a.png", genuine, "Genuine"), ("b.jpg", tilted, "Genuine"), ("c.jpeg", small, "withdrawn")):
        picture.save(tmp_path / name)
        code, said = verify(shop, tmp_path / name)
        assert code == 0, said
        assert words in said


def beside(one: Image.Image, other: Image.Image) -> Image.Image:
    both = Image.new("L", (one.width + other.width, max(one.height, other.height)), 255)
    both.paste(one, (0, 0))
    both.paste(other, (one.width, 0))
    return both


def smeared(picture: Image.Image) -> Image.Image:
    """The corners are whole, the middle is not."""
    pixels = np.array(picture)
    edge = pixels.shape[0] // 3
    pixels[edge:-edge, 20:-20] = 255
    return Image.fromarray(pixels)


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (lambda shop: Image.new("L", (400, 400), 255), "No code can be found"),
        (lambda shop: drawn(receipt(shop)).filter(ImageFilter.GaussianBlur(12)), "Photograph it again"),
        (lambda shop: smeared(drawn(receipt(shop))), "cannot be read"),
        (lambda shop: beside(drawn(receipt(shop)), drawn(receipt(shop, ELSEWHERE))), "2 different codes"),
    ],
    ids=["empty", "blurred", "half of it gone", "two"],
)
def test_photos_that_show_no_one_code(shop, tmp_path, picture, words):
    path = tmp_path / "photo.png"
    picture(shop).save(path)
    code, said = verify(shop, path)
    assert code == 2
    assert words in said


def test_the_same_code_twice_is_one_receipt(shop, tmp_path):
    beside(drawn(receipt(shop)), drawn(receipt(shop))).save(tmp_path / "twice.png")
    assert verify(shop, tmp_path / "twice.png")[0] == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "photo.png does not exist."),
        (b"not a picture", "neither a PNG nor a JPEG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
    ],
)
def test_files_that_are_no_pictures(shop, tmp_path, content, words):
    path = tmp_path / "photo.png"
    if content:
        path.write_bytes(content)
    code, said = verify(shop, path)
    assert code == 2
    assert words in said


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_page_is_one_file_with_the_shops_keys(shop, tmp_path):
    run = kiosk("receipt", "page", "--out", tmp_path / "web", "--state", shop.path)
    assert (run.returncode, run.stderr) == (0, "")
    assert "HTTPS://HARBOUR-MOTORS.EXAMPLE/R" in run.stdout
    assert [path.name for path in (tmp_path / "web").iterdir()] == ["index.html"]
    page = (tmp_path / "web" / "index.html").read_text(encoding="utf-8")
    assert shop.verifying_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex() in page
    baked = json.loads(page.partition('id="shop">')[2].partition("</script>")[0])
    assert baked["store"] == "Harbour Motors"
    assert "PRIVATE" not in page


def test_the_page_needs_a_key_and_a_folder(shop, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    run = kiosk("receipt", "page", "--out", tmp_path / "web", "--state", empty, "--config", shop.config)
    assert (run.returncode, "--key" in run.stderr) == (2, True)
    (tmp_path / "file").write_text("")
    run = kiosk("receipt", "page", "--out", tmp_path / "file", "--state", shop.path)
    assert (run.returncode, "--out" in run.stderr) == (2, True)
