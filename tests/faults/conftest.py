"""Real processes, faults, and the three things that must hold after each of them.

A shop is one kiosk with a hand at its glass, one gate with a body alone on its spot, and a list of what was touched. `survives`
holds it to all three: no face outside a lease, no recorded answer lost, and a new visit that works without help.
"""

import contextlib
import json
import os
import queue
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pytest

from kiosk.config import DEMONSTRATION
from kiosk.consent.code import short_code
from kiosk.consent.decision import Act
from kiosk.ledger.store import Ledger, Row
from kiosk.state import StateDirectory

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

MS = 1_000_000
PAUSE = 0.35  # between two touches, which take 0.08 s themselves: a new page is dead for 0.4 s
TRIES = 4  # of a visitor whom a busy machine's camera did not see well around the touch
DARK_MS = 600  # to see that it stays dark, at least
STEADY_MS = 250  # with frames further apart than this, the gate may lose a body that never moved
BOOT = Path("/proc/sys/kernel/random/boot_id").read_text().strip()

T = TypeVar("T")


def now_ns() -> int:
    """The gates' clock."""
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def until(what: str, true: Callable[[], T], seconds: float = 20) -> T:
    end = time.monotonic() + seconds
    while not (value := true()):
        assert time.monotonic() < end, f"in vain for {seconds} s: {what}"
        time.sleep(0.02)
    return value


class Child:
    """A Python process that answers lines on stdin with JSON lines on stdout."""

    def __init__(self, command: list[object], errors: Path, **environment: str):
        self.errors = errors
        with errors.open("ab") as stderr:
            self.process = subprocess.Popen(
                [sys.executable, *map(str, command)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            )
        with contextlib.suppress(PermissionError):  # a busy machine is another fault than those that are tested
            os.setpriority(os.PRIO_PROCESS, self.pid, -10)
        self._answers: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        return self.process.pid

    def ask(self, order: str, seconds: float = 20) -> dict[str, Any]:
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise AssertionError(f"no answer to {order!r} in {seconds} s") from None
        assert answer is not None, f"it ended instead of answering {order!r}: {self.errors.read_text()}"
        assert "error" not in answer, answer
        return answer

    def freeze(self) -> int:
        """SIGSTOP; a time at which it surely stood still."""
        os.kill(self.pid, signal.SIGSTOP)
        status = Path(f"/proc/{self.pid}/stat")
        until("the process stands still", lambda: status.read_text().rpartition(")")[2].split()[0] == "T")
        return now_ns()

    def thaw(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def kill(self) -> int:
        """SIGKILL; a time at which all its connections surely were closed. Again does nothing."""
        self.process.kill()
        self.process.wait()
        gone_ns = now_ns()
        self._listener.join()
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.stdout.close()
        return gone_ns

    def limit_files(self, most: int) -> None:
        """Let it have file descriptors below this number only."""
        _, hard = resource.prlimit(self.pid, resource.RLIMIT_NOFILE)
        resource.prlimit(self.pid, resource.RLIMIT_NOFILE, (min(most, hard), hard))

    @property
    def next_file(self) -> int:
        """The number that its next file descriptor will have, when it is not just reading some file."""
        return min(self._free_file() for _ in range(10))

    def _free_file(self) -> int:
        time.sleep(0.02)
        taken = {int(name) for name in os.listdir(f"/proc/{self.pid}/fd")}
        return min(set(range(len(taken) + 1)) - taken)

    @property
    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _listen(self) -> None:
        for line in self.process.stdout:
            answer = json.loads(line)
            if "event" not in answer:
                self._answers.put(answer)
        self._answers.put(None)


class Frame(NamedTuple):
    """One frame of the gate's process. `began` and `asked` are read before the gate is asked, so no use is told too late."""

    began: int
    phase: str
    allowed: bool
    asked: int
    kept: bool

    @property
    def used_ns(self) -> int:
        """When the gate last said yes to this frame; 0 if never."""
        return max(self.began if self.allowed else 0, self.asked if self.kept else 0)


class GateProcess(Child):
    def __init__(self, folder: Path, path: Path, **environment: str):
        super().__init__([HERE / "gate_process.py", path], folder / "gate.log", **environment)

    @property
    def phase(self) -> str:
        return self.ask(f"report {now_ns()}")["phase"]

    def frames(self, since_ns: int = 0) -> list[Frame]:
        return [Frame(*each) for each in self.ask(f"report {since_ns}")["frames"]]

    def allowed(self) -> bool:
        """Is the body allowed in frames of this moment?"""
        since_ns = now_ns()
        until("two more frames", lambda: len(self.frames(since_ns)) > 2)
        return all(frame.allowed for frame in self.frames(since_ns)[1:])

    def dark_between(self, start_ns: int, end_ns: int, least: int = 10) -> None:
        """No frame was allowed and no result kept in this time, although frames were shown."""
        frames = [frame for frame in self.frames(start_ns) if frame.began <= end_ns]
        late = [round((frame.used_ns - start_ns) / MS) for frame in frames if start_ns < frame.used_ns <= end_ns]
        assert not late, f"allowed, in ms after the last moment: {late}"
        assert len(frames) >= least, f"only {len(frames)} frames were shown, which proves nothing"

    def steady_since(self, start_ns: int) -> None:
        """Live and allowed in every frame since then, unless a busy machine let them come too far apart for any gate."""
        frames = until("ten frames", lambda: len(self.frames(start_ns)) >= 10 and self.frames(start_ns))
        gaps = [after.began - before.began for before, after in pairwise(frames)]
        assert {(frame.phase, frame.allowed) for frame in frames} == {("live", True)} or max(gaps) > STEADY_MS * MS


class FakeKiosk(Child):
    """user: the one to listen as."""

    def __init__(self, folder: Path, path: Path, *user: int):
        super().__init__([HERE / "fake_kiosk.py", path, *user], folder / "fake.log")
        self.ask("look")


class FakeShop:
    """A gate whose kiosk can be ordered to misbehave."""

    def __init__(self, folder: Path):
        path = folder / "gate.sock"
        self.kiosk = FakeKiosk(folder, path)
        self.gate = GateProcess(folder, path)

    def close(self) -> None:
        self.kiosk.kill()
        self.gate.kill()

    def permitted(self) -> None:
        if not self.gate.allowed():
            self.say_yes()

    def say_yes(self, not_before_ns: int = 0) -> int:
        """A grant that ends up permitted; when it was made."""
        until("the gate is live", lambda: self.gate.phase == "live")
        time.sleep(0.6)  # so long, and more, the gate must have seen the body
        until("the time for it", lambda: now_ns() > not_before_ns)
        tapped_ns = now_ns()
        for _ in range(TRIES):
            self.kiosk.ask("grant")
            time.sleep(0.5)
            if self.gate.allowed():
                break
        assert self.gate.allowed()
        return tapped_ns

    def survives(self, fault_ns: int, allowance_ms: int) -> None:
        """After a fault: a new grant works, nothing was allowed in between."""
        start_ns = fault_ns + allowance_ms * MS
        self.gate.dark_between(start_ns, self.say_yes(start_ns + DARK_MS * MS))


class Shop:
    """environment: of both processes."""

    def __init__(self, folder: Path, state: Path, **environment: str):
        self.folder = folder
        self.path = folder / "gate.sock"
        self.state = StateDirectory(state)
        self.decisions: list[tuple[Act, str]] = []  # with the short code of each receipt
        self.survived = False
        self._environment = environment
        self.state.make()
        self.state.config.write_text(DEMONSTRATION)
        self.open_kiosk()
        self.open_gate()

    def open_kiosk(self) -> None:
        hand = ["-m", "kiosk.demo.hand", "--state", self.state.path, "--socket", self.path, "--size", "540x960"]
        self.kiosk = Child(hand, self.folder / "kiosk.log", **self._environment)

    def open_gate(self) -> None:
        self.gate = GateProcess(self.folder, self.path, **self._environment)

    def close(self) -> None:
        self.kiosk.kill()
        self.gate.kill()

    def look(self) -> dict[str, Any]:
        """What the screen says, and what the kiosk knows."""
        return self.kiosk.ask("look")

    def touch(self, name: str) -> dict[str, Any]:
        time.sleep(PAUSE)
        return self.kiosk.ask(f"touch {name}")

    def page(self, name: str, seconds: float = 20) -> None:
        until(f"the page {name}", lambda: self.look()["page"] == name, seconds)

    def lost(self, seconds: float) -> None:
        """The kiosk ends the permission, and says so."""
        until("lost", lambda: (look := self.look())["analysis"] == "lost" and not look["permissions"], seconds)

    def probe(self) -> None:
        """Wait until the kiosk has proved that its ledger commits; for two seconds it will not do so again."""
        log = self.state.ledger.with_name(self.state.ledger.name + "-wal")
        before = log.stat().st_mtime_ns
        until("a commit", lambda: log.stat().st_mtime_ns != before)

    def ask_anew(self) -> None:
        """From whatever page a visitor left to the question."""
        until("the kiosk has no fault", lambda: self.look()["page"] != "Fault")
        if self.look()["page"] == "Answered":
            self.touch("done")
        if self.look()["page"] == "Attract":
            self.touch("language-en")
        self.page("Asking")

    def say_no(self) -> None:
        self.ask_anew()
        self.touch("no")
        self._keep(Act.OPT_OUT)

    def say_yes(self, not_before_ns: int = 0) -> int:
        """A visit that ends up permitted; when yes was touched."""
        until("the gate is in step", lambda: self.look()["cameras"] and self.gate.phase == "live")
        self.ask_anew()
        time.sleep(PAUSE)
        until("the time for it", lambda: now_ns() > not_before_ns)
        tapped_ns = now_ns()
        self.kiosk.ask("touch yes")
        self._keep(Act.OPT_IN)
        for _ in range(TRIES):
            if until("the gate decides", self._decided) == "on":
                break
            self.touch("again")
        assert self.look()["analysis"] == "on"
        until("the body is allowed", self.gate.allowed)
        return tapped_ns

    def _decided(self) -> str | None:
        analysis = self.look()["analysis"]
        return analysis if analysis not in ("off", "waiting") else None

    def permitted(self) -> None:
        """A visit that is permitted now: the last one, if it still is."""
        if self.look()["analysis"] != "on" or not self.gate.allowed():
            self.say_yes()

    @property
    def code(self) -> str:
        """The short code of the last answer."""
        return self.decisions[-1][1]

    def survives(self, fault_ns: int, allowance_ms: int) -> None:
        """After a fault that ends every permission: nothing was allowed until a new yes, nothing was lost, it works again."""
        start_ns = fault_ns + allowance_ms * MS
        self.gate.dark_between(start_ns, self.lives_on(start_ns + DARK_MS * MS))

    def lives_on(self, not_before_ns: int = 0) -> int:
        """A new visit works, nothing was lost, nothing broke; when yes was touched."""
        tapped_ns = self.say_yes(not_before_ns)
        self.nothing_lost()
        for log in self.folder.glob("*.log"):
            assert "Traceback" not in log.read_text(), log.read_text()
        self.survived = True
        return tapped_ns

    def end_of(self, code: str) -> str:
        """Why the ledger says that this visit's permission ended."""
        rows = [row for row in self.nothing_lost() if row.visit and short_code(row.visit) == code]
        return rows[-1].payload.get("why", "") if rows[-1].act is Act.ENDED else ""

    def nothing_lost(self) -> list[Row]:
        """Every answer that the screen called recorded is in a ledger whose hashes fit."""
        ledger = Ledger(self.state.ledger, read_only=True)
        try:
            rows = list(ledger.rows())
            ledger.root()
        finally:
            ledger.close()
        recorded = {(row.act, short_code(row.visit)) for row in rows if row.visit}
        assert set(self.decisions) <= recorded
        return rows

    def _keep(self, act: Act) -> None:
        """The screen says that the answer is recorded."""
        self.page("Answered", 2)
        self.decisions.append((act, self.look()["code"].replace("-", "")))


class Client:
    """A raw connection to the kiosk."""

    hello_line = (
        json.dumps({"t": "hello", "v": 1, "gate": "raw", "camera": "raw", "boot": BOOT, "binds": False}).encode() + b"\n"
    )

    def __init__(self, path: Path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(5)
        self._rest = b""
        try:
            self.socket.connect(os.fspath(path))
        except OSError:
            self.socket.close()
            raise

    @staticmethod
    def line(kind: str, **fields: object) -> bytes:
        return json.dumps({"t": kind, **fields}).encode() + b"\n"

    def hello(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Join; the kiosk's welcome and snapshot."""
        self.socket.sendall(self.hello_line)
        welcome, snapshot = self.hear("welcome"), self.hear("snapshot")
        self.socket.sendall(self.line("ack", seq=snapshot["seq"]))
        return welcome, snapshot

    def hear(self, kind: str) -> dict[str, Any]:
        """The next message of this kind. Raises EOFError."""
        while True:
            line, found, rest = self._rest.partition(b"\n")
            if not found:
                data = self.socket.recv(65536)
                if not data:
                    raise EOFError
                self._rest += data
                continue
            self._rest = rest
            if (message := json.loads(line))["t"] == kind:
                return message

    def hung_up(self) -> bool:
        """Did the kiosk end this connection, or does it soon?"""
        with contextlib.suppress(TimeoutError):
            try:
                while self.socket.recv(65536):
                    pass
            except ConnectionError:
                pass
            return True
        return False

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()


@pytest.fixture(scope="module")
def shop_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state directory of this module's shops."""
    return tmp_path_factory.mktemp("state")


@pytest.fixture(scope="module")
def _survivors() -> Iterator[list[Shop]]:
    survivors: list[Shop] = []
    yield survivors
    for shop in survivors:
        shop.close()


@pytest.fixture
def shop(shop_state: Path, _survivors: list[Shop], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """The shop that survived the test before, or a new one."""
    shop = _survivors.pop() if _survivors else Shop(tmp_path_factory.mktemp("shop"), shop_state)
    shop.survived = False
    yield shop
    if shop.survived:
        _survivors.append(shop)
    else:
        shop.close()


@pytest.fixture
def open_shop() -> Iterator[Callable[..., Shop]]:
    """`open_shop(folder, state, **environment)`: a shop of this test alone."""
    with contextlib.ExitStack() as stack:

        def open_(*arguments, **environment) -> Shop:
            shop = Shop(*arguments, **environment)
            stack.callback(shop.close)
            return shop

        yield open_


@pytest.fixture
def client(shop: Shop) -> Iterator[Callable[[], Client]]:
    """`client()`: one more connection to the shop's kiosk."""
    with contextlib.ExitStack() as stack:
        yield lambda: stack.enter_context(Client(shop.path))


@pytest.fixture
def fake_kiosk() -> Iterator[Callable[..., FakeKiosk]]:
    """`fake_kiosk(folder, path, user)`: something else on the kiosk's path."""
    with contextlib.ExitStack() as stack:

        def open_(*arguments) -> FakeKiosk:
            kiosk = FakeKiosk(*arguments)
            stack.callback(kiosk.kill)
            return kiosk

        yield open_


@pytest.fixture(scope="module")
def fake_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeShop]:
    with contextlib.closing(FakeShop(tmp_path_factory.mktemp("fake"))) as shop:
        yield shop


@pytest.fixture(name="until")
def _until() -> Callable[..., Any]:
    """`until("what is awaited", lambda: true, seconds)`: the value, once it is true."""
    return until
