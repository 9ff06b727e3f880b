"""The state directory: everything that one kiosk keeps, and the lock that keeps a second kiosk out."""

import fcntl
import os
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from kiosk.files import give_to_owner, write_durably

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


class StateError(RuntimeError):
    """The state directory cannot be used; the message names the path, the reason and the next step."""


def default_state() -> Path:
    """$STATE_DIRECTORY under systemd, else the user's own state directory."""
    return Path(os.environ.get("STATE_DIRECTORY") or platformdirs.user_state_path("consent-kiosk"))


class StateDirectory:
    def __init__(self, path: Path):
        self.path = path
        self.config = path / "store.toml"
        self.ledger = path / "ledger.db"
        self.head = path / "head.note"
        self.staff = path / "staff.json"
        self.tally = path / "tally.json"
        self.counts = path / "counts.json"
        self.status = path / "status.json"
        self.private_key = path / "receipt-key.pem"
        self.public_key = path / "receipt-key.pub.pem"
        self._lock: int | None = None

    def make(self) -> None:
        """Create the directory, readable by its owner and group only. Raises StateError."""
        try:
            self.path.mkdir(mode=0o750, parents=True, exist_ok=True)
        except OSError as error:
            raise StateError(
                f"The state directory {self.path} cannot be made: {error.strerror}. Choose another with --state."
            ) from error

    def hold(self) -> None:
        """Lock the directory for the life of this process. Raises StateError while another kiosk holds it."""
        self.make()
        try:
            self._lock = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            give_to_owner(self._lock, self.path)
            os.ftruncate(self._lock, 0)
            os.pwrite(self._lock, f"{os.getpid()}\n".encode(), 0)
        except BlockingIOError as error:
            raise StateError(f"Another kiosk is running on {self.path}. Stop it, or give this one another --state.") from error
        except OSError as error:
            raise StateError(f"The state directory {self.path} cannot be locked: {error.strerror}.") from error

    def holder(self) -> int | None:
        """The process number of the kiosk that holds the directory; None while there is none. Raises StateError."""
        try:
            with open(self.path / "lock", encoding="ascii") as lock:
                try:
                    fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
                    return None
                except BlockingIOError:
                    return int(lock.read())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise StateError(f"It cannot be said which kiosk runs on {self.path}: {error}. Restart it.") from error

    def release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def signing_key(self) -> "Ed25519PrivateKey":
        """The key that signs receipts, made on first use; its public half lies beside it. Raises StateError."""
        return self._key(self.private_key, self.public_key, "receipt")

    def camera_key(self) -> "Ed25519PrivateKey":
        """The key with which the reference camera signs what it erased, made on first use too. Raises StateError."""
        return self._key(self.path / "camera-key.pem", self.path / "camera-key.pub.pem", "camera")

    def _key(self, private: Path, public: Path, name: str) -> "Ed25519PrivateKey":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import (
            Encoding,
            NoEncryption,
            PrivateFormat,
            PublicFormat,
            load_pem_private_key,
        )

        if not private.exists() and not public.exists():
            secret = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            self._write_key(private, secret, 0o600, name)
        try:
            key = load_pem_private_key(private.read_bytes(), password=None)
        except (OSError, ValueError) as error:
            raise StateError(
                f"The {name} key {private} cannot be read: {error}. Put it back from your backup; "
                "without it, what it signed so far cannot be told from forgeries."
            ) from error
        if not isinstance(key, Ed25519PrivateKey):
            raise StateError(f"The {name} key {private} is not an Ed25519 key.")
        if not public.exists():  # the power went between the two
            self._write_key(public, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo), 0o644, name)
        return key

    def verifying_key(self) -> "Ed25519PublicKey":
        """The public half. Raises StateError."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
        from cryptography.hazmat.primitives.serialization import load_pem_public_key

        try:
            key = load_pem_public_key(self.public_key.read_bytes())
        except (OSError, ValueError) as error:
            raise StateError(f"The public key {self.public_key} cannot be read: {error}.") from error
        if not isinstance(key, Ed25519PublicKey):
            raise StateError(f"The public key {self.public_key} is not an Ed25519 key.")
        return key

    def _write_key(self, path: Path, content: bytes, mode: int, name: str) -> None:
        try:
            self.make()
            write_durably(path, content, mode)
        except OSError as error:
            raise StateError(f"The {name} key {path} cannot be written: {error.strerror}.") from error
