"""The screen read aloud: everything that can be seen is said, in its order; what was answered is not, where others listen."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtTextToSpeech import QTextToSpeech

from kiosk.consent.decision import Purpose
from kiosk.consent.visit import SECOND, Bound, State
from kiosk.demo.gallery import pages
from kiosk.screens import scanner, speech
from kiosk.screens.reading import key, visible_words
from kiosk.screens.speech import Voice, find_voice, plain, spelled

LANGUAGES = ["en", "zh-Hans", "ar"]
DOWN, SELECT, HELP = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_F1
UNSAID = re.compile(r"\d+|[●○]+|[·-]+")  # a large number that a sentence says too, digits of a PIN, an empty field


@pytest.fixture
def voice(qapp, monkeypatch):
    monkeypatch.setattr(scanner, "GAP_MS", 1)
    monkeypatch.setattr(speech, "LOOK_MS", 20)
    voice = Voice("mock", ["en", "ar"])
    voice.said = []
    voice.begun.connect(lambda each: voice.said.append(each.words))
    return voice


def show(shop, name: str, tag: str = "en") -> None:
    shop.kiosk.runner.rules = replace(shop.kiosk.runner.rules, languages=(tag, *(each for each in LANGUAGES if each != tag)))
    page = pages(shop.kiosk, tag)[name]
    shop.kiosk.runner.state = State(page=page, touched=shop.kiosk.runner.now() + 3600 * SECOND)
    shop.kiosk.runner.changed.emit()
    QTest.qWait(40)
    until(lambda: not shop.veiled)
    before = None
    while before != (before := [item.mapToScene(QPointF()) for item in shop.items()]):
        QTest.qWait(40)


def until(true: Callable[[], bool], milliseconds: int = 8_000) -> None:
    for _ in range(milliseconds // 10):
        if true():
            return
        QTest.qWait(10)
    raise AssertionError("waited in vain")


def press(shop, key: Qt.Key) -> None:
    QTest.qWait(2)
    QTest.keyClick(shop.kiosk.window, key)
    QTest.qWait(30)


@pytest.mark.meets(
    "EN 301 549 4.2.1",
    "EN 301 549 5.1.2.2",
    "EN 301 549 5.1.3.1",
    "EN 301 549 5.1.3.6",
    "EN 301 549 5.1.3.15",
    "508 302.1",
    "508 402.1",
    "508 402.2",
    "WCAG 1.1.1",
    "WCAG 2.5.3",
    "WCAG 3.3.2",
)
@pytest.mark.slow
@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tag", LANGUAGES)
def test_everything_that_can_be_seen_is_said(open_shop, voice, tag, size):
    shop = open_shop(size, purposes=(Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER), voice=voice)
    shop.kiosk.reader._headset = True
    unsaid = {}
    for name in pages(shop.kiosk, tag):
        show(shop, name, tag)
        script = shop.kiosk.reader.script()
        said = "\n".join(each.words for each in script)
        (undo,) = {item.property("name") for item in shop.items() if item.objectName() == "undo"} or {""}
        for text in visible_words(shop.find("screen")):
            forms = (plain(text), plain(text).rstrip(" .。।"), spelled(text) or text)
            if not any(form in said for form in forms) and text != undo and not UNSAID.fullmatch(text):
                unsaid.setdefault(name, []).append(text)
        buttons = [item for item in shop.items() if item.metaObject().indexOfSignal("acted()") >= 0]
        assert {key(each.stop.item) for each in script if each.stop.control} == {key(each) for each in buttons}, name
    assert not unsaid


@pytest.mark.meets("WCAG 1.3.2")
@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_read_goes_down_the_page(open_shop, voice, tag):
    shop = open_shop(voice=voice)
    for name in ("notice", "everything", "no", "code", "still-there"):
        show(shop, name, tag)
        script = [each.stop.item for each in shop.kiosk.reader.script() if not each.stop.control]
        tops = [item.mapToScene(item.boundingRect().topLeft()).y() for item in script]
        assert tops == sorted(tops), name


@pytest.mark.parametrize("tag", LANGUAGES)
def test_yes_and_no_are_said_alike(open_shop, voice, tag):
    shop = open_shop(voice=voice)
    show(shop, "notice", tag)
    words = shop.kiosk.notice.words[tag]
    said = {each.stop.item.objectName(): each.words for each in shop.kiosk.reader.script()}
    shapes = [
        said[name].replace(plain(answer), "ANSWER", 1).replace(plain(meaning).rstrip(" .。"), "MEANING")
        for name, answer, meaning in (("yes", words.yes, words.yes_means), ("no", words.no, words.no_means))
    ]
    assert shapes[0] == shapes[1]
    assert "ANSWER" in shapes[0] and "MEANING" in shapes[0]


ANSWERED = [
    "yes-waiting",
    "yes-on",
    "yes-ambiguous",
    "yes-tainted",
    "yes-lost",
    "yes-ended",
    "yes-unconfirmed",
    "yes-no-camera",
]


@pytest.mark.meets("EN 301 549 4.2.11", "EN 301 549 5.1.3.9", "508 405.1")
@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_was_answered_is_not_said_where_others_listen(open_shop, voice, tag):
    shop = open_shop(purposes=(Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER), voice=voice)

    def said(name: str) -> list[str]:
        show(shop, name, tag)
        return [each.words for each in shop.kiosk.reader.script()]

    no = said("no")
    for name in (*ANSWERED, "yes-partly", "yes-ambiguous-together", "too-young"):
        assert said(name) == no, name
    for name in ("withdrawn", "withdrawn-erased", "withdrawn-unheard"):
        assert set(said(name)) < set(no), name
    assert said("recalled-yes") == said("recalled-no")
    code = spelled(shop.kiosk.visitor.code)
    assert code and code not in said("no")
    shop.kiosk.reader._headset = True
    assert code in said("no")
    assert said("yes-on") != said("no")
    assert said("recalled-yes") != said("recalled-no")


@pytest.mark.meets("EN 301 549 5.2", "EN 301 549 5.1.3.4")
def test_help_begins_a_visit_that_is_read_aloud_and_reset_forgets_it(open_shop, voice):
    shop = open_shop(voice=voice, dead=0)
    press(shop, HELP)
    assert (shop.page, shop.kiosk.visitor.speaking) == ("Languages", True)
    until(lambda: "English" in voice.said)
    assert voice.said[0].startswith("Five keys")
    assert voice.said[1] == "Harbour Motors"
    shop.touch("language-en")
    until(lambda: shop.kiosk.visitor.question in voice.said)
    shop.kiosk.visitor.prefer("volume", 2)
    shop.kiosk.visitor.prefer("slow", True)
    QTest.qWait(50)
    assert (voice._engine.volume(), voice._engine.rate()) == (1.0, -0.5)
    assert len([words for words in voice.said if words.startswith("Five keys")]) == 1
    shop.touch("no")
    shop.touch("done")
    assert (shop.page, shop.kiosk.visitor.speaking, voice.speaking) == ("Attract", False, False)
    count = len(voice.said)
    QTest.qWait(300)
    assert len(voice.said) == count
    press(shop, HELP)
    assert (voice._engine.volume(), voice._engine.rate()) == pytest.approx((0.7, 0.0))


@pytest.mark.meets("EN 301 549 5.1.3.3", "EN 301 549 5.1.3.4", "EN 301 549 5.1.3.5", "508 402.2")
def test_the_ring_goes_where_the_voice_is_and_a_key_ends_what_is_said(open_shop, voice):
    shop = open_shop(voice=voice, dead=0)
    shop.touch("language-en")
    shop.kiosk.visitor.readAloud()
    until(lambda: len(voice.said) >= 5)
    item = shop.kiosk.window.property("stop")
    assert voice.said[-1] == shop.kiosk.visitor.question == item.property("text")
    QTest.keyClick(shop.kiosk.window, Qt.Key.Key_Shift)
    assert not voice.speaking and voice._engine.state() is QTextToSpeech.State.Ready
    press(shop, DOWN)
    until(lambda: len(voice.said) == 6)
    assert shop.kiosk.visitor.facts[0]["text"] in voice.said[-1]
    until(lambda: not voice.speaking)
    QTest.qWait(200)
    assert len(voice.said) == 6, "one stop alone"
    press(shop, HELP)
    until(lambda: len(voice.said) > 6)
    assert voice.said[6] == "Harbour Motors", "again from the top"


@pytest.mark.meets("EN 301 549 5.1.3.5")
def test_a_touch_ends_what_is_said(open_shop, voice):
    shop = open_shop(voice=voice)
    shop.touch("language-en")
    shop.kiosk.visitor.readAloud()
    until(lambda: voice.speaking)
    shop.press("no")
    assert not voice.speaking


def test_select_never_takes_what_the_voice_is_at(open_shop, voice):
    shop = open_shop(voice=voice, dead=0)
    shop.touch("language-en")
    shop.kiosk.visitor.readAloud()
    until(
        lambda: shop.kiosk.window.property("stop") and shop.kiosk.window.property("stop").objectName() in ("yes", "no"), 20_000
    )
    press(shop, SELECT)
    assert shop.page == "Asking"


@pytest.mark.meets("EN 301 549 4.2.1", "EN 301 549 5.1.2.2", "508 302.1")
def test_select_takes_what_a_hand_has_led_to_also_once_it_has_been_said(open_shop, voice):
    shop = open_shop(voice=voice, dead=0)
    shop.touch("language-en")
    shop.kiosk.visitor.readAloud()
    until(lambda: bool(voice.said))
    while not (shop.kiosk.window.property("stop") and shop.kiosk.window.property("stop").objectName() == "no"):
        press(shop, DOWN)
    until(lambda: voice.said[-1].startswith("No"))
    QTest.qWait(100)
    press(shop, SELECT)
    assert shop.page == "Answered"


@pytest.mark.meets("508 409.1", "WCAG 4.1.3")
def test_a_countdown_is_said_once_and_news_when_they_come(open_shop, voice):
    shop = open_shop(voice=voice, dead=0, settle=600 * SECOND)
    shop.kiosk.reader._headset = True
    shop.touch("language-en")
    shop.kiosk.visitor.readAloud()
    shop.kiosk.back.gates.grant = lambda permission: None
    shop.touch("yes")
    until(lambda: "Done. Button." in voice.said, 20_000)
    until(lambda: not voice.speaking, 20_000)
    voice.said.clear()
    QTest.qWait(1_300)
    assert voice.said == []
    shop.kiosk.runner.send(Bound(shop.state.page.of, "ambiguous"))
    until(lambda: any("tell you apart" in words for words in voice.said))
    assert not any(words.startswith(("You said", "Done")) for words in voice.said)


@pytest.mark.meets("EN 301 549 5.1.3.16")
def test_the_code_is_spelled_and_each_key_by_itself(open_shop, voice):
    assert spelled("K7QM-3") == "K, 7, Q, M. 3"
    assert spelled("····-····-··") == ""
    shop = open_shop(voice=voice, dead=0)
    shop.touch("receipt")
    shop.kiosk.visitor.readAloud()
    until(lambda: voice.speaking)
    voice.cut()
    for character in "K7QM3":
        shop.key(character)
        voice.said.clear()
        until(lambda character=character: character in voice.said)
    assert shop.kiosk.visitor.typed == "K7QM-3"


@pytest.mark.meets("508 407.5", "WCAG 2.2.1")
def test_a_warning_is_said_at_every_tenth_second(open_shop, voice):
    shop = open_shop(voice=voice, idle=SECOND, warning=21 * SECOND)
    shop.touch("language-en")
    shop.kiosk.visitor.readAloud()
    voice.cut()
    until(lambda: shop.page == "StillThere", 20_000)
    until(lambda: any("closes in 30 seconds" in words for words in voice.said))
    until(lambda: any("closes in 20 seconds" in words for words in voice.said))
    assert not any("closes in 21 seconds" in words for words in voice.said)


@pytest.mark.meets("508 407.5")
def test_everybody_hears_that_the_time_is_nearly_up(open_shop, voice):
    shop = open_shop(voice=voice, idle=SECOND, warning=20 * SECOND)
    shop.touch("language-en")
    until(lambda: shop.page == "StillThere")
    QTest.qWait(1_500)
    assert voice.said == ["Are you still there?"]
    assert shop.kiosk.window.property("stop") is None
    shop.touch("stay")
    until(lambda: shop.page == "StillThere")
    until(lambda: len(voice.said) == 2)
    shop.press("stay")
    assert not voice.speaking


@pytest.mark.meets("EN 301 549 5.1.3.14")
def test_a_language_without_a_voice_is_named_before_it_is_chosen(open_shop, voice):
    shop = open_shop(voice=voice)
    assert voice.languages == ("en",)
    shop.touch("approach")
    QTest.qWait(300)
    title = next(words for words in visible_words(shop.find("screen")) if "Not read aloud here" in words)
    assert all(name in title for name in shop.kiosk.visitor.voiceless)
    assert "العربية" in shop.kiosk.visitor.voiceless and "English" not in shop.kiosk.visitor.voiceless
    shop.touch("language-ar")
    assert not shop.kiosk.visitor.voiced
    press(shop, HELP)
    assert not shop.kiosk.visitor.speaking


def test_what_cannot_be_read_aloud_is_said_by_name_at_the_start(qapp):
    voice, (problem,) = find_voice(("en", "hi", "ar"), engine="mock")
    assert voice.languages == ("en",)
    assert "hi, ar" in problem
    voice.close()
    voice, (problem,) = find_voice(("ar",), engine="mock")
    assert voice is None and "no voice" in problem
    voice, (problem,) = find_voice(("en",), engine="nobody")
    assert voice is None and "'nobody'" in problem
