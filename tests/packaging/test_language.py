"""`make language`, in a copy of the tree: what it makes, and what it says is left to do."""

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = ("translations/kiosk_{}.ts", "assets/notices/1/{}.toml", "assets/receipt-page/words/{}.toml")


@pytest.fixture
def tree(tmp_path):
    """Everything that the command reads and writes, and an espeak-ng that speaks Dutch, Swedish and French."""
    skip = shutil.ignore_patterns("__pycache__", "*.qm", "fonts")
    for name in ("kiosk", "assets", "translations", "packaging"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=skip)
    (tmp_path / "assets" / "fonts").symlink_to(ROOT / "assets" / "fonts")
    (tmp_path / "tests" / "consent").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "consent" / "phrases.toml", tmp_path / "tests" / "consent")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "espeak-ng"
    program.write_text(
        '#!/bin/sh\necho "Pty Language"\ncase "$1" in --voices=nl|--voices=sv|--voices=fr) echo " 5 $1";; esac\n'
    )
    program.chmod(0o755)
    return tmp_path


def language(tree, *arguments, path=""):
    return subprocess.run(
        [sys.executable, tree / "packaging" / "language.py", *arguments],
        env=os.environ | {"PYTHONPATH": str(tree), "PATH": path or f"{tree / 'bin'}:/usr/bin:/bin"},
        cwd=tree,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def steps(run):
    """What is said of each step."""
    found = re.split(r"^  (\w+) +(?:done|\d+ left)$", run.stdout, flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2], strict=True))


def rewrite(path, *pairs):
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def test_a_new_language_gets_its_files_once(tree):
    run = language(tree, "sv")
    assert (run.returncode, run.stderr) == (1, "")
    assert [line for line in run.stdout.splitlines() if line.startswith("made ")] == [
        f"made {name.format('sv')}" for name in (FILES[1], FILES[2], FILES[0])
    ]
    made = {name: (tree / name.format("sv")).read_bytes() for name in FILES}
    english = (tree / FILES[1].format("en")).read_text(encoding="utf-8")
    assert b'translates = "0"' in made[FILES[1]] and english.partition("headline")[2].encode() in made[FILES[1]]
    said = steps(run)
    assert "still English: headline" in said["notice"] and "still English: code_note" in said["receipt"]
    assert '"sv": "svenska"' in said["lists"] and "receipt.py" in said["lists"]
    assert "phrases/sv.py is to be written" in said["phrases"] and "no examples" in said["phrases"]
    assert "nobody has reviewed assets/notices/1/sv.toml" in said["review"]
    assert said["letters"].strip() == said["voice"].strip() == ""
    again = language(tree, "sv")
    assert "made" not in again.stdout and again.returncode == 1
    assert made == {name: (tree / name.format("sv")).read_bytes() for name in FILES}


@pytest.mark.parametrize(("tag", "qt", "forms"), [("nl", "nl_NL", 2), ("uk", "uk_UA", 3), ("id", "id_ID", 1)])
def test_plurals_are_as_many_as_the_language_has(tree, tag, qt, forms):
    language(tree, tag)
    path = tree / FILES[0].format(tag)
    messages = [message for message in ElementTree.parse(path).iter("message") if message.get("numerus") == "yes"]
    assert ElementTree.parse(path).getroot().get("language") == qt
    assert messages and {len(list(message.iter("numerusform"))) for message in messages} == {forms}
    assert len(list(ElementTree.parse(path).iter("message"))) >= 79


def test_nothing_is_left_of_a_language_that_is_done(tree):
    """French, called Dutch."""
    for name in FILES:
        shutil.copy(tree / name.format("fr"), tree / name.format("nl"))
    for name in FILES[1:]:
        rewrite(tree / name.format("nl"), ("reviewed = false", "reviewed = true"))
    finish(tree / FILES[0].format("nl"))
    rewrite(tree / "kiosk/consent/notice.py", ('    "fr": "Français",\n', '    "fr": "Français",\n    "nl": "Nederlands",\n'))
    rewrite(
        tree / "kiosk/consent/phrases/__init__.py", ('    "en": en.PATTERNS,', '    "nl": en.PATTERNS,\n    "en": en.PATTERNS,')
    )
    rewrite(tree / "tests/consent/phrases.toml", ("[en]\n", '[nl]\nbad = ["x"]\n[en]\n'))
    run = language(tree, "nl")
    assert run.stdout.splitlines()[-1] == "Nothing is left to do.", run.stdout
    assert run.returncode == 0 and set(steps(run)) == {
        *("screens", "notice", "receipt", "review", "letters", "voice", "lists", "phrases", "reading")
    }


def finish(path):
    """Whatever the screens say that is not translated yet."""
    subprocess.run(
        [Path(sys.executable).with_name("pyside6-lupdate"), "-silent", path.parents[1] / "kiosk" / "screens"]
        + ["-extensions", "qml,py", "-locations", "none", "-no-obsolete", "-ts", path],
        check=True,
    )
    tree = ElementTree.parse(path)
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation.attrib.pop("type", "") == "unfinished":
            for form in [*translation.iter("numerusform")] or [translation]:
                form.text = message.findtext("source")
    tree.write(path, encoding="utf-8", xml_declaration=True)


def test_what_is_wrong_is_named(tree):
    notice, page, strings = (tree / name.format("fr") for name in (FILES[1], FILES[2], FILES[0]))
    english = (tree / FILES[1].format("en")).read_text(encoding="utf-8")
    question = re.search(r"^question = .*$", english, re.MULTILINE)[0]
    text = notice.read_text(encoding="utf-8")
    text = re.sub(r"^question = .*$", question, text, flags=re.MULTILINE)
    text = re.sub(r"^welcome = .*$", 'welcome = "Ask me later. ქ"', text, flags=re.MULTILINE)
    text = re.sub(r"^(how_long = .*)\{totals_months\}", r"\g<1>12", text, flags=re.MULTILINE)
    notice.write_text(text, encoding="utf-8")
    long = "un mot et " * 15
    rewrite(page, ("reviewed = false", f'reviewed = true\nsurplus = "{long}."'))
    text = strings.read_text(encoding="utf-8")
    strings.write_text(re.sub(r"(<translation>[^<]*)%1", r"\g<1>%2", text, count=1), encoding="utf-8")
    said = steps(language(tree, "fr"))
    for fault in ("still English: question", "not the same placeholders: how_long"):
        assert fault in said["notice"]
    assert "not in en.toml: surplus" in said["receipt"]
    assert "not the same placeholders: " in said["screens"]
    assert "1 characters: ქ" in said["letters"]
    assert "receipt page: 45 words, 25 at most" in said["reading"]
    assert said["review"].strip().splitlines() == ["nobody has reviewed assets/notices/1/fr.toml"]


def test_a_forbidden_phrase_and_a_broken_sentence_are_named(tree):
    path = tree / FILES[1].format("fr")
    whole = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^welcome = .*$", 'welcome = "Ask me later."', whole, flags=re.MULTILINE), encoding="utf-8")
    assert "'ask me later': a no is not put off until later" in steps(language(tree, "fr"))["notice"]
    path.write_text(re.sub(r"^welcome = .*$", 'welcome = "{vendor"', whole, flags=re.MULTILINE), encoding="utf-8")
    assert "notice fr: 'welcome' has a broken placeholder" in steps(language(tree, "fr"))["notice"]


def test_a_language_without_a_voice(tree):
    assert "espeak-ng has no voice for uk" in steps(language(tree, "uk"))["voice"]
    (tree / "bin" / "espeak-ng").unlink()
    assert "not known: espeak-ng is not installed here" in steps(language(tree, "uk", path=str(tree / "bin")))["voice"]


def test_the_table_of_all(tree):
    from kiosk.consent.notice import LANGUAGES

    (tree / FILES[1].format("ar")).unlink()
    language(tree, "nl")
    run = language(tree, "all")
    head, *lines, last = run.stdout.splitlines()
    rows = {line.split()[0]: dict(zip(head.split(), line.split()[1:], strict=True)) for line in lines}
    assert list(rows) == [*LANGUAGES, "nl"] and run.returncode == 1
    assert set(rows["ar"].values()) == {"1"} and rows["en"]["notice"] == "-" and rows["en"]["review"] == "2"
    assert int(rows["nl"]["notice"]) > 60 and rows["nl"]["lists"] == "1"
    assert last == "What is left of one: make language TAG=de"
    assert not (tree / FILES[1].format("ar")).exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [((), "Name a language"), (("tlh",), "tlh is no language that Qt knows"), (("nl", "de"), "Name a language")],
    ids=str,
)
def test_what_is_no_language(tree, arguments, said):
    run = language(tree, *arguments)
    assert (run.returncode, run.stdout) == (2, "") and said in run.stderr


def test_a_file_that_is_broken(tree):
    (tree / FILES[1].format("fr")).write_text("question = ", encoding="utf-8")
    run = language(tree, "fr")
    assert run.returncode == 2 and "fr.toml cannot be read" in run.stderr


def test_no_language_lacks_anything_but_a_review():
    """In this tree: every string of the screens translated, every sentence there, in words that may be used and read."""
    run = subprocess.run(
        [sys.executable, ROOT / "packaging" / "language.py", "all"], capture_output=True, text=True, timeout=60, check=False
    )
    head, *lines, _ = run.stdout.splitlines()
    here = [step for step in head.split() if step not in ("review", "voice")]  # a machine may have no voice
    left = {}
    for line in lines:
        tag, *counts = line.split()
        steps = dict(zip(head.split(), counts, strict=True))
        left |= {(tag, step): steps[step] for step in here if steps[step] != "-"}
    assert not left, "make language TAG=... says what"
