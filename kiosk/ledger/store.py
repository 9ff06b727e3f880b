"""The append-only ledger: one SQLite file, each record durable before `append` returns.

Records, copies of the screen and notices can be added but never changed: triggers refuse UPDATE, DELETE and an INSERT over
an existing row (which `INSERT OR REPLACE` would otherwise slip past the other two, by the key or by the hidden rowid).
"""

import json
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from kiosk import __version__
from kiosk.consent.decision import Act, Entry, VisitId, canonical
from kiosk.consent.receipt import short_code
from kiosk.consent.visit import Answer
from kiosk.ledger import tree

SALT_BYTES = 16
BUSY_SECONDS = 0.5

ANSWERS = {
    Act.OPT_IN: Answer.YES,
    Act.RENEWED: Answer.YES,
    Act.OPT_OUT: Answer.NO,
    Act.WITHDRAWN: Answer.WITHDRAWN,
}


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


migrations = Migrations("ledger")


@migrations()
def first(db: Database) -> None:
    db.table("records").create(
        {
            "seq": int,
            "at": str,
            "act": str,
            "visit": str,
            "code": str,
            "salt": bytes,
            "payload": str,
            "leaf": bytes,
        },
        pk="seq",
        not_null={"at", "act", "salt", "payload", "leaf"},
        strict=True,
    )
    db.table("records").create_index(["visit"])
    db.table("records").create_index(["code"])
    for name in ("shown", "notices"):
        db.table(name).create({"hash": str, "content": str}, pk="hash", not_null={"content"}, strict=True)
    for name, key in (("records", "seq"), ("shown", "hash"), ("notices", "hash")):
        for verb in ("UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {name} "
                f"BEGIN SELECT RAISE(ABORT, '{name} are append-only'); END"
            )
        db.execute(
            f"CREATE TRIGGER {name}_no_overwrite BEFORE INSERT ON {name} "
            f"WHEN EXISTS (SELECT 1 FROM {name} WHERE {key} = NEW.{key} OR rowid = NEW.rowid) "
            f"BEGIN SELECT RAISE(ABORT, '{name} are append-only'); END"
        )
    db.table("probe").create({"id": int, "at": str}, pk="id", strict=True)
    db.table("probe").insert({"id": 1, "at": ""})


class Ledger:
    def __init__(self, path: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC), read_only: bool = False):
        """Open the ledger, creating or migrating it unless read_only. Raises LedgerError.

        clock: the wall time, UTC; records keep its minute.
        """
        self.path = path
        self._clock = clock
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
        known = {migration.name for migration in migrations._migrations}
        newer = sorted({migration.name for migration in migrations.applied(self._db)} - known)
        if newer:
            raise LedgerError(
                f"{self.path} was written by a newer version of the kiosk (it has '{newer[0]}'); "
                f"this is {__version__}. Install the newer version; nothing was changed."
            )
        if not read_only:
            self._db.enable_wal()
            self._db.execute("PRAGMA synchronous = FULL")
            migrations.apply(self._db)

    def close(self) -> None:
        self._db.close()

    def append(self, entry: Entry) -> Row:
        """Commit one entry durably. Raises LedgerError, and then nothing was written."""
        at = self._clock().replace(second=0, microsecond=0)
        payload = _payload(entry, at)
        salt = secrets.token_bytes(SALT_BYTES)
        leaf = tree.leaf_hash(salt, canonical(payload))
        with self._explained(), self._db.atomic():
            if entry.decision:
                self._keep("shown", payload["shown"], entry.decision.shown.content)
            seq = (self._db.execute("SELECT max(seq) FROM records").fetchone()[0] or 0) + 1
            self._db.table("records").insert(
                {
                    "seq": seq,
                    "at": payload["at"],
                    "act": entry.act,
                    "visit": entry.visit,
                    "code": short_code(entry.visit) if entry.visit else None,
                    "salt": salt,
                    "payload": canonical(payload).decode(),
                    "leaf": leaf,
                }
            )
        return Row(seq, at, entry.act, entry.visit, payload, leaf.hex())

    def keep_notice(self, hash: str, content: dict[str, Any]) -> None:
        """Keep a copy of a notice under its hash. Raises LedgerError."""
        with self._explained(), self._db.atomic():
            self._keep("notices", hash, lambda: content)

    def probe(self) -> None:
        """Prove that the disk still takes a commit. Raises LedgerError."""
        with self._explained(), self._db.atomic():
            self._db.execute("UPDATE probe SET at = ? WHERE id = 1", [self._clock().isoformat()])

    def find(self, code: str) -> tuple[VisitId, Answer] | None:
        """The visit behind a short code and what it last said. Raises LedgerError."""
        rows = [row for row in self._rows("code = ?", [code]) if row.act in ANSWERS]
        return (rows[-1].visit, ANSWERS[rows[-1].act]) if rows else None

    def interrupted(self) -> tuple[VisitId, ...]:
        """Visits whose permission was never ended: the kiosk stopped under them. Raises LedgerError."""
        with self._explained():
            rows = self._db.execute(
                "SELECT visit FROM records JOIN (SELECT max(seq) AS seq FROM records GROUP BY visit) USING (seq) "
                "WHERE act IN (?, ?) ORDER BY seq",
                [Act.OPT_IN, Act.RENEWED],
            )
            return tuple(visit for (visit,) in rows)

    def rows(self) -> Iterator[Row]:
        """Every record, oldest first. Raises LedgerError."""
        return self._rows("1", [])

    def root(self) -> str:
        """RFC 6962 root over all records, hex, after checking each row against its leaf. Raises LedgerError."""
        leaves = []
        with self._explained():
            for seq, at, act, visit, code, salt, payload, leaf in self._db.execute(
                "SELECT seq, at, act, visit, code, salt, payload, leaf FROM records ORDER BY seq"
            ):
                if seq != len(leaves) + 1:
                    raise LedgerError(f"{self.path}: record {len(leaves) + 1} is missing.")
                told = json.loads(payload) if tree.leaf_hash(salt, payload.encode()) == leaf else {}
                genuine = (at, act, visit) == (told.get("at"), told.get("act"), told.get("visit"))
                if not genuine or code != (short_code(visit) if visit else None):
                    raise LedgerError(f"{self.path}: record {seq} was altered after it was written.")
                leaves.append(leaf)
        return tree.root(leaves).hex()

    def _rows(self, where: str, values: list[Any]) -> Iterator[Row]:
        with self._explained():
            for row in self._db.table("records").rows_where(where, values, order_by="seq"):
                yield Row(
                    row["seq"],
                    datetime.fromisoformat(row["at"]),
                    Act(row["act"]),
                    row["visit"],
                    json.loads(row["payload"]),
                    row["leaf"].hex(),
                )

    def _keep(self, table: str, hash: str, content: Callable[[], dict[str, Any]]) -> None:
        if not self._db.execute(f"SELECT 1 FROM {table} WHERE hash = ?", [hash]).fetchone():
            self._db.table(table).insert({"hash": hash, "content": canonical(content()).decode()})

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(
                f"The ledger {self.path} cannot be used: {error}. Check the disk and the file's owner; "
                "if the file is damaged, move it aside and keep it: nothing in it was changed."
            ) from error


def _payload(entry: Entry, at: datetime) -> dict[str, Any]:
    payload: dict[str, Any] = {
        "act": entry.act,
        "at": at.isoformat(timespec="minutes"),
        "software": __version__,
    }
    for name in ("visit", "why", "by"):
        if getattr(entry, name):
            payload[name] = getattr(entry, name)
    if entry.decision:
        shown = entry.decision.shown
        payload |= {
            "choice": entry.decision.choice,
            "asked": list(entry.decision.asked),
            "notice": shown.notice,
            "language": shown.language,
            "shown": shown.hash(),
            "method": entry.decision.method,
        }
        if entry.decision.agreed:
            payload["agreed"] = list(entry.decision.agreed)
        if entry.decision.party > 1:
            payload["party"] = entry.decision.party
    return payload
