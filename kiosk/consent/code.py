"""The short code: a receipt in typed form."""

import hashlib

from kiosk.consent.decision import VisitId

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


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
