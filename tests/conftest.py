import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("SPEECHD_ADDRESS", "unix_socket:/dev/null/none")  # this machine's speech service stays out of it

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"  # beside the checkout, never in it
IN_CI = os.environ.get("CI") == "true"

settings.register_profile("kiosk", deadline=None)
settings.load_profile("kiosk")

T = TypeVar("T")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def needs() -> Callable[[T | None, str], T]:
    """`xvfb = needs(shutil.which("Xvfb"), "Xvfb is not installed")`: skips without it, and fails instead where CI=true."""

    def check(found: T | None, why: str) -> T:
        if not found:
            (pytest.fail if IN_CI else pytest.skip)(why)
        return found

    return check


@pytest.fixture(scope="session")
def footage() -> Callable[[str], Path]:
    """`footage("one-by-one-person-detection.mp4")`: a film of real people; skips where the folder is absent."""
    return lambda name: _shared("data", name)


@pytest.fixture(scope="session")
def model() -> Callable[[str], Path]:
    """`model("yunet_n_640_640.onnx")`: detector weights; skips where the folder is absent."""
    return lambda name: _shared("models", name)


def _shared(kind: str, name: str) -> Path:
    path = SHARED / kind / name
    if not path.is_file():
        pytest.skip(f"{name} is not in {path.parent}; it is not part of the project")
    return path


@pytest.fixture
def display(needs: Callable[[T | None, str], T]) -> Iterator[str]:
    """An X server's name, as for DISPLAY: one screen of 1700x2000."""
    xvfb = needs(shutil.which("Xvfb"), "Xvfb is not installed")
    needs(shutil.which("xdotool"), "xdotool is not installed")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [xvfb, "-displayfd", str(writer), "-screen", "0", "1700x2000x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which an `lp` writes down what it is asked, and keeps what it prints; with `broken` in it, it refuses."""
    folder = tmp_path / "printer"
    folder.mkdir()
    lp = folder / "lp"
    lp.write_text(
        f"#!/bin/sh\ncd {folder}\n"
        'test -e broken && { echo "lp: Error - no default destination available." >&2; exit 1; }\n'
        'echo "$@" > asked; shift 4; cp "$1" sheet.pdf; echo "request id is laser-1 (1 file(s))"\n'
    )
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


class Kiosk:
    """The kiosk's end of the socket, in this process, and what it was told."""

    def __init__(self, path: Path):
        from kiosk.signal.server import GateServer

        self.path, self.well, self.acknowledged, self.bound = path, True, [], []
        self.server = GateServer(path, "front-door", healthy=lambda: self.well)
        self.server.acknowledged.connect(lambda *told: self.acknowledged.append(told))
        self.server.bound.connect(lambda *told: self.bound.append(told))

    def grant(self, visit: str, tap: int, purposes: tuple[str, ...] = ("dwell",), record: str = "r") -> None:
        from kiosk.consent.visit import SECOND, Permission

        self.server.grant(Permission(visit, record, tap, tap + 60 * SECOND, purposes))


@pytest.fixture
def kiosk(tmp_path: Path, qtbot) -> Iterator[Kiosk]:
    kiosk = Kiosk(tmp_path / "run" / "gate.sock")
    kiosk.server.listen()
    yield kiosk
    kiosk.server.close()
    kiosk.server.deleteLater()
    qtbot.wait(1)
