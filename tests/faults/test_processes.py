"""Kiosk and gate are killed, frozen, started twice, and their clock is set."""

import glob
import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.config import DEMONSTRATION
from kiosk.gate.messages import now_ns

pytestmark = pytest.mark.slow

EOF_MS = 500  # to hear that the other end hung up; less than any lease has left
LEASE_MS = 1_000  # from the last renewal that was answered
NOBODY = 65534


def refused(*words: str, state: Path, path: Path) -> None:
    """A kiosk that is told to run here says these words in one sentence, and ends."""
    run = subprocess.run(
        [sys.executable, "-m", "kiosk", "run", "--state", state, "--socket", path, "--windowed", "540x960"],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert run.returncode not in (0, None), run.stdout + run.stderr
    assert len(run.stderr.strip().splitlines()) == 1, run.stderr
    for word in words:
        assert word in run.stderr


def test_a_killed_kiosk_is_started_again(shop, client):
    shop.permitted()
    yes = shop.code
    with client() as raw:
        before, held = raw.hello()
    assert len(held["grants"]) == 1
    died_ns = shop.kiosk.kill()
    assert shop.path.is_socket()  # stale: the next kiosk has to take it over
    time.sleep(0.6)
    shop.open_kiosk()
    shop.page("Attract")
    with client() as raw:
        after, none = raw.hello()
    assert after["epoch"] != before["epoch"]
    assert none["grants"] == []
    shop.survives(died_ns, EOF_MS)
    assert shop.end_of(yes) == "interrupted"


def test_a_frozen_kiosk(shop):
    """Dark when the lease ends; thawed, the kiosk finds that the gate hung up, and so has lost the visitor."""
    shop.permitted()
    yes = shop.code
    frozen_ns = shop.kiosk.freeze()
    time.sleep(3)
    shop.gate.dark_between(frozen_ns + LEASE_MS * 1_000_000, now_ns())
    shop.kiosk.thaw()
    shop.lost(3)
    shop.survives(frozen_ns, LEASE_MS)
    assert shop.end_of(yes) == "lost"


def test_a_frozen_gate(shop):
    """Thawed, it uses the old lease for nothing, not even for the frame that it was busy with."""
    shop.permitted()
    yes = shop.code
    shop.gate.freeze()
    time.sleep(3)
    thawed_ns = now_ns()
    shop.gate.thaw()
    shop.lost(3)
    shop.survives(thawed_ns, 0)
    assert shop.end_of(yes) == "lost"


def test_a_killed_gate(shop):
    shop.permitted()
    yes = shop.code
    died_ns = shop.gate.kill()
    shop.lost(2)
    assert shop.look()["cameras"] == []
    shop.open_gate()
    shop.survives(died_ns, 0)
    assert shop.end_of(yes) == "lost"


def test_a_second_kiosk_is_refused_and_the_first_serves_on(shop, tmp_path):
    shop.permitted()
    began_ns = now_ns()
    other = tmp_path / "other"
    other.mkdir()
    (other / "store.toml").write_text(DEMONSTRATION)
    refused("Another kiosk already answers on", state=other, path=shop.path)
    refused("Another kiosk is running on", state=shop.state.path, path=tmp_path / "other.sock")
    shop.gate.steady_since(began_ns)
    shop.lives_on()


def test_a_file_in_the_place_of_the_socket_is_left_alone(tmp_path):
    (tmp_path / "store.toml").write_text(DEMONSTRATION)
    precious = tmp_path / "precious"
    precious.write_text("mine")
    before = precious.stat()
    refused("is not a socket", "nothing was changed", state=tmp_path, path=precious)
    assert precious.read_text() == "mine"
    assert (precious.stat().st_ino, precious.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_squatter_on_the_path_is_told_nothing(needs, shop, fake_kiosk):
    """Another user listens in the kiosk's place, and speaks its language."""
    needs(os.geteuid() == 0, "only root can make a process of another user")
    shop.permitted()
    died_ns = shop.kiosk.kill()
    squatter = fake_kiosk(shop.folder, shop.path, NOBODY)
    for _ in range(8):
        time.sleep(0.2)
        squatter.ask("grant")
    frames = shop.gate.frames(died_ns + EOF_MS * 1_000_000)
    assert {frame.phase for frame in frames} == {"dark"}
    assert squatter.ask("look")["heard"] == []
    squatter.kill()
    shop.open_kiosk()
    shop.survives(died_ns, EOF_MS)


def test_a_path_that_was_taken_is_taken_back(shop, fake_kiosk):
    """Something puts its own socket in the place of a kiosk that runs, and ends without removing it."""
    shop.permitted()
    squatter = fake_kiosk(shop.folder, shop.path)
    time.sleep(0.6)
    squatter.kill()
    died_ns = shop.gate.kill()
    shop.open_gate()
    shop.survives(died_ns, 0)


def days_ahead(moment: datetime) -> int:
    return round((moment - datetime.now(UTC)) / timedelta(days=1))


def test_a_clock_that_is_set_changes_no_permission(needs, open_shop, tmp_path, until):
    """The wall clock jumps a day on and two back; CLOCK_BOOTTIME and the monotonic clocks do not."""
    (library, *_) = needs(glob.glob("/usr/lib/*/faketime/libfaketime.so.1"), "libfaketime is not installed")
    offset = tmp_path / "offset"

    def step(by: str) -> None:
        fresh = tmp_path / "fresh"
        fresh.write_text(by)
        fresh.replace(offset)

    def stepped() -> tuple[int, int]:
        """How far kiosk and gate are ahead."""
        walls = (shop.look()["wall"], shop.gate.ask("report")["wall"])
        return tuple(days_ahead(datetime.fromtimestamp(wall, UTC)) for wall in walls)

    step("+0")
    faked = {"FAKETIME_TIMESTAMP_FILE": str(offset), "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    shop = open_shop(tmp_path, tmp_path / "state", LD_PRELOAD=library, **faked)
    shop.say_yes()
    began_ns = now_ns()
    step("+1d")
    until("both clocks are a day ahead", lambda: stepped() == (1, 1))
    step("-1d")
    until("both clocks are a day behind", lambda: stepped() == (-1, -1))
    shop.gate.steady_since(began_ns)
    shop.lives_on()
    assert days_ahead(shop.nothing_lost()[-1].at) == -1
