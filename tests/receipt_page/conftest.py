import functools
import http.server
import shutil
import threading
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from playwright.sync_api import Browser, Page, sync_playwright

from kiosk import notices
from kiosk.config import LANGUAGES, TEMPLATE, Settings
from kiosk.consent.decision import Purpose
from kiosk.consent.notice import Notice
from kiosk.consent.receipt import issue
from kiosk.receipts import page as receipt_page

PHONE = {"width": 360, "height": 740}
NOW = datetime(2026, 11, 21, 17, 20, tzinfo=UTC)


class Shop:
    """A shop's keys and notice, and its receipts."""

    minute = datetime(2026, 11, 21, 17, 15, tzinfo=UTC)
    expires = datetime(2029, 11, 21, 17, 15, tzinfo=UTC)
    asked = (Purpose.DWELL, Purpose.AGE_GROUP, Purpose.GENDER)
    visit = "0123456789abcdef" * 2

    def __init__(self, notice: Notice):
        self.notice = notice
        self.key, self.old_key = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        self.keys = [self.key.public_key(), self.old_key.public_key()]
        self.html = receipt_page.build(notice, self.keys, LANGUAGES)

    def token(self, answer: str = "yes", language: str = "en", **more) -> str:
        agreed = self.asked[:2] if answer == "yes" else ()
        told = {"key": self.key, "visit": self.visit, "minute": self.minute, "notice": self.notice.hash}
        told |= {"asked": self.asked, "agreed": agreed, "expires": self.expires} | more
        return issue(address="https://harbour-motors.example/r", answer=answer, language=language, **told).url.partition("#")[2]


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder and remembers what it was asked for."""

    def __init__(self, folder: Path):
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_) -> None:
        self.server.asked.append(self.requestline.removesuffix(" HTTP/1.1"))


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings.model_validate(tomllib.loads(TEMPLATE))


@pytest.fixture(scope="session")
def shop(settings) -> Shop:
    return Shop(notices.load(settings))


@pytest.fixture(scope="session")
def site(shop, tmp_path_factory) -> Iterator[Server]:
    """The page on a web server: what a phone opens."""
    folder = tmp_path_factory.mktemp("site")
    receipt_page.write(folder, shop.html)
    with Server(folder) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def chromium(needs) -> Iterator[Browser]:
    path = needs(shutil.which("chromium"), "chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Phone:
    """One tab of a phone-sized browser."""

    def __init__(self, browser: Browser, address: str, locale: str, now: datetime):
        self._context = browser.new_context(viewport=PHONE, locale=locale, timezone_id="Asia/Shanghai", device_scale_factor=2)
        self.page: Page = self._context.new_page()
        self.page.clock.set_fixed_time(now)
        self.address = address
        self.complaints: list[str] = []
        self.stopped = False  # the browser will say what it stopped
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))

    def open(self, token: str) -> Page:
        self.page.goto(f"{self.address}#{token}" if token else self.address)
        self.page.wait_for_selector("h1")
        return self.page

    @property
    def verdict(self) -> str:
        return self.page.locator("main").get_attribute("class")

    def close(self) -> None:
        self._context.close()


@pytest.fixture
def phone(chromium, site) -> Iterator:
    """`phone(locale="ar")`: a tab; nothing may be said on its console."""
    phones = []

    def make(locale: str = "en-GB", now: datetime = NOW, address: str = "") -> Phone:
        phones.append(Phone(chromium, address or f"http://127.0.0.1:{site.server_port}/", locale, now))
        return phones[-1]

    yield make
    for each in phones:
        each.close()
        assert each.stopped or not each.complaints
