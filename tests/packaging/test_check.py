"""`make check`: what it runs, and that each part of it can fail."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text()
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
HOOKS = (ROOT / ".pre-commit-config.yaml").read_text()
LOOSE = {"__init__", "__main__", "app", "camera", "cli", "demo", "doctor", "screens", "signage"}
"""Rooms whose types are not checked strictly: mostly arrays of OpenCV, properties and signals of Qt."""


def targets() -> dict[str, str]:
    """Target -> what it needs and runs, as written."""
    parts = re.split(r"^([a-z]+):", MAKEFILE, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture
def tree(tmp_path):
    """A checkout with the Makefile, the settings and the tools; nothing to check in it yet."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "bootstrap").symlink_to(shutil.which("true"))
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    return tmp_path


def make(tree: Path, target: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", "-C", tree, target], capture_output=True, text=True, check=False)


def test_help_names_every_target_and_no_other():
    told = subprocess.run(["make", "-C", ROOT, "help"], capture_output=True, text=True, check=True).stdout
    named = {line.split()[0] for line in told.splitlines() if not line.startswith("make")}
    phony = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[1].split())
    assert named == phony == set(targets())


def test_check_is_everything_that_can_be_checked_without_a_network():
    needed = targets()["check"].partition("##")[0].split()
    assert needed == ["lint", "types", "qml", "words", "cover"]
    assert not [target for target in needed if re.search("pip-audit|curl|uv ", targets()[target])]


def test_hooks_are_targets_and_fetch_nothing():
    assert re.findall(r"^ *- repo: (.*)$", HOOKS, re.MULTILINE) == ["local"]
    entries = re.findall(r"^ *entry: (.*)$", HOOKS, re.MULTILINE)
    assert entries and {entry.removeprefix("make ") for entry in entries} <= set(targets())


def test_every_room_without_a_screen_is_typed_strictly():
    rooms = {path.stem for path in (ROOT / "kiosk").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    strict = SETTINGS["mypy"]["files"]
    assert all((ROOT / path).exists() for path in strict)
    assert {Path(path).stem for path in strict} == rooms - LOOSE
    assert SETTINGS["mypy"]["strict"] is True


def test_the_floor_is_under_the_whole_heart():
    report = SETTINGS["coverage"]["report"]
    assert SETTINGS["coverage"]["run"]["branch"] is True
    assert report["fail_under"] >= 98
    assert all(list(ROOT.glob(each)) for each in report["include"])
    for name in ("consent/*", "gate/binding.py", "gate/guard.py", "gate/lease.py"):
        assert f"kiosk/{name}" in report["include"]


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("def grant(visit):\n    return visit\n", "no-untyped-def"),
        ("def ends(at: int | None) -> int:\n    return at + 1\n", "operator"),
        ("def names() -> list:\n    return []\n", "type-arg"),
    ],
)
def test_mypy_is_strict(tmp_path, code, fault):
    (tmp_path / "sample.py").write_text(code)
    command = ["mypy", "--config-file", ROOT / "pyproject.toml", "--cache-dir", tmp_path, tmp_path / "sample.py"]
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"[{fault}]" in done.stdout


def test_a_string_without_a_translation_is_found(tree):
    (tree / "translations").mkdir()
    for name in ("kiosk_de.ts", "kiosk_en.ts"):
        shutil.copy(ROOT / "translations" / name, tree / "translations")
    assert make(tree, "words").returncode == 0
    german = tree / "translations" / "kiosk_de.ts"
    text, found = re.subn(
        r"<translation>[^<]*</translation>", '<translation type="unfinished"></translation>', german.read_text(), count=1
    )
    assert found
    german.write_text(text)
    done = make(tree, "words")
    assert done.returncode != 0
    assert "unfinished: translations/kiosk_de.ts" in done.stdout


def test_a_heart_that_is_not_tested_is_found(tree):
    for folder in ("kiosk/consent", "kiosk/gate", "tests/consent", "tests/gate"):
        (tree / folder).mkdir(parents=True)
    (tree / "kiosk" / "gate" / "lease.py").write_text(
        "def holds(now: int) -> bool:\n    if now:\n        return True\n    return False\n"
    )
    for name in ("lease", "guard", "binding", "bodies"):
        (tree / "tests" / "gate" / f"test_{name}.py").write_text(
            "import importlib.util, pathlib\n\n\ndef test_it():\n"
            "    spec = importlib.util.spec_from_file_location('lease', pathlib.Path('kiosk/gate/lease.py').absolute())\n"
            "    module = importlib.util.module_from_spec(spec)\n"
            "    spec.loader.exec_module(module)\n"
            "    assert module.holds(1)\n"
        )
    done = make(tree, "cover")
    assert "4 passed" in done.stdout
    assert done.returncode != 0
    assert "is less than fail-under=98" in done.stdout


def test_every_test_that_the_threats_name_is_there():
    page = (ROOT / "packaging" / "THREATS.md").read_text()
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", page)
    assert len(named) > 30
    for path, test in named:
        assert re.search(rf"^ *def {test}\(", (ROOT / "tests" / path).read_text(), re.MULTILINE), f"{path}::{test}"


def test_the_kiosk_has_no_network():
    unit = (ROOT / "packaging" / "systemd" / "consent-kiosk.service").read_text()
    (families,) = re.findall(r"^RestrictAddressFamilies=(.*)$", unit, re.MULTILINE)
    assert set(families.split()) <= {"AF_UNIX", "AF_NETLINK"}


@pytest.mark.parametrize(
    "page", [".github/CONTRIBUTING.md", ".github/SECURITY.md", "packaging/LICENSES.md", "packaging/THREATS.md"]
)
def test_what_the_pages_name_is_there(page):
    text = (ROOT / page).read_text()
    assert set(re.findall(r"\bmake ([a-z]+)`", text)) <= set(targets())
    paths = re.findall(r"`((?:kiosk|tests|packaging|assets|translations)/[\w./-]+)`", text)
    paths += [(Path(page).parent / link).as_posix() for link in re.findall(r"\]\(([\w./-]+)\)", text)]
    assert not [path for path in paths if not (ROOT / path).exists()]


def test_code_that_is_not_formatted_is_found(tree):
    (tree / "sample.py").write_text("x = 'single quotes'\n")
    done = make(tree, "lint")
    assert done.returncode != 0
    assert "sample.py" in done.stdout and "1 file would be reformatted" in done.stdout
