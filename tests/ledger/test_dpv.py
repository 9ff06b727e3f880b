"""The records as ISO/IEC TS 27560 in DPV words, from the notice that is shipped."""

import json
import sqlite3
import tomllib
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.config import TEMPLATE, Settings
from kiosk.consent.decision import Act, Choice, Decision, Entry, Purpose, Shown, digest
from kiosk.consent.law import Profile
from kiosk.consent.notice import compose
from kiosk.ledger import dpv
from kiosk.ledger.export import export
from kiosk.ledger.store import Ledger, Row

from .conftest import KEY, ORIGIN, START, Book, statement, visit

OLD = Path(__file__).with_name("version-0.1.sql")
FACE = (Purpose.AGE_GROUP, Purpose.GENDER, Purpose.DWELL)
FACTS = Settings.model_validate(tomllib.loads(TEMPLATE)).facts()
PARTIES = {
    "processor": "Northlight Analytics Ltd",
    "recipients": ("Harbour Group Ltd", "Quay Statistics"),
    "recipient_countries": ("Germany",),
    "representative": "Quay Legal",
    "data_protection_officer": "dpo@harbour-motors.example",
    "policy_url": "https://harbour-motors.example/privacy",
}


def notice(tags=("en", "zh-Hans", "ar"), **facts):
    """The content of the shipped notice, of a shop that states these facts beside the example's."""
    files = {name: tomllib.loads((resources.NOTICES / "1" / f"{name}.toml").read_text()) for name in (*tags, "facts")}
    return compose("1", FACTS | facts, FACE, {tag: files[tag] for tag in tags}, files["facts"]).content()


NOTICE = notice()
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
    dpv:ConsentInvalidated dpv:RenewedConsentGiven dpv:SensitivePersonalData dpv:SpecialCategoryPersonalData
    dpv:Entity dpv:LegalEntity dpv:DataController dpv:DataProcessor dpv:ThirdParty dpv:Authority dpv:Representative
    dpv:DataProtectionOfficer dpv:hasRepresentative dpv:hasDataProtectionOfficer dpv:Law dpv:Optional dpv:Purpose dpv:Processing
    dpv:Right dpv:PersonalData dpv:AnonymisedData dpv:hasData
    pd:AgeRange pd:Gender pd:Demographic pd:FacialPrint pd:Picture ai:BiometricCategorisation
    loc:EU loc:CN loc:GB loc:US-IL loc:US-TX loc:US-NY loc:US-CA
    eu-gdpr:A9-2-a eu-gdpr:A13 eu-gdpr:A7-3 eu-gdpr:A15 eu-gdpr:A17 eu-gdpr:A77
"""
MANDATORY = """
    dct:conformsTo dct:identifier dpv:hasDataSubject dpv:hasNotice dct:language dpv:hasPurpose dpv:hasPersonalData
    dpv:hasDataController dpv:hasStorageCondition dpv:hasJurisdiction dpv:hasRecipient dpv:hasConsentControl
    dpv:hasConsentStatus kiosk:event
"""
MANDATORY_OF_A_PARTY = "@type dpv:hasIdentifier dpv:hasName schema:address schema:contactPoint dct:type"
MANDATORY_OF_AN_EVENT = "dpv:isIndicatedAtTime dpv:isIndicatedBy dpv:hasEntity dct:type dpv:hasConsentStatus"


def screen(*words, language="en", content=NOTICE):
    return Shown(digest(content), language, "portrait 1080x1920", words, (Choice.OPT_IN, Choice.OPT_OUT))


def decision(*agreed, **more):
    return Decision(FACE, agreed, screen("Yes", "No"), (screen("Age?"), screen("Time?")), **{"profile": "EU"} | more)


def write(path, *entries, contents=(NOTICE,)):
    """A ledger of these, a minute apart."""
    book = Book(path)
    ledger = book.open()
    for content in contents:
        ledger.keep_notice(digest(content), content)
    for entry in entries:
        ledger.append(entry)
        book.now += timedelta(minutes=1)
    ledger.close()


def document(path, tmp_path):
    export(path, tmp_path / "out", KEY)
    return json.loads((tmp_path / "out" / "records.jsonld").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def shop(tmp_path_factory):
    """The document of a shop where each kind of thing happened once."""
    folder = tmp_path_factory.mktemp("shop")
    entries = [
        Entry(Act.OPT_IN, visit(1), decision(Purpose.DWELL, party=2, signature="5e" * 32)),
        Entry(Act.ENDED, visit(1), why="lost"),
        Entry(Act.RENEWED, visit(1)),
        Entry(Act.WITHDRAWN, visit(1), why="receipt"),
        Entry(Act.ERASURE, visit(1), detail=statement("door")),
        Entry(Act.ERASURE, visit(1), why="unanswered", detail={"cameras": ["back"]}),
        Entry(Act.OPT_OUT, visit(2), decision()),
        Entry(Act.OPT_IN, visit(3), decision(*FACE)),
        Entry(Act.ENDED, visit(3), why="staff"),
        Entry(Act.STAFF, why="reset", by="ada"),
        Entry(Act.LAPSED, visit(4)),
    ]
    write(folder / "ledger.db", *entries)
    return document(folder / "ledger.db", folder)


def decisions(told):
    return [node for node in told["@graph"] if "dct:conformsTo" in node]


def nodes(told):
    return {node["@id"]: node for node in told["@graph"]}


def names(value):
    """Every compact name in it."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            if key in ("@id", "@type"):
                yield from each if isinstance(each, list) else [each]
            elif key not in ("@value", "@language"):
                yield from names(each)
    elif isinstance(value, list):
        for each in value:
            yield from names(each)


def ends(values):
    """What the names of these nodes end with."""
    return [each["@id"].rpartition("/")[2] for each in values]


def made(act, seq=1, of=1, minute=0, **payload):
    at = START + timedelta(minutes=minute)
    payload = {"act": act, "at": at.isoformat(timespec="minutes"), "software": "1", "visit": visit(of)} | payload
    return Row(seq, at, Act(act), visit(of), payload, f"{seq:064x}")


def said(content=NOTICE, agreed=(Purpose.DWELL,), profile="EU", **more):
    return {
        "choice": "opt_in" if agreed else "opt_out",
        "asked": list(FACE),
        "agreed": list(agreed),
        "notice": digest(content),
        "language": "en",
        "shown": "ab" * 32,
        "method": "touch",
        "profile": profile,
    } | more


# --- the document ----------------------------------------------------------------------------------------------------


def test_only_known_terms_are_used(shop):
    prefixes = shop["@context"].keys()
    for name in set(names(shop["@graph"])):
        prefix = name.partition(":")[0]
        assert name.startswith("@") or prefix in {*prefixes, "ni", "urn", "https"}, name
        assert prefix not in ("dpv", "pd", "loc", "eu-gdpr", "ai") or name in TERMS.split(), name


def test_mandatory_fields_are_there(shop):
    by_name = nodes(shop)
    assert len(by_name) == len(shop["@graph"]), "a name twice"
    for node in decisions(shop):
        for name in MANDATORY.split():
            assert node.get(name), name
        for event in node["kiosk:event"]:
            assert all(event[name] for name in MANDATORY_OF_AN_EVENT.split())
    for node in shop["@graph"]:
        if "dpv:hasName" in node:
            assert all(node[name] for name in MANDATORY_OF_A_PARTY.split())


def test_every_name_that_a_record_refers_to_is_told(shop):
    by_name = nodes(shop)
    elsewhere = ("dpv:", "loc:", "eu-gdpr:", "ai:", "https:", "urn:")

    def references(value):
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                if each.keys() == {"@id"}:
                    yield each["@id"]
                for inner in each.values():
                    yield from references(inner)

    for node in shop["@graph"]:
        for name in references(list(node.values())):
            assert name in by_name or name.startswith(elsewhere), name


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # by rdflib's own parser
def test_it_is_linked_data_that_parses(shop, tmp_path):
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    graph = rdflib.Graph()
    graph.parse(data=json.dumps(shop), format="json-ld")
    name = rdflib.URIRef(dpv.PREFIXES["dpv"] + "hasConsentStatus")
    records = set(graph.subjects(rdflib.URIRef(dpv.PREFIXES["dct"] + "conformsTo")))
    assert len(records) == len(decisions(shop)) == 5
    assert all(str(graph.value(record, name)).startswith("https://w3id.org/dpv#Consent") for record in records)
    erased = rdflib.URIRef(shop["@context"]["kiosk"] + "erased")
    assert len(list(graph.objects(None, erased / rdflib.URIRef(shop["@context"]["kiosk"] + "counts")))) == 1


# --- what was said, and what became of it ----------------------------------------------------------------------------


def test_a_yes_to_some_is_a_record_of_what_was_agreed_and_one_of_what_was_refused(shop):
    given, refused, *_ = decisions(shop)
    assert refused["@id"] == given["@id"] + "#refused"
    assert ends(given["dpv:hasPurpose"]) == ["purpose-dwell"]
    assert ends(refused["dpv:hasPurpose"]) == ["purpose-age_group", "purpose-gender"]
    for each in (given, refused):
        assert ends(each["kiosk:asked"]) == [f"purpose-{purpose}" for purpose in FACE]
    assert given["kiosk:event"][0]["dpv:hasConsentStatus"] == {"@id": "dpv:ConsentGiven"}
    assert refused["dpv:hasConsentStatus"] == {"@id": "dpv:ConsentRefused"}
    assert [each["dpv:hasConsentStatus"]["@id"] for each in refused["kiosk:event"]] == ["dpv:ConsentRefused"]
    assert "dpv:hasLegalBasis" in given and "dpv:hasLegalBasis" not in refused
    assert given["dct:identifier"] != refused["dct:identifier"]


def test_yes_to_all_and_no_to_all_are_one_record_each(shop):
    no, yes = [each for each in decisions(shop) if each["kiosk:number"] in (7, 8)]
    assert ends(no["dpv:hasPurpose"]) == ends(yes["dpv:hasPurpose"]) == [f"purpose-{purpose}" for purpose in FACE]
    assert no["dpv:hasConsentStatus"] == {"@id": "dpv:ConsentRefused"}
    assert yes["dpv:hasConsentStatus"] == {"@id": "dpv:ConsentExpired"}
    assert yes["dpv:hasLegalBasis"] == [{"@id": "dpv:ExplicitlyExpressedConsent"}, {"@id": "eu-gdpr:A9-2-a"}]
    assert "#refused" not in no["@id"] + yes["@id"]


@pytest.mark.parametrize(
    ("acts", "told"),
    [
        ([("opt_in", "")], ["ConsentGiven"]),
        ([("opt_out", "")], ["ConsentRefused"]),
        ([("opt_in", ""), ("withdrawn", ""), ("erasure", "")], ["ConsentGiven", "ConsentWithdrawn"]),
        ([("opt_in", ""), ("ended", "left")], ["ConsentGiven", "ConsentExpired"]),
        ([("opt_in", ""), ("ended", "notice")], ["ConsentGiven", "ConsentInvalidated"]),
        ([("opt_in", ""), ("ended", "lost"), ("renewed", "")], ["ConsentGiven", "ConsentExpired", "RenewedConsentGiven"]),
    ],
)
def test_past_states_are_kept(acts, told):
    (act, _), *after = acts
    agreed = FACE if act == "opt_in" else ()
    rows = [made(act, 2, why=why) for act, why in after]
    (record,) = dpv.records(made(act, **said(agreed=agreed)), rows, NOTICE, ORIGIN)
    assert [event["dpv:hasConsentStatus"]["@id"].removeprefix("dpv:") for event in record["kiosk:event"]] == told
    assert record["dpv:hasConsentStatus"] == record["kiosk:event"][-1]["dpv:hasConsentStatus"]


def test_a_later_answer_of_the_same_visit_replaces_the_earlier_one_and_leaves_its_state():
    second = made("opt_out", 2, **said(agreed=()))
    given, refused = dpv.records(made("opt_in", **said()), [made("withdrawn", 3), second], NOTICE, ORIGIN)
    assert given["dpv:hasConsentStatus"] == {"@id": "dpv:ConsentWithdrawn"}
    assert given["dct:isReplacedBy"] == refused["dct:isReplacedBy"] == {"@id": dpv.digest_name(second.hash)}


def test_a_yes_and_a_renewed_yes_say_how_long_they_are_valid(shop):
    given, lost, renewed, withdrawn = decisions(shop)[0]["kiosk:event"]
    assert given["dpv:hasDuration"] == renewed["dpv:hasDuration"] == {"@value": "PT30M", "@type": "xsd:duration"}
    assert "dpv:hasDuration" not in lost and "dpv:hasDuration" not in withdrawn
    assert given["dpv:isIndicatedAtTime"]["@value"] == "2026-11-21T12:00:00Z"


def test_who_said_it(shop):
    given, lost, _, withdrawn = decisions(shop)[0]["kiosk:event"]
    urn = "urn:uuid:00000000-0000-0000-0000-000000000001"
    assert given["dpv:isIndicatedBy"] == withdrawn["dpv:isIndicatedBy"] == {"@id": urn, "@type": "dpv:DataSubject"}
    assert {each["dpv:hasEntity"]["@id"] for each in (given, lost, withdrawn)} == {urn}
    assert lost["dpv:isIndicatedBy"] == {"@id": "kiosk:system"} and lost["kiosk:why"] == "lost"
    by_staff = next(each for each in decisions(shop) if each["kiosk:number"] == 8)["kiosk:event"][1]
    assert by_staff["dpv:isIndicatedBy"] == {"@id": "kiosk:staff"}


def test_party_signature_screens_and_what_was_erased(shop):
    given, _, no, *_ = decisions(shop)
    assert (given["kiosk:party"], given["kiosk:signature"]) == (2, "5e" * 32)
    assert not {"kiosk:party", "kiosk:signature", "kiosk:erased"} & no.keys()
    counts = [{"dct:type": "faces", "kiosk:count": 3}]
    assert given["kiosk:erased"] == [{"kiosk:number": 5, "kiosk:camera": "door", "kiosk:counts": counts}]
    screens = [nodes(shop)[each["@id"]] for each in given["kiosk:shown"]]
    wanted = [screen(*words).hash() for words in (("Age?",), ("Time?",), ("Yes", "No"))]
    assert [each["dct:identifier"] for each in screens] == wanted
    assert [each["dct:source"] for each in screens] == [f"shown/{hash}.json" for hash in wanted]


def test_a_lapse_after_an_answer_belongs_to_that_answer(tmp_path):
    write(tmp_path / "ledger.db", Entry(Act.OPT_OUT, visit(1), decision()), Entry(Act.LAPSED, visit(1)))
    assert len(decisions(document(tmp_path / "ledger.db", tmp_path))) == 1


def test_a_visit_without_an_answer_is_a_request_that_was_left(shop):
    told = decisions(shop)[-1]
    assert told["kiosk:number"] == 11
    assert told["dpv:hasConsentStatus"] == {"@id": "dpv:ConsentRequestDeferred"}
    assert told["dpv:hasDataSubject"]["@id"].endswith("000000000004")
    assert told["dpv:hasPurpose"] == told["dpv:hasNotice"] == "not stated"


# --- what the notice says --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "place"),
    [
        (Profile.CN, "loc:CN"),
        (Profile.EU, "loc:EU"),
        (Profile.UK, "loc:GB"),
        (Profile.US_IL, "loc:US-IL"),
        (Profile.US_TX, "loc:US-TX"),
        (Profile.US_NYC, "loc:US-NY"),
        (Profile.US_CA, "loc:US-CA"),
    ],
)
def test_each_profile(profile, place):
    given, refused = dpv.records(made("opt_in", **said(profile=profile.value)), [], NOTICE, ORIGIN)
    european = profile is Profile.EU
    assert given["dpv:hasJurisdiction"] == refused["dpv:hasJurisdiction"] == {"@id": place}
    assert given["dpv:hasApplicableLaw"] == {"@id": f"kiosk:law-{profile.value}"}
    assert given["dpv:hasApplicableLaw"]["@id"] in {node["@id"] for node in dpv.own()}
    assert ({"@id": "eu-gdpr:A9-2-a"} in given["dpv:hasLegalBasis"]) == european
    rights = [each["@id"] for each in given["dpv:hasRight"]]
    assert len([name for name in rights if name.startswith("kiosk:")]) == 6
    assert ("eu-gdpr:A7-3" in rights, "eu-gdpr:A77" in rights) == (european, european)
    assert ([each["@id"].endswith("#record-eu-gdpr") for each in given["dct:conformsTo"]]) == [False, True][: 1 + european]


def test_every_profile_is_in_that_table():
    assert {dpv.jurisdiction(profile.value)["@id"] for profile in Profile} == {
        *("loc:CN", "loc:EU", "loc:GB", "loc:US-IL", "loc:US-TX", "loc:US-NY", "loc:US-CA")
    }


@pytest.mark.parametrize(("profile", "told"), [("", "not stated"), ("strict", "strict"), ("USA", "USA")])
def test_what_is_no_profile_is_told_as_it_is(profile, told):
    assert dpv.jurisdiction(profile) == told
    assert dpv.records(made("opt_out", **said(agreed=(), profile=profile)), [], NOTICE, ORIGIN)[0]["dpv:hasApplicableLaw"] == (
        "not stated"
    )


def test_the_controller_alone_receives_anything_where_the_notice_says_so(shop):
    told = decisions(shop)[0]
    assert ends(told["dpv:hasRecipient"]) == ["controller"]
    assert told["kiosk:recipients"] == "none beside the controller"
    assert ends(told["dpv:hasEntity"]) == ["vendor"]
    controller = nodes(shop)[told["dpv:hasDataController"]["@id"]]
    assert (controller["dpv:hasName"], controller["@type"]) == ("Harbour Motors Ltd", "dpv:DataController")
    assert controller["schema:contactPoint"] == "privacy@harbour-motors.example"


def test_parties(tmp_path):
    content = notice(**PARTIES)
    shared = {node["@id"].rpartition("/")[2]: node for node in dpv.shared(digest(content), content, ORIGIN)}
    (told,) = dpv.records(made("opt_out", **said(content, ())), [], content, ORIGIN)
    assert ends(told["dpv:hasRecipient"]) == ["recipient-1", "recipient-2", "processor"]
    assert "kiosk:recipients" not in told and told["kiosk:recipientCountries"] == ["Germany"]
    assert {name: (shared[name]["@type"], shared[name]["dpv:hasName"]) for name in ends(told["dpv:hasRecipient"])} == {
        "recipient-1": ("dpv:ThirdParty", "Harbour Group Ltd"),
        "recipient-2": ("dpv:ThirdParty", "Quay Statistics"),
        "processor": ("dpv:DataProcessor", "Northlight Analytics Ltd"),
    }
    controller = shared["controller"]
    assert controller["schema:url"]["@value"] == PARTIES["policy_url"]
    for link, role, name in (
        ("dpv:hasRepresentative", "representative", "Quay Legal"),
        ("dpv:hasDataProtectionOfficer", "officer", "dpo@harbour-motors.example"),
    ):
        assert ends([controller[link]]) == [role] and shared[role]["dpv:hasName"] == name


def kept(shop, record):
    by_name = nodes(shop)
    return {
        by_name[each["@id"]]["dct:description"]: by_name[each["@id"]]["dpv:hasDuration"]["@value"]
        for each in record["dpv:hasStorageCondition"]
        if by_name[each["@id"]]["@type"] == "dpv:StorageDuration"
    }


def test_how_long_each_kind_stays_is_what_the_notice_says(shop):
    given, refused, no, *_ = decisions(shop)
    common = {"face_crop": "PT0S", "totals": "P12M", "answer": "P36M"}
    assert kept(shop, given) == common | {"stay": "PT30M"}
    assert kept(shop, refused) == common | {"age_group": "P1D", "gender": "P1D"}
    assert kept(shop, no) == kept(shop, given) | kept(shop, refused)
    assert "P0D" not in json.dumps(shop)
    place = nodes(shop)[given["dpv:hasStorageCondition"][0]["@id"]]
    assert (place["@type"], place["dct:description"]) == ("dpv:StorageLocation", "on_site")


def test_data_and_processing_are_those_of_the_purposes(shop):
    given, refused, *_ = decisions(shop)
    by_name = nodes(shop)
    assert ends(given["dpv:hasPersonalData"]) == ["data-face_crop", "data-stay"]
    assert ends(refused["dpv:hasPersonalData"]) == ["data-face_crop", "data-age_group", "data-gender"]
    assert ends(given["dpv:hasData"]) == ["data-totals"]
    assert (ends(given["dpv:hasProcessing"]), ends(refused["dpv:hasProcessing"])) == (
        ["method-face_detection"],
        ["method-face_estimation"],
    )
    assert "kiosk:capability" not in given
    assert refused["kiosk:capability"] == {"@id": "ai:BiometricCategorisation"}
    for each in (*given["dpv:hasPersonalData"], *refused["dpv:hasPersonalData"]):
        node = by_name[each["@id"]]
        assert node["skos:broader"] == {"@id": "dpv:SensitivePersonalData"}
        assert node["dpv:hasNecessity"] == {"@id": "dpv:Optional"}
    assert by_name[refused["dpv:hasPersonalData"][1]["@id"]]["@type"] == ["pd:AgeRange", "dpv:InferredPersonalData"]


def test_purposes_have_their_names_in_every_language(shop):
    told = nodes(shop)[decisions(shop)[0]["dpv:hasPurpose"][0]["@id"]]
    assert told["@type"] == "dpv:Purpose"
    assert {each["@language"]: each["@value"] for each in told["skos:prefLabel"]} == {
        tag: NOTICE["words"][tag]["purpose_names"]["dwell"] for tag in ("en", "zh-Hans", "ar")
    }


def test_the_notice_and_how_to_withdraw(shop):
    told = decisions(shop)[0]
    notice = nodes(shop)[told["dpv:hasNotice"]["@id"]]
    assert notice["dct:date"] == {"@value": NOTICE["terms"]["valid_from"], "@type": "xsd:date"}
    assert notice["dct:coverage"] == "Harbour Motors, 12 Quay Street, Rivertown"
    assert notice["dct:source"] == f"notices/{digest(NOTICE)}.json"
    withdrawal = nodes(shop)[told["dpv:hasConsentControl"]["@id"]]
    assert withdrawal["dpv:isExercisedAt"] == [f"the kiosk {ORIGIN}"]
    words = {each["@language"]: each["@value"] for each in withdrawal["dct:description"]}
    assert words.keys() == {"en", "zh-Hans", "ar"}
    assert words["en"].startswith("Type the code of your receipt at this kiosk")


@pytest.mark.parametrize("facts", [{}, PARTIES, {"other_way": "the door on Mill Lane"}], ids=["few", "many", "one"])
def test_the_words_on_withdrawal_are_found_whatever_else_the_notice_tells(facts):
    content = notice(**facts)
    (withdrawal,) = [node for node in dpv.shared(digest(content), content, ORIGIN) if node["@id"].endswith("/withdrawal")]
    texts = {each["@value"] for each in withdrawal["dct:description"]}
    assert len(texts) == 3
    for text in texts:
        assert text in {said[1] for words in content["words"].values() for said in words["details"]}
    assert any(text.startswith("Type the code of your receipt") for text in texts)


def test_the_address_of_the_receipt_is_told_where_the_notice_has_it():
    content = NOTICE | {"facts": NOTICE["facts"] | {"receipt_url": "https://harbour-motors.example/r"}}
    (withdrawal,) = [node for node in dpv.shared(digest(content), content, ORIGIN) if node["@id"].endswith("/withdrawal")]
    assert withdrawal["dpv:isExercisedAt"][1] == "https://harbour-motors.example/r"


# --- what is not known -----------------------------------------------------------------------------------------------


def test_what_is_not_known_is_said_to_be(tmp_path):
    bare = {"version": "1"}
    gone = Decision(FACE, (), screen("Yes"))
    write(
        tmp_path / "ledger.db",
        Entry(Act.OPT_IN, visit(1), Decision((Purpose.GENDER,), (Purpose.GENDER,), screen(content=bare))),
        Entry(Act.OPT_OUT, visit(2), gone),
        contents=[bare],
    )
    told = document(tmp_path / "ledger.db", tmp_path)
    for record in decisions(told):
        for name in ("Jurisdiction", "ApplicableLaw", "Recipient", "StorageCondition", "PersonalData", "Processing", "Right"):
            assert record[f"dpv:has{name}"] == "not stated", name
        assert record["dpv:hasPurpose"]
    assert nodes(told)[decisions(told)[0]["dpv:hasDataController"]["@id"]]["dpv:hasName"] == "not stated"
    assert "None" not in json.dumps(told)


def test_a_ledger_of_version_0_1_is_exported(tmp_path):
    path = tmp_path / "ledger.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
    Ledger(path, key=KEY, origin=ORIGIN, clock=lambda: datetime.now(UTC)).close()
    first, *_ = decisions(document(path, tmp_path))
    assert first["dpv:hasConsentStatus"] == {"@id": "dpv:ConsentRefused"}
    assert len(first["dpv:hasPurpose"]) == 1
