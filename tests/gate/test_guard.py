"""The guard with a clock of its own: the lease, the bound bodies and nothing else, asked at each use.

Rules B0 and B7 of PROTOCOL.md; B1 to B9 are in test_binding.py.
"""

import pytest

from kiosk.gate.binding import Binder
from kiosk.gate.bodies import Limits, Track
from kiosk.gate.guard import STALE_NS, Guard
from kiosk.gate.lease import MS, LeaseKeeper, Phase
from kiosk.gate.messages import (
    Ack,
    Bound,
    Bye,
    Grant,
    Hello,
    Lease,
    ProtocolError,
    Renew,
    Revoke,
    Snapshot,
    Stat,
    Welcome,
    encode,
)
from kiosk.gate.reason import Reason

SPOT = ((300, 300), (700, 300), (700, 700), (300, 700))
FRAME = (1000, 800)
STEP = 50  # ms between two frames
VISITOR = Track(1, (450, 300, 550, 600))
PASSER_BY = Track(2, (850, 300, 950, 600))
HELLO = Hello("till-1", "door", "boot", True)
WELCOME = Welcome("kiosk", "e", "boot")
EMPTY = Snapshot("e", 0, ())


class Camera:
    """A guard, a kiosk that does what it is told, and one clock for both."""

    def __init__(self, spot=SPOT):
        self.now, self.slept, self.seq, self.sent, self.well = 1_000_000 * MS, 0, 0, [], True
        limits = Limits()
        binder = Binder(spot, FRAME, limits)
        self.guard = Guard(LeaseKeeper(HELLO), binder, limits, clock=lambda: self.now, slept=lambda: self.slept)

    def open(self):
        assert self.guard.opened() == [HELLO]
        self.hear(WELCOME, Snapshot("e", self.seq, ()))
        return self

    def hear(self, *messages):
        """The replies to messages of the kiosk, which answers each renewal at once while it is well."""
        replies = [reply for message in messages for reply in self.guard.heard(encode(message)[:-1])]
        self._answer(replies)
        return replies

    def due(self):
        said = self.guard.due()
        self._answer(said)
        return said

    def _answer(self, said):
        self.sent += said
        for each in said:
            if isinstance(each, Renew):
                self.renewed = each.n, self.now
                if self.well:
                    self.guard.heard(encode(Lease(each.n, "e", self.seq, 1_000))[:-1])

    def grant(self, visit="v", purposes=("dwell",), max_ms=60_000, tap=None, party=1):
        self.seq += 1
        tap = self.now if tap is None else tap
        return self.hear(Grant("e", self.seq, visit, purposes, tap, party, max_ms, "r"))

    def revoke(self, visit="v", tap=0):
        self.seq += 1
        return self.hear(Revoke("e", self.seq, visit, "withdrawn", tap))

    def film(self, ms, *tracks):
        """Frames of this moment, one each 50 ms, while the lease is renewed."""
        for _ in range(ms // STEP):
            self.now += STEP * MS
            self.due()
            self.view = self.guard.update(tracks, self.now)
        return self

    def bind(self):
        self.film(1_000, VISITOR, PASSER_BY).grant()
        return self.film(600, VISITOR, PASSER_BY)

    def wait(self, ms):
        self.now += ms * MS
        return self

    @property
    def allowed(self):
        return self.guard.grant_for(1, "dwell") is not None

    def why(self, track=1, purpose="dwell"):
        return self.guard.why(track, purpose)


@pytest.fixture
def camera():
    """Live, with frames of nobody yet."""
    return Camera().open()


@pytest.fixture
def bound(camera):
    camera.bind()
    assert camera.allowed
    return camera


# --- B0: what is not certain is denied ---------------------------------------------------------------------------------


def test_b0_everything_together_allows_one_body_for_one_purpose(bound):
    assert bound.view == {1: Reason.ALLOWED, 2: Reason.NO_PERMISSION}
    assert bound.guard.grant_for(1, "dwell").visit == "v"
    assert bound.guard.grant_for(1, None) is bound.guard.grant_for(1, "dwell")
    assert [bound.guard.grant_for(id, "dwell") for id in (2, 3, None, -1, "1", (1,))] == [None] * 6
    assert (bound.why(), bound.why(purpose=None)) == (Reason.ALLOWED, Reason.ALLOWED)


NOT = {
    "not connected": (lambda camera: camera.guard.closed("gone"), Reason.NO_KIOSK),
    "bye": (lambda camera: protocol_error(camera, Bye("closing")), Reason.NO_KIOSK),
    "a broken protocol": (lambda camera: protocol_error(camera, EMPTY), Reason.NO_KIOSK),
    "the lease ran out": (lambda camera: camera.wait(1_000), Reason.NO_KIOSK),
    "the machine slept": (lambda camera: sleep(camera), Reason.NO_KIOSK),
    "the clock went back": (lambda camera: back(camera), Reason.NO_KIOSK),
    "revoked": (lambda camera: camera.revoke(), Reason.NO_PERMISSION),
    "everything revoked": (lambda camera: camera.revoke("*"), Reason.NO_PERMISSION),
    "somebody else revoked": (lambda camera: camera.revoke("w"), Reason.ALLOWED),
    "said no": (lambda camera: camera.revoke("w", tap=camera.now), Reason.NO_PERMISSION),
    "said no, as the next frame has it": (
        lambda camera: (camera.revoke("w", tap=camera.now), camera.film(STEP, VISITOR)),
        Reason.REFUSED,
    ),
    "no frames": (lambda camera: no_frames(camera, STALE_NS // MS), Reason.STALE),
    "no frames, just short of too long": (lambda camera: no_frames(camera, STALE_NS // MS - 1), Reason.ALLOWED),
    "an error": (lambda camera: camera.guard.blind(ValueError("odd")), Reason.NOT_SEEN),
    "a late frame": (lambda camera: camera.guard.update([VISITOR], camera.now - 1_000 * MS - 1), Reason.LATE),
    "a frame as late as it may be": (lambda camera: late(camera), Reason.ALLOWED),
    "a frame from the future": (lambda camera: camera.guard.update([VISITOR], camera.now + 100 * MS + 1), Reason.FUTURE),
    "a frame almost from the future": (
        lambda camera: camera.guard.update([VISITOR], camera.now + 100 * MS),
        Reason.ALLOWED,
    ),
    "a frame from before the last one": (lambda camera: camera.guard.update([VISITOR], camera.now - 1), Reason.BACKWARDS),
    "no time at all": (lambda camera: camera.guard.update([VISITOR], float("nan")), Reason.LATE),
    "endless time": (lambda camera: camera.guard.update([VISITOR], float("inf")), Reason.FUTURE),
    "a jump": (lambda camera: camera.film(STEP, Track(1, (100, 300, 200, 600))), Reason.JUMP),
    "closed": (lambda camera: camera.guard.end(Reason.CLOSED), Reason.CLOSED),
    "forked": (lambda camera: camera.guard.forked(), Reason.FORKED),
}


def protocol_error(camera, message):
    with pytest.raises(ProtocolError):
        camera.hear(message)


def sleep(camera):
    camera.slept += 100 * MS
    camera.wait(100).guard.update([VISITOR], camera.now)


def back(camera):
    camera.wait(-1).guard.update([VISITOR], camera.now)


def no_frames(camera, ms):
    for _ in range(ms // STEP):
        camera.wait(STEP).due()
    camera.wait(ms % STEP)


def late(camera):
    """Frames come a second late, but for that regularly."""
    camera.film(STEP, VISITOR)
    shown = camera.now
    no_frames(camera, 950)
    camera.wait(50).guard.update([VISITOR], shown)


@pytest.mark.parametrize("case", NOT)
def test_b0_one_thing_missing_and_nothing_is_allowed(bound, case):
    happens, reason = NOT[case]
    happens(bound)
    assert bound.why() == reason
    assert bound.allowed is (reason is Reason.ALLOWED)
    assert (bound.guard.grant_for(1, None) is None) is (reason is not Reason.ALLOWED)


@pytest.mark.parametrize("case", [case for case, (_, reason) in NOT.items() if reason is not Reason.ALLOWED])
def test_b0_what_ended_does_not_come_back_by_itself(bound, case):
    happens, _ = NOT[case]
    happens(bound)
    for _ in range(40):
        bound.wait(STEP)
        bound.guard.update([VISITOR, PASSER_BY], bound.now)
        assert not bound.allowed
        try:
            bound.due()
        except ProtocolError as error:
            bound.guard.closed(str(error))
            bound.open()


def test_b0_permission_is_for_the_purposes_of_the_grant(camera):
    camera.film(1_000, VISITOR).grant(purposes=("dwell", "age"))
    camera.film(600, VISITOR)
    assert [camera.why(purpose=each) for each in ("dwell", "age", "gender", "", "dwel", None)] == [
        *(Reason.ALLOWED, Reason.ALLOWED, Reason.OTHER_PURPOSE, Reason.OTHER_PURPOSE, Reason.OTHER_PURPOSE, Reason.ALLOWED),
    ]
    assert camera.guard.grant_for(1, "gender") is None


def test_b0_a_grant_for_no_purpose_allows_nothing(camera):
    camera.film(1_000, VISITOR).grant(purposes=())
    camera.film(600, VISITOR)
    assert camera.guard.grant_for(1, None) is None
    assert Reason.ALLOWED not in camera.view.values()


def test_b0_a_track_that_is_not_in_the_last_frame_is_not_seen(bound):
    assert bound.why(3) == Reason.NOT_SEEN
    bound.film(STEP, VISITOR)
    assert (bound.why(2), bound.why(1)) == (Reason.NOT_SEEN, Reason.ALLOWED)


def test_b0_a_gate_that_was_never_opened_allows_nothing():
    camera = Camera()
    assert camera.guard.update([VISITOR], camera.now) == {1: Reason.NO_KIOSK}
    assert (camera.guard.phase, camera.allowed, camera.guard.trouble) == (Phase.DARK, False, "not connected yet")


@pytest.mark.parametrize(("ttl", "ms"), [(1_000, 950), (5_000, 950), (400, 350)])
def test_b0_the_end_of_the_lease_is_looked_at_at_every_use(bound, ttl, ms):
    bound.well = False
    nonce, sent = bound.film(250, VISITOR).renewed
    bound.wait(10).hear(Lease(nonce, "e", bound.seq, ttl))
    while bound.now < sent + (ms - STEP) * MS:
        bound.wait(STEP).guard.update([VISITOR], bound.now)
    bound.now = sent + ms * MS - 1
    assert (bound.allowed, bound.guard.phase) == (True, Phase.LIVE)
    bound.now += 1
    assert (bound.allowed, bound.guard.phase) == (False, Phase.DARK)


def test_b0_the_longest_life_of_a_grant_is_looked_at_at_every_use(camera):
    camera.film(1_000, VISITOR).grant(max_ms=1_000)
    arrived = camera.now
    camera.film(900, VISITOR)
    camera.now = arrived + 1_000 * MS - 1
    assert camera.allowed
    camera.now += 1
    assert (camera.allowed, camera.why()) == (False, Reason.NO_PERMISSION)
    assert camera.film(STEP, VISITOR).view == {1: Reason.NO_PERMISSION}


# --- B6, B7 ---------------------------------------------------------------------------------------------------------------


def test_b6_a_yes_that_is_taken_back_and_given_again_between_two_frames_inherits_no_body(bound):
    bound.revoke()
    bound.grant()
    assert not bound.allowed
    assert bound.film(STEP, VISITOR, PASSER_BY).view[1] is Reason.NO_PERMISSION


def test_b6_a_new_connection_inherits_no_body(bound):
    grant = bound.guard.grant_for(1, "dwell")
    bound.guard.closed("gone")
    bound.guard.opened()
    bound.hear(WELCOME, Snapshot("e", bound.seq, (grant,)))
    assert bound.guard.phase is Phase.LIVE
    assert not bound.allowed
    assert bound.film(400, VISITOR, PASSER_BY).view[1] is not Reason.ALLOWED


def test_b7_another_camera_than_the_one_that_sees_the_kiosk_binds_nobody():
    camera = Camera(spot=()).open()
    assert camera.bind().view == {1: Reason.NO_SPOT, 2: Reason.NO_SPOT}
    assert (camera.allowed, camera.guard.phase) == (False, Phase.LIVE)
    assert not [each for each in camera.sent if isinstance(each, Bound)]


# --- what is sent ---------------------------------------------------------------------------------------------------------


def test_the_conversation(camera):
    assert camera.guard.phase is Phase.LIVE
    assert camera.guard.trouble == ""
    assert camera.grant() == [Ack(1)]
    assert camera.revoke() == [Ack(2)]
    assert camera.hear(Revoke("e", 3, "nobody", "refused")) == [Ack(3)]


def test_what_became_of_a_yes_is_mail(camera):
    camera.film(1_000, VISITOR).grant()
    tap = camera.now
    for _ in range(9):
        camera.wait(STEP).guard.update([VISITOR], camera.now)
        assert not camera.guard.mail
    camera.wait(STEP).guard.update([VISITOR], camera.now)
    assert camera.guard.mail
    (said,) = [each for each in camera.guard.due() if isinstance(each, Bound)]
    assert said == Bound("v", tap, "bound", Reason.ALONE)
    assert not camera.guard.mail


def test_mail_is_of_one_connection(bound):
    bound.guard.update([VISITOR, Track(2, (480, 300, 580, 600))], bound.now)
    assert bound.guard.mail
    bound.guard.closed("gone")
    bound.guard.opened()
    assert not bound.guard.mail
    bound.open()
    assert not [each for each in bound.due() if isinstance(each, Bound)]


def test_counters_are_told_once_a_second_while_live(camera):
    camera.film(3_000, VISITOR)
    stats = [each for each in camera.sent if isinstance(each, Stat)]
    assert len(stats) == 3
    assert stats[-1].counters == {"frames": 59, "tracks": 59}
    camera.guard.count("permits")
    assert camera.guard.counters == {"frames": 60, "tracks": 60, "permits": 1}


def test_when_something_is_due_next(camera):
    assert camera.guard.next_ns == camera.now + 250 * MS
    camera.well = False
    camera.wait(250).due()
    assert camera.guard.next_ns == camera.now + 250 * MS
    camera.wait(500).due()
    assert camera.guard.next_ns == camera.now + 250 * MS
    assert Camera().guard.opened() == [HELLO]


def test_before_the_welcome_nothing_is_due():
    camera = Camera()
    camera.guard.opened()
    assert camera.guard.next_ns == camera.now + 1_000 * MS
    assert camera.wait(5_000).due() == []


# --- trouble ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("happens", "words"),
    [
        (lambda camera: camera.hear(Bye("closing")), "the kiosk says bye: closing"),
        (lambda camera: camera.guard.heard(b"x"), "not one JSON object"),
        (lambda camera: camera.wait(950).due(), "the lease ran out"),
        (lambda camera: camera.wait(-1).due(), "the clock went back"),
        (lambda camera: (setattr(camera, "slept", 51 * MS), camera.due()), "the clock jumped: the machine slept"),
    ],
)
def test_trouble_is_said_and_everything_is_dark_until_a_new_connection(bound, happens, words):
    with pytest.raises(ProtocolError, match=words):
        happens(bound)
    assert bound.guard.trouble.startswith(words)
    assert (bound.allowed, bound.guard.phase, bound.guard.mail) == (False, Phase.DARK, True)
    for again in (bound.due, lambda: bound.hear(WELCOME), lambda: bound.guard.heard(b'{"t":"later"}')):
        with pytest.raises(ProtocolError):
            again()
    bound.guard.closed("the kiosk hung up")
    assert bound.guard.trouble == "the kiosk hung up"
    bound.now += 5_000 * MS
    bound.open()
    assert (bound.guard.trouble, bound.guard.phase, bound.allowed) == ("", Phase.LIVE, False)


def test_a_clock_that_jumped_is_found_by_the_next_frame_and_ends_the_connection(bound):
    bound.slept += 51 * MS
    bound.wait(51)
    assert bound.guard.update([VISITOR], bound.now) == {1: Reason.NO_KIOSK}
    assert bound.guard.mail
    with pytest.raises(ProtocolError, match="slept"):
        bound.guard.due()


def test_nothing_is_allowed_between_waking_up_and_the_first_look_at_the_clocks(bound):
    bound.slept += 1_000 * MS
    bound.wait(1_000)
    assert not bound.allowed


def test_an_unknown_message_changes_nothing(bound):
    assert bound.guard.heard(b'{"t":"later","n":[1]}') == []
    assert bound.allowed


# --- errors -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tracks", [[VISITOR, Track(1, PASSER_BY.box)], [Track(1, (1, 2, 3))], [Track([], (0, 0, 1, 1))], [None]]
)
def test_an_odd_frame_raises_and_blind_makes_it_safe(bound, tracks, caplog):
    with pytest.raises(Exception) as raised:
        bound.guard.update(tracks, bound.now)
    bound.guard.blind(raised.value)
    assert (bound.allowed, bound.guard.counters["errors"], bound.guard.counters["lost"]) == (False, 1, 1)
    assert "nothing is allowed" in caplog.text
    bound.film(2_000, VISITOR, PASSER_BY)
    assert not bound.allowed


def test_errors_are_logged_once(camera, caplog):
    for _ in range(3):
        camera.guard.failed(ValueError("odd"))
    assert (caplog.text.count("nothing is allowed"), camera.guard.counters["errors"]) == (1, 3)


# --- the end ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "why"),
    [(lambda guard: guard.end(Reason.CLOSED), Reason.CLOSED), (lambda guard: guard.forked(), Reason.FORKED)],
)
def test_the_end_is_for_good(bound, end, why):
    bound.guard.update([VISITOR, Track(2, (480, 300, 580, 600))], bound.now)  # leaves mail
    end(bound.guard)
    for _ in range(3):
        assert bound.guard.update([VISITOR], bound.now) == {1: why}
        assert (bound.allowed, bound.why(), bound.guard.phase, bound.guard.counters) == (False, why, Phase.DARK, {})
        bound.guard.count("permits")
        bound.guard.failed(ValueError("odd"))
        bound.guard.blind(ValueError("odd"))
        bound.wait(STEP)
    assert not bound.guard.mail
    bound.guard.closed("gone")
    bound.open()
    bound.grant()
    assert (bound.guard.phase, bound.allowed) == (Phase.DARK, False)


def test_a_child_needs_no_lock_that_the_parent_held(bound):
    with bound.guard._lock:
        bound.guard.forked()
    assert bound.guard.update([VISITOR], bound.now) == {1: Reason.FORKED}
