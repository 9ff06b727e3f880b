import base64
import secrets
from datetime import UTC, datetime, timedelta

import cbor2
import pytest
import qrcode
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.config import LANGUAGES as BUNDLED
from kiosk.consent.code import CROCKFORD, read_code, short_code, spaced
from kiosk.consent.decision import Purpose
from kiosk.consent.receipt import ANSWERS, LANGUAGES, PURPOSES, Reason, ReceiptError, issue, key_id, verify

KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key()
KEYS = (PUBLIC,)
ADDRESS = "https://harbour-motors.example/r"
VISIT = "0123456789abcdef" * 2
NOTICE = "ab" * 32
MINUTE = datetime(2026, 11, 21, 17, 15, tzinfo=UTC)
EXPIRES = datetime(2029, 11, 21, 17, 15, tzinfo=UTC)
FACE = (Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)
FULL = {"asked": FACE, "agreed": FACE[:2], "expires": EXPIRES, "language": "zh-Hans"}
RECEIPT = issue(KEY, ADDRESS, VISIT, "yes", MINUTE, NOTICE, **FULL)
HEAD, _, TOKEN = RECEIPT.url.rpartition("#")
RAW = base64.b32decode(TOKEN + "=" * (-len(TOKEN) % 8))


def url(raw: bytes) -> str:
    return f"{HEAD}#{base64.b32encode(raw).decode().rstrip('=')}"


def refusal(text: str, now: datetime | None = None) -> Reason | None:
    """ReceiptError is the only way to say no; any other exception fails the test."""
    try:
        verify(KEYS, text, now)
    except ReceiptError as error:
        return error.reason
    return None


@pytest.mark.parametrize("answer", ANSWERS)
def test_round_trip_of_the_least(answer):
    receipt = issue(KEY, ADDRESS, VISIT, answer, MINUTE, NOTICE)
    assert verify(KEYS, receipt.url) == receipt
    assert (receipt.visit, receipt.answer, receipt.minute) == (VISIT, answer, MINUTE)
    assert NOTICE.startswith(receipt.notice)
    assert (receipt.asked, receipt.agreed, receipt.expires, receipt.language) == ((), (), None, "")


@given(
    answer=st.sampled_from(ANSWERS),
    asked=st.sets(st.sampled_from(PURPOSES), min_size=1),
    data=st.data(),
    minute=st.datetimes(datetime(2026, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    months=st.integers(1, 120),
    language=st.sampled_from((*LANGUAGES, "tlh", "")),
    visit=st.binary(min_size=16, max_size=16).map(bytes.hex),
    notice=st.binary(min_size=32, max_size=32).map(bytes.hex),
)
def test_round_trip(answer, asked, data, minute, months, language, visit, notice):
    agreed = data.draw(st.sets(st.sampled_from(sorted(asked)), min_size=1)) if answer == "yes" else ()
    expires = minute + timedelta(days=30 * months)
    receipt = issue(KEY, ADDRESS, visit, answer, minute, notice, asked=asked, agreed=agreed, expires=expires, language=language)
    assert verify(KEYS, receipt.url, minute) == receipt
    assert (receipt.visit, receipt.answer, set(receipt.asked), set(receipt.agreed)) == (visit, answer, asked, set(agreed))
    assert receipt.minute == minute.replace(second=0, microsecond=0)
    assert receipt.expires == expires.replace(second=0, microsecond=0)
    assert receipt.language == (language if language in LANGUAGES else "")
    assert notice.startswith(receipt.notice)


def test_what_is_written_by_its_place_keeps_its_place():
    assert set(PURPOSES) == set(Purpose)
    assert PURPOSES == ("visitor_count", "dwell", "age_group", "gender")
    assert LANGUAGES[:3] == ("en", "zh-Hans", "ar")
    assert LANGUAGES.index("bn") == 23  # the last of one byte
    assert LANGUAGES[24:] == ("pt-BR", "en-simple")
    assert len(LANGUAGES) == len(set(LANGUAGES))
    assert set(BUNDLED) <= set(LANGUAGES)


@pytest.mark.parametrize(
    ("answer", "asked", "agreed"),
    [
        ("no", FACE, FACE[:1]),
        ("withdrawn", FACE, FACE[:1]),
        ("yes", FACE, ()),
        ("yes", FACE[:1], FACE),
        ("yes", (), FACE),
    ],
)
def test_an_answer_that_contradicts_what_was_agreed_is_not_signed(answer, asked, agreed):
    with pytest.raises(ValueError, match="cannot hold these purposes"):
        issue(KEY, ADDRESS, VISIT, answer, MINUTE, NOTICE, asked=asked, agreed=agreed)


@pytest.mark.parametrize("text", [TOKEN, TOKEN.lower(), f" {RECEIPT.url}\n", RECEIPT.url.lower()])
def test_however_the_code_was_read(text):
    assert verify(KEYS, text).visit == VISIT


def test_receipts_of_older_keys_still_verify():
    newer = Ed25519PrivateKey.generate()
    assert verify((newer.public_key(), PUBLIC), RECEIPT.url) == RECEIPT
    with pytest.raises(ReceiptError) as told:
        verify((newer.public_key(),), RECEIPT.url)
    assert told.value.reason is Reason.ANOTHER_SHOP
    with pytest.raises(ReceiptError):
        verify((), RECEIPT.url)


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (None, None),
        (MINUTE, None),
        (EXPIRES - timedelta(seconds=1), None),
        (EXPIRES, Reason.EXPIRED),
        (MINUTE - timedelta(minutes=10), None),
        (MINUTE - timedelta(minutes=10, seconds=1), Reason.FROM_THE_FUTURE),
    ],
)
def test_dates(now, reason):
    assert refusal(RECEIPT.url, now) is reason
    if reason:
        with pytest.raises(ReceiptError) as told:
            verify(KEYS, RECEIPT.url, now)
        assert told.value.receipt == RECEIPT


def test_a_receipt_without_an_end_does_not_expire():
    assert refusal(issue(KEY, ADDRESS, VISIT, "no", MINUTE, NOTICE).url, MINUTE + timedelta(days=36_500)) is None


def test_every_flipped_bit_is_refused():
    for place in range(len(RAW)):
        for bit in range(8):
            raw = bytearray(RAW)
            raw[place] ^= 1 << bit
            assert refusal(url(raw)), f"byte {place}, bit {bit}"


CLAIMS = RAW.index(cbor2.dumps({4: int(EXPIRES.timestamp()), 6: 0})[1:7]) - 1
SIGNATURE = len(RAW) - 64


@pytest.mark.parametrize("region", ["the claims", "the signature"])
def test_a_change_of_what_is_signed_is_an_alteration(region):
    places = range(CLAIMS, SIGNATURE - 2) if region == "the claims" else range(SIGNATURE, len(RAW))
    for place in places:
        raw = bytearray(RAW)
        raw[place] ^= 1
        assert refusal(url(raw)) is Reason.ALTERED, f"byte {place}"


def test_every_other_byte_of_the_envelope_is_refused():
    # What the signature does not cover: the tag, the array, the lengths and the unprotected header.
    for place in (*range(CLAIMS), *range(SIGNATURE - 3, SIGNATURE)):
        for byte in set(range(256)) - {RAW[place]}:
            raw = bytearray(RAW)
            raw[place] = byte
            assert refusal(url(raw)), f"byte {place} as {byte:#x}"


def test_every_other_character_is_refused():
    for place in (0, 1, len(TOKEN) // 2, len(TOKEN) - 2, len(TOKEN) - 1):
        for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567=019 é":
            if character != TOKEN[place]:
                assert refusal(TOKEN[:place] + character + TOKEN[place + 1 :]), f"{character!r} at {place}"


def test_every_truncation_is_no_receipt():
    assert {refusal(TOKEN[:length]) for length in range(len(TOKEN))} == {Reason.NOT_A_RECEIPT}


def test_a_foreign_key_is_told_apart_from_damage():
    with pytest.raises(ReceiptError, match="another shop"):
        verify((Ed25519PrivateKey.generate().public_key(),), RECEIPT.url)


def sealed(header, body, tag=18, unprotected=None, key=KEY) -> str:
    """A token that is signed well, whatever it says."""
    protected, claims = cbor2.dumps(header), cbor2.dumps(body)
    signature = key.sign(cbor2.dumps(["Signature1", protected, b"", claims]))
    return url(cbor2.dumps(cbor2.CBORTag(tag, [protected, unprotected or {}, claims, signature])))


HEADER = {1: -8, 4: key_id(PUBLIC)}
BODY = {6: 1_700_000_040, 7: bytes(16), -70001: [1, 2, 2, 0, bytes(16)]}


def says(*answer) -> str:
    return sealed(HEADER, BODY | {-70001: list(answer)})


FORGED = {
    "wrong tag": (sealed(HEADER, BODY, tag=17), Reason.NOT_A_RECEIPT),
    "wrong algorithm": (sealed(HEADER | {1: -7}, BODY), Reason.NOT_A_RECEIPT),
    "no key id": (sealed({1: -8}, BODY), Reason.NOT_A_RECEIPT),
    "another's key id": (sealed(HEADER | {4: bytes(4)}, BODY), Reason.ANOTHER_SHOP),
    "this key id, another's key": (sealed(HEADER, BODY, key=Ed25519PrivateKey.generate()), Reason.ALTERED),
    "something unprotected": (sealed(HEADER, BODY, unprotected={1: 1}), Reason.ALTERED),
    "header is a list": (sealed([1, -8], BODY), Reason.NOT_A_RECEIPT),
    "no claims": (sealed(HEADER, {}), Reason.NOT_A_RECEIPT),
    "claims are a number": (sealed(HEADER, 7), Reason.NOT_A_RECEIPT),
    "an answer that is none": (says(7, 2, 2, 0, bytes(16)), Reason.NOT_A_RECEIPT),
    "an answer from the end of the list": (says(-2, 2, 2, 0, bytes(16)), Reason.NOT_A_RECEIPT),
    "a purpose that is none": (says(1, 1 << 7, 1 << 7, 0, bytes(16)), Reason.NOT_A_RECEIPT),
    "agreed but not asked": (says(1, 2, 6, 0, bytes(16)), Reason.NOT_A_RECEIPT),
    "a no that agrees": (says(0, 2, 2, 0, bytes(16)), Reason.NOT_A_RECEIPT),
    "a language that is none": (says(1, 2, 2, 200, bytes(16)), Reason.NOT_A_RECEIPT),
    "a language from the end of the list": (says(1, 2, 2, -1, bytes(16)), Reason.NOT_A_RECEIPT),
    "a short hash": (says(1, 2, 2, 0, bytes(15)), Reason.NOT_A_RECEIPT),
    "a word too many": (says(1, 2, 2, 0, bytes(16), 0), Reason.NOT_A_RECEIPT),
    "a minute beyond time": (sealed(HEADER, BODY | {6: 2**80}), Reason.NOT_A_RECEIPT),
    "a minute beyond the year 9999": (sealed(HEADER, BODY | {6: 2**60}), Reason.NOT_A_RECEIPT),
    "half a second": (sealed(HEADER, BODY | {6: 1_700_000_040.5}), Reason.NOT_A_RECEIPT),
    "an end that is a word": (sealed(HEADER, BODY | {4: "never"}), Reason.NOT_A_RECEIPT),
    "an id that is no id": (sealed(HEADER, BODY | {7: 5}), Reason.NOT_A_RECEIPT),
    "a short id": (sealed(HEADER, BODY | {7: bytes(15)}), Reason.NOT_A_RECEIPT),
}


def test_the_forgeries_differ_from_a_receipt_only_in_what_they_say():
    receipt = verify(KEYS, sealed(HEADER, BODY))
    assert (receipt.answer, receipt.agreed, receipt.language) == ("yes", (Purpose.DWELL,), "en")


@pytest.mark.parametrize("case", FORGED)
def test_forged(case):
    text, reason = FORGED[case]
    assert refusal(text) is reason


@given(st.one_of(st.text(), st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567#="), st.binary(max_size=200).map(url)))
def test_other_text_is_no_receipt(text):
    assert refusal(text) is Reason.NOT_A_RECEIPT


@pytest.mark.parametrize(("length", "version"), [(20, 9), (33, 9), (44, 10)])  # 44 is the longest that store.toml takes
def test_the_code_stays_small(length, version):
    address = f"https://{'a' * (length - 10)}/r"
    everything = issue(
        KEY, address, VISIT, "yes", MINUTE, NOTICE, asked=PURPOSES, agreed=PURPOSES, expires=EXPIRES, language="bn"
    )
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M)  # as kiosk/screens/code_image.py draws it
    code.add_data(everything.url)
    code.make()
    assert len(address) == length
    assert code.version <= version


# --- the typed form --------------------------------------------------------------------------------------------------

CODES = [short_code(secrets.token_hex(16)) for _ in range(50)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("{code}", True),
        ("{spaced}", True),
        ("{spaced_lower}", True),
        (" {code} ", True),
        ("{code}0", False),
        ("{short}", False),
        ("", False),
        ("UUUUUUUUUU", False),
        ("ÄÖÜ-ßßßß-12", False),
    ],
)
def test_however_the_code_is_typed(typed, read):
    for code in CODES:
        forms = {"code": code, "spaced": spaced(code), "spaced_lower": spaced(code).lower(), "short": code[:-1]}
        assert read_code(typed.format(**forms)) == (code if read else None)


def test_letters_that_look_alike_read_alike():
    code = next(code for code in (short_code(secrets.token_hex(16)) for _ in range(10_000)) if "0" in code and "1" in code)
    for typed in (code.replace("0", "O"), code.replace("0", "o"), code.replace("1", "I"), code.replace("1", "l")):
        assert typed != code
        assert read_code(typed) == code


def test_every_single_wrong_character_is_found():
    for code in CODES:
        for place, right in enumerate(code):
            for wrong in CROCKFORD:
                assert (read_code(code[:place] + wrong + code[place + 1 :]) is None) == (wrong != right)


def test_nearly_every_swap_of_neighbours_is_found():
    missed, swaps = set(), 0
    for code in CODES:
        for place in range(9):
            one, other = code[place : place + 2]
            if one != other:
                swaps += 1
                if read_code(code[:place] + other + one + code[place + 2 :]):
                    missed.add(frozenset((one, other)))
    assert swaps > 400
    assert missed <= {frozenset("0Z")}  # 2 of the 992 ordered pairs: 99.8 % are found
