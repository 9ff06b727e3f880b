"""Wrong PINs slow down and lock, whatever becomes of the power, the clock and the disk."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.tries import FORGET, FREE, LONGEST, MOST, Tries, TriesError, Way, Wrong, steady

HOUR = 3600.0
PAD, BADGE = Way


class Machine:
    """Tries in a file, on a machine whose power can be cut and whose clock can be set."""

    def __init__(self, path):
        self.path, self.wall, self.elapsed = path, 1_000_000.0, 50.0
        self.start()

    def start(self, away: float = 0.0) -> None:
        """Again, after the power was gone for so many seconds."""
        self.wall += away
        self.elapsed = 50.0
        self.tries = Tries(self.path, lambda: self.wall, lambda: self.elapsed)

    def pass_time(self, seconds: float) -> None:
        self.wall += seconds
        self.elapsed += seconds

    def guess(self, names=("ada",), way=PAD) -> float:
        self.tries.count(names, way)
        return self.wait(names[0], way)

    def wait(self, name="ada", way=PAD) -> float:
        return self.tries.wait(name, way)


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path / "tries.json")


def test_each_wrong_pin_waits_longer_and_the_tenth_locks_for_hours(machine):
    waits = []
    for _ in range(MOST):
        waits.append(machine.guess())
        machine.pass_time(waits[-1] if len(waits) < MOST else 0)
    assert waits[: MOST - 1] == [0, 0, 30, 60, 120, 240, 480, 900, 900]
    assert FORGET - HOUR < waits[-1] <= FORGET


def test_a_power_cut_forgets_nothing(machine):
    for _ in range(5):
        machine.guess()
    before = machine.wait()
    machine.start(away=20)
    assert machine.wait() == pytest.approx(before - 20)
    assert machine.guess() == 240


@pytest.mark.parametrize("back", [HOUR, 400 * 24 * HOUR])
def test_a_clock_that_is_set_back_shortens_and_lengthens_nothing(machine, back):
    for _ in range(5):
        machine.guess()
    machine.wall -= back
    assert machine.wait() == pytest.approx(120)
    machine.start()
    assert machine.wait() == pytest.approx(120), "nor does it over a restart"
    machine.pass_time(119)
    assert machine.wait() > 0
    machine.pass_time(1)
    assert machine.wait() == 0


def test_a_clock_that_is_set_forward_while_it_runs_opens_nothing(machine):
    for _ in range(MOST):
        machine.guess()
    machine.wall += 100 * HOUR
    assert machine.wait() > FORGET - HOUR


def test_wrong_pins_are_forgotten_one_by_one(machine):
    for _ in range(MOST):
        machine.guess()
    machine.pass_time(machine.wait())
    assert machine.guess() > FORGET - HOUR, "one more, and locked again"
    machine.pass_time(FORGET * (MOST - FREE + 1))
    assert machine.guess() == 30
    machine.pass_time(FORGET * MOST)
    assert [machine.guess() for _ in range(3)] == [0, 0, 30]


def test_accounts_and_ways_in_are_counted_apart(machine):
    for _ in range(4):
        machine.guess(("ada", "bob"))
    assert (machine.wait("bob"), machine.wait("ada", BADGE), machine.wait("eve")) == (60, 0, 0)
    machine.guess(("bob",), BADGE)
    assert machine.tries.of("bob", BADGE).count(machine.tries.now()) == 1


def test_a_disk_that_takes_nothing_forgets_nothing_while_the_kiosk_runs(machine, monkeypatch, caplog):
    machine.guess()

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.staff.tries.write_durably", refuse)
    assert [machine.guess() for _ in range(3)] == [0, 30, 60]
    assert "No space left" in caplog.text
    monkeypatch.undo()
    machine.guess()
    machine.start()
    assert machine.guess() == 240, "and once it can be written, all of it is"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"wrong": {"ada": 3}, "seen": 0}', '{"wrong": {"ada": {"door": {}}}}'])
def test_a_file_that_is_no_count_is_said(machine, content):
    machine.path.write_text(content)
    machine.start()
    with pytest.raises(TriesError, match=r"tries.json cannot be read: .*Delete it"):
        machine.wait()


def test_the_file_holds_names_and_times_and_nothing_else(machine):
    machine.guess(("Ädá",), BADGE)
    assert machine.path.stat().st_mode & 0o777 == 0o600
    assert json.loads(machine.path.read_text()) == {
        "seen": machine.wall,
        "wrong": {"Ädá": {"badge": {"forgotten": machine.wall + FORGET, "until": 0.0}}},
    }


@given(st.lists(st.floats(0, 12 * HOUR), max_size=60))
def test_nobody_has_more_tries_than_ten_and_one_for_each_six_hours(pauses):
    """Whatever the pauses, of one who tries whenever a PIN is looked at."""
    now, wrong, tried = 0.0, Wrong(), 0
    for pause in pauses:
        now = max(now + pause, wrong.until)
        wrong, tried = wrong.one_more(now), tried + 1
        assert tried <= MOST + now / FORGET + 1e-6
        assert wrong.count(now) <= MOST
        assert wrong.until - now <= max(LONGEST, FORGET)


def test_the_steady_clock_runs():
    assert steady() > 0
