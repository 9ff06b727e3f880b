"""The camera's end of the benchmark: `python gate_end.py SOCKET CAMERA`, orders on stdin, JSON lines on stdout.

The gate is the real one; the bodies are drawn: one stands in the spot, nine elsewhere.
"""

import ctypes
import json
import sys
import threading
import time
import timeit
from collections import deque
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from kiosk.gate import Gate, Track

SPOT = ((300, 300), (700, 300), (700, 700), (300, 700))
FRAME = (1000, 800)
VISITOR = Track(1, (450, 300, 550, 600))
OTHERS = tuple(Track(100 + n, (100 * n + 10, 20, 100 * n + 70, 180)) for n in range(9))
BODIES = (VISITOR, *OTHERS)
PURPOSE = "dwell"
FPS = 30
WORK_NS = 5_000_000
CALLS = 1_000  # timed at once
CAMERAS = 22
LIVE_SECONDS = 15
BOUND_SECONDS = 2
PR_SET_TIMERSLACK = 29


class Orders:
    def __init__(self, path: Path, camera: str):
        self._path = path
        self._gate = Gate(camera, SPOT, FRAME, path=path)
        self._view: Any = None
        self._fed = threading.Event()

    def obey(self, order: str) -> None:
        verb, *arguments = order.split()
        getattr(self, f"_do_{verb}")(*map(int, arguments))

    def close(self) -> None:
        self._fed.set()
        self._gate.close()

    def _do_live(self) -> None:
        say(live=until(lambda: self._gate.phase == "live", LIVE_SECONDS))

    def _do_feed(self) -> None:
        threading.Thread(target=self._feed, daemon=True).start()
        say(feeding=True)

    def _feed(self) -> None:
        while not self._fed.wait(1 / FPS):
            self._view = self._gate.update((VISITOR,), self._gate.now_ns())

    def _do_bound(self) -> None:
        say(bound=until(lambda: self._gate.allows(VISITOR, PURPOSE), BOUND_SECONDS))

    def _do_watch(self) -> None:
        """Ask until the answer is no; when the last yes was asked for and when the first no was had."""
        say(watching=True)
        gate = self._gate
        asked = allowed = gate.now_ns()
        while gate.allows(VISITOR, PURPOSE):
            allowed = asked
            time.sleep(50e-6)  # as a pipeline does in its detectors, let the gate's thread run
            asked = gate.now_ns()
        say(allowed=allowed, dark=gate.now_ns())

    def _do_keep(self) -> None:
        """Make results, each 5 ms long, until one is refused; when the last was kept, and when the first was refused.

        Many are in the making at a time, as in a pipeline whose faces are found elsewhere, so that some are finished in any
        tenth of a millisecond.
        """
        say(keeping=True)
        now, making, kept, asked, refused = self._gate.now_ns, deque(), 0, 0, 0
        while making or not refused:
            if not refused:
                uses = ExitStack()
                making.append((now() + WORK_NS, uses.enter_context(self._view.permit(VISITOR, PURPOSE)), uses))
            time.sleep(50e-6)
            while making and (refused or making[0][0] <= now()):
                _, permit, uses = making.popleft()
                before = now()
                if permit.commit(None):
                    kept, asked = now(), before
                else:
                    refused = refused or now()
                uses.close()
        say(kept=kept, asked=asked, refused=refused)

    def _do_calls(self, rounds: int) -> None:
        """What one call costs, in nanoseconds: each figure is measured once a round, so that noise hits all of them."""
        self._fed.set()
        gate, dark = self._gate, Gate("dark", SPOT, FRAME, path=self._path.with_name("nobody.sock"))
        known = {
            "allowed": (gate.allows, VISITOR),
            "denied": (gate.allows, OTHERS[0]),
            "dark": (dark.allows, VISITOR),
        }
        timers = {
            name: timeit.Timer("ask(track, purpose)", globals={"ask": ask, "track": track, "purpose": PURPOSE})
            for name, (ask, track) in known.items()
        }
        timers["nothing"] = timeit.Timer("nothing()", globals={"nothing": lambda: None})
        timers["clock"] = timeit.Timer("clock(which)", globals={"clock": time.clock_gettime_ns, "which": time.CLOCK_BOOTTIME})
        timers["lookup"] = timeit.Timer("table[key]", globals={"table": {"a": 1, PURPOSE: 2}, "key": PURPOSE})
        took: dict[str, list[float]] = {name: [] for name in (*timers, "update", "ids")}
        for _ in range(rounds):
            dark.update(BODIES, gate.now_ns())
            took["update"].append(once(lambda: gate.update(BODIES, gate.now_ns())))
            took["ids"].append(once(lambda: {track.id for track in BODIES}))
            time.sleep(0.005)
            for name, timer in timers.items():
                took[name].append(timer.timeit(CALLS) / CALLS * 1e9)
            if not gate.allows(VISITOR, PURPOSE) or gate.allows(OTHERS[0], PURPOSE) or dark.allows(VISITOR, PURPOSE):
                say(error="the gate does not say what the figure is about")
                return
        dark.close()
        say(took=took, **self._shares(max(1, rounds // 20)))

    def _shares(self, windows: int) -> dict[str, list[float]]:
        """Processor time of one camera's frames, the gate's own thread included, as a share of one core for all cameras."""

        def frame() -> None:
            self._gate.update(BODIES, self._gate.now_ns())
            for track in BODIES:
                self._gate.allows(track, PURPOSE)

        def nothing() -> None:
            for _ in range(1 + len(BODIES)):
                (lambda: None)()

        return {"share": [share(frame) for _ in range(windows)], "share_nothing": [share(nothing) for _ in range(windows)]}


def share(frame: Any) -> float:
    frames, start, used = FPS // 2, time.monotonic(), time.process_time_ns()
    for number in range(1, frames + 1):
        frame()
        time.sleep(max(0, start + number / FPS - time.monotonic()))
    return (time.process_time_ns() - used) / frames * FPS * CAMERAS / 1e9


def once(call: Any) -> int:
    start = time.perf_counter_ns()
    call()
    return time.perf_counter_ns() - start


def until(true: Any, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.002)
    return True


def say(**answer: Any) -> None:
    print(json.dumps(answer), flush=True)


def main() -> None:
    ctypes.CDLL(None).prctl(PR_SET_TIMERSLACK, 1)  # or each short sleep would take twice its time
    orders = Orders(Path(sys.argv[1]), sys.argv[2])
    say(ready=True)
    for line in sys.stdin:
        orders.obey(line)
    orders.close()


if __name__ == "__main__":
    main()
