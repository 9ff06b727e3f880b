"""Malformed and hostile lines, the same ones at each run, against both ends of the protocol."""

import json
import pickle
import random
import socket
from itertools import islice

import pytest

from kiosk.gate import Gate, Phase
from kiosk.gate.binding import Binder
from kiosk.gate.bodies import Limits, Track
from kiosk.gate.guard import Guard
from kiosk.gate.lease import LeaseKeeper
from kiosk.gate.messages import (
    FROM_GATE,
    FROM_KIOSK,
    LINE_LIMIT,
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
    boot_id,
    decode,
    encode,
)

SECOND = 1_000_000_000
EPOCH, OTHER, SEQ = "a" * 32, "b" * 32, 1_234_567
V, W = "11" * 16, "22" * 16
HELLO = Hello("till-1", "door", boot_id(), True)
WELCOME = Welcome("kiosk", EPOCH, boot_id())
TAP = 1_000 * SECOND
GRANTED = Grant(EPOCH, SEQ, V, ("dwell",), TAP, 1, 60_000, "r" * 64)
STRANGER = Grant(EPOCH, SEQ + 1, W, ("dwell",), TAP, 1, 60_000, "r" * 64)

# --- lines --------------------------------------------------------------------------------------------------------------

ODD_TEXTS = [
    *(
        "",
        "*",
        V,
        W,
        EPOCH,
        OTHER,
        "dwell",
        "bound",
        "grant",
        "\0",
        "a\nb",
        "\r",
        "\x7f",
        "\ud800",
        "\udfff\ud800",
        "\u202e",
        "\ufeff",
    ),
    *(
        "e\u0301",
        "\U0001f600" * 50,
        "\u2028",
        "\u0660",
        "dwell\u200b",
        "ｄｗｅｌｌ",
        "x" * 5_000,
        "%s%n",
        "../../etc",
        "null",
        "1",
    ),
]
ODD_NUMBERS = [0, 1, -1, SEQ, SEQ + 2, 2**31, 2**53 + 1, 2**63 - 1, -(2**63), 2**63, -(2**64), 10**300, TAP]
ODD_VALUES = [
    *ODD_TEXTS,
    *ODD_NUMBERS,
    None,
    True,
    False,
    1.0,
    -0.5,
    1e300,
    [],
    {},
    [[]],
    [None],
    {"": {}},
    {"t": "grant"},
    [1, "x"],
]
ODD_JSON = [
    b"NaN",
    b"-Infinity",
    b"1e999",
    b"-0",
    b"01",
    b"1.",
    b"0x1",
    b"1" * 5_000,
    b'"\\ud800"',
    b'"\\u0000"',
    b"'x'",
    b"",
    b"undefined",
]
NOISE = [
    b"",
    b"\0",
    b"\r",
    b" ",
    b"\t",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"}",
    b"{",
    b"[]",
    b"\x1b[2J",
    b"//",
]
DEPTHS = [1, 10, 400, 900, 990, 2_000, 8_000]


def flip(line, dice):
    data = bytearray(line)
    for _ in range(dice.choice((1, 1, 1, 2, 8))):
        data[dice.randrange(len(data))] = dice.choice((dice.randrange(256), data[0] ^ 1 << dice.randrange(8)))
    return bytes(data)


def cut(line, dice):
    return line[: dice.randrange(len(line))]


def doubled(line, dice):
    a, b = sorted(dice.randrange(len(line) + 1) for _ in range(2))
    return dice.choice((line + line, line[:b] + line[a:], line[:a] + line[a:b] * dice.randrange(2, 9) + line[b:]))


def noise(line, dice):
    at = dice.choice((0, len(line), dice.randrange(len(line))))
    return line[:at] + dice.choice(NOISE) + line[at:]


def spaced(line, dice):
    """JSON all the same, but for what is between its words; and with a CR before the LF."""
    return dice.choice(
        (line + b"\r", b" \t" + line, json.dumps(json.loads(line), indent=dice.randrange(9)).replace("\n", "\r").encode())
    )


def another_value(line, dice):
    value = json.loads(line)
    for _ in range(dice.choice((1, 1, 2))):
        value[dice.choice(list(value))] = dice.choice(ODD_VALUES)
    return json.dumps(value).encode()


def odd_json(line, dice):
    value = json.loads(line)
    name = dice.choice(list(value))
    return json.dumps(value | {name: "@@"}).encode().replace(b'"@@"', dice.choice(ODD_JSON))


def another_field(line, dice):
    value = json.loads(line)
    name = dice.choice(list(value))
    choice = dice.randrange(5)
    if choice == 0:
        del value[name]
    elif choice == 1:
        value[dice.choice(("later", "T", name + " ", name.upper(), "__class__"))] = dice.choice(ODD_VALUES)
    elif choice == 2:
        return line[:-1] + b"," + json.dumps({name: dice.choice((value[name], dice.choice(ODD_VALUES)))}).encode()[1:]
    elif choice == 3:
        return json.dumps(dict(reversed(value.items())), ensure_ascii=dice.random() < 0.5).encode()
    else:
        return json.dumps([value] if dice.random() < 0.5 else {"t": value}).encode()
    return json.dumps(value).encode()


def deep(line, dice):
    value, depth = json.loads(line), dice.choice(DEPTHS)
    opening, closing = dice.choice(((b"[", b"]"), (b'{"a":', b"}")))
    name = dice.choice((*value, "later"))
    inner = opening * depth + b"1" + closing * (depth - dice.choice((0, 0, 1)))
    return json.dumps(value | {name: "@@"}).encode().replace(b'"@@"', inner)


def long(line, dice):
    pad = dice.choice((LINE_LIMIT - len(line) - 12, LINE_LIMIT, 3 * LINE_LIMIT))
    return line[:-1] + b',"later":"' + b"x" * pad + b'"}'


def another_kind(line, dice):
    kinds = (
        "later",
        "GRANT",
        "grant ",
        "",
        "hello",
        "welcome",
        "grant",
        "revoke",
        "snapshot",
        "renew",
        "lease",
        "ack",
        "bound",
        "stat",
    )
    value = json.loads(line) | {"t": dice.choice(kinds)}
    return json.dumps(value | ({"crit": dice.choice((True, False, 1, "true"))} if dice.random() < 0.5 else {})).encode()


def as_it_is(line, dice):
    return line


MUTATIONS = [
    flip,
    flip,
    cut,
    doubled,
    noise,
    spaced,
    another_value,
    another_value,
    odd_json,
    another_field,
    another_kind,
    as_it_is,
]
RARE = [deep, long]


def lines(valid, seed):
    """Without end: lines of these kinds, each with something wrong with it, or in a wrong place."""
    dice = random.Random(seed)
    sources = [encode(message)[:-1] for message in valid]
    while True:
        line = dice.choice(RARE if dice.random() < 0.02 else MUTATIONS)(dice.choice(sources), dice)
        yield line.replace(b"\n", b" ")


# --- a gate ----------------------------------------------------------------------------------------------

# What a kiosk says, of this and of another epoch, in order and out of it. None of it is about the visitor who is bound.
OF_A_KIOSK = [
    WELCOME,
    Welcome("kiosk", OTHER, boot_id()),
    Snapshot(EPOCH, SEQ + 1, (STRANGER,)),
    Snapshot(OTHER, 0, ()),
    STRANGER,
    Grant(EPOCH, SEQ, W, ("dwell", "age"), TAP, 1, 60_000, "r"),
    Grant(OTHER, 1, V, ("dwell", "age"), TAP, 1, 60_000, "r"),
    Grant(EPOCH, 42, W, ("age",), TAP - 1, 0, 2**62, "r"),
    Revoke(EPOCH, SEQ + 1, W, "refused", TAP),
    Revoke(OTHER, SEQ + 1, V, "refused"),
    Lease("0" * 16, EPOCH, SEQ, 1_000),
    Lease("0" * 16, EPOCH, SEQ + 1, 2**62),
    Lease("0" * 16, OTHER, SEQ, 1_000),
    Bye("closing"),
    *(HELLO, Renew("n", SEQ), Ack(SEQ), Bound(W, TAP, "bound", "sure"), Stat({"frames": 1})),
]


def bound_binder():
    """As it is when the visitor, track 1, has just been bound."""
    binder = Binder([(0, 0), (1_000, 0), (1_000, 1_000), (0, 1_000)], (1_000, 1_000))
    for n in range(-15, 10):
        binder.update([Track(1, (400, 400, 500, 700))], TAP + n * SECOND // 15, {V: GRANTED})
    assert binder.grants_of({V: GRANTED}) == {1: GRANTED}
    return pickle.dumps(binder)


class Gates:
    """Guards that are live, with a visitor bound to track 1, as many as are needed."""

    def __init__(self):
        self.now, self.binder = TAP + SECOND * 6 // 10, bound_binder()

    def open(self):
        binder = pickle.loads(self.binder)
        guard = Guard(LeaseKeeper(HELLO), binder, Limits(), lambda: self.now, lambda: 0)
        guard.opened()
        guard._updated_ns = self.now
        (renew,) = self.hear(guard, WELCOME)
        self.hear(guard, Snapshot(EPOCH, SEQ, (GRANTED,)), Lease(renew.n, EPOCH, SEQ, 1_000))
        assert self.allowed(guard) == {(1, "dwell"), (1, None)}
        return guard

    @staticmethod
    def hear(guard, *messages):
        return [reply for each in messages for reply in guard.heard(encode(each)[:-1])]

    @staticmethod
    def allowed(guard):
        tracks, purposes = (1, 2, None, "1", W), (None, "dwell", "age", "")
        return {(track, purpose) for track in tracks for purpose in purposes if guard.grant_for(track, purpose)}


def attack_gates(count):
    gates, guard, seen = Gates(), None, dict.fromkeys(("refused", "ignored", "taken"), 0)
    for line in islice(lines(OF_A_KIOSK, seed=1), count):
        guard = guard or gates.open()
        before = gates.allowed(guard)
        try:
            replies = guard.heard(line)
        except ProtocolError:
            assert gates.allowed(guard) == set(), line
            assert guard.phase is Phase.DARK
            guard = None
            seen["refused"] += 1
            continue
        assert gates.allowed(guard) <= before, line
        gates.now += SECOND  # and no line made the lease any longer
        assert (gates.allowed(guard), guard.phase) == (set(), Phase.DARK), line
        gates.now -= SECOND
        seen["taken" if replies else "ignored"] += 1
        if replies or gates.allowed(guard) != before:
            guard = None
    return seen


def test_a_gate_takes_nothing_from_hostile_lines():
    seen = attack_gates(5_000)
    assert sum(seen.values()) == 5_000
    assert min(seen.values()) > 50, "the lines are all of one sort"


@pytest.mark.slow
def test_a_gate_takes_nothing_from_a_hundred_thousand_hostile_lines():
    assert sum(attack_gates(100_000).values()) == 100_000


@pytest.mark.parametrize("known", [FROM_KIOSK, FROM_GATE], ids=["of a kiosk", "of a gate"])
def test_whatever_is_wrong_with_a_line_can_be_said(known):
    for line in islice(lines([*OF_A_KIOSK, *OF_A_GATE], seed=2), 5_000):
        try:
            decode(line, known)
        except ProtocolError as error:
            assert len(encode(Bye(str(error)))) < LINE_LIMIT


# --- the kiosk -------------------------------------------------------------------------------------------

OF_A_GATE = [
    *(HELLO, HELLO, Hello("till-2", "hall", boot_id(), False), Hello("till-3", "door", "other", True)),
    *(Renew("n" * 16, 0), Ack(0), Ack(7), Bound(V, 5, "bound", "alone"), Bound(W, 5, "tainted", "jumped")),
    *(Stat({"frames": 1, "": -(2**63)}), Bye("going"), Lease("n", EPOCH, 0, 1_000), STRANGER),
]
AT_ONCE = 20  # fewer than may wait to be accepted by this same thread


class Client:
    """Says what it has to say, whatever it hears, until the kiosk hangs up."""

    def __init__(self, path, words):
        self.words, self.said, self.gone = words, 0, False
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(str(path))
        self.socket.setblocking(False)

    def go_on(self):
        """False once the kiosk has hung up."""
        try:
            if self.said < len(self.words):
                self.said += self.socket.send(self.words[self.said :])
        except (BlockingIOError, BrokenPipeError):
            pass
        try:
            while self.socket.recv(65536):
                pass
            self.gone = True
        except BlockingIOError:
            pass
        except ConnectionResetError:
            self.gone = True
        return not self.gone

    def close(self):
        """How many lines it could say."""
        self.socket.close()
        return self.words[: self.said].count(b"\n")


class Attack:
    """Many connections at a time, each with a few lines; beside them a gate that does nothing wrong."""

    def __init__(self, kiosk, qtbot, gate):
        self.kiosk, self.qtbot, self.gate, self.sent, self.heard = kiosk, qtbot, gate, 0, 0

    def run(self, count):
        source, dice = lines(OF_A_GATE, seed=3), random.Random(4)
        while self.sent < count:
            clients = [Client(self.kiosk.path, self.words(source, dice)) for _ in range(AT_ONCE)]
            self.qtbot.waitUntil(lambda: not any([each.go_on() for each in clients if not each.gone]))  # noqa: B023
            self.sent += sum(each.close() for each in clients)
            assert self.gate.phase is Phase.LIVE
            assert self.gate.trouble == ""
            assert "healthy" in self.kiosk.server.cameras

    @staticmethod
    def words(source, dice):
        """Most say hello before they become odd; then all that is odd only, up to a line that is an error."""
        said = [encode(HELLO)[:-1]] if dice.random() < 0.95 else []
        for line in source:
            said.append(line)
            try:
                decode(line, FROM_GATE)
            except ProtocolError:
                return b"\n".join([*said, b""])


@pytest.fixture
def attack(kiosk, qtbot, monkeypatch):
    with Gate("healthy", path=kiosk.path) as gate:
        qtbot.waitUntil(lambda: gate.phase is Phase.LIVE)
        attack = Attack(kiosk, qtbot, gate)

        def counted(line, known):
            attack.heard += 1
            return decode(line, known)

        monkeypatch.setattr("kiosk.signal.server.decode", counted)
        yield attack
        with Gate("late", path=kiosk.path) as late:  # a new one is served afterwards
            qtbot.waitUntil(lambda: late.phase is Phase.LIVE)
        assert kiosk.bound == []


def test_the_kiosk_goes_on_after_hostile_lines(attack):
    attack.run(5_000)
    assert attack.sent >= 5_000
    assert attack.heard > 0.8 * attack.sent  # the others came after a second hello, a bye and the like


@pytest.mark.slow
def test_the_kiosk_goes_on_after_a_hundred_thousand_hostile_lines(attack):
    attack.run(100_000)
    assert attack.sent >= 100_000
    assert attack.heard > 80_000
