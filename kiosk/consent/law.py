"""What each jurisdiction requires of a notice and of the shop, as a table, and which of it is there. No legal advice.

`examine` compares one notice and what the shop says of itself (`Premises`) with a profile's requirements. Each source
carries how it was checked, so that nobody takes a memory for a reading.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType

from kiosk.consent.notice import FROM_FACES, LANGUAGES, Fact, Notice, Words, longest_days, typed

THREE_YEARS_IN_MONTHS = 36


class Profile(StrEnum):
    CN = "CN"
    EU = "EU"
    UK = "UK"
    US_IL = "US-IL"
    US_TX = "US-TX"
    US_NYC = "US-NYC"
    US_CA = "US-CA"


CN, EU, UK = Profile.CN, Profile.EU, Profile.UK
IL, TX, NYC, CA = Profile.US_IL, Profile.US_TX, Profile.US_NYC, Profile.US_CA


class Severity(StrEnum):
    BLOCKS = "B"  # without it a yes is not valid
    EVIDENCE = "E"  # without it a yes is hard to prove
    GOOD = "G"


class Checked(StrEnum):
    """How a source was checked."""

    READ = "F"  # its text was read
    SECONDARY = "S"  # somebody else's account of it was read
    MEMORY = "M"  # nothing was found to confirm it
    OWN = "-"  # no law: what this kiosk demands of itself


class State(StrEnum):
    PRESENT = "present"
    MISSING = "missing"
    STALE = "stale"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Law:
    """What a profile sets in figures."""

    name: str
    age_limit: int  # who is younger is not asked: the default, and the least that store.toml may say
    age_source: str
    age_checked: Checked
    needs_signature: bool = False
    needs_sign: bool = False
    evidence_months: int | None = None  # how long answers must be kept at least
    face_days: int | None = None  # how long data from faces may be kept at most after the visit


LAWS: Mapping[Profile, Law] = MappingProxyType(
    {
        CN: Law("China", 14, "PIPL 31", Checked.READ, needs_sign=True, evidence_months=THREE_YEARS_IN_MONTHS),
        EU: Law("the European Union", 16, "GDPR 8, states may say 13 to 16", Checked.MEMORY, needs_sign=True),
        UK: Law("the United Kingdom", 16, "no age found; the European one", Checked.OWN),
        IL: Law("Illinois", 18, "no age found; the careful one", Checked.OWN, needs_signature=True, face_days=3 * 366),
        TX: Law("Texas", 18, "no age found; the careful one", Checked.OWN, face_days=366),
        NYC: Law("New York City", 18, "no age found; the careful one", Checked.OWN, needs_sign=True),
        CA: Law("California", 18, "no age found; the careful one", Checked.OWN),
    }
)


@dataclass(frozen=True, slots=True)
class Assessment:
    """The shop's impact assessment."""

    id: str
    made: date
    owner: str
    expires: date


@dataclass(frozen=True, slots=True)
class Premises:
    """What the shop says of itself that no visitor reads, and the day on which it is examined."""

    profile: Profile
    today: date
    assessment: Assessment | None = None
    sign_posted: date | None = None
    legal_sign_off: str = ""
    allow_unreviewed: bool = False
    officer_considered: bool = False  # a data protection officer is named, or it is said that none is needed
    examples: tuple[str, ...] = ()  # fields of store.toml that still say what its example says: "[store] contact"
    demonstration: bool = False  # there is no such shop, and that is known


@dataclass(frozen=True, slots=True)
class Source:
    text: str
    checked: Checked


@dataclass(frozen=True, slots=True)
class Requirement:
    id: str
    text: str
    severity: Severity
    sources: Mapping[Profile, Source]  # of the profiles that have it
    each_language: bool
    by: str  # what satisfies it: "words: TOPIC", "words", "facts.toml: NAME" or "store.toml: [TABLE] NAME"
    next_step: str

    @property
    def field(self) -> str:
        """The field of store.toml that satisfies it, as in "law.sign_posted", or ""."""
        found = re.fullmatch(r"store\.toml: \[(\w+)\] (\w+)", self.by)
        return ".".join(found.groups()) if found else ""


@dataclass(frozen=True, slots=True)
class Finding:
    requirement: Requirement
    source: Source
    language: str | None  # None: once, for the whole kiosk
    state: State
    next_step: str  # "" where it is present
    waived: bool = False  # the shop has said that it goes on without

    @property
    def blocks(self) -> bool:
        """Does it keep the kiosk, or this language, from offering a yes?"""
        return self.state is not State.PRESENT and self.requirement.severity is Severity.BLOCKS and not self.waived


def _sources(text: Mapping[tuple[Profile, ...], str]) -> Mapping[Profile, Source]:
    """From "PIPL 17(1) [F]" for each group of profiles."""
    made: dict[Profile, Source] = {}
    for profiles, source in text.items():
        name, mark = source.removesuffix("]").rsplit(" [", 1)
        made |= {profile: Source(name, Checked(mark)) for profile in profiles}
    return MappingProxyType(made)


EVERYWHERE = tuple(Profile)
B, E, G = Severity.BLOCKS, Severity.EVIDENCE, Severity.GOOD


def _told(id: str, text: str, sources: Mapping[tuple[Profile, ...], str], severity: Severity = B) -> Requirement:
    """One that the second layer must tell in each language."""
    step = f"Write the passage that tells it ('{id}' in facts.toml) into {{file}}."
    return Requirement(id, text, severity, _sources(sources), True, f"words: {id}", step)


REQUIREMENTS: tuple[Requirement, ...] = (
    # --- what the words must tell, in each language
    _told(
        "controller", "who answers for the cameras, with the address", {(CN,): "PIPL 17(1) [F]", (EU, UK): "GDPR 13(1)(a) [F]"}
    ),
    _told("contact", "where to ask", {(CN,): "PIPL 17(1) [F]", (EU, UK): "GDPR 13(1)(a), (b) [F]"}),
    _told("vendor", "who supplies the cameras and their software", {(CN,): "PIPL 21 [F]", (EU, UK): "GDPR 13(1)(e) [F]"}),
    _told(
        "purposes",
        "each purpose that is asked",
        {
            (CN,): "PIPL 17(2); Consumer Law 29(1) [F]",
            (EU, UK): "GDPR 13(1)(c) [F]",
            (IL,): "740 ILCS 14/15(b) [F]",
            (TX,): "Tex. Bus. & Com. Code 503.001(b) [F]",
            (CA,): "11 CCR 7012 [F]",
        },
    ),
    _told("visitor_count", "that everyone is counted, without faces", {(CN,): "PIPL 17 [F]", (EU,): "Dutch AP 2018 [S]"}),
    _told("method", "how it is done", {(CN,): "PIPL 17(2); Consumer Law 29(1) [F]"}),
    _told(
        "data",
        "which data are taken",
        {
            (CN,): "PIPL 17(2) [F]",
            (IL,): "740 ILCS 14/15(b) [F]",
            (TX,): "Tex. Bus. & Com. Code 503.001(b) [F]",
            (CA,): "11 CCR 7012 [F]",
        },
    ),
    _told("ai", "that a computer does it", {(CN,): "PIPL 24 [F]", (EU,): "AI Act 50(3) [S]"}),
    _told(
        "error", "that it can be wrong", {(CN,): 'PIPL 17 "true, accurate" [F]', (EU, UK, IL, TX, NYC, CA): "own rule [-]"}, G
    ),
    _told("necessity", "why it is needed", {(CN,): "PIPL 30 [F]"}),
    _told("effect", "what it means for the person", {(CN,): "PIPL 30 [F]"}),
    _told(
        "automated_decisions",
        "whether a machine decides about the person",
        {(CN,): "PIPL 24 [F]", (EU, UK): "GDPR 13(2)(f) [F]"},
    ),
    _told("basis", "on what legal basis", {(EU, UK): "GDPR 13(1)(c) [F]"}),
    _told(
        "voluntary",
        "that a no costs nothing",
        {(CN,): "PIPL 16; SPC provisions 4(1) [F]", (EU,): "GDPR 7(4), 13(2)(e) [F]", (UK,): "GDPR 7(4) [F]"},
    ),
    _told(
        "retention",
        "how long each kind is kept",
        {
            (CN,): "PIPL 17(2), 19 [F]",
            (EU, UK): "GDPR 13(2)(a) [F]",
            (IL,): "740 ILCS 14/15(a), (b) [F]",
            (TX,): "Tex. Bus. & Com. Code 503.001 [F]",
            (CA,): "Cal. Civ. Code 1798.100 [M]",
        },
    ),
    _told("storage", "where it is kept", {(CN,): "FR Measures 8 [F]"}),
    _told(
        "recipients",
        "who else receives it, or that nobody does",
        {(CN,): "PIPL 23 [F]", (EU, UK): "GDPR 13(1)(e) [F]", (IL,): "740 ILCS 14/15(d) [F]", (CA,): "11 CCR 7012 [F]"},
    ),
    _told("transfers", "whether it leaves the country", {(CN,): "FR Measures 8 [F]", (EU, UK): "GDPR 13(1)(f) [F]"}),
    _told(
        "sale",
        "that it is not sold",
        {
            (IL,): "740 ILCS 14/15(c) [F]",
            (TX,): "Tex. Bus. & Com. Code 503.001(c)(1) [F]",
            (NYC,): "NYC Admin. Code 22-1202 [S]",
            (CA,): "11 CCR 7012 [F]",
        },
    ),
    _told("withdrawal", "how to take a yes back", {(CN,): "PIPL 15 [F]", (EU, UK): "GDPR 7(3), 13(2)(c) [F]"}),
    _told(
        "rights", "which rights there are, and how to use them", {(CN,): "PIPL 17(3), 44-50 [F]", (EU, UK): "GDPR 13(2)(b) [F]"}
    ),
    _told("complaint", "where to complain", {(EU, UK): "GDPR 13(2)(d) [F]"}),
    _told("minors", "what holds for those who are too young", {(CN,): "PIPL 31 [F]", (EU, UK): "GDPR 8 [M]"}),
    # --- of the words themselves
    Requirement(
        "signature",
        "a yes that is a signature",
        B,
        _sources({(IL,): "740 ILCS 14/15(b)(3), 14/10 [F]"}),
        True,
        "words",
        "Write yes_signed and yes_signed_means into {file}.",
    ),
    Requirement(
        "wording",
        "no assumed, bought or pressed yes",
        B,
        _sources(
            {
                (CN,): "PIPL 14, 16; SPC provisions 4 [F]",
                (EU, UK): "GDPR 7(4) [F]",
                (CA,): "11 CCR 7004 [F]",
                (IL, TX, NYC): "own rule [-]",
            }
        ),
        True,
        "words",
        "",
    ),
    Requirement(
        "current",
        "words of this version, in each language",
        B,
        _sources({EVERYWHERE: "ISO/IEC 29184 5.2.4 [F]"}),
        True,
        "words",
        'Bring {file} up to date with the master, en.toml, then write translates = "{version}" into it.',
    ),
    Requirement(
        "reviewed",
        "words that a person has reviewed",
        B,
        _sources(
            {
                (CN,): 'PIPL 17 "true, accurate" [F]',
                (EU, UK): "GDPR 12 [F]",
                (NYC,): "NYC Admin. Code 22-1202 [S]",
                (IL, TX, CA): "own rule [-]",
            }
        ),
        True,
        "words",
        'Have a person who reads {name} review {file}, then write there: reviewed = true, reviewed_by = "their role", '
        "reviewed_on = the day. Or take {language} out of [screen] languages. "
        "Or take the risk on yourself: [law] allow_unreviewed = true.",
    ),
    # --- of the shop, once
    Requirement(
        "own_facts",
        "facts of a real shop, not the example's",
        B,
        _sources({EVERYWHERE: "own rule [-]"}),
        False,
        "store.toml",
        "Still the example's: {examples}. Write your shop's own. "
        "Only to show the kiosk, where there is no shop: [law] demonstration = true.",
    ),
    Requirement(
        "impact_assessment",
        "an impact assessment, before it begins",
        B,
        _sources({(CN,): "PIPL 55-56 [F]", (EU, UK): "GDPR 35 [M]"}),
        False,
        "store.toml: [law] impact_assessment",
        "Make the assessment, then enter it.",
    ),
    Requirement(
        "sign",
        "a sign at every entrance",
        B,
        _sources({(CN,): "PIPL 26 [F]", (EU,): "EDPB 3/2019 §7 [F]", (NYC,): "NYC Admin. Code 22-1202 [S]"}),
        False,
        "store.toml: [law] sign_posted",
        "Put a sign up at every entrance that says who answers for the cameras, what for, which rights there are, "
        "where to ask, and where the full text is. Then enter the day.",
    ),
    Requirement(
        "other_way",
        "a way in that no such camera sees",
        B,
        _sources({(CN,): "FR Measures 10 [S]", (EU,): "EDPB 3/2019 §5 [S]", (UK,): "ICO [S]"}),
        False,
        "store.toml: [store] other_way",
        "Say in a few words where it is.",
    ),
    Requirement(
        "public_safety",
        "a lawyer's word that these are no security cameras",
        B,
        _sources({(CN,): "PIPL 26 [F]"}),
        False,
        "store.toml: [law] legal_sign_off",
        "Ask a lawyer whether these cameras may be used for this, then enter who said so, and when.",
    ),
    Requirement(
        "policy",
        "rules to read and to keep",
        B,
        _sources({(CN,): "PIPL 17; Consumer Law 29(1) [F]", (IL,): "740 ILCS 14/15(a) [F]"}),
        False,
        "store.toml: [store] policy_url",
        "Publish the rules with the periods that `kiosk notice show` prints, then enter the address.",
    ),
    Requirement(
        "officer",
        "a data protection officer, where one is needed",
        G,
        _sources({(EU, UK): "GDPR 13(1)(b) [F]"}),
        False,
        "store.toml: [store] data_protection_officer",
        'Enter how to reach the officer, or "" if the law asks for none here.',
    ),
    Requirement(
        "separate_recipients",
        "a question of its own for each outside recipient",
        B,
        _sources({(CN,): "PIPL 23 [F]", (IL,): "740 ILCS 14/15(d) [F]"}),
        False,
        "store.toml: [store] recipients",
        "The law wants a question of its own for each, and this kiosk asks none for {recipients}: give them nothing. "
        "In store.toml, [store]: recipients = [].",
    ),
    Requirement(
        "age_limit",
        "nobody is asked who is too young",
        B,
        _sources({(CN,): "PIPL 31 [F]", (EU,): "GDPR 8 [M]", (UK, IL, TX, NYC, CA): "own rule [-]"}),
        False,
        "store.toml: [law] age_limit",
        "Raise it to {age_limit} at least, or leave it out. In store.toml, [law]: age_limit = {age_limit}",
    ),
    Requirement(
        "evidence",
        "answers kept for three years at least",
        E,
        _sources({(CN,): "PIPL 56 [F]"}),
        False,
        "store.toml: [notice] evidence_months",
        "Raise it to 36 at least.",
    ),
    Requirement(
        "face_data",
        "data from faces destroyed in time",
        B,
        _sources({(IL,): "740 ILCS 14/15(a) [F]", (TX,): "Tex. Bus. & Com. Code 503.001 [F]"}),
        False,
        "facts.toml: retention",
        "Shorten the retention in the notice's facts.toml to {face_days} days at most.",
    ),
    Requirement(
        "local",
        "face data stay on site",
        B,
        _sources({(CN,): "FR Measures 8 [F]"}),
        False,
        "facts.toml: transfers",
        "Take the transfers out of facts.toml, and stop them.",
    ),
)

_WHERE_THEY_ARE = (
    'Say where it goes. In store.toml, [store]: recipient_countries = ["Germany"], the country of {recipients}; '
    "or recipients = []."
)
_FACTS_TOLD = {
    "controller": ("controller", "address"),
    "contact": ("contact",),
    "vendor": ("vendor",),
    "complaint": ("authority",),
    "retention": ("totals_months", "evidence_months"),
    "recipients": ("recipients",),
    "transfers": ("recipient_countries",),
    "minors": ("age_limit",),
}
_RETENTION = ("retention_picture", "retention_totals", "retention_answer")


def examine(notice: Notice, premises: Premises) -> tuple[Finding, ...]:
    """What the profile requires, in the table's order, and whether it is there: one finding for each language, or one."""
    return tuple(examining(notice, premises))


def examining(notice: Notice, premises: Premises) -> Iterator[Finding]:
    """The same one after the other: all of it takes a tenth of a second."""
    for requirement in REQUIREMENTS:
        if premises.profile in requirement.sources:
            for language in notice.words if requirement.each_language else (None,):
                yield _finding(requirement, language, notice, premises)


def asks_nobody(notice: Notice, premises: Premises) -> bool:
    """Is it plain, before any text is read, that no yes may be offered?"""
    found = [
        _finding(requirement, language, notice, premises)
        for requirement in REQUIREMENTS
        if premises.profile in requirement.sources and requirement.id in _ONCE.keys() | _WORDS.keys()
        for language in (notice.words if requirement.each_language else (None,))
    ]
    return not offers_yes(found, None) or not usable_languages(notice, found)[0]


def offers_yes(findings: Iterable[Finding], language: str | None) -> bool:
    """May a yes be offered in this language? With None: may this kiosk offer one at all?"""
    return not any(finding.blocks for finding in findings if finding.language in (None, language))


def usable_languages(notice: Notice, findings: Iterable[Finding]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The notice's languages whose words may be shown with a yes, and a sentence for each one that may not.

    What the whole kiosk lacks is not asked here: `offers_yes(findings, None)` says that.
    """
    reasons: dict[str, str] = {}
    for finding in findings:
        if finding.blocks and finding.language:
            told = f"{finding.language}: {finding.requirement.text}: {finding.state}. {finding.next_step}"
            reasons.setdefault(finding.language, told)
    return tuple(tag for tag in notice.words if tag not in reasons), tuple(
        reasons[tag] for tag in notice.words if tag in reasons
    )


def _finding(requirement: Requirement, language: str | None, notice: Notice, premises: Premises) -> Finding:
    state, step, waived = State.PRESENT, "", False
    if language is None:
        state = _ONCE[requirement.id](notice, premises)
        waived = requirement.id == "own_facts" and premises.demonstration
    elif requirement.by.startswith("words: "):
        state = _tells(requirement.id, notice, notice.words[language])
    elif requirement.id == "wording":
        faults = lint(notice.words[language].texts(), language)
        if faults:
            state = State.FORBIDDEN
            step = f"Take '{faults[0].phrase}' out of {notice.words[language].translation.file}: {faults[0].why}."
    else:
        state = _WORDS[requirement.id](notice.words[language], notice)
        waived = requirement.id == "reviewed" and premises.allow_unreviewed
    if state is not State.PRESENT and not step:
        law = LAWS[premises.profile]
        recipients = notice.facts["recipients"]
        unplaced = requirement.id == "transfers" and recipients and not notice.facts["recipient_countries"]
        step = (_WHERE_THEY_ARE if unplaced else requirement.next_step).format(
            language=language,
            name=language and LANGUAGES.get(language, language),
            file=notice.words[language].translation.file if language else "",
            version=notice.terms.version,
            recipients=", ".join(recipients if isinstance(recipients, tuple) else ()),
            examples=", ".join(premises.examples),
            age_limit=law.age_limit,
            face_days=law.face_days,
        )
        if requirement.id == "impact_assessment" and state is State.STALE and premises.assessment:
            step = f"It was valid until {premises.assessment.expires}. Review it, then enter the new dates."
    return Finding(requirement, requirement.sources[premises.profile], language, state, step, waived)


def _tells(topic: str, notice: Notice, words: Words) -> State:
    topics = {"purposes": tuple(notice.purposes), "retention": _RETENTION}.get(topic, (topic,))
    said = typed("\n".join(text for pair in words.details for text in pair))
    facts = [notice.facts[name] for name in _FACTS_TOLD.get(topic, ())]
    named = all(typed(str(each)) in said for fact in facts for each in (fact if isinstance(fact, tuple) else (fact,)))
    return State.PRESENT if named and set(topics) <= set(words.told) else State.MISSING


def _reviewed(words: Words) -> State:
    if not words.translation.reviewed:
        return State.MISSING
    return State.PRESENT if words.translation.by and words.translation.on else State.STALE


def _present(there: object) -> State:
    return State.PRESENT if there else State.MISSING


def _assessed(premises: Premises) -> State:
    if premises.assessment is None or premises.assessment.made > premises.today:
        return State.MISSING
    return State.PRESENT if premises.today <= premises.assessment.expires else State.STALE


def _number(value: Fact | None) -> int:
    """A fact, or a limit of the law. Raises TypeError where it is none, so that nothing passes for want of a limit."""
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no number")
    return value


def _face_days(notice: Notice) -> float:
    return max(longest_days(notice.terms.retention[kind]) for kind in FROM_FACES)


_WORDS: dict[str, Callable[[Words, Notice], State]] = {
    "signature": lambda words, notice: _present(words.yes_signed and words.yes_signed_means),
    "current": lambda words, notice: State.PRESENT if words.translation.of == notice.terms.version else State.STALE,
    "reviewed": lambda words, notice: _reviewed(words),
}
_ONCE: dict[str, Callable[[Notice, Premises], State]] = {
    "own_facts": lambda notice, premises: _present(not premises.examples),
    "impact_assessment": lambda notice, premises: _assessed(premises),
    "sign": lambda notice, premises: _present(premises.sign_posted and premises.sign_posted <= premises.today),
    "other_way": lambda notice, premises: _present(notice.facts["other_way"]),
    "public_safety": lambda notice, premises: _present(premises.legal_sign_off),
    "policy": lambda notice, premises: _present(notice.facts["policy_url"]),
    "officer": lambda notice, premises: _present(premises.officer_considered),
    "separate_recipients": lambda notice, premises: _present(not notice.facts["recipients"]),
    "age_limit": lambda notice, premises: _present(_number(notice.facts["age_limit"]) >= LAWS[premises.profile].age_limit),
    "evidence": lambda notice, premises: _present(
        _number(notice.facts["evidence_months"]) >= _number(LAWS[premises.profile].evidence_months)
    ),
    "face_data": lambda notice, premises: _present(_face_days(notice) <= _number(LAWS[premises.profile].face_days)),
    "local": lambda notice, premises: _present(not notice.terms.transfers),
}


# --- words that no notice may use ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fault:
    phrase: str
    why: str


@cache
def _forbidden(tag: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is searched for in a language's words, and why nobody may say it."""
    from kiosk.consent.phrases import PHRASES, WHY

    return tuple((re.compile(each), WHY[kind]) for kind, patterns in PHRASES.get(tag, {}).items() for each in patterns)


_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": ""})


def lint(texts: Iterable[str], language: str) -> tuple[Fault, ...]:
    """Phrases that no notice may use, in this language (BCP 47) or in English, the master's, which may have been left."""
    return tuple(fault for text in texts for tag in dict.fromkeys((language, "en")) for fault in _faults(text, tag))


@lru_cache(maxsize=1 << 14)
def _faults(text: str, tag: str) -> tuple[Fault, ...]:
    plain = _plain(text)
    found = ((pattern.search(plain), why) for pattern, why in _forbidden(tag))
    return tuple(Fault(match[0].strip(), why) for match, why in found if match)


_UNSPACED = "\u3040-\u30ff\u3400-\u9fff"  # kana and han: a space between them is only a line's end


def _plain(text: str) -> str:
    """Lower case, single spaces, no invisible characters, no vowel signs: what a reader takes for the same text."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").translate(_ARABIC)
    text = "".join(each for each in text if unicodedata.category(each) not in ("Cf", "Mn"))
    text = " ".join(text.casefold().split())
    return re.sub(f"(?<=[{_UNSPACED}]) (?=[{_UNSPACED}])", "", text)
