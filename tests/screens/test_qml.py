"""The QML is checked like the Python: qmllint with type information of the view models, and no warning allowed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QML = ROOT / "kiosk" / "screens" / "qml"
MODELS = sorted(path for path in (ROOT / "kiosk" / "screens").glob("*.py") if "@QmlElement" in path.read_text())
TOOLS = Path(sys.executable).parent


@pytest.fixture(scope="module")
def types(tmp_path_factory) -> Path:
    """An import path that holds the module Kiosk with the types of the view models."""
    folder = tmp_path_factory.mktemp("qml") / "Kiosk"
    folder.mkdir()
    dump, types = folder / "types.json", folder / "kiosk.qmltypes"
    with dump.open("w") as out:
        subprocess.run([TOOLS / "pyside6-metaobjectdump", *MODELS], stdout=out, check=True)
    subprocess.run(
        [
            TOOLS / "pyside6-qmltyperegistrar",
            *("--generate-qmltypes", types, "-o", folder / "unused.cpp", dump, "--import-name", "Kiosk"),
            *("--major-version", "1", "--foreign-types", _foreign_types()),
        ],
        check=True,
    )
    (folder / "qmldir").write_text("module Kiosk\ntypeinfo kiosk.qmltypes\ndepends QtQuick\n")
    return folder.parent


def _foreign_types() -> str:
    import PySide6

    folder = Path(PySide6.__file__).parent / "Qt" / "metatypes"
    return ",".join(
        str(path)
        for path in sorted(folder.glob("qt6*_metatypes.json"))
        if path.name.startswith(("qt6core", "qt6gui", "qt6qml", "qt6quick_"))
    )


def lint(types: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [TOOLS / "pyside6-qmllint", "-W", "0", "-I", types, *files], capture_output=True, text=True, check=False
    )


def test_qmllint_finds_nothing(types):
    result = lint(types, *sorted(QML.rglob("*.qml")))
    assert result.returncode == 0, result.stderr + result.stdout


def test_qmllint_knows_the_view_models(types, tmp_path):
    copy = tmp_path / "qml"
    shutil.copytree(QML, copy)
    page = copy / "pages" / "Asking.qml"
    page.write_text(page.read_text().replace("visitor.agree()", "visitor.agre()"))
    result = lint(types, page)
    assert result.returncode != 0
    assert "agre" in result.stderr + result.stdout


def test_qmlformat_would_change_nothing():
    for path in sorted(QML.rglob("*.qml")):
        formatted = subprocess.run([TOOLS / "pyside6-qmlformat", path], capture_output=True, text=True, check=True).stdout
        assert formatted == path.read_text(), f"{path.name}: run pyside6-qmlformat -i"
