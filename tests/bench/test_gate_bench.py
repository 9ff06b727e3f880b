"""The benchmark runs, and each of its figures stands beside its floor. How large they are is nobody's business here."""

import importlib.util
import json
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GATES = (1, 8, 22)
FIGURES = {
    *(
        f"tap -> durable -> {count} acknowledged, {kind}"
        for count in GATES
        for kind in ("with its screen", "no screen, tap after tap")
    ),
    "revoke -> first refused result",
    "kiosk SIGKILL -> dark",
    "kiosk SIGSTOP -> dark",
    "gate.allows, live and allowed",
    "gate.allows, live and denied",
    "gate.allows, dark",
    "clock_gettime_ns(CLOCK_BOOTTIME)",
    "a look into a dict",
    "gate.update, 10 bodies",
    "one core, 22 x 30 fps x 10 bodies: sum of calls",
    "the same, processor time with the gate's thread",
}
BROKER = {f"Mosquitto QoS 1, {kind}: {count} acknowledged" for kind in ("stock", "set_tcp_nodelay true") for count in GATES}


@pytest.mark.slow
def test_every_figure_has_its_floor(root, tmp_path, needs):
    out = tmp_path / "bench.json"
    bench = Path(__file__).with_name("gate_bench.py")
    done = subprocess.run(
        [sys.executable, bench, "--quick", "--json", out], cwd=root, capture_output=True, text=True, timeout=300
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(out.read_text(encoding="utf-8"))
    figures = {figure["figure"]: figure for figure in told["figures"]}
    assert set(figures) - BROKER == FIGURES
    for figure in figures.values():
        numbers = [figure[key] for key in ("p50", "p99", "max", "n")]
        numbers += [figure["floor"][key] for key in ("p50", "p99", "max", "n")] + list(figure["ratio"].values())
        assert all(0 < number < math.inf for number in numbers), figure
        assert figure["floor"]["name"]
        assert figure["figure"] in done.stdout
    needs(importlib.util.find_spec("paho"), "paho-mqtt is not installed")
    needs(shutil.which("mosquitto", path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin"), "mosquitto is not installed")
    assert set(figures) >= BROKER
