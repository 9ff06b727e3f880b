import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ledger import checkpoint
from kiosk.ledger.checkpoint import Checkpoint, CheckpointError, opened, parse_proof, proof_file

from .conftest import KEY, ORIGIN

HEAD = Checkpoint(ORIGIN, 109482, bytes(range(32)))
KEYS = [KEY.public_key()]

# The example of C2SP signed-note and of golang.org/x/mod/sumdb/note: made by another implementation.
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PETERS_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def peters_key():
    return Ed25519PublicKey.from_public_bytes(base64.b64decode(PETER.rpartition("+")[2])[1:])


def test_a_note_that_another_implementation_signed():
    assert checkpoint.verifier_key("PeterNeumann", peters_key()) == PETER
    assert checkpoint.verify_note(PETERS_NOTE, "PeterNeumann", [peters_key()]).startswith("If you think")
    with pytest.raises(CheckpointError, match="does not fit"):
        checkpoint.verify_note(PETERS_NOTE.replace("problem", "Problem"), "PeterNeumann", [peters_key()])


def test_a_head_as_it_is_written():
    lines = HEAD.sign(KEY).split("\n")
    assert lines[:4] == [ORIGIN, "109482", base64.b64encode(bytes(range(32))).decode(), ""]
    assert lines[4].startswith(f"— {ORIGIN} ")
    assert lines[5:] == [""]


def test_what_was_signed_is_read_back():
    assert opened(HEAD.sign(KEY), KEYS) == HEAD
    assert opened(HEAD.sign(KEY), [Ed25519PrivateKey.generate().public_key(), *KEYS]) == HEAD


@given(st.data())
def test_a_changed_head_is_refused(data):
    note = HEAD.sign(KEY)
    place = data.draw(st.integers(0, len(note) - 1))
    other = data.draw(st.characters(codec="utf-8").filter(lambda character: character != note[place]))
    with pytest.raises(CheckpointError):
        opened(note[:place] + other + note[place + 1 :], KEYS)


def test_others_may_sign_too():
    witness = Ed25519PrivateKey.generate()
    line = checkpoint.sign_note(HEAD.text(), "witness.example", witness).rpartition("\n\n")[2]
    assert opened(HEAD.sign(KEY) + line, KEYS) == HEAD
    with pytest.raises(CheckpointError, match="None of the given keys"):
        opened(HEAD.sign(KEY) + line, [witness.public_key()])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\n\n",
        HEAD.text(),
        HEAD.text() + "\n",
        "a/b\n1\n",
        HEAD.sign(KEY).replace("109482", "0109482"),
        HEAD.sign(KEY).replace("109482", "-1"),
        HEAD.sign(KEY).replace("109482", "١"),
        HEAD.sign(KEY).replace("\n\n", "\nextra\n\n"),
        HEAD.sign(KEY).replace("— ", "- "),
        HEAD.sign(KEY).rstrip("\n"),
    ],
)
def test_what_is_no_head(text):
    with pytest.raises(CheckpointError):
        Checkpoint.parse(text)


@given(st.integers(0, 10**9), st.lists(st.binary(min_size=32, max_size=32), max_size=5))
def test_a_proof_file_is_read_back(index, hashes):
    text = proof_file(index, hashes, HEAD.sign(KEY))
    assert text.startswith(f"c2sp.org/tlog-proof@v1\nindex {index}\n")
    assert parse_proof(text) == (index, hashes, HEAD.sign(KEY))


def test_a_proof_file_may_hold_extra():
    text = proof_file(7, [b"h" * 32], "note\n").replace("index", "extra YWI=\nindex", 1)
    assert parse_proof(text) == (7, [b"h" * 32], "note\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "c2sp.org/tlog-proof@v1",
        "c2sp.org/tlog-proof@v1\n\nnote\n",
        "c2sp.org/tlog-proof@v2\nindex 1\n\nnote\n",
        "c2sp.org/tlog-proof@v1\nindex 01\n\nnote\n",
        "c2sp.org/tlog-proof@v1\nindex -1\n\nnote\n",
        "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\nnote\n",
        "c2sp.org/tlog-proof@v1\nindex 1\n",
    ],
)
def test_what_is_no_proof(text):
    with pytest.raises(CheckpointError):
        parse_proof(text)
