"""The screen is unplugged and comes back with another size. Needs Xorg with its dummy driver, xrandr and xdotool."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import config
from kiosk.gate import Gate, Phase
from kiosk.state import StateDirectory

from .conftest import wait

pytestmark = pytest.mark.slow

DRIVER = Path("/usr/lib/xorg/modules/drivers/dummy_drv.so")
OUTPUT = "DUMMY0"
XORG = """
Section "Device"
    Identifier "device"
    Driver "dummy"
    VideoRam 64000
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 5-1000
    VertRefresh 5-200
EndSection
Section "Screen"
    Identifier "screen"
    Device "device"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "1280x1024" "1024x768"
    EndSubSection
EndSection
"""


@pytest.fixture
def display(needs, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a screen that can be unplugged."""
    xorg = needs(shutil.which("Xorg"), "Xorg is not installed")
    needs(DRIVER.is_file(), "Xorg's dummy driver is not installed")
    for name in ("xrandr", "xdotool"):
        needs(shutil.which(name), f"{name} is not installed")
    (tmp_path / "xorg.conf").write_text(XORG, encoding="utf-8")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [xorg, "-displayfd", str(writer), "-config", tmp_path / "xorg.conf", "-logfile", tmp_path / "xorg.log"]
        + ["-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts"],
        pass_fds=[writer],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    assert number, (tmp_path / "xorg.log").read_text(encoding="utf-8", errors="replace")[-2_000:]
    yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    server.terminate()
    server.wait()


def test_no_camera_looks_while_nobody_can_see_the_screen(display, tmp_path: Path):
    state = StateDirectory(tmp_path / "state")
    state.make()
    state.config.write_text(config.DEMONSTRATION, encoding="utf-8")
    socket = tmp_path / "run" / "gate.sock"
    kiosk = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "run", "--state", state.path, "--socket", socket],
        env=display,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )

    def told(*words: str) -> str:
        return subprocess.run(words, env=display, capture_output=True, text=True, check=False, timeout=10).stdout

    def size() -> str:
        windows = told("xdotool", "search", "--onlyvisible", "--name", "Harbour Motors").split()
        return told("xdotool", "getwindowgeometry", windows[0]) if windows else ""

    try:
        told("xrandr", "--output", OUTPUT, "--mode", "1280x1024")
        wait("a full screen", lambda: "Geometry: 1280x1024" in size())
        with Gate("door", [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)], (10, 10), socket) as gate:
            wait("leases", lambda: gate.phase is Phase.LIVE)
            told("xrandr", "--output", OUTPUT, "--off")
            wait("no more leases", lambda: gate.phase is not Phase.LIVE, 3)
            time.sleep(3)
            assert gate.phase is not Phase.LIVE
            told("xrandr", "--output", OUTPUT, "--mode", "1024x768")
            wait("leases again", lambda: gate.phase is Phase.LIVE)
            wait("the smaller screen filled", lambda: "Geometry: 1024x768" in size())
            told("xrandr", "--output", OUTPUT, "--mode", "1280x1024")
            wait("the larger screen filled", lambda: "Geometry: 1280x1024" in size())
            assert gate.phase is Phase.LIVE
        assert kiosk.poll() is None
    finally:
        kiosk.terminate()
        words, _ = kiosk.communicate(timeout=15)
        print(words)
    assert "Traceback" not in words
