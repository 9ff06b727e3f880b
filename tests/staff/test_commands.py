"""`kiosk staff`: accounts, badges that a scanner can read, and what is said of a mistake."""

import pytest
import zxingcpp
from click.testing import CliRunner
from PIL import Image

from kiosk import cli
from kiosk.staff.accounts import Accounts, is_badge
from kiosk.staff.tries import MOST, Way

ADA, WRONG = "402917", "864209"


@pytest.fixture
def staff(tmp_path):
    """Runs `kiosk staff` on a state directory of its own."""

    def run(*arguments: object, code: int = 0) -> str:
        result = CliRunner().invoke(cli.main, ["staff", *map(str, arguments), "--state", str(tmp_path / "state")])
        assert result.exit_code == code, result.output
        return result.output

    run.accounts = lambda: Accounts(tmp_path / "state" / "staff.json")
    return run


def test_accounts_come_and_go(staff):
    assert "kiosk staff add NAME" in staff("list")
    assert "five taps" in staff("add", "Ada", "--pin", ADA)
    assert "already" in staff("add", "Ada", "--pin", WRONG, code=2)
    assert staff("list") == "Ada: PIN\n"
    staff("set-pin", "Ada", "--pin", "731946")
    assert staff.accounts().check("731946")[0] == "Ada"
    staff("remove", "Ada")
    assert "There are: none yet." in staff("remove", "Ada", code=2)
    assert staff.accounts().check("731946") == (None, 0)


def test_a_badge_is_read_from_its_picture_and_the_next_one_ends_it(staff, tmp_path):
    staff("add", "Ada", "--pin", ADA)
    texts = []
    for name in ("one.png", "two.png"):
        assert "delete the file" in staff("badge", "Ada", "--out", tmp_path / name)
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
        (code,) = zxingcpp.read_barcodes(Image.open(tmp_path / name))
        texts.append(code.text)
    assert all(map(is_badge, texts))
    assert [staff.accounts().who(text)[0] for text in texts] == [None, "Ada"]
    assert staff("list") == "Ada: PIN and badge\n"


def test_a_badge_that_cannot_be_written_is_said(staff, tmp_path):
    staff("add", "Ada", "--pin", ADA)
    assert "No such file" in staff("badge", "Ada", "--out", tmp_path / "nowhere" / "ada.png", code=2)
    assert "no staff account 'Eve'" in staff("badge", "Eve", "--out", tmp_path / "eve.png", code=2)
    assert not (tmp_path / "eve.png").exists()


def test_a_locked_account_says_until_when_and_is_unlocked(staff):
    staff("add", "Ada", "--pin", ADA)
    accounts = staff.accounts()
    for _ in range(MOST):
        accounts._tries.count(["Ada"], Way.PAD)
    assert "Ada: PIN, pad locked until 2" in staff("list")
    assert accounts.check(ADA)[0] is None
    assert "at once" in staff("unlock", "Ada")
    assert staff("list") == "Ada: PIN\n"
    assert accounts.check(ADA)[0] == "Ada"
