import hashlib
import json
import os
import re
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from kiosk.consent.decision import Act, Entry, canonical, digest
from kiosk.ledger import schema, tree
from kiosk.ledger.audit import verify
from kiosk.ledger.checkpoint import Checkpoint
from kiosk.ledger.store import LedgerError

from .conftest import KEY, NO, NOTICE, ORIGIN, YES, Book, visit

KEYS = [KEY.public_key()]
TABLES = ("records", "shown", "notices", "nodes", "checkpoints", "open_visits")


class Forger:
    """Someone who may write the file, but has no key. Leaves the triggers as they were."""

    def __init__(self, path):
        self.db = sqlite3.connect(path, isolation_level=None)
        self.triggers = self.db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()

    def __enter__(self):
        for name, _ in self.triggers:
            self.db.execute(f"DROP TRIGGER {name}")
        return self.db

    def __exit__(self, *_):
        for _, sql in self.triggers:
            self.db.execute(sql)
        self.db.close()


def columns(db, table):
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def dump(path):
    with closing(sqlite3.connect(path)) as db:
        db.text_factory = bytes
        return {table: db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}


def as_written(value, column_type):
    """SQL and parameter that store any bytes in a column of this type."""
    return ("CAST(? AS TEXT)", value) if column_type is str else ("?", value)


def test_what_nobody_touched_is_sound(filled):
    report = verify(filled, KEYS)
    assert report.findings == []
    assert (report.records, report.erased) == (len(dump(filled)["records"]), 4)
    assert report.heads == len(dump(filled)["checkpoints"]) == 3  # the end of a day, the 256th, the newest
    assert Checkpoint.parse(report.head).root.hex() == report.root


def test_the_filled_ledger_has_something_in_every_table(filled):
    assert all(dump(filled).values())


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_changed_cell_is_found(filled, data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(filled, folder))
        with Forger(path) as db:
            table = data.draw(st.sampled_from(TABLES))
            rows = db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            row = data.draw(st.sampled_from(rows))
            filled_in = [place for place, value in enumerate(row) if value is not None]
            place = data.draw(st.sampled_from(filled_in))
            name, value = columns(db, table)[place], row[place]
            key = " AND ".join(f"{column} IS ?" for column in columns(db, table))
            if isinstance(value, int):
                sql, other = "?", value ^ 1 << data.draw(st.integers(0, 40))
            else:
                raw = value.encode() if isinstance(value, str) else value
                bit = data.draw(st.integers(0, len(raw) * 8 - 1))
                changed = bytearray(raw)
                changed[bit // 8] ^= 1 << bit % 8
                sql, other = as_written(bytes(changed), type(value))
            try:
                db.execute(f"UPDATE {table} SET {name} = {sql} WHERE {key}", [other, *row])
            except sqlite3.IntegrityError:
                return  # a key that is taken
        assert dump(path) != dump(filled)
        assert not verify(path, KEYS).sound, f"{table}.{name} of {row}"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_row_that_went_came_or_moved_is_found(filled, data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(filled, folder))
        with Forger(path) as db:
            table = data.draw(st.sampled_from(TABLES))
            rows = db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            row = data.draw(st.sampled_from(rows))
            names = columns(db, table)
            match = " AND ".join(f"{column} IS ?" for column in names)
            marks = ", ".join("?" * len(names))
            way = data.draw(st.sampled_from(["delete", "add", "swap", "empty"]))
            if way == "delete":
                db.execute(f"DELETE FROM {table} WHERE {match}", row)
            elif way == "add":
                key = row[0] + 500 if isinstance(row[0], int) else row[0][::-1]
                if table == "notices":  # one that fits its hash and that nobody refers to proves nothing
                    return
                db.execute(f"INSERT INTO {table} VALUES ({marks})", [key, *row[1:]])
            elif way == "swap":
                other = data.draw(st.sampled_from(rows))
                if other[1:] == row[1:]:
                    return
                for one, two in ((row, other), (other, row)):
                    changes = ", ".join(f"{column} = ?" for column in names[1:])
                    try:
                        db.execute(f"UPDATE {table} SET {changes} WHERE {names[0]} = ?", [*two[1:], one[0]])
                    except sqlite3.IntegrityError:
                        return
            elif table == "records" and row[1] is not None:
                db.execute(f"UPDATE {table} SET {', '.join(f'{name} = NULL' for name in names[1:-1])} WHERE {match}", row)
            else:
                return
        assert not verify(path, KEYS).sound, f"{way} {table} {row}"


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_flipped_bit_anywhere_in_the_file_is_found_or_changes_nothing(filled, data):
    raw = bytearray(filled.read_bytes())
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= 1 << data.draw(st.integers(0, 7))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.db")
        path.write_bytes(raw)
        try:
            sound = verify(path, KEYS).sound
        except LedgerError:
            return  # beyond reading
        assert not sound or dump(path) == dump(filled)


def rewritten(db, seq, **changes):
    """A record that says something else, with a leaf and nodes to match."""
    salt, payload = db.execute("SELECT salt, payload FROM records WHERE seq = ?", [seq]).fetchone()
    payload = canonical(json.loads(payload) | changes)
    db.execute(
        "UPDATE records SET act = ?, payload = ?, leaf = ? WHERE seq = ?",
        [json.loads(payload)["act"], payload.decode(), tree.leaf_hash(salt, payload), seq],
    )
    regrow(db)


def yes_of_nobody(db):
    rewritten(db, 30, act="opt_in", choice="opt_in", agreed=["dwell"], visit=None)
    db.execute("UPDATE records SET visit = NULL, code = NULL WHERE seq = 30")


def nonsense(payload):
    """A record whose leaf fits its content, which is none."""

    def forge(db):
        (salt,) = db.execute("SELECT salt FROM records WHERE seq = 30").fetchone()
        changed = [payload, tree.leaf_hash(salt, payload)]
        db.execute("UPDATE records SET payload = CAST(? AS TEXT), leaf = ? WHERE seq = 30", changed)
        regrow(db)

    return forge


def regrow(db):
    db.execute("DELETE FROM nodes")
    grown = tree.Tree()
    for (leaf,) in db.execute("SELECT leaf FROM records ORDER BY seq").fetchall():
        db.executemany("INSERT INTO nodes VALUES (?, ?, ?)", grown.push(leaf))
    return grown


def cut(db):
    db.execute("DELETE FROM records WHERE seq > 260")
    db.execute("DELETE FROM open_visits")


def cut_with_its_heads(db):
    cut(db)
    db.execute("DELETE FROM checkpoints WHERE size > 260")


def another_key(db):
    cut(db)
    grown = regrow(db)
    db.execute("DELETE FROM checkpoints WHERE size > 256")
    note = Checkpoint(ORIGIN, grown.size, grown.root()).sign(Ed25519PrivateKey.generate())
    db.execute("INSERT INTO checkpoints VALUES (?, ?)", [grown.size, note])


def another_screen(db):
    content = canonical({"words": ["You are being filmed."]}).decode()
    db.execute("INSERT INTO shown VALUES (?, ?)", [hashlib.sha256(content.encode()).hexdigest(), content])


def a_head_of_now(db):
    """One that the kiosk signed, and that a newer one replaced."""
    grown = tree.Tree()
    for (leaf,) in db.execute("SELECT leaf FROM records WHERE seq <= 100 ORDER BY seq").fetchall():
        grown.push(leaf)
    db.execute("INSERT INTO checkpoints VALUES (100, ?)", [Checkpoint(ORIGIN, 100, grown.root()).sign(KEY)])


FORGERIES = {
    "a no became a yes": (lambda db: rewritten(db, 30, act="opt_in", choice="opt_in", agreed=["dwell"]), "this head signed"),
    "a yes is nobody's": (yes_of_nobody, "it is the yes of no visit"),
    "the end was cut off": (cut, "the end was cut off"),
    "the end was cut off, with its heads": (cut_with_its_heads, "added, up to 260, without a signed head"),
    "the end was cut off and signed by someone else": (another_key, "None of the given keys signed this"),
    "a screen went": (lambda db: db.execute("DELETE FROM shown"), "is missing; record"),
    "a notice went": (lambda db: db.execute("DELETE FROM notices"), "is missing; record"),
    "heads went": (lambda db: db.execute("DELETE FROM checkpoints WHERE size = 256"), "its head is missing"),
    "all heads went": (lambda db: db.execute("DELETE FROM checkpoints"), "no head was ever signed"),
    "nodes went": (lambda db: db.execute("DELETE FROM nodes WHERE level = 4 AND place = 3"), "does not fit the records"),
    "content that is no text": (nonsense(b"\xff{}"), "not such as the kiosk writes"),
    "content that is no JSON": (nonsense(b"{"), "not such as the kiosk writes"),
    "content that is no record": (nonsense(b"[]"), "not such as the kiosk writes"),
    "content without a time": (nonsense(b'{"act":"opt_out"}'), "not such as the kiosk writes"),
    "a screen came that nobody saw": (another_screen, "no record refers to it"),
    "a head came back": (a_head_of_now, "a newer head should have replaced it"),
    "a head lies elsewhere": (lambda db: db.execute("UPDATE checkpoints SET size = 200 WHERE size = 256"), "for this size"),
    "a head has a second signature": (
        lambda db: db.execute(
            "UPDATE checkpoints SET note = note || '— someone.example AAAAAAA=' || char(10) WHERE size = 256"
        ),
        "for this size",
    ),
    "an index lies": (
        lambda db: (
            db.execute("PRAGMA writable_schema = ON"),
            db.execute("UPDATE sqlite_master SET sql = replace(sql, '(code)', '(visit)') WHERE name = 'records_code'"),
        ),
        "records_code",
    ),
}


@pytest.mark.parametrize("case", FORGERIES)
def test_forgeries(copy, case):
    forge, told = FORGERIES[case]
    with Forger(copy) as db:
        forge(db)
    findings = verify(copy, KEYS).findings
    assert any(told in str(finding) for finding in findings), findings


def test_a_trigger_that_went_is_found(copy):
    with closing(sqlite3.connect(copy)) as db:
        db.execute("DROP TRIGGER records_no_update")
    assert [str(finding) for finding in verify(copy, KEYS).findings] == [
        "records, trigger records_no_update: is missing, altered or was added"
    ]


def test_an_older_copy_is_found_with_a_head_that_was_kept_elsewhere(copy, tmp_path):
    older = Path(shutil.copy(copy, tmp_path / "older.db"))
    ledger = Book(copy).open()
    ledger.append(Entry(Act.OPT_OUT, visit(500), NO))
    kept = ledger.head()
    ledger.append(Entry(Act.OPT_OUT, visit(501), NO))
    ledger.close()
    assert verify(copy, KEYS, checkpoint=kept).sound
    assert verify(older, KEYS).sound, "this is what cannot be found from the file alone"
    (finding,) = verify(older, KEYS, checkpoint=kept).findings
    assert "its end was cut off" in str(finding)


def test_another_history_is_found_with_a_head_that_was_kept_elsewhere(copy, tmp_path):
    other = Book(tmp_path / "other.db")
    ledger = other.open()
    for _ in range(3):
        ledger.append(Entry(Act.LAPSED, visit(1)))
    kept = ledger.head()
    ledger.close()
    assert any("given head" in str(finding) for finding in verify(copy, KEYS, checkpoint=kept).findings)


def test_a_head_that_none_of_the_keys_signed_is_compared_with_nothing(copy):
    head = Checkpoint(ORIGIN, 10_000, bytes(32)).sign(Ed25519PrivateKey.generate())
    (finding,) = verify(copy, KEYS, checkpoint=head).findings
    assert "None of the given keys signed this" in str(finding)


def test_a_renewed_key(copy):
    renewed = Ed25519PrivateKey.generate()
    with pytest.raises(LedgerError, match="is not this kiosk's"):
        Book(copy, key=renewed).open()
    ledger = Book(copy, key=renewed).open(older=KEYS)
    ledger.append(Entry(Act.OPT_IN, visit(500), YES))
    ledger.close()
    assert verify(copy, [*KEYS, renewed.public_key()]).sound
    assert not verify(copy, [renewed.public_key()]).sound
    assert not verify(copy, KEYS).sound


def test_it_tells_how_far_it_is(filled):
    steps = []
    verify(filled, KEYS, progress=lambda done, of: steps.append((done, of)))
    assert steps[-1] == (steps[-1][1], len(dump(filled)["records"]))


def test_a_ledger_that_grows_meanwhile_is_sound(copy):
    ledger = Book(copy).open()

    def grow(done, of):
        ledger.append(Entry(Act.LAPSED, visit(done)))

    assert verify(copy, KEYS, progress=grow).sound
    assert verify(copy, KEYS).sound
    ledger.close()


UNUSABLE = {
    "there is none": (lambda path: path.unlink(), "unable to open"),
    "it is no database": (lambda path: path.write_text("A letter. " * 1000), "file is not a database"),
    "it is another database": (
        lambda path: (path.unlink(), sqlite3.connect(path).execute("CREATE TABLE t (x)")),
        "not a ledger",
    ),
    "it is beyond reading": (lambda path: path.write_bytes(path.read_bytes()[:4096] + os.urandom(90_000)), "cannot be checked"),
    "it is newer": (
        lambda path: sqlite3.connect(path, isolation_level=None).execute(
            "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES ('ledger', 'later', '2027')"
        ),
        "newer version",
    ),
}


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("case", UNUSABLE)
def test_what_cannot_be_used(copy, case):
    spoil, told = UNUSABLE[case]
    spoil(copy)
    with pytest.raises(LedgerError, match=re.escape(str(copy))) as caught:
        verify(copy, KEYS)
    assert told in str(caught.value)


def test_a_ledger_that_was_never_migrated_is_not_called_tampered(tmp_path):
    path = tmp_path / "ledger.db"
    old = Database(path)
    schema.migrations.apply(old, stop_before="proofs")
    old.close()
    with pytest.raises(LedgerError, match="older version of the kiosk"):
        verify(path, KEYS)


def test_copies_are_what_their_hashes_say(filled):
    for table in ("shown", "notices"):
        for hash, content in dump(filled)[table]:
            assert hashlib.sha256(content).hexdigest().encode() == hash
    assert digest(NOTICE).encode() in {hash for hash, _ in dump(filled)["notices"]}
