import copy
import tomllib
from datetime import date
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.config import DEMONSTRATION, LANGUAGES, TEMPLATE, Settings
from kiosk.consent.decision import Purpose, canonical
from kiosk.consent.notice import (
    LABELS,
    PERIOD,
    SENTENCES,
    Change,
    Data,
    NoticeError,
    changed,
    compose,
    longest_days,
    substance,
    typed,
    unbroken,
)

FACTS = Settings.model_validate(tomllib.loads(TEMPLATE)).facts()
STATED = Settings.model_validate(tomllib.loads(DEMONSTRATION)).facts() | {
    "processor": "Northlight Analytics Ltd",
    "recipients": ("Harbour Group Ltd", "Rivertown City Council"),
    "recipient_countries": ("Germany", "Norway"),
    "representative": "Quay Legal",
    "data_protection_officer": "dpo@harbour-motors.example",
}
EVERY_PURPOSE = (Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)
COMPOSED = ("what", "why")


@pytest.fixture(scope="module")
def files(root):
    """Each file of the bundled notice, by its name."""
    paths = sorted((root / "assets" / "notices" / "1").glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}


@pytest.fixture(scope="module")
def terms(files):
    return files["facts"]


@pytest.fixture(scope="module")
def bundled(files):
    return {tag: files[tag] for tag in LANGUAGES}


@pytest.fixture
def english(bundled):
    return copy.deepcopy(bundled["en"])


@pytest.fixture
def made(terms):
    def make(source, facts=FACTS, purposes=(Purpose.DWELL,), known=terms, version="1"):
        return compose(version, facts, purposes, {"en": source}, known)

    return make


def test_every_language_is_bundled(files):
    assert files.keys() == {"facts", *LANGUAGES}


@pytest.mark.parametrize("purposes", [*((purpose,) for purpose in EVERY_PURPOSE), EVERY_PURPOSE], ids=len)
@pytest.mark.parametrize("facts", [FACTS, STATED], ids=["least", "most"])
def test_the_bundled_notices_say_everything(bundled, terms, facts, purposes):
    notice = compose("1", facts, purposes, bundled, terms)
    for tag, words in notice.words.items():
        assert all(text.strip() and "{" not in text for text in words.texts()), tag
        said = typed(" ".join(words.texts()))
        for name, fact in facts.items():
            for each in fact if isinstance(fact, tuple) else (fact,):
                assert name == "store" or str(each) in said, f"{tag} does not say the {name}"
        assert words.purpose_names.keys() == words.purpose_questions.keys() == set(purposes)
        assert set(purposes) <= set(words.told)


def test_each_purpose_is_explained_in_both_layers(bundled, terms):
    for tag in LANGUAGES:
        alone = [compose("1", FACTS, (purpose,), bundled, terms).words[tag] for purpose in EVERY_PURPOSE]
        for name in (*COMPOSED, "details"):
            assert len({getattr(words, name) for words in alone}) == 3, f"{tag}: {name}"
        both = compose("1", FACTS, EVERY_PURPOSE[:2], bundled, terms).words[tag]
        for purpose in EVERY_PURPOSE:
            assert (bundled[tag]["purposes"][purpose] in both.what) == (purpose in EVERY_PURPOSE[:2])


def shape(value):
    """The keys of a table, and the placeholders of its texts."""
    if isinstance(value, dict):
        return {name: shape(each) for name, each in value.items()}
    if isinstance(value, str):
        return sorted({field for _, field, _, _ in Formatter().parse(value) if field})
    return type(value)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_languages_say_the_same(bundled, tag):
    assert shape(bundled[tag]) == shape(bundled["en"])


def test_every_passage_has_its_words_and_every_word_its_passage(bundled, terms):
    passages = {section["id"]: {"heading"} | {each["id"] for each in section["passages"]} for section in terms["details"]}
    for tag in LANGUAGES:
        assert {section: set(table) for section, table in bundled[tag]["details"].items()} == passages, tag


def test_nobody_has_reviewed_the_bundled_words(bundled):
    assert [source["reviewed"] for source in bundled.values()] == [False] * len(LANGUAGES)


def test_only_what_is_asked_is_said(english, made):
    english["what"] = {"dwell": "DWELL.", "age_group": "AGE.", "many": "MANY {purposes}.", "limits": "LIMITS."}
    english["purposes"] = {"dwell": "stay", "age_group": "age"}
    assert made(english).words["en"].what == "DWELL. LIMITS."
    assert made(english, purposes=(Purpose.VISITOR_COUNT, Purpose.AGE_GROUP)).words["en"].what == "AGE. LIMITS."
    assert made(english, purposes=(Purpose.DWELL, Purpose.AGE_GROUP)).words["en"].what == "MANY stay, age. LIMITS."


def test_what_a_shop_does_not_state_is_not_said(english, made):
    less, more = made(english).words["en"], made(english, STATED).words["en"]
    assert len(more.details) == len(less.details) + 1  # those who take part
    assert "nobody else receives it" in str(less.details) and "nobody else receives it" not in str(more.details)
    assert f"{unbroken('Harbour Group Ltd')}, {unbroken('Rivertown City Council')}" in "".join(dict(more.details).values())
    assert "transfers" in less.told and "transfers" in more.told and "They are in: Germany, Norway" in str(more.details)
    nowhere = made(english, STATED | {"recipient_countries": ()}).words["en"]
    assert "transfers" not in nowhere.told and "They are in" not in str(nowhere.details)


def test_names_follow_each_other_as_the_language_has_it(bundled, terms):
    words = compose("1", STATED, (Purpose.DWELL,), bundled, terms).words
    one, other = unbroken("Harbour Group Ltd"), unbroken("Rivertown City Council")
    assert f"{one}、{other}" in dict(words["zh-Hans"].details)["保存在哪里"]
    assert f"\u2068{one}\u2069، \u2068{other}\u2069" in dict(words["ar"].details)["\u200fأين يبقى ذلك"]


# A fact -> how it stands in a sentence: "_" is a space and "=" a hyphen where no line may break, "|" a place where one may.
ONE_LINE = {
    "Lumen Vision": "Lumen_Vision",
    "A b c d e f g h i j k l": "A_b_c_d_e_f_g_h_i_j_k_l",  # 23 characters
    "A b c d e f g h i j k lm": "A_b_c_d_e_f_g_h_i_j_k_lm",
    "A b c d e f g h i j k lmn": "A b c d e f g h i j k lmn",
    "privacy@harbour-motors.example": "privacy@|harbour=motors.example",  # one line of a narrow column has no room for it
    "info@a-b.example": "info@a=b.example",
    "privacy@a-shop-whose-name-is-long.example": "privacy@|a-shop-whose-name-is-long.example",
    "+86 10-5555-0100": "+86_10=5555=0100",
    "Northlight-Lumen Analytics and Vision Ltd": "Northlight=Lumen Analytics and Vision Ltd",
    "Privacy desk: privacy@harbour-motors.example": "Privacy desk: privacy@|harbour=motors.example",
    "https://harbour-motors.example/a-privacy-notice-of-ours": "https://harbour-motors.example/a-privacy-notice-of-ours",
    "海港汽车": "海港汽车",
}


@pytest.mark.parametrize("fact", ONE_LINE)
def test_a_short_fact_stays_on_one_line(bundled, terms, fact):
    stands = ONE_LINE[fact].replace("_", "\u00a0").replace("=", "-\u2060").replace("|", "\u200b")
    assert (unbroken(fact), typed(stands)) == (stands, fact)
    notice = compose("1", FACTS | {"vendor": fact}, (Purpose.DWELL,), bundled, terms)
    for tag, words in notice.words.items():
        assert stands in words.who, tag
        assert typed(words.who).replace("\u2068", "").replace("\u2069", "").count(fact) == 1
    assert notice.facts["vendor"] == fact == notice.content()["facts"]["vendor"]


@given(st.text(st.characters(exclude_characters="\u00a0\u2060\u200b"), max_size=60))
def test_nothing_but_the_breaks_of_a_fact_is_another(fact):
    assert typed(unbroken(fact)) == fact
    assert unbroken(typed(unbroken(fact))) == unbroken(fact)


def test_names_of_purposes_may_break(bundled, terms):
    notice = compose("1", FACTS, (Purpose.DWELL, Purpose.AGE_GROUP), bundled, terms)
    assert "age group" in notice.words["en"].what


def test_chinese_sentences_follow_each_other_without_a_space(bundled, terms):
    source = copy.deepcopy(bundled["zh-Hans"])
    source["what"] = {"dwell": "由{vendor}测量。", "limits": "可能出错。"}
    notice = compose("1", FACTS, (Purpose.DWELL,), {"zh-Hans": source}, terms)
    assert notice.words["zh-Hans"].what == "由Lumen\u00a0Vision测量。可能出错。"


def test_passages_stand_alone_or_in_one_paragraph(bundled, terms):
    words = compose("1", FACTS, EVERY_PURPOSE, bundled, terms).words
    assert "It times your stay. It estimates your age group." in dict(words["en"].details)["If you say yes"]
    assert "它会计算您停留多久。它会根据您的脸" in dict(words["zh-Hans"].details)["如果您同意"]
    assert dict(words["en"].details)["Where it stays"].splitlines()[1:] == ["We never sell it."]


def test_every_sentence_of_the_second_layer_can_be_named(english, made, terms):
    del english["details"]["rights"]["complain"]
    words = made(english, STATED).words["en"]
    assert words.passages["rights.heading"] == english["details"]["rights"]["heading"]
    assert "rights.complain" not in words.passages and "where.here" not in words.passages
    said = {}
    for name, text in words.passages.items():
        said.setdefault(name.partition(".")[0], []).append(text)
    prose = {section["id"] for section in terms["details"] if section.get("prose")}
    told = ((first, (" " if section in prose else "\n").join(rest)) for section, (first, *rest) in said.items())
    assert tuple(told) == words.details


def test_what_a_language_lacks_in_the_second_layer_counts_as_not_told(english, made):
    del english["details"]["where"]["sale"], english["details"]["young"]
    words = made(english).words["en"]
    assert {"sale", "minors"}.isdisjoint(words.told)
    assert "storage" in words.told
    assert "under 14" not in str(words.details)


def test_where_a_language_is_written_is_no_part_of_the_notice(english, made):
    one, other = made(english), made(english | {"file": "/opt/notices/en.toml"})
    assert (one.words["en"].translation.file, other.words["en"].translation.file) == ("en.toml", "/opt/notices/en.toml")
    assert one.hash == other.hash and "/opt" not in str(other.content())


def test_a_review_is_kept(english, made):
    english |= {"reviewed": True, "reviewed_by": "legal translator", "reviewed_on": date(2026, 11, 1)}
    translation = made(english).words["en"].translation
    assert (translation.reviewed, translation.by, translation.on) == (True, "legal translator", "2026-11-01")


# --- the hashes ------------------------------------------------------------------------------------------------------


def test_the_same_notice_has_the_same_hash(bundled, terms):
    again = {tag: dict(reversed(source.items())) for tag, source in bundled.items()}
    one, other = (compose("1", FACTS, EVERY_PURPOSE, sources, terms) for sources in (bundled, again))
    assert (one.hash, one.substance) == (other.hash, other.substance)
    assert canonical(one.content()) == canonical(other.content())


def another(fact):
    return fact + 1 if isinstance(fact, int) else (*fact, "x") if isinstance(fact, tuple) else f"{fact}x"


def test_any_fact_changes_the_hash(english, made):
    hashes = [made(english).hash]
    hashes += [made(english, FACTS | {name: another(fact)}).hash for name, fact in FACTS.items()]
    hashes += [made(english, purposes=EVERY_PURPOSE).hash]
    assert len(set(hashes)) == len(FACTS) + 2


def words_of(source):
    """Each place where a word of a notice for dwell stands: the table and its key."""
    yield from ((source, name) for name in SENTENCES if name not in COMPOSED)
    yield from ((source["labels"], name) for name in LABELS)
    yield from ((source[group], name) for group in COMPOSED for name in ("dwell", "limits"))
    yield from ((source[group], "dwell") for group in ("purpose_names", "purpose_questions"))
    yield from ((table, name) for table in source["details"].values() for name in table)


def test_any_word_changes_the_hash_and_none_the_substance(english, made):
    before, places = made(english, STATED), list(words_of(english))
    hashes, substances, silent = set(), set(), []
    for table, key in places:
        kept, table[key] = table[key], f"{table[key]} More."
        notice = made(english, STATED)
        if notice.hash == before.hash:
            silent.append(key)
        hashes.add(notice.hash)
        substances.add(notice.substance)
        table[key] = kept
    assert substances == {before.substance}
    # Of purposes that are not asked, and of recipients that there are.
    assert sorted(silent) == ["age_group"] * 3 + ["gender"] * 3 + ["here"]
    assert len(hashes - {before.hash}) == len(places) - len(silent) == 70


# --- what became of a notice -------------------------------------------------------------------------------------------

# The fact -> what its change is.
FACT_CHANGES = {
    "store": Change.WORDING,
    "controller": Change.SUBSTANCE,
    "address": Change.WORDING,
    "contact": Change.WORDING,
    "authority": Change.WORDING,
    "vendor": Change.SUBSTANCE,
    "totals_months": Change.SUBSTANCE,
    "evidence_months": Change.SUBSTANCE,
    "visit_minutes": Change.SUBSTANCE,
    "age_limit": Change.WORDING,
    "policy_url": Change.WORDING,
    "other_way": Change.WORDING,
    "processor": Change.SUBSTANCE,
    "recipients": Change.SUBSTANCE,
    "recipient_countries": Change.SUBSTANCE,
    "representative": Change.WORDING,
    "data_protection_officer": Change.WORDING,
}


@pytest.mark.parametrize("fact", FACT_CHANGES)
def test_a_fact_that_changes(english, made, fact):
    assert FACT_CHANGES.keys() == FACTS.keys()
    old, new = made(english), made(english, FACTS | {fact: another(FACTS[fact])})
    assert changed(old.content(), new.content()) == FACT_CHANGES[fact]
    assert (old.substance != new.substance) == (FACT_CHANGES[fact] == Change.SUBSTANCE)


TERM_CHANGES = {
    "another kind of data": (("purposes", "dwell", "data"), ["face_crop", "stay", "gender", "totals"]),
    "another method": (("purposes", "dwell", "method"), "face_estimation"),
    "more data of everyone": (("purposes", "visitor_count", "data"), ["body_outline"]),
    "a picture that is kept": (("retention", "face_crop"), "PT1S"),
    "another country": (("transfers",), ["Elsewhere"]),
}


@pytest.mark.parametrize("case", TERM_CHANGES)
def test_terms_that_change_are_substance(english, made, terms, case):
    known = copy.deepcopy(terms)
    (*way, key), value = TERM_CHANGES[case]
    table = known
    for step in way:
        table = table[step]
    table[key] = value
    assert changed(made(english).content(), made(english, known=known).content()) == Change.SUBSTANCE


def test_purposes_that_change_are_substance(english, made):
    one, three = made(english).content(), made(english, purposes=EVERY_PURPOSE).content()
    assert changed(one, three) == changed(three, one) == Change.SUBSTANCE


def test_how_a_purpose_that_is_not_asked_is_handled_is_no_substance(english, made, terms):
    known = copy.deepcopy(terms)
    known["purposes"]["gender"]["method"] = "face_detection"
    assert changed(made(english).content(), made(english, known=known).content()) == Change.WORDING


def later(terms, version, **changes):
    return {**terms, "version": version, "changes": {**terms["changes"], **changes}}


# What a person wrote of each version since -> what it is when nothing but a word differs.
CHOSEN = {
    ("wording",): Change.WORDING,
    ("substance",): Change.SUBSTANCE,
    ("substance", "wording"): Change.SUBSTANCE,  # not only the last one counts
    ("wording", "wording"): Change.WORDING,
}


@pytest.mark.parametrize("chosen", CHOSEN)
def test_a_person_can_raise_the_class(english, made, terms, chosen):
    versions = {str(number): kind for number, kind in enumerate(chosen, 2)}
    version = str(len(chosen) + 1)
    new = made({**english, "promise": "It is up to you."}, known=later(terms, version, **versions), version=version)
    assert changed(made(english).content(), new.content()) == CHOSEN[chosen]


def test_a_person_cannot_lower_the_class(english, made, terms):
    new = made(english, FACTS | {"vendor": "Another"}, known=later(terms, "2", **{"2": "wording"}), version="2")
    assert changed(made(english).content(), new.content()) == Change.SUBSTANCE


def test_a_version_that_the_new_one_does_not_know_is_substance(english, made, terms):
    newer = made(english, known=later(terms, "2", **{"2": "wording"}), version="2").content()
    assert changed(newer, made(english).content()) == Change.SUBSTANCE


def test_a_notice_from_before_the_terms_is_substance(english, made):
    new = made(english).content()
    old = {name: new[name] for name in ("version", "facts", "purposes", "words")}
    assert changed(old, new) == Change.SUBSTANCE


FACT_VALUES = st.fixed_dictionaries(
    {
        name: st.integers(1, 3)
        if isinstance(fact, int)
        else st.lists(st.sampled_from("AB"), max_size=2, unique=True).map(tuple)
        for name, fact in FACTS.items()
        if isinstance(fact, int | tuple)
    }
    | {name: st.sampled_from(["A", "B"]) for name, fact in FACTS.items() if isinstance(fact, str)}
)
PURPOSES = st.lists(st.sampled_from(EVERY_PURPOSE), min_size=1, unique=True).map(tuple)


@given(facts=st.tuples(FACT_VALUES, FACT_VALUES), purposes=st.tuples(PURPOSES, PURPOSES))
def test_a_change_is_seen_and_never_made_light_of(files, facts, purposes):
    old, new = (compose("1", *each, {"en": files["en"]}, files["facts"]) for each in zip(facts, purposes, strict=True))
    change = changed(old.content(), new.content())
    assert change == changed(new.content(), old.content())
    assert (change == Change.NONE) == (old.hash == new.hash) == (facts[0] == facts[1] and purposes[0] == purposes[1])
    assert (change == Change.SUBSTANCE) == (old.substance != new.substance)
    substantial = {fact for fact, kind in FACT_CHANGES.items() if kind == Change.SUBSTANCE}
    differs = any(facts[0][fact] != facts[1][fact] for fact in substantial) or set(purposes[0]) != set(purposes[1])
    assert (change == Change.SUBSTANCE) == differs


def test_substance_names_what_a_yes_is_given_to(english, made):
    told = substance(made(english, STATED).content())
    assert told["parties"] == {
        "controller": "Harbour Motors Ltd",
        "vendor": "Lumen Vision",
        "processor": "Northlight Analytics Ltd",
        "recipients": ["Harbour Group Ltd", "Rivertown City Council"],
        "recipient_countries": ["Germany", "Norway"],
    }
    assert told["handling"].keys() == {"dwell", "visitor_count"}
    assert told["retention"] == {
        "body_outline": "PT0S",
        "face_crop": "PT0S",
        "stay": "PT30M",
        "age_group": "P1D",
        "gender": "P1D",
        "totals": "P12M",
        "answer": "P36M",
    }


# --- how long --------------------------------------------------------------------------------------------------------------

PERIODS = {"PT0S": 0, "P1D": 1, "P2W": 14, "P12M": 372, "P3Y": 1098, "PT36H": 1.5, "PT30M": 1 / 48, "P1M": 31, "P1DT12H": 1.5}


@pytest.mark.parametrize("period", PERIODS)
def test_the_most_days_of_a_period(period):
    assert PERIOD.fullmatch(period)
    assert longest_days(period) == pytest.approx(PERIODS[period])


@pytest.mark.parametrize("text", ["P", "PT", "12 months", "P1.5D", "P-1D", "PT1D", "1D", "P1DT", ""])
def test_what_is_no_period(text):
    assert not PERIOD.fullmatch(text)


# --- what cannot be shown: the place, what stands there, what the error says ------------------------------------------

BROKEN = {
    "missing sentence": (("question",), None, "'question' is missing"),
    "empty sentence": (("question",), "  ", "'question' is missing"),
    "a number for a sentence": (("question",), 3, "'question' is missing"),
    "unknown fact": (("who",), "{boss}", r"'who' asks for \{boss\}, which is not a fact; known: address, "),
    "a fact that is not stated": (("who",), "{processor}", r"'who' asks for \{processor\}, which this shop has not stated"),
    "a list that is empty": (("who",), "{recipients}", r"'who' asks for \{recipients\}, which this shop has not stated"),
    "purposes where there is one": (("who",), "{purposes}", r"'who' asks for \{purposes\}, which is not a fact"),
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
    "a purpose without a name": (("purpose_names", "dwell"), None, "'purpose_names.dwell' is missing"),
    "a purpose without a question": (("purpose_questions", "dwell"), None, "'purpose_questions.dwell' is missing"),
    "no limits": (("what", "limits"), None, "'what.limits' is missing"),
    "no details": (("details",), None, r"the table \[details\] is missing"),
    "a text for the details": (("details",), "everything", r"the table \[details\] is missing"),
    "empty details": (("details",), {}, r"\[details\] is empty"),
    "a text for a detail": (("details", "who"), "everything", r"the table \[details.who\] is missing"),
    "a passage that is empty": (("details", "who", "contact"), "", "'details.who.contact' is missing"),
    "a detail without a heading": (("details", "who", "heading"), None, "'details.who.heading' is missing"),
    "no version of the master": (("translates",), None, "the file must say which version it translates"),
    "a review that is not said": (("reviewed",), None, "the file must say which version it translates"),
    "a reviewer who is a number": (("reviewed_by",), 3, "a review is written as reviewed_by"),
    "a review on no day": (("reviewed_on",), "yesterday", "a review is written as reviewed_by"),
}


def put(table, way, value):
    *way, key = way
    for step in way:
        table = table[step]
    table[key] = value


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_shown(english, made, case):
    way, value, message = BROKEN[case]
    put(english, way, value)
    with pytest.raises(NoticeError, match=f"^notice en: {message}"):
        made(english)


WRONG_TERMS = {
    "an emotion": (("purposes", "emotion"), {"face": True}, "purposes.emotion: input should be 'visitor_count', 'dwell'"),
    "an identity": (("purposes", "identity"), {"face": True}, "purposes.identity: input should be"),
    "recognising a face": (("purposes", "dwell", "method"), "face_recognition", "purposes.dwell.method: "),
    "data of another kind": (("purposes", "dwell", "data"), ["health"], "purposes.dwell.data.0: "),
    "a face that is not asked for": (("purposes", "visitor_count", "face"), True, "purposes.visitor_count.face must be false"),
    "a decision about people": (("automated_decisions",), True, "automated_decisions: "),
    "a sale": (("sale",), "sometimes", "sale: "),
    "a period without end": (("retention", "answer"), "for ever", "retention.answer: must be an ISO 8601 duration"),
    "a period of an unknown fact": (("retention", "answer"), "P{boss}M", "retention has a broken placeholder"),
    "periods that are none": (("retention",), "long", "retention: "),
    "a version without a class": (("changes",), {"0": "wording"}, "changes must end with version 1"),
    "no such class": (("changes",), {"1": "small"}, "changes.1: "),
    "another version": (("version",), "2", "changes must end with version 2"),
    "more than it knows": (("colour",), "red", "colour: extra inputs"),
    "a passage that depends on nothing": (
        ("details", 0, "passages", 0, "when"),
        "weather",
        "details.controller depends on 'weather', which is no fact and no purpose",
    ),
}


@pytest.mark.parametrize("case", WRONG_TERMS)
def test_terms_that_cannot_be_used(english, made, terms, case):
    way, value, message = WRONG_TERMS[case]
    known = copy.deepcopy(terms)
    put(known, way, value)
    with pytest.raises(NoticeError) as caught:
        made(english, known=known)
    assert str(caught.value).lower().startswith(f"notice facts: {message}".lower())


@pytest.mark.parametrize("name", list(Data))
def test_every_kind_of_data_has_its_time(english, made, terms, name):
    known = copy.deepcopy(terms)
    del known["retention"][name]
    with pytest.raises(NoticeError, match=f"^notice facts: retention.{name} is missing"):
        made(english, known=known)


@pytest.mark.parametrize("purpose", list(Purpose))
def test_every_purpose_is_described(english, made, terms, purpose):
    known = copy.deepcopy(terms)
    del known["purposes"][purpose]
    with pytest.raises(NoticeError, match=f"^notice facts: purposes.{purpose} is missing"):
        made(english, known=known)


def test_the_folder_and_its_facts_are_of_one_version(english, made):
    with pytest.raises(NoticeError, match=r"^notice facts: version is 1, but the notice is 2\."):
        made(english, version="2")
