"""`kiosk ledger` as a shop and an auditor run it."""

import base64
import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiosk.config import TEMPLATE
from kiosk.consent.code import short_code, spaced
from kiosk.consent.decision import Act, Choice, Decision, Entry, Purpose, Shown, digest
from kiosk.ledger import table
from kiosk.ledger.store import Ledger
from kiosk.state import StateDirectory

NOTICE = {"version": "1", "facts": {"controller": "Harbour Motors Ltd"}, "words": {"en": {"headline": "Cameras"}}}
SHOWN = Shown(digest(NOTICE), "en", "portrait 1080x1920", ("Yes", "No"), (Choice.OPT_IN, Choice.OPT_OUT))
ASKED = (Purpose.DWELL,)
OLD = datetime.now(UTC) - timedelta(days=4 * 366)


def visit(number: int) -> str:
    return f"{number << 70:032x}"


def kiosk(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "ledger", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A shop's: six visits of four years ago, six of today."""
    directory = StateDirectory(tmp_path / "state")
    directory.make()
    directory.config.write_text(TEMPLATE)
    now = [OLD]
    ledger = Ledger(directory.ledger, clock=lambda: now[0], key=directory.signing_key(), origin="shop.example/front-door")
    ledger.keep_notice(digest(NOTICE), NOTICE)
    for number in range(12):
        now[0] = OLD if number < 6 else datetime.now(UTC)
        agreed = ASKED if number % 2 else ()
        ledger.append(Entry(Act.OPT_IN if agreed else Act.OPT_OUT, visit(number), Decision(ASKED, agreed, SHOWN)))
        if agreed:
            ledger.append(Entry(Act.ENDED, visit(number), why="left"))
    ledger.close()
    return directory.path


def forge(state: Path, sql: str) -> None:
    with closing(sqlite3.connect(state / "ledger.db")) as db, db:
        for name, trigger in db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall():
            if "records" in name:
                db.execute(f"DROP TRIGGER {name}")
                sql += f";{trigger}"
        db.executescript(sql)


def test_verify_says_sound(state):
    done = kiosk("verify", "--state", state)
    assert done.returncode == 0, done.stdout
    first, key, *head = done.stdout.splitlines()
    assert re.fullmatch(r"sound: 18 records, 0 of them erased, under \d signed heads", first)
    assert head[:2] == ["shop.example/front-door", "18"]
    assert key.startswith("key shop.example/front-door+")


def test_the_key_line_to_compare_is_the_same_everywhere(state, tmp_path):
    said = kiosk("checkpoint", "--state", state)
    (key,) = said.stderr.splitlines()
    assert kiosk("verify", "--state", state).stdout.splitlines()[1] == key
    assert kiosk("export", "--state", state, "--out", tmp_path / "bundle").returncode == 0
    assert (tmp_path / "bundle" / "keys.txt").read_text() == key.removeprefix("key ") + "\n"
    checked = subprocess.run([sys.executable, tmp_path / "bundle" / "verify.py"], capture_output=True, text=True, timeout=60)
    assert checked.stdout.splitlines()[0] == key


def test_one_of_each_is_not_told_as_many(tmp_path):
    directory = StateDirectory(tmp_path / "state")
    directory.make()
    ledger = Ledger(directory.ledger, key=directory.signing_key(), origin="shop.example/front-door")
    ledger.append(Entry(Act.LAPSED, visit(1)))
    ledger.close()
    assert kiosk("verify", "--state", directory.path).stdout.startswith(
        "sound: 1 record, 0 of them erased, under 1 signed head\n"
    )
    assert "Wrote 1 record to" in kiosk("export", "--state", directory.path, "--out", tmp_path / "bundle").stdout
    checked = subprocess.run([sys.executable, tmp_path / "bundle" / "verify.py"], capture_output=True, text=True, timeout=60)
    assert checked.stdout.endswith("sound: 1 record, 0 of them erased, under 1 signed head\n")
    assert (tmp_path / "bundle" / "README").read_text().splitlines()[2].endswith("holds: 1 record.")


def test_verify_says_where_it_was_tampered_with(state):
    forge(state, "UPDATE records SET payload = replace(payload, 'opt_out', 'opt_in') WHERE seq = 4")
    done = kiosk("verify", "--state", state)
    assert done.returncode == 1
    assert "records, record 4: content, salt or leaf was altered" in done.stdout
    assert "TAMPERED: 1 finding in 18 records" in done.stdout


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_text("A letter. " * 500)])
def test_verify_says_what_it_cannot_use(state, spoil):
    spoil(state / "ledger.db")
    done = kiosk("verify", "--state", state)
    assert (done.returncode, done.stdout) == (2, "")
    assert str(state / "ledger.db") in done.stderr


def test_a_head_that_was_kept_shows_that_an_older_copy_was_put_back(state, tmp_path):
    (tmp_path / "copy.db").write_bytes((state / "ledger.db").read_bytes())
    directory = StateDirectory(state)
    ledger = Ledger(directory.ledger, key=directory.signing_key())
    ledger.append(Entry(Act.LAPSED, visit(20)))
    ledger.close()
    assert kiosk("checkpoint", "--state", state, "--out", tmp_path / "kept").returncode == 0
    assert (tmp_path / "kept").read_text() == kiosk("checkpoint", "--state", state).stdout
    assert kiosk("verify", "--state", state, "--checkpoint", tmp_path / "kept").returncode == 0
    (state / "ledger.db").write_bytes((tmp_path / "copy.db").read_bytes())
    assert kiosk("verify", "--state", state).returncode == 0
    done = kiosk("verify", "--state", state, "--checkpoint", tmp_path / "kept")
    assert done.returncode == 1 and "its end was cut off" in done.stdout


@pytest.mark.parametrize("text", [None, "", "a letter\n"])
def test_a_head_that_is_none(state, tmp_path, text):
    if text is not None:
        (tmp_path / "kept").write_text(text)
    done = kiosk("verify", "--state", state, "--checkpoint", tmp_path / "kept")
    assert (done.returncode, done.stdout) == (2, "")
    assert str(tmp_path / "kept") in done.stderr
    assert ("does not exist" in done.stderr) == (text is None)


def test_a_head_of_another_kiosk_says_nothing_about_this_ledger(state, tmp_path):
    other = StateDirectory(tmp_path / "other")
    other.make()
    ledger = Ledger(other.ledger, key=other.signing_key(), origin="shop.example/front-door")
    for number in range(30):
        ledger.append(Entry(Act.LAPSED, visit(number)))
    (tmp_path / "kept").write_text(ledger.head())
    ledger.close()
    done = kiosk("verify", "--state", state, "--checkpoint", tmp_path / "kept")
    assert done.returncode == 1
    assert "given head, 30: None of the given keys signed this" in done.stdout and "cut off" not in done.stdout


def test_checkpoint_for_who_keeps_an_older_one(state):
    done = kiosk("checkpoint", "--state", state, "--since", "5")
    assert done.stdout.startswith("old 5\n")
    assert done.stdout.endswith(kiosk("checkpoint", "--state", state).stdout)
    assert kiosk("checkpoint", "--state", state, "--since", "99").returncode == 2


def test_show(state):
    heading, *lines = kiosk("show", "--state", state).stdout.splitlines()
    assert heading.split() == ["record", "UTC", "act", "code", "language", "what"]
    assert len(lines) == 18
    assert lines[-2].split()[3:] == ["opt_in", spaced(short_code(visit(11))), "en", "yes", "to", "dwell"]
    assert lines[0].endswith("asked about dwell")
    assert kiosk("show", "--state", state, "--last", "3").stdout.splitlines() == [heading, *lines[-3:]]
    assert kiosk("show", "--state", state, "--last", "300").stdout.splitlines() == [heading, *lines]
    code = spaced(short_code(visit(11)))
    assert kiosk("show", "--state", state, "--code", code.lower()).stdout.splitlines() == [heading, *lines[-2:]]
    told = [json.loads(line) for line in kiosk("show", "--state", state, "--json", "--last", "2").stdout.splitlines()]
    assert [(each["seq"], each["act"]) for each in told] == [(17, "opt_in"), (18, "ended")]


@pytest.mark.parametrize("code", ["K7QM", "0000000000", "K7QM3XVA9E"])
def test_a_code_that_is_none(state, code):
    for arguments in (("show", "--code", code), ("prove", code)):
        done = kiosk(*arguments, "--state", state)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.rstrip().endswith(("no answer with this code.", "no short code, as in K7QM-3XVA-9D."))
    assert "number" not in kiosk("show", "--code", code, "--state", state).stderr


def test_export_and_prove(state, tmp_path):
    done = kiosk("export", "--state", state, "--out", tmp_path / "bundle")
    assert done.returncode == 0, done.stderr
    for name in ("17", spaced(short_code(visit(11)))):
        assert kiosk("prove", name, "--state", state, "--out", tmp_path / "17.tlog-proof").returncode == 0
        proof = (tmp_path / "17.tlog-proof").read_text()
        assert proof.startswith("c2sp.org/tlog-proof@v1\nindex 16\n")
        assert kiosk("prove", name, "--state", state).stdout == proof
    script = [sys.executable, "-I", "-S", tmp_path / "bundle" / "verify.py", "--proof", tmp_path / "17.tlog-proof"]
    checked = subprocess.run(script, capture_output=True, text=True, timeout=60)
    assert checked.returncode == 0, checked.stdout
    assert "sound: 18 records" in checked.stdout
    again = kiosk("export", "--state", state, "--out", tmp_path / "bundle")
    assert again.returncode == 2 and "exists already" in again.stderr
    assert kiosk("prove", "99", "--state", state).returncode == 2


def test_purge_drops_what_is_past_its_time(state):
    done = kiosk("purge", "--state", state)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"Dropped the content of 9 records of before [-0-9]{10}: 1 to 9\.\n", done.stdout)
    assert kiosk("purge", "--state", state).stdout.startswith("Nothing to drop: there is no record of before")
    raw = b"".join(path.read_bytes() for path in sorted(state.iterdir()))
    assert [visit(number).encode() in raw for number in range(12)] == [False] * 6 + [True] * 6
    shown = kiosk("show", "--state", state).stdout.splitlines()
    assert len(shown) == 1 + 9 + 1
    assert shown[-1].endswith("content of 9 dropped: 1 to 9 (retention)")
    assert kiosk("verify", "--state", state).stdout.startswith("sound: 19 records, 9 of them erased")
    assert kiosk("verify", "--state", state).returncode == 0


def test_purge_refuses_a_day_to_come_and_asks_before_it_drops_evidence(state):
    tomorrow = f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%d}"
    for more in ((), ("--yes",)):
        done = kiosk("purge", "--state", state, "--before", tomorrow, *more)
        assert (done.returncode, done.stdout) == (2, "")
        assert "is in the future" in done.stderr
    recent = f"{datetime.now(UTC) - timedelta(days=30):%Y-%m-%d}"
    done = kiosk("purge", "--state", state, "--before", recent)
    assert (done.returncode, done.stdout) == (2, "")
    assert "36 months" in done.stderr and "--yes" in done.stderr
    assert len(kiosk("show", "--state", state).stdout.splitlines()) == 1 + 18
    done = kiosk("purge", "--state", state, "--before", recent, "--yes")
    assert done.stdout == f"Dropped the content of 9 records of before {recent}: 1 to 9.\n"
    older = f"{OLD - timedelta(days=366):%Y-%m-%d}"
    assert kiosk("purge", "--state", state, "--before", older).stdout == (
        f"Nothing to drop: there is no record of before {older} that still has its content.\n"
    )


def test_purge_goes_on_under_a_renewed_key(state):
    (state / "receipt-key.pub.pem").rename(state / "receipt-key-2022.pub.pem")
    (state / "receipt-key.pem").unlink()
    assert kiosk("purge", "--state", state).returncode == 0
    said = kiosk("verify", "--state", state)
    assert said.returncode == 0, said.stdout
    assert len([line for line in said.stdout.splitlines() if line.startswith("key ")]) == 1


def erasure(**changes):
    camera = Ed25519PrivateKey.generate()
    said = "what was erased"
    public = camera.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    names = {"key": public, "signature": camera.sign(said.encode())}
    signed = {name: base64.b64encode(value).decode() for name, value in names.items()}
    return {"camera": "door", "counts": {"faces": 1, "looks": 2, "stays": 0}, "statement": said} | signed | changes


@pytest.mark.parametrize(
    ("why", "detail", "told"),
    [
        ("", erasure(), "camera door erased faces 1, looks 2; signed"),
        ("", erasure(counts={}), "camera door held nothing; signed"),
        ("", erasure(key="", signature=""), "camera door erased faces 1, looks 2; not signed"),
        ("", erasure(statement="less"), "camera door erased faces 1, looks 2; its signature does not fit"),
        ("unanswered", {"cameras": ["back"]}, 'unanswered, cameras ["back"]'),
    ],
    ids=["erased", "nothing", "unsigned", "forged", "unanswered"],
)
def test_what_a_camera_erased_is_shown_in_words(tmp_path, why, detail, told):
    ledger = Ledger(tmp_path / "ledger.db")
    ledger.append(Entry(Act.ERASURE, visit(1), why=why, detail=detail))
    (_, line) = table.lines(ledger.rows())
    ledger.close()
    assert line.endswith(f"  {told}")


@pytest.mark.parametrize(
    "command", [("show",), ("prove", "1"), ("checkpoint",), ("export", "--out", "bundle"), ("purge",), ("verify",)]
)
def test_no_ledger_yet(tmp_path, command):
    directory = StateDirectory(tmp_path / "state")
    directory.signing_key()
    directory.config.write_text(TEMPLATE)
    done = kiosk(*command, "--state", directory.path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Error: {directory.ledger} does not exist: no kiosk has run on this state directory yet.\n"
    assert not directory.ledger.exists()
