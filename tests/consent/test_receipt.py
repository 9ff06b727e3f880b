import base64
import secrets
from datetime import UTC, datetime

import cbor2
import pytest
import qrcode
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.consent.receipt import (
    ANSWERS,
    CROCKFORD,
    ReceiptError,
    issue,
    key_id,
    read_code,
    short_code,
    spaced,
    verify,
)

KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key()
ADDRESS = "https://harbour-motors.example/r"
VISIT = "0123456789abcdef" * 2
NOTICE = "ab" * 32
MINUTE = datetime(2026, 11, 21, 17, 15, tzinfo=UTC)
RECEIPT = issue(KEY, ADDRESS, VISIT, "yes", MINUTE, NOTICE)
HEAD, _, TOKEN = RECEIPT.url.rpartition("#")
RAW = base64.b32decode(TOKEN + "=" * (-len(TOKEN) % 8))


def url(raw: bytes) -> str:
    return f"{HEAD}#{base64.b32encode(raw).decode().rstrip('=')}"


def refused(text: str) -> bool:
    """ReceiptError is the only way to say no; any other exception fails the test."""
    try:
        verify(PUBLIC, text)
    except ReceiptError:
        return True
    return False


@pytest.mark.parametrize("answer", ANSWERS)
def test_round_trip(answer):
    receipt = issue(KEY, ADDRESS, VISIT, answer, MINUTE, NOTICE)
    assert verify(PUBLIC, receipt.url) == receipt
    assert (receipt.visit, receipt.answer, receipt.minute) == (VISIT, answer, MINUTE)
    assert NOTICE.startswith(receipt.notice)


@pytest.mark.parametrize("text", [TOKEN, TOKEN.lower(), f" {RECEIPT.url}\n", RECEIPT.url.lower()])
def test_however_the_code_was_read(text):
    assert verify(PUBLIC, text).visit == VISIT


def test_every_flipped_bit_is_refused():
    for place in range(len(RAW)):
        for bit in range(8):
            raw = bytearray(RAW)
            raw[place] ^= 1 << bit
            assert refused(url(raw)), f"byte {place}, bit {bit}"


def test_every_other_byte_of_the_envelope_is_refused():
    # What the signature does not cover: the tag, the array, the lengths and the unprotected header.
    claims = RAW.index(cbor2.dumps({6: int(MINUTE.timestamp())})[1:]) - 1
    signature = len(RAW) - 64
    for place in (*range(claims), *range(signature - 3, signature)):
        for byte in set(range(256)) - {RAW[place]}:
            raw = bytearray(RAW)
            raw[place] = byte
            assert refused(url(raw)), f"byte {place} as {byte:#x}"


def test_every_other_character_is_refused():
    for place in (0, 1, len(TOKEN) // 2, len(TOKEN) - 2, len(TOKEN) - 1):
        for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567=019 é":
            if character != TOKEN[place]:
                assert refused(TOKEN[:place] + character + TOKEN[place + 1 :]), f"{character!r} at {place}"


def test_every_truncation_is_refused():
    assert all(refused(TOKEN[:length]) for length in range(len(TOKEN)))


def test_a_foreign_key_is_told_apart_from_damage():
    with pytest.raises(ReceiptError, match="another shop"):
        verify(Ed25519PrivateKey.generate().public_key(), RECEIPT.url)


def sealed(header, body, tag=18, unprotected=None, key=KEY) -> str:
    """A token that is signed well, whatever it says."""
    protected, claims = cbor2.dumps(header), cbor2.dumps(body)
    signature = key.sign(cbor2.dumps(["Signature1", protected, b"", claims]))
    return url(cbor2.dumps(cbor2.CBORTag(tag, [protected, unprotected or {}, claims, signature])))


HEADER = {1: -8, 4: key_id(PUBLIC)}
BODY = {6: 1_700_000_000, 7: bytes(16), -70001: 1, -70002: bytes(16)}
FORGED = {
    "wrong tag": sealed(HEADER, BODY, tag=17),
    "wrong algorithm": sealed(HEADER | {1: -7}, BODY),
    "no key id": sealed({1: -8}, BODY),
    "another's key id": sealed(HEADER | {4: bytes(8)}, BODY),
    "this key id, another's key": sealed(HEADER, BODY, key=Ed25519PrivateKey.generate()),
    "something unprotected": sealed(HEADER, BODY, unprotected={1: 1}),
    "header is a list": sealed([1, -8], BODY),
    "no claims": sealed(HEADER, {}),
    "claims are a number": sealed(HEADER, 7),
    "an answer that is none": sealed(HEADER, BODY | {-70001: 7}),
    "a minute beyond time": sealed(HEADER, BODY | {6: 2**80}),
    "an id that is no id": sealed(HEADER, BODY | {7: 5}),
}


def test_the_forgeries_differ_from_a_receipt_only_in_what_they_say():
    assert verify(PUBLIC, sealed(HEADER, BODY)).answer == "yes"


@pytest.mark.parametrize("case", FORGED)
def test_forged(case):
    assert refused(FORGED[case])


@given(st.one_of(st.text(), st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567#="), st.binary(max_size=200).map(url)))
def test_other_text_is_refused(text):
    assert refused(text)


@pytest.mark.parametrize("length", [20, 32, 44])  # 44 is the longest address that store.toml takes
def test_the_code_stays_small(length):
    address = f"https://{'a' * (length - 10)}/r"
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(issue(KEY, address, VISIT, "withdrawn", MINUTE, NOTICE).url)
    code.make()
    assert code.version <= 10


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
