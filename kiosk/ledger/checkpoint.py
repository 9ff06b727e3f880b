"""Signed heads of the tree and proofs for them, in the text formats of C2SP: signed-note, tlog-checkpoint, tlog-proof.

A head says "my first `size` records have this root"; whoever keeps one elsewhere can tell later whether they still do.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ED25519 = b"\x01"
DASH = "\u2014 "
KEY_ID_BYTES, RAW_BYTES, ROOT_BYTES = 4, 32, 32
RENEWAL = "key renewal"
PROOF_HEADER = "c2sp.org/tlog-proof@v1"
PROOF_START = re.compile(re.escape(PROOF_HEADER) + r"\n(?:extra [^\n]*\n)?index (0|[1-9][0-9]*)\n")


class CheckpointError(ValueError):
    """The text is not a signed head, or not one of these keys; the message says why."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    origin: str  # which ledger: the receipt page's host and the kiosk's name, "shop.example/front-door"
    size: int  # records
    root: bytes

    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{_base64(self.root)}\n"

    def sign(self, key: Ed25519PrivateKey, id: bytes | None = None) -> str:
        """The signed note; id as of sign_note."""
        return sign_note(self.text(), self.origin, key, id)

    @classmethod
    def parse(cls, note: str) -> Self:
        """What the note says, whoever signed it. Raises CheckpointError."""
        text, signatures = split(note)
        lines = text.split("\n")
        if len(lines) != 4 or not lines[0] or not signatures:
            raise CheckpointError("This is not a signed head: it must be three lines, an empty one and signatures.")
        origin, size, root = lines[:3]
        if not size.isascii() or not size.isdecimal() or str(int(size)) != size:
            raise CheckpointError(f"This is not a signed head: its second line is {size!r}, which is no count of records.")
        return cls(origin, int(size), _unbase64(root, ROOT_BYTES))


def opened(note: str, keys: Iterable[Ed25519PublicKey]) -> Checkpoint:
    """What the note says, if one of the keys signed it under the origin's name. Raises CheckpointError."""
    head = Checkpoint.parse(note)
    verify_note(note, head.origin, keys)
    return head


def verify_note(note: str, name: str, keys: Iterable[Ed25519PublicKey]) -> str:
    """The text of a signed note, if one of the keys signed it under this name. Raises CheckpointError."""
    text, signatures = split(note)
    known = {key_id(name, key): key for key in keys}
    mine = [signature for signer, signature in signatures if signer == name and signature[:KEY_ID_BYTES] in known]
    if not mine:
        raise CheckpointError(f"None of the given keys signed this for {name!r}. If the key was renewed, give the old one too.")
    for signature in mine:
        try:
            known[signature[:KEY_ID_BYTES]].verify(signature[KEY_ID_BYTES:], text.encode())
        except InvalidSignature as error:
            raise CheckpointError("The signature does not fit the text: one of them was altered.") from error
    return text


def split(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    """The signed text and (name, key id and signature) of each signature line. Raises CheckpointError."""
    text, blank, tail = note.rpartition("\n\n")
    if not blank or not tail.endswith("\n"):
        raise CheckpointError("This is not a signed note: no empty line stands between text and signatures.")
    signatures = []
    for line in tail[:-1].split("\n"):
        name, space, value = line.removeprefix(DASH).partition(" ")
        if not line.startswith(DASH) or not name or not space:
            raise CheckpointError(f"This is not a signed note: {line!r} is not a signature line.")
        signatures.append((name, _unbase64(value)))
    return text + "\n", signatures


def sign_note(text: str, name: str, key: Ed25519PrivateKey, id: bytes | None = None) -> str:
    """A signed note over a text that ends with a line end; id: of this name and key, where the caller has it already."""
    id = id or key_id(name, key.public_key())
    return f"{text}\n{DASH}{name} {_base64(id + key.sign(text.encode()))}\n"


def key_id(name: str, key: Ed25519PublicKey) -> bytes:
    """4 bytes, as C2SP signed-note says: SHA-256 of name, line end, 0x01 and the raw key."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + raw(key)).digest()[:KEY_ID_BYTES]


def verifier_key(name: str, key: Ed25519PublicKey) -> str:
    """One line that other tools for signed notes take as a public key: name+id+base64."""
    return f"{name}+{key_id(name, key).hex()}+{_base64(ED25519 + raw(key))}"


def signers(note: str, keys: Iterable[Ed25519PublicKey]) -> list[str]:
    """The verifier keys, of these, of whoever signed the note under its origin's name. Raises CheckpointError."""
    name = Checkpoint.parse(note).origin
    signed_by = {(signer, signature[:KEY_ID_BYTES]) for signer, signature in split(note)[1]}
    return [verifier_key(name, key) for key in keys if (name, key_id(name, key)) in signed_by]


def vouch(origin: str, old: Ed25519PrivateKey, new: Ed25519PublicKey) -> str:
    """A signed note in which the old key names the one that signs after it."""
    return sign_note(f"{origin}\n{RENEWAL}\n{verifier_key(origin, new)}\n", origin, old)


def vouched(note: str, keys: Iterable[Ed25519PublicKey]) -> Ed25519PublicKey:
    """The key that one of these names as its successor. Raises CheckpointError."""
    origin, *lines = split(note)[0].split("\n")
    if len(lines) != 3 or lines[0] != RENEWAL:
        raise CheckpointError("This is no renewal of a key: it must be three lines, an empty one and a signature.")
    verify_note(note, origin, keys)
    value = _unbase64(lines[1].removeprefix(f"{origin}+").partition("+")[2], len(ED25519) + RAW_BYTES)
    key = Ed25519PublicKey.from_public_bytes(value[len(ED25519) :])
    if verifier_key(origin, key) != lines[1]:
        raise CheckpointError(f"{lines[1]!r} is not a verifier key, name+id+base64.")
    return key


def with_successors(keys: Iterable[Ed25519PublicKey], notes: Iterable[str]) -> list[Ed25519PublicKey]:
    """These keys and those that they vouched for, one after the other; what nobody of them signed counts for nothing."""
    known = {raw(key): key for key in keys}
    for note in notes:
        with suppress(CheckpointError):
            new = vouched(note, known.values())
            known.setdefault(raw(new), new)
    return list(known.values())


def raw(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def valid_origin(origin: str) -> bool:
    return bool(origin) and not any(character.isspace() or character == "+" for character in origin)


def proof_file(index: int, hashes: Sequence[bytes], note: str) -> str:
    """A .tlog-proof: the record at index (from 0) is in the tree whose head is the note."""
    return "\n".join([PROOF_HEADER, f"index {index}", *map(_base64, hashes), "", note])


def parse_proof(text: str) -> tuple[int, list[bytes], str]:
    """(index, hashes, note) of a .tlog-proof. Raises CheckpointError."""
    top, blank, note = text.partition("\n\n")
    found = PROOF_START.match(top + "\n")
    if not blank or not found:
        raise CheckpointError(f"This is not a proof: it must begin with {PROOF_HEADER!r} and an index.")
    hashes = top[found.end() :].split("\n") if found.end() < len(top) else []
    return int(found[1]), [_unbase64(hash, ROOT_BYTES) for hash in hashes], note


def witness_request(old: int, hashes: Sequence[bytes], note: str) -> str:
    """The body of C2SP tlog-witness's add-checkpoint: the note goes on where the head of size old ended."""
    return "\n".join([f"old {old}", *map(_base64, hashes), "", note])


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _unbase64(text: str, size: int | None = None) -> bytes:
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise CheckpointError(f"{text!r} is not base64.") from error
    if _base64(value) != text or len(value) != (size or len(value)):
        raise CheckpointError(f"{text!r} is not base64 of {size or 'any'} bytes.")
    return value
