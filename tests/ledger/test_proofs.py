"""Signed heads at each append, proofs, a ledger of version 0.1, and content that is dropped."""

import base64
import os
import random
import re
import sqlite3
import threading
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.consent.code import short_code
from kiosk.consent.decision import Act, Decision, Entry, digest
from kiosk.consent.visit import Answer
from kiosk.ledger import tree
from kiosk.ledger.audit import verify
from kiosk.ledger.checkpoint import Checkpoint, key_id, opened, parse_proof
from kiosk.ledger.store import LedgerError, Purged

from .conftest import ASKED, KEY, NO, NOTICE, ORIGIN, START, YES, Book, screen, statement, visit

KEYS = [KEY.public_key()]
OLD = Path(__file__).with_name("version-0.1.sql")


def heads(path):
    with closing(sqlite3.connect(path)) as db:
        return [size for (size,) in db.execute("SELECT size FROM checkpoints ORDER BY size")]


def fill(ledger, count, first=0):
    ledger._db.execute("PRAGMA synchronous = OFF")
    return [ledger.append(Entry(Act.LAPSED, visit(first + number))) for number in range(count)]


# --- heads -----------------------------------------------------------------------------------------------------------


def test_each_append_signs_the_new_head(book):
    ledger = book.open()
    assert ledger.head() is None
    leaves = []
    for number in range(20):
        leaves.append(bytes.fromhex(ledger.append(Entry(Act.LAPSED, visit(number))).hash))
        assert opened(ledger.head(), KEYS) == Checkpoint(ORIGIN, number + 1, tree.root(leaves))
    ledger.close()
    assert heads(book.path) == [20]


def test_one_head_of_256_and_one_of_a_day_stay(book):
    ledger = book.open()
    for number, count in enumerate((300, 10, 250)):
        book.now = START + timedelta(days=number)
        fill(ledger, count)
    ledger.close()
    assert heads(book.path) == [256, 300, 310, 512, 560]
    assert verify(book.path, KEYS).sound


def test_without_a_key_nothing_is_signed(book):
    ledger = book.open(key=None)
    fill(ledger, 3)
    assert ledger.head() is None
    with pytest.raises(LedgerError, match="no signed head yet"):
        ledger.prove(1)
    ledger.close()


def test_a_ledger_of_a_version_that_signed_nothing_is_signed_as_if_it_always_had_been(book):
    with closing(sqlite3.connect(book.path)) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
    book.open().close()
    assert heads(book.path)
    assert verify(book.path, KEYS).sound


@pytest.mark.parametrize("forged", ["taken away", "of another key", "not signed"])
def test_what_was_rewritten_is_never_signed_again(book, forged):
    """Else the kiosk's own key would vouch for it after the next start."""
    ledger = book.open()
    fill(ledger, 300)
    origin, size, root = Checkpoint.parse(ledger.head()).text().splitlines()
    ledger.close()
    other = Ed25519PrivateKey.generate()
    with closing(sqlite3.connect(book.path, isolation_level=None)) as db:
        for (name,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'checkpoints'"
        ).fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute("DELETE FROM checkpoints")
        if forged == "of another key":
            head = Checkpoint(origin, int(size), base64.b64decode(root))
            db.execute("INSERT INTO checkpoints VALUES (?, ?)", [size, head.sign(other, key_id(origin, other.public_key()))])
        elif forged == "not signed":
            db.execute("INSERT INTO checkpoints VALUES (?, ?)", [size, f"{origin}\n{size}\n{root}\n\n"])
    before = book.path.read_bytes()
    with pytest.raises(LedgerError, match=r"no signed head: the heads were taken away|is not this kiosk's|cannot be read"):
        book.open()
    assert book.path.read_bytes() == before
    assert not verify(book.path, KEYS).sound


def cut(db):
    db.execute("DROP TRIGGER records_no_delete")
    db.execute("DELETE FROM records WHERE seq > 5")


def rewrite(db):
    db.execute("DROP TRIGGER records_no_update")
    db.execute("UPDATE records SET leaf = zeroblob(32) WHERE seq = 9")


def add(db):
    db.execute("INSERT INTO records SELECT 11, at, act, visit, code, salt, payload, leaf FROM records WHERE seq = 10")


def scribble(db):
    db.execute("DROP TRIGGER checkpoints_no_update")
    db.execute("UPDATE checkpoints SET note = 'x'")


@pytest.mark.parametrize("change", [cut, rewrite, add, scribble])
def test_nothing_is_signed_that_contradicts_an_earlier_head(book, change):
    ledger = book.open()
    fill(ledger, 10)
    ledger.close()
    with closing(sqlite3.connect(book.path)) as db, db:
        change(db)
    before = book.path.read_bytes()
    with pytest.raises(LedgerError, match=re.escape(str(book.path))):
        book.open()
    assert book.path.read_bytes() == before


def test_nor_while_the_kiosk_runs(book):
    ledger = book.open()
    fill(ledger, 10)
    with closing(sqlite3.connect(book.path)) as db, db:
        add(db)
    with pytest.raises(LedgerError, match="behind the kiosk's back"):
        ledger.append(Entry(Act.LAPSED, visit(1)))
    ledger.close()


def test_two_writers_take_turns(book):
    one, two = book.open(), book.open()
    for _ in range(40):
        fill(one, 2)
        fill(two, 3)
    assert one.append(Entry(Act.LAPSED, visit(1))).seq == 201
    one.close()
    two.close()
    assert verify(book.path, KEYS).sound


def test_an_append_waits_for_another_writer_and_goes_on_from_what_it_wrote(book):
    ledger = book.open()
    fill(ledger, 3)
    holds = threading.Event()

    def write():
        other = book.open()
        with other._writing():
            other._append(Entry(Act.LAPSED, visit(8)))
            holds.set()
            time.sleep(0.1)
        other.close()

    writer = threading.Thread(target=write)
    writer.start()
    holds.wait(5)
    assert ledger.append(Entry(Act.LAPSED, visit(9))).seq == 5
    writer.join()
    ledger.close()
    assert verify(book.path, KEYS).sound


def test_an_append_that_fails_is_no_part_of_the_next_head(book):
    ledger = book.open()
    fill(ledger, 5)
    ledger._db.execute("CREATE TRIGGER full BEFORE INSERT ON checkpoints BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    with pytest.raises(LedgerError, match="disk full"):
        ledger.append(Entry(Act.LAPSED, visit(7)))
    ledger._db.execute("DROP TRIGGER full")
    assert ledger.append(Entry(Act.LAPSED, visit(7))).seq == 6
    ledger.close()
    assert verify(book.path, KEYS).sound


@pytest.mark.parametrize("origin", ["a b", "a+b", "a\nb"])
def test_a_name_that_no_head_can_bear(book, origin):
    with pytest.raises(LedgerError, match="cannot name a ledger"):
        book.open(origin=origin)


REFUSED = {
    "change a node": "UPDATE nodes SET hash = zeroblob(32)",
    "delete a node": "DELETE FROM nodes",
    "replace a node": "INSERT OR REPLACE INTO nodes SELECT level, place, zeroblob(32) FROM nodes",
    "change a head": "UPDATE checkpoints SET note = ''",
    "delete the newest head": "DELETE FROM checkpoints WHERE size = (SELECT max(size) FROM checkpoints)",
    "delete a 256th head": "DELETE FROM checkpoints WHERE size = 256",
    "delete a day's head": "DELETE FROM checkpoints WHERE size = 100",
    "replace a head": "INSERT OR REPLACE INTO checkpoints SELECT size, '' FROM checkpoints",
    "go back": "INSERT INTO checkpoints VALUES (99, '')",
    "empty a record": "UPDATE records SET at = NULL, act = NULL, visit = NULL, code = NULL, salt = NULL, payload = NULL",
    "empty a payload": "UPDATE records SET payload = NULL WHERE seq = 5",
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_the_triggers_refuse(book, case):
    ledger = book.open()
    fill(ledger, 100)
    book.now += timedelta(days=1)
    fill(ledger, 200)
    ledger.close()
    with closing(sqlite3.connect(book.path)) as db, pytest.raises(sqlite3.IntegrityError, match="append-only"), db:
        db.execute(REFUSED[case])
    assert verify(book.path, KEYS).sound


# --- proofs ----------------------------------------------------------------------------------------------------------


@settings(max_examples=30)
@given(data=st.data())
def test_every_record_can_be_proved(filled, data):
    ledger = Book(filled).open(read_only=True)
    rows = {row.seq: row for row in ledger.rows()}
    seq = data.draw(st.sampled_from(sorted(rows)))
    index, hashes, note = parse_proof(ledger.prove(seq))
    head = opened(note, KEYS)
    assert (index, note) == (seq - 1, ledger.head())
    assert tree.verify_inclusion(bytes.fromhex(rows[seq].hash), index, head.size, hashes, head.root)
    ledger.close()


def test_a_newer_head_goes_on_where_an_older_one_ended(book):
    ledger = book.open()
    fill(ledger, 77)
    older = opened(ledger.head(), KEYS)
    fill(ledger, 200)
    old, *hashes = ledger.extension(77).partition("\n\n")[0].split("\n")
    newer = opened(ledger.extension(77).partition("\n\n")[2], KEYS)
    proof = [base64.b64decode(hash) for hash in hashes]
    assert old == "old 77"
    assert tree.verify_consistency(77, newer.size, older.root, newer.root, proof)
    ledger.close()


def test_there_is_no_proof_of_what_is_not_there(filled):
    ledger = Book(filled).open(read_only=True)
    for call in (lambda: ledger.prove(0), lambda: ledger.prove(9999), lambda: ledger.extension(9999)):
        with pytest.raises(LedgerError, match="head"):
            call()
    ledger.close()


# --- a ledger of version 0.1 -----------------------------------------------------------------------------------------


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "ledger.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
    return path


def test_a_ledger_of_version_0_1_opens_with_nothing_lost(old):
    columns = "seq, at, act, visit, code, salt, payload, leaf"
    with closing(sqlite3.connect(old)) as db:
        before = [db.execute(sql).fetchall() for sql in (f"SELECT {columns} FROM records", "SELECT * FROM shown, notices")]
    ledger = Book(old).open()
    assert ledger.root() == "ecffa9b6f9151c9e2376b53812d01812fbf8a1afdfafb424519f3cf400b201d7"  # as 0.1 said
    assert ledger.interrupted() == (visit(2), visit(5))  # as 0.1 said
    assert ledger.find(short_code(visit(4))) == (visit(4), Answer.YES)
    assert len(heads(old)) == 3
    ledger.append(Entry(Act.ENDED, visit(2), why="interrupted"))
    assert ledger.interrupted() == (visit(5),)
    ledger.close()
    with closing(sqlite3.connect(old)) as db:
        after = [
            db.execute(sql).fetchall()
            for sql in (f"SELECT {columns} FROM records WHERE seq <= {len(before[0])}", "SELECT * FROM shown, notices")
        ]
    assert after == before
    assert verify(old, KEYS).sound


def test_a_ledger_of_version_0_1_can_be_read_before_it_is_migrated(old):
    ledger = Book(old).open(read_only=True)
    assert [row.seq for row in ledger.rows()] == list(range(1, 33))
    assert ledger.root().startswith("ecffa9b6")
    ledger.close()


# --- what is dropped -------------------------------------------------------------------------------------------------


def traces(folder, *texts):
    raw = b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
    return [text for text in texts if text.encode() in raw]


def test_an_erased_record_is_gone_and_the_tree_still_stands(book):
    ledger = book.open()
    ledger.keep_notice(digest(NOTICE), NOTICE)
    for number in (1, 2, 3):
        ledger.append(Entry(Act.OPT_OUT, visit(number << 64), NO))
    ids = visit(2 << 64), short_code(visit(2 << 64))
    assert traces(book.path.parent, *ids) == [*ids]
    row = ledger.erase(2, "asked for")
    assert (row.act, row.visit, row.payload["why"]) == (Act.ERASED, None, "asked for")
    assert row.payload["detail"] == {"records": [[2, 2]], "count": 1, "acts": {"opt_out": 1}, "shown": [], "notices": []}
    assert [each.seq for each in ledger.rows()] == [1, 3, 4]
    assert ledger.find(ids[1]) is None
    assert traces(book.path.parent, *ids) == []
    ledger.root()
    ledger.close()
    assert traces(book.path.parent, *ids) == []
    report = verify(book.path, KEYS)
    assert (report.sound, report.records, report.erased) == (True, 4, 1)


def test_a_purge_drops_what_is_older_and_nothing_else(book):
    ledger = book.open()
    ledger.keep_notice(digest(NOTICE), NOTICE)
    old, new = (screen(word) for word in ("old words", "new words"))
    for number in range(12):
        book.now = START + timedelta(days=number)
        shown = old if number < 5 else new
        ledger.append(Entry(Act.OPT_OUT, visit(number << 64), Decision(ASKED, (), shown)))
    assert ledger.purge(START + timedelta(days=5)) == Purged(1, 5, 5)
    assert ledger.purge(START + timedelta(days=5)) == Purged()
    gone = [visit(number << 64) for number in range(5)]
    kept = [visit(number << 64) for number in range(5, 12)]
    assert traces(book.path.parent, *gone, "old words", *kept, "new words") == [*kept, "new words"]
    *_, last = ledger.rows()
    assert last.act == Act.PURGED
    assert last.payload["detail"]["shown"] == [old.hash()]
    assert last.payload["detail"]["records"] == [[1, 5]]
    assert not any(each in str(last.payload) for each in gone)
    assert verify(book.path, KEYS).sound
    book.now += timedelta(days=300)
    assert ledger.purge(book.now) == Purged(6, 12, 7)
    assert [row.act for row in ledger.rows()] == [Act.PURGED, Act.PURGED], "what says what was dropped is never dropped"
    ledger.close()
    assert verify(book.path, KEYS).sound


def test_a_notice_goes_with_its_last_record_but_never_the_one_in_force(book):
    other = {**NOTICE, "version": "2"}
    ledger = book.open()
    for notice in (NOTICE, other):
        ledger.keep_notice(digest(notice), notice)
    ledger.append(Entry(Act.OPT_OUT, visit(1), Decision(ASKED, (), screen("a", notice=digest(NOTICE)))))
    ledger.append(Entry(Act.OPT_OUT, visit(2), Decision(ASKED, (), screen("b", notice=digest(other)))))
    ledger.close()
    ledger = book.open()
    ledger.keep_notice(digest(other), other)
    book.now += timedelta(days=1)
    ledger.purge(book.now)
    assert [row["hash"] for row in ledger._db.query("SELECT hash FROM notices")] == [digest(other)]
    ledger.append(Entry(Act.OPT_OUT, visit(3), NO))
    ledger.close()
    assert [finding.table for finding in verify(book.path, KEYS).findings] == ["notices"], "NO shows the first notice"


def test_a_notice_that_another_process_purged_comes_back_with_the_next_decision(book):
    kiosk, keeper = book.open(), book.open()
    kiosk.keep_notice(digest(NOTICE), NOTICE)
    kiosk.append(Entry(Act.OPT_OUT, visit(1), NO))
    book.now += timedelta(days=1)
    keeper.purge(book.now)
    kiosk.append(Entry(Act.OPT_OUT, visit(2), NO))
    kiosk.close()
    keeper.close()
    assert verify(book.path, KEYS).sound


@pytest.mark.parametrize(("seq", "why"), [(0, "does not exist"), (9, "does not exist"), (2, "was erased already"), (4, "says")])
def test_what_cannot_be_erased(book, seq, why):
    ledger = book.open()
    fill(ledger, 3)
    ledger.erase(2, "asked for")
    with pytest.raises(LedgerError, match=why):
        ledger.erase(seq, "asked for")
    ledger.close()
    assert verify(book.path, KEYS).sound


EMPTY = "at = NULL, act = NULL, visit = NULL, code = NULL, salt = NULL, payload = NULL"
NOT_EVEN_THEN = {
    "another record": f"UPDATE records SET {EMPTY} WHERE seq = 3",
    "change instead": "UPDATE records SET payload = '{}' WHERE seq = 2",
    "change the leaf": f"UPDATE records SET {EMPTY}, leaf=x'' WHERE seq=2",
    "what says so": f"UPDATE records SET {EMPTY} WHERE seq = 5",
    "a screen": "DELETE FROM shown",
    "a notice": "DELETE FROM notices",
}


@pytest.mark.parametrize("case", NOT_EVEN_THEN)
def test_what_is_refused_though_the_newest_record_names_an_erasure(book, case):
    ledger = book.open()
    ledger.keep_notice(digest(NOTICE), NOTICE)
    for number in range(4):
        ledger.append(Entry(Act.OPT_OUT, visit(number), NO))
    ledger.append(Entry(Act.ERASED, why="asked for", detail={"records": [[2, 2], [5, 5]], "shown": [], "notices": []}))
    ledger.close()
    with closing(sqlite3.connect(book.path)) as db, pytest.raises(sqlite3.IntegrityError, match="append-only"), db:
        db.execute(NOT_EVEN_THEN[case])


def test_a_purge_that_fails_drops_nothing(book):
    ledger = book.open()
    rows = fill(ledger, 5)
    ledger._db.execute(
        "CREATE TRIGGER stop BEFORE UPDATE ON records WHEN OLD.seq = 4 BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    )
    with pytest.raises(LedgerError, match="disk full"):
        ledger.purge(book.now + timedelta(days=1))
    assert list(ledger.rows()) == rows
    ledger.close()


def test_a_clock_far_ahead_drops_nothing(book):
    ledger = book.open()
    fill(ledger, 3)
    rows = list(ledger.rows())
    written, book.now = book.now, book.now + timedelta(days=367)
    with pytest.raises(LedgerError, match=f"the clock says .*, and the newest record is of {written:%Y-%m-%d}. Set the clock"):
        ledger.purge(book.now)
    assert list(ledger.rows()) == rows
    fill(ledger, 1)
    assert ledger.purge(book.now).count == len(rows)
    ledger.close()


def test_a_clock_set_back_loses_nothing(book):
    ledger = book.open()
    fill(ledger, 3)
    book.now -= timedelta(days=400)
    fill(ledger, 3)
    ledger.close()
    assert verify(book.path, KEYS).sound


def test_the_notice_in_force_is_never_dropped(book):
    ledger = book.open()
    ledger.keep_notice(digest(NOTICE), NOTICE)
    for number in range(2):
        ledger.append(Entry(Act.NOTICE, detail={"notice": digest(NOTICE), "number": number}))
    assert ledger.purge(book.now + timedelta(days=1)).count == 1
    content, detail = ledger.notice_in_force()
    assert (content, detail["number"]) == (NOTICE, 1)
    ledger.close()


@pytest.mark.parametrize(
    ("acts", "alarmed"),
    [
        ([], False),
        ([Act.ALARM], True),
        ([Act.ALARM, "reset"], True),
        ([Act.ALARM, "alarm_cleared"], False),
        ([Act.ALARM, "alarm_cleared", Act.ALARM, "reset"], True),
    ],
)
def test_an_alarm_stands_until_staff_have_cleared_it(book, acts, alarmed):
    ledger = book.open()
    for act in acts:
        ledger.append(Entry(act) if isinstance(act, Act) else Entry(Act.STAFF, why=act, by="ada"))
        ledger.append(Entry(Act.LAPSED, visit(1)))
    assert ledger.alarmed() is alarmed
    ledger.close()


@pytest.mark.parametrize(
    ("acts", "off"),
    [
        ([], False),
        (["zone_off"], True),
        (["zone_off", "reset", Act.ALARM, "alarm_cleared"], True),
        (["zone_off", "zone_on", "helped_withdraw"], False),
        (["zone_off", "zone_on", "zone_off"], True),
    ],
)
def test_what_staff_turned_off_is_off_until_they_turn_it_on(book, acts, off):
    ledger = book.open()
    for act in acts:
        ledger.append(Entry(act) if isinstance(act, Act) else Entry(Act.STAFF, why=act, by="ada"))
    assert ledger.off() is off
    ledger.close()


def test_an_alarm_and_an_off_that_hold_are_kept_however_old_they_are(book):
    ledger = book.open()
    for why in ("zone_off", "zone_on", "reset", "zone_off"):
        ledger.append(Entry(Act.STAFF, why=why, by="ada"))
    ledger.append(Entry(Act.ALARM))
    ledger.append(Entry(Act.LAPSED, visit(1)))
    purged = ledger.purge(book.now + timedelta(days=1))
    assert (purged.count, ledger.off(), ledger.alarmed()) == (4, True, True)
    assert [row.payload.get("why") for row in ledger.rows()][:2] == ["zone_off", None]
    ledger.close()
    assert verify(book.path, KEYS).sound


@pytest.mark.parametrize("act", [Act.ERASURE, Act.ALARM, Act.LAPSED])
def test_a_late_word_about_a_visit_does_not_close_its_new_permission(book, act):
    ledger = book.open()
    ledger.keep_notice(digest(NOTICE), NOTICE)
    ledger.append(Entry(Act.OPT_IN, visit(1), YES))
    ledger.append(Entry(act, visit(1)))
    assert ledger.interrupted() == (visit(1),)
    ledger.close()
    assert verify(book.path, KEYS).sound


def test_the_log_dates_no_record(book):
    """The probe is written every two seconds: were it the time, each record between would be known to the second."""
    ledger = book.open()
    for number in range(5):
        book.now += timedelta(seconds=2, microseconds=123456)
        ledger.probe()
        ledger.append(Entry(Act.OPT_OUT, visit(number), NO))
    raw = b"".join(path.read_bytes() for path in sorted(book.path.parent.iterdir()))
    assert book.now.strftime("%H:%M").encode() in raw
    assert not re.search(book.now.strftime("%H:%M:").encode() + rb"\d", raw)
    ledger.close()


def test_a_purge_ends_with_an_empty_log_whatever_it_dropped(book):
    ledger = book.open()
    fill(ledger, 3)
    with closing(sqlite3.connect(book.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM records").fetchone()
        with pytest.raises(LedgerError, match="another program"):
            ledger.purge(book.now + timedelta(days=1))
    again = book.open()  # as another process
    assert again.purge(book.now + timedelta(days=1)).count == 0
    assert traces(book.path.parent, visit(1)) == []
    again.close()
    ledger.close()


def test_a_reader_that_keeps_the_log_is_named(book):
    ledger = book.open()
    fill(ledger, 5)
    with closing(sqlite3.connect(book.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM records").fetchone()
        with pytest.raises(LedgerError, match="another program reads the ledger"):
            ledger.purge(book.now + timedelta(days=1))
    assert traces(book.path.parent, visit(3)) != []
    assert ledger.purge(book.now + timedelta(days=1)).count == 0
    assert traces(book.path.parent, visit(3)) == []
    ledger.close()


def test_an_erased_permission_is_not_interrupted(book):
    ledger = book.open()
    ledger.append(Entry(Act.OPT_IN, visit(1), YES))
    ledger.erase(1, "asked for")
    assert ledger.interrupted() == ()
    ledger.close()


@pytest.mark.slow
def test_not_a_byte_of_thousands_of_purged_visits_stays(book):
    """Pages split, merge and are freed: none of them may keep what was moved."""
    dice = random.Random(7)
    ledger = book.open()
    ledger._db.execute("PRAGMA synchronous = OFF")
    ledger.keep_notice(digest(NOTICE), NOTICE)
    said = []
    for number in range(6000):
        book.now += timedelta(minutes=dice.randrange(9))
        said.append((os.urandom(16).hex(), book.now.replace(second=0)))
        ledger.append(Entry(Act.OPT_IN, said[-1][0], YES))
        if number % 3:
            ledger.append(Entry(Act.ENDED, said[-1][0], why="left"))
    for part in (0.07, 0.15, 0.31, 0.33, 0.6, 0.9):
        cut = said[int(len(said) * part)][1]
        ledger.purge(cut)
        raw = b"".join(path.read_bytes() for path in sorted(book.path.parent.iterdir()))
        gone = {each for each, at in said if at < cut}
        there = {found.decode() for found in re.findall(rb"(?=([0-9a-f]{32}))", raw)}
        codes = {found.decode() for found in re.findall(rb"(?=([0-9A-HJKMNP-TV-Z]{10}))", raw)}
        assert not gone & there
        assert not {short_code(each) for each in gone} & codes
    ledger.close()
    assert verify(book.path, KEYS).sound


def test_deletion_statements_of_a_visit(book):
    ledger = book.open()
    statements = [statement("door"), statement("back")]
    for told, of in zip([*statements, statements[0]], (1, 1, 2), strict=True):
        ledger.append(Entry(Act.ERASURE, visit(of), detail=told))
    assert ledger.statements(visit(1)) == statements
    assert ledger.statements(visit(3)) == []
    ledger.close()


def test_what_a_decision_leaves(book):
    ledger = book.open()
    before = (screen("Age group?"),)
    said = Decision(ASKED, ASKED[:1], screen("Yes"), before, party=3, profile="us-il", signature="ab12")
    row = ledger.append(Entry(Act.OPT_IN, visit(1), said))
    assert row.payload == {
        "act": "opt_in",
        "at": "2026-11-21T12:00+00:00",
        "software": row.payload["software"],
        "visit": visit(1),
        "choice": "opt_in",
        "asked": ["age_group", "dwell"],
        "agreed": ["age_group"],
        "notice": digest(NOTICE),
        "language": "en",
        "shown": said.shown.hash(),
        "before": [before[0].hash()],
        "method": "touch",
        "profile": "us-il",
        "signature": "ab12",
        "party": 3,
    }
    refused = Entry(
        Act.OPT_OUT, visit(2), Decision(ASKED, (), screen("Yes"), before, 3, "touch", "us-il", "ab12"), "x", "y", {"z": 1}
    )
    assert ledger.append(refused).payload.keys() == row.payload.keys() - {"agreed", "signature", "party"}
    ledger.close()


def test_opening_does_not_sign_anew_with_a_renewed_key(book):
    ledger = book.open()
    fill(ledger, 3)
    head = ledger.head()
    ledger.close()
    again = book.open(key=Ed25519PrivateKey.generate(), older=KEYS)
    assert again.head() == head
    again.close()
