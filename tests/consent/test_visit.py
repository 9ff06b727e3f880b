"""What each page does with each event, in which order effects come, and what holds whatever happens."""

from collections import deque
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.consent.decision import Act, Choice, Decision, Entry, Purpose, Shown, signature
from kiosk.consent.receipt import Receipt
from kiosk.consent.visit import (
    CODE_LENGTH,
    EVERY_VISIT,
    PIN_LENGTH,
    SECOND,
    Acknowledged,
    Agreed,
    AlarmCleared,
    Analysis,
    Answer,
    Answered,
    Approached,
    AskedAgain,
    Asking,
    Attract,
    BadgeShown,
    Bound,
    Broke,
    CheckPin,
    CodeOpened,
    CodePad,
    CodeScanned,
    CodeTyped,
    Condition,
    DetailsOpened,
    Duty,
    Erased,
    Erasure,
    Fault,
    FindCode,
    Finished,
    Found,
    Grant,
    HelpAsked,
    IssueReceipt,
    LanguageChosen,
    Languages,
    LanguagesOpened,
    Mended,
    NameStaff,
    NotErased,
    NoticeChanged,
    NotRecorded,
    OneByOne,
    PartyCounted,
    Permission,
    PinChecked,
    PinEntered,
    PinPad,
    PinTyped,
    Preferences,
    PreferencesOpened,
    Problem,
    Recalled,
    Receipted,
    Record,
    Recorded,
    Recording,
    Refused,
    Restarted,
    Rules,
    SignAsked,
    StaffCalled,
    StaffDesk,
    StaffNamed,
    State,
    Stayed,
    StillThere,
    Stopped,
    Suppress,
    TimePassed,
    TooYoung,
    Touched,
    TriedAgain,
    Undone,
    View,
    Viewed,
    Visit,
    VisitReset,
    WentBack,
    Withdrew,
    ZoneTurnedOff,
    ZoneTurnedOn,
    analysis,
    deadline,
    language,
    step,
)

RULES = Rules(languages=("en", "ar"), purposes=(Purpose.DWELL, Purpose.GENDER), profile="CN")
NOW = 1_000 * SECOND
V, W, X = "11" * 16, "22" * 16, "33" * 16
SHOWN = Shown("ab" * 32, "en", "portrait 1080x1920", ("Yes", "No"), (Choice.OPT_IN, Choice.OPT_OUT))
EARLIER = replace(SHOWN, words=("Yes", "No", "earlier"))
ERASED = {
    "camera": "door",
    "counts": {"looks": 3},
    "statement": "consent-gate erased",
    "key": "a2V5",
    "signature": "c2ln",
}
ERASURE = Erasure("door", (("looks", 3),), "consent-gate erased", "a2V5", "c2ln")
RECEIPT = Receipt(V, "yes", datetime(2026, 1, 1, tzinfo=UTC), "ab" * 16, "HTTPS://SHOP.EXAMPLE/R#A")
ALL = RULES.purposes
YES = Decision(ALL, ALL, SHOWN, profile="CN")
NO = Decision(ALL, (), SHOWN, profile="CN")
UNTIL = NOW + RULES.undo

LARGE, LOUD = View(large=True), View(speaking=True)
visit = Visit(V, "ar")
seen_large = replace(visit, view=LARGE)
held = Permission(V, "r1", NOW - SECOND, NOW + RULES.visit, ALL, acknowledged=True, bound=True)
fresh = Permission(V, "r1", NOW, NOW + RULES.visit, ALL)


def answered(answer=Answer.YES, of=V, seen=Analysis.OFF, until=UNTIL, receipt=None, retry=0):
    return Answered(visit, answer, of, until, seen, receipt, retry, agreed=ALL if answer is Answer.YES else ())


def yes(retry=NOW + RULES.retry, party=1, agreed=ALL):
    return Recording(visit, Answer.YES, V, NOW, retry, party, agreed)


def ended(why, of=V):
    return Suppress(of, why), Record(Entry(Act.ENDED, of, why=why))


RETRY = NOW + SECOND
CODES = ("code", "code, from the question", "code, full but one", "code, full", "code, for a visitor")
STAFF_ONLY = ("pin", "pin, empty", "pin, full", "pin, by a badge", "pin, by a strange badge", "pin, waiting")
DESKS = ("desk", "desk, reset", "desk, turned on")
DOUBTFUL = ("yes, doubtful", "yes, doubtful after a body was bound", "yes, doubtful for long")

PAGES = {
    "attract": Attract(),
    "languages": Languages(visit),
    "languages, from the question": Languages(visit, Asking(visit, answered=True)),
    "languages, from the code": Languages(visit, CodePad(visit, "K7")),
    "languages, from a large question": Languages(seen_large, Asking(seen_large, answered=True)),
    "preferences": Preferences(visit, Asking(visit)),
    "preferences, over a yes": Preferences(visit, answered(seen=Analysis.ON)),
    "asking": Asking(visit),
    "asking, two": Asking(visit, party=2),
    "asking, the second of two": Asking(visit, party=2, agreed=1, before=(EARLIER,)),
    "details": Asking(visit, details=True),
    "one by one, the first": Asking(visit, choices=()),
    "one by one, the last after yes": Asking(visit, choices=(Choice.OPT_IN,), before=(EARLIER,)),
    "one by one, the last after no": Asking(visit, choices=(Choice.OPT_OUT,), before=(EARLIER,)),
    "recording": yes(),
    "yes, waiting": answered(seen=Analysis.WAITING),
    "yes, on": answered(seen=Analysis.ON),
    "yes, doubtful": answered(seen=Analysis.AMBIGUOUS, retry=RETRY),
    "yes, doubtful after a body was bound": answered(seen=Analysis.LOST),
    "yes, doubtful for long": answered(seen=Analysis.AMBIGUOUS, retry=NOW),
    "yes, long ago": answered(seen=Analysis.ON, until=NOW),
    "no": answered(Answer.NO),
    "no, long ago": answered(Answer.NO, until=NOW),
    "too young": replace(answered(Answer.NO), young=True),
    "withdrawn": answered(Answer.WITHDRAWN, of=W),
    "code": CodePad(visit, "K7QM"),
    "code, from the question": CodePad(visit, beneath=Asking(Visit(V, "xx"))),
    "code, full but one": CodePad(visit, "K7QM3XVA9"),
    "code, full": CodePad(visit, "K7QM3XVA9D", problem=Problem.UNKNOWN),
    "recalled yes": Recalled(visit, W, Answer.YES),
    "recalled no": Recalled(visit, W, Answer.NO),
    "code, for a visitor": CodePad(visit, "K7QM", helper="ada"),
    "recalled, for a visitor": Recalled(visit, W, Answer.YES, helper="ada"),
    "pin": PinPad(Asking(visit), "12", refused=True),
    "pin, empty": PinPad(Asking(visit)),
    "pin, full": PinPad(Asking(visit), "123456"),
    "pin, by a badge": PinPad(Asking(visit), "123456", named="ada"),
    "pin, by a strange badge": PinPad(Asking(visit), strange=True),
    "pin, waiting": PinPad(Asking(visit), "12", until=NOW + 1),
    "desk": StaffDesk(Asking(visit), "ada"),
    "desk, reset": StaffDesk(Attract(), "ada", Duty.RESET),
    "desk, turned on": StaffDesk(Attract(), "ada", Duty.ZONE_ON),
    "still there?": StillThere(Asking(visit), NOW + SECOND),
    "fault": Fault(),
}

ADJUSTABLE = tuple(name for name, page in PAGES.items() if isinstance(page, Languages | Asking | Answered | CodePad | Recalled))

EVENTS = {
    "touch": Touched(),
    "approach": Approached(X, "ar"),
    "approach, in no language": Approached(X, "xx"),
    "approach, to be read to": Approached(X, "en", LOUD),
    "choose ar": LanguageChosen(X, "ar"),
    "choose xx": LanguageChosen(X, "xx"),
    "languages": LanguagesOpened(),
    "details": DetailsOpened(),
    "two of us": PartyCounted(2),
    "five of us": PartyCounted(5),
    "one by one": OneByOne(),
    "too young": TooYoung(SHOWN),
    "agree": Agreed(SHOWN),
    "refuse": Refused(SHOWN),
    "undo": Undone(),
    "try again": TriedAgain(),
    "finish": Finished(),
    "open code": CodeOpened(X, "ar"),
    "preferences": PreferencesOpened(),
    "view": Viewed(LARGE),
    "type D": CodeTyped("D"),
    "erase": CodeTyped(""),
    "type two": CodeTyped("AB"),
    "scan": CodeScanned(X, "ar", "HTTPS://SHOP.EXAMPLE/R#A"),
    "withdraw": Withdrew(),
    "ask again": AskedAgain(),
    "back": WentBack(),
    "stay": Stayed(),
    "staff": StaffCalled(),
    "badge": BadgeShown("STAFF00"),
    "digit": PinTyped("7"),
    "digit erase": PinTyped(""),
    "digits": PinTyped("77"),
    "enter": PinEntered(),
    "reset": VisitReset(),
    "clear the alarm": AlarmCleared(),
    "turn it off": ZoneTurnedOff(),
    "turn it on": ZoneTurnedOn(),
    "print a sign": SignAsked(),
    "help": HelpAsked(X, "ar"),
    "help, in no language": HelpAsked(X, "xx"),
}

TURNED = ("asking, two", "asking", "one by one, the first")  # pages that turn into another of their kind


def decided(agreed):
    decision = Decision(ALL, agreed, SHOWN, (EARLIER,), profile="CN")
    return (Record(Entry(Act.OPT_IN if agreed else Act.OPT_OUT, V, decision)),)


END_ALL = (Suppress(EVERY_VISIT, "staff"), *ended("staff")[1:])


def by_ada(why):
    return (Record(Entry(Act.STAFF, why=why, by="ada")),)


UNDO = (Suppress(V, "undone", NOW, erase=True), Record(Entry(Act.WITHDRAWN, V, why="undone")))
WITHDRAW = (Suppress(W, "withdrawn", NOW, erase=True), Record(Entry(Act.WITHDRAWN, W, why="receipt")))
AGREE = (Record(Entry(Act.OPT_IN, V, YES)),)
AGREE_TWO = (Record(Entry(Act.OPT_IN, V, replace(YES, party=2, before=(EARLIER,)))),)
REFUSE = (Suppress(V, "refused", NOW), Record(Entry(Act.OPT_OUT, V, NO)))
RENEW = (Record(Entry(Act.RENEWED, V)),)
SCAN = (FindCode("HTTPS://SHOP.EXAMPLE/R#A"),)
SAME = object()

# What people do. Every pair of a page and an event that is not here is ignored.
TABLE = {
    ("attract", "approach"): (Languages(Visit(X, "ar")), ()),
    ("attract", "approach, to be read to"): (Languages(Visit(X, "en", LOUD)), ()),
    ("attract", "choose ar"): (Asking(Visit(X, "ar")), ()),
    ("attract", "open code"): (CodePad(Visit(X, "ar")), ()),
    **{(page, "preferences"): (Preferences(PAGES[page].visit, PAGES[page]), ()) for page in ADJUSTABLE},
    **{(page, "view"): (replace(PAGES[page], visit=seen_large), ()) for page in ADJUSTABLE},
    ("preferences", "view"): (Preferences(seen_large, Asking(seen_large)), ()),
    ("preferences", "back"): (Asking(visit), ()),
    ("preferences, over a yes", "view"): (Preferences(seen_large, replace(PAGES["yes, on"], visit=seen_large)), ()),
    ("preferences, over a yes", "back"): (PAGES["yes, on"], ()),
    ("languages", "choose ar"): (Asking(visit), ()),
    ("languages", "back"): (Attract(), ()),
    ("languages, from the question", "choose ar"): (Asking(visit, answered=True), ()),
    ("languages, from the question", "back"): (Asking(visit, answered=True), ()),
    ("languages, from a large question", "choose ar"): (Asking(seen_large, answered=True), ()),
    ("languages, from a large question", "back"): (Asking(seen_large, answered=True), ()),
    ("languages, from the code", "choose ar"): (CodePad(visit, "K7"), ()),
    ("languages, from the code", "back"): (CodePad(visit, "K7"), ()),
    ("asking", "languages"): (Languages(visit, Asking(visit)), ()),
    ("asking", "details"): (Asking(visit, details=True), ()),
    ("asking", "open code"): (CodePad(visit, beneath=Asking(visit)), ()),
    ("asking", "one by one"): (Asking(visit, choices=()), ()),
    ("asking", "agree"): (yes(), AGREE),
    ("one by one, the first", "agree"): (Asking(visit, choices=(Choice.OPT_IN,), before=(SHOWN,)), ()),
    ("one by one, the first", "refuse"): (Asking(visit, choices=(Choice.OPT_OUT,), before=(SHOWN,)), ()),
    ("one by one, the last after yes", "agree"): (yes(), decided(ALL)),
    ("one by one, the last after yes", "refuse"): (yes(agreed=ALL[:1]), decided(ALL[:1])),
    ("one by one, the last after no", "agree"): (yes(agreed=ALL[1:]), decided(ALL[1:])),
    ("one by one, the last after no", "refuse"): (Recording(visit, Answer.NO, V, NOW), (REFUSE[0], *decided(()))),
    **{
        (page, event): (after(PAGES[page]), effects)
        for page in ("one by one, the first", "one by one, the last after yes", "one by one, the last after no")
        for event, after, effects in (
            ("back", lambda _: Asking(visit), ()),
            ("languages", lambda page: Languages(visit, page), ()),
            ("details", lambda page: replace(page, details=True), ()),
            ("open code", lambda page: CodePad(visit, beneath=page), ()),
            ("scan", lambda page: CodePad(visit, beneath=page), SCAN),
        )
    },
    ("asking", "too young"): (Recording(visit, Answer.NO, V, NOW, young=True), REFUSE),
    ("attract", "scan"): (CodePad(Visit(X, "ar")), SCAN),
    ("asking", "scan"): (CodePad(visit, beneath=Asking(visit)), SCAN),
    ("details", "scan"): (CodePad(visit, beneath=Asking(visit, details=True)), SCAN),
    **{(page, "scan"): (SAME, SCAN) for page in CODES},
    **{(page, "scan"): (CodePad(visit), SCAN) for page in ("recalled yes", "recalled no")},
    ("asking", "refuse"): (Recording(visit, Answer.NO, V, NOW), REFUSE),
    ("yes, doubtful", "two of us"): (Asking(visit, answered=True, party=2), ()),
    ("asking, two", "two of us"): (SAME, ()),
    ("asking, two", "agree"): (Asking(visit, party=2, agreed=1, before=(SHOWN,)), ()),
    ("asking, the second of two", "two of us"): (Asking(visit, party=2), ()),
    ("asking, the second of two", "agree"): (yes(party=2), AGREE_TWO),
    **{
        (page, event): (after(PAGES[page]), effects)
        for page in ("asking, two", "asking, the second of two")
        for event, after, effects in (
            ("languages", lambda page: Languages(visit, page), ()),
            ("details", lambda page: replace(page, details=True), ()),
            ("open code", lambda page: CodePad(visit, beneath=page), ()),
            ("scan", lambda page: CodePad(visit, beneath=page), SCAN),
        )
    },
    ("asking, two", "refuse"): (Recording(visit, Answer.NO, V, NOW), REFUSE),
    ("asking, two", "too young"): (Recording(visit, Answer.NO, V, NOW, young=True), REFUSE),
    ("asking, the second of two", "refuse"): (Recording(visit, Answer.NO, V, NOW), (REFUSE[0], *decided(()))),
    ("asking, the second of two", "too young"): (Recording(visit, Answer.NO, V, NOW, young=True), (REFUSE[0], *decided(()))),
    ("details", "languages"): (Languages(visit, Asking(visit, details=True)), ()),
    ("details", "open code"): (CodePad(visit, beneath=Asking(visit, details=True)), ()),
    ("details", "back"): (Asking(visit), ()),
    **{(page, "undo"): (Asking(visit, answered=True), UNDO) for page in ("yes, waiting", "yes, on", *DOUBTFUL)},
    **{(page, "undo"): (Asking(visit, answered=True), ()) for page in ("no", "too young")},
    ("yes, doubtful", "try again"): (yes(RETRY), RENEW),
    **{
        (page, "finish"): (Attract(), ())
        for page in (
            *("yes, waiting", "yes, on", "yes, long ago", "no", "no, long ago", "too young", "withdrawn"),
            *("recalled yes", "recalled no", "recalled, for a visitor", *DOUBTFUL),
        )
    },
    ("code", "type D"): (CodePad(visit, "K7QMD"), ()),
    ("code", "erase"): (CodePad(visit, "K7Q"), ()),
    ("code", "back"): (Attract(), ()),
    ("code", "languages"): (Languages(visit, PAGES["code"]), ()),
    ("code, from the question", "type D"): (CodePad(visit, "D", beneath=Asking(Visit(V, "xx"))), ()),
    ("code, from the question", "erase"): (SAME, ()),
    ("code, from the question", "back"): (Asking(visit), ()),
    ("code, from the question", "languages"): (Languages(visit, PAGES["code, from the question"]), ()),
    ("code, full but one", "type D"): (CodePad(visit, "K7QM3XVA9D"), (FindCode("K7QM3XVA9D"),)),
    ("code, full but one", "erase"): (CodePad(visit, "K7QM3XVA"), ()),
    ("code, full but one", "back"): (Attract(), ()),
    ("code, full but one", "languages"): (Languages(visit, PAGES["code, full but one"]), ()),
    ("code, full", "erase"): (CodePad(visit, "K7QM3XVA9"), ()),
    ("code, full", "back"): (Attract(), ()),
    ("code, full", "languages"): (Languages(visit, PAGES["code, full"]), ()),
    ("recalled yes", "withdraw"): (Recording(visit, Answer.WITHDRAWN, W, NOW), WITHDRAW),
    ("recalled yes", "ask again"): (Asking(visit), ()),
    ("recalled no", "ask again"): (Asking(visit), ()),
    ("pin", "digit"): (PinPad(Asking(visit), "127"), ()),
    ("pin", "digit erase"): (PinPad(Asking(visit), "1"), ()),
    ("pin", "enter"): (SAME, (CheckPin("12"),)),
    ("pin, empty", "digit"): (PinPad(Asking(visit), "7"), ()),
    ("pin, empty", "digit erase"): (SAME, ()),
    ("pin, full", "digit"): (SAME, ()),
    ("pin, full", "digit erase"): (PinPad(Asking(visit), "12345"), ()),
    ("pin, full", "enter"): (SAME, (CheckPin("123456"),)),
    **{(page, "back"): (Asking(visit), ()) for page in (*STAFF_ONLY, "desk")},
    ("pin, by a badge", "digit"): (PinPad(Asking(visit), "123456", named="ada"), ()),
    ("pin, by a badge", "digit erase"): (PinPad(Asking(visit), "12345", named="ada"), ()),
    ("pin, by a badge", "enter"): (SAME, (CheckPin("123456", "ada"),)),
    ("pin, by a strange badge", "digit"): (PinPad(Asking(visit), "7"), ()),
    ("pin, by a strange badge", "digit erase"): (PinPad(Asking(visit)), ()),
    **{
        (page, "reset"): (StaffDesk(Attract(), "ada", Duty.RESET), END_ALL + by_ada("reset"))
        for page in ("desk", "desk, turned on")
    },
    **{
        (page, "turn it off"): (StaffDesk(Fault(), "ada", Duty.ZONE_OFF), END_ALL + by_ada("zone_off"))
        for page in ("desk", "desk, reset", "desk, turned on")
    },
    **{(page, "print a sign"): (PAGES[page], by_ada("sign_asked")) for page in DESKS},
    ("desk", "help"): (CodePad(Visit(X, "ar"), helper="ada"), (Suppress(V, "lapsed"), Record(Entry(Act.LAPSED, V)))),
    **{(page, "help"): (CodePad(Visit(X, "ar"), helper="ada"), ()) for page in ("desk, reset", "desk, turned on")},
    **{(page, "back"): (Attract(), ()) for page in ("desk, reset", "desk, turned on")},
    ("code, for a visitor", "type D"): (CodePad(visit, "K7QMD", helper="ada"), ()),
    ("code, for a visitor", "erase"): (CodePad(visit, "K7Q", helper="ada"), ()),
    ("code, for a visitor", "back"): (Attract(), ()),
    ("code, for a visitor", "languages"): (Languages(visit, PAGES["code, for a visitor"]), ()),
    ("recalled, for a visitor", "withdraw"): (Recording(visit, Answer.WITHDRAWN, W, NOW), WITHDRAW + by_ada("helped_withdraw")),
    ("recalled, for a visitor", "scan"): (CodePad(visit, helper="ada"), SCAN),
    ("still there?", "touch"): (Asking(visit), ()),
    ("still there?", "stay"): (Asking(visit), ()),
    **{(page, "staff"): (SAME, (NameStaff(),)) for page in PAGES if page not in ("recording", *STAFF_ONLY, *DESKS)},
    **{(page, "badge"): (SAME, (NameStaff("STAFF00"),)) for page in PAGES if page not in ("recording", *DESKS)},
    **{(page, "touch"): (SAME, ()) for page in PAGES if page not in ("attract", "recording", "still there?", "fault")},
}


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("page", PAGES)
def test_what_people_do(page, event):
    state = State(PAGES[page], permissions=(held,))
    after, effects = step(state, EVENTS[event], NOW, RULES)
    if (page, event) not in TABLE:
        assert (after, effects) == (replace(state, ignored=1), ())
        return
    expected, expected_effects = TABLE[page, event]
    expected = PAGES[page] if expected is SAME else expected
    assert (after.page, effects) == (expected, expected_effects)
    assert after.touched == NOW
    anew = (page in TURNED and event in ("agree", "refuse", "one by one")) or event == "view"
    assert after.turned == (NOW if type(expected) is not type(PAGES[page]) or anew else 0)
    suppressed = {effect.visit for effect in effects if isinstance(effect, Suppress) and effect.why != "lapsed"}
    assert after.permissions == (() if suppressed & {V, EVERY_VISIT} else (held,))


def test_the_table_names_only_pages_and_events_that_exist():
    assert {page for page, _ in TABLE} <= PAGES.keys()
    assert {event for _, event in TABLE} <= EVENTS.keys()


# What the ledger, the gates and the clock say: page, permissions, event -> page, permissions, effects.
PERMISSION_R2 = replace(fresh, record="r2")
HEARD = {
    "a yes is granted only when it is recorded": (
        (yes(0), (), Recorded(Entry(Act.OPT_IN, V, YES), "r2")),
        (answered(seen=Analysis.WAITING), (PERMISSION_R2,)),
        (Grant(PERMISSION_R2), IssueReceipt(V, Answer.YES, ALL)),
    ),
    "a renewed yes replaces the one before": (
        (yes(0), (held,), Recorded(Entry(Act.RENEWED, V), "r2")),
        (answered(seen=Analysis.WAITING), (PERMISSION_R2,)),
        (Grant(PERMISSION_R2), IssueReceipt(V, Answer.YES, ALL)),
    ),
    "a recorded no grants nothing": (
        (Recording(visit, Answer.NO, V, NOW), (), Recorded(Entry(Act.OPT_OUT, V, NO), "r2")),
        (answered(Answer.NO), ()),
        (IssueReceipt(V, Answer.NO),),
    ),
    "a recorded no of somebody too young is answered kindly": (
        (Recording(visit, Answer.NO, V, NOW, young=True), (), Recorded(Entry(Act.OPT_OUT, V, NO), "r2")),
        (replace(answered(Answer.NO), young=True), ()),
        (IssueReceipt(V, Answer.NO),),
    ),
    "a recorded withdrawal grants nothing": (
        (Recording(visit, Answer.WITHDRAWN, W, NOW), (held,), Recorded(Entry(Act.WITHDRAWN, W), "r2")),
        (answered(Answer.WITHDRAWN, of=W), (held,)),
        (IssueReceipt(W, Answer.WITHDRAWN),),
    ),
    "the record of something else is not a yes": (
        (yes(0), (), Recorded(Entry(Act.WITHDRAWN, V, why="undone"), "r2")),
        (yes(0), ()),
        (),
    ),
    "the record of another visit is not this one's": (
        (yes(0), (), Recorded(Entry(Act.OPT_IN, W, YES), "r2")),
        (yes(0), ()),
        (),
    ),
    "the receipt comes to the answer's page": (
        (answered(), (), Receipted(RECEIPT)),
        (answered(receipt=RECEIPT), ()),
        (),
    ),
    "acknowledged by all is not yet on": (
        (answered(seen=Analysis.WAITING), (fresh,), Acknowledged(V, 2, 2)),
        (answered(seen=Analysis.WAITING), (replace(fresh, acknowledged=True),)),
        (),
    ),
    "bound is not yet on": (
        (answered(seen=Analysis.WAITING), (fresh,), Bound(V, "bound")),
        (answered(seen=Analysis.WAITING), (replace(fresh, bound=True),)),
        (),
    ),
    "acknowledged by all and bound is on": (
        (answered(seen=Analysis.WAITING), (replace(fresh, bound=True),), Acknowledged(V, 2, 2)),
        (answered(seen=Analysis.ON), (replace(fresh, bound=True, acknowledged=True),)),
        (),
    ),
    "it turns on beneath a page that covers it": (
        (PinPad(answered(seen=Analysis.WAITING)), (replace(fresh, acknowledged=True),), Bound(V, "bound")),
        (PinPad(answered(seen=Analysis.ON)), (replace(fresh, bound=True, acknowledged=True),)),
        (),
    ),
    "no camera": (
        (answered(seen=Analysis.WAITING), (fresh,), Acknowledged(V, 0, 0)),
        (answered(seen=Analysis.NO_CAMERA), ()),
        ended("no_camera"),
    ),
    "not every camera": (
        (answered(seen=Analysis.WAITING), (fresh,), Acknowledged(V, 3, 2)),
        (answered(seen=Analysis.UNCONFIRMED), ()),
        ended("unconfirmed"),
    ),
    "more than one body": (
        (answered(seen=Analysis.WAITING), (fresh,), Bound(V, "ambiguous")),
        (answered(seen=Analysis.AMBIGUOUS), ()),
        ended("ambiguous"),
    ),
    **{
        f"{why} after it was on": (
            (answered(seen=Analysis.ON), (held,), Bound(V, why)),
            (answered(seen=Analysis.TAINTED if why == "tainted" else Analysis.LOST), ()),
            ended(why),
        )
        for why in ("tainted", "lost", "left")
    },
    "doubt about an earlier visitor leaves this page alone": (
        (Asking(Visit(W, "en")), (held,), Bound(V, "left")),
        (Asking(Visit(W, "en")), ()),
        ended("left"),
    ),
    "a code that nobody has": (
        (CodePad(visit, "K7QM3XVA9D"), (), Found(None)),
        (CodePad(visit, problem=Problem.UNKNOWN), ()),
        (),
    ),
    "a code that somebody has": (
        (CodePad(visit, "K7QM3XVA9D"), (), Found(W, Answer.NO)),
        (Recalled(visit, W, Answer.NO), ()),
        (),
    ),
    "another shop's receipt": (
        (CodePad(visit), (), Found(None, problem=Problem.ELSEWHERE)),
        (CodePad(visit, problem=Problem.ELSEWHERE), ()),
        (),
    ),
    "every gate said that it stopped": (
        (answered(Answer.WITHDRAWN), (), Stopped(V)),
        (answered(Answer.WITHDRAWN), ()),
        (),
    ),
    "a gate did not say that it stopped": (
        (answered(Answer.WITHDRAWN, of=W), (held,), Stopped(W, ("door",))),
        (answered(Answer.WITHDRAWN, of=W, seen=Analysis.UNHEARD), ()),
        (Suppress(EVERY_VISIT, "alarm"), *ended("alarm")[1:], Record(Entry(Act.ALARM, W, detail={"cameras": ["door"]}))),
    ),
    "a gate did not say that it stopped for somebody who has gone on": (
        (Asking(visit), (), Stopped(W, ("door", "hall"))),
        (Fault(), ()),
        (Suppress(EVERY_VISIT, "alarm"), Record(Entry(Act.ALARM, W, detail={"cameras": ["door", "hall"]}))),
    ),
    "a gate says what it erased": (
        (answered(Answer.WITHDRAWN, of=W), (held,), Erased(W, ERASURE)),
        (replace(answered(Answer.WITHDRAWN, of=W), erased=(ERASURE,)), (held,)),
        (Record(Entry(Act.ERASURE, W, detail=ERASED)),),
    ),
    "a gate says what it erased of somebody who has gone": (
        (Attract(), (held,), Erased(W, ERASURE)),
        (Attract(), (held,)),
        (Record(Entry(Act.ERASURE, W, detail=ERASED)),),
    ),
    "a camera did not say what it erased": (
        (Attract(), (held,), NotErased(W, ("door", "hall"))),
        (Attract(), (held,)),
        (Record(Entry(Act.ERASURE, W, why="unanswered", detail={"cameras": ["door", "hall"]})),),
    ),
    "a notice of other words": (
        (Attract(), (held,), NoticeChanged("2", "cd" * 32, False, {"profile": "CN"})),
        (Attract(), (held,)),
        (Record(Entry(Act.NOTICE, detail={"version": "2", "notice": "cd" * 32, "ends": False, "law": {"profile": "CN"}})),),
    ),
    "a notice of another substance ends what was agreed to": (
        (Attract(), (held,), NoticeChanged("2", "cd" * 32, True, {"profile": "CN"})),
        (Attract(), ()),
        (
            Suppress(EVERY_VISIT, "notice"),
            *ended("notice")[1:],
            Record(Entry(Act.NOTICE, detail={"version": "2", "notice": "cd" * 32, "ends": True, "law": {"profile": "CN"}})),
        ),
    ),
    "staff come without a badge": (
        (Asking(visit), (), StaffNamed("", 30)),
        (PinPad(Asking(visit), until=NOW + 30), ()),
        (),
    ),
    "staff come from the warning": (
        (StillThere(Asking(visit), NOW), (), StaffNamed("")),
        (PinPad(Asking(visit), until=NOW), ()),
        (),
    ),
    "a badge opens nothing but the pad": (
        (Asking(visit), (), StaffNamed("ada", 30)),
        (PinPad(Asking(visit), named="ada", until=NOW + 30), ()),
        (),
    ),
    "a badge at the pad": (
        (PinPad(Asking(visit), "123"), (), StaffNamed("ada")),
        (PinPad(Asking(visit), named="ada", until=NOW), ()),
        (),
    ),
    "a badge that is nobody's": (
        (Asking(visit), (), StaffNamed(None)),
        (PinPad(Asking(visit), strange=True, until=NOW), ()),
        (),
    ),
    "staff are told nothing of a code but that it says yes": (
        (CodePad(visit, "K7QM3XVA9D", helper="ada"), (), Found(W, Answer.YES)),
        (Recalled(visit, W, Answer.YES, helper="ada"), ()),
        (),
    ),
    **{
        f"staff are told nothing of a code: {name}": (
            (CodePad(visit, "K7QM3XVA9D", helper="ada"), (), found),
            (CodePad(visit, problem=Problem.NOTHING, helper="ada"), ()),
            (),
        )
        for name, found in {
            "nobody's": Found(None),
            "a no": Found(W, Answer.NO),
            "taken back already": Found(W, Answer.WITHDRAWN),
        }.items()
    },
    "staff mistype a code": (
        (CodePad(visit, "K7QM3XVA9D", helper="ada"), (), Found(None, problem=Problem.MISTYPED)),
        (CodePad(visit, problem=Problem.MISTYPED, helper="ada"), ()),
        (),
    ),
    "it is not turned on where it is": (
        (StaffDesk(Attract(), "ada"), (), Recorded(Entry(Act.STAFF, why="zone_on", by="ada"), "r1")),
        (StaffDesk(Attract(), "ada"), ()),
        (),
    ),
    "staff see the fault where they are": (
        (StaffDesk(Asking(visit), "ada"), (held,), Broke(Condition.KIOSK)),
        (StaffDesk(Fault(), "ada"), ()),
        (Suppress(EVERY_VISIT, "fault"),),
    ),
    "a PIN that fits": (
        (PinPad(Asking(visit), "123456"), (), PinChecked("ada")),
        (StaffDesk(Asking(visit), "ada"), ()),
        (),
    ),
    "a PIN that does not": (
        (PinPad(Asking(visit), "123456", named="ada"), (), PinChecked(None, 30)),
        (PinPad(Asking(visit), refused=True, named="ada", until=NOW + 30), ()),
        (),
    ),
    "a fault turns every camera off": (
        (answered(seen=Analysis.ON), (held,), Broke(Condition.KIOSK)),
        (Fault(), ()),
        (Suppress(EVERY_VISIT, "fault"),),
    ),
    "a record that could not be written is a fault": (
        (yes(0), (), NotRecorded(Entry(Act.OPT_IN, V, YES))),
        (Fault(), ()),
        (Suppress(EVERY_VISIT, "fault"),),
    ),
    "a start ends what the last run left open": (
        (Attract(), (), Restarted((V, W))),
        (Attract(), ()),
        (
            Suppress(EVERY_VISIT, "restarted"),
            Record(Entry(Act.ENDED, V, why="interrupted")),
            Record(Entry(Act.ENDED, W, why="interrupted")),
        ),
    ),
    "a start in the middle of a visit ends it": (
        (answered(seen=Analysis.ON), (held,), Restarted()),
        (Attract(), ()),
        (Suppress(EVERY_VISIT, "restarted"), *ended("restarted")[1:]),
    ),
    "time passes, and nothing is due": (
        (Attract(), (held,), TimePassed()),
        (Attract(), (held,)),
        (),
    ),
    "no body in time": (
        (answered(seen=Analysis.WAITING), (replace(fresh, tapped=NOW - RULES.settle),), TimePassed()),
        (answered(seen=Analysis.UNCONFIRMED), ()),
        ended("unconfirmed"),
    ),
    "a permission is used up": (
        (Attract(), (replace(held, expires=NOW),), TimePassed()),
        (Attract(), ()),
        ended("expired"),
    ),
}


@pytest.mark.parametrize("case", HEARD)
def test_what_is_heard(case):
    (page, permissions, event), expected, effects = HEARD[case]
    after, done = step(State(page, touched=NOW, permissions=permissions), event, NOW, RULES)
    assert ((after.page, after.permissions), done) == (expected, effects)


MEANINGLESS = {
    "found, but no code was asked for": (Asking(visit), Found(W, Answer.YES)),
    "found without an answer": (CodePad(visit, "K7QM3XVA9D"), Found(W)),
    "a PIN checked that nobody typed": (Asking(visit), PinChecked("ada")),
    "a badge while something is recorded": (yes(), StaffNamed("ada")),
    "a badge at the desk": (StaffDesk(Asking(visit), "ada"), StaffNamed("eve")),
    "mended what was not broken": (Asking(visit), Mended(Condition.LEDGER)),
    "acknowledged what was not granted": (answered(), Acknowledged(V, 1, 1)),
    "bound what was not granted": (answered(), Bound(V, "bound")),
    "lost what was not granted": (answered(), Bound(V, "lost")),
}


@pytest.mark.parametrize("case", MEANINGLESS)
def test_what_means_nothing_is_counted_and_changes_nothing(case):
    page, event = MEANINGLESS[case]
    state = State(page, touched=NOW)
    assert step(state, event, NOW, RULES) == (replace(state, ignored=1), ())


IDLE = NOW - RULES.idle
TIMEOUTS = {
    "asking": ("asking", IDLE, StillThere(Asking(visit), NOW + RULES.warning), ()),
    "answered": ("yes, on", IDLE, StillThere(PAGES["yes, on"], NOW + RULES.warning), ()),
    "code": ("code", IDLE, StillThere(PAGES["code"], NOW + RULES.warning), ()),
    "recalled": ("recalled yes", IDLE, StillThere(PAGES["recalled yes"], NOW + RULES.warning), ()),
    "languages": ("languages", IDLE, StillThere(Languages(visit), NOW + RULES.warning), ()),
    "not yet": ("asking", IDLE + 1, Asking(visit), ()),
    "staff": ("pin", IDLE, Attract(), (Suppress(V, "lapsed"), Record(Entry(Act.LAPSED, V)))),
    "desk": ("desk", IDLE, Attract(), (Suppress(V, "lapsed"), Record(Entry(Act.LAPSED, V)))),
    "stuck disk": ("recording", IDLE, Attract(), ()),
    "attract": ("attract", 0, Attract(), ()),
    "fault": ("fault", 0, Fault(), ()),
}


@pytest.mark.parametrize("case", TIMEOUTS)
def test_idle(case):
    page, touched, expected, effects = TIMEOUTS[case]
    after, done = step(State(PAGES[page], touched=touched), TimePassed(), NOW, RULES)
    assert (after.page, done) == (expected, effects)


@pytest.mark.parametrize(
    ("beneath", "effects"),
    [
        ("asking", (Suppress(V, "lapsed"), Record(Entry(Act.LAPSED, V)))),
        ("languages", (Suppress(V, "lapsed"), Record(Entry(Act.LAPSED, V)))),
        ("yes, on", ()),
        ("code", ()),
    ],
)
def test_nobody_is_still_there(beneath, effects):
    state = State(StillThere(PAGES[beneath], NOW), permissions=(held,))
    after, done = step(state, TimePassed(), NOW, RULES)
    assert (after.page, done) == (Attract(), effects)
    assert language(after, RULES) == "en"


def test_a_new_page_ignores_touches_meant_for_the_one_before():
    state = State(Asking(visit), turned=NOW)
    assert step(state, Agreed(SHOWN), NOW + RULES.dead - 1, RULES)[0] == replace(state, ignored=1)
    assert isinstance(step(state, Agreed(SHOWN), NOW + RULES.dead, RULES)[0].page, Recording)


def test_while_it_waits_no_pin_is_looked_at():
    waiting = State(PinPad(Attract(), "123456", until=NOW))
    for event in (PinTyped("7"), PinTyped(""), PinEntered()):
        assert step(waiting, event, NOW - 1, RULES) == (replace(waiting, ignored=1), ())
    assert step(waiting, PinEntered(), NOW, RULES)[1] == (CheckPin("123456"),)


@pytest.mark.parametrize("by", ["PinPad", "StaffDesk"])
def test_staff_read_the_shops_language_whatever_the_visitors(by):
    page = PinPad(Asking(visit)) if by == "PinPad" else StaffDesk(Asking(visit), "ada")
    assert language(State(page), RULES) == "en"
    assert language(State(Asking(visit)), RULES) == "ar"


def guess(state, now, problem=Problem.UNKNOWN):
    return step(replace(state, page=CodePad(visit)), Found(None, problem=problem), now, RULES)[0]


@pytest.mark.parametrize(
    ("page", "event"),
    [("code, full but one", "type D"), *((page, "short scan") for page in ("attract", "asking", "code", "recalled yes"))],
)
def test_guessing_codes_is_slow(page, event):
    event = CodeScanned(X, "en", "K7QM3XVA9D") if event == "short scan" else EVENTS[event]
    state = State()
    for _ in range(RULES.code_tries):
        assert step(replace(state, page=PAGES[page]), event, NOW, RULES)[1] == (FindCode("K7QM3XVA9D"),)
        state = guess(state, NOW)
    after, effects = step(replace(state, page=PAGES[page]), event, NOW + RULES.code_wait - 1, RULES)
    assert (after.page.typed, after.page.problem, effects) == ("", Problem.WAIT, ())
    assert step(replace(state, page=PAGES[page]), event, NOW + RULES.code_wait, RULES)[1] != ()
    known, _ = step(replace(state, page=CodePad(visit)), Found(W, Answer.YES), NOW, RULES)
    assert known.page == Recalled(visit, W, Answer.YES)
    assert known.codes_forgotten == state.codes_forgotten, "a code of one's own buys no guesses"


def test_guesses_are_forgotten_one_by_one():
    state = State()
    for _ in range(RULES.code_tries):
        state = guess(state, NOW)
    later = NOW + RULES.code_wait
    assert step(replace(state, page=PAGES["code, full but one"]), EVENTS["type D"], later, RULES)[1] != ()
    state = guess(state, later)
    assert step(replace(state, page=PAGES["code, full but one"]), EVENTS["type D"], later, RULES)[1] == ()


@pytest.mark.parametrize("problem", [each for each in Problem if each is not Problem.UNKNOWN])
def test_what_is_no_code_is_no_guess(problem):
    state = State()
    for _ in range(20):
        state = guess(state, NOW, problem)
    assert step(replace(state, page=PAGES["code, full but one"]), EVENTS["type D"], NOW, RULES)[1] != ()


@pytest.mark.parametrize("page", ["attract", "asking", "code", "recalled yes"])
def test_a_receipt_is_read_however_many_codes_were_wrong(page):
    state = State()
    for _ in range(20):
        state = guess(state, NOW)
    assert step(replace(state, page=PAGES[page]), EVENTS["scan"], NOW, RULES)[1] == SCAN


def test_an_alarm_outlives_a_restart():
    after, _ = step(State(), Restarted(alarmed=True), NOW, RULES)
    assert (after.page, after.broken) == (Fault(), {Condition.GATES})


def test_one_alarm_is_enough():
    alarmed = State(Fault(), broken=frozenset({Condition.GATES}))
    assert step(alarmed, Stopped(EVERY_VISIT, ("door",)), NOW, RULES) == (alarmed, ())
    _, effects = step(State(permissions=(held,)), Stopped(EVERY_VISIT, ("door",)), NOW, RULES)
    assert effects[-1] == Record(Entry(Act.ALARM, None, detail={"cameras": ["door"]}))


def test_a_sign_is_put_down_to_who_asked_for_it_and_ends_no_visit():
    desk = at_the_desk(State(PAGES["asking"]))
    after, effects = step(desk, SignAsked(), NOW + SECOND, RULES)
    assert effects == by_ada("sign_asked")
    assert after.page == desk.page


def test_an_alarm_is_cleared_by_staff_alone():
    alarmed = State(Fault(), broken=frozenset({Condition.GATES}))
    for event in EVENTS.values():
        after, _ = step(alarmed, event, NOW, RULES)
        assert after.broken == {Condition.GATES}
    desk = at_the_desk(alarmed)
    after, effects = step(desk, AlarmCleared(), NOW + SECOND, RULES)
    assert (after.page, after.broken) == (StaffDesk(Attract(), "ada", Duty.ALARM_CLEARED), frozenset())
    assert effects == by_ada("alarm_cleared")
    both = replace(desk, broken=desk.broken | {Condition.LEDGER})
    after, _ = step(both, AlarmCleared(), NOW + SECOND, RULES)
    assert (after.page, after.broken) == (StaffDesk(Fault(), "ada", Duty.ALARM_CLEARED), {Condition.LEDGER})


def at_the_desk(state):
    """After the gesture and a PIN that fits."""
    state, effects = step(replace(state, turned=0), StaffCalled(), NOW, RULES)
    assert effects == (NameStaff(),)
    state, _ = step(state, StaffNamed(""), NOW, RULES)
    return step(state, PinChecked("ada"), NOW, RULES)[0]


@pytest.mark.parametrize("condition", Condition)
def test_staff_see_every_fault(condition):
    assert at_the_desk(State(Fault(), broken=frozenset({condition}))).page == StaffDesk(Fault(), "ada")


def test_a_mended_ledger_leaves_staff_where_they_are():
    desk = at_the_desk(State(Fault(), broken=frozenset({Condition.LEDGER})))
    assert step(desk, Mended(Condition.LEDGER), NOW, RULES)[0].page == StaffDesk(Attract(), "ada")


# --- off for everyone ------------------------------------------------------------------------------------------------

TURNED_OFF = State(Fault(), broken=frozenset({Condition.STAFF}))


def test_what_staff_turned_off_only_staff_turn_on():
    for event in (*EVENTS.values(), *(Mended(other) for other in Condition if other is not Condition.STAFF)):
        assert Condition.STAFF in step(TURNED_OFF, event, NOW, RULES)[0].broken
    desk = at_the_desk(TURNED_OFF)
    assert step(desk, ZoneTurnedOff(), NOW + SECOND, RULES)[0].ignored == 1
    waiting, effects = step(desk, ZoneTurnedOn(), NOW + SECOND, RULES)
    assert effects == by_ada("zone_on")
    assert Condition.STAFF in waiting.broken, "not before it is recorded"
    after, effects = step(waiting, Recorded(effects[0].entry, "r1"), NOW + SECOND, RULES)
    assert (after.page, after.broken, effects) == (StaffDesk(Attract(), "ada", Duty.ZONE_ON), frozenset(), ())
    away, _ = step(replace(waiting, page=Fault()), Recorded(by_ada("zone_on")[0].entry, "r1"), NOW, RULES)
    assert away.page == Attract()


def test_a_turning_on_that_could_not_be_recorded_is_not_made_up_for_later():
    after, _ = step(at_the_desk(TURNED_OFF), NotRecorded(Entry(Act.STAFF, why="zone_on", by="ada")), NOW, RULES)
    assert after.broken == {Condition.STAFF, Condition.LEDGER}
    mended, effects = step(after, Mended(Condition.LEDGER), NOW, RULES)
    assert (mended.broken, effects) == ({Condition.STAFF}, ())


def test_a_turning_off_that_could_not_be_recorded_holds_and_is_told_later():
    off, (*_, record) = step(at_the_desk(State()), ZoneTurnedOff(), NOW + SECOND, RULES)
    after, _ = step(off, NotRecorded(record.entry), NOW, RULES)
    mended, effects = step(after, Mended(Condition.LEDGER), NOW, RULES)
    assert (mended.broken, effects) == ({Condition.STAFF}, (record,))


def test_off_for_everyone_outlives_a_restart_and_stands_beside_an_alarm():
    after, _ = step(State(), Restarted(alarmed=True, off=True), NOW, RULES)
    assert (after.page, after.broken) == (Fault(), {Condition.GATES, Condition.STAFF})
    cleared, _ = step(at_the_desk(after), AlarmCleared(), NOW + SECOND, RULES)
    assert (cleared.page, cleared.broken) == (StaffDesk(Fault(), "ada", Duty.ALARM_CLEARED), {Condition.STAFF})


@pytest.mark.parametrize(
    ("broken", "works"),
    [
        ((Condition.STAFF,), True),
        ((Condition.GATES,), True),
        (
            (
                Condition.GATES,
                Condition.STAFF,
            ),
            True,
        ),
        ((Condition.LEDGER,), False),
        (
            (
                Condition.STAFF,
                Condition.LEDGER,
            ),
            False,
        ),
        (
            (
                Condition.STAFF,
                Condition.KIOSK,
            ),
            False,
        ),
    ],
    ids=str,
)
def test_a_yes_can_be_taken_back_while_nobody_is_asked(broken, works):
    closed = State(Fault(), broken=frozenset(broken))
    scanned, effects = step(closed, EVENTS["scan"], NOW, RULES)
    assert (scanned.page, effects) == ((CodePad(Visit(X, "ar"), beneath=Fault()), SCAN) if works else (Fault(), ()))
    helped, _ = step(at_the_desk(closed), EVENTS["help"], NOW + SECOND, RULES)
    assert helped.page == (CodePad(Visit(X, "ar"), beneath=Fault(), helper="ada") if works else StaffDesk(Fault(), "ada"))
    if works:
        assert step(scanned, WentBack(), NOW + SECOND, RULES)[0].page == Fault()
        recalled, _ = step(scanned, Found(W, Answer.YES), NOW, RULES)
        assert step(recalled, Withdrew(), NOW + SECOND, RULES)[1] == (
            Suppress(W, "withdrawn", NOW + SECOND, erase=True),
            WITHDRAW[1],
        )
        asked, _ = step(recalled, AskedAgain(), NOW + SECOND, RULES)
        assert asked.page == recalled.page


def test_a_no_costs_staff_as_many_guesses_as_an_unknown_code():
    states = [step(State(CodePad(visit, helper="ada")), found, NOW, RULES)[0] for found in (Found(None), Found(W, Answer.NO))]
    assert states[0] == states[1]
    assert states[0].codes_forgotten == NOW + RULES.code_wait


def test_the_withdrawn_visitor_reads_of_the_alarm_and_then_the_fault_is_shown():
    page = answered(Answer.WITHDRAWN, of=W, seen=Analysis.UNHEARD)
    after, _ = step(State(page, broken=frozenset({Condition.GATES})), Finished(), NOW, RULES)
    assert after.page == Fault()


def test_where_yes_is_a_signature_it_is_bound_to_all_that_was_shown():
    rules = replace(RULES, signed=True)
    _, (record,) = step(State(Asking(visit)), Agreed(SHOWN), NOW, rules)
    assert record.entry.decision.signature == signature(V, (SHOWN,))
    _, (record,) = step(State(PAGES["one by one, the last after no"]), Agreed(SHOWN), NOW, rules)
    assert record.entry.decision.signature == signature(V, (EARLIER, SHOWN))
    for event in (Refused(SHOWN), TooYoung(SHOWN)):
        _, (_, record) = step(State(Asking(visit)), event, NOW, rules)
        assert record.entry.decision.signature == ""
    different = {
        signature(V, (SHOWN,)),
        signature(W, (SHOWN,)),
        signature(V, (replace(SHOWN, notice="cd" * 32),)),
        signature(V, (EARLIER,)),
        signature(V, (EARLIER, SHOWN)),
    }
    assert len(different) == 5


def test_one_purpose_is_not_asked_for_one_by_one():
    alone = replace(RULES, purposes=(Purpose.DWELL,))
    assert step(State(Asking(visit)), OneByOne(), NOW, alone)[0].page == Asking(visit)


# What could not be written, and must not be forgotten: the entry that failed -> what a mended ledger is told.
@pytest.mark.parametrize(
    ("act", "told"),
    [
        (Act.OPT_IN, []),
        (Act.RENEWED, []),
        (Act.OPT_OUT, [Act.OPT_OUT, Act.ENDED]),
        (Act.WITHDRAWN, [Act.WITHDRAWN, Act.ENDED]),
        (Act.LAPSED, [Act.LAPSED, Act.ENDED]),
    ],
)
def test_a_mended_ledger_is_told_what_it_missed(act, told):
    told = told or [Act.ENDED]  # of the permission that another visitor had
    broken, effects = step(State(permissions=(replace(held, visit=W),)), NotRecorded(Entry(act, V)), NOW, RULES)
    assert (broken.page, broken.permissions, effects) == (Fault(), (), (Suppress(EVERY_VISIT, "fault"),))
    both, _ = step(broken, Broke(Condition.KIOSK), NOW, RULES)
    assert step(both, Mended(Condition.LEDGER), NOW, RULES)[0].page == Fault()
    after, effects = step(broken, Mended(Condition.LEDGER), NOW, RULES)
    assert (after.page, after.broken, after.unrecorded) == (Attract(), frozenset(), ())
    assert [effect.entry.act for effect in effects] == told


# --- anything, at any time -------------------------------------------------------------------------------------------

ids = st.sampled_from((V, W, X))
times = st.integers(0, 4_000 * SECOND)
visits = st.builds(Visit, ids, st.sampled_from(RULES.languages))
entries = st.builds(
    Entry,
    st.sampled_from(Act),
    st.none() | ids,
    st.none() | st.sampled_from((YES, NO)),
    why=st.sampled_from(("", "undone", "zone_on")),
)
helpers = st.sampled_from(("", "ada"))
plain_pages = st.one_of(
    st.just(Attract()),
    st.builds(Languages, visits, st.just(Attract()) | st.builds(Asking, visits) | st.builds(CodePad, visits)),
    st.builds(Asking, visits, st.booleans(), st.booleans()),
    st.builds(Asking, visits, st.booleans(), choices=st.lists(st.sampled_from(Choice), max_size=1).map(tuple)),
    st.builds(Answered, visits, st.sampled_from(Answer), ids, times, st.sampled_from(Analysis), st.none(), times),
    st.builds(CodePad, visits, st.text("0Z", max_size=CODE_LENGTH), st.none() | st.sampled_from(Problem), helper=helpers),
    st.builds(Recalled, visits, ids, st.sampled_from(Answer), helpers),
)
pages = st.one_of(
    plain_pages,
    st.builds(Recording, visits, st.sampled_from(Answer), ids, times),
    st.builds(PinPad, plain_pages, st.text("09", max_size=PIN_LENGTH), st.booleans(), until=times),
    st.builds(StaffDesk, plain_pages, st.just("ada"), st.none() | st.sampled_from(Duty)),
    st.builds(StillThere, plain_pages, times),
    st.just(Fault()),
)
states = st.builds(
    State,
    pages,
    times,
    times,
    st.lists(
        st.builds(Permission, ids, st.just("r"), times, times, st.just(ALL), acknowledged=st.booleans(), bound=st.booleans()),
        max_size=3,
        unique_by=lambda each: each.visit,
    ).map(tuple),
    st.frozensets(st.sampled_from(Condition)),
    st.lists(entries, max_size=2).map(tuple),
    times,
    st.integers(0, 5),
)
anything = st.one_of(
    st.sampled_from(list(EVENTS.values())),
    st.builds(LanguageChosen, ids, st.text(max_size=3)),
    st.builds(CodeTyped, st.text(max_size=3)),
    st.builds(PinTyped, st.text(max_size=3)),
    st.builds(Recorded, entries, st.just("r")),
    st.builds(NotRecorded, entries),
    st.just(Receipted(RECEIPT)),
    st.builds(Acknowledged, ids, st.integers(0, 3), st.integers(0, 3)),
    st.builds(Bound, ids, st.sampled_from(("bound", "ambiguous", "tainted", "lost", "left", "", "from a later version"))),
    st.builds(Found, st.none() | ids, st.none() | st.sampled_from(Answer), st.sampled_from(Problem)),
    st.builds(Stopped, ids, st.lists(st.just("door"), max_size=2).map(tuple)),
    st.builds(Erased, ids, st.just(ERASURE)),
    st.builds(NoticeChanged, st.just("2"), st.just("cd" * 32), st.booleans()),
    st.builds(StaffNamed, st.none() | st.sampled_from(("", "ada")), times),
    st.builds(PinChecked, st.none() | st.just("ada"), times),
    st.builds(Broke, st.sampled_from(Condition)),
    st.builds(Mended, st.sampled_from(Condition)),
    st.builds(Restarted, st.lists(ids, max_size=2).map(tuple), st.booleans(), st.booleans()),
    st.just(TimePassed()),
)


@given(states, anything, times)
@settings(max_examples=300)
def test_no_event_raises_in_any_state(state, event, now):
    after, effects = step(state, event, now, RULES)
    assert after.ignored in (state.ignored, state.ignored + 1)
    if after.ignored > state.ignored:
        assert (after, effects) == (replace(state, ignored=after.ignored), ())
    deadline(after, RULES)
    assert language(after, RULES) in RULES.languages
    assert analysis(after) in Analysis


@given(states, times)
@settings(max_examples=150)
def test_left_alone_the_kiosk_forgets(state, now):
    now = max(now, state.touched)
    if isinstance(state.page, StillThere):
        state = replace(state, page=replace(state.page, until=min(state.page.until, now + RULES.warning)))
    limit = now + RULES.idle + RULES.warning + RULES.settle
    for _ in range(20):
        if isinstance(state.page, Attract | Fault):
            break
        now = max(now, deadline(state, RULES))
        assert now <= limit
        state, _ = step(state, TimePassed(), now, RULES)
    assert isinstance(state.page, Attract | Fault)
    assert language(state, RULES) == "en"
    assert analysis(state) is Analysis.OFF


USUAL = {
    Attract: [EVENTS["approach"], EVENTS["choose ar"], EVENTS["open code"]],
    Languages: [EVENTS["choose ar"], EVENTS["back"], EVENTS["preferences"]],
    Preferences: [EVENTS["view"], EVENTS["back"]],
    Asking: [
        *[EVENTS["agree"]] * 3,
        *(
            EVENTS[name]
            for name in ("one by one", "two of us", "refuse", "too young", "back", "open code", "scan", "preferences")
        ),
    ],
    Answered: [
        *[EVENTS["undo"]] * 2,
        *[EVENTS["try again"]] * 2,
        EVENTS["two of us"],
        EVENTS["finish"],
        EVENTS["staff"],
        EVENTS["preferences"],
    ],
    CodePad: [CodeTyped("0"), EVENTS["back"]],
    Recalled: [EVENTS["withdraw"], EVENTS["ask again"], EVENTS["finish"]],
    PinPad: [EVENTS["digit"], EVENTS["enter"], EVENTS["back"]],
    StaffDesk: [
        EVENTS[name] for name in ("reset", "clear the alarm", "turn it off", "turn it on", "print a sign", "help", "back")
    ],
    Fault: [EVENTS["staff"], EVENTS["scan"]],
    StillThere: [EVENTS["stay"], EVENTS["staff"]],
}
PUTS_IN_FORCE = (Act.OPT_IN, Act.RENEWED)
PUTS_OUT = (Act.OPT_OUT, Act.WITHDRAWN, Act.ENDED)
DECIDING = (*PUTS_IN_FORCE, *PUTS_OUT)


class Visits(RuleBasedStateMachine):
    """Visitors, a ledger that may answer late or fail, gates that hold what they are told, and a virtual clock."""

    @initialize()
    def begin(self):
        self.state, self.now = State(), NOW
        self.ledger = []  # (act, visit, record)
        self.gates = {}  # visit -> when it was granted
        self.acknowledged, self.bound = set(), set()  # since then
        self.asked = deque()  # entries that the ledger has not answered yet
        self.count = 0
        self.send(Restarted())

    def send(self, event):
        match event:
            case Acknowledged(visit, asked, applied) if asked == applied > 0:
                self.acknowledged.add(visit)
            case Bound(visit, "bound"):
                self.bound.add(visit)
        self.state, effects = step(self.state, event, self.now, RULES)
        for effect in effects:
            self.perform(effect)

    def perform(self, effect):
        match effect:
            case Record(entry):
                if entry.act in (*PUTS_OUT, Act.LAPSED):
                    assert entry.visit not in self.gates, "written before the gates were told"
                self.asked.append(entry)
            case Grant(permission):
                assert self.standing(permission.visit) == (permission.record, True), "granted before it was recorded"
                self.gates[permission.visit] = self.now
                self.acknowledged -= {permission.visit}
                self.bound -= {permission.visit}
            case NameStaff(badge):
                self.send(StaffNamed("ada" if badge else ""))
            case Suppress(visit):
                for each in list(self.gates) if visit == EVERY_VISIT else [visit]:
                    self.gates.pop(each, None)

    def standing(self, visit):
        """The last word of the ledger on this visit's permission: its record, and whether it is a yes."""
        said = [(record, act in PUTS_IN_FORCE) for act, of, record in self.ledger if of == visit and act in DECIDING]
        return said[-1] if said else None

    def fill_in(self, event):
        """A new random id for each visit that an event begins."""
        if isinstance(event, Approached | LanguageChosen | CodeOpened | CodeScanned | HelpAsked):
            self.count += 1
            return replace(event, visit=f"{self.count:032x}")
        return event

    def at_attract(self):
        return isinstance(self.state.page, Attract)

    @precondition(at_attract)
    @rule(sure=st.booleans())
    def a_visitor_says_yes(self, sure):
        self.touch(EVENTS["choose ar"])
        self.touch(EVENTS["agree"])
        while self.asked:
            self.ledger_answers(True)
        for visit in list(self.gates) if sure else ():
            self.send(Acknowledged(visit, 2, 2))
            self.send(Bound(visit, "bound"))

    @precondition(lambda self: self.at_attract() and self.known())
    @rule(data=st.data(), answer=st.sampled_from(Answer))
    def a_visitor_types_a_receipt(self, data, answer):
        self.touch(EVENTS["open code"])
        for _ in range(CODE_LENGTH):
            self.touch(CodeTyped("0"))
        self.send(Found(data.draw(st.sampled_from(self.known())), answer))

    def touch(self, event):
        self.pass_time(RULES.dead)
        self.send(self.fill_in(event))

    @rule(data=st.data())
    def usual(self, data):
        self.touch(data.draw(st.sampled_from(USUAL.get(type(self.state.page), [Touched()]))))

    @rule(event=st.sampled_from(list(EVENTS.values())))
    def unusual(self, event):
        self.send(self.fill_in(event))

    @precondition(lambda self: self.asked)
    @rule(works=st.sampled_from((True, True, True, True, True, False)))
    def ledger_answers(self, works):
        entry = self.asked.popleft()
        if not works:
            self.send(NotRecorded(entry))
            return
        self.count += 1
        self.ledger.append((entry.act, entry.visit, f"r{self.count}"))
        self.send(Recorded(entry, f"r{self.count}"))

    @rule(data=st.data(), asked=st.sampled_from((1, 2, 2, 0)), missing=st.sampled_from((0, 0, 0, 1)))
    def gates_acknowledge(self, data, asked, missing):
        self.send(Acknowledged(data.draw(self.somebody()), asked, max(0, asked - missing)))

    @rule(data=st.data(), state=st.sampled_from(("bound", "bound", "bound", "ambiguous", "tainted", "lost", "left")))
    def gate_reports(self, data, state):
        self.send(Bound(data.draw(self.somebody()), state))

    @rule(data=st.data(), silent=st.sampled_from(((), (), (), ("door",))))
    def gates_stop(self, data, silent):
        self.send(Stopped(data.draw(self.somebody()), silent))

    @rule(data=st.data())
    def gate_erases(self, data):
        self.send(Erased(data.draw(self.somebody()), ERASURE))

    @precondition(at_attract)
    @rule(ends=st.booleans())
    def another_notice(self, ends):
        self.send(NoticeChanged("2", "cd" * 32, ends))
        assert not (ends and self.gates)

    @rule(by=st.none() | st.just("ada"))
    def pin_is_checked(self, by):
        self.send(PinChecked(by))

    @rule(condition=st.sampled_from(Condition), breaks=st.booleans())
    def breaks_or_mends(self, condition, breaks):
        self.send(Broke(condition) if breaks else Mended(condition))

    @rule(milliseconds=st.sampled_from((100, 500, 1_000, 1_000, 1_000, 3_500, 31_000, 61_000, 1_801_000)))
    def wait(self, milliseconds):
        self.pass_time(milliseconds * 1_000_000)

    def pass_time(self, nanos):
        end = self.now + nanos
        while (due := deadline(self.state, RULES)) is not None and due <= end:
            self.now = max(self.now, due)
            before = self.state
            self.send(TimePassed())
            assert self.state != before, "a deadline that changes nothing comes again at once, for ever"
        self.now = end

    @rule()
    def starts_again(self):
        self.send(Restarted())

    def known(self):
        return sorted({visit for _, visit, _ in self.ledger if visit})

    def somebody(self):
        return st.sampled_from([*self.gates, *self.gates, *self.known(), V])

    @invariant()
    def permissions_are_recorded_and_nothing_newer_ended_them(self):
        for each in self.state.permissions:
            assert self.standing(each.visit) == (each.record, True)

    @invariant()
    def gates_hold_what_the_state_says(self):
        assert self.gates.keys() == {each.visit for each in self.state.permissions}

    @invariant()
    def nothing_is_granted_for_longer_than_it_may(self):
        for visit, granted in self.gates.items():
            sure = visit in self.acknowledged & self.bound
            assert self.now - granted < (RULES.visit if sure else RULES.settle)

    @invariant()
    def on_is_said_only_when_it_is_true(self):
        page = self.state.page
        while isinstance(page, StillThere | PinPad | StaffDesk | Preferences):
            page = page.beneath
        if analysis(self.state) is Analysis.ON:
            assert page.of in self.gates.keys() & self.acknowledged & self.bound

    @invariant()
    def a_fault_is_shown_and_everything_is_off(self):
        page = self.state.page
        while isinstance(page, StillThere | PinPad | StaffDesk | Preferences):
            page = page.beneath
        told = isinstance(page, Answered) and page.analysis is Analysis.UNHEARD  # the one whose withdrawal raised the alarm
        closed = self.state.broken <= {Condition.GATES, Condition.STAFF}  # a yes can still be taken back
        assert isinstance(page, Fault) or not self.state.broken or told or (closed and not isinstance(page, Attract | Asking))
        assert self.state.broken or not isinstance(page, Fault)
        if self.state.broken:
            assert not self.gates

    def teardown(self):
        if hasattr(self, "state"):
            self.pass_time(RULES.idle + RULES.warning + RULES.settle)
            assert isinstance(self.state.page, Attract | Fault)
            assert language(self.state, RULES) == "en"


TestVisits = Visits.TestCase
TestVisits.settings = settings(
    max_examples=120, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.mark.parametrize(("view", "undo"), [(View(), RULES.undo), (View(speaking=True), RULES.undo_heard)])
def test_whoever_listens_has_longer_to_undo(view, undo):
    heard = replace(visit, view=view)
    page = replace(yes(), visit=heard)
    after, _ = step(State(page), Recorded(Entry(Act.OPT_IN, V, YES), "r2"), NOW, RULES)
    assert after.page.undo_until == NOW + undo
