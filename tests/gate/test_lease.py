"""DARK -> SYNC -> LIVE, edge by edge, with a virtual clock."""

import pytest

from kiosk.gate.lease import MS, LeaseKeeper, Phase
from kiosk.gate.messages import Ack, Bound, Bye, Grant, Hello, Lease, ProtocolError, Renew, Revoke, Snapshot, Stat, Welcome

DARK, SYNC, LIVE = Phase.DARK, Phase.SYNC, Phase.LIVE
START = 1_000_000 * MS
TTL = 1_000
WELCOME = Welcome("kiosk", "e", "boot", TTL)


def granted(seq, visit="v", max_ms=60_000, epoch="e"):
    return Grant(epoch, seq, visit, ("dwell",), START, max_ms, "r")


class Talk:
    """A keeper, its clock and what it last asked."""

    def __init__(self):
        self.keeper, self.now = LeaseKeeper("till:1", "door", "boot"), START

    def hear(self, *messages):
        replies = [reply for message in messages for reply in self.keeper.receive(message, self.now)]
        self.asked = next((reply for reply in replies if isinstance(reply, Renew)), getattr(self, "asked", None))
        return replies

    def wait(self, ms):
        self.now += ms * MS
        for message in self.keeper.due(self.now):
            self.asked = message
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
    assert talk.keeper.opened(talk.now) == [Hello("till:1", "door", "boot")]
    return talk


@pytest.fixture
def live(talk):
    talk.hear(WELCOME, Snapshot("e", 0, ()))
    talk.lease()
    return talk


def test_from_dark_to_live(talk):
    assert (talk.phase, talk.keeper.due_ns()) == (DARK, None)
    (renew,) = talk.hear(WELCOME)
    assert (renew.seq, talk.phase) == (-1, SYNC)
    assert talk.hear(Snapshot("e", 7, (granted(3),))) == [Ack(7)]
    assert (talk.phase, talk.visits) == (SYNC, set())
    talk.lease(7)
    assert (talk.phase, talk.visits) == (LIVE, {"v"})


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


def test_a_lease_that_ran_out_ends_the_connection(live):
    live.now += TTL * MS
    with pytest.raises(ProtocolError, match="ran out"):
        live.keeper.due(live.now)


def test_it_renews_every_quarter_of_a_second_with_a_fresh_nonce(live):
    nonces = [live.asked.n]
    for _ in range(20):
        assert live.keeper.due(live.now + 250 * MS - 1) == []
        live.wait(250)
        nonces.append(live.asked.n)
        live.lease()
        assert live.phase is LIVE
    assert len(set(nonces)) == 21


@pytest.mark.parametrize("which", ["an older one", "one of nobody"])
def test_only_the_last_renewal_can_be_answered(live, which):
    old = live.asked.n
    live.wait(250)
    live.lease(n=old if which == "an older one" else "00")
    live.now = START + 950 * MS
    assert live.phase is DARK


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


def test_a_grant_ends_by_its_own_time_from_its_arrival(live):
    live.hear(granted(1, max_ms=400))
    live.now += 399 * MS
    assert live.visits == {"v"}
    live.now += 1 * MS
    assert live.visits == set()


def test_a_kiosk_that_is_not_well_gives_no_lease(talk):
    talk.hear(WELCOME, Snapshot("e", 0, (granted(0),)))
    for _ in range(50):
        talk.wait(250)
        assert (talk.phase, talk.visits) == (SYNC, set())


def test_closed_forgets_everything(live):
    live.hear(granted(1))
    live.keeper.closed()
    assert (live.phase, live.visits, live.keeper.grants) == (DARK, set(), {})
    live.keeper.opened(live.now)
    with pytest.raises(ProtocolError):
        live.hear(granted(2))


DOUBTS = {
    "another version": ("hello said", Welcome("kiosk", "e", "boot", TTL, v=2)),
    "another machine": ("hello said", Welcome("kiosk", "e", "other", TTL)),
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
    "a gap": ("live", granted(2)),
    "a seq again": ("live", granted(0)),
    "a revoke out of order": ("live", Revoke("e", 3, "*", "fault")),
    "a lease of a later seq": ("live", Lease("n", "e", 1, TTL)),
    "a lease of an earlier seq": ("live", Lease("n", "e", -1, TTL)),
    "bye": ("live", Bye("closing")),
    "bye at once": ("hello said", Bye("closing")),
    "a gate's words": ("live", Bound("v", 1, "bound", "")),
    "a gate's hello": ("welcomed", Hello("till:2", "door", "boot")),
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
