"""Checks a receipt at a desk, without a network, and says what it is in words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.consent.code import read_code, short_code, spaced
from kiosk.consent.decision import Purpose
from kiosk.consent.receipt import Receipt, ReceiptError, verify
from kiosk.ledger.store import Ledger

CODE_LENGTH = 10
SHORT = 20  # characters: a short code has 12 with its dashes, a token more than 200
PURPOSES = {
    Purpose.VISITOR_COUNT: "visitor count without faces",
    Purpose.DWELL: "length of stay",
    Purpose.AGE_GROUP: "age group",
    Purpose.GENDER: "gender",
}
LATER = {
    "yes": "the visitor said yes later",
    "no": "the visitor said no later",
    "withdrawn": "the visitor took it back later",
}


@dataclass(frozen=True, slots=True)
class Checked:
    genuine: bool
    words: str


def is_code(text: str) -> bool:
    """Is this meant as a short code, not as a whole receipt?"""
    return len(text.strip()) < SHORT and "#" not in text


def check_code(text: str, ledger: Ledger) -> Checked:
    """What the ledger knows of a short code. Raises LedgerError."""
    code = read_code(text)
    if code is None:
        return Checked(False, f"{text.strip()!r} is not a short code. {why_no_code(text)}")
    found = ledger.find(code)
    if found is None:
        return Checked(False, f"This ledger has no receipt with the code {spaced(code)}.")
    visit, answer = found
    rows = (("last answer", str(answer)), ("short code", spaced(code)), ("visit", visit))
    return Checked(True, _table("In the ledger. The code alone proves nothing to others: the whole receipt does.", rows))


def why_no_code(text: str) -> str:
    """What is wrong with a text that read_code does not take."""
    if len(text.replace("-", "").replace(" ", "")) != CODE_LENGTH:
        return "A short code has ten characters, as in K7QM-3XVA-9D."
    return "Its last character does not fit the others. Read it again."


def check(text: str, keys: Collection[Ed25519PublicKey], now: datetime, ledger: Ledger | None) -> Checked:
    """What a receipt's URL or token says, and what the ledger says since. Raises LedgerError."""
    try:
        receipt = verify(keys, text, now)
    except ReceiptError as error:
        told = f"Not valid. {error}"
        return Checked(False, _table(told, _facts(error.receipt)) if error.receipt else told)
    words = _table("Genuine: signed by this shop's kiosk.", _facts(receipt))
    return Checked(True, f"{words}\n{_since(receipt, ledger)}" if ledger else words)


def _since(receipt: Receipt, ledger: Ledger) -> str:
    found = ledger.find(short_code(receipt.visit))
    if found is None or found[0] != receipt.visit:
        return (
            "The ledger here has no such visit: another kiosk of the shop recorded it, or this is another ledger, "
            "or its time was over and it was erased."
        )
    if found[1] == receipt.answer:
        return "The ledger here says the same."
    return f"It no longer holds: by the ledger here, {LATER[found[1]]}. The receipt says what was answered before."


def _facts(receipt: Receipt) -> tuple[tuple[str, str], ...]:
    purposes = ((f"  {PURPOSES[purpose]}", "yes" if purpose in receipt.agreed else "no") for purpose in receipt.asked)
    return (
        ("answer", receipt.answer),
        *(purposes if receipt.answer != "withdrawn" else ()),
        ("given", f"{receipt.minute:%Y-%m-%d %H:%M} UTC"),
        ("valid until", f"{receipt.expires:%Y-%m-%d}" if receipt.expires else "not stated"),
        ("notice", f"{receipt.notice}… (beginning of its SHA-256)"),
        *((("language", receipt.language),) if receipt.language else ()),
        ("short code", spaced(receipt.code)),
        ("visit", receipt.visit),
    )


def _table(head: str, rows: tuple[tuple[str, str], ...]) -> str:
    width = max(len(name) for name, _ in rows)
    return "\n".join((head, *(f"  {name:{width}}  {told}" for name, told in rows)))
