"""The gate alone: a wheel that installs into an empty environment and talks to a real kiosk."""

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

TRY = """
import sys
before = {name.partition(".")[0] for name in sys.modules}  # a distribution may load something of its own
import json, time
from pathlib import Path
from consent_gate import Gate, Phase
with Gate("aisle", path=Path(sys.argv[1])) as gate:
    until = time.monotonic() + 5
    while gate.phase is not Phase.LIVE and time.monotonic() < until:
        time.sleep(0.01)
    known = sys.stdlib_module_names | before | {"consent_gate"}
    strangers = {name.partition(".")[0] for name in sys.modules} - known
    print(json.dumps({"phase": gate.phase, "trouble": gate.trouble, "strangers": sorted(strangers)}))
"""


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=root / "packaging" / "gate", check=True, capture_output=True)
    return next(out.glob("consent_gate-*.whl"))


def test_it_holds_the_gate_and_needs_nothing(wheel, root):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = archive.read(next(name for name in names if name.endswith("/METADATA"))).decode()
    gate = root / "kiosk" / "gate"
    files = (path for path in gate.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    expected = {f"consent_gate/{path.relative_to(gate)}" for path in files} | {"consent_gate/LICENSE"}
    assert {name for name in names if name.startswith("consent_gate/")} == expected
    assert "Requires-Dist" not in metadata


def test_it_works_alone(wheel, kiosk, qtbot, tmp_path):
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-index", "--no-deps", wheel], check=True)
    process = subprocess.Popen([python, "-I", "-c", TRY, kiosk.path], stdout=subprocess.PIPE, text=True, cwd=tmp_path)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=15_000)
    told = json.loads(process.stdout.read())
    process.stdout.close()
    assert told == {"phase": "live", "trouble": "", "strangers": []}
