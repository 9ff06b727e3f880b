import configparser
import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.app import DRAWN_FRESH, PULSE_MS

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "/usr/lib/consent-kiosk"
UNITS = ("consent-kiosk", "consent-camera")


def needs(tool: str) -> str:
    """Path of `tool`; without it the test is skipped, and fails where CI=true."""
    path = shutil.which(tool)
    if path is None and os.environ.get("CI") == "true":
        pytest.fail(f"{tool} is not installed")
    if path is None:
        pytest.skip(f"{tool} is not installed")
    return path


def unit_file(name: str) -> Path:
    return ROOT / "packaging" / "systemd" / f"{name}.service"


def unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read_string(unit_file(name).read_text())
    return parser


def option(name: str, flag: str) -> str:
    words = unit(name)["Service"]["ExecStart"].split()
    return words[words.index(flag) + 1]


def build() -> ModuleType:
    """packaging/debian/build.py"""
    spec = importlib.util.spec_from_file_location("build", ROOT / "packaging" / "debian" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    analyze = needs("systemd-analyze")
    copies = []
    for name in UNITS:
        text = re.sub(
            rf"^(Exec(?:Start|Reload))={PREFIX}/\S+",
            r"\1=/bin/true",
            unit_file(name).read_text(),
            flags=re.MULTILINE,
        )
        copies.append(tmp_path / f"{name}.service")
        copies[-1].write_text(text)
    done = subprocess.run(
        [analyze, "verify", "--man=no", "--recursive-errors=no", *copies],
        capture_output=True,
        text=True,
        check=False,
    )
    complaints = [line for line in done.stderr.splitlines() if "consent-" in line]
    assert (done.returncode, complaints) == (0, []), done.stderr


def test_what_the_units_start_is_in_the_package() -> None:
    for source in build().INSTALLED:
        assert (ROOT / source).is_file()
    installed = {f"/{target}": mode for target, mode in build().INSTALLED.values()}
    started = [unit(name)["Service"]["ExecStart"].split() for name in UNITS]
    started.append(unit("consent-kiosk")["Service"]["ExecReload"].split())
    assert [(program, installed[program]) for program, *_ in started] == [
        (f"{PREFIX}/session", 0o755),
        (f"{PREFIX}/bin/kiosk", 0o755),
        (f"{PREFIX}/bin/kiosk", 0o755),
    ]
    assert [words[1] for words in started[1:]] == ["camera", "reload"]
    for name in UNITS:
        assert unit(name)["Unit"]["Documentation"].removeprefix("file://") in installed


@pytest.mark.parametrize(("name", "most"), [("consent-kiosk", 1.3), ("consent-camera", 0.8)])
def test_a_unit_is_not_more_exposed_than_it_has_to_be(name: str, most: float) -> None:
    analyze = needs("systemd-analyze")
    done = subprocess.run(
        [analyze, "security", "--offline=true", f"--threshold={most * 10:.0f}", unit_file(name)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-200:] + done.stderr


def test_the_kiosk_is_started_again_when_its_screen_freezes() -> None:
    service = unit("consent-kiosk")["Service"]
    assert service["Type"] == "notify"
    # Nothing else is in the unit's control group: logind moves the session into one of its own.
    assert service["NotifyAccess"] == "main"
    assert int(service["WatchdogSec"]) * 1_000 >= 2 * (PULSE_MS + DRAWN_FRESH // 1_000_000)


@pytest.mark.parametrize("name", UNITS)
def test_no_picture_of_the_memory_is_left(name: str) -> None:
    assert unit(name)["Service"]["LimitCORE"] == "0"


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_is_always_started_again(name: str) -> None:
    assert unit(name)["Service"]["Restart"] == "always"
    assert unit(name)["Unit"]["StartLimitIntervalSec"] == "0"


def test_the_runtime_directory_is_the_kiosks_own() -> None:
    kiosk, camera = (unit(name)["Service"] for name in UNITS)
    assert kiosk["RuntimeDirectory"] == "consent-kiosk"
    assert kiosk["RuntimeDirectoryMode"] == "0750"
    assert "RuntimeDirectory" not in camera
    assert kiosk["Group"] == camera["Group"] == "consent-gate"
    assert kiosk["User"] != camera["User"]


def test_both_units_name_one_socket_in_the_runtime_directory() -> None:
    sockets = {option(name, "--socket") for name in UNITS}
    directory = unit("consent-kiosk")["Service"]["RuntimeDirectory"]
    assert sockets == {f"/run/{directory}/gate.sock"}


@pytest.mark.parametrize("name", UNITS)
def test_state_is_closed_to_the_group_that_both_share(name: str) -> None:
    service = unit(name)["Service"]
    assert option(name, "--state") == f"/var/lib/{service['StateDirectory']}"
    assert service["StateDirectoryMode"] == "0700"
    assert service["UMask"] == "0077"


def test_the_camera_lives_without_the_kiosk() -> None:
    assert not {"Requires", "Requisite", "BindsTo", "PartOf"} & unit("consent-camera")["Unit"].keys()


def test_the_kiosk_cannot_open_a_camera() -> None:
    service = unit("consent-kiosk")["Service"]
    assert service["PrivateDevices"] == "yes"
    assert service["BindPaths"].split() == ["-/dev/dri", "-/dev/input", "-/dev/snd"]
    assert "SupplementaryGroups" not in service


def test_the_kiosk_cannot_open_a_microphone() -> None:
    """logind gives what is tagged uaccess to the session on the screen, at 73-seat-late.rules."""
    number = min(int(Path(target).name[:2]) for target, _ in build().INSTALLED.values() if str(target).endswith(".rules"))
    assert 70 < number < 73
    [rule] = [line for line in (ROOT / "packaging/systemd/udev.rules").read_text().splitlines() if not line.startswith("#")]
    assert {'KERNEL=="pcmC*D*c"', 'OWNER="root"', 'GROUP="root"', 'MODE="0600"', 'TAG-="uaccess"'} <= set(rule.split(", "))


def test_every_account_is_declared() -> None:
    lines = (ROOT / "packaging" / "systemd" / "sysusers.conf").read_text().splitlines()
    declared = {tuple(line.split()[:2]) for line in lines}
    for name in UNITS:
        service = unit(name)["Service"]
        assert {("u", service["User"]), ("g", service["Group"])} <= declared


def test_state_is_there_before_the_units_are_and_as_they_want_it() -> None:
    lines = [line.split() for line in (ROOT / "packaging" / "systemd" / "tmpfiles.conf").read_text().splitlines()]
    for name in UNITS:
        service = unit(name)["Service"]
        directory = f"/var/lib/{service['StateDirectory']}"
        assert ["d", directory, service["StateDirectoryMode"], service["User"], service["Group"], "-"] in lines
