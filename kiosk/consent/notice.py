"""The explanation: one versioned set of facts, and words for it per language.

A notice file says each sentence once per language, with `{placeholders}` for the store's own facts. `Notice.hash` covers
the facts and every language, so that a record proves what a visitor was told.
"""

from dataclasses import dataclass
from string import Formatter
from typing import Any

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
)

RIGHT_TO_LEFT = ("ar",)
# Without these, a sentence that begins with the shop's Latin name is laid out from the left (Unicode UAX 9).
RIGHT_TO_LEFT_MARK, ISOLATE, POP_ISOLATE = "\u200f", "\u2068", "\u2069"


class NoticeError(ValueError):
    """The notice cannot be shown; the message names the language, the sentence and the reason."""


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
    labels: dict[str, str]  # of the four facts: what, why, how_long, who
    details: tuple[tuple[str, str], ...]  # the second layer: heading, text


@dataclass(frozen=True, slots=True)
class Notice:
    version: str
    facts: dict[str, Any]
    purposes: tuple[Purpose, ...]
    words: dict[str, Words]  # by BCP 47 tag

    def content(self) -> dict[str, Any]:
        """What the hash covers, ready for JSON."""
        return {
            "version": self.version,
            "facts": self.facts,
            "purposes": list(self.purposes),
            "words": {
                tag: {name: getattr(words, name) for name in (*SENTENCES, "labels", "details")}
                for tag, words in self.words.items()
            },
        }

    @property
    def hash(self) -> str:
        return digest(self.content())


def compose(version: str, facts: dict[str, Any], purposes: tuple[Purpose, ...], sources: dict[str, dict[str, Any]]) -> Notice:
    """A notice from the store's facts and the notice files (one mapping per language). Raises NoticeError."""
    return Notice(version, facts, purposes, {tag: _speak(tag, source, facts, purposes) for tag, source in sources.items()})


def _speak(tag: str, source: dict[str, Any], facts: dict[str, Any], purposes: tuple[Purpose, ...]) -> Words:
    def say(name: str, text: Any) -> str:
        if not isinstance(text, str) or not text.strip():
            raise NoticeError(f"notice {tag}: '{name}' is missing; write this sentence in the language's notice file.")
        try:
            wanted = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
        except ValueError as error:
            raise NoticeError(f"notice {tag}: '{name}' has a broken placeholder ({error}): {text}") from error
        unknown = sorted(wanted - facts.keys())
        if unknown:
            raise NoticeError(
                f"notice {tag}: '{name}' asks for {{{unknown[0]}}}, which is not a fact; known: {', '.join(sorted(facts))}."
            )
        try:
            if tag not in RIGHT_TO_LEFT:
                return text.format(**facts)
            isolated = {name: f"{ISOLATE}{fact}{POP_ISOLATE}" for name, fact in facts.items()}
            return RIGHT_TO_LEFT_MARK + text.format(**isolated)
        except (ValueError, LookupError) as error:
            raise NoticeError(f"notice {tag}: '{name}' has a broken placeholder ({error}): {text}") from error

    def group(name: str) -> dict[str, Any]:
        value = source.get(name)
        if not isinstance(value, dict):
            raise NoticeError(f"notice {tag}: the table [{name}] is missing.")
        return value

    sentences = {name: say(name, source.get(name)) for name in SENTENCES if name != "what"}
    what = group("what")
    asked = [purpose for purpose in purposes if purpose.needs_face]
    between = "" if tag.startswith(("zh", "ja")) else " "
    told = between.join(say(f"what.{each}", what.get(each)) for each in (*asked, "limits"))
    labels = {name: say(f"labels.{name}", group("labels").get(name)) for name in ("what", "why", "how_long", "who")}
    layer = source.get("details")
    if not layer or not isinstance(layer, list) or not all(isinstance(each, dict) for each in layer):
        raise NoticeError(f"notice {tag}: [[details]] is missing; the second layer must say everything.")
    details = tuple((say("details.heading", each.get("heading")), say("details.text", each.get("text"))) for each in layer)
    return Words(what=told, labels=labels, details=details, **sentences)
