"""The languages that a kiosk offers: those whose words are whole, translated, lawful, and in letters that it has."""

import logging
import os
from collections.abc import Generator
from datetime import date

from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtGui import QGuiApplication

from kiosk import notices, resources
from kiosk.config import Settings
from kiosk.consent.law import Premises, asks_nobody, examining
from kiosk.consent.notice import LANGUAGES, Notice
from kiosk.screens import typography

log = logging.getLogger(__name__)


class OfferError(RuntimeError):
    """No language is left; the message says why, or that the log does."""


class Tongue(QObject):
    """Switches the interface's language while it runs."""

    def __init__(self, application: QGuiApplication, languages: tuple[str, ...]):
        """Leaves out, and says so, a language whose translation cannot be read. Raises OfferError where none is left."""
        super().__init__(application)
        self._application = application
        self._translators = {}
        for tag in languages:
            translator, path = QTranslator(self), resources.TRANSLATIONS / f"kiosk_{tag}.qm"
            if translator.load(os.fspath(path)):
                self._translators[tag] = translator
                continue
            missing = f"The translation {path} is missing, broken, or not this user's to read. Build it: make setup"
            log.warning("not offered: %s: %s", tag, missing)
        if not self._translators:
            raise OfferError(missing)
        self._spoken: QTranslator | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._translators)

    def speak(self, tag: str) -> None:
        if self._spoken:
            self._application.removeTranslator(self._spoken)
        self._spoken = self._translators[tag]
        self._application.installTranslator(self._spoken)
        QLocale.setDefault(QLocale(tag))
        self._application.setLayoutDirection(QLocale(tag).textDirection())


def words(settings: Settings) -> Notice:
    """The notice, in the languages in which it is whole; the log names the others.

    Raises NoticeError where there is none, or where it is plain that nobody may be asked.
    """
    notice, broken = notices.load_whole(settings)
    for reason in broken:
        log.warning("not offered: %s", reason)
    premises = settings.premises(date.today())
    if asks_nobody(notice, premises):
        notices.usable(notice, premises)  # raises, and names all that is lacking
    return notice


def vetting(notice: Notice, premises: Premises, languages: tuple[str, ...]) -> Generator[None, None, tuple[str, ...]]:
    """Find, in steps of some milliseconds, those in which a yes may be offered; the log says which not, and why.

    Raises NoticeError where the law lets nobody be asked, and OfferError where no language is left.
    """
    findings = []
    for finding in examining(notice, premises):
        findings.append(finding)
        yield
    usable, reasons = notices.usable(notice, premises, findings)
    for reason in reasons:
        log.warning("not offered: %s", reason)
    if not (lawful := tuple(tag for tag in languages if tag in usable)):
        raise OfferError("None of the languages that the law allows is translated: the lines above say why.")
    return drawable(notice, lawful)


def drawable(notice: Notice, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Those that a font here can draw; the log names the others, and what is odd in the shop's own words.

    Raises OfferError where none is left.
    """
    own = {c for fact in notice.facts.values() for text in (fact if isinstance(fact, tuple) else (str(fact),)) for c in text}
    said = {tag: {*LANGUAGES[tag], *"".join(notice.words[tag].texts())} - own for tag in languages}
    tags, problems = typography.drawable({tag: "".join(characters) for tag, characters in said.items()})
    for problem in problems:
        log.warning("not offered: %s", problem)
    if not tags:
        raise OfferError("No font here can draw any of the shop's languages: the lines above say why. Install the kiosk anew.")
    if odd := typography.undrawn("".join(own)):
        log.warning("store.toml: no font of the kiosk has %s: it may be shown as an empty box", " ".join(sorted(odd)))
    return tags


def vet(notice: Notice, premises: Premises, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The same at once."""
    steps = vetting(notice, premises, languages)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: tuple[str, ...] = end.value
            return found


def offered(application: QGuiApplication, settings: Settings) -> tuple[str, ...]:
    """What a kiosk with these settings offers today. Raises NoticeError or OfferError where it would not start."""
    notice = words(settings)
    return vet(notice, settings.premises(date.today()), Tongue(application, tuple(notice.words)).languages)
