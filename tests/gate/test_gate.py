"""A gate and a kiosk over a real socket. Frames need no real time: a film of the touch, which ends now, is shown in one go."""

import gc
import os
import signal
import threading
import time
import warnings
import weakref

import numpy as np
import pytest

from kiosk.gate import Gate, Limits, Phase, Reason, Timing, Track, View
from kiosk.gate.messages import now_ns
from kiosk.signal.server import TTL_MS

SECOND = 1_000_000_000
SPOT = ((300, 300), (700, 300), (700, 700), (300, 700))
FRAME = (1000, 800)
V, W = "11" * 16, "22" * 16
VISITOR = Track(1, (450, 300, 550, 600))
PASSER_BY = Track(2, (850, 300, 950, 600))
AT_ONCE = 500  # ms, well before a lease runs out
LIMITS = Limits(late=5 * SECOND)  # the film of a touch is older than a camera's frames may be
IMAGE = np.arange(800 * 1000, dtype=np.int32).reshape(800, 1000)


class Camera:
    """A gate, and the film of a visitor who stands in the spot while yes is touched."""

    def __init__(self, gate, kiosk, qtbot):
        self.gate, self.kiosk, self.qtbot, self.at = gate, kiosk, qtbot, now_ns() - 2 * SECOND

    def live(self):
        self.qtbot.waitUntil(lambda: self.gate.phase is Phase.LIVE, timeout=3_000)
        return self

    def touch(self, *tracks, visit=V, purposes=("dwell",)):
        """Yes was touched a moment ago; what the gate says after the film of it."""
        tap = now_ns() - SECOND * 6 // 10
        heard = len(self.kiosk.acknowledged)
        self.kiosk.grant(visit, tap, purposes)
        self.qtbot.waitUntil(lambda: self.kiosk.acknowledged[heard:] == [(visit, 1, 1)])
        self.at = max(self.at, tap - SECOND)
        return self.next_frame(*tracks)

    def bind(self):
        view = self.live().touch(VISITOR, PASSER_BY)
        self.qtbot.waitUntil(lambda: self.kiosk.bound[-1:] == [(V, "bound")])
        return view

    def next_frame(self, *tracks):
        """All frames since the last one, fifteen a second, up to now."""
        now = now_ns()
        while self.at + SECOND // 15 < now:
            self.at += SECOND // 15
            self.gate.update(tracks, self.at)
        self.at = now
        return self.gate.update(tracks, now)

    def dark_within(self, ms, meanwhile=lambda: time.sleep(0.001)):
        """The visitor may not be looked at any more after so many ms. Unless `meanwhile` says so, the screen is frozen."""
        start = asked = time.monotonic()
        while self.gate.allows(VISITOR, "dwell"):
            assert (asked - start) * 1_000 < ms, "still allowed"
            meanwhile()
            asked = time.monotonic()


@pytest.fixture
def camera(kiosk, qtbot):
    with Gate("door", SPOT, FRAME, kiosk.path, LIMITS) as gate:
        yield Camera(gate, kiosk, qtbot)


# --- permission ------------------------------------------------------------------------------------------------------


def test_a_yes_allows_one_body_for_one_purpose(camera):
    view = camera.bind()
    assert (view.allowed, view.denied, view.phase) == ((VISITOR,), (PASSER_BY,), Phase.LIVE)
    assert (view.why(VISITOR), view.why(PASSER_BY)) == (Reason.ALLOWED, Reason.NO_PERMISSION)
    assert view.why(Track(3, VISITOR.box)) is Reason.NOT_SEEN
    assert camera.gate.allows(VISITOR, "dwell")
    assert camera.gate.allows(VISITOR)
    assert not camera.gate.allows(VISITOR, "gender")
    assert not camera.gate.allows(PASSER_BY, "dwell")
    assert camera.gate.trouble == ""


def test_a_permit_gives_the_pixels_of_the_body_and_no_others(camera):
    view = camera.bind()
    with view.permit(VISITOR, "dwell") as permit:
        crop = permit.crop(IMAGE)
        assert np.array_equal(crop, IMAGE[300:600, 450:550])
        assert permit.origin == (300, 450)
        assert permit.commit("a face")
    assert {name: camera.gate.counters[name] for name in ("permits", "commits")} == {"permits": 1, "commits": 1}


def test_what_was_taken_back_is_erased_and_said_once(camera):
    said = []
    camera.kiosk.server.erased.connect(lambda *what: said.append(what))
    camera.bind()
    with camera.gate.update((VISITOR,), now_ns()).permit(VISITOR, "dwell") as permit:
        assert permit.visit == camera.gate.visit_of(VISITOR) == V
    assert camera.gate.erasures() == []
    camera.kiosk.server.revoke(V, "withdrawn", now_ns(), erase=True)
    taken = []
    camera.qtbot.waitUntil(lambda: bool(taken.extend(camera.gate.erasures()) or taken))
    (taken_back,) = taken
    assert (taken_back.visit, camera.gate.erasures(), camera.gate.visit_of(VISITOR)) == (V, [], None)
    taken_back.done({"two words": 1})  # cannot be said: counted, and nothing is sent
    assert camera.gate.counters["errors"] == 1
    taken_back.done({"looks": 3}, "key", "signature")
    camera.qtbot.waitUntil(lambda: bool(said))
    ((visit, name, text, told),) = said
    assert (visit, name, told.counts, told.key, told.signature) == (V, "door", {"looks": 3}, "key", "signature")
    assert text.encode() == taken_back.statement({"looks": 3})
    assert camera.gate.phase is Phase.LIVE


def test_a_body_with_too_many_faces_is_nobodys_any_more(camera):
    view = camera.bind()
    with view.permit(VISITOR, "dwell") as permit:
        assert permit.party == 1
        permit.taint()
        assert not permit.commit("two faces")
    assert camera.gate.why(VISITOR) is not Reason.ALLOWED
    assert camera.next_frame(VISITOR, PASSER_BY).why(VISITOR) is Reason.FACES
    assert camera.gate.counters["tainted"] == 1
    with View().permit(VISITOR, "dwell") as permit:
        assert permit.party == 0
        permit.taint()


@pytest.mark.parametrize(
    ("track", "purpose"),
    [(PASSER_BY, "dwell"), (VISITOR, "gender"), (Track(3, VISITOR.box), "dwell"), (VISITOR, ""), (VISITOR, None)],
    ids=["another body", "another purpose", "another id", "an empty purpose", "no purpose"],
)
def test_a_permit_without_permission_gives_nothing(camera, track, purpose):
    view, reached = camera.bind(), []
    with view.permit(track, purpose) as permit:
        reached.append("inside")
        permit.crop(IMAGE)
        reached.append("beyond the crop")
    assert reached == ["inside"]
    assert not permit.commit("a face")
    assert {name: camera.gate.counters[name] for name in ("refused", "dropped")} == {"refused": 1, "dropped": 1}


def test_other_errors_of_the_pipeline_are_its_own(camera):
    view = camera.bind()
    with pytest.raises(ZeroDivisionError), view.permit(VISITOR, "dwell"):
        _ = 1 / 0


@pytest.mark.parametrize("box", [(-50, -80, 60, 90), (940, 700, 1200, 900), (600, 600, 500, 500)])
def test_a_crop_stays_inside_of_the_image(camera, box):
    with camera.bind().permit(VISITOR, "dwell") as permit:
        permit._track = Track(1, box)
        crop = permit.crop(IMAGE)
        assert crop.shape == IMAGE[max(0, box[1]) : max(0, box[3]), max(0, box[0]) : max(0, box[2])].shape


def test_two_in_the_spot_are_nobody(camera):
    beside = Track(2, (570, 300, 670, 600))
    view = camera.live().touch(VISITOR, beside)
    assert (view.allowed, view.why(VISITOR), view.why(beside)) == ((), Reason.MORE, Reason.MORE)
    camera.qtbot.waitUntil(lambda: camera.kiosk.bound == [(V, "ambiguous")])
    assert not camera.gate.allows(VISITOR, "dwell")


def test_whoever_stands_in_reach_counts(kiosk, qtbot):
    beside = Track(2, (770, 300, 870, 600))
    with Gate("door", SPOT, FRAME, kiosk.path, LIMITS, reach=[(200, 200), (900, 200), (900, 780), (200, 780)]) as gate:
        view = Camera(gate, kiosk, qtbot).live().touch(VISITOR, beside)
        assert (view.allowed, view.why(VISITOR)) == ((), Reason.MORE)


def test_a_camera_without_a_spot_binds_nobody_and_says_so(kiosk, qtbot):
    with Gate("hall", path=kiosk.path) as gate:
        camera = Camera(gate, kiosk, qtbot).live()
        kiosk.grant(V, now_ns() - SECOND)
        view = camera.next_frame(VISITOR)
        assert (view.allowed, view.why(VISITOR)) == ((), Reason.NO_SPOT)
        qtbot.waitUntil(lambda: bool(kiosk.acknowledged))
        assert kiosk.acknowledged == [(V, 0, 0)]  # nobody who could say which body it is


def test_doubt_ends_it_and_the_kiosk_is_told(camera):
    camera.bind()
    assert camera.next_frame(VISITOR, Track(2, (480, 300, 580, 600))).allowed == ()
    camera.qtbot.waitUntil(lambda: camera.kiosk.bound[1:] == [(V, "tainted")])
    assert camera.next_frame(VISITOR).allowed == ()


# --- mask and filter -------------------------------------------------------------------------------------------------------


class Detections:
    """As supervision has them: rows, and one array of ids or None."""

    def __init__(self, ids, rows=3):
        self.tracker_id, self.rows = ids, rows

    def __len__(self):
        return self.rows


class Row:
    def __init__(self, id):
        self.id = id


class Broken:
    @property
    def tracker_id(self):
        raise RuntimeError("odd")


class BrokenLength(Broken):
    def __len__(self):
        raise RuntimeError("odd")


MASKS = {
    "tracks": (lambda: [PASSER_BY, VISITOR, Track(None, VISITOR.box)], [False, True, False]),
    "ids": (lambda: [1, 2, None, -1, "1"], [True, False, False, False, False]),
    "ids of numpy": (lambda: np.array([2, 1, -1]), [False, True, False]),
    "rows with an id": (lambda: (Row(1), Row(np.int64(1)), Row(2)), [True, True, False]),
    "an array of ids": (lambda: Detections(np.array([7, 1, -1])), [False, True, False]),
    "no ids": (lambda: Detections(None), [False, False, False]),
    "no ids, no rows": (lambda: Detections(None, 0), []),
    "nothing": (lambda: [], []),
    "an iterator": (lambda: iter([2, 1]), [False, True]),
    "an id that is none": (lambda: [1, [1]], [False, False]),
    "a table of ids": (lambda: np.array([[1], [1]]), [False, False]),
    "an array with one id for all": (lambda: Detections(1), [False, False, False]),
    "nothing at all": (lambda: None, []),
    "a number": (lambda: 1, []),
    "an iterator over what is none": (lambda: iter([1, [1]]), []),
    "broken detections": (Broken, []),
    "broken detections of no length": (BrokenLength, []),
}


@pytest.mark.parametrize("case", MASKS)
def test_a_mask_says_for_each_detection_whether_it_may_be_looked_at(camera, case):
    detections, mask = MASKS[case]
    camera.bind()
    assert camera.gate.mask(detections()) == mask
    assert camera.gate.mask(detections(), "dwell") == mask
    assert camera.gate.mask(detections(), "gender") == [False] * len(mask)
    camera.kiosk.server.revoke(V, "withdrawn")
    camera.dark_within(AT_ONCE)
    assert camera.gate.mask(detections(), "dwell") == [False] * len(mask)


def test_a_filter_keeps_what_may_be_looked_at(camera):
    camera.bind()
    rows = [Row(2), Row(1), Row(None)]
    assert camera.gate.filter(rows) == camera.gate.filter(iter(rows), "dwell") == [rows[1]]
    assert camera.gate.filter(rows, "gender") == []
    assert camera.gate.filter([VISITOR, PASSER_BY], "dwell") == [VISITOR]
    for odd in (None, 7, [[1]], [Row([])]):
        assert camera.gate.filter(odd, "dwell") == []
    assert camera.gate.counters["errors"] == 4


def test_ids_of_numpy_are_ids(camera):
    one, other = Track(np.int64(1), VISITOR.box), Track(np.int64(-1), PASSER_BY.box)
    view = camera.live().touch(one, other)
    assert view.allowed == (one,)
    assert camera.gate.allows(VISITOR, "dwell")


def test_bodies_without_an_id_are_denied(camera):
    view = camera.live().touch(Track(None, VISITOR.box), Track(-1, PASSER_BY.box))
    assert view.allowed == ()
    assert camera.gate.mask([None, -1]) == [False, False]


# --- why, B0 -----------------------------------------------------------------------------------------------------------------


def no_frames(camera):
    camera.qtbot.wait(1_050)


def kiosk_closes(camera):
    camera.kiosk.server.close()
    camera.dark_within(AT_ONCE)


def revoked(camera):
    camera.kiosk.server.revoke(V, "withdrawn")
    camera.dark_within(AT_ONCE)


WHY = {
    "allowed": (lambda camera: None, VISITOR, "dwell", Reason.ALLOWED),
    "for any purpose": (lambda camera: None, VISITOR, None, Reason.ALLOWED),
    "another purpose": (lambda camera: None, VISITOR, "gender", Reason.OTHER_PURPOSE),
    "no permission": (lambda camera: None, PASSER_BY, "dwell", Reason.NO_PERMISSION),
    "not seen": (lambda camera: None, Track(3, VISITOR.box), "dwell", Reason.NOT_SEEN),
    "revoked": (revoked, VISITOR, "dwell", Reason.NO_PERMISSION),
    "no kiosk": (kiosk_closes, VISITOR, "dwell", Reason.NO_KIOSK),
    "stale": (no_frames, VISITOR, "dwell", Reason.STALE),
    "an error in the last frame": (lambda camera: camera.next_frame(None), VISITOR, "dwell", Reason.NOT_SEEN),
    "an odd question": (lambda camera: None, Track([], VISITOR.box), "dwell", Reason.ERROR),
    "a question about nothing": (lambda camera: None, None, "dwell", Reason.ERROR),
    "closed": (lambda camera: camera.gate.close(), VISITOR, "dwell", Reason.CLOSED),
}


@pytest.mark.parametrize("case", WHY)
def test_b0_why(camera, case):
    happens, track, purpose, reason = WHY[case]
    camera.bind()
    happens(camera)
    assert camera.gate.why(track, purpose) is reason
    assert camera.gate.allows(track, purpose) is (reason is Reason.ALLOWED)


@pytest.mark.parametrize(
    ("late", "reason"),
    [(-SECOND // 2, Reason.FUTURE), (2 * SECOND, Reason.LATE), (SECOND // 2, Reason.BACKWARDS)],
)
def test_b2_frames_of_another_time(kiosk, qtbot, late, reason):
    with Gate("door", SPOT, FRAME, kiosk.path) as gate:
        Camera(gate, kiosk, qtbot).live()
        gate.update([VISITOR], now_ns())
        view = gate.update([VISITOR], now_ns() - late)
        assert view.allowed == ()
        if reason is not Reason.BACKWARDS:
            assert view.why(VISITOR) is gate.why(VISITOR) is reason
        assert gate.update([VISITOR], now_ns()).why(VISITOR) is Reason.NO_PERMISSION


# --- its end ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("visit", [V, "*"])
def test_revoke(camera, visit):
    view = camera.bind()
    camera.kiosk.server.revoke(visit, "withdrawn")
    camera.dark_within(AT_ONCE)
    assert camera.gate.phase is Phase.LIVE
    with view.permit(VISITOR, "dwell") as permit:
        permit.crop(IMAGE)
        pytest.fail("a view of the past gave pixels")
    assert camera.next_frame(VISITOR).allowed == ()


def test_b9_a_no_of_the_same_body_ends_its_yes(camera):
    camera.bind()
    camera.kiosk.server.revoke(W, "refused", camera.at)
    camera.dark_within(AT_ONCE)
    camera.qtbot.waitUntil(lambda: camera.kiosk.bound[1:] == [(V, "tainted")])
    assert camera.next_frame(VISITOR).why(VISITOR) is Reason.REFUSED


def test_a_result_is_dropped_when_the_permission_ends_before_it_is_kept(camera):
    with camera.bind().permit(VISITOR, "dwell") as permit:
        permit.crop(IMAGE)
        camera.kiosk.server.revoke(V, "withdrawn")
        camera.dark_within(AT_ONCE)
        assert not permit.good
        assert not permit.commit("a face")
    assert camera.gate.counters["dropped"] == 1


def test_a_permit_is_good_for_one_permission_only(camera):
    with camera.bind().permit(VISITOR, "dwell") as permit:
        camera.kiosk.server.revoke(V, "undone")
        camera.dark_within(AT_ONCE)
        camera.touch(VISITOR)  # again yes, and bound again
        assert camera.gate.allows(VISITOR, "dwell")
        assert not permit.commit("a face of the first time")


def test_b6_a_renewed_yes_inherits_no_body(camera):
    camera.bind()
    camera.kiosk.server.revoke(V, "lost")
    camera.kiosk.grant(V, now_ns())
    camera.qtbot.waitUntil(lambda: camera.kiosk.acknowledged[1:] == [(V, 1, 1)])
    assert not camera.gate.allows(VISITOR, "dwell")  # no frame has come since


def test_the_kiosk_closes(camera):
    camera.bind()
    kiosk_closes(camera)
    assert camera.gate.phase is Phase.DARK
    assert camera.next_frame(VISITOR).why(VISITOR) is Reason.NO_KIOSK
    camera.qtbot.waitUntil(lambda: camera.gate.trouble.startswith(("the kiosk says bye", "no kiosk on")))


def test_a_kiosk_that_is_not_well_turns_the_cameras_off(camera):
    camera.bind()
    camera.kiosk.well = False
    camera.dark_within(TTL_MS, meanwhile=lambda: (camera.qtbot.wait(5), camera.next_frame(VISITOR, PASSER_BY)))
    camera.qtbot.wait(400)
    assert camera.gate.phase is not Phase.LIVE
    assert camera.gate.trouble
    camera.kiosk.well = True
    camera.live()
    assert camera.next_frame(VISITOR).allowed == ()


def test_a_frozen_screen_turns_the_cameras_off(camera):
    camera.bind()
    camera.dark_within(TTL_MS, meanwhile=lambda: (time.sleep(0.001), camera.next_frame(VISITOR, PASSER_BY)))
    assert camera.gate.phase is not Phase.LIVE  # nothing answers on the screen's thread


def test_a_gate_may_end_its_leases_sooner(kiosk, qtbot):
    timing = Timing(renew=50_000_000, life=300_000_000)
    with Gate("door", SPOT, FRAME, kiosk.path, LIMITS, timing=timing) as gate:
        camera = Camera(gate, kiosk, qtbot)
        camera.bind()
        camera.dark_within(300, meanwhile=lambda: (time.sleep(0.001), camera.next_frame(VISITOR, PASSER_BY)))


def test_a_kiosk_that_comes_back_is_found(camera):
    camera.bind()
    kiosk_closes(camera)
    again = type(camera.kiosk)(camera.kiosk.path)
    again.server.listen()
    camera.live()
    camera.qtbot.waitUntil(lambda: again.server.cameras == ("door",))
    assert camera.gate.trouble == ""
    assert camera.next_frame(VISITOR).allowed == ()
    again.server.close()


def test_a_gate_that_closes_says_so(camera):
    view = camera.bind()
    camera.gate.close()
    assert not camera.gate.allows(VISITOR, "dwell")
    camera.qtbot.waitUntil(lambda: camera.kiosk.server.cameras == () and camera.kiosk.bound[1:] == [(V, "lost")])
    seen = camera.next_frame(VISITOR)
    assert (seen.allowed, seen.why(VISITOR), camera.gate.phase) == ((), Reason.CLOSED, Phase.DARK)
    with view.permit(VISITOR, "dwell") as permit:
        permit.crop(IMAGE)
        pytest.fail("a closed gate gave pixels")
    camera.gate.close()


def open_files():
    return len(os.listdir("/proc/self/fd"))


def test_no_thread_and_no_file_is_left(kiosk, qtbot):
    threads, files = threading.active_count(), open_files()
    for _ in range(3):
        with Gate("door", SPOT, FRAME, kiosk.path) as gate:
            Camera(gate, kiosk, qtbot).live()
    qtbot.waitUntil(lambda: kiosk.server.cameras == ())
    assert threading.active_count() == threads
    qtbot.waitUntil(lambda: open_files() == files)


def test_two_threads_that_close_a_gate_at_once_close_its_files_once(kiosk):
    gate = Gate("door", SPOT, FRAME, kiosk.path)
    gate.close()
    gate._link._stopping.clear()  # as the second thread saw it
    with open(os.devnull) as first, open(os.devnull) as second:  # they get the numbers that became free
        gate.close()
        assert os.fstat(first.fileno()) and os.fstat(second.fileno())


def test_a_gate_that_nobody_keeps_ends_its_thread_and_allows_nothing(kiosk, qtbot):
    threads, files = threading.active_count(), open_files()
    camera = Camera(Gate("door", SPOT, FRAME, kiosk.path, LIMITS), kiosk, qtbot)
    view, gone = camera.bind(), weakref.ref(camera.gate)
    with view.permit(VISITOR, "dwell") as permit:
        assert permit.good
        del camera
        gc.collect()
        assert gone() is None
        assert not permit.good
    assert threading.active_count() == threads
    qtbot.waitUntil(lambda: kiosk.server.cameras == () and open_files() == files)


@pytest.mark.parametrize("name", ["nothing", "a file", "a folder", "x" * 150])
def test_without_a_kiosk_nothing_is_allowed(tmp_path, name):
    path = tmp_path / name
    {"a file": path.touch, "a folder": path.mkdir}.get(name, lambda: None)()
    with Gate("door", SPOT, FRAME, path) as gate:
        time.sleep(0.05)
        view = gate.update([VISITOR], now_ns())
        assert (view.allowed, view.denied, gate.phase) == ((), (VISITOR,), Phase.DARK)
        assert view.why(VISITOR) is Reason.NO_KIOSK
        assert gate.trouble.startswith(f"no kiosk on {path}: ")


# --- errors ----------------------------------------------------------------------------------------------------------

NAN, INF = float("nan"), float("inf")
ODD = {
    "a box of three": [Track(1, (1, 2, 3))],
    "a box of nothing": [Track(1, None)],
    "a box of words": [Track(1, ("a", "b", "c", "d"))],
    "a box of no numbers": [VISITOR, Track(2, (NAN, NAN, NAN, NAN))],
    "a box without end": [Track(1, (0, 0, INF, INF))],
    "a box upside down": [Track(1, (450, 600, 550, 300))],
    "a box inside out": [Track(1, (550, 300, 450, 600))],
    "a box of no size": [Track(1, (450, 300, 450, 300))],
    "a box too large for a number": [Track(1, (0, 0, 10**400, 10**400))],
    "a margin of words": [Track(1, VISITOR.box, "sure")],
    "two with one id": [VISITOR, Track(1, PASSER_BY.box)],
    "an id that is none": [Track([], VISITOR.box)],
    "an id that cannot be compared": [Track(np.array([1, 2]), VISITOR.box)],
}


@pytest.mark.parametrize("case", ODD)
def test_b0_an_error_inside_allows_nothing(camera, case, caplog):
    camera.bind()
    view = camera.gate.update(ODD[case], now_ns())
    assert view.allowed == ()
    assert view.denied == tuple(ODD[case])
    assert not camera.gate.allows(VISITOR, "dwell")
    camera.qtbot.waitUntil(lambda: camera.kiosk.bound[1:] == [(V, "lost")])
    assert camera.gate.counters["errors"] == 1
    assert "nothing is allowed" in caplog.text
    assert camera.next_frame(VISITOR).allowed == ()


def test_b0_the_view_of_an_error_says_so(camera):
    camera.bind()
    view = camera.gate.update(ODD["two with one id"], now_ns())
    assert view.why(VISITOR) is view.why(PASSER_BY) is Reason.ERROR
    with view.permit(VISITOR, "dwell") as permit:
        permit.crop(IMAGE)
        pytest.fail("an error gave pixels")


class Interrupted:
    def __iter__(self):
        yield VISITOR
        raise RuntimeError("the camera was unplugged")


@pytest.mark.parametrize("tracks", [None, [None], 7, Interrupted()], ids=["none", "of none", "seven", "half a list"])
def test_what_is_no_track_allows_nothing_and_raises_nothing(camera, tracks):
    camera.bind()
    view = camera.gate.update(tracks, now_ns())
    assert view.allowed == ()
    assert not camera.gate.allows(VISITOR, "dwell")


@pytest.mark.parametrize("t_ns", [None, "now", NAN, INF, -INF, [1]], ids=str)
def test_what_is_no_time_allows_nothing_and_raises_nothing(camera, t_ns):
    camera.bind()
    assert camera.gate.update([VISITOR], t_ns).allowed == ()
    assert not camera.gate.allows(VISITOR, "dwell")


def test_a_pipeline_that_stops_showing_frames_has_no_permission(camera):
    camera.bind()
    with camera.next_frame(VISITOR).permit(VISITOR, "dwell") as permit:
        assert permit.good
        no_frames(camera)
        assert camera.gate.phase is Phase.LIVE
        assert not permit.good
        assert not permit.commit("a face")
    assert not camera.gate.allows(VISITOR, "dwell")
    assert camera.next_frame(VISITOR).allowed == (VISITOR,)  # all frames since then were shown: it was never out of sight


def test_a_process_with_many_open_files_connects(kiosk, qtbot):
    files = [os.open(os.devnull, os.O_RDONLY) for _ in range(1_030)]
    try:
        with Gate("door", SPOT, FRAME, kiosk.path) as gate:
            qtbot.waitUntil(lambda: gate.phase is Phase.LIVE)
    finally:
        for file in files:
            os.close(file)


@pytest.mark.parametrize("camera", ["", "x" * 33, "the door", "door\n", "a/b", "no such \ud800 name"])
def test_a_name_that_no_camera_can_have_is_refused(tmp_path, camera):
    threads = threading.active_count()
    with pytest.raises(ValueError):
        Gate(camera, SPOT, FRAME, tmp_path / "gate.sock").close()
    assert threading.active_count() == threads


def test_a_connection_that_cannot_work_stays_dark_and_closes(kiosk, qtbot, caplog, monkeypatch):
    monkeypatch.setattr("kiosk.gate.link.peer_of", lambda connection: 1 / 0)
    with Gate("door", SPOT, FRAME, kiosk.path) as gate:
        qtbot.waitUntil(lambda: "the connection failed" in caplog.text)
        assert gate.update([VISITOR], now_ns()).why(VISITOR) is Reason.NO_KIOSK
        assert gate.trouble == "an error inside the gate: division by zero"
        assert gate.phase is Phase.DARK


def test_a_view_without_a_gate_permits_nothing():
    with View((VISITOR,)).permit(VISITOR, "dwell") as permit:
        permit.crop(IMAGE)
        pytest.fail("pixels without a gate")
    assert not permit.commit("a face")


def test_pixels_that_nobody_may_see_have_no_place(camera):
    with camera.live().gate.update((PASSER_BY,), now_ns()).permit(PASSER_BY, "dwell") as permit:
        _ = permit.origin
        pytest.fail("a place without a permission")


# --- fork ------------------------------------------------------------------------------------------------------------


def in_a_child(check):
    """What check() is in a forked process; None when it raised or hung."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking with threads is what is tried here
        pid = os.fork()
    if pid == 0:
        signal.alarm(3)
        try:
            os._exit(0 if check() else 1)
        finally:
            os._exit(2)
    return {0: True, 1: False}.get(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


@pytest.mark.parametrize("lock", [None, "guard", "link"], ids=["at rest", "while its table is locked", "while it is woken"])
def test_a_forked_child_is_denied(camera, lock):
    view = camera.bind()
    if lock == "link":  # there is mail that the child must leave alone
        camera.gate.update([VISITOR, Track(2, (480, 300, 580, 600))], now_ns())
    still = camera.gate.allows(VISITOR, "dwell")

    def denied_everything():
        with view.permit(VISITOR, "dwell") as permit:
            permit.crop(IMAGE)
            return False
        seen = camera.gate.update([VISITOR], now_ns())
        nothing = not camera.gate.allows(VISITOR, "dwell") and not permit.commit("a face") and not seen.allowed
        nothing = nothing and not any(camera.gate.mask([VISITOR, 1], None)) and not camera.gate.filter([VISITOR])
        why = {seen.why(VISITOR), camera.gate.why(VISITOR)}
        dark = camera.gate.phase is Phase.DARK and camera.gate.counters == {}
        camera.gate.close()
        return nothing and dark and why == {Reason.FORKED} and not camera.gate.allows(VISITOR)

    held = {"guard": camera.gate._guard._lock, "link": camera.gate._link._wake_lock}.get(lock, threading.Lock())
    with held:
        assert in_a_child(denied_everything) is True
    assert camera.gate.allows(VISITOR, "dwell") is still  # the parent's permission stands
    assert camera.gate.phase is Phase.LIVE


def test_a_forked_child_may_open_a_gate_of_its_own(camera):
    camera.bind()

    def own():
        with Gate("door", path=camera.kiosk.path) as gate:
            return gate.update([VISITOR], now_ns()).why(VISITOR) is Reason.NO_KIOSK and not gate.allows(VISITOR)

    assert in_a_child(own) is True


def test_only_who_is_named_may_run_the_kiosk(kiosk, qtbot):
    with Gate("door", SPOT, FRAME, kiosk.path, kiosk_users=[os.getuid() + 1]) as gate:
        qtbot.waitUntil(lambda: f"answered by user {os.getuid()}" in gate.trouble)
        assert gate.phase is Phase.DARK


def test_stricter_limits_are_obeyed(kiosk, qtbot):
    strict = Limits(late=5 * SECOND, width=0.1)
    with Gate("door", SPOT, FRAME, kiosk.path, strict) as gate:
        assert gate._guard._binder._limits is gate._guard._limits is strict
