"""The demonstration with a display: two windows, and somebody who clicks. Needs Xvfb and xdotool."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.ledger.store import Ledger
from kiosk.state import StateDirectory

from .conftest import wait

pytestmark = pytest.mark.slow

# On a kiosk of 540x960.
ENGLISH = 110, 583
LEFT = 150, 765  # yes or no: by chance


def test_two_windows_and_a_visitor_who_clicks(display, tmp_path: Path):
    environment = {**os.environ, "DISPLAY": display}
    environment.pop("QT_QPA_PLATFORM", None)
    out = tmp_path / "out"
    demo = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "demo", "--out", out],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )

    def xdotool(*words: object) -> str:
        run = subprocess.run(["xdotool", *map(str, words)], env=environment, capture_output=True, text=True, check=False)
        return run.stdout.strip()

    def click(x: int, y: int) -> None:
        time.sleep(0.8)
        xdotool("mousemove", 60 + x, 40 + y, "click", 1)

    def acts() -> list[str]:
        path = StateDirectory(out / "state").ledger
        if not path.exists():
            return []
        ledger = Ledger(path, read_only=True)
        try:
            return [row.act for row in ledger.rows() if row.act != "notice"]
        finally:
            ledger.close()

    try:
        wait("the kiosk's window", lambda: xdotool("search", "--onlyvisible", "--name", "Harbour Motors"))
        wait("the camera's window", lambda: xdotool("search", "--onlyvisible", "--name", "^door$"))
        time.sleep(2)
        click(*ENGLISH)
        time.sleep(2.5)  # the figure walks up
        click(*LEFT)
        wait("an answer in the ledger", lambda: acts() in (["opt_in"], ["opt_out"]))
        assert demo.poll() is None
    finally:
        os.killpg(demo.pid, signal.SIGINT)
        words, _ = demo.communicate(timeout=15)
        print(words)
    assert "Two windows" in words
    assert "Traceback" not in words
