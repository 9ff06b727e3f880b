"""How hard each language's words are to read: `make reading`. Exit code 1 where a part is harder than its limit.

Measured are the whole sentences of the notice's first layer and signs, of its second layer, of the screens and of the receipt
page, with short facts in the place of a shop's own. Names of buttons, headings and what only staff read are left out.
"""

import re
import sys
import tomllib
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import Formatter

from kiosk import notices, resources
from kiosk.consent.notice import LANGUAGES

FIRST, SECOND, SCREENS, RECEIPT = PARTS = ("first layer", "second layer", "screens", "receipt page")
STAFF = ("StaffDesk", "PinPad")  # pages that visitors never see
NUMBERS = {"totals_months": "12", "evidence_months": "36", "visit_minutes": "30", "age_limit": "16"}
BY_CHARACTER = ("zh-Hans", "zh-Hant", "ja")  # no spaces: sentences are measured in characters
WITH_LIX = ("en", "en-simple", "de", "fr", "es", "it", "pt-BR", "pl", "ru")  # others have long words, or short ones, by nature
ENGLISH = ("en", "en-simple")
LONG = 6  # letters; longer words are long (Björnsson)

END = ".!?؟।。！？"
BREAK = re.compile(rf"(?<=[{END}])(?=[\s\"”»」])[\"”»」]*\s*|(?<=[।。！？])|\n")


@dataclass(frozen=True, slots=True)
class Measure:
    """Of one part of one language. mean, longest: words (or characters) a sentence; letters: a word; share: % of long words."""

    sentences: int
    mean: float
    longest: int
    hardest: str  # the longest sentence
    letters: float
    share: float

    @property
    def lix(self) -> float:
        """Läsbarhetsindex (Björnsson 1968): up to 30 a children's book, 40 a story, 50 a newspaper, 60 a law."""
        return self.mean + self.share

    @property
    def grade(self) -> float:
        """School year in the USA: the harder of the Automated Readability Index (1967) and Coleman and Liau's (1975)."""
        return max(4.71 * self.letters + 0.5 * self.mean - 21.43, 5.88 * self.letters - 29.6 / self.mean - 15.8)


@dataclass(frozen=True, slots=True)
class Limit:
    mean: float
    longest: int
    lix: float = 40  # Björnsson: a story for everyone
    grade: float = 8  # a reader of 13; plain-language guides for the public name 6 to 8


LONGER = {"de": 5, "pl": 5, "ru": 5}  # added to a LIX limit: in German, 40 is still for the young (Lenhard and Lenhard)
# Cutts, Oxford Guide to Plain English: 15 to 20 words on average, fewer for the public. GOV.UK: none over 25.
# The first layer is read standing, so it gets half of that.
WORDS = {FIRST: Limit(10, 15, lix=35, grade=6), None: Limit(13, 25)}
# Inclusion Europe, Information for all: short sentences, one idea in each.
EASY = {FIRST: Limit(8, 12, lix=25, grade=4), None: Limit(9, 15, lix=25, grade=5)}
# Japan's Council for Cultural Affairs (2022): from 50 to 60 characters on, a sentence is hard to read. Half of it on average.
CHARACTERS = {FIRST: Limit(20, 30), None: Limit(25, 50)}


def limit(tag: str, part: str) -> Limit:
    table = EASY if tag == "en-simple" else CHARACTERS if tag in BY_CHARACTER else WORDS
    return table.get(part, table[None])


def measure(tag: str, said: Iterable[str]) -> Measure:
    """Raises ValueError where there is no sentence at all."""
    sentences = [sentence for text in said for sentence in _sentences(text)]
    words = [[_letters(word) for word in _words(sentence)] for sentence in sentences]
    if not sentences:
        raise ValueError(f"{tag} has no whole sentence")
    lengths = [sum(each) if tag in BY_CHARACTER else len(each) for each in words]
    letters = [count for each in words for count in each]
    return Measure(
        sentences=len(sentences),
        mean=sum(lengths) / len(lengths),
        longest=max(lengths),
        hardest=sentences[lengths.index(max(lengths))],
        letters=sum(letters) / len(letters),
        share=100 * sum(count > LONG for count in letters) / len(letters),
    )


def too_hard(tag: str, part: str, found: Measure) -> list[str]:
    """What is over the limit, in words."""
    most = limit(tag, part)
    unit = "characters" if tag in BY_CHARACTER else "words"
    over = []
    if found.mean > most.mean:
        over.append(f"{found.mean:.1f} {unit} a sentence on average, {most.mean:g} at most")
    if found.longest > most.longest:
        over.append(f"{found.longest} {unit}, {most.longest} at most: {found.hardest}")
    lix = most.lix + LONGER.get(tag, 0)
    if tag in WITH_LIX and found.lix > lix:
        over.append(f"LIX {found.lix:.0f}, {lix:g} at most: too many words of more than {LONG} letters")
    if tag in ENGLISH and found.grade > most.grade:
        over.append(f"grade {found.grade:.1f}, {most.grade:g} at most")
    return [f"{part}: {each}" for each in over]


def texts(tag: str) -> dict[str, list[str]]:
    """Everything that a language says to visitors, by part. Raises OSError where a file is missing."""
    notice = tomllib.loads((resources.NOTICES / notices.VERSION / f"{tag}.toml").read_text(encoding="utf-8"))
    page = tomllib.loads((resources.RECEIPT_PAGE / "words" / f"{tag}.toml").read_text(encoding="utf-8"))
    contexts = ElementTree.parse(resources.TRANSLATIONS / f"kiosk_{tag}.ts").iter("context")
    screens = [
        form.text or ""
        for context in contexts
        if context.findtext("name") not in STAFF
        for message in context.iter("message")
        for form in (*message.iter("numerusform"), *message.iter("translation"))
    ]
    details = notice.pop("details")
    found = {FIRST: _strings(notice), SECOND: _strings(details), SCREENS: screens, RECEIPT: _strings(page)}
    return {part: [_filled(text) for text in said] for part, said in found.items()}


def _strings(table: dict) -> Iterator[str]:
    for value in table.values():
        if isinstance(value, dict):
            yield from _strings(value)
        elif isinstance(value, str):
            yield value


def _filled(text: str) -> str:
    """With short facts where a notice, or Qt, has placeholders."""
    parts = Formatter().parse(re.sub(r"%(?:n|L?\d)", "2", text))
    return "".join(said + ("" if name is None else NUMBERS.get(name, "X")) for said, name, _, _ in parts)


def _sentences(text: str) -> Iterator[str]:
    return (each.strip() for each in BREAK.split(text) if each and each.strip().rstrip('"”»」').endswith(tuple(END)))


def _words(sentence: str) -> list[str]:
    return [word for word in re.split(r"[\s\u2013\u2014/]+", sentence) if _letters(word)]


def _letters(text: str) -> int:
    return sum(unicodedata.category(each)[0] in "LN" for each in text)


def main() -> int:
    faults = []
    print(f"{'':9}  {'':12}  sentences   mean  longest  LIX  grade")
    for tag in LANGUAGES:
        for part, said in texts(tag).items():
            found = measure(tag, said)
            lix = f"{found.lix:.0f}" if tag in WITH_LIX else "-"
            grade = f"{found.grade:.1f}" if tag in ENGLISH else "-"
            print(f"{tag:9}  {part:12}  {found.sentences:9}  {found.mean:5.1f}  {found.longest:7}  {lix:>3}  {grade:>5}")
            faults += [f"{tag}: {each}" for each in too_hard(tag, part, found)]
    print(f"mean, longest: words a sentence; in {', '.join(BY_CHARACTER)}: characters")
    print("\n".join(faults) or "Nothing is over its limit.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
