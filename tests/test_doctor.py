"""What the doctor says of things that a machine has or lacks, and the file in which a running kiosk says how it is."""

import json
import os
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk import config, doctor, status
from kiosk.app import Kiosk
from kiosk.consent.visit import Attract, Condition, Fault
from kiosk.doctor import Check, Report, Verdict
from kiosk.gate.messages import now_ns
from kiosk.state import StateDirectory
from kiosk.status import Camera, Reporter, Screen, Status

OK, LOOK, BROKEN = Verdict
ALL_WELL = Check("a", OK, "well")
ODD = Check("b", LOOK, "odd", "look at it")
OUT = Check("c", BROKEN, "out of order\nin two ways", "mend it")

HOW = Status(
    version="0.1.0",
    process=1,
    written_ns=0,
    socket="/run/gate.sock",
    healthy=True,
    broken=(),
    frame_age_ms=12,
    languages=("en",),
    voices=(),
    cameras=(Camera("door", True, True, 250), Camera("till", False, False, None)),
    screen=Screen("HDMI-1", "wayland", 1080, 1920, 268, 476, "OpenGL"),
)


@pytest.mark.parametrize(
    ("checks", "code"), [((ALL_WELL,), 0), ((ALL_WELL, ODD), 1), ((OUT, ODD, ALL_WELL), 2), ((ODD, OUT), 2)]
)
def test_the_worst_decides(checks, code):
    report = Report(checks)
    assert report.exit_code == code
    told = json.loads(report.json())
    assert told["verdict"] == ("ok", "look", "broken")[code]
    assert [each["name"] for each in told["checks"]] == [each.name for each in checks]


def test_the_table_has_a_step_under_what_is_not_well():
    assert Report((ALL_WELL, ODD, OUT)).table().splitlines() == [
        "ok      a          well",
        "look    b          odd",
        "                   -> look at it",
        "broken  c          out of order",
        "                   in two ways",
        "                   -> mend it",
        "",
        "3 checks: 1 broken, 1 to look at.",
    ]


UNIT = """\
NRestarts={restarts}
Id={name}
LoadState={load}
ActiveState={active}
UnitFileState={enabled}
WatchdogUSec={watchdog}
"""


def unit(name="consent-kiosk.service", load="loaded", active="active", enabled="enabled", watchdog="30s", restarts=0) -> str:
    return UNIT.format(name=name, load=load, active=active, enabled=enabled, watchdog=watchdog, restarts=restarts)


CAMERA = unit("consent-camera.service", watchdog="0")


@pytest.mark.parametrize(
    ("kiosk", "camera", "verdict", "words"),
    [
        (unit(restarts=3), CAMERA, OK, "started again 3 times"),
        (unit(active="failed"), CAMERA, BROKEN, "consent-kiosk.service has failed"),
        (unit(), unit("consent-camera.service", active="failed"), BROKEN, "consent-camera.service has failed"),
        (unit(active="inactive"), CAMERA, LOOK, "consent-kiosk.service is inactive"),
        (unit(enabled="disabled"), CAMERA, LOOK, "does not start with the machine"),
        (unit(watchdog="0"), CAMERA, LOOK, "watched by nobody"),
        (unit(), unit("consent-camera.service", load="not-found"), LOOK, "consent-camera.service is not installed"),
    ],
)
def test_what_systemd_says_of_the_units(kiosk, camera, verdict, words):
    found, said, step = doctor.units(f"{kiosk}\n{camera}")
    assert (found, words in said, bool(step)) == (verdict, True, verdict is not OK), said


def device(inputs: Path, number: int, name: str, properties: str, positions: str) -> None:
    """As the kernel shows it under /sys/class/input."""
    folder = inputs / f"event{number}" / "device"
    (folder / "capabilities").mkdir(parents=True)
    (folder / "name").write_text(f"{name}\n")
    (folder / "properties").write_text(f"{properties}\n")
    (folder / "capabilities" / "abs").write_text(f"{positions}\n")


PANEL, MOUSE, PAD, TABLET = (
    ("ILITEK Multi-Touch", "2", "260800000000003"),
    ("Optical Mouse", "0", "0"),
    ("SynPS/2 Synaptics TouchPad", "5", "660800011000003"),
    ("Buttons", "2", "0"),
)


@pytest.mark.parametrize(
    ("devices", "found"),
    [((), LOOK), ((MOUSE,), LOOK), ((PAD, MOUSE), LOOK), ((TABLET,), LOOK), ((MOUSE, PANEL), OK), ((PANEL, PAD), OK)],
)
def test_a_touch_panel_is_told_from_a_touch_pad(tmp_path, devices, found):
    for number, each in enumerate(devices):
        device(tmp_path, number, *each)
    verdict, said, step = doctor.touch(tmp_path)
    assert (verdict, bool(step)) == (found, found is not OK)
    assert (said == "ILITEK Multi-Touch") == (found is OK)


def test_whatever_a_kiosk_says_is_broken_has_a_step():
    assert doctor.MENDING.keys() == set(Condition)


def test_a_scratch_leaves_nothing_behind(tmp_path):
    assert doctor.commit_a_scratch(tmp_path) >= 0
    assert list(tmp_path.iterdir()) == []


def test_what_a_kiosk_wrote_is_read_and_nothing_else(tmp_path, qapp):
    path = tmp_path / "status.json"
    assert status.read(path) is None
    reporter = Reporter(path, lambda: HOW)
    reporter.start()
    assert status.read(path) == HOW
    assert [each.name for each in tmp_path.iterdir()] == ["status.json"]
    for wrong in (b"", b"{", b"[]", json.dumps(asdict(HOW) | {"process": "one"}).encode()):
        path.write_bytes(wrong)
        assert status.read(path) is None
    reporter.close()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_takes_no_file_is_said_once(tmp_path, caplog, qapp):
    folder = tmp_path / "state"
    folder.mkdir()
    reporter = Reporter(folder / "status.json", lambda: HOW)
    folder.rmdir()
    reporter.write()
    reporter.write()
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "status.json" in caplog.text and "kiosk doctor" in caplog.text
    folder.mkdir()
    reporter.write()
    assert status.read(folder / "status.json") == HOW
    reporter.close()


@pytest.fixture
def running(tmp_path, qapp):
    """A kiosk in this process."""
    path = tmp_path / "store.toml"
    path.write_text(config.DEMONSTRATION)
    kiosk = Kiosk(qapp, config.load(path), StateDirectory(tmp_path / "state"), tmp_path / "run" / "gate.sock")
    kiosk.start((540, 960))
    yield kiosk
    kiosk.close()


def test_how_a_running_kiosk_is(running, tmp_path, qtbot):
    qtbot.waitUntil(lambda: bool(running.healthy()))
    told = running.back.report()
    assert (told.process, told.socket, told.broken) == (os.getpid(), str(tmp_path / "run" / "gate.sock"), ())
    assert told.healthy and told.age_ms < 1_000 and told.frame_age_ms < 5_000
    assert told.screen.platform == "offscreen" and told.screen.renderer == "Software"
    assert status.read(tmp_path / "state" / "status.json").languages == told.languages


def test_on_the_day_on_which_nobody_may_be_asked_any_more_the_cameras_go_off(running, qtbot, caplog):
    qtbot.waitUntil(lambda: bool(running.healthy()))
    running.check_law()
    assert isinstance(running.runner.state.page, Attract)
    law = running.settings.law
    ended = law.impact_assessment.model_copy(update={"expires": law.impact_assessment.made + timedelta(days=1)})
    running.settings = running.settings.model_copy(update={"law": law.model_copy(update={"impact_assessment": ended})})
    for _ in range(2):
        running.check_law()
        assert isinstance(running.runner.state.page, Fault)
        assert running.runner.state.broken == {Condition.KIOSK} and not running.healthy()
    assert "impact assessment" in caplog.text
    assert running.back.report().broken == ("kiosk",)


def test_an_old_file_tells_its_age():
    assert replace(HOW, written_ns=now_ns() - 7 * 10**9).age_ms // 1000 == 7
