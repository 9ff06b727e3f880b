"""A gate in another language, written from PROTOCOL.md alone, against the real kiosk and the transcripts."""

import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import transcripts

from kiosk.config import DEMONSTRATION
from kiosk.demo.stage import Actor
from kiosk.gate.messages import now_ns

SOURCE = Path(__file__).with_name("second_client.c")
MS = 1_000_000
V, W = "v" * 32, "w" * 32

pytestmark = pytest.mark.slow


class Client:
    """The compiled client, and what it would allow, line by line: `NANOSECONDS PHASE VISIT...`"""

    def __init__(self, program: Path, path: Path, user: int | None = None):
        command = [program, path, "second", str(os.getuid() if user is None else user)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.lines: list[tuple[int, str, set[str]]] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with self.process.stdout as said:
            for line in said:
                at, phase, *visits = line.split()
                self.lines.append((int(at), phase, set(visits)))

    @property
    def allowed(self) -> set[str]:
        return self.lines[-1][2] if self.lines else set()

    @property
    def phase(self) -> str:
        return self.lines[-1][1] if self.lines else "dark"

    def until(self, what: str, true: Callable[[], bool], seconds: float = 10) -> None:
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, f"in vain: {what}; {self.lines[-3:]}"
            time.sleep(0.01)


@pytest.fixture(scope="module")
def program(needs, tmp_path_factory) -> Path:
    compiler = needs(shutil.which("cc"), "there is no C compiler")
    needs(Path("/usr/include/jansson.h").exists(), "libjansson-dev is not installed")
    out = tmp_path_factory.mktemp("client") / "second_client"
    flags = ["-std=c11", "-O2", "-Wall", "-Wextra", "-Werror"]
    subprocess.run([compiler, *flags, "-o", out, SOURCE, "-ljansson"], check=True)
    return out


@pytest.fixture
def client(program) -> Iterator[Callable[..., Client]]:
    started: list[Client] = []

    def start(path: Path, user: int | None = None) -> Client:
        started.append(Client(program, path, user))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.wait()


@pytest.mark.parametrize("path", transcripts.FILES, ids=lambda path: path.stem)
def test_it_follows_the_transcripts(client, tmp_path, path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(os.fspath(tmp_path / "gate.sock"))
        listening.listen()
        listening.settimeout(5)
        gate = client(tmp_path / "gate.sock")
        transcripts.play(path, listening, lambda: gate.allowed)


def test_it_hangs_up_on_a_squatter(client, tmp_path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(os.fspath(tmp_path / "gate.sock"))
        listening.listen()
        listening.settimeout(5)
        client(tmp_path / "gate.sock", user=os.getuid() + 1)
        connection, _ = listening.accept()
        with connection:
            assert connection.recv(4096) == b""


@pytest.fixture
def shop(tmp_path) -> Iterator[Actor]:
    """The whole kiosk on its screens, and a hand to touch them."""
    state = tmp_path / "state"
    state.mkdir()
    (state / "store.toml").write_text(DEMONSTRATION, encoding="utf-8")
    actor = Actor("kiosk", ["-m", "kiosk.demo.hand", "--state", str(state), "--socket", str(tmp_path / "gate.sock")])
    yield actor
    actor.kill()


def test_with_the_real_kiosk(client, shop, tmp_path):
    gate = client(tmp_path / "gate.sock")
    gate.until("it is live", lambda: gate.phase == "live" and shop.ask("look")["cameras"] == ["second"])
    assert gate.allowed == set()
    time.sleep(0.5)
    shop.ask("touch language-en")
    time.sleep(0.5)
    shop.ask("touch yes")
    gate.until("the visitor is allowed", lambda: len(gate.allowed) == 1)
    gate.until("the screen says so", lambda: shop.ask("look")["analysis"] == "on")
    time.sleep(0.5)
    shop.ask("touch undo")
    gate.until("nobody is allowed", lambda: gate.allowed == set() and gate.phase == "live", seconds=1)
    time.sleep(1)
    shop.ask("touch yes")
    gate.until("the visitor is allowed again", lambda: len(gate.allowed) == 1)
    killed = now_ns()
    shop.kill()
    gate.until("it is dark", lambda: gate.phase == "dark")
    dark = next(at for at, phase, _ in gate.lines if at > killed and phase == "dark")
    assert dark - killed < 1_000 * MS


def test_with_a_kiosk_that_stands_still(client, shop, tmp_path):
    gate = client(tmp_path / "gate.sock")
    gate.until("it is live", lambda: gate.phase == "live")
    pid = shop._process.pid
    stopped = now_ns()
    os.kill(pid, signal.SIGSTOP)
    try:
        gate.until("it is dark", lambda: gate.phase == "dark")
    finally:
        os.kill(pid, signal.SIGCONT)
    dark = next(at for at, phase, _ in gate.lines if at > stopped and phase == "dark")
    assert dark - stopped < 1_000 * MS
    gate.until("it is live again", lambda: gate.phase == "live")


def test_it_says_bye(client, shop, tmp_path):
    gate = client(tmp_path / "gate.sock")
    gate.until("it is live", lambda: gate.phase == "live")
    gate.process.terminate()
    assert gate.process.wait(5) == 0
    gate.until("the kiosk knows", lambda: shop.ask("look")["cameras"] == [])
