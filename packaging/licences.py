"""Writes the table in packaging/LICENSES.md: the licence of each package that ships with the kiosk, and where its text lies."""

import os
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "packaging" / "LICENSES.md"
PROJECT = "consent-kiosk"
START, END = "<!-- made by packaging/licences.py -->", "<!-- until here -->"
ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-0", "MIT-CMU", "PSF-2.0", "Zlib"),
    *("LGPL-2.1-or-later", "LGPL-3.0-only"),  # as long as each library is a file of its own, which anybody can replace
    "OFL-1.1",
}
IN_SPDX = {"BSD": "BSD-3-Clause", "Apache License, Version 2.0": "Apache-2.0"}  # what older metadata say
BY_THEIR_TEXTS = {  # where the metadata say less than the texts, or another thing
    "click-default-group": "BSD-3-Clause",
    "opencv-python": "Apache-2.0 AND MIT AND LGPL-2.1-or-later AND LGPL-3.0-only",
}
WITHOUT_TEXT = "`/usr/share/common-licenses/LGPL-3` on Debian and Ubuntu; the wheel has none"
QT = ("QtCore", "QtGui", "QtNetwork", "QtQml", "QtQuick", "QtSvg", "QtTest", "QtTextToSpeech")
"""The modules of Qt that the kiosk may use: each is there under the LGPL."""
ONLY_GPL = (
    *("QtCharts", "QtCoap", "QtDataVisualization", "QtGraphs", "QtHttpServer", "QtLottie", "QtMqtt", "QtNetworkAuth"),
    *("QtQuick3D", "QtQuickTimeline", "QtShaderTools", "QtVirtualKeyboard", "QtWaylandCompositor"),
)
"""Modules of Qt that are there under the GPL alone, or for money."""


class LicenceError(ValueError):
    """It cannot be said under which licence something is; the message names it, the reason and the next step."""


def shipped() -> list[Distribution]:
    """The packages that the kiosk needs to run, here, by name; not the kiosk itself."""
    found: dict[str, Distribution] = {}
    waiting = list(needs(distribution(PROJECT)))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = distribution(name)
            waiting += needs(found[name])
    return [found[name] for name in sorted(found)]


def needs(package: Distribution) -> Iterator[str]:
    """The names of what a package requires on this machine, without its extras."""
    for each in map(Requirement, package.requires or ()):
        if each.marker is None or each.marker.evaluate({"extra": ""}):
            yield canonicalize_name(each.name)


def licence(package: Distribution) -> str:
    """Its SPDX expression. Raises LicenceError."""
    metadata, name = package.metadata, canonicalize_name(package.name)
    said = BY_THEIR_TEXTS.get(name) or metadata.get("License-Expression") or metadata.get("License") or "nothing"
    try:
        return canonicalize_license_expression(IN_SPDX.get(said, said))
    except InvalidLicenseExpression as error:
        raise LicenceError(
            f"{name} says {said!r:.60} of its licence, which is no SPDX expression. Read its text, then enter it in "
            "packaging/licences.py: BY_THEIR_TEXTS."
        ) from error


def allowed(expression: str) -> bool:
    """May it ship? Of alternatives one has to be allowed, of what holds together all. Raises LicenceError for parentheses."""
    if "(" in expression:
        raise LicenceError(f"{expression!r}: no parentheses are read here. Enter it without under BY_THEIR_TEXTS.")
    return any(ALLOWED.issuperset(way.split(" AND ")) for way in expression.split(" OR "))


def texts(package: Distribution) -> list[Path]:
    """The files with its licences, below site-packages."""
    named = re.compile(r"(LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE)
    return [Path(str(file)) for file in package.files or () if ".dist-info" in str(file) and named.search(file.name)]


def place(package: Distribution) -> str:
    """Where its texts lie, in words that hold for any version."""
    found = texts(package)
    if not found:
        return WITHOUT_TEXT
    folder = Path(os.path.commonpath(found))
    _, *rest = folder.parts
    inside = "/".join((*rest, "")) if folder not in found else "/".join(rest)
    return f"`{folder.parts[0].partition('-')[0]}-*.dist-info/{inside}`"


def table() -> str:
    """Of the packages, in Markdown. Raises LicenceError for what may not ship."""
    rows = ["| package | licence | its text |", "|---|---|---|"]
    for package in shipped():
        said = licence(package)
        if not allowed(said):
            raise LicenceError(
                f"{package.name} is under {said}, which is not among ALLOWED in packaging/licences.py. Do without it, "
                "or have somebody who may decide that add it there."
            )
        rows.append(f"| {canonicalize_name(package.name)} | {said} | {place(package)} |")
    return "\n".join(rows)


def page() -> str:
    """LICENSES.md with the table of now. Raises LicenceError."""
    before, start, rest = PAGE.read_text(encoding="utf-8").partition(START)
    _, end, after = rest.partition(END)
    return f"{before}{start}\n{table()}\n{end}{after}"


if __name__ == "__main__":
    try:
        PAGE.write_text(page(), encoding="utf-8")
    except LicenceError as error:
        sys.exit(f"licences: {error}")
