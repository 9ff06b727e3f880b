"""No file descriptor, no space, a disk that may only be read, a disk that hangs."""

import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.gate.messages import now_ns

pytestmark = pytest.mark.slow

EOF_MS = 500  # to hear from the other end; less than any lease has left
LEASE_MS = 1_000  # from the last renewal that was answered
PROBE_MS = 3_000  # to find out that the ledger commits no more: it is tried every two seconds
CROWD = 40  # fewer than the gates that a kiosk takes


@dataclass
class Disk:
    folder: Path
    small: bool  # and its own


@pytest.fixture(scope="module")
def _disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    folder = tmp_path_factory.mktemp("disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m,mode=0700", "consent-kiosk-test", folder]
    small = os.geteuid() == 0 and subprocess.run(mount, check=False).returncode == 0
    yield Disk(folder, small)
    if small:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture(scope="module")
def shop_state(_disk: Disk) -> Path:
    return _disk.folder / "state"


@pytest.fixture
def disk(needs, _disk: Disk) -> Path:
    """A small one, with the shop's state and nothing else."""
    needs(_disk.small, "only root can mount a small disk")
    return _disk.folder


@pytest.fixture
def strace(needs) -> None:
    needs(shutil.which("strace"), "strace is not installed")
    needs(os.geteuid() == 0, "only root can trace a process that runs")


@pytest.mark.parametrize("spare", [0, 4])
def test_a_kiosk_without_free_files(shop, client, spare):
    """It cannot accept. The gate that it has is served on, and missed when it goes; later, others are accepted again."""
    shop.permitted()
    began_ns, cpu = now_ns(), shop.kiosk.cpu_seconds
    shop.kiosk.limit_files(shop.kiosk.next_file + spare)
    with contextlib.ExitStack() as crowd:
        with contextlib.suppress(OSError):
            for _ in range(CROWD):
                crowd.enter_context(client())
        time.sleep(1)
        shop.gate.steady_since(began_ns)
        assert shop.kiosk.cpu_seconds - cpu < 0.7
        with contextlib.suppress(OSError):
            crowd.enter_context(client())
        time.sleep(0.03)  # by now the kiosk has failed to accept this one, and has done nothing about it yet
        died_ns = shop.gate.kill()
    shop.kiosk.limit_files(shop.kiosk.next_file + 8)
    shop.lost(2)
    shop.open_gate()
    shop.survives(died_ns, 0)
    shop.kiosk.limit_files(1024)


def test_a_gate_without_free_files(shop):
    """It needs none while it is connected, and cannot connect again until there is one."""
    shop.permitted()
    began_ns = now_ns()
    shop.gate.limit_files(3)
    shop.gate.steady_since(began_ns)
    died_ns = shop.kiosk.kill()
    shop.open_kiosk()
    shop.page("Attract")
    time.sleep(1)
    assert shop.look()["cameras"] == []
    shop.gate.limit_files(1024)
    shop.survives(died_ns, EOF_MS)


@contextlib.contextmanager
def full(disk: Path) -> Iterator[None]:
    """Leave no byte free."""
    filler = disk / "filler"
    try:
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        yield
    finally:
        filler.unlink()


def acts(shop) -> list[str]:
    return [row.act for row in shop.nothing_lost() if row.act != "notice"]


def test_a_no_on_a_full_disk(disk, shop):
    """It is in force at once, and in the ledger as soon as that takes it."""
    shop.permitted()
    yes = shop.code
    shop.ask_anew()
    shop.probe()
    before = acts(shop)
    with full(disk):
        shop.touch("no")
        touched_ns = now_ns()
        time.sleep(1)
        assert shop.look()["page"] == "Fault"
        assert acts(shop) == before
    shop.survives(touched_ns, EOF_MS)
    assert sorted(acts(shop)[len(before) :]) == ["ended", "opt_in", "opt_out"]
    assert shop.end_of(yes) == "fault"


def test_a_yes_on_a_full_disk(disk, shop):
    """It is not in force, and is not recorded later either: the visitor was told of a fault, not of a yes."""
    shop.permitted()
    shop.ask_anew()
    shop.probe()
    before = acts(shop)
    with full(disk):
        shop.touch("yes")
        touched_ns = now_ns()
        time.sleep(1)
        assert (look := shop.look())["page"] == "Fault"
        assert look["permissions"] == 0
    shop.survives(touched_ns, EOF_MS)
    assert acts(shop)[len(before) :] == ["ended", "opt_in"]  # the older yes, then the new visit's


@contextlib.contextmanager
def injected(pid: int, call: str, what: str) -> Iterator[None]:
    """Let a system call of a process's main thread do something else."""
    status = Path(f"/proc/{pid}/status")
    trace = ["strace", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={call}:{what}", "-p", str(pid)]
    tracer = subprocess.Popen(trace, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 5
        while "TracerPid:\t0\n" in status.read_text():
            assert time.monotonic() < end and tracer.poll() is None, "strace cannot attach"
            time.sleep(0.01)
        yield
    finally:
        tracer.terminate()
        tracer.wait()


def test_a_disk_that_becomes_read_only(strace, shop):
    """Nobody touches anything: the kiosk finds out by itself. (The kernel remounts nothing under an open ledger.)"""
    shop.permitted()
    yes = shop.code
    began_ns = now_ns()
    with injected(shop.kiosk.pid, "pwrite64", "error=EROFS"):
        shop.page("Fault")
        assert shop.look()["permissions"] == 0
        time.sleep(max(0, began_ns + PROBE_MS * 1_000_000 - now_ns()) / 1e9)
    shop.survives(began_ns, PROBE_MS)
    assert shop.end_of(yes) == "fault"


def test_a_start_on_a_read_only_disk(disk, shop):
    """Refused in one sentence; and the no from just before the kiosk ended is not lost."""
    shop.say_no()
    died_ns = shop.kiosk.kill()
    run = [sys.executable, "-m", "kiosk", "run", "--state", shop.state.path, "--socket", shop.path, "--windowed", "540x960"]
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    try:
        refused = subprocess.run(run, capture_output=True, text=True, timeout=20, check=False)
    finally:
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    assert refused.returncode == 2
    assert "Read-only file system" in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1
    shop.open_kiosk()
    shop.survives(died_ns, EOF_MS)


def test_a_disk_that_hangs(strace, shop):
    """The screen waits for it, answers no renewal, and so the cameras are off until it is back."""
    shop.permitted()
    yes = shop.code
    with injected(shop.kiosk.pid, "fdatasync", "delay_enter=2500000:when=1"):
        end = time.monotonic() + 5
        asked_ns = answered_ns = now_ns()
        while answered_ns - asked_ns < 1.5 * LEASE_MS * 1_000_000:
            assert time.monotonic() < end, "it does not hang"
            asked_ns = now_ns()
            shop.look()
            answered_ns = now_ns()
    shop.survives(asked_ns, LEASE_MS + 100)
    assert shop.end_of(yes) == "lost"
