"""`kiosk screens`: every page in every language, with the shop's own notice, for people who want to see before they install."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.config import Settings
from kiosk.consent.erasure import Erasure
from kiosk.consent.visit import (
    SECOND,
    Analysis,
    Answer,
    Answered,
    Asking,
    Attract,
    CodePad,
    Condition,
    Duty,
    Fault,
    Languages,
    Page,
    PinPad,
    Preferences,
    Problem,
    Recalled,
    StaffDesk,
    State,
    StillThere,
    View,
    Visit,
)
from kiosk.state import StateDirectory

ERASED = Erasure("door", (("faces", 1), ("looks", 12), ("seconds", 3)), "", signature="signed")
NOTHING = Erasure("hall", (), "")
VISIT, OTHER_WAY_ROUND = "00112233445566778899aabbccddeef0", "00112233445566778899aabbccddeeff"
USUAL = View()
SETTLED_MS = 260
BROKEN = {
    "staff-alarm": frozenset({Condition.GATES}),
    "staff-faults": frozenset({Condition.LEDGER, Condition.KIOSK}),
    "staff-off": frozenset({Condition.STAFF}),
    "off": frozenset({Condition.STAFF}),
}
"""What is broken on which page."""


class GalleryError(RuntimeError):
    """The pictures cannot be written; the message says where and why."""


def draw(settings: Settings, out: Path, sizes: Iterable[tuple[int, int]], view: View = USUAL) -> str:
    """Write out/NAME-LANGUAGE-WxH.png for every page; what was written, in words. view: as a visitor may have it."""
    application = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GalleryError(f"{out} cannot be written: {error.strerror}. Name another folder with --out.") from error
    count = 0
    with tempfile.TemporaryDirectory(prefix="consent-kiosk-") as folder:
        kiosk = Kiosk(application, settings, StateDirectory(Path(folder)), Path(folder) / "gate.sock", preview=True)
        sizes = tuple(sizes)
        kiosk.start(sizes[0])
        for width, height in sizes:
            kiosk.window.resize(width, height)
            for name, tag in show_all(kiosk, view):
                kiosk.window.grabWindow().save(os.fspath(out / f"{name}-{tag}-{width}x{height}.png"))
                count += 1
        kiosk.close()
    return f"{count} pictures in {out}."


def show_all(kiosk: Kiosk, view: View = USUAL) -> Iterator[tuple[str, str]]:
    """Bring up each page in each language, and yield its name and language once it has settled."""
    rules = kiosk.runner.rules
    for tag in rules.languages:
        for name, page in pages(kiosk, tag, view).items():
            show(kiosk, name, tag, page)
            QTest.qWait(SETTLED_MS)
            yield name, tag
    kiosk.runner.rules = rules


def show(kiosk: Kiosk, name: str, tag: str, page: Page) -> None:
    """Bring up one of `pages`. While nobody is there, too, the language is this one."""
    rules = kiosk.runner.rules
    kiosk.runner.rules = replace(rules, languages=(tag, *(other for other in rules.languages if other != tag)))
    kiosk.runner.state = State(page=page, touched=kiosk.runner.now() + 3600 * SECOND, broken=BROKEN.get(name, frozenset()))
    kiosk.runner.changed.emit()


def pages(kiosk: Kiosk, tag: str, view: View = USUAL) -> dict[str, Page]:
    visit, now = Visit(VISIT, tag, view), kiosk.runner.now()
    spoken = replace(visit, view=replace(view, speaking=True))

    def answered(answer: Answer, analysis: Analysis, undo: int = 10, retry: int = 20) -> Answered:
        agreed = kiosk.runner.rules.purposes if answer is Answer.YES else ()
        receipt = kiosk.back.issue_receipt(VISIT, answer, agreed)
        return Answered(visit, answer, VISIT, now + undo * SECOND, analysis, receipt, now + retry * SECOND, agreed=agreed)

    purposes = kiosk.runner.rules.purposes
    apart = {
        "notice-one-by-one": Asking(visit, choices=()),
        "yes-partly": replace(answered(Answer.YES, Analysis.ON), agreed=purposes[1:]),
    }
    return {
        **(apart if len(purposes) > 1 else {}),
        "attract": Attract(),
        "languages": Languages(visit),
        "preferences": Preferences(visit, Asking(visit)),
        "preferences-speaking": Preferences(spoken, Asking(spoken)),
        "notice": Asking(visit),
        "notice-other-way-round": Asking(replace(visit, id=OTHER_WAY_ROUND)),
        "notice-together": Asking(visit, party=2, agreed=1),
        "everything": Asking(visit, details=True),
        "yes-waiting": answered(Answer.YES, Analysis.WAITING),
        "yes-on": answered(Answer.YES, Analysis.ON),
        "yes-ambiguous": answered(Answer.YES, Analysis.AMBIGUOUS),
        "yes-ambiguous-together": replace(answered(Answer.YES, Analysis.AMBIGUOUS), party=2),
        "yes-tainted": answered(Answer.YES, Analysis.TAINTED, retry=0),
        "yes-lost": answered(Answer.YES, Analysis.LOST),
        "yes-ended": answered(Answer.YES, Analysis.LOST, retry=0),
        "yes-unconfirmed": answered(Answer.YES, Analysis.UNCONFIRMED),
        "yes-no-camera": answered(Answer.YES, Analysis.NO_CAMERA),
        "no": answered(Answer.NO, Analysis.OFF),
        "too-young": replace(answered(Answer.NO, Analysis.OFF), young=True),
        "withdrawn": answered(Answer.WITHDRAWN, Analysis.OFF, undo=0),
        "withdrawn-erased": replace(answered(Answer.WITHDRAWN, Analysis.OFF, undo=0), erased=(ERASED, NOTHING)),
        "withdrawn-unheard": answered(Answer.WITHDRAWN, Analysis.UNHEARD, undo=0),
        "code": CodePad(visit, "K7QM3"),
        **{f"code-{problem}": CodePad(visit, problem=problem) for problem in Problem},
        "recalled-yes": Recalled(visit, VISIT, Answer.YES),
        "recalled-no": Recalled(visit, VISIT, Answer.NO),
        "still-there": StillThere(Asking(visit), now + 30 * SECOND),
        "staff-pin": PinPad(Asking(visit), "123", refused=True),
        "staff-badge": PinPad(Asking(visit), named="Front desk", until=now + 20 * SECOND),
        "staff-locked": PinPad(Asking(visit), strange=True, until=now + 4 * 3600 * SECOND),
        "staff-page": StaffDesk(Asking(visit), "Front desk"),
        "staff-faults": StaffDesk(Fault(), "Front desk"),
        "staff-off": StaffDesk(Fault(), "Front desk", Duty.ZONE_OFF),
        "staff-on": StaffDesk(Asking(visit), "Front desk", Duty.ZONE_ON),
        "staff-alarm": StaffDesk(Fault(), "Front desk"),
        "staff-done": StaffDesk(Asking(visit), "Front desk", done=Duty.RESET),
        "fault": Fault(),
        "off": Fault(),
    }
