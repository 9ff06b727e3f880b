import itertools
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.consent.code import short_code
from kiosk.consent.decision import Act, Choice, Decision, Entry, Purpose, Shown
from kiosk.consent.visit import Answer
from kiosk.ledger import tree
from kiosk.ledger.store import Ledger, LedgerError

NOON = datetime(2026, 11, 21, 12, 0, 59, 999_999, tzinfo=UTC)
V, W = "11" * 16, "22" * 16
SHOWN = Shown("ab" * 32, "en", "portrait 1080x1920", ("Yes", "No"), (Choice.OPT_IN, Choice.OPT_OUT))
YES = Decision((Purpose.DWELL,), (Purpose.DWELL,), SHOWN)
NO = Decision((Purpose.DWELL,), (), SHOWN)
OPT_IN = Entry(Act.OPT_IN, V, YES)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path):
    ledger = Ledger(path, clock=lambda: NOON)
    yield ledger
    ledger.close()


def acts(*names, visit=V):
    return [Entry(Act(name), visit, {"opt_in": YES, "opt_out": NO}.get(name)) for name in names]


def test_what_is_appended_is_there_again(ledger, path):
    written = [ledger.append(entry) for entry in (OPT_IN, Entry(Act.ENDED, V, why="left"), Entry(Act.STAFF, by="ada"))]
    ledger.close()
    again = Ledger(path, read_only=True)
    assert list(again.rows()) == written
    assert [row.seq for row in written] == [1, 2, 3]
    assert {row.at for row in written} == {NOON.replace(second=0, microsecond=0)}
    again.close()


def test_the_same_screen_is_kept_once(ledger):
    other = Shown("ab" * 32, "ar", "portrait 1080x1920", ("نعم", "لا"), (Choice.OPT_IN, Choice.OPT_OUT))
    for shown in (SHOWN, SHOWN, other):
        ledger.append(Entry(Act.OPT_IN, V, Decision((Purpose.DWELL,), (Purpose.DWELL,), shown)))
    assert {hash for (hash,) in ledger._db.execute("SELECT hash FROM shown")} == {SHOWN.hash(), other.hash()}


def test_a_refuser_leaves_almost_nothing(ledger):
    row = ledger.append(Entry(Act.OPT_OUT, V, NO))
    assert row.payload == {
        "act": "opt_out",
        "visit": V,
        "at": "2026-11-21T12:00+00:00",
        "choice": "opt_out",
        "asked": ["dwell"],
        "notice": SHOWN.notice,
        "shown": SHOWN.hash(),
        "language": "en",
        "method": "touch",
        "software": row.payload["software"],
    }
    (stored,) = ledger._db.query("SELECT * FROM records")
    assert stored.keys() == {"seq", "at", "act", "visit", "code", "salt", "payload", "leaf"}
    assert "59" not in stored["at"]
    tables = set(ledger._db.table_names())
    known = {"records", "shown", "notices", "nodes", "checkpoints", "open_visits", "probe", "_sqlite_migrations"}
    assert tables - known == set()
    assert not ledger._db["open_visits"].count


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (["opt_in"], Answer.YES),
        (["opt_out"], Answer.NO),
        (["opt_in", "ended"], Answer.YES),
        (["opt_in", "ended", "renewed"], Answer.YES),
        (["opt_in", "withdrawn"], Answer.WITHDRAWN),
        (["opt_in", "withdrawn", "lapsed"], Answer.WITHDRAWN),
        (["opt_in", "withdrawn", "opt_out"], Answer.NO),
        (["lapsed"], None),
    ],
)
def test_find_tells_what_was_last_said(ledger, said, found):
    for entry in (*acts("opt_in", visit=W), *acts(*said), *acts("opt_out", visit=W)):
        ledger.append(entry)
    assert ledger.find(short_code(V)) == ((V, found) if found else None)
    assert ledger.find("0000000000") is None


@pytest.mark.parametrize(
    ("said", "open_"),
    [
        (["opt_in"], True),
        (["opt_in", "ended", "renewed"], True),
        (["opt_in", "withdrawn", "opt_in"], True),
        (["opt_in", "ended"], False),
        (["opt_in", "withdrawn"], False),
        (["opt_in", "withdrawn", "lapsed"], False),
        (["opt_out"], False),
        (["lapsed"], False),
    ],
)
def test_interrupted(ledger, said, open_):
    for entry in (*acts(*said), Entry(Act.STAFF, why="reset", by="ada")):
        ledger.append(entry)
    assert ledger.interrupted() == ((V,) if open_ else ())


def test_interrupted_are_told_oldest_first(ledger):
    for visit in (W, V):
        ledger.append(Entry(Act.OPT_IN, visit, YES))
    assert ledger.interrupted() == (W, V)


# --- nothing changes -------------------------------------------------------------------------------------------------

REFUSED = {
    "change a record": "UPDATE records SET act = 'opt_in'",
    "change a key": "UPDATE records SET seq = 9 WHERE seq = 1",
    "change or replace": "UPDATE OR REPLACE records SET seq = 1 WHERE seq = 2",
    "delete a record": "DELETE FROM records WHERE seq = 1",
    "replace a record": "INSERT OR REPLACE INTO records SELECT * FROM records WHERE seq = 1",
    "replace by REPLACE": "REPLACE INTO records SELECT * FROM records WHERE seq = 1",
    "replace by rowid": "INSERT OR REPLACE INTO records(rowid, at, act, salt, payload, leaf) VALUES (1, '', '', x'', '', x'')",
    "insert twice": "INSERT INTO records SELECT * FROM records WHERE seq = 1",
    "insert or ignore": "INSERT OR IGNORE INTO records SELECT * FROM records WHERE seq = 1",
    "upsert": "INSERT INTO records SELECT * FROM records WHERE seq = 1 ON CONFLICT(seq) DO UPDATE SET act = 'opt_in'",
    "change a screen": "UPDATE shown SET content = ''",
    "delete a screen": "DELETE FROM shown",
    "replace a screen": "INSERT OR REPLACE INTO shown(hash, content) SELECT hash, '' FROM shown",
    "replace a screen by rowid": "INSERT OR REPLACE INTO shown(rowid, hash, content) VALUES (1, 'other', '')",
    "change a notice": "UPDATE notices SET content = ''",
    "delete a notice": "DELETE FROM notices",
    "replace a notice": "INSERT OR REPLACE INTO notices(hash, content) VALUES ('n1', '')",
    "replace a notice by rowid": "INSERT OR REPLACE INTO notices(rowid, hash, content) VALUES (1, 'other', '')",
}


def dump(path):
    with sqlite3.connect(path) as connection:
        tables = [connection.execute(f"SELECT * FROM {name}").fetchall() for name in ("records", "shown", "notices")]
    connection.close()
    return tables


@pytest.mark.parametrize("case", REFUSED)
def test_nothing_written_can_be_changed(ledger, path, case):
    for entry in (OPT_IN, Entry(Act.ENDED, V)):
        ledger.append(entry)
    ledger.keep_notice("n1", {"words": "Yes"})
    before = dump(path)
    assert all(before)
    connection = sqlite3.connect(path)  # another program, not this ledger
    with pytest.raises(sqlite3.IntegrityError, match="append-only"), connection:
        connection.execute(REFUSED[case])
    connection.close()
    assert dump(path) == before


def test_a_notice_is_kept_once(ledger, path):
    for _ in range(2):
        ledger.keep_notice("n1", {"words": "Yes"})
    assert dump(path)[2] == [("n1", '{"words":"Yes"}')]


def test_root_is_the_tree_over_every_record(ledger):
    assert ledger.root() == tree.root([]).hex()
    rows = [ledger.append(OPT_IN) for _ in range(5)]
    assert len({row.hash for row in rows}) == 5  # equal payloads, unequal salts
    assert ledger.root() == tree.root([bytes.fromhex(row.hash) for row in rows]).hex()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE records SET payload = replace(payload, 'opt_in', 'opt_out') WHERE seq = 2",
        "UPDATE records SET salt = zeroblob(16) WHERE seq = 2",
        "UPDATE records SET leaf = zeroblob(32) WHERE seq = 2",
    ],
)
def test_root_finds_what_was_altered_behind_its_back(ledger, sql):
    for _ in range(3):
        ledger.append(OPT_IN)
    ledger._db.execute("DROP TRIGGER records_no_update")
    ledger._db.conn.execute(sql)
    ledger._db.conn.commit()
    with pytest.raises(LedgerError, match="record 2 was altered"):
        ledger.root()


# --- what cannot be used ---------------------------------------------------------------------------------------------


def test_a_newer_ledger_is_refused_and_left_alone(ledger, path):
    ledger.append(OPT_IN)
    ledger.close()
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES ('ledger', 'second', '2027-01-01')"
        )
    connection.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(LedgerError, match=r"newer version of the kiosk.*'second'.*nothing was changed"):
            Ledger(path, read_only=read_only)
    assert path.read_bytes() == before


def no_database(path):
    path.write_text("This is a letter, not a database. " * 100)


def no_ledger_at_all(path):
    path.parent.rmdir()


def damaged(path):
    ledger = Ledger(path)
    ledger.append(OPT_IN)
    ledger.close()
    path.write_bytes(b"SQLite format 3\0" + os.urandom(4096))


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("spoil", [no_database, Path.mkdir, no_ledger_at_all, damaged])
def test_what_is_no_ledger_is_one_error_and_left_alone(tmp_path, spoil, read_only):
    path = tmp_path / "in" / "ledger.db"
    path.parent.mkdir()
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=f"^The ledger {path} cannot be used: .*nothing in it was changed.$") as caught:
        Ledger(path, read_only=read_only)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_reading_needs_a_ledger_that_exists(path):
    with pytest.raises(LedgerError):
        Ledger(path, read_only=True)
    assert not path.exists()


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "what?.db", "a#b.db"])
def test_reading_takes_any_file_name(tmp_path, name):
    ledger = Ledger(tmp_path / name)
    ledger.append(OPT_IN)
    ledger.close()
    again = Ledger(tmp_path / name, read_only=True)
    assert len(list(again.rows())) == 1
    with pytest.raises(LedgerError, match="readonly"):
        again.append(OPT_IN)
    again.close()


PRINTS_THE_ERROR = """
import os
import sys
from pathlib import Path
from kiosk.consent.decision import Act, Entry
from kiosk.ledger.store import Database, Ledger, LedgerError
if os.geteuid() == 0 and "nobody" in sys.argv:  # root may do anything
    Database(memory=True).close()  # which imports what this Python may not find as nobody
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    ledger = Ledger(Path(sys.argv[1]))
    for _ in range(int(sys.argv[2])):
        ledger.append(Entry(Act.LAPSED, "11" * 16))
        print("appended", flush=True)
except LedgerError as error:
    print(error)
"""


def python(code, *args, **options):
    """Run code in a Python of its own, with this kiosk, and give what it printed."""
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, **options)


@pytest.fixture
def open_folder():
    """A folder that any account can reach."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


@pytest.mark.parametrize(("mode", "why"), [(0o000, "unable to open database file"), (0o444, "readonly database")])
def test_a_file_that_this_account_may_not_write(open_folder, mode, why):
    path = open_folder / "ledger.db"
    ledger = Ledger(path)
    ledger.append(OPT_IN)
    ledger.close()
    before = path.read_bytes()
    path.chmod(mode)
    done = python(PRINTS_THE_ERROR, path, 1, "nobody")
    assert done.stdout.startswith(f"The ledger {path} cannot be used: "), done.stderr
    assert why in done.stdout
    assert done.stdout.count("\n") == 1
    path.chmod(0o644)
    assert path.read_bytes() == before


# --- the disk and the plug -------------------------------------------------------------------------------------------


def check_after(path, reported):
    """Everything that was reported as written is there, and it verifies; at most one more may be."""
    ledger = Ledger(path)
    rows = list(ledger.rows())
    assert reported <= len(rows) <= reported + 1
    ledger.root()
    ledger.probe()
    assert ledger.append(OPT_IN).seq == len(rows) + 1
    ledger.close()


@pytest.mark.parametrize("after", [1, 17, 60])
def test_what_was_reported_survives_a_kill(path, after):
    command = [sys.executable, "-c", PRINTS_THE_ERROR, str(path), "1000000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        reported = sum(1 for _ in itertools.islice(child.stdout, after))
        child.send_signal(signal.SIGKILL)
        reported += sum(1 for line in child.stdout if line == "appended\n")
    assert reported >= after
    check_after(path, reported)


def fills_up(path, **options):
    done = python(PRINTS_THE_ERROR, path, 100_000, **options)
    *appended, error = done.stdout.splitlines()
    assert set(appended) == {"appended"}, done.stderr
    assert error.startswith(f"The ledger {path} cannot be used: ")
    return len(appended)


def test_a_file_that_cannot_grow(path):
    def small_files_only():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    check_after(path, fills_up(path, preexec_fn=small_files_only))


def test_a_full_disk(tmp_path):
    mount, umount = shutil.which("mount"), shutil.which("umount")
    disk = tmp_path / "disk"
    disk.mkdir()
    if not mount or subprocess.run([mount, "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("only root can mount a small disk")
    try:
        reported = fills_up(disk / "ledger.db")
        shutil.copytree(disk, tmp_path / "copy")
    finally:
        subprocess.run([umount, disk], check=True)
    check_after(tmp_path / "copy" / "ledger.db", reported)


def test_an_append_that_fails_leaves_nothing_behind(ledger, path):
    ledger.append(Entry(Act.LAPSED, W))
    before = dump(path)
    ledger._db.execute("CREATE TRIGGER full BEFORE INSERT ON records BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    with pytest.raises(LedgerError, match="disk full"):
        ledger.append(OPT_IN)
    assert dump(path) == before


def test_a_busy_ledger_is_an_error_and_soon(ledger, path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    started = datetime.now(UTC)
    with pytest.raises(LedgerError, match="locked"):
        ledger.append(OPT_IN)
    assert datetime.now(UTC) - started < timedelta(seconds=2)
    other.close()
    assert ledger.append(OPT_IN).seq == 1
