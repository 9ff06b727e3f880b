import copy
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import notices
from kiosk.config import DEMONSTRATION, EXAMPLES, LANGUAGES, TEMPLATE, Settings
from kiosk.consent.decision import Purpose
from kiosk.consent.law import (
    LAWS,
    REQUIREMENTS,
    Checked,
    Profile,
    Severity,
    State,
    asks_nobody,
    examine,
    offers_yes,
    usable_languages,
)
from kiosk.consent.notice import SENTENCES, compose

TODAY = date(2026, 11, 21)
FRESH = Settings.model_validate(tomllib.loads(TEMPLATE))
READY = Settings.model_validate(tomllib.loads(DEMONSTRATION))
READY_NOTICE = notices.load(READY)
PROFILES = list(Profile)
BAD = {
    tag: cases["bad"][0]
    for tag, cases in tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8")).items()
}
OF_THE_WORDS = [requirement.id for requirement in REQUIREMENTS if requirement.by.startswith("words: ")]


@pytest.fixture(scope="module")
def files(root):
    paths = sorted((root / "assets" / "notices" / "1").glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}


@pytest.fixture
def shop(files):
    """A notice whose words are reviewed, and the premises of a shop where nothing is missing; what is named is changed."""

    def make(profile=Profile.CN, facts=(), languages=tuple(LANGUAGES), words=(), terms=(), **premises):
        settings = READY.under(profile)
        sources = {tag: copy.deepcopy(files[tag]) for tag in languages}
        for source in sources.values():
            source |= {"reviewed": True, "reviewed_by": "legal translator", "reviewed_on": TODAY}
        for (tag, *way, key), value in dict(words).items():
            table = sources[tag]
            for step in way:
                table = table[step]
            table[key] = value
        said = settings.facts() | dict(facts)
        notice = compose("1", said, (Purpose.DWELL,), sources, files["facts"] | dict(terms))
        known = replace(settings.premises(TODAY), officer_considered=True, allow_unreviewed=False, examples=())
        return notice, replace(known, **premises)

    return make


def open_(findings):
    return {(each.requirement.id, each.language, each.state) for each in findings if each.state is not State.PRESENT}


# --- the table -----------------------------------------------------------------------------------------------------------


def test_every_requirement_is_whole():
    assert len({requirement.id for requirement in REQUIREMENTS}) == len(REQUIREMENTS)
    for requirement in REQUIREMENTS:
        assert requirement.sources and requirement.text
        assert requirement.next_step or requirement.id == "wording"
        assert not requirement.field or requirement.field in EXAMPLES
        assert requirement.each_language == requirement.by.startswith("words")
        for source in requirement.sources.values():
            assert source.text and source.checked in tuple(Checked)
            assert (source.text == "own rule") == (source.checked is Checked.OWN)


def test_the_strictest_requires_the_most():
    counts = {profile: sum(profile in requirement.sources for requirement in REQUIREMENTS) for profile in PROFILES}
    assert max(counts.values()) == counts[Profile.CN]
    assert min(counts.values()) >= 5


def test_what_the_profiles_set():
    assert {profile: law.age_limit for profile, law in LAWS.items()} == {
        "CN": 14,
        "EU": 16,
        "UK": 16,
        "US-IL": 18,
        "US-TX": 18,
        "US-NYC": 18,
        "US-CA": 18,
    }
    assert [profile for profile, law in LAWS.items() if law.needs_signature] == ["US-IL"]
    for name, needs in (("sign", "needs_sign"), ("signature", "needs_signature")):
        (requirement,) = (each for each in REQUIREMENTS if each.id == name)
        assert requirement.sources.keys() == {profile for profile, law in LAWS.items() if getattr(law, needs)}
    for name, limit in (("evidence", "evidence_months"), ("face_data", "face_days")):
        (requirement,) = (each for each in REQUIREMENTS if each.id == name)
        assert requirement.sources.keys() == {profile for profile, law in LAWS.items() if getattr(law, limit) is not None}


def test_the_table_cannot_change():
    with pytest.raises(AttributeError):
        REQUIREMENTS[0].text = "other"
    with pytest.raises(TypeError):
        REQUIREMENTS[0].sources[Profile.CN] = None
    with pytest.raises(TypeError):
        LAWS[Profile.CN] = None


# --- what is there -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", PROFILES)
def test_a_shop_where_nothing_is_missing(shop, profile):
    notice, premises = shop(profile)
    findings = examine(notice, premises)
    assert not open_(findings)
    assert not any(finding.next_step for finding in findings)
    required = [requirement for requirement in REQUIREMENTS if profile in requirement.sources]
    assert len(findings) == sum(len(LANGUAGES) if requirement.each_language else 1 for requirement in required)
    assert all(offers_yes(findings, tag) for tag in (None, *LANGUAGES))
    assert usable_languages(notice, examine(notice, premises)) == (tuple(LANGUAGES), ())


def test_a_fresh_shop_lacks_what_only_a_shop_can_do():
    findings = examine(notices.load(FRESH), FRESH.premises(TODAY))
    names = ("own_facts", "impact_assessment", "sign", "other_way", "public_safety", "policy")
    assert open_(findings) == {
        *((name, None, "missing") for name in names),
        *(("reviewed", tag, "missing") for tag in LANGUAGES),
    }
    assert not offers_yes(findings, None)
    assert not any(offers_yes(findings, tag) for tag in LANGUAGES)


def test_the_demonstration_lacks_nothing_but_a_shop_and_the_review():
    findings = examine(READY_NOTICE, READY.premises(TODAY))
    assert open_(findings) == {("own_facts", None, "missing"), *(("reviewed", tag, "missing") for tag in LANGUAGES)}
    assert all(finding.waived for finding in findings if finding.state is not State.PRESENT)
    assert all(offers_yes(findings, tag) for tag in (None, *LANGUAGES))


@pytest.mark.parametrize("profile", PROFILES)
def test_a_shop_that_still_says_what_the_example_says_asks_nobody(shop, profile):
    notice, premises = shop(profile, examples=("[store] contact", "[receipt] url"), demonstration=False)
    (finding,) = (each for each in examine(notice, premises) if each.state is not State.PRESENT)
    assert finding.next_step.startswith("Still the example's: [store] contact, [receipt] url. Write your shop's own.")
    assert finding.blocks and not offers_yes([finding], None)


@pytest.mark.parametrize("allowed", [False, True])
def test_words_that_nobody_has_reviewed(files, allowed):
    premises = replace(READY.premises(TODAY), allow_unreviewed=allowed)
    tags, reasons = usable_languages(READY_NOTICE, examine(READY_NOTICE, premises))
    assert tags == (tuple(LANGUAGES) if allowed else ())
    assert len(reasons) == (0 if allowed else len(LANGUAGES))
    assert all(reason.startswith(f"{tag}: ") and "review" in reason for tag, reason in zip(LANGUAGES, reasons, strict=False))


@pytest.mark.parametrize("topic", OF_THE_WORDS)
def test_each_language_must_tell_everything(shop, files, topic):
    (requirement,) = (each for each in REQUIREMENTS if each.id == topic)
    profile = next(iter(requirement.sources))
    # Without the passage that tells it, in one language.
    asked = {"purposes": "dwell", "retention": "retention_totals"}.get(topic, topic)
    where = next(
        (section["id"], each["id"])
        for section in files["facts"]["details"]
        for each in section["passages"]
        if asked in each.get("tells", ())
    )
    table = {key: text for key, text in files["ar"]["details"][where[0]].items() if key != where[1]}
    notice, premises = shop(profile, words={("ar", "details", where[0]): table})
    findings = examine(notice, premises)
    assert (topic, "ar", State.MISSING) in open_(findings)
    assert {language for _, language, _ in open_(findings)} == {"ar"}
    blocks = requirement.severity is Severity.BLOCKS
    for tag in (None, "en", "zh-Hans"):
        assert offers_yes(findings, tag)
    assert offers_yes(findings, "ar") == (not any(each.blocks for each in findings))
    assert usable_languages(notice, examine(notice, premises))[0] == tuple(
        tag for tag in LANGUAGES if tag != "ar" or not blocks
    )


def test_a_fact_that_a_translation_left_out_is_not_told(shop):
    words = {
        ("zh-Hans", "details", "who", "contact"): "有问题请找店员。",
        ("zh-Hans", "details", "rights", "record"): "您可以查询。",
    }
    assert open_(examine(*shop(words=words))) == {("contact", "zh-Hans", "missing")}
    facts = {"recipients": ("A Ltd",), "recipient_countries": ("New Zealand",)}
    notice, premises = shop(Profile.EU, facts, words={("ar", "details", "where", "countries"): "في الخارج"})
    assert open_(examine(notice, premises)) == {("transfers", "ar", "missing")}


def test_a_fact_that_a_shop_keeps_together_itself_is_told(shop):
    assert not open_(examine(*shop(facts={"vendor": "Lumen\u00a0Vision", "contact": "me@a-b-c.shop"})))


def finding_of(shop, name, **changes):
    """The state and next step of one requirement, and whether the shop may still offer a yes in English."""
    notice, premises = shop(**changes)
    findings = examine(notice, premises)
    (finding,) = (each for each in findings if each.requirement.id == name and each.language in (None, "en"))
    return finding.state, finding.next_step, offers_yes(findings, "en")


ASSESSED = READY.premises(TODAY).assessment
LATE = replace(ASSESSED, expires=TODAY - timedelta(days=1))
# requirement, changes -> state, part of the next step, is a yes still offered
STATES = [
    ("current", {"words": {("en", "translates"): "0"}}, State.STALE, 'translates = "1"', False),
    ("reviewed", {"words": {("en", "reviewed"): False}}, State.MISSING, "reads English", False),
    ("reviewed", {"words": {("en", "reviewed_on"): ""}}, State.STALE, "reviewed_on", False),
    ("reviewed", {"words": {("en", "reviewed_by"): ""}}, State.STALE, "reviewed_by", False),
    ("reviewed", {"words": {("en", "reviewed"): False}, "allow_unreviewed": True}, State.MISSING, "reads English", True),
    ("current", {"words": {("en", "translates"): "0"}, "allow_unreviewed": True}, State.STALE, "up to date", False),
    ("impact_assessment", {"assessment": None}, State.MISSING, "Make the assessment", False),
    ("impact_assessment", {"assessment": LATE}, State.STALE, "valid until 2026-11-20", False),
    ("impact_assessment", {"assessment": replace(LATE, expires=TODAY)}, State.PRESENT, "", True),
    ("impact_assessment", {"assessment": replace(ASSESSED, made=TODAY + timedelta(1))}, State.MISSING, "Make", False),
    ("impact_assessment", {"assessment": replace(ASSESSED, made=TODAY)}, State.PRESENT, "", True),
    ("retention", {"words": {("en", "details", "proof"): {}}}, State.MISSING, "Write the passage", False),
    ("retention", {"words": {("en", "details", "stored"): {"heading": "Kept", "totals": "12"}}}, State.MISSING, "Write", False),
    ("sign", {"sign_posted": None}, State.MISSING, "where to ask, and where the full text is", False),
    ("sign", {"sign_posted": TODAY + timedelta(days=1)}, State.MISSING, "Put a sign up", False),
    ("sign", {"sign_posted": TODAY}, State.PRESENT, "", True),
    ("other_way", {"facts": {"other_way": ""}}, State.MISSING, "where it is", False),
    ("public_safety", {"legal_sign_off": ""}, State.MISSING, "lawyer", False),
    ("policy", {"facts": {"policy_url": ""}}, State.MISSING, "`kiosk notice show` prints", False),
    ("separate_recipients", {"facts": {"recipients": ("A Ltd", "B")}}, State.MISSING, "none for A Ltd, B", False),
    (
        "transfers",
        {"facts": {"recipients": ("A Ltd",)}, "profile": Profile.EU},
        State.MISSING,
        'In store.toml, [store]: recipient_countries = ["Germany"], the country of A Ltd; or recipients = [].',
        False,
    ),
    (
        "transfers",
        {"facts": {"recipients": ("A Ltd",), "recipient_countries": ("Norway",)}, "profile": Profile.EU},
        State.PRESENT,
        "",
        True,
    ),
    ("age_limit", {"facts": {"age_limit": 13}}, State.MISSING, "14 at least", False),
    ("age_limit", {"facts": {"age_limit": 14}}, State.PRESENT, "", True),
    ("evidence", {"facts": {"evidence_months": 35}}, State.MISSING, "36 at least", True),
    ("officer", {"officer_considered": False, "profile": Profile.EU}, State.MISSING, "Enter how to reach", True),
    ("local", {"terms": {"transfers": ["Elsewhere"]}}, State.MISSING, "Take the transfers out", False),
    ("signature", {"profile": Profile.US_IL}, State.PRESENT, "", True),
]


@pytest.mark.parametrize(("name", "changes", "state", "step", "offered"), STATES)
def test_states(shop, name, changes, state, step, offered):
    found, said, asks = finding_of(shop, name, **changes)
    assert (found, asks) == (state, offered)
    assert step in said and bool(said) == bool(step)


@pytest.mark.parametrize(
    ("profile", "period", "state"),
    [
        (Profile.US_TX, "P1Y", State.PRESENT),
        (Profile.US_TX, "P367D", State.MISSING),
        (Profile.US_IL, "P3Y", State.PRESENT),
        (Profile.US_IL, "P37M", State.MISSING),
    ],
)
@pytest.mark.parametrize("kind", ["face_crop", "stay", "age_group", "gender"])
def test_data_from_faces_are_destroyed_in_time(shop, files, profile, period, state, kind):
    retention = files["facts"]["retention"] | {kind: period}
    assert finding_of(shop, "face_data", profile=profile, terms={"retention": retention})[0] is state


def test_totals_are_no_data_from_faces(shop, files):
    retention = files["facts"]["retention"] | {"totals": "P10Y", "answer": "P10Y"}
    assert finding_of(shop, "face_data", profile=Profile.US_TX, terms={"retention": retention})[0] is State.PRESENT


def test_one_language_does_not_hold_back_another(shop):
    notice, premises = shop(words={("zh-Hans", "translates"): "0", ("ar", "promise"): "Ask me later."})
    findings = examine(notice, premises)
    assert open_(findings) == {("current", "zh-Hans", "stale"), ("wording", "ar", "forbidden")}
    assert [offers_yes(findings, tag) for tag in (None, "en", "zh-Hans", "ar")] == [True, True, False, False]
    tags, reasons = usable_languages(notice, examine(notice, premises))
    assert tags == tuple(tag for tag in LANGUAGES if tag not in ("zh-Hans", "ar"))
    assert [reason.partition(":")[0] for reason in reasons] == ["zh-Hans", "ar"]
    assert "Take 'ask me later' out of ar.toml" in reasons[1]


def test_a_review_is_asked_for_by_name_and_place(shop, files):
    notice, premises = shop(words={("zh-Hans", "reviewed"): False, ("zh-Hans", "file"): "/opt/kiosk/zh-Hans.toml"})
    assert usable_languages(notice, examine(notice, premises))[1] == (
        "zh-Hans: words that a person has reviewed: missing. Have a person who reads 简体中文 review /opt/kiosk/zh-Hans.toml, "
        'then write there: reviewed = true, reviewed_by = "their role", reviewed_on = the day. '
        "Or take zh-Hans out of [screen] languages. Or take the risk on yourself: [law] allow_unreviewed = true.",
    )


@pytest.mark.parametrize("profile", PROFILES)
def test_recipients_are_told_with_their_countries_or_keep_the_kiosk_shut(shop, profile):
    wanted = {each.id for each in REQUIREMENTS if profile in each.sources}
    asks = "separate_recipients" in wanted
    for countries in ((), ("Norway",)):
        notice, premises = shop(profile, facts={"recipients": ("A Ltd",), "recipient_countries": countries})
        lacking = {each.requirement.id for each in examine(notice, premises) if each.blocks}
        assert lacking == {"separate_recipients"} & wanted | ({"transfers"} & wanted if not countries else set())
        assert offers_yes(examine(notice, premises), "ar") == (not lacking) and (not asks or lacking)


def test_what_the_kiosk_lacks_holds_back_every_language_but_makes_none_unusable(shop):
    notice, premises = shop(sign_posted=None)
    findings = examine(notice, premises)
    assert not any(offers_yes(findings, tag) for tag in (None, *LANGUAGES))
    assert usable_languages(notice, examine(notice, premises)) == (tuple(LANGUAGES), ())


@given(
    premises=st.builds(
        replace,
        st.just(READY.premises(TODAY)),
        profile=st.sampled_from(PROFILES),
        today=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
        sign_posted=st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)),
        legal_sign_off=st.sampled_from(["", "somebody"]),
        allow_unreviewed=st.booleans(),
        officer_considered=st.booleans(),
        examples=st.sampled_from([(), ("[store] contact",)]),
        demonstration=st.booleans(),
    )
)
def test_a_yes_is_offered_only_where_nothing_blocks(premises):
    findings = examine(READY_NOTICE, premises)
    assert all(bool(finding.next_step) == (finding.state is not State.PRESENT) for finding in findings)
    assert all(premises.profile in finding.requirement.sources for finding in findings)
    for tag in LANGUAGES:
        blocking = [each for each in findings if each.blocks and each.language in (None, tag)]
        assert offers_yes(findings, tag) == (not blocking)
        assert offers_yes(findings, None) or not offers_yes(findings, tag)
    assert asks_nobody(READY_NOTICE, premises) == (not any(offers_yes(findings, tag) for tag in LANGUAGES))
    assert {finding.requirement.id for finding in findings if finding.waived} <= {"reviewed", "own_facts"}


# --- words that no notice may use ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("place", [*(name for name in SENTENCES if name not in ("what", "why")), "details"])
def test_a_bad_word_is_found_wherever_it_stands(shop, tag, place):
    way = (tag, "details", "count", "everyone") if place == "details" else (tag, place)
    notice, premises = shop(languages=(tag,), words={way: BAD[tag]})
    (fault,) = (each for each in examine(notice, premises) if each.requirement.id == "wording" and each.language == tag)
    assert fault.state is State.FORBIDDEN and fault.blocks
    assert f"{tag}.toml" in fault.next_step


def test_a_bad_word_in_a_fact_of_the_shop_is_found(shop):
    notice, premises = shop(facts={"other_way": "none: by entering you agree"})
    assert usable_languages(notice, examine(notice, premises))[0] == ()


@pytest.mark.parametrize("fact", ["evidence_months", "age_limit"])
def test_a_fact_that_is_no_number_passes_no_limit(shop, fact):
    notice, premises = shop()
    with pytest.raises(TypeError, match="is no number"):
        examine(replace(notice, facts={**notice.facts, fact: "many"}), premises)
