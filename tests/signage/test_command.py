"""`kiosk signage`, as a shop runs it."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtPdf import QPdfDocument

from kiosk.cli import main
from kiosk.config import DEMONSTRATION, TEMPLATE
from tests.e2e.conftest import kiosk


@pytest.fixture
def state(tmp_path: Path) -> Path:
    path = tmp_path / "state"
    path.mkdir()
    (path / "store.toml").write_text(DEMONSTRATION, encoding="utf-8")
    return path


@pytest.fixture
def run(state, made, qapp, tmp_path):
    made("en")  # there is an application already, with its fonts

    def signage(*arguments: object):
        where = ("--state", state, "--out", tmp_path / "signs")
        return CliRunner().invoke(main, ["signage", *map(str, (*where, *arguments))])

    return signage


def told(result) -> str:
    """The one sentence, or few, that a refusal says."""
    assert result.exit_code == 2 and result.output.startswith("Error: "), result.output
    return " ".join(result.output.removeprefix("Error: ").split())


def test_a_sign_on_a_machine_of_its_own(state, tmp_path):
    result = kiosk("signage", "--state", state, "--out", tmp_path / "new" / "signs")
    assert (result.returncode, result.stderr) == (0, "")
    pdf, png = (tmp_path / "new" / "signs" / f"sign-A4-en.{kind}" for kind in ("pdf", "png"))
    assert pdf.is_file() and png.is_file() and f"Wrote {pdf} and {png}." in result.stdout
    assert "The headline can be read from 2.0 m (capitals of 10." in result.stdout
    assert "put one up at every entrance (China)" in result.stdout
    document = QPdfDocument()
    document.load(os.fspath(pdf))
    assert "demonstration: there is no such shop" in document.getAllText(0).text()


@pytest.mark.slow
def test_several_languages_say_what_was_left_out_and_how_far_it_reaches(run, tmp_path):
    result = run("--lang", "zh-Hans, en,ar")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "signs" / "sign-A4-zh-Hans-en-ar.pdf").is_file()
    assert "it leaves more to the full notice" in result.output and "People who walk up want 2 m" in result.output


def test_landscape_is_part_of_the_name(run, tmp_path):
    assert run("--lang", "en", "--size", "letter", "--landscape", "--distance", "1").exit_code == 0
    assert (tmp_path / "signs" / "sign-letter-landscape-en.pdf").is_file()


def test_new_york_is_told_of_its_own_form(run, state, tmp_path):
    own = DEMONSTRATION.replace('profile = "CN"', 'profile = "US-NYC"').replace("\npolicy_url", "\n# policy_url")
    (state / "store.toml").write_text(own, encoding="utf-8")
    result = run("--size", "letter")
    assert result.exit_code == 0, result.output
    assert "compare this one with the city's sample" in result.output
    assert "It has no QR code" in result.output and "[store] policy_url" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--lang", "xx"), "--lang xx: store.toml has en,"),
        (("--lang", "en,xx"), "--lang xx: store.toml has en,"),
        (("--lang", ""), "--lang : store.toml has en,"),
        (("--lang", "en,ar,en"), "--lang names en twice. Name each language once."),
        (("--distance", "0"), "--distance 0 is out of range: give 0.5 to 10 metres."),
        (("--distance", "nan"), "--distance nan is out of range: give 0.5 to 10 metres."),
        (
            ("--distance", "5"),
            "en: too much for A4, if the headline is to be read from 5 m. The largest distance that works is",
        ),
        (
            ("--out", "/proc/nowhere"),
            "/proc/nowhere cannot be written: No such file or directory. Name another folder with --out.",
        ),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_one_clear_sentence(run, arguments, said):
    assert said in told(run(*arguments))


@pytest.mark.parametrize("arguments", [("--size", "A5"), ("--distance", "far")], ids=str)
def test_what_is_no_value(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 2 and f"Invalid value for '{arguments[0]}'" in result.output


def test_a_file_where_the_folder_should_be(run, tmp_path):
    (tmp_path / "signs").write_text("")
    assert "signs cannot be written: File exists. Name another folder with --out." in told(run())


def test_a_shop_that_is_not_ready_gets_no_sign(run, state, tmp_path):
    (state / "store.toml").write_text(TEMPLATE, encoding="utf-8")
    said = told(run())
    assert "It lacks en: words that a person has reviewed;" in said and said.endswith("What to do: kiosk notice check")
    assert "a sign at every entrance" not in said and not (tmp_path / "signs").exists()


def test_a_name_that_no_font_has(run, state):
    (state / "store.toml").write_text(DEMONSTRATION.replace('name = "Harbour Motors"', 'name = "Harbour 𓀀"'), encoding="utf-8")
    assert told(run()) == "No font here has 𓀀. Write it otherwise in store.toml, or install a font."


def test_a_sign_goes_to_the_printer_in_its_true_size(run, printer, tmp_path):
    result = run("--print", "--size", "A3")
    assert result.exit_code == 0, result.output
    assert result.output.endswith("request id is laser-1 (1 file(s))\n")
    pdf = tmp_path / "signs" / "sign-A3-en.pdf"
    assert (printer / "asked").read_text().split() == ["-o", "media=A3", "-o", "print-scaling=none", str(pdf)]
    assert (printer / "sheet.pdf").read_bytes() == pdf.read_bytes()


def test_a_printer_that_takes_nothing_is_said_and_the_sign_is_there(run, printer, tmp_path):
    (printer / "broken").touch()
    assert "Not printed: lp: Error - no default destination available. lpstat -t may say more." in run("--print").stderr
    assert (tmp_path / "signs" / "sign-A4-en.pdf").is_file()


def test_a_machine_without_lp(run, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "Not printed: lp is not installed: apt install cups-client." in run("--print").stderr
