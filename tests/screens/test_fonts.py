import os
import re
import struct
import tomllib
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "assets" / "fonts"
WEIGHTS = {"Regular": QFont.Weight.Normal, "Bold": QFont.Weight.Bold}
FILES = {"Noto Sans": "NotoSans-{}.ttf", "Noto Sans Arabic": "NotoSansArabic-{}.ttf", "Noto Sans SC": "NotoSansSC-{}.otf"}
FACES = [(family, weight) for family in FILES for weight in WEIGHTS]
PIXELS = 41
SAMPLES = {
    "en": "May our cameras look at your face? “Yes” – 5 £, $, € · ← → ↑ ↓",
    "de": "Dürfen unsere Kameras Ihr Gesicht auswerten? Straße, Äpfel, Übergröße, GROẞ",
    "el": "Μπορούν οι κάμερές μας να δουν το πρόσωπό σας;",
    "es": "¿Pueden nuestras cámaras mirar su cara? ¡Sí! Año",
    "pl": "Czy nasze kamery mogą patrzeć na Pana/Pani twarz? Zażółć gęślą jaźń",
    "ru": "Можно ли нашим камерам смотреть на ваше лицо? Объём, № 5, ₽",
    "tr": "Kameralarımız yüzünüze bakabilir mi? İĞŞ ığş ₺",
    "uk": "Чи можуть наші камери дивитися на ваше обличчя? Ґанок, їжак, є, ₴",
    "vi": "Máy quay của chúng tôi có được phân tích khuôn mặt quý vị không? Ễ ữ ợ ₫",
    "zh-Hans": "我们的摄像头可以看您的脸吗？“可以”——《说明》、第1项：￥5，深圳",
    "ar": "هل يجوز لكاميراتنا النظر إلى وجهك؟ «نعم»، ٤١٪ لا؛ اللّٰه QR 5 €",
}


def families(tag: str) -> list[str]:
    return {"zh": ["Noto Sans SC"], "ar": ["Noto Sans Arabic"]}.get(tag.split("-")[0], []) + ["Noto Sans"]


def path(family: str, weight: str) -> Path:
    return FONTS / FILES[family].format(weight)


def raw(family: str, weight: str) -> QRawFont:
    # From the file, never by name: a lookup by name may end in a font of the machine that runs the test.
    return QRawFont(str(path(family, weight)), PIXELS)


def missing(text: str, tag: str, weight: str) -> set[str]:
    fonts = [raw(family, weight) for family in families(tag)]
    drawn = {c for c in text if unicodedata.category(c) not in ("Cc", "Zl", "Zp")}
    return {c for c in drawn if not any(font.supportsCharacter(ord(c)) for font in fonts)}


def strings(value) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


def texts():
    for tag, sample in SAMPLES.items():
        yield pytest.param(tag, sample, id=f"sample-{tag}")
    for ts in sorted((ROOT / "translations").glob("kiosk_*.ts")):
        words = [
            text
            for message in ET.parse(ts).iter("message")
            for name in ("source", "translation")
            for element in message.iter(name)
            for text in element.itertext()
        ]
        yield pytest.param(ts.stem.removeprefix("kiosk_").replace("_", "-"), "".join(words), id=ts.name)
    for notice in sorted((ROOT / "assets" / "notices").rglob("*")):
        if notice.is_file() and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", notice.stem):
            content = notice.read_text(encoding="utf-8")
            words = strings(tomllib.loads(content)) if notice.suffix == ".toml" else [content]
            yield pytest.param(notice.stem, "".join(words), id=str(notice.relative_to(ROOT / "assets" / "notices")))


@pytest.fixture(scope="module", autouse=True)
def application_fonts(qapp):
    ids = [QFontDatabase.addApplicationFont(str(path(*face))) for face in FACES]
    yield dict(zip(FACES, ids, strict=True))
    for font_id in ids:
        QFontDatabase.removeApplicationFont(font_id)


def runs(text: str, family: str, weight: str):
    font = QFont(family)
    font.setWeight(WEIGHTS[weight])
    font.setPixelSize(PIXELS)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout.glyphRuns()


def features(font: QRawFont, table: str) -> set[str]:
    data = font.fontTable(table).data()
    (start,) = struct.unpack_from(">H", data, 6)
    (count,) = struct.unpack_from(">H", data, start)
    return {data[start + 2 + 6 * i :][:4].decode("ascii") for i in range(count)}


def width(text: str, family: str, weight: str) -> float:
    return sum(run.boundingRect().width() for run in runs(text, family, weight))


@pytest.mark.parametrize(("family", "weight"), FACES)
def test_file_loads_with_its_family_and_weight(application_fonts, family, weight):
    assert QFontDatabase.applicationFontFamilies(application_fonts[family, weight]) == [family]
    font = raw(family, weight)
    assert font.isValid()
    assert font.familyName() == family
    assert font.styleName() == weight
    assert font.weight() == WEIGHTS[weight]


def test_folder_holds_these_fonts_and_stays_small():
    files = {file for file in FONTS.iterdir() if file.suffix in (".ttf", ".otf")}
    assert files == {path(*face) for face in FACES}
    assert max(file.stat().st_size for file in files) < 1900 * 1024
    assert sum(file.stat().st_size for file in files) < 5 * 1024 * 1024


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize(("tag", "text"), list(texts()))
def test_every_character_has_a_glyph(tag, text, weight):
    assert text
    assert missing(text, tag, weight) == set()


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_glyph_of_another_language_or_of_the_machine_does_not_count(weight):
    assert missing("aя的ع", "en", weight) == {"的", "ع"}
    assert missing("a的ع", "zh-Hans", weight) == {"ع"}
    assert missing("a的ع", "ar", weight) == {"的"}


@pytest.mark.parametrize("weight", WEIGHTS)
def test_chinese_covers_gb_2312_and_its_own_punctuation(weight):
    hanzi = "".join(bytes([a, b]).decode("gb2312", "ignore") for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF))
    assert len(hanzi) == 6763
    font = raw("Noto Sans SC", weight)
    assert {c for c in hanzi if not font.supportsCharacter(ord(c))} == set()
    assert [c for c in "，。、；：？！“”‘’（）《》〈〉【】—…·￥" if not font.supportsCharacter(ord(c))] == []


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize(
    ("family", "table", "wanted"),
    [
        ("Noto Sans", "GSUB", {"ccmp", "liga", "locl", "tnum", "lnum"}),
        ("Noto Sans", "GPOS", {"kern", "mark", "mkmk"}),
        ("Noto Sans Arabic", "GSUB", {"ccmp", "isol", "init", "medi", "fina", "rlig", "locl"}),
        ("Noto Sans Arabic", "GPOS", {"kern", "mark", "mkmk"}),
        ("Noto Sans SC", "GSUB", {"ccmp", "liga"}),
        ("Noto Sans SC", "GPOS", {"kern", "palt", "halt"}),
    ],
)
def test_layout_features_survive(family, table, wanted, weight):
    assert wanted <= features(raw(family, weight), table)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_arabic_letters_join(weight):
    # U+0752 has no presentation forms, so the shaper cannot join it without the font's own rules, as it can U+0628.
    (alone,) = runs("\u0752", "Noto Sans Arabic", weight)
    (joined,) = runs("\u0752" * 3, "Noto Sans Arabic", weight)
    assert joined.rawFont().familyName() == "Noto Sans Arabic"
    assert len({*alone.glyphIndexes(), *joined.glyphIndexes()}) == 4


@pytest.mark.parametrize("weight", WEIGHTS)
def test_latin_kerns(weight):
    pair, single = width("TAVA", "Noto Sans", weight), sum(width(c, "Noto Sans", weight) for c in "TAVA")
    assert pair < single - 2


@pytest.mark.parametrize(("family", "weight"), FACES)
def test_digits_are_of_one_width(family, weight):
    font = raw(family, weight)
    advances = [point.x() for point in font.advancesForGlyphIndexes(font.glyphIndexesForString("0123456789"))]
    assert len(advances) == 10 and min(advances) > 0
    assert max(advances) - min(advances) < 0.5
