"""A ledger that has seen a bit of everything, and its key."""

import base64
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.consent.decision import Act, Choice, Decision, Entry, Purpose, Shown, digest
from kiosk.ledger.checkpoint import raw
from kiosk.ledger.store import Ledger

from .disk import build

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
CAMERA = Ed25519PrivateKey.from_private_bytes(b"c" * 32)
ORIGIN = "shop.example/front-door"
START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
NOTICE = {
    "version": "1",
    "facts": {
        "controller": "Harbour Motors Ltd",
        "address": "12 Quay Street, Rivertown",
        "contact": "privacy@harbour-motors.example",
        "authority": "the data protection authority",
        "vendor": "Lumen Vision",
        "totals_months": 12,
        "evidence_months": 36,
        "visit_minutes": 30,
    },
    "purposes": ["age_group", "dwell"],
    "words": {"en": {"headline": "There are cameras here."}},
}
ASKED = (Purpose.AGE_GROUP, Purpose.DWELL)


def screen(*words: str, language: str = "en", notice: str = digest(NOTICE)) -> Shown:
    return Shown(notice, language, "portrait 1080x1920", words, (Choice.OPT_IN, Choice.OPT_OUT))


YES = Decision(ASKED, (Purpose.DWELL,), screen("Yes", "No"), (screen("Age group?"), screen("Time?")), profile="EU")
NO = Decision(ASKED, (), screen("Yes", "No"), profile="EU")


def visit(number: int) -> str:
    return f"{number:032x}"


def statement(camera: str, key: Ed25519PrivateKey = CAMERA) -> dict:
    """What a camera says that it erased, signed with its own key."""
    said = f"{camera}: 3 faces"
    signed = {"key": raw(CAMERA.public_key()), "signature": key.sign(said.encode())}
    return {"camera": camera, "counts": {"faces": 3}, "statement": said} | {
        name: base64.b64encode(value).decode() for name, value in signed.items()
    }


@dataclass
class Book:
    """A ledger's file, and a clock that its writer reads."""

    path: Path
    now: datetime = START
    key: Ed25519PrivateKey | None = KEY

    def open(self, **options) -> Ledger:
        return Ledger(self.path, clock=lambda: self.now, **{"key": self.key, "origin": ORIGIN} | options)


def fill(book: Book) -> None:
    """270 records of three days: every act, a dropped one, dropped ones, one visit that is open at the end."""
    ledger = book.open()
    ledger._db.execute("PRAGMA synchronous = OFF")
    ledger.keep_notice(digest(NOTICE), NOTICE)
    ledger.append(Entry(Act.NOTICE, detail={"notice": digest(NOTICE)}))
    ledger.append(Entry(Act.STAFF, why="reset", by="ada"))
    ledger.append(Entry(Act.OPT_OUT, visit(1), Decision(ASKED, (), screen("Old words"))))
    ledger.append(Entry(Act.LAPSED, visit(2)))
    book.now += timedelta(days=1)
    ledger.append(Entry(Act.OPT_IN, visit(3), YES))
    ledger.append(Entry(Act.WITHDRAWN, visit(3), why="receipt"))
    ledger.append(Entry(Act.ERASURE, visit(3), detail=statement("door")))
    ledger.append(Entry(Act.ALARM, visit(3), why="unconfirmed", detail={"camera": "back"}))
    ledger.purge(before=START + timedelta(hours=1))
    while (count := len(list(ledger.rows()))) < 250:
        ledger.append(Entry(Act.OPT_OUT, visit(count), NO))
    ledger.erase(20, "asked for")
    book.now += timedelta(days=1)
    for number in range(300, 315):
        ledger.append(Entry(Act.OPT_IN, visit(number), YES))
        ledger.append(Entry(Act.ENDED, visit(number), why="left"))
    ledger.append(Entry(Act.OPT_IN, visit(400), YES))
    ledger.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory) -> Path:
    """The file of such a ledger. Copy it before you change it."""
    book = Book(tmp_path_factory.mktemp("filled") / "ledger.db")
    fill(book)
    return book.path


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """An empty ledger with a key."""
    yield Book(tmp_path / "ledger.db")


@pytest.fixture(scope="session")
def library(needs, tmp_path_factory) -> Path:
    """writes.c, built."""
    compiler = needs(shutil.which("cc") or shutil.which("gcc"), "there is no C compiler")
    return build(compiler, tmp_path_factory.mktemp("writes"))


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory, where there is some: a thousand disks are made in it."""
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
        yield Path(name)


@pytest.fixture
def copy(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "ledger.db"))
