"""`kiosk demo`: with a display, two windows and you; without one, scripted visitors, pictures and a summary."""

import json
import secrets
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk import __version__
from kiosk.camera.scene import SPOT
from kiosk.config import DEMONSTRATION
from kiosk.demo.stage import Stage, StageError
from kiosk.demo.visitors import Play
from kiosk.insight import summary as insight
from kiosk.ledger.store import Ledger
from kiosk.staff.accounts import Accounts
from kiosk.state import StateDirectory

MARK = ".consent-kiosk-demo"
NAMES = ("teal", "plum", "ochre", "slate", "rose", "moss")
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}

Spot = Sequence[tuple[float, float]]


def demo(headless: bool, out: Path, source: str | None, spot: Spot | None, face_model: Path | None) -> int:
    """Play; the exit code. Raises StageError."""
    state = _fresh(out)
    pin = f"{secrets.randbelow(10**6):06d}"
    Accounts(state.staff).set_pin("Front desk", pin)
    with tempfile.TemporaryDirectory(prefix="consent-kiosk-") as runtime:
        socket = Path(runtime) / "gate.sock"
        place = spot or (SPOT if source is None else None)
        camera = [
            "--state",
            str(state.path),
            "--socket",
            str(socket),
            "--source",
            source or "scene",
            "--out",
            str(out / "camera"),
        ]
        camera += ["--spot", " ".join(f"{x:.4f},{y:.4f}" for x, y in place)] if place else []
        camera += ["--face-model", str(face_model)] if face_model else []
        kiosk = ["--state", str(state.path), "--socket", str(socket)]
        if headless and source is None:
            return _perform(out, state, pin, kiosk, camera)
        if headless and not Path(source).is_file() and not source.isdigit() and "://" not in source:
            raise StageError(f"The file {source} does not exist. Name a video file, an address or a device number.")
        if headless:
            return _watch(out, state, kiosk, camera, asking=Path(source).is_file())
        return _windows(out, pin, kiosk, camera)


def _perform(out: Path, state: StateDirectory, pin: str, kiosk: list[str], camera: list[str]) -> int:
    began = time.monotonic()

    def say(line: str) -> None:
        print(f"{time.monotonic() - began:5.1f} s  {line}", flush=True)

    print("A morning at the entrance, played by scripted visitors on the real kiosk, ledger, socket, gate and camera.")
    print("(Only the visitor who walks away meets shorter time-outs than a shop's 60 s and 30 s.)\n")
    stage = Stage(out, kiosk, camera, OFFSCREEN)
    try:
        play = Play(stage, state.signing_key().public_key(), pin, say)
        play.run()
        report = stage.report()
    finally:
        stage.close()
    summary = _summary(state, play, report, time.monotonic() - began)
    (out / "summary.json").write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print()
    print(_counts(state))
    print()
    print(
        f"Every screen is in {out / 'screens'}, what the camera saw in {out / 'camera'}, all numbers in {out / 'summary.json'}."
    )
    print(f"Try the other commands on this run: kiosk stats --state {state.path}")
    return 0


def _counts(state: StateDirectory) -> str:
    """What `kiosk stats` will say of this day when it is over."""
    tomorrow = date.today() + timedelta(days=1)
    told = insight.summary(state.ledger, state.counts, state.tally, tomorrow, days=1)
    return "\n".join([*insight.lines(told), insight.proof(state.ledger)])


def _summary(state: StateDirectory, play: Play, report: dict[str, Any], seconds: float) -> dict[str, Any]:
    """Everything that was measured, and what ledger and camera say of it."""
    ledger = Ledger(state.ledger, read_only=True)
    try:
        rows, root = list(ledger.rows()), ledger.root()
    finally:
        ledger.close()
    return {
        "software": __version__,
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(seconds, 1),
        "visitors": [vars(visitor) for visitor in play.visitors],
        "measured": play.measured,
        "ledger": {
            "records": len(rows),
            "by_act": dict(sorted(Counter(str(row.act) for row in rows).items())),
            "ended_because": dict(sorted(Counter(row.payload["why"] for row in rows if row.act == "ended").items())),
            "root": root,
            "acts": [
                {"seq": row.seq, "act": str(row.act), "visit": row.visit, "why": row.payload.get("why", "")} for row in rows
            ],
        },
        "camera": {name: report[name] for name in ("detector_calls", "faces", "tally", "counters", "fps", "frames")},
    }


def _watch(out: Path, state: StateDirectory, kiosk: list[str], camera: list[str], asking: bool) -> int:
    """Real video. asking: it is a recording; whenever somebody stands in the spot, say yes for them and tell what came of it.

    Nobody says yes for people in front of a live camera: they are counted, and no more, until Ctrl-C.
    """
    if not asking:
        print("A live camera and no screen: nobody can be asked, so nobody's face is looked for. End with Ctrl-C.", flush=True)
    stage = Stage(out, kiosk, camera, OFFSCREEN)
    outcomes: Counter[str] = Counter()
    report: dict[str, Any] = {}
    try:
        stage.until("the camera is in step with the kiosk", lambda: stage.look()["cameras"])
        while stage.camera.alive:
            try:
                report = stage.report()
                if not asking or not any(track["in_spot"] for track in report["tracks"]):
                    time.sleep(0.1)
                    continue
                time.sleep(0.6)
                stage.touch("language-en")
                stage.touch("yes")
                outcome = stage.until(
                    "the gate decides", lambda: (now := stage.look()["analysis"]) not in ("waiting", "off") and now
                )
                outcomes[outcome] += 1
                stage.screen_picture(f"yes-{outcome}")
                time.sleep(0.5)
                stage.camera_picture(f"yes-{outcome}")
                report = stage.report()
                print(
                    f"Somebody stands in the spot and says yes: {outcome}; detector calls so far: {report['detector_calls']}."
                )
                stage.touch("done")
                stage.until("this visitor is gone", lambda: stage.look()["permissions"] == 0, 600)
            except StageError:
                if not stage.camera.gone(2):
                    raise
    except KeyboardInterrupt:
        pass
    finally:
        stage.close()
    said = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())) or "nobody stood in the spot"
    print(
        f"The video has ended: {said}. Face detector calls: {report.get('detector_calls', 0)}, faces: {report.get('faces', 0)}."
    )
    summary = {"outcomes": dict(outcomes), "camera": report}
    (out / "summary.json").write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print()
    print(_counts(state))
    return 0


def _windows(out: Path, pin: str, kiosk: list[str], camera: list[str]) -> int:
    """Two windows: figures walk up as you use the kiosk, and on when you are done."""
    print("Two windows: the kiosk, and what the camera sees. You play the visitor; close the kiosk's window to end.")
    print(f"Staff: five taps in the upper left corner, the last one held for a second; the PIN is {pin}.")
    stage = Stage(out, [*kiosk, "--size", "540x960"], [*camera, "--show"])
    drawn = "scene" in camera
    here, turn = "", 0
    try:
        while stage.kiosk.alive and stage.camera.alive:
            time.sleep(0.1)
            while not stage.kiosk.events.empty():
                page = stage.kiosk.events.get().get("page", "")
                if drawn and page in ("Languages", "Asking", "CodePad") and not here:
                    here, turn = NAMES[turn % len(NAMES)], turn + 1
                    stage.scene(f"enter {here}")
                elif drawn and page == "Attract" and here:
                    stage.scene(f"leave {here}")
                    here = ""
    except (StageError, KeyboardInterrupt) as ended:
        if isinstance(ended, StageError) and stage.kiosk.alive and stage.camera.alive:
            raise
    finally:
        stage.close()
    return 0


def _fresh(out: Path) -> StateDirectory:
    """An empty folder for this run; an earlier demonstration's is emptied, anything else is left alone."""
    if out.exists() and any(out.iterdir()) and not (out / MARK).exists():
        raise StageError(f"{out} holds other files. Name an empty or a new folder with --out.")
    try:
        for name in ("screens", "camera", "state"):
            shutil.rmtree(out / name, ignore_errors=True)
        out.mkdir(parents=True, exist_ok=True)
        (out / MARK).touch()
        state = StateDirectory(out / "state")
        state.make()
        state.config.write_text(DEMONSTRATION, encoding="utf-8")
        state.signing_key()
    except OSError as error:
        raise StageError(f"The folder {out} cannot be written: {error.strerror}. Name another with --out.") from error
    return state
