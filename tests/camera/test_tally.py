import json
import logging
import os
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.camera.tally import Day, Tally, TallyError, read

TODAY = date.today().isoformat()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "tally.json"


def test_there_are_no_totals_yet(path):
    assert read(path) == {}
    assert Tally(path).today == Day()


def test_sums_survive_a_restart(path):
    tally = Tally(path)
    tally.add(entered=2, looks=3, dwell_seconds=1.25)
    tally.close()
    again = Tally(path)
    again.add(entered=1, visits_analysed=1)
    again.close()
    assert read(path) == {TODAY: Day(entered=3, looks=3, visits_analysed=1, dwell_seconds=1.2)}


def test_the_file_holds_sums_by_day_and_nothing_else(path):
    tally = Tally(path)
    tally.add(entered=1)
    tally.close()
    sums = {
        "entered": 1,
        "visits_analysed": 0,
        "visits_with_face": 0,
        "looks": 0,
        "looks_with_face": 0,
        "dwell_seconds": 0.0,
    }
    assert json.loads(path.read_text()) == {"version": 1, "days": {TODAY: sums}}


def test_it_is_written_at_most_once_a_second(path):
    tally = Tally(path)
    written = set()
    until = time.monotonic() + 0.8
    while time.monotonic() < until:
        tally.add(entered=1)
        tally.save_if_due()
        written.add(path.stat().st_ino)
    assert len(written) == 1
    tally.close()
    assert read(path)[TODAY] == tally.today


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"days": 3}', '{"days": {"someday": {}}}', '{"days": {"2026-01-01": {"entered": 1}}}', "\x00" * 99]
    + [json.dumps({"days": {"2026-01-01": dict.fromkeys(Day.__slots__, value)}}) for value in (-1, "1", None, True)],
)
def test_a_damaged_file_is_kept_aside_and_said(path, text, caplog):
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(TallyError, match="damaged"):
        read(path)
    tally = Tally(path)
    tally.add(entered=1)
    tally.close()
    aside = path.with_name("tally.json.damaged-1")
    assert aside.read_text() == text
    assert str(aside) in caplog.text
    assert read(path)[TODAY].entered == 1


def test_a_second_damaged_file_does_not_replace_the_first(path):
    path.parent.mkdir()
    for text in ("one", "two"):
        path.write_text(text)
        Tally(path)
    assert [path.with_name(f"tally.json.damaged-{n}").read_text() for n in (1, 2)] == ["one", "two"]


def test_a_disk_that_refuses_is_said_once_and_loses_nothing(tmp_path, caplog):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    tally = Tally(tmp_path / "tally.json")
    tally._path = blocked / "tally.json"
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            tally.add(entered=1)
            tally.close()
    assert len(caplog.records) == 1
    blocked.unlink()
    tally.close()
    assert read(blocked / "tally.json")[TODAY].entered == 3


def test_days_past_their_time_are_dropped(path):
    old = (date.today() - timedelta(days=40)).isoformat()
    kept = (date.today() - timedelta(days=20)).isoformat()
    path.parent.mkdir()
    sums = dict.fromkeys(Day.__slots__, 1)
    path.write_text(json.dumps({"version": 1, "days": {old: sums, kept: sums}}))
    tally = Tally(path, keep_days=30)
    tally.add(entered=1)
    tally.close()
    assert set(read(path)) == {kept, TODAY}


def test_a_crash_in_the_middle_of_writing_leaves_a_whole_file(path):
    writer = (
        "import sys; from pathlib import Path; from kiosk.camera import tally\n"
        "tally.WRITE_SECONDS = 0\n"
        "t = tally.Tally(Path(sys.argv[1]))\n"
        "while True:\n t.add(entered=1); t.save_if_due(); print(t.today.entered, flush=True)\n"
    )
    root = Path(__file__).resolve().parents[2]
    before = 0
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", writer, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(root)},
        ) as process:
            for _ in range(20):
                said = int(process.stdout.readline())
            process.send_signal(signal.SIGKILL)
        after = read(path)[TODAY].entered
        assert after >= said > before
        before = after
