"""How quick the gates are, beside a floor or a peer of the same run: `python tests/bench/gate_bench.py [--quick]`.

Nothing is compared with a fixed number. The exit code is 1 only where something itself broke: an acknowledgement is missing,
or a result was allowed after the lease was over.
"""

import argparse
import ctypes
import getpass
import importlib.util
import json
import math
import os
import platform
import random
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
GATES = (1, 8, 22)
MS = 1_000_000
MARGIN_MS = 50  # PROTOCOL.md: how much sooner than the kiosk a gate lets its lease end
ANSWER_SECONDS = 30
SETTLED_SECONDS = 0.26  # longer than any motion of a page
BREATH_SECONDS = 0.005  # the kiosk hangs up on gates that say too much in too short a time
STOOD_SECONDS = 0.8  # a body that was followed for so long, with no touch meanwhile, can be bound
WARM = 1
TRIES = 3
SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
MEMORY = {"tmpfs", "ramfs"}
PR_SET_PDEATHSIG = 1


class Broke(Exception):
    """The thing that is measured did not work; the message is a sentence about it."""


@dataclass(frozen=True)
class Effort:
    """How often each thing is done."""

    screened: int = 40
    bare: int = 300
    mqtt: int = 100
    revokes: int = 16
    ends: int = 10  # of two gates each
    calls: int = 150


QUICK = Effort(screened=3, bare=30, mqtt=8, revokes=2, ends=1, calls=12)


@dataclass
class Figure:
    name: str
    unit: str
    values: list[float]
    floor: str
    floors: list[float]

    def told(self) -> dict[str, Any]:
        mine, beneath = spread(self.values), spread(self.floors)
        return {
            "figure": self.name,
            "unit": self.unit,
            **mine,
            "n": len(self.values),
            "floor": {"name": self.floor, **beneath, "n": len(self.floors)},
            "ratio": {key: mine[key] / beneath[key] for key in ("p50", "p99")},
        }


@dataclass
class Report:
    figures: list[Figure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, name: str, unit: str, values: Sequence[float], floor: str, floors: Sequence[float]) -> None:
        self.figures.append(Figure(name, unit, list(values), floor, list(floors)))


def spread(values: Sequence[float]) -> dict[str, float]:
    """By nearest rank: of fewer than 100 values, p99 is the greatest."""
    ordered = sorted(values)
    rank = lambda part: ordered[math.ceil(part * len(ordered)) - 1]  # noqa: E731
    return {"p50": rank(0.50), "p99": rank(0.99), "max": ordered[-1]}


# --- child processes -------------------------------------------------------------------------------------------------


def start(command: Sequence[str], **options: Any) -> subprocess.Popen:
    """A child that Ctrl-C does not reach, since it is ended by this process, and that does not outlive it."""
    return subprocess.Popen(
        command,
        start_new_session=True,
        preexec_fn=lambda: ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL),
        **options,
    )


class Role:
    """A child process that takes orders on stdin and answers in JSON lines."""

    def __init__(self, script: str, *arguments: object):
        self.name = " ".join([script, *(str(each) for each in arguments if "/" not in str(each))])
        self._process = start(
            [sys.executable, os.fspath(HERE / script), *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env={**os.environ, **SCREEN},
        )
        self._heard = b""
        self.ready: dict[str, Any] = {}

    @property
    def pid(self) -> int:
        return self._process.pid

    def tell(self, order: str) -> None:
        try:
            self._process.stdin.write(f"{order}\n".encode())
        except BrokenPipeError as error:
            raise Broke(f"{self.name} ended.") from error

    def hear(self) -> dict[str, Any]:
        end = time.monotonic() + ANSWER_SECONDS
        while b"\n" not in self._heard:
            ready, _, _ = select.select([self._process.stdout], [], [], max(0, end - time.monotonic()))
            data = os.read(self._process.stdout.fileno(), 1 << 20) if ready else b""
            if not data:
                raise Broke(f"{self.name} {'ended' if ready else 'did not answer'}.")
            self._heard += data
        line, _, self._heard = self._heard.partition(b"\n")
        answer = json.loads(line)
        if "error" in answer:
            raise Broke(f"{self.name}: {answer['error']}.")
        return answer

    def ask(self, order: str) -> dict[str, Any]:
        self.tell(order)
        return self.hear()

    def leave(self) -> None:
        with suppress(OSError):
            self._process.stdin.close()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()

    def gone(self, seconds: float) -> None:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        self.kill()


class Cast:
    """Every role that plays at this time; leaving the `with` block ends them."""

    def __init__(self) -> None:
        self._roles: list[Role] = []

    def __enter__(self) -> "Cast":
        return self

    def __exit__(self, *_: object) -> None:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.part(self._roles)
        signal.signal(signal.SIGINT, before)

    def part(self, roles: Sequence[Role]) -> None:
        for role in roles:
            role.leave()
        for role in roles:
            role.gone(2)
        self._roles = [role for role in self._roles if role not in roles]

    def join(self, *calls: Sequence[object]) -> list[Role]:
        """Start them all, then wait until each is ready."""
        roles = []
        for call in calls:
            roles.append(Role(*call))
            self._roles.append(roles[-1])
        for role in roles:
            role.ready = role.hear()
        return roles


class Row:
    """As many roles of one kind as there have to be."""

    def __init__(self, cast: Cast, call: Callable[[int], Sequence[object]]):
        self._cast, self._call = cast, call
        self._roles: list[Role] = []

    def __len__(self) -> int:
        return len(self._roles)

    def resize(self, count: int) -> list[Role]:
        """The roles, once there are so many."""
        self._cast.part(self._roles[count:])
        self._roles = self._roles[:count]
        self._roles += self._cast.join(*(self._call(number) for number in range(len(self), count)))
        return self._roles


class Place:
    """Where one part of the benchmark keeps its ledger and its sockets."""

    def __init__(self, path: Path):
        from kiosk.config import DEMONSTRATION

        self.state, self.socket, self.raw = path / "state", path / "gate.sock", path / "raw.sock"
        self.hub, self.page = path / "hub.sock", path / "page"
        self.state.mkdir(parents=True)
        (self.state / "store.toml").write_text(DEMONSTRATION, encoding="utf-8")

    def kiosk(self, cast: Cast, *more: str) -> Role:
        (kiosk,) = cast.join(("kiosk_end.py", self.state, self.socket, self.raw, *more))
        kiosk.ask("begin")
        return kiosk

    def floor(self, cast: Cast) -> Role:
        (hub,) = cast.join(("floor_end.py", "hub", self.hub, self.page))
        return hub

    def gates(self, cast: Cast, count: int) -> list[Role]:
        return cast.join(*(("gate_end.py", self.socket, f"camera-{number}") for number in range(count)))


def live(gate: Role) -> None:
    if not gate.ask("live")["live"]:
        raise Broke(f"{gate.name} got no lease.")


# --- 1 tap -> durable -> all acknowledged ----------------------------------------------------------------------------


def taps(report: Report, place: Place, effort: Effort) -> None:
    with Cast() as cast:
        hub, gates = place.floor(cast), Row(cast, lambda number: ("gate_end.py", place.socket, f"camera-{number}"))
        leaves = Row(cast, lambda number: ("floor_end.py", "leaf", place.hub))
        for kind, more, counts, rounds, pause in (
            ("with its screen", (), GATES, effort.screened, SETTLED_SECONDS),
            ("no screen, tap after tap", ("--bare",), GATES[::-1], effort.bare, BREATH_SECONDS),
        ):
            taken = {}
            with Cast() as inner:
                kiosk = place.kiosk(inner, *more)
                for count in counts:
                    leaves.resize(max(count, len(leaves)))
                    for gate in gates.resize(count):
                        live(gate)
                    taken[count] = tap_rounds(kiosk, hub, count, rounds, pause)
            for count in GATES:
                moments, floors = taken[count]
                took = [(each["acknowledged"] - each["tap"]) / MS for each in moments]
                report.add(f"tap -> durable -> {count} acknowledged, {kind}", "ms", took, plain(count), floors)
            report.notes.append(f"Since the tap, {GATES[-1]} gates, {kind}: {timeline(taken[GATES[-1]][0])}")


def tap_rounds(kiosk: Role, hub: Role, count: int, rounds: int, pause: float) -> tuple[list[dict[str, int]], list[float]]:
    """The moments of each tap, and the floor's milliseconds before each."""
    moments, floors = [], []
    for _ in range(WARM + rounds):
        time.sleep(pause)
        floors.append(hub.ask(f"round {count}")["ns"] / MS)
        moments.append(tap(kiosk, count))
        kiosk.ask("end")
    return moments[WARM:], floors[WARM:]


def plain(count: int) -> str:
    return f"fdatasync, then {count} plain socket{'s' if count > 1 else ''}"


def tap(kiosk: Role, count: int) -> dict[str, int]:
    answer = kiosk.ask("tap")
    if not answer["asked"] == answer["applied"] == count:
        raise Broke(f"Of {count} gates {answer['asked']} were asked and {answer['applied']} acknowledged in time.")
    return answer["moments"]


def timeline(stages: list[dict[str, int]]) -> str:
    names = {"recorded": "durable", "told": "sent to all", "shown": "page changed", "acknowledged": "all acknowledged"}
    parts = []
    for key, name in names.items():
        of = spread([(moments[key] - moments["tap"]) / MS for moments in stages])
        parts.append(f"{name} {of['p50']:.2f} / {of['p99']:.2f}")
    before = spread([(moments["tap"] - moments["touched"]) / MS for moments in stages])
    return ", ".join(parts) + f" ms (p50 / p99); before it, reading the screen: {before['p50']:.2f} / {before['p99']:.2f} ms."


# --- 2 the same through a broker -------------------------------------------------------------------------------------

BROKERS = {"stock": "", "set_tcp_nodelay true": "set_tcp_nodelay true\n"}


def broker() -> str | None:
    return shutil.which("mosquitto", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")))


def mqtt(report: Report, place: Place, rounds: int) -> None:
    if not broker():
        report.notes.append("No figures for Mosquitto: mosquitto is not installed.")
        return
    if not importlib.util.find_spec("paho"):
        report.notes.append("No figures for Mosquitto: paho-mqtt is not installed.")
        return
    with brokers(place.state) as ports, Cast() as cast:
        hub = place.floor(cast)
        (publisher,) = cast.join(("mqtt_end.py", "hub", place.page, *ports.values()))
        subscribers = Row(cast, lambda number: ("mqtt_end.py", "leaf", number, *ports.values()))
        leaves = Row(cast, lambda number: ("floor_end.py", "leaf", place.hub))
        for count in GATES:
            subscribers.resize(count)
            leaves.resize(count)
            took, floors = {name: [] for name in ports}, []
            for number in range(-WARM, rounds):
                floor = hub.ask(f"round {count}")["ns"]
                answers = {name: publisher.ask(f"round {port} {count}") for name, port in ports.items()}
                if any(answer["applied"] < count for answer in answers.values()):
                    raise Broke(f"Of {count} subscribers not all acknowledged within 5 s.")
                if number >= 0:
                    floors.append(floor / MS)
                    for name, answer in answers.items():
                        took[name].append(answer["ns"] / MS)
            for name in ports:
                report.add(f"Mosquitto QoS 1, {name}: {count} acknowledged", "ms", took[name], plain(count), floors)


@contextmanager
def brokers(folder: Path) -> Iterator[dict[str, int]]:
    """One broker for each configuration, by name, on ports of the loopback."""
    processes, ports = [], {}
    try:
        for number, (name, setting) in enumerate(BROKERS.items()):
            ports[name] = free_port()
            config = folder / f"mosquitto-{number}.conf"
            # A broker that changed its user would not be told of this process's death.
            lines = f"{setting}user {getpass.getuser()}\nlistener {ports[name]} 127.0.0.1\nallow_anonymous true\n"
            config.write_text(lines, encoding="utf-8")
            processes.append(start([broker(), "-c", config], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        for port in ports.values():
            answers(port)
        yield ports
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(5)
            process.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port: int) -> None:
    end = time.monotonic() + 5
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError as error:
            if time.monotonic() > end:
                raise Broke("Mosquitto did not start.") from error
            time.sleep(0.02)


# --- 3 and 4 how soon a permission ends ------------------------------------------------------------------------------


def endings(report: Report, place: Place, effort: Effort) -> None:
    """Revoked, then frozen, then killed, over and over, while a body is bound at each gate."""
    with Cast() as cast:
        kiosk = place.kiosk(cast)
        gates = place.gates(cast, 2)
        for gate in gates:
            gate.ask("feed")
        (peer,) = cast.join(("floor_end.py", "peer", place.raw))
        lease_ms = kiosk.ready["ttl_ms"] - MARGIN_MS
        meet(kiosk, peer)
        rounds = [revoke(kiosk, gates, peer, lease_ms) for _ in range(effort.revokes)]
        kept, refused, lines = zip(*rounds, strict=True)
        frozen = [ms for _ in range(effort.ends) for ms in freeze(kiosk, gates, lease_ms)]
        killed, hung_up = kill(kiosk, gates, peer, lease_ms)
        for _ in range(effort.ends - 1):
            kiosk = place.kiosk(cast)
            meet(kiosk, peer)
            more, end = kill(kiosk, gates, peer, lease_ms)
            killed, hung_up = killed + more, hung_up + end
    report.add("revoke -> first refused result", "ms", refused, "one line through a plain socket", lines)
    last = spread(kept)
    report.notes.append(
        f"The last result that was kept, since the revoke: {last['p50']:.2f} / {last['p99']:.2f} / {last['max']:.2f} ms "
        "(p50 / p99 / max; below zero: none was kept after it)."
    )
    report.add("kiosk SIGKILL -> dark", "ms", killed, "the end of a plain socket of the same process", hung_up)
    report.add("kiosk SIGSTOP -> dark", "ms", frozen, "a whole lease, the bound", [lease_ms])


def meet(kiosk: Role, peer: Role) -> None:
    """Connect the plain socket that is the floor."""
    peer.ask("connect")
    kiosk.ask("raw")


def bind(kiosk: Role, gates: list[Role]) -> None:
    """A busy machine may show a gate too few frames of the touch to bind a body, and then the visitor touches again."""
    for _ in range(TRIES):
        for gate in gates:
            live(gate)
        time.sleep(STOOD_SECONDS)
        tap(kiosk, len(gates))
        if all([gate.ask("bound")["bound"] for gate in gates]):
            return
        kiosk.ask("end")
    raise Broke(f"In {TRIES} touches not every gate bound a body.")


def revoke(kiosk: Role, gates: list[Role], peer: Role, lease_ms: int) -> tuple[float, float, float]:
    """Milliseconds to the last result that was kept, to the first that was refused, and of a line through a plain socket."""
    peer.ask("wait")
    time.sleep(0.01)
    sent = kiosk.ask("line")["sent"]
    line = peer.hear()["at"] - sent
    for _ in range(TRIES):
        bind(kiosk, gates)
        gates[0].ask("keep")
        time.sleep(random.uniform(0.03, 0.06))
        revoked, last = kiosk.ask("end")["revoked"], gates[0].hear()
        if last["asked"] > revoked + lease_ms * MS:
            raise Broke(f"A result was kept {(last['asked'] - revoked) / MS:.0f} ms after it was revoked.")
        if last["refused"] > revoked:
            return (last["kept"] - revoked) / MS, (last["refused"] - revoked) / MS, line / MS
    raise Broke(f"In {TRIES} visits the permission ended before it was revoked.")


def watch(kiosk: Role, gates: list[Role]) -> None:
    """A bound body at each gate, and each gate asked without a pause."""
    bind(kiosk, gates)
    for gate in gates:
        gate.ask("watch")
    time.sleep(random.uniform(0.02, 0.27))  # anywhere between two renewals


def freeze(kiosk: Role, gates: list[Role], lease_ms: int) -> list[float]:
    watch(kiosk, gates)
    at = now_ns()
    os.kill(kiosk.pid, signal.SIGSTOP)
    os.waitpid(kiosk.pid, os.WUNTRACED)
    taken = dark(gates, at, now_ns(), lease_ms)
    os.kill(kiosk.pid, signal.SIGCONT)
    kiosk.ask("end")
    return taken


def kill(kiosk: Role, gates: list[Role], peer: Role, lease_ms: int) -> tuple[list[float], list[float]]:
    watch(kiosk, gates)
    peer.ask("wait")
    time.sleep(0.02)
    at = now_ns()
    os.kill(kiosk.pid, signal.SIGKILL)
    taken = dark(gates, at, at, lease_ms)
    kiosk.kill()
    return taken, [(peer.hear()["at"] - at) / MS]


def dark(gates: list[Role], at: int, gone: int, lease_ms: int) -> list[float]:
    """at: when the signal was sent; gone: by when the kiosk certainly said nothing any more."""
    taken = []
    for gate in gates:
        answer = gate.hear()
        if answer["allowed"] > gone + lease_ms * MS:
            raise Broke(f"{gate.name} still allowed a face {(answer['allowed'] - gone) / MS:.0f} ms after the kiosk was gone.")
        taken.append((answer["dark"] - at) / MS)
    return taken


# --- 5 what a call costs ---------------------------------------------------------------------------------------------


def calls(report: Report, place: Place, rounds: int) -> None:
    with Cast() as cast:
        kiosk = place.kiosk(cast, "--bare")
        (gate,) = place.gates(cast, 1)
        gate.ask("feed")
        bind(kiosk, [gate])
        answer = gate.ask(f"calls {rounds}")
    took = answer["took"]
    for name, key in {
        "gate.allows, live and allowed": "allowed",
        "gate.allows, live and denied": "denied",
        "gate.allows, dark": "dark",
        "clock_gettime_ns(CLOCK_BOOTTIME)": "clock",
        "a look into a dict": "lookup",
    }.items():
        report.add(name, "ns", took[key], "a call of lambda: None", took["nothing"])
    report.add("gate.update, 10 bodies", "us", scaled(took["update"], 1e-3), "the set of 10 ids", scaled(took["ids"], 1e-3))
    frames = 22 * 30 / 1e9 * 100
    each = zip(took["update"], took["allowed"], took["denied"], strict=True)
    computed = [frames * (update + allowed + 9 * denied) for update, allowed, denied in each]
    report.add(
        "one core, 22 x 30 fps x 10 bodies: sum of calls", "%", computed, "11 empty calls", scaled(took["nothing"], 11 * frames)
    )
    report.add(
        "the same, processor time with the gate's thread",
        "%",
        scaled(answer["share"], 100),
        "11 empty calls",
        scaled(answer["share_nothing"], 100),
    )


def scaled(values: Sequence[float], by: float) -> list[float]:
    return [value * by for value in values]


# --- what is printed -------------------------------------------------------------------------------------------------


def machine(folder: Path) -> str:
    from PySide6 import __version__ as pyside

    models = [line.partition(":")[2].strip() for line in read("/proc/cpuinfo") if line.startswith("model name")]
    return ", ".join(
        (
            f"{os.cpu_count()} x {models[0] if models else platform.machine()}",
            f"{platform.system()} {platform.release()}",
            f"Python {platform.python_version()}",
            f"PySide6 {pyside}",
            f"{filesystem(folder)} at {folder.parent}",
        )
    )


def filesystem(path: Path) -> str:
    mounts = [line.split()[1:3] for line in read("/proc/self/mounts")]
    above = [(len(point), kind) for point, kind in mounts if path.is_relative_to(point)]
    return max(above, default=(0, "an unknown file system"))[1]


def read(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines()


def on_disk() -> Path | None:
    """A folder for temporary files that is no memory: fdatasync must mean something."""
    for folder in (tempfile.gettempdir(), "/var/tmp", os.fspath(HERE)):
        if filesystem(Path(folder).resolve()) not in MEMORY:
            return Path(folder)
    return None


def table(figures: Sequence[Figure]) -> str:
    head = ("figure", "", "p50", "p99", "max", "n", "floor p50", "floor p99", "ratio p50", "ratio p99", "floor")
    rows = [head]
    for figure in figures:
        told = figure.told()
        floor, ratio = told["floor"], told["ratio"]
        numbers = [short(told[key]) for key in ("p50", "p99", "max")]
        beneath = [short(floor["p50"]), short(floor["p99"]), short(ratio["p50"]), short(ratio["p99"])]
        rows.append((figure.name, figure.unit, *numbers, str(told["n"]), *beneath, figure.floor))
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    left = {0, 1, len(head) - 1}
    cell = lambda column, text: text.ljust(widths[column]) if column in left else text.rjust(widths[column])  # noqa: E731
    return "\n".join("  ".join(cell(column, text) for column, text in enumerate(row)).rstrip() for row in rows)


def short(value: float) -> str:
    return f"{value:.3g}" if value < 100 else f"{value:,.0f}"


def now_ns() -> int:
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def measure(report: Report, folder: Path, effort: Effort) -> None:
    taps(report, Place(folder / "taps"), effort)
    mqtt(report, Place(folder / "mqtt"), effort.mqtt)
    endings(report, Place(folder / "endings"), effort)
    calls(report, Place(folder / "calls"), effort.calls)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--quick", action="store_true", help="fewer rounds: under half a minute")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="write the figures here as well")
    given = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began, report, broke = time.monotonic(), Report(), ""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-", dir=on_disk()) as folder:
        about = machine(Path(folder))
        print(about, flush=True)
        try:
            measure(report, Path(folder), QUICK if given.quick else Effort())
        except Broke as error:
            broke = str(error)
        except KeyboardInterrupt:
            return 130
    seconds = time.monotonic() - began
    print(table(report.figures), *report.notes, f"{seconds:.0f} s.", sep="\n")
    if given.json:
        told = [figure.told() for figure in report.figures]
        content = {"machine": about, "quick": given.quick, "seconds": seconds, "broke": broke}
        given.json.write_text(json.dumps({**content, "figures": told, "notes": report.notes}, indent=1), encoding="utf-8")
    if broke:
        print(f"Broken: {broke}", file=sys.stderr)
    return 1 if broke else 0


if __name__ == "__main__":
    sys.exit(main())
