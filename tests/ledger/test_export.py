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

from kiosk.consent.decision import Act, Decision, Entry, Purpose, digest
from kiosk.ledger import audit, dpv, verify
from kiosk.ledger.checkpoint import parse_proof, proof_file, raw, sign_note, verifier_key
from kiosk.ledger.export import export
from kiosk.ledger.store import Ledger, LedgerError

from .conftest import ASKED, KEY, NO, NOTICE, ORIGIN, YES, Book, screen, statement, visit

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
    script = verify.__file__ if bundle.suffix == ".zip" else bundle / "verify.py"
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


# --- ISO/IEC TS 27560 ------------------------------------------------------------------------------------------------

# Terms of DPV 2.3 and its extensions that are known to exist. Its guide names others that do not.
TERMS = """
    dpv:hasIdentifier dpv:hasDataSubject dpv:Visitor dpv:Child dpv:hasNotice dpv:ConsentNotice dpv:LayeredNotice dpv:hasPurpose
    dpv:ServiceOptimisation dpv:OptimisationForController dpv:hasLegalBasis dpv:ExplicitlyExpressedConsent dpv:hasPersonalData
    dpv:InferredPersonalData dpv:hasNecessity dpv:hasDataController dpv:hasDataSource dpv:hasProcessing dpv:Collect dpv:Analyse
    dpv:Anonymise dpv:Erase dpv:hasStorageCondition dpv:StorageLocation dpv:StorageDuration dpv:StorageDeletion dpv:WithinDevice
    dpv:hasJurisdiction dpv:hasApplicableLaw dpv:hasRecipient dpv:hasConsentControl dpv:WithdrawConsent dpv:isExercisedAt
    dpv:hasRight dpv:hasAuthority dpv:hasEntity dpv:hasName dpv:isIndicatedAtTime dpv:hasDuration dpv:TemporalDuration
    dpv:UntilEventDuration dpv:isIndicatedBy dpv:DataSubject dpv:hasConsentStatus dpv:hasIndicationMethod dpv:ConsentRequested
    dpv:ConsentGiven dpv:ConsentRefused dpv:ConsentRequestDeferred dpv:ConsentWithdrawn dpv:ConsentExpired
    dpv:ConsentInvalidated dpv:RenewedConsentGiven
    pd:AgeRange pd:Gender pd:Demographic pd:FacialPrint pd:Picture
    loc:EU loc:CN loc:GB loc:US-IL eu-gdpr:A9-2-a
"""
MANDATORY = """
    dct:conformsTo dct:identifier dpv:hasDataSubject dpv:hasNotice dct:language dpv:hasPurpose dpv:hasPersonalData
    dpv:hasDataController dpv:hasStorageCondition dpv:hasJurisdiction dpv:hasRecipient dpv:hasConsentControl
    dpv:hasConsentStatus kiosk:event
"""
MANDATORY_OF_A_PARTY = "dpv:hasIdentifier dpv:hasName schema:address schema:contactPoint dct:type"
MANDATORY_OF_AN_EVENT = "dpv:isIndicatedAtTime dpv:isIndicatedBy dct:type dpv:hasConsentStatus"


@pytest.fixture(scope="session")
def document(bundle):
    return json.loads((bundle / "records.jsonld").read_text(encoding="utf-8"))


def decisions(document):
    return [node for node in document["@graph"] if "dct:conformsTo" in node]


def names(value):
    """Every compact name in it."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            if key in ("@id", "@type"):
                yield from each if isinstance(each, list) else [each]
            elif key != "@value":
                yield from names(each)
    elif isinstance(value, list):
        for each in value:
            yield from names(each)


def test_every_decision_that_has_its_content_is_there(document, filled):
    ledger = Book(filled).open(read_only=True)
    made = [row for row in ledger.rows() if "choice" in row.payload]
    ledger.close()
    assert [node["dct:identifier"] for node in decisions(document)] == [row.hash for row in made]
    assert len(made) > 250


def test_only_known_terms_are_used(document):
    prefixes = document["@context"].keys()
    for name in set(names(document["@graph"])):
        prefix = name.partition(":")[0]
        assert name.startswith("@") or prefix in {*prefixes, "ni", "urn", "https"}, name
        assert prefix not in ("dpv", "pd", "loc", "eu-gdpr") or name in TERMS.split(), name


def test_mandatory_fields_are_there(document):
    by_name = {node["@id"]: node for node in document["@graph"]}
    for node in decisions(document):
        for name in MANDATORY.split():
            assert node.get(name), name
        party = by_name[node["dpv:hasDataController"]["@id"]]
        assert all(party[name] for name in MANDATORY_OF_A_PARTY.split())
        for event in node["kiosk:event"]:
            assert all(event[name] for name in MANDATORY_OF_AN_EVENT.split())
        assert node["kiosk:event"][0]["dpv:hasDuration"]
        for name in ("dpv:hasNotice", "dpv:hasConsentControl", "dpv:hasRecipient"):
            assert node[name]["@id"] in by_name
        for name in ("dpv:hasPurpose", "dpv:hasPersonalData", "kiosk:agreed"):
            assert all(each["@id"] in by_name for each in node[name])
    assert by_name[decisions(document)[0]["dpv:hasDataController"]["@id"]]["dpv:hasName"] == "Harbour Motors Ltd"


def states(*entries):
    payloads = [{"visit": visit(1), "at": "2026-11-21T12:00+00:00", "software": "1", **entry} for entry in entries]
    said = {"notice": digest(NOTICE), "language": "en", "shown": "ab" * 32, "asked": ["dwell"], "method": "touch"}
    first = payloads[0] | said | {"choice": payloads[0]["act"], "agreed": ["dwell"] if payloads[0]["act"] == "opt_in" else []}
    told = dpv.record(1, "cd" * 32, first, payloads[1:], NOTICE, ORIGIN)
    assert told["dpv:hasConsentStatus"] == told["kiosk:event"][-1]["dpv:hasConsentStatus"]
    return [event["dpv:hasConsentStatus"]["@id"].removeprefix("dpv:") for event in told["kiosk:event"]]


@pytest.mark.parametrize(
    ("acts", "told"),
    [
        ([{"act": "opt_in"}], ["ConsentGiven"]),
        ([{"act": "opt_out"}], ["ConsentRefused"]),
        ([{"act": "opt_in"}, {"act": "withdrawn"}, {"act": "erasure"}], ["ConsentGiven", "ConsentWithdrawn"]),
        ([{"act": "opt_in"}, {"act": "ended", "why": "left"}], ["ConsentGiven", "ConsentExpired"]),
        ([{"act": "opt_in"}, {"act": "ended", "why": "notice"}], ["ConsentGiven", "ConsentInvalidated"]),
        (
            [{"act": "opt_in"}, {"act": "ended", "why": "lost"}, {"act": "renewed"}],
            ["ConsentGiven", "ConsentExpired", "RenewedConsentGiven"],
        ),
    ],
)
def test_past_states_are_kept(acts, told):
    assert states(*acts) == told


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        ("eu", {"@id": "loc:EU"}),
        ("uk", {"@id": "loc:GB"}),
        ("cn", {"@id": "loc:CN"}),
        ("us-il", {"@id": "loc:US-IL"}),
        ("", "not stated"),
        ("strict", "strict"),
    ],
)
def test_jurisdiction(profile, told):
    assert dpv.jurisdiction(profile) == told


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # by rdflib's own parser
def test_it_is_linked_data_that_parses(bundle, document):
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    graph = rdflib.Graph()
    graph.parse(bundle / "records.jsonld", format="json-ld")
    name = rdflib.URIRef(dpv.PREFIXES["dpv"] + "hasConsentStatus")
    records = set(graph.subjects(rdflib.URIRef(dpv.PREFIXES["dct"] + "conformsTo")))
    assert len(records) == len(decisions(document))
    assert all(str(graph.value(record, name)).startswith("https://w3id.org/dpv#Consent") for record in records)


def test_what_is_not_known_is_said_to_be(tmp_path):
    book = Book(tmp_path / "ledger.db")
    ledger = book.open()
    bare = {"version": "1"}
    ledger.keep_notice(digest(bare), bare)
    ledger.append(Entry(Act.OPT_IN, visit(1), Decision((Purpose.GENDER,), (Purpose.GENDER,), screen(notice=digest(bare)))))
    ledger.append(Entry(Act.OPT_OUT, visit(2), Decision(ASKED, (), screen(notice="ab" * 32))))
    ledger.close()
    export(book.path, tmp_path / "out", KEY)
    told = (tmp_path / "out" / "records.jsonld").read_text()
    assert '"dpv:hasName":"not stated"' in told and '"dpv:hasJurisdiction":"not stated"' in told
    assert "None" not in told


def test_a_ledger_of_version_0_1_is_exported(tmp_path):
    path = tmp_path / "ledger.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
    Ledger(path, key=KEY, origin=ORIGIN).close()
    export(path, tmp_path / "out", KEY)
    assert check(tmp_path / "out")[0] == 0
    first, *_ = decisions(json.loads((tmp_path / "out" / "records.jsonld").read_text()))
    assert first["dpv:hasConsentStatus"] == {"@id": "dpv:ConsentRefused"}
    assert len(first["dpv:hasPurpose"]) == 1


def test_a_kiosk_that_goes_on_meanwhile_does_not_spoil_the_export(tmp_path, monkeypatch):
    book = Book(tmp_path / "ledger.db")
    ledger = book.open()
    ledger.keep_notice(digest(NOTICE), NOTICE)
    for number in range(20):
        ledger.append(Entry(Act.OPT_IN, visit(number), YES))
    shared = dpv.shared

    def meanwhile(*of):
        ledger.append(Entry(Act.OPT_OUT, visit(99), NO))
        return shared(*of)

    monkeypatch.setattr(dpv, "shared", meanwhile)
    assert export(book.path, tmp_path / "out", KEY) == 20
    ledger.close()
    assert check(tmp_path / "out")[0] == 0
