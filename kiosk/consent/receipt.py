"""The visitor's proof: a CBOR Web Token in COSE_Sign1 (RFC 8392, RFC 9052), signed with Ed25519, in an upper-case URL.

It holds no name, picture or device: a random visit id, the answer, the minute, the hash of the notice.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiosk.consent.decision import VisitId

COSE_SIGN1_TAG = 18
EDDSA = -8
HEADER_ALG, HEADER_KID = 1, 4
CLAIM_IAT, CLAIM_CTI = 6, 7
CLAIM_ANSWER, CLAIM_NOTICE = -70001, -70002
ANSWERS = ("no", "yes", "withdrawn")
NOTICE_BYTES = 16

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


class ReceiptError(ValueError):
    """The text is not a genuine receipt of this shop; the message says why."""


@dataclass(frozen=True, slots=True)
class Receipt:
    visit: VisitId
    answer: str  # "yes", "no" or "withdrawn"
    minute: datetime  # UTC, whole minute
    notice: str  # first 16 bytes of the notice's hash, hex
    url: str

    @property
    def code(self) -> str:
        return short_code(self.visit)


def key_id(key: Ed25519PublicKey) -> bytes:
    """First 8 bytes of SHA-256 over the raw public key."""
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).digest()[:8]


def issue(key: Ed25519PrivateKey, address: str, visit: VisitId, answer: str, minute: datetime, notice: str) -> Receipt:
    """Sign a receipt.

    address: the shop's receipt page, e.g. "https://shop.example/r"; notice: the notice's SHA-256 in hex.
    """
    protected = cbor2.dumps({HEADER_ALG: EDDSA, HEADER_KID: key_id(key.public_key())})
    claims = cbor2.dumps(
        {
            CLAIM_IAT: int(minute.timestamp()),
            CLAIM_CTI: bytes.fromhex(visit),
            CLAIM_ANSWER: ANSWERS.index(answer),
            CLAIM_NOTICE: bytes.fromhex(notice)[:NOTICE_BYTES],
        }
    )
    signature = key.sign(_to_be_signed(protected, claims))
    url = f"{address.upper()}#{_spell(protected, claims, signature)}"
    return Receipt(visit, answer, minute, notice[: 2 * NOTICE_BYTES], url)


def verify(key: Ed25519PublicKey, text: str) -> Receipt:
    """The receipt in a scanned URL, if this key signed it. Raises ReceiptError."""
    token = text.strip().rpartition("#")[2].upper()
    try:
        raw = base64.b32decode(token + "=" * (-len(token) % 8))
        message = cbor2.loads(raw)
        protected, unprotected, claims, signature = message.value
        header, body = cbor2.loads(protected), cbor2.loads(claims)
        known = message.tag == COSE_SIGN1_TAG and header[HEADER_ALG] == EDDSA
        signer = header[HEADER_KID]
    except (binascii.Error, cbor2.CBORDecodeError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ReceiptError("This is not a receipt, or it was damaged: read the code again.") from error
    if not known:
        raise ReceiptError("This is a token of another kind, not a receipt of a consent kiosk.")
    # The signature covers neither the envelope nor the base32: one token has one spelling.
    if unprotected != {} or token != _spell(protected, claims, signature):
        raise ReceiptError("This receipt was altered: it is not written as the kiosk writes it.")
    if signer != key_id(key):
        raise ReceiptError("This receipt was signed by another shop's kiosk, or with a key that is not in use here.")
    try:
        key.verify(signature, _to_be_signed(protected, claims))
        return Receipt(
            body[CLAIM_CTI].hex(),
            ANSWERS[body[CLAIM_ANSWER]],
            datetime.fromtimestamp(body[CLAIM_IAT], UTC),
            body[CLAIM_NOTICE].hex(),
            text.strip(),
        )
    except (InvalidSignature, AttributeError, IndexError, KeyError, TypeError, ValueError, OverflowError) as error:
        raise ReceiptError("This receipt was altered: its signature does not fit its content.") from error


def short_code(visit: VisitId) -> str:
    """The receipt in typed form: 9 Crockford characters (45 bits of SHA-256 of the visit id) and a check character."""
    bits = int.from_bytes(hashlib.sha256(bytes.fromhex(visit)).digest()) >> (256 - 45)
    digits = [(bits >> shift) & 31 for shift in range(40, -1, -5)]
    return "".join(CROCKFORD[digit] for digit in (*digits, _check(digits)))


def read_code(typed: str) -> str | None:
    """A typed code in its canonical form (no dashes, O as 0, I and L as 1); None if its check character is wrong."""
    text = typed.upper().translate(LOOKALIKES).replace("-", "").replace(" ", "")
    if len(text) != 10 or any(character not in CROCKFORD for character in text):
        return None
    *digits, check = (CROCKFORD.index(character) for character in text)
    return text if check == _check(digits) else None


def spaced(code: str) -> str:
    """K7QM3XVA9D -> K7QM-3XVA-9D"""
    return "-".join(part for part in (code[:4], code[4:8], code[8:]) if part)


def _check(digits: list[int]) -> int:
    """Luhn's sum in base 32: finds every wrong character and nearly every swap of neighbours."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = digit * (2 - place % 2)
        total += value // 32 + value % 32
    return -total % 32


def _spell(protected: bytes, claims: bytes, signature: bytes) -> str:
    token = cbor2.dumps(cbor2.CBORTag(COSE_SIGN1_TAG, [protected, {}, claims, signature]))
    return base64.b32encode(token).decode().rstrip("=")


def _to_be_signed(protected: bytes, payload: bytes) -> bytes:
    return cbor2.dumps(["Signature1", protected, b"", payload])
