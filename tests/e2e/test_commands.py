"""The commands as a newcomer runs them, and what they say when something is wrong: one sentence, exit code 2, nothing lost."""

import os
import shlex
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.config import DEMONSTRATION, TEMPLATE
from kiosk.ledger.store import Ledger


def kiosk(*arguments: object, timeout: float = 30, **more) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
        stdin=subprocess.DEVNULL,
        **more,
    )


def refused(run: subprocess.CompletedProcess[str], *words: str, code: int = 2) -> None:
    assert run.returncode == code, run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    for word in words:
        assert word in run.stderr


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Of a shop that has done its part."""
    path = tmp_path / "state"
    assert kiosk("init", "--state", path).returncode == 0
    (path / "store.toml").write_text(DEMONSTRATION)
    return path


class Running:
    """A kiosk that runs until the test is over."""

    def __init__(self, state: Path, path: Path):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "run", "--state", state, "--socket", path, "--windowed", "540x960"],
            stderr=subprocess.PIPE,
            text=True,
        )
        end = time.monotonic() + 20
        while not self.answers(path):
            assert self.process.poll() is None and time.monotonic() < end, "the kiosk does not come up"
            time.sleep(0.05)

    @staticmethod
    def answers(path: Path) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(path)) == 0

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            _, errors = self.process.communicate(timeout=10)
        finally:
            self.process.kill()
        return self.process.returncode, errors


@pytest.fixture
def running(state: Path, tmp_path: Path):
    one = Running(state, tmp_path / "run" / "gate.sock")
    yield one
    one.end(signal.SIGKILL)


def test_init_writes_a_store_that_loads_and_leaves_an_old_one_alone(tmp_path):
    assert kiosk("init", "--state", tmp_path).returncode == 0
    assert (tmp_path / "store.toml").read_text() == TEMPLATE
    assert (tmp_path / "receipt-key.pem").stat().st_mode & 0o777 == 0o600
    refused(kiosk("init", "--state", tmp_path), "exists already")
    assert (tmp_path / "store.toml").read_text() == TEMPLATE


@pytest.mark.parametrize("given", [("--state",), ("--config",), ("--state", "--config")], ids=" ".join)
def test_init_says_what_comes_next_with_the_places_that_it_was_given(tmp_path, given):
    places = {"--state": tmp_path / "a shop", "--config": tmp_path / "etc" / "store.toml"}
    state, config = ([name, str(places[name])] if name in given else [] for name in places)
    run = kiosk("init", *state, *config, env=os.environ | {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "own")})
    assert run.returncode == 0, run.stderr
    assert [shlex.split(line, comments=True)[1:] for line in run.stdout.splitlines()[1:]] == [
        ["notice", "check", *state, *config],
        ["staff", "set-pin", "NAME", *state],
        ["run", *state, *config],
        ["camera", *state, *config],
    ]
    assert "what the law still asks of you" in run.stdout.splitlines()[1]
    check = kiosk("notice", "check", *state, *config)
    assert check.returncode == 1 and "Rules for China" in check.stdout


def test_a_shop_that_has_not_done_its_part_is_told_what_is_missing(tmp_path):
    kiosk("init", "--state", tmp_path)
    refused(kiosk("run", "--state", tmp_path), "Nobody may be asked yet", "- a sign at every entrance", "kiosk notice check")
    assert not (tmp_path / "ledger.db").exists()


# What a shop writes -> what the running kiosk would say to it.
REFUSED = (
    (("sign_posted = 2001-01-01", ""), ("Under the rules for China", "- a sign at every entrance")),
    (("demonstration = true", "demonstration = false"), ("- facts of a real shop, not the example's",)),
    (("allow_unreviewed = true", "allow_unreviewed = false"), ("- words that a person has reviewed",)),
)


def test_another_notice_is_taken_into_force_without_a_restart(running, state):
    def said(act):
        ledger = Ledger(state / "ledger.db", read_only=True)
        rows = [row.payload["detail"] for row in ledger.rows() if row.act == act]
        ledger.close()
        return rows

    def until(count):
        end = time.monotonic() + 10
        while len(said("notice")) < count:
            assert time.monotonic() < end
            time.sleep(0.1)

    until(1)
    (state / "store.toml").write_text(DEMONSTRATION.replace("Lumen Vision", "Other Eyes"))
    told = kiosk("reload", "--state", state)
    assert (told.returncode, told.stderr) == (0, "")
    assert "[screen], [receipt], [kiosk] and [gates] need a restart" in told.stdout
    until(2)
    for change, words in REFUSED:
        (state / "store.toml").write_text(DEMONSTRATION.replace(*change))
        refused(kiosk("reload", "--state", state), "Nobody may be asked", *words, "kiosk notice check")
    (state / "store.toml").write_text("nonsense")
    refused(kiosk("reload", "--state", state), "is not TOML")
    running.process.send_signal(signal.SIGHUP)
    time.sleep(0.5)
    code, errors = running.end()
    refused(kiosk("reload", "--state", state), "is not TOML")
    (state / "store.toml").write_text(DEMONSTRATION)
    refused(kiosk("reload", "--state", state), "No kiosk is running")
    assert code == 0
    assert "the notice stays as it was" in errors and "is not TOML" in errors
    assert "Nobody may be asked" not in errors  # it was not told
    assert [detail["ends"] for detail in said("notice")] == [False, True]


def test_a_kiosk_starts_and_ends_without_a_word(running):
    code, errors = running.end()
    assert (code, errors) == (0, "")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (('name = "Harbour Motors"  ', 'nam = "Harbour Motors"  '), ("[store] name is missing", "Example: name =")),
        (("totals_months = 12 ", "totals_months = 0 "), ("[notice] totals_months", "Example: totals_months = 12")),
        (('languages = ["en", ', 'languages = ["xx", '), ("[screen] languages", "Example: languages =")),
        (("[store]", "[store"), ("is not TOML",)),
    ],
)
def test_a_wrong_store_names_the_field_and_an_example(state, change, words):
    path = state / "store.toml"
    assert change[0] in DEMONSTRATION
    path.write_text(DEMONSTRATION.replace(*change, 1))
    refused(kiosk("run", "--state", state), str(path), *words)


def test_no_screen(state):
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    refused(kiosk("run", "--state", state, env=bare), "no screen", "kiosk demo --headless")


def test_no_store_at_all(tmp_path):
    refused(kiosk("run", "--state", tmp_path), "does not exist", "kiosk init")


def test_a_second_kiosk_on_the_same_state(running, state, tmp_path):
    refused(kiosk("run", "--state", state, "--socket", tmp_path / "other.sock"), "Another kiosk is running on", "--state")
    assert running.process.poll() is None


def test_a_second_kiosk_on_the_same_socket(running, tmp_path):
    other = tmp_path / "other"
    kiosk("init", "--state", other)
    (other / "store.toml").write_text(DEMONSTRATION)
    refused(kiosk("run", "--state", other, "--socket", tmp_path / "run" / "gate.sock"), "Another kiosk already answers")
    assert running.process.poll() is None


def test_a_kiosk_comes_up_again_after_a_kill(state, tmp_path):
    path = tmp_path / "run" / "gate.sock"
    Running(state, path).end(signal.SIGKILL)
    assert path.exists()
    again = Running(state, path)
    assert again.end() == (0, "")


def test_a_newer_ledger_is_left_alone(state):
    path = state / "ledger.db"
    database = sqlite3.connect(path)
    with database:
        database.execute("CREATE TABLE _sqlite_migrations (migration_set TEXT, name TEXT, applied_at TEXT)")
        database.execute("INSERT INTO _sqlite_migrations VALUES ('ledger', 'from_the_future', '2030-01-01')")
    database.close()
    before = path.read_bytes()
    refused(kiosk("run", "--state", state), str(path), "newer version", "nothing was changed")
    assert path.read_bytes() == before


def test_a_damaged_ledger_is_left_alone(state):
    path = state / "ledger.db"
    path.write_bytes(b"not a database, " * 100)
    refused(kiosk("run", "--state", state), str(path), "cannot be used")
    assert path.read_bytes() == b"not a database, " * 100


def test_a_damaged_key_is_said(state):
    (state / "receipt-key.pem").write_text("gone")
    refused(kiosk("run", "--state", state), "receipt-key.pem", "backup")


def test_a_missing_video(state):
    run = kiosk("camera", "--state", state, "--source", "/nowhere/film.mp4")
    refused(run, "/nowhere/film.mp4", code=1)
    assert len(run.stderr.strip().splitlines()) == 1


def test_a_file_that_is_no_video(state, tmp_path):
    film = tmp_path / "film.mp4"
    film.write_text("no film")
    refused(kiosk("camera", "--state", state, "--source", film), "film.mp4", code=1)


def test_stats_before_anything_ran(tmp_path):
    refused(kiosk("stats", "--state", tmp_path), "no kiosk has run")


def test_a_pin_must_be_six_digits(state):
    refused(kiosk("staff", "set-pin", "Front desk", "--pin", "12", "--state", state), "six digits".replace("six", "6"))
    assert kiosk("staff", "set-pin", "Front desk", "--pin", "402917", "--state", state).returncode == 0
    assert "402917" not in (state / "staff.json").read_text()


def test_a_folder_with_other_things_is_not_emptied_for_the_demo(tmp_path):
    (tmp_path / "precious.txt").write_text("mine")
    refused(kiosk("demo", "--headless", "--out", tmp_path), "holds other files")
    assert (tmp_path / "precious.txt").read_text() == "mine"


def test_the_kiosk_never_loads_opencv_nor_the_camera_qt():
    for module, stranger in (("kiosk.app", "cv2"), ("kiosk.camera.pipeline", "PySide6"), ("kiosk.gate", "PySide6")):
        code = f"import {module}, sys; sys.exit('{stranger}' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", code], check=False, env=os.environ).returncode == 0, module
