"""ACCESSIBILITY.md from conformance.toml and the tests that name its clauses: `make accessibility`. --check only compares."""

import argparse
import os
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
CLAUSES, PAGE = HERE / "conformance.toml", HERE / "ACCESSIBILITY.md"
MARKER = "meets"
STANDARDS = {
    "EN 301 549": "EN 301 549 V3.2.1 (2021-03), for a closed kiosk",
    "508": "Section 508 of the Rehabilitation Act, revised (36 CFR 1194, appendix C)",
    "WCAG": "WCAG 2.2, as WCAG2ICT applies it to software with closed functionality",
}
REASONS = {
    "not_applicable": "does not apply",
    "not_met": "**NOT MET**",
    "installation": "depends on the installation",
}
HEAD = """\
# Accessibility: what is met, and how that is known

Written by `make accessibility` from [conformance.toml](conformance.toml) and the tests that name its clauses; do not edit it.
The clauses are told in our own words: the standards' texts are what counts. This is the maker's own statement on the software,
not a certificate. "Met" means that the tests named show it, on the real screens, drawn without a display; no test with disabled
people was made. Reach, keys that can be felt, speaker, headset socket, floor and knee space depend on the installation.

"""


class ConformanceError(ValueError):
    """The clauses and the tests do not fit together: one line for each fault, with the clause and what to do."""


@dataclass(frozen=True)
class Clause:
    """asks: in our own words; reason: one of REASONS and why, where no test shows it; limits: of what its tests show."""

    name: str
    asks: str
    reason: tuple[str, str] | None
    limits: str
    level: str


class Markers:
    """A pytest plugin that keeps which test names which clause: {clause: [path::function]}."""

    def __init__(self) -> None:
        self.tests: dict[str, list[str]] = defaultdict(list)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            test = item.nodeid.partition("[")[0]
            for mark in item.iter_markers(MARKER):
                for clause in mark.args:
                    if test not in self.tests[clause]:
                        self.tests[clause].append(test)


def read(path: Path = CLAUSES) -> dict[str, list[Clause]]:
    """{standard: its clauses, in order}. Raises ConformanceError."""
    standards, wrong = {}, []
    for standard, clauses in tomllib.loads(path.read_text(encoding="utf-8")).items():
        standards[standard] = []
        for number, told in clauses.items():
            name = f"{standard} {number}"
            reasons = [(kind, told[kind]) for kind in REASONS if kind in told]
            if unknown := told.keys() - {"asks", "limits", "level", *REASONS}:
                wrong.append(f"{name}: {', '.join(sorted(unknown))} is nothing that this file knows.")
            if len(reasons) > 1 or (reasons and "limits" in told) or not told.get("asks"):
                wrong.append(f"{name}: needs what it asks, and one reason at most; limits only where tests show it.")
            reason = reasons[0] if reasons else None
            standards[standard].append(
                Clause(name, told.get("asks", ""), reason, told.get("limits", ""), told.get("level", ""))
            )
    if wrong:
        raise ConformanceError("\n".join(wrong))
    return standards


def collect(folder: Path) -> dict[str, list[str]]:
    """{clause: the tests that name it}, by collecting them. Raises ConformanceError where they cannot be."""
    markers = Markers()
    os.environ.pop("PYTEST_ADDOPTS", None)  # whoever runs the tests may have options that only a terminal knows
    options = ["--collect-only", "-p", "no:terminal", "-p", "no:cacheprovider"]
    if code := pytest.main([*options, str(folder)], plugins=[markers]):
        raise ConformanceError(f"The tests in {folder} cannot be collected (pytest ends with {int(code)}): mend them first.")
    return dict(markers.tests)


def page(standards: dict[str, list[Clause]], tests: dict[str, list[str]]) -> str:
    """ACCESSIBILITY.md. Raises ConformanceError."""
    known = {clause.name: clause for clauses in standards.values() for clause in clauses}
    wrong = [
        f"{name}: named by {', '.join(tests[name])}, and not in conformance.toml." for name in sorted(tests.keys() - known)
    ]
    for name, clause in known.items():
        if clause.reason and name in tests:
            wrong.append(f"{name}: has a reason, and {', '.join(tests[name])} says it is met. Take one of them away.")
        if not clause.reason and name not in tests:
            wrong.append(f"{name}: neither a test names it, nor is there a reason. Give it one of {', '.join(REASONS)}.")
    if wrong:
        raise ConformanceError("\n".join(wrong))
    return HEAD + "\n".join(_table(standard, clauses, tests) for standard, clauses in standards.items())


def _table(standard: str, clauses: Iterable[Clause], tests: dict[str, list[str]]) -> str:
    clauses = list(clauses)
    counts = {kind: sum(1 for clause in clauses if clause.reason and clause.reason[0] == kind) for kind in REASONS}
    met = len(clauses) - sum(counts.values())
    summary = ", ".join([f"{met} met", *(f"{count} {REASONS[kind].strip('*').lower()}" for kind, count in counts.items())])
    lines = [f"## {STANDARDS[standard]}", "", f"{len(clauses)} clauses: {summary}.", "", "| clause | asks | |", "|---|---|---|"]
    for clause in clauses:
        number = clause.name.removeprefix(f"{standard} ") + (f" ({clause.level})" if clause.level else "")
        lines.append(f"| {number} | {clause.asks} | {_answer(clause, tests.get(clause.name, []))} |")
    return "\n".join([*lines, ""])


def _answer(clause: Clause, tests: list[str]) -> str:
    if clause.reason:
        kind, why = clause.reason
        return f"{REASONS[kind]}: {why}"
    named = ", ".join(f"[{test.split('::')[-1]}](../{test.split('::')[0]})" for test in sorted(tests))
    return f"met: {named}" + (f". {clause.limits}" if clause.limits else "")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 where the page is out of date")
    check = parser.parse_args().check
    try:
        text = page(read(), collect(ROOT / "tests"))
    except ConformanceError as error:
        print(error, file=sys.stderr)
        return 1
    if not check:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        print(f"{PAGE} is out of date. Write it anew: make accessibility", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
