"""Who may import whom. The code is read, not run."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
KIOSK = ROOT / "kiosk"
STANDARD = sys.stdlib_module_names

# Beside itself and the standard library. A name takes in what is below it.
ROOMS = {
    "consent": ("pydantic", "cryptography", "cbor2"),
    "ledger": ("kiosk.consent", "kiosk.__version__", "kiosk.files", "sqlite_utils", "cryptography", "cbor2"),
    "gate": (),
    "signal": ("kiosk.consent", "kiosk.gate.messages", "kiosk.gate.peer", "PySide6.QtCore", "PySide6.QtNetwork"),
    "camera": ("kiosk.gate", "kiosk.resources", "kiosk.files", "cryptography", "cv2", "numpy", "PIL"),
    "staff": ("kiosk.consent", "kiosk.ledger", "kiosk.files", "argon2"),
    "signage": (
        *("kiosk.consent", "kiosk.resources", "kiosk.screens.typography"),
        *("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtSvg", "qrcode"),
    ),
    "runner": ("kiosk.consent", "PySide6.QtCore"),
    "service": (),
    "screens": ("kiosk.runner", "kiosk.consent", "kiosk.staff", "PySide6", "shiboken6", "qrcode"),
    "receipts": ("kiosk.consent", "kiosk.ledger", "kiosk.files", "kiosk.resources", "cryptography", "PIL", "zxingcpp"),
    "config": ("kiosk.consent", "kiosk.__version__", "pydantic"),
    "notices": ("kiosk.consent", "kiosk.config", "kiosk.resources"),
    "offer": (
        *("kiosk.consent", "kiosk.config", "kiosk.notices", "kiosk.resources", "kiosk.screens.typography"),
        *("PySide6.QtCore", "PySide6.QtGui"),
    ),
    "insight": (
        *("kiosk.consent", "kiosk.ledger", "kiosk.camera.tally", "kiosk.files", "kiosk.resources", "kiosk.screens.typography"),
        *("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtSvg"),
    ),
}
EVERYTHING = {"app", "backroom", "cli", "demo", "doctor", "status", "__init__", "__main__"}  # where things are constructed
SILENT = {"consent": ("socket", "sqlite3", "time", "subprocess", "os", "pathlib", "io")}  # no I/O, no clock


def room_of(path: Path) -> str:
    return path.relative_to(KIOSK).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Full names of what a file imports, wherever in the file."""
    package = path.relative_to(ROOT).parent.parts
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join([*(package[: len(package) - node.level + 1] if node.level else ()), *filter(None, [node.module])])
            names |= {f"{base}.{each.name}" for each in node.names}
    return names


def within(name: str, allowed: tuple[str, ...]) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in allowed)


FILES = sorted(KIOSK.rglob("*.py"))
INSIDE = [path for path in FILES if room_of(path) in ROOMS]


@pytest.mark.parametrize("path", INSIDE, ids=lambda path: str(path.relative_to(KIOSK)))
def test_a_room_imports_only_what_it_may(path):
    room = room_of(path)
    strangers = {
        name
        for name in imports(path)
        if name.partition(".")[0] not in STANDARD and not within(name, (f"kiosk.{room}", *ROOMS[room]))
    }
    assert not strangers, f"the room {room} may not import this"
    assert not {name for name in imports(path) if within(name, SILENT.get(room, ()))}


def test_the_rooms_that_hold_everything_up_are_here():
    assert {"consent", "ledger", "gate", "signal", "runner", "config"} <= {room_of(path) for path in INSIDE}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(KIOSK)))
def test_the_kiosk_watches_nobody(path):
    if room_of(path) == "camera":
        return
    assert not {name for name in imports(path) if within(name, ("cv2", "PySide6.QtMultimedia"))}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(KIOSK)))
def test_only_those_who_build_the_house_know_every_room(path):
    used = {".".join(name.split(".")[:2]) for name in imports(path) if name.startswith("kiosk.")}
    assert room_of(path) in ROOMS.keys() | EVERYTHING or not used & {f"kiosk.{room}" for room in ROOMS}


def loaded(module: str) -> set[str]:
    """What is in memory after a fresh Python imported the module."""
    code = f"import sys, {module}; print(*sorted(sys.modules), sep='\\n')"
    return set(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split())


def exists(module: str) -> bool:
    path = ROOT.joinpath(*module.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


# What comes in by way of others counts too: module -> what must not be in memory then.
NEVER = {
    "kiosk.gate": ("PySide6", "pydantic", "cryptography", "cv2", "numpy", "sqlite3", "kiosk.consent"),
    "kiosk.consent.visit": ("PySide6", "sqlite3", "cv2", "numpy"),
    "kiosk.ledger.store": ("PySide6", "cv2"),
    "kiosk.signal.server": ("cv2", "numpy", "PySide6.QtGui", "sqlite3"),
    "kiosk.runner": ("cv2", "PySide6.QtGui", "sqlite3"),
    "kiosk.app": (
        *(
            "cv2",
            "numpy",
            "sqlite3",
            "cryptography",
            "cbor2",
            "argon2",
            "qrcode",
            "PIL",
            "kiosk.gate",
            "kiosk.ledger",
        ),  # the first picture needs none
        *("PySide6.QtMultimedia", "PySide6.QtTextToSpeech"),
    ),
    "kiosk.backroom": ("cv2", "PySide6.QtMultimedia"),
    "kiosk.cli": ("cv2", "PySide6"),
    "kiosk.insight.summary": ("cv2", "PySide6"),
    "kiosk.insight.keeper": ("cv2", "PySide6"),
    "kiosk.insight.prometheus": ("cv2", "PySide6"),
    "kiosk.receipts.check": ("cv2", "PySide6", "zxingcpp"),
    "kiosk.receipts.photo": ("cv2", "PySide6"),
    "kiosk.receipts.page": ("cv2", "PySide6"),
    "kiosk.camera.pipeline": ("PySide6",),
}


@pytest.mark.parametrize("module", [each for each in NEVER if exists(each)])
def test_what_a_module_never_brings_along(module):
    assert not {name for name in loaded(module) if within(name, NEVER[module])}
