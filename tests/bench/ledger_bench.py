"""What the ledger costs, each figure beside a floor of the same run: `python tests/bench/ledger_bench.py [--quick]`.

Makes a ledger of 430,000 visits (20,000 with --quick) by the ledger's own append, real rows, nodes and signed heads, but a
thousand to a transaction and without waiting for the disk. What is timed afterwards waits for the disk (synchronous FULL).
"""

import argparse
import hashlib
import json
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.consent.decision import Act, Choice, Decision, Entry, Purpose, Shown, digest
from kiosk.ledger import tree
from kiosk.ledger.audit import verify
from kiosk.ledger.checkpoint import Checkpoint, parse_proof
from kiosk.ledger.store import Ledger

VISITS, QUICK, SMALL = 430_000, 20_000, 1_000
A_DAY = 1_200  # visits
BATCH = 1_000
APPENDS, ROUNDS, PROOFS, OPENINGS = 200, 5, 400, 9
START = datetime(2024, 1, 1, 9, tzinfo=UTC)
KEY = Ed25519PrivateKey.generate()
NOTICE = {"version": "1", "facts": {"controller": "Harbour Motors Ltd"}, "words": {"en": {"headline": "Cameras"}}}
ASKED = (Purpose.AGE_GROUP, Purpose.GENDER, Purpose.DWELL)


def screen(word: str) -> Shown:
    return Shown(digest(NOTICE), "en", "portrait 1080x1920", (word, "Yes", "No"), (Choice.OPT_IN, Choice.OPT_OUT))


BEFORE = tuple(screen(purpose) for purpose in ASKED)
YES = Decision(ASKED, ASKED[:2], screen("done"), BEFORE, profile="eu")
NO = Decision(ASKED, (), screen("done"), profile="eu")


def entries(number: int) -> list[Entry]:
    """Every third visit says yes, and its permission ends."""
    visit = os.urandom(16).hex()
    if number % 3:
        return [Entry(Act.OPT_OUT, visit, NO)]
    return [Entry(Act.OPT_IN, visit, YES), Entry(Act.ENDED, visit, why="left")]


def make(path: Path, visits: int) -> int:
    """Gives the number of records."""
    now = [START]
    with closing(opened(path, lambda: now[0])) as ledger:
        ledger._db.execute("PRAGMA synchronous = OFF")
        ledger.keep_notice(digest(NOTICE), NOTICE)
        ledger.append(Entry(Act.NOTICE, detail={"notice": digest(NOTICE)}))
        for first in range(0, visits, BATCH):
            with ledger._writing():
                for number in range(first, min(first + BATCH, visits)):
                    now[0] = START + timedelta(days=number // A_DAY)
                    for entry in entries(number):
                        ledger._append(entry)
        return ledger.count()


def opened(path: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Ledger:
    return Ledger(path, clock=clock, key=KEY, origin="shop.example/front-door")


def seconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def appends(path: Path) -> tuple[float, float]:
    """Seconds of one append, and of its floor: insert and commit a blob of a record's size. Medians, turn and turn about."""
    numbers = iter(range(10**9))
    with closing(opened(path)) as ledger, closing(sqlite3.connect(path.with_name("floor.db"), isolation_level=None)) as floor:
        size = ledger._db.execute("SELECT avg(length(payload)) + 16 + 32 + 32 + 10 + 32 FROM records").fetchone()[0]
        floor.execute("PRAGMA journal_mode = WAL")
        floor.execute("PRAGMA synchronous = FULL")
        floor.execute("CREATE TABLE IF NOT EXISTS blobs (id INTEGER PRIMARY KEY, content BLOB)")

        def bare() -> None:
            floor.execute("BEGIN IMMEDIATE")
            floor.execute("INSERT INTO blobs(content) VALUES (?)", [blob])
            floor.execute("COMMIT")

        mine, theirs = [], []
        for _ in range(ROUNDS):
            for _ in range(APPENDS):
                entry, blob = entries(next(numbers))[0], os.urandom(int(size))
                mine.append(seconds(lambda: ledger.append(entry)))  # noqa: B023
                theirs.append(seconds(bare))
    return statistics.median(mine), statistics.median(theirs)


def ready(path: Path) -> float:
    """Seconds to open, to know what was interrupted and to have appended once. Median."""

    def once() -> None:
        with closing(opened(path)) as ledger:
            ledger.interrupted()
            ledger.notice_in_force()
            ledger.append(Entry(Act.STAFF, why="reset", by="ada"))

    return statistics.median(seconds(once) for _ in range(OPENINGS))


def proofs(path: Path) -> tuple[float, int]:
    """Seconds to make one, median; and its bytes. Each is checked."""
    with closing(opened(path)) as ledger:
        records, times = ledger.count(), []
        for _ in range(PROOFS):
            seq = random.randrange(records) + 1
            started = time.perf_counter()
            text = ledger.prove(seq)
            times.append(time.perf_counter() - started)
            index, hashes, note = parse_proof(text)
            (leaf,) = ledger._db.execute("SELECT leaf FROM records WHERE seq = ?", [seq]).fetchone()
            head = Checkpoint.parse(note)
            if not tree.verify_inclusion(leaf, index, head.size, hashes, head.root):
                raise SystemExit(f"the proof of record {seq} is wrong")
    return statistics.median(times), len(text)


def checked(path: Path) -> float:
    started = time.perf_counter()
    report = verify(path, [KEY.public_key()])
    if not report.sound:
        raise SystemExit(f"a ledger that nobody touched is called tampered: {report.findings[:3]}")
    return time.perf_counter() - started


def hashed(path: Path) -> float:
    """The floor of a check: SHA-256 over the same bytes, read from the same file."""
    with closing(sqlite3.connect(path)) as db:
        db.text_factory = bytes
        return seconds(
            lambda: [hashlib.sha256(salt + payload) for salt, payload in db.execute("SELECT salt, payload FROM records")]
        )


def purged(path: Path) -> tuple[float, int]:
    """Seconds to drop the oldest day, and how many records that was."""
    with closing(opened(path)) as ledger:
        started = time.perf_counter()
        done = ledger.purge(START + timedelta(days=1))
        return time.perf_counter() - started, done.count


def measure(visits: int, folder: Path) -> dict[str, float]:
    large, small = folder / "large.db", folder / "small.db"
    started = time.perf_counter()
    records = make(large, visits)
    made = time.perf_counter() - started
    make(small, SMALL)
    found: dict[str, float] = {"visits": visits, "records": records, "made_seconds": made}
    found["bytes_per_record"] = large.stat().st_size / records
    with closing(sqlite3.connect(large)) as db:
        found["payload_bytes_per_record"] = db.execute("SELECT avg(length(payload)) FROM records").fetchone()[0]
    found["ready_small_ms"], found["ready_large_ms"] = ready(small) * 1e3, ready(large) * 1e3
    append, floor = appends(large)
    found["append_ms"], found["append_floor_ms"] = append * 1e3, floor * 1e3
    proof, found["proof_bytes"] = proofs(large)
    found["proof_ms"] = proof * 1e3
    found["verify_seconds"], found["verify_floor_seconds"] = checked(large), hashed(large)
    found["purge_seconds"], found["purge_records"] = purged(large)
    return found


def table(found: dict[str, float]) -> str:
    append, floor = found["append_ms"], found["append_floor_ms"]
    verify_s, hash_s = found["verify_seconds"], found["verify_floor_seconds"]
    rows = [
        ("visits, records", f"{found['visits']:,.0f}, {found['records']:,.0f}", f"made in {found['made_seconds']:.0f} s"),
        ("append, durable", f"{append:.3f} ms", f"{1e3 / append:,.0f} a second"),
        ("  floor: a blob, durable", f"{floor:.3f} ms", f"append costs {append / floor:.2f} times as much"),
        ("bytes a record", f"{found['bytes_per_record']:.0f}", f"{found['payload_bytes_per_record']:.0f} of them its payload"),
        ("ready, of 1,000 visits", f"{found['ready_small_ms']:.1f} ms", "open, interrupted, one append"),
        (
            "ready, of all",
            f"{found['ready_large_ms']:.1f} ms",
            f"{found['ready_large_ms'] / found['ready_small_ms']:.2f} times",
        ),
        ("proof of a record", f"{found['proof_ms']:.3f} ms", f"{found['proof_bytes']:.0f} bytes"),
        ("full verify", f"{verify_s:.2f} s", f"{verify_s / found['records'] * 430_000:.2f} s per 430,000 records"),
        ("  floor: SHA-256 of it", f"{hash_s:.2f} s", f"verify takes {verify_s / hash_s:.1f} times as long"),
        ("purge of a day", f"{found['purge_seconds']:.2f} s", f"{found['purge_records']:.0f} records"),
    ]
    return "\n".join(f"{name:<26}{value:>20}   {note}" for name, value, note in rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} visits instead of {VISITS:,}")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(QUICK if given.quick else VISITS, Path(folder))
    print(table(found))
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
