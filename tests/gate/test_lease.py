"""DARK -> SYNC -> LIVE, edge by edge, with a virtual clock."""

import pytest

from kiosk.gate.lease import MOST_GRANTS, MS, LeaseKeeper, Phase, Timing
from kiosk.gate.messages import Ack, Bound, Bye, Grant, Hello, Lease, ProtocolError, Renew, Revoke, Snapshot, Stat, Welcome

DARK, SYNC, LIVE = Phase.DARK, Phase.SYNC, Phase.LIVE
START = 1_000_000 * MS
TTL = 1_000
HELLO = Hello("till-1", "door", "boot", True)
WELCOME = Welcome("kiosk", "e", "boot")


def granted(seq, visit="v", max_ms=60_000, epoch="e", tap_ns=START):
    return Grant(epoch, seq, visit, ("dwell",), tap_ns, 1, max_ms, "r")


class Talk:
    """A keeper, its clock and what it last asked."""

    def __init__(self, timing=None):
        self.keeper, self.now, self.slept = LeaseKeeper(HELLO, timing), START, 0

    def hear(self, *messages):
        replies = [reply for message in messages for reply in self.keeper.receive(message, self.now)]
        self.asked = next((reply for reply in replies if isinstance(reply, Renew)), getattr(self, "asked", None))
        return replies

    def wait(self, ms):
        self.now += ms * MS
        for message in self.keeper.due(self.now):
            self.asked = message
        return self

    def look(self):
        self.keeper.look(self.now, self.slept)

    def go_live(self):
        assert self.keeper.opened() == [HELLO]
        self.hear(WELCOME, Snapshot("e", 0, ()))
        self.lease()
        return self

    def lease(self, seq=0, ttl=TTL, n=None, epoch="e"):
        return self.hear(Lease(n or self.asked.n, epoch, seq, ttl))

    @property
    def phase(self):
        return self.keeper.phase(self.now)

    @property
    def visits(self):
        return set(self.keeper.granted(self.now))


@pytest.fixture
def talk():
    """Connected, hello said."""
    talk = Talk()
    assert talk.keeper.opened() == [HELLO]
    return talk


@pytest.fixture
def live():
    return Talk().go_live()


def test_from_dark_to_live(talk):
    assert (talk.phase, talk.keeper.due_ns()) == (DARK, None)
    (renew,) = talk.hear(WELCOME)
    assert (renew.seq, talk.phase) == (-1, SYNC)
    assert talk.hear(Snapshot("e", 7, (granted(3),))) == [Ack(7)]
    assert (talk.phase, talk.visits) == (SYNC, set())
    talk.lease(7)
    assert (talk.phase, talk.visits) == (LIVE, {"v"})


def test_a_grant_again_replaces_the_older_one(live):
    live.hear(granted(1, max_ms=100))
    again = Grant("e", 2, "v", ("time",), START + MS, 2, 500, "s")
    live.hear(again)
    live.now += 499 * MS
    assert live.keeper.granted(live.now) == {"v": again}


@pytest.mark.parametrize("later_ns", [0, -1])
def test_a_grant_again_needs_a_newer_touch_unless_it_was_revoked(live, later_ns):
    live.hear(granted(1), Revoke("e", 2, "v", "undone"), granted(3, tap_ns=START + later_ns))
    with pytest.raises(ProtocolError, match="no newer"):
        live.hear(granted(4, tap_ns=START + 2 * later_ns))


def test_grant_and_revoke(live):
    assert live.hear(granted(1)) == [Ack(1)]
    assert live.hear(granted(2, "w")) == [Ack(2)]
    assert live.visits == {"v", "w"}
    assert live.hear(Revoke("e", 3, "v", "refused")) == [Ack(3)]
    assert live.visits == {"w"}
    live.hear(granted(4), Revoke("e", 5, "*", "fault"))
    assert live.visits == set()
    assert live.hear(Revoke("e", 6, "nobody", "lapsed")) == [Ack(6)]


def test_a_lease_counts_from_the_sending_of_its_renewal(live):
    live.wait(250)
    sent = live.now
    live.wait(200)
    live.lease()
    live.now = sent + (TTL - 50) * MS - 1
    assert live.phase is LIVE
    live.now += 1
    assert live.phase is DARK


@pytest.mark.parametrize(("waited", "phase"), [(949, LIVE), (950, DARK)])
def test_without_an_answer_it_is_dark_in_time(live, waited, phase):
    live.hear(granted(1))
    live.now += waited * MS
    assert (live.phase, live.visits) == (phase, {"v"} if phase is LIVE else set())


@pytest.mark.parametrize(("waited", "ends"), [(949, False), (950, True), (5_000, True)])
def test_a_lease_that_ran_out_ends_the_connection(live, waited, ends):
    live.now += waited * MS
    if ends:
        with pytest.raises(ProtocolError, match="ran out"):
            live.look()
    else:
        live.look()


def test_what_is_due_is_the_renewal_and_nothing_else(live):
    live.now += TTL * MS
    (renew,) = live.keeper.due(live.now)
    assert isinstance(renew, Renew)
    assert live.keeper.due(live.now) == []


# The clocks at one look and at the next, in ms: (now, slept), or None where nothing was looked at before.
CLOCKS = {
    "the first look": (None, (0, 9_000), ""),
    "time goes on": ((0, 0), (100, 0), ""),
    "time stands still": ((0, 0), (0, 0), ""),
    "the clock goes back": ((1, 0), (0, 0), "went back"),
    "the machine slept for a moment": ((0, 0), (60, 50), ""),
    "the machine slept": ((0, 0), (60, 51), "slept"),
    "it slept long before": ((0, 9_000), (60, 9_010), ""),
    "it slept less than before": ((0, 9_000), (60, 8_940), "slept"),
}


@pytest.mark.parametrize("case", CLOCKS)
def test_the_clocks_are_compared_with_the_last_look_at_them(live, case):
    first, then, trouble = CLOCKS[case]
    start = live.now
    if first:
        live.now, live.slept = start + first[0] * MS, first[1] * MS
        live.look()
    live.now, live.slept = start + then[0] * MS, then[1] * MS
    if trouble:
        with pytest.raises(ProtocolError, match=trouble):
            live.look()
    else:
        live.look()


def test_a_new_connection_does_not_care_how_long_the_machine_slept_before(live):
    live.look()
    live.slept += 9_000 * MS
    live.keeper.closed()
    live.look()


@pytest.mark.parametrize("ttl", [1_000, 1_001, 5_000, 2**63 - 1])
def test_the_kiosk_cannot_lengthen_the_life_of_a_lease(talk, ttl):
    talk.hear(WELCOME, Snapshot("e", 0, ()))
    talk.lease(ttl=ttl)
    talk.now += 950 * MS - 1
    assert talk.phase is LIVE
    talk.now += 1
    assert talk.phase is DARK


def test_the_kiosk_can_shorten_the_life_of_a_lease(live):
    live.hear(granted(1))
    live.wait(250)
    live.lease(1, ttl=300)
    assert live.keeper.ends_ns("v") == live.now + 250 * MS
    live.now += 250 * MS
    assert (live.phase, live.visits) == (DARK, set())


def test_a_gate_may_be_stricter_than_the_kiosk():
    live = Talk(Timing(renew=50 * MS, life=200 * MS, margin=80 * MS, jump=5 * MS)).go_live()
    assert live.keeper.due_ns() == START + 50 * MS
    live.look()
    live.slept += 6 * MS
    with pytest.raises(ProtocolError, match="slept"):
        live.look()
    live.now = START + 120 * MS - 1
    assert live.phase is LIVE
    live.now += 1
    assert live.phase is DARK


@pytest.mark.parametrize(
    "wrong",
    [
        {"renew": 0},
        {"renew": -1},
        {"renew": 950 * MS},
        {"life": 0},
        {"life": 300 * MS},
        {"margin": -1},
        {"margin": 750 * MS},
        {"margin": 1_000 * MS},
        {"jump": 0},
        {"jump": -1},
    ],
    ids=str,
)
def test_a_timing_in_which_a_lease_would_always_run_out_is_refused(wrong):
    with pytest.raises(ValueError):
        Timing(**wrong)


@pytest.mark.parametrize("right", [{"renew": 949 * MS}, {"margin": 0}, {"margin": 749 * MS}, {"life": 301 * MS}], ids=str)
def test_a_timing_that_just_works(right):
    Timing(**right)


def test_when_a_grant_ends(live):
    assert live.keeper.ends_ns("v") == 0
    live.hear(granted(1, max_ms=400))
    assert live.keeper.ends_ns("v") == START + 400 * MS
    live.hear(granted(2, "w"))
    assert live.keeper.ends_ns("w") == START + 950 * MS


def test_it_renews_every_quarter_of_a_second_with_a_fresh_nonce(live):
    nonces = [live.asked.n]
    for _ in range(20):
        assert live.keeper.due(live.now + 250 * MS - 1) == []
        live.wait(250)
        nonces.append(live.asked.n)
        live.lease()
        assert live.phase is LIVE
    assert len(set(nonces)) == 21


def renewed(live, times):
    """So many renewals, 100 ms apart, that nobody answers: (nonce, when it was sent)."""
    sent = []
    live.keeper.timing = Timing(renew=100 * MS)
    for _ in range(times):
        live.wait(100)
        sent.append((live.asked.n, live.now))
    return sent


@pytest.mark.parametrize("which", range(9))
def test_one_of_the_last_eight_renewals_can_be_answered(live, which):
    sent = renewed(live, 9)
    nonce, at = sent[which]
    live.now = START + 949 * MS
    live.lease(n=nonce)
    live.now = at + 950 * MS - 1 if which else START + 950 * MS - 1
    assert live.phase is LIVE
    live.now += 1
    assert live.phase is DARK


def test_an_answer_makes_older_renewals_void(live):
    sent = renewed(live, 4)
    live.lease(n=sent[2][0])
    for nonce, _ in sent[:3]:
        live.lease(n=nonce, ttl=200)
    live.now = sent[2][1] + 950 * MS - 1
    assert live.phase is LIVE
    live.now += 1
    assert live.phase is DARK


def test_the_newest_answer_counts_also_where_it_ends_sooner(live):
    sent = renewed(live, 2)
    live.lease(n=sent[0][0])
    live.lease(n=sent[1][0], ttl=150)
    live.now = sent[1][1] + 100 * MS
    assert live.phase is DARK


@pytest.mark.parametrize("n", ["00", "answered before"])
def test_an_answer_to_no_renewal_changes_nothing(live, n):
    old = live.asked.n
    live.wait(250)
    live.lease(n=old if n == "answered before" else n)
    live.now = START + 950 * MS
    assert live.phase is DARK


def test_the_machine_may_not_sleep_in_small_pieces_either(live):
    for slept in (0, 20, 40):
        live.slept = slept * MS
        live.look()
    live.slept = 60 * MS
    with pytest.raises(ProtocolError, match="slept"):
        live.look()


def test_the_same_lease_twice_adds_nothing(live):
    for ms in (100, 200, 300):
        live.now += ms * MS
        live.lease()
    live.now = START + 950 * MS
    assert live.phase is DARK


@pytest.mark.parametrize("ttl", [0, -5, 49, 50])
def test_a_lease_of_no_time_is_dark(talk, ttl):
    talk.hear(WELCOME, Snapshot("e", 0, ()))
    talk.lease(ttl=ttl)
    assert talk.phase is DARK


@pytest.mark.parametrize(("tapped_ms", "holds_ms"), [(0, 400), (-100, 300), (50, 400), (-400, 0), (-4_000, 0)])
def test_a_grant_ends_by_its_own_time_from_the_touch_and_at_the_latest_from_its_arrival(live, tapped_ms, holds_ms):
    live.hear(granted(1, max_ms=400, tap_ns=START + tapped_ms * MS))
    for nanos, holds in ((0, holds_ms > 0), (holds_ms * MS - 1, True), (holds_ms * MS, False)):
        live.now = START + nanos
        assert live.visits == ({"v"} if holds else set()) or nanos < 0


def test_a_gate_holds_so_many_grants(live):
    for seq in range(1, MOST_GRANTS + 1):
        live.hear(granted(seq, f"v{seq}"))
    assert len(live.visits) == MOST_GRANTS
    live.hear(granted(MOST_GRANTS + 1, "v1", tap_ns=START + 1))
    with pytest.raises(ProtocolError, match="more than"):
        live.hear(granted(MOST_GRANTS + 2, "one more"))


def test_a_kiosk_that_is_not_well_gives_no_lease(talk):
    talk.hear(WELCOME, Snapshot("e", 0, (granted(0),)))
    for _ in range(50):
        talk.wait(250)
        assert (talk.phase, talk.visits) == (SYNC, set())


def test_closed_forgets_everything(live):
    live.hear(granted(1))
    live.keeper.closed()
    assert (live.phase, live.visits, live.keeper.ends_ns("v"), live.keeper.due_ns()) == (DARK, set(), 0, None)
    live.keeper.opened()
    with pytest.raises(ProtocolError):
        live.hear(granted(2))


DOUBTS = {
    "another version": ("hello said", Welcome("kiosk", "e", "boot", v=2)),
    "another machine": ("hello said", Welcome("kiosk", "e", "other")),
    "a grant before the welcome": ("hello said", granted(1)),
    "a lease before the welcome": ("hello said", Lease("n", "e", 0, TTL)),
    "a second welcome": ("live", WELCOME),
    "a second snapshot": ("live", Snapshot("e", 1, ())),
    "a grant before the snapshot": ("welcomed", granted(1)),
    "a revoke before the snapshot": ("welcomed", Revoke("e", 1, "*", "fault")),
    "a lease before the snapshot": ("welcomed", Lease("n", "e", 0, TTL)),
    "a snapshot of another epoch": ("welcomed", Snapshot("f", 0, ())),
    "a grant of another epoch": ("live", granted(1, epoch="f")),
    "a revoke of another epoch": ("live", Revoke("f", 1, "*", "fault")),
    "a lease of another epoch": ("live", Lease("n", "f", 0, TTL)),
    "a snapshot with a visit twice": ("welcomed", Snapshot("e", 2, (granted(1), granted(2)))),
    "a snapshot with more than it may hold": (
        "welcomed",
        Snapshot("e", 99, tuple(granted(seq, f"v{seq}") for seq in range(MOST_GRANTS + 1))),
    ),
    "a gap": ("live", granted(2)),
    "a seq again": ("live", granted(0)),
    "a revoke out of order": ("live", Revoke("e", 3, "*", "fault")),
    "a lease of a later seq": ("live", Lease("n", "e", 1, TTL)),
    "a lease of an earlier seq": ("live", Lease("n", "e", -1, TTL)),
    "bye": ("live", Bye("closing")),
    "bye at once": ("hello said", Bye("closing")),
    "a snapshot before the welcome": ("hello said", Snapshot("e", 0, ())),
    "a snapshot with a grant of another epoch": ("welcomed", Snapshot("e", 1, (granted(1, epoch="f"),))),
    "a gate's words": ("live", Bound("v", 1, "bound", "")),
    "a gate's hello": ("welcomed", HELLO),
    "a gate's counters": ("hello said", Stat({})),
}


@pytest.mark.parametrize("case", DOUBTS)
def test_every_doubt_ends_the_connection(talk, case):
    stage, message = DOUBTS[case]
    if stage != "hello said":
        talk.hear(WELCOME)
    if stage == "live":
        talk.hear(Snapshot("e", 0, ()))
        talk.lease()
        assert talk.phase is LIVE
    with pytest.raises(ProtocolError):
        talk.hear(message)
