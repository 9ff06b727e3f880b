"""What each language is drawn in, how large and how tight, and the font files for all of them."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QGuiApplication

SANS, ARABIC, DEVANAGARI = "Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari"
SC, TC, JP, KR = "Noto Sans SC", "Noto Sans TC", "Noto Sans JP", "Noto Sans KR"
FILES = {
    SANS: "NotoSans-{}.ttf",
    ARABIC: "NotoSansArabic-{}.ttf",
    DEVANAGARI: "NotoSansDevanagari-{}.ttf",
    SC: "NotoSansSC-{}.otf",
    TC: "NotoSansTC-{}.otf",
    JP: "NotoSansJP-{}.otf",
    KR: "NotoSansKR-{}.otf",
}
"""Family -> its files, by weight."""
WEIGHTS = ("Regular", "Bold")
EAST_ASIAN = {SC: (SC, TC, JP, KR), TC: (TC, JP, SC, KR), JP: (JP, TC, SC, KR), KR: (KR, TC, JP, SC)}
"""Family -> where a character that it lacks is looked for, those of a like shape first."""
SUMS = "SHA256SUMS"
"""Beside the font files, as sha256sum writes it: Qt takes one that was cut off, and draws blanks."""

LINE = 1.362
"""The line of every bundled font, in em: 1.069 above the base line."""


@dataclass(frozen=True, slots=True)
class Script:
    """How text of one language is set. Lengths in em, line heights in parts of the font's own line."""

    family: str
    optical: float = 1
    """How much larger it is set than English, to be read as easily."""
    capital: float = 0.714
    """The height of H, or of the letter that stands for it: alef, ka. Han, kana and Hangul are higher than their font's H."""
    loose: float = 1
    """For running text."""
    tight: float = 0.88
    """For bold titles: the tallest letter does not touch the deepest one of the line above."""

    @property
    def families(self) -> tuple[str, ...]:
        """All, in the order in which a character is looked for."""
        own = (self.family, SANS)
        return tuple(dict.fromkeys((*own, *EAST_ASIAN.get(self.family, EAST_ASIAN[SC]), *FILES)))


LATIN = Script(SANS)
SCRIPTS = {
    "en": Script(SANS, tight=0.85),  # no accents on capitals
    "vi": Script(SANS, tight=0.94),  # two on one capital
    "ar": Script(ARABIC, tight=1.07),
    "hi": Script(DEVANAGARI, optical=1.15, capital=0.622, tight=0.92),
    "zh-Hans": Script(SC, optical=1.06, capital=0.733, loose=0.94, tight=0.85),
    "zh-Hant": Script(TC, optical=1.08, capital=0.733, loose=0.94, tight=0.85),
    "ja": Script(JP, optical=1.06, capital=0.733, loose=0.94, tight=0.85),
    "ko": Script(KR, optical=1.06, capital=0.733, loose=0.94, tight=0.85),
}
TRADITIONAL = {"Hant", "TW", "HK", "MO"}

_loaded: dict[Path, int] = {}  # Qt's number for each font file: one process has one set of fonts
_sound: set[Path] = set()  # those of them whose sums were right


def script(tag: str) -> Script:
    """How a language (BCP 47) is set."""
    language, *subtags = tag.split("-")
    if language == "zh":
        return SCRIPTS["zh-Hant" if TRADITIONAL.intersection(subtags) else "zh-Hans"]
    return SCRIPTS.get(language, LATIN)


def load_fonts(folder: Path, languages: Iterable[str] = (), trusting: bool = False) -> list[str]:
    """Load the bundled fonts; one sentence for each file that is missing or damaged, and for each family that is lost.

    languages: the shop's, in its order. A Han character in a text of another script, such as the shop's name in English text,
    is drawn in the shape of the first of them that has any. trusting: sum nothing up, for a first picture; done again without,
    it takes away what is damaged.
    """
    QFontDatabase.families()  # reads the machine's fonts now: those read after ours would replace ours of the same name
    problems, families, sums = [], set(), {}
    if not trusting and not (sums := _sums(folder)):
        problems.append(f"{folder / SUMS} is missing or damaged: the fonts are used as they are. Install the kiosk anew.")
    for family, name in FILES.items():
        for weight in WEIGHTS:
            path = folder / name.format(weight)
            if reason := _load(path, family, sums.get(path.name, "") if sums else None):
                problems.append(f"The font {path} {reason}. Install the kiosk anew.")
            else:
                families.add(family)
    regional = next((own for tag in languages if (own := script(tag).family) in EAST_ASIAN), SC)
    for family in FILES:
        order = (SANS, *EAST_ASIAN.get(family, EAST_ASIAN[regional]), *FILES)
        QFont.removeSubstitutions(family)
        QFont.insertSubstitutions(family, [each for each in dict.fromkeys(order) if each in families - {family}])
    default = QGuiApplication.font()
    default.setFamily(SANS)
    QGuiApplication.setFont(default)
    for family in FILES:
        if family not in families:
            other = QFontInfo(QFont(family)).family() or "No other font"
            problems.append(f"There is no {family}. {other} stands in for it where it has the characters.")
    return problems


def _sums(folder: Path) -> dict[str, str]:
    """File name -> digest; empty where nobody knows how the files should be."""
    try:
        lines = (folder / SUMS).read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines) if name}


def _load(path: Path, family: str, digest: str | None) -> str:
    """Why the file cannot be used; empty where it was loaded. digest: that it must have, if that is asked."""
    loaded = QFontDatabase.applicationFontFamilies(_loaded.get(path, -1)) == [family]
    if loaded and (digest is None or path in _sound):
        return ""
    try:
        with path.open("rb") as file:
            sound = digest is None or hashlib.file_digest(file, "sha256").hexdigest() == digest
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    if not sound:
        QFontDatabase.removeApplicationFont(_loaded.pop(path, -1))
        return "is damaged, or another one"
    if digest is not None:
        _sound.add(path)
    if not loaded:
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            return "is refused by Qt"
        _loaded[path] = number
    return ""


def undrawn(text: str, machine: bool = False) -> set[str]:
    """The characters that no bundled font draws; with `machine`, those that no other font of this machine draws either."""
    if machine:
        fonts = [QGuiApplication.font()]
    else:
        fonts = [QFont(family) for family in FILES if QFontDatabase.hasFamily(family)]
        for font in fonts:
            font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    metrics = [QFontMetrics(font) for font in fonts]
    inked = {c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Zl", "Zp", "Zs")}
    return {c for c in inked if not any(each.inFontUcs4(ord(c)) for each in metrics)}


def drawable(words: Mapping[str, str]) -> tuple[tuple[str, ...], list[str]]:
    """The languages that can be drawn, and a sentence for each other one. words: all that is said, by language.

    With the bundled fonts; where these can draw none of them, with the machine's; none where these cannot either.
    """
    for machine in (False, True):
        lacking = {tag: sorted(undrawn(text, machine)) for tag, text in words.items()}
        if tags := tuple(tag for tag, characters in lacking.items() if not characters):
            break
    return tags, [
        f"{tag}: no font here has {len(characters)} of its characters, such as {' '.join(characters[:5])}"
        for tag, characters in lacking.items()
        if characters
    ]
