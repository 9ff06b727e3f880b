"""Who may open the staff page: PINs, badges, and what brute force meets."""

import json
import time

import pytest

from kiosk.consent.visit import SECOND
from kiosk.signal.server import TTL_MS
from kiosk.staff import accounts as module
from kiosk.staff.accounts import MOST_ACCOUNTS, Accounts, StaffError, is_badge

ADA, BOB, WRONG = "402917", "518204", "864209"
PINS = [f"{402917 + 7919 * number:06d}" for number in range(MOST_ACCOUNTS)]


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def accounts(tmp_path, clock, monkeypatch):
    """Ada and Bob; their PINs are hashed as weakly as can be."""
    monkeypatch.setattr(module.PasswordHasher, "__init__", _weak(module.PasswordHasher.__init__))
    accounts = Accounts(tmp_path / "staff.json", clock, clock)
    accounts.add("Ada", ADA)
    accounts.add("Bob", BOB)
    return accounts


def _weak(make):
    return lambda self, **_: make(self, time_cost=1, memory_cost=8, parallelism=1)


def wait(result) -> int:
    return result[1] // SECOND


def lock(accounts, clock, named: str = "") -> None:
    """Type wrong PINs until none is looked at for hours."""
    for _ in range(10):
        result = accounts.check(WRONG, named)
        if wait(result) > 3600:
            return
        clock.now += wait(result)
    raise AssertionError(f"after ten wrong PINs the next is looked at in {wait(result)} s")


def test_a_pin_names_its_account(accounts):
    assert accounts.check(ADA) == ("Ada", 0)
    assert accounts.check(BOB) == ("Bob", 0)
    assert accounts.check(WRONG) == (None, 0)
    assert Accounts(accounts._path.with_name("none.json")).check(ADA) == (None, 0)


def test_a_badge_names_an_account_and_then_only_its_own_pin_fits(accounts):
    badge = accounts.make_badge("Ada")
    assert is_badge(badge) and len(badge) == 37
    assert accounts.who(badge) == accounts.who(badge.lower()) == ("Ada", 0)
    assert accounts.check(BOB, "Ada") == (None, 0)
    assert accounts.check(ADA, "Ada") == ("Ada", 0)
    assert accounts.check(ADA, "nobody") == (None, 0)


def test_another_badge_ends_the_one_before_and_a_new_pin_leaves_it(accounts):
    lost, found = accounts.make_badge("Ada"), accounts.make_badge("Ada")
    assert (accounts.who(lost)[0], accounts.who(found)[0]) == (None, "Ada")
    accounts.set_pin("Ada", "731946")
    assert accounts.who(found)[0] == "Ada"
    assert accounts.has_badge("Ada") and not accounts.has_badge("Bob")
    accounts.remove("Ada")
    assert accounts.who(found)[0] is None
    assert accounts.names == ("Bob",)


def test_no_badge_is_nobodys(accounts):
    assert accounts.who("STAFF" + "0" * 32)[0] is None, "nor is it that of an account without one"
    assert not is_badge("HTTPS://SHOP.EXAMPLE/R#STAFF" + "0" * 32)


def test_neither_pins_nor_badges_are_in_the_file(accounts):
    badge = accounts.make_badge("Ada")
    text = accounts._path.read_text()
    assert ADA not in text and badge not in text and badge[5:].lower() not in text.lower()
    assert accounts._path.stat().st_mode & 0o777 == 0o600
    assert badge not in repr(accounts._read()) and "argon2" not in repr(accounts._read())


def test_accounts_of_the_first_version_are_read(accounts):
    content = json.loads(accounts._path.read_text())
    accounts._path.write_text(json.dumps({name: account["pin"] for name, account in content.items()}))
    assert accounts.check(BOB) == ("Bob", 0)
    assert accounts.who(accounts.make_badge("Bob"))[0] == "Bob"


# --- brute force -------------------------------------------------------------------------------------------------------


def test_while_it_waits_even_the_right_pin_is_not_looked_at(accounts, clock):
    assert [wait(accounts.check(WRONG)) for _ in range(4)] == [0, 0, 30, 30]
    assert accounts.check(ADA) == (None, 30 * SECOND)
    clock.now += 30
    assert accounts.check(ADA) == ("Ada", 0)


def test_a_power_cut_while_a_pin_is_looked_at_gives_no_try_back(accounts, clock, monkeypatch):
    for _ in range(3):
        monkeypatch.setattr(accounts, "_fits", _cut)
        with pytest.raises(KeyboardInterrupt):
            accounts.check(WRONG)
        accounts = Accounts(accounts._path, clock, clock)
    assert accounts.check(ADA) == (None, 30 * SECOND)


def _cut(*_):
    raise KeyboardInterrupt


def test_ones_own_pin_buys_no_guesses_at_another(accounts, clock):
    guesses = 0
    for _ in range(30):
        if not accounts.waits("Bob"):
            accounts.check(WRONG)
            guesses += 1
        assert accounts.check(ADA)[0] in ("Ada", None)
        clock.now += 60
    assert guesses < 10
    assert accounts.waits("Bob")


def test_whoever_types_at_random_shuts_out_nobody_with_a_badge(accounts, clock):
    lock(accounts, clock)
    assert wait(accounts.check(ADA)) > 3600
    assert accounts.who(accounts.make_badge("Ada")) == ("Ada", 0)
    assert accounts.check(ADA, "Ada") == ("Ada", 0)
    assert wait(accounts.check(ADA)) > 3600, "but the pad stays shut"


def test_a_stolen_badge_locks_its_own_account_alone(accounts, clock):
    lock(accounts, clock, "Ada")
    assert wait(accounts.who(accounts.make_badge("Ada"))) > 3600
    assert accounts.who(accounts.make_badge("Bob")) == ("Bob", 0)
    assert accounts.check(ADA) == ("Ada", 0)


def test_unlocked_a_pin_is_looked_at_again_and_no_other(accounts, clock):
    lock(accounts, clock)
    accounts.unlock("Bob")
    assert (accounts.waits("Bob"), list(accounts.waits("Ada"))) == ({}, ["pad"])
    assert accounts.check(ADA)[0] is None, "Ada's is locked still"
    assert accounts.check(BOB) == ("Bob", 0)


def test_a_wrong_pin_against_all_accounts_takes_less_than_half_a_lease(tmp_path):
    accounts = Accounts(tmp_path / "staff.json")
    accounts._write({f"name {number}": module.Account(accounts._hasher.hash(pin)) for number, pin in enumerate(PINS)})
    begun = time.thread_time()
    assert accounts.check(WRONG) == (None, 0)
    assert time.thread_time() - begun < TTL_MS / 2_000


# --- what is refused ---------------------------------------------------------------------------------------------------

REFUSED = {
    "short": (("Eve", "4029"), "6 digits"),
    "letters": (("Eve", "40291a"), "6 digits"),
    "other digits": (("Eve", "４０２９１７"), "6 digits"),
    "all the same": (("Eve", "000000"), "first that anybody would try"),
    "a run": (("Eve", "123456"), "first that anybody would try"),
    "a run down": (("Eve", "987654"), "first that anybody would try"),
    "somebody else's": (("Eve", ADA), "Choose another PIN"),
    "no name": ((" ", WRONG), "a name of 1 to 40"),
    "a name of two lines": (("Eve\nBob", WRONG), "a name of 1 to 40"),
    "a long name": (("E" * 41, WRONG), "a name of 1 to 40"),
    "twice": (("Ada", WRONG), "already"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_account(accounts, case):
    arguments, why = REFUSED[case]
    before = accounts._path.read_bytes()
    with pytest.raises(StaffError, match=why):
        accounts.add(*arguments)
    assert accounts._path.read_bytes() == before


def test_there_are_only_so_many(accounts):
    for number, pin in enumerate(PINS[2:]):
        accounts.add(f"name {number}", f"{int(pin) + 1:06d}")
    with pytest.raises(StaffError, match=f"{MOST_ACCOUNTS} staff accounts"):
        accounts.add("one more", WRONG)
    accounts.set_pin("Ada", WRONG)


@pytest.mark.parametrize("verb", ["remove", "make_badge", "unlock", "has_badge", "waits"])
def test_an_unknown_name_is_said(accounts, verb):
    with pytest.raises(StaffError, match=r"no staff account 'Eve'\. There are: Ada, Bob"):
        getattr(accounts, verb)("Eve")


@pytest.mark.parametrize("content", ["", "{", "[1]", '{"Ada": {"pin": "x"}}', '{"Ada": 3}'])
def test_a_file_that_holds_no_accounts_is_said(accounts, content):
    accounts._path.write_text(content)
    with pytest.raises(StaffError, match="set the PINs anew"):
        accounts.check(ADA)
