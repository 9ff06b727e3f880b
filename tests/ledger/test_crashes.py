"""Killed, or without power, between any two writes and within each: what was reported as done is there, and nothing is half.

Without power only what was synced is left. Disks keep more than that, but none promises it.
"""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.backroom import recognised
from kiosk.consent.decision import Act, Entry, digest
from kiosk.files import write_durably
from kiosk.ledger.audit import verify
from kiosk.ledger.backup import opened, restore, write
from kiosk.ledger.checkpoint import CheckpointError, raw
from kiosk.ledger.store import Ledger, LedgerError
from kiosk.receipts import keys as key_files
from kiosk.receipts.renew import NEXT, renew
from kiosk.state import StateDirectory, StateError

from .conftest import NO, NOTICE, ORIGIN, START, YES, visit
from .disk import Left, check_each, record

SETUP = """
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from kiosk.consent.decision import Act, Entry, digest
from kiosk.files import write_durably
from kiosk.ledger.store import Ledger
from kiosk.state import StateDirectory
from tests.ledger.conftest import NO, NOTICE, ORIGIN, START, YES, visit

state = StateDirectory(Path(sys.argv[1]))
acks = open(state.path / "acks", "ab", buffering=0)
done = lambda: acks.write(b"+")
"""


@pytest.fixture
def state(folder: Path) -> StateDirectory:
    """Of a shop before its first day."""
    state = StateDirectory(folder / "shop")
    state.make()
    return state


@pytest.fixture
def shop(state: StateDirectory) -> StateDirectory:
    """With twelve records of two days."""
    now = START
    with closing(Ledger(state.ledger, clock=lambda: now, key=state.signing_key(), origin=ORIGIN)) as ledger:
        ledger.keep_notice(digest(NOTICE), NOTICE)
        ledger.append(Entry(Act.NOTICE, detail={"notice": digest(NOTICE)}))
        for number in range(1, 6):
            now = START + timedelta(days=number > 2)
            ledger.append(
                Entry(Act.OPT_IN, visit(number << 64), YES) if number % 2 else Entry(Act.OPT_OUT, visit(number << 64), NO)
            )
            ledger.append(Entry(Act.ENDED, visit(number << 64), why="left"))
        ledger.append(Entry(Act.LAPSED, visit(9)))
        write_durably(state.head, ledger.head().encode(), 0o600)
    return state


def started(state: StateDirectory) -> Ledger:
    """As the kiosk starts. Raises StateError or LedgerError."""
    key = state.signing_key()
    keys = key_files.load(key_files.of_state(state.path))
    assert raw(key.public_key()) in {raw(each) for each in keys}
    return recognised(state, key, keys, ORIGIN)


def goes_on(state: StateDirectory) -> int:
    """A kiosk starts here, finds everything in order, and appends; how many records there were."""
    with closing(started(state)) as ledger:
        count = ledger.count()
        assert ledger.append(Entry(Act.LAPSED, visit(777))).seq == count + 1
    report = verify(state.ledger, key_files.load(key_files.of_state(state.path)))
    assert report.sound, report.findings
    return count


def everywhere(library: Path, folder: Path, code: str, check: Callable[[StateDirectory, Left], None], least: int) -> None:
    """Run it once, and check what would be left in its folder if it had ended anywhere else than at its end."""
    disk = record(library, folder / "shop", SETUP + code)
    count = check_each(disk, folder / "left", lambda left, how: check(StateDirectory(left), how))
    assert count >= least, f"only {count} different disks, which proves little"
    assert disk.acknowledged


@pytest.mark.slow
def test_the_first_day(library, folder, state):
    """Keys, an empty ledger, a notice, answers, another notice; the log is put into the ledger now and then."""
    day = """
def day(first):
    clock = lambda: START + timedelta(days=first)
    with closing(Ledger(state.ledger, clock, key=state.signing_key(), origin=ORIGIN)) as ledger:
        if not state.head.exists():
            write_durably(state.head, b"", 0o600)
        ledger._db.execute("PRAGMA wal_autocheckpoint = 25")
        notice = NOTICE | {"version": str(first)}
        ledger.keep_notice(digest(notice), notice)
        ledger.append(Entry(Act.NOTICE, detail={"notice": digest(notice)}))
        done()
        for number in range(first, first + 2):
            ledger.probe()
            ledger.append(Entry(Act.OPT_IN, visit(number << 64), YES))
            done()
            ledger.append(Entry(Act.WITHDRAWN, visit(number << 64), why="undone"))
            done()
            write_durably(state.head, ledger.head().encode(), 0o600)
        ledger.append(Entry(Act.OPT_OUT, visit(99 + first), NO))
        done()

day(1)
day(11)
"""

    def check(left: StateDirectory, how: Left) -> None:
        assert how.acknowledged <= goes_on(left) <= how.acknowledged + 1

    everywhere(library, folder, day, check, 200)


@pytest.mark.slow
def test_retention(library, folder, shop):
    """All of it is dropped, or none; and what is said to be dropped is on no disk any more, whatever that keeps."""
    before = verify(shop.ledger, []).records

    def check(left: StateDirectory, how: Left) -> None:
        if how.acknowledged:
            kept = b"".join(path.read_bytes() for path in left.path.iterdir())
            assert visit(1 << 64).encode() not in kept
        with closing(started(left)) as ledger:
            erased = sum(payload is None for _, _, payload, _ in ledger.raw())
        assert erased in ((4,) if how.acknowledged else (0, 4))
        assert goes_on(left) == before + (erased > 0)

    code = """
with closing(Ledger(state.ledger, clock=lambda: START + timedelta(days=2), key=state.signing_key())) as ledger:
    assert ledger.purge(START + timedelta(hours=2)).count == 4
    done()
"""
    everywhere(library, folder, code, check, 50)


@pytest.mark.slow
def test_a_backup(library, folder, shop):
    """There is none, or a whole one; and the ledger is as it was."""
    before = verify(shop.ledger, []).records

    def check(left: StateDirectory, how: Left) -> None:
        out = left.path / "out" / "monday"
        if out.exists():
            with opened(out, key_files.load(key_files.of_state(left.path))) as found:
                assert found.report.records == before
        else:
            assert not how.acknowledged
            write(left.ledger, out, left.signing_key(), key_files.of_state(left.path))
        assert {path.name for path in out.parent.iterdir()} <= {"monday", "monday.new"}
        assert goes_on(left) == before

    code = """
from kiosk.ledger.backup import write
from kiosk.receipts import keys
(state.path / "out").mkdir()
write(state.ledger, state.path / "out" / "monday", state.signing_key(), keys.of_state(state.path), state.private_key)
done()
"""
    everywhere(library, folder, code, check, 30)


@pytest.mark.slow
@pytest.mark.parametrize("where", ["over a newer one", "over a damaged one", "on a new machine"])
def test_a_restore(library, folder, shop, where):
    """The kiosk starts with the one or the other, or says why not; restored again, all is well, and nothing is lost."""
    copy, keys = folder / "monday", key_files.load(key_files.of_state(shop.path))
    write(shop.ledger, copy, shop.signing_key(), key_files.of_state(shop.path), shop.private_key)
    restored = verify(shop.ledger, []).records
    with closing(Ledger(shop.ledger, key=shop.signing_key())) as ledger:
        newer = ledger.append(Entry(Act.LAPSED, visit(500)))
        write_durably(shop.head, ledger.head().encode(), 0o600)
    if where == "over a damaged one":
        shop.ledger.write_bytes(bytes(99))
    if where == "on a new machine":
        shutil.rmtree(shop.path)
        shop.make()

    def check(left: StateDirectory, how: Left) -> None:
        try:
            with closing(started(left)) as ledger:
                count = ledger.count()
            assert count in (restored, newer.seq) or (where == "on a new machine" and count == 0)
            assert not how.acknowledged or count == restored
        except (LedgerError, StateError) as error:
            assert not how.acknowledged, error
        restore(copy, left.path, [] if where == "on a new machine" else keys, older=True)
        assert goes_on(left) == restored
        assert raw(left.signing_key().public_key()) == raw(keys[0])
        if where == "over a newer one":
            kept = [path / "ledger.db" for path in left.path.glob("before-restore-*")]
            assert newer.seq in [verify(path, keys).records for path in kept if path.exists()]
        elif where == "over a damaged one":
            assert any((path / "ledger.db").read_bytes() == bytes(99) for path in left.path.glob("before-restore-*"))

    code = f"""
from kiosk.ledger.backup import restore
restore(Path({str(copy)!r}), state.path, older=True)
done()
"""
    everywhere(library, folder, code, check, 25)


@pytest.mark.slow
def test_a_renewal_of_the_key(library, folder, shop):
    """The kiosk goes on with the one or the other; what the old one signed is good; renewed again, it is done."""
    first = shop.signing_key().public_key()
    before = verify(shop.ledger, []).records

    def check(left: StateDirectory, how: Left) -> None:
        known = {raw(key) for key in key_files.load(key_files.of_state(left.path))}
        assert raw(first) in known
        assert goes_on(left) in (before, before + 1)
        current = left.signing_key().public_key()
        assert not how.acknowledged or raw(current) != raw(first)
        renew(left.private_key, left.public_key, left.ledger)
        assert not (left.path / NEXT).exists()
        assert raw(left.verifying_key()) == raw(left.signing_key().public_key()) != raw(first)
        goes_on(left)
        report = verify(left.ledger, [first])
        assert report.sound, report.findings

    code = """
from kiosk.receipts.renew import renew
renew(state.private_key, state.public_key, state.ledger)
done()
"""
    everywhere(library, folder, code, check, 50)


def test_a_first_key(library, folder, state):
    """Nothing was signed with a half one."""

    def check(left: StateDirectory, how: Left) -> None:
        key = left.signing_key()
        assert raw(left.verifying_key()) == raw(key.public_key())

    everywhere(library, folder, "state.signing_key()\ndone()", check, 8)


# --- files that are cut at any byte ----------------------------------------------------------------------------------


def test_a_head_that_was_cut_at_any_byte_is_refused_by_name(shop):
    whole = shop.head.read_bytes()
    for size in range(1, len(whole)):
        shop.head.write_bytes(whole[:size])
        with pytest.raises((LedgerError, CheckpointError)) as caught:
            started(shop).close()
        assert isinstance(caught.value, LedgerError), caught.value
        assert "head" in str(caught.value)
    shop.head.write_bytes(whole)
    assert goes_on(shop) == 12


@pytest.mark.parametrize("name", ["receipt-key.pem", "receipt-key.pub.pem"])
def test_a_key_that_was_cut_at_any_byte_is_refused_by_name(shop, name):
    path = shop.path / name
    whole = path.read_bytes()
    for size in range(len(whole) - 1):  # the last one is the end of a line
        path.write_bytes(whole[:size])
        with pytest.raises((StateError, key_files.KeyFileError), match=name):
            started(shop).close()
    path.write_bytes(whole)
    assert goes_on(shop) == 12


@pytest.mark.slow
def test_a_ledger_that_was_cut_at_any_page_is_refused_or_found(shop):
    """A disk that loses the end of a file breaks its promise: it is said, at the start or by the audit."""
    whole, keys = shop.ledger.read_bytes(), key_files.load(key_files.of_state(shop.path))
    for size in range(1, len(whole), 512):
        for log in shop.path.glob("ledger.db-*"):
            log.unlink()
        shop.ledger.write_bytes(whole[:size])
        try:
            assert not verify(shop.ledger, keys, shop.head.read_text()).sound
        except LedgerError as error:
            assert str(shop.ledger) in str(error)
