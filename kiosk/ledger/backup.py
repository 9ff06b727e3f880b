"""A copy of the ledger to keep elsewhere: one file, made while the kiosk runs and checked before it counts; and the way back.

A backup is a .zip with the ledger as it was at one moment, its newest signed head, the public keys (the private one only where
it was asked for), and a MANIFEST of their hashes, signed. Its name stands for it only once it is whole and on the disk.
"""

import hashlib
import os
import re
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from kiosk.consent.receipt import key_id
from kiosk.files import give_to_owner, sync_folder, write_durably
from kiosk.ledger import audit
from kiosk.ledger.checkpoint import Checkpoint, CheckpointError, raw, sign_note, signers, verify_note, with_successors
from kiosk.ledger.store import BUSY_SECONDS, Ledger, LedgerError

TITLE = "consent-kiosk backup 1"
LEDGER, HEAD, MANIFEST = "ledger.db", "head.note", "MANIFEST"
PUBLIC, PRIVATE = "receipt-key.pub.pem", "receipt-key.pem"
ALLOWED = re.compile(r"ledger\.db|head\.note|MANIFEST|receipt-key(-[0-9a-f]+)?\.pub\.pem|receipt-key\.pem")
LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
PART = 1 << 20
UNPACKED = ".kiosk-backup-"
LOGS = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was unpacked and found sound."""

    path: Path
    folder: Path
    note: str  # the newest signed head
    head: Checkpoint
    report: audit.Report
    public: dict[str, Ed25519PublicKey]  # of each public key file
    private: bool  # does it hold the private key too?

    @property
    def key_lines(self) -> list[str]:
        """The verifier keys that signed the head, to compare."""
        return signers(self.note, self.report.keys)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    head: Checkpoint
    key_lines: list[str]  # the verifier keys that signed it, to compare
    kept: Path | None  # the folder with what was there before
    lost: int  # records that the kiosk had signed and that are not in the backup
    private: bool  # is there a private key now?


def write(
    ledger: Path, out: Path, key: Ed25519PrivateKey, public_keys: Iterable[Path], private_key: Path | None = None
) -> Backup:
    """Write a backup that only its owner may read. Raises LedgerError, and then there is none.

    key: signs the manifest; public_keys: files of every key of this ledger; private_key: to put in as well.
    """
    if out.exists():
        raise LedgerError(f"{out} exists already and was left as it is. Name another file with --out.")
    fresh = out.with_name(out.name + ".new")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(fresh, ignore_errors=True)  # of a backup that did not end
        fresh.mkdir(mode=0o700)
        try:
            copy, packed = fresh / LEDGER, fresh / "backup"
            _copy(ledger, copy)
            with closing(Ledger(copy, read_only=True)) as reader:
                note, head = reader.newest_head()
            contents: dict[str, Path | bytes] = {LEDGER: copy, HEAD: note.encode()}
            contents |= {path.name: path.read_bytes() for path in public_keys}
            if private_key:
                contents[PRIVATE] = private_key.read_bytes()
            _pack(packed, contents, head.origin, key)
            copy.unlink()
            with opened(packed, within=fresh) as backup:
                pass
            packed.rename(out)
            sync_folder(out.parent)
            return backup
        finally:
            shutil.rmtree(fresh)
    except (OSError, sqlite3.Error) as error:
        raise LedgerError(
            f"{ledger} could not be copied to {out}: {error}. Check the disk and its owner; nothing was left behind."
        ) from error


def _copy(ledger: Path, copy: Path) -> None:
    """One moment of a ledger that may be growing."""
    with closing(sqlite3.connect(f"{ledger.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as connection:
        connection.execute("VACUUM INTO ?", [os.fspath(copy)])


def _pack(path: Path, contents: dict[str, Path | bytes], origin: str, key: Ed25519PrivateKey) -> None:
    hashes: dict[str, str] = {}
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "wb") as file:
        if PRIVATE in contents and os.fstat(handle).st_mode & 0o077:
            raise LedgerError(
                f"{path.parent.parent} cannot keep a private key from others. Name a place on another disk with --out."
            )
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in contents.items():
                total = hashlib.sha256()
                with archive.open(name, "w", force_zip64=True) as target:
                    for part in _parts(content):
                        total.update(part)
                        target.write(part)
                hashes[name] = total.hexdigest()
            told = "".join(f"{hash}  {name}\n" for name, hash in sorted(hashes.items()))
            archive.writestr(MANIFEST, sign_note(f"{TITLE}\n{told}", origin, key))
        file.flush()
        os.fsync(file.fileno())


def _parts(content: Path | bytes) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    with content.open("rb") as file:
        while part := file.read(PART):
            yield part


@contextmanager
def opened(
    path: Path,
    trusted: Sequence[Ed25519PublicKey] = (),
    within: Path | None = None,
    progress: audit.Progress | None = None,
) -> Iterator[Backup]:
    """A backup, unpacked while the context lasts and checked in full. Raises LedgerError where it is not sound.

    trusted: the shop's keys; without any, those in the backup are taken at their word. within: where to unpack it.
    """
    if not path.is_file():
        raise LedgerError(f"{path} does not exist, or is no file.")
    with TemporaryDirectory(prefix=UNPACKED, dir=within) as name:
        folder = Path(name)
        manifest = _unpack(path, folder)
        yield _checked(path, folder, manifest, trusted, progress)


def _unpack(path: Path, folder: Path) -> str:
    """Its files, as their hashes say; the manifest. Raises LedgerError."""
    hashes: dict[str, str] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            odd = sorted(name for name in set(names) if not ALLOWED.fullmatch(name) or names.count(name) > 1)
            if odd:
                raise LedgerError(f"{path} is no backup of a kiosk: it holds {odd[0]!r}. Take another file.")
            for name in names:
                total = hashlib.sha256()
                with archive.open(name) as source, (folder / name).open("xb") as target:
                    while part := source.read(PART):
                        total.update(part)
                        target.write(part)
                hashes[name] = total.hexdigest()
        manifest = (folder / MANIFEST).read_text(encoding="utf-8")
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,  # zipfile's, for a password, or a compression that it does not know
        ValueError,
        FileNotFoundError,
    ) as error:
        if isinstance(error, LedgerError):
            raise
        raise LedgerError(f"{path} is no backup of a kiosk, or is cut short or damaged: {error}. Take another one.") from error
    except OSError as error:
        raise LedgerError(f"{path} cannot be unpacked: {error}. Check the disk.") from error
    hashes.pop(MANIFEST)
    told = {found[2]: found[1] for line in manifest.split("\n") if (found := LINE.fullmatch(line))}
    if not manifest.startswith(f"{TITLE}\n"):
        raise LedgerError(
            f"{path} is no backup of a kiosk that this version can read: its manifest does not begin with {TITLE!r}."
        )
    for file in sorted(told.keys() | hashes.keys()):
        if told.get(file) != hashes.get(file):
            raise LedgerError(
                f"{path} was altered after it was written: {file} is not what its manifest says. Take another one."
            )
    if missing := {LEDGER, HEAD, PUBLIC} - hashes.keys():
        raise LedgerError(f"{path} is no backup of a kiosk: it holds no {min(missing)}. Take another file.")
    return manifest


def _checked(
    path: Path, folder: Path, manifest: str, trusted: Sequence[Ed25519PublicKey], progress: audit.Progress | None
) -> Backup:
    """Raises LedgerError."""
    copy = folder / LEDGER
    try:
        public = {each.name: _public(each) for each in sorted(folder.glob("*.pub.pem"))}
        note = (folder / HEAD).read_text(encoding="utf-8")
        head = Checkpoint.parse(note)
    except ValueError as error:
        raise LedgerError(f"{path} was altered, or is damaged: {error} Take another one.") from error
    try:
        with closing(Ledger(copy)) as ledger:  # of an older version: it is migrated first
            renewals = ledger.renewals()
            newest = ledger.head()
    except LedgerError as error:
        raise LedgerError(
            str(error).replace(str(copy), str(path))
        ) from error  # nobody knows the folder that it was unpacked in
    known = with_successors(trusted or public.values(), renewals)
    try:
        verify_note(manifest, head.origin, known)
    except CheckpointError as error:
        if trusted:
            raise LedgerError(
                f"{path} is a backup of another shop, {head.origin}, or was altered: none of this shop's keys signed it. "
                "If they were renewed where no backup shows it, name the key that signed it with --key."
            ) from error
        raise LedgerError(f"{path} was altered after it was written: {error} Take another one.") from error
    report = audit.verify(copy, known, note, progress)
    if note != newest:
        report.add("head.note", head.size, "is not the newest head of the ledger beside it")
    if not report.sound:
        raise LedgerError(f"{path} does not hold a sound ledger: {report.findings[0]}. Keep it as it is, and take another one.")
    return Backup(path, folder, note, head, report, public, (folder / PRIVATE).exists())


def _public(path: Path) -> Ed25519PublicKey:
    key = load_pem_public_key(path.read_bytes())
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError(f"{path.name} is not an Ed25519 key.")
    return key


def restore(path: Path, state: Path, trusted: Sequence[Ed25519PublicKey] = (), older: bool = False) -> Restored:
    """Put the ledger of a backup into a state directory that no kiosk uses. Raises LedgerError.

    trusted: as of `opened`. older: also where records that the kiosk has signed since are lost. What was there is kept in a
    folder of its own. Cut short at any step, it is run again.
    """
    try:
        state.mkdir(mode=0o750, parents=True, exist_ok=True)
        for left in state.glob(f"{UNPACKED}*"):  # of a restore that did not end
            shutil.rmtree(left)
        with opened(path, trusted, within=state) as backup:
            lost = _lost(backup, state, older)
            takes_key = _takes_key(backup, state)
            kept = _keep_aside(state, [LEDGER, HEAD, *([PRIVATE, PUBLIC] if takes_key else [])])
            _place_keys(backup, state, takes_key)
            if lost:  # the smaller head first: a kiosk starts with a ledger that goes on from the head beside it
                write_durably(state / HEAD, backup.note.encode(), 0o600)
            _place_ledger(backup, state)
            write_durably(state / HEAD, backup.note.encode(), 0o600)
            return Restored(backup.head, backup.key_lines, kept, lost, (state / PRIVATE).exists())
    except OSError as error:
        raise LedgerError(
            f"{path} could not be restored to {state}: {error}. Check the disk and its owner, then restore again."
        ) from error


def _lost(backup: Backup, state: Path, older: bool) -> int:
    """How many records that were signed here are not in the backup. Raises LedgerError unless they may be lost."""
    heads: list[Checkpoint] = []
    with suppress(OSError, ValueError):  # what is damaged is why there are backups
        heads.append(Checkpoint.parse((state / HEAD).read_text(encoding="utf-8")))
    with suppress(LedgerError):
        if (state / LEDGER).exists():
            with closing(Ledger(state / LEDGER, read_only=True)) as there:
                heads.append(there.newest_head()[1])
    if not heads:
        return 0
    newest = max(heads, key=lambda head: head.size)
    with closing(Ledger(backup.folder / LEDGER, read_only=True)) as copy:
        if copy.continues(newest):
            return 0
    if not older:
        problem = (
            f"holds {backup.head.size} records, and the kiosk has signed {newest.size}"
            if backup.head.size < newest.size
            else f"does not go on from the {newest.size} records that the kiosk has signed"
        )
        raise LedgerError(
            f"{backup.path} is older than the ledger in {state}: it {problem}. Nothing was changed. Take a newer backup; or "
            "give --older, and what it lacks is no longer in the ledger: whoever keeps a later head will see the gap."
        )
    return max(newest.size - backup.head.size, 1)


def _keep_aside(state: Path, names: Iterable[str]) -> Path | None:
    """Link what is there into a folder of its own."""
    if not any((state / name).exists() for name in names):
        return None
    with suppress(sqlite3.Error), closing(sqlite3.connect(state / LEDGER)) as ledger:
        ledger.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the log goes before the ledger does
    folder = state / f"before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
    folder.mkdir(mode=0o700)
    give_to_owner(folder, state)
    for name in (*names, *(LEDGER + log for log in LOGS)):
        if (state / name).exists():
            os.link(state / name, folder / name)
    sync_folder(folder)
    sync_folder(state)
    return folder


def _takes_key(backup: Backup, state: Path) -> bool:
    """Does the backup's private key come in? Not where the state has one that it knows to be that one's successor."""
    known = {raw(key) for _, key in _public_keys(state)}
    return backup.private and not ((state / PRIVATE).exists() and raw(backup.public[PUBLIC]) in known)


def _place_keys(backup: Backup, state: Path, takes_key: bool) -> None:
    """Private before public, by which `_takes_key` sees whether it was done; what was signed here before still counts."""
    if takes_key or not (state / PRIVATE).exists():
        for path, key in _public_keys(state):
            if path.name == PUBLIC:
                write_durably(older_key_file(state, key), pem(key), 0o644)
        if takes_key:
            for name, mode in ((PRIVATE, 0o600), (PUBLIC, 0o644)):
                write_durably(state / name, (backup.folder / name).read_bytes(), mode)
        else:
            (state / PUBLIC).unlink(missing_ok=True)  # its private half is lost: the kiosk makes a new pair
    known = {raw(key) for _, key in _public_keys(state)}
    for key in backup.public.values():
        if raw(key) not in known:
            write_durably(older_key_file(state, key), pem(key), 0o644)


def _public_keys(state: Path) -> Iterator[tuple[Path, Ed25519PublicKey]]:
    """Those that can be read."""
    for path in sorted(state.glob("receipt-key*.pub.pem")):
        with suppress(ValueError):
            yield path, _public(path)


def older_key_file(state: Path, key: Ed25519PublicKey) -> Path:
    """Where the public half of a key lies that signs no more."""
    return state / f"receipt-key-{key_id(key).hex()}.pub.pem"


def pem(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _place_ledger(backup: Backup, state: Path) -> None:
    fresh = backup.folder / LEDGER
    with fresh.open("rb+") as file:
        os.fchmod(file.fileno(), 0o600)
        os.fsync(file.fileno())
    give_to_owner(fresh, state)
    for log in LOGS:  # what is left of a damaged one: SQLite would put it into the other ledger
        (state / (LEDGER + log)).unlink(missing_ok=True)
    fresh.replace(state / LEDGER)
    sync_folder(state)
