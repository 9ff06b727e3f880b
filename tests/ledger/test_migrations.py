"""Ledgers as earlier versions left them. To add one: sqlite3 STATE/ledger.db .dump > tests/ledger/schema-MIGRATION.sql"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.consent.decision import Act, Entry
from kiosk.ledger import schema
from kiosk.ledger.audit import verify
from kiosk.ledger.store import Ledger
from kiosk.ledger.table import lines

from .conftest import KEY, ORIGIN, Book, visit
from .disk import Left, check_each, record

HERE = Path(__file__).resolve().parent
VERSIONS = sorted(HERE.glob("*.sql"))
ALL = [migration.name for migration in schema.migrations._migrations]
COLUMNS = "seq, at, act, visit, code, salt, payload, leaf"


def laid_down(dump: Path, path: Path) -> Path:
    with closing(sqlite3.connect(path)) as db:
        db.executescript(dump.read_text(encoding="utf-8"))
    return path


def content(path: Path) -> list[list[tuple]]:
    """Records and copies, whatever the version."""
    with closing(sqlite3.connect(path)) as db:
        queries = (f"SELECT {COLUMNS} FROM records ORDER BY seq", "SELECT * FROM shown ORDER BY hash", "SELECT * FROM notices")
        return [db.execute(query).fetchall() for query in queries]


def open_visits(rows: list[tuple]) -> set[str]:
    """By the records alone, in the words of every version."""
    still: dict[str, bool] = {}
    for _, _, act, visit_of, *_ in rows:
        if visit_of and act in ("opt_in", "renewed", "opt_out", "withdrawn", "ended"):
            still[visit_of] = act in ("opt_in", "renewed")
    return {each for each, is_open in still.items() if is_open}


def test_every_schema_but_the_newest_is_here_as_it_was():
    there = set()
    for dump in VERSIONS:
        with closing(sqlite3.connect(":memory:")) as db:
            db.executescript(dump.read_text(encoding="utf-8"))
            names = [name for (name,) in db.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
        assert names == ALL[: len(names)], f"{dump.name} is of no version of this project"
        there.add(len(names))
    assert set(range(1, len(ALL))) <= there


@pytest.mark.parametrize("dump", VERSIONS, ids=lambda dump: dump.stem)
def test_an_old_ledger_goes_on_with_nothing_lost(dump, tmp_path):
    path = laid_down(dump, tmp_path / "ledger.db")
    before = content(path)
    assert all(before), "an old ledger with nothing in it proves nothing"
    with closing(Book(path).open()) as ledger:
        assert content(path) == before
        assert set(ledger.interrupted()) == open_visits(before[0])
        assert len(list(lines(ledger.rows()))) == 1 + sum(row[6] is not None for row in before[0])
        root = ledger.root()
        assert ledger.append(Entry(Act.LAPSED, visit(900))).seq == len(before[0]) + 1
    report = verify(path, [KEY.public_key()])
    assert report.sound, report.findings
    with closing(Book(path).open()) as again:
        assert again.count() == report.records
        assert again.root() != root


@pytest.mark.parametrize("dump", VERSIONS, ids=lambda dump: dump.stem)
def test_an_old_ledger_can_be_read_before_it_is_migrated(dump, tmp_path):
    path = laid_down(dump, tmp_path / "ledger.db")
    with closing(Ledger(path, read_only=True)) as ledger:
        assert [row.payload for row in ledger.rows()] == [json.loads(row[6]) for row in content(path)[0] if row[6] is not None]


@pytest.mark.slow
@pytest.mark.parametrize("dump", VERSIONS, ids=lambda dump: dump.stem)
def test_a_migration_that_is_cut_short_is_done_at_the_next_start(dump, library, folder):
    (folder / "shop").mkdir()
    before = content(laid_down(dump, folder / "shop" / "ledger.db"))

    def check(left: Path, how: Left) -> None:
        with closing(Ledger(left / "ledger.db", key=KEY, origin=ORIGIN)) as ledger:
            assert content(ledger.path) == before
            ledger.append(Entry(Act.LAPSED, visit(900)))
        report = verify(left / "ledger.db", [KEY.public_key()])
        assert report.sound, report.findings

    code = """
import sys
from pathlib import Path
from kiosk.ledger.store import Ledger
from tests.ledger.conftest import KEY, ORIGIN
Ledger(Path(sys.argv[1]) / "ledger.db", key=KEY, origin=ORIGIN).close()
"""
    disk = record(library, folder / "shop", code)
    assert check_each(disk, folder / "left", check) >= 3
