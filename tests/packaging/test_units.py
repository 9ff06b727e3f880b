import configparser
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "/opt/consent-kiosk"
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


def test_what_the_units_start_exists() -> None:
    session = unit("consent-kiosk")["Service"]["ExecStart"].split()[0]
    assert os.access(ROOT / Path(session).relative_to(PREFIX), os.X_OK)

    program, command = unit("consent-camera")["Service"]["ExecStart"].split()[:2]
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert Path(program).relative_to(PREFIX).parts == (".venv", "bin", "kiosk")
    assert "kiosk" in scripts
    assert command == "camera"


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
    assert service["BindPaths"].split() == ["-/dev/dri", "-/dev/input"]
    assert "SupplementaryGroups" not in service


def test_every_account_is_declared() -> None:
    lines = (ROOT / "packaging" / "systemd" / "sysusers.conf").read_text().splitlines()
    declared = {tuple(line.split()[:2]) for line in lines}
    for name in UNITS:
        service = unit(name)["Service"]
        assert {("u", service["User"]), ("g", service["Group"])} <= declared
