"""The append-only ledger: one SQLite file, each record durable before `append` returns.

Records, copies of the screen, notices and tree nodes can be added but never changed: triggers refuse UPDATE, DELETE and an
INSERT over an existing row (which `INSERT OR REPLACE` would otherwise slip past the other two, by the key or by the hidden
rowid). One thing is let through: a record's content, or a copy that no record needs any more, may be dropped if the newest
record is one of Act.ERASED or Act.PURGED that names it. The leaf stays, and with it the tree.

Each append signs the tree's new head in the same transaction, so that a tail cannot be cut off unnoticed. Of the older heads
those of every 256th record and the last of each day stay.
"""

import json
import secrets
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlite_utils import Database

from kiosk import __version__
from kiosk.consent.code import short_code
from kiosk.consent.decision import Act, Choice, Entry, VisitId, canonical
from kiosk.consent.visit import Answer, Duty
from kiosk.ledger import checkpoint, schema, tree
from kiosk.ledger.checkpoint import Checkpoint

SALT_BYTES = 16
BUSY_SECONDS = 0.5
LONGEST_PAUSE = timedelta(days=366)

ANSWERS = {
    Act.OPT_IN: Answer.YES,
    Act.RENEWED: Answer.YES,
    Act.OPT_OUT: Answer.NO,
    Act.WITHDRAWN: Answer.WITHDRAWN,
}
YES = (Act.OPT_IN, Act.RENEWED)
ENDS = (Act.OPT_OUT, Act.WITHDRAWN, Act.ENDED)
DROPS = (Act.ERASED, Act.PURGED)
"""Their records say what was dropped, and are never dropped themselves."""
STAYS = (*DROPS, Act.NEW_KEY)
"""What else the proofs rest on."""

IN_FORCE = """
    SELECT max(seq) FROM records WHERE act = 'notice'
    UNION SELECT max(seq) FROM records WHERE act = 'alarm' OR act = 'staff' AND payload ->> '$.why' = 'alarm_cleared'
    UNION SELECT max(seq) FROM records WHERE act = 'staff' AND payload ->> '$.why' IN ('zone_off', 'zone_on')
"""
"""The records that say what holds now, however old: the notice, whether there is an alarm, and whether staff turned it off."""

VERIFY = "Run `kiosk ledger verify`, keep the file as it is, and move it aside to go on with a new one."


class LedgerError(RuntimeError):
    """The ledger cannot be used; the message names the file, the reason and the next step."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it is stored."""

    seq: int
    at: datetime  # UTC, whole minute
    act: Act
    visit: VisitId | None
    payload: dict[str, Any]
    hash: str  # the leaf, hex


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge dropped: the first and last record and how many; zeros if nothing was old enough."""

    first: int = 0
    last: int = 0
    count: int = 0


class Ledger:
    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        read_only: bool = False,
        key: Ed25519PrivateKey | None = None,
        origin: str = "",
        older: Iterable[Ed25519PublicKey] = (),
    ):
        """Open the ledger, creating or migrating it unless read_only. Raises LedgerError.

        clock: the wall time, UTC; records keep its minute. key: signs each new head; without one nothing is signed. origin:
        the ledger's name in its heads, no spaces and no plus sign, e.g. "shop.example/front-door"; empty: the one of its newest
        head. older: keys that signed earlier heads.
        """
        self.path = path
        self._clock = clock
        self._key = key
        self._origin = origin
        self._older = tuple(older)
        self._unsigned = False  # a ledger of a version that signed nothing
        self.signed_before = False  # it held signed heads when it was opened
        if origin and not checkpoint.valid_origin(origin):
            raise LedgerError(f"{origin!r} cannot name a ledger: it may hold no space and no plus sign.")
        self._tree: tree.Tree | None = None
        self._day = ""  # of the newest record
        self._notices: dict[str, dict[str, Any]] = {}
        with self._explained():
            if read_only:
                connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
            else:
                connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
            self._db = Database(connection)
            try:
                self._prepare(read_only)
            except BaseException:
                self._db.close()
                raise

    def _prepare(self, read_only: bool) -> None:
        known = {migration.name for migration in schema.migrations._migrations}
        newer = sorted({migration.name for migration in schema.migrations.applied(self._db)} - known)
        if newer:
            raise LedgerError(
                f"{self.path} was written by a newer version of the kiosk (it has '{newer[0]}'); "
                f"this is {__version__}. Install the newer version; nothing was changed."
            )
        if not read_only:
            self._db.enable_wal()
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA secure_delete = ON")
            with self._writing():  # one step: what is migrated and not yet signed could not be told from what was tampered with
                before = {migration.name for migration in schema.migrations.applied(self._db)}
                self._unsigned = "proofs" not in before
                schema.migrations.apply(self._db)
                self.signed_before = self.head() is not None
                if self._key:
                    self._origin = self._origin or (self.newest_head()[1].origin if self.head() else "kiosk")
                    self._key_id = checkpoint.key_id(self._origin, self._key.public_key())
                    self._grown()

    def close(self) -> None:
        self._db.close()

    def append(self, entry: Entry) -> Row:
        """Commit one entry durably. Raises LedgerError, and then nothing was written."""
        with self._writing():
            return self._append(entry)

    def erase(self, seq: int, why: str) -> Row:
        """Drop one record's content for good; its leaf stays. Gives the record that says so. Raises LedgerError."""
        with self._writing():
            found = self._db.execute("SELECT act, payload FROM records WHERE seq = ?", [seq]).fetchone()
            if not found or found[1] is None or found[0] in STAYS:
                why_not = "names the key that signs after it" if found and found[0] == Act.NEW_KEY else "says what was erased"
                reason = "does not exist" if not found else "was erased already" if not found[1] else why_not
                raise LedgerError(f"Record {seq} of {self.path} cannot be erased: it {reason}. Nothing was changed.")
            row = self._drop(Act.ERASED, why, [seq], {})
        self._build_anew()
        self._empty_log()
        return row

    def purge(self, before: datetime) -> Purged:
        """Drop the content of every record older than this, and copies that no other one needs. Raises LedgerError.

        Also where the clock is more than a year ahead of the newest record: it may be wrong, and what is dropped is gone.
        """
        now, newest = self._clock(), self._newest()
        if newest and now - newest > LONGEST_PAUSE:
            raise LedgerError(
                f"Nothing was dropped from {self.path}: the clock says {now:%Y-%m-%d}, and the newest record is of "
                f"{newest:%Y-%m-%d}. Set the clock; if it is right, dropping goes on after the next visit."
            )
        until = _minute(before.astimezone(UTC))
        with self._writing():
            in_force = {seq for (seq,) in self._db.execute(IN_FORCE)}
            old = [
                seq
                for seq, act in self._db.execute("SELECT seq, act FROM records WHERE at < ? ORDER BY seq", [until])
                if act not in STAYS and seq not in in_force
            ]
            if old:
                self._drop(Act.PURGED, "retention", old, {"before": until})
        if old:
            self._build_anew()
        self._empty_log()
        return Purged(old[0], old[-1], len(old)) if old else Purged()

    def expect(self, note: str, keys: Iterable[Ed25519PublicKey]) -> None:
        """See that this ledger continues the one of an earlier head, which one of the keys signed. Raises LedgerError."""
        try:
            head = checkpoint.opened(note, keys)
        except checkpoint.CheckpointError as error:
            raise LedgerError(f"The head that was kept beside {self.path} cannot be used: {error}") from error
        if not self.continues(head):
            raise LedgerError(
                f"{self.path} is not the ledger that this kiosk wrote: it signed {head.size} records, and these {self.count()} "
                "do not continue them. Put the right one back, from a backup: kiosk ledger restore. If it is lost, move "
                "head.note aside; whoever has a later head will see the gap."
            )

    def _newest(self) -> datetime | None:
        with self._explained():
            at = self._db.execute("SELECT max(at) FROM records").fetchone()[0]
        return datetime.fromisoformat(at) if at else None

    def keep_notice(self, hash: str, content: dict[str, Any]) -> None:
        """Keep a copy of a notice under its hash. Raises LedgerError."""
        with self._writing():
            self._keep("notices", hash, lambda: content)
        self._notices[hash] = content

    def notice_in_force(self) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """Of the notice that was published last, its content and the detail of that record. Raises LedgerError."""
        with self._explained():
            row = self._db.execute(
                "SELECT content, payload -> '$.detail' FROM records JOIN notices ON hash = payload ->> '$.detail.notice' "
                "WHERE act = 'notice' ORDER BY seq DESC LIMIT 1"
            ).fetchone()
        return (json.loads(row[0]), json.loads(row[1])) if row else None

    def alarmed(self) -> bool:
        """Was the last alarm not cleared by staff? Raises LedgerError."""
        last = next((act for act, why in self._duty() if act == Act.ALARM or why == Duty.ALARM_CLEARED), None)
        return last == Act.ALARM

    def off(self) -> bool:
        """Have staff turned it off for everyone, and not on again? Raises LedgerError."""
        return next((why for _, why in self._duty() if why in (Duty.ZONE_OFF, Duty.ZONE_ON)), None) == Duty.ZONE_OFF

    def _duty(self) -> Iterator[tuple[str, str | None]]:
        """(act, why) of alarms and of what staff did, newest first."""
        return self._read("SELECT act, payload ->> '$.why' FROM records WHERE act IN ('alarm', 'staff') ORDER BY seq DESC")

    def probe(self) -> None:
        """Prove that the disk still takes a commit. Raises LedgerError."""
        with self._writing():
            # Not the time: between the records in the log it would date them to the second.
            self._db.execute("UPDATE probe SET at = ? WHERE id = 1", [secrets.token_hex(8)])

    def find(self, code: str) -> tuple[VisitId, Answer] | None:
        """The visit behind a short code and what it last said. Raises LedgerError."""
        row = self.answer(code)
        return (row.visit, ANSWERS[row.act]) if row and row.visit else None

    def answer(self, code: str) -> Row | None:
        """The record of what the visit behind a short code last said. Raises LedgerError."""
        rows = [row for row in self._rows("code = ?", [code]) if row.act in ANSWERS]
        return rows[-1] if rows else None

    def interrupted(self) -> tuple[VisitId, ...]:
        """Visits whose permission was never ended: the kiosk stopped under them. Raises LedgerError."""
        with self._explained():
            return tuple(visit for (visit,) in self._db.execute("SELECT visit FROM open_visits ORDER BY seq"))

    def statements(self, visit: VisitId) -> list[dict[str, Any]]:
        """What the gates said, signed, that they erased for this visit, oldest first. Raises LedgerError."""
        return [row.payload.get("detail", {}) for row in self.rows(visit) if row.act is Act.ERASURE]

    def rows(self, visit: VisitId | None = None, after: int = 0) -> Iterator[Row]:
        """Every record that still has its content, or those of one visit, oldest first. Raises LedgerError."""
        if visit:
            return self._rows("code = ? AND visit = ? AND seq > ?", [short_code(visit), visit, after])
        return self._rows("payload IS NOT NULL AND seq > ?", [after])

    def renewals(self) -> list[str]:
        """Of each renewed key, what the one before said of it, a signed note, oldest first. Raises LedgerError."""
        return [row.payload.get("detail", {}).get("statement", "") for row in self._rows("act = ?", [Act.NEW_KEY])]

    def continues(self, head: Checkpoint) -> bool:
        """Are the first records those that this head is about? Raises LedgerError."""
        with self._explained():
            return self.count() >= head.size and tree.Tree.of(head.size, self._node).root() == head.root

    def count(self) -> int:
        """Records, those whose content was erased too. Raises LedgerError."""
        with self._explained():
            return self._db.conn.execute("SELECT max(seq) FROM records").fetchone()[0] or 0

    def raw(self) -> Iterator[tuple[int, bytes | None, str | None, bytes]]:
        """(seq, salt, payload, leaf) as they are stored, None where the content was erased. Raises LedgerError."""
        return self._read("SELECT seq, salt, payload, leaf FROM records ORDER BY seq")

    def heads(self) -> Iterator[tuple[int, str]]:
        """(size, note) of each signed head that was kept, oldest first. Raises LedgerError."""
        return self._read("SELECT size, note FROM checkpoints ORDER BY size")

    def copies(self, table: Literal["shown", "notices"]) -> Iterator[tuple[str, str]]:
        """(hash, canonical JSON) of each copy. Raises LedgerError."""
        return self._read(f"SELECT hash, content FROM {table} ORDER BY hash")

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """What is read inside is of one moment, while others go on writing."""
        with self._explained():
            self._db.conn.execute("BEGIN")
            try:
                yield
            finally:
                self._db.conn.rollback()

    def root(self) -> str:
        """RFC 6962 root over all records, hex, after checking each row against its leaf. Raises LedgerError."""
        grown = tree.Tree()
        with self._explained():
            for seq, at, act, visit, code, salt, payload, leaf in self._db.execute(
                "SELECT seq, at, act, visit, code, salt, payload, leaf FROM records ORDER BY seq"
            ):
                if seq != grown.size + 1:
                    raise LedgerError(f"{self.path}: record {grown.size + 1} is missing.")
                if payload is not None or salt is not None:
                    fits = tree.leaf_hash(salt or b"", (payload or "").encode()) == leaf
                    told = json.loads(payload) if fits and payload else {}
                    genuine = (at, act, visit) == (told.get("at"), told.get("act"), told.get("visit"))
                    if not genuine or code != (short_code(visit) if visit else None):
                        raise LedgerError(f"{self.path}: record {seq} was altered after it was written.")
                grown.push(leaf)
        return grown.root().hex()

    def head(self) -> str | None:
        """The newest signed head, a C2SP checkpoint; None while nothing was signed. Raises LedgerError."""
        with self._explained():
            found = self._db.execute("SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1").fetchone()
        return found[0] if found else None

    def newest_head(self) -> tuple[str, Checkpoint]:
        """The newest signed note and what it says. Raises LedgerError."""
        note = self.head()
        if note is None:
            raise LedgerError(f"{self.path} has no signed head yet: start the kiosk once with its key, then try again.")
        try:
            return note, Checkpoint.parse(note)
        except checkpoint.CheckpointError as error:
            raise LedgerError(f"The newest signed head in {self.path} cannot be read: {error} {VERIFY}") from error

    def prove(self, seq: int) -> str:
        """A C2SP .tlog-proof that the record is under the newest signed head. Raises LedgerError."""
        note, head = self.newest_head()
        if not 1 <= seq <= head.size:
            raise LedgerError(f"{self.path} has no record {seq} under its newest signed head, which covers {head.size}.")
        with self._explained():
            return checkpoint.proof_file(seq - 1, tree.inclusion_proof(seq - 1, head.size, self._node), note)

    def extension(self, old: int) -> str:
        """What a C2SP witness asks for: a proof that the newest head continues the one of this size. Raises LedgerError."""
        note, head = self.newest_head()
        if not 0 <= old <= head.size:
            raise LedgerError(f"The newest signed head of {self.path} covers {head.size} records; it has none of {old}.")
        with self._explained():
            return checkpoint.witness_request(old, tree.consistency_proof(old, head.size, self._node), note)

    # --- inside a transaction ----------------------------------------------------------------------------------------

    def _append(self, entry: Entry) -> Row:
        grown = self._grown()
        at = self._clock().astimezone(UTC).replace(second=0, microsecond=0)
        payload = _payload(entry, at)
        text = canonical(payload)
        salt = secrets.token_bytes(SALT_BYTES)
        leaf = tree.leaf_hash(salt, text)
        if entry.decision:
            shown = (entry.decision.shown, *entry.decision.before)
            for hash, copy in zip((payload["shown"], *payload.get("before", ())), shown, strict=True):
                self._keep("shown", hash, copy.content)
            if payload["notice"] in self._notices:
                self._keep("notices", payload["notice"], lambda: self._notices[payload["notice"]])
        execute = self._db.conn.execute
        for node in grown.push(leaf):
            execute("INSERT INTO nodes VALUES (?, ?, ?)", node)
        seq = grown.size
        code = short_code(entry.visit) if entry.visit else None
        execute(
            "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [seq, payload["at"], entry.act, entry.visit, code, salt, text.decode(), leaf],
        )
        if entry.act in YES:
            execute("INSERT OR REPLACE INTO open_visits VALUES (?, ?)", [entry.visit, seq])
        elif entry.visit and entry.act in ENDS:
            execute("DELETE FROM open_visits WHERE visit = ?", [entry.visit])
        self._sign(grown, payload["at"])
        return Row(seq, at, entry.act, entry.visit, payload, leaf.hex())

    def _sign(self, grown: tree.Tree, at: str) -> None:
        """Sign the head of the tree whose newest record is of this time."""
        if self._key:
            note = Checkpoint(self._origin, grown.size, grown.root()).sign(self._key, self._key_id)
            self._db.conn.execute("INSERT INTO checkpoints VALUES (?, ?)", [grown.size, note])
            if (grown.size - 1) % schema.HEADS_EVERY and at[:10] == self._day:
                self._db.conn.execute("DELETE FROM checkpoints WHERE size = ?", [grown.size - 1])
        self._day = at[:10]

    def _grown(self) -> tree.Tree:
        """The tree over everything that is there, also if another process appended. Raises LedgerError if heads deny it."""
        size = self.count()
        if self._tree is None or self._tree.size != size:
            found = self._db.conn.execute("SELECT at FROM records WHERE seq = ?", [size]).fetchone()
            self._day = (found[0] or "")[:10] if found else ""
            self._tree = tree.Tree.of(size, self._node)
            if self._key:
                self._agree_with_heads(self._tree, self._key)
        return self._tree

    def _agree_with_heads(self, grown: tree.Tree, key: Ed25519PrivateKey) -> None:
        """Never sign what contradicts an earlier head: raises LedgerError. Where nothing was ever signed, sign it all now."""
        note = self.head()
        if note is None and (self._unsigned or not grown.size):
            self._sign_past()
            return
        if note is None:
            raise LedgerError(f"{self.path} holds {grown.size} records and no signed head: the heads were taken away. {VERIFY}")
        try:
            head = checkpoint.opened(note, [key.public_key(), *self._older])
        except checkpoint.CheckpointError as error:
            raise LedgerError(f"The newest signed head in {self.path} is not this kiosk's: {error} {VERIFY}") from error
        if (head.size, head.root) != (grown.size, grown.root()):
            raise LedgerError(
                f"{self.path} was changed behind the kiosk's back: it holds {grown.size} records, "
                f"which are not the {head.size} that its newest head signed. {VERIFY}"
            )

    def _sign_past(self) -> None:
        """The heads of a ledger that had no key so far, as if it had had one."""
        grown, self._day = tree.Tree(), ""
        for leaf, at in self._db.conn.execute("SELECT leaf, at FROM records ORDER BY seq").fetchall():
            grown.push(leaf)
            self._sign(grown, at or "")

    def _drop(self, act: Act, why: str, seqs: list[int], detail: dict[str, Any]) -> Row:
        execute = self._db.conn.execute
        ranges = list(_ranges(seqs))
        copies: set[str] = set()
        acts: Counter[str] = Counter()
        for first, last in ranges:
            for was, payload in execute("SELECT act, payload FROM records WHERE seq BETWEEN ? AND ?", [first, last]):
                copies |= references(json.loads(payload))
                acts[was] += 1
        unused = self._unused(copies, ranges)
        detail |= {"records": ranges, "count": len(seqs), "acts": dict(acts)}
        for table in ("shown", "notices"):
            there = (execute(f"SELECT hash FROM {table} WHERE hash = ?", [hash]).fetchone() for hash in sorted(unused))
            detail[table] = [hash for (hash,) in filter(None, there) if hash not in self._notices]
        row = self._append(Entry(act, why=why, detail=detail))
        for first, last in ranges:
            execute(
                "UPDATE records SET at = NULL, act = NULL, visit = NULL, code = NULL, salt = NULL, payload = NULL "
                "WHERE seq BETWEEN ? AND ?",
                [first, last],
            )
            execute("DELETE FROM open_visits WHERE seq BETWEEN ? AND ?", [first, last])
        for table in ("shown", "notices"):
            for hash in detail[table]:
                execute(f"DELETE FROM {table} WHERE hash = ?", [hash])
        execute(f"DELETE FROM checkpoints WHERE {schema.superseded('size')}")
        return row

    def _unused(self, copies: set[str], ranges: list[list[int]]) -> set[str]:
        """Which of these hashes no record outside the ranges refers to. Most are in use, and seen soon."""
        dropped = {seq for first, last in ranges for seq in range(first, last + 1)}
        newest_first = "SELECT seq, payload FROM records WHERE payload IS NOT NULL ORDER BY seq DESC"
        for seq, payload in self._db.conn.execute(newest_first):
            if not copies:
                break
            if seq not in dropped:
                copies = copies - references(json.loads(payload))
        return copies

    def _build_anew(self) -> None:
        """SQLite leaves copies of entries where it split a page of what is not in the order of its coming."""
        with self._writing():
            self._db.execute("REINDEX records_code")
            open_visits = self._db.execute("SELECT visit, seq FROM open_visits ORDER BY visit").fetchall()
            self._db.execute("DELETE FROM open_visits")
            self._db.conn.executemany("INSERT INTO open_visits VALUES (?, ?)", open_visits)

    def _empty_log(self) -> None:
        """Take what was dropped out of the log beside the file too. Raises LedgerError while another program reads it."""
        with self._explained():
            busy = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            raise LedgerError(
                f"What was erased is no longer in {self.path}, but may still be in the log beside it, because another program "
                "reads the ledger. Close that program, then purge again."
            )

    def _node(self, level: int, place: int) -> bytes:
        """A complete node's hash: kept, or made from those below it."""
        if level == 0:
            found = self._db.conn.execute("SELECT leaf FROM records WHERE seq = ?", [place + 1]).fetchone()
        elif level % tree.KEPT == 0:
            found = self._db.conn.execute("SELECT hash FROM nodes WHERE level = ? AND place = ?", [level, place]).fetchone()
        else:
            return tree.node_hash(self._node(level - 1, 2 * place), self._node(level - 1, 2 * place + 1))
        if found is None:
            raise LedgerError(f"{self.path} is damaged: node {place} of level {level} is missing. {VERIFY}")
        hash: bytes = found[0]
        return hash

    def _read(self, sql: str) -> Iterator[tuple[Any, ...]]:
        with self._explained():
            yield from self._db.conn.execute(sql)

    def _rows(self, where: str, values: list[Any]) -> Iterator[Row]:
        with self._explained():
            for row in self._db.table("records").rows_where(where, values, order_by="seq"):
                try:
                    at, act, payload = datetime.fromisoformat(row["at"]), Act(row["act"]), json.loads(row["payload"])
                except (TypeError, ValueError) as error:
                    raise LedgerError(f"Record {row['seq']} of {self.path} cannot be read: {error}. {VERIFY}") from error
                yield Row(row["seq"], at, act, row["visit"], payload, row["leaf"].hex())

    def _keep(self, table: str, hash: str, content: Callable[[], dict[str, Any]]) -> None:
        execute = self._db.conn.execute
        if not execute(f"SELECT 1 FROM {table} WHERE hash = ?", [hash]).fetchone():
            execute(f"INSERT INTO {table} VALUES (?, ?)", [hash, canonical(content()).decode()])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction that locks out other writers from its beginning."""
        with self._explained():
            self._db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.conn.execute("COMMIT")
            except BaseException:
                self._tree = None  # it may have grown by what is taken back now
                self._db.conn.rollback()
                raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(
                f"The ledger {self.path} cannot be used: {error}. Check the disk and the file's owner; "
                "if the file is damaged, move it aside and keep it: nothing in it was changed."
            ) from error


def references(payload: dict[str, Any]) -> set[str]:
    """Hashes of the copies that a record needs: screens and notices."""
    detail = payload.get("detail")
    of = [payload.get("shown"), payload.get("notice"), detail.get("notice") if isinstance(detail, dict) else None]
    return {hash for hash in (*of, *payload.get("before", ())) if isinstance(hash, str)}


def _ranges(seqs: Iterable[int]) -> Iterator[list[int]]:
    """1, 2, 3, 7 -> [1, 3], [7, 7]"""
    current: list[int] = []
    for seq in seqs:
        if current and seq == current[1] + 1:
            current[1] = seq
        else:
            if current:
                yield current
            current = [seq, seq]
    if current:
        yield current


def _minute(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


def _payload(entry: Entry, at: datetime) -> dict[str, Any]:
    """What the record says. What is empty is left out, and of a refuser everything that is not needed to prove the no."""
    payload: dict[str, Any] = {"act": entry.act, "at": _minute(at), "software": __version__, "visit": entry.visit}
    decision = entry.decision
    if decision:
        payload |= {
            "choice": decision.choice,
            "asked": list(decision.asked),
            "agreed": list(decision.agreed),
            "notice": decision.shown.notice,
            "language": decision.shown.language,
            "shown": decision.shown.hash(),
            "before": [shown.hash() for shown in decision.before],
            "method": decision.method,
            "profile": decision.profile,
        }
    if not decision or decision.choice is Choice.OPT_IN:
        payload |= {"why": entry.why, "by": entry.by, "detail": dict(entry.detail)}
    if decision and decision.choice is Choice.OPT_IN:
        payload |= {"signature": decision.signature, "party": decision.party if decision.party > 1 else None}
    return {name: value for name, value in payload.items() if value}
