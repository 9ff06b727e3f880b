"""From the notice to the files of one sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk import resources
from kiosk.consent.law import LAWS, NYC, Premises
from kiosk.consent.notice import Notice
from kiosk.screens import typography
from kiosk.signage import fit, printing
from kiosk.signage.saying import SignError, check, saying
from kiosk.signage.sheet import Job, Sheet

HASH_DIGITS = 12
NYC_FORM = (
    "New York City's own rule for these signs (DCWP, in force since 2022-01-15) sets their size and manner: "
    "compare this one with the city's sample before you put it up."
)


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted. distance: to the headline, in metres; None: as far as it goes."""

    languages: Sequence[str]
    paper: str
    landscape: bool = False
    distance: float | None = None

    @property
    def name(self) -> str:
        """Of the files, as in "sign-A4-zh-Hans-en"."""
        return "-".join(("sign", self.paper, *["landscape"] * self.landscape, *self.languages))


def sheet(notice: Notice, premises: Premises, order: Order, accent: str) -> tuple[Job, Sheet]:
    """What goes onto the sheet, and the sheet. The fonts are loaded. Raises SignError."""
    check(notice, premises, order.languages)
    store, url = str(notice.facts["store"]), str(notice.facts["policy_url"])
    imprint = " · ".join(
        (
            f"Notice {notice.version}",
            notice.hash[:HASH_DIGITS],
            premises.today.isoformat(),
            *["demonstration: there is no such shop"] * bool(premises.examples),
        )
    )
    jobs = [
        Job.on(
            tuple(saying(notice, tag, brief) for tag in order.languages),
            store,
            imprint,
            url,
            order.paper,
            order.landscape,
            accent,
        )
        for brief in (False, True)
    ]
    said = "".join(text for each in jobs[0].sayings for text in each.texts()) + store
    if lacking := sorted(typography.undrawn(said, machine=True)):
        raise SignError(f"No font here has {' '.join(lacking[:5])}. Write it otherwise in store.toml, or install a font.")
    return fit.fit(jobs, order.paper, order.distance)


def make(notice: Notice, premises: Premises, order: Order, accent: str, out: Path) -> str:
    """Write the sign to out, as PDF and PNG; what was written and how far it reaches, in words. Raises SignError."""
    application = QGuiApplication.instance() or QGuiApplication(["kiosk"])  # noqa: F841  fonts need one
    if problems := typography.load_fonts(resources.FONTS, order.languages):
        raise SignError(problems[0])
    job, made = sheet(notice, premises, order, accent)
    title = f"{job.store}: {job.sayings[0].headline}".replace("\n", " ")
    content = printing.pdf(made, title, notice.hash, premises.today)
    files = printing.write(out, order.name, content, printing.png(made))
    return report(job, made, order, premises, files)


def report(job: Job, made: Sheet, order: Order, premises: Premises, files: Sequence[Path]) -> str:
    lines = [
        f"Wrote {' and '.join(map(str, files))}.",
        f"The headline can be read from {_down(made.headline_m)} m (capitals of {made.sizes.headline:.1f} mm), "
        f"the rest from {_down(made.text_m)} m ({made.sizes.text:.1f} mm).",
    ]
    if job.brief:
        lines.append("To fit, it leaves more to the full notice than a sign with fewer languages, or on larger paper, does.")
    if order.distance is None and made.headline_m < fit.APPROACH_M:
        lines.append(f"People who walk up want {fit.APPROACH_M:g} m: take larger paper, or fewer languages on each sign.")
    if not job.url:
        lines.append("It has no QR code, for there is no page to lead to: [store] policy_url in store.toml.")
    if premises.profile is NYC:
        lines.append(NYC_FORM)
    lines.append(
        f"Print it at 100 %, not fitted to the page, and put one up at every entrance ({LAWS[premises.profile].name})."
    )
    return "\n".join(lines)


def _down(metres: float) -> str:
    """To a decimetre that is not too much."""
    return f"{floor(metres * 10 + 0.001) / 10:.1f}"
