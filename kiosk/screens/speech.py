"""Reads the screen aloud: every word that is visible, in its order, with a voice of the display's language."""

import logging
import re
import threading
import unicodedata
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import SIGNAL, SLOT, QEvent, QLocale, QObject, QThread, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from kiosk.screens.keys import Keys
from kiosk.screens.reading import Stop
from kiosk.screens.visitor import Visitor

log = logging.getLogger(__name__)

LOOK_MS = 150  # what was the same at two looks one after the other stands
WARNING_MS = 300  # after its page came up
SLOWER = 0.5  # off the rate
VOLUMES = (0.4, 0.7, 1.0)
PATIENCE_MS, PATIENCE_PER_LETTER_MS = 4_000, 400  # with an engine that does not say that it has ended
STOP_MS, CLOSE_MS = 500, 2_000  # with one that does not say that it has stopped
VOICES = {  # a part of the names that espeak-ng gives its voices, where a language has several, or Qt does not know its code
    "en": "English (America)",
    "en-simple": "English (America)",
    "fr": "French (France)",
    "pt-BR": "Portuguese (Brazil)",
    "vi": "Vietnamese (Northern)",
    "zh-Hans": "Chinese (Mandarin, latin as English",
    "zh-Hant": "Chinese (Mandarin, latin as English",
}
TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress)


def find_voice(languages: tuple[str, ...], rate: float = 0, engine: str = "speechd") -> tuple["Voice | None", list[str]]:
    """The voice of this machine, and what it cannot read aloud, in words."""
    if engine not in QTextToSpeech.availableEngines():
        return None, [f"Nothing is read aloud: Qt's speech engine {engine!r} is not here. Install libspeechd2."]
    voice = Voice(engine, languages, rate)
    if not voice.languages:
        reason = voice.trouble or "it has no voice for the shop's languages"
        voice.close()
        return None, [f"Nothing is read aloud by {engine!r}: {reason}. Install speech-dispatcher and espeak-ng."]
    silent = [tag for tag in languages if tag not in voice.languages]
    return voice, [f"Not read aloud, for want of a voice: {', '.join(silent)}."] if silent else []


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is said in one go. tongue: its language; stop: where on the screen it stands, if it does."""

    words: str
    tongue: str
    stop: Stop | None = None


class _Maker(QObject):
    """Makes the engine in the voice's own thread, where all of it has to live, and looks for its voices."""

    def __init__(self, name: str, languages: tuple[str, ...]):
        super().__init__()
        self._name = name
        self._languages = languages
        self.made = threading.Event()

    @Slot()
    def make(self) -> None:
        self.engine = QTextToSpeech(self._name)
        works = self.engine.state() is not QTextToSpeech.State.Error
        self.trouble = "" if works else self.engine.errorString() or "it does not answer"
        self.voices = {tag: voice for tag in self._languages if works and (voice := self._voice_for(tag))}
        self.made.set()

    def _voice_for(self, tag: str) -> tuple[QLocale, QVoice] | None:
        """With its locale, which is the C locale for a language whose code Qt does not know."""
        locale, wanted = QLocale(tag), VOICES.get(tag)
        for each in sorted(self.engine.availableLocales(), key=lambda each: each != locale):
            known = each.language() == locale.language()
            if known or (wanted and each.language() is QLocale.Language.C):
                self.engine.setLocale(each)
                voices = sorted(self.engine.availableVoices(), key=lambda voice: len(voice.name()))
                named = [voice for voice in voices if wanted and wanted in voice.name()]
                if named or (known and voices):
                    return each, (named or voices)[0]
        return None


class Voice(QObject):
    """One speech engine, saying one thing after the other, in a thread of its own: a speech service may hang.

    engine: its name, as "speechd"; rate: from -1, slow, to 1, fast. trouble: what the engine says is wrong with it.
    """

    begun = Signal(object)  # an Utterance
    _locale, _voice, _rate, _volume, _say = Signal(QLocale), Signal(QVoice), Signal(float), Signal(float), Signal(str)
    _stop = Signal()

    def __init__(self, engine: str, languages: Iterable[str], rate: float = 0, parent: QObject | None = None):
        super().__init__(parent)
        self._usual_rate = rate
        self._state = QTextToSpeech.State.Ready
        self._waiting: deque[Utterance] = deque()
        self._saying: Utterance | None = None
        self._stopping = False  # what was cut has not ended yet
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._next)
        self._thread = QThread(self)
        maker = _Maker(engine, tuple(languages))
        maker.moveToThread(self._thread)
        self._thread.started.connect(maker.make)
        self._thread.start()
        maker.made.wait()
        self._engine, self._voices, self.trouble = maker.engine, maker.voices, maker.trouble
        # Straight to the engine's own slots: a Python function in between would hold the interpreter while the service hangs.
        self._locale.connect(self._engine.setLocale)
        self._voice.connect(self._engine.setVoice)
        self._rate.connect(self._engine.setRate)
        self._volume.connect(self._engine.setVolume)
        self._say.connect(self._engine.say)
        QObject.connect(self, SIGNAL("_stop()"), self._engine, SLOT("stop()"))
        self._engine.stateChanged.connect(self._hear)

    def close(self) -> None:
        self.cut()
        self._engine.deleteLater()
        self._thread.quit()
        if not self._thread.wait(CLOSE_MS):
            self._thread.terminate()
            self._thread.wait()

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that it can speak."""
        return tuple(self._voices)

    @property
    def names(self) -> dict[str, str]:
        """The voice of each language, as the engine calls it."""
        return {tag: voice.name() for tag, (_, voice) in self._voices.items()}

    @property
    def speaking(self) -> bool:
        return self._saying is not None or bool(self._waiting)

    def set(self, slow: bool, volume: int) -> None:
        """How it speaks from the next word on. volume: 0, 1 or 2."""
        self._rate.emit(max(-1.0, self._usual_rate - SLOWER * slow))
        self._volume.emit(VOLUMES[volume])

    def say(self, utterances: Iterable[Utterance]) -> None:
        """After what is being said."""
        self._waiting.extend(each for each in utterances if each.tongue in self._voices)
        if not self._saying and not self._stopping:
            self._next()

    def cut(self) -> None:
        """Say nothing more, in the middle of a word."""
        self._waiting.clear()
        if self._saying:
            self._saying, self._stopping = None, True
            self._patience.start(STOP_MS)
            self._stop.emit()

    def _next(self) -> None:
        self._patience.stop()
        self._saying, self._stopping = None, False
        if not self._waiting:
            return
        self._saying = self._waiting.popleft()
        locale, voice = self._voices[self._saying.tongue]
        self._locale.emit(locale)
        self._voice.emit(voice)
        self._patience.start(PATIENCE_MS + PATIENCE_PER_LETTER_MS * len(self._saying.words))
        self.begun.emit(self._saying)
        self._say.emit(self._saying.words)

    def _hear(self, state: QTextToSpeech.State) -> None:
        before, self._state = self._state, state
        if state is QTextToSpeech.State.Error:
            log.error("speech: the engine failed. Look whether speech-dispatcher runs: spd-say test")
            self._waiting.clear()
            self._saying, self._stopping, self._state = None, False, QTextToSpeech.State.Ready
        elif state is QTextToSpeech.State.Ready and before is not state:
            self._next()


class Reader(QObject):
    """Has the voice say what is on the screen, while the visitor wants it: a page when it comes up, then what changes on it.

    An event filter for the window: every key and touch ends what is being said. headset: nobody else hears it, so that the
    answer need not be kept quiet.
    """

    def __init__(self, window: QQuickWindow, visitor: Visitor, keys: Keys, voice: Voice, headset: bool = False):
        super().__init__(window)
        self._window = window
        self._visitor = visitor
        self._keys = keys
        self._voice = voice
        self._headset = headset
        self._seen: tuple[str, ...] = ()
        self._page: tuple[str, ...] = ()  # what is read as one: its name, language and headings
        self._told: dict[int, str] = {}  # what was on it, by item
        self._greeted = False
        self._warned = False
        self._warning = QTimer(self, singleShot=True, interval=WARNING_MS)
        self._warning.timeout.connect(self._warn)
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
            if self._visitor.page != "StillThere":
                self._warning.stop()
                self._warned = False
            elif not self._warned:
                self._warned = True
                self._warning.start()
            if self._look.isActive() or not self._warned:
                self._look.stop()
                self._voice.cut()
            self._seen, self._page, self._told, self._greeted = (), (), {}, False
            return
        self._voice.set(self._visitor.slow, self._visitor.volume)
        if not self._look.isActive():
            self._look.start()

    def _warn(self) -> None:
        """The time is nearly up: said to everybody, as not everybody looks."""
        self._voice.set(slow=False, volume=1)
        self._voice.say(Utterance(plain(stop.words), self._visitor.language) for stop in self._keys.stops if stop.heading)

    def _help(self) -> None:
        if self._visitor.speaking:
            self._page = ()
        elif self._visitor.voiced:
            self._visitor.readAloud()

    def _begin(self, utterance: Utterance) -> None:
        if self._visitor.page != "StillThere":
            self._visitor.touch()
        if utterance.stop and utterance.stop.alive and utterance.stop.key != self._keys.at:  # else a hand may have led there
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
        return [Utterance(self._window.property("sayKeys"), self._visitor.language)]

    def _say_stop(self, stop: Stop) -> None:
        if not self._visitor.speaking:
            return
        self._voice.cut()
        quiet = Utterance(self._window.property("sayNothing"), self._visitor.language)
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
            words = self._window.property("sayButton").replace("%1", words.rstrip(" .。।"))
        return [Utterance(words, tongue, stop)] if words else []


def plain(words: str) -> str:
    """As a voice takes it: one line, pauses where signs divide."""
    words = "".join(each for each in words if unicodedata.category(each) != "Cf")
    words = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uff65])\s+(?=[\u3000-\u9fff])", "", words)  # Chinese and Japanese have no spaces
    return re.sub(r"\s*[·…]\s*", ", ", " ".join(words.split())).strip(", ")


def spelled(code: str) -> str:
    """Each character by itself, a longer pause between the groups."""
    return ". ".join(", ".join(group) for group in re.findall(r"[^\W_]+", code))
