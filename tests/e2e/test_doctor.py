"""Set-ups that are really broken: what `kiosk doctor` says of each, and what `kiosk run` does on it.

What the doctor calls broken keeps the cameras off: the kiosk refuses to start, or shows that it is out of order. But for two
things, which are named here: an altered record (SOUND_HEAD), and somebody else's files where root starts the kiosk.
"""

import glob
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from kiosk.config import DEMONSTRATION
from kiosk.gate import Gate, Phase
from kiosk.state import StateDirectory

from .conftest import wait

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
SPOKEN, QUIET = "enabled = true\nheadset", "enabled = false\nheadset"
STORE = re.sub(r"(?m)^languages = .*$", 'languages = ["en", "fr", "ar"]', DEMONSTRATION).replace(SPOKEN, QUIET)
STARTS = ""
SOUND_HEAD = STARTS  # only a look at every record finds it, which takes too long for a start
STATUS_SECONDS = 15


class Shop:
    """One shop's files, and the two commands on them."""

    def __init__(self, folder: Path):
        self.state = StateDirectory(folder / "state")
        self.socket = folder / "run" / "gate.sock"
        self.environment = dict(os.environ)
        self.prefix: list[object] = []
        self.squatter = socket.socket(socket.AF_UNIX)
        self.state.make()
        self.state.config.write_text(STORE, encoding="utf-8")
        self.state.signing_key()

    def command(self, name: str, *more: object) -> list[object]:
        return [sys.executable, "-m", "kiosk", name, "--state", self.state.path, "--socket", self.socket, *more]

    def doctor(self) -> tuple[int, dict[str, dict[str, Any]]]:
        """The exit code, and the checks by their names."""
        run = subprocess.run(
            [*self.prefix, *self.command("doctor", "--json")],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env=self.environment,
        )
        assert not run.stderr, run.stderr
        checks = {each["name"]: each for each in json.loads(run.stdout)["checks"]}
        for each in checks.values():
            assert bool(each["step"]) == (each["verdict"] != "ok"), each
        worst = max(("ok", "look", "broken").index(each["verdict"]) for each in checks.values())
        assert run.returncode == worst
        return run.returncode, checks

    @contextmanager
    def kiosk(self) -> Iterator[subprocess.Popen[str]]:
        """`kiosk run`, killed in the end."""
        process = subprocess.Popen(
            [*self.prefix, *self.command("run", "--windowed", "540x960")],
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment,
        )
        try:
            yield process
        finally:
            process.kill()
            process.communicate()

    def run(self) -> str:
        """Why the kiosk refuses to start; empty where it starts."""
        if self.state.status.exists():  # of one that was killed
            self.state.status.unlink()
        with self.kiosk() as process:
            end = time.monotonic() + 30
            while process.poll() is None and not self.state.status.exists():
                assert time.monotonic() < end
                time.sleep(0.05)
            if process.poll() is None:
                process.terminate()
                assert process.wait(20) == 0
                return STARTS
            assert process.returncode, "it ended by itself"
            return process.stderr.read()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    with shop.squatter:
        yield shop


@pytest.fixture(scope="module")
def _used_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shop = Shop(tmp_path_factory.mktemp("used"))
    with shop.squatter:
        assert shop.run() == STARTS
    assert shop.state.ledger.exists()
    return shop.state.path


@pytest.fixture
def used(shop: Shop, _used_state: Path) -> Shop:
    """A kiosk ran here: there is a ledger with a record."""
    shutil.copytree(_used_state, shop.state.path, dirs_exist_ok=True)
    return shop


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def misspelt(shop: Shop) -> None:
    replaced(shop.state.config, "[store]\nname =", "[store]\nnam =")


def nobody_may_be_asked(shop: Shop) -> None:
    replaced(shop.state.config, "allow_unreviewed = true", "allow_unreviewed = false")


def soon_over(shop: Shop) -> None:
    tomorrow = time.strftime("%Y-%m-%d", time.localtime(time.time() + 86_400))
    replaced(shop.state.config, "expires = 2999-12-31", f"expires = {tomorrow}")


def key_gone(shop: Shop) -> None:
    shop.state.private_key.unlink()


def both_keys_gone(shop: Shop) -> None:
    shop.state.private_key.unlink()
    shop.state.public_key.unlink()


def public_key_gone(shop: Shop) -> None:
    shop.state.public_key.unlink()


def others_private_key(shop: Shop) -> None:
    other = StateDirectory(shop.state.path.parent / "other")
    other.signing_key()
    shutil.copy(other.private_key, shop.state.private_key)


def others_pair(shop: Shop) -> None:
    others_private_key(shop)
    shutil.copy(shop.state.path.parent / "other" / "receipt-key.pub.pem", shop.state.public_key)


def open_key(shop: Shop) -> None:
    shop.state.private_key.chmod(0o644)


def open_directory(shop: Shop) -> None:
    shop.state.path.chmod(0o755)


def no_database(shop: Shop) -> None:
    shop.state.ledger.write_bytes(b"not a database, " * 100)


def ledger_gone(shop: Shop) -> None:
    shop.state.ledger.unlink()


def newer_ledger(shop: Shop) -> None:
    with closing(sqlite3.connect(shop.state.ledger)) as database, database:
        database.execute("UPDATE _sqlite_migrations SET name = 'from_the_future' WHERE name = 'proofs'")


def altered_record(shop: Shop) -> None:
    with closing(sqlite3.connect(shop.state.ledger)) as database, database:
        (trigger,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'records_no_update'").fetchone()
        database.execute("DROP TRIGGER records_no_update")
        database.execute('UPDATE records SET payload = replace(payload, \'"software":"\', \'"software":"9\') WHERE seq = 1')
        database.execute(trigger)
        assert database.total_changes


def cut_ledger(shop: Shop) -> None:
    content = shop.state.ledger.read_bytes()
    shop.state.ledger.write_bytes(content[: len(content) // 2])


def file_at_the_socket(shop: Shop) -> None:
    shop.socket.parent.mkdir()
    shop.socket.write_text("no socket")


def unknown_gate(shop: Shop) -> None:
    replaced(shop.state.config, "[gates]", '[gates]\nusers = ["nobody-has-this-name"]\n#')


def others_socket(shop: Shop) -> None:
    shop.socket.parent.mkdir()
    shop.squatter.bind(str(shop.socket))
    shop.squatter.listen()


def damaged_accounts(shop: Shop) -> None:
    shop.state.staff.write_text("[")


def wrong_display(shop: Shop) -> None:
    shop.environment |= {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"}


def copied(shop: Shop) -> Path:
    """The program somewhere else, its fonts and translations as links."""
    copy = shop.state.path.parent / "program"
    for name in ("assets/fonts", "translations"):
        (copy / name).mkdir(parents=True)
        for file in (ROOT / name).iterdir():
            (copy / name / file.name).symlink_to(file)
    for name in ("assets/notices", "assets/icons", "kiosk"):
        if (ROOT / name).exists():
            (copy / name).symlink_to(ROOT / name)
    shop.environment |= {"PYTHONPATH": str(copy), "PYTHONSAFEPATH": "1"}
    return copy


def a_font_missing(shop: Shop) -> None:
    (copied(shop) / "assets" / "fonts" / "NotoSansArabic-Regular.ttf").unlink()


def no_font_at_all(shop: Shop) -> None:
    copy = copied(shop)
    for file in (copy / "assets" / "fonts").iterdir():
        file.unlink()
    (copy / "fonts.conf").write_text(f"<fontconfig><dir>{copy / 'assets' / 'fonts'}</dir></fontconfig>")
    shop.environment |= {"FONTCONFIG_FILE": str(copy / "fonts.conf")}


def a_translation_missing(shop: Shop) -> None:
    (copied(shop) / "translations" / "kiosk_fr.qm").unlink()


def no_translation_at_all(shop: Shop) -> None:
    for file in (copied(shop) / "translations").glob("*.qm"):
        file.unlink()


# Did a kiosk run -> what is done to the set-up -> the check that names it, its verdict, its words, why `kiosk run` refuses.
BROKEN: tuple[tuple[bool, Callable[[Shop], None], str, str, str, str], ...] = (
    (False, misspelt, "config", "broken", "[store] name is missing", "[store] name is missing"),
    (False, nobody_may_be_asked, "notice", "broken", "Nobody may be asked yet", "Nobody may be asked yet"),
    (False, soon_over, "notice", "look", "the impact assessment ends", STARTS),
    (False, key_gone, "key", "broken", "cannot be read", "cannot be read"),
    (True, public_key_gone, "key", "look", "the next start makes it", STARTS),
    (True, both_keys_gone, "key", "broken", "is gone", "is not this kiosk's"),
    (False, others_private_key, "key", "broken", "are not a pair", "are not a pair"),
    (True, others_pair, "key", "broken", "not the key of this ledger", "is not this kiosk's"),
    (False, open_key, "key", "look", "could sign receipts", STARTS),
    (False, open_directory, "state", "look", "(755)", STARTS),
    (True, no_database, "ledger", "broken", "cannot be used", "cannot be used"),
    (True, ledger_gone, "ledger", "broken", "is gone", "is not the ledger that this kiosk wrote"),
    (True, newer_ledger, "ledger", "broken", "newer version", "newer version"),
    (True, cut_ledger, "ledger", "broken", "malformed", "malformed"),
    (True, altered_record, "ledger", "broken", "record 1: content, salt or leaf was altered", SOUND_HEAD),
    (False, file_at_the_socket, "socket", "broken", "is not a socket", "is not a socket"),
    (False, unknown_gate, "socket", "broken", "names somebody unknown", "names somebody unknown"),
    (False, others_socket, "socket", "broken", "which is not this kiosk", "Another kiosk already answers"),
    (False, damaged_accounts, "staff", "look", "cannot be read", STARTS),
    (False, wrong_display, "screen", "broken", "cannot be used", "could not connect to display"),
    (False, a_font_missing, "fonts", "look", "NotoSansArabic-Regular.ttf", STARTS),
    (False, no_font_at_all, "languages", "broken", "No font here can draw", "No font here can draw"),
    (False, a_translation_missing, "languages", "look", "kiosk_fr.qm", STARTS),
    (False, no_translation_at_all, "languages", "broken", "is missing, broken", "is missing, broken"),
)


@pytest.mark.parametrize(
    ("before", "harm", "name", "verdict", "words", "why"), BROKEN, ids=[each[1].__name__ for each in BROKEN]
)
def test_the_doctor_and_the_kiosk_agree(shop, request, before, harm, name, verdict, words, why):
    if before:
        request.getfixturevalue("used")
    harm(shop)
    there = listing(shop)
    code, checks = shop.doctor()
    assert (checks[name]["verdict"], words in checks[name]["found"]) == (verdict, True), checks[name]
    assert code == {"look": 1, "broken": 2}[verdict]
    assert listing(shop) == there, "it changed something"
    refused = shop.run()
    if why:
        assert why in refused
        assert "Traceback" not in refused
    else:
        assert refused == STARTS


def listing(shop: Shop) -> dict[str, tuple[int, int, int, bytes]]:
    """Every file of the shop's state, what is in it and whose it is."""
    return {
        each.name: (told.st_mode, told.st_uid, told.st_ino, each.read_bytes())
        for each in sorted(shop.state.path.iterdir())
        if stat.S_ISREG((told := each.lstat()).st_mode) and each.name not in ("status.json", "ledger.db-shm", "ledger.db-wal")
    } | {each.name: (0, 0, 0, b"") for each in shop.state.path.iterdir()}


def test_a_shop_in_order(used):
    """On a machine without touch panel, systemd or a clock service that is to be looked at, and nothing is broken."""
    before = listing(used)
    code, checks = used.doctor()
    assert listing(used) == before
    assert {name for name, each in checks.items() if each["verdict"] == "broken"} == set()
    well = ("config", "state", "key", "disk", "ledger", "socket", "fonts", "languages", "voice", "printer")
    assert {checks[name]["verdict"] for name in well if name != "printer"} == {"ok"}
    assert checks["kiosk"]["verdict"] == checks["cameras"]["verdict"] == "look"
    assert code == 1


def test_a_kiosk_that_runs_with_its_camera(shop):
    spot = [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)]
    with shop.kiosk() as process:
        wait("it runs", shop.state.status.exists)
        _, checks = shop.doctor()
        assert checks["kiosk"]["verdict"] == checks["socket"]["verdict"] == "ok"
        assert str(process.pid) in checks["kiosk"]["found"]
        assert checks["cameras"]["verdict"] == "look" and "No camera is connected" in checks["cameras"]["found"]
        assert checks["screen"]["found"].endswith("offscreen, drawn by Software")
        with Gate("door", spot, (10, 10), shop.socket) as gate:
            wait("leases", lambda: gate.phase is Phase.LIVE)
            wait("that is told", lambda: '"door"' in shop.state.status.read_text(), STATUS_SECONDS)
            _, checks = shop.doctor()
            assert (checks["cameras"]["verdict"], checks["cameras"]["found"]) == ("ok", "door")
            assert gate.phase is Phase.LIVE, "the doctor disturbed it"
        shop.socket = shop.socket.with_name("other.sock")
        _, checks = shop.doctor()
        assert checks["socket"]["verdict"] == "look" and "gate.sock, not at" in checks["socket"]["found"]


def test_a_kiosk_that_hangs(shop):
    with shop.kiosk() as process:
        wait("it runs", shop.state.status.exists)
        os.kill(process.pid, signal.SIGSTOP)
        time.sleep(STATUS_SECONDS + 0.5)
        code, checks = shop.doctor()
        assert code == 2
        assert checks["kiosk"]["verdict"] == "broken" and "has said nothing for" in checks["kiosk"]["found"]
        os.kill(process.pid, signal.SIGCONT)


def test_a_kiosk_that_was_killed(shop):
    with shop.kiosk():
        wait("it runs", shop.state.status.exists)
    assert shop.state.status.exists()
    before = listing(shop)
    code, checks = shop.doctor()
    assert listing(shop) == before
    assert checks["kiosk"]["verdict"] == "look" and "No kiosk runs" in checks["kiosk"]["found"]
    assert checks["ledger"]["verdict"] == checks["socket"]["verdict"] == "ok"
    assert "left behind" in checks["socket"]["found"]
    assert code == 1


@pytest.mark.parametrize(
    ("offset", "verdict", "words", "why"),
    [
        ("@2001-02-03 04:05:06", "broken", "before the kiosk was installed", "Nobody may be asked yet"),
        ("-30m", "look", "one of the two is wrong", STARTS),
        ("+400d", "look", "nothing is dropped from the ledger", STARTS),
    ],
)
def test_a_wrong_clock(needs, used, offset, verdict, words, why):
    """Long ago, no law is kept yet. Otherwise the kiosk starts: a record of a time to come must not stop it for so long."""
    (library, *_) = needs(glob.glob("/usr/lib/*/faketime/libfaketime.so.1"), "libfaketime is not installed")
    used.environment |= {"LD_PRELOAD": library, "FAKETIME": offset, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    _, checks = used.doctor()
    assert (checks["clock"]["verdict"], words in checks["clock"]["found"]) == (verdict, True), checks["clock"]
    refused = used.run()
    assert why in refused if why else refused == STARTS


@pytest.fixture
def disk(needs, tmp_path) -> Iterator[Path]:
    """A small one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    needs(os.geteuid() == 0, "only root can mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m,mode=0700", "consent-kiosk-test", folder]
    needs(subprocess.run(mount, check=False).returncode == 0, "no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def on_disk(disk: Path) -> Iterator[Shop]:
    shop = Shop(disk)
    with shop.squatter:
        yield shop


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass


def test_a_full_disk(disk, on_disk):
    """The running kiosk can tell of itself as little as it can record."""
    shop = on_disk
    with shop.kiosk():
        wait("it runs", shop.state.status.exists)
        code, checks = shop.doctor()
        assert checks["disk"]["verdict"] == "look" and "0.0 GB free" in checks["disk"]["found"]
        fill(disk)
        time.sleep(STATUS_SECONDS + 2)
        code, checks = shop.doctor()
        assert code == 2
        assert {checks["disk"]["verdict"], checks["kiosk"]["verdict"]} == {"broken"}
        (disk / "filler").unlink()
        wait("it says so", lambda: shop.doctor()[1]["kiosk"]["verdict"] == "ok")


def test_a_disk_that_is_full_from_the_start(disk, on_disk):
    fill(disk)
    code, checks = on_disk.doctor()
    assert code == 2 and checks["disk"]["verdict"] == "broken" and "full" in checks["disk"]["found"]
    assert re.search("full|No space left", on_disk.run())


def test_a_disk_that_may_only_be_read(disk, on_disk):
    shop = on_disk
    assert shop.run() == STARTS
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    code, checks = shop.doctor()
    assert code == 2
    assert checks["disk"]["verdict"] == "broken" and "Read-only" in checks["disk"]["found"]
    assert checks["ledger"]["verdict"] == "ok"
    assert "Read-only file system" in shop.run()


@pytest.fixture
def like_any_other(needs) -> list[object]:
    """What makes root a user that others keep out."""
    needs(os.geteuid() == 0, "only root can give files away")
    setpriv = needs(shutil.which("setpriv"), "setpriv is not installed")
    return [setpriv, "--bounding-set=-dac_override,-dac_read_search", "--"]


def test_somebody_who_may_not_look(used, like_any_other):
    used.state.staff.write_text("{}", encoding="utf-8")
    for each in (used.state.path, *used.state.path.iterdir()):
        os.chown(each, NOBODY, NOBODY)
        each.chmod(0o755 if each.is_dir() else 0o600)
    used.prefix = like_any_other
    code, checks = used.doctor()
    assert code == 2
    for name in ("config", "key", "disk", "ledger", "staff", "kiosk"):
        assert (checks[name]["verdict"], "ermission denied" in checks[name]["found"]) == ("broken", True), checks[name]
    for name in ("key", "ledger", "staff"):
        assert checks[name]["step"] == "Run this as the kiosk's user, or as root."


def test_a_file_of_somebody_else(used, like_any_other):
    """Root would get past it; a user like any other, as which the kiosk runs, does not."""
    os.chown(used.state.ledger, NOBODY, NOBODY)
    used.state.ledger.chmod(0o600)
    code, checks = used.doctor()
    assert code == 2
    assert checks["state"]["verdict"] == "broken" and "not so ledger.db" in checks["state"]["found"]
    used.prefix = like_any_other
    assert "cannot be used" in used.run()


def test_a_speech_service_that_hangs(shop, tmp_path):
    """It is said, and keeps nothing else from being said; the kiosk comes up without it."""
    replaced(shop.state.config, QUIET, SPOKEN)
    with socket.socket(socket.AF_UNIX) as hangs:
        hangs.bind(str(tmp_path / "speechd.sock"))
        hangs.listen()
        shop.environment |= {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path / 'speechd.sock'}"}
        _, checks = shop.doctor()
    assert checks["voice"]["verdict"] == "look" and "longer than 20 s" in checks["voice"]["found"], checks["voice"]
    assert checks["screen"]["verdict"] == "ok"
