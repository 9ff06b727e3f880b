"""A camera's gate with one body that stands alone in the spot: `python gate_process.py SOCKET`.

Fed at 30 frames a second. Orders are lines on stdin, answers JSON lines on stdout. `report SINCE_NS` tells every frame from
then on: when it began, the phase, whether the body was allowed, when the result was to be kept, whether it was.
"""

import json
import os
import select
import sys
import time
from pathlib import Path

from kiosk.gate import Gate, Track

FRAME = (960, 540)
SPOT = [(300, 480), (660, 480), (660, 540), (300, 540)]
BODY = Track("body", (440.0, 220.0, 520.0, 510.0))
PERIOD_NS = 1_000_000_000 // 30
WORK_NS = PERIOD_NS * 4 // 5  # what a face takes to analyse: between the permit and its commit


class Feed:
    def __init__(self, gate: Gate):
        self._gate = gate
        self._frames: list[tuple[int, str, bool, int, bool]] = []
        self._unread = b""

    def run(self) -> None:
        due = Gate.now_ns()
        while self._obey_until(due):
            self._feed()
            due = max(due + PERIOD_NS, Gate.now_ns())

    def _feed(self) -> None:
        began = Gate.now_ns()
        view = self._gate.update([BODY], began)
        allowed = bool(view.allowed) or self._gate.allows(BODY, "dwell")
        with view.permit(BODY, "dwell") as permit:
            self._obey_until(began + WORK_NS)
            asked = Gate.now_ns()
            kept = permit.commit("a face")
        self._frames.append((began, str(view.phase), allowed, asked, kept))

    def _obey_until(self, due: int) -> bool:
        """Take orders until then; False once nobody gives any. Without time.sleep, which libfaketime breaks."""
        while (left := due - Gate.now_ns()) > 0:
            if not select.select([0], [], [], left / 1e9)[0]:
                break
            data = os.read(0, 4096)
            if not data:
                return False
            *lines, self._unread = (self._unread + data).split(b"\n")
            for line in lines:
                print(json.dumps(self._answer(*line.decode().split())), flush=True)
        return True

    def _answer(self, verb: str, since: str = "0") -> dict:
        frames = [frame for frame in self._frames if frame[3] >= int(since)] if verb == "report" else []
        return {"phase": str(self._gate.phase), "frames": frames, "counters": self._gate.counters, "wall": time.time()}


def main() -> None:
    with Gate("door", SPOT, FRAME, path=Path(sys.argv[1])) as gate:
        Feed(gate).run()


if __name__ == "__main__":
    main()
