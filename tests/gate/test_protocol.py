"""PROTOCOL.md, the schemas and the transcripts say what the code does."""

import json
import re
import runpy
from pathlib import Path

import jsonschema
import pytest
import transcripts
from hypothesis import given
from hypothesis import strategies as st

from kiosk.gate import messages
from kiosk.gate.messages import FROM_GATE, FROM_KIOSK, ProtocolError, decode, encode
from kiosk.gate.reason import Reason

PAGE = Path(messages.__file__).with_name("PROTOCOL.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```json\n(.*?)\n```", PAGE, re.DOTALL)
SCHEMAS = Path(__file__).resolve().parents[2] / "packaging" / "schemas.py"
OF_THE_LIBRARY = (Reason.ALLOWED, Reason.FORKED, Reason.CLOSED, Reason.OTHER_PURPOSE, Reason.NOT_SEEN)
ENDS = {"from-kiosk": FROM_KIOSK, "from-gate": FROM_GATE}


def schema_of(end: str) -> dict:
    return json.loads((transcripts.FOLDER.parent / f"{end}.schema.json").read_text(encoding="utf-8"))


def end_of(value: dict) -> str:
    return "from-kiosk" if value["t"] in {kind.__dataclass_fields__["t"].default for kind in FROM_KIOSK} else "from-gate"


@pytest.mark.parametrize("end", ENDS)
def test_the_schemas_are_those_of_the_messages(end):
    made = runpy.run_path(str(SCHEMAS))["schema"](end.replace("-", " the "), ENDS[end])
    assert schema_of(end) == json.loads(json.dumps(made)), "run: make schemas"
    jsonschema.Draft202012Validator.check_schema(made)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: json.loads(example)["t"])
def test_every_example_of_the_page_is_valid(example):
    end = end_of(json.loads(example))
    jsonschema.validate(json.loads(example), schema_of(end))
    message = decode(example.encode(), ENDS[end])
    assert json.loads(encode(message)) == json.loads(example)


def test_the_page_shows_every_message():
    shown = {json.loads(example)["t"] for example in EXAMPLES}
    assert shown == {kind.__dataclass_fields__["t"].default for kind in (*FROM_KIOSK, *FROM_GATE)}


@pytest.mark.parametrize("kind", dict.fromkeys((*FROM_KIOSK, *FROM_GATE)), ids=lambda kind: kind.__name__)
def test_the_page_names_every_field(kind):
    name = kind.__dataclass_fields__["t"].default
    part = re.search(rf"### `{name}`\n(.*?)(?=\n##|\Z)", PAGE, re.DOTALL).group(1)
    assert not {
        each for each in kind.__dataclass_fields__ if each != "t" and f"`{each}`" not in part and f'"{each}"' not in part
    }


@pytest.mark.parametrize("reason", [each for each in Reason if each not in OF_THE_LIBRARY])
def test_the_page_names_every_reason(reason):
    assert f"`{reason}`" in PAGE or f'"{reason}"' in PAGE


@pytest.mark.parametrize("path", transcripts.FILES, ids=lambda path: path.stem)
def test_this_gate_follows_the_transcripts(path):
    transcripts.play_virtually(path)


def test_there_are_transcripts_of_every_message_of_a_kiosk():
    said = {step["kiosk"]["t"] for path in transcripts.FILES for step in transcripts.steps(path) if "kiosk" in step}
    assert said >= {kind.__dataclass_fields__["t"].default for kind in FROM_KIOSK}


# --- the schema and the decoder agree ------------------------------------------------------------------------------------

TEXTS = st.text(max_size=6) | st.sampled_from(["bound", "grant", "a\nb", "\x7f", "ü"])
VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([2**63, -(2**63), 2**63 - 1])
    | st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: number != int(number))
    | TEXTS
    | st.lists(TEXTS, max_size=2)
    | st.dictionaries(TEXTS, st.integers(), max_size=2)
)


@given(data=st.data())
@pytest.mark.parametrize("end", ENDS)
def test_what_the_schema_refuses_the_decoder_refuses_and_the_other_way_round(end, data):
    """Lines built from a valid example by changing, removing or adding one field."""
    valid = [json.loads(example) for example in EXAMPLES if end_of(json.loads(example)) == end]
    value = dict(data.draw(st.sampled_from(valid)))
    name = data.draw(st.sampled_from([*value, "later"]))
    if data.draw(st.booleans()) and name in value:
        del value[name]
    else:
        value[name] = data.draw(VALUES)
    fits = jsonschema.Draft202012Validator(schema_of(end)).is_valid(value)
    try:
        understood = decode(json.dumps(value).encode(), ENDS[end]) is not None
    except ProtocolError:
        understood = False
    assert understood == fits
