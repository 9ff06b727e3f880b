import json
import sys
from contextlib import suppress
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kiosk.gate import messages
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
    Lines,
    ProtocolError,
    Renew,
    Revoke,
    Snapshot,
    Stat,
    Welcome,
    decode,
    default_socket,
    encode,
)
from kiosk.signal import server

text, number = st.text(max_size=20), st.integers(-(2**63), 2**63)
grants = st.builds(Grant, text, number, text, st.lists(text, max_size=3).map(tuple), number, number, text)
EVERY = {
    Hello: st.builds(Hello, text, text, text, number),
    Welcome: st.builds(Welcome, text, text, text, number, number),
    Grant: grants,
    Revoke: st.builds(Revoke, text, number, text, text),
    Snapshot: st.builds(Snapshot, text, number, st.lists(grants, max_size=3).map(tuple)),
    Renew: st.builds(Renew, text, number),
    Lease: st.builds(Lease, text, text, number, number),
    Ack: st.builds(Ack, number),
    Bound: st.builds(
        Bound, text, st.integers(0, 2**62), st.sampled_from(("bound", "ambiguous", "tainted", "lost", "left")), text
    ),
    Stat: st.builds(Stat, st.dictionaries(text, number, max_size=3)),
    Bye: st.builds(Bye, text),
}
KINDS = tuple(EVERY)
EXAMPLES = [
    Hello("till:7", "door", "b"),
    Welcome("front-door", "e", "b", 1000),
    Grant("e", 1, "v", ("dwell",), 5, 1000, "r"),
    Revoke("e", 2, "*", "fault"),
    Snapshot("e", 1, (Grant("e", 1, "v", ("dwell",), 5, 1000, "r"),)),
    Renew("n", 1),
    Lease("n", "e", 1, 1000),
    Ack(1),
    Bound("v", 1, "bound", "alone"),
    Stat({"frames": 1}),
    Bye("closing"),
]
CASES = pytest.mark.parametrize("message", EXAMPLES, ids=lambda message: message.t)


def line(value) -> bytes:
    return json.dumps(value).encode()


def plain(message) -> dict:
    return json.loads(encode(message))


def test_every_message_of_the_protocol_is_tried():
    assert set(KINDS) == {*FROM_KIOSK, *FROM_GATE} == {type(each) for each in EXAMPLES}


@given(st.one_of(*EVERY.values()))
def test_round_trip(message):
    encoded = encode(message)
    assert encoded.endswith(b"\n")
    assert encoded.count(b"\n") == 1
    assert decode(encoded[:-1], KINDS) == message


@given(st.one_of(*(EVERY[kind] for kind in FROM_GATE)))
def test_the_kiosk_takes_what_a_gate_says(message):
    assert server.FROM_GATE.validate_json(encode(message), strict=True) == message


@CASES
def test_each_end_knows_only_what_the_other_says(message):
    for known in (FROM_KIOSK, FROM_GATE):
        assert decode(encode(message), known) == (message if type(message) in known else None)


@CASES
def test_fields_of_a_later_version_are_ignored(message):
    assert decode(line(plain(message) | {"later": [1]}), KINDS) == message


@CASES
def test_every_field_must_be_there(message):
    for name in plain(message):
        with pytest.raises(ProtocolError):
            decode(line({key: value for key, value in plain(message).items() if key != name}), KINDS)


@CASES
def test_every_field_must_be_of_its_type(message):
    for each in fields(message):
        right = plain(message)[each.name]
        for wrong in (None, True, 1.5, 7, "x", [], [7], {}, {"x": "y"}, [{}]):
            if each.name == "t" or type(wrong) is type(right):
                continue
            with pytest.raises(ProtocolError):
                decode(line(plain(message) | {each.name: wrong}), KINDS)
            if type(message) in FROM_GATE:
                with pytest.raises(ValidationError):
                    server.FROM_GATE.validate_json(line(plain(message) | {each.name: wrong}), strict=True)


BAD = {
    "nothing": b"",
    "no JSON": b"hello",
    "no object": b"[]",
    "a number": b"7",
    "null": b"null",
    "no kind": b"{}",
    "a kind that is no text": b'{"t":7}',
    "a kind that is a list": b'{"t":["bye"]}',
    "a repeated key": b'{"t":"bye","why":"a","why":"b"}',
    "a repeated kind": b'{"t":"ack","t":"bye","why":"a"}',
    "a repeated key inside": b'{"t":"stat","counters":{"a":1,"a":2}}',
    "a repeated key in what is ignored": b'{"t":"bye","why":"a","later":{"a":1,"a":1}}',
    "NaN": b'{"t":"ack","seq":NaN}',
    "Infinity": b'{"t":"ack","seq":Infinity}',
    "NaN in what is ignored": b'{"t":"bye","why":"a","later":NaN}',
    "a number beyond floats": b'{"t":"ack","seq":1e999}',
    "a number without end": b'{"t":"ack","seq":' + b"1" * 5_000 + b"}",
    "two objects": b'{"t":"bye","why":"a"}{"t":"bye","why":"a"}',
    "not UTF-8": b'{"t":"bye","why":"\xff"}',
    "a byte order mark": b'\xef\xbb\xbf{"t":"bye","why":"a"}',
    "UTF-16": '{"t":"bye","why":"a"}'.encode("utf-16"),
    "a bound that is none": b'{"t":"bound","visit":"v","state":"sure","why":""}',
    "a purpose that is no text": line(plain(EXAMPLES[2]) | {"purposes": ["dwell", 7]}),
    "a grant that is none": line(plain(EXAMPLES[4]) | {"grants": [plain(EXAMPLES[0])]}),
    "a grant that lacks something": line(plain(EXAMPLES[4]) | {"grants": [{"t": "grant"}]}),
    "unknown, and critical": b'{"t":"later","crit":true}',
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_message(case):
    with pytest.raises(ProtocolError):
        decode(BAD[case], KINDS)


@pytest.mark.parametrize("text", [b'{"t":"later"}', b'{"t":"later","crit":false}', b'{"t":"","x":[]}'])
def test_messages_of_a_later_version_are_ignored(text):
    assert decode(text, KINDS) is None


def only_protocol_errors(data):
    with suppress(ProtocolError):
        decode(data, KINDS)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.binary())
def test_bytes_are_a_message_or_an_error(data):
    only_protocol_errors(data)


@given(st.sampled_from(EXAMPLES), st.data())
def test_damaged_messages_are_a_message_or_an_error(message, data):
    damaged = plain(message)
    damaged[data.draw(st.sampled_from(list(damaged)))] = data.draw(json_values)
    only_protocol_errors(line(damaged))


@given(st.sampled_from(EXAMPLES), st.data())
def test_damaged_bytes_are_a_message_or_an_error(message, data):
    damaged = bytearray(encode(message))
    damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    only_protocol_errors(bytes(damaged))


@pytest.mark.parametrize("pair", [b"[]", b"{}"], ids=["lists", "objects"])
def test_any_depth_is_a_message_or_an_error(pair):
    opening = b'{"a":' if pair == b"{}" else b"["
    for depth in (*range(1, LINE_LIMIT // 2, 97), *range(sys.getrecursionlimit() - 120, sys.getrecursionlimit() + 5)):
        only_protocol_errors(b'{"t":"bye","why":' + opening * depth + b"1" + pair[1:] * depth + b"}")


# --- lines -----------------------------------------------------------------------------------------------------------


@given(st.lists(st.binary(max_size=50).filter(lambda line: b"\n" not in line), max_size=6), st.integers(1, 7))
def test_lines_come_out_as_they_went_in(sent, size):
    stream, lines = b"".join(line + b"\n" for line in sent), Lines()
    assert [line for at in range(0, len(stream), size) for line in lines.feed(stream[at : at + size])] == sent


@pytest.mark.parametrize(("length", "fits"), [(LINE_LIMIT - 1, True), (LINE_LIMIT, False)])
@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_line_has_a_limit(length, fits, end):
    lines = Lines()
    lines.feed(b"x" * (length - 1))
    if fits:
        assert lines.feed(b"x" + end) == ([b"x" * length] if end else [])
    else:
        with pytest.raises(ProtocolError, match="longer"):
            lines.feed(b"x" + end)


@pytest.mark.parametrize(
    ("given", "runtime", "path"),
    [
        ("/a/b.sock", "/run/user/7", "/a/b.sock"),
        (None, "/run/user/7", "/run/user/7/consent-kiosk/gate.sock"),
        (None, None, "/run/consent-kiosk/gate.sock"),
        ("", "", "/run/consent-kiosk/gate.sock"),
    ],
)
def test_where_the_socket_is(monkeypatch, given, runtime, path):
    for name, value in (("CONSENT_GATE_SOCKET", given), ("XDG_RUNTIME_DIR", runtime)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    assert str(default_socket()) == path


def test_the_clock_goes_on_and_the_boot_has_a_name():
    assert messages.now_ns() <= messages.now_ns()
    assert len(messages.boot_id()) == 36
