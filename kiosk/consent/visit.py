"""One visit, from first touch to reset, and the permissions that outlive the screen.

`step(state, event, now, rules)` returns the next state and the effects to perform, in order. It is pure; times are
nanoseconds on one clock that never goes back (the gates' clock). Events that mean nothing in a state are counted and
change nothing else.

Order of effects: a yes is recorded, then granted; anything else suppresses first, then records.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, assert_never

from kiosk.consent.decision import Act, Choice, Decision, Entry, Purpose, Shown, VisitId, signature
from kiosk.consent.erasure import Erasure

if TYPE_CHECKING:
    from kiosk.consent.receipt import Receipt

Nanos = int
SECOND: Nanos = 1_000_000_000

EVERY_VISIT = "*"
"""The visit of a suppress that ends every permission of this kiosk."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the store has set. Times in nanoseconds."""

    languages: tuple[str, ...] = ("en",)
    purposes: tuple[Purpose, ...] = (Purpose.DWELL,)
    profile: str = ""  # the jurisdiction that each decision names
    signed: bool = False  # is the touch on yes a signature under the notice?
    idle: Nanos = 60 * SECOND
    warning: Nanos = 30 * SECOND
    undo: Nanos = 10 * SECOND
    undo_heard: Nanos = 60 * SECOND  # for somebody who has it read aloud
    retry: Nanos = 30 * SECOND  # how long after a yes that no camera could tie to a body it may be touched again
    settle: Nanos = 3 * SECOND  # a yes that no camera could tie to one body by then stays off
    visit: Nanos = 30 * 60 * SECOND  # the longest that a permission can live
    party: int = 4  # the most who can say yes together
    dead: Nanos = SECOND * 4 // 10  # a new page ignores touches meant for the one before
    code_tries: int = 5  # wrong codes in a row, and then
    code_wait: Nanos = 30 * SECOND  # one more for each such time


class Duty(StrEnum):
    """What staff may do, as the ledger names it."""

    RESET = "reset"
    ALARM_CLEARED = "alarm_cleared"
    ZONE_OFF = "zone_off"
    ZONE_ON = "zone_on"
    HELPED_WITHDRAW = "helped_withdraw"
    SIGN_ASKED = "sign_asked"


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"


class Analysis(StrEnum):
    """The true state of face analysis for one visitor."""

    OFF = "off"
    WAITING = "waiting"  # granted, not yet acknowledged by every gate and bound to one body
    ON = "on"
    NO_CAMERA = "no_camera"
    UNCONFIRMED = "unconfirmed"
    AMBIGUOUS = "ambiguous"
    TAINTED = "tainted"  # was on, until somebody came too close
    LOST = "lost"
    UNHEARD = "unheard"  # a camera did not say that it stopped: all are off until staff have looked


class Problem(StrEnum):
    """Why a code or a receipt leads nowhere."""

    UNKNOWN = "unknown"  # well formed, and nobody's
    MISTYPED = "mistyped"
    ALTERED = "altered"
    ELSEWHERE = "elsewhere"  # another shop's
    EXPIRED = "expired"
    WAIT = "wait"  # too many wrong ones
    NOTHING = "nothing"  # typed by staff, who are not told whether it is unknown, a no, or taken back already


class Condition(StrEnum):
    """What must work before the kiosk may ask anything."""

    LEDGER = "ledger"
    KIOSK = "kiosk"  # an error of our own: only a restart mends it
    GATES = "gates"  # a gate did not say that it stopped: only staff mend it
    STAFF = "staff"  # staff turned it off for everyone: only staff turn it on again


@dataclass(frozen=True, slots=True)
class View:
    """How one visitor has the screen and its voice: forgotten with the visit."""

    large: bool = False
    contrast: bool = False
    low: bool = False  # every control below the line that the store has set
    speaking: bool = False
    slow: bool = False
    volume: int = 1  # 0, 1 or 2
    aloud: bool = False  # the answer, too, may be said on a loudspeaker


@dataclass(frozen=True, slots=True)
class Visit:
    id: VisitId
    language: str
    view: View = View()

    @property
    def order(self) -> tuple[Choice, Choice]:
        """Which answer stands first: as the visit's random id has it, so that neither does more often."""
        return (Choice.OPT_IN, Choice.OPT_OUT) if int(self.id[-1], 16) % 2 == 0 else (Choice.OPT_OUT, Choice.OPT_IN)


@dataclass(frozen=True, slots=True)
class Permission:
    """A recorded yes that the gates have been told of."""

    visit: VisitId
    record: str  # hash of the ledger record
    tapped: Nanos
    expires: Nanos
    purposes: tuple[Purpose, ...]
    party: int = 1  # how many said yes together
    acknowledged: bool = False
    bound: bool = False

    @property
    def confirmed(self) -> bool:
        """Every gate acknowledged, and one body is the visitor."""
        return self.acknowledged and self.bound


# --- pages ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Attract:
    pass


@dataclass(frozen=True, slots=True)
class Languages:
    visit: Visit
    beneath: "Page" = Attract()


@dataclass(frozen=True, slots=True)
class Preferences:
    """Text, sound and layout."""

    visit: Visit
    beneath: "Adjustable"


@dataclass(frozen=True, slots=True)
class Asking:
    visit: Visit
    details: bool = False
    answered: bool = False  # once already, and undone
    party: int = 1  # how many answer together: it stays off unless all say yes, one after the other
    agreed: int = 0  # how many of them have
    choices: tuple[Choice, ...] | None = None  # so far, for the first purposes, where each is asked by itself
    before: tuple[Shown, ...] = ()  # what was on the screen at these


@dataclass(frozen=True, slots=True)
class Recording:
    """The decision is on its way to the disk."""

    visit: Visit
    answer: Answer
    of: VisitId
    tapped: Nanos
    retry_until: Nanos = 0
    party: int = 1
    agreed: tuple[Purpose, ...] = ()
    young: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    visit: Visit
    answer: Answer
    of: VisitId  # the visit that the answer is about: another one after a withdrawal by receipt
    undo_until: Nanos
    analysis: Analysis = Analysis.OFF
    receipt: "Receipt | None" = None
    retry_until: Nanos = 0  # never again once a body was bound: the next one on the mark may be somebody else
    party: int = 1
    agreed: tuple[Purpose, ...] = ()  # of what was asked
    young: bool = False  # somebody who said that they are too young to be asked
    erased: tuple[Erasure, ...] = ()  # what the gates said after a withdrawal


@dataclass(frozen=True, slots=True)
class CodePad:
    visit: Visit
    typed: str = ""
    problem: Problem | None = None
    beneath: "Page" = Attract()
    helper: str = ""  # the staff account that types it for a visitor


@dataclass(frozen=True, slots=True)
class Recalled:
    """A receipt was found: what it says, and one touch to take it back."""

    visit: Visit
    of: VisitId
    answer: Answer
    helper: str = ""


@dataclass(frozen=True, slots=True)
class PinPad:
    beneath: "Page"
    typed: str = ""
    refused: bool = False
    named: str = ""  # by a badge: no other account's PIN fits
    strange: bool = False  # a badge was shown that is nobody's
    until: Nanos = 0  # no PIN is looked at before


@dataclass(frozen=True, slots=True)
class StaffDesk:
    beneath: "Page"
    by: str
    done: Duty | None = None  # what was done last


@dataclass(frozen=True, slots=True)
class StillThere:
    beneath: "Page"
    until: Nanos


@dataclass(frozen=True, slots=True)
class Fault:
    pass


Adjustable = Languages | Asking | Answered | CodePad | Recalled
Page = (
    Attract
    | Languages
    | Preferences
    | Asking
    | Recording
    | Answered
    | CodePad
    | Recalled
    | PinPad
    | StaffDesk
    | StillThere
    | Fault
)


@dataclass(frozen=True, slots=True)
class State:
    page: Page = Attract()
    turned: Nanos = 0  # when this page came up
    touched: Nanos = 0
    permissions: tuple[Permission, ...] = ()
    broken: frozenset[Condition] = frozenset()
    unrecorded: tuple[Entry, ...] = ()  # in force, waiting for a disk that works
    codes_forgotten: Nanos = 0  # when the wrong codes so far no longer count
    ignored: int = 0


# --- events --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Touched:
    """A touch on nothing in particular: somebody is here."""


@dataclass(frozen=True, slots=True)
class Approached:
    """The attract screen was touched anywhere but on a language. view: of somebody who wants it read aloud from the start."""

    visit: VisitId
    language: str  # that the attract screen had
    view: View = View()


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    visit: VisitId  # the id of the visit that this begins, if it begins one
    language: str


@dataclass(frozen=True, slots=True)
class LanguagesOpened:
    pass


@dataclass(frozen=True, slots=True)
class PreferencesOpened:
    pass


@dataclass(frozen=True, slots=True)
class Viewed:
    """The visitor has the screen or its voice another way from now on."""

    view: View


@dataclass(frozen=True, slots=True)
class DetailsOpened:
    pass


@dataclass(frozen=True, slots=True)
class PartyCounted:
    """So many people answer together."""

    people: int


@dataclass(frozen=True, slots=True)
class OneByOne:
    """Ask for each purpose by itself."""


@dataclass(frozen=True, slots=True)
class TooYoung:
    """The visitor says that they are under the age that may be asked."""

    shown: Shown


@dataclass(frozen=True, slots=True)
class Agreed:
    shown: Shown


@dataclass(frozen=True, slots=True)
class Refused:
    shown: Shown


@dataclass(frozen=True, slots=True)
class Undone:
    pass


@dataclass(frozen=True, slots=True)
class TriedAgain:
    """The visitor now stands alone on the mark and touches again."""


@dataclass(frozen=True, slots=True)
class Finished:
    pass


@dataclass(frozen=True, slots=True)
class CodeOpened:
    visit: VisitId
    language: str


@dataclass(frozen=True, slots=True)
class CodeTyped:
    text: str  # one character, or "" to erase the last


@dataclass(frozen=True, slots=True)
class CodeScanned:
    """A receipt, or a short code, was held before the scanner."""

    visit: VisitId
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Withdrew:
    pass


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """From a recalled receipt: put the question once more."""


@dataclass(frozen=True, slots=True)
class WentBack:
    pass


@dataclass(frozen=True, slots=True)
class Stayed:
    pass


@dataclass(frozen=True, slots=True)
class StaffCalled:
    pass


@dataclass(frozen=True, slots=True)
class BadgeShown:
    """A staff badge was held before the scanner."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PinTyped:
    text: str  # one digit, or "" to erase the last


@dataclass(frozen=True, slots=True)
class PinEntered:
    pass


@dataclass(frozen=True, slots=True)
class VisitReset:
    """Staff: end this visit and every permission."""


@dataclass(frozen=True, slots=True)
class AlarmCleared:
    """Staff: the camera that did not say that it stopped was looked at."""


@dataclass(frozen=True, slots=True)
class ZoneTurnedOff:
    """Staff: nobody is asked and nobody looked at, until staff turn it on again."""


@dataclass(frozen=True, slots=True)
class ZoneTurnedOn:
    """Staff: visitors are asked again."""


@dataclass(frozen=True, slots=True)
class SignAsked:
    """Staff: a new sign for the door."""


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """Staff: a visitor wants a yes taken back, and tells its code. visit: the id of the visit that this begins."""

    visit: VisitId
    language: str


@dataclass(frozen=True, slots=True)
class Recorded:
    entry: Entry
    record: str  # hash of the ledger record, hex


@dataclass(frozen=True, slots=True)
class NotRecorded:
    entry: Entry


@dataclass(frozen=True, slots=True)
class Receipted:
    receipt: "Receipt"


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The gates' answer to a grant: how many were told, how many applied it in time."""

    visit: VisitId
    asked: int
    applied: int


@dataclass(frozen=True, slots=True)
class Bound:
    """A gate says what became of tying a visit to a body."""

    visit: VisitId
    state: str  # bound, ambiguous, tainted, lost, left


@dataclass(frozen=True, slots=True)
class Stopped:
    """What the gates answered to the end of a permission: how many were told, and which of them did not confirm it in time."""

    visit: VisitId  # or EVERY_VISIT
    silent: tuple[str, ...] = ()  # cameras


@dataclass(frozen=True, slots=True)
class NotErased:
    """These cameras did not say in time what they erased after a withdrawal."""

    visit: VisitId
    cameras: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """A gate says what it erased after a withdrawal."""

    visit: VisitId
    erasure: Erasure


@dataclass(frozen=True, slots=True)
class Found:
    """The visit behind a code or receipt and what it last said, or why there is none."""

    visit: VisitId | None
    answer: Answer | None = None
    problem: Problem = Problem.UNKNOWN


@dataclass(frozen=True, slots=True)
class NoticeChanged:
    """Another notice is in force. ends: what it changed is more than words, so that what was agreed to is no more."""

    version: str
    notice: str  # its hash
    ends: bool
    law: Mapping[str, Any] = field(default_factory=dict)  # whose, and what the shop says that it has done


@dataclass(frozen=True, slots=True)
class StaffNamed:
    """Whose badge was shown: "" for none, None for nobody's. wait: how long no PIN is looked at."""

    name: str | None
    wait: Nanos = 0


@dataclass(frozen=True, slots=True)
class PinChecked:
    by: str | None  # the staff account, None when no PIN fits
    wait: Nanos = 0  # how long no other is looked at


@dataclass(frozen=True, slots=True)
class Broke:
    condition: Condition


@dataclass(frozen=True, slots=True)
class Mended:
    condition: Condition


@dataclass(frozen=True, slots=True)
class Restarted:
    """The kiosk has just started; these visits were open when it last stopped.

    alarmed: an alarm was not cleared by then. off: staff had turned it off.
    """

    interrupted: tuple[VisitId, ...] = ()
    alarmed: bool = False
    off: bool = False


@dataclass(frozen=True, slots=True)
class TimePassed:
    pass


VisitorEvent = (
    Touched
    | Approached
    | LanguageChosen
    | LanguagesOpened
    | PreferencesOpened
    | Viewed
    | DetailsOpened
    | PartyCounted
    | Agreed
    | Refused
    | Undone
    | OneByOne
    | TooYoung
    | TriedAgain
    | Finished
    | CodeOpened
    | CodeTyped
    | CodeScanned
    | Withdrew
    | AskedAgain
    | WentBack
    | Stayed
    | StaffCalled
    | BadgeShown
    | PinTyped
    | PinEntered
    | VisitReset
    | AlarmCleared
    | ZoneTurnedOff
    | ZoneTurnedOn
    | SignAsked
    | HelpAsked
)
SystemEvent = (
    Recorded
    | NotRecorded
    | Receipted
    | Acknowledged
    | Bound
    | Stopped
    | NotErased
    | Erased
    | Found
    | StaffNamed
    | PinChecked
    | NoticeChanged
    | Broke
    | Mended
    | Restarted
    | TimePassed
)
Event = VisitorEvent | SystemEvent


# --- effects -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Record:
    """Commit to the ledger. Answered by Recorded or NotRecorded."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Grant:
    """Tell the gates. Answered by Acknowledged, then by Bound as bodies move."""

    permission: Permission


@dataclass(frozen=True, slots=True)
class Suppress:
    """Tell the gates. Answered by Stopped where a permission was in force, and by Erased."""

    visit: VisitId  # or EVERY_VISIT
    why: str
    tapped: Nanos = 0  # of the touch that says no: whoever stood at the kiosk then loses an older permission too
    erase: bool = False  # taken back: the gates erase what they hold, and say so


@dataclass(frozen=True, slots=True)
class IssueReceipt:
    """Sign a receipt. Answered by Receipted."""

    visit: VisitId
    answer: Answer
    agreed: tuple[Purpose, ...] = ()


@dataclass(frozen=True, slots=True)
class FindCode:
    """Look a short code or a scanned receipt up. Answered by Found."""

    text: str


@dataclass(frozen=True, slots=True)
class NameStaff:
    """Whose badge is it? "" for none. Answered by StaffNamed."""

    badge: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CheckPin:
    """Answered by PinChecked. named: the only account that may fit, "" for any."""

    pin: str = field(repr=False)
    named: str = ""


Effect = Record | Grant | Suppress | IssueReceipt | FindCode | NameStaff | CheckPin
Effects = tuple[Effect, ...]

MENDED_BY_STAFF = frozenset({Condition.GATES, Condition.STAFF})
CODE_LENGTH = 10
PIN_LENGTH = 6
RECORDED_BY = {
    Answer.YES: (Act.OPT_IN, Act.RENEWED),
    Answer.NO: (Act.OPT_OUT,),
    Answer.WITHDRAWN: (Act.WITHDRAWN,),
}


# --- the step ------------------------------------------------------------------------------------------------------


def step(state: State, event: Event, now: Nanos, rules: Rules) -> tuple[State, Effects]:
    if isinstance(event, SystemEvent):
        after, effects = _hear(state, event, now, rules)
    elif now < state.turned + rules.dead:
        after, effects = _ignore(state)
    else:
        after, effects = _act(state, event, now, rules)
        if after.ignored == state.ignored:
            after = replace(after, touched=now)
    if type(after.page) is not type(state.page):
        after = replace(after, turned=now)
    return after, effects


def deadline(state: State, rules: Rules) -> Nanos | None:
    """When `TimePassed` must be sent next."""
    times = [each.expires if each.confirmed else each.tapped + rules.settle for each in state.permissions]
    match state.page:
        case Attract() | Fault():
            pass
        case StillThere(until=until):
            times.append(until)
        case _:
            times.append(state.touched + rules.idle)
    return min(times, default=None)


def visit_of(page: Page) -> Visit | None:
    """The visit that a page belongs to, also under the pages that cover it."""
    while isinstance(page, StillThere | PinPad | StaffDesk):
        page = page.beneath
    return None if isinstance(page, Attract | Fault) else page.visit


def language(state: State, rules: Rules) -> str:
    """The language on the screen: the visitor's while there is one, else, and for staff, the store's first."""
    visit = None if isinstance(state.page, PinPad | StaffDesk) else visit_of(state.page)
    return visit.language if visit else rules.languages[0]


def analysis(state: State) -> Analysis:
    """Face analysis for the visitor at the screen."""
    page = state.page
    while isinstance(page, StillThere | PinPad | StaffDesk | Preferences):
        page = page.beneath
    return page.analysis if isinstance(page, Answered) else Analysis.OFF


def _ignore(state: State) -> tuple[State, Effects]:
    return replace(state, ignored=state.ignored + 1), ()


def _turn(state: State, page: Page) -> tuple[State, Effects]:
    return replace(state, page=page), ()


def _act(state: State, event: VisitorEvent, now: Nanos, rules: Rules) -> tuple[State, Effects]:
    """What people do at the screen."""
    match state.page, event:
        case page, StaffCalled() if not isinstance(page, Recording | PinPad | StaffDesk):
            return state, (NameStaff(),)
        case page, BadgeShown(text) if not isinstance(page, Recording | StaffDesk):
            return state, (NameStaff(text),)

        case Attract(), Approached(visit, spoken, view) if spoken in rules.languages:
            return _turn(state, Languages(Visit(visit, spoken, view)))
        case Attract(), LanguageChosen(visit, chosen) if chosen in rules.languages:
            return _turn(state, Asking(Visit(visit, chosen)))
        case Attract(), CodeOpened(visit, spoken) if spoken in rules.languages:
            return _turn(state, CodePad(Visit(visit, spoken)))
        case Attract(), CodeScanned(visit, spoken, text) if spoken in rules.languages:
            return _look_up(state, CodePad(Visit(visit, spoken)), text, now, rules)
        case Fault() as page, CodeScanned(visit, spoken, text) if spoken in rules.languages and _closed(state):
            return _look_up(state, CodePad(Visit(visit, spoken), beneath=page), text, now, rules)

        case Languages(visit, beneath), LanguageChosen(_, chosen) if chosen in rules.languages:
            visit = replace(visit, language=chosen)
            back = replace(beneath, visit=visit) if isinstance(beneath, Asking | CodePad) else Asking(visit)
            return _turn(state, back)
        case Languages(visit, beneath), WentBack():
            return _turn(state, replace(beneath, visit=visit) if isinstance(beneath, Asking | CodePad) else beneath)

        case Languages() | Asking() | Answered() | CodePad() | Recalled() as page, PreferencesOpened():
            return _turn(state, Preferences(page.visit, page))
        case Preferences(visit, beneath), Viewed(view):
            visit = replace(visit, view=view)
            return replace(state, page=Preferences(visit, replace(beneath, visit=visit)), turned=now), ()
        case Preferences(beneath=beneath), WentBack():
            return _turn(state, beneath)
        case Languages() | Asking() | Answered() | CodePad() | Recalled() as page, Viewed(view):
            return replace(state, page=replace(page, visit=replace(page.visit, view=view)), turned=now), ()

        case Asking(visit) as page, LanguagesOpened():
            return _turn(state, Languages(visit, page))
        case Asking(details=False) as page, DetailsOpened():
            return _turn(state, replace(page, details=True))
        case Asking(details=True) as page, WentBack():
            return _turn(state, replace(page, details=False))
        case Asking(choices=tuple()) as page, WentBack():
            return _turn(state, replace(page, choices=None, before=()))
        case Asking(visit) as page, CodeOpened():
            return _turn(state, CodePad(visit, beneath=page))
        case Asking(visit) as page, CodeScanned(text=text):
            return _look_up(state, CodePad(visit, beneath=page), text, now, rules)
        case Answered(visit, Answer.YES, analysis=Analysis.AMBIGUOUS, retry_until=until), PartyCounted(people) if (
            now < until and 1 < people <= rules.party
        ):
            return _turn(state, Asking(visit, answered=True, party=people))
        case Asking(details=False, party=party) as page, PartyCounted(people) if 1 < people <= rules.party and party > 1:
            return _turn(state, replace(page, party=people, agreed=0, before=()))
        case Asking(details=False, party=party, agreed=agreed) as page, Agreed(shown) if agreed + 1 < party:
            return replace(state, page=replace(page, agreed=agreed + 1, before=(*page.before, shown)), turned=now), ()
        case Asking(details=False, party=1, choices=None) as page, OneByOne() if len(rules.purposes) > 1:
            return replace(state, page=replace(page, choices=()), turned=now), ()
        case Asking(details=False, choices=tuple() as choices) as page, Agreed(shown) | Refused(shown):
            choices = (*choices, Choice.OPT_IN if isinstance(event, Agreed) else Choice.OPT_OUT)
            if len(choices) < len(rules.purposes):
                page = replace(page, choices=choices, before=(*page.before, shown))
                return replace(state, page=page, turned=now), ()
            answered = zip(rules.purposes, choices, strict=True)
            return _decide(state, page, tuple(each for each, choice in answered if choice is Choice.OPT_IN), shown, now, rules)
        case Asking(details=False) as page, Agreed(shown):
            return _decide(state, page, rules.purposes, shown, now, rules)
        case Asking(details=False) as page, Refused(shown):
            return _decide(state, page, (), shown, now, rules)
        # Not one by one: how many questions were seen would tell who said so.
        case Asking(details=False, choices=None) as page, TooYoung(shown):
            return _decide(state, page, (), shown, now, rules, young=True)

        case Answered(visit, Answer.YES, of, undo_until=until), Undone() if now < until:
            after = _without(replace(state, page=Asking(visit, answered=True)), of)
            return after, (Suppress(of, "undone", now, erase=True), Record(Entry(Act.WITHDRAWN, of, why="undone")))
        case Answered(visit, Answer.NO, undo_until=until), Undone() if now < until:
            return _turn(state, Asking(visit, answered=True))
        case Answered(visit, Answer.YES, of, analysis=doubt, retry_until=until) as page, TriedAgain() if (
            now < until and doubt not in (Analysis.ON, Analysis.WAITING)
        ):
            after = replace(state, page=Recording(visit, Answer.YES, of, now, until, page.party, page.agreed))
            return after, (Record(Entry(Act.RENEWED, of)),)
        case Answered(), Finished():
            return _reset(state)

        case CodePad(typed=typed) as page, CodeTyped(""):
            return _turn(state, replace(page, typed=typed[:-1], problem=None))
        case CodePad(typed=typed) as page, CodeTyped(text) if len(typed) < CODE_LENGTH and len(text) == 1:
            page = replace(page, typed=typed + text, problem=None)
            return _look_up(state, page, page.typed, now, rules) if len(page.typed) == CODE_LENGTH else _turn(state, page)
        case CodePad() as page, CodeScanned(text=text):
            return _look_up(state, page, text, now, rules)
        case CodePad(visit, beneath=beneath), WentBack():
            return _turn(state, replace(beneath, visit=visit) if isinstance(beneath, Asking) else beneath)
        case CodePad(visit) as page, LanguagesOpened():
            return _turn(state, Languages(visit, page))

        case Recalled(visit, of, Answer.YES, helper), Withdrew():
            after = replace(state, page=Recording(visit, Answer.WITHDRAWN, of, now))
            helped = (Record(Entry(Act.STAFF, why=Duty.HELPED_WITHDRAW, by=helper)),) if helper else ()
            return _without(after, of), (
                Suppress(of, "withdrawn", now, erase=True),
                Record(Entry(Act.WITHDRAWN, of, why="receipt")),
                *helped,
            )
        case Recalled(visit, helper=""), AskedAgain() if not state.broken:
            return _turn(state, Asking(visit))
        case Recalled(visit, helper=helper), CodeScanned(text=text):
            return _look_up(state, CodePad(visit, beneath=_home(state), helper=helper), text, now, rules)
        case Recalled(), Finished():
            return _turn(state, _home(state))

        case StillThere(beneath), Stayed() | Touched():
            return _turn(state, beneath)

        case PinPad(typed=typed, until=until) as page, PinTyped(text) if len(text) <= 1 and now >= until:
            typed = typed + text if text else typed[:-1]
            return _turn(state, replace(page, typed=typed[:PIN_LENGTH], refused=False, strange=False))
        case PinPad(typed=typed, named=named, until=until), PinEntered() if typed and now >= until:
            return state, (CheckPin(typed, named),)
        case PinPad(beneath) | StaffDesk(beneath), WentBack():
            return _turn(state, beneath)
        case StaffDesk(by=by, done=done), VisitReset() if done is not Duty.RESET:
            after, ended = _end_all(state, "staff")
            return _done(after, by, Duty.RESET, *ended)
        case StaffDesk(by=by), AlarmCleared() if Condition.GATES in state.broken:
            return _done(replace(state, broken=state.broken - {Condition.GATES}), by, Duty.ALARM_CLEARED)
        case StaffDesk(by=by), ZoneTurnedOff() if Condition.STAFF not in state.broken:
            after, ended = _end_all(replace(state, broken=state.broken | {Condition.STAFF}), "staff")
            return _done(after, by, Duty.ZONE_OFF, *ended)
        case StaffDesk(by=by), ZoneTurnedOn() if Condition.STAFF in state.broken:
            return state, (Record(Entry(Act.STAFF, why=Duty.ZONE_ON, by=by)),)
        case StaffDesk(by=by), SignAsked():
            return state, (Record(Entry(Act.STAFF, why=Duty.SIGN_ASKED, by=by)),)
        case StaffDesk(by=by), HelpAsked(visit, spoken) if spoken in rules.languages and (_closed(state) or not state.broken):
            after, lapsed = _reset(state)
            return replace(after, page=CodePad(Visit(visit, spoken), beneath=after.page, helper=by)), lapsed

        case (
            (Languages() | Preferences() | Asking() | Answered() | CodePad() | Recalled() | PinPad() | StaffDesk()),
            Touched(),
        ):
            return state, ()
        case _:
            return _ignore(state)


def _hear(state: State, event: SystemEvent, now: Nanos, rules: Rules) -> tuple[State, Effects]:
    """What the ledger, the gates and the clock say."""
    match event:
        case Recorded(Entry(Act.STAFF, why=Duty.ZONE_ON, by=by)) if Condition.STAFF in state.broken:
            after = replace(state, broken=state.broken - {Condition.STAFF})
            return _turn(
                after, StaffDesk(_home(after), by, Duty.ZONE_ON) if isinstance(state.page, StaffDesk) else _home(after)
            )
        case Recorded(entry, record):
            return _recorded(state, entry, record, now, rules)
        case NotRecorded(entry):
            opens = entry.act in RECORDED_BY[Answer.YES] or (entry.act, entry.why) == (Act.STAFF, Duty.ZONE_ON)
            kept = state.unrecorded if opens else (*state.unrecorded, entry)
            return _break(replace(state, unrecorded=kept), Condition.LEDGER)

        case Receipted(receipt):
            return _on_answer(state, receipt.visit, lambda page: replace(page, receipt=receipt))

        case Acknowledged(visit, asked, applied):
            if asked == 0:
                return _doubt(state, visit, Analysis.NO_CAMERA, "no_camera")
            if applied < asked:
                return _doubt(state, visit, Analysis.UNCONFIRMED, "unconfirmed")
            return _confirm(state, visit, acknowledged=True)
        case Bound(visit, "bound"):
            return _confirm(state, visit, bound=True)
        case Bound(visit, "ambiguous"):
            return _doubt(state, visit, Analysis.AMBIGUOUS, "ambiguous")
        case Bound(visit, "tainted"):
            return _doubt(state, visit, Analysis.TAINTED, "tainted")
        case Bound(visit, why):
            return _doubt(state, visit, Analysis.LOST, why)
        case Stopped(visit, silent):
            return _raise_alarm(state, visit, silent) if silent and Condition.GATES not in state.broken else (state, ())
        case NotErased(visit, cameras):
            told = Entry(Act.ERASURE, visit, why="unanswered", detail={"cameras": list(cameras)})
            return state, (Record(told),)
        case Erased(visit, erasure):
            after, _ = _on_answer(state, visit, lambda page: replace(page, erased=(*page.erased, erasure)))
            return after, (Record(Entry(Act.ERASURE, visit, detail=asdict(erasure) | {"counts": dict(erasure.counts)})),)

        case Found(of, answer, problem) if (
            isinstance(state.page, CodePad)
            and state.page.helper
            and (answer is not Answer.YES if of else problem is Problem.UNKNOWN)
        ):
            after = replace(state, page=replace(state.page, typed="", problem=Problem.NOTHING))
            return replace(after, codes_forgotten=max(state.codes_forgotten, now) + rules.code_wait), ()
        case Found(None, problem=problem) if isinstance(state.page, CodePad):
            after = replace(state, page=replace(state.page, typed="", problem=problem))
            guessed = problem is Problem.UNKNOWN
            return replace(after, codes_forgotten=max(state.codes_forgotten, now) + rules.code_wait) if guessed else after, ()
        case Found(str() as of, Answer() as answer) if isinstance(state.page, CodePad):
            return _turn(state, Recalled(state.page.visit, of, answer, state.page.helper))

        case StaffNamed(name, wait) if not isinstance(state.page, Recording | StaffDesk):
            beneath = state.page.beneath if isinstance(state.page, StillThere | PinPad) else state.page
            return _turn(state, PinPad(beneath, named=name or "", strange=name is None, until=now + wait))
        case PinChecked(str() as by) if isinstance(state.page, PinPad):
            return _turn(state, StaffDesk(state.page.beneath, by))
        case PinChecked(None, wait) if isinstance(state.page, PinPad):
            return _turn(state, replace(state.page, typed="", refused=True, strange=False, until=now + wait))

        case NoticeChanged(version, notice, ends, law):
            after, ended = _end_all(state, "notice") if ends else (state, ())
            told = Entry(Act.NOTICE, detail={"version": version, "notice": notice, "ends": ends, "law": dict(law)})
            return after, (*ended, Record(told))

        case Broke(condition):
            return _break(state, condition)
        case Mended(condition) if condition in state.broken:
            broken = state.broken - {condition}
            late = () if Condition.LEDGER in broken else tuple(Record(entry) for entry in state.unrecorded)
            after = replace(state, broken=broken, unrecorded=() if late else state.unrecorded)
            return replace(after, page=_over_home(after, state.page)), late
        case Restarted(interrupted, alarmed, off):
            after, ended = _end_all(state, "restarted")
            found = {Condition.GATES: alarmed, Condition.STAFF: off}
            after = replace(after, broken=after.broken | {condition for condition in found if found[condition]})
            late = tuple(Record(Entry(Act.ENDED, visit, why="interrupted")) for visit in interrupted)
            return replace(after, page=_home(after)), (*ended, *late)

        case TimePassed():
            return _time_passed(state, now, rules)
        case Found() | StaffNamed() | PinChecked() | Mended():
            return _ignore(state)
        case _:
            assert_never(event)


def _recorded(state: State, entry: Entry, record: str, now: Nanos, rules: Rules) -> tuple[State, Effects]:
    page = state.page
    if not isinstance(page, Recording) or entry.visit != page.of or entry.act not in RECORDED_BY[page.answer]:
        return state, ()
    answered = Answered(
        page.visit,
        page.answer,
        page.of,
        now + (max(rules.undo, rules.undo_heard) if page.visit.view.speaking else rules.undo),
        retry_until=page.retry_until,
        party=page.party,
        agreed=page.agreed,
        young=page.young,
    )
    receipt = IssueReceipt(page.of, page.answer, page.agreed)
    if page.answer is not Answer.YES:
        return replace(state, page=answered), (receipt,)
    waiting = replace(state, page=replace(answered, analysis=Analysis.WAITING))
    after, granted = _grant(waiting, page, record, now, rules)
    return after, (*granted, receipt)


def _grant(state: State, page: Recording, record: str, now: Nanos, rules: Rules) -> tuple[State, Effects]:
    permission = Permission(page.of, record, page.tapped, now + rules.visit, page.agreed, page.party)
    others = tuple(each for each in state.permissions if each.visit != page.of)
    return replace(state, permissions=(*others, permission)), (Grant(permission),)


def _confirm(state: State, visit: VisitId, acknowledged: bool = False, bound: bool = False) -> tuple[State, Effects]:
    """One of the two things that make a permission real has happened: every gate acknowledged, a body is bound."""
    if not any(permission.visit == visit for permission in state.permissions):
        return _ignore(state)
    state = replace(
        state,
        permissions=tuple(
            replace(each, acknowledged=each.acknowledged or acknowledged, bound=each.bound or bound)
            if each.visit == visit
            else each
            for each in state.permissions
        ),
    )
    if bound:
        state, _ = _on_answer(state, visit, lambda page: replace(page, retry_until=0))
    if any(each.visit == visit and each.confirmed for each in state.permissions):
        return _on_answer(state, visit, lambda page: replace(page, analysis=Analysis.ON))
    return state, ()


def _doubt(state: State, visit: VisitId, analysis: Analysis, why: str) -> tuple[State, Effects]:
    """This permission cannot stand: off, and said so while the visitor is at the screen."""
    if not any(permission.visit == visit for permission in state.permissions):
        return _ignore(state)
    after, _ = _on_answer(_without(state, visit), visit, lambda page: replace(page, analysis=analysis))
    return after, (Suppress(visit, why), Record(Entry(Act.ENDED, visit, why=why)))


def _on_answer(state: State, visit: VisitId, change: Callable[[Answered], Answered]) -> tuple[State, Effects]:
    """Change the answer page of a visit, wherever it lies under the pages that cover it."""

    def dig(page: Page) -> Page:
        match page:
            case StillThere(beneath=beneath) | PinPad(beneath=beneath) | StaffDesk(beneath=beneath):
                return replace(page, beneath=dig(beneath))
            case Preferences(beneath=Answered(of=of) as answered) if of == visit:
                return replace(page, beneath=change(answered))
            case Answered(of=of) if of == visit:
                return change(page)
            case _:
                return page

    return replace(state, page=dig(state.page)), ()


def _without(state: State, visit: VisitId) -> State:
    return replace(state, permissions=tuple(each for each in state.permissions if each.visit != visit))


def _end_all(state: State, why: str) -> tuple[State, Effects]:
    ended = tuple(Record(Entry(Act.ENDED, each.visit, why=why)) for each in state.permissions)
    return replace(state, permissions=()), (Suppress(EVERY_VISIT, why), *ended)


def _break(state: State, condition: Condition) -> tuple[State, Effects]:
    """Cameras off first. What could not be written waits until it can."""
    after, effects = _end_all(state, "fault")
    entries = tuple(effect.entry for effect in effects if isinstance(effect, Record))
    after = replace(after, broken=state.broken | {condition}, unrecorded=state.unrecorded + entries)
    return replace(after, page=_over_home(after, state.page)), effects[:1]


def _raise_alarm(state: State, visit: VisitId, silent: tuple[str, ...]) -> tuple[State, Effects]:
    """A gate that was told to stop did not say that it has: nobody is looked at any more, until staff have seen to it."""
    after, ended = _end_all(state, "alarm")
    after = replace(after, broken=state.broken | {Condition.GATES})
    after = replace(after, page=_over_home(after, state.page))
    match state.page:
        case Answered(answer=Answer.WITHDRAWN, of=of) as page if of == visit:
            after = replace(after, page=replace(page, analysis=Analysis.UNHEARD))
    about = None if visit == EVERY_VISIT else visit
    return after, (*ended, Record(Entry(Act.ALARM, about, detail={"cameras": list(silent)})))


def _home(state: State) -> Page:
    return Fault() if state.broken else Attract()


def _closed(state: State) -> bool:
    """Is nobody asked, while a yes can still be taken back?"""
    return bool(state.broken) and state.broken <= MENDED_BY_STAFF


def _over_home(state: State, page: Page) -> Page:
    """Where a visit has ended: staff stay at their page."""
    return replace(page, beneath=_home(state)) if isinstance(page, PinPad | StaffDesk) else _home(state)


def _done(state: State, by: str, duty: Duty, *first: Effect) -> tuple[State, Effects]:
    """What staff did, and is recorded after these effects; whatever was on the screen beneath is forgotten."""
    return replace(state, page=StaffDesk(_home(state), by, duty)), (*first, Record(Entry(Act.STAFF, why=duty, by=by)))


def _look_up(state: State, page: CodePad, text: str, now: Nanos, rules: Rules) -> tuple[State, Effects]:
    guessable = "#" not in text  # else a receipt, which nobody can guess
    if guessable and state.codes_forgotten - now > (rules.code_tries - 1) * rules.code_wait:
        return _turn(state, replace(page, typed="", problem=Problem.WAIT))
    return replace(state, page=page), (FindCode(text),)


def _decide(
    state: State, page: Asking, agreed: tuple[Purpose, ...], shown: Shown, now: Nanos, rules: Rules, young: bool = False
) -> tuple[State, Effects]:
    visit = page.visit
    party = page.party if agreed else 1
    signed = signature(visit.id, (*page.before, shown)) if agreed and rules.signed else ""
    decision = Decision(rules.purposes, agreed, shown, page.before, party, profile=rules.profile, signature=signed)
    if agreed:
        recording = Recording(visit, Answer.YES, visit.id, now, now + rules.retry, party, agreed)
        return replace(state, page=recording), (Record(Entry(Act.OPT_IN, visit.id, decision)),)
    after = replace(state, page=Recording(visit, Answer.NO, visit.id, now, young=young))
    return _without(after, visit.id), (
        Suppress(visit.id, "refused", now),
        Record(Entry(Act.OPT_OUT, visit.id, decision)),
    )


def _reset(state: State) -> tuple[State, Effects]:
    """Forget this visit. Its permission, if it gave one, lives on until it is used up, taken back or in doubt."""
    page = state.page
    while isinstance(page, StillThere | PinPad | StaffDesk | Preferences):
        page = page.beneath
    after = replace(state, page=_home(state))
    match page:
        case Asking(visit, answered=False) | Languages(visit, Asking(answered=False) | Attract()):
            return after, (Suppress(visit.id, "lapsed"), Record(Entry(Act.LAPSED, visit.id)))
        case _:
            return after, ()


def _time_passed(state: State, now: Nanos, rules: Rules) -> tuple[State, Effects]:
    for each in state.permissions:
        if now >= each.expires:
            return _doubt(state, each.visit, Analysis.LOST, "expired")
        if not each.confirmed and now >= each.tapped + rules.settle:
            return _doubt(state, each.visit, Analysis.UNCONFIRMED, "unconfirmed")
    match state.page:
        case StillThere(until=until) if now >= until:
            return _reset(state)
        case Attract() | Fault() | StillThere():
            return state, ()
        case PinPad() | StaffDesk() | Recording() if now >= state.touched + rules.idle:
            return _reset(state)
        case page if now >= state.touched + rules.idle:
            return _turn(state, StillThere(page, until=now + rules.warning))
        case _:
            return state, ()
