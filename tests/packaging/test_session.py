"""The session of the shop's machine: cage, without a screen of its own, and the real kiosk in it."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk import config

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
WATCHDOG = 20
TRIED = {"setuid"}  # by cage, to see that it cannot become root again
# cage does not run as root: there, as a user of a namespace of its own.
NOT_ROOT = ("unshare", "--user", "--map-user=1000", "--map-group=1000") if os.geteuid() == 0 else ()


class Session:
    """packaging/cage/session as systemd starts it, and what systemd hears."""

    def __init__(self, folder: Path, *before: os.PathLike | str, **environment: str):
        home, state, run = folder / "home", folder / "state", folder / "run"
        for each in (home / "bin", state, run):
            each.mkdir(parents=True)
        shutil.copy(ROOT / "packaging" / "cage" / "session", home)
        (home / "bin" / "python3").write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
        (home / "bin" / "kiosk").write_text('#!/bin/sh\nexec "${0%kiosk}python3" -m kiosk "$@"\n')
        for each in sorted((home / "bin").iterdir()):
            each.chmod(0o755)
        (state / "store.toml").write_text(config.DEMONSTRATION, encoding="utf-8")
        self._ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ear.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self._ear.bind(os.fspath(folder / "systemd"))
        self.lock = state / "lock"
        self.socket = run / "gate.sock"
        self.process = subprocess.Popen(
            [*before, home / "session", "--state", state, "--socket", self.socket],
            env={
                **{name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ},
                **{"NOTIFY_SOCKET": os.fspath(folder / "systemd"), "RUNTIME_DIRECTORY": os.fspath(run)},
                **{"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "LIBSEAT_BACKEND": "noop"},
                **{"QT_QUICK_BACKEND": "software", "SPEECHD_ADDRESS": "unix_socket:/dev/null/none", "PYTHONPATH": str(ROOT)},
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )

    @property
    def kiosk(self) -> int:
        """Process number of the kiosk inside."""
        return int(self.lock.read_text())

    def hears(self, seconds: float) -> str:
        """The next message; "" where nothing comes, or the session has ended."""
        end, message = time.monotonic() + seconds, b""
        self._ear.settimeout(0.2)
        while not message:
            try:
                message, control, _, _ = self._ear.recvmsg(4_096, 64)
            except TimeoutError:
                if time.monotonic() > end or self.process.poll() is not None:
                    return ""
        assert int.from_bytes(control[0][2][:4], sys.byteorder) == self.process.pid, "systemd hears the main process only"
        return message.decode()

    def close(self) -> str:
        """End it in any case; what it printed."""
        if self.process.poll() is None:
            self.process.kill()
        words, _ = self.process.communicate(timeout=15)
        self._ear.close()
        print(words)
        return words


@pytest.fixture
def folder() -> Iterator[Path]:
    """One whose sockets have a path that is short enough."""
    with tempfile.TemporaryDirectory(prefix="session-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture
def session(needs, folder: Path) -> Iterator[Session]:
    needs(shutil.which("cage"), "cage is not installed")
    needs(shutil.which("Xwayland"), "Xwayland is not installed")
    session = Session(folder, *NOT_ROOT)
    yield session
    session.close()


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait(what: str, true: Callable[[], object], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"in vain: {what}"
        time.sleep(0.05)


def test_systemd_hears_that_the_kiosk_is_up_and_draws_until_it_is_frozen(session):
    assert session.hears(60) == "READY=1", session.close()
    assert [session.hears(WATCHDOG / 2) for _ in range(3)] == ["WATCHDOG=1"] * 3
    kiosk = session.kiosk
    os.kill(kiosk, signal.SIGSTOP)
    while session.hears(1):
        pass
    assert not session.hears(5)
    # systemd ends the main process, and reaches nothing else of the session.
    session.process.send_signal(signal.SIGABRT)
    session.process.wait(10)
    wait("the frozen kiosk is gone", lambda: not alive(kiosk))


def test_systemd_hears_nothing_from_a_kiosk_whose_pictures_nobody_takes(session):
    assert session.hears(60) == "READY=1", session.close()
    assert session.hears(WATCHDOG / 2) == "WATCHDOG=1"
    [cage] = Path(f"/proc/{session.process.pid}/task/{session.process.pid}/children").read_text().split()
    assert Path(f"/proc/{cage}/comm").read_text() == "cage\n"
    os.kill(int(cage), signal.SIGSTOP)
    end = time.monotonic() + 9
    while time.monotonic() < end:
        session.hears(1)
    assert not session.hears(4)
    os.kill(int(cage), signal.SIGCONT)
    assert session.hears(10) == "WATCHDOG=1"


def test_a_session_that_is_stopped_takes_everything_with_it_and_is_content(session):
    assert session.hears(60) == "READY=1", session.close()
    kiosk = session.kiosk
    session.process.terminate()
    assert session.process.wait(15) == 0
    wait("the kiosk is gone", lambda: not alive(kiosk))


def test_a_session_ends_with_its_kiosk(session):
    assert session.hears(60) == "READY=1", session.close()
    os.kill(session.kiosk, signal.SIGKILL)
    session.process.wait(15)


def allowed(lines: list[str]) -> set[str]:
    """The system calls that `SystemCallFilter=` lines leave, in their order."""
    left: set[str] = set()
    for line in lines:
        names = calls(*line.removeprefix("~").split())
        left = left - names if line.startswith("~") else left | names
    return left


def calls(*names: str) -> set[str]:
    """Groups such as @system-service, taken apart."""
    groups = [name for name in names if name.startswith("@")]
    if not groups:
        return set(names)
    told = subprocess.run(["systemd-analyze", "syscall-filter", *groups], capture_output=True, text=True, check=True).stdout
    inside = (line.strip() for line in told.splitlines() if line.startswith("    "))
    return {name for name in names if name not in groups} | calls(*(name for name in inside if not name.startswith("#")))


def test_the_session_needs_no_system_call_that_its_unit_forbids(needs, folder):
    for tool in ("cage", "Xwayland", "strace", "systemd-analyze"):
        needs(shutil.which(tool), f"{tool} is not installed")
    unit = (ROOT / "packaging" / "systemd" / "consent-kiosk.service").read_text()
    permitted = allowed(re.findall(r"^SystemCallFilter=(.+)", unit, re.MULTILINE))
    assert {"read", "kcmp"} <= permitted and not {"mount", "setuid"} & permitted
    others = f"trace=!{','.join(f'?{name}' for name in sorted(permitted))}"
    trace = ("strace", "-D", "-f", "--seccomp-bpf", "-qq", "-e", "signal=none", "-e", others, "-o", folder / "calls")
    session = Session(folder, *NOT_ROOT, *trace)
    try:
        assert session.hears(120) == "READY=1"
        assert session.hears(WATCHDOG) == "WATCHDOG=1"
    finally:
        session.process.terminate()
        session.close()
    used = set(re.findall(r"^\d+ +(\w+)\(", (folder / "calls").read_text(errors="replace"), re.MULTILINE))
    assert used == TRIED
