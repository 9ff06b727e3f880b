"""A kiosk without a screen and its visitors: `python soak_end.py STATE SOCKET`, orders on stdin, JSON lines on stdout.

`visits N` is so many visits, one after the other: a yes that the gate confirms, one that is undone and becomes a no, a no.
`look` tells what the process holds.
"""

import gc
import json
import os
import secrets
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "bench"))

from kiosk_end import Bare  # noqa: E402
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop  # noqa: E402

from kiosk.config import load  # noqa: E402
from kiosk.consent.visit import SECOND, Agreed, Attract, Finished, LanguageChosen, Refused, Undone  # noqa: E402
from kiosk.notices import load as load_notice  # noqa: E402
from kiosk.state import StateDirectory  # noqa: E402

PATIENCE_MS = 10_000
REST_MS = 8  # or the gate's answers come faster than any gate's may, and the kiosk hangs up on it


class Shop:
    def __init__(self, kiosk: Bare):
        self._kiosk = kiosk
        self._answers = 0
        kiosk.gates.acknowledged.connect(self._answered)

    def _answered(self, visit: str, asked: int, applied: int) -> None:
        self._answers += asked > 0

    def visits(self, number: int) -> dict[str, Any]:
        for each in range(number):
            self._visit(each % 3)
        return self.look()

    def _visit(self, kind: int) -> None:
        runner, before = self._kiosk.runner, self._answers
        runner.send(LanguageChosen(secrets.token_hex(16), "en"))
        if kind < 2:
            runner.send(Agreed(self._kiosk._shown))
            end = QDeadlineTimer(PATIENCE_MS)
            while self._answers == before:
                assert not end.hasExpired(), "the gate did not confirm"
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            if kind == 1:
                runner.send(Undone())
        if kind:
            runner.send(Refused(self._kiosk._shown))
        runner.send(Finished())
        assert isinstance(runner.state.page, Attract), runner.state.page
        rest = QDeadlineTimer(REST_MS)
        while not rest.hasExpired():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)

    def look(self) -> dict[str, Any]:
        gc.collect()
        state = self._kiosk.ledger.path
        wal = state.with_name(state.name + "-wal")
        return held(os.getpid()) | {
            "records": self._kiosk.ledger.count(),
            "acknowledged": self._answers,
            "permissions": len(self._kiosk.runner.state.permissions),
            "ledger": state.stat().st_size,
            "wal": wal.stat().st_size,
            "files": len(list(state.parent.iterdir())),
            "objects": len(gc.get_objects()),
        }


def held(process: int) -> dict[str, int]:
    """Memory, bytes, and open files of a process."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return {"rss": pages * os.sysconf("SC_PAGE_SIZE"), "handles": len(os.listdir(f"/proc/{process}/fd"))}


def main() -> None:
    state = StateDirectory(Path(sys.argv[1]))
    settings = load(state.config)
    application = QCoreApplication(sys.argv[:1])
    kiosk = Bare(
        settings, state, Path(sys.argv[2]), replace(settings.rules(), dead=0, idle=3_600 * SECOND, undo=3_600 * SECOND)
    )
    notice = load_notice(settings)
    kiosk.ledger.keep_notice(notice.hash, notice.content())
    kiosk.start()
    shop = Shop(kiosk)
    end = time.monotonic() + 20
    while not kiosk.gates.cameras and time.monotonic() < end:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    print(json.dumps({"cameras": len(kiosk.gates.cameras)}), flush=True)
    for line in sys.stdin:
        verb, *number = line.split()
        print(json.dumps(shop.visits(int(number[0])) if verb == "visits" else shop.look()), flush=True)
    kiosk.close()


if __name__ == "__main__":
    main()
