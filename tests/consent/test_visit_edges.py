"""Single edges of `step`: each of these lines was once changed in a trial without another test noticing."""

from dataclasses import replace

import pytest

from kiosk.consent.decision import Act, Choice, Entry, Shown
from kiosk.consent.visit import (
    SECOND,
    Agreed,
    Analysis,
    Answer,
    Answered,
    AskedAgain,
    Asking,
    Attract,
    Bound,
    Broke,
    CodePad,
    CodeTyped,
    Condition,
    Fault,
    Grant,
    LanguageChosen,
    Languages,
    Mended,
    PartyCounted,
    Permission,
    PinChecked,
    PinPad,
    PinTyped,
    Problem,
    Recalled,
    Record,
    Recorded,
    Recording,
    Rules,
    StaffDesk,
    State,
    StillThere,
    Suppress,
    TimePassed,
    TriedAgain,
    Visit,
    Withdrew,
    analysis,
    deadline,
    language,
    step,
)

NOW = 1_000 * SECOND
RULES = Rules(languages=("en", "ar", "xx"))
V, W = "11" * 16, "22" * 16
SHOWN = Shown("ab" * 32, "ar", "portrait 1080x1920", ("Yes", "No"), (Choice.OPT_IN, Choice.OPT_OUT))
arabic = Visit(V, "ar")


def permission(visit=V, **more):
    return Permission(visit, "r", NOW - SECOND, NOW + RULES.visit, RULES.purposes, **more)


def answered(**more):
    return Answered(arabic, Answer.YES, V, NOW + RULES.undo, **more)


@pytest.mark.parametrize("sure", [{}, {"acknowledged": True}, {"bound": True}])
def test_an_unconfirmed_permission_is_looked_at_when_it_should_have_settled(sure):
    held = permission(**sure)
    assert deadline(State(permissions=(held,)), RULES) == held.tapped + RULES.settle
    assert deadline(State(permissions=(replace(held, acknowledged=True, bound=True),)), RULES) == held.expires


@pytest.mark.parametrize(("before", "kept"), [(RULES.settle, False), (RULES.settle - 1, True)])
def test_an_unconfirmed_permission_ends_then_and_not_before(before, kept):
    held = replace(permission(), tapped=NOW - before)
    after, effects = step(State(permissions=(held,)), TimePassed(), NOW, RULES)
    assert after.permissions == ((held,) if kept else ())
    assert effects == (() if kept else (Suppress(V, "unconfirmed"), Record(Entry(Act.ENDED, V, why="unconfirmed"))))


def test_a_confirmed_permission_outlives_the_settling_and_says_lost_at_its_end():
    held = permission(acknowledged=True, bound=True)
    assert step(State(permissions=(held,)), TimePassed(), NOW + RULES.settle, RULES)[0].permissions == (held,)
    after, _ = step(State(answered(analysis=Analysis.ON), permissions=(held,)), TimePassed(), held.expires, RULES)
    assert (after.page.analysis, after.permissions) == (Analysis.LOST, ())


BENEATH = [lambda page: page, lambda page: StillThere(page, NOW), PinPad, lambda page: StaffDesk(page, "ada")]


@pytest.mark.parametrize("cover", BENEATH)
def test_what_lies_beneath_says_the_language_and_the_state_of_the_cameras(cover):
    state = State(cover(answered(analysis=Analysis.ON)))
    spoken = "en" if isinstance(state.page, PinPad | StaffDesk) else "ar"
    assert (language(state, RULES), analysis(state)) == (spoken, Analysis.ON)
    assert (language(State(cover(Attract())), RULES), analysis(State(cover(Attract())))) == ("en", Analysis.OFF)


@pytest.mark.parametrize("beneath", [Asking(arabic), CodePad(arabic, "K7"), Attract()])
def test_another_language_is_the_visits_from_then_on(beneath):
    after, _ = step(State(Languages(arabic, beneath)), LanguageChosen(W, "xx"), NOW, RULES)
    assert after.page.visit == Visit(V, "xx")


@pytest.mark.parametrize("people", range(7))
def test_a_party_is_of_two_to_so_many(people):
    good = 2 <= people <= RULES.party
    doubtful = State(answered(analysis=Analysis.AMBIGUOUS, retry_until=NOW + 1))
    after, _ = step(doubtful, PartyCounted(people), NOW, RULES)
    assert after.page == (Asking(arabic, answered=True, party=people) if good else doubtful.page)
    counting = State(Asking(arabic, party=3, agreed=1))
    after, _ = step(counting, PartyCounted(people), NOW, RULES)
    assert after.page == (Asking(arabic, party=people) if good else counting.page)
    alone = State(Asking(arabic))
    assert step(alone, PartyCounted(people), NOW, RULES)[0].page == alone.page


def test_a_party_stays_one_through_recording_granting_and_trying_again():
    after, effects = step(State(Asking(arabic, party=2, agreed=1)), Agreed(SHOWN), NOW, RULES)
    (record,) = effects
    after, effects = step(after, Recorded(record.entry, "r"), NOW, RULES)
    assert (after.page.party, after.page.retry_until) == (2, NOW + RULES.retry)
    assert [effect.permission.party for effect in effects if isinstance(effect, Grant)] == [2]
    after, _ = step(after, Bound(V, "ambiguous"), NOW, RULES)
    after, _ = step(after, TriedAgain(), NOW + SECOND, RULES)
    assert after.page.party == 2


def test_a_bound_body_ends_the_trying_again_of_its_visit_alone():
    state = State(answered(analysis=Analysis.WAITING, retry_until=NOW + SECOND), permissions=(permission(), permission(W)))
    after, _ = step(state, Bound(V, "bound"), NOW, RULES)
    assert after.page.retry_until == 0
    assert [each.bound for each in after.permissions] == [True, False]
    after, _ = step(state, Bound(W, "bound"), NOW, RULES)
    assert after.page.retry_until == NOW + SECOND
    assert [each.bound for each in after.permissions] == [False, True]


def test_a_withdrawal_by_receipt_ends_that_permission_at_once():
    state = State(Recalled(arabic, W, Answer.YES), permissions=(permission(), permission(W)))
    after, _ = step(state, Withdrew(), NOW, RULES)
    assert [each.visit for each in after.permissions] == [V]


def test_a_typed_character_takes_the_refusal_of_the_last_code_away():
    after, _ = step(State(CodePad(arabic, problem=Problem.UNKNOWN)), CodeTyped("K"), NOW, RULES)
    assert after.page == CodePad(arabic, "K")


def test_a_pin_is_typed_from_the_very_moment_that_it_may_be():
    state = State(PinPad(Attract(), until=NOW))
    assert step(state, PinTyped("7"), NOW, RULES)[0].page.typed == "7"
    assert step(state, PinTyped("7"), NOW - 1, RULES)[0].page.typed == ""


def test_a_first_wrong_pin_costs_no_time():
    after, _ = step(State(PinPad(Attract())), PinChecked(None), NOW, RULES)
    assert after.page.until == NOW


def test_what_broke_is_known_by_name_and_everything_waits_for_the_ledger():
    waiting = (Entry(Act.ENDED, V, why="fault"),)
    state = State(Fault(), broken=frozenset({Condition.KIOSK}), unrecorded=waiting)
    both, _ = step(state, Broke(Condition.LEDGER), NOW, RULES)
    assert both.broken == {Condition.KIOSK, Condition.LEDGER}
    still, effects = step(both, Mended(Condition.KIOSK), NOW, RULES)
    assert (still.broken, still.unrecorded, effects) == ({Condition.LEDGER}, both.unrecorded, ())
    well, effects = step(still, Mended(Condition.LEDGER), NOW, RULES)
    assert (well.page, well.unrecorded) == (Attract(), ())
    assert effects == tuple(Record(entry) for entry in both.unrecorded)


@pytest.mark.parametrize(("page", "lapses"), [(Asking(arabic), True), (Asking(arabic, answered=True), False)])
def test_a_question_that_was_answered_once_does_not_lapse(page, lapses):
    for covered in (page, Languages(arabic, page)):
        state = State(StillThere(covered, NOW), touched=NOW - RULES.idle)
        after, effects = step(state, TimePassed(), NOW, RULES)
        assert after.page == Attract()
        assert effects == ((Suppress(V, "lapsed"), Record(Entry(Act.LAPSED, V))) if lapses else ())


@pytest.mark.parametrize("page", [PinPad(Asking(arabic, answered=True)), Recording(arabic, Answer.NO, V, NOW)])
def test_no_page_is_left_before_it_was_idle(page):
    state = State(page, touched=NOW)
    assert step(state, TimePassed(), NOW + RULES.idle - 1, RULES)[0].page == page
    assert step(state, TimePassed(), NOW + RULES.idle, RULES)[0].page == Attract()


def test_the_question_is_put_anew_to_the_visit_at_the_screen():
    assert step(State(Recalled(arabic, W, Answer.YES)), AskedAgain(), NOW, RULES)[0].page == Asking(arabic)
