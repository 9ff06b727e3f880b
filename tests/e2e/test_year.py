"""A year without anybody from the maker: copies and their way back, another key, summer time, clocks that jump, full disks."""

import glob
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.config import DEMONSTRATION, load
from kiosk.consent.decision import Act, Entry, Purpose
from kiosk.consent.receipt import issue
from kiosk.ledger.audit import verify
from kiosk.ledger.store import Ledger, LedgerError
from kiosk.receipts import keys as key_files
from kiosk.state import StateDirectory

ROOT = Path(__file__).resolve().parents[2]
VISITS = 1_500
ORIGIN = "shop.example/front-door"


def kiosk(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, check=False, **options)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def well(*arguments: object) -> str:
    done = kiosk(*arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def refused(*arguments: object, **options: object) -> str:
    done = kiosk(*arguments, **options)
    assert done.returncode == 2, done.stdout + done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


def state_at(path: Path) -> StateDirectory:
    state = StateDirectory(path)
    state.make()
    state.config.write_text(DEMONSTRATION, encoding="utf-8")
    return state


@pytest.fixture
def shop(tmp_path: Path) -> StateDirectory:
    return state_at(tmp_path / "shop")


@contextmanager
def running(state: StateDirectory) -> Iterator[subprocess.Popen]:
    """`kiosk run`, from its first commit to its orderly end."""
    socket = state.path.parent / f"{state.path.name}.sock"
    command = [sys.executable, "-m", "kiosk", "run", "--state", state.path, "--socket", socket, "--windowed", "540x960"]
    process = subprocess.Popen(list(map(str, command)), stderr=subprocess.PIPE, text=True)
    try:
        end = time.monotonic() + 30
        while not (socket.is_socket() and state.head.exists() and state.head.stat().st_size):
            assert process.poll() is None, process.stderr.read()
            assert time.monotonic() < end, "it does not start"
            time.sleep(0.05)
        yield process
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0, process.stderr.read()
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def receipt_of(state: StateDirectory, visit: str) -> str:
    minute = datetime.now(UTC).replace(second=0, microsecond=0)
    url = load(state.config).receipt.url
    asked = (Purpose.DWELL,)
    expires = minute + timedelta(days=900)
    key = state.signing_key()
    return issue(key, url, visit, "yes", minute, "ab" * 32, asked=asked, agreed=asked, expires=expires, language="en").url


def head_of(words: str) -> list[str]:
    """The three lines and the signature at the end."""
    return words.splitlines()[-5:]


@pytest.mark.slow
def test_a_year_of_a_shop(shop, tmp_path):
    """A copy while it runs; another key; the machine breaks, a new one goes on; what was given before is still genuine."""
    copy, later, receipt = tmp_path / "copy", tmp_path / "later", None
    with running(shop) as process:
        said = well("ledger", "backup", "--out", copy, "--state", shop.path)
        assert head_of(well("ledger", "verify", copy)) == head_of(said)
        assert head_of(well("ledger", "verify", copy, "--state", shop.path)) == head_of(said)
        for command in (["ledger", "restore", copy], ["renew-key"]):
            words = refused(*command, "--state", shop.path)
            assert f"A kiosk, process {process.pid}, is running on {shop.path}. Stop it, then do this again." in words
        receipt = receipt_of(shop, "11" * 16)
    first = shop.signing_key().public_key()
    before, new = well("renew-key", "--state", shop.path).splitlines()[:2]
    assert before.split()[1] != new.split()[1]
    with running(shop):
        assert "Genuine" in kiosk("receipt", "verify", receipt, "--state", shop.path).stdout
        assert "Genuine" in kiosk("receipt", "verify", receipt_of(shop, "22" * 16), "--state", shop.path).stdout
        assert "sound" in well("ledger", "verify", "--state", shop.path)
        well("ledger", "backup", "--out", later, "--with-key", "--state", shop.path)
    well("receipt", "page", "--out", tmp_path / "page", "--state", shop.path)
    page = (tmp_path / "page" / "index.html").read_text(encoding="utf-8")
    assert all(key.public_bytes_raw().hex() in page for key in (first, shop.signing_key().public_key()))
    well("ledger", "export", "--out", tmp_path / "bundle", "--state", shop.path)
    checked = subprocess.run([sys.executable, tmp_path / "bundle" / "verify.py"], capture_output=True, text=True, timeout=60)
    assert checked.returncode == 0, checked.stdout
    machine = state_at(tmp_path / "machine")
    told = well("ledger", "restore", later, "--state", machine.path)
    assert new in told.splitlines()
    assert "Compare the key" in told
    with running(machine):
        assert "Genuine" in kiosk("receipt", "verify", receipt, "--state", machine.path).stdout
        report = verify(machine.ledger, [first])
        assert report.sound, report.findings
    assert "is older than" in refused("ledger", "restore", copy, "--state", machine.path)
    well("ledger", "restore", copy, "--older", "--state", machine.path)
    with running(machine):
        assert "Genuine" in kiosk("receipt", "verify", receipt, "--state", machine.path).stdout
        assert "sound" in well("ledger", "verify", "--state", machine.path)


def test_verify_compares_a_backup_with_a_head_that_was_kept(shop, tmp_path):
    key, head = shop.signing_key(), tmp_path / "kept"
    with closing(Ledger(shop.ledger, key=key, origin=ORIGIN)) as ledger:
        ledger.append(Entry(Act.LAPSED, "11" * 16))
        well("ledger", "backup", "--out", tmp_path / "old", "--state", shop.path)
        ledger.append(Entry(Act.LAPSED, "22" * 16))
        head.write_text(ledger.head())
        well("ledger", "backup", "--out", tmp_path / "new", "--state", shop.path)
    assert "sound: 2 records" in well("ledger", "verify", tmp_path / "new", "--checkpoint", head)
    words = refused("ledger", "verify", tmp_path / "old", "--checkpoint", head)
    assert f"{tmp_path / 'old'} does not go on from the 2 records of {head}" in words


def test_another_shops_backup_is_refused_by_name(shop, tmp_path):
    other = state_at(tmp_path / "other")
    for state in (shop, other):
        with closing(Ledger(state.ledger, key=state.signing_key(), origin=ORIGIN)) as ledger:
            ledger.append(Entry(Act.LAPSED, "11" * 16))
    well("ledger", "backup", "--out", tmp_path / "copy", "--state", other.path)
    for command in (["verify", tmp_path / "copy"], ["restore", tmp_path / "copy", "--older"]):
        words = refused("ledger", *command, "--state", shop.path)
        assert f"{tmp_path / 'copy'} is a backup of another shop, {ORIGIN}, or was altered" in words
    assert verify(shop.ledger, [shop.verifying_key()]).sound


def test_a_backup_that_does_not_fit_on_its_disk_leaves_nothing(shop, tmp_path):
    with closing(Ledger(shop.ledger, key=shop.signing_key(), origin=ORIGIN)) as ledger:
        ledger._db.execute("PRAGMA synchronous = OFF")
        for number in range(60):
            ledger.append(Entry(Act.LAPSED, f"{number:032x}"))
    out = tmp_path / "stick" / "copy"

    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    words = refused("ledger", "backup", "--out", out, "--state", shop.path, preexec_fn=small_files_only)
    assert f"{shop.ledger} could not be copied to {out}" in words
    assert list(out.parent.iterdir()) == []
    assert well("ledger", "backup", "--out", out, "--state", shop.path)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can work for somebody else")
def test_what_root_restores_and_renews_belongs_to_the_kiosk(shop, tmp_path):
    """A kiosk that runs as a user of its own could not open it otherwise."""
    with closing(Ledger(shop.ledger, key=shop.signing_key(), origin=ORIGIN)) as ledger:
        ledger.append(Entry(Act.LAPSED, "11" * 16))
    well("ledger", "backup", "--out", tmp_path / "copy", "--with-key", "--state", shop.path)
    machine = state_at(tmp_path / "machine")
    for path in (machine.path, machine.config):
        os.chown(path, 65534, 65534)
    for _ in range(2):
        well("ledger", "restore", tmp_path / "copy", "--older", "--state", machine.path)
        well("renew-key", "--state", machine.path)
    assert len(list(machine.path.glob("before-restore-*"))) == 1
    assert {(path.stat().st_uid, path.stat().st_gid) for path in machine.path.rglob("*")} == {(65534, 65534)}


# --- time ------------------------------------------------------------------------------------------------------------

APPENDS = """
import sys, time
from pathlib import Path
from kiosk.consent.decision import Act, Entry
from kiosk.ledger.store import Ledger
path, offset, ahead = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
ledger = Ledger(path)
for minute in range(0, 121, 10):
    offset.with_suffix(".new").write_text(f"{ahead + minute * 60:+d}")
    offset.with_suffix(".new").replace(offset)
    ledger.append(Entry(Act.LAPSED, "11" * 16))
    print(time.strftime("%H:%M"))
"""


@pytest.mark.parametrize(
    ("zone", "start", "shows"),
    [
        ("Europe/Berlin", "2026-10-25 00:10", "02:10 02:20 02:30 02:40 02:50 02:00 02:10 02:20 02:30 02:40 02:50 03:00 03:10"),
        ("Europe/Berlin", "2027-03-28 00:10", "01:10 01:20 01:30 01:40 01:50 03:00 03:10 03:20 03:30 03:40 03:50 04:00 04:10"),
        ("Asia/Kolkata", "2026-10-25 00:10", "05:40 05:50 06:00 06:10 06:20 06:30 06:40 06:50 07:00 07:10 07:20 07:30 07:40"),
        ("America/Denver", "2026-11-01 07:10", "01:10 01:20 01:30 01:40 01:50 01:00 01:10 01:20 01:30 01:40 01:50 02:00 02:10"),
    ],
    ids=["comes twice", "never comes", "half an hour beside", "comes twice elsewhere"],
)
def test_the_ledger_keeps_utc_minutes_whatever_the_shops_clock_shows(needs, tmp_path, zone, start, shows):
    """Over the hour that comes twice, and the one that never comes."""
    (library, *_) = needs(glob.glob("/usr/lib/*/faketime/libfaketime.so.1"), "libfaketime is not installed")
    needs(Path("/usr/share/zoneinfo", zone).exists(), "this machine knows no time zones")
    began = datetime.fromisoformat(start).replace(tzinfo=UTC)
    ahead = round((began + timedelta(seconds=15) - datetime.now(UTC)).total_seconds())
    faked = {"LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": str(tmp_path / "offset"), "FAKETIME_NO_CACHE": "1", "TZ": zone}
    faked |= {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "PYTHONPATH": str(ROOT)}
    (tmp_path / "offset").write_text(f"{ahead:+d}")
    run = [sys.executable, "-c", APPENDS, str(tmp_path / "ledger.db"), str(tmp_path / "offset"), str(ahead)]
    done = subprocess.run(run, env=os.environ | faked, capture_output=True, text=True, timeout=40, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == shows.split()
    with closing(Ledger(tmp_path / "ledger.db", read_only=True)) as ledger:
        said = [row.payload["at"] for row in ledger.rows()]
    assert said == [f"{began + timedelta(minutes=minute):%Y-%m-%dT%H:%M}+00:00" for minute in range(0, 121, 10)]


@settings(max_examples=25)
@given(
    steps=st.lists(st.tuples(st.integers(-400, 400), st.sampled_from(("append", "purge", "again"))), min_size=1, max_size=12)
)
def test_a_clock_that_jumps_harms_no_proof(tmp_path_factory, steps):
    """To and fro, by hours, across days and months; the audit finds nothing amiss, whatever the times say."""
    state = StateDirectory(tmp_path_factory.mktemp("jumps"))
    now, key = [datetime(2026, 10, 25, 0, 30, tzinfo=UTC)], state.signing_key()
    ledger = Ledger(state.ledger, clock=lambda: now[0], key=key, origin=ORIGIN)
    ledger._db.execute("PRAGMA synchronous = OFF")
    count = 0
    for hours, what in steps:
        now[0] += timedelta(hours=hours)
        if what == "append":
            count += 1
            assert ledger.append(Entry(Act.LAPSED, "11" * 16)).seq == count
        elif what == "purge":
            count += ledger.purge(now[0] - timedelta(days=3)).count > 0
        else:
            ledger.close()
            ledger = Ledger(state.ledger, clock=lambda: now[0], key=key, origin=ORIGIN)
    ledger.close()
    report = verify(state.ledger, [state.verifying_key()])
    assert report.sound, report.findings
    assert report.records == count


def test_nothing_is_dropped_while_the_clock_is_years_ahead(tmp_path):
    now = datetime(2026, 10, 25, tzinfo=UTC)
    with closing(Ledger(tmp_path / "ledger.db", clock=lambda: now)) as ledger:
        ledger.append(Entry(Act.LAPSED, "11" * 16))
        now += timedelta(days=4_000)
        with pytest.raises(LedgerError, match=r"the clock says 2037-\d\d-\d\d, and the newest record is of 2026-10-25"):
            ledger.purge(now - timedelta(days=1_096))
        assert len(list(ledger.rows())) == 1


# --- versions --------------------------------------------------------------------------------------------------------


def test_settings_of_a_newer_version_are_named_with_the_version_that_does_not_know_them(shop):
    from kiosk import __version__

    shop.config.write_text(DEMONSTRATION + "\n[loyalty]\ncards = true\n", encoding="utf-8")
    words = refused("run", "--state", shop.path, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    assert f"{shop.config}: [loyalty] is not a setting that this version, {__version__}, knows." in words


# --- many days -------------------------------------------------------------------------------------------------------


class End:
    def __init__(self, *command: object):
        self.process = subprocess.Popen(
            [sys.executable, *map(str, command)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )

    def hear(self) -> dict:
        line = self.process.stdout.readline()
        assert line, "it ended"
        return json.loads(line)

    def ask(self, order: str) -> dict:
        print(order, file=self.process.stdin, flush=True)
        return self.hear()

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


def held(process: int) -> tuple[int, int]:
    """Memory, bytes, and open files of a process."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE"), len(os.listdir(f"/proc/{process}/fd"))


@pytest.mark.slow
def test_many_visits_leave_only_records(shop, tmp_path):
    """Runner, ledger and socket, and a gate that is a process of its own: memory, open files and the log stay as they were."""
    shop_end = End(ROOT / "tests" / "e2e" / "soak_end.py", shop.path, tmp_path / "gate.sock")
    gate_end = End(ROOT / "tests" / "faults" / "gate_process.py", tmp_path / "gate.sock")
    try:
        assert shop_end.hear() == {"cameras": 1}
        early, gate_early = shop_end.ask(f"visits {VISITS // 3}"), held(gate_end.process.pid)
        for _ in range(4):
            late = shop_end.ask(f"visits {VISITS // 6}")
            gate_end.ask(f"report {time.clock_gettime_ns(time.CLOCK_BOOTTIME)}")
        gate_late = held(gate_end.process.pid)
    finally:
        shop_end.close()
        gate_end.close()
    assert late["handles"] == early["handles"]
    assert gate_late[1] == gate_early[1]
    assert late["files"] == early["files"]
    assert late["rss"] - early["rss"] < 4_000_000
    assert late["objects"] - early["objects"] < VISITS // 3
    assert gate_late[0] - gate_early[0] < 20_000_000
    assert late["wal"] < 8_000_000
    more = late["records"] - early["records"]
    assert more > VISITS
    assert late["ledger"] - early["ledger"] < 1_200 * more
    report = verify(shop.ledger, key_files.load(key_files.of_state(shop.path)))
    assert report.sound, report.findings
