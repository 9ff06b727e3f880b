"""What a screen reader finds: the tree of every page, and a whole visit through AT-SPI on a real desktop bus."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk import config
from kiosk.consent.decision import Purpose
from kiosk.consent.visit import SECOND, State
from kiosk.demo.gallery import pages
from kiosk.ledger.store import Ledger
from kiosk.state import StateDirectory

CONTROLS = (QAccessible.Role.Button, QAccessible.Role.CheckBox)
CLIENT = Path(__file__).with_name("atspi_client.py")


def nodes(parent) -> Iterator:
    """Every node that is shown, below this one."""
    for index in range(parent.childCount()):
        child = parent.child(index)
        if not child.state().invisible:
            yield child
            yield from nodes(child)


@pytest.mark.meets("EN 301 549 11", "EN 301 549 11.5.2", "WCAG 1.1.1", "WCAG 1.3.1", "WCAG 2.4.4", "WCAG 2.4.6", "WCAG 4.1.2")
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_tree_has_every_text_and_control_of_every_page(open_shop, tag):
    shop = open_shop(purposes=(Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER))
    QAccessible.setActive(True)
    shop.kiosk.runner.rules = replace(shop.kiosk.runner.rules, languages=(tag, "en" if tag == "ar" else "ar"))
    for name, page in pages(shop.kiosk, tag).items():
        shop.kiosk.runner.state = State(page=page, touched=shop.kiosk.runner.now() + 3600 * SECOND)
        shop.kiosk.runner.changed.emit()
        QTest.qWait(40)
        found = [(node.role() in CONTROLS, node.text(QAccessible.Text.Name)) for node in nodes(tree(shop))]
        stops = [(stop.control, stop.words) for stop in shop.kiosk.keys.stops if stop.words]
        assert sorted(found) == sorted(stops), name
    QAccessible.setActive(False)


def tree(shop):
    return QAccessible.queryAccessibleInterface(shop.kiosk.window)


class ScreenReader:
    """A client of the accessibility bus, and the kiosk that it reads, on a session bus of their own."""

    def __init__(self, display: str, state: StateDirectory, bus: str, python: str):
        kiosk = [sys.executable, "-m", "kiosk", "run", "--state", state.path, "--socket", state.path / "gate.sock"]
        self._process = subprocess.Popen(
            [bus, "--", python, CLIENT, *kiosk, "--windowed", "1080x1920"],
            env={
                **{name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
                "DISPLAY": display,
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "SPEECHD_ADDRESS": "unix_socket:/dev/null/none",  # no speech service is to be started
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def ask(self, line: str) -> dict:
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        for answer in self._process.stdout:
            if answer.startswith("{"):
                return json.loads(answer)
        raise AssertionError("the client has ended")

    def press(self, name: str) -> None:
        QTest.qWait(700)
        assert self.ask(f"press {name}") == {"done": True}

    def found(self) -> dict[str, dict]:
        """Every node of the window by its name."""
        waiting, by_name = self.ask("tree")["children"], {}
        while waiting:
            node = waiting.pop()
            by_name[node["name"]] = node
            waiting += node["children"]
        return by_name

    def until(self, name: str) -> dict[str, dict]:
        for _ in range(60):
            if name in (found := self.found()):
                return found
            QTest.qWait(200)
        raise AssertionError(f"{name!r} is not among {sorted(found)}")

    def close(self) -> None:
        self._process.stdin.close()
        try:
            self._process.wait(15)
        finally:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.stdout.close()
            self._process.wait()


@pytest.fixture
def reader(display, needs, qapp, tmp_path) -> Iterator[ScreenReader]:
    bus = needs(shutil.which("dbus-run-session"), "dbus-run-session is not installed: dbus-daemon")
    python = "/usr/bin/python3"
    bindings = [python, "-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"]
    there = subprocess.run(bindings, capture_output=True, check=False).returncode == 0
    needs(there, "AT-SPI's client is not installed: at-spi2-core gir1.2-atspi-2.0 python3-gi")
    state = StateDirectory(tmp_path / "state")
    state.make()
    state.config.write_text(config.DEMONSTRATION, encoding="utf-8")
    reader = ScreenReader(display, state, bus, python)
    yield reader
    reader.close()


@pytest.mark.meets("EN 301 549 11.5.2", "WCAG 1.3.1", "WCAG 4.1.2", "WCAG 4.1.3")
@pytest.mark.slow
def test_a_screen_reader_reads_the_question_and_presses_yes(reader, tmp_path):
    reader.press("English")
    found = reader.until("May our cameras look at your face?")
    assert found["May our cameras look at your face?"]["role"] == "heading"
    assert found["Face analysis is off for you"]["role"] == "status bar"
    yes, no = found["Yes"], found["No"]
    assert (yes["role"], yes["states"], yes["children"]) == (no["role"], no["states"], no["children"])
    assert yes["role"] == "push button" and yes["states"] == ["focusable"] and yes["children"] == []
    assert "Analyse my face" in yes["description"] and "Do not analyse" in no["description"]
    assert any(name.startswith("What. ") for name in found)
    reader.press("Text, sound and layout")
    (large,) = [name for name in reader.until("Back") if name.startswith("Larger text")]
    reader.press(large)
    larger = [node for name, node in reader.until("Back").items() if name.startswith("Larger text")]
    assert larger[0]["role"] == "check box" and "checked" in larger[0]["states"]
    reader.press("Back")
    assert reader.ask("focus Yes") == {"done": True}
    assert "focused" in reader.until("Yes")["Yes"]["states"]
    reader.press("Yes")
    assert reader.until("You said yes.\nThat is recorded.")["Undo"]["role"] == "push button"
    ledger = Ledger(StateDirectory(tmp_path / "state").ledger, read_only=True)
    assert "opt_in" in [row.act for row in ledger.rows()]
    ledger.close()
