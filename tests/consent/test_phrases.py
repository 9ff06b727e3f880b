"""Words that no notice may use, in every language."""

import itertools
import tomllib
from pathlib import Path

import pytest

from kiosk import notices
from kiosk.config import DEMONSTRATION, LANGUAGES, Settings
from kiosk.consent.law import lint
from kiosk.consent.phrases import PHRASES, WHY

CASES = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
PURPOSES = ("dwell", "age_group", "gender")


def test_every_language_has_its_phrases_and_their_examples():
    assert PHRASES.keys() == CASES.keys() == LANGUAGES.keys()
    for tag, kinds in PHRASES.items():
        assert kinds.keys() == WHY.keys() and all(kinds.values()), tag
        assert min(len(CASES[tag]["bad"]), len(CASES[tag]["good"])) >= 6, tag


@pytest.mark.parametrize("tag", CASES)
def test_what_no_notice_may_say(tag):
    assert not [text for text in CASES[tag]["bad"] if not lint([text], tag)]
    assert all(fault.phrase and fault.why in WHY.values() for fault in lint(CASES[tag]["bad"], tag))


@pytest.mark.parametrize("tag", CASES)
def test_every_kind_of_phrase_has_an_example(tag):
    caught = {fault.why for fault in lint(CASES[tag]["bad"], tag)}
    assert caught == set(WHY.values())


@pytest.mark.parametrize("tag", CASES)
def test_what_a_notice_may_say(tag):
    assert not lint(CASES[tag]["good"], tag)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_bundled_words_are_plain(tag):
    values = tomllib.loads(DEMONSTRATION)
    values["screen"]["languages"] = [tag]
    values["store"] |= {"processor": "P Ltd", "recipients": ["R Ltd"], "recipient_countries": ["Norway"]}
    for purposes in itertools.chain.from_iterable(itertools.combinations(PURPOSES, count) for count in (1, 2, 3)):
        values["notice"]["purposes"] = purposes
        notice = notices.load(Settings.model_validate(values))
        assert not lint(notice.words[tag].texts(), tag)


@pytest.mark.parametrize("tag", CASES)
def test_english_that_was_left_is_found_too(tag):
    assert lint(["Ask me later."], tag)


def test_a_language_of_which_nothing_is_known_has_no_phrases():
    assert [fault.phrase for fault in lint(["Ask me later.", "以后再说"], "tlh")] == ["ask me later"]
