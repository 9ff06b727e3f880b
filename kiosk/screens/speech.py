"""Reads the screen aloud: every word that is visible, in its order, with a voice of the display's language."""

import logging
import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QTimer, Signal
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from kiosk.screens.keys import Keys
from kiosk.screens.reading import Stop
from kiosk.screens.visitor import Visitor

log = logging.getLogger(__name__)

LOOK_MS = 150  # what was the same at two looks one after the other stands
SLOWER = 0.5  # off the rate
VOLUMES = (0.4, 0.7, 1.0)
PATIENCE_MS, PATIENCE_PER_LETTER_MS = 4_000, 400  # with an engine that does not say that it has ended
VOICES = {  # a part of the names that espeak-ng gives its voices, where a language has several, or Qt does not know its code
    "en": "English (America)",
    "en-simple": "English (America)",
    "fr": "French (France)",
    "pt-BR": "Portuguese (Brazil)",
    "vi": "Vietnamese (Northern)",
    "zh-Hans": "Chinese (Mandarin",
    "zh-Hant": "Chinese (Mandarin",
}
TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress)


def find_voice(languages: tuple[str, ...], rate: float = 0, engine: str = "speechd") -> tuple["Voice | None", list[str]]:
    """The voice of this machine, and what it cannot read aloud, in words."""
    if engine not in QTextToSpeech.availableEngines():
        return None, [f"Nothing is read aloud: Qt's speech engine {engine!r} is not here. Install libspeechd2."]
    voice = Voice(engine, languages, rate)
    if not voice.languages:
        reason = voice.trouble or "it has no voice for the shop's languages"
        return None, [f"Nothing is read aloud by {engine!r}: {reason}. Install speech-dispatcher and espeak-ng."]
    silent = [tag for tag in languages if tag not in voice.languages]
    return voice, [f"Not read aloud, for want of a voice: {', '.join(silent)}."] if silent else []


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is said in one go. tongue: its language; stop: where on the screen it stands, if it does."""

    words: str
    tongue: str
    stop: Stop | None = None


class Voice(QObject):
    """One speech engine, saying one thing after the other.

    engine: its name, as "speechd"; rate: from -1, slow, to 1, fast.
    """

    begun = Signal(object)  # an Utterance

    def __init__(self, engine: str, languages: Iterable[str], rate: float = 0, parent: QObject | None = None):
        super().__init__(parent)
        self._rate = rate
        self._engine = QTextToSpeech(engine, self)
        self._engine.stateChanged.connect(self._hear)
        self._voices = {tag: voice for tag in languages if (voice := self._voice_for(tag))} if self._works else {}
        self._waiting: deque[Utterance] = deque()
        self._saying: Utterance | None = None
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._next)

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that it can speak."""
        return tuple(self._voices)

    @property
    def speaking(self) -> bool:
        return self._saying is not None

    @property
    def trouble(self) -> str:
        """What the engine says is wrong with it."""
        return "" if self._works else self._engine.errorString() or "it does not answer"

    def set(self, slow: bool, volume: int) -> None:
        """How it speaks from the next word on. volume: 0, 1 or 2."""
        self._engine.setRate(max(-1.0, self._rate - SLOWER * slow))
        self._engine.setVolume(VOLUMES[volume])

    def say(self, utterances: Iterable[Utterance]) -> None:
        """After what is being said."""
        self._waiting.extend(each for each in utterances if each.tongue in self._voices)
        if not self._saying:
            self._next()

    def cut(self) -> None:
        """Say nothing more, in the middle of a word."""
        self._waiting.clear()
        self._patience.stop()
        if self._saying:
            self._saying = None
            self._engine.stop()

    @property
    def _works(self) -> bool:
        return self._engine.state() is not QTextToSpeech.State.Error

    def _voice_for(self, tag: str) -> tuple[QLocale, QVoice] | None:
        """With its locale, which is the C locale for a language whose code Qt does not know."""
        locale, wanted = QLocale(tag), VOICES.get(tag)
        for each in sorted(self._engine.availableLocales(), key=lambda each: each != locale):
            known = each.language() == locale.language()
            if known or (wanted and each.language() is QLocale.Language.C):
                self._engine.setLocale(each)
                voices = sorted(self._engine.availableVoices(), key=lambda voice: len(voice.name()))
                named = [voice for voice in voices if wanted and wanted in voice.name()]
                if named or (known and voices):
                    return each, (named or voices)[0]
        return None

    def _next(self) -> None:
        self._saying = None
        if not self._waiting:
            return
        self._saying = self._waiting.popleft()
        locale, voice = self._voices[self._saying.tongue]
        if self._engine.locale() != locale:
            self._engine.setLocale(locale)
        if self._engine.voice() != voice:
            self._engine.setVoice(voice)
        self._patience.start(PATIENCE_MS + PATIENCE_PER_LETTER_MS * len(self._saying.words))
        self.begun.emit(self._saying)
        self._engine.say(self._saying.words)

    def _hear(self, state: QTextToSpeech.State) -> None:
        if state is QTextToSpeech.State.Ready and self._saying:
            self._patience.stop()
            self._next()
        elif state is QTextToSpeech.State.Error:
            log.error("speech: %s. Look whether speech-dispatcher runs: spd-say test", self._engine.errorString())
            self.cut()


class Reader(QObject):
    """Has the voice say what is on the screen, while the visitor wants it: a page when it comes up, then what changes on it.

    An event filter for the window: every key and touch ends what is being said. headset: nobody else hears it, so that the
    answer need not be kept quiet.
    """

    def __init__(self, window: QQuickWindow, visitor: Visitor, keys: Keys, voice: Voice, headset: bool = False):
        super().__init__(window)
        self._visitor = visitor
        self._keys = keys
        self._voice = voice
        self._headset = headset
        self._seen: tuple[str, ...] = ()
        self._page: tuple[str, ...] = ()  # what is read as one: its name, language and headings
        self._told: dict[int, str] = {}  # what was on it, by item
        self._greeted = False
        voice.begun.connect(self._begin)
        keys.moved.connect(self._say_stop)
        keys.helped.connect(self._help)
        visitor.changed.connect(self._heed)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_again)

    def script(self) -> list[Utterance]:
        """The page from the top, as it is read now."""
        return [each for stop in self._keys.stops for each in self._utterances(stop)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._voice.cut()
        return False

    @property
    def _discreet(self) -> bool:
        return not (self._headset or self._visitor.aloud)

    def _heed(self) -> None:
        if not self._visitor.speaking:
            self._look.stop()
            self._voice.cut()
            self._seen, self._page, self._told, self._greeted = (), (), {}, False
            return
        self._voice.set(self._visitor.slow, self._visitor.volume)
        if not self._look.isActive():
            self._look.start()

    def _help(self) -> None:
        if self._visitor.speaking:
            self._page = ()
        elif self._visitor.voiced:
            self._visitor.readAloud()

    def _begin(self, utterance: Utterance) -> None:
        if self._visitor.page != "StillThere":
            self._visitor.touch()
        if utterance.stop and utterance.stop.alive:
            self._keys.place(utterance.stop)

    def _look_again(self) -> None:
        stops = self._keys.stops
        seen = tuple(self._whole(stop) for stop in stops)
        if seen != self._seen:
            self._seen = seen
            return
        page = (self._visitor.page, self._visitor.language, *(stop.words for stop in stops if stop.heading))
        told = {stop.key: self._whole(stop) for stop in stops}
        before, self._told = self._told, told
        if page != self._page:
            self._page = page
            self._voice.cut()
            self._voice.say((*self._greeting(), *self.script()))
            return
        at = self._keys.at
        for stop in stops:
            words = told[stop.key]
            if words and words != before.get(stop.key) and (not stop.control or stop.key == at):
                self._voice.say(self._utterances(stop, words.removeprefix(before.get(stop.key, "")) if stop.spelled else words))

    def _greeting(self) -> list[Utterance]:
        if self._greeted:
            return []
        self._greeted = True
        keys = QCoreApplication.translate(
            "Speech",
            "Five keys: down and up for the next and the one before, select, back, and help to hear it again.",
        )
        return [Utterance(keys, self._visitor.language)]

    def _say_stop(self, stop: Stop) -> None:
        if not self._visitor.speaking:
            return
        self._voice.cut()
        quiet = Utterance(QCoreApplication.translate("Speech", "Not said aloud."), self._visitor.language)
        self._voice.say(self._utterances(stop) or [quiet])

    def _whole(self, stop: Stop) -> str:
        """All that a stop says now."""
        words = stop.discreet if stop.discreet is not None and self._discreet else stop.words
        return f"{words.rstrip(' .')}. {stop.meaning}" if words and stop.meaning else words

    def _utterances(self, stop: Stop, words: str | None = None) -> list[Utterance]:
        words = self._whole(stop) if words is None else words
        if not words:
            return []
        tongue = stop.tongue or self._visitor.language
        words = spelled(words) if stop.spelled else plain(words)
        if stop.control and not stop.tongue:
            words = QCoreApplication.translate("Speech", "%1. Button.").replace("%1", words.rstrip(" .。।"))
        return [Utterance(words, tongue, stop)] if words else []


def plain(words: str) -> str:
    """As a voice takes it: one line, pauses where signs divide."""
    words = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uff65])\s+(?=[\u3000-\u9fff])", "", words)  # Chinese and Japanese have no spaces
    return re.sub(r"\s*[·…]\s*", ", ", " ".join(words.split())).strip(", ")


def spelled(code: str) -> str:
    """Each character by itself, a longer pause between the groups."""
    return ". ".join(", ".join(group) for group in re.findall(r"[^\W_]+", code))
