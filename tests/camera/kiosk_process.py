"""A kiosk without a screen: `python kiosk_process.py SOCKET`, then `grant VISIT`, `revoke VISIT` or `withdraw VISIT` on stdin.

What the gates say comes back on stdout, one JSON array a line.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from kiosk.consent.visit import SECOND, Permission
from kiosk.gate.messages import now_ns
from kiosk.signal.server import GateServer


def main() -> None:
    app = QCoreApplication([])
    server = GateServer(Path(sys.argv[1]), "test", lambda: True)
    say = lambda *words: print(json.dumps(words), flush=True)  # noqa: E731
    server.acknowledged.connect(lambda visit, asked, applied: say("acknowledged", visit, asked, applied))
    server.bound.connect(lambda visit, state: say("bound", visit, state))
    server.erased.connect(
        lambda visit, camera, text, told: say("erased", visit, camera, text, told.counts, told.key, told.signature)
    )
    server.gates_changed.connect(lambda: say("gates", *server.cameras))
    server.listen()
    say("listening")

    def obey() -> None:
        lines = os.read(0, 4096).decode().splitlines()
        if not lines:
            server.close()
            app.quit()
        for verb, visit in (line.split() for line in lines):
            if verb == "grant":
                now = now_ns()
                server.grant(Permission(visit, "0" * 64, now, now + 600 * SECOND, ("dwell",)))
            else:
                server.revoke(visit, "no", erase=verb == "withdraw")

    stdin = QSocketNotifier(0, QSocketNotifier.Type.Read)
    stdin.activated.connect(obey)
    app.exec()


if __name__ == "__main__":
    main()
