import json
import sys
from contextlib import suppress
from dataclasses import fields
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.gate import messages
from kiosk.gate.messages import (
    FROM_GATE,
    FROM_KIOSK,
    LINE_LIMIT,
    MOST_TEXT,
    Ack,
    Bound,
    Bye,
    Erased,
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

text = st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs"], exclude_characters="\x7f"), max_size=200)
name = st.from_regex(r"[A-Za-z0-9._-]{1,64}", fullmatch=True)
number, seq, count = st.integers(-(2**63), 2**63 - 1), st.integers(-1, 2**63 - 1), st.integers(0, 2**63 - 1)
grants = st.builds(Grant, name, seq, name, st.lists(name, max_size=3).map(tuple), count, st.integers(1, 2**63 - 1), count, name)
EVERY = {
    Hello: st.builds(Hello, text, name, name, st.booleans(), number),
    Welcome: st.builds(Welcome, text, name, name, number),
    Grant: grants,
    Revoke: st.builds(Revoke, name, seq, name | st.just("*"), text, count, st.booleans()),
    Snapshot: st.builds(Snapshot, name, seq, st.lists(grants, max_size=3).map(tuple)),
    Renew: st.builds(Renew, name, seq),
    Lease: st.builds(Lease, name, name, seq, count),
    Ack: st.builds(Ack, seq),
    Bound: st.builds(Bound, name, count, st.sampled_from(("bound", "ambiguous", "tainted", "lost", "left")), text),
    Erased: st.builds(
        Erased, name, seq, st.dictionaries(st.from_regex("[a-z_]{1,16}", fullmatch=True), count, max_size=8), text, text
    ),
    Stat: st.builds(Stat, st.dictionaries(text, number, max_size=3)),
    Bye: st.builds(Bye, text),
}
KINDS = tuple(EVERY)
EXAMPLES = [
    Hello("till-7", "door", "b", True),
    Welcome("front-door", "e", "b"),
    Grant("e", 1, "v", ("dwell",), 5, 2, 1000, "r"),
    Revoke("e", 2, "*", "fault", 7),
    Snapshot("e", 1, (Grant("e", 1, "v", ("dwell",), 5, 1, 1000, "r"),)),
    Renew("n", 1),
    Lease("n", "e", 1, 1000),
    Ack(1),
    Bound("v", 1, "bound", "alone"),
    Erased("v", 2, {"looks": 3}, "key", "signature"),
    Stat({"frames": 1}),
    Bye("closing"),
]
CASES = pytest.mark.parametrize("message", EXAMPLES, ids=lambda message: message.t)


def line(value) -> bytes:
    return json.dumps(value).encode()


def plain(message) -> dict:
    return json.loads(encode(message))


def places(value):
    """Where a text or a number stands in a message, inside of lists and objects too, as the keys that lead there."""
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(each, (dict, list)):
            yield from ((key, *rest) for rest in places(each))
        elif key != "t" and not isinstance(each, bool):
            yield (key,)


def with_a(message, place, wrong) -> dict:
    """The message with something else in that place."""
    changed = inner = plain(message)
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = wrong
    return changed


def at(message, place):
    found = plain(message)
    for key in place:
        found = found[key]
    return found


def test_every_message_of_the_protocol_is_tried():
    assert set(KINDS) == {*FROM_KIOSK, *FROM_GATE} == {type(each) for each in EXAMPLES}


@given(st.one_of(*EVERY.values()))
def test_round_trip(message):
    encoded = encode(message)
    assert encoded.endswith(b"\n")
    assert encoded.count(b"\n") == 1
    assert decode(encoded[:-1], KINDS) == message


@CASES
def test_each_end_knows_only_what_the_other_says(message):
    for known in (FROM_KIOSK, FROM_GATE):
        if type(message) in known:
            assert decode(encode(message), known) == message
        else:
            with pytest.raises(ProtocolError, match="what the other end says"):
                decode(encode(message), known)


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


PLACES = [(message, place) for message in EXAMPLES for place in places(plain(message))]
EACH_PLACE = pytest.mark.parametrize(("message", "place"), PLACES, ids=lambda each: getattr(each, "t", None) or str(each))


NAMES = {"camera", "boot", "epoch", "visit", "purposes", "record", "n"}
LEAST = {"seq": -1, "tap_ns": 0, "ttl_ms": 0, "max_ms": 0, "party": 1, "looks": 0}
NEVER = ("\0", "\n", "\r", "\t", "\x1b", "\x1f", "\x7f", "\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800")
BUT_IN_NAMES = ("", " ", "~", "/", ":", "é", "\x80", "\u2028", "\ufeff", "\U0001f600", "\ue000")


def field_of(place) -> str:
    return [key for key in place if isinstance(key, str)][-1]


def takes(message, place, value) -> bool:
    try:
        return decode(line(with_a(message, place, value)), KINDS) is not None
    except ProtocolError:
        return False


@EACH_PLACE
def test_a_text_holds_no_control_character_and_no_half_of_a_pair(message, place):
    if isinstance(at(message, place), str) and field_of(place) not in {"state", *NAMES}:
        assert all(takes(message, place, f"a{good}b") for good in BUT_IN_NAMES)
        assert [takes(message, place, "ü" * length) for length in (0, 200, 201, 2_000)] == [True, True, False, False]
        assert not any(takes(message, place, f"a{wrong}b") for wrong in NEVER)


@EACH_PLACE
def test_a_name_is_short_and_plain(message, place):
    if field_of(place) in NAMES:
        assert all(takes(message, place, good) for good in ("a", "Z9._-", "-", "x" * 64))
        wrong = [f"a{each}b" for each in (*NEVER, *BUT_IN_NAMES[1:])]
        assert not any(takes(message, place, each) for each in (*wrong, "", "x" * 65, "a\n", "١", None))
        assert takes(message, place, "*") is (type(message) is Revoke and place == ("visit",))


@EACH_PLACE
def test_a_number_has_a_range(message, place):
    if isinstance(at(message, place), int):
        least = LEAST.get(field_of(place), -(2**63))
        assert takes(message, place, least)
        assert takes(message, place, 2**63 - 1)
        for wrong in (least - 1, 2**63, -(2**63) - 1, 2**64, 10**4_000, 1.0, -0.0, 1e3, True):
            assert not takes(message, place, wrong)


def test_a_pair_that_is_written_as_escapes_is_one_character():
    assert decode(b'{"t":"bye","why":"\\ud83d\\ude00"}') == Bye("\U0001f600")


@pytest.mark.parametrize("name", ["a\nb", "\ud800"])
def test_a_name_of_a_counter_is_a_text_too(name):
    with pytest.raises(ProtocolError):
        decode(line({"t": "stat", "counters": {name: 1}}), KINDS)


BAD = {
    "a kind of data with a space": b'{"t":"erased","visit":"v","seq":1,"counts":{"two words":1},"key":"","signature":""}',
    "a kind of data without a name": b'{"t":"erased","visit":"v","seq":1,"counts":{"":1},"key":"","signature":""}',
    "a long kind of data": b'{"t":"erased","visit":"v","seq":1,"counts":{"abcdefghijklmnopq":1},"key":"","signature":""}',
    "too many kinds of data": line({"t": "erased", "visit": "v", "seq": 1, "counts": dict.fromkeys("abcdefghi", 1)})[:-1]
    + b',"key":"","signature":""}',
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
    "a kind with a lone surrogate, and critical": b'{"t":"\\ud800","crit":true}',
    "a long kind, and critical": line({"t": "\u200b" * 2_500, "crit": True}),
    "a long text for a number": line({"t": "ack", "seq": "\u200b" * 2_500}),
    "a control character as it is": b'{"t":"bye","why":"\x01"}',
    "a grant of an odd kind": line(plain(EXAMPLES[4]) | {"grants": [{"t": "\ud800"}]}),
    "a CR after it": b'{"t":"ack","seq":1.0}\r',
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_message(case):
    with pytest.raises(ProtocolError):
        decode(BAD[case], KINDS)


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_can_be_said_in_a_bye(case):
    with pytest.raises(ProtocolError) as raised:
        decode(BAD[case], KINDS)
    bye = Bye(str(raised.value)[:MOST_TEXT])
    assert decode(encode(bye)) == bye


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


# --- how long the machine slept ------------------------------------------------------------------------------------------

MS = 1_000_000


def test_a_machine_that_is_awake_does_not_sleep():
    before = messages.slept_ns()
    assert before >= -MS
    assert abs(messages.slept_ns() - before) < 20 * MS


def test_a_process_held_up_between_the_clocks_does_not_count_that_as_sleep(monkeypatch):
    monotonic, boot = iter([0, 300 * MS, 400 * MS, 400 * MS]), iter([5_300 * MS, 5_400 * MS])
    monkeypatch.setattr(messages, "time", SimpleNamespace(monotonic_ns=lambda: next(monotonic)))
    monkeypatch.setattr(messages, "now_ns", lambda: next(boot))
    assert messages.slept_ns() == 5_000 * MS
