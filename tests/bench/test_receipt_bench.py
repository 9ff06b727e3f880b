"""What every reader must take of a receipt's code, and that the spoiling spoils. How far each goes is for the benchmark."""

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).with_name("receipt_bench.py")


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("receipt_bench", BENCH)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where its dataclasses look for themselves
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.mark.slow
def test_every_reader_takes_what_is_mildly_spoilt(bench, needs):
    needs(shutil.which("zbarimg"), "zbarimg is not installed")
    cells = bench.matrix(4, mild_only=True)
    assert {(cell.way, cell.reader) for cell in cells} == {(way.name, reader) for way in bench.WAYS for reader in bench.READERS}
    assert not [cell for cell in cells if cell.read < cell.of or cell.wrong]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["small", "blurred", "glare"])
def test_nobody_reads_what_is_spoilt_altogether(bench, needs, name):
    needs(shutil.which("zbarimg"), "zbarimg is not installed")
    (way,) = (each for each in bench.WAYS if each.name == name)
    spoilt = bench.photo(way, bench.receipt(), way.steps[-1])
    assert not [reader for reader, read in bench.READERS.items() if read(spoilt)]


@pytest.mark.slow
def test_the_benchmark_runs(tmp_path):
    out = tmp_path / "bench.json"
    done = subprocess.run(
        [sys.executable, BENCH, "--quick", "--json", out], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(out.read_text())
    assert len(figures["ms"]) == len(figures["floor_ms"]) == 10
    assert {"small", "pale"} <= {cell["way"] for cell in figures["cells"]}
    assert "ratio" in done.stdout
