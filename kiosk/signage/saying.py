"""What a sign says in one language, in the notice's own sentences.

The first layer of EDPB Guidelines 3/2019, section 7: who, what for, which rights, what has the greatest impact, what could
surprise (for how long, who else receives it), and where the second layer is. PIPL 26 and NYC Admin. Code 22-1202 ask for a
sign too, and prescribe no sentence.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.consent.law import Premises, examine
from kiosk.consent.notice import LABELS, NO_SPACES, Notice

AFTER_THE_SIGN = ("sign", "impact_assessment", "public_safety")
"""What a shop may still owe the law when it prints: none of it stands on the sign."""

FACTS = (
    ("what", "yes.heading", ("what",)),
    ("no", "no.heading", ("no.off", "no.same", "no.other_way")),
    ("why", "why", ("why",)),
    ("how_long", "how_long", ("how_long",)),
    ("who", "who", ("who",)),
    ("count", "count.heading", ("count.everyone",)),
    ("stays", "where.heading", ("where.here", "where.others", "where.countries", "where.sale")),
    ("rights", "rights.heading", ("rights.record", "rights.complain", "others.officer")),
)
"""Pictogram, label and sentences: "why" is the first layer's, "yes.heading" the second's."""

SPARED = ("no.same", "count.everyone", "where.here", "where.sale")
"""What a brief sign leaves to the second layer."""
ALONE = ("count.heading",)
"""A label that says it all, also without its sentences: "Everyone is counted, without looking at faces"."""

FULL_STOPS = (".", "!", "?", "。", "！", "？", "।", "؟")


class SignError(ValueError):
    """The sign cannot be made; the message says what is in the way and what to do."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One paragraph: a pictogram, a label in bold, and what it says."""

    pictogram: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One language's part of a sign."""

    language: str
    headline: str
    promise: str
    question: str
    ask: str
    welcome: str  # "" on a brief sign
    facts: tuple[Fact, ...]
    scan: str  # beside the code; "" where there is none

    def texts(self) -> tuple[str, ...]:
        """Everything it says."""
        facts = (text for fact in self.facts for text in (fact.label, fact.text))
        return tuple(filter(None, (self.headline, self.promise, self.question, self.ask, self.welcome, *facts, self.scan)))


def joined(language: str, text: str) -> str:
    """On one line."""
    return text.replace("\n", "" if language.startswith(NO_SPACES) else " ")


def _paragraph(language: str, sentences: list[str]) -> str:
    """One after the other, and on a line of its own what follows no full stop, such as an address."""
    text = ""
    for sentence in sentences:
        text += ("" if not text else joined(language, "\n") if text.endswith(FULL_STOPS) else "\n") + sentence
    return text


def saying(notice: Notice, language: str, brief: bool = False) -> Saying:
    """What a sign says in one of the notice's languages. brief: the least, for many languages on little paper."""
    words = notice.words[language]
    labels = words.labels | words.passages
    sentences = {name: getattr(words, name) for name in LABELS} | words.passages
    facts: list[Fact] = []
    for pictogram, label, names in FACTS:
        told = [sentences[name] for name in names if name in sentences and not (brief and name in SPARED)]
        if told or label in ALONE:
            facts.append(Fact(pictogram, labels[label], _paragraph(language, [joined(language, each) for each in told])))
    return Saying(
        language,
        headline=words.headline,
        promise=joined(language, words.promise),
        question=joined(language, words.question),
        ask=joined(language, words.sign_kiosk),
        welcome="" if brief else joined(language, words.welcome),
        facts=tuple(facts),
        scan=words.sign_scan if notice.facts["policy_url"] else "",
    )


def check(notice: Notice, premises: Premises, languages: Iterable[str]) -> None:
    """Raises SignError where the notice lacks something that a sign in these languages would say."""
    asked = {None, *languages}
    lacking = dict.fromkeys(
        f"{finding.language}: {finding.requirement.text}" if finding.language else finding.requirement.text
        for finding in examine(notice, premises)
        if finding.blocks and finding.language in asked and finding.requirement.id not in AFTER_THE_SIGN
    )
    if lacking:
        raise SignError(f"The notice is not ready for paper. It lacks {'; '.join(lacking)}. What to do: kiosk notice check")
