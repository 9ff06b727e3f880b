"""Named staff accounts with a PIN each, kept as Argon2id hashes in one JSON file."""

import json
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.consent.visit import PIN_LENGTH
from kiosk.files import write_durably

MOST_ACCOUNTS = 12
"""A PIN is tried against each, on the screen's thread: that must take less time than a lease lives."""


class StaffError(ValueError):
    """A staff account cannot be read or written; the message says why."""


class Accounts:
    def __init__(self, path: Path):
        self._path = path
        self._hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # OWASP's least: see MOST_ACCOUNTS

    def set_pin(self, name: str, pin: str) -> None:
        """Create or change an account. Raises StaffError."""
        if not name.strip() or len(name) > 40:
            raise StaffError("A staff account needs a name of 1 to 40 characters.")
        if not (pin.isascii() and pin.isdigit() and len(pin) == PIN_LENGTH):
            raise StaffError(f"A PIN is {PIN_LENGTH} digits, as in 402917.")
        accounts = self._read()
        if len(accounts.keys() | {name}) > MOST_ACCOUNTS:
            raise StaffError(f"There are {MOST_ACCOUNTS} staff accounts already, which is all that one kiosk keeps.")
        if any(other != name and self._fits(hash, pin) for other, hash in accounts.items()):
            raise StaffError("Choose another PIN.")
        accounts[name] = self._hasher.hash(pin)
        try:
            write_durably(self._path, json.dumps(accounts, ensure_ascii=False, indent=2).encode(), 0o600)
        except OSError as error:
            raise StaffError(f"{self._path} cannot be written: {error.strerror}.") from error

    def check(self, pin: str) -> str | None:
        """The account that this PIN belongs to, or None. Raises StaffError."""
        return next((name for name, hash in self._read().items() if self._fits(hash, pin)), None)

    def _fits(self, hash: str, pin: str) -> bool:
        try:
            return self._hasher.verify(hash, pin)
        except (VerificationError, InvalidHashError):
            return False

    def _read(self) -> dict[str, str]:
        try:
            accounts = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise StaffError(
                f"{self._path} cannot be read: {error}. Delete it, then set the PINs anew: kiosk staff set-pin NAME"
            ) from error
        if not isinstance(accounts, dict):
            raise StaffError(
                f"{self._path} is not a list of accounts. Delete it, then set the PINs anew: kiosk staff set-pin NAME"
            )
        return accounts
