"""Another key signs from now on, and the one before says so. What was signed before stays good.

Each step may be the last one before a power cut: the kiosk then goes on as before, and the next call ends what this one began.
"""

from contextlib import closing
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

from kiosk.consent.decision import Act, Entry
from kiosk.files import sync_folder, write_durably
from kiosk.ledger.backup import older_key_file, pem
from kiosk.ledger.checkpoint import raw, vouch, with_successors
from kiosk.ledger.store import Ledger
from kiosk.receipts import keys as key_files

NEXT = "receipt-key.next.pem"


def renew(private: Path, public: Path, ledger: Path) -> tuple[Ed25519PublicKey, Ed25519PublicKey]:
    """Replace the signing key of a state directory that no kiosk uses; the old and the new public key.

    Raises KeyFileError or LedgerError.
    """
    folder = private.parent
    try:
        old = _private(private)
        coming = folder / NEXT
        if not coming.exists():
            secret = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            write_durably(coming, secret, 0o600)
        new = _private(coming)
        # Both public halves lie there before anything is signed: whichever key signs next, it is known.
        for key in (old.public_key(), new.public_key()):
            write_durably(older_key_file(folder, key), pem(key), 0o644)
        if ledger.exists():
            _vouch(ledger, old, new, key_files.load(key_files.of_state(folder)))
        write_durably(public, pem(new.public_key()), 0o644)
        older_key_file(folder, new.public_key()).unlink()
        coming.replace(private)
        sync_folder(folder)
    except OSError as error:
        raise key_files.KeyFileError(
            f"The key in {folder} could not be renewed: {error}. The kiosk can go on with the one that it has; "
            "check the disk and its owner, then renew it again."
        ) from error
    return old.public_key(), new.public_key()


def _vouch(path: Path, old: Ed25519PrivateKey, new: Ed25519PrivateKey, known: list[Ed25519PublicKey]) -> None:
    """Let the ledger tell, under a head of the new key, that the old one vouches for it. Raises LedgerError."""
    with closing(Ledger(path, key=new, older=known)) as ledger:
        told = {raw(key) for key in with_successors([old.public_key()], ledger.renewals())}
        if ledger.head() and raw(new.public_key()) not in told:
            statement = vouch(ledger.newest_head()[1].origin, old, new.public_key())
            ledger.append(Entry(Act.NEW_KEY, detail={"statement": statement}))


def _private(path: Path) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError) as error:
        raise key_files.KeyFileError(
            f"The key {path} cannot be read: {error}. Put it back from a backup: kiosk ledger restore"
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise key_files.KeyFileError(f"The key {path} is not an Ed25519 key.")
    return key
