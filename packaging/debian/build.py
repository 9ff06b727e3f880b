"""Builds dist/consent-kiosk_VERSION_ARCH.deb from what is committed: the same bytes wherever, and as often as it is built."""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
HOME = Path("usr/lib/consent-kiosk")
PYTHON = f"python3.{sys.version_info.minor}"
INSTALLED = {  # what of the checkout lies where, and its mode
    "packaging/debian/kiosk": (HOME / "bin/kiosk", 0o755),
    "packaging/cage/session": (HOME / "session", 0o755),
    "packaging/systemd/consent-kiosk.service": ("usr/lib/systemd/system/consent-kiosk.service", 0o644),
    "packaging/systemd/consent-camera.service": ("usr/lib/systemd/system/consent-camera.service", 0o644),
    "packaging/systemd/sysusers.conf": ("usr/lib/sysusers.d/consent-kiosk.conf", 0o644),
    "packaging/systemd/tmpfiles.conf": ("usr/lib/tmpfiles.d/consent-kiosk.conf", 0o644),
    "packaging/systemd/udev.rules": ("usr/lib/udev/rules.d/72-consent-kiosk.rules", 0o644),
    "packaging/README.md": ("usr/share/doc/consent-kiosk/README.md", 0o644),
    "packaging/LICENSES.md": ("usr/share/doc/consent-kiosk/LICENSES.md", 0o644),
    "packaging/THREATS.md": ("usr/share/doc/consent-kiosk/THREATS.md", 0o644),
    "packaging/debian/copyright": ("usr/share/doc/consent-kiosk/copyright", 0o644),
}
SCRIPTS = ("preinst", "postinst", "prerm", "postrm")

# Of Qt the kiosk needs these, what its own imports name, and the libraries that any of them is linked to.
PLUGINS = (
    *("egldeviceintegrations", "iconengines", "imageformats", "platforminputcontexts", "platforms", "texttospeech"),
    *("wayland-graphics-integration-client", "wayland-shell-integration", "xcbglintegrations"),
)
QML = (
    *("QtCore", "QtQml/Models", "QtQml/WorkerScript", "QtQml/qmldir", "QtQml/libqmlplugin.so"),
    *("QtQuick/Shapes", "QtQuick/Window", "QtQuick/qmldir", "QtQuick/libqtquick2plugin.so"),
)
QT = ("qml", "plugins", "lib")
NEVER = ("libqpdf.so", "libqtexttospeech_mock.so", "libqtvirtualkeyboardplugin.so")  # the last one is under the GPL alone


def run(*command: object, **options) -> subprocess.CompletedProcess:
    """Run a command that has to succeed; ends the build with its name where it does not."""
    try:
        return subprocess.run([str(part) for part in command], check=True, **options)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"deb: {error}")


def git(*command: str) -> bytes:
    return run("git", "-C", ROOT, *command, stdout=subprocess.PIPE).stdout


def version(moment: int) -> str:
    """Of the package: the kiosk's own where the commit is tagged with it, else one that comes before and grows with time."""
    own = re.search(r'__version__ = "(.+)"', git("show", "HEAD:kiosk/__init__.py").decode())[1]
    if f"v{own}" in git("tag", "--points-at", "HEAD").decode().split():
        return own
    commit = git("rev-parse", "--short=12", "HEAD").decode().strip()
    return f"{own}~{moment}.g{commit}"


def install(tree: Path, site: Path) -> None:
    """The locked wheels and the kiosk itself, without what no import needs."""
    pip = (sys.executable, "-m", "pip", "-q", "--disable-pip-version-check")
    target = ("--no-compile", "--no-warn-script-location", "--target", site)
    locked = tree / "packaging" / "requirements-run.txt"
    run(*pip, "install", *target, "--only-binary", ":all:", "--require-hashes", "-r", locked)
    for words in sorted((tree / "translations").glob("*.ts")):
        run(
            shutil.which("pyside6-lrelease", path=Path(sys.executable).parent),
            "-silent",
            words,
            "-qm",
            words.with_suffix(".qm"),
        )
        words.unlink()
    shutil.rmtree(site / "bin")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", tree / "wheel", tree)
    run(*pip, "install", *target, "--no-deps", *(tree / "wheel").glob("*.whl"))
    shutil.rmtree(site / "bin")
    shutil.rmtree(site / "pip")
    for each in sorted(site.glob("*.dist-info")):
        if each.name.startswith("pip-"):
            shutil.rmtree(each)
            continue
        for record in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json"):  # pip's own book-keeping: dpkg has its own
            (each / record).unlink(missing_ok=True)
    trim(site, {name for each in (tree / "kiosk").rglob("*.py") for name in re.findall(r"PySide6\.(Qt\w+)", each.read_text())})


def trim(site: Path, modules: set[str]) -> None:
    """Leave of PySide6 the modules named, what QML and the platform load by themselves, and what those import or link to."""
    pyside = site / "PySide6"
    qt = pyside / "Qt"
    modules, more = set(), modules
    while more := more - modules:
        modules |= more
        stubs = "".join((pyside / f"{each}.pyi").read_text() for each in sorted(more))
        more = set(re.findall(r"^(?:import|from) PySide6\.(Qt\w+)", stubs, re.MULTILINE))
    for each in sorted(pyside.iterdir()):
        if each.is_dir() and each.name not in ("Qt", "support"):
            shutil.rmtree(each)
        elif each.is_file() and not each.name.endswith(".py") and ".so" not in each.name:
            each.unlink()
    for each in sorted(qt.iterdir()):
        if each.name not in QT:
            shutil.rmtree(each)
    for each in sorted((qt / "plugins").iterdir()):
        if each.name not in PLUGINS:
            shutil.rmtree(each)
    for each in sorted((qt / "qml").rglob("*")):
        inside = each.relative_to(qt / "qml")
        if each.is_file() and not any(inside.is_relative_to(kept) for kept in QML):
            each.unlink()
    for each in NEVER:
        for found in sorted(qt.rglob(each)):
            found.unlink()

    roots = {each for folder in (qt / "plugins", qt / "qml") for each in folder.rglob("*.so")}
    for each in sorted(pyside.glob("Qt*.abi3.so")):
        if each.name.removesuffix(".abi3.so") in modules:
            roots.add(each)
        else:
            each.unlink()
    roots |= set(pyside.glob("libpyside6*.so.*"))
    listed = run(
        "ldd",
        *sorted(roots),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LC_ALL": "C", "PATH": os.environ["PATH"]},
    )
    linked = {os.path.realpath(path) for path in re.findall(r"=> (/\S+)", listed.stdout.decode())}
    for each in sorted((qt / "lib").rglob("*")):
        if each.is_file() and os.path.realpath(each) not in linked:
            each.unlink()
    for folder in sorted((each for each in qt.rglob("*") if each.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def depends() -> str:
    """Debian's packages that the wheels need, as the bootstrap lists them, and those of the session on tty1."""
    libraries = re.search(r"libraries='\n(.+?)'", (ROOT / "packaging" / "bootstrap").read_text(), re.DOTALL)[1]
    session = ("cage", "dbus", "libpam-systemd", "polkitd", "systemd", "xwayland", PYTHON)
    return ", ".join(sorted({*(line.split()[1] for line in libraries.splitlines()), *session}))


def stage(tree: Path, package: Path, number: str, moment: int) -> None:
    """Everything that the package holds, below `package`."""
    site = package / HOME / "lib" / PYTHON / "site-packages"
    site.mkdir(parents=True)
    install(tree, site)
    # In an order of its own, without the folder's name and the hash's seed: the same bytes everywhere.
    run(
        *(sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "-s", package, "-p", "/", site),
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    for source, (target, mode) in INSTALLED.items():
        place = package / target
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text((tree / source).read_text().replace("@VERSION@", number))
        place.chmod(mode)
    (package / HOME / "bin" / "python3").symlink_to(f"/usr/bin/{PYTHON}")
    (package / HOME / "pyvenv.cfg").write_text("home = /usr/bin\ninclude-system-site-packages = false\n")
    (package / "usr/bin").mkdir()
    (package / "usr/bin/kiosk").symlink_to(f"/{HOME}/bin/kiosk")
    history = gzip.compress((tree / "CHANGELOG.md").read_bytes(), mtime=moment)
    (package / "usr/share/doc/consent-kiosk/changelog.gz").write_bytes(history)

    files = sorted(each for each in package.rglob("*") if each.is_file() and not each.is_symlink())
    control = package / "DEBIAN"
    control.mkdir()
    sums = [f"{hashlib.md5(each.read_bytes()).hexdigest()}  {each.relative_to(package)}\n" for each in files]
    (control / "md5sums").write_text("".join(sums))
    architecture = run("dpkg", "--print-architecture", stdout=subprocess.PIPE, text=True).stdout.strip()
    fields = {
        "VERSION": number,
        "ARCHITECTURE": architecture,
        "SIZE": str(sum(each.stat().st_size for each in files) // 1024),
        "DEPENDS": depends(),
    }
    text = (tree / "packaging/debian/control").read_text()
    (control / "control").write_text(re.sub(r"@(\w+)@", lambda found: fields[found[1]], text))
    for name in SCRIPTS:
        (control / name).write_text((tree / "packaging/debian" / name).read_text().replace("@VERSION@", number))
        (control / name).chmod(0o755)


def settle(package: Path, moment: int) -> None:
    """One mode for what may be run and one for the rest, one time for all."""
    for each in sorted(package.rglob("*"), reverse=True):
        if not each.is_symlink():
            each.chmod(0o755 if each.is_dir() or each.stat().st_mode & 0o100 else 0o644)
        os.utime(each, (moment, moment), follow_symlinks=False)
    package.chmod(0o755)
    os.utime(package, (moment, moment))


def main(out: Path) -> None:
    os.umask(0o022)
    moment = int(os.environ.get("SOURCE_DATE_EPOCH") or git("log", "-1", "--format=%ct"))
    os.environ.update(SOURCE_DATE_EPOCH=str(moment), LC_ALL="C.UTF-8", TZ="UTC")
    number = version(moment)
    with tempfile.TemporaryDirectory(prefix="consent-kiosk-") as folder:
        tree, package = Path(folder, "tree"), Path(folder, "package")
        tree.mkdir()
        run("tar", "-x", "-C", tree, input=git("archive", "HEAD"))
        stage(tree, package, number, moment)
        settle(package, moment)
        out.mkdir(parents=True, exist_ok=True)
        run(
            "dpkg-deb",
            "--root-owner-group",
            "--uniform-compression",
            "-Zzstd",
            "-z10",
            "--build",
            package,
            out,
            stdout=subprocess.DEVNULL,
        )
    for made in sorted(out.glob(f"consent-kiosk_{number}_*.deb")):
        print(made)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist")
