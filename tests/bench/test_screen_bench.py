"""The benchmark runs, and each of its figures stands beside its floor. How large they are is nobody's business here."""

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

PAGES = (
    "poster -> question",
    "question -> answer",
    "answer -> poster",
    "poster -> code",
    "question -> languages",
    "question -> preferences",
)
FIGURES = {
    "kiosk run, first frame",
    "kiosk run, first frame, touched at once -> drawn pressed",
    "kiosk run, first frame, let go -> first frame of the next page",
    *(f"touch -> {name!r} drawn pressed" for name in ("yes", "no", "language")),
    *(f"touch -> {page}, {which} frame" for page in PAGES for which in ("first", "last")),
    "a frame, painted, in motion",
    "a frame, since the one before, in motion",
    *(
        f"{held} after 40 visits"
        for held in ("memory", "open files", "items in the window", "QObjects under the window", "Python's objects")
    ),
}


@pytest.mark.slow
def test_every_figure_has_its_floor(root, tmp_path):
    out = tmp_path / "bench.json"
    bench = Path(__file__).with_name("screen_bench.py")
    done = subprocess.run(
        [sys.executable, bench, "--quick", "--json", out], cwd=root, capture_output=True, text=True, timeout=300, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(out.read_text(encoding="utf-8"))
    figures = {figure["figure"]: figure for figure in told["figures"]}
    spoken = {name for name in figures if " becomes " in name}
    assert set(figures) - spoken == FIGURES
    assert len(spoken) >= 2
    for figure in figures.values():
        numbers = [figure[key] for key in ("p50", "p99", "max", "n")]
        numbers += [figure["floor"][key] for key in ("p50", "p99", "max", "n")] + list(figure["ratio"].values())
        assert all(0 < number < math.inf for number in numbers), figure
        assert figure["figure"] in done.stdout
    early, late = told["held"]
    assert (early["visits"], late["visits"]) == (4, 40)
    assert late["records"] - early["records"] >= 36
    assert len(told["aims"]) == 7
