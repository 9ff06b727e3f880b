"""Writes the bill of materials of what ships, as CycloneDX JSON: the same bytes for the same versions. sbom.py [FILE]"""

import hashlib
import re
import sys
import uuid
from importlib.metadata import Distribution, distribution
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from licences import PROJECT, LicenceError, licence, needs, shipped
from packageurl import PackageURL
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "packaging" / "requirements.txt"
FONTS = ROOT / "assets" / "fonts"
OUT = ROOT / "build" / "sbom.cdx.json"
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://cyclonedx.org/")


class SbomError(ValueError):
    """What is installed is not what is locked; the message names the package and the next step."""


def locked() -> dict[tuple[str, str], list[str]]:
    """(name, version) -> the SHA-256 of each file that may be installed for it."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in LOCK.read_text(encoding="utf-8").splitlines():
        if pinned := re.match(r"([a-z0-9-]+)==(\S+)", line):
            found[pinned[1], pinned[2]] = hashes = []
        elif line.strip().startswith("--hash=sha256:"):
            hashes.append(line.strip(" \\").removeprefix("--hash=sha256:"))
    return found


def component(package: Distribution, lock: dict[tuple[str, str], list[str]]) -> Component:
    """Raises SbomError, LicenceError."""
    name, version = canonicalize_name(package.name), package.version
    if (name, version) not in lock:
        raise SbomError(f"{name} {version} is installed and not in {LOCK.name}. Run make setup, or make lock after a change.")
    purl = PackageURL("pypi", None, name, version)
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version,
        bom_ref=str(purl),
        purl=purl,
        licenses=[LicenseFactory().make_from_string(licence(package))],
        properties=[Property(name="kiosk:locked:sha256", value=each) for each in sorted(lock[name, version])],
    )


def font(path: Path) -> Component:
    hash = hashlib.sha256(path.read_bytes()).hexdigest()
    return Component(
        type=ComponentType.FILE,
        name=path.name,
        bom_ref=f"font:{path.name}",
        licenses=[LicenseFactory().make_from_string("OFL-1.1")],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=hash)],
    )


def bill() -> str:
    """The JSON. It has no time in it, and a serial number that its content gives. Raises SbomError, LicenceError."""
    packages, lock = shipped(), locked()
    parts = {canonicalize_name(package.name): component(package, lock) for package in packages}
    fonts = [font(path) for path in sorted(FONTS.glob("*.?tf"))]
    kiosk = Component(
        type=ComponentType.APPLICATION,
        name=PROJECT,
        version=distribution(PROJECT).version,
        bom_ref=PROJECT,
        licenses=[LicenseFactory().make_from_string("Apache-2.0")],
    )
    bom = Bom(components=[*parts.values(), *fonts], serial_number=NAMESPACE)
    bom.metadata.component, bom.metadata.timestamp = kiosk, None
    bom.register_dependency(kiosk, [*(parts[name] for name in sorted(set(needs(distribution(PROJECT))))), *fonts])
    for package in packages:
        bom.register_dependency(parts[canonicalize_name(package.name)], [parts[name] for name in sorted(set(needs(package)))])
    bom.serial_number = uuid.uuid5(NAMESPACE, JsonV1Dot6(bom).output_as_string())
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


if __name__ == "__main__":
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    try:
        text = bill()
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")
    except (LicenceError, SbomError, OSError) as error:
        sys.exit(f"sbom: {error}")
    print(f"Wrote {out}.")
