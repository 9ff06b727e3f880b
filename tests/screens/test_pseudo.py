"""No page says anything that cannot be translated: every word comes out of a made-up, longer language, "[Ťĥíš ···]"."""

import re
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk import resources
from kiosk.consent.notice import LANGUAGES
from kiosk.consent.visit import View
from kiosk.demo.gallery import pages
from kiosk.screens.reading import stops, visible_words

from .test_pages import LYING, PURPOSES, UPRIGHT, bring_up, sheets

ACCENTS = str.maketrans("aceghilnorstuyzACEGHILNORSTUYZ", "áčéǧĥíľñöŕšťúýžÁČÉǦĤÍĽÑÖŔŠŤÚÝŽ")
KEPT = re.compile(r"(\{\w+\}|%n|%L?\d|<[^>]+>)")  # placeholders and markup
LONGER = 0.3
OTHER = "ar"  # beside it, so that there is a language to choose
VIEWS = {"usual": View(), "large": View(large=True), "speaking": View(speaking=True)}
TOOLS = Path(sys.executable).parent


def pseudo(text: str) -> str:
    """The same, in letters that no language's own words have, in brackets, and longer."""
    parts = [part if KEPT.fullmatch(part) else part.translate(ACCENTS) for part in KEPT.split(text)]
    return f"[{''.join(parts)} {'·' * max(1, round(LONGER * len(text)))}]"


@pytest.fixture(scope="session")
def made_up(tmp_path_factory) -> Path:
    """A folder with the notice and the translations, English of a made-up kind."""
    folder = tmp_path_factory.mktemp("pseudo")
    shutil.copytree(resources.NOTICES, folder / "notices")
    path = folder / "notices" / "1" / "en.toml"
    lines = (_pseudo_line(line) for line in path.read_text(encoding="utf-8").splitlines())
    path.write_text("\n".join(lines), encoding="utf-8")
    translations = folder / "translations"
    translations.mkdir()
    shutil.copy(resources.TRANSLATIONS / f"kiosk_{OTHER}.qm", translations)
    strings = translations / "kiosk_en.ts"
    gather = [TOOLS / "pyside6-lupdate", "-silent", resources.QML.parent, "-extensions", "qml,py", "-target-language", "en"]
    subprocess.run([*gather, "-ts", strings], check=True)
    tree = ElementTree.parse(strings)
    for message in tree.iter("message"):
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        for form in [*translation.iter("numerusform")] or [translation]:
            form.text = pseudo(message.findtext("source"))
    tree.write(strings, encoding="utf-8", xml_declaration=True)
    subprocess.run([TOOLS / "pyside6-lrelease", "-silent", strings, "-qm", translations / "kiosk_en.qm"], check=True)
    return folder


def _pseudo_line(line: str) -> str:
    found = re.fullmatch(r'(\w+ = )"(.+)"', line)
    if not found or found[1] == "translates = ":
        return line
    (text,) = tomllib.loads(f'text = "{found[2]}"').values()
    return found[1] + '"' + pseudo(text).replace("\n", "\\n") + '"'


@pytest.fixture
def open_made_up(open_shop, made_up, monkeypatch):
    """`open_made_up(size)`: the shop in the made-up language."""
    for name in ("NOTICES", "TRANSLATIONS"):
        monkeypatch.setattr(resources, name, made_up / name.lower())
    return lambda size: open_shop(size, purposes=PURPOSES, languages=("en", OTHER), party=4)


def stray(text: str, facts: tuple[str, ...]) -> str:
    """What of a text is neither translated nor a fact; single letters are keys, or parts of codes."""
    whole = text
    while (inner := re.sub(r"\[[^\[\]]*\]", "", text)) != text:
        text = inner
    for fact in sorted(facts, key=len, reverse=True):
        text = text.replace(fact, "")
    return whole if re.search(r"[^\W\d_]{2,}", text) else ""


def found_on(shop) -> set[str]:
    """The words that nobody could translate, of those that are seen or said on this page, or could be: hidden ones too."""
    kiosk, visitor = shop.kiosk, shop.kiosk.visitor
    facts = (kiosk.settings.store.name, *LANGUAGES.values(), *filter(None, (visitor.code, visitor.typed)))
    screen = kiosk.window.findChild(QQuickItem, "screen")
    texts = {item.property("text") for item in everything(screen) if item.inherits("QQuickText")}
    said = {text for stop in stops(screen) for text in (stop.words, stop.meaning, stop.discreet) if text}
    return {found for text in texts | said if (found := stray(text, facts))}


def everything(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from everything(child)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_word_is_translated(open_made_up, size, view):
    shop = open_made_up(size)
    found = {}
    for name in pages(shop.kiosk, "en"):
        bring_up(shop, name, "en", VIEWS[view])
        for sheet in sheets(shop):
            if words := found_on(shop):
                found[f"{name}, {sheet}"] = words
    assert not found


def test_the_made_up_language_is_on_the_screen(open_made_up):
    shop = open_made_up(UPRIGHT)
    bring_up(shop, "notice", "en")
    words = visible_words(shop.kiosk.window.findChild(QQuickItem, "screen"))
    assert shop.kiosk.visitor.question in words and shop.kiosk.visitor.question.startswith("[M")
    assert sum(text.startswith("[") for text in words) > 10
    assert "Harbour Motors" in " ".join(words).replace("\u00a0", " ")


@pytest.mark.parametrize("text", ["Welcome", "[Ýéš ·] and more", "Camera [ďóóŕ ·]", "[Ýéš ·] [Ñó"])
def test_what_is_not_translated_is_found(open_made_up, text):
    shop = open_made_up(UPRIGHT)
    bring_up(shop, "fault", "en")
    assert not found_on(shop)
    item = next(each for each in shop.items() if each.inherits("QQuickText") and each.property("text").startswith("["))
    item.setProperty("text", text)
    QTest.qWait(20)
    assert found_on(shop) == {text}


@pytest.mark.parametrize(
    "text", ["[Ýéš ·]", "[Ýéš ťó: [Šťáý ·], [Áǧé ·] ·]", "[Ýéš ·] · 12 s", "Français", "K", "12:30", "→ [Ñó ·]"]
)
def test_what_is_translated_or_a_fact_is_left_alone(text):
    assert not stray(text, tuple(LANGUAGES.values()))
