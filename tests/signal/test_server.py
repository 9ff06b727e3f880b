"""The kiosk's end of the socket, against clients that speak the protocol well, badly or not at all."""

import json
import os
import socket
import stat
from pathlib import Path

import pytest

from kiosk.consent.visit import EVERY_VISIT
from kiosk.gate.messages import (
    Ack,
    Bound,
    Bye,
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
)
from kiosk.signal.server import ACK_MS, MOST_GATES, TTL_MS, GateServer, SocketError

V, W = "11" * 16, "22" * 16
HELLO = Hello("till:7", "door", boot_id())


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

    def greeted(self):
        self.say(HELLO)
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
    assert (welcome.kiosk, welcome.boot, welcome.ttl_ms) == ("front-door", boot_id(), TTL_MS)
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


def test_grants_and_revokes_reach_every_gate_in_order(kiosk, client):
    gates = [client().greeted() for _ in range(3)]
    kiosk.grant(V, 5, ("dwell", "gender"), record="rr")
    kiosk.server.revoke(EVERY_VISIT, "fault")
    for gate in gates:
        grant, revoke = gate.hear(Grant, Revoke)
        assert (grant.seq, grant.visit, grant.purposes, grant.tap_ns, grant.max_ms, grant.record) == (
            *(1, V, ("dwell", "gender"), 5, 60_000, "rr"),
        )
        assert (revoke.seq, revoke.visit, revoke.why) == (2, "*", "fault")


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


def test_a_gate_that_goes_before_it_acknowledges_is_missed(kiosk, client, qtbot):
    gates = [client().greeted() for _ in range(2)]
    kiosk.grant(V, 5)
    gates[0].say(Ack(1))
    gates[1].socket.close()
    qtbot.waitUntil(lambda: bool(kiosk.acknowledged), timeout=ACK_MS + 500)
    assert kiosk.acknowledged == [(V, 2, 1)]


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
    "another version": (False, encode(Hello("till:7", "door", boot_id(), v=2))),
    "another machine": (False, encode(Hello("till:7", "door", "other"))),
}


@pytest.mark.parametrize("case", RUDE)
def test_hung_up_on(kiosk, client, case):
    greeted, words = RUDE[case]
    bystander, gate = client().greeted(), client()
    if greeted:
        gate.greeted()
    assert gate.say(words).hung_up()
    bystander.say(Renew("n", 0)).hear(Lease)
    assert kiosk.server.cameras == ("door",)


@pytest.mark.parametrize("words", [b'{"t":"later"}\n', b'{"t":"grant","visit":"v"}\n'])
def test_messages_of_a_later_version_are_ignored(client, words):
    client().greeted().say(words, Renew("n", 0)).hear(Lease)


def test_a_line_may_come_in_pieces(client, qtbot):
    gate = client()
    for byte in encode(HELLO):
        gate.say(bytes([byte]))
        qtbot.wait(0)
    gate.hear(Welcome, Snapshot)


def test_a_gate_that_does_not_read_is_hung_up_on(kiosk, client, qtbot):
    deaf, good = client().greeted(), client().greeted()
    qtbot.waitUntil(lambda: len(kiosk.server.cameras) == 2)
    for _ in range(60):
        kiosk.grant(V, 5, record="r" * 12_000)
        good.listen()
    qtbot.waitUntil(lambda: (good.listen(), len(kiosk.server.cameras) == 1)[1], timeout=2_000)
    good.hear(*[Grant] * 60)
    assert deaf.hung_up()


def test_there_is_room_for_so_many_gates(kiosk, client, qtbot):
    gates = [client().greeted() for _ in range(MOST_GATES)]
    assert client().hung_up()
    gates[0].socket.close()
    qtbot.waitUntil(lambda: len(kiosk.server.cameras) == MOST_GATES - 1)
    client().greeted()


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

    def listen(path):
        server = GateServer(path, "other", healthy=lambda: True)
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
