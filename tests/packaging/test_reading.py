"""Words that people can read, measured in every language."""

import importlib.util
from pathlib import Path

import pytest

from kiosk.consent.notice import LANGUAGES

PATH = Path(__file__).resolve().parents[2] / "packaging" / "reading.py"
spec = importlib.util.spec_from_file_location("reading", PATH)
reading = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reading)


@pytest.mark.meets("EN 301 549 4.2.10", "508 302.9")
@pytest.mark.parametrize("tag", LANGUAGES)
def test_nothing_is_harder_than_its_limit(tag):
    faults = []
    for part, said in reading.texts(tag).items():
        found = reading.measure(tag, said)
        assert found.sentences > 20
        faults += reading.too_hard(tag, part, found)
    assert not faults


@pytest.mark.meets("EN 301 549 4.2.10", "508 302.9")
def test_easy_english_is_easier_than_english_everywhere():
    plain, easy = reading.texts("en"), reading.texts("en-simple")
    for part in reading.PARTS:
        one, other = reading.measure("en", plain[part]), reading.measure("en-simple", easy[part])
        assert other.grade < one.grade - 0.8, part
        assert other.lix < one.lix and other.mean <= one.mean and other.letters < one.letters, part


def test_the_parts_hold_what_visitors_read_and_nothing_of_the_staffs():
    texts = reading.texts("en")
    assert "May our cameras look at your face?" in texts[reading.FIRST]
    assert "X.\nCameras by X." in texts[reading.FIRST] and "I am under 16" in texts[reading.FIRST]
    assert "The program can be wrong." in texts[reading.SECOND] and "The program can be wrong." not in texts[reading.FIRST]
    assert "Are you still there?" in texts[reading.SCREENS] and "That PIN is not known." not in texts[reading.SCREENS]
    assert "You said yes." in texts[reading.RECEIPT]
    assert not any("{" in text or "%" in text for said in texts.values() for text in said)


# A text -> its sentences.
SENTENCES = {
    "One two. Three four five! Six?": ["One two.", "Three four five!", "Six?"],
    "A heading": [],
    "Harbour Motors\n12 Quay Street\nAsk us here.": ["Ask us here."],
    "Touch “Yes.” Then wait.": ["Touch “Yes.", "Then wait."],
    "Version 1.5 is here.": ["Version 1.5 is here."],
    "会出错。也会停止。": ["会出错。", "也会停止。"],
    "यह एक वाक्य है। यह दूसरा है।": ["यह एक वाक्य है।", "यह दूसरा है।"],
    "هل تسمح؟ لا.": ["هل تسمح؟", "لا."],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text):
    assert list(reading._sentences(text)) == SENTENCES[text]


def test_the_measures_by_hand():
    found = reading.measure("en", ["The camera sees you. Cameras everywhere!"])  # 3 6 4 3, 7 10 letters
    assert (found.sentences, found.mean, found.longest, found.hardest) == (2, 3, 4, "The camera sees you.")
    assert found.letters == 33 / 6 and found.share == pytest.approx(100 / 3)
    assert found.lix == pytest.approx(3 + 100 / 3)
    assert found.grade == pytest.approx(max(4.71 * 5.5 + 1.5 - 21.43, 0.0588 * 550 - 0.296 * 100 / 3 - 15.8))
    chinese = reading.measure("zh-Hans", ["我们不看您的脸。会出错，也会停。"])
    assert (chinese.mean, chinese.longest) == (6.5, 7)
    with pytest.raises(ValueError, match="tr has no whole sentence"):
        reading.measure("tr", ["Evet", ""])


LAWYERS = (
    "In accordance with the applicable provisions concerning the processing of biometric information, the controller "
    "hereby informs visitors that their continued presence is subject to automated evaluation of facial characteristics."
)
HARD = {
    "en": (LAWYERS, ["words a sentence on average", f"25 at most: {LAWYERS}", "LIX", "grade"]),
    "de": (
        "Die Verarbeitung biometrischer Gesichtsmerkmale erfolgt ausschließlich aufgrund ausdrücklicher Einwilligung.",
        ["LIX"],
    ),
    "en-simple": (
        "The camera at the door follows the outlines of bodies to count how many people come in here.",
        ["words a sentence on average", "15 at most"],
    ),
    "ja": (
        "カメラは入り口にいるすべての人の体の形を追いかけて人数を数えるだけでありまして顔を見ることはありませんのでどうぞご安心ください。",
        ["characters"],
    ),
    "tr": (
        "Girişteki kamera kaç kişinin geldiğini saymak için herkesin vücut hatlarını izler ve yüze hiç bakmaz ama sonra durur.",
        ["words"],
    ),
}


@pytest.mark.parametrize("tag", HARD)
def test_what_is_too_hard_is_found_and_named(tag):
    text, reasons = HARD[tag]
    faults = reading.too_hard(tag, reading.SECOND, reading.measure(tag, [text]))
    assert all(any(reason in fault for fault in faults) for reason in reasons), faults
    assert all(fault.startswith("second layer: ") for fault in faults)


def test_the_first_layer_is_held_to_more():
    for tag in ("en", "en-simple", "de", "ja"):
        first, second = reading.limit(tag, reading.FIRST), reading.limit(tag, reading.SECOND)
        assert first.mean < second.mean and first.longest < second.longest


def test_the_table(capsys):
    code = reading.main()
    lines = capsys.readouterr().out.splitlines()
    assert code == 0 and lines[-1] == "Nothing is over its limit."
    assert len(lines) == 1 + len(LANGUAGES) * len(reading.PARTS) + 2
    assert lines[1].split()[0] == "en" and lines[1].split()[-1].replace(".", "").isdigit()
