import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def write_program(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with nothing set up, on a machine with no libraries, as seen by a user who is not root."""
    (tmp_path / "packaging").mkdir()
    shutil.copy(ROOT / "packaging" / "bootstrap", tmp_path / "packaging")
    bin_dir = tmp_path / "bin"
    bin_dir.mkdir()
    write_program(bin_dir / "ldconfig", "exit 0")
    write_program(bin_dir / "id", "echo 1000")
    write_program(bin_dir / "apt-get", "echo apt-get was called; exit 1")
    return tmp_path


def bootstrap(checkout: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [checkout / "packaging" / "bootstrap"],
        env={"PATH": f"{checkout / 'bin'}:/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("shell", "script"),
    [
        ("sh", "packaging/bootstrap"),
        ("sh", "packaging/cage/session"),
        ("bash", ".ci/run"),
    ],
)
def test_a_script_can_be_parsed_and_run(shell: str, script: str) -> None:
    subprocess.run([shell, "-n", ROOT / script], check=True)
    assert os.access(ROOT / script, os.X_OK)


@pytest.mark.parametrize("version", ["3.10.12", "3.9.2", "2.7.18"])
def test_an_old_python_is_refused_in_one_sentence(checkout: Path, version: str) -> None:
    python = write_program(checkout / "bin" / "old", f"echo {version}")
    done = bootstrap(checkout, PYTHON=str(python))
    assert done.returncode == 1
    assert done.stderr == f"setup: Python 3.11 or newer is needed; {python} is {version}.\n"
    assert not (checkout / ".venv").exists()


def test_a_newer_python_is_found_when_the_plain_one_is_too_old(checkout: Path) -> None:
    write_program(checkout / "bin" / "python3", "echo 3.9.2")
    write_program(
        checkout / "bin" / "python3.13",
        'case $2 in *ensurepip*) exit 1 ;; esac; echo "3.13.1"',
    )
    done = bootstrap(checkout)
    assert done.stderr.endswith(" python3.13-venv\n")


def test_missing_libraries_are_one_command_to_copy(checkout: Path) -> None:
    python = write_program(checkout / "bin" / "new", "echo 3.12.3")
    done = bootstrap(checkout, PYTHON=str(python))
    assert done.returncode == 1
    assert "apt-get was called" not in done.stdout
    command = done.stderr.splitlines()[-1]
    assert command.startswith("sudo apt-get update && sudo apt-get install -y --no-install-recommends ")
    packages = command.partition("--no-install-recommends ")[2].split()
    assert {"libegl1", "libxcb-cursor0", "libwayland-client0", "libglib2.0-0"} <= set(packages)
    assert len(packages) == len(set(packages))
    assert "python3.12-venv" not in packages


def test_only_what_is_missing_is_named(checkout: Path) -> None:
    python = write_program(checkout / "bin" / "new", "echo 3.12.3")
    everything = (checkout / "packaging" / "bootstrap").read_text().partition("libraries='")[2].partition("'")[0]
    sonames = [line.split()[0] for line in everything.split("\n") if line]
    present = "\n".join(f"\t{name} (libc6,x86-64) => /lib/{name}" for name in sonames if name != "libxcb.so.1")
    write_program(checkout / "bin" / "ldconfig", f"cat <<'EOF'\n{present}\nEOF")
    done = bootstrap(checkout, PYTHON=str(python))
    assert done.stderr.splitlines()[-1].endswith("--no-install-recommends libxcb1")
