"""The explanation: one versioned set of facts, and words for it per language.

What is the same in every shop and language (`Terms`) comes from the notice's facts.toml, the shop's own facts from its
settings, and each sentence once per language from a notice file, with `{placeholders}` for the facts. `Notice.hash` covers
all of it, so that a record proves what a visitor was told; `Notice.substance` covers what a yes was given to.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from kiosk.consent.decision import Purpose, digest

SENTENCES = (
    "headline",
    "promise",
    "question",
    "what",
    "why",
    "how_long",
    "who",
    "yes",
    "yes_means",
    "no",
    "no_means",
    "welcome",
    "yes_signed",
    "yes_signed_means",
    "under_age",
    "under_age_headline",
    "under_age_text",
    "sign_kiosk",
    "sign_scan",
)
LABELS = ("what", "why", "how_long", "who")

LANGUAGES = {
    "en": "English",
    "en-simple": "Easy English",
    "zh-Hans": "简体中文",
    "zh-Hant": "繁體中文",
    "es": "Español",
    "fr": "Français",
    "de": "Deutsch",
    "it": "Italiano",
    "pt-BR": "Português",
    "ar": "العربية",
    "hi": "हिन्दी",
    "ja": "日本語",
    "ko": "한국어",
    "ru": "Русский",
    "pl": "Polski",
    "tr": "Türkçe",
    "vi": "Tiếng Việt",
}
"""The bundled languages and their own names."""

Fact = str | int | tuple[str, ...]
"""What a placeholder stands for; "" and () where the shop states none."""

PARTIES = ("controller", "vendor", "processor", "recipients", "recipient_countries")

RIGHT_TO_LEFT = ("ar",)
# Without these, a sentence that begins with the shop's Latin name is laid out from the left (Unicode UAX 9).
RIGHT_TO_LEFT_MARK, ISOLATE, POP_ISOLATE = "\u200f", "\u2068", "\u2069"
NO_BREAK_SPACE, WORD_JOINER, MAY_BREAK = "\u00a0", "\u2060", "\u200b"
FITS = 24  # characters that a line of the narrowest column has room for
BETWEEN_NAMES = {"ar": "، ", "zh": "、", "ja": "、"}


def comma(language: str) -> str:
    """What stands between the parts of a list, in a language (BCP 47)."""
    return BETWEEN_NAMES.get(language.partition("-")[0], ", ")


NO_SPACES = ("zh", "ja")


class NoticeError(ValueError):
    """The notice cannot be shown; the message names the language, the sentence and the reason."""


class Change(StrEnum):
    """What became of a notice. Substance ends every permission given before it; wording keeps them."""

    NONE = "none"
    WORDING = "wording"
    SUBSTANCE = "substance"


# --- what is the same in every shop and language -------------------------------------------------------------------------


class Data(StrEnum):
    """Kinds of data. A closed list, like the purposes."""

    BODY_OUTLINE = "body_outline"
    FACE_CROP = "face_crop"
    STAY = "stay"
    AGE_GROUP = "age_group"
    GENDER = "gender"
    TOTALS = "totals"
    ANSWER = "answer"


FROM_FACES = (Data.FACE_CROP, Data.STAY, Data.AGE_GROUP, Data.GENDER)
"""The kinds that are about one person whose face was looked at."""

PERIOD = re.compile(r"P(?=[0-9T])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?")


def _period(text: str) -> str:
    if not PERIOD.fullmatch(text):
        raise ValueError('must be an ISO 8601 duration, as in "PT0S" or "P12M"')
    return text


Duration = Annotated[str, AfterValidator(_period)]
"""ISO 8601, whole numbers: "PT0S", "P36M"."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Handling(_Part):
    """What one purpose takes."""

    face: bool
    data: tuple[Data, ...]
    method: Literal["body_outlines", "face_detection", "face_estimation"]
    necessity: Literal["optional"]  # the shop works without it: that is why a yes can be free
    effect: Literal["none"]  # nothing is decided about the person


class Passage(_Part):
    """One sentence or paragraph of the second layer. tells: topics that the law asks for; when, unless: a fact or a purpose."""

    id: str
    tells: tuple[str, ...] = ()
    when: str | None = None
    unless: str | None = None


class Section(_Part):
    """One heading of the second layer. prose: its passages are one paragraph, not one each."""

    id: str
    prose: bool = False
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]


class Terms(_Part):
    """The facts of a notice's version."""

    version: str
    valid_from: date
    changes: Annotated[
        dict[str, Literal["wording", "substance"]], Field(min_length=1)
    ]  # by version, oldest first, this one last
    purposes: dict[Purpose, Handling]
    retention: dict[Data, Duration]
    storage: Literal["on_site"]
    transfers: tuple[str, ...]  # to other countries
    rights: Annotated[tuple[Literal["know", "refuse", "withdraw", "copy", "delete", "complain"], ...], Field(min_length=1)]
    automated_decisions: Literal[False]
    sale: Literal["never"]
    details: Annotated[tuple[Section, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _whole(self) -> "Terms":
        if list(self.changes)[-1] != self.version:
            raise ValueError(f'changes must end with version {self.version}: "substance" or "wording" since the one before')
        for purpose in Purpose:
            if purpose not in self.purposes:
                raise ValueError(f"purposes.{purpose} is missing")
            handling = self.purposes[purpose]
            if handling.face != purpose.needs_face:
                raise ValueError(f"purposes.{purpose}.face must be {str(purpose.needs_face).lower()}")
        unkept = sorted(set(Data) - self.retention.keys())
        if unkept:
            raise ValueError(f'retention.{unkept[0]} is missing; how long it is kept, as in "PT0S" or "P12M"')
        return self


# --- what one language says ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Translation:
    """Where a language's words come from."""

    of: str  # version of the master that was translated
    reviewed: bool  # by a person who speaks the language
    by: str  # in which role
    on: str  # ISO 8601 date, "" where nobody did
    file: str = ""  # where to write that; not part of the notice


@dataclass(frozen=True, slots=True)
class Words:
    """What one language says. Every field is a complete sentence or label, ready to show."""

    headline: str
    promise: str
    question: str
    what: str
    why: str
    how_long: str
    who: str
    yes: str
    yes_means: str
    no: str
    no_means: str
    welcome: str
    yes_signed: str  # in place of `yes` where the law asks for a signature
    yes_signed_means: str
    under_age: str
    under_age_headline: str
    under_age_text: str
    sign_kiosk: str  # on printed signs: where to answer, and where the full text is
    sign_scan: str  # beside the code that leads to it
    labels: dict[str, str]  # of the four facts: what, why, how_long, who
    purpose_names: dict[str, str]  # by purpose, of those asked
    purpose_questions: dict[str, str]
    details: tuple[tuple[str, str], ...]  # the second layer: heading, text
    told: tuple[str, ...]  # topics that the second layer tells
    passages: dict[str, str]  # its headings and sentences, one by one: "rights.heading", "rights.record"
    translation: Translation

    def texts(self) -> tuple[str, ...]:
        """Everything that can be shown."""
        tables = (self.labels, self.purpose_names, self.purpose_questions)
        return (
            *(getattr(self, name) for name in SENTENCES),
            *(text for table in tables for text in table.values()),
            *(text for pair in self.details for text in pair),
        )


@dataclass(frozen=True)  # without slots: its hashes are kept
class Notice:
    version: str
    facts: dict[str, Fact]
    purposes: tuple[Purpose, ...]
    words: dict[str, Words]  # by BCP 47 tag
    terms: Terms

    def content(self) -> dict[str, Any]:
        """What the hash covers, ready for JSON."""
        return {
            "version": self.version,
            "facts": {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in self.facts.items()},
            "purposes": list(self.purposes),
            "terms": self.terms.model_dump(mode="json"),
            "words": {
                tag: {name: getattr(words, name) for name in (*SENTENCES, "labels", "purpose_names", "purpose_questions")}
                | {
                    "details": [list(pair) for pair in words.details],
                    "told": list(words.told),
                    "translation": {name: getattr(words.translation, name) for name in ("of", "reviewed", "by", "on")},
                }
                for tag, words in self.words.items()
            },
        }

    @cached_property
    def hash(self) -> str:
        """SHA-256 of everything, hex."""
        return digest(self.content())

    @cached_property
    def substance(self) -> str:
        """SHA-256 of what a yes is given to, hex: another one ends it."""
        return digest(substance(self.content()))


def substance(content: Mapping[str, Any]) -> dict[str, Any]:
    """Of a notice's content, what a yes is given to: purposes, data, method, parties, retention, place."""
    facts, terms = content.get("facts", {}), content.get("terms", {})
    purposes = sorted({*content.get("purposes", ()), Purpose.VISITOR_COUNT})
    handling = terms.get("purposes", {})
    return {
        "handling": {purpose: handling.get(purpose) for purpose in purposes},
        "parties": {name: facts.get(name) for name in PARTIES},
        "retention": terms.get("retention"),
        **{name: terms.get(name) for name in ("storage", "transfers", "automated_decisions", "sale")},
    }


def changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Change:
    """What became of a notice, by the contents of the old one and the new one.

    The class that a person chose for each version since the old one can raise what the contents show, never lower it.
    """
    if digest(old) == digest(new):
        return Change.NONE
    if digest(substance(old)) != digest(substance(new)):
        return Change.SUBSTANCE
    chosen, before = new["terms"]["changes"], old["terms"]["changes"]
    since = [kind for version, kind in chosen.items() if version not in before]
    if old["version"] not in chosen or Change.SUBSTANCE in since:
        return Change.SUBSTANCE
    return Change.WORDING


def compose(
    version: str,
    facts: Mapping[str, Fact],
    purposes: Iterable[Purpose],
    sources: Mapping[str, Mapping[str, Any]],
    terms: Mapping[str, Any],
) -> Notice:
    """A notice from the store's facts, the notice files (one mapping per language) and facts.toml. Raises NoticeError."""
    purposes = tuple(purposes)
    known = _terms(version, terms, facts)
    words = {tag: _Speaker(tag, source, facts, purposes, known).words() for tag, source in sources.items()}
    return Notice(version, dict(facts), purposes, words, known)


def _terms(version: str, terms: Mapping[str, Any], facts: Mapping[str, Fact]) -> Terms:
    retention = terms.get("retention")
    try:
        if isinstance(retention, Mapping):
            terms = {**terms, "retention": {kind: str(period).format(**facts) for kind, period in retention.items()}}
        known = Terms.model_validate(terms)
    except (LookupError, ValidationError, ValueError) as error:
        if isinstance(error, ValidationError):
            first = error.errors(include_url=False)[0]
            where = ".".join(str(step) for step in first["loc"] if step != "[key]")
            reason = f"{where}: {first['msg'].removeprefix('Value error, ')}".removeprefix(": ")
        else:
            reason = f"retention has a broken placeholder ({error})"
        raise NoticeError(f"notice facts: {reason}. Correct the notice's facts.toml.") from error
    if known.version != version:
        raise NoticeError(f"notice facts: version is {known.version}, but the notice is {version}. Correct the facts.toml.")
    return known


def unbroken(name: str) -> str:
    """The same to a reader, but no line breaks inside of it; of a longer one, between its words and after its "@"."""
    if len(name) <= FITS:
        return name.replace(" ", NO_BREAK_SPACE).replace("-", f"-{WORD_JOINER}")
    for between, after in ((" ", ""), ("@", MAY_BREAK)):
        if between in name:
            return f"{between}{after}".join(unbroken(part) for part in name.split(between))
    return name


LARGE = ("headline", "promise", "question", "yes_means", "no_means", "under_age_headline")
"""Sentences that are set so large, or in so narrow a column, that a line holds a few words."""
# Qt breaks Japanese anywhere: a line of few words would begin with a particle, or with half a foreign word.
_HANGS_ON = re.compile("(?<=[ぁ-ヿ一-鿿])(?=[ぁ-ゖー])|(?<=[ァ-ヺー])(?=[ァ-ヺ])")


def _phrased(text: str) -> str:
    """Japanese that breaks only where a phrase or a word begins."""
    return _HANGS_ON.sub(WORD_JOINER, text)


def typed(text: str) -> str:
    """With spaces and hyphens as people type them."""
    return text.replace(NO_BREAK_SPACE, " ").replace(WORD_JOINER, "").replace(MAY_BREAK, "")


def _unbroken(fact: Fact) -> Fact:
    if isinstance(fact, tuple):
        return tuple(unbroken(each) for each in fact)
    return unbroken(fact) if isinstance(fact, str) else fact


class _Speaker:
    """Puts one language's words together. Raises NoticeError."""

    def __init__(
        self, tag: str, source: Mapping[str, Any], facts: Mapping[str, Fact], purposes: tuple[Purpose, ...], terms: Terms
    ):
        self._tag = tag
        self._source = source
        self._facts = facts
        self._unbroken = {name: _unbroken(fact) for name, fact in facts.items()}
        self._asked = [purpose for purpose in purposes if purpose.needs_face]
        self._terms = terms
        self._space = "" if tag.startswith(NO_SPACES) else " "
        self._isolate = f"{ISOLATE}{{}}{POP_ISOLATE}" if tag in RIGHT_TO_LEFT else "{}"

    def words(self) -> Words:
        plain = {name: self._say(name, self._source.get(name)) for name in SENTENCES if name not in ("what", "why")}
        details, told, passages = self._details()
        return Words(
            what=self._of_the_purposes("what"),
            why=self._of_the_purposes("why"),
            labels=self._chosen("labels", LABELS),
            purpose_names=self._chosen("purpose_names", self._asked),
            purpose_questions=self._chosen("purpose_questions", self._asked),
            details=details,
            told=told,
            passages=passages,
            translation=self._translation(),
            **plain,
        )

    def _say(self, name: str, text: Any, more: Mapping[str, Fact] | None = None) -> str:
        facts = {**self._facts, **(more or {})}
        spoken = {**self._unbroken, **(more or {})}
        if not isinstance(text, str) or not text.strip():
            raise self._wrong(f"'{name}' is missing; write this sentence in the language's notice file.")
        try:
            wanted = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
        except ValueError as error:
            raise self._wrong(f"'{name}' has a broken placeholder ({error}): {text}") from error
        for field in sorted(wanted):
            if field not in facts:
                known = ", ".join(sorted(facts))
                raise self._wrong(f"'{name}' asks for {{{field}}}, which is not a fact; known: {known}.")
            if facts[field] in ("", ()):
                raise self._wrong(f"'{name}' asks for {{{field}}}, which this shop has not stated; say so only when it has.")
        try:
            said = text.format(**{field: self._name(spoken[field]) for field in wanted})
        except (ValueError, LookupError) as error:
            raise self._wrong(f"'{name}' has a broken placeholder ({error}): {text}") from error
        if self._tag == "ja" and name in LARGE:
            return _phrased(said)
        return RIGHT_TO_LEFT_MARK + said if self._tag in RIGHT_TO_LEFT else said

    def _name(self, fact: Fact) -> str:
        between = comma(self._tag)
        return between.join(self._isolate.format(each) for each in (fact if isinstance(fact, tuple) else (fact,)))

    def _group(self, name: str) -> Mapping[str, Any]:
        value = self._source.get(name)
        if not isinstance(value, Mapping):
            raise self._wrong(f"the table [{name}] is missing.")
        return value

    def _chosen(self, group: str, names: Iterable[str]) -> dict[str, str]:
        table = self._group(group)
        return {str(name): self._say(f"{group}.{name}", table.get(name)) for name in names}

    def _of_the_purposes(self, group: str) -> str:
        """One purpose has a sentence of its own; several are named in one."""
        table, names = self._group(group), self._chosen("purposes", self._asked)
        sentence = self._asked[0] if len(self._asked) == 1 else "many"
        said = self._say(f"{group}.{sentence}", table.get(sentence), {"purposes": tuple(names.values())})
        limits = self._say(f"{group}.limits", table.get("limits"))
        return said + self._space + limits

    def _details(self) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...], dict[str, str]]:
        """Headings and texts, the topics told, and each sentence. What a language lacks is left out and counts as not told."""
        written, details, told = self._group("details"), [], set()
        said: dict[str, str] = {}
        for section in self._terms.details:
            table = written.get(section.id, {})
            if not isinstance(table, Mapping):
                raise self._wrong(f"the table [details.{section.id}] is missing.")
            texts = {}
            for passage in section.passages:
                if passage.id in table and self._holds(passage):
                    name = f"{section.id}.{passage.id}"
                    texts[name] = self._say(f"details.{name}", table[passage.id])
                    told |= set(passage.tells)
            if texts:
                between = self._space if section.prose else "\n"
                heading = self._say(f"details.{section.id}.heading", table.get("heading"))
                details.append((heading, between.join(texts.values())))
                said |= {f"{section.id}.heading": heading} | texts
        if not details:
            raise self._wrong("[details] is empty; the second layer must say everything.")
        return tuple(details), tuple(sorted(told)), said

    def _holds(self, passage: Passage) -> bool:
        def stated(name: str) -> bool:
            if name in tuple(Purpose):
                return name in self._asked
            if name not in self._facts:
                raise NoticeError(f"notice facts: details.{passage.id} depends on '{name}', which is no fact and no purpose.")
            return self._facts[name] not in ("", ())

        return (passage.when is None or stated(passage.when)) and (passage.unless is None or not stated(passage.unless))

    def _translation(self) -> Translation:
        of, reviewed = self._source.get("translates"), self._source.get("reviewed")
        by, on = self._source.get("reviewed_by", ""), self._source.get("reviewed_on", "")
        if not isinstance(of, str) or not isinstance(reviewed, bool):
            raise self._wrong(
                'the file must say which version it translates and if a person reviewed it: translates = "1", reviewed = false.'
            )
        if not isinstance(by, str) or not (on == "" or type(on) is date):
            raise self._wrong('a review is written as reviewed_by = "legal translator" and reviewed_on = 2026-11-21.')
        return Translation(of, reviewed, by, on.isoformat() if on else "", self._source.get("file", f"{self._tag}.toml"))

    def _wrong(self, reason: str) -> NoticeError:
        file = self._source.get("file")
        return NoticeError(f"notice {self._tag}: {reason}" + (f" Correct {file}." if file else ""))


def longest_days(duration: str) -> float:
    """The most days that an ISO 8601 duration of whole numbers can take."""
    day, _, clock = duration.removeprefix("P").partition("T")
    days = {"Y": 366, "M": 31, "W": 7, "D": 1}
    parts = {"H": 24, "M": 24 * 60, "S": 24 * 3600}
    return sum(int(count) * days[unit] for count, unit in re.findall(r"([0-9]+)([YMWD])", day)) + sum(
        int(count) / parts[unit] for count, unit in re.findall(r"([0-9]+)([HMS])", clock)
    )
