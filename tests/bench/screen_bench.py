"""How quick the screens are, beside a plain QML window of the same run: `python tests/bench/screen_bench.py [--quick]`.

On the software renderer, with no display: the slowest that a kiosk can have. Nothing is compared with a fixed number; what the
design aims at is said beside what was found. The exit code is 1 only where something itself broke: a touch led elsewhere, no
frame came, or files stay open after a visit.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from gate_bench import MS, SCREEN, Broke, Cast, Place, Report, Role, machine, on_disk, spread, start, table

HERE = Path(__file__).resolve().parent
FLOOR = "a plain QML window"
FEEDBACK_MS, PAGE_MS, FRAME_MS, STARTS = 50, 100, 1_000 / 60, 3
CONTROLS = ("yes", "no", "language")
PAGES = {
    "language-en": "poster -> question",
    "no": "question -> answer",
    "done": "answer -> poster",
    "receipt": "poster -> code",
    "language": "question -> languages",
    "preferences": "question -> preferences",
}
TONGUES = ("en", "zh-Hans", "ar", "hi", "ja", "ru", "en")  # each after the one before: another script each time
BATCH = 20  # visits, between two answers
TENTH = 10


@dataclass(frozen=True)
class Effort:
    """How often each thing is done."""

    feedback: int = 40
    pages: int = 20
    tongues: int = 10
    starts: int = 9
    visits: int = 10_000


QUICK = Effort(feedback=3, pages=2, tongues=1, starts=2, visits=40)


@dataclass
class Aims:
    lines: list[str] = field(default_factory=list)

    def within(self, name: str, values: list[float], aim: float, floors: list[float]) -> None:
        share = lambda each: 100 * sum(value <= aim for value in each) / len(each)  # noqa: E731
        self.lines.append(f"{name}: {share(values):.0f} % within {aim:.1f} ms (the floor: {share(floors):.0f} %).")


def touched(report: Report, aims: Aims, kiosk: Role, plain: Role, effort: Effort) -> None:
    took: dict[str, list[float]] = {name: [] for name in CONTROLS}
    floors = []
    for _ in range(effort.feedback):
        floors.append(plain.ask("feedback")["ns"] / MS)
        for name in CONTROLS:
            took[name].append(kiosk.ask(f"feedback {name}")["ns"] / MS)
    for name in CONTROLS:
        report.add(f"touch -> {name!r} drawn pressed", "ms", took[name], FLOOR, floors)
    aims.within("Touch -> drawn pressed", [each for those in took.values() for each in those], FEEDBACK_MS, floors)


def turned(report: Report, aims: Aims, kiosk: Role, plain: Role, effort: Effort) -> None:
    changes = {f"touch -> {name}": (effort.pages, f"page {touch}") for touch, name in PAGES.items()}
    spoken = [tag for tag in TONGUES if tag in kiosk.ready["languages"]]
    if missing := sorted({*TONGUES} - {*spoken}):
        report.notes.append(f"Not offered here, and not measured: {', '.join(missing)}.")
    for before, after in pairwise(spoken):
        changes[f"touch -> {before} becomes {after}"] = effort.tongues, f"language {before} {after}"
    firsts, floors, frames, plains = [], [], [], []
    for name, (rounds, order) in changes.items():
        took, beneath = [], []
        for _ in range(rounds):
            beneath.append(plain.ask("page"))
            took.append(kiosk.ask(order))
        first, floor = ([each["first"] / MS for each in those] for those in (took, beneath))
        report.add(f"{name}, first frame", "ms", first, FLOOR, floor)
        if order.startswith("page"):
            report.add(
                f"{name}, last frame",
                "ms",
                *([each["last"] / MS for each in took], FLOOR, [each["last"] / MS for each in beneath]),
            )
        firsts, floors, frames, plains = firsts + first, floors + floor, frames + took, plains + beneath
    aims.within("Touch -> first frame of the new page", firsts, PAGE_MS, floors)
    for key, name in {"paint": "a frame, painted", "between": "a frame, since the one before"}.items():
        mine, theirs = ([ns / MS for each in those for ns in each[key]] for those in (frames, plains))
        report.add(f"{name}, in motion", "ms", mine, FLOOR, theirs)
        aims.within(f"In motion, {name}", mine, FRAME_MS if key == "paint" else 2 * FRAME_MS, theirs)


def started(report: Report, aims: Aims, place: Place, rounds: int) -> None:
    """The first frame of a process, which is touched as soon as it is there. The first round only warms the disk's cache."""
    took, floors = [], []
    for number in range(rounds + 1):
        floor, mine = started_anew("window"), started_anew("run", place.state, place.socket)
        if number:
            floors.append(floor)
            took.append(mine)
    names = {"at": "", "felt": ", touched at once -> drawn pressed", "page": ", let go -> first frame of the next page"}
    for key, name in names.items():
        mine, theirs = ([each[key] for each in those] for those in (took, floors))
        report.add(f"kiosk run, first frame{name}", "ms", mine, f"{FLOOR}'s", theirs)
        if key == "at":
            ratio = spread(mine)["p50"] / spread(theirs)["p50"]
            aims.lines.append(f"First frame of kiosk run: {ratio:.1f} times a plain window's (aim: {STARTS}).")
        if key == "felt":
            aims.within("First frame touched -> drawn pressed", mine, FEEDBACK_MS, theirs)


def started_anew(*call: object) -> dict[str, float]:
    """Milliseconds: from the start of a process to its first frame; from a touch there to the frame that shows it; from its end
    to the first frame of the page that it leads to."""
    began = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    child = start(
        [sys.executable, os.fspath(HERE / "screen_end.py"), *map(str, call)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **SCREEN},
    )
    try:
        out, error = child.communicate(timeout=60)
    except subprocess.TimeoutExpired as late:
        child.kill()
        child.communicate()
        raise Broke(f"{call[0]} showed nothing within a minute.") from late
    if not out:
        raise Broke(f"{call[0]} showed nothing: {error.decode(errors='replace').strip()[-300:]}")
    told = json.loads(out)
    return {"at": (told["at"] - began) / MS, "felt": told["felt"] / MS, "page": told["page"] / MS}


def held(report: Report, aims: Aims, kiosk: Role, visits: int) -> list[dict[str, Any]]:
    """What the process holds after a tenth of the visits, and after all."""
    marks, done, told = (visits // TENTH, visits), 0, []
    begun = time.monotonic()
    for mark in marks:
        while done < mark:
            number = min(BATCH, mark - done)
            now = kiosk.ask(f"visits {number}")
            done += number
        told.append({"visits": done, **now})
    early, late = told
    for key, name, unit, by in (
        ("rss", "memory", "MB", 1e6),
        ("handles", "open files", "", 1),
        ("items", "items in the window", "", 1),
        ("objects", "QObjects under the window", "", 1),
        ("python", "Python's objects", "", 1),
    ):
        report.add(
            f"{name} after {late['visits']:,} visits", unit, [late[key] / by], f"after {early['visits']:,}", [early[key] / by]
        )
    more = late["visits"] - early["visits"]
    aims.lines.append(
        f"A visit leaves {(late['rss'] - early['rss']) / more:,.0f} bytes in memory (aim: none) and "
        f"{(late['ledger'] - early['ledger']) / more:,.0f} in the ledger, in {(late['records'] - early['records']) / more:.1f} "
        f"records; {done:,} visits took {time.monotonic() - begun:.0f} s."
    )
    if late["handles"] > early["handles"]:
        raise Broke(f"{late['handles'] - early['handles']} files were left open by {more:,} visits.")
    return told


def measure(report: Report, aims: Aims, folder: Path, effort: Effort) -> list[dict[str, Any]]:
    place = Place(folder / "screens")
    started(report, aims, place, effort.starts)
    with Cast() as cast:
        kiosk, plain = cast.join(("screen_end.py", "kiosk", place.state, place.socket), ("screen_end.py", "plain"))
        touched(report, aims, kiosk, plain, effort)
        turned(report, aims, kiosk, plain, effort)
        cast.part([plain])
        return held(report, aims, kiosk, effort.visits)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument(
        "--quick", action="store_true", help=f"few rounds, and {QUICK.visits} visits instead of {Effort.visits:,}"
    )
    arguments.add_argument("--visits", type=int, metavar="N", help="so many visits")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="write the figures here as well")
    given = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    effort, began = QUICK if given.quick else Effort(), time.monotonic()
    effort = replace(effort, visits=given.visits) if given.visits else effort
    report, aims, broke, memory = Report(), Aims(), "", []
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-", dir=on_disk()) as folder:
        about = f"{machine(Path(folder))}, software renderer, {effort.visits:,} visits"
        print(about, flush=True)
        try:
            memory = measure(report, aims, Path(folder), effort)
        except Broke as error:
            broke = str(error)
        except KeyboardInterrupt:
            return 130
    seconds = time.monotonic() - began
    print(table(report.figures), *aims.lines, *report.notes, f"{seconds:.0f} s.", sep="\n")
    if given.json:
        content = {"machine": about, "quick": given.quick, "seconds": seconds, "broke": broke, "held": memory}
        figures = [figure.told() for figure in report.figures]
        told = {**content, "figures": figures, "aims": aims.lines, "notes": report.notes}
        given.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    if broke:
        print(f"Broken: {broke}", file=sys.stderr)
    return 1 if broke else 0


if __name__ == "__main__":
    sys.exit(main())
