"""The ledger's tables, and the triggers that keep what is in them. A released migration is never edited."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from kiosk.ledger import tree

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


@migrations()
def proofs(db: Database) -> None:
    """Records whose content can be dropped; tree nodes, signed heads, and the visits that are open now."""
    db.execute("ALTER TABLE records RENAME TO older")
    for sql in TABLES:
        db.execute(sql)
    db.execute("INSERT INTO records SELECT seq, at, act, visit, code, salt, payload, leaf FROM older ORDER BY seq")
    db.execute("DROP TABLE older")
    for column in ("at", "code"):
        db.execute(f"CREATE INDEX records_{column} ON records({column})")
    db.execute("CREATE INDEX records_notice ON records(seq) WHERE act = 'notice'")
    db.execute("CREATE INDEX records_duty ON records(seq) WHERE act IN ('alarm', 'staff')")
    grown = tree.Tree()
    for (leaf,) in db.execute("SELECT leaf FROM records ORDER BY seq"):
        for node in grown.push(leaf):
            db.execute("INSERT INTO nodes VALUES (?, ?, ?)", node)
    db.execute(
        "INSERT INTO open_visits SELECT visit, seq FROM records JOIN (SELECT max(seq) AS seq FROM records GROUP BY visit) "
        "USING (seq) WHERE act IN ('opt_in', 'renewed') AND visit IS NOT NULL"
    )
    for name in ("shown", "notices"):
        db.execute(f"DROP TRIGGER {name}_no_delete")
    for sql in TRIGGERS:
        db.execute(sql)


TABLES = (
    """CREATE TABLE records (
        seq INTEGER PRIMARY KEY, at TEXT, act TEXT, visit TEXT, code TEXT, salt BLOB, payload TEXT, leaf BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE nodes (
        level INTEGER, place INTEGER, hash BLOB NOT NULL, PRIMARY KEY (level, place)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT",
    "CREATE TABLE open_visits (visit TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID",
)

HEADS_EVERY = 256
"""A signed head that a newer one follows stays if its size is a multiple of this, or if it is the last of a day."""


def superseded(size: str) -> str:
    """SQL: may the head of this size go? A day that was erased from both sides of it is no longer known."""
    return f"""(
        {size} < (SELECT max(size) FROM checkpoints) AND {size} % {HEADS_EVERY} <> 0 AND NOT coalesce((
            SELECT substr(this.at, 1, 10) <> substr(next.at, 1, 10)
            FROM records this, records next WHERE this.seq = {size} AND next.seq = {size} + 1
        ), 0)
    )"""


def named(what: str, fits: str) -> str:
    """SQL: does the newest record say that this is dropped?"""
    return f"""EXISTS (
        SELECT 1 FROM (SELECT act, payload FROM records ORDER BY seq DESC LIMIT 1) newest,
            json_each(newest.payload, '$.detail.{what}') told
        WHERE newest.act IN ('erased', 'purged') AND {fits}
    )"""


def refuse(table: str, name: str, verb: str, when: str) -> str:
    return f"""CREATE TRIGGER {table}_no_{name} BEFORE {verb} ON {table} WHEN {when}
        BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"""


TRIGGERS = (
    refuse(
        "records",
        "update",
        "UPDATE",
        f"""NOT (
            NEW.seq = OLD.seq AND NEW.leaf = OLD.leaf
            AND coalesce(NEW.at, NEW.act, NEW.visit, NEW.code, NEW.salt, NEW.payload) IS NULL
            AND OLD.payload IS NOT NULL AND OLD.act NOT IN ('erased', 'purged')
            AND {named("records", "OLD.seq BETWEEN told.value ->> 0 AND told.value ->> 1")}
        )""",
    ),
    refuse("records", "delete", "DELETE", "1"),
    refuse("records", "overwrite", "INSERT", "EXISTS (SELECT 1 FROM records WHERE seq = NEW.seq OR rowid = NEW.rowid)"),
    refuse("nodes", "update", "UPDATE", "1"),
    refuse("nodes", "delete", "DELETE", "1"),
    refuse("nodes", "overwrite", "INSERT", "EXISTS (SELECT 1 FROM nodes WHERE level = NEW.level AND place = NEW.place)"),
    refuse("checkpoints", "update", "UPDATE", "1"),
    refuse("checkpoints", "delete", "DELETE", f"NOT {superseded('OLD.size')}"),
    refuse("checkpoints", "way_back", "INSERT", "NEW.size <= (SELECT max(size) FROM checkpoints)"),
    *(refuse(name, "delete", "DELETE", f"NOT {named(name, 'told.value = OLD.hash')}") for name in ("shown", "notices")),
)
