"""Is this kiosk ready? Looks at everything that it needs, and changes none of it.

Whatever needs Qt, or may hang, is looked at in a process of its own: a display that is not there ends it.
"""

import json
import os
import pwd
import shutil
import socket as sockets
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

import kiosk
from kiosk import config as configuration
from kiosk import notices
from kiosk import status as running
from kiosk.consent import law
from kiosk.consent.notice import Notice, NoticeError
from kiosk.consent.visit import Condition
from kiosk.gate.peer import group_number, peer_of, user_number
from kiosk.ledger import audit, checkpoint
from kiosk.ledger.store import LONGEST_PAUSE, Ledger, LedgerError
from kiosk.ledger.verify import count
from kiosk.receipts import keys as key_files
from kiosk.receipts.keys import KeyFileError
from kiosk.staff.accounts import Accounts, StaffError
from kiosk.state import StateDirectory, StateError

WIDTH = 100
PROBE_SECONDS = 20
COMMAND_SECONDS = 5
ROOM_BYTES = 200_000_000
SLOW_COMMIT_MS = 250  # a lease lives for a second, and the screen's thread waits for the disk
SOON = timedelta(days=30)
CLOCK_SLACK = timedelta(minutes=2)  # records keep the minute
LATE_FRAME_MS = 5_000
UNITS = ("consent-kiosk.service", "consent-camera.service")
INPUTS = Path("/sys/class/input")
SYSTEMD = Path("/run/systemd/system")
SYNCHRONISED = Path("/run/systemd/timesync/synchronized")
DIRECT = 1 << 1  # INPUT_PROP_DIRECT: what is touched is what is shown
MT_POSITION_X, ABS_X = 1 << 0x35, 1 << 0


class Verdict(StrEnum):
    OK = "ok"
    LOOK = "look"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Check:
    """What was found of one thing. step: what to do next, and why; empty only where all is well."""

    name: str
    verdict: Verdict
    found: str
    step: str = ""


Found = tuple[Verdict, str, str]


def ok(found: str) -> Found:
    return Verdict.OK, found, ""


def look(found: str, step: str) -> Found:
    return Verdict.LOOK, found, step


def broken(found: str, step: str) -> Found:
    return Verdict.BROKEN, found, step


class Report:
    def __init__(self, checks: tuple[Check, ...]):
        self.checks = checks

    @property
    def exit_code(self) -> int:
        """0: all is well, 1: something to look at, 2: something is broken."""
        return max(list(Verdict).index(each.verdict) for each in self.checks)

    def json(self) -> str:
        return json.dumps(
            {
                "version": kiosk.__version__,
                "verdict": list(Verdict)[self.exit_code],
                "checks": [asdict(each) for each in self.checks],
            },
            ensure_ascii=False,
            indent=1,
        )

    def table(self) -> str:
        lines = []
        for each in self.checks:
            first, *more = each.found.splitlines() or [""]
            lines.append(f"{each.verdict:<7} {each.name:<10} {first}")
            lines += [f"{'':<18} {line}" for line in more]
            lines += textwrap.wrap(
                each.step,
                WIDTH,
                initial_indent=f"{'':<18} -> ",
                subsequent_indent=f"{'':<21} ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        bad = sum(each.verdict is Verdict.BROKEN for each in self.checks)
        odd = sum(each.verdict is Verdict.LOOK for each in self.checks)
        return "\n".join([*lines, "", f"{len(self.checks)} checks: {bad} broken, {odd} to look at."])


def examine(state: StateDirectory, config: Path, socket: Path) -> Report:
    """Look at everything; takes some seconds."""
    return _Doctor(state, config, socket).report()


class _Doctor:
    def __init__(self, state: StateDirectory, config: Path, socket: Path):
        self._state = state
        self._config = config
        self._socket = socket
        self._settings: configuration.Settings | None = None
        self._status: running.Status | None = None
        self._process: int | None = None  # of the kiosk that runs
        self._holder_trouble = ""

    def report(self) -> Report:
        first = self._check("config", self._check_config)
        try:
            self._process = self._state.holder()
        except StateError as error:
            self._holder_trouble = str(error)
        told = running.read(self._state.status) if self._process else None
        self._status = told if told and told.process == self._process else None
        with tempfile.TemporaryDirectory(prefix="kiosk-doctor-") as folder:
            return Report((first, *self._rest(Path(folder))))

    def _rest(self, folder: Path) -> list[Check]:
        self._copy = folder / "ledger.db"
        config = os.fspath(self._config.absolute()) if self._settings else ""
        words = Probe("words", config)
        screen = Probe("screen", config) if not self._process and _display() else None
        voice = Probe("voice", config) if not self._process and self._settings and self._settings.speech.enabled else None
        self._words: dict[str, Any] = {}

        def say_words() -> Found:
            self._words = words.answer()
            return self._check_fonts()

        checks: list[tuple[str, Callable[[], Found]]] = [
            ("notice", self._check_notice),
            ("state", self._check_state),
            ("key", self._check_key),
            ("clock", self._check_clock),
            ("disk", self._check_disk),
            ("ledger", self._check_ledger),
            ("staff", self._check_staff),
            ("kiosk", self._check_kiosk),
            ("socket", self._check_socket),
            ("cameras", self._check_cameras),
            ("fonts", say_words),
            ("languages", self._check_languages),
            ("voice", lambda: self._check_voice(voice)),
            ("screen", lambda: self._check_screen(screen)),
            ("touch", lambda: touch(INPUTS)),
            ("printer", self._check_printer),
            ("systemd", self._check_systemd),
        ]
        try:
            return [self._check(name, perform) for name, perform in checks]
        finally:
            for probe in filter(None, (words, screen, voice)):
                probe.end()

    def _check(self, name: str, perform: Callable[[], Found]) -> Check:
        try:
            verdict, found, step = perform()
        except PermissionError as error:
            found = f"{error.filename} cannot be read by {_user()}: {error.strerror}"
            verdict, step = Verdict.BROKEN, "Run this as the kiosk's user, or as root."
        except OSError as error:
            verdict, found = Verdict.BROKEN, f"It cannot be looked at: {error}"
            step = "See that the disk is there and has room, then run this again."
        except ProbeError as error:
            verdict, found = Verdict.LOOK, f"It cannot be said: {error}"
            step = "Run this again when less is going on."
        return Check(name, verdict, found, step)

    # --- what the shop wrote -----------------------------------------------------------------------------------------

    def _check_config(self) -> Found:
        try:
            self._settings = configuration.load(self._config)
        except configuration.ConfigError as error:
            return broken(str(error), f"Correct {self._config}, then run this again.")
        return ok(f"{self._config}: {self._settings.store.name}, {self._settings.kiosk.name}")

    def _check_notice(self) -> Found:
        if not self._settings:
            return _unasked("store.toml")
        today = date.today()
        premises = self._settings.premises(today)
        try:
            notice, _ = notices.load_whole(self._settings)
            usable, _ = notices.usable(notice, premises)
        except NoticeError as error:
            return broken(str(error).partition("\nWhat to do")[0], "kiosk notice check says what to do about each.")
        says = f"{premises.profile}: a yes can be offered in {count(len(usable), 'language')}"
        assessment = premises.assessment
        if assessment and assessment.expires - today <= SOON:
            return look(
                f"{says}, until {assessment.expires}: then the impact assessment ends, and nobody is asked any more",
                "Review it, and enter the new dates in store.toml: [law] impact_assessment.",
            )
        if left := _open(notice, premises):
            return look(f"{says}; open: {'; '.join(left)}", "kiosk notice check says what to do about each.")
        return ok(says)

    # --- what the kiosk keeps ----------------------------------------------------------------------------------------

    def _check_state(self) -> Found:
        path = self._state.path
        if not path.exists():
            return look(f"{path} is not there yet", f"kiosk init --state {path}")
        if not path.is_dir():
            return broken(f"{path} is not a directory", "Name the state directory with --state.")
        told = path.stat()
        owner = _name(told.st_uid)
        strangers = [each.name for each in sorted(path.iterdir()) if each.lstat().st_uid != told.st_uid]
        if strangers:
            return broken(
                f"{path} belongs to {owner}, but not so {', '.join(strangers)}: the kiosk can neither read nor write it",
                f"chown -R {owner}: {path}",
            )
        if told.st_mode & 0o007:
            return look(f"Everybody on this machine can look into {path} ({told.st_mode & 0o777:o})", f"chmod o= {path}")
        return ok(f"{path}, of {owner}, mode {told.st_mode & 0o777:o}")

    def _check_key(self) -> Found:
        private, public = self._state.private_key, self._state.public_key
        if not private.exists() and not public.exists():
            if self._state.ledger.exists():
                return broken(f"{private} is gone, and the ledger is there", "Put it back from your backup.")
            return look(f"{private} is not there yet: the first start makes it", f"kiosk init --state {self._state.path}")
        if private.exists() and not public.exists():
            return look(f"{public} is gone: the next start makes it from {private}", "Restart the kiosk.")
        _readable(private)
        try:
            key = self._state.signing_key()  # makes nothing where both halves are there
            known = self._known_keys()
        except (StateError, KeyFileError) as error:
            return broken(str(error), "Put both halves of the key back from your backup.")
        if key.public_key() not in known:
            return broken(f"{private} and {public} are not a pair", "Put back the one that does not belong there.")
        try:
            note = self._newest_note()
        except LedgerError:
            note = ""  # said of the ledger
        if note:
            try:
                checkpoint.opened(note, known)
            except checkpoint.CheckpointError as error:
                return broken(f"It is not the key of this ledger: {error}", "Put the key and the ledger of one backup back.")
        if (mode := private.stat().st_mode & 0o777) & 0o077:
            return look(f"Others may read {private} ({mode:o}), and could sign receipts", f"chmod 600 {private}")
        return ok(f"{private} signs" + (", and has signed the ledger's newest head" if note else ""))

    def _check_clock(self) -> Found:
        now = datetime.now(UTC)
        built = datetime.fromtimestamp(Path(kiosk.__file__).stat().st_mtime, UTC)
        says = f"It is {now:%Y-%m-%d %H:%M} UTC by this machine"
        set_it = "Set it: timedatectl set-ntp true, or timedatectl set-time. Answers are recorded with its minute."
        if now < built - timedelta(days=1):
            return broken(f"{says}, which is before the kiosk was installed, {built:%Y-%m-%d}", set_it)
        try:
            newest = self._newest_at()
        except LedgerError:
            newest = None
        if newest and now < newest - CLOCK_SLACK:
            return look(
                f"{says}, and the newest record is of {newest:%Y-%m-%d %H:%M}: one of the two is wrong",
                "Compare with another clock and set this one. If it is right now, write down which records are not.",
            )
        if newest and now - newest > LONGEST_PAUSE:
            return look(f"{says}, and the newest record is of {newest:%Y-%m-%d}: nothing is dropped from the ledger", set_it)
        synchronised = _synchronised()
        if synchronised is None:
            return look(f"{says}; it cannot be said who keeps it right", "Compare it with another clock once a month.")
        if not synchronised:
            return look(f"{says}, and nothing keeps it right", "timedatectl set-ntp true, or set it by hand once a month.")
        return ok(f"{says}, synchronised")

    def _check_disk(self) -> Found:
        folder = self._state.path
        if not folder.is_dir():
            return _unasked("a state directory")
        try:
            took_ms = commit_a_scratch(folder)
        except (sqlite3.Error, OSError) as error:
            why = error.strerror if isinstance(error, OSError) else error
            return broken(
                f"{folder} takes no record, as {_user()}: {why}",
                f"df -h {folder} and mount say whether it is full or read-only. Make room: the cameras are off until then.",
            )
        told = os.statvfs(folder)
        free = told.f_bavail * told.f_frsize
        says = f"{free / 1e9:.1f} GB free at {folder}; a record takes {took_ms} ms"
        if free < ROOM_BYTES:
            return look(says, "Make room: on a full disk the cameras are off.")
        if took_ms > SLOW_COMMIT_MS:
            return look(
                says, "Find out what else keeps the disk busy, or whether it is failing: smartctl -a, or mmc extcsd read."
            )
        return ok(says)

    def _check_ledger(self) -> Found:
        path = self._state.ledger
        if not path.exists():
            if self._state.head.exists() and self._state.head.stat().st_size:
                return broken(f"{path} is gone: {self._state.head} shows that there was one", "Put it back from your backup.")
            return ok(f"{path} is not there yet: the first start makes it")
        if not self._state.public_key.exists():
            return _unasked("the key")
        _readable(path)
        mend = f"Keep {path} as it is, and put your newest copy in its place. kiosk ledger verify says more."
        try:
            known = self._known_keys()
            with closing(Ledger(self._readable_copy(), read_only=True)) as ledger:
                size = count(ledger.count(), "record")
                for note in filter(None, (ledger.head(), self._note())):
                    ledger.expect(note, known)
        except (LedgerError, KeyFileError) as error:
            return broken(str(error), mend)
        try:
            told = Probe("ledger", os.fspath(self._readable_copy()), os.fspath(self._state.path)).answer()
        except ProbeError as error:
            return ok(f"{path}: {size}, whose newest head is sound. The whole was not checked: {error}")
        if told["error"]:
            return broken(told["error"], mend)
        if told["findings"]:
            return broken("\n".join(["It was changed behind the kiosk's back.", *told["findings"]]), mend)
        return ok(f"{path}: {size}, all sound")

    def _check_staff(self) -> Found:
        path = self._state.staff
        step = f"kiosk staff add NAME --state {self._state.path}"
        if path.exists():
            _readable(path)
        try:
            names = Accounts(path).names
        except StaffError as error:
            return look(str(error), step)
        if not names:
            return look("Nobody has a PIN, so nobody can reset a visit or clear an alarm", step)
        return ok(f"{count(len(names), 'account')}")

    # --- the kiosk that runs -----------------------------------------------------------------------------------------

    def _check_kiosk(self) -> Found:
        told = self._status
        if self._holder_trouble:
            return broken(self._holder_trouble, "systemctl restart consent-kiosk")
        if not self._process:
            return look(
                f"No kiosk runs on {self._state.path}: the cameras are off", "kiosk run, or systemctl start consent-kiosk"
            )
        if not told or told.age_ms > running.STALE_MS:
            since = f"has said nothing for {told.age_ms // 1000} s" if told else "says nothing of itself"
            return broken(
                f"The kiosk, process {self._process}, {since}: it hangs, or cannot write beside its ledger",
                "If the disk is well, systemctl restart consent-kiosk. The cameras are off meanwhile.",
            )
        if told.broken == (Condition.STAFF,):
            return look("Staff turned the cameras off for everyone", MENDING[Condition.STAFF])
        if told.broken:
            return broken(f"It shows that it is out of order: {', '.join(told.broken)}", MENDING[Condition(told.broken[0])])
        if told.frame_age_ms > LATE_FRAME_MS:
            return broken(
                f"Its screen was last drawn {told.frame_age_ms // 1000} s ago: the cameras are off",
                "See that the screen is plugged in and on, then systemctl restart consent-kiosk.",
            )
        if not told.healthy:
            return broken(
                "It gives no leases, so the cameras are off: the screen is unplugged, or the disk takes no record",
                "See that the screen is plugged in and on.",
            )
        if told.version != kiosk.__version__:
            return look(f"Version {told.version} runs, and {kiosk.__version__} is installed", "systemctl restart consent-kiosk")
        return ok(f"process {told.process}, version {told.version}, gives leases")

    def _check_socket(self) -> Found:
        path = self._socket
        try:
            gates = self._settings.gates if self._settings else configuration.Gates()
            [user_number(each) for each in gates.users], [group_number(each) for each in gates.groups]
        except ValueError as error:
            return broken(f"store.toml: [gates] names somebody unknown: {error}", "Make the account, or correct it.")
        step = "Give this the --socket of consent-kiosk.service, or stop who holds it: ss -xlp says who."
        if self._status and Path(self._status.socket) != path.absolute():
            return look(f"The kiosk listens at {self._status.socket}, not at {path}", f"--socket {self._status.socket}")
        if not path.exists():
            if self._process:
                return broken(f"The kiosk runs, and {path} is not there", "systemctl restart consent-kiosk")
            return ok(f"{path} is not there, as no kiosk runs")
        if not path.is_socket():
            return broken(
                f"{path} exists and is not a socket", f"Move it away, or give the kiosk another with --socket: {path}"
            )
        with sockets.socket(sockets.AF_UNIX, sockets.SOCK_STREAM) as probe:
            probe.settimeout(1)
            try:
                probe.connect(os.fspath(path))
            except ConnectionRefusedError:
                if self._process:
                    return broken(f"The kiosk runs, and nobody answers at {path}", "systemctl restart consent-kiosk")
                return ok(f"{path} was left behind by a kiosk that ended: the next one takes it")
            except TimeoutError:
                return broken(f"Whoever listens at {path} does not answer", step)
            listener = peer_of(probe)
        if listener.pid != self._process:
            return broken(f"Process {listener.pid} of {_name(listener.user)} listens at {path}, which is not this kiosk", step)
        told = path.stat()
        says = f"{path}, mode {told.st_mode & 0o777:o}, of {_name(told.st_uid)}"
        if told.st_mode & 0o006:
            return look(f"Everybody may connect: {says}", "systemctl restart consent-kiosk makes it anew.")
        return ok(f"{says}; the kiosk listens")

    def _check_cameras(self) -> Found:
        told = self._status
        if not told or not self._settings:
            return look("Only a running kiosk knows its cameras", "Run this again once it runs: kiosk run")
        if not told.cameras:
            return look(
                "No camera is connected: nothing is analysed, also with a yes",
                "kiosk camera, or systemctl start consent-camera. Its log says why it does not connect.",
            )
        lease_ms = self._settings.gates.lease_ms
        odd = {}
        for each in told.cameras:
            if not each.in_step:
                odd[each.name] = "has not acknowledged what it was told"
            elif told.healthy and (each.lease_age_ms is None or each.lease_age_ms > lease_ms):
                odd[each.name] = "asks for no lease"
        if odd:
            what = "; ".join(f"{name} {why}" for name, why in odd.items())
            return look(f"{what}: it analyses nobody", "Restart that camera's pipeline, and read its log.")
        if not any(each.binds for each in told.cameras):
            return look("No camera sees the mark", "Give one of them the floor area in front of the kiosk: [cameras] spot.")
        return ok(", ".join(f"{each.name}{'' if each.binds else ' (does not see the mark)'}" for each in told.cameras))

    # --- what it says, and on what -----------------------------------------------------------------------------------

    def _check_fonts(self) -> Found:
        if problems := self._words["fonts"]:
            return look("\n".join(problems), "Install the kiosk anew; other fonts stand in meanwhile.")
        return ok("all are here")

    def _check_languages(self) -> Found:
        if not self._settings or not self._words:
            return _unasked("store.toml" if not self._settings else "fonts")
        wanted, offered = self._settings.screen.languages, tuple(self._words["offered"])
        if self._words["error"]:
            step = "kiosk notice check, for what the law still asks; else install the kiosk anew."
            return broken(self._words["error"].partition("\nWhat to do")[0], step)
        if missing := [tag for tag in wanted if tag not in offered]:
            reasons = [each for each in self._words["warnings"] if "not offered" in each]
            return look(
                "\n".join([f"Not offered: {', '.join(missing)}", *reasons]),
                "Mend what is named, or take these out of store.toml: [screen] languages.",
            )
        return ok(f"{count(len(offered), 'language')}: {', '.join(offered)}")

    def _check_voice(self, probe: "Probe | None") -> Found:
        if not self._settings:
            return _unasked("store.toml")
        if not self._settings.speech.enabled:
            return ok("switched off: [speech] enabled = false")
        install = "apt-get install speech-dispatcher speech-dispatcher-espeak-ng espeak-ng, then restart the kiosk."
        if self._process and not self._status:
            return _unasked("what the running kiosk says of itself")
        if self._status:
            voices = self._status.voices
            silent = [tag for tag in self._status.languages if tag not in voices]
            problems = [f"Not read aloud: {', '.join(silent)}"] if silent else []
        else:
            try:
                told = probe.answer()
            except ProbeError as error:
                return look(f"The speech service does not answer: {error}", "spd-say test")
            voices, problems = told["voices"], told["problems"]
        if problems:
            return look("\n".join(problems), install)
        return ok(f"{count(len(voices), 'language')} read aloud")

    def _check_screen(self, probe: "Probe | None") -> Found:
        if self._status:
            screen = asdict(self._status.screen)
        elif probe:
            try:
                screen = probe.answer()
            except ProbeError as error:
                return broken(
                    f"The screen cannot be used: {error}", "Start it in the session on the screen: packaging/README.md"
                )
        else:
            return look("There is no display here to look at", "Run this again once the kiosk runs, or in its session.")
        size = f"{screen['width']}x{screen['height']}"
        millimetres = f", {screen['width_mm']}x{screen['height_mm']} mm" if screen["width_mm"] else ""
        says = f"{screen['name'] or 'nameless'}, {size}{millimetres}, {screen['platform']}, drawn by {screen['renderer']}"
        if screen["problems"]:
            return look("\n".join([says, *screen["problems"]]), "Measure the panel, and write it into store.toml: [panel].")
        return ok(says)

    def _check_printer(self) -> Found:
        if not shutil.which("lpstat"):
            return ok("none, and none is needed: signs are files")
        told = _told("lpstat", "-p")
        if told is None or "disabled" in told:
            return look((told or "lpstat says nothing").strip(), "lpstat -t says why, cupsenable NAME starts it again.")
        return ok(told.strip().splitlines()[0] if told.strip() else "none, and none is needed: signs are files")

    def _check_systemd(self) -> Found:
        if not SYSTEMD.is_dir():
            return look("systemd does not run here: nothing starts the kiosk again when it ends", "See packaging/README.md.")
        told = _told("systemctl", "show", "--property", "Id,LoadState,UnitFileState,ActiveState,NRestarts,WatchdogUSec", *UNITS)
        if told is None:
            return look("systemctl says nothing", "systemctl status")
        return units(told)

    # --- the ledger, read without a trace ----------------------------------------------------------------------------

    def _readable_copy(self) -> Path:
        """The ledger itself while the kiosk runs; else a copy, for reading it would leave files beside it."""
        path = self._state.ledger
        if self._process:
            return path
        if not self._copy.exists():
            for end in ("", "-wal"):
                if (part := path.with_name(path.name + end)).exists():
                    shutil.copyfile(part, self._copy.with_name(self._copy.name + end))
        return self._copy

    def _newest_note(self) -> str:
        if not self._state.ledger.exists():
            return ""
        with closing(Ledger(self._readable_copy(), read_only=True)) as ledger:
            return ledger.head() or ""

    def _newest_at(self) -> datetime | None:
        if not self._state.ledger.exists():
            return None
        _readable(self._state.ledger)
        with closing(Ledger(self._readable_copy(), read_only=True)) as ledger:
            return next((row.at for row in ledger.rows(after=ledger.count() - 1)), None)

    def _note(self) -> str:
        return self._state.head.read_text(encoding="utf-8") if self._state.head.exists() else ""

    def _known_keys(self) -> list[Ed25519PublicKey]:
        return key_files.load(key_files.of_state(self._state.path))


MENDING = {
    Condition.LEDGER: "See what is said here of disk and ledger; it goes on by itself once a record can be written.",
    Condition.KIOSK: "Read why: journalctl -u consent-kiosk. Then systemctl restart consent-kiosk.",
    Condition.GATES: "A camera did not say that it stopped. Look at it, then clear the alarm on the staff page.",
    Condition.STAFF: "They turn them on again on the staff page.",
}


def _open(notice: Notice, premises: law.Premises) -> list[str]:
    """What the law asks for and the shop has not done, whether or not that keeps it from asking."""
    return sorted({each.requirement.text for each in law.examine(notice, premises) if each.state is not law.State.PRESENT})


def _unasked(want: str) -> Found:
    return look("not looked at", f"See first to {want}, above.")


def touch(inputs: Path) -> Found:
    """inputs: /sys/class/input."""
    names = []
    for device in sorted(inputs.glob("event*/device")):
        properties, positions = _bits(device / "properties"), _bits(device / "capabilities" / "abs")
        if properties & DIRECT and positions & (MT_POSITION_X | ABS_X):
            names.append((device / "name").read_text(encoding="utf-8", errors="replace").strip())
    if not names:
        return look(
            "No touch panel is here; keys and a mouse work", "See that its USB cable is plugged in: libinput list-devices"
        )
    return ok(", ".join(names))


def _bits(path: Path) -> int:
    """Words of 64 bits in hexadecimal, the highest first."""
    try:
        words = path.read_text(encoding="ascii").split()
    except OSError:
        return 0
    return sum(int(word, 16) << 64 * place for place, word in enumerate(reversed(words)))


def units(told: str) -> Found:
    """told: what `systemctl show` prints of UNITS."""
    failed, odd, fine = [], [], []
    for block in told.strip().split("\n\n"):
        unit = dict(line.split("=", 1) for line in block.splitlines() if "=" in line)
        name = unit.get("Id", "?")
        if unit.get("LoadState") != "loaded":
            odd.append(f"{name} is not installed")
        elif unit.get("ActiveState") == "failed":
            failed.append(f"{name} has failed")
        elif unit.get("ActiveState") != "active":
            odd.append(f"{name} is {unit.get('ActiveState')}")
        elif unit.get("UnitFileState") != "enabled":
            odd.append(f"{name} does not start with the machine")
        elif name == UNITS[0] and unit.get("WatchdogUSec") in (None, "0", "infinity"):
            odd.append(f"{name} is watched by nobody")
        else:
            fine.append(f"{name}, started again {unit.get('NRestarts', '?')} times")
    if failed:
        return broken("; ".join([*failed, *odd]), f"journalctl -e -u {failed[0].split()[0]}")
    if odd:
        return look("; ".join(odd), f"systemctl enable --now {' '.join(UNITS)}, after packaging/README.md")
    return ok("; ".join(fine))


def commit_a_scratch(folder: Path) -> int:
    """Write a record's worth as the ledger does, into a file that is gone afterwards, and give the milliseconds that it took.

    Raises sqlite3.Error or OSError.
    """
    with (
        tempfile.TemporaryDirectory(prefix=".doctor-", dir=folder) as scratch,
        closing(sqlite3.connect(Path(scratch) / "scratch.db")) as database,
    ):
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE scratch (content BLOB)")
        began = time.monotonic()
        database.execute("INSERT INTO scratch VALUES (zeroblob(65536))")
        database.commit()
        return round((time.monotonic() - began) * 1000)


def _readable(path: Path) -> None:
    """Raises PermissionError."""
    if path.exists():
        path.open("rb").close()


def _synchronised() -> bool | None:
    """None where nobody here knows."""
    if SYNCHRONISED.exists():
        return True
    told = _told("timedatectl", "show", "--property", "NTPSynchronized", "--value")
    return {"yes": True, "no": False}.get(told.strip()) if told else None


def _told(*command: str) -> str | None:
    """What a program prints; None where it is not there, fails or hangs."""
    try:
        run = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=COMMAND_SECONDS,
            check=True,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return run.stdout


def _display() -> bool:
    return any(os.environ.get(name) for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"))


def _user() -> str:
    return _name(os.geteuid())


def _name(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


# --- in processes of their own ---------------------------------------------------------------------------------------


class ProbeError(RuntimeError):
    """A process that was to look at something found nothing out; the message says why."""


class Probe:
    """`python -m kiosk.doctor WHAT ...`, begun at once: several look at the same time."""

    def __init__(self, what: str, *arguments: str):
        self._until = time.monotonic() + PROBE_SECONDS
        self._process = subprocess.Popen(
            [sys.executable, "-I" if sys.flags.isolated else "-P", "-m", "kiosk.doctor", what, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def answer(self) -> dict[str, Any]:
        """Raises ProbeError."""
        try:
            said, errors = self._process.communicate(timeout=max(0.1, self._until - time.monotonic()))
        except subprocess.TimeoutExpired as error:
            self.end()
            raise ProbeError(f"it took longer than {PROBE_SECONDS} s") from error
        if self._process.returncode:
            raise ProbeError((errors.strip().splitlines() or [f"it ended with {self._process.returncode}"])[-1])
        return json.loads(said)

    def end(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        if self._process.stdout and not self._process.stdout.closed:
            self._process.communicate()


def _probe_words(config: str) -> dict[str, Any]:
    """What the kiosk itself would do about fonts and languages, with its own words."""
    import logging

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from kiosk import offer, resources
    from kiosk.screens import typography

    application = QGuiApplication(["kiosk"])
    settings = configuration.load(Path(config)) if config else None
    fonts = typography.load_fonts(resources.FONTS, settings.screen.languages if settings else ())
    warnings: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: warnings.append(record.getMessage())
    logging.getLogger("kiosk").addHandler(handler)
    offered, error = (), ""
    try:
        if settings:
            offered = offer.offered(application, settings)
    except (NoticeError, offer.OfferError) as problem:
        error = str(problem)
    return {"fonts": fonts, "offered": offered, "warnings": warnings, "error": error}


def _probe_screen(config: str) -> dict[str, Any]:
    from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext
    from PySide6.QtQuick import QQuickWindow

    from kiosk import app

    application = QGuiApplication(["kiosk"])
    screen = application.primaryScreen()
    if not screen:
        raise SystemExit("no screen is plugged in")
    problems = app.panel_of(screen, configuration.load(Path(config)))[1] if config else []
    renderer = "Software"
    if QQuickWindow.sceneGraphBackend() != "software":
        context, surface = QOpenGLContext(), QOffscreenSurface()
        surface.create()
        if context.create() and context.makeCurrent(surface):
            renderer = f"OpenGL {'.'.join(map(str, context.format().version()))}"
    size, physical = screen.size(), screen.physicalSize()
    return {
        "name": screen.name(),
        "platform": application.platformName(),
        "width": size.width(),
        "height": size.height(),
        "width_mm": round(physical.width()),
        "height_mm": round(physical.height()),
        "renderer": renderer,
        "problems": problems,
    }


def _probe_voice(config: str) -> dict[str, Any]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from kiosk.screens.speech import find_voice

    application = QGuiApplication(["kiosk"])
    settings = configuration.load(Path(config))
    voice, problems = find_voice(settings.screen.languages, settings.speech.rate)
    spoken = voice.languages if voice else ()
    if voice:
        voice.close()
    application.quit()
    return {"voices": spoken, "problems": problems}


def _probe_ledger(path: str, state: str) -> dict[str, Any]:
    try:
        report = audit.verify(Path(path), key_files.load(key_files.of_state(Path(state))))
    except (LedgerError, KeyFileError) as error:
        return {"error": str(error), "findings": []}
    return {"error": "", "findings": [str(each) for each in report.findings[:10]]}


PROBES = {"words": _probe_words, "screen": _probe_screen, "voice": _probe_voice, "ledger": _probe_ledger}

if __name__ == "__main__":
    print(json.dumps(PROBES[sys.argv[1]](*sys.argv[2:])))
