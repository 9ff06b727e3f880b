"""The visitor's view model: frozen props derived from the state, and one slot for each thing a visitor can do."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Property, QLocale, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.consent.code import short_code, spaced
from kiosk.consent.decision import Choice, Shown
from kiosk.consent.erasure import Erasure
from kiosk.consent.notice import Notice, Words, comma
from kiosk.consent.visit import (
    SECOND,
    Agreed,
    Answered,
    Approached,
    AskedAgain,
    Asking,
    Attract,
    CodeOpened,
    CodePad,
    CodeScanned,
    CodeTyped,
    Condition,
    DetailsOpened,
    Event,
    Fault,
    Finished,
    LanguageChosen,
    LanguagesOpened,
    Nanos,
    OneByOne,
    PartyCounted,
    Preferences,
    PreferencesOpened,
    Recalled,
    Recording,
    Refused,
    Rules,
    StaffCalled,
    State,
    Stayed,
    StillThere,
    TooYoung,
    Touched,
    TriedAgain,
    Undone,
    View,
    Viewed,
    WentBack,
    Withdrew,
    analysis,
    language,
    visit_of,
)
from kiosk.runner import Runner
from kiosk.screens import typography

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 200


@dataclass(frozen=True, slots=True)
class Props:
    """Everything that the visitor's pages show, apart from the interface's own words."""

    page: str = "Attract"
    language: str = "en"
    right_to_left: bool = False
    analysis: str = "off"
    older_yes: bool = False  # somebody's permission lives, and it may be this visitor's
    permitted: int = 0  # visitors whose faces may be looked at now
    known: bool = False  # or is the kiosk still opening?
    view: View = field(default_factory=View)
    yes_first: bool = True
    details: bool = False
    party: int = 1
    person: int = 1  # of the party, whose turn it is
    purpose: str = ""  # that is asked for by itself
    number: int = 0  # of how many
    answer: str = ""
    agreed: tuple[str, ...] = ()  # to these purposes, where it was not to all
    young: bool = False
    erased: tuple[Erasure, ...] = ()
    code: str = ""
    receipt_url: str = ""
    undo_seconds: int = 0
    retry_seconds: int = 0
    seconds_left: int = 0
    typed: str = ""
    problem: str = ""
    turned_off: bool = False  # by staff, for everyone
    words: Words | None = None


def derive_props(state: State, rules: Rules, words: dict[str, Words], now: Nanos, turn: int = 0) -> Props:
    """The props of a state at a moment. turn: whose turn it is of the languages while nobody is there. Pure."""
    page, tag, visit = state.page, language(state, rules), visit_of(state.page)
    if visit is None:
        tag = rules.languages[turn % len(rules.languages)]
    props = Props(
        page=type(page).__name__,
        language=tag,
        right_to_left=QLocale(tag).textDirection() == Qt.LayoutDirection.RightToLeft,
        analysis=analysis(state),
        older_yes=_older_yes(state),
        permitted=sum(each.party for each in state.permissions if each.confirmed),
        view=visit.view if visit else View(),
        yes_first=visit is None or visit.order[0] is Choice.OPT_IN,
        words=words[tag],
    )
    match page:
        case StillThere(beneath, until):
            beneath = beneath.beneath if isinstance(beneath, Preferences) else beneath
            answer = beneath.answer if isinstance(beneath, Answered) else ""
            return replace(props, seconds_left=_seconds(until - now), answer=answer)
        case Asking(details=details, party=party, agreed=agreed, choices=None):
            return replace(props, details=details, party=party, person=agreed + 1)
        case Asking(details=details, choices=choices):
            return replace(props, details=details, purpose=rules.purposes[len(choices)], number=len(choices) + 1)
        case Recording(answer=answer, young=young):
            return replace(props, page="Answered", answer=answer, young=young)
        case Answered(answer=answer, receipt=receipt, undo_until=until, retry_until=retry_until, party=party, young=young):
            agreed = page.agreed if page.agreed != rules.purposes else ()
            props = replace(props, answer=answer, agreed=agreed, young=young, erased=page.erased)
            props = replace(props, retry_seconds=_seconds(retry_until - now), party=party)
            if receipt:
                props = replace(props, code=spaced(receipt.code), receipt_url=receipt.url)
            return props if answer == "withdrawn" else replace(props, undo_seconds=_seconds(until - now))
        case Fault():
            return replace(props, turned_off=state.broken == {Condition.STAFF})
        case CodePad(typed=typed, problem=problem):
            return replace(props, typed=spaced(typed), problem=problem or "")
        case Recalled(of=of, answer=answer):
            return replace(props, answer=answer, code=spaced(short_code(of)))
        case _:
            return props


def _older_yes(state: State) -> bool:
    """Does a permission live that the answer on the screen does not speak of?"""
    page = state.page
    while isinstance(page, StillThere | Preferences):
        page = page.beneath
    of = page.of if isinstance(page, Answered) else None
    return any(permission.visit != of for permission in state.permissions)


def _choices(languages: dict[str, str]) -> list[dict[str, str]]:
    return [{"tag": tag, "name": name, "family": typography.script(tag).family} for tag, name in languages.items()]


def _seconds(nanos: Nanos) -> int:
    return max(0, -(-nanos // SECOND))


@QmlElement
@QmlUncreatable("made by the app")
class Visitor(QObject):
    """shown: copies what is on the screen at this moment, for the record; turn_seconds: how long each language stays up while
    nobody is there, 0 for the first one always."""

    changed = Signal()
    betweenChanged = Signal()
    rearranged = Signal()  # other things to touch stand on the page than before
    tongueChanged = Signal()  # the language and with it every word

    def __init__(
        self,
        runner: Runner,
        notice: Notice,
        store: str,
        languages: dict[str, str],
        shown: Callable[[], Shown],
        turn_seconds: int = 0,
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._runner = runner
        self._whose_turn = 0
        self._notice = notice
        self._store = store
        self._languages = _choices(languages)
        self._shown = shown
        self._between = False
        self.voices: tuple[str, ...] = ()  # the languages that can be read aloud
        self.touched: Callable[[], bool] = lambda: False  # is a finger on the glass?
        self._props = self._derive()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._refresh)
        self._turns = QTimer(self, interval=turn_seconds * 1000)
        self._turns.timeout.connect(self._turn)
        self._take_turns()
        runner.changed.connect(self._refresh)

    def stop(self) -> None:
        """Nothing on the screen changes any more, whatever the runner may still hear."""
        self._runner.changed.disconnect(self._refresh)
        self._tick.stop()
        self._turns.stop()

    def offer(self, languages: dict[str, str]) -> None:
        """Have these chosen from, from now on."""
        if self._languages == (choices := _choices(languages)):
            return
        self._languages = choices
        self._whose_turn = 0
        self._refresh()
        self.tongueChanged.emit()
        self.rearranged.emit()

    def anew(self) -> None:
        """Have the page laid out once more: its letters are other ones."""
        self._set_between(True)
        self._set_between(False)

    def explain(self, notice: Notice, store: str) -> None:
        """Show another notice from now on."""
        self._notice, self._store = notice, store
        self._props = self._derive()
        self.tongueChanged.emit()
        self.changed.emit()

    def _derive(self) -> Props:
        runner = self._runner
        props = derive_props(runner.state, runner.rules, self._notice.words, runner.now(), self._whose_turn)
        return replace(props, known=runner.open)

    def _turn(self) -> None:
        if self.touched():
            return
        self._whose_turn = (self._whose_turn + 1) % len(self._runner.rules.languages)
        self._refresh()

    def _take_turns(self) -> None:
        if not isinstance(self._runner.state.page, Attract | Fault):
            self._turns.stop()
            self._whose_turn = 0
        elif self._turns.interval() and not self._turns.isActive():
            self._turns.start()

    def _refresh(self) -> None:
        self._take_turns()
        before, self._props = self._props, self._derive()
        if self._props.undo_seconds or self._props.retry_seconds or self._props.seconds_left:
            self._tick.start()
        else:
            self._tick.stop()
        if self._props.language != before.language:
            self._set_between(True)
            self.tongueChanged.emit()
        if self._props != before:
            self.changed.emit()
        self._set_between(False)

    def _set_between(self, between: bool) -> None:
        if self._between != between:
            self._between = between
            self.betweenChanged.emit()

    def _send(self, event: Event) -> None:
        self._runner.send(event)

    # --- what is shown ---------------------------------------------------------------------------------------------

    @Property(bool, notify=betweenChanged)
    def between(self) -> bool:
        """Does the language change now? A page that stayed would set its old words in the new language's font first."""
        return self._between

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._props.page

    @Property(str, notify=tongueChanged)
    def language(self) -> str:
        return self._props.language

    @Property(str, notify=tongueChanged)
    def languageName(self) -> str:
        return next(each["name"] for each in self._languages if each["tag"] == self._props.language)

    @Property(bool, notify=tongueChanged)
    def rightToLeft(self) -> bool:
        return self._props.right_to_left

    @Property(str, notify=tongueChanged)
    def store(self) -> str:
        return self._store

    @Property("QVariantList", notify=tongueChanged)
    def languages(self) -> list[dict[str, str]]:
        """Of {tag, name, family}: every language that can be chosen, by its own name."""
        return self._languages

    @Property(str, notify=changed)
    def analysis(self) -> str:
        return self._props.analysis

    @Property(bool, notify=changed)
    def olderYes(self) -> bool:
        return self._props.older_yes

    @Property(int, notify=changed)
    def permitted(self) -> int:
        """How many visitors said yes and may be looked at now."""
        return self._props.permitted

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """Can it be said what the cameras do? Not before the kiosk is open."""
        return self._props.known

    @Property(bool, notify=changed)
    def large(self) -> bool:
        return self._props.view.large

    @Property(bool, notify=changed)
    def contrast(self) -> bool:
        return self._props.view.contrast

    @Property(bool, notify=changed)
    def low(self) -> bool:
        return self._props.view.low

    @Property(bool, notify=changed)
    def speaking(self) -> bool:
        return self._props.view.speaking

    @Property(bool, notify=changed)
    def slow(self) -> bool:
        return self._props.view.slow

    @Property(int, notify=changed)
    def volume(self) -> int:
        return self._props.view.volume

    @Property(bool, notify=changed)
    def aloud(self) -> bool:
        """May the answer be said on a loudspeaker?"""
        return self._props.view.aloud

    @Property("QVariantMap", notify=tongueChanged)
    def script(self) -> dict:
        """How the language is set: of {family, optical, capital, loose, tight}."""
        script = typography.script(self._props.language)
        return {name: getattr(script, name) for name in ("family", "optical", "capital", "loose", "tight")}

    @Property(str, notify=tongueChanged)
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return comma(self._props.language)

    @Property(bool, notify=tongueChanged)
    def voiced(self) -> bool:
        """Can this language be read aloud here?"""
        return self._props.language in self.voices

    @Property("QStringList", notify=tongueChanged)
    def voiceless(self) -> list[str]:
        """The names of the languages that cannot be read aloud, where others can."""
        return [each["name"] for each in self._languages if each["tag"] not in self.voices] if self.voices else []

    @Property(bool, notify=changed)
    def yesFirst(self) -> bool:
        return self._props.yes_first

    @Property(bool, notify=changed)
    def details(self) -> bool:
        return self._props.details

    @Property(int, notify=changed)
    def party(self) -> int:
        """How many people answer together."""
        return self._props.party

    @Property(int, notify=changed)
    def person(self) -> int:
        """Whose turn of them it is, from 1."""
        return self._props.person

    @Property(bool, notify=changed)
    def partyOffered(self) -> bool:
        """May several people answer together?"""
        return self._runner.rules.party > 1

    @Property(str, notify=changed)
    def answer(self) -> str:
        return self._props.answer

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._props.code

    @Property(str, notify=changed)
    def receiptUrl(self) -> str:
        return self._props.receipt_url

    @Property(int, notify=changed)
    def undoSeconds(self) -> int:
        return self._props.undo_seconds

    @Property(bool, notify=changed)
    def retryable(self) -> bool:
        """May a yes that no camera could tie to a body be touched again?"""
        return self._props.retry_seconds > 0

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        return self._props.seconds_left

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._props.typed

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why the last code or receipt led nowhere; empty if it did not."""
        return self._props.problem

    @Property(bool, notify=changed)
    def turnedOff(self) -> bool:
        """Have staff turned it off for everyone, and is all well but for that?"""
        return self._props.turned_off

    @Property(str, notify=tongueChanged)
    def headline(self) -> str:
        return self._props.words.headline

    @Property(str, notify=tongueChanged)
    def promise(self) -> str:
        return self._props.words.promise

    @Property(str, notify=changed)
    def question(self) -> str:
        words, purpose = self._props.words, self._props.purpose
        return words.purpose_questions[purpose] if purpose else words.question

    @Property(int, notify=changed)
    def questionNumber(self) -> int:
        """Which of the purposes is asked for by itself, from 1; 0 while all are asked for together."""
        return self._props.number

    @Property(int, notify=changed)
    def questions(self) -> int:
        """How many purposes there are."""
        return len(self._runner.rules.purposes)

    @Property(str, notify=tongueChanged)
    def underAge(self) -> str:
        return self._props.words.under_age

    @Property(bool, notify=changed)
    def young(self) -> bool:
        """Did the visitor say that they are too young to be asked?"""
        return self._props.young

    @Property(str, notify=changed)
    def youngHeadline(self) -> str:
        return self._props.words.under_age_headline

    @Property(str, notify=changed)
    def youngText(self) -> str:
        return self._props.words.under_age_text

    @Property("QStringList", notify=changed)
    def agreed(self) -> list[str]:
        """What was agreed to, where it was not everything."""
        return [self._props.words.purpose_names[purpose] for purpose in self._props.agreed]

    @Property("QVariantList", notify=changed)
    def erased(self) -> list[dict]:
        """Of {camera, faces, looks, seconds, others}: what each camera said that it erased after a withdrawal."""
        told = []
        for each in self._props.erased:
            counts = {name: number for name, number in each.counts if number}
            usual = {name: min(counts.pop(name, 0), 10**6) for name in ("faces", "looks", "seconds")}
            others = self.comma.join(f"{name.replace('_', ' ')} {number}" for name, number in counts.items())
            told.append({"camera": each.camera, **usual, "others": others})
        return told

    @Property("QVariantList", notify=tongueChanged)
    def facts(self) -> list[dict[str, str]]:
        """Of {name, label, text}: the four facts of the first layer."""
        words = self._props.words
        return [
            {"name": name, "label": words.labels[name], "text": getattr(words, name)}
            for name in ("what", "why", "how_long", "who")
        ]

    @Property("QVariantList", notify=tongueChanged)
    def everything(self) -> list[dict[str, str]]:
        """Of {heading, text}: the second layer."""
        return [{"heading": heading, "text": text} for heading, text in self._props.words.details]

    @Property(str, notify=tongueChanged)
    def yes(self) -> str:
        return self._props.words.yes_signed if self._runner.rules.signed else self._props.words.yes

    @Property(str, notify=changed)
    def yesMeans(self) -> str:
        words = self._props.words
        return self._alone or (words.yes_signed_means if self._runner.rules.signed else words.yes_means)

    @Property(str, notify=tongueChanged)
    def no(self) -> str:
        return self._props.words.no

    @Property(str, notify=changed)
    def noMeans(self) -> str:
        return self._alone or self._props.words.no_means

    @property
    def _alone(self) -> str:
        """The name of the purpose that is asked for by itself."""
        return self._props.words.purpose_names.get(self._props.purpose, "")

    @Property(str, notify=tongueChanged)
    def welcome(self) -> str:
        return self._props.words.welcome

    # --- what a visitor can do -------------------------------------------------------------------------------------

    @Slot()
    def touch(self) -> None:
        self._send(Touched())

    @Slot()
    def rearrange(self) -> None:
        """Tell that the page has put other things where a finger may still be."""
        self.rearranged.emit()

    @Slot()
    def approach(self) -> None:
        self._send(Approached(secrets.token_hex(16), self._props.language))

    @Slot(str, "QVariant")
    def prefer(self, name: str, value: bool | int) -> None:
        """Have the screen or the voice another way: a field of View."""
        self._send(Viewed(replace(self._props.view, **{name: value})))

    @Slot()
    def readAloud(self) -> None:
        """Begin to read the screen aloud, or stop it."""
        if isinstance(self._runner.state.page, Attract):
            self._send(Approached(secrets.token_hex(16), self._props.language, View(speaking=True)))
        else:
            self.prefer("speaking", not self._props.view.speaking)

    @Slot()
    def openPreferences(self) -> None:
        self._send(PreferencesOpened())

    @Slot(str)
    def choose(self, tag: str) -> None:
        self._send(LanguageChosen(secrets.token_hex(16), tag))

    @Slot()
    def openLanguages(self) -> None:
        self._send(LanguagesOpened())

    @Slot()
    def openDetails(self) -> None:
        self._send(DetailsOpened())

    @Slot()
    def countParty(self) -> None:
        """One more, and after the most two again."""
        self._send(PartyCounted(self._props.party + 1 if self._props.party < self._runner.rules.party else 2))

    @Slot()
    def askOneByOne(self) -> None:
        self._send(OneByOne())

    @Slot()
    def tooYoung(self) -> None:
        self._send(TooYoung(self._shown()))

    @Slot()
    def agree(self) -> None:
        self._send(Agreed(self._shown()))

    @Slot()
    def refuse(self) -> None:
        self._send(Refused(self._shown()))

    @Slot()
    def undo(self) -> None:
        self._send(Undone())

    @Slot()
    def tryAgain(self) -> None:
        self._send(TriedAgain())

    @Slot()
    def finish(self) -> None:
        self._send(Finished())

    @Slot()
    def openCode(self) -> None:
        self._send(CodeOpened(secrets.token_hex(16), self._props.language))

    @Slot(str)
    def typeCode(self, character: str) -> None:
        self._send(CodeTyped(character))

    def scan(self, text: str) -> None:
        """What the scanner read."""
        self._send(CodeScanned(secrets.token_hex(16), self._props.language, text))

    @Slot()
    def withdraw(self) -> None:
        self._send(Withdrew())

    @Slot()
    def askAgain(self) -> None:
        self._send(AskedAgain())

    @Slot()
    def back(self) -> None:
        self._send(WentBack())

    @Slot()
    def stay(self) -> None:
        self._send(Stayed())

    @Slot()
    def callStaff(self) -> None:
        self._send(StaffCalled())
