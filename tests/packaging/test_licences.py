"""What ships: under which licence, and the bill of materials."""

import ast
import json
import re
import subprocess
import sys
from importlib.metadata import PathDistribution, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MARKS = {  # what stands in a text under this licence
    "Apache-2.0": "Apache License, Version 2.0|Version 2.0, January 2004",
    "BSD-3-Clause": "Redistributions? (and use in source|of source code must)",
    "MIT": "Permission is hereby granted, free of charge",
    "MIT-0": "Permission is hereby granted, free of charge",
    "MIT-CMU": "Permission to use, copy, modify",
    "PSF-2.0": "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
}


@pytest.fixture
def licences(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    import licences

    return licences


@pytest.fixture
def sbom(licences):
    import sbom

    return sbom


def package(folder: Path, metadata: str) -> PathDistribution:
    info = folder / "odd-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: odd\nVersion: 1.0\n{metadata}")
    return PathDistribution(info)


def test_the_page_names_every_package_that_ships(licences):
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page(), "run make licences"
    names = {each.name.lower() for each in licences.shipped()}
    assert {"pyside6_essentials", "opencv-python", "cryptography", "pydantic"} <= names
    assert not {"pytest", "ruff", "hypothesis", "mypy"} & names


def test_the_texts_say_what_the_table_says(licences):
    checked = 0
    for each in licences.shipped():
        said = licences.licence(each)
        texts = "\n".join(each.locate_file(text).read_text(errors="replace") for text in licences.texts(each))
        for name in MARKS.keys() & set(re.split(" AND | OR ", said)) if texts else ():
            assert re.search(MARKS[name], texts), f"{each.name} says {name}"
            checked += 1
    assert checked > 20


@pytest.mark.parametrize(
    ("expression", "good"),
    [
        ("MIT", True),
        ("MIT AND BSD-3-Clause", True),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-2.0-only OR AGPL-3.0-only", False),
        ("MIT AND GPL-3.0-only OR Apache-2.0", True),
    ],
)
def test_what_may_ship(licences, expression, good):
    assert licences.allowed(expression) is good


def test_an_expression_with_parentheses_is_not_guessed_at(licences):
    with pytest.raises(licences.LicenceError, match="parentheses"):
        licences.allowed("(MIT OR GPL-3.0-only) AND GPL-3.0-only")


@pytest.mark.parametrize("metadata", ["", "License: see the file\n", "Classifier: License :: OSI Approved :: MIT License\n"])
def test_a_package_that_does_not_say_its_licence_stops_it(licences, tmp_path, metadata):
    with pytest.raises(licences.LicenceError, match="BY_THEIR_TEXTS"):
        licences.licence(package(tmp_path, metadata))


def test_a_package_that_may_not_ship_stops_it(licences, tmp_path, monkeypatch):
    odd = package(tmp_path, "License-Expression: AGPL-3.0-only\n")
    monkeypatch.setattr(licences, "shipped", lambda: [odd])
    with pytest.raises(licences.LicenceError, match=r"odd is under AGPL-3\.0-only"):
        licences.page()


def qt_modules() -> set[str]:
    """Modules of Qt that the Python and QML of the kiosk name."""
    used = set()
    for path in sorted((ROOT / "kiosk").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            used |= {name.split(".")[1] for name in names if name.startswith("PySide6.")}
    for path in sorted((ROOT / "kiosk").rglob("*.qml")):
        used |= set(re.findall(r"^import (Qt\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    return used


def test_of_qt_nothing_is_used_that_is_under_the_gpl_alone(licences):
    assert {"QtCore", "QtQuick", "QtTextToSpeech"} <= qt_modules() <= set(licences.QT)
    assert not set(licences.QT) & set(licences.ONLY_GPL)
    page = licences.PAGE.read_text(encoding="utf-8")
    assert all(module in page for module in licences.QT)


def test_the_kiosk_loads_no_library_that_is_under_the_gpl_alone(licences):
    code = "import kiosk.app; print(open('/proc/self/maps').read())"
    maps = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    loaded = {f"Qt{name}" for name in re.findall(r"/libQt6(\w+)\.so", maps)}
    assert "QtQuick" in loaded
    assert not loaded & set(licences.ONLY_GPL)


def test_no_wheel_brings_a_codec_that_is_under_the_gpl(licences):
    folder = Path(str(distribution("opencv-python").locate_file("opencv_python.libs")))
    libraries = [path.name for path in folder.iterdir()]
    assert any(name.startswith("libavcodec") for name in libraries)
    assert not [name for name in libraries if re.match(r"lib(x26[45]|postproc|fdk-aac|xvidcore)", name)]


def test_the_bill_of_materials_is_valid_and_always_the_same(sbom):
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    text = sbom.bill()
    assert text == sbom.bill()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert str(ROOT) not in text


def test_the_bill_names_what_the_page_names_with_the_locked_hashes(sbom, licences):
    bill = json.loads(sbom.bill())
    parts = {part["name"]: part for part in bill["components"]}
    rows = re.findall(r"^\| ([a-z0-9-]+) \| ", licences.table(), re.MULTILINE)
    assert {name for name, part in parts.items() if part["type"] == "library"} == set(rows) - {"package"}
    assert {name for name, part in parts.items() if part["type"] == "file"} == {path.name for path in sbom.FONTS.glob("*.?tf")}
    lock = (ROOT / "packaging" / "requirements.txt").read_text()
    for part in parts.values():
        hashes = [each["value"] for each in part.get("properties", ())]
        assert bool(hashes) == (part["type"] == "library")
        assert all(f"--hash=sha256:{each}" in lock for each in hashes)
    told = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    assert any("pydantic-core" in name for name in told[parts["pydantic"]["bom-ref"]])
    assert any("sqlite-utils" in name for name in told["consent-kiosk"])


def test_what_is_installed_and_not_locked_stops_the_bill(sbom, tmp_path):
    with pytest.raises(sbom.SbomError, match=r"odd 1\.0 is installed and not in requirements\.txt"):
        sbom.component(package(tmp_path, "License-Expression: MIT\n"), sbom.locked())
