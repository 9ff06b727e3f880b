"""A gate and a kiosk over a real socket. Frames need no real time: a film of the touch is shown in one go."""

import os
import signal
import threading
import time
import warnings

import numpy as np
import pytest

from kiosk.gate.binding import Track
from kiosk.gate.gate import STALE_NS, Gate, Phase, View
from kiosk.gate.messages import now_ns
from kiosk.signal.server import TTL_MS

SECOND = 1_000_000_000
SPOT = ((300, 300), (700, 300), (700, 700), (300, 700))
FRAME = (1000, 800)
V, W = "11" * 16, "22" * 16
VISITOR = Track(1, (450, 300, 550, 600))
PASSER_BY = Track(2, (850, 300, 950, 600))
AT_ONCE = 500  # ms, well before a lease runs out
IMAGE = np.arange(800 * 1000, dtype=np.int32).reshape(800, 1000)


class Camera:
    """A gate, and the film of a visitor who stands in the spot while yes is touched."""

    def __init__(self, gate, kiosk, qtbot):
        self.gate, self.kiosk, self.qtbot, self.at = gate, kiosk, qtbot, 0

    def live(self):
        self.qtbot.waitUntil(lambda: self.gate.phase is Phase.LIVE, timeout=3_000)
        return self

    def touch(self, *tracks, visit=V, purposes=("dwell",)):
        """Yes is touched; what the gate says after the film of it."""
        self.tap = max(now_ns(), self.at + SECOND)
        heard = len(self.kiosk.acknowledged)
        self.kiosk.grant(visit, self.tap, purposes)
        self.qtbot.waitUntil(lambda: self.kiosk.acknowledged[heard:] == [(visit, 1, 1)])
        for n in range(-9, 5):
            view = self.gate.update(tracks, self.tap + n * SECOND // 12)
        self.at = self.tap + n * SECOND // 12
        return view

    def bind(self):
        view = self.live().touch(VISITOR, PASSER_BY)
        self.qtbot.waitUntil(lambda: self.kiosk.bound[-1:] == [(V, "bound")])
        return view

    def next_frame(self, *tracks):
        self.at += SECOND // 15
        return self.gate.update(tracks, self.at)

    def dark_within(self, ms, meanwhile=lambda: time.sleep(0.001)):
        """The visitor may not be looked at any more after so many ms. Unless `meanwhile` says so, the screen is frozen."""
        start = asked = time.monotonic()
        while self.gate.allows(VISITOR, "dwell"):
            assert (asked - start) * 1_000 < ms, "still allowed"
            meanwhile()
            asked = time.monotonic()


@pytest.fixture
def camera(kiosk, qtbot):
    with Gate("door", SPOT, FRAME, kiosk.path) as gate:
        yield Camera(gate, kiosk, qtbot)


# --- permission ------------------------------------------------------------------------------------------------------


def test_a_yes_allows_one_body_for_one_purpose(camera):
    view = camera.bind()
    assert (view.allowed, view.denied, view.phase) == ((VISITOR,), (PASSER_BY,), Phase.LIVE)
    assert (view.why(VISITOR), view.why(PASSER_BY)) == ("", "no permission")
    assert camera.gate.allows(VISITOR, "dwell")
    assert not camera.gate.allows(VISITOR, "gender")
    assert not camera.gate.allows(PASSER_BY, "dwell")


def test_a_permit_gives_the_pixels_of_the_body_and_no_others(camera):
    view = camera.bind()
    with view.permit(VISITOR, "dwell") as permit:
        crop = permit.crop(IMAGE)
        assert np.array_equal(crop, IMAGE[300:600, 450:550])
        assert permit.origin == (300, 450)
        assert permit.commit("a face")
    assert {name: camera.gate.counters[name] for name in ("permits", "commits")} == {"permits": 1, "commits": 1}


@pytest.mark.parametrize(("track", "purpose"), [(PASSER_BY, "dwell"), (VISITOR, "gender"), (Track(3, VISITOR.box), "dwell")])
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
    assert view.allowed == ()
    camera.qtbot.waitUntil(lambda: camera.kiosk.bound == [(V, "ambiguous")])
    assert not camera.gate.allows(VISITOR, "dwell")


def test_doubt_ends_it_and_the_kiosk_is_told(camera):
    camera.bind()
    assert camera.next_frame(VISITOR, Track(2, (480, 300, 580, 600))).allowed == ()
    camera.qtbot.waitUntil(lambda: camera.kiosk.bound[1:] == [(V, "tainted")])
    assert camera.next_frame(VISITOR).allowed == ()


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


def test_a_renewed_yes_inherits_no_body(camera):
    camera.bind()
    camera.kiosk.server.revoke(V, "lost")
    camera.kiosk.grant(V, now_ns())
    camera.qtbot.waitUntil(lambda: camera.kiosk.acknowledged[1:] == [(V, 1, 1)])
    assert not camera.gate.allows(VISITOR, "dwell")  # no frame has come since


def test_the_kiosk_closes(camera):
    camera.bind()
    camera.kiosk.server.close()
    camera.dark_within(AT_ONCE)
    assert camera.gate.phase is Phase.DARK
    assert "bye" in camera.next_frame(VISITOR).why(VISITOR) or "no kiosk" in camera.next_frame(VISITOR).why(VISITOR)


def test_a_kiosk_that_is_not_well_turns_the_cameras_off(camera):
    camera.bind()
    camera.kiosk.well = False
    camera.dark_within(TTL_MS, meanwhile=lambda: camera.qtbot.wait(5))
    camera.qtbot.wait(400)
    assert camera.gate.phase is not Phase.LIVE
    camera.kiosk.well = True
    camera.live()
    assert camera.next_frame(VISITOR).allowed == ()


def test_a_frozen_screen_turns_the_cameras_off(camera):
    camera.bind()
    camera.dark_within(TTL_MS)  # nothing answers on the screen's thread
    assert camera.gate.phase is not Phase.LIVE


def test_a_kiosk_that_comes_back_is_found(camera):
    camera.bind()
    camera.kiosk.server.close()
    camera.dark_within(AT_ONCE)
    again = type(camera.kiosk)(camera.kiosk.path)
    again.server.listen()
    camera.live()
    camera.qtbot.waitUntil(lambda: again.server.cameras == ("door",))
    assert camera.next_frame(VISITOR).allowed == ()
    again.server.close()


def test_a_gate_that_closes_says_so(camera):
    camera.bind()
    camera.gate.close()
    camera.qtbot.waitUntil(lambda: camera.kiosk.server.cameras == () and camera.kiosk.bound[1:] == [(V, "lost")])
    assert not camera.gate.allows(VISITOR, "dwell")
    assert camera.next_frame(VISITOR).allowed == ()
    camera.gate.close()


def test_no_thread_and_no_file_is_left(kiosk, qtbot):
    def open_files():
        return len(os.listdir("/proc/self/fd"))

    threads, files = threading.active_count(), open_files()
    for _ in range(3):
        with Gate("door", SPOT, FRAME, kiosk.path) as gate:
            Camera(gate, kiosk, qtbot).live()
    qtbot.waitUntil(lambda: kiosk.server.cameras == ())
    assert threading.active_count() == threads
    qtbot.waitUntil(lambda: open_files() == files)


@pytest.mark.parametrize("name", ["nothing", "a file", "a folder", "x" * 150])
def test_without_a_kiosk_nothing_is_allowed(tmp_path, name):
    path = tmp_path / name
    {"a file": path.touch, "a folder": path.mkdir}.get(name, lambda: None)()
    with Gate("door", SPOT, FRAME, path) as gate:
        time.sleep(0.05)
        view = gate.update([VISITOR], now_ns())
        assert (view.allowed, view.denied, gate.phase) == ((), (VISITOR,), Phase.DARK)
        assert view.why(VISITOR).startswith("no kiosk")


# --- errors ----------------------------------------------------------------------------------------------------------

ODD = {
    "a box of three": [Track(1, (1, 2, 3))],
    "a box of nothing": [Track(1, None)],
    "a box of words": [Track(1, ("a", "b", "c", "d"))],
    "two with one id": [VISITOR, Track(1, PASSER_BY.box)],
}


@pytest.mark.parametrize("case", ODD)
def test_an_error_inside_allows_nothing(camera, case, caplog):
    camera.bind()
    view = camera.next_frame(*ODD[case])
    assert view.allowed == ()
    assert view.why(ODD[case][0]) == "an error inside the gate"
    assert not camera.gate.allows(VISITOR, "dwell")
    camera.qtbot.waitUntil(lambda: camera.kiosk.bound[1:] == [(V, "lost")])
    assert camera.gate.counters["errors"] == 1
    assert "nothing is allowed" in caplog.text
    assert camera.next_frame(VISITOR).allowed == ()


@pytest.mark.parametrize("tracks", [None, [None], [Track([], (0, 0, 1, 1))], 7], ids=["none", "of none", "odd id", "seven"])
def test_what_is_no_track_allows_nothing_and_raises_nothing(camera, tracks):
    camera.bind()
    view = camera.gate.update(tracks, now_ns())
    assert view.allowed == ()
    assert not camera.gate.allows(VISITOR, "dwell")


def test_a_pipeline_that_stops_showing_frames_has_no_permission(camera):
    camera.bind()
    with camera.next_frame(VISITOR).permit(VISITOR, "dwell") as permit:
        assert permit.good
        camera.gate._updated_ns -= STALE_NS
        assert not permit.good
        assert not permit.commit("a face")
    assert not camera.gate.allows(VISITOR, "dwell")


def test_a_process_with_many_open_files_connects(kiosk, qtbot):
    files = [os.open(os.devnull, os.O_RDONLY) for _ in range(1_030)]
    try:
        with Gate("door", SPOT, FRAME, kiosk.path) as gate:
            qtbot.waitUntil(lambda: gate.phase is Phase.LIVE)
    finally:
        for file in files:
            os.close(file)


def test_a_connection_that_cannot_work_stays_dark_and_closes(kiosk, qtbot, caplog):
    with Gate("no such \ud800 name", SPOT, FRAME, kiosk.path) as gate:
        qtbot.waitUntil(lambda: "the connection failed" in caplog.text)
        assert "an error inside the gate" in gate.update([VISITOR], now_ns()).why(VISITOR)
        assert gate.phase is Phase.DARK


def test_a_view_without_a_gate_permits_nothing():
    with View().permit(VISITOR, "dwell") as permit:
        permit.crop(IMAGE)
        pytest.fail("pixels without a gate")
    assert not permit.commit("a face")


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


@pytest.mark.parametrize("locked", [False, True], ids=["at rest", "while the gate's thread holds the lock"])
def test_a_forked_child_is_denied(camera, locked):
    view = camera.bind()

    def denied_everything():
        with view.permit(VISITOR, "dwell") as permit:
            permit.crop(IMAGE)
            return False
        seen = camera.gate.update([VISITOR], camera.at + SECOND // 15)
        nothing = not camera.gate.allows(VISITOR, "dwell") and not permit.commit("a face") and not seen.allowed
        camera.gate.close()
        return nothing and "forked" in seen.why(VISITOR) and camera.gate.phase is Phase.DARK

    if locked:
        with camera.gate._lock:
            assert in_a_child(denied_everything) is True
    else:
        assert in_a_child(denied_everything) is True
    assert camera.gate.allows(VISITOR, "dwell")  # the parent's permission stands
