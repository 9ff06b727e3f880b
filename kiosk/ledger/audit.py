"""Does the ledger still say what it said? Every row, copy, node and head is checked against the others and the signed heads.

What cannot be found from the file alone: a whole older copy of it put back, with the heads that it had then; and records that
were written with the signing key by someone who has stolen it. A head that was kept elsewhere (`checkpoint`) finds both. A
notice that no record refers to may have been removed, or another added: it proves nothing about anyone.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlite_utils import Database

from kiosk import __version__
from kiosk.consent.code import short_code
from kiosk.consent.decision import Act
from kiosk.consent.erasure import Erasure
from kiosk.ledger import schema, tree
from kiosk.ledger.checkpoint import Checkpoint, CheckpointError, opened, split, vouched, with_successors
from kiosk.ledger.store import BUSY_SECONDS, DROPS, ENDS, YES, LedgerError

STEP = 10_000
Progress = Callable[[int, int], None]
"""(records checked, records in all)"""


@dataclass(frozen=True, slots=True)
class Finding:
    table: str
    where: str  # "record 17", a hash, or a size
    what: str

    def __str__(self) -> str:
        return f"{self.table}, {self.where}: {self.what}"


@dataclass(slots=True)
class Report:
    """What was checked and found; sound if nothing was found."""

    records: int = 0
    erased: int = 0
    root: str = ""  # hex
    heads: int = 0
    head: str = ""  # the newest signed one
    keys: list[Ed25519PublicKey] = field(default_factory=list)  # those that were given, and those that they vouched for
    findings: list[Finding] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not self.findings

    def add(self, table: str, where: object, what: str) -> None:
        self.findings.append(Finding(table, str(where), what))


def verify(
    path: Path, public_keys: Sequence[Ed25519PublicKey], checkpoint: str | None = None, progress: Progress | None = None
) -> Report:
    """Check everything. Raises LedgerError where the file cannot be used: none, not SQLite, locked, newer, beyond reading.

    public_keys: of every key that ever signed heads here, but for those that one of them vouched for when it was renewed.
    checkpoint: a signed head that was kept elsewhere.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as connection:
            connection.isolation_level = None
            connection.execute("BEGIN")  # one moment of a ledger that may be growing
            _usable(path, connection)
            connection.text_factory = bytes  # what was altered need not be text
            return _Audit(connection, public_keys, checkpoint, progress).run()
    except (sqlite3.Error, OSError) as error:
        raise LedgerError(
            f"The ledger {path} cannot be checked: {error}. If it is damaged, keep it as it is and check your newest copy."
        ) from error


def _usable(path: Path, connection: sqlite3.Connection) -> None:
    known = {migration.name for migration in schema.migrations._migrations}
    there = {migration.name for migration in schema.migrations.applied(Database(connection))}
    if there - known:
        raise LedgerError(
            f"{path} was written by a newer version of the kiosk than this one, {__version__}. Check it with that."
        )
    if not there:
        raise LedgerError(f"{path} is not a ledger of the kiosk. Give its state directory with --state.")
    if known - there:
        raise LedgerError(f"{path} was written by an older version of the kiosk. Start the kiosk once on it, then check again.")


class _Audit:
    def __init__(
        self,
        connection: sqlite3.Connection,
        public_keys: Sequence[Ed25519PublicKey],
        checkpoint: str | None,
        progress: Progress | None,
    ):
        self.execute = connection.execute
        self.keys = public_keys
        self.checkpoint = checkpoint
        self.progress = progress or (lambda done, of: None)
        self.report = Report()
        self.tree = tree.Tree()
        self.whole = True  # no record is missing so far, so that tree and heads can be compared
        self.needed: dict[str, dict[str, int]] = {"shown": {}, "notices": {}}  # hash -> the first record that refers to it
        self.erased: list[list[int]] = []
        self.told_erased: list[tuple[int, int, int]] = []  # first, last, the record that says so
        self.open: dict[str, int] = {}
        self.kept: set[int] = set()  # sizes whose heads must be there

    def run(self) -> Report:
        self.check_schema()
        self.nodes = {(level, place): hash for level, place, hash in self.execute("SELECT level, place, hash FROM nodes")}
        self.read_keys()
        self.read_heads()
        self.check_records()
        self.check_erased()
        self.check_copies()
        self.check_heads()
        self.check_open_visits()
        for level, place in self.nodes if self.whole else ():
            self.report.add("nodes", f"{level}/{place}", "stands for no records")
        return self.report

    def check_schema(self) -> None:
        for (said,) in self.execute("PRAGMA integrity_check(20)"):
            if said != b"ok":
                self.report.add("file", "structure", said.decode(errors="replace"))
        query = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        fresh = Database(memory=True)
        schema.migrations.apply(fresh)
        wanted = {tuple(part.encode() for part in row) for row in fresh.execute(query)}
        fresh.close()
        there = set(self.execute(query))
        for kind, name, table, _ in sorted(wanted ^ there):
            what = f"{kind.decode(errors='replace')} {name.decode(errors='replace')}"
            self.report.add(table.decode(errors="replace"), what, "is missing, altered or was added")

    def read_keys(self) -> None:
        told = self.execute("SELECT payload ->> '$.detail.statement' FROM records WHERE act = 'new_key' ORDER BY seq")
        notes = [note.decode(errors="replace") for (note,) in told if isinstance(note, bytes)]
        self.keys = self.report.keys = with_successors(self.keys, notes)

    def read_heads(self) -> None:
        self.heads: dict[int, Checkpoint] = {}
        for size, note in self.execute("SELECT size, note FROM checkpoints ORDER BY size"):
            try:
                text = note.decode()
                head = opened(text, self.keys) if self.keys else Checkpoint.parse(text)
                if len(split(text)[1]) != 1 or head.size != size:
                    raise CheckpointError("It is not the head that the kiosk signs for this size.")
            except (CheckpointError, UnicodeDecodeError) as error:
                self.report.add("checkpoints", size, str(error))
            else:
                self.heads[size] = head
                self.report.head = text
            self.report.heads += 1
        self.given: Checkpoint | None = None
        if self.checkpoint is not None:
            try:
                self.given = opened(self.checkpoint, self.keys)
            except CheckpointError as error:  # what it says is nobody's word, and compared with nothing
                self.report.add("given head", Checkpoint.parse(self.checkpoint).size, str(error))

    def check_records(self) -> None:
        (count,) = self.execute("SELECT count(*) FROM records").fetchone()
        self.watched = {*self.heads, *([self.given.size] if self.given else [])}
        self.check_roots()
        previous, day = 0, None
        for row in self.execute("SELECT seq, at, act, visit, code, salt, payload, leaf FROM records ORDER BY seq"):
            seq, at, *_, leaf = row
            if seq != previous + 1:
                self.report.add("records", f"record {previous + 1}", f"missing, up to {seq - 1}")
                self.whole = False
            if day is not None and at is not None and at[:10] != day:
                self.kept.add(seq - 1)
            if seq % schema.HEADS_EVERY == 0:
                self.kept.add(seq)
            previous, day = seq, None if at is None else at[:10]
            wrong = self.check_record(row)
            if wrong:
                self.report.add("records", f"record {seq}", wrong)
            if self.whole and isinstance(leaf, bytes):
                for level, place, hash in self.tree.push(leaf):
                    if self.nodes.pop((level, place), None) != hash:
                        self.report.add("nodes", f"{level}/{place}", "does not fit the records below it")
                if self.tree.size in self.watched:
                    self.check_roots()
            if seq % STEP == 0:
                self.progress(seq, count)
        self.progress(count, count)
        self.report.records = count
        self.report.root = self.tree.root().hex()
        self.last = previous

    def check_record(self, row: tuple[Any, ...]) -> str:
        """What is wrong with it, or nothing."""
        seq, at, act, visit, code, salt, payload, leaf = row
        if payload is None:
            self.report.erased += 1
            if self.erased and self.erased[-1][1] == seq - 1:
                self.erased[-1][1] = seq
            else:
                self.erased.append([seq, seq])
            return "" if at is act is visit is code is salt is None else "was erased, but not all of it"
        if not isinstance(salt, bytes) or tree.leaf_hash(salt, payload) != leaf:
            return "content, salt or leaf was altered"
        try:
            return self.check_content(seq, at, act, visit, code, json.loads(payload.decode()))
        except (AttributeError, KeyError, TypeError, ValueError):
            return "its content is not such as the kiosk writes"

    def check_content(
        self, seq: int, at: bytes, act: bytes, visit: bytes | None, code: bytes | None, told: dict[str, Any]
    ) -> str:
        if at != told["at"].encode() or act != told["act"].encode():
            return "its time or act is not what its content says"
        said = told.get("visit")
        if visit != (said.encode() if said else None) or code != (_code(said) if said else None):
            return "its visit or code is not what its content says"
        if told["act"] in YES:
            if not said:
                return "it is the yes of no visit"
            self.open[said] = seq
        elif told["act"] in ENDS and said:
            self.open.pop(said, None)
        if told["act"] in DROPS:
            self.told_erased += [(first, last, seq) for first, last in told["detail"]["records"]]
        if told["act"] == Act.ERASURE and not _signed(told.get("detail", {})):
            return "the camera's signature does not fit what it said that it erased"
        if told["act"] == Act.NEW_KEY and self.keys:
            try:
                vouched(told["detail"]["statement"], self.keys)
            except CheckpointError:
                return "no known key vouches for the new key that it names"
        if "choice" in told:
            for hash in (told["shown"], *told.get("before", ())):
                self.needed["shown"].setdefault(hash, seq)
            self.needed["notices"].setdefault(told["notice"], seq)
        return ""

    def check_roots(self) -> None:
        size = self.tree.size
        if size in self.heads and self.heads[size].root != self.tree.root():
            self.report.add("checkpoints", size, f"the first {size} records are not those that this head signed")
        if self.given and self.given.size == size and self.given.root != self.tree.root():
            self.report.add("given head", size, f"the first {size} records are not those that this head signed")

    def check_erased(self) -> None:
        for first, last, by in self.told_erased:
            if not 1 <= first <= last < by:
                self.report.add("records", f"record {by}", f"says that {first} to {last} were erased, which cannot be")
        told = list(_merged((first, last) for first, last, _ in self.told_erased))
        if told == self.erased:
            return
        there, said = ({seq for first, last in ranges for seq in range(first, last + 1)} for ranges in (self.erased, told))
        for first, last in _merged((seq, seq) for seq in sorted(there - said)):
            self.report.add(
                "records", f"record {first}", f"content missing, up to {last}, and no record says that it was erased"
            )
        for first, last in _merged((seq, seq) for seq in sorted(said - there)):
            self.report.add("records", f"record {first}", f"is there, up to {last}, though a record says that it was erased")

    def check_copies(self) -> None:
        for table, needed in self.needed.items():
            there = set()
            for hash, content in self.execute(f"SELECT hash, content FROM {table}"):
                name = hash.decode(errors="replace")
                there.add(name)
                if hashlib.sha256(content).hexdigest() != name:
                    self.report.add(table, name, "does not fit its hash")
                if table == "shown" and name not in needed:
                    self.report.add(table, name, "no record refers to it")
            for name in sorted(needed.keys() - there):
                self.report.add(table, name, f"is missing; record {needed[name]} refers to it")

    def check_heads(self) -> None:
        if self.given and self.given.size > self.last:
            self.report.add("given head", self.given.size, f"the ledger holds only {self.last} records: its end was cut off")
        if not self.report.heads:
            if self.keys and self.last:
                self.report.add("checkpoints", 0, "no head was ever signed for these records")
            return
        newest = max(self.heads, default=0)
        if newest > self.last:
            self.report.add("records", f"record {self.last + 1}", f"missing, up to {newest}: the end was cut off")
        elif newest < self.last:
            self.report.add("records", f"record {newest + 1}", f"added, up to {self.last}, without a signed head")
        wanted = self.kept | {self.last}
        for size in sorted(wanted - self.heads.keys()) if newest == self.last else ():
            self.report.add("checkpoints", size, "its head is missing")
        for size in sorted(self.heads.keys() - wanted) if newest == self.last else ():
            self.report.add("checkpoints", size, "a newer head should have replaced it")

    def check_open_visits(self) -> None:
        rows = {visit.decode(errors="replace"): seq for visit, seq in self.execute("SELECT visit, seq FROM open_visits")}
        for visit in sorted(rows.keys() | self.open.keys()):
            seq = self.open.get(visit)
            # What ended it may have been erased since: then the row is rightly gone.
            ended = visit not in rows and any(last > self.open[visit] for _, last in self.erased)
            if rows.get(visit) != seq and not ended:
                self.report.add("open_visits", f"record {seq or rows[visit]}", "is not what the records say about open visits")


def _signed(detail: dict[str, Any]) -> bool:
    """Is a deletion statement signed by its key, or not at all?"""
    if not detail.get("signature"):
        return True
    return Erasure(detail["camera"], (), detail["statement"], detail["key"], detail["signature"]).signed


@lru_cache(4096)
def _code(visit: str) -> bytes:
    return short_code(visit).encode()


def _merged(ranges: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Ranges in order, neighbours and overlaps as one."""
    current: list[Any] = []
    for first, last in sorted(ranges):
        if current and first <= current[1] + 1:
            current[1] = max(current[1], last)
        else:
            if current:
                yield current
            current = [first, last]
    if current:
        yield current
