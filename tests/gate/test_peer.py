"""Both ends ask the kernel who the other one is."""

import os
import shutil
import socket
import tempfile
import threading
import time
import warnings
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.gate import Gate, Phase
from kiosk.gate.messages import FROM_GATE, Hello, Lease, Lines, Renew, Snapshot, Welcome, boot_id, decode, encode
from kiosk.gate.peer import Peer, group_number, peer_of, user_number
from kiosk.signal.server import GateServer

NOBODY, OWN = 65534, os.getuid()
OWN_GROUPS = frozenset({os.getgid(), *os.getgroups()})
HELLO = encode(Hello("raw", "door", boot_id(), False))


@pytest.fixture
def somebody_else(needs):
    """`somebody_else(user, groups, act)`: act in a forked child that is this user, with these groups, the first its own."""
    needs(OWN == 0, "only root can become another user")

    def become(user, groups, act):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the child does nothing but call the system
            pid = os.fork()
        if pid == 0:
            try:
                os.setgroups(groups[1:])
                os.setgid(groups[0])
                os.setuid(user)
                act()
                os._exit(0)
            finally:
                os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0

    return become


@pytest.fixture
def path():
    """A socket in a folder that everybody may use; those of pytest are their owner's alone."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder / "gate.sock"
    shutil.rmtree(folder)


@pytest.fixture
def listening(path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.fspath(path))
        path.chmod(0o666)
        yield server


# --- who it is ----------------------------------------------------------------------------------------------------------


def test_this_process():
    one, other = socket.socketpair()
    with one, other:
        assert peer_of(one) == peer_of(other) == Peer(os.getpid(), OWN, OWN_GROUPS)


def test_a_connection_over_the_network_is_nobodys():
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as one,
        pytest.raises(OSError),
    ):
        peer_of(one)


@pytest.mark.parametrize("groups", [(NOBODY,), (NOBODY, 1234, 5678), (5, *range(2_000, 2_200))], ids=len)
def test_whoever_connected_is_the_peer_even_if_another_process_goes_on(somebody_else, listening, path, groups):
    listening.listen()
    with socket.socket(socket.AF_UNIX) as client:
        somebody_else(NOBODY, groups, lambda: client.connect(os.fspath(path)))
        accepted, _ = listening.accept()
        with accepted:
            assert (peer_of(accepted).user, peer_of(accepted).groups) == (NOBODY, frozenset(groups))


def test_whoever_listens_is_the_peer_even_if_another_process_bound_the_path(somebody_else, listening, path):
    somebody_else(NOBODY, (NOBODY, 1234), listening.listen)
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(os.fspath(path))
        assert (peer_of(client).user, peer_of(client).groups) == (NOBODY, frozenset({NOBODY, 1234}))


@pytest.mark.parametrize(
    ("users", "groups", "within"),
    [
        ((7,), (), True),
        ((1, 7), (), True),
        ((), (70,), True),
        ((), (1, 71), True),
        ((8,), (72,), False),
        ((), (), False),
        ((70,), (7,), False),
        ((0,), (0,), False),
    ],
)
def test_within_users_or_groups(users, groups, within):
    assert Peer(1, 7, frozenset({70, 71})).within(users, groups) is within


def test_names_are_those_of_this_machine():
    assert [user_number("root"), user_number(0), user_number(4_711)] == [0, 0, 4_711]
    assert [group_number("root"), group_number(0), group_number(4_711)] == [0, 0, 4_711]
    for number in (user_number, group_number):
        for name in ("no-such-name", "", "0"):
            with pytest.raises(ValueError, match="on this machine"):
                number(name)


# --- a gate asks who runs the kiosk ---------------------------------------------------------------------------------------


class FakeKiosk(threading.Thread):
    """Answers on a listening socket as a kiosk would, whoever it is."""

    def __init__(self, listening):
        super().__init__(daemon=True)
        self.listening, self.heard, self.hung_up = listening, [], threading.Event()

    def run(self):
        connection, _ = self.listening.accept()
        lines = Lines()
        with connection, suppress(ConnectionError):
            connection.settimeout(5)
            while data := connection.recv(65536):
                for message in (decode(line, FROM_GATE) for line in lines.feed(data)):
                    self.heard.append(message)
                    connection.sendall(b"".join(map(encode, self.replies(message))))
        self.hung_up.set()

    def replies(self, message):
        if isinstance(message, Hello):
            return [Welcome("fake", "e", boot_id()), Snapshot("e", 0, ())]
        return [Lease(message.n, "e", 0, 1_000)] if isinstance(message, Renew) else []


def until(true, seconds=3):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "in vain"
        time.sleep(0.01)


# Who listens, and whom the gate takes for the kiosk's user.
@pytest.mark.parametrize(
    ("listener", "named", "taken"),
    [
        (OWN, None, True),
        (OWN, [OWN], True),
        (NOBODY, [OWN, NOBODY], True),
        (NOBODY, None, False),
        (NOBODY, [NOBODY + 1], False),
        (OWN, [NOBODY], False),  # be it root
        (OWN, [], False),
    ],
)
def test_a_gate_hangs_up_on_a_squatter_before_it_says_a_word(request, listening, path, listener, named, taken):
    if listener == OWN:
        listening.listen()
    else:
        request.getfixturevalue("somebody_else")(listener, (listener,), listening.listen)
    kiosk = FakeKiosk(listening)
    kiosk.start()
    with Gate("door", path=path, kiosk_users=named) as gate:
        if taken:
            until(lambda: gate.phase is Phase.LIVE)
            assert gate.trouble == ""
        else:
            assert kiosk.hung_up.wait(3)
            until(lambda: f"answered by user {listener}" in gate.trouble)
            assert (gate.phase, kiosk.heard) == (Phase.DARK, [])
            assert gate.counters["protocol_errors"] >= 1
    kiosk.join()


def test_a_user_whom_this_machine_does_not_know_is_refused_at_once(path):
    threads, files = threading.active_count(), len(os.listdir("/proc/self/fd"))
    with pytest.raises(ValueError, match="no user 'no-such-name'"):
        Gate("door", path=path, kiosk_users=["no-such-name"])
    assert (threading.active_count(), len(os.listdir("/proc/self/fd"))) == (threads, files)


# --- the kiosk asks who the gate is -----------------------------------------------------------------------------------------


@pytest.fixture
def kiosk(path, qtbot):
    servers = []

    def listen(**who):
        servers.append(GateServer(path, "front-door", healthy=lambda: True, **who))
        servers[0].listen()
        path.chmod(0o666)  # so that nothing but the kiosk itself refuses anybody

    yield listen
    for server in servers:
        server.close()
        server.deleteLater()


STRANGER = (NOBODY, (NOBODY, 1234))
WHO = {
    "itself": ((OWN, sorted(OWN_GROUPS)), {}, True),
    "a stranger": (STRANGER, {}, False),
    "a stranger, while others are named": (STRANGER, {"users": [NOBODY + 1], "groups": [1235]}, False),
    "a user who is named": (STRANGER, {"users": [NOBODY]}, True),
    "of a group that is named": (STRANGER, {"groups": [NOBODY]}, True),
    "of a further group that is named": (STRANGER, {"groups": [5, 1234]}, True),
    "a user with the number of a group": (STRANGER, {"users": [1234]}, False),
    "a group with the number of a user": ((NOBODY, (1234,)), {"groups": [NOBODY]}, False),
    "of the kiosk's own group": ((NOBODY, (NOBODY, os.getgid())), {}, True),
    "of more groups than can be told": ((NOBODY, (NOBODY, *range(2_000, 2_300))), {"users": [NOBODY]}, False),
    "root, while others are named": ((0, (0,)), {"users": [NOBODY], "groups": [NOBODY]}, False),
}


@pytest.mark.parametrize("case", WHO)
def test_the_kiosk_takes_users_and_groups_that_are_named_and_its_own(kiosk, path, qtbot, somebody_else, case):
    (user, groups), named, taken = WHO[case]
    kiosk(**named)
    with socket.socket(socket.AF_UNIX) as client:
        somebody_else(user, list(groups), lambda: client.connect(os.fspath(path)))
        client.setblocking(False)
        client.sendall(HELLO)
        heard = b""

        def listened():
            nonlocal heard
            try:
                heard += client.recv(65536)
            except BlockingIOError:
                return b"snapshot" in heard
            except ConnectionResetError:
                return True
            return heard == b"" or b"snapshot" in heard

        qtbot.waitUntil(listened, timeout=2_000)
        assert (b"welcome" in heard) is taken
        assert bool(heard) is taken, "not a word to a stranger"
