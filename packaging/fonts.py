"""Rebuild assets/fonts/*.ttf and *.otf from Debian's Noto packages: `python packaging/fonts.py [DEBS]`.

Needs fonttools >= 4.60, dpkg, and apt-get on Debian 12, or a folder DEBS that holds the two packages at the versions below.
The same packages and fonttools give the same bytes. Nothing is installed.
"""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    from fontTools import subset
    from fontTools.ttLib import TTFont
except ImportError:
    sys.exit("fonts.py: fonttools is missing: pip install 'fonttools>=4.60'")

OUT = Path(__file__).resolve().parent.parent / "assets" / "fonts"
PACKAGES = {"fonts-noto-core": "20201225-1", "fonts-noto-cjk": "1:20220127+repack1-1"}
MAX_BYTES = 1900 * 1024
FACES = {"JP": 0, "KR": 1, "SC": 2, "TC": 3}  # region -> index of its face in NotoSansCJK-*.ttc

ARROWS = range(0x2190, 0x219A)
LATIN = [
    *range(0x0020, 0x0530),  # Latin, Latin Extended A and B, IPA, combining marks, Greek, Cyrillic
    *range(0x1E00, 0x2000),  # Latin Extended Additional (Vietnamese), Greek Extended
    *range(0x2000, 0x2150),  # punctuation, super- and subscripts, currency, letterlike symbols
    *ARROWS,
    *[0x25CC, 0xFB01, 0xFB02, 0xFEFF, 0xFFFC, 0xFFFD],
]


def charset(codec: str, rows: range, cells: range) -> set[int]:
    """The code points of some rows of a two-byte character set."""
    return {ord(c) for row in rows for cell in cells if len(c := bytes([row, cell]).decode(codec, "ignore")) == 1}


LOW, HIGH = range(0x40, 0x7F), range(0xA1, 0xFF)
BASIC = {
    *range(0x0020, 0x007F),
    *range(0x00A0, 0x0100),
    *range(0x2010, 0x2028),  # Python's gb2312 has U+2015 and U+30FB where Chinese text has the dash U+2014 and the dot U+00B7
    *range(0x3000, 0x3040),
    0x20AC,
    *range(0xFF01, 0xFF61),
    *range(0xFFE0, 0xFFE7),
}
GB2312 = charset("gb2312", range(0xB0, 0xF8), HIGH)  # hanzi, levels 1 and 2
JIS = charset("euc_jp", range(0xA1, 0xFF), HIGH)  # JIS X 0208: kanji, levels 1 and 2, kana, symbols
NEC = charset("cp932", range(0x87, 0x88), range(0x40, 0xFD))  # circled digits, units
IBM = charset("cp932", range(0xFA, 0xFD), range(0x40, 0xFD))  # kanji of names, such as U+9AD9 and U+FA11
BIG5_SYMBOLS, BIG5_1, BIG5_2 = (
    charset("big5", rows, LOW) | charset("big5", rows, HIGH)
    for rows in (range(0xA1, 0xA4), range(0xA4, 0xC7), range(0xC9, 0xFA))
)
REGIONS = {
    "SC": BASIC | GB2312 | charset("gb2312", range(0xA1, 0xA4), HIGH),
    # The 7,652 rare hanzi of level 2 would double the file: those that China or Japan writes too are the ones met in names.
    "TC": BASIC | BIG5_1 | (BIG5_2 & (GB2312 | JIS)) | BIG5_SYMBOLS,
    "JP": BASIC | JIS | NEC | IBM | {*range(0xFF61, 0xFFA0)},
    # All syllables, not only the 2,350 of KS X 1001. No hanja: they would double the file.
    "KR": BASIC | charset("euc_kr", range(0xA1, 0xAA), HIGH) | {*range(0xAC00, 0xD7A4)},
}
# Every script gets Noto Sans's own ascent and descent, in parts of an em: a line of any language is as high as any other.
# The upstream lines of Arabic are 2.1 em, for stacked marks that the kiosk's words do not use.
ASCENT, DESCENT = 1.069, 0.293
# Horizontal text of one language only: alternates for vertical text and for other regions double the file.
CJK_FEATURES = ["ccmp", "kern", "liga", "palt", "halt", "pwid", "fwid", "hwid"]


def unpack(folder: Path, debs: Path | None) -> Path:
    """Extract the packages under `folder`; return its share/fonts directory."""
    for name, version in PACKAGES.items():
        if debs is None and subprocess.run(["apt-get", "download", f"{name}={version}"], cwd=folder, check=False).returncode:
            sys.exit(f"fonts.py: apt-get cannot download {name} {version}")
        found = list((debs or folder).glob(f"{name}_{version.replace(':', '%3a')}_all.deb"))
        if len(found) != 1:
            sys.exit(f"fonts.py: no {name} {version} in {debs or folder}")
        subprocess.run(["dpkg", "-x", found[0], folder / "root"], check=True)
    return folder / "root" / "usr" / "share" / "fonts"


def add_arrows(font: TTFont, symbols: TTFont) -> None:
    """Copy the arrows, which Noto Sans lacks, out of Noto Sans Symbols of the same weight and 1000 units an em."""
    names, glyphs = symbols.getBestCmap(), symbols.getGlyphSet()
    for code in ARROWS:
        glyph = symbols["glyf"][names[code]]
        if glyph.isComposite() or names[code] in font["glyf"]:
            sys.exit(f"fonts.py: cannot copy U+{code:04X}")
        glyph.removeHinting()
        font["glyf"][names[code]] = glyph
        font["hmtx"][names[code]] = (round(glyphs[names[code]].width), glyphs[names[code]].lsb)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = names[code]


def rename(font: TTFont, region: str) -> None:
    """Call a region's face of Noto Sans CJK Noto Sans SC, TC, JP or KR, in the name table and in CFF."""
    for record in font["name"].names:
        text = record.toUnicode().replace(f"Noto Sans CJK {region}", f"Noto Sans {region}")
        record.string = text.replace(f"NotoSansCJK{region.lower()}", f"NotoSans{region}")
    cff = font["CFF "].cff
    cff.fontNames = [font["name"].getDebugName(6)]
    cff.topDictIndex[0].FamilyName = f"Noto Sans {region}"
    cff.topDictIndex[0].FullName = font["name"].getDebugName(4)


def level(font: TTFont) -> None:
    """Set the line's ascent and descent in each of the three places where a font keeps them."""
    em = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * em), round(DESCENT * em)
    line, metrics = font["hhea"], font["OS/2"]
    line.ascent, line.descent, line.lineGap = ascent, -descent, 0
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = ascent, -descent, 0
    metrics.usWinAscent, metrics.usWinDescent = ascent, descent


def build(font: TTFont, target: Path, codes: list[int], features: list[str], cjk: bool = False) -> None:
    """Write the subset of `font` to `codes` (code points) and layout `features` ("*": all).

    cjk: without hints, a fifth of the file that nothing shows at the kiosk's sizes, and without vertical text.
    """
    options = subset.Options(layout_features=features, name_IDs=["*"], notdef_outline=True, hinting=not cjk)
    if cjk:
        options.drop_tables += ["vhea", "vmtx", "VORG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    level(font)
    font.save(target)
    size = target.stat().st_size
    print(f"{target.name}: {size / 1024:.0f} KiB, {len(font.getBestCmap())} characters, {len(font.getGlyphOrder())} glyphs")
    if size >= MAX_BYTES:
        sys.exit(f"fonts.py: {target.name} is over {MAX_BYTES // 1024} KiB")


def main(debs: Path | None) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        fonts = unpack(Path(folder), debs)
        noto = fonts / "truetype" / "noto"
        for weight in ("Regular", "Bold"):
            latin, arabic, devanagari, symbols = (
                TTFont(noto / f"{name}-{weight}.ttf", recalcTimestamp=False)
                for name in ("NotoSans", "NotoSansArabic", "NotoSansDevanagari", "NotoSansSymbols")
            )
            add_arrows(latin, symbols)
            build(latin, OUT / f"NotoSans-{weight}.ttf", LATIN, ["*"])
            build(arabic, OUT / f"NotoSansArabic-{weight}.ttf", list(arabic.getBestCmap()), ["*"])
            build(devanagari, OUT / f"NotoSansDevanagari-{weight}.ttf", list(devanagari.getBestCmap()), ["*"])
            for region, number in FACES.items():
                collection = fonts / "opentype" / "noto" / f"NotoSansCJK-{weight}.ttc"
                cjk = TTFont(collection, fontNumber=number, recalcTimestamp=False)
                rename(cjk, region)
                build(cjk, OUT / f"NotoSans{region}-{weight}.otf", sorted(REGIONS[region]), CJK_FEATURES, cjk=True)
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(OUT.glob("*.?tf"))]
    (OUT / "SHA256SUMS").write_text("".join(sums), encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
