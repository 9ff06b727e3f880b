"""The kiosk's end of the socket, against clients that speak the protocol well, badly or not at all."""

import json
import os
import socket
import stat
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.consent.visit import EVERY_VISIT, SECOND, Permission
from kiosk.gate.messages import (
    LINE_LIMIT,
    Ack,
    Bound,
    Bye,
    Erased,
    Grant,
    Hello,
    Lease,
    Renew,
    Revoke,
    Snapshot,
    Stat,
    Welcome,
    boot_id,
    decode,
    encode,
    now_ns,
)
from kiosk.signal.server import (
    ACK_MS,
    MOST_GATES,
    MOST_GRANTS,
    MOST_LINES,
    MOST_OWED,
    MS,
    STOP_MS,
    TEND_MS,
    TTL_MS,
    GateServer,
    SocketError,
)

V, W = "11" * 16, "22" * 16
HELLO = Hello("till-7", "door", boot_id(), binds=True)
WATCHING = Hello("till-7", "hall", boot_id(), binds=False)


class Client:
    """A gate made of a plain socket."""

    def __init__(self, path, qtbot):
        self.socket, self.qtbot, self.rest, self.gone = socket.socket(socket.AF_UNIX), qtbot, b"", False
        self.socket.connect(os.fspath(path))
        self.socket.setblocking(False)
        self.heard = []

    def say(self, *messages):
        for message in messages:
            self.socket.sendall(message if isinstance(message, bytes) else encode(message))
        return self

    def listen(self):
        """Whatever has come; False once the kiosk hung up."""
        try:
            while data := self.socket.recv(65536):
                *lines, self.rest = (self.rest + data).split(b"\n")
                self.heard += [decode(line) for line in lines]
        except BlockingIOError:
            return True
        except ConnectionResetError:
            pass
        self.gone = True
        return False

    def hear(self, *kinds):
        """Wait until messages of these kinds have come, in this order, and take them."""
        self.qtbot.waitUntil(lambda: (self.listen(), len(self.heard) >= len(kinds))[1], timeout=2_000)
        heard, self.heard = self.heard[: len(kinds)], self.heard[len(kinds) :]
        assert tuple(map(type, heard)) == kinds
        return heard

    def hung_up(self):
        self.qtbot.waitUntil(lambda: not self.listen(), timeout=2_000)
        return True

    def greeted(self, hello=HELLO):
        self.say(hello)
        _, snapshot = self.hear(Welcome, Snapshot)
        self.say(Ack(snapshot.seq))
        return self


@pytest.fixture
def client(kiosk, qtbot):
    clients = []

    def connect():
        clients.append(Client(kiosk.path, qtbot))
        return clients[-1]

    yield connect
    for each in clients:
        each.socket.close()


# --- the conversation ------------------------------------------------------------------------------------------------


def test_a_gate_is_welcomed_and_told_what_is_granted(kiosk, client):
    kiosk.grant(V, 5)
    kiosk.grant(W, 6)
    kiosk.server.revoke(V, "refused")
    gate = client().say(HELLO)
    welcome, snapshot = gate.hear(Welcome, Snapshot)
    assert (welcome.kiosk, welcome.boot) == ("front-door", boot_id())
    assert (snapshot.epoch, snapshot.seq) == (welcome.epoch, 3)
    assert [grant.visit for grant in snapshot.grants] == [W]


def test_a_lease_answers_a_renewal_while_the_kiosk_is_well(kiosk, client, qtbot):
    gate = client().greeted().say(Renew("n1", 0))
    (lease,) = gate.hear(Lease)
    assert (lease.n, lease.seq, lease.ttl_ms) == ("n1", 0, TTL_MS)
    kiosk.well = False
    gate.say(Renew("n2", 0))
    qtbot.wait(50)
    assert gate.listen()
    assert gate.heard == []
    kiosk.well = True
    gate.say(Renew("n3", 0))
    assert gate.hear(Lease)[0].n == "n3"


def test_a_camera_is_in_step_once_it_took_the_snapshot(kiosk, client, qtbot):
    gate = client().say(HELLO)
    gate.hear(Welcome, Snapshot)
    assert kiosk.server.cameras == ()
    gate.say(Ack(0))
    qtbot.waitUntil(lambda: kiosk.server.cameras == ("door",))
    gate.socket.close()
    qtbot.waitUntil(lambda: kiosk.server.cameras == ())


def test_who_was_in_step_and_has_gone_is_away_until_it_is_back(kiosk, client, qtbot):
    gate = client().say(HELLO)
    gate.hear(Welcome, Snapshot)
    assert [peer.acked_ns for peer in kiosk.server.peers] == [None]
    client().say(replace(HELLO, camera="hall")).hear(Welcome, Snapshot)
    before = now_ns()
    gate.say(Ack(0))
    qtbot.waitUntil(lambda: kiosk.server.cameras == ("door",))
    (acknowledged,) = [peer.acked_ns for peer in kiosk.server.peers if peer.camera == "door"]
    assert before < acknowledged <= now_ns()
    assert kiosk.server.away == ()
    gate.socket.close()
    qtbot.waitUntil(lambda: kiosk.server.away == ("door",))
    client().greeted()
    qtbot.waitUntil(lambda: kiosk.server.away == ())


def test_grants_and_revokes_reach_every_gate_in_order(kiosk, client):
    gates = [client().greeted() for _ in range(3)]
    kiosk.server.grant(Permission(V, "rr", 5, 5 + 60 * SECOND, ("dwell", "gender"), party=3))
    kiosk.server.revoke(EVERY_VISIT, "fault")
    kiosk.server.revoke(V, "refused", 7)
    for gate in gates:
        grant, revoke, refusal = gate.hear(Grant, Revoke, Revoke)
        assert grant == Grant(grant.epoch, 1, V, ("dwell", "gender"), 5, 3, 60_000, "rr")
        assert revoke == Revoke(grant.epoch, 2, "*", "fault", 0)
        assert refusal == Revoke(grant.epoch, 3, refusal.visit, "refused", 7)
        assert refusal.visit != V, "the ledger knows a refuser by that name"


@pytest.mark.parametrize(("acked", "told"), [(2, (V, 2, 2)), (1, (V, 2, 1)), (0, (V, 2, 0))])
def test_acknowledged_tells_how_many_applied_it_in_time(kiosk, client, qtbot, acked, told):
    gates = [client().greeted() for _ in range(2)]
    kiosk.grant(V, 5)
    for gate in gates[:acked]:
        gate.hear(Grant)
        gate.say(Ack(1), Ack(1))
    qtbot.waitUntil(lambda: bool(kiosk.acknowledged), timeout=ACK_MS + 500)
    for gate in gates[acked:]:
        gate.say(Ack(1))
    qtbot.wait(ACK_MS + 50)
    assert kiosk.acknowledged == [told]


@pytest.mark.parametrize("acked", [True, False])
def test_a_gate_that_goes_before_it_acknowledges_is_not_waited_for(kiosk, client, qtbot, acked):
    """It is dark; and if it comes back, the grant is in its snapshot."""
    gates = [client().greeted() for _ in range(2)]
    kiosk.grant(V, 5)
    if acked:
        gates[0].say(Ack(1))
    gates[1].socket.close()
    qtbot.waitUntil(lambda: bool(kiosk.acknowledged), timeout=ACK_MS + 500)
    assert kiosk.acknowledged == [(V, 1, int(acked))]


def test_the_last_gate_goes_before_it_acknowledges(kiosk, client, qtbot):
    gate = client().greeted()
    kiosk.grant(V, 5)
    gate.socket.close()
    qtbot.waitUntil(lambda: kiosk.acknowledged == [(V, 0, 0)])


def test_what_came_in_time_while_the_kiosk_was_busy_counts(kiosk, client, qtbot):
    gate = client().greeted()
    kiosk.grant(V, 5)
    gate.say(Ack(1))
    time.sleep((ACK_MS + 50) / 1_000)  # a page is built, and nothing is heard meanwhile
    qtbot.waitUntil(lambda: bool(kiosk.acknowledged))
    assert kiosk.acknowledged == [(V, 1, 1)]


def test_only_gates_that_bind_are_counted_while_one_binds(kiosk, client, qtbot):
    """A camera that does not see the kiosk must apply the yes as well, or nobody knows what it does."""
    gates = [client().greeted(), client().greeted(WATCHING)]
    kiosk.grant(V, 5)
    gates[0].say(Ack(1))
    qtbot.waitUntil(lambda: bool(kiosk.acknowledged), timeout=ACK_MS + 500)
    assert kiosk.acknowledged == [(V, 2, 1)]


def test_without_a_gate_that_binds_it_is_as_if_there_were_none(kiosk, client, qtbot):
    gate = client().greeted(WATCHING)
    kiosk.grant(V, 5)
    gate.say(Ack(1))
    qtbot.waitUntil(lambda: kiosk.acknowledged == [(V, 0, 0)])


def test_no_gate_at_all(kiosk, client, qtbot):
    client()  # connected, but said nothing
    kiosk.grant(V, 5)
    assert kiosk.acknowledged == []  # never from inside of grant
    qtbot.waitUntil(lambda: kiosk.acknowledged == [(V, 0, 0)])


@pytest.mark.parametrize("visit", [V, EVERY_VISIT])
def test_what_was_revoked_is_not_acknowledged_any_more(kiosk, client, qtbot, visit):
    gate = client().greeted()
    kiosk.grant(V, 5)
    kiosk.server.revoke(visit, "undone")
    gate.say(Ack(1), Ack(2))
    qtbot.wait(ACK_MS + 50)
    assert kiosk.acknowledged == []


def test_bound_is_heard_for_what_is_granted(kiosk, client, qtbot):
    gate = client().greeted()
    kiosk.grant(V, 5)
    gate.say(
        Bound(W, 5, "bound", ""),
        Bound(V, 4, "bound", ""),
        Bound(V, 5, "bound", ""),
        Bound(V, 5, "tainted", "jumped"),
        Stat({"frames": 1}),
    )
    qtbot.waitUntil(lambda: kiosk.bound == [(V, "bound"), (V, "tainted")])


def test_b10_two_gates_that_report_differently_are_both_heard(kiosk, client, qtbot):
    """The visit takes the worse: see tests/consent/test_visit.py. Here nothing may be lost, whoever comes first."""
    gates = [client().greeted(), client().greeted()]
    kiosk.grant(V, 5)
    gates[0].say(Bound(V, 5, "bound", ""))
    qtbot.waitUntil(lambda: kiosk.bound == [(V, "bound")])
    gates[1].say(Bound(V, 5, "ambiguous", ""))
    qtbot.waitUntil(lambda: kiosk.bound == [(V, "bound"), (V, "ambiguous")])
    gates[1].say(Bound(V, 5, "bound", ""))
    gates[0].say(Bound(V, 5, "tainted", ""))
    qtbot.waitUntil(lambda: {*kiosk.bound[2:]} == {(V, "bound"), (V, "tainted")})


def test_a_gate_that_lost_the_body_before_it_goes_takes_nothing_with_it(kiosk, client, qtbot):
    gate = client().greeted()
    kiosk.grant(V, 5)
    gate.say(Bound(V, 5, "bound", ""), Bound(V, 5, "left", ""))
    qtbot.waitUntil(lambda: kiosk.bound == [(V, "bound"), (V, "left")])
    gate.socket.close()
    qtbot.waitUntil(lambda: kiosk.server.cameras == ())
    assert len(kiosk.bound) == 2


def test_all_grants_fit_into_a_snapshot_and_the_oldest_makes_room(kiosk, client):
    visits = [f"{number:064x}" for number in range(MOST_GRANTS + 1)]
    for visit in visits[:-1]:
        kiosk.grant(visit, 2**62, ("p" * 64, "q" * 64), record="f" * 64)
    assert kiosk.bound == []
    snapshot = client().say(HELLO).hear(Welcome, Snapshot)[1]
    assert [grant.visit for grant in snapshot.grants] == visits[:-1]
    assert len(encode(snapshot)) < LINE_LIMIT
    kiosk.grant(visits[0], 2**62 + 1)
    assert kiosk.bound == []  # the same again takes no more room
    kiosk.grant(visits[-1], 5)
    assert kiosk.bound == [(visits[1], "lost")]


def test_the_oldest_grant_is_revoked_in_order(kiosk, client, qtbot):
    """Also by a listener that does not wait until it has been told."""
    kiosk.server.bound.connect(lambda visit, state: kiosk.server.revoke(visit, state))
    gate = client().greeted()
    for number in range(MOST_GRANTS + 1):
        kiosk.grant(f"v{number}", 5)
    qtbot.waitUntil(lambda: (gate.listen(), len(gate.heard) == MOST_GRANTS + 2)[1])
    assert [each.seq for each in gate.heard] == list(range(1, MOST_GRANTS + 3))


def test_a_lease_lives_as_long_as_the_kiosk_was_told(tmp_path, client, qtbot, listener):
    listener(tmp_path / "other.sock", ttl_ms=300)
    gate = Client(tmp_path / "other.sock", qtbot).greeted().say(Renew("n", 0))
    assert gate.hear(Lease)[0].ttl_ms == 300
    gate.socket.close()


def test_a_gate_that_goes_takes_the_bodies_it_followed_with_it(kiosk, client, qtbot):
    gate, other = client().greeted(), client().greeted()
    for visit in (V, W):
        kiosk.grant(visit, 5)
        gate.say(Bound(visit, 5, "bound", ""))
    qtbot.waitUntil(lambda: len(kiosk.bound) == 2)
    kiosk.server.revoke(W, "withdrawn")
    other.socket.close()
    gate.socket.close()
    qtbot.waitUntil(lambda: kiosk.bound[2:] == [(V, "lost")])


# --- what is hung up on ----------------------------------------------------------------------------------------------

RUDE = {
    "no JSON": (True, b"hello\n"),
    "empty line": (True, b"\n"),
    "not UTF-8": (True, b'{"t":"bye","why":"\xff"}\n'),
    "no kind": (True, b"{}\n"),
    "a list": (True, b"[]\n"),
    "NaN": (True, b'{"t":"ack","seq":NaN}\n'),
    "a repeated key": (True, b'{"t":"ack","seq":1,"seq":1}\n'),
    "NaN in what is ignored": (True, b'{"t":"ack","seq":1,"later":NaN}\n'),
    "a wrong type": (True, b'{"t":"ack","seq":"1"}\n'),
    "a number for a flag": (True, b'{"t":"ack","seq":true}\n'),
    "a missing field": (True, b'{"t":"ack"}\n'),
    "a bound that is none": (True, b'{"t":"bound","visit":"v","state":"sure","why":""}\n'),
    "a kiosk's words": (True, json.dumps({"t": "revoke", "crit": True}).encode() + b"\n"),
    "unknown, and critical": (True, b'{"t":"later","crit":true}\n'),
    "a long line": (True, b"x" * 20_000),
    "a second hello": (True, encode(HELLO)),
    "bye": (True, encode(Bye("closing"))),
    "no hello": (False, encode(Renew("n", 0))),
    "another version": (False, encode(replace(HELLO, v=2))),
    "another machine": (False, encode(replace(HELLO, boot="other"))),
    "a camera without a name": (False, encode(replace(HELLO, camera=""))),
    "a camera with a long name": (False, encode(replace(HELLO, camera="x" * 33))),
    "a camera with an odd name": (False, encode(replace(HELLO, camera="the door"))),
    "a lone surrogate to be said back": (True, b'{"t":"renew","n":"\\ud800","seq":0}\n'),
    "a control character to be said back": (True, b'{"t":"renew","n":"a\\nb","seq":0}\n'),
    "a number beyond 64 bits": (True, b'{"t":"renew","n":"a","seq":9223372036854775808}\n'),
    "a number of many digits": (True, b'{"t":"ack","seq":' + b"1" * 5_000 + b"}\n"),
    "a bound of a gate that does not bind": (WATCHING, encode(Bound(V, 5, "bound", ""))),
    "a grant": (True, encode(Grant("e", 1, V, ("dwell",), 5, 1, 1_000, "r"))),
    "unknown, critical and long": (True, json.dumps({"t": "\u200b" * 2_500, "crit": True}).encode() + b"\n"),
    "unknown, critical and half a pair": (True, b'{"t":"\\ud800","crit":true}\n'),
    "too many lines": (True, encode(Ack(0)) * (MOST_LINES + 1)),
}


@pytest.mark.parametrize("case", RUDE)
def test_hung_up_on(kiosk, client, case):
    hello, words = RUDE[case]
    bystander, gate = client().greeted(), client()
    if hello:
        gate.greeted(HELLO if hello is True else hello)
    assert gate.say(words).hung_up()
    assert [type(each) for each in gate.heard] == ([] if case == "bye" else [Bye])  # which also could be decoded
    bystander.say(Renew("n", 0)).hear(Lease)
    assert kiosk.server.cameras == ("door",)


def test_messages_of_a_later_version_are_ignored(client):
    client().greeted().say(b'{"t":"later","crit":false}\n', Renew("n", 0)).hear(Lease)


def test_so_many_lines_are_a_matter_of_time(client, qtbot):
    gate = client().greeted()
    for _ in range(3):
        qtbot.wait(TEND_MS + 50)
        gate.say(encode(Ack(0)) * (MOST_LINES - 1)).say(Renew("n", 0)).hear(Lease)


def test_a_line_may_come_in_pieces(client, qtbot):
    gate = client()
    for byte in encode(HELLO):
        gate.say(bytes([byte]))
        qtbot.wait(0)
    gate.hear(Welcome, Snapshot)


def test_a_gate_that_does_not_read_is_hung_up_on(kiosk, client, qtbot):
    deaf, good = client().greeted(), client().greeted()
    qtbot.waitUntil(lambda: len(kiosk.server.cameras) == 2)
    for _ in range(2_000):
        kiosk.server.revoke(V, "r" * 200)
        good.listen()
    qtbot.waitUntil(lambda: (good.listen(), len(kiosk.server.cameras) == 1)[1], timeout=1_000)
    good.hear(*[Revoke] * 2_000)
    assert deaf.hung_up()


def test_a_gate_that_says_nothing_is_hung_up_on(kiosk, client, qtbot):
    """Frozen, or a child that kept the connection of its parent open."""
    silent, never_greeted, good = client().greeted(), client(), client().greeted()
    kiosk.grant(V, 5)
    silent.say(Bound(V, 5, "bound", ""))
    for number in range(15):
        qtbot.wait(200)
        good.say(Renew(f"n{number}", 1))
    assert len(kiosk.server.cameras) == 1
    assert kiosk.bound == [(V, "bound"), (V, "lost")]
    assert silent.hung_up()
    assert never_greeted.hung_up()


def test_there_is_room_for_so_many_gates(kiosk, client, qtbot):
    gates = [client().greeted() for _ in range(MOST_GATES)]
    assert client().hung_up()
    gates[0].socket.close()
    qtbot.waitUntil(lambda: len(kiosk.server.cameras) == MOST_GATES - 1)
    client().greeted()


def test_a_gate_too_many_hears_no_word(kiosk, client):
    for _ in range(MOST_GATES):
        client().greeted()
    late = client()
    assert late.hung_up()
    assert late.heard == []


def test_bye_is_said_at_the_end(kiosk, client):
    gate = client().greeted()
    kiosk.grant(V, 5)
    gate.hear(Grant)
    gate.say(Bound(V, 5, "bound", ""))
    kiosk.server.close()
    (bye,) = gate.hear(Bye)
    assert bye.why == "closing"
    assert gate.hung_up()
    assert not kiosk.path.exists()
    assert kiosk.bound == []


# --- the socket file -------------------------------------------------------------------------------------------------


@pytest.fixture
def listener(qtbot):
    servers = []

    def listen(path, **options):
        server = GateServer(path, "other", healthy=lambda: True, **options)
        servers.append(server)
        server.listen()
        return server

    yield listen
    for server in servers:
        server.close()
        server.deleteLater()


@pytest.mark.parametrize("mask", [0o022, 0o000])
def test_only_the_group_may_connect(tmp_path, listener, mask):
    path = tmp_path / "new" / "gate.sock"
    before = os.umask(mask)
    try:
        listener(path)
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o660
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o750


def test_two_kiosks_do_not_share_a_socket(kiosk, client, listener):
    with pytest.raises(SocketError, match="Another kiosk already answers"):
        listener(kiosk.path)
    client().greeted()


def test_a_socket_that_nobody_answers_on_is_replaced(tmp_path, listener):
    path = tmp_path / "gate.sock"
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(os.fspath(path))
    listener(path)
    with socket.socket(socket.AF_UNIX) as alive:
        alive.connect(os.fspath(path))


OTHER_THINGS = {
    "a file": lambda path: path.write_text("precious"),
    "a folder": Path.mkdir,
    "a folder with things in it": lambda path: (path / "precious").mkdir(parents=True),
    "a link to a file": lambda path: (path.with_name("file").write_text("precious"), path.symlink_to("file")),
}


@pytest.mark.parametrize("case", OTHER_THINGS)
def test_what_is_no_socket_is_left_alone(tmp_path, listener, case):
    path = tmp_path / "gate.sock"
    OTHER_THINGS[case](path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SocketError, match=f"{path} exists and is not a socket; nothing was changed"):
        listener(path)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_path_that_cannot_be_made(tmp_path, listener):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "gate.sock", tmp_path / ("x" * 120) / "gate.sock"):
        with pytest.raises(SocketError, match=r"cannot be made: (?!None)"):
            listener(path)


# --- the end of a permission ------------------------------------------------------------------------------------------


@pytest.fixture
def ends(kiosk):
    """What the server says about the ends of permissions."""
    said = []
    kiosk.server.stopped.connect(lambda visit, silent: said.append((visit, silent)))
    return said


def test_a_touched_end_is_confirmed_by_every_gate(kiosk, client, qtbot, ends):
    gates = [client().greeted() for _ in range(2)]
    kiosk.grant(V, 5)
    kiosk.server.revoke(V, "withdrawn", 7, erase=True)
    gates[0].say(Ack(2))
    qtbot.wait(50)
    assert ends == []
    gates[1].say(Ack(2))
    qtbot.waitUntil(lambda: ends == [(V, [])])
    qtbot.wait(STOP_MS + 100)
    assert ends == [(V, [])]


def test_a_gate_that_does_not_say_that_it_stopped_is_named(kiosk, client, qtbot, ends):
    for camera in ("door", "hall", "hall"):
        client().greeted(replace(HELLO, camera=camera))
    good = client().greeted(replace(HELLO, camera="till"))
    kiosk.grant(V, 5)
    asked = now_ns()
    kiosk.server.revoke(V, "refused", 7)
    good.say(Ack(2))
    qtbot.waitUntil(lambda: bool(ends), timeout=STOP_MS + 1_000)
    assert ends == [(V, ["door", "hall"])]
    assert now_ns() - asked >= 0.9 * STOP_MS * MS  # Qt's timers are a little early


def test_a_gate_that_hung_up_has_stopped(kiosk, client, qtbot, ends):
    gate = client().greeted()
    kiosk.grant(V, 5)
    kiosk.server.revoke(V, "withdrawn", 7)
    gate.socket.close()
    qtbot.waitUntil(lambda: bool(ends), timeout=STOP_MS + 1_000)
    assert ends == [(V, [])]


ENDS = {
    "left": (True, V, 0, True),
    "taken back": (True, V, 7, True),
    "a no of somebody else, which may be about the same body": (True, W, 7, True),
    "everybody": (True, EVERY_VISIT, 0, True),
    "another visit that never was": (True, W, 0, False),
    "nothing was in force": (False, V, 7, False),
    "everybody, and nothing was in force": (False, EVERY_VISIT, 0, False),
}


@pytest.mark.parametrize("case", ENDS)
def test_every_end_of_what_was_in_force_must_be_confirmed(kiosk, client, qtbot, ends, case):
    granted, visit, tapped, waited_for = ENDS[case]
    client().greeted()
    if granted:
        kiosk.grant(V, 5)
    kiosk.server.revoke(visit, "left", tapped)
    qtbot.wait(STOP_MS + 100)
    assert ends == ([(visit, ["door"])] if waited_for else [])


def test_without_a_gate_everything_has_stopped(kiosk, qtbot, ends):
    kiosk.grant(V, 5)
    kiosk.server.revoke(V, "withdrawn", 7)
    qtbot.waitUntil(lambda: ends == [(V, [])])


# --- what was erased ----------------------------------------------------------------------------------------------------


@pytest.fixture
def erasures(kiosk):
    said = []
    kiosk.server.erased.connect(lambda *what: said.append(what))
    return said


def test_each_gate_says_once_what_it_erased(kiosk, client, qtbot, erasures):
    gates = {camera: client().greeted(replace(HELLO, camera=camera)) for camera in ("door", "hall")}
    kiosk.server.revoke(V, "withdrawn", 7, erase=True)
    epoch = gates["door"].hear(Revoke)[0].epoch
    told = {camera: Erased(V, 1, {"looks": n}, "k", "s") for n, camera in enumerate(gates)}
    for camera, gate in gates.items():
        gate.say(told[camera], told[camera])
    qtbot.waitUntil(lambda: len(erasures) == 2)
    qtbot.wait(50)
    assert sorted(erasures, key=lambda said: said[1]) == [
        (V, camera, told[camera].text(camera, epoch), told[camera]) for camera in ("door", "hall")
    ]


@pytest.mark.parametrize(
    ("erase", "told"),
    [(False, Erased(V, 1, {})), (True, Erased(W, 1, {})), (True, Erased(V, 2, {})), (True, Erased(V, -1, {}))],
    ids=["not asked", "another visit", "another revoke", "none"],
)
def test_what_nobody_asked_for_is_not_taken(kiosk, client, qtbot, erasures, erase, told):
    gate = client().greeted()
    kiosk.server.revoke(V, "withdrawn", 7, erase=erase)
    gate.hear(Revoke)
    gate.say(told).say(Renew("n", 1))
    gate.hear(Lease)
    assert erasures == []


@pytest.fixture
def unanswered(kiosk, monkeypatch):
    monkeypatch.setattr("kiosk.signal.server.ERASE_NS", 100 * MS)
    said = []
    kiosk.server.not_erased.connect(lambda *what: said.append(what))
    return said


def test_who_does_not_say_what_was_erased_is_named(kiosk, client, qtbot, unanswered):
    for camera in ("door", "hall", "till"):
        client().greeted(replace(HELLO, camera=camera))
    qtbot.waitUntil(lambda: len(kiosk.server.cameras) == 3)
    good = client().greeted(replace(HELLO, camera="attic"))
    kiosk.server.revoke(V, "withdrawn", 7, erase=True)
    good.hear(Revoke)
    good.say(Erased(V, 1, {}))
    qtbot.waitUntil(lambda: bool(unanswered), timeout=3 * TEND_MS)
    assert unanswered == [(V, ["door", "hall", "till"])]


def test_a_camera_that_was_away_is_asked_when_it_comes_back(kiosk, client, qtbot, erasures, unanswered):
    away = client().greeted()
    qtbot.waitUntil(lambda: kiosk.server.cameras == ("door",))
    away.socket.close()
    qtbot.waitUntil(lambda: kiosk.server.cameras == ())
    kiosk.server.revoke(V, "withdrawn", 7, erase=True)
    qtbot.waitUntil(lambda: unanswered == [(V, ["door"])], timeout=3 * TEND_MS)
    back = client().greeted()
    (revoke,) = back.hear(Revoke)
    assert (revoke.visit, revoke.erase) == (V, True)
    back.say(Erased(V, revoke.seq, {"looks": 2}))
    qtbot.waitUntil(lambda: bool(erasures))
    again = client().greeted()
    again.say(Renew("n", 2))
    again.hear(Lease)


def test_a_camera_that_was_away_for_long_is_not_flooded(kiosk, client, qtbot):
    away = client().greeted()
    qtbot.waitUntil(lambda: kiosk.server.cameras == ("door",))
    away.socket.close()
    qtbot.waitUntil(lambda: kiosk.server.cameras == ())
    visits = [f"{number:032x}" for number in range(MOST_OWED + 5)]
    for visit in visits:
        kiosk.server.revoke(visit, "withdrawn", 7, erase=True)
    asked = client().greeted().hear(*[Revoke] * MOST_OWED)
    assert [revoke.visit for revoke in asked] == visits[5:]


def test_a_camera_that_goes_before_it_answers_is_asked_again(kiosk, client, qtbot, erasures):
    gate = client().greeted()
    qtbot.waitUntil(lambda: kiosk.server.cameras == ("door",))
    kiosk.server.revoke(V, "withdrawn", 7, erase=True)
    gate.socket.close()
    qtbot.waitUntil(lambda: kiosk.server.cameras == ())
    stranger = client().greeted(replace(HELLO, camera="cellar"))  # it may well have the same file descriptor
    stranger.say(Erased(V, 1, {"looks": 9}))
    back = client().greeted()
    (revoke,) = back.hear(Revoke)
    back.say(Erased(V, revoke.seq, {"looks": 1}))
    qtbot.waitUntil(lambda: bool(erasures))
    assert [said[1] for said in erasures] == ["door"]


def test_a_gate_that_came_later_was_not_asked(kiosk, client, qtbot, erasures):
    client().greeted()
    kiosk.server.revoke(V, "withdrawn", 7, erase=True)
    late = client().say(HELLO)
    late.hear(Welcome, Snapshot)
    late.say(Erased(V, 1, {"looks": 9}), Renew("n", 1))
    late.hear(Lease)
    assert erasures == []


def test_what_is_erased_too_late_is_not_taken(kiosk, client, qtbot, erasures, monkeypatch):
    monkeypatch.setattr("kiosk.signal.server.ERASE_NS", 0)
    gate = client().greeted()
    kiosk.server.revoke(V, "withdrawn", 7, erase=True)
    gate.hear(Revoke)
    qtbot.waitUntil(lambda: not kiosk.server._erasing, timeout=2 * TEND_MS)
    gate.say(Erased(V, 1, {"looks": 9}), Renew("n", 1))
    gate.hear(Lease)
    assert erasures == []


def test_the_statement_holds_all_that_was_said():
    told = Erased(V, 9, {"looks": 12, "faces": 1})
    assert told.text("door", "e" * 32) == (
        f"consent-gate erasure v1\ncamera door\nepoch {'e' * 32}\nrevoke 9\nvisit {V}\nfaces 1\nlooks 12\n"
    )


# --- the socket file later on -----------------------------------------------------------------------------------------


def test_a_path_that_is_gone_is_taken_again(kiosk, client, qtbot, caplog):
    before = client().greeted()
    kiosk.grant(V, 5)
    kiosk.path.unlink()
    qtbot.waitUntil(kiosk.path.exists, timeout=TEND_MS + 1_000)
    assert stat.S_IMODE(kiosk.path.stat().st_mode) == 0o660
    assert "was gone; taken again" in caplog.text
    after = client().say(HELLO)
    assert [grant.visit for grant in after.hear(Welcome, Snapshot)[1].grants] == [V]
    kiosk.server.revoke(V, "withdrawn")
    before.hear(Grant, Revoke)
    after.hear(Revoke)


def test_a_folder_that_is_gone_is_made_again(kiosk, client, qtbot):
    kiosk.path.unlink()
    kiosk.path.parent.rmdir()
    qtbot.waitUntil(kiosk.path.exists, timeout=TEND_MS + 1_000)
    assert stat.S_IMODE(kiosk.path.parent.stat().st_mode) == 0o750
    client().greeted()


def test_something_else_in_its_place_is_left_alone_and_said(kiosk, client, qtbot, caplog):
    before = client().greeted()
    kiosk.path.unlink()
    kiosk.path.write_text("precious")
    qtbot.waitUntil(lambda: f"{kiosk.path} exists and is not a socket" in caplog.text, timeout=TEND_MS + 1_000)
    qtbot.wait(2 * TEND_MS)
    assert caplog.text.count("gates cannot connect") == 1
    assert kiosk.path.read_text() == "precious"
    before.say(Renew("n", 0)).hear(Lease)
    kiosk.path.unlink()
    qtbot.waitUntil(lambda: kiosk.path.is_socket(), timeout=TEND_MS + 1_000)
    client().greeted()


def test_a_socket_in_its_place_on_which_nobody_answers_is_replaced(kiosk, client, qtbot, caplog):
    kiosk.path.unlink()
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(os.fspath(kiosk.path))
    qtbot.waitUntil(lambda: "taken again" in caplog.text, timeout=TEND_MS + 1_000)
    client().greeted()


def test_another_kiosk_that_took_its_place_is_left_alone(kiosk, client, qtbot, listener, caplog):
    kiosk.path.unlink()
    other = listener(kiosk.path)
    qtbot.waitUntil(lambda: "Another kiosk already answers" in caplog.text, timeout=TEND_MS + 1_000)
    client().greeted()
    qtbot.waitUntil(lambda: other.cameras == ("door",))


def test_a_path_that_cannot_be_taken_again_is_tried_until_it_can(kiosk, client, qtbot, caplog):
    """And gates that are connected are served and missed as before."""
    folder, gate = kiosk.path.parent, client().greeted()
    kiosk.grant(V, 5)
    gate.say(Bound(V, 5, "bound", ""))
    qtbot.waitUntil(lambda: kiosk.bound == [(V, "bound")])
    kiosk.path.unlink()
    folder.rmdir()
    folder.write_text("in the way")
    qtbot.waitUntil(lambda: "gates cannot connect" in caplog.text, timeout=TEND_MS + 1_000)
    gate.say(Renew("n", 1)).hear(Grant, Lease)
    gate.socket.close()
    qtbot.waitUntil(lambda: kiosk.bound[1:] == [(V, "lost")])
    folder.unlink()
    qtbot.waitUntil(kiosk.path.exists, timeout=TEND_MS + 1_000)
    client().greeted()
