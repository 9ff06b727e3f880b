"""The visitor's proof: a CBOR Web Token in COSE_Sign1 (RFC 8392, RFC 9052), signed with Ed25519, in an upper-case URL.

It holds no name, picture or device: a random visit id, the answer to each purpose, the minute, the hash of the notice, how long
the answer is kept, and the language that the shop's page opens in.
"""

import base64
import binascii
import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiosk.consent.code import short_code
from kiosk.consent.decision import Purpose, VisitId

COSE_SIGN1_TAG = 18
EDDSA = -8
HEADER_ALG, HEADER_KID = 1, 4
CLAIM_EXP, CLAIM_IAT, CLAIM_CTI = 4, 6, 7
CLAIM_ANSWER = -70001  # [index of ANSWERS, mask of purposes asked, mask of those agreed, index of LANGUAGES or null, notice]
KID_BYTES, VISIT_BYTES, NOTICE_BYTES = 4, 16, 16
MINUTE = 60  # seconds
LAST_SECOND = 253_402_300_799  # of the year 9999
AHEAD = timedelta(minutes=10)  # how far the clocks of a kiosk and of whoever verifies may differ

# What follows is written into receipts by its place: add at the end, never reorder.
ANSWERS = ("no", "yes", "withdrawn")
PURPOSES = (Purpose.VISITOR_COUNT, Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)
LANGUAGES = (
    *("en", "zh-Hans", "ar", "zh-Hant", "de", "fr", "es", "pt", "ru", "ja", "ko", "vi"),
    *("it", "nl", "tr", "hi", "fa", "he", "ur", "pl", "th", "id", "uk", "bn"),
    *("pt-BR", "en-simple"),
)


@dataclass(frozen=True, slots=True)
class Receipt:
    visit: VisitId
    answer: str  # "yes", "no" or "withdrawn"
    minute: datetime  # UTC, whole minute
    notice: str  # first 16 bytes of the notice's hash, hex
    url: str
    asked: tuple[Purpose, ...] = ()
    agreed: tuple[Purpose, ...] = ()  # those of them that got a yes; none after a withdrawal
    expires: datetime | None = None  # UTC, end of the evidence period
    language: str = ""  # BCP 47; empty if it is none of LANGUAGES

    @property
    def code(self) -> str:
        return short_code(self.visit)


class Reason(StrEnum):
    """Why a text does not count as a receipt."""

    NOT_A_RECEIPT = "not_a_receipt"
    ALTERED = "altered"
    ANOTHER_SHOP = "another_shop"
    EXPIRED = "expired"
    FROM_THE_FUTURE = "from_the_future"


class ReceiptError(ValueError):
    """The text does not count as a receipt of this shop; the message says why.

    receipt: what it says, where its signature is good: only for EXPIRED and FROM_THE_FUTURE.
    """

    def __init__(self, reason: Reason, message: str, receipt: Receipt | None = None):
        super().__init__(message)
        self.reason = reason
        self.receipt = receipt


def key_id(key: Ed25519PublicKey) -> bytes:
    """First 4 bytes of SHA-256 over the raw public key: which of a few keys, not a proof."""
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).digest()[:KID_BYTES]


def issue(
    key: Ed25519PrivateKey,
    address: str,
    visit: VisitId,
    answer: str,
    minute: datetime,
    notice: str,
    *,
    asked: Iterable[Purpose] = (),
    agreed: Iterable[Purpose] = (),
    expires: datetime | None = None,
    language: str = "",
) -> Receipt:
    """Sign a receipt. Raises ValueError if the answer and what was agreed contradict each other.

    address: the shop's receipt page, e.g. "https://shop.example/r"; notice: the notice's SHA-256 in hex.
    minute, expires: cut to the minute; language: BCP 47.
    """
    asked_for, agreed_to = _mask(asked), _mask(agreed)
    if not _consistent(answer, asked_for, agreed_to):
        raise ValueError(f"A receipt that says {answer!r} cannot hold these purposes: asked {asked}, agreed {agreed}.")
    protected = cbor2.dumps({HEADER_ALG: EDDSA, HEADER_KID: key_id(key.public_key())})
    spoken = LANGUAGES.index(language) if language in LANGUAGES else None
    claims: dict[int, Any] = {CLAIM_EXP: _seconds(expires)} if expires else {}
    claims |= {
        CLAIM_IAT: _seconds(minute),
        CLAIM_CTI: bytes.fromhex(visit),
        CLAIM_ANSWER: [ANSWERS.index(answer), asked_for, agreed_to, spoken, bytes.fromhex(notice)[:NOTICE_BYTES]],
    }
    payload = cbor2.dumps(claims)
    url = f"{address.upper()}#{_spell(protected, payload, key.sign(_to_be_signed(protected, payload)))}"
    return _read(claims, url)


def verify(keys: Collection[Ed25519PublicKey], text: str, now: datetime | None = None) -> Receipt:
    """The receipt in a scanned URL or a bare token, if one of these keys signed it. Raises ReceiptError.

    keys: the shop's key and those that it used before; now: UTC, or None to leave the dates unjudged.
    """
    text = text.strip()
    token = text.rpartition("#")[2].upper()
    try:
        message = cbor2.loads(base64.b32decode(token + "=" * (-len(token) % 8)))
        protected, _, payload, signature = message.value
        header = cbor2.loads(protected)
        known = message.tag == COSE_SIGN1_TAG and header[HEADER_ALG] == EDDSA
        signer = header[HEADER_KID]
        # The signature covers neither the envelope nor the base32: one token has one spelling.
        genuine = token == _spell(protected, payload, signature)
    except (binascii.Error, cbor2.CBORError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ReceiptError(
            Reason.NOT_A_RECEIPT, "This is not a receipt, or only a part of one: read the code again."
        ) from error
    if not known:
        raise ReceiptError(Reason.NOT_A_RECEIPT, "This is a token of another kind, not a receipt of a consent kiosk.")
    if not genuine:
        raise ReceiptError(Reason.ALTERED, "This receipt was altered: it is not written as a kiosk writes it.")
    signers = [key for key in keys if key_id(key) == signer]
    if not signers:
        raise ReceiptError(
            Reason.ANOTHER_SHOP, "This receipt was signed by another shop's kiosk, or with a key that is not known here."
        )
    if not any(_signed(key, signature, _to_be_signed(protected, payload)) for key in signers):
        raise ReceiptError(Reason.ALTERED, "This receipt was altered or forged: its signature does not fit its content.")
    try:
        receipt = _read(cbor2.loads(payload), text)
    except (cbor2.CBORError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ReceiptError(
            Reason.NOT_A_RECEIPT, "This was signed here, but says nothing that this version of the kiosk understands."
        ) from error
    if now and receipt.expires and now >= receipt.expires:
        raise ReceiptError(
            Reason.EXPIRED,
            f"This receipt expired on {receipt.expires:%Y-%m-%d}, and with it the shop's own record of it.",
            receipt,
        )
    if now and receipt.minute > now + AHEAD:
        raise ReceiptError(
            Reason.FROM_THE_FUTURE,
            f"This receipt is dated {receipt.minute:%Y-%m-%d %H:%M} UTC, which is still to come: "
            "the kiosk's clock was wrong, or this one is.",
            receipt,
        )
    return receipt


def _consistent(answer: str, asked: int, agreed: int) -> bool:
    """Nothing agreed that was not asked; a yes agrees to something, all else to nothing. Asked 0: not told."""
    return agreed & ~asked == 0 and (agreed != 0) == (answer == "yes" and asked != 0)


def _mask(purposes: Iterable[Purpose]) -> int:
    return sum(1 << PURPOSES.index(purpose) for purpose in set(purposes))


def _purposes(mask: int) -> tuple[Purpose, ...]:
    if not 0 <= mask < 1 << len(PURPOSES):
        raise ValueError(mask)
    return tuple(purpose for place, purpose in enumerate(PURPOSES) if mask >> place & 1)


def _seconds(minute: datetime) -> int:
    return int(minute.timestamp()) // MINUTE * MINUTE


def _moment(seconds: int) -> datetime:
    if type(seconds) is not int or not 0 <= seconds <= LAST_SECOND:
        raise ValueError(seconds)
    return datetime.fromtimestamp(seconds, UTC)


def _read(claims: dict[int, Any], url: str) -> Receipt:
    """Raises AttributeError, LookupError, TypeError or ValueError for what is no receipt's claims."""
    answer, asked, agreed, language, notice = claims[CLAIM_ANSWER]
    expires = claims.get(CLAIM_EXP)
    receipt = Receipt(
        claims[CLAIM_CTI].hex(),
        ANSWERS[answer],
        _moment(claims[CLAIM_IAT]),
        notice.hex(),
        url,
        _purposes(asked),
        _purposes(agreed),
        None if expires is None else _moment(expires),
        "" if language is None else LANGUAGES[language],
    )
    sizes = len(claims[CLAIM_CTI]), len(notice)
    if sizes != (VISIT_BYTES, NOTICE_BYTES) or min(answer, language or 0) < 0 or not _consistent(receipt.answer, asked, agreed):
        raise ValueError(claims)
    return receipt


def _signed(key: Ed25519PublicKey, signature: bytes, content: bytes) -> bool:
    try:
        key.verify(signature, content)
    except (InvalidSignature, TypeError):
        return False
    return True


def _spell(protected: bytes, claims: bytes, signature: bytes) -> str:
    token = cbor2.dumps(cbor2.CBORTag(COSE_SIGN1_TAG, [protected, {}, claims, signature]))
    return base64.b32encode(token).decode().rstrip("=")


def _to_be_signed(protected: bytes, payload: bytes) -> bytes:
    return cbor2.dumps(["Signature1", protected, b"", payload])
