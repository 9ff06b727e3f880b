"""A copy that is kept elsewhere, and the way back; another key, and what the old one signed."""

import base64
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import zipfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st

from kiosk.consent.decision import Act, Entry, digest
from kiosk.ledger import backup
from kiosk.ledger.audit import verify
from kiosk.ledger.backup import opened, restore, write
from kiosk.ledger.checkpoint import (
    CheckpointError,
    raw,
    sign_note,
    verifier_key,
    vouch,
    vouched,
    with_successors,
)
from kiosk.ledger.checkpoint import opened as opened_head
from kiosk.ledger.export import export
from kiosk.ledger.store import LedgerError
from kiosk.receipts import keys as key_files
from kiosk.receipts.renew import NEXT, _private, renew

from .conftest import CAMERA, KEY, NOTICE, ORIGIN, Book, visit


def secret(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.fixture
def shop(filled: Path, tmp_path: Path) -> Path:
    """A state directory."""
    state = tmp_path / "shop"
    state.mkdir()
    shutil.copy(filled, state / "ledger.db")
    (state / "receipt-key.pem").write_bytes(secret(KEY))
    (state / "receipt-key.pub.pem").write_bytes(backup.pem(KEY.public_key()))
    return state


def book_of(state: Path) -> Book:
    return Book(state / "ledger.db")


def grow(state: Path, count: int, key: Ed25519PrivateKey = KEY) -> str:
    """The head after so many more records."""
    with closing(book_of(state).open(key=key, older=public(state))) as ledger:
        for number in range(count):
            ledger.append(Entry(Act.LAPSED, visit(5000 + number)))
        (state / "head.note").write_text(ledger.head())
        return ledger.head()


def public(state: Path) -> list:
    return key_files.load(key_files.of_state(state))


def saved(state: Path, out: Path, with_key: bool = False, key: Ed25519PrivateKey = KEY) -> backup.Backup:
    private = state / "receipt-key.pem" if with_key else None
    return write(state / "ledger.db", out, key, key_files.of_state(state), private)


def everything(state: Path) -> dict[str, bytes]:
    """Every file, without the log that a reader leaves beside the ledger."""
    logs = ("ledger.db-wal", "ledger.db-shm")
    return {path.name: path.read_bytes() for path in sorted(state.iterdir()) if path.is_file() and path.name not in logs}


# --- there -----------------------------------------------------------------------------------------------------------


def test_a_backup_says_what_the_ledger_says(shop, tmp_path):
    head = grow(shop, 3)
    out = tmp_path / "elsewhere" / "monday"
    done = saved(shop, out)
    assert done.note == head
    assert done.key_lines == [verifier_key(ORIGIN, KEY.public_key())]
    assert out.stat().st_mode & 0o777 == 0o600
    assert list(out.parent.iterdir()) == [out]
    with opened(out, [KEY.public_key()]) as found:
        assert (found.note, found.report.records, found.private) == (head, done.head.size, False)
        with (
            closing(book_of(shop).open(read_only=True)) as there,
            closing(Book(found.folder / "ledger.db").open(read_only=True)) as copy,
        ):
            assert list(there.raw()) == list(copy.raw())
            assert list(there.heads()) == list(copy.heads())


def test_the_private_key_is_in_it_only_where_it_was_asked_for(shop, tmp_path):
    for with_key in (False, True):
        out = tmp_path / f"with-{with_key}"
        saved(shop, out, with_key)
        with zipfile.ZipFile(out) as archive:
            assert ("receipt-key.pem" in archive.namelist()) is with_key
            assert any(secret(KEY) in archive.read(name) for name in archive.namelist()) is with_key


def test_nobody_else_may_read_a_private_key(shop, tmp_path, monkeypatch):
    """A disk that knows no owners, such as many a stick: it gives every file the same mode."""
    kept = os.open
    monkeypatch.setattr(os, "open", lambda path, flags, mode=0o777, **more: kept(path, flags, mode | 0o044, **more))
    with pytest.raises(LedgerError, match="cannot keep a private key from others"):
        saved(shop, tmp_path / "stick", with_key=True)
    assert not (tmp_path / "stick").exists()


def test_what_is_there_is_not_overwritten_and_what_was_left_behind_is_no_obstacle(shop, tmp_path):
    (tmp_path / "one").write_text("mine")
    with pytest.raises(LedgerError, match="one exists already and was left as it is"):
        saved(shop, tmp_path / "one")
    assert (tmp_path / "one").read_text() == "mine"
    (tmp_path / "two.new").mkdir()
    (tmp_path / "two.new" / "ledger.db").write_text("half")
    saved(shop, tmp_path / "two")
    assert not (tmp_path / "two.new").exists()


def test_a_backup_while_the_kiosk_appends_is_of_one_moment(shop, tmp_path):
    stop, heads = threading.Event(), []

    def append():
        with closing(book_of(shop).open()) as ledger:
            while not stop.is_set():
                ledger.append(Entry(Act.LAPSED, visit(9000 + len(heads))))
                heads.append(ledger.head())

    writer = threading.Thread(target=append)
    writer.start()
    try:
        notes = [saved(shop, tmp_path / f"copy-{number}").note for number in range(3)]
    finally:
        stop.set()
        writer.join()
    assert len(set(notes)) > 1
    assert set(notes[1:]) <= set(heads)


def test_a_ledger_without_a_head_has_no_backup(tmp_path):
    Book(tmp_path / "ledger.db").open(key=None).close()
    with pytest.raises(LedgerError, match="has no signed head yet"):
        write(tmp_path / "ledger.db", tmp_path / "out", KEY, [])
    assert list(everything(tmp_path)) == ["ledger.db"]
    assert not (tmp_path / "out.new").exists()


def test_no_ledger_and_no_place(shop, tmp_path):
    with pytest.raises(LedgerError, match="could not be copied"):
        write(tmp_path / "none.db", tmp_path / "out", KEY, [])
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError, match="could not be copied"):
        saved(shop, tmp_path / "file" / "out")


# --- and back --------------------------------------------------------------------------------------------------------


def test_a_new_machine_goes_on_where_the_old_one_ended(shop, tmp_path):
    head = grow(shop, 2)
    saved(shop, tmp_path / "copy", with_key=True)
    done = restore(tmp_path / "copy", tmp_path / "new")
    assert (done.kept, done.lost, done.private) == (None, 0, True)
    assert (tmp_path / "new" / "receipt-key.pem").read_bytes() == secret(KEY)
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "new").iterdir() if "pub" not in path.name} == {0o600}
    assert (tmp_path / "new" / "head.note").read_text() == head
    assert sorted(everything(tmp_path / "new")) == ["head.note", "ledger.db", "receipt-key.pem", "receipt-key.pub.pem"]
    grow(tmp_path / "new", 1)
    assert verify(tmp_path / "new" / "ledger.db", [KEY.public_key()], head).sound


def test_without_the_private_key_another_one_goes_on(shop, tmp_path):
    head = grow(shop, 2)
    saved(shop, tmp_path / "copy")
    assert not restore(tmp_path / "copy", tmp_path / "new").private
    assert not (tmp_path / "new" / "receipt-key.pub.pem").exists()  # else no new one would be made
    (tmp_path / "new" / "receipt-key.pub.pem").write_bytes(backup.pem(CAMERA.public_key()))
    grow(tmp_path / "new", 1, CAMERA)
    assert verify(tmp_path / "new" / "ledger.db", public(tmp_path / "new"), head).sound


@pytest.mark.parametrize("with_key", [False, True])
def test_a_key_with_which_nothing_was_signed_gives_way_only_to_one_in_the_backup(shop, tmp_path, with_key):
    saved(shop, tmp_path / "copy", with_key)
    new = tmp_path / "new"
    new.mkdir()
    (new / "receipt-key.pem").write_bytes(secret(CAMERA))
    (new / "receipt-key.pub.pem").write_bytes(backup.pem(CAMERA.public_key()))
    done = restore(tmp_path / "copy", new)
    assert (new / "receipt-key.pem").read_bytes() == secret(KEY if with_key else CAMERA)
    assert {raw(key) for key in public(new)} == {raw(KEY.public_key()), raw(CAMERA.public_key())}
    assert not with_key or (done.kept / "receipt-key.pem").read_bytes() == secret(CAMERA)


def test_what_was_there_is_kept_with_what_its_log_held(shop, tmp_path):
    saved(shop, tmp_path / "copy")
    with closing(book_of(shop).open()) as ledger:
        ledger.append(Entry(Act.LAPSED, visit(7000)))
        shutil.copytree(shop, tmp_path / "pulled")  # the plug: the log was not put into the ledger
        head = ledger.head()
    assert (tmp_path / "pulled" / "ledger.db-wal").stat().st_size
    done = restore(tmp_path / "copy", tmp_path / "pulled", older=True)
    assert verify(done.kept / "ledger.db", [KEY.public_key()], head).sound
    assert not (tmp_path / "pulled" / "ledger.db-wal").exists()
    assert verify(tmp_path / "pulled" / "ledger.db", [KEY.public_key()]).sound


@pytest.mark.parametrize("known_by", ["ledger.db", "head.note"])
def test_an_older_ledger_takes_the_place_of_a_newer_one_only_when_told_to(shop, tmp_path, known_by):
    old = saved(shop, tmp_path / "copy").head.size
    grow(shop, 4)
    if known_by == "ledger.db":
        (shop / "head.note").unlink()
    else:
        (shop / "ledger.db").write_bytes(b"damaged")
    before = everything(shop)
    with pytest.raises(
        LedgerError, match=f"copy is older than .*holds {old} records, and the kiosk has signed {old + 4}.*--older"
    ):
        restore(tmp_path / "copy", shop, [KEY.public_key()])
    assert everything(shop) == before
    done = restore(tmp_path / "copy", shop, [KEY.public_key()], older=True)
    assert (done.lost, done.head.size) == (4, old)
    assert (done.kept / known_by).read_bytes() == before[known_by]
    assert verify(shop / "ledger.db", [KEY.public_key()], (shop / "head.note").read_text()).sound


def test_another_history_is_older_too(shop, tmp_path):
    saved(shop, tmp_path / "first")
    grow(shop, 6)
    saved(shop, tmp_path / "second")
    restore(tmp_path / "first", shop, [KEY.public_key()], older=True)
    grow(shop, 2)
    with pytest.raises(LedgerError, match=r"does not go on from the .* records that the kiosk has signed"):
        restore(tmp_path / "second", shop, [KEY.public_key()])


def test_the_same_again_and_a_newer_one_need_no_leave(shop, tmp_path):
    grow(shop, 1)
    saved(shop, tmp_path / "one")
    assert restore(tmp_path / "one", shop, [KEY.public_key()]).lost == 0
    grow(shop, 1)
    head = saved(shop, tmp_path / "two").note
    restore(tmp_path / "one", shop, [KEY.public_key()], older=True)
    assert restore(tmp_path / "two", shop, [KEY.public_key()]).lost == 0
    assert book_of(shop).open(read_only=True).head() == head


# --- what is no backup -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> bytes:
    """The backup of a ledger with a few records."""
    state = tmp_path_factory.mktemp("small")
    with closing(book_of(state).open()) as ledger:
        ledger.keep_notice(digest(NOTICE), NOTICE)
        ledger.append(Entry(Act.NOTICE, detail={"notice": digest(NOTICE)}))
    (state / "receipt-key.pub.pem").write_bytes(backup.pem(KEY.public_key()))
    write(state / "ledger.db", state / "copy", KEY, [state / "receipt-key.pub.pem"])
    return (state / "copy").read_bytes()


def contents(path: Path) -> dict[str, bytes] | None:
    try:
        with opened(path, [KEY.public_key()]) as found:
            assert found.report.sound
            return {name: (found.folder / name).read_bytes() for name in ("head.note", "receipt-key.pub.pem", "MANIFEST")}
    except LedgerError as error:
        assert str(error).startswith(str(path))
        assert "\n" not in str(error).rstrip()
        return None


def test_a_backup_that_was_cut_anywhere_is_refused(small, tmp_path):
    path = tmp_path / "copy"
    path.write_bytes(small)
    assert contents(path)
    for size in sorted({0, 1, len(small) - 1, *random.Random(1).sample(range(len(small)), 60)}):
        path.write_bytes(small[:size])
        assert contents(path) is None, size


def test_a_byte_that_was_altered_is_found_or_says_nothing(small, tmp_path):
    path = tmp_path / "copy"
    path.write_bytes(small)
    whole, refused = contents(path), 0
    for place in sorted(random.Random(2).sample(range(len(small)), 120)):
        path.write_bytes(small[:place] + bytes([small[place] ^ 1 << place % 8]) + small[place + 1 :])
        found = contents(path)
        assert found in (None, whole), place  # the rest is the archive's own: times, modes
        refused += found is None
    assert refused > 80


@pytest.mark.parametrize(("place", "value"), [(0, 1), (2, 99)], ids=["with a password", "of an unknown compression"])
def test_an_archive_that_cannot_be_read_here_is_no_backup(small, tmp_path, place, value):
    odd = bytearray(small)
    for header, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = odd.find(header)
        while at >= 0:
            odd[at + flags + place] = value
            at = odd.find(header, at + 1)
    (tmp_path / "copy").write_bytes(odd)
    with pytest.raises(LedgerError, match="is no backup of a kiosk, or is cut short or damaged"), opened(tmp_path / "copy", []):
        pass


def packed(path: Path, files: dict[str, bytes], key: Ed25519PrivateKey = KEY) -> Path:
    backup._pack(path, files, ORIGIN, key)
    return path


def files_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "MANIFEST"}


FORGED = {
    "another shop's": (
        lambda files: files,
        CAMERA,
        "copy is a backup of another shop, shop.example/front-door, or was altered",
    ),
    "a letter": (lambda files: {"letter.txt": b"Dear shop"}, KEY, "holds 'letter.txt'"),
    "a way out": (lambda files: files | {"../receipt-key.pem": b""}, KEY, "holds '../receipt-key.pem'"),
    "no ledger": (lambda files: {name: files[name] for name in files if name != "ledger.db"}, KEY, "holds no ledger.db"),
    "no database": (lambda files: files | {"ledger.db": b"Dear shop" * 99}, KEY, "copy cannot be used: file is not a database"),
    "another head": (
        lambda files: (
            files | {"head.note": sign_note(f"{ORIGIN}\n0\n{base64.b64encode(bytes(32)).decode()}\n", ORIGIN, KEY).encode()}
        ),
        KEY,
        "does not hold a sound ledger",
    ),
    "no head": (lambda files: files | {"head.note": b"Dear shop"}, KEY, "was altered, or is damaged"),
    "no key": (lambda files: files | {"receipt-key.pub.pem": b"Dear shop"}, KEY, "was altered, or is damaged"),
}


@pytest.mark.parametrize("case", FORGED)
def test_what_was_put_together_by_somebody_else(small, tmp_path, case):
    change, key, words = FORGED[case]
    (tmp_path / "genuine").write_bytes(small)
    path = packed(tmp_path / "copy", change(files_of(tmp_path / "genuine")), key)
    with pytest.raises(LedgerError, match=words) as caught:
        restore(path, tmp_path / "state", [KEY.public_key()])
    assert str(path) in str(caught.value)
    assert list((tmp_path / "state").iterdir()) == []


def test_a_record_that_was_changed_in_a_backup_is_found(shop, tmp_path):
    with closing(sqlite3.connect(shop / "ledger.db")) as db, db:
        (trigger,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'records_no_update'").fetchone()
        db.execute("DROP TRIGGER records_no_update")
        db.execute("UPDATE records SET payload = replace(payload, 'lapsed', 'opt_in') WHERE seq = 100")
        db.execute("UPDATE records SET payload = replace(payload, 'opt_out', 'opt_in') WHERE seq = 100")
        db.execute(trigger)
    with pytest.raises(LedgerError, match="record 100: content, salt or leaf was altered"):
        saved(shop, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_one_of_a_newer_version_names_the_backup_and_not_where_it_was_unpacked(small, tmp_path):
    (tmp_path / "genuine").write_bytes(small)
    files = files_of(tmp_path / "genuine")
    (tmp_path / "ledger.db").write_bytes(files["ledger.db"])
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as db, db:
        db.execute("INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES ('ledger', 'third', '2027-01-01')")
    path = packed(tmp_path / "copy", files | {"ledger.db": (tmp_path / "ledger.db").read_bytes()})
    with pytest.raises(LedgerError, match=f"^{path} was written by a newer version of the kiosk"), opened(path):
        pass


# --- another key -----------------------------------------------------------------------------------------------------


def renewed(state: Path) -> Ed25519PrivateKey:
    renew(state / "receipt-key.pem", state / "receipt-key.pub.pem", state / "ledger.db")
    return _private(state / "receipt-key.pem")


def test_a_new_key_signs_and_the_old_one_vouches_for_it(shop):
    before = grow(shop, 2)
    new = renewed(shop)
    assert raw(new.public_key()) != raw(KEY.public_key())
    assert sorted(raw(key) for key in public(shop)) == sorted(raw(key.public_key()) for key in (KEY, new))
    assert sorted(everything(shop)) == [
        "head.note",
        "ledger.db",
        f"receipt-key-{backup.key_id(KEY.public_key()).hex()}.pub.pem",
        "receipt-key.pem",
        "receipt-key.pub.pem",
    ]
    with closing(book_of(shop).open(read_only=True)) as ledger:
        head, (note,) = ledger.head(), ledger.renewals()
    opened_head(head, [new.public_key()])
    assert raw(vouched(note, [KEY.public_key()])) == raw(new.public_key())
    report = verify(shop / "ledger.db", [KEY.public_key()], before)  # of the old key only
    assert report.sound, report.findings
    assert [raw(key) for key in report.keys] == [raw(KEY.public_key()), raw(new.public_key())]
    grow(shop, 1, new)
    assert verify(shop / "ledger.db", [KEY.public_key()], before).sound


def test_whoever_knows_the_first_key_can_check_everything_after_two_renewals(shop, tmp_path):
    grow(shop, 2)
    for _ in range(2):
        new = renewed(shop)
        grow(shop, 1, new)
    assert len(public(shop)) == 3
    with closing(book_of(shop).open(read_only=True)) as ledger:
        proof = ledger.prove(1)
    opened_head(proof.partition("\n\n")[2], [new.public_key()])
    export(shop / "ledger.db", tmp_path / "bundle", new, public(shop))
    (tmp_path / "first.txt").write_text(verifier_key(ORIGIN, KEY.public_key()) + "\n")
    command = [sys.executable, tmp_path / "bundle" / "verify.py", "--keys", tmp_path / "first.txt"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("key shop.example/front-door+") == 3
    saved(shop, tmp_path / "copy", key=new)
    restore(tmp_path / "copy", tmp_path / "new", [KEY.public_key()])
    assert {raw(key) for key in public(tmp_path / "new")} == {raw(key) for key in public(shop)}


@pytest.mark.parametrize("forger", ["nobody", "the new key itself"])
def test_a_key_for_which_nobody_vouches_is_found(shop, tmp_path, forger):
    key = CAMERA
    statement = vouch(ORIGIN, key, CAMERA.public_key()) if forger != "nobody" else "trust me"
    with closing(book_of(shop).open()) as ledger:
        row = ledger.append(Entry(Act.NEW_KEY, detail={"statement": statement}))
    (finding,) = verify(shop / "ledger.db", [KEY.public_key()]).findings
    assert str(finding) == f"records, record {row.seq}: no known key vouches for the new key that it names"
    export(shop / "ledger.db", tmp_path / "bundle", KEY)
    done = subprocess.run([sys.executable, tmp_path / "bundle" / "verify.py"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert f"record {row.seq}: the key before does not vouch for the new one" in done.stdout


def test_what_vouches_for_a_key_outlives_its_time(shop):
    new = renewed(shop)
    book = book_of(shop)
    with closing(book.open(key=new, older=public(shop))) as ledger:
        (seq,) = [row.seq for row in ledger.rows() if row.act is Act.NEW_KEY]
        with pytest.raises(LedgerError, match=f"Record {seq} .* cannot be erased: it names the key that signs after it"):
            ledger.erase(seq, "asked for")
        book.now += timedelta(days=300)
        assert ledger.purge(book.now).count > 200
        assert ledger.renewals()
    assert verify(shop / "ledger.db", [KEY.public_key()]).sound


def test_a_shop_that_signed_nothing_yet_has_no_record_of_its_first_key(tmp_path):
    (tmp_path / "receipt-key.pem").write_bytes(secret(KEY))
    (tmp_path / "receipt-key.pub.pem").write_bytes(backup.pem(KEY.public_key()))
    new = renewed(tmp_path)
    assert not (tmp_path / "ledger.db").exists()
    assert {raw(key) for key in public(tmp_path)} == {raw(KEY.public_key()), raw(new.public_key())}


@given(old=st.binary(min_size=32, max_size=32), new=st.binary(min_size=32, max_size=32))
def test_what_a_key_says_of_the_next_one_is_read_again(old, new):
    one, two = (Ed25519PrivateKey.from_private_bytes(seed) for seed in (old, new))
    note = vouch(ORIGIN, one, two.public_key())
    assert raw(vouched(note, [one.public_key()])) == raw(two.public_key())
    with pytest.raises(CheckpointError):
        vouched(note, [CAMERA.public_key()])
    with pytest.raises(CheckpointError):
        vouched(note.replace("key renewal", "12"), [one.public_key()])


def test_a_head_vouches_for_no_key(shop):
    with closing(book_of(shop).open(read_only=True)) as ledger:
        head = ledger.head()
    with pytest.raises(CheckpointError, match="no renewal of a key"):
        vouched(head, [KEY.public_key()])
    assert with_successors([KEY.public_key()], [head, "", "x"]) == [KEY.public_key()]


def test_a_private_key_that_is_gone_cannot_be_renewed(shop):
    before = everything(shop)
    (shop / "receipt-key.pem").write_text("gone")
    with pytest.raises(key_files.KeyFileError, match=r"receipt-key.pem cannot be read: .*Put it back from a backup"):
        renewed(shop)
    assert everything(shop) == before | {"receipt-key.pem": b"gone"}
    assert not (shop / NEXT).exists()
