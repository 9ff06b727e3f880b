"""The Debian package: built twice, and installed, broken, mended and removed in a bare Debian of its own."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk import config

ROOT = Path(__file__).resolve().parents[2]
HOME = "/usr/lib/consent-kiosk"
STATE = "/var/lib/consent-kiosk"
SHOP = "/etc/consent-kiosk/store.toml"
AS_KIOSK = f"setpriv --reuid consent-kiosk --regid consent-gate --clear-groups env HOME={STATE}"
AS_CAMERA = "setpriv --reuid consent-camera --regid consent-gate --clear-groups env HOME=/var/lib/consent-camera"
REFUSAL = "kiosk: The package consent-kiosk is only partly installed, and nothing of it starts like this."


def test_the_package_locks_what_the_checkout_locks():
    whole = (ROOT / "packaging" / "requirements.txt").read_text()
    assert set((ROOT / "packaging" / "requirements-run.txt").read_text().splitlines()) <= set(whole.splitlines())


def test_the_package_has_no_tool_of_the_developers():
    names = re.findall(r"^([a-z0-9-]+)==", (ROOT / "packaging" / "requirements-run.txt").read_text(), re.MULTILINE)
    assert {"pyside6-essentials", "opencv-python", "cryptography"} <= set(names)
    assert not {"pytest", "ruff", "hypothesis", "playwright"} & set(names)


@pytest.mark.parametrize("name", ["kiosk", "preinst", "postinst", "prerm", "postrm"])
def test_a_script_of_the_package_can_be_parsed(name):
    script = ROOT / "packaging" / "debian" / name
    subprocess.run(["sh", "-n", script], check=True)
    assert os.access(script, os.X_OK)


def run(*command: os.PathLike | str, **options) -> str:
    """What a command printed; fails with it where the command does."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **options)
    assert done.returncode == 0, done.stdout[-6_000:]
    return done.stdout


def built(source: Path, folder: Path, umask: int) -> Path:
    """The package, built in a clone of what is committed at the source."""
    run("git", "clone", "-q", "--no-local", source, folder, umask=umask)
    run(sys.executable, folder / "packaging" / "debian" / "build.py", folder / "out", cwd="/", umask=umask, timeout=500)
    [package] = (folder / "out").iterdir()
    return package


@pytest.fixture(scope="module")
def package(needs, tmp_path_factory) -> Path:
    for tool in ("git", "dpkg-deb"):
        needs(shutil.which(tool), f"{tool} is not installed")
    return built(ROOT, tmp_path_factory.mktemp("one") / "checkout", 0o022)


class Debian:
    """A bare Debian in a folder. Its /proc is mounted in a namespace that ends with each command."""

    def __init__(self, folder: Path):
        self.folder = folder

    def start(self, script: str) -> subprocess.Popen:
        return subprocess.Popen(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c"]
            + ['mount -t proc proc "$0/proc" && exec chroot "$0" sh -euc "$1"', self.folder, script],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def tries(self, script: str) -> tuple[int, str]:
        """Exit code and words of a shell script in it, as root."""
        process = self.start(script)
        words, _ = process.communicate(timeout=400)
        return process.returncode, words

    def does(self, script: str) -> str:
        code, words = self.tries(script)
        assert code == 0, words[-6_000:]
        return words

    def takes(self, package: Path) -> str:
        """Its path inside."""
        shutil.copy(package, self.folder / "root")
        return f"/root/{package.name}"


@pytest.fixture(scope="module")
def debian(needs, package) -> Iterator[Debian]:
    """With the package installed by apt."""
    if os.geteuid() != 0:
        pytest.skip("only root can make a Debian in a folder")
    debootstrap = needs(shutil.which("debootstrap"), "debootstrap is not installed")
    release = re.search(r"^VERSION_CODENAME=(\w+)", Path("/etc/os-release").read_text(), re.MULTILINE)[1]
    targets = run("apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME) $(COMPONENT)", "Created-By: Packages")
    mirrors = [line.split()[0] for line in targets.splitlines() if line.split()[1:] == [release, "main"]]
    needs(mirrors, f"apt knows no mirror of {release}")
    folder = Path(tempfile.mkdtemp(prefix="deb-"))
    try:
        folder.chmod(0o755)
        run("unshare", "--mount", debootstrap, "--variant=minbase", release, folder, mirrors[0], timeout=500)
        debian = Debian(folder)
        file = debian.takes(package)
        debian.installing = debian.does(f"apt-get -qq update; apt-get -qq install -y --no-install-recommends {file} </dev/null")
        yield debian
    finally:
        assert str(folder) not in Path("/proc/self/mounts").read_text()
        shutil.rmtree(folder)


@pytest.fixture
def other(debian, tmp_path) -> Callable[[str], str]:
    """`other("9")`: the same package under another version, as a path inside the Debian."""

    def make(version: str) -> str:
        fresh = tmp_path / "fresh"
        [file] = sorted((debian.folder / "root").glob("consent-kiosk_0*.deb"))
        old = run("dpkg-deb", "--field", file, "Version").strip()
        run("dpkg-deb", "--raw-extract", file, fresh)
        for name in ("DEBIAN/control", "DEBIAN/postinst", "usr/lib/consent-kiosk/bin/kiosk"):
            path = fresh / name
            assert old in path.read_text()
            path.write_text(path.read_text().replace(old, version))
        sums = fresh / "DEBIAN" / "md5sums"
        sums.write_text("".join(line for line in sums.read_text().splitlines(True) if "bin/kiosk" not in line))
        target = debian.folder / "root" / f"other_{version}.deb"
        run("dpkg-deb", "--root-owner-group", "-Znone", "--build", fresh, target)
        shutil.rmtree(fresh)
        return f"/root/{target.name}"

    return make


@pytest.mark.slow
def test_two_builds_are_the_same_bytes(package, tmp_path):
    again = built(package.parents[1], tmp_path / "an" / "other" / "folder", 0o077)
    assert again.name == package.name
    same = again.read_bytes() == package.read_bytes()
    if not same:
        for each, file in (("one", package), ("two", again)):
            run("dpkg-deb", "--raw-extract", file, tmp_path / each)
        print(run("sh", "-c", f"diff -rq {tmp_path}/one {tmp_path}/two | head -20; true"))
    assert same


@pytest.mark.slow
def test_installing_makes_accounts_and_directories_and_what_a_shop_starts_from(debian):
    assert "kiosk notice check" in debian.installing
    assert "(y/n)" not in debian.installing
    assert debian.does("kiosk --version").startswith("kiosk, version ")
    assert debian.does("dpkg --verify consent-kiosk; dpkg --audit") == ""
    listed = debian.does(f"stat -c '%a %U:%G %n' {STATE} {STATE}/* /var/lib/consent-camera /etc/consent-kiosk {SHOP}")
    assert listed.splitlines() == [
        f"700 consent-kiosk:consent-gate {STATE}",
        f"600 consent-kiosk:consent-gate {STATE}/receipt-key.pem",
        f"644 consent-kiosk:consent-gate {STATE}/receipt-key.pub.pem",
        "700 consent-camera:consent-gate /var/lib/consent-camera",
        "755 root:root /etc/consent-kiosk",
        f"640 root:consent-gate {SHOP}",
    ]
    assert debian.does(f"cat {SHOP}") == config.TEMPLATE
    accounts = dict(line.split(":", 1) for line in debian.does("cat /etc/passwd").splitlines())
    assert all(accounts[each].endswith(":/usr/sbin/nologin") for each in ("consent-kiosk", "consent-camera"))
    strange = debian.does(
        "dpkg -L consent-kiosk | xargs -d '\\n' stat -c '%A %U:%G %n'"
        " | grep -Ev '^([d-]rwxr-xr-x|-rw-r--r--|lrwxrwxrwx) root:root ' || true"
    )
    assert strange == ""


@pytest.mark.slow
def test_systemd_accepts_the_units_as_they_are_installed(debian):
    units = "consent-kiosk.service consent-camera.service"
    assert debian.does(f"systemd-analyze verify --man=no {units} 2>&1 | grep consent- || true") == ""
    assert debian.does(f"systemctl is-enabled {units}").split() == ["enabled", "enabled"]


@pytest.mark.slow
def test_the_installed_kiosk_and_camera_run_under_their_accounts(debian):
    words = debian.does(f"""
        cp {SHOP} /root/store.toml
        cat >{SHOP} <<'END'\n{config.DEMONSTRATION}\nEND
        install -d -m 0750 -o consent-kiosk -g consent-gate /run/consent-kiosk
        {AS_KIOSK} QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software \\
            kiosk run --config {SHOP} --state {STATE} --socket /run/consent-kiosk/gate.sock &
        kiosk=$!
        for each in $(seq 300); do [ -S /run/consent-kiosk/gate.sock ] && break; sleep 0.1; done
        {AS_CAMERA} timeout 6 kiosk -v camera --source scene --config {SHOP} --state /var/lib/consent-camera \\
            --socket /run/consent-kiosk/gate.sock --kiosk-user consent-kiosk || echo "camera $?"
        kill $kiosk; wait $kiosk || true
        mv /root/store.toml {SHOP}; chown root:consent-gate {SHOP}; chmod 0640 {SHOP}
        kiosk ledger verify --state {STATE}
        stat -c '%a %U:%G' {STATE}/ledger.db
    """)
    assert "camera 124" in words  # it ran until it was stopped
    assert "Traceback" not in words
    assert words.splitlines()[-1] == "600 consent-kiosk:consent-gate"
    assert debian.tries(f"{AS_CAMERA} cat {STATE}/ledger.db")[0] == 1


@pytest.mark.slow
def test_a_package_that_is_unpacked_and_not_configured_does_not_start(debian, other):
    kept = debian.does(f"sha256sum {STATE}/*")
    debian.does(f"dpkg --unpack {other('7')}")
    for command in ("kiosk --version", f"RUNTIME_DIRECTORY=/run {HOME}/session"):
        code, words = debian.tries(command)
        assert code == 2
        assert words.startswith(REFUSAL)
    debian.does("dpkg --configure -a")
    assert debian.does("kiosk --version").startswith("kiosk, version ")
    assert debian.does(f"sha256sum {STATE}/*") == kept


@pytest.mark.slow
def test_an_upgrade_that_is_killed_half_way_does_not_start_and_can_be_mended(debian, other):
    file = other("8")
    kept = debian.does(f"sha256sum {STATE}/*")
    new = f"{HOME}/lib/python3*/site-packages/numpy/__init__.py.dpkg-new"
    code, words = debian.tries(f"""
        dpkg -i {file} &
        for each in $(seq 6000); do ls {new} >/dev/null 2>&1 && break; sleep 0.01; done
        kill -KILL $!
        ls {new}
    """)
    assert code == 0, words
    code, words = debian.tries("kiosk --version")
    assert (code, words.startswith(REFUSAL)) == (2, True), words
    debian.does(f"dpkg --configure -a || true; dpkg -i {file}")
    assert debian.does("kiosk --version").startswith("kiosk, version ")
    assert debian.does("dpkg --audit") == ""
    assert debian.does(f"find {HOME} -name '*.dpkg-*'") == ""
    assert debian.does(f"sha256sum {STATE}/*") == kept


@pytest.mark.slow
def test_nothing_deletes_evidence_but_a_shop_that_says_so(debian, other):
    file = other("9")
    debian.does(f"dpkg -i {file}; echo '# ours' >>{SHOP}; : >>{STATE}/ledger.db")
    kept = debian.does(f"sha256sum {STATE}/* {SHOP}")

    debian.does("dpkg --remove consent-kiosk")
    assert debian.tries(f"ls -d {HOME}")[0] != 0
    assert debian.does(f"sha256sum {STATE}/* {SHOP}") == kept

    debian.does(f"dpkg -i {file}")
    assert debian.does(f"sha256sum {STATE}/* {SHOP}") == kept

    said = debian.does("dpkg --purge consent-kiosk")
    assert f"rm -rf {STATE} /var/lib/consent-camera" in said
    assert debian.tries("ls -d /etc/consent-kiosk")[0] != 0
    assert debian.does("find /etc/systemd /var/lib/systemd -name 'consent-*'") == ""
    assert debian.does(f"sha256sum {STATE}/*") == "".join(line for line in kept.splitlines(True) if SHOP not in line)

    debian.does(f"dpkg -i {file}; touch /etc/consent-kiosk/delete-evidence")
    assert "were kept" not in debian.does("dpkg --purge consent-kiosk")
    assert debian.does("find /var/lib /etc /usr/lib -maxdepth 1 -name 'consent-*'") == ""
