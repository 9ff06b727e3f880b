"""The auditor's bundle: everything that the ledger can show, in files that plain Python can check (verify.py)."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import IO, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.consent.decision import Act, canonical
from kiosk.ledger import dpv
from kiosk.ledger.checkpoint import Checkpoint, sign_note, verifier_key
from kiosk.ledger.store import DROPS, Ledger, LedgerError
from kiosk.ledger.verify import MANIFEST, TITLE, count

README = """\
What this is
------------
All that the ledger of the consent kiosk "{origin}" holds: {records}.

To check it: python3 verify.py     (plain Python 3.9 or newer; exit code 0 sound, 1 tampered, 2 unusable)

Do not trust this copy of verify.py more than whoever gave it to you: it is the same file as kiosk/ledger/verify.py of the
kiosk's source. Compare the key lines that it prints with what the shop publishes, character by character; the shop's own
`kiosk ledger verify` and `kiosk ledger checkpoint` print the same lines. If you were given a signed head before, check against
it: python3 verify.py --checkpoint FILE. That alone shows that no older copy of the ledger was put back.

records.jsonl      seq, salt (hex), payload (the exact text), leaf = SHA-256(0x00, salt, payload), hex. An erased record is its
                   leaf; a later record of act "erased" or "purged" says which were dropped, and why
checkpoint         the newest signed head (C2SP tlog-checkpoint); checkpoints.jsonl: every one that was kept
keys.txt           public keys, as signed notes write them: name+id+base64
notices/ shown/    what visitors could read and what was on the screen, each under its SHA-256
notices.jsonl      each notice that came into force: when, its hash, and what the shop said of itself then
statements.jsonl   what the cameras said that they erased, and which of them did not answer ("cameras")
records.jsonld     each answer, and each visit without one, as a record of ISO/IEC TS 27560:2023, in DPV 2.3 words
proofs/            that deletion statements and notes of erasure are under the newest head (C2SP tlog-proof)
MANIFEST           SHA-256 of every file, signed

What a record says
------------------
No record holds a visitor's name, picture, face or device; a reset names the staff account. A refuser's holds a random
number, the minute, the language, the screen, and the no.

opt_in             a yes: to what ("agreed") of what was asked ("asked")
opt_out            a no to everything
renewed            a yes that could not be put in force, touched again
withdrawn          a yes taken back; why: undone (at once, at the kiosk), receipt (later, with the receipt or its code)
ended              a permission that ended otherwise; why: left (out of the picture), lost (out of sight), ambiguous (nobody
                   could say which body it was for), tainted (the visitor could be another by now), expired (its time was
                   over), no_camera (none was there), unconfirmed (not every camera said that it applies it), fault (of the
                   kiosk), alarm (a camera did not say that it stopped), interrupted or restarted (the kiosk stopped), staff
                   (a reset, or turned off for everyone), notice (another one came into force)
lapsed             a visit without an answer
erasure            what a camera says that it erased after a withdrawal; why: unanswered (it said nothing)
alarm              a camera did not say that it stopped
staff              the account "by" did "why": reset, alarm_cleared, zone_off, zone_on (nobody is asked in between),
                   helped_withdraw (typed a code for the visitor; which one is not told), sign_asked (a new one for the door)
notice             another notice came into force; "detail" is in notices.jsonl too
new_key            another key signs from here on; "statement" names it, a note signed with the key before
erased, purged     the content of the records in "detail" was dropped: one by one, or past their time

visit              32 hexadecimal digits, random, of one visit only
short code         what a visitor can type: the first 45 bits of the SHA-256 of the visit's 16 bytes as 9 characters of
                   0123456789ABCDEFGHJKMNPQRSTVWXYZ (5 bits each, the highest first), then a check character: Luhn's in base 32
ni:///sha-256;...  a name in records.jsonld (RFC 6920): base64url of the SHA-256 whose hexadecimal form is the name of a file
                   in notices/ or shown/, or the leaf of a record
a deletion         "statement" is what was signed, with the camera's "key" (Ed25519, 32 bytes, base64), not with the kiosk's:
statement          compare that key with camera-key.pub.pem of the camera that the shop runs (the last 32 bytes of what is in
                   it). "counts" says how many of what; {{}}: it held nothing under this visit any more
"""


def export(path: Path, out: Path, key: Ed25519PrivateKey, public_keys: Iterable[Ed25519PublicKey] = ()) -> int:
    """Write the bundle to a new folder, or to a new file if its name ends in .zip. Gives the number of records.

    key: signs the manifest; public_keys: of keys that signed heads before this one. Raises LedgerError.
    """
    if out.exists():
        raise LedgerError(f"{out} exists already and was left as it is. Name another place with --out.")
    ledger = Ledger(path, read_only=True)
    try:
        with ledger.one_moment(), _bundle(out) as bundle:
            return _write(ledger, bundle, key, public_keys)
    except (OSError, zipfile.BadZipFile) as error:
        raise LedgerError(
            f"{path} could not be exported to {out}: {error}. Check the disk; nothing was left behind."
        ) from error
    finally:
        ledger.close()


class _Bundle:
    """Files in a folder or an archive, hashed while they are written."""

    def __init__(self, archive: zipfile.ZipFile | None, folder: Path):
        self.archive = archive
        self.folder = folder
        self.hashes: dict[str, str] = {}

    def write(self, name: str, parts: Iterable[bytes]) -> None:
        total = hashlib.sha256()
        with self._open(name) as file:
            for part in parts:
                total.update(part)
                file.write(part)
        self.hashes[name] = total.hexdigest()

    def _open(self, name: str) -> IO[bytes]:
        if self.archive:
            return self.archive.open(name, "w", force_zip64=True)
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        return target.open("xb")


@contextmanager
def _bundle(out: Path) -> Iterator[_Bundle]:
    """Under another name until it is complete."""
    fresh = out.with_name(out.name + ".new")
    archive = None
    try:
        if out.suffix == ".zip":
            with zipfile.ZipFile(fresh, "x", zipfile.ZIP_DEFLATED) as archive:
                yield _Bundle(archive, fresh)
        else:
            fresh.mkdir(parents=True)
            yield _Bundle(None, fresh)
        fresh.rename(out)
    except FileExistsError as error:
        raise LedgerError(f"{fresh} is there from an export that did not end. Delete it, then export again.") from error
    except BaseException:
        if fresh.is_dir():
            shutil.rmtree(fresh)
        else:
            fresh.unlink(missing_ok=True)
        raise


def _write(ledger: Ledger, bundle: _Bundle, key: Ed25519PrivateKey, others: Iterable[Ed25519PublicKey]) -> int:
    note, head = ledger.newest_head()
    names = {Checkpoint.parse(text).origin for _, text in ledger.heads()}
    lines = sorted({verifier_key(name, each) for name in names for each in (key.public_key(), *others)})
    notices = {hash: json.loads(content) for hash, content in ledger.copies("notices")}
    bundle.write("README", [README.format(origin=head.origin, records=count(head.size, "record")).encode()])
    bundle.write("verify.py", [resources.files("kiosk.ledger").joinpath("verify.py").read_bytes()])
    bundle.write("keys.txt", (f"{line}\n".encode() for line in lines))
    bundle.write("checkpoint", [note.encode()])
    bundle.write("checkpoints.jsonl", (_line({"size": size, "note": text}) for size, text in ledger.heads()))
    bundle.write("records.jsonl", map(_line, _records(ledger)))
    for table in ("notices", "shown"):
        for hash, content in ledger.copies(table):
            bundle.write(f"{table}/{hash}.json", [content.encode()])
    bundle.write("notices.jsonl", map(_line, _notices(ledger)))
    bundle.write("statements.jsonl", map(_line, _statements(ledger)))
    bundle.write("records.jsonld", _decisions(ledger, head.origin, notices))
    for row in ledger.rows():
        if row.act in (Act.ERASURE, *DROPS):
            bundle.write(f"proofs/{row.seq}.tlog-proof", [ledger.prove(row.seq).encode()])
    told = "".join(f"{hash}  {name}\n" for name, hash in sorted(bundle.hashes.items()))
    bundle.write(MANIFEST, [sign_note(f"{TITLE}\n{told}", head.origin, key).encode()])
    return head.size


def _records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    for seq, salt, payload, leaf in ledger.raw():
        content = {"salt": salt.hex(), "payload": payload} if payload is not None and salt is not None else {}
        yield {"seq": seq, "leaf": leaf.hex()} | content


def _notices(ledger: Ledger) -> Iterator[dict[str, Any]]:
    for row in ledger.rows():
        if row.act is Act.NOTICE:
            yield {"seq": row.seq, "at": row.payload["at"], **row.payload.get("detail", {})}


def _statements(ledger: Ledger) -> Iterator[dict[str, Any]]:
    for row in ledger.rows():
        if row.act is Act.ERASURE:
            yield {"seq": row.seq, "visit": row.visit, **row.payload.get("detail", {})}


def _decisions(ledger: Ledger, origin: str, notices: dict[str, dict[str, Any]]) -> Iterator[bytes]:
    """One JSON-LD document, a node a line."""
    yield b'{"@context":' + canonical(dpv.context(origin)) + b',"@graph":['
    between = b"\n"
    for node in _nodes(ledger, origin, notices):
        yield between + canonical(node)
        between = b",\n"
    yield b"\n]}\n"


def _nodes(ledger: Ledger, origin: str, notices: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield from dpv.own()
    for hash, content in notices.items():
        yield from dpv.shared(hash, content, origin)
    for hash, _ in ledger.copies("shown"):
        yield dpv.screen(hash)
    for row in ledger.rows():
        if "choice" in row.payload:
            yield from dpv.records(row, ledger.rows(row.visit, after=row.seq), notices.get(row.payload["notice"]), origin)
        elif row.act is Act.LAPSED and not any("choice" in each.payload for each in ledger.rows(row.visit)):
            yield dpv.lapsed(row, origin)


def _line(value: dict[str, Any]) -> bytes:
    return canonical(value) + b"\n"
