import hashlib
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.consent.decision import Act, Entry, digest
from kiosk.ledger import audit, dpv, verify
from kiosk.ledger.checkpoint import Checkpoint, parse_proof, proof_file, raw, sign_note, verifier_key
from kiosk.ledger.export import export
from kiosk.ledger.store import Ledger, LedgerError

from .conftest import KEY, NO, NOTICE, ORIGIN, YES, Book, statement, visit

OLD = Path(__file__).with_name("version-0.1.sql")


@pytest.fixture(scope="session")
def bundle(filled, tmp_path_factory):
    """The filled ledger's. Copy it before you change it."""
    out = tmp_path_factory.mktemp("export") / "bundle"
    export(filled, out, KEY)
    return out


@pytest.fixture
def bundle_copy(bundle, tmp_path):
    return Path(shutil.copytree(bundle, tmp_path / "bundle"))


def check(bundle, *options):
    """Run the bundle's own verifier in a Python without site packages: (exit code, output)."""
    return check_of(bundle, *options, script=verify.__file__ if bundle.suffix == ".zip" else bundle / "verify.py")


def check_of(bundle, *options, script=verify.__file__):
    command = [sys.executable, "-I", "-S", str(script), str(bundle), *map(str, options)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def sign_again(bundle, key=KEY):
    """The manifest as the key's owner would write it over what is there now."""
    paths = [path for path in sorted(bundle.rglob("*")) if path.is_file() and path.name != "MANIFEST"]
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(bundle)}\n" for path in paths]
    (bundle / "MANIFEST").write_text(sign_note("".join([f"{verify.TITLE}\n", *lines]), ORIGIN, key))


# --- the bundle ------------------------------------------------------------------------------------------------------


def test_an_untouched_bundle_is_sound(bundle, filled):
    code, said = check(bundle)
    assert (code, said.splitlines()[-1]) == (0, "sound: 285 records, 4 of them erased, under 3 signed heads")
    assert {path.name for path in bundle.iterdir()} == {
        "MANIFEST",
        "README",
        "checkpoint",
        "checkpoints.jsonl",
        "keys.txt",
        "notices",
        "notices.jsonl",
        "proofs",
        "records.jsonl",
        "records.jsonld",
        "shown",
        "statements.jsonl",
        "verify.py",
    }


def test_an_archive_is_the_same(filled, tmp_path, bundle):
    out = tmp_path / "bundle.zip"
    export(filled, out, KEY)
    assert check(out)[0] == 0
    with zipfile.ZipFile(out) as archive:
        names = {name for name in archive.namelist() if name not in ("MANIFEST", "records.jsonld")}
        assert all(archive.read(name) == (bundle / name).read_bytes() for name in names)


@pytest.mark.parametrize("name", ["records.jsonld", "/beside.txt", "../beside.txt"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_that_was_added_to_is_refused(filled, tmp_path, name):
    out = tmp_path / "bundle.zip"
    export(filled, out, KEY)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, "{}")
    code, said = check(out)
    assert (code, "was put together by somebody else" in said) == (2, True)


def test_every_record_is_there_as_it_was_hashed(bundle, filled):
    ledger = Book(filled).open(read_only=True)
    lines = [json.loads(line) for line in (bundle / "records.jsonl").read_text().splitlines()]
    assert [(line["seq"], line["leaf"]) for line in lines] == [(seq, leaf.hex()) for seq, _, _, leaf in ledger.raw()]
    assert {line["seq"]: json.loads(line["payload"]) for line in lines if "payload" in line} == {
        row.seq: row.payload for row in ledger.rows()
    }
    ledger.close()


@settings(max_examples=80)
@given(data=st.data())
def test_any_changed_byte_is_found(bundle, data):
    files = sorted(path.relative_to(bundle) for path in bundle.rglob("*") if path.is_file())
    name = data.draw(st.sampled_from(files))
    original = (bundle / name).read_bytes()
    place = data.draw(st.integers(0, len(original) - 1))
    changed = bytearray(original)
    changed[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        (bundle / name).write_bytes(changed)
        try:
            found = verify.Check(bundle).run()
        except verify.Unusable:
            return
    finally:
        (bundle / name).write_bytes(original)
    assert found


def edit(bundle, name, change):
    lines = [json.loads(line) for line in (bundle / name).read_text().splitlines()]
    changed = change(lines)
    lines = lines if changed is None else changed
    (bundle / name).write_text("".join(json.dumps(line, sort_keys=True, separators=(",", ":")) + "\n" for line in lines))


def say_yes(lines):
    line = lines[40]
    line["payload"] = line["payload"].replace("opt_out", "opt_in")


def say_yes_with_a_leaf(lines):
    say_yes(lines)
    line = lines[40]
    line["leaf"] = hashlib.sha256(b"\0" + bytes.fromhex(line["salt"]) + line["payload"].encode()).hexdigest()


def forget(lines):
    lines[40] = {"seq": 41, "leaf": lines[40]["leaf"]}


FORGERIES = {
    "a no became a yes": ("records.jsonl", say_yes, "record 41: content, salt or leaf was altered"),
    "and its leaf too": ("records.jsonl", say_yes_with_a_leaf, "are not those that it signed"),
    "a record went": ("records.jsonl", lambda lines: lines[:40] + lines[41:], "one is missing, added or moved"),
    "two changed places": ("records.jsonl", lambda lines: [*lines[:9], lines[10], lines[9], *lines[11:]], "line 10"),
    "the end went": ("records.jsonl", lambda lines: lines[:270], "the end was cut off"),
    "one came": ("records.jsonl", lambda lines: [*lines, lines[-1] | {"seq": len(lines) + 1}], "is under no signed head"),
    "content went": ("records.jsonl", forget, "record 41: is erased and no record says so"),
    "the newest head went": ("checkpoints.jsonl", lambda lines: lines[:-1], "is under no signed head"),
    "a statement changed": ("statements.jsonl", lambda lines: lines[0].update(camera="other"), "is not what the record says"),
    "a notice was changed": ("notices.jsonl", lambda lines: lines[0].update(profile="UK"), "is not what the record says"),
    "a notice went": ("notices.jsonl", lambda lines: [], "is not what the record says"),
    "a statement went": ("statements.jsonl", lambda lines: [], "is not what the record says"),
}


@pytest.mark.parametrize("case", FORGERIES)
def test_a_manifest_signed_anew_does_not_hide_what_the_tree_shows(bundle_copy, case):
    name, change, told = FORGERIES[case]
    edit(bundle_copy, name, change)
    code, said = check(bundle_copy)
    assert code == 1 and f"{name}: was altered after it was exported" in said
    sign_again(bundle_copy)
    code, said = check(bundle_copy)
    assert (code, told in said) == (1, True), said


def test_copies_are_checked_against_the_records(bundle_copy):
    for folder in ("shown", "notices"):
        for path in sorted((bundle_copy / folder).iterdir()):
            original = path.read_bytes()
            path.write_bytes(original + b" ")
            sign_again(bundle_copy)
            assert "does not fit its hash" in check(bundle_copy)[1]
            path.unlink()
            sign_again(bundle_copy)
            assert re.search(r"is missing; record \d+ refers to it", check(bundle_copy)[1])
            path.write_bytes(original)
            break


def test_files_that_came_or_went(bundle_copy):
    (bundle_copy / "README").unlink()
    (bundle_copy / "letter.txt").write_text("Dear auditor")
    code, said = check(bundle_copy)
    assert code == 1
    assert "README: is missing" in said and "letter.txt: was added" in said


def test_another_key_is_no_proof(bundle_copy, tmp_path):
    stranger = Ed25519PrivateKey.generate()
    keys = tmp_path / "keys.txt"
    keys.write_text(f"{verifier_key(ORIGIN, stranger.public_key())}\n")
    code, said = check(bundle_copy, "--keys", keys)
    assert code == 1 and "none of the keys signed it" in said
    keys.write_text(f"{verifier_key(ORIGIN, KEY.public_key())}\n")
    assert check(bundle_copy, "--keys", keys)[0] == 0


def test_a_head_that_was_kept_elsewhere(filled, tmp_path):
    older, newer = tmp_path / "older.db", tmp_path / "newer.db"
    for path in (older, newer):
        shutil.copy(filled, path)
    ledger = Book(newer).open()
    ledger.append(Entry(Act.LAPSED, visit(900)))
    kept = tmp_path / "kept"
    kept.write_text(ledger.head())
    ledger.append(Entry(Act.LAPSED, visit(901)))
    ledger.close()
    for path in (older, newer):
        export(path, path.with_suffix(""), KEY)
    assert check(newer.with_suffix(""), "--checkpoint", kept)[0] == 0
    code, said = check(older.with_suffix(""), "--checkpoint", kept)
    assert code == 1 and "the end was cut off" in said


def test_a_proof_is_checked(bundle, filled, tmp_path):
    ledger = Book(filled).open(read_only=True)
    index, hashes, note = parse_proof(ledger.prove(77))
    ledger.close()
    proof = tmp_path / "77.tlog-proof"
    proof.write_text(proof_file(index, hashes, note))
    assert check(bundle, "--proof", proof)[0] == 0
    proof.write_text(proof_file(index + 1, hashes, note))
    code, said = check(bundle, "--proof", proof)
    assert code == 1 and "your proof: does not prove record 78" in said


@pytest.mark.parametrize("option", ["--checkpoint", "--proof", "--keys"])
def test_files_that_were_given_and_are_none(bundle, tmp_path, option):
    for name, content, told in (
        ("missing", None, "does not exist."),
        ("letter", "Dear auditor\n", "cannot be used: "),
        ("empty", "", "cannot be used: "),
        ("note", "Dear auditor\n\n— shop AAAA\n", "cannot be used: "),
    ):
        path = tmp_path / name
        if content is not None:
            path.write_text(content)
        code, said = check(bundle, option, path)
        assert (code, str(path) in said, told in said) == (2, True, True), said
        assert "TAMPERED" not in said and str(bundle) not in said


def test_a_bundle_that_is_not_there(tmp_path):
    code, said = check_of(tmp_path / "nowhere")
    assert (code, said) == (2, f"{tmp_path / 'nowhere'} does not exist.\n")
    (tmp_path / "letter").write_text("Dear auditor")
    code, said = check_of(tmp_path / "letter")
    assert code == 2 and "neither a folder nor a .zip" in said


def test_a_head_that_no_given_key_signed_is_compared_with_nothing(bundle, tmp_path):
    head = Checkpoint(ORIGIN, 10_000, bytes(32)).sign(Ed25519PrivateKey.generate())
    (tmp_path / "kept").write_text(head)
    code, said = check(bundle, "--checkpoint", tmp_path / "kept")
    assert code == 1 and "your head: none of the keys signed it" in said and "cut off" not in said
    assert "TAMPERED: 1 finding\n" in said


def test_the_whole_key_line_is_printed_to_compare(bundle):
    (line,) = (bundle / "keys.txt").read_text().splitlines()
    assert check(bundle)[1].splitlines()[0] == f"key {line}"


def test_help_says_what_each_option_is_for(bundle):
    _, said = check(bundle, "--help")
    words = " ".join(said.split())
    for option, told in (("keys", "name+id+base64"), ("checkpoint", "kept earlier"), ("proof", "must be in this bundle")):
        assert re.search(rf"--{option} FILE [^-]*.*{re.escape(told)}", words)
    assert "0 sound, 1 tampered, 2" in words


@pytest.mark.parametrize("spoil", [lambda path: shutil.rmtree(path), lambda path: (path / "MANIFEST").unlink()])
def test_what_is_no_bundle(bundle_copy, spoil):
    spoil(bundle_copy)
    done = subprocess.run(
        [sys.executable, "-I", "-S", verify.__file__, bundle_copy], capture_output=True, text=True, timeout=30
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_bundle_is_never_written_over(filled, tmp_path):
    (tmp_path / "there").write_text("mine")
    with pytest.raises(LedgerError, match="exists already"):
        export(filled, tmp_path / "there", KEY)
    assert (tmp_path / "there").read_text() == "mine"


def test_an_export_that_fails_leaves_nothing(tmp_path):
    book = Book(tmp_path / "ledger.db", key=None)
    ledger = book.open()
    ledger.append(Entry(Act.LAPSED, visit(1)))
    with pytest.raises(LedgerError, match="no signed head yet"):
        export(book.path, tmp_path / "out", KEY)
    ledger.close()
    assert {path.name for path in tmp_path.iterdir()} == {"ledger.db"}


def test_a_deletion_statement_that_its_camera_did_not_sign(tmp_path):
    book = Book(tmp_path / "ledger.db")
    ledger = book.open()
    ledger.append(Entry(Act.ERASURE, visit(1), detail=statement("door", key=KEY)))
    ledger.append(Entry(Act.ERASURE, visit(1), detail=statement("door") | {"key": "", "signature": ""}))
    ledger.close()
    told = "record 1: the camera's signature does not fit what it said that it erased"
    assert [str(finding) for finding in audit.verify(book.path, [KEY.public_key()]).findings] == [f"records, {told}"]
    export(book.path, tmp_path / "out", KEY)
    code, said = check(tmp_path / "out")
    assert code == 1 and told in said


def test_the_readme_tells_every_act_and_what_a_record_holds(bundle):
    text = " ".join((bundle / "README").read_text(encoding="utf-8").split())
    for act in Act:
        assert re.search(rf"\b{act}\b", text), act
    assert "No record holds a visitor's name, picture, face or device; a reset names the staff account." in text
    assert "the language, the screen, and the no." in text
    assert "{}: it held nothing" in text


def test_a_notice_that_came_into_force_is_told_with_all_that_the_shop_said(tmp_path):
    book = Book(tmp_path / "ledger.db")
    ledger = book.open()
    ledger.keep_notice(digest(NOTICE), NOTICE)
    detail = {"notice": digest(NOTICE), "version": "1", "profile": "EU", "assessment": {"id": "PIA-1", "made": "2026-10-01"}}
    ledger.append(Entry(Act.LAPSED, visit(1)))
    ledger.append(Entry(Act.NOTICE, detail=detail))
    ledger.close()
    export(book.path, tmp_path / "out", KEY)
    (line,) = (tmp_path / "out" / "notices.jsonl").read_text().splitlines()
    assert json.loads(line) == {"seq": 2, "at": "2026-11-21T12:00+00:00"} | detail
    assert check(tmp_path / "out")[0] == 0


# --- Ed25519 in plain Python -----------------------------------------------------------------------------------------

RFC_8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
]


@pytest.mark.parametrize(("key", "text", "signature"), RFC_8032)
def test_signatures_of_the_rfc(key, text, signature):
    assert verify.signed(*map(bytes.fromhex, (key, text, signature)))


@settings(max_examples=30)
@given(seed=st.binary(min_size=32, max_size=32), text=st.binary(max_size=99), data=st.data())
def test_signatures_that_cryptography_makes(seed, text, data):
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = raw(key.public_key()), key.sign(text)
    assert verify.signed(public, text, signature)
    bit = data.draw(st.integers(0, 511))
    changed = bytearray(signature)
    changed[bit // 8] ^= 1 << bit % 8
    assert not verify.signed(public, text, bytes(changed))
    assert not verify.signed(public, text + b"x", signature)


def test_a_second_spelling_of_a_signature_is_refused():
    signature = KEY.sign(b"x")
    other = signature[:32] + (int.from_bytes(signature[32:], "little") + verify.L).to_bytes(32, "little")
    assert not verify.signed(raw(KEY.public_key()), b"x", other)


# --- other ledgers ---------------------------------------------------------------------------------------------------


def test_every_decision_and_every_lapse_that_has_its_content_is_told_in_linked_data(bundle, filled):
    ledger = Book(filled).open(read_only=True)
    made = [row.hash for row in ledger.rows() if "choice" in row.payload or row.act is Act.LAPSED]
    ledger.close()
    document = json.loads((bundle / "records.jsonld").read_text(encoding="utf-8"))
    told = [node["dct:identifier"] for node in document["@graph"] if "dct:conformsTo" in node]
    assert [name for name in told if not name.endswith("#refused")] == made
    assert len(made) > 250


def test_a_ledger_of_version_0_1_is_exported(tmp_path):
    path = tmp_path / "ledger.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
    Ledger(path, key=KEY, origin=ORIGIN).close()
    export(path, tmp_path / "out", KEY)
    assert check(tmp_path / "out")[0] == 0


def test_a_kiosk_that_goes_on_meanwhile_does_not_spoil_the_export(tmp_path, monkeypatch):
    book = Book(tmp_path / "ledger.db")
    ledger = book.open()
    ledger.keep_notice(digest(NOTICE), NOTICE)
    for number in range(20):
        ledger.append(Entry(Act.OPT_IN, visit(number), YES))
    own = dpv.own

    def meanwhile():
        ledger.append(Entry(Act.OPT_OUT, visit(99), NO))
        return own()

    monkeypatch.setattr(dpv, "own", meanwhile)
    assert export(book.path, tmp_path / "out", KEY) == 20
    ledger.close()
    assert check(tmp_path / "out")[0] == 0
