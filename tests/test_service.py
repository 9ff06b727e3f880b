import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import service


class Systemd:
    """The end of $NOTIFY_SOCKET that systemd has, and what it heard from whom."""

    def __init__(self, name: str):
        self.name = name
        self._ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ear.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self._ear.bind(name.replace("@", "\0", 1))

    def hears(self, seconds: float = 10) -> tuple[str, int]:
        """The next message and the sender's process number; ("", 0) where nothing comes."""
        self._ear.settimeout(seconds)
        try:
            message, control, _, _ = self._ear.recvmsg(service.MOST, 64)
        except TimeoutError:
            return "", 0
        return message.decode(), int.from_bytes(control[0][2][:4], sys.byteorder)

    def close(self) -> None:
        self._ear.close()


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[Systemd]:
    systemd = Systemd(os.fspath(tmp_path / "notify"))
    yield systemd
    systemd.close()


def started(systemd: Systemd, *command: str) -> subprocess.Popen:
    environment = {**os.environ, "NOTIFY_SOCKET": systemd.name}
    return subprocess.Popen(
        [sys.executable, "-m", "kiosk.service", *command], env=environment, stdout=subprocess.PIPE, text=True
    )


def python(code: str) -> tuple[str, str, str]:
    return sys.executable, "-c", code


def test_systemd_hears_it(systemd, monkeypatch):
    monkeypatch.setenv("NOTIFY_SOCKET", systemd.name)
    assert service.tell("READY=1")
    assert systemd.hears() == ("READY=1", os.getpid())


def test_systemd_hears_it_by_a_name_that_no_file_has(monkeypatch):
    systemd = Systemd(f"@consent-kiosk-{os.getpid()}")
    monkeypatch.setenv("NOTIFY_SOCKET", systemd.name)
    assert service.tell("WATCHDOG=1")
    assert systemd.hears() == ("WATCHDOG=1", os.getpid())
    systemd.close()


def test_nobody_listens(monkeypatch, tmp_path, caplog):
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    assert not service.tell("READY=1")
    assert not caplog.records
    monkeypatch.setenv("NOTIFY_SOCKET", os.fspath(tmp_path / "nobody"))
    assert not service.tell("READY=1")
    assert f"systemd cannot be told READY=1 at {tmp_path}/nobody" in caplog.text


def test_a_listener_that_hangs_does_not_stop_the_screen(systemd, monkeypatch, caplog):
    monkeypatch.setenv("NOTIFY_SOCKET", systemd.name)
    begun = time.monotonic()
    assert not all(service.tell("WATCHDOG=1") for _ in range(10_000))
    assert time.monotonic() - begun < 5


def test_a_session_passes_on_what_its_processes_say_as_the_main_process(systemd):
    grandchild = "from kiosk import service; service.tell('READY=1'); service.tell('WATCHDOG=1')"
    session = started(systemd, "sh", "-c", '"$0" -c "$1"; exit 3', sys.executable, grandchild)
    assert [systemd.hears() for _ in range(2)] == [("READY=1", session.pid), ("WATCHDOG=1", session.pid)]
    assert session.wait(10) == 3
    session.stdout.close()


@pytest.mark.parametrize(("ends", "code"), [("sys.exit(0)", 0), ("sys.exit(7)", 7), ("os.kill(os.getpid(), 6)", 134)])
def test_a_session_ends_as_its_command_does(systemd, ends, code):
    with started(systemd, *python(f"import os, sys; {ends}")) as session:
        assert session.wait(10) == code


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_session_that_is_told_to_stop_stops_its_command_and_is_content(systemd, number):
    code = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_DFL)\nprint('up', flush=True)\nsignal.pause()"
    with started(systemd, *python(code)) as session:
        assert session.stdout.readline() == "up\n"
        session.send_signal(number)
        assert session.wait(10) == 0


def test_a_session_leaves_nothing_behind(systemd, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", os.fspath(tmp_path))
    with started(systemd, "sh", "-c", "ls -d $XDG_RUNTIME_DIR/notify-*/socket") as session:
        assert session.wait(10) == 0
        assert session.stdout.read().startswith(f"{tmp_path}/notify-")
    assert not list(tmp_path.glob("notify-*"))


def test_a_command_that_is_not_there_is_named(systemd):
    done = subprocess.run([sys.executable, "-m", "kiosk.service", "cage-of-air"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        "The session cannot begin: [Errno 2] No such file or directory: 'cage-of-air'. "
        "Look whether all packages are installed: dpkg --verify consent-kiosk\n"
    )
