"""A keyboard at the running kiosk gets nobody out of it; a signal ends it. Needs Xvfb and xdotool."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk import config
from kiosk.gate import Gate, Phase
from kiosk.state import StateDirectory

from .conftest import wait

pytestmark = pytest.mark.slow

SHORTCUTS = (
    *("alt+F4", "ctrl+q", "ctrl+w", "ctrl+c", "ctrl+t", "ctrl+alt+t", "ctrl+alt+Delete", "ctrl+alt+BackSpace", "alt+Tab"),
    *("super", "super+d", "super+Return", "F1", "F11", "Menu", "Print", "alt+space", "ctrl+shift+Escape", "Escape"),
)


def test_the_kiosk_ends_by_a_signal_and_by_nothing_on_its_screen(display, tmp_path: Path):
    state, socket = StateDirectory(tmp_path / "state"), tmp_path / "run" / "gate.sock"
    state.make()
    state.config.write_text(config.DEMONSTRATION, encoding="utf-8")
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    kiosk = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "run", "--state", state.path, "--socket", socket],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )

    def xdotool(*words: str) -> str:
        return subprocess.run(
            ["xdotool", *words], env=environment, capture_output=True, text=True, check=False, timeout=10
        ).stdout

    def windows() -> list[str]:
        return xdotool("search", "--onlyvisible", "--name", "Harbour Motors").split()

    try:
        wait("a window", windows)
        (window,) = windows()
        with Gate("door", [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)], (10, 10), socket) as gate:
            wait("leases", lambda: gate.phase is Phase.LIVE)
            xdotool("windowfocus", window)
            for shortcut in SHORTCUTS:
                xdotool("key", "--clearmodifiers", shortcut)
            time.sleep(1)
            assert kiosk.poll() is None and windows() == [window]
            assert gate.phase is Phase.LIVE
        kiosk.send_signal(signal.SIGTERM)
        assert kiosk.wait(20) == 0
    finally:
        kiosk.kill()
        said = kiosk.communicate()[0]
    assert "Traceback" not in said
