"""Effects are performed in order, and whatever fails turns the cameras off."""

import logging
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from kiosk.consent.code import read_code, short_code
from kiosk.consent.decision import Act, Choice, Purpose, Shown
from kiosk.consent.receipt import Receipt
from kiosk.consent.visit import (
    SECOND,
    Acknowledged,
    Agreed,
    Analysis,
    Answer,
    Answered,
    Asking,
    Attract,
    BadgeShown,
    Bound,
    CodeOpened,
    CodePad,
    CodeScanned,
    CodeTyped,
    Condition,
    Duty,
    Fault,
    Finished,
    LanguageChosen,
    NameStaff,
    PinEntered,
    PinPad,
    PinTyped,
    Problem,
    Recalled,
    Refused,
    Rules,
    StaffCalled,
    StaffDesk,
    TriedAgain,
    Visit,
    Withdrew,
    ZoneTurnedOff,
    ZoneTurnedOn,
)
from kiosk.gate.messages import now_ns
from kiosk.ledger.store import Ledger, LedgerError
from kiosk.runner import COMMIT_FRESH, Rooms, Runner

V, W = "11" * 16, "22" * 16
MS = SECOND // 1_000
RULES = Rules(purposes=(Purpose.DWELL,))
SHOWN = Shown("ab" * 32, "en", "portrait 1080x1920", ("Yes", "No"), (Choice.OPT_IN, Choice.OPT_OUT))


class House:
    """A runner, and everything around it made of lists. Each name in `broken` fails when it is used."""

    def __init__(self, rules=RULES, clock=None, ledger=None):
        self.done, self.broken, self.now, self.open, self.changes = [], set(), 1_000 * SECOND, (), 0
        self.turned_off, self.wait = False, 0
        self.during_grant = lambda: None
        self.rooms = Rooms(ledger or self, self, self, self.issue, self.read)
        self.runner = Runner(rules, clock or (lambda: self.now))
        self.runner.changed.connect(self.count)

    def start(self):
        self.runner.start(self.rooms)

    def count(self):
        self.changes += 1

    def do(self, *what):
        if what[0] in self.broken:
            raise RuntimeError(f"{what[0]} does not work")
        self.done.append(what)

    # the ledger
    def append(self, entry):
        self.do("append", str(entry.act), entry.visit)
        return SimpleNamespace(hash=f"r{len(self.done)}")

    def find(self, code):
        self.do("find", code)
        return (W, Answer.YES) if code == short_code(W) else None

    def interrupted(self):
        return self.open

    def alarmed(self):
        return False

    def off(self):
        return self.turned_off

    def probe(self):
        self.do("probe")

    # the gates
    def grant(self, permission):
        self.do("grant", permission.visit, *permission.purposes)
        self.during_grant()

    def revoke(self, visit, why, tapped, erase):
        self.do("revoke", visit, why, *["erase"] * erase)

    # the others
    def issue(self, visit, answer, agreed):
        self.do("issue", visit, str(answer), *agreed)
        return Receipt(visit, str(answer), datetime(2026, 1, 1, tzinfo=UTC), "ab" * 16, "HTTPS://SHOP.EXAMPLE/R#A")

    def read(self, text):
        return (None, Problem.ELSEWHERE) if "#" in text else (read_code(text), Problem.UNKNOWN)

    # the staff
    def who(self, badge):
        self.do("who", badge)
        return ("ada" if badge == "STAFF00" else None) if badge else "", 0

    def check(self, pin, named):
        self.do("check", pin, named)
        return ("ada", 0) if pin == "123456" else (None, self.wait)

    def send(self, *events):
        for event in events:
            self.now += SECOND
            self.runner._note_beat()
            self.runner.send(event)
        return self

    def took(self):
        """What was done since this was asked last."""
        done, self.done = self.done, []
        return done

    def type(self, code):
        return self.send(CodeOpened(V, "en"), *map(CodeTyped, code))

    @property
    def page(self):
        return self.runner.state.page


@pytest.fixture
def house(qtbot):
    house = House()
    house.start()
    house.took()
    yield house
    house.runner.stop()


@pytest.fixture
def asking(house):
    house.send(LanguageChosen(V, "en"))
    house.took()
    return house


# --- order -----------------------------------------------------------------------------------------------------------


def test_a_yes_is_recorded_then_granted(asking):
    asking.send(Agreed(SHOWN))
    assert asking.took() == [("append", "opt_in", V), ("grant", V, "dwell"), ("issue", V, "yes", "dwell")]
    assert (asking.page.answer, asking.page.analysis) == (Answer.YES, Analysis.WAITING)
    assert asking.page.receipt.visit == V
    assert [each.record for each in asking.runner.state.permissions] == ["r1"]


def test_a_no_reaches_the_gates_then_the_disk(asking):
    asking.send(Refused(SHOWN))
    assert asking.took() == [("revoke", V, "refused"), ("append", "opt_out", V), ("issue", V, "no")]
    assert asking.page.answer is Answer.NO


def test_a_withdrawal_reaches_the_gates_then_the_disk(house):
    house.type(short_code(W))
    assert house.page == Recalled(house.page.visit, W, Answer.YES)
    house.took()
    house.send(Withdrew())
    assert house.took() == [("revoke", W, "withdrawn", "erase"), ("append", "withdrawn", W), ("issue", W, "withdrawn")]


def test_a_start_ends_what_the_last_run_left_open(qtbot):
    house = House()
    house.open = (V, W)
    house.start()
    assert house.took() == [("revoke", "*", "restarted"), ("append", "ended", V), ("append", "ended", W), ("probe",)]
    assert house.page == Attract()
    house.runner.stop()


def test_what_is_touched_while_the_rooms_are_shut_follows_the_start(qtbot):
    house = House()
    house.open = (W,)
    house.send(LanguageChosen(V, "en"))
    assert (house.page, house.took(), house.changes) == (Attract(), [], 0)
    assert not house.runner.healthy()
    house.start()
    assert house.took() == [("revoke", "*", "restarted"), ("append", "ended", W), ("probe",)]
    assert house.page == Asking(Visit(V, "en"))
    house.runner.stop()


def test_nobody_is_asked_in_a_language_that_was_dropped_after_the_touch(qtbot):
    house = House(rules=replace(RULES, languages=("en", "ar")))
    house.send(LanguageChosen(V, "ar"))
    house.runner.rules = RULES
    house.start()
    assert house.page == Attract()
    house.runner.stop()


def test_a_crash_ends_what_was_given(tmp_path, qtbot):
    for _ in range(2):  # the second run finds what the first, which never stopped in order, left behind
        ledger = Ledger(tmp_path / "ledger.db")
        house = House(ledger=ledger)
        house.start()
        said = [row.act for row in ledger.rows()]
        house.send(LanguageChosen(V, "en"), Agreed(SHOWN))
        house.runner.stop()
        ledger.close()
    assert said == [Act.OPT_IN, Act.ENDED]


def test_events_of_effects_follow_the_effects(asking, qtbot):
    asking.during_grant = lambda: asking.runner.send(Acknowledged(V, 1, 1))
    asking.changes = 0
    asking.send(Agreed(SHOWN))
    assert [what for what, *_ in asking.took()] == ["append", "grant", "issue"]
    assert [each.acknowledged for each in asking.runner.state.permissions] == [True]
    assert isinstance(asking.page, Answered)
    qtbot.waitUntil(lambda: asking.changes == 1)


def test_the_gates_are_heard_before_a_new_page_is_built(asking, qtbot):
    asking.changes = 0
    asking.send(Agreed(SHOWN))
    assert asking.changes == 0
    asking.send(Acknowledged(V, 1, 1))
    assert asking.changes == 1
    qtbot.wait(60)
    assert asking.changes == 1, "the page is not built twice"


def test_a_new_page_does_not_wait_for_long(asking, qtbot):
    asking.changes = 0
    asking.send(Agreed(SHOWN))
    qtbot.waitUntil(lambda: asking.changes == 1)


def test_every_event_is_told(house):
    house.changes = 0
    house.send(LanguageChosen(V, "en"), LanguageChosen(V, "xx"), Bound(V, "bound"))
    assert house.changes == 3
    assert house.runner.state.ignored == 2


# --- faults ----------------------------------------------------------------------------------------------------------


def test_a_yes_that_cannot_be_written_is_granted_to_nobody(asking):
    asking.broken = {"append", "probe"}
    asking.send(Agreed(SHOWN))
    assert asking.took() == [("revoke", "*", "fault")]
    assert asking.page == Fault()
    assert not asking.runner.healthy()
    asking.broken = set()
    asking.runner.probe()
    assert asking.took() == [("probe",)]
    assert (asking.page, asking.runner.healthy()) == (Attract(), True)


def test_a_no_that_cannot_be_written_is_in_force_and_written_later(asking):
    asking.broken = {"append"}
    asking.send(Refused(SHOWN))
    assert asking.took() == [("revoke", V, "refused"), ("revoke", "*", "fault")]
    asking.broken = set()
    asking.runner.probe()
    assert asking.took() == [("probe",), ("append", "opt_out", V)]


def test_a_renewed_yes_that_cannot_be_written_is_forgotten(asking):
    asking.send(Agreed(SHOWN), Acknowledged(V, 0, 0))
    asking.broken = {"append"}
    asking.send(TriedAgain())
    asking.took()
    asking.broken = set()
    asking.runner.probe()
    assert asking.took() == [("probe",)]


def test_what_ended_by_a_fault_is_written_once_it_can_be(asking):
    asking.send(Agreed(SHOWN), Acknowledged(V, 1, 1), Bound(V, "bound"), Finished())
    asking.took()
    asking.broken = {"append", "probe"}
    asking.runner.probe()
    assert asking.took() == [("revoke", "*", "fault")]
    asking.runner.probe()
    assert asking.took() == []
    asking.broken = {"append"}  # it commits, but is full again at once
    asking.runner.probe()
    assert (asking.page, asking.took()) == (Fault(), [("probe",), ("revoke", "*", "fault")])
    asking.broken = set()
    asking.runner.probe()
    assert (asking.page, asking.took()) == (Attract(), [("probe",), ("append", "ended", V)])


@pytest.mark.parametrize("broken", ["grant", "issue"])
def test_a_yes_that_cannot_be_carried_out_is_taken_back(asking, broken):
    asking.broken = {broken}
    asking.send(Agreed(SHOWN))
    assert asking.took()[-1] == ("revoke", "*", "fault")
    assert asking.runner.state.permissions == ()
    assert asking.runner.state.broken == {Condition.KIOSK}
    asking.broken = set()
    asking.runner.probe()
    assert asking.page == Fault()  # an error of our own: only a restart mends it
    assert not asking.runner.healthy()


def test_gates_that_cannot_be_told_anything_are_a_fault_and_the_no_is_written(asking):
    """The leases end then: nothing else is left that reaches the cameras."""
    asking.broken = {"revoke"}
    asking.send(Refused(SHOWN))
    assert asking.took() == [("append", "opt_out", V)]
    assert asking.page == Fault()
    assert not asking.runner.healthy()


def test_a_code_that_cannot_be_looked_up_is_a_fault(house):
    house.broken = {"find"}
    house.type(short_code(W))
    assert house.page == Fault()


def test_a_pin_that_cannot_be_looked_up_is_no_fault(house):
    house.broken = {"check"}
    house.send(StaffCalled(), PinTyped("1"), PinEntered())
    assert house.page.refused


@pytest.mark.parametrize("error", [LedgerError("full"), OSError("full"), MemoryError(), ValueError("what")])
def test_any_error_of_the_ledger_is_a_fault(asking, monkeypatch, error):
    def fail(entry):
        raise error

    monkeypatch.setattr(asking, "append", fail)
    asking.send(Agreed(SHOWN))
    assert asking.page == Fault()
    assert ("grant", V, "dwell") not in asking.took()


# --- leases ----------------------------------------------------------------------------------------------------------


def test_leases_need_a_commit_of_late(qtbot):
    house = House()
    assert not house.runner.healthy()
    house.start()
    assert house.runner.healthy()
    house.now += COMMIT_FRESH
    assert house.runner.healthy()
    house.now += 1
    assert not house.runner.healthy()
    house.send(LanguageChosen(V, "en"), Refused(SHOWN))
    assert house.runner.healthy()
    house.runner.stop()


def test_the_ledger_is_probed_again_and_again(house, monkeypatch, qtbot):
    house.runner._probe.setInterval(10)
    qtbot.waitUntil(lambda: house.done.count(("probe",)) >= 3)
    house.runner.stop()
    house.took()
    qtbot.wait(40)
    assert house.took() == []


# --- time ------------------------------------------------------------------------------------------------------------


def test_left_alone_it_goes_back_to_the_start_by_itself(qtbot):
    house = House(Rules(idle=60 * MS, warning=40 * MS, dead=0), clock=now_ns)
    house.start()
    house.runner.send(LanguageChosen(V, "en"))
    assert isinstance(house.page, Asking)
    house.took()
    start = now_ns()
    qtbot.waitUntil(lambda: house.page == Attract(), timeout=2_000)
    assert now_ns() - start >= 99 * MS
    assert house.took() == [("revoke", V, "lapsed"), ("append", "lapsed", V)]
    assert not house.runner._deadline.isActive()
    house.runner.stop()


def test_a_permission_ends_by_itself_while_nobody_is_there(qtbot):
    house = House(Rules(visit=80 * MS, dead=0), clock=now_ns)
    house.start()
    for event in (LanguageChosen(V, "en"), Agreed(SHOWN), Acknowledged(V, 1, 1), Bound(V, "bound"), Finished()):
        house.runner.send(event)
    assert house.page == Attract()
    house.took()
    qtbot.waitUntil(lambda: not house.runner.state.permissions, timeout=2_000)
    assert house.took() == [("revoke", V, "expired"), ("append", "ended", V)]
    house.runner.stop()


# --- codes and PINs --------------------------------------------------------------------------------------------------


def test_a_code_is_read_however_it_was_typed(house):
    code = short_code(W)
    typed = code.lower().replace("0", "o").replace("1", "l")
    assert house.type(typed).took() == [("find", code)]


def test_a_scanned_receipt_that_is_none_is_said_and_not_looked_up(house):
    house.send(CodeScanned(V, "en", "HTTPS://OTHER.EXAMPLE/R#A"))
    assert (house.page.problem, house.took()) == (Problem.ELSEWHERE, [])
    house.send(CodeScanned(V, "en", short_code(W)))
    assert house.page.of == W


def test_a_code_with_a_wrong_character_is_not_looked_up(house):
    code = short_code(W)
    house.type(code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert house.took() == []
    assert isinstance(house.page, CodePad)
    assert house.page.problem is Problem.UNKNOWN


def test_a_pin_opens_the_desk_and_is_written_nowhere(house, caplog):
    caplog.set_level(logging.DEBUG)
    house.send(StaffCalled(), *map(PinTyped, "654321"), PinEntered())
    assert isinstance(house.page, PinPad)
    assert house.page.refused
    house.send(*map(PinTyped, "123456"), PinEntered())
    assert house.page == StaffDesk(Attract(), "ada")
    assert caplog.text
    assert not any(pin in caplog.text for pin in ("654321", "123456", "65432", "12345"))
    assert "654321" not in repr(house.runner.state)


def test_after_a_wrong_pin_it_waits_as_long_as_the_accounts_say(house):
    house.wait = 30 * SECOND
    house.send(StaffCalled(), *map(PinTyped, "654321"), PinEntered())
    house.took()
    house.send(*map(PinTyped, "123456"), PinEntered())
    assert house.took() == []
    assert house.page.until - house.now < 30 * SECOND


def test_a_badge_names_the_only_account_whose_pin_fits_and_is_written_nowhere(house, caplog):
    caplog.set_level(logging.DEBUG)
    house.send(BadgeShown("STAFF00"), *map(PinTyped, "123456"), PinEntered())
    assert house.took() == [("who", "STAFF00"), ("check", "123456", "ada")]
    assert house.page == StaffDesk(Attract(), "ada")
    assert "STAFF00" not in caplog.text + repr(BadgeShown("STAFF00")) + repr(NameStaff("STAFF00"))


def test_what_staff_turned_off_is_off_after_a_restart_and_leases_end(qtbot):
    house = House()
    house.turned_off = True
    house.start()
    assert house.page == Fault()
    assert not house.runner.healthy()
    house.send(StaffCalled(), *map(PinTyped, "123456"), PinEntered(), ZoneTurnedOn())
    assert house.page == StaffDesk(Attract(), "ada", Duty.ZONE_ON)
    assert house.runner.healthy()
    house.send(ZoneTurnedOff())
    assert house.took()[-2:] == [("revoke", "*", "staff"), ("append", "staff", None)]
    assert not house.runner.healthy()
    house.runner.stop()


def test_the_log_names_pages_no_visit_and_no_answer(asking, caplog):
    caplog.set_level(logging.DEBUG)
    asking.send(Refused(SHOWN), Finished())
    assert "page Answered" in caplog.text
    for secret in (V, "Refused", "opt_out", "no"):
        assert secret not in caplog.text.split()


@pytest.mark.parametrize("stalled_ms", [400, 500, 5_000])
def test_a_yes_that_waited_in_a_screen_that_stood_still_is_not_taken(house, stalled_ms, caplog):
    house.send(LanguageChosen(V, "en"))
    house.took()
    house.now += SECOND
    house.runner._note_beat()
    house.now += stalled_ms * MS
    house.runner.send(Agreed(SHOWN))
    if stalled_ms < 450:
        assert ("append", "opt_in", V) in house.took()
        return
    assert house.took() == []
    assert isinstance(house.page, Asking)
    assert "stood still" in caplog.text
    house.runner.send(Refused(SHOWN))
    assert house.took()[:2] == [("revoke", V, "refused"), ("append", "opt_out", V)]


def test_the_beat_goes_on_while_nothing_happens(house, qtbot):
    before = house.runner._beaten
    house.now += SECOND
    qtbot.waitUntil(lambda: house.runner._beaten > before, timeout=2_000)
