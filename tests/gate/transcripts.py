"""Plays the recorded conversations in kiosk/gate/protocol/transcripts to a gate."""

import json
import select
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kiosk.gate import messages
from kiosk.gate.binding import Binder
from kiosk.gate.bodies import Limits
from kiosk.gate.guard import Guard
from kiosk.gate.lease import LeaseKeeper
from kiosk.gate.messages import Hello, Lines, Message, ProtocolError, boot_id, encode

FOLDER = Path(messages.__file__).with_name("protocol") / "transcripts"
FILES = sorted(FOLDER.glob("*.jsonl"))
MS = 1_000_000
BETWEEN = ("stat", "bound", "erased")  # may come at any time


class Words:
    """What `$n` and its like stand for in one conversation."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {"$boot": boot_id()}
        self._nonces: list[str] = []

    def fill(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self.fill(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.fill(each) for each in value]
        return self.known.get(value, value) if isinstance(value, str) else value

    def hear(self, said: dict[str, Any]) -> dict[str, Any]:
        """Learn what the gate chooses for itself."""
        if said["t"] == "renew":
            self._nonces.append(said["n"])
            self.known |= {"$n": said["n"], "$n-1": self._nonces[-2:][0]}
        if said["t"] == "hello":
            self.known |= {f"${name}": said[name] for name in ("gate", "camera", "binds")}
        return said


def steps(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][1:]


def line_of(step: dict[str, Any], words: Words) -> bytes | None:
    if "kiosk" in step:
        return json.dumps(words.fill(step["kiosk"])).encode()
    return step["kiosk_line"].encode() if "kiosk_line" in step else None


# --- a gate without I/O, on a clock of its own -------------------------------------------------------------------------


class Virtual:
    """A guard, its clocks, and whether it has hung up."""

    def __init__(self) -> None:
        self.now, self.slept, self.closed = 1_000 * MS, 0, False
        self.start = self.now
        hello = Hello("gate", "door", boot_id(), binds=True)
        limits = Limits()
        self.lease = LeaseKeeper(hello)
        self.guard = Guard(self.lease, Binder([], (1, 1), limits), limits, lambda: self.now, lambda: self.slept)
        self.said: list[dict[str, Any]] = []
        self._lines = Lines()
        self._do(self.guard.opened)

    def _do(self, act: Callable[[], list[Message]]) -> None:
        if self.closed:
            return
        try:
            self.said += [json.loads(encode(message)) for message in act()]
        except ProtocolError as error:
            self.guard.closed(str(error))
            self.closed = True

    def hear(self, line: bytes) -> None:
        self._do(lambda: [reply for each in self._lines.feed(line + b"\n") for reply in self.guard.heard(each)])

    def wait(self, at_ms: int) -> None:
        self.now = self.start + at_ms * MS
        self._do(self.guard.due)

    def hang_up(self) -> None:
        self.guard.closed("the kiosk hung up")
        self.closed = True

    @property
    def granted(self) -> list[str]:
        return sorted(self.lease.granted(self.now))


def play_virtually(path: Path) -> None:
    """Raises AssertionError at the first step that goes otherwise."""
    gate, words = Virtual(), Words()
    for step in steps(path):
        words.known["$now"] = gate.now
        gate.slept += step.get("slept_ms", 0) * MS
        gate.wait(step["at_ms"])
        if line := line_of(step, words):
            gate.hear(line)
        if "kiosk_closes" in step:
            gate.hang_up()
        if "gate" in step:
            said = next((each for each in gate.said if each["t"] not in BETWEEN), None)
            assert said, f"the gate has not sent this: {step}"
            gate.said.remove(said)
            words.hear(said)
            assert said == words.fill(step["gate"]), step
        if "expect" in step:
            phase = "closed" if gate.closed else str(gate.lease.phase(gate.now))
            assert (phase, gate.granted) == (step["expect"], sorted(step["granted"])), step
    assert [each for each in gate.said if each["t"] not in BETWEEN] == []


# --- any gate, over a socket, in real time -----------------------------------------------------------------------------


class Listener:
    """The kiosk's end of one real conversation."""

    def __init__(self, listening: socket.socket):
        self.connection, _ = listening.accept()
        self.start = time.monotonic()
        self._lines = self._read()

    def say(self, line: bytes) -> None:
        self.connection.sendall(line + b"\n")

    def next(self) -> dict[str, Any] | None:
        """What the gate says next, None once it has hung up."""
        return next((each for each in self._lines if each["t"] not in BETWEEN), None)

    def closed_within(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self.connection], [], [], left)[0]:
                try:
                    if not self.connection.recv(65536):
                        return True
                except ConnectionResetError:
                    return True
        return False

    def _read(self) -> Iterator[dict[str, Any]]:
        rest = b""
        while True:
            try:
                data = self.connection.recv(65536)
            except ConnectionResetError:
                return
            if not data:
                return
            *whole, rest = (rest + data).split(b"\n")
            yield from map(json.loads, whole)


def play(path: Path, listening: socket.socket, allowed: Callable[[], set[str]], patience: float = 0.5) -> None:
    """Play to whatever connects, and see that it never allows what is not granted. Ends where the machine would sleep.

    allowed: the visits that this gate allows now. Raises AssertionError at the first step that goes otherwise.
    """
    kiosk, words = Listener(listening), Words()
    try:
        for step in steps(path):
            if "slept_ms" in step:
                return
            time.sleep(max(0.0, kiosk.start + step["at_ms"] / 1_000 - time.monotonic()))
            words.known["$now"] = messages.now_ns()
            if line := line_of(step, words):
                kiosk.say(line)
            if "kiosk_closes" in step:
                kiosk.connection.close()
            if "gate" in step:
                said = kiosk.next()
                assert said, f"the gate hung up instead of this: {step}"
                words.hear(said)
                assert said == words.fill(step["gate"]), step
            if step.get("expect") == "closed" and kiosk.connection.fileno() >= 0:
                assert kiosk.closed_within(patience), f"the gate did not hang up: {step}"
            if "expect" in step:
                until = time.monotonic() + patience
                while (wrong := allowed() - set(step["granted"])) and time.monotonic() < until:
                    time.sleep(0.01)
                assert not wrong, step
    finally:
        kiosk.connection.close()
