"""The page on accessibility says what the tests show, and nothing else."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "conformance.py"


@pytest.fixture(scope="module")
def conformance():
    spec = importlib.util.spec_from_file_location("conformance", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules["conformance"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["conformance"]


@pytest.mark.slow
@pytest.mark.meets("EN 301 549 12.1.1", "EN 301 549 12.1.2", "508 602")
def test_the_page_is_what_clauses_and_tests_make_now():
    told = subprocess.run(
        [sys.executable, SCRIPT, "--check"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=240
    )
    assert told.returncode == 0, told.stderr


def clauses(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "clauses.toml"
    path.write_text(f'["WCAG"]\n{text}\n')
    return path


def test_tests_and_reasons_make_the_page(conformance, tmp_path):
    path = clauses(
        tmp_path,
        '"1.1" = { asks = "One.", level = "A", limits = "Not all." }\n"1.2" = { asks = "Two.", not_met = "Nobody did it." }',
    )
    page = conformance.page(conformance.read(path), {"WCAG 1.1": ["tests/b.py::test_b", "tests/a.py::test_a"]})
    assert "2 clauses: 1 met, 0 does not apply, 1 not met, 0 depends on the installation." in page
    assert "| 1.1 (A) | One. | met: [test_a](../tests/a.py), [test_b](../tests/b.py). Not all. |" in page
    assert "| 1.2 | Two. | **NOT MET**: Nobody did it. |" in page


@pytest.mark.parametrize(
    ("tests", "told"),
    [
        ({}, "WCAG 1.1: neither a test names it, nor is there a reason"),
        ({"WCAG 1.1": ["t"], "WCAG 9.9": ["t::x"]}, "WCAG 9.9: named by t::x, and not in conformance.toml"),
        ({"WCAG 1.1": ["t"], "WCAG 1.2": ["t::y"]}, "WCAG 1.2: has a reason, and t::y says it is met"),
    ],
)
def test_what_does_not_fit_is_named(conformance, tmp_path, tests, told):
    path = clauses(tmp_path, '"1.1" = { asks = "One." }\n"1.2" = { asks = "Two.", not_met = "Nobody did it." }')
    with pytest.raises(conformance.ConformanceError, match=told):
        conformance.page(conformance.read(path), tests)


@pytest.mark.parametrize(
    "text",
    [
        '"1.1" = { asks = "One.", not_met = "No.", not_applicable = "No." }',
        '"1.1" = { asks = "One.", not_met = "No.", limits = "No." }',
        '"1.1" = { not_met = "No." }',
        '"1.1" = { asks = "One.", reason = "No." }',
    ],
)
def test_clauses_that_are_not_whole_are_named(conformance, tmp_path, text):
    with pytest.raises(conformance.ConformanceError, match=r"WCAG 1\.1: "):
        conformance.read(clauses(tmp_path, text))


def test_markers_are_found_by_collecting(tmp_path):
    (tmp_path / "test_some.py").write_text(
        "import pytest\n\n@pytest.mark.meets('WCAG 1.1')\n@pytest.mark.parametrize('n', [1, 2])\n"
        "def test_one(n): ...\n\ndef test_two(): ...\n"
    )
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = meets\n")
    code = (
        f"import sys; sys.path.insert(0, {str(SCRIPT.parent)!r}); import conformance, pathlib;"
        "print(conformance.collect(pathlib.Path('.')))"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.strip().endswith("{'WCAG 1.1': ['test_some.py::test_one']}")


def test_tests_that_cannot_be_collected_are_said(tmp_path):
    (tmp_path / "test_broken.py").write_text("import nothing_of_this_name\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    code = (
        f"import sys; sys.path.insert(0, {str(SCRIPT.parent)!r}); import conformance, pathlib;"
        "conformance.collect(pathlib.Path('.'))"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode and "cannot be collected" in told.stderr
