"""Adds a language, and says what is left to do for it: `make language TAG=nl`. `TAG=all`: a table of all of them.

Files that are there are left as they are; a missing one is made from the English one. Exit code 0: nothing is left to do.
1: something is. 2: there is no such language, or a tool is missing.
"""

import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import reading
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from kiosk import notices, resources
from kiosk.config import DEMONSTRATION, Settings
from kiosk.consent import receipt
from kiosk.consent.decision import Purpose
from kiosk.consent.law import lint
from kiosk.consent.notice import LANGUAGES, NoticeError, compose
from kiosk.consent.phrases import PHRASES
from kiosk.screens.typography import load_fonts, undrawn

TOOLS = Path(sys.executable).parent
NOTICES = resources.NOTICES / notices.VERSION
PAGES = resources.RECEIPT_PAGE / "words"
EXAMPLES = resources.ROOT / "tests" / "consent" / "phrases.toml"
STATED = Settings.model_validate(tomllib.loads(DEMONSTRATION)).facts() | {
    "processor": "P Ltd",
    "recipients": ("R Ltd",),
    "recipient_countries": ("Norway",),
    "representative": "Q Ltd",
    "data_protection_officer": "dpo@p.shop",
}
PURPOSES = (Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)
ESPEAK = {"zh-Hans": "cmn", "zh-Hant": "cmn", "pt-BR": "pt-br", "en-simple": "en"}  # where its code is not the tag's language
STEPS = ("screens", "notice", "receipt", "review", "letters", "voice", "lists", "phrases", "reading")


class LanguageError(RuntimeError):
    """It cannot be done; the message says why and what to do."""


# --- making what is missing ------------------------------------------------------------------------------------------------


def make(tag: str) -> list[Path]:
    """Write the files that the language lacks, as skeletons; which ones."""
    if QLocale(tag).language() is QLocale.Language.C:
        raise LanguageError(f"{tag} is no language that Qt knows. Give its BCP 47 tag, as in nl or pt-BR.")
    made = []
    for folder in (NOTICES, PAGES):
        path = folder / f"{tag}.toml"
        if not path.exists():
            path.write_text(_skeleton((folder / "en.toml").read_text(encoding="utf-8")), encoding="utf-8")
            made.append(path)
    path = _strings_file(tag)
    if not path.exists():
        _gather([path], QLocale(tag).name())
        made.append(path)
    return made


def _skeleton(english: str) -> str:
    """Not of any version of the master yet, so that no visitor is ever asked with it."""
    head = "# What is still English here is to be translated; then translates is the master's, en.toml's.\n"
    body = re.sub(r"\A(?:#.*\n)+", "", english)
    return head + re.sub(r"^translates = .*$", 'translates = "0"', body, count=1, flags=re.MULTILINE)


def _strings_file(tag: str) -> Path:
    return resources.TRANSLATIONS / f"kiosk_{tag}.ts"


def _gather(files: Iterable[Path], language: str = "") -> None:
    """Bring translation files up to date with the screens. language: of new ones, as Qt names it; for the number of plurals."""
    command = [TOOLS / "pyside6-lupdate", "-silent", resources.QML.parent, "-extensions", "qml,py", "-locations", "none"]
    command += ["-no-obsolete", *(["-target-language", language] if language else []), "-ts", *files]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise LanguageError(f"{command[0]} cannot be run: {error.strerror}. Make it ready: make setup") from error
    if done.returncode:
        raise LanguageError(f"lupdate failed: {done.stderr or done.stdout}")


# --- what is left ------------------------------------------------------------------------------------------------------------


def left(tag: str, strings: Path) -> dict[str, list[str]]:
    """What is left to do, by step. strings: the language's translation file, up to date with the screens."""
    notice, page = _read(NOTICES, tag), _read(PAGES, tag)
    found = {
        "screens": _screens(strings),
        "notice": [*_words(tag, notice, _read(NOTICES, "en")), *_composed(tag, notice)],
        "receipt": _words(tag, page, _read(PAGES, "en")),
        "review": [
            f"nobody has reviewed {_shown(folder / f'{tag}.toml')}"
            for folder, said in ((NOTICES, notice), (PAGES, page))
            if not said.get("reviewed")
        ],
        "letters": _letters(tag, strings),
        "voice": _voice(tag),
        "lists": _lists(tag),
        "phrases": _phrases(tag),
        "reading": _reading(tag),
    }
    return {step: found[step] for step in STEPS}


def _read(folder: Path, tag: str) -> dict:
    path = folder / f"{tag}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LanguageError(f"{path} cannot be read: {error}. Correct it, or remove it and have it made anew.") from error


def _shown(path: Path) -> str:
    return str(path.relative_to(resources.ROOT))


def _screens(path: Path) -> list[str]:
    """Strings that nobody has translated, and those that lost a placeholder."""
    unfinished = []
    for message in ElementTree.parse(path).iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(form.strip() for form in forms):
            unfinished.append(f"not translated: {source}")
        elif any(_numbers(form) != _numbers(source) for form in forms):
            unfinished.append(f"not the same placeholders: {source}")
    return unfinished


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"%L?[1-9]", text))


def _words(tag: str, said: dict, english: dict) -> list[str]:
    """What a file of sentences lacks, has too many, or still says in English."""
    told, master = dict(_flat(said)), dict(_flat(english))
    wrong = [f"missing: {name}" for name in master.keys() - told.keys()]
    wrong += [f"not in en.toml: {name}" for name in told.keys() - master.keys()]
    both = [name for name in master if name in told]
    wrong += [f"not the same placeholders: {name}" for name in both if _placeholders(told[name]) != _placeholders(master[name])]
    if tag.partition("-")[0] != "en":
        wrong += [f"still English: {name}" for name in both if told[name] == master[name] and _spoken(master[name])]
    return wrong


def _flat(table: dict, above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        elif isinstance(value, str) and f"{above}{name}" not in ("translates", "reviewed_by"):
            yield f"{above}{name}", value


def _placeholders(text: str) -> set[str]:
    try:
        return {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    except ValueError:
        return {text}  # broken: like no other


def _spoken(text: str) -> bool:
    """Two words or more: a single one, such as "No", may well be the same in another language."""
    return len(re.findall(r"[a-z]+", re.sub(r"\{\w+\}", "", text), re.IGNORECASE)) > 1


def _composed(tag: str, said: dict) -> list[str]:
    """What keeps a notice from being put together, or from being lawful."""
    terms, faults = _read(NOTICES, "facts"), []
    if said.get("translates") != terms["version"]:
        faults.append(f'translates = "{said.get("translates")}", and the master is of version "{terms["version"]}"')
    for count in (1, 2, 3):
        for purposes in itertools.combinations(PURPOSES, count):
            try:
                words = compose(terms["version"], STATED, purposes, {tag: said}, terms).words[tag]
            except NoticeError as error:
                return [*faults, str(error)]
            faults += [f"'{fault.phrase}': {fault.why}" for fault in lint(words.texts(), tag)]
    return list(dict.fromkeys(faults))


def _letters(tag: str, strings: Path) -> list[str]:
    said = strings.read_text(encoding="utf-8") + LANGUAGES.get(tag, "")
    said += "".join((folder / f"{tag}.toml").read_text(encoding="utf-8") for folder in (NOTICES, PAGES))
    lacking = sorted(undrawn(said))
    return (
        [f"no bundled font has {len(lacking)} characters: {' '.join(lacking[:12])}. See packaging/fonts.py"] if lacking else []
    )


def _voice(tag: str) -> list[str]:
    """Whether espeak-ng, the usual voice of speech-dispatcher, speaks it. Without espeak-ng here nobody knows."""
    if not (espeak := shutil.which("espeak-ng")):
        return ["not known: espeak-ng is not installed here"]
    code = ESPEAK.get(tag, tag.partition("-")[0])
    listed = subprocess.run([espeak, f"--voices={code}"], capture_output=True, text=True, check=False).stdout
    return [] if len(listed.splitlines()) > 1 else [f"espeak-ng has no voice for {code}: there is no speech in this language"]


def _lists(tag: str) -> list[str]:
    missing = []
    if tag not in LANGUAGES:
        missing.append(f'kiosk/consent/notice.py, LANGUAGES: "{tag}": "{QLocale(tag).nativeLanguageName()}"')
    if tag not in receipt.LANGUAGES:
        missing.append(f'kiosk/consent/receipt.py, LANGUAGES: "{tag}", at the end')
    return missing


def _phrases(tag: str) -> list[str]:
    missing = []
    if tag not in PHRASES:
        missing.append(f"kiosk/consent/phrases/{tag.replace('-', '_').lower()}.py is to be written, and named in __init__.py")
    if EXAMPLES.exists() and tag not in tomllib.loads(EXAMPLES.read_text(encoding="utf-8")):
        missing.append(f"{_shown(EXAMPLES)} has no examples of what may be said in {tag}, and what may not")
    return missing


def _reading(tag: str) -> list[str]:
    faults = []
    try:
        parts = reading.texts(tag)
    except ValueError as error:
        return [f"a placeholder is broken ({error})"]
    for part, said in parts.items():
        try:
            faults += reading.too_hard(tag, part, reading.measure(tag, said))
        except ValueError:
            faults.append(f"{part}: there is no whole sentence to measure")
    return faults


# --- telling it --------------------------------------------------------------------------------------------------------------


def report(tag: str, found: dict[str, list[str]], most: int = 3) -> str:
    lines = [f"{LANGUAGES.get(tag, QLocale(tag).nativeLanguageName())} ({tag})"]
    for step, faults in found.items():
        lines.append(f"  {step:<8} {f'{len(faults)} left' if faults else 'done'}")
        lines += [f"    {' '.join(fault.split())}" for fault in faults[:most]]
        lines += [f"    and {len(faults) - most} more"] * (len(faults) > most)
    count = sum(map(len, found.values()))
    return "\n".join([*lines, f"{count} things are left to do." if count else "Nothing is left to do."])


def table(found: dict[str, dict[str, list[str]]]) -> str:
    """How much is left, by language and step."""
    lines = [f"{'':<10}" + "".join(f"{step:>9}" for step in STEPS)]
    for tag, steps in found.items():
        lines.append(f"{tag:<10}" + "".join(f"{len(steps[step]) or '-':>9}" for step in STEPS))
    return "\n".join([*lines, "What is left of one: make language TAG=de"])


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        raise LanguageError("Name a language: make language TAG=nl, or TAG=all for a table of all of them.")
    (wanted,) = arguments
    application = QGuiApplication(["language"])  # noqa: F841
    load_fonts(resources.FONTS)
    for path in [] if wanted == "all" else make(wanted):
        print(f"made {_shown(path)}")
    tags = (*LANGUAGES, *(tag for tag in _with_files() if tag not in LANGUAGES)) if wanted == "all" else (wanted,)
    with tempfile.TemporaryDirectory() as folder:
        copies = {tag: Path(shutil.copy(_strings_file(tag), folder)) for tag in tags if _whole(tag)}
        _gather(copies.values())
        found = {tag: left(tag, copies[tag]) if tag in copies else {step: ["no file"] for step in STEPS} for tag in tags}
    print(table(found) if wanted == "all" else report(wanted, found[wanted]))
    return 1 if any(faults for steps in found.values() for faults in steps.values()) else 0


def _with_files() -> list[str]:
    return sorted(path.stem.removeprefix("kiosk_") for path in resources.TRANSLATIONS.glob("kiosk_*.ts"))


def _whole(tag: str) -> bool:
    return all(path.exists() for path in (_strings_file(tag), NOTICES / f"{tag}.toml", PAGES / f"{tag}.toml"))


if __name__ == "__main__":
    try:
        sys.exit(main([each for each in sys.argv[1:] if each]))
    except LanguageError as error:
        print(f"language.py: {error}", file=sys.stderr)
        sys.exit(2)
