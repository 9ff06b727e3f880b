import json
import os
import re
import struct
import subprocess
import sys
import tomllib
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from kiosk import config, notices, resources
from kiosk.consent.notice import LANGUAGES
from kiosk.screens import typography
from kiosk.screens.typography import (
    ARABIC,
    DEVANAGARI,
    FILES,
    JP,
    KR,
    SANS,
    SC,
    SUMS,
    TC,
    drawable,
    load_fonts,
    script,
    undrawn,
)

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "assets" / "fonts"
WEIGHTS = {"Regular": QFont.Weight.Normal, "Bold": QFont.Weight.Bold}
FACES = [(family, weight) for family in FILES for weight in WEIGHTS]
PIXELS = 41
SAMPLES = {
    "en": "May our cameras look at your face? “Yes” – 5 £, $, € · ← → ↑ ↓",
    "de": "Dürfen unsere Kameras Ihr Gesicht auswerten? Straße, Äpfel, Übergröße, GROẞ",
    "el": "Μπορούν οι κάμερές μας να δουν το πρόσωπό σας;",
    "es": "¿Pueden nuestras cámaras mirar su cara? ¡Sí! Año",
    "pl": "Czy nasze kamery mogą patrzeć na Pana/Pani twarz? Zażółć gęślą jaźń",
    "ru": "Можно ли нашим камерам смотреть на ваше лицо? Объём, № 5, ₽",
    "fr": "Nos caméras peuvent-elles regarder votre visage ? « Oui » — Éléonore, cœur, Ÿ",
    "it": "Le nostre telecamere possono guardare il suo viso? Sì, perché è così",
    "pt-BR": "Nossas câmeras podem analisar seu rosto? Não, São João, à vista",
    "tr": "Kameralarımız yüzünüze bakabilir mi? İĞŞ ığş ₺",
    "uk": "Чи можуть наші камери дивитися на ваше обличчя? Ґанок, їжак, є, ₴",
    "vi": "Máy quay của chúng tôi có được phân tích khuôn mặt quý vị không? Ễ ữ ợ ₫",
    "zh-Hans": "我们的摄像头可以看您的脸吗？“可以”——《说明》、第1项：￥5，深圳",
    "zh-Hant": "我們的攝影機可以看您的臉嗎？「可以」——《說明》、第1項：NT$5，臺灣、鑫",
    "ja": "カメラがお客様のお顔を見てもよろしいですか？「はい」〜１名様、髙橋、山﨑、①、ｶﾅ、々",
    "ko": "카메라가 고객님의 얼굴을 봐도 될까요? “예” ― ₩5, 똠방각하, ㄱㄴㄷ ㅏㅑ",
    "hi": "क्या हमारे कैमरे आपका चेहरा देख सकते हैं? “हाँ” — ₹५, निर्णय, दृष्टि, ज़रूरी, पढ़ें, विज्ञप्ति। ॐ",
    "ar": "هل يجوز لكاميراتنا النظر إلى وجهك؟ «نعم»، ٤١٪ لا؛ اللّٰه QR 5 €",
}


def families(tag: str) -> list[str]:
    """The language's own, and that of the names and numbers in it."""
    return list(dict.fromkeys((script(tag).family, SANS)))


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
    for tag, name in LANGUAGES.items():
        yield pytest.param(tag, name, id=f"name-{tag}")
    for ts in sorted((ROOT / "translations").glob("kiosk_*.ts")):
        words = [
            text
            for message in ET.parse(ts).iter("message")
            for name in ("source", "translation")
            for element in message.iter(name)
            for text in element.itertext()
        ]
        yield pytest.param(ts.stem.removeprefix("kiosk_").replace("_", "-"), "".join(words), id=ts.name)
    for file in sorted([*resources.NOTICES.rglob("*.toml"), *resources.RECEIPT_PAGE.rglob("*.toml")]):
        if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", file.stem):
            words = strings(tomllib.loads(file.read_text(encoding="utf-8")))
            yield pytest.param(file.stem, "".join(words), id=str(file.relative_to(ROOT / "assets")))


@pytest.fixture(scope="module", autouse=True)
def loaded_fonts(qapp):
    assert load_fonts(FONTS) == []
    yield
    QFontDatabase.removeAllApplicationFonts()


def runs(text: str, family: str, weight: str, merging: bool = False):
    font = QFont(family)
    font.setWeight(WEIGHTS[weight])
    font.setPixelSize(PIXELS)
    if not merging:
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
def test_file_loads_with_its_family_and_weight(family, weight):
    font = raw(family, weight)
    assert font.isValid()
    assert font.familyName() == family
    assert font.styleName() == weight
    assert font.weight() == WEIGHTS[weight]


def test_folder_holds_these_fonts_and_stays_small():
    files = {file for file in FONTS.iterdir() if file.suffix in (".ttf", ".otf")}
    assert files == {path(*face) for face in FACES}
    assert max(file.stat().st_size for file in files) < 1900 * 1024
    assert sum(file.stat().st_size for file in files) < 15 * 1024 * 1024


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


def charset(codec: str, rows: range, cells: tuple[int, ...] = tuple(range(0xA1, 0xFF))) -> str:
    return "".join(bytes([row, cell]).decode(codec, "ignore") for row in rows for cell in cells)


def block(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


BIG5_CELLS = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
CHARACTERS = {
    "GB 2312": (SC, charset("gb2312", range(0xB0, 0xF8))),
    "Big5 level 1": (TC, charset("big5", range(0xA4, 0xC6), BIG5_CELLS) + charset("big5", range(0xC6, 0xC7), BIG5_CELLS[:63])),
    "JIS X 0208": (JP, charset("euc_jp", range(0xB0, 0xF5))),
    "kana": (JP, block(0x3041, 0x3093) + block(0x30A1, 0x30F6) + block(0xFF66, 0xFF9D)),
    "KS X 1001": (KR, charset("euc_kr", range(0xB0, 0xC9))),
    "Hangul": (KR, block(0xAC00, 0xD7A3)),
    "jamo": (KR, block(0x3131, 0x3163)),
    "Devanagari": (DEVANAGARI, block(0x0900, 0x097F)),
}
COUNTS = {
    "GB 2312": 6763,
    "Big5 level 1": 5401,
    "JIS X 0208": 6355,
    "kana": 225,
    "KS X 1001": 2350,
    "Hangul": 11172,
    "jamo": 51,
}
MARKS = {
    SC: "，。、；：？！“”‘’（）《》〈〉【】—…·￥",
    TC: "，。、；：？！「」『』（）《》〈〉【】—…·＄ㄅ鑫淼",
    JP: "、。「」『』（）・ー〜～！？￥々〆〇髙﨑①㈱",
    KR: "·―…“”‘’「」￦㈜",
    DEVANAGARI: "।॥०९ऽॐ₹“”‘’–—…\u200c\u200d",
}


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("name", CHARACTERS)
def test_a_face_has_the_letters_of_its_language(name, weight):
    family, characters = CHARACTERS[name]
    assert len(characters) == COUNTS.get(name, 128)
    font = raw(family, weight)
    assert {c for c in characters if not font.supportsCharacter(ord(c))} == set()


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("family", MARKS)
def test_a_face_has_the_punctuation_and_the_names_of_its_language(family, weight):
    font = raw(family, weight)
    assert [c for c in MARKS[family] if not font.supportsCharacter(ord(c))] == []


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize(
    ("family", "table", "wanted"),
    [
        ("Noto Sans", "GSUB", {"ccmp", "liga", "locl", "tnum", "lnum"}),
        ("Noto Sans", "GPOS", {"kern", "mark", "mkmk"}),
        ("Noto Sans Arabic", "GSUB", {"ccmp", "isol", "init", "medi", "fina", "rlig", "locl"}),
        ("Noto Sans Arabic", "GPOS", {"kern", "mark", "mkmk"}),
        (DEVANAGARI, "GSUB", {"akhn", "rphf", "half", "cjct", "pres", "abvs", "blws", "psts", "haln", "nukt", "vatu"}),
        (DEVANAGARI, "GPOS", {"abvm", "blwm"}),
        *((family, "GSUB", {"ccmp", "liga"}) for family in (SC, TC, JP, KR)),
        *((family, "GPOS", {"kern", "palt", "halt"}) for family in (SC, TC, JP, KR)),
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


def shapes(text: str, family: str, weight: str) -> list[int]:
    """The glyphs of a text that is all in one font."""
    (run,) = runs(text, family, weight)
    assert run.rawFont().familyName() == family
    return run.glyphIndexes()


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize(
    ("text", "glyphs"),
    [
        pytest.param("क्ष", 1, id="ksha"),
        pytest.param("ज्ञ", 1, id="jnya"),
        pytest.param("त्र", 1, id="tra"),
        pytest.param("श्र", 1, id="shra"),
        pytest.param("प्र", 1, id="pra"),
        pytest.param("क्या", 3, id="half ka"),
        pytest.param("ज़", 1, id="nukta"),
        pytest.param("ट्ट", 1, id="ligature"),
    ],
)
def test_hindi_consonants_join(text, glyphs, weight):
    joined = shapes(text, DEVANAGARI, weight)
    assert len(joined) == glyphs < len(text)
    assert shapes("्", DEVANAGARI, weight)[-1] not in joined, "a virama is left"


@pytest.mark.parametrize("weight", WEIGHTS)
def test_hindi_vowels_and_marks_stand_where_they_are_read(weight):
    ka, i = shapes("क", DEVANAGARI, weight)[0], shapes("ि", DEVANAGARI, weight)
    before = shapes("कि", DEVANAGARI, weight)
    assert before[-1] == ka and len(before) == 2, "the short i is written before its consonant"
    assert before[0] != i[-1] or len(i) == 2
    (run,) = runs("र्क", DEVANAGARI, weight)
    assert run.glyphIndexes()[0] == ka and len(run.glyphIndexes()) == 2, "ra before a consonant is a hook above it"
    (run,) = runs("कु", DEVANAGARI, weight)
    letter, mark = run.positions()
    below = run.rawFont().boundingRect(run.glyphIndexes()[1]).bottom()
    assert below > 0 and mark.x() > letter.x()


@pytest.mark.parametrize("weight", WEIGHTS)
def test_hangul_and_kana_in_parts_are_drawn_whole(weight):
    assert shapes(unicodedata.normalize("NFD", "한국"), KR, weight) == shapes("한국", KR, weight)
    assert shapes(unicodedata.normalize("NFD", "がパ"), JP, weight) == shapes("がパ", JP, weight)


def outline(character: str, family: str, weight: str):
    font = raw(family, weight)
    return font.pathForGlyph(font.glyphIndexesForString(character)[0])


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize(
    ("character", "differ"),
    [
        ("骨", (SC, TC, JP)),
        ("直", (TC, JP)),
        ("道", (SC, TC, JP)),
        ("角", (SC, JP)),
        ("令", (SC, TC, JP)),
        ("今", (SC, JP)),
        ("，", (SC, TC)),
    ],
)
def test_every_region_has_its_own_shapes(character, differ, weight):
    drawn = {family: outline(character, family, weight) for family in differ}
    assert all(not path.isEmpty() for path in drawn.values())
    assert all(drawn[one] != drawn[other] for one in differ for other in differ if one != other)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_what_is_written_alike_everywhere_is_drawn_alike(weight):
    assert outline("口", SC, weight) == outline("口", TC, weight) == outline("口", JP, weight)


@pytest.mark.parametrize(("family", "weight"), FACES)
def test_lines_of_every_script_are_of_one_height(family, weight):
    font = QRawFont(str(path(family, weight)), 1000)
    assert (font.ascent(), font.descent(), font.leading()) == (1069, 293, 0)


LETTERS = {
    SANS: "HЯИ",
    ARABIC: "ا",
    DEVANAGARI: "कमन",
    SC: "H口国我",
    TC: "H口國我",
    JP: "H口国我あア",
    KR: "H가국한",
}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_capitals_are_as_high_as_is_said(tag):
    style = script(tag)
    for weight in WEIGHTS:
        font = QRawFont(str(path(style.family, weight)), 1000)
        heights = [font.boundingRect(glyph).height() for glyph in font.glyphIndexesForString(LETTERS[style.family])]
        assert min(heights) == pytest.approx(1000 * style.capital, abs=20) and min(heights) >= 1000 * style.capital - 1


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_language_is_set_smaller_than_english(tag):
    style, english = script(tag), script("en")
    assert style.optical * style.capital >= english.capital
    assert style.optical == 1 if style.family in (SANS, ARABIC) else 1.06 <= style.optical <= 1.15


def ink(text: str, family: str, weight: str) -> tuple[float, float]:
    """How far the glyphs of one line go above and below its base line, in thousandths of an em."""
    font = QFont(family)
    font.setWeight(WEIGHTS[weight])
    font.setPixelSize(1000)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    above = below = 0.0
    for run in layout.glyphRuns():
        for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
            box, down = run.rawFont().boundingRect(glyph), position.y() - line.ascent()
            above, below = max(above, -box.top() - down), max(below, box.bottom() + down)
    return above, below


def bare(text: str) -> list[str]:
    """Its words, without the short vowels of Arabic: one on another, they need more than a line."""
    words = re.sub(r"[\u064b-\u0652]|{.*?}", "", text).split()
    return words or [text]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_line_touches_the_one_above(tag):
    words = tomllib.loads((resources.NOTICES / notices.VERSION / f"{tag}.toml").read_text(encoding="utf-8"))
    titles = [words[name] for name in ("headline", "promise", "question", "welcome", "under_age_headline", "yes", "no")]
    style = script(tag)
    for texts, weight, factor in ((titles, "Bold", style.tight), (strings(words), "Regular", style.loose)):
        lines = [ink(word, style.family, weight) for word in sorted({word for text in texts for word in bare(text)})]
        assert max(above for above, _ in lines) + max(below for _, below in lines) <= 1000 * typography.LINE * factor


def test_a_line_that_is_too_tight_would_be_found():
    above, below = ink("Ở", SANS, "Bold")[0], ink("g", SANS, "Bold")[1]
    assert above + below > 1000 * typography.LINE * script("en").tight
    assert above + below <= 1000 * typography.LINE * script("vi").tight


@pytest.mark.parametrize(
    ("tag", "family"),
    [
        ("en", SANS),
        ("en-simple", SANS),
        ("ru", SANS),
        ("tlh", SANS),
        ("ar", ARABIC),
        ("hi", DEVANAGARI),
        ("zh-Hans", SC),
        ("zh", SC),
        ("zh-CN", SC),
        ("zh-Hant", TC),
        ("zh-TW", TC),
        ("zh-Hant-HK", TC),
        ("ja", JP),
        ("ko", KR),
        ("ko-KR", KR),
    ],
)
def test_a_language_has_a_family_and_all_others_follow(tag, family):
    style = script(tag)
    assert style.family == style.families[0] == family
    assert SANS in style.families[:2] and set(style.families) == set(FILES) and len(style.families) == len(FILES)


def drawn_in(character: str, family: str) -> str:
    (run,) = runs(character, family, "Regular", merging=True)
    return run.rawFont().familyName().lower()


@pytest.mark.meets("WCAG 1.4.5")
@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_word_is_drawn_in_a_bundled_font(tag):
    style = script(tag)
    for character in "Harbour Motors Ltd. — Åä Đ ж 5 € @ & →".replace(" ", ""):
        own = raw(style.family, "Regular").supportsCharacter(ord(character))
        assert drawn_in(character, style.family) == (style.family if own else SANS).lower()
    for character in set("".join(LANGUAGES.values())) - {" "}:
        assert drawn_in(character, style.family) in {family.lower() for family in FILES}


@pytest.mark.parametrize(
    ("languages", "family"),
    [(("en", "ja", "zh-Hans"), JP), (("zh-Hant", "en"), TC), (("en", "zh-Hans", "ja"), SC), (("en", "ar"), SC), ((), SC)],
)
def test_a_han_name_in_english_has_the_shape_of_the_shops_own_language(load, languages, family):
    assert load(FONTS, languages) == []
    assert drawn_in("骨", SANS) == drawn_in("骨", ARABIC) == family.lower()
    assert drawn_in("骨", TC) == TC.lower(), "and in Chinese that of Chinese"


PRINTS = """
import json, sys
from pathlib import Path
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from kiosk.screens.typography import drawable, load_fonts, undrawn
application = QGuiApplication([])
problems = load_fonts(Path(sys.argv[1]))
font = QFont("Noto Sans Arabic")
font.setPixelSize(1000)
tags, refused = drawable({"en": "May our cameras", "ru": "Можно", "ar": "هل", "ja": "見て"})
print(json.dumps([problems, tags, refused, QFontMetrics(font).height()]))
"""


def python_on_a_machine_with(fonts: Path, code: str, folder: Path) -> str:
    """What a process prints, given `folder`, where the machine itself has `fonts` only."""
    settings = fonts.parent / "fonts.conf"
    cache = escape(str(fonts.parent / "cache"))
    settings.write_text(
        f"<fontconfig><dir>{escape(str(fonts))}</dir><cachedir>{cache}</cachedir></fontconfig>", encoding="utf-8"
    )
    environment = {**os.environ, "FONTCONFIG_FILE": str(settings), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True, timeout=60)
    return done.stdout


def on_a_machine_with(fonts: Path, folder: Path) -> list:
    """What is wrong with the fonts in `folder`, which languages can be drawn, why others cannot, how high Arabic lines are."""
    return json.loads(python_on_a_machine_with(fonts, PRINTS, folder))


@pytest.fixture
def machine(tmp_path):
    folder = tmp_path / "machine" / "fonts"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def copy(tmp_path):
    """A folder with all the fonts, to be damaged."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    for file in (*(path(*face) for face in FACES), FONTS / SUMS):
        (folder / file.name).symlink_to(file)
    return folder


def cut(file: Path, keep: float) -> None:
    """Leave only the first part of a file."""
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(content[: int(len(content) * keep)])


def test_a_font_of_the_machine_with_the_same_name_is_not_used(machine, copy):
    arabic = bytearray(path(ARABIC, "Regular").read_bytes())
    tables = {bytes(arabic[at : at + 4]): struct.unpack_from(">I", arabic, at + 8)[0] for at in range(12, 12 + 16 * 12, 16)}
    for table, at in ((b"hhea", 4), (b"OS/2", 68), (b"OS/2", 74)):
        struct.pack_into(">h", arabic, tables[table] + at, 3000)  # the line's ascent
    for number in range(8):  # which one of the same name is read last is left to chance
        (machine / f"{number}.ttf").write_bytes(arabic)
    problems, tags, refused, height = on_a_machine_with(machine, copy)
    assert (problems, tags, refused, height) == ([], ["en", "ru", "ar", "ja"], [], 1362)
    (copy / path(ARABIC, "Regular").name).unlink()
    (copy / path(ARABIC, "Bold").name).unlink()
    *_, height = on_a_machine_with(machine, copy)
    assert height == 3293, "it is there, and would be found"


def test_without_any_font_nothing_is_offered(machine, tmp_path):
    problems, tags, refused, _ = on_a_machine_with(machine, tmp_path)
    assert len(problems) == len(FACES) + len(FILES) + 1
    assert tags == [] and len(refused) == 4
    assert "No other font stands in" in problems[-1]


def test_without_bundled_fonts_those_of_the_machine_are_used(machine, tmp_path):
    latin = path(SANS, "Regular").read_bytes()
    (machine / "latin.ttf").write_bytes(latin.replace("Noto Sans".encode("utf-16-be"), "Some Sans".encode("utf-16-be")))
    problems, tags, refused, _ = on_a_machine_with(machine, tmp_path)
    assert tags == ["en", "ru"]
    assert [line.split(":")[0] for line in refused] == ["ar", "ja"]
    assert str(tmp_path / "NotoSans-Regular.ttf") in problems[1]
    assert "There is no Noto Sans. Some Sans stands in for it where it has the characters." in problems


@pytest.fixture
def load(qapp):
    """`load(folder)`: that folder's fonts and no others, for the length of a test."""

    def load(folder: Path, languages: tuple[str, ...] = ()) -> list[str]:
        QFontDatabase.removeAllApplicationFonts()
        return load_fonts(folder, languages)

    yield load
    QFontDatabase.removeAllApplicationFonts()
    assert load_fonts(FONTS) == []


def test_all_fonts_are_loaded_once(load):
    assert load(FONTS) == [] == load_fonts(FONTS)
    numbers = [number for number in range(100) if QFontDatabase.applicationFontFamilies(number)]
    assert len(numbers) == len(FACES)


OTHER = "is damaged, or another one"


@pytest.mark.parametrize("keep", [0, 0.0001, 0.1, 0.5, 0.9, 0.9999])
@pytest.mark.parametrize("family", [SANS, DEVANAGARI, JP])
def test_a_file_that_was_cut_off_is_named_and_its_sister_stands_in(load, copy, family, keep):
    file = copy / path(family, "Bold").name
    cut(file, keep)
    assert load(copy) == [f"The font {file} {OTHER}. Install the kiosk anew."]
    assert drawable({tag: SAMPLES[tag] for tag in ("en", "hi", "ja")}) == (("en", "hi", "ja"), [])


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda file: file.unlink(), "cannot be read (No such file or directory)"),
        (lambda file: (file.unlink(), file.mkdir()), "cannot be read (Is a directory)"),
        (lambda file: (file.unlink(), file.write_text("a font")), OTHER),
        (lambda file: (file.unlink(), file.symlink_to(path(JP, "Bold"))), OTHER),
    ],
)
def test_a_file_that_is_no_font_is_named(load, copy, spoil, reason):
    file = copy / path(ARABIC, "Regular").name
    spoil(file)
    assert load(copy) == [f"The font {file} {reason}. Install the kiosk anew."]


def test_one_changed_byte_is_found(load, copy):
    file = copy / path(TC, "Regular").name
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.unlink()
    file.write_bytes(content)
    assert load(copy) == [f"The font {file} {OTHER}. Install the kiosk anew."]


@pytest.mark.parametrize("left", [None, b"", b"\xff\xfe not sums"])
def test_without_the_sums_the_fonts_are_used_as_they_are(load, copy, left):
    (copy / SUMS).unlink()
    if left is not None:
        (copy / SUMS).write_bytes(left)
    assert load(copy) == [f"{copy / SUMS} is missing or damaged: the fonts are used as they are. Install the kiosk anew."]
    assert drawable({tag: SAMPLES[tag] for tag in ("en", "hi", "ja")}) == (("en", "hi", "ja"), [])


def test_the_sums_are_of_these_files():
    told = subprocess.run(["sha256sum", "--strict", "-c", SUMS], cwd=FONTS, capture_output=True, text=True)
    assert (told.returncode, told.stdout.splitlines()) == (0, sorted(f"{path(*face).name}: OK" for face in FACES))


def without(copy: Path, *families: str) -> None:
    for family in families:
        for weight in WEIGHTS:
            (copy / path(family, weight).name).unlink()


@pytest.mark.parametrize(
    ("family", "tag"), [(ARABIC, "ar"), (DEVANAGARI, "hi"), (SC, "zh-Hans"), (TC, "zh-Hant"), (JP, "ja"), (KR, "ko")]
)
def test_a_language_without_its_font_is_not_offered(load, copy, family, tag):
    without(copy, family)
    problems = load(copy)
    assert len(problems) == 3 and problems[-1].startswith(f"There is no {family}. ")
    tags, refused = drawable(SAMPLES)
    assert tag not in tags and set(SAMPLES) - set(tags) <= {"ar", "hi", "zh-Hans", "zh-Hant", "ja", "ko"}
    assert refused[0].startswith(f"{tag}: no font here has ") and len(refused) == len(SAMPLES) - len(tags) == 1


def test_another_bundled_font_may_stand_in(load, copy):
    without(copy, JP)
    load(copy)
    assert drawable({"ja": "日本の店"}) == (("ja",), [])
    assert drawn_in("店", JP) == TC.lower()


def test_without_noto_sans_english_goes_on_in_another_font(load, copy):
    without(copy, SANS)
    problems = load(copy)
    assert problems[-1] == "There is no Noto Sans. Noto Sans SC stands in for it where it has the characters."
    tags, refused = drawable(SAMPLES)
    assert {"en", "es", "it", "zh-Hans", "ja"} <= set(tags)
    assert {line.split(":")[0] for line in refused} >= {"vi", "tr", "pl"}
    assert drawn_in("M", SANS) == SC.lower()


def test_what_no_font_has_is_said():
    assert undrawn("Harbour Motors — Größe, ООО, 株式会社, 한국, हिन्दी\u200d\u00a0\n") == set()
    assert undrawn("Café 😀 ไทย") == set("😀ไทย")


def test_the_kiosk_goes_on_without_the_language_that_it_cannot_draw(load, open_shop, copy, monkeypatch, caplog):
    without(copy, ARABIC)
    QFontDatabase.removeAllApplicationFonts()
    monkeypatch.setattr(resources, "FONTS", copy)
    shop = open_shop()
    assert shop.kiosk.runner.rules.languages == tuple(tag for tag in LANGUAGES if tag != "ar")
    assert f"The font {copy / 'NotoSansArabic-Regular.ttf'} cannot be read" in caplog.text
    assert "not offered: ar: no font here has" in caplog.text
    shop.kiosk.reload(shop.kiosk.settings)


def test_an_odd_character_in_the_shops_name_costs_no_language(open_shop, monkeypatch, caplog):
    odd = config.DEMONSTRATION.replace('name = "Harbour Motors"', 'name = "Harbour ไทย"')
    assert odd != config.DEMONSTRATION
    monkeypatch.setattr(config, "DEMONSTRATION", odd)
    shop = open_shop()
    assert shop.kiosk.runner.rules.languages == tuple(LANGUAGES)
    assert "store.toml: no font of the kiosk has ท ย ไ" in caplog.text


STARTS = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from kiosk import config, notices, offer
from kiosk.screens.typography import load_fonts
application = QGuiApplication([])
Path(sys.argv[1], "store.toml").write_text(config.DEMONSTRATION, encoding="utf-8")
load_fonts(Path(sys.argv[1]))
try:
    offer.drawable(notices.load(config.load(Path(sys.argv[1], "store.toml"))), ("en", "ar"))
except offer.OfferError as error:
    print(error)
"""


def test_a_kiosk_that_can_draw_nothing_does_not_start(machine, tmp_path):
    told = python_on_a_machine_with(machine, STARTS, tmp_path)
    assert told == "No font here can draw any of the shop's languages: the lines above say why. Install the kiosk anew.\n"
