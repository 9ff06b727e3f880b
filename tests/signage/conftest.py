import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from kiosk import notices, resources
from kiosk.config import DEMONSTRATION, Settings
from kiosk.consent.notice import Notice
from kiosk.screens import typography
from kiosk.signage import printing, sign
from kiosk.signage.sheet import ACCENT, Job, Sheet

DAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def shop() -> Callable[..., Settings]:
    """`shop("en", "ar", contact="...")`: the demonstration's settings in these languages; None takes a field away."""

    def make(*tags: str, **store: object) -> Settings:
        values = tomllib.loads(DEMONSTRATION)
        values["screen"]["languages"] = list(tags)
        values["store"] = {name: value for name, value in {**values["store"], **store}.items() if value is not None}
        return Settings.model_validate(values)

    return make


@dataclass(frozen=True)
class Made:
    notice: Notice
    job: Job
    sheet: Sheet
    order: sign.Order

    def pdf(self) -> bytes:
        return printing.pdf(self.sheet, "A sign", self.notice.hash, DAY)


@pytest.fixture(scope="session")
def made(qapp, shop) -> Callable[..., Made]:
    """`made("en,ar", "A3", landscape=True)`: one sign, each laid out once."""
    assert typography.load_fonts(resources.FONTS, ()) == []
    known: dict[tuple, Made] = {}

    def make(tags: str, paper: str = "A4", landscape: bool = False, distance: float | None = None, **store: object) -> Made:
        key = (tags, paper, landscape, distance, *store.items())
        if key not in known:
            languages = tuple(tags.split(","))
            settings = shop(*languages, **store).under("EU")
            notice, order = notices.load(settings), sign.Order(languages, paper, landscape, distance)
            premises = settings.premises(DAY)
            known[key] = Made(notice, *sign.sheet(notice, premises, order, ACCENT), order)
        return known[key]

    return make
