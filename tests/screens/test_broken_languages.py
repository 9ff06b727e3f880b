"""A language whose files are broken is not offered, and stops no other. Real files, broken on purpose."""

import json
import logging
import shutil
import tomllib
from dataclasses import replace

import pytest
from click.testing import CliRunner

from kiosk import cli, notices, resources
from kiosk.app import Kiosk, StartError
from kiosk.config import DEMONSTRATION, Settings
from kiosk.consent.notice import Change, NoticeError, changed
from kiosk.offer import OfferError
from kiosk.state import StateDirectory

SPOKEN = ("en", "zh-Hans", "ar")


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Copies of the notice files and of the translations, which the kiosk reads instead."""
    for name in ("NOTICES", "TRANSLATIONS"):
        folder = tmp_path / name.lower()
        shutil.copytree(getattr(resources, name), folder)
        monkeypatch.setattr(resources, name, folder)
    return tmp_path


def demonstration():
    values = tomllib.loads(DEMONSTRATION)
    values["screen"]["languages"] = SPOKEN
    return Settings.model_validate(values)


@pytest.fixture
def open_kiosk(qapp, files, tmp_path):
    opened = []

    def open():
        state = StateDirectory(tmp_path / "state")
        state.make()
        kiosk = Kiosk(qapp, demonstration(), state, tmp_path / "run" / "gate.sock")
        opened.append(kiosk)
        kiosk.start((1080, 1920))
        return kiosk

    yield open
    for kiosk in opened:
        kiosk.close()


def notice_file(files, tag):
    return files / "notices" / "1" / f"{tag}.toml"


def rewrite(files, tag, old, new):
    path = notice_file(files, tag)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


BROKEN = {
    "placeholder": (
        lambda files, tag: rewrite(files, tag, "{age_limit}", "{age_limit"),
        "'under_age' has a broken placeholder",
    ),
    "unknown fact": (
        lambda files, tag: rewrite(files, tag, "{age_limit}", "{age}"),
        "'under_age' asks for {age}, ",
    ),
    "no sentence": (lambda files, tag: rewrite(files, tag, "question = ", "query = "), "'question' is missing"),
    "syntax": (lambda files, tag: rewrite(files, tag, "question = ", "question "), "cannot be read: Expected '='"),
    "bytes": (lambda files, tag: notice_file(files, tag).write_bytes(b"\xff\xfe"), "cannot be read: 'utf-8' codec"),
    "no file": (lambda files, tag: notice_file(files, tag).unlink(), "cannot be read: "),
}


def warnings(caplog):
    return [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]


@pytest.mark.parametrize("tag", SPOKEN)
@pytest.mark.parametrize("case", BROKEN)
def test_words_that_are_not_whole_are_left_out_and_named(files, case, tag):
    settings = demonstration()
    whole = notices.load(settings)
    break_, reason = BROKEN[case]
    break_(files, tag)
    notice, (told,) = notices.load_whole(settings)
    assert told.startswith(f"notice {tag}: ") and reason in told and str(notice_file(files, tag)) in told
    assert list(notice.words) == [each for each in SPOKEN if each != tag]
    assert all(notice.words[each] == whole.words[each] for each in notice.words)
    assert notice.hash == replace(whole, words=notice.words).hash != whole.hash
    assert changed(whole.content(), notice.content()) == changed(notice.content(), whole.content()) == Change.WORDING
    with pytest.raises(NoticeError) as refused:
        notices.load(settings)
    assert str(refused.value) == told


def test_whole_words_are_all_there(files):
    settings = demonstration()
    assert notices.load_whole(settings) == (notices.load(settings), ())


def test_the_kiosk_asks_in_the_languages_that_are_left(open_kiosk, files, caplog):
    BROKEN["placeholder"][0](files, "ar")
    kiosk = open_kiosk()
    assert kiosk.runner.rules.languages == tuple(kiosk.notice.words) == ("en", "zh-Hans")
    (told,) = warnings(caplog)
    assert told.startswith("not offered: notice ar: 'under_age' has a broken placeholder") and "ar.toml" in told
    ((hash, kept),) = kiosk.back.ledger.copies("notices")
    assert hash == kiosk.notice.hash and json.loads(kept)["words"].keys() == {"en", "zh-Hans"}


def test_the_next_language_leads_where_the_first_is_broken(open_kiosk, files, caplog):
    BROKEN["syntax"][0](files, "en")
    kiosk = open_kiosk()
    assert kiosk.visitor.language == "zh-Hans"
    assert [each["tag"] for each in kiosk.visitor.languages] == ["zh-Hans", "ar"]
    assert warnings(caplog)[-1] == "the screen begins in zh-Hans: en is not offered"


TRANSLATIONS = {
    "no file": lambda path: path.unlink(),
    "no translation": lambda path: path.write_bytes(b"not a translation"),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:40]),
    "empty": lambda path: path.write_bytes(b""),
}


@pytest.mark.parametrize("case", TRANSLATIONS)
def test_a_translation_that_cannot_be_read_takes_its_language_along(open_kiosk, files, caplog, case):
    TRANSLATIONS[case](files / "translations" / "kiosk_zh-Hans.qm")
    kiosk = open_kiosk()
    assert kiosk.runner.rules.languages == ("en", "ar")
    assert [each["tag"] for each in kiosk.visitor.languages] == ["en", "ar"]
    assert list(kiosk.notice.words) == list(SPOKEN)  # its words are whole
    (told,) = warnings(caplog)
    assert told.startswith("not offered: zh-Hans: The translation ") and "kiosk_zh-Hans.qm" in told and "make setup" in told
    kiosk.reload(kiosk.settings)


def test_no_language_left_is_no_kiosk(qapp, files, tmp_path):
    state = StateDirectory(tmp_path / "state")
    state.make()
    for tag in SPOKEN:
        (files / "translations" / f"kiosk_{tag}.qm").unlink()
    with pytest.raises(OfferError, match=r"kiosk_ar\.qm is missing"):
        Kiosk(qapp, demonstration(), state, tmp_path / "gate.sock")
    state.release()
    for tag in SPOKEN:
        BROKEN["no sentence"][0](files, tag)
    with pytest.raises(NoticeError) as told:
        Kiosk(qapp, demonstration(), state, tmp_path / "gate.sock")
    state.release()
    assert [line.partition(": ")[0] for line in str(told.value).splitlines()] == [f"notice {tag}" for tag in SPOKEN]


def test_facts_that_are_broken_are_told_once(files):
    path = files / "notices" / "1" / "facts.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('sale = "never"', 'sale = "often"'), encoding="utf-8")
    with pytest.raises(NoticeError) as told:
        notices.load_whole(demonstration())
    assert str(told.value).count("notice facts: sale") == 1


def test_a_language_that_breaks_meanwhile_changes_nothing(open_kiosk, files):
    kiosk = open_kiosk()
    before = kiosk.notice
    BROKEN["no sentence"][0](files, "ar")
    with pytest.raises(StartError, match="More than the notice was changed"):
        kiosk.reload(kiosk.settings)
    assert kiosk.notice is before and kiosk.runner.rules.languages == SPOKEN


def test_a_language_that_is_still_broken_holds_no_other_notice_up(open_kiosk, files):
    BROKEN["no sentence"][0](files, "ar")
    kiosk = open_kiosk()
    before = kiosk.notice
    rewrite(files, "en", 'promise = "', 'promise = "Yes: ')
    kiosk.reload(kiosk.settings)
    assert kiosk.notice.hash != before.hash and kiosk.visitor.promise.startswith("Yes: ")


@pytest.mark.parametrize("command", [["check"], ["show"], ["show", "--lang", "en"]], ids=" ".join)
def test_what_the_shop_checks_still_says_it_as_an_error(files, tmp_path, command):
    (tmp_path / "store.toml").write_text(DEMONSTRATION, encoding="utf-8")
    BROKEN["placeholder"][0](files, "ar")
    run = CliRunner().invoke(cli.main, ["notice", *command, "--config", str(tmp_path / "store.toml")])
    assert run.exit_code == 2
    assert "notice ar: 'under_age' has a broken placeholder" in run.output and str(notice_file(files, "ar")) in run.output
