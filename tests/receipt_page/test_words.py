"""What the page is made from."""

import shutil
import xml.etree.ElementTree as ElementTree

import pytest

from kiosk import resources
from kiosk.config import LANGUAGES
from kiosk.receipts import page as receipt_page


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
def test_the_page_names_the_kiosks_button_as_the_kiosk_does(tag):
    messages = ElementTree.parse(resources.TRANSLATIONS / f"kiosk_{tag}.ts").iter("message")
    names = {message.findtext("translation") for message in messages if message.findtext("source") == "I have a receipt"}
    assert len(names) == 1
    assert names.pop() in (resources.RECEIPT_PAGE / "words" / f"{tag}.toml").read_text("utf-8")


@pytest.fixture
def copy(tmp_path, monkeypatch):
    folder = tmp_path / "receipt-page"
    shutil.copytree(resources.RECEIPT_PAGE, folder)
    monkeypatch.setattr(resources, "RECEIPT_PAGE", folder)
    return folder


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda path: path.unlink(), "cannot be read"),
        (lambda path: path.write_text("when = "), "is not TOML"),
        (lambda path: path.write_text(path.read_text("utf-8").replace("later =", "never ="), "utf-8"), "'later' is in one"),
    ],
    ids=["missing", "broken", "incomplete"],
)
def test_words_that_are_not_whole(shop, copy, change, said):
    path = copy / "words" / "ar.toml"
    change(path)
    with pytest.raises(receipt_page.PageError, match=said) as told:
        receipt_page.build(shop.notice, shop.keys, LANGUAGES)
    assert str(path) in str(told.value)


def test_no_page_without_a_key(shop):
    with pytest.raises(receipt_page.PageError, match="--key"):
        receipt_page.build(shop.notice, [], LANGUAGES)


def test_the_page_is_one_file_and_names_no_other(shop):
    assert "http://" not in shop.html.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in shop.html
    assert "url(" not in shop.html
    assert "@import" not in shop.html
