import copy
import tomllib

import pytest

from kiosk.config import LANGUAGES, TEMPLATE, Settings
from kiosk.consent.decision import Purpose
from kiosk.consent.notice import SENTENCES, NoticeError, compose

SETTINGS = Settings.model_validate(tomllib.loads(TEMPLATE))
FACTS = SETTINGS.facts()
EVERY_PURPOSE = (Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)


@pytest.fixture(scope="module")
def bundled(root):
    paths = sorted((root / "assets" / "notices" / "1").glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}


@pytest.fixture
def english(bundled):
    return copy.deepcopy(bundled["en"])


def made(source, facts=FACTS, purposes=(Purpose.DWELL,), version="1"):
    return compose(version, facts, purposes, {"en": source})


def test_every_language_is_bundled(bundled):
    assert bundled.keys() == LANGUAGES.keys()


@pytest.mark.parametrize("purposes", [(Purpose.DWELL,), EVERY_PURPOSE])
def test_the_bundled_notices_say_everything(bundled, purposes):
    notice = compose("1", FACTS, purposes, bundled)
    for tag, words in notice.words.items():
        texts = [getattr(words, name) for name in SENTENCES] + [text for pair in words.details for text in pair]
        assert all(text.strip() and "{" not in text for text in texts), tag
        said = " ".join(texts)
        for name, fact in FACTS.items():
            assert name == "store" or str(fact) in said, f"{tag} does not say the {name}"


def test_languages_have_the_same_number_of_details(bundled):
    assert len({len(source["details"]) for source in bundled.values()}) == 1
    assert len({frozenset(source) for source in bundled.values()}) == 1
    assert len({frozenset(source["what"]) for source in bundled.values()}) == 1


def test_only_what_is_asked_is_said(english):
    english["what"] = {"dwell": "DWELL.", "age_group": "AGE.", "limits": "LIMITS."}
    assert made(english).words["en"].what == "DWELL. LIMITS."
    assert made(english, purposes=(Purpose.VISITOR_COUNT, Purpose.AGE_GROUP)).words["en"].what == "AGE. LIMITS."


def test_chinese_sentences_follow_each_other_without_a_space(bundled):
    source = copy.deepcopy(bundled["zh-Hans"])
    source["what"] = {"dwell": "由{vendor}测量。", "limits": "可能出错。"}
    assert compose("1", FACTS, (Purpose.DWELL,), {"zh-Hans": source}).words["zh-Hans"].what == "由Lumen Vision测量。可能出错。"


# --- the hash --------------------------------------------------------------------------------------------------------


def test_the_same_notice_has_the_same_hash(bundled):
    again = {tag: dict(reversed(source.items())) for tag, source in bundled.items()}
    assert compose("1", FACTS, EVERY_PURPOSE, bundled).hash == compose("1", FACTS, EVERY_PURPOSE, again).hash


def test_any_fact_changes_the_hash(english):
    hashes = [made(english).hash]
    hashes += [made(english, FACTS | {name: 99 if isinstance(fact, int) else f"{fact}x"}).hash for name, fact in FACTS.items()]
    hashes += [made(english, version="2").hash, made(english, purposes=EVERY_PURPOSE).hash]
    assert len(set(hashes)) == len(FACTS) + 3


def words_of(source):
    """Each place where a word stands: the table (or None) and its key."""
    yield from ((source, name) for name in SENTENCES if name != "what")
    yield from ((source["labels"], name) for name in source["labels"])
    yield from ((source["what"], name) for name in ("dwell", "limits"))
    yield from ((detail, part) for detail in source["details"] for part in ("heading", "text"))


def test_any_word_changes_the_hash(english):
    before, places = made(english).hash, list(words_of(english))
    hashes = set()
    for table, key in places:
        kept, table[key] = table[key], f"{table[key]} More."
        hashes.add(made(english).hash)
        table[key] = kept
    assert made(english).hash == before
    assert len(hashes - {before}) == len(places) == 29


# --- what cannot be shown: the place, what stands there, what the error says ------------------------------------------

BROKEN = {
    "missing sentence": (("question",), None, "'question' is missing"),
    "empty sentence": (("question",), "  ", "'question' is missing"),
    "a number for a sentence": (("question",), 3, "'question' is missing"),
    "unknown fact": (("who",), "{boss}", r"'who' asks for \{boss\}, which is not a fact; known: address, "),
    "no name in the braces": (("who",), "{}", "'who' asks for {}"),
    "inside of a fact": (("who",), "{vendor.__class__}", r"'who' asks for \{vendor.__class__\}"),
    "open brace": (("who",), "{vendor", "'who' has a broken placeholder"),
    "closing brace": (("who",), "vendor}", "'who' has a broken placeholder"),
    "unknown conversion": (("who",), "{vendor!z}", "'who' has a broken placeholder"),
    "a format that does not fit": (("who",), "{vendor:d}", "'who' has a broken placeholder"),
    "a fact inside a format": (("who",), "{vendor:{boss}}", "'who' has a broken placeholder"),
    "no labels": (("labels",), None, r"the table \[labels\] is missing"),
    "a missing label": (("labels", "why"), None, "'labels.why' is missing"),
    "no what": (("what",), None, r"the table \[what\] is missing"),
    "a purpose without words": (("what", "dwell"), None, "'what.dwell' is missing"),
    "no limits": (("what", "limits"), None, "'what.limits' is missing"),
    "no details": (("details",), None, r"\[\[details\]\] is missing"),
    "a text for the details": (("details",), "everything", r"\[\[details\]\] is missing"),
    "texts for the details": (("details",), ["everything"], r"\[\[details\]\] is missing"),
    "a detail without a text": (("details", 0, "text"), None, "'details.text' is missing"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_shown(english, case):
    (*way, key), value, message = BROKEN[case]
    table = english
    for step in way:
        table = table[step]
    table[key] = value
    with pytest.raises(NoticeError, match=f"^notice en: {message}"):
        made(english)
