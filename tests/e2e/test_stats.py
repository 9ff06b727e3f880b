"""`kiosk stats` as a shop runs it, and what the running kiosk leaves for it and for the shop's monitoring."""

import json
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from kiosk.config import DEMONSTRATION
from kiosk.consent.decision import Act, Entry
from kiosk.ledger.store import Ledger
from kiosk.state import StateDirectory


def kiosk(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False, stdin=subprocess.DEVNULL)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Of a shop where six people left without an answer yesterday, and four today."""
    directory = StateDirectory(tmp_path / "state")
    directory.make()
    for ago, visits in ((1, range(6)), (0, range(6, 10))):
        moment = datetime.now().astimezone() - timedelta(days=ago)
        ledger = Ledger(directory.ledger, lambda moment=moment: moment, key=directory.signing_key())
        for visit in visits:
            ledger.append(Entry(Act.LAPSED, f"{visit:032x}"))
        if ago == 0:
            directory.head.write_text(ledger.head())
        ledger.close()
    return directory.path


def test_text_and_json(state):
    run = kiosk("stats", "--state", state, "--days", 7)
    assert run.returncode == 0, run.stderr
    assert "left without an answer             6\n" in run.stdout
    assert "each record fits its hash" in run.stdout
    assert json.loads(kiosk("stats", "--state", state, "--json", "--least", 6).stdout)["lapsed"] == 6
    assert json.loads(kiosk("stats", "--state", state, "--json", "--least", 7).stdout)["lapsed"] is None


def test_it_changes_nothing(state):
    before = {path: path.read_bytes() for path in state.iterdir()}
    kiosk("stats", "--state", state)
    after = {path: path.read_bytes() for path in state.iterdir() if path.name not in ("ledger.db-shm", "ledger.db-wal")}
    assert after == {path: content for path, content in before.items() if path in after}


@pytest.mark.parametrize("name", ["chart.png", "chart.svg", "kiosk.prom"])
def test_files(state, tmp_path, name):
    option = "--prometheus" if name.endswith(".prom") else "--chart"
    run = kiosk("stats", "--state", state, option, tmp_path / name)
    assert (run.returncode, run.stdout, run.stderr) == (0, f"Wrote {tmp_path / name}.\n", "")
    start = {"chart.png": b"\x89PNG", "chart.svg": b"<?xml", "kiosk.prom": b"# HELP"}[name]
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--least", "2"], "2 is not in the range x>=3"),
        (["--days", "0"], "0 is not in the range"),
        (["--json", "--chart", "a.png"], "one of --json, --chart and --prometheus"),
        (["--chart", "a.pdf"], "a .png or an .svg, not a.pdf"),
        (["--prometheus", "gone/a.prom"], "cannot be written: No such file or directory"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_refusals(state, tmp_path, arguments, words):
    run = kiosk("stats", "--state", state, *arguments)
    assert run.returncode == 2
    assert words in run.stderr
    assert "Traceback" not in run.stderr


def test_the_running_kiosk_keeps_the_book_and_tells_the_monitoring(state, tmp_path):
    prom = tmp_path / "kiosk.prom"
    lines = DEMONSTRATION.replace("# prometheus = ", "prometheus = ").splitlines()
    lines = [f'prometheus = "{prom}"' if line.startswith("prometheus = ") else line for line in lines]
    (state / "store.toml").write_text("\n".join(lines))
    command = [sys.executable, "-m", "kiosk", "run", "--state", state, "--socket", tmp_path / "run" / "gate.sock"]
    running = subprocess.Popen([*command, "--windowed", "540x960"], stderr=subprocess.PIPE, text=True)
    try:
        end = time.monotonic() + 30
        while not (state / "counts.json").exists() or not prom.exists():
            assert running.poll() is None and time.monotonic() < end, running.stderr.read()
            time.sleep(0.05)
        assert (prom.stat().st_mode & 0o777, (state / "counts.json").stat().st_mode & 0o777) == (0o644, 0o600)
        assert json.loads(kiosk("stats", "--state", state, "--json").stdout)["lapsed"] == 6
        time.sleep(1.1)
    finally:
        running.send_signal(signal.SIGTERM)
        running.communicate(timeout=20)
    families = {family.name: family for family in text_string_to_metric_families(prom.read_text())}
    visits = {sample.labels["answer"]: sample.value for sample in families["consent_kiosk_visits"].samples}
    assert visits == {"yes": 0, "no": 0, "none": 6}
    assert families["consent_kiosk_cameras"].samples[0].value == 0
    book = json.loads((state / "counts.json").read_text())
    assert book["ever_on"][0] >= 1
    assert sum(on for on, _ in book["on"].values()) == book["ever_on"][0]
