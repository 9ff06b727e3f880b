"""The public keys that a shop's receipts were signed with, from files."""

from collections.abc import Iterable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from kiosk.ledger.checkpoint import raw

STATE_KEYS = "receipt-key*.pub.pem"


class KeyFileError(RuntimeError):
    """No public key to verify with; the message names the file, the reason and the next step."""


def of_state(directory: Path) -> list[Path]:
    """The state directory's public key files: the one in use, and older ones that were left beside it. Raises KeyFileError."""
    paths = sorted(directory.glob(STATE_KEYS))
    if not paths:
        raise KeyFileError(f"{directory} holds no {STATE_KEYS}. Name the shop's public key with --key, or its --state.")
    return paths


def load(paths: Iterable[Path]) -> list[Ed25519PublicKey]:
    """Each of them once. Raises KeyFileError."""
    keys = [_load(path) for path in paths]
    return list({raw(key): key for key in keys}.values())


def _load(path: Path) -> Ed25519PublicKey:
    try:
        key = load_pem_public_key(path.read_bytes())
    except OSError as error:
        raise KeyFileError(f"The public key {path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise KeyFileError(f"{path} is not a public key in PEM. It begins with -----BEGIN PUBLIC KEY-----.") from error
    if not isinstance(key, Ed25519PublicKey):
        raise KeyFileError(f"The public key {path} is not an Ed25519 key, so it signed no receipt.")
    return key
