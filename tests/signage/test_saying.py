"""What a sign says: sentences of the notice, and of those the ones that a first layer needs."""

from dataclasses import replace

import pytest

from kiosk import notices
from kiosk.consent.law import Profile
from kiosk.consent.notice import LANGUAGES, typed
from kiosk.signage.saying import SignError, check, joined, saying

from .conftest import DAY


@pytest.fixture(scope="module")
def everywhere(shop):
    """The notice in every language, of a shop that has stated all there is."""
    return notices.load(
        shop(
            *LANGUAGES,
            recipients=["Harbour Group Ltd"],
            recipient_countries=["Norway"],
            data_protection_officer="dpo@harbour-motors.example",
        )
    )


@pytest.mark.parametrize("brief", [False, True], ids=["full", "brief"])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_first_layer_is_there_in_every_language(everywhere, tag, brief):
    said, words = saying(everywhere, tag, brief), everywhere.words[tag]
    text = typed(" ".join(said.texts()))
    for fact in ("controller", "vendor", "contact", "authority", "data_protection_officer", "other_way", "totals_months"):
        assert str(everywhere.facts[fact]) in text, fact
    for each in (*everywhere.facts["recipients"], *everywhere.facts["recipient_countries"]):
        assert each in text
    for sentence in (words.promise, words.question, words.sign_kiosk, words.what, words.why, words.how_long, words.sign_scan):
        assert typed(joined(tag, sentence)) in text
    assert typed(words.passages["count.heading"]) in text and typed(joined(tag, words.passages["no.off"])) in text
    assert "\n" not in "".join((said.promise, said.question, said.ask, said.welcome))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_sentence_is_the_notices_own(everywhere, tag):
    words = everywhere.words[tag]
    own = {joined(tag, text) for text in (*words.texts(), *words.passages.values())}
    for text in saying(everywhere, tag).texts():
        left = joined(tag, text)
        for sentence in sorted(own, key=len, reverse=True):
            left = left.replace(sentence, "")
        assert not left.strip(), left


def test_a_brief_sign_says_less_and_nothing_else(everywhere):
    full, brief = saying(everywhere, "en"), saying(everywhere, "en", brief=True)
    sentences = {each for text in brief.texts() for each in text.split(". ")}
    assert all(any(sentence in text for text in full.texts()) for sentence in sentences)
    assert {text for text in full.texts() if text not in brief.texts()} >= {full.welcome, full.facts[5].text}
    assert [fact.label for fact in brief.facts] == [fact.label for fact in full.facts]  # somebody receives something here


def test_a_shop_without_a_page_shows_no_code(shop):
    said = saying(notices.load(shop("en", policy_url=None)), "en")
    assert said.scan == "" and "The full text is there too." in said.ask


def test_what_ends_without_a_full_stop_has_a_line_of_its_own(shop):
    def rights(**store):
        return next(fact.text for fact in saying(notices.load(shop("en", **store)), "en").facts if fact.pictogram == "rights")

    assert "\n" not in rights(data_protection_officer="")
    assert typed(rights(data_protection_officer="dpo@x.shop")).endswith("authority. Data protection officer: dpo@x.shop")
    door = next(fact.text for fact in saying(notices.load(shop("en")), "en").facts if fact.pictogram == "no")
    assert typed(door).endswith("the same. A way in without these cameras: the door on Mill Lane")
    words = notices.load(shop("ko", data_protection_officer="dpo@x.shop")).words["ko"]
    assert not words.passages["rights.complain"].endswith(".")  # or this proves nothing
    korean = saying(notices.load(shop("ko", data_protection_officer="dpo@x.shop")), "ko").facts[-1].text
    assert words.passages["rights.complain"] + "\n" in korean


@pytest.mark.parametrize("lacks", ["assessment", "sign_posted", "legal_sign_off"])
def test_what_a_shop_can_do_after_printing_does_not_stand_in_the_way(shop, lacks):
    settings = shop("en")
    premises = replace(settings.premises(DAY), **{lacks: "" if lacks == "legal_sign_off" else None})
    check(notices.load(settings), premises, ["en"])


@pytest.mark.parametrize(
    ("lacks", "said"),
    [
        ({"store": {"other_way": None}}, "a way in that no such camera sees"),
        ({"store": {"policy_url": None}}, "rules to read and to keep"),
        ({"premises": {"demonstration": False}}, "facts of a real shop, not the example's"),
        ({"premises": {"allow_unreviewed": False}}, "en: words that a person has reviewed"),
        ({"premises": {"profile": Profile.US_IL, "allow_unreviewed": False}}, "en: words that a person has reviewed"),
    ],
    ids=str,
)
def test_a_notice_that_is_not_ready_is_not_printed(shop, lacks, said):
    settings = shop("en", "ar", **lacks.get("store", {}))
    premises = replace(settings.premises(DAY), **lacks.get("premises", {}))
    with pytest.raises(SignError) as refused:
        check(notices.load(settings), premises, ["en"])
    assert said in str(refused.value) and "kiosk notice check" in str(refused.value)
    assert "ar:" not in str(refused.value)
