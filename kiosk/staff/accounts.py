"""Named staff accounts in one JSON file: of each PIN the Argon2id hash, of its badge, if it has one, that of the secret."""

import hashlib
import hmac
import json
import re
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.consent.visit import PIN_LENGTH, SECOND, Nanos
from kiosk.files import write_durably
from kiosk.staff.tries import Tries, Way, Wrong, steady

MOST_ACCOUNTS = 12
"""A PIN is tried against each, on the screen's thread: that must take less time than a lease lives."""

BADGE = re.compile(r"STAFF[0-9A-F]{32}", re.IGNORECASE)
"""No sign that a scanner on another country's keyboard would type differently."""


class StaffError(ValueError):
    """A staff account cannot be read or written; the message says why."""


@dataclass(frozen=True, slots=True)
class Account:
    pin: str = field(repr=False)  # its hash
    badge: str = field(default="", repr=False)  # SHA-256, hex


class Accounts:
    """Wrong PINs are counted in a file beside the accounts. wall, elapsed: as of Tries."""

    def __init__(self, path: Path, wall: Callable[[], float] = time.time, elapsed: Callable[[], float] = steady):
        self._path = path
        self._tries = Tries(path.with_name(f"{path.stem}-tries.json"), wall, elapsed)
        self._hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # OWASP's least: see MOST_ACCOUNTS

    # --- for the shop ------------------------------------------------------------------------------------------------

    @property
    def names(self) -> tuple[str, ...]:
        """Raises StaffError."""
        return tuple(self._read())

    def add(self, name: str, pin: str) -> None:
        """Raises StaffError, also for a name that there is already."""
        if name in self._read():
            raise StaffError(f"There is a staff account {name!r} already. For another PIN: kiosk staff set-pin NAME")
        self.set_pin(name, pin)

    def set_pin(self, name: str, pin: str) -> None:
        """Create or change an account. Raises StaffError."""
        if not name.strip() or len(name) > 40 or not name.isprintable():
            raise StaffError("A staff account needs a name of 1 to 40 characters.")
        if not (pin.isascii() and pin.isdigit() and len(pin) == PIN_LENGTH):
            raise StaffError(f"A PIN is {PIN_LENGTH} digits, as in 402917.")
        if pin in _TRIED_FIRST:
            raise StaffError("Choose another PIN: this one is among the first that anybody would try.")
        accounts = self._read()
        if len(accounts.keys() | {name}) > MOST_ACCOUNTS:
            raise StaffError(f"There are {MOST_ACCOUNTS} staff accounts already, which is all that one kiosk keeps.")
        if any(other != name and self._fits(account, pin) for other, account in accounts.items()):
            raise StaffError("Choose another PIN.")
        hash = self._hasher.hash(pin)
        accounts[name] = replace(accounts[name], pin=hash) if name in accounts else Account(hash)
        self._write(accounts)

    def remove(self, name: str) -> None:
        """Raises StaffError."""
        accounts = self._known(name)
        del accounts[name]
        self._write(accounts)
        self._forget(name)

    def make_badge(self, name: str) -> str:
        """The text of a new badge; the one before opens nothing any more. Raises StaffError."""
        accounts = self._known(name)
        text = f"STAFF{secrets.token_hex(16).upper()}"
        accounts[name] = replace(accounts[name], badge=_digest(text))
        self._write(accounts)
        return text

    def has_badge(self, name: str) -> bool:
        """Raises StaffError."""
        return bool(self._known(name)[name].badge)

    def unlock(self, name: str) -> None:
        """Forget the wrong PINs of an account. Raises StaffError or TriesError."""
        self._known(name)
        self._forget(name)

    def waits(self, name: str) -> dict[Way, float]:
        """For each way in that is shut now, the seconds until a PIN is looked at again. Raises StaffError or TriesError."""
        self._known(name)
        waits = {way: self._tries.wait(name, way) for way in Way}
        return {way: wait for way, wait in waits.items() if wait}

    # --- for the kiosk -----------------------------------------------------------------------------------------------

    def who(self, badge: str) -> tuple[str | None, Nanos]:
        """Whose badge this is, "" for none, and how long no PIN of theirs is looked at. Raises StaffError or TriesError."""
        accounts = self._read()
        if not badge:
            return "", self._wait(accounts, Way.PAD)
        digest = _digest(badge)
        for name, account in accounts.items():
            if account.badge and hmac.compare_digest(account.badge, digest):
                return name, self._wait([name], Way.BADGE)
        return None, self._wait(accounts, Way.PAD)

    def check(self, pin: str, named: str = "") -> tuple[str | None, Nanos]:
        """The account that this PIN belongs to, and how long no other is looked at. Raises StaffError or TriesError.

        named: the only account that may fit, as its badge was shown.
        """
        way = Way.BADGE if named else Way.PAD
        accounts = {name: account for name, account in self._read().items() if name == (named or name)}
        candidates = [name for name in accounts if not self._tries.wait(name, way)]
        if not candidates:
            return None, self._wait(accounts, way)
        before = self._tries.read()
        self._tries.count(candidates, way)  # first: whoever cuts the power now has had this try
        by = next((name for name in candidates if self._fits(accounts[name], pin)), None)
        if by is not None:
            before.get(by, {}).pop(way, Wrong())
            self._tries.write(before)
        return by, self._wait(accounts, way)

    # -----------------------------------------------------------------------------------------------------------------

    def _wait(self, names: Iterable[str], way: Way) -> Nanos:
        return round(min((self._tries.wait(name, way) for name in names), default=0.0) * SECOND)

    def _forget(self, name: str) -> None:
        counts = self._tries.read()
        if counts.pop(name, None) is not None:
            self._tries.write(counts)

    def _fits(self, account: Account, pin: str) -> bool:
        try:
            return self._hasher.verify(account.pin, pin)
        except (VerificationError, InvalidHashError):
            return False

    def _known(self, name: str) -> dict[str, Account]:
        accounts = self._read()
        if name not in accounts:
            there = ", ".join(accounts) or "none yet"
            raise StaffError(f"There is no staff account {name!r}. There are: {there}.")
        return accounts

    def _read(self) -> dict[str, Account]:
        try:
            accounts = json.loads(self._path.read_text(encoding="utf-8"))
            return {
                name: Account(account) if isinstance(account, str) else Account(account["pin"], account["badge"])
                for name, account in accounts.items()
            }
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            reason = f"cannot be read: {error}"
        except (TypeError, KeyError, AttributeError):
            reason = "is not a list of accounts"
        raise StaffError(f"{self._path} {reason}. Delete it, then set the PINs anew: kiosk staff set-pin NAME")

    def _write(self, accounts: dict[str, Account]) -> None:
        content = {name: asdict(account) for name, account in accounts.items()}
        try:
            write_durably(self._path, json.dumps(content, ensure_ascii=False, indent=2).encode(), 0o600)
        except OSError as error:
            raise StaffError(f"{self._path} cannot be written: {error.strerror}.") from error


def is_badge(text: str) -> bool:
    return BADGE.fullmatch(text) is not None


def _digest(badge: str) -> str:
    return hashlib.sha256(badge.upper().encode()).hexdigest()


_RUNS = ("01234567890", "09876543210")
_TRIED_FIRST = {digit * PIN_LENGTH for digit in "0123456789"} | {
    run[start : start + PIN_LENGTH] for run in _RUNS for start in range(len(run) - PIN_LENGTH + 1)
}
