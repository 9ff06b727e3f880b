"""The kiosk's end of the benchmark: `python kiosk_end.py STATE SOCKET RAW [--bare]`, orders on stdin, JSON lines on stdout.

The kiosk is the real one, with its screen, or with --bare the same rooms without one. RAW is a socket for the floor: a peer
of this very process that no code of the kiosk serves.
"""

import json
import logging
import os
import secrets
import socket
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtGui import QGuiApplication

from kiosk.config import Settings, load
from kiosk.consent import receipt
from kiosk.consent.decision import Choice, Shown
from kiosk.consent.visit import SECOND, Acknowledged, Agreed, Bound, LanguageChosen, Problem, Rules, Undone
from kiosk.gate.messages import now_ns
from kiosk.ledger.store import Ledger
from kiosk.runner import Rooms, Runner
from kiosk.signal.server import TTL_MS, GateServer
from kiosk.staff.accounts import Accounts
from kiosk.state import StateDirectory

SIZE = (1080, 1920)
LINE = b"x" * 299 + b"\n"


class Bare:
    """A kiosk without a screen: what `kiosk.app.Kiosk` is made of, less the window."""

    def __init__(self, settings: Settings, state: StateDirectory, path: Path, rules: Rules):
        from kiosk.notices import load as load_notice

        state.hold()
        key, notice = state.signing_key(), load_notice(settings)
        minute = lambda: datetime.now(UTC).replace(second=0, microsecond=0)  # noqa: E731
        issue = lambda visit, answer, agreed: receipt.issue(  # noqa: E731
            key, settings.receipt.url, visit, answer, minute(), notice.hash, asked=rules.purposes, agreed=agreed
        )
        self.ledger = Ledger(state.ledger, key=key)
        self.gates = GateServer(path, settings.kiosk.name, healthy=lambda: self.runner.healthy())
        self._rooms = Rooms(self.ledger, self.gates, Accounts(state.staff), issue, lambda text: (None, Problem.UNKNOWN))
        self.runner = Runner(rules)
        self.gates.acknowledged.connect(lambda *told: self.runner.send(Acknowledged(*told)))
        self.gates.bound.connect(lambda *told: self.runner.send(Bound(*told)))
        words = tuple(f"some words {number}" for number in range(24))
        self._shown = Shown(notice.hash, "en", "portrait 1080x1920", words, (Choice.OPT_IN, Choice.OPT_OUT))

    def start(self) -> None:
        self.gates.listen()
        self.runner.start(self._rooms)

    def agree(self) -> None:
        self.runner.send(Agreed(self._shown))

    def close(self) -> None:
        self.gates.close()
        self.runner.stop()
        self.ledger.close()


def screened(application: QGuiApplication, settings: Settings, state: StateDirectory, path: Path, rules: Rules) -> Any:
    """The whole kiosk, started, with a `ledger`, `gates` and `agree` like a bare one."""
    from kiosk.app import Kiosk

    kiosk = Kiosk(application, settings, state, path, rules)
    kiosk.start(SIZE)
    kiosk.ledger, kiosk.gates, kiosk.agree = kiosk.back.ledger, kiosk.back.gates, kiosk.visitor.agree
    return kiosk


class Orders:
    """Does what stdin says, and writes down when what happened."""

    def __init__(self, kiosk: Any, raw: Path):
        self._kiosk = kiosk
        self._moments: dict[str, int] = {}
        self._raw = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        raw.unlink(missing_ok=True)
        self._raw.bind(os.fspath(raw))
        self._raw.listen()
        self._peer: socket.socket | None = None
        self._send = kiosk.runner.send
        kiosk.runner.send = self._hear
        kiosk.ledger.append = self._noting("recorded", kiosk.ledger.append)
        kiosk.gates.grant = self._noting("told", kiosk.gates.grant)
        kiosk.gates.revoke = self._noting("revoked", kiosk.gates.revoke, before=True)

    def obey(self, order: str) -> None:
        getattr(self, f"_do_{order}")()

    def _do_begin(self) -> None:
        self._send(LanguageChosen(secrets.token_hex(16), "en"))
        say(page=type(self._kiosk.runner.state.page).__name__)

    def _do_tap(self) -> None:
        """Answered once all gates have acknowledged, or their time is over."""
        self._moments.clear()
        self._moments["touched"] = now_ns()
        self._kiosk.agree()

    def _do_end(self) -> None:
        self._send(Undone())
        say(revoked=self._moments["revoked"], page=type(self._kiosk.runner.state.page).__name__)

    def _do_raw(self) -> None:
        self._peer, _ = self._raw.accept()
        say(raw=True)

    def _do_line(self) -> None:
        sent = now_ns()
        self._peer.sendall(LINE)
        say(sent=sent)

    def _hear(self, event: Any) -> None:
        if isinstance(event, Agreed):
            self._moments["tap"] = now_ns()
            self._send(event)
            self._moments["shown"] = now_ns()
        elif isinstance(event, Acknowledged) and "tap" in self._moments:
            self._moments["acknowledged"] = now_ns()
            self._send(event)
            say(asked=event.asked, applied=event.applied, moments=dict(self._moments))
        else:
            self._send(event)

    def _noting(self, name: str, call: Callable, before: bool = False) -> Callable:
        def noting(*arguments: Any, **named: Any) -> Any:
            if before:
                self._moments[name] = now_ns()
            result = call(*arguments, **named)
            if not before:
                self._moments[name] = now_ns()
            return result

        return noting


def say(**answer: Any) -> None:
    print(json.dumps(answer), flush=True)


def main() -> None:
    state, path, raw = StateDirectory(Path(sys.argv[1])), Path(sys.argv[2]), Path(sys.argv[3])
    logging.basicConfig(level=logging.ERROR)
    settings = load(state.config)
    # No page ignores a first touch, and none gives up: the benchmark's hand is quicker and more patient than a visitor's.
    rules = replace(settings.rules(), dead=0, idle=3_600 * SECOND, undo=3_600 * SECOND)
    if "--bare" in sys.argv:
        application = QCoreApplication(sys.argv[:1])
        kiosk = Bare(settings, state, path, rules)
        kiosk.start()
    else:
        application = QGuiApplication(sys.argv[:1])
        kiosk = screened(application, settings, state, path, rules)
    orders = Orders(kiosk, raw)
    stdin = QSocketNotifier(0, QSocketNotifier.Type.Read, application)

    def read() -> None:
        if order := sys.stdin.readline().strip():
            orders.obey(order)
        else:
            application.quit()

    stdin.activated.connect(read)
    say(ready=True, ttl_ms=TTL_MS)
    try:
        application.exec()
    finally:
        kiosk.close()


if __name__ == "__main__":
    main()
