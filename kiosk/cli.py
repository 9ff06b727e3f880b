"""The `kiosk` command. A room is imported only when its subcommand runs: the kiosk never loads OpenCV, the camera never Qt."""

import gc
import logging
import os
import shlex
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk import __version__

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from kiosk.ledger.audit import Report
    from kiosk.ledger.store import Ledger, Row
    from kiosk.staff.accounts import Accounts
    from kiosk.state import StateDirectory


class Size(click.ParamType):
    name = "WxH"

    def convert(self, value, param, ctx):
        try:
            width, height = (int(part) for part in value.lower().split("x"))
        except ValueError:
            self.fail(f"{value!r} is not a size, as in 1080x1920", param, ctx)
        if not (320 <= width <= 7680 and 320 <= height <= 7680):
            self.fail(f"{value!r} is out of range: 320 to 7680 each way", param, ctx)
        return width, height


class Spot(click.ParamType):
    name = "X,Y..."

    def convert(self, value, param, ctx):
        try:
            corners = [tuple(float(part) for part in corner.split(",")) for corner in value.split()]
            if len(corners) < 3 or any(len(corner) != 2 or not all(0 <= part <= 1 for part in corner) for corner in corners):
                raise ValueError
        except ValueError:
            self.fail(f"{value!r} is not a floor area, as in '0.3,0.7 0.7,0.7 0.7,1 0.3,1'", param, ctx)
        return corners


class Refusal(click.ClickException):
    """What the user can mend: said in one sentence, exit code 2."""

    exit_code = 2


DAYS_A_YEAR = 366
WISHES = ("large", "contrast", "low")
PROFILES = ("CN", "EU", "UK", "US-IL", "US-TX", "US-NYC", "US-CA")

PATH = click.Path(path_type=Path)
state_option = click.option("--state", type=PATH, help="State directory. [default: the service's or the user's own]")
config_option = click.option("--config", type=PATH, help="The store.toml. [default: STATE/store.toml]")
socket_option = click.option("--socket", type=PATH, help="The kiosk's socket. [default: in the runtime directory]")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kiosk")
@click.option("--verbose", "-v", is_flag=True, help="Say what happens, by event names only.")
def main(verbose: bool) -> None:
    """A consent kiosk: asks before cameras look at a face, and makes the answer hold."""
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr
    )


@main.command()
@state_option
@config_option
def init(state: Path | None, config: Path | None) -> None:
    """Write a store.toml to start from, and the key that signs receipts."""
    from kiosk.config import TEMPLATE
    from kiosk.files import write_durably

    directory = _state(state)
    target = config or directory.config
    with _refusing():
        directory.make()
        if target.exists():
            raise Refusal(f"{target} exists already and was left as it is. Edit it, or name another with --config.")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_durably(target, TEMPLATE.encode(), 0o644)
        except OSError as error:
            raise Refusal(f"{target} cannot be written: {error.strerror}.") from error
        directory.signing_key()
    where = f" --state {shlex.quote(str(directory.path))}" if state else ""
    both = where + (f" --config {shlex.quote(str(config.absolute()))}" if config else "")
    steps = {
        f"kiosk notice check{both}": "what the law still asks of you",
        f"kiosk staff set-pin NAME{where}": "a PIN for each member of staff",
        f"kiosk run{both}": "the kiosk, full screen",
        f"kiosk camera{both}": "the camera beside it",
    }
    click.echo(f"Wrote {target}. Put your shop's facts into it, then:")
    for command, what in steps.items():
        click.echo(f"  {command:<{max(map(len, steps))}}  # {what}")


@main.command()
@state_option
@config_option
@socket_option
@click.option("--windowed", type=Size(), help="In a window of this size instead of full screen.")
def run(state: Path | None, config: Path | None, socket: Path | None, windowed: tuple[int, int] | None) -> None:
    """Run the kiosk."""
    _hasten()
    from kiosk import app

    if not any(os.environ.get(name) for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")):
        raise Refusal(
            "There is no screen here: neither WAYLAND_DISPLAY nor DISPLAY is set. Start the kiosk in a session "
            "(packaging/README.md), or try it without one: kiosk demo --headless"
        )
    directory = _state(state)
    with _refusing():
        load = partial(_settings, directory, config)
        sys.exit(app.run(load, directory, socket, windowed, config))


@main.command()
@state_option
@config_option
@socket_option
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def doctor(state: Path | None, config: Path | None, socket: Path | None, as_json: bool) -> None:
    """Look at everything that the kiosk needs, and say what to do next. Changes nothing, also while the kiosk runs.

    Exit code 0: all is well. 1: something to look at. 2: something is broken.
    """
    from kiosk import doctor as examiner
    from kiosk.gate.messages import default_socket

    directory = _state(state)
    report = examiner.examine(directory, config or directory.config, socket or default_socket())
    click.echo(report.json() if as_json else report.table())
    sys.exit(report.exit_code)


@main.command()
@state_option
@config_option
def reload(state: Path | None, config: Path | None) -> None:
    """Have the running kiosk read its notice anew. What was agreed to ends where more than words has changed."""
    import signal
    from datetime import date

    from kiosk import notices

    directory = _state(state)
    with _refusing():
        settings = _settings(directory, config)
        notice, broken = notices.load_whole(settings)
        for reason in broken:
            click.echo(f"Not offered: {reason}", err=True)
        notices.usable(notice, settings.premises(date.today()))
        if (kiosk := directory.holder()) is None:
            raise Refusal(f"No kiosk is running on {directory.path}. Start it: kiosk run")
        try:
            os.kill(kiosk, signal.SIGHUP)
        except OSError as error:
            raise Refusal(f"The kiosk, process {kiosk}, cannot be told: {error.strerror}. Run this as its user.") from error
    click.echo(
        "Told. It takes the notice into force as soon as nobody is at the screen. Changes of [law], [screen], [receipt], "
        "[kiosk] and [gates] need a restart, and so do other languages: then it goes on as before, and its log says so."
    )


@main.command("renew-key")
@state_option
def renew_key(state: Path | None) -> None:
    """Sign with another key from now on. Receipts and heads of before stay good."""
    from kiosk.ledger.checkpoint import verifier_key
    from kiosk.ledger.store import Ledger
    from kiosk.receipts.renew import renew

    directory = _state(state)
    with _refusing():
        _hold(directory)
        old, new = renew(directory.private_key, directory.public_key, directory.ledger)
        origin = "kiosk"
        if directory.ledger.exists():
            with closing(Ledger(directory.ledger, read_only=True)) as store:
                origin = store.newest_head()[1].origin if store.head() else origin
    where = f" --state {shlex.quote(str(directory.path))}" if state else ""
    click.echo(f"before {verifier_key(origin, old)}")
    click.echo(f"key {verifier_key(origin, new)}")
    click.echo("Publish the new line beside the old one. Then, before the kiosk starts:")
    click.echo(f"  kiosk receipt page --out FOLDER{where}  # the page behind receipts, with both keys")
    click.echo(f"  kiosk ledger backup --out FILE --with-key{where}  # no backup so far has this key")


@main.command()
@state_option
@config_option
@socket_option
@click.option("--source", help="Video file, address, device number, or 'scene'. [default: store.toml's]")
@click.option("--spot", type=Spot(), help="Floor area in front of the kiosk, corners in parts of the picture.")
@click.option("--face-model", type=PATH, help="A YuNet model instead of OpenCV's own Haar detector.")
@click.option("--show", is_flag=True, help="Show the picture in a window.")
@click.option("--loop", is_flag=True, help="Begin a file anew when it ends.")
@click.option("--kiosk-user", help="Who runs the kiosk: nobody else may answer on its socket. [default: whoever runs this]")
@click.option("--out", type=PATH, hidden=True, help="Where pictures asked for through --control go.")
@click.option("--control", is_flag=True, hidden=True, help="Obey lines on stdin.")
def camera(state, config, socket, source, spot, face_model, show, loop, kiosk_user, out, control) -> None:
    """Run the reference camera: counts bodies, looks at a face only under a permit."""
    from kiosk.camera import pipeline
    from kiosk.gate.lease import MS, Timing

    directory = _state(state)
    with _refusing():
        if source == "scene":
            from kiosk.camera.scene import SPOT

            spot = spot or SPOT
        keep_days, reach, timing = DAYS_A_YEAR, (), None
        if not (source and spot) or (config or directory.config).exists():
            settings = _settings(directory, config)
            source, spot = source or settings.cameras.source, spot or settings.cameras.spot
            face_model = face_model or settings.cameras.face_model
            keep_days = settings.notice.totals_months * DAYS_A_YEAR // 12
            reach = settings.cameras.reach or ()
            gates = settings.gates
            timing = Timing(gates.renew_ms * MS, gates.lease_ms * MS, gates.margin_ms * MS)
        directory.make()
        code = pipeline.run(
            source,
            spot,
            socket,
            "door",
            face_model,
            directory.tally,
            out,
            show,
            control,
            loop,
            keep_days,
            reach=reach,
            timing=timing,
            kiosk_users=_kiosk_users(kiosk_user),
            key=directory.camera_key(),
        )
    sys.exit(code)


@main.command()
@click.option("--headless", is_flag=True, help="Scripted visitors and no window. [default: where there is no display]")
@click.option("--out", type=PATH, default=Path("demo"), show_default=True, help="Folder for pictures, summary and state.")
@click.option("--source", help="Real video instead of the drawn scene: file, address or device number.")
@click.option("--spot", type=Spot(), help="With --source: floor area in front of the kiosk.")
@click.option("--face-model", type=PATH, help="A YuNet model instead of OpenCV's own Haar detector.")
def demo(headless: bool, out: Path, source: str | None, spot, face_model: Path | None) -> None:
    """Kiosk and camera side by side, nothing to configure."""
    from kiosk.demo import play

    headless = headless or not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    with _refusing():
        sys.exit(play.demo(headless, out.absolute(), source, spot, face_model))


@main.command()
@state_option
@click.option(
    "--tally", type=PATH, help="The camera's sums, where it has a state directory of its own. [default: STATE/tally.json]"
)
@click.option(
    "--days", type=click.IntRange(1, 1100), default=28, show_default=True, help="So many whole days, until yesterday."
)
@click.option("--by", type=click.Choice(("day", "week")), help="A line for each. [default: day, from six weeks on week]")
@click.option("--least", type=click.IntRange(3), default=5, show_default=True, help="No number is about fewer visits.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--chart", type=PATH, metavar="FILE.png|FILE.svg", help="Draw it instead.")
@click.option("--prometheus", type=PATH, metavar="FILE.prom", help="Write it for node_exporter's textfile collector instead.")
def stats(
    state: Path | None,
    tally: Path | None,
    days: int,
    by: str | None,
    least: int,
    as_json: bool,
    chart: Path | None,
    prometheus: Path | None,
) -> None:
    """What the shop gets: everyone counted without faces, sums of those who were asked, nothing about any one of them.

    A count under --least waits until there are enough, and no total holds it before. The running day is told tomorrow.
    """
    from datetime import date

    from kiosk.insight import summary

    if as_json + bool(chart) + bool(prometheus) > 1:
        raise Refusal("Give one of --json, --chart and --prometheus at a time.")
    directory = _state(state)
    today, weekly = date.today(), by and by == "week"
    with _refusing():
        book = summary.counted(directory.ledger, directory.counts, today)
        told = summary.summed(book, summary.sums(tally or directory.tally), today, days, least, weekly)
        if chart:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            from kiosk.insight import chart as charts

            click.echo(charts.make(told, chart))
        elif prometheus:
            from kiosk.insight import prometheus as monitoring

            monitoring.write(prometheus, monitoring.text(book, told))
            click.echo(f"Wrote {prometheus}.")
        elif as_json:
            click.echo(summary.as_json(told))
        else:
            click.echo("\n".join([*summary.lines(told), summary.proof(directory.ledger)]))


@main.command()
@state_option
@config_option
@click.option("--out", type=PATH, default=Path("screens"), show_default=True)
@click.option("--size", "sizes", type=Size(), multiple=True, default=["1080x1920", "1920x1080"], show_default=True)
@click.option("--view", "wishes", type=click.Choice(WISHES), multiple=True, help="As a visitor may have it; may be repeated.")
def screens(
    state: Path | None, config: Path | None, out: Path, sizes: tuple[tuple[int, int], ...], wishes: tuple[str, ...]
) -> None:
    """Draw every screen in every language with the shop's own words, as PNG."""
    from kiosk.consent.visit import View
    from kiosk.demo import gallery

    directory = _state(state)
    with _refusing():
        click.echo(gallery.draw(_settings(directory, config), out, sizes, View(**dict.fromkeys(wishes, True))))


@main.command()
@click.option("--lang", "tags", metavar="TAG,TAG...", help="Languages, the first one on top. [default: store.toml's first]")
@click.option("--size", "paper", type=click.Choice(("A4", "A3", "letter")), default="A4", show_default=True)
@click.option("--landscape", is_flag=True, help="The long side lies.")
@click.option(
    "--distance", type=float, metavar="METRES", help="From where the headline must be readable. [default: as far as it goes]"
)
@click.option("--out", type=PATH, default=Path("signs"), show_default=True, help="Folder for the PDF and the PNG.")
@click.option("--print", "printed", is_flag=True, help="Give it to this machine's printer too.")
@state_option
@config_option
def signage(
    tags: str | None,
    paper: str,
    landscape: bool,
    distance: float | None,
    out: Path,
    printed: bool,
    state: Path | None,
    config: Path | None,
) -> None:
    """Make a sign for the entrance from the same notice: PDF for the printer, PNG at 300 dots per inch."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from datetime import date

    from kiosk import notices
    from kiosk.signage import printing, sign

    directory = _state(state)
    with _refusing():
        settings = _settings(directory, config)
        spoken = settings.screen.languages
        languages = [tag.strip() for tag in tags.split(",")] if tags is not None else spoken[:1]
        for number, tag in enumerate(languages):
            if tag not in spoken:
                raise Refusal(f"--lang {tag}: store.toml has {', '.join(spoken)}. Name one of these, or add it there.")
            if tag in languages[:number]:
                raise Refusal(f"--lang names {tag} twice. Name each language once.")
        order = sign.Order(tuple(languages), paper, landscape, distance)
        click.echo(sign.make(notices.load(settings), settings.premises(date.today()), order, settings.brand.accent, out))
        if printed:
            click.echo(printing.put_in_queue(out / f"{order.name}.pdf", paper))


@main.group()
def notice() -> None:
    """The notice: read it, and check it against the law."""


@notice.command("check")
@click.option("--profile", type=click.Choice(PROFILES), help="Whose law. [default: store.toml's]")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@state_option
@config_option
def check_notice(profile: str | None, as_json: bool, state: Path | None, config: Path | None) -> None:
    """Compare the notice and the shop's facts with what a law requires. No legal advice.

    Exit code 0: everything is there. 1: something is missing or out of date, also where "(allowed)" stands behind it and
    `kiosk run` works. 2: it could not be checked.
    """
    from datetime import date

    from kiosk.consent.law import Profile
    from kiosk.notices import Report

    directory = _state(state)
    with _refusing():
        settings = _settings(directory, config)
        report = Report(settings.under(Profile(profile)) if profile else settings, date.today())
    click.echo(report.json() if as_json else report.table())
    sys.exit(0 if report.complete else 1)


@notice.command("show")
@click.option(
    "--lang", "tags", multiple=True, metavar="TAG", help="Only this language; may be repeated. [default: store.toml's]"
)
@state_option
@config_option
def show_notice(tags: tuple[str, ...], state: Path | None, config: Path | None) -> None:
    """Print what visitors read, first screen and full text, with its hash."""
    from kiosk import notices

    directory = _state(state)
    with _refusing():
        settings = _settings(directory, config)
        spoken = settings.screen.languages
        if unknown := [tag for tag in tags if tag not in spoken]:
            raise Refusal(f"--lang {unknown[0]}: store.toml has {', '.join(spoken)}. Name one of these, or add it there.")
        click.echo(notices.show(notices.load(settings), tags or spoken))


@main.group()
def receipt() -> None:
    """Receipts: check one, and make the page that checks them."""


key_option = click.option("--key", "keys", type=PATH, multiple=True, help="A public key of the shop. [default: STATE's keys]")


@receipt.command("verify")
@click.argument("text", metavar="TEXT|IMAGE")
@key_option
@state_option
def verify_receipt(text: str, keys: tuple[Path, ...], state: Path | None) -> None:
    """Check a receipt: its URL, its short code, or a photo of its QR code. Without a network.

    Exit code 0: genuine. 1: not. 2: it could not be checked.
    """
    from datetime import UTC, datetime

    from kiosk.ledger.store import Ledger
    from kiosk.receipts import check
    from kiosk.receipts import keys as key_files

    directory = _state(state)
    with _refusing():
        if os.path.isfile(text) or Path(text).suffix.lower() in (".png", ".jpg", ".jpeg"):
            from kiosk.receipts import photo

            text = photo.read(Path(text))
        ledger = Ledger(directory.ledger, read_only=True) if (state or not keys) and directory.ledger.exists() else None
        try:
            if not check.is_code(text):
                public = key_files.load(keys or key_files.of_state(directory.path))
                checked = check.check(text, public, datetime.now(UTC), ledger)
            elif ledger:
                checked = check.check_code(text, ledger)
            else:
                raise Refusal("A short code is looked up in a ledger: name the kiosk's --state, or give the whole receipt.")
        finally:
            if ledger:
                ledger.close()
    click.echo(checked.words)
    sys.exit(0 if checked.genuine else 1)


@receipt.command("page")
@click.option("--out", type=PATH, required=True, help="Folder for index.html: put it where store.toml's [receipt] url points.")
@key_option
@state_option
@config_option
def receipt_page(out: Path, keys: tuple[Path, ...], state: Path | None, config: Path | None) -> None:
    """Make the page that receipts open: one file, for any web server."""
    from kiosk import notices
    from kiosk.config import LANGUAGES
    from kiosk.receipts import keys as key_files
    from kiosk.receipts import page

    directory = _state(state)
    with _refusing():
        settings = _settings(directory, config)
        public = key_files.load(keys or key_files.of_state(directory.path))
        path = page.write(out, page.build(notices.load(settings), public, LANGUAGES))
    click.echo(f"Wrote {path}. Serve it at {settings.receipt.url.upper()}: receipts open that address, in capitals.")


@main.group()
def ledger() -> None:
    """The ledger: read it, check it, prove what it says."""


@ledger.command("verify")
@click.argument("backup", required=False, type=PATH, metavar="[BACKUP]")
@click.option(
    "--checkpoint",
    type=PATH,
    help="A signed head that was kept elsewhere: the ledger must go on from it. [default: STATE/head.note]",
)
@key_option
@state_option
def verify_ledger(backup: Path | None, checkpoint: Path | None, keys: tuple[Path, ...], state: Path | None) -> None:
    """Find whatever was changed, removed or added behind the kiosk's back: in the ledger, or in a BACKUP of it.

    Exit code 0: sound. 1: tampered. 2: it could not be checked.
    """
    from kiosk.ledger import audit
    from kiosk.ledger.verify import count
    from kiosk.receipts import keys as key_files

    directory = _state(state)
    if backup:
        with _refusing():
            known_keys = key_files.load(keys or (key_files.of_state(directory.path) if state else ()))
            _verify_backup(backup, checkpoint, known_keys)
        return
    with _refusing():
        path = _ledger_file(directory)
        public = key_files.load(keys or key_files.of_state(directory.path))
        known = directory.head if directory.head.exists() and directory.head.stat().st_size else None
        head = _note(checkpoint or known) if checkpoint or known else None
        report = audit.verify(path, public, head, _progress)
    for finding in report.findings[:50]:
        click.echo(finding)
    records = count(report.records, "record")
    if not report.sound:
        click.echo(f"TAMPERED: {count(len(report.findings), 'finding')} in {records}. Keep {path} as it is.")
        sys.exit(1)
    _say_sound(report)


def _say_sound(report: "Report") -> None:
    from kiosk.ledger.verify import count

    told = f"{count(report.records, 'record')}, {report.erased} of them erased, under {count(report.heads, 'signed head')}"
    click.echo(f"sound: {told}")
    for line in _key_lines(report.head, report.keys):
        click.echo(line)
    click.echo(report.head, nl=False)


def _verify_backup(path: Path, checkpoint: Path | None, keys: "list[Ed25519PublicKey]") -> None:
    from kiosk.ledger import backup
    from kiosk.ledger.checkpoint import opened
    from kiosk.ledger.store import Ledger

    with backup.opened(path, keys, progress=_progress) as found:
        if checkpoint:
            head = opened(_note(checkpoint), found.report.keys)
            with closing(Ledger(found.folder / backup.LEDGER, read_only=True)) as store:
                if not store.continues(head):
                    raise Refusal(f"{path} does not go on from the {head.size} records of {checkpoint}: take a newer one.")
        _say_sound(found.report)


@ledger.command("backup")
@click.option("--out", type=PATH, required=True, help="A new file, by custom NAME.kiosk-backup.")
@click.option("--with-key", is_flag=True, help="With the private key too: whoever reads the file can sign as the shop.")
@state_option
def backup_ledger(out: Path, with_key: bool, state: Path | None) -> None:
    """Copy the ledger to one file, also while the kiosk runs. Keep it elsewhere."""
    from kiosk.ledger import backup
    from kiosk.ledger.verify import count
    from kiosk.receipts import keys as key_files

    directory = _state(state)
    with _refusing():
        path, public = _ledger_file(directory), key_files.of_state(directory.path)
        done = backup.write(path, out, directory.signing_key(), public, directory.private_key if with_key else None)
    click.echo(f"Wrote {count(done.report.records, 'record')} to {out}, and checked them there.")
    click.echo(done.note, nl=False)


@ledger.command("restore")
@click.argument("backup", type=PATH)
@click.option("--older", is_flag=True, help="Also where the kiosk has signed records since that are not in the backup.")
@key_option
@state_option
def restore_ledger(backup: Path, older: bool, keys: tuple[Path, ...], state: Path | None) -> None:
    """Put a BACKUP in the ledger's place. What was there is kept beside it."""
    from kiosk.ledger.backup import restore
    from kiosk.ledger.verify import count
    from kiosk.receipts import keys as key_files

    directory = _state(state)
    with _refusing():
        _hold(directory)
        used = directory.ledger.exists() or (directory.head.exists() and directory.head.stat().st_size)
        known = keys or (key_files.of_state(directory.path) if used else ())
        done = restore(backup, directory.path, key_files.load(known), older)
    click.echo(f"Restored {count(done.head.size, 'record')} of {done.head.origin} to {directory.ledger}.")
    if done.lost:
        click.echo("The kiosk had signed more than that: whoever keeps a later head will see the gap.")
    if done.kept:
        click.echo(f"What was there is in {done.kept}. Delete it when you have seen that all is well.")
    if not done.private:
        click.echo("There is no private key here: the kiosk makes a new one at its start, and signs with that.")
    for line in done.key_lines:
        click.echo(f"key {line}")
    if not known:
        click.echo("Compare the key with the one that the shop publishes: nothing here could tell whose backup it is.")


@ledger.command("show")
@click.option("--last", type=click.IntRange(1), help="Only the newest N records.", metavar="N")
@click.option("--code", help="Only the visit with this short code.")
@click.option("--json", "as_json", is_flag=True, help="For programs: one object a line.")
@state_option
def show_ledger(last: int | None, code: str | None, as_json: bool, state: Path | None) -> None:
    """List the records, newest last."""
    from kiosk.ledger import table

    with _refusing(), _reading(state) as store:
        rows = _of_code(store, code) if code else store.rows(after=max(store.count() - last, 0) if last else 0)
        for line in table.json_lines(rows) if as_json else table.lines(rows):
            click.echo(line)


@ledger.command("prove")
@click.argument("record", metavar="ID")
@click.option("--out", type=PATH, help="A file to write, by custom NAME.tlog-proof. [default: print it]")
@state_option
def prove_record(record: str, out: Path | None, state: Path | None) -> None:
    """Prove that a record is under the newest signed head. ID: its number, or a short code for what that visit last said."""
    with _refusing(), _reading(state) as store:
        seq = (
            int(record)
            if record.isascii() and record.isdecimal() and len(record) < 10
            else _answer(store, record, "no record's number, and no short code").seq
        )
        _give(store.prove(seq), out)


@ledger.command("checkpoint")
@click.option("--since", type=click.IntRange(0), metavar="SIZE", help="With a proof for whoever keeps the head of SIZE.")
@click.option("--out", type=PATH, help="A file to write. [default: print it]")
@state_option
def newest_checkpoint(since: int | None, out: Path | None, state: Path | None) -> None:
    """Print the newest signed head. Keep it elsewhere: it alone shows later that no older copy was put back."""
    from kiosk.receipts import keys as key_files

    with _refusing(), _reading(state) as store:
        note, _ = store.newest_head()
        _give(note if since is None else store.extension(since), out)
        for line in _key_lines(note, key_files.load(key_files.of_state(_state(state).path))):
            click.echo(line, err=True)


@ledger.command("export")
@click.option("--out", type=PATH, required=True, help="A new folder, or a new .zip file.")
@state_option
def export_ledger(out: Path, state: Path | None) -> None:
    """Write everything an auditor needs, with a verifier in plain Python."""
    from kiosk.ledger.export import export
    from kiosk.ledger.verify import count
    from kiosk.receipts import keys as key_files

    directory = _state(state)
    with _refusing():
        path = _ledger_file(directory)
        public = key_files.load(key_files.of_state(directory.path))
        number = export(path, out, directory.signing_key(), public)
    click.echo(f"Wrote {count(number, 'record')} to {out}. Whoever has it can check it: python3 verify.py")


@ledger.command("purge")
@click.option("--before", type=click.DateTime(["%Y-%m-%d"]), help="A day. [default: store.toml's evidence_months ago]")
@click.option("--yes", is_flag=True, help="Also of records that store.toml still keeps as evidence.")
@state_option
@config_option
def purge_ledger(before, yes: bool, state: Path | None, config: Path | None) -> None:
    """Drop the content of records past their time for good; the proof that nothing else went stays."""
    from datetime import UTC, datetime

    from kiosk.ledger.store import Ledger
    from kiosk.ledger.verify import count
    from kiosk.receipts import keys as key_files

    directory, now = _state(state), datetime.now(UTC)
    with _refusing():
        path = _ledger_file(directory)
        before = before and before.replace(tzinfo=UTC)
        if before and before > now:
            raise Refusal(f"--before {before:%Y-%m-%d} is in the future: nothing was dropped. Give a day up to today.")
        if not (before and yes):
            settings = _settings(directory, config)
            kept = settings.kept_since(now)
            if before and before > kept:
                raise Refusal(
                    f"--before {before:%Y-%m-%d} would drop what store.toml keeps as evidence for "
                    f"{count(settings.notice.evidence_months, 'month')}, since {kept:%Y-%m-%d}: nothing was dropped. "
                    "Give --yes to drop it all the same."
                )
            before = before or kept
        key, known = directory.signing_key(), key_files.load(key_files.of_state(directory.path))
        store = Ledger(path, key=key, older=known)
        try:
            purged = store.purge(before)
        finally:
            store.close()
    if purged.count:
        which = f"{purged.first} to {purged.last}" if purged.count > 1 else str(purged.first)
        click.echo(f"Dropped the content of {count(purged.count, 'record')} of before {before:%Y-%m-%d}: {which}.")
    else:
        click.echo(f"Nothing to drop: there is no record of before {before:%Y-%m-%d} that still has its content.")


@main.group()
def staff() -> None:
    """Staff accounts: who may open the staff page, with a PIN, and with a badge too."""


pin_option = click.option("--pin", prompt="PIN, six digits", hide_input=True, confirmation_prompt=True)
GESTURE = "five taps in the upper left corner, the last one held for a second"


@staff.command("add")
@click.argument("name")
@pin_option
@state_option
def add_staff(name: str, pin: str, state: Path | None) -> None:
    """Make an account called NAME."""
    with _refusing(), _accounts(state) as accounts:
        accounts.add(name, pin)
    click.echo(f"{name} can open the staff page now: {GESTURE}.")


@staff.command("set-pin")
@click.argument("name")
@pin_option
@state_option
def set_pin(name: str, pin: str, state: Path | None) -> None:
    """Give NAME a PIN, or a new one."""
    with _refusing(), _accounts(state) as accounts:
        accounts.set_pin(name, pin)
    click.echo(f"{name} can open the staff page now: {GESTURE}.")


@staff.command("remove")
@click.argument("name")
@state_option
def remove_staff(name: str, state: Path | None) -> None:
    """Take NAME's account away, with PIN and badge; what the ledger says of NAME stays."""
    with _refusing(), _accounts(state) as accounts:
        accounts.remove(name)
    click.echo(f"{name} can no longer open the staff page.")


@staff.command("list")
@state_option
def list_staff(state: Path | None) -> None:
    """List the accounts, and which are locked."""
    from datetime import datetime, timedelta

    with _refusing(), _accounts(state) as accounts:
        for name in accounts.names:
            told = ["PIN and badge" if accounts.has_badge(name) else "PIN"]
            for way, wait in accounts.waits(name).items():
                until = datetime.now().astimezone() + timedelta(seconds=wait)
                told.append(f"{way} locked until {until:%Y-%m-%d %H:%M:%S}")
            click.echo(f"{name}: {', '.join(told)}")
        if not accounts.names:
            click.echo("There is no staff account yet: kiosk staff add NAME")


@staff.command("unlock")
@click.argument("name")
@state_option
def unlock_staff(name: str, state: Path | None) -> None:
    """Forget the wrong PINs that were typed for NAME."""
    with _refusing(), _accounts(state) as accounts:
        accounts.unlock(name)
    click.echo(f"{name} can try again at once.")


@staff.command("badge")
@click.argument("name")
@click.option("--out", type=PATH, required=True, help="A file to write, by custom NAME.png.")
@state_option
def make_badge(name: str, out: Path, state: Path | None) -> None:
    """Write a QR code that asks for NAME's PIN when the scanner reads it. NAME's badge before it is worth nothing any more."""
    from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt

    from kiosk.files import write_durably
    from kiosk.screens.code_image import draw

    with _refusing(), _accounts(state) as accounts:
        code = draw(accounts.make_badge(name))
        image = QBuffer()
        image.open(QIODevice.OpenModeFlag.WriteOnly)
        code.scaled(QSize(12, 12) * code.width(), mode=Qt.TransformationMode.FastTransformation).save(image, "PNG")
        try:
            write_durably(out, image.data().data(), 0o600)
        except OSError as error:
            raise Refusal(f"{out} cannot be written: {error.strerror}. {name} has no badge now: name another file.") from error
    click.echo(f"Wrote {out}. Print it 4 cm wide, write {name} on it, and delete the file: whoever has it needs only the PIN.")


@contextmanager
def _accounts(state: Path | None) -> Iterator["Accounts"]:
    from kiosk.staff.accounts import Accounts

    directory = _state(state)
    directory.make()
    yield Accounts(directory.staff)


@contextmanager
def _reading(state: Path | None) -> Iterator["Ledger"]:
    from kiosk.ledger.store import Ledger

    store = Ledger(_ledger_file(_state(state)), read_only=True)
    try:
        yield store
    finally:
        store.close()


def _of_code(store: "Ledger", typed: str) -> list["Row"]:
    return list(store.rows(_answer(store, typed, "no short code").visit))


def _answer(store: "Ledger", typed: str, not_code: str) -> "Row":
    """What the visit with this short code last said."""
    from kiosk.consent.code import read_code

    code = read_code(typed)
    found = store.answer(code) if code else None
    if found is None:
        why = "The ledger has no answer with this code." if code else f"It is {not_code}, as in K7QM-3XVA-9D."
        raise Refusal(f"{typed!r}: {why}")
    return found


def _give(text: str, out: Path | None) -> None:
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Refusal(f"{out} cannot be written: {error.strerror}.") from error
    click.echo(f"Wrote {out}.")


def _note(path: Path) -> str:
    from kiosk.ledger.checkpoint import Checkpoint, CheckpointError

    text = _text(path)
    try:
        Checkpoint.parse(text)
    except CheckpointError as error:
        raise Refusal(f"{path}: {error}") from error
    return text


def _key_lines(note: str, keys: Iterable["Ed25519PublicKey"]) -> list[str]:
    """Whose head this is, as verify.py says it, to compare."""
    from kiosk.ledger.checkpoint import signers

    return [f"key {line}" for line in (signers(note, keys) if note else ())]


def _ledger_file(directory: "StateDirectory") -> Path:
    if not directory.ledger.exists():
        raise Refusal(f"{directory.ledger} does not exist: no kiosk has run on this state directory yet.")
    return directory.ledger


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise Refusal(f"{path} does not exist.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"{path} cannot be read: {error}.") from error


def _progress(done: int, of: int) -> None:
    if of >= 50_000 and done % 50_000 == 0:
        click.echo(f"{done:,} of {of:,} records", err=True)


def _hold(directory: "StateDirectory") -> None:
    """Keep every kiosk out while this command runs. Raises StateError or Refusal."""
    if (kiosk := directory.holder()) is not None:
        raise Refusal(f"A kiosk, process {kiosk}, is running on {directory.path}. Stop it, then do this again.")
    directory.hold()


def _kiosk_users(name: str | None) -> list[int] | None:
    from kiosk.gate.peer import user_number

    try:
        return None if name is None else [user_number(int(name) if name.isdecimal() else name)]
    except ValueError as error:
        raise Refusal(f"--kiosk-user: {error}. Leave it out where kiosk and camera run as one user.") from error


def _state(path: Path | None):
    from kiosk.state import StateDirectory, default_state

    return StateDirectory((path or default_state()).absolute())


def _hasten() -> None:
    """Before anything is imported: what the first picture need not wait for."""
    # sqlite-utils imports numpy where it finds it: a tenth of a second at each start, for nothing that the kiosk does.
    sys.modules.setdefault("numpy", None)  # type: ignore[arg-type]
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # else it reads what every package here says of itself
    gc.disable()  # until all is open: what is made before is there to stay


def _settings(directory, config: Path | None):
    from kiosk.config import load

    return load(config or directory.config)


@contextmanager
def _refusing() -> Iterator[None]:
    """Every error class of this project is a sentence for people: say it, without a traceback."""
    try:
        yield
    except (ValueError, RuntimeError) as error:
        if not type(error).__module__.startswith("kiosk."):
            raise
        raise Refusal(str(error)) from error
