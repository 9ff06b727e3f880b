"""The scripted visitors. Each walks in, uses the real screens, and reports what the running system said."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.camera.codes import scan
from kiosk.consent import code, receipt
from kiosk.demo.stage import Stage, StageError

START_SECONDS = 30.0
TRIES = 5
ALONE_SECONDS = 0.9  # on the mark before a touch, so that the touch can only be theirs
SHORT_SECONDS = 1.2  # instead of a shop's 60 and 30, for the visitor who walks away
WALK_SECONDS = 1.7  # from the door to the mark


@dataclass
class Visitor:
    """What one scripted visitor saw and did; every value was read from the running processes."""

    who: str
    does: str
    language: str = ""
    answer: str = ""
    analysis: str = ""
    touched_again: int = 0
    code: str = ""
    receipt: str = ""  # what the QR code says, decoded from the screen's picture and verified
    detector_calls: dict[str, int] = field(default_factory=dict)  # by moment


@dataclass
class Play:
    """One performance. say: prints a line of the transcript."""

    stage: Stage
    key: Ed25519PublicKey
    pin: str
    say: Callable[[str], None]
    visitors: list[Visitor] = field(default_factory=list)
    measured: dict[str, Any] = field(default_factory=dict)

    def run(self) -> None:
        self.stage.until("the camera is in step with the kiosk", lambda: self.stage.look()["cameras"], START_SECONDS)
        self.stage.until("the camera's lease is live", lambda: self.stage.report()["phase"] == "live")
        self.stage.until("the camera knows the empty room", lambda: self.stage.report()["ready"])
        self.say("Kiosk and camera run, two processes on one socket. Nobody is here: no face detector has run.")
        self.stage.screen_picture("attract")
        self.stage.camera_picture("empty")
        self.says_yes()
        self.says_no()
        self.two_people()
        self.walks_away()
        self.full_disk()
        self.withdraws()
        self.kill()

    def says_yes(self) -> None:
        visitor = self._enter("teal", "says yes")
        self._choose(visitor, "en")
        self.stage.screen_picture("notice-en")
        self.stage.touch("details")
        self.stage.screen_picture("everything-en")
        self.stage.touch("details")
        self._count(visitor, "before the yes")
        self._yes(visitor)
        self._until_on(visitor)
        self.stage.screen_picture("waiting-or-on-en")
        self._keep_receipt(visitor)
        self._until_looked(visitor)
        self.stage.camera_picture("teal-says-yes")
        self.say("teal says yes: recorded, acknowledged, bound to one body. Now the camera looks at this face, and no other.")
        self.stage.touch("done")
        self.stage.scene("leave teal")
        self.stage.until("teal's permission ends on leaving", lambda: self.stage.look()["permissions"] == 0)
        self._count(visitor, "on leaving")
        self.say("teal walks on into the shop: on the way the permission has ended by itself.")

    def says_no(self) -> None:
        visitor = self._enter("plum", "says no")
        self.stage.touch("approach")
        self.stage.screen_picture("languages")
        self._choose(visitor, "zh-Hans")
        self.stage.screen_picture("notice-zh")
        self._count(visitor, "before the no")
        self.stage.touch("no")
        visitor.answer = "no"
        self._keep_receipt(visitor, "receipt-no-zh")
        self.stage.camera_picture("plum-says-no")
        visitor.analysis = self.stage.look()["analysis"]
        self._count(visitor, "after the no")
        self.say("plum says no, in Chinese: recorded with a receipt as well. The camera has not looked.")
        self.stage.touch("done")
        self.stage.scene("leave plum")

    def two_people(self) -> None:
        visitor = self._enter("ochre", "says yes while two people stand in the spot; staff reset the visit", settle=False)
        self.stage.scene("enter slate beside")
        time.sleep(WALK_SECONDS)
        self._choose(visitor, "ar")
        self.stage.screen_picture("notice-ar")
        self._count(visitor, "before the yes")
        self._yes(visitor)
        self.stage.until("the gate says ambiguous", lambda: self.stage.look()["analysis"] == "ambiguous")
        self.stage.screen_picture("ambiguous-ar")
        self.stage.camera_picture("two-people")
        self._count(visitor, "while two stood there")
        self.say(
            "ochre says yes, in Arabic, with slate beside: nobody can tell which body is ochre, so it stays off, and is told."
        )
        self.stage.scene("leave slate")
        self.stage.until("only one body is left", lambda: len(self.stage.report()["tracks"]) == 1)
        time.sleep(ALONE_SECONDS)
        self.stage.touch("again")
        self._until_on(visitor)
        self._keep_receipt(visitor, "receipt-yes-ar")
        self._until_looked(visitor)
        self.say("slate leaves, ochre stands alone and touches again: now it is on.")
        self.staff_reset(visitor)
        self.stage.scene("leave ochre")

    def staff_reset(self, visitor: Visitor) -> None:
        self.stage.kiosk.ask("corner")
        self.stage.screen_picture("staff-pin")
        self.stage.type(self.pin)
        self.stage.touch("enter")
        self.stage.until("the staff page opens", lambda: self.stage.look()["page"] == "StaffDesk")
        self.stage.screen_picture("staff-page")
        self.stage.touch("reset")
        self.stage.until("the camera has suppressed", lambda: not self._allowed())
        self._count(visitor, "on reset")
        self.stage.screen_picture("staff-done")
        self.stage.touch("close")
        self.say(
            "Staff reset the visit with corner, PIN and one touch: the camera was off first, then everything was forgotten."
        )

    def walks_away(self) -> None:
        visitor = self._enter("rose", "walks away")
        self.stage.kiosk.ask(f"idle {SHORT_SECONDS}")
        self._choose(visitor, "en")
        self.stage.scene("leave rose")
        self.stage.until("the kiosk asks who is there", lambda: self.stage.look()["page"] == "StillThere")
        self.stage.screen_picture("still-there-en")
        self.stage.until("the kiosk forgets rose", lambda: self.stage.look()["page"] == "Attract")
        self.stage.kiosk.ask("idle")
        visitor.analysis = self.stage.look()["analysis"]
        self._count(visitor, "at the end")
        self.say("rose walks away from the question: asked if still there, then forgotten. Silence is no answer.")

    def full_disk(self) -> None:
        self.stage.kiosk.ask("disk full")
        self.stage.until("the fault screen", lambda: self.stage.look()["page"] == "Fault")
        self.stage.until("the camera goes dark", lambda: self.stage.report()["phase"] != "live")
        self.stage.screen_picture("fault")
        self.stage.camera_picture("disk-full")
        self.stage.kiosk.ask("disk good")
        self.stage.until("the kiosk is back", lambda: self.stage.look()["page"] == "Attract")
        self.stage.until("the camera's lease is live again", lambda: self.stage.report()["phase"] == "live")
        self.say(
            "The disk takes no more writes: what cannot be recorded cannot be allowed. Dark, and back when it works again."
        )

    def withdraws(self) -> None:
        visitor = self._enter("moss", "says yes, comes back and withdraws")
        self._choose(visitor, "en")
        self._yes(visitor)
        self._until_on(visitor)
        self._keep_receipt(visitor)
        self._until_looked(visitor)
        self.stage.touch("done")
        self._count(visitor, "before the withdrawal")
        self.stage.touch("receipt")
        self.stage.type(visitor.code.replace("-", "")[:5])
        self.stage.screen_picture("code")
        self.stage.type(visitor.code.replace("-", "")[5:])
        self.stage.screen_picture("recalled")
        if not self._allowed():
            raise StageError("moss was lost before the yes was taken back: there was nothing left to take back.")
        self.stage.touch("withdraw")
        self.stage.until("the camera has suppressed", lambda: not self._allowed())
        calls = self.stage.report()["detector_calls"]
        self.stage.until("the camera has said what it erased", lambda: self.stage.look()["erased"])
        self.stage.screen_picture("withdrawn")
        self.stage.camera_picture("moss-withdrew")
        visitor.answer, visitor.analysis = "withdrawn", self.stage.look()["analysis"]
        self._count(visitor, "after the withdrawal")
        self.measured["detector_calls_after_withdrawal"] = self.stage.report()["detector_calls"] - calls
        self.say(
            "moss comes back, types the receipt's code and takes the yes back with one touch: off, with moss still in view. "
            "The camera says what it erased."
        )
        self.stage.touch("done")

    def kill(self) -> None:
        visitor = Visitor("moss", "says yes again; the kiosk is killed")
        self.visitors.append(visitor)
        self._choose(visitor, "en")
        self._yes(visitor)
        self._until_on(visitor)
        self._until_looked(visitor)
        self.stage.kiosk.kill()
        killed = time.monotonic()
        self.stage.until("the camera is dark", lambda: self.stage.report()["phase"] == "dark" and not self._allowed())
        self.measured["kill_to_dark_ms"] = round((time.monotonic() - killed) * 1000, 1)
        calls = self.stage.report()["detector_calls"]
        time.sleep(1.0)
        report = self.stage.report()
        self.measured["detector_calls_in_the_dark"] = report["detector_calls"] - calls
        self.measured["frames_in_the_dark"] = report["counters"]["frames"]
        self.stage.camera_picture("kiosk-killed")
        self._count(visitor, "a second after the kill")
        self.say(
            f"moss says yes once more, and the kiosk is killed: the camera was dark {self.measured['kill_to_dark_ms']:.0f} ms "
            f"later, and looked {self.measured['detector_calls_in_the_dark']} times in the second after."
        )

    def _enter(self, who: str, does: str, settle: bool = True) -> Visitor:
        visitor = Visitor(who, does)
        self.visitors.append(visitor)
        self.stage.scene(f"enter {who}")
        if settle:
            time.sleep(WALK_SECONDS)
        return visitor

    def _choose(self, visitor: Visitor, language: str) -> None:
        self.stage.touch(f"language-{language}")
        visitor.language = self.stage.look()["language"]

    def _yes(self, visitor: Visitor) -> None:
        self.stage.touch("yes")
        visitor.answer = "yes"

    def _until_on(self, visitor: Visitor) -> None:
        """A camera that missed pictures around the touch says so; then the visitor touches again, as anyone would."""
        while True:
            visitor.analysis = self.stage.until(
                f"the gates decide about {visitor.who}",
                lambda: (now := self.stage.look()["analysis"]) not in ("waiting", "off") and now,
            )
            if visitor.analysis == "on":
                return
            if visitor.touched_again == TRIES:
                raise StageError(f"{visitor.who} touched {TRIES} times again, and it is still off: {visitor.analysis}.")
            visitor.touched_again += 1
            self.stage.touch("again")

    def _until_looked(self, visitor: Visitor) -> None:
        before = self.stage.report()["detector_calls"]
        self.stage.until("the camera has looked", lambda: self.stage.report()["detector_calls"] > before + 2)
        self._count(visitor, "while on")

    def _count(self, visitor: Visitor, moment: str) -> None:
        visitor.detector_calls[moment] = self.stage.report()["detector_calls"]

    def _allowed(self) -> bool:
        return any(track["allowed"] for track in self.stage.report()["tracks"])

    def _keep_receipt(self, visitor: Visitor, name: str = "receipt") -> None:
        """Do what a phone does: read the QR code off the screen's picture.."""
        path = self.stage.screen_picture(f"{name}-{visitor.who}" if name == "receipt" else name)
        visitor.code = self.stage.look()["code"]
        read = receipt.verify([self.key], scan(path))
        if code.spaced(read.code) != visitor.code:
            raise StageError(f"The receipt's QR code and its short code differ: {read.code}, {visitor.code}.")
        visitor.receipt = f"{read.answer}, {read.minute:%Y-%m-%d %H:%M} UTC, signature good"
