#!/usr/bin/env python3
"""Check a bundle that a consent kiosk exported. Plain Python 3.9 or newer, nothing else: python3 verify.py [BUNDLE]

BUNDLE is the folder or the .zip; left out, the folder that this file lies in. Get this file from somewhere else than the
bundle if you do not trust who gave it to you, and compare the key that it prints, the whole line, with the one that the shop
publishes, or give that one with --keys.

Exit codes: 0 sound, 1 tampered, 2 this bundle cannot be used.
"""

import argparse
import base64
import hashlib
import json
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

MANIFEST = "MANIFEST"
TITLE = "consent-kiosk bundle 1"
RENEWAL = "key renewal"
PROOF = "c2sp.org/tlog-proof@v1"
ED25519 = b"\x01"
SHOWN_AT_MOST = 50


class Unusable(Exception):
    """The bundle, or a file that was given, is not what it should be."""


# --- Ed25519 (RFC 8032), verification only ---------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def point(raw):
    """(x, y, z, t) of 32 bytes, or None."""
    number = int.from_bytes(raw, "little")
    y, odd = number & (1 << 255) - 1, number >> 255
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and odd):
        return None
    if x & 1 != odd:
        x = P - x
    return x, y, 1, x * y % P


def add(one, two):
    a = (one[1] - one[0]) * (two[1] - two[0]) % P
    b = (one[1] + one[0]) * (two[1] + two[0]) % P
    c = 2 * one[3] * two[3] * D % P
    d = 2 * one[2] * two[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
NEUTRAL = (0, 1, 1, 0)


def signed(key, text, signature):
    """Did this key (32 bytes) make this signature (64 bytes) over the text?"""
    if len(key) != 32 or len(signature) != 64:
        return False
    owner, commitment = point(key), point(signature[:32])
    number = int.from_bytes(signature[32:], "little")
    if owner is None or commitment is None or number >= L:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    minus = (P - owner[0], owner[1], 1, P - owner[3])
    table = (NEUTRAL, BASE, minus, add(BASE, minus))
    total = NEUTRAL  # number * BASE - challenge * owner
    for bit in range(max(number.bit_length(), challenge.bit_length()) - 1, -1, -1):
        total = add(total, total)
        choice = (number >> bit & 1) | (challenge >> bit & 1) << 1
        if choice:
            total = add(total, table[choice])
    return not (total[0] - commitment[0] * total[2]) % P and not (total[1] - commitment[1] * total[2]) % P


# --- signed notes, heads and the tree (C2SP, RFC 6962) ---------------------------------------------------------------


def unbase64(text):
    raw = base64.b64decode(text, validate=True)
    if base64.b64encode(raw).decode() != text:
        raise ValueError(f"{text!r} is not base64")
    return raw


def read_keys(text):
    """{(name, id): key} of verifier keys, one a line."""
    keys = {}
    for line in text.split("\n"):
        if line:
            if line.count("+") < 2:
                raise ValueError(f"{line!r} is not a verifier key, name+id+base64")
            name, id, value = line.split("+", 2)
            raw = unbase64(value)
            told = bytes.fromhex(id)
            if raw[:1] != ED25519 or len(raw) != 33 or hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4] != told:
                raise ValueError(f"{line!r} is not an Ed25519 verifier key")
            keys[name, told] = raw[1:]
    if not keys:
        raise ValueError("it holds no verifier key")
    return keys


def split_note(note):
    """(text, [(signer, id and signature)]) of a signed note. Raises ValueError."""
    text, blank, tail = note.rpartition("\n\n")
    if not blank or not tail.endswith("\n"):
        raise ValueError("not a signed note")
    signatures = []
    for line in tail[:-1].split("\n"):
        dash, signer, value = line.split(" ") if line.count(" ") == 2 else ("", "", "")
        if dash != "—":
            raise ValueError("not a signed note: it has a line that is no signature")
        signatures.append((signer, unbase64(value)))
    return text + "\n", signatures


def open_note(note, keys, name=None):
    """The text of a note that one of the keys signed. Raises ValueError."""
    text, signatures = split_note(note)
    name = name or text.split("\n")[0]
    good = False
    for signer, raw in signatures:
        key = keys.get((signer, raw[:4])) if signer == name else None
        if key:
            if not signed(key, text.encode(), raw[4:]):
                raise ValueError("its signature does not fit: it was altered")
            good = True
    if not good:
        raise ValueError("none of the keys signed it")
    return text


def read_head(note, keys):
    """(size, root) of a signed head. Raises ValueError."""
    return split_head(open_note(note, keys))


def renewed(note, keys):
    """{(name, id): key} of the key that one of these says signs after it. Raises ValueError."""
    lines = open_note(note, keys).split("\n")[1:]
    if len(lines) != 3 or lines[0] != RENEWAL or lines[2]:
        raise ValueError("not the renewal of a key")
    return read_keys(lines[1])


def split_head(text):
    """(size, root) of a head's text. Raises ValueError."""
    lines = text.split("\n")
    if len(lines) != 4 or lines[3] or not lines[1].isdecimal() or str(int(lines[1])) != lines[1]:
        raise ValueError("not a signed head")
    root = unbase64(lines[2])
    if len(root) != 32:
        raise ValueError("not a signed head")
    return int(lines[1]), root


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def proved(leaf, index, size, path, root):
    """Is the leaf at this index, from 0, of the tree? (RFC 9162, 2.1.3.2)"""
    last = size - 1
    if not 0 <= index < size:
        return False
    for sibling in path:
        if last == 0:
            return False
        if index & 1 or index == last:
            leaf = node(sibling, leaf)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            leaf = node(leaf, sibling)
        index, last = index >> 1, last >> 1
    return last == 0 and leaf == root


def read_proof(text):
    """(index, hashes, note) of a .tlog-proof. Raises ValueError."""
    top, _, note = text.partition("\n\n")
    header, *lines = top.split("\n")
    lines = lines[1:] if lines and lines[0].startswith("extra ") else lines
    if header != PROOF or not lines or not lines[0].startswith("index "):
        raise ValueError("not a proof of a record")
    return int(lines[0][6:]), [unbase64(line) for line in lines[1:]], note


# --- the bundle ------------------------------------------------------------------------------------------------------


class Check:
    def __init__(self, bundle, keys=None, checkpoint=None, proof=None):
        """bundle: pathlib.Path or zipfile.Path; the others: texts."""
        self.bundle = bundle
        self.findings = []
        try:
            self.keys = read_keys(keys if keys is not None else self.text("keys.txt"))
            self.manifest = self.text(MANIFEST)
        except (OSError, KeyError, ValueError) as error:
            raise Unusable(f"This is not a bundle of a consent kiosk: {error}") from error
        self.checkpoint, self.proof = checkpoint, proof
        self.read_renewals()

    def read_renewals(self):
        """Whoever knows an old key knows the one that it vouched for."""
        with suppress(OSError, KeyError, TypeError, ValueError, AttributeError):
            for _, record in self.lines("records.jsonl"):
                if '"act":"new_key"' in record.get("payload", ""):
                    self.keys.update(renewed(json.loads(record["payload"])["detail"]["statement"], self.keys))
        self.findings.clear()  # run() finds it again, and says where

    def text(self, name):
        return self.bundle.joinpath(name).read_text(encoding="utf-8")

    def lines(self, name):
        with self.bundle.joinpath(name).open("rb") as file:
            for number, line in enumerate(file, 1):
                try:
                    yield number, json.loads(line)
                except ValueError:
                    self.found(name, number, "cannot be read")

    def found(self, *what):
        self.findings.append(", ".join(str(each) for each in what[:-1]) + f": {what[-1]}")

    def run(self):
        for step in (self.check_manifest, self.check_heads, self.check_records, self.check_copies, self.check_proofs):
            try:
                step()
            except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
                self.found(step.__name__[6:], f"cannot be read: {error!r}")
        return self.findings

    def check_manifest(self):
        names = {name for name, _ in self.keys}
        for name in sorted(names):
            try:
                text = open_note(self.manifest, self.keys, name)
                break
            except ValueError as error:
                reason = error
        else:
            self.found(MANIFEST, f"is not signed by the given keys: {reason}")
            text = self.manifest.rpartition("\n\n")[0] + "\n"
        title, *lines = text.split("\n")
        told = dict(reversed(line.split("  ", 1)) for line in lines if line)
        if title != TITLE:
            self.found(MANIFEST, "is not that of a bundle")
        there = set(self.files(self.bundle, ""))
        for name in sorted(told.keys() - there):
            self.found(name, "is missing")
        for name in sorted(there - told.keys() - {MANIFEST}):
            self.found(name, "was added")
        for name in sorted(told.keys() & there):
            total = hashlib.sha256()
            with self.bundle.joinpath(name).open("rb") as file:
                while part := file.read(1 << 20):
                    total.update(part)
            if total.hexdigest() != told[name]:
                self.found(name, "was altered after it was exported")

    def files(self, folder, prefix):
        for each in folder.iterdir():
            if each.is_dir():
                yield from self.files(each, f"{prefix}{each.name}/")
            else:
                yield prefix + each.name

    def check_heads(self):
        self.heads = {}
        self.newest = 0
        for number, told in self.lines("checkpoints.jsonl"):
            try:
                size, root = read_head(told["note"], self.keys)
            except (ValueError, KeyError) as error:
                self.found("checkpoints.jsonl", f"line {number}", error)
                continue
            if size <= self.newest or size != told["size"]:
                self.found("checkpoints.jsonl", f"line {number}", "is out of order")
            self.heads.setdefault(size, []).append((f"the head of {size}", root))
            self.newest = max(self.newest, size)
        if self.checkpoint is not None:
            try:
                size, root = read_head(self.checkpoint, self.keys)
            except ValueError as error:
                self.found("your head", error)
            else:
                self.heads.setdefault(size, []).append((f"your head of {size}", root))

    def check_records(self):
        self.needed, self.leaves = {"shown": {}, "notices": {}}, {}
        self.listed = {"statements.jsonl": {}, "notices.jsonl": {}}
        wanted = self.proofs()
        self.roots, peaks, size = {}, [], 0
        erased, told_erased = set(), set()
        for number, record in self.lines("records.jsonl"):
            leaf = bytes.fromhex(record["leaf"])
            if record["seq"] != number:
                self.found("records.jsonl", f"line {number}", f"holds record {record['seq']}: one is missing, added or moved")
            if "payload" in record:
                self.check_record(number, record, leaf, told_erased)
            else:
                erased.add(number)
            if number in wanted:
                self.leaves[number] = leaf
            rest = size
            while rest & 1:
                leaf, rest = node(peaks.pop(), leaf), rest >> 1
            peaks.append(leaf)
            size += 1
            if size in self.heads:
                root = peaks[-1]
                for peak in reversed(peaks[:-1]):
                    root = node(peak, root)
                self.roots[size] = root
                for name, signed_root in self.heads[size]:
                    if signed_root != root:
                        self.found(name, "the records before it are not those that it signed")
        for size_of_head in sorted(self.heads):
            if size_of_head > size:
                self.found(f"a head of {size_of_head}", f"there are only {size} records: the end was cut off")
        if self.newest < size:
            self.found(f"record {self.newest + 1}", "and what follows is under no signed head")
        for seq in sorted(erased ^ told_erased):
            self.found(f"record {seq}", "is erased and no record says so" if seq in erased else "is there though it was erased")
        self.size, self.erased = size, len(erased)

    def check_record(self, number, record, leaf, told_erased):
        payload = record["payload"].encode()
        if hashlib.sha256(b"\x00" + bytes.fromhex(record["salt"]) + payload).digest() != leaf:
            self.found(f"record {number}", "content, salt or leaf was altered")
            return
        told = json.loads(payload)
        if told["act"] in ("erased", "purged"):
            for first, last in told["detail"]["records"]:
                told_erased.update(range(first, last + 1))
        if told["act"] == "new_key":
            try:
                renewed(told["detail"]["statement"], self.keys)
            except ValueError as error:
                self.found(f"record {number}", f"the key before does not vouch for the new one: {error}")
        if told["act"] == "erasure":
            statement = {"visit": told.get("visit"), **told.get("detail", {})}
            self.listed["statements.jsonl"][number] = statement
            if statement.get("signature"):
                key, signature = unbase64(statement["key"]), unbase64(statement["signature"])
                if not signed(key, statement["statement"].encode(), signature):
                    self.found(f"record {number}", "the camera's signature does not fit what it said that it erased")
        if told["act"] == "notice":
            self.listed["notices.jsonl"][number] = {"at": told["at"], **told.get("detail", {})}
        if "choice" in told:
            self.needed["notices"].setdefault(told["notice"], number)
            for hash in [told["shown"], *told.get("before", [])]:
                self.needed["shown"].setdefault(hash, number)

    def check_copies(self):
        for kind, needed in self.needed.items():
            folder = self.bundle.joinpath(kind)
            there = {each.name[: -len(".json")] for each in folder.iterdir()} if folder.is_dir() else set()
            for hash in sorted(needed.keys() - there):
                self.found(f"{kind}/{hash}.json", f"is missing; record {needed[hash]} refers to it")
            for hash in sorted(there):
                if hashlib.sha256(folder.joinpath(f"{hash}.json").read_bytes()).hexdigest() != hash:
                    self.found(f"{kind}/{hash}.json", "does not fit its hash")
        for name, listed in self.listed.items():
            told = {}
            for _, line in self.lines(name):
                told[line.pop("seq")] = line
            for seq in sorted(told.keys() | listed.keys()):
                if told.get(seq) != listed.get(seq):
                    self.found(name, f"record {seq}", "is not what the record says")

    def proofs(self):
        """Of {record: [(name, text)]}."""
        found = {}
        folder = self.bundle.joinpath("proofs")
        given = [] if self.proof is None else [("your proof", self.proof)]
        for each in folder.iterdir() if folder.is_dir() else ():
            given.append((f"proofs/{each.name}", each.read_text(encoding="utf-8")))
        for name, text in given:
            try:
                found.setdefault(read_proof(text)[0] + 1, []).append((name, text))
            except (ValueError, IndexError) as error:
                self.found(name, error)
        return found

    def check_proofs(self):
        for seq, given in sorted(self.proofs().items()):
            for name, text in given:
                index, path, note = read_proof(text)
                try:
                    size, root = read_head(note, self.keys)
                except ValueError as error:
                    self.found(name, error)
                    continue
                if not proved(self.leaves.get(seq, b""), index, size, path, root):
                    self.found(name, f"does not prove record {seq}")


def read(path):
    """The text of a file that was given. Raises Unusable."""
    if not path.exists():
        raise Unusable(f"{path} does not exist.")
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise Unusable(f"{path} cannot be read: {error}.") from error


def opened(path):
    """A bundle's folder or archive. Raises Unusable."""
    if not path.exists():
        raise Unusable(f"{path} does not exist.")
    try:
        if path.is_dir():
            return path
        names = zipfile.ZipFile(path).namelist()
        odd = sorted(name for name in set(names) if names.count(name) > 1 or name.startswith("/") or ".." in name.split("/"))
        if odd:
            raise Unusable(
                f"{path} was put together by somebody else: it holds {odd[0]!r} twice, or outside of its own folder."
            )
        return zipfile.Path(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise Unusable(f"{path} is neither a folder nor a .zip: {error}.") from error


def given_text(path, check):
    """The text of an optional file, if it is of the right kind. Raises Unusable."""
    if path is None:
        return None
    text = read(path)
    try:
        check(text)
    except (ValueError, IndexError) as error:
        raise Unusable(f"{path} cannot be used: {error}.") from error
    return text


def count(number, what):
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def main(arguments=None):
    about, use, codes = __doc__.strip().split("\n\n")
    parser = argparse.ArgumentParser(description=about.partition(":")[0] + ".", epilog=f"{use} {codes}")
    parser.add_argument("bundle", nargs="?", type=Path, default=Path(__file__).resolve().parent, help="folder or .zip")
    for name, what in (
        (
            "keys",
            "the shop's public keys as it publishes them, one verifier key a line (name+id+base64); else the bundle's own",
        ),
        ("checkpoint", "a signed head that you kept earlier: the records must begin with those that it covers"),
        ("proof", "a .tlog-proof that you were given for one record: that record must be in this bundle"),
    ):
        parser.add_argument(f"--{name}", type=Path, metavar="FILE", help=what)
    given = parser.parse_args(arguments)
    try:
        check = Check(
            opened(given.bundle),
            given_text(given.keys, read_keys),
            given_text(given.checkpoint, lambda text: split_head(split_note(text)[0])),
            given_text(given.proof, read_proof),
        )
        findings = check.run()
    except Unusable as error:
        print(error, file=sys.stderr)
        return 2
    for (name, id), key in sorted(check.keys.items()):
        print(f"key {name}+{id.hex()}+{base64.b64encode(ED25519 + key).decode()}")
    print("Compare each key with the one that the shop publishes.")
    if findings:
        print(*findings[:SHOWN_AT_MOST], sep="\n")
        print(f"TAMPERED: {count(len(findings), 'finding')}")
        return 1
    heads = count(len(check.heads), "signed head")
    print(f"sound: {count(check.size, 'record')}, {check.erased} of them erased, under {heads}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
