"""A decision in the words of ISO/IEC TS 27560:2023, as JSON-LD with the Data Privacy Vocabulary (DPV 2.3).

What several records share (parties, retention, purposes, rights) is told once per notice, under a name of its own.
What a notice does not say is "not stated": nothing is made up here.
"""

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from kiosk.consent.decision import Act, Choice, Purpose
from kiosk.consent.law import LAWS, Profile
from kiosk.consent.notice import FROM_FACES, Data
from kiosk.ledger.store import YES, Row

CONFORMS_TO = "https://w3id.org/dpv/schema/dpv-27560#record"
CONFORMS_TO_GDPR = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr"
NOT_STATED = "not stated"
PREFIXES = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "loc": "https://w3id.org/dpv/loc#",
    "ai": "https://w3id.org/dpv/ai#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

STATES = {
    Act.OPT_IN: "dpv:ConsentGiven",
    Act.RENEWED: "dpv:RenewedConsentGiven",
    Act.OPT_OUT: "dpv:ConsentRefused",
    Act.WITHDRAWN: "dpv:ConsentWithdrawn",
    Act.ENDED: "dpv:ConsentExpired",
    Act.LAPSED: "dpv:ConsentRequestDeferred",
}
DATA = {
    Data.FACE_CROP: ["pd:Picture"],
    Data.AGE_GROUP: ["pd:AgeRange", "dpv:InferredPersonalData"],
    Data.GENDER: ["pd:Gender", "dpv:InferredPersonalData"],
}
ESTIMATED = (Purpose.AGE_GROUP, Purpose.GENDER)
PROCESSING = ("dpv:Collect", "dpv:Analyse", "dpv:Anonymise", "dpv:Erase")
GDPR_RIGHTS = {"know": "A13", "withdraw": "A7-3", "copy": "A15", "delete": "A17", "complain": "A77"}
LOCATIONS = {profile: profile.value for profile in Profile} | {Profile.UK: "GB", Profile.US_NYC: "US-NY"}
ROLES = {
    "controller": "dpv:DataController",
    "processor": "dpv:DataProcessor",
    "recipient": "dpv:ThirdParty",
    "vendor": "dpv:LegalEntity",
    "representative": "dpv:Representative",
    "officer": "dpv:DataProtectionOfficer",
    "authority": "dpv:Authority",
}


def context(origin: str) -> dict[str, str]:
    """The prefixes, and one for names of this ledger's own (RFC 4151)."""
    return PREFIXES | {"kiosk": f"tag:{origin.partition('/')[0]},2026:consent-kiosk/"}


def own() -> Iterator[dict[str, Any]]:
    """What records of every notice refer to. DPV has no law for some of the profiles, so each has a name of this kind."""
    yield {"@id": "kiosk:system", "@type": "dpv:Entity", "dct:description": "the kiosk by itself: time, doubt or a fault"}
    yield {"@id": "kiosk:staff", "@type": "dpv:Entity", "dct:description": "the shop's staff"}
    for profile, law in LAWS.items():
        yield {"@id": f"kiosk:law-{profile}", "@type": "dpv:Law", "dct:title": f"{profile}: {law.name}"}


def screen(hash: str) -> dict[str, Any]:
    """What was on the screen. hash: of the copy, hex."""
    return {"@id": digest_name(hash), "dct:identifier": hash, "dct:source": f"shown/{hash}.json"}


def shared(hash: str, notice: dict[str, Any], origin: str) -> Iterator[dict[str, Any]]:
    """What every record under this notice refers to. hash: the notice's, hex; notice: its content."""
    facts, terms = notice.get("facts") or {}, notice.get("terms") or {}
    date = terms.get("valid_from")
    yield {
        "@id": digest_name(hash),
        "@type": ["dpv:ConsentNotice", "dpv:LayeredNotice"],
        "dct:identifier": hash,
        "dct:source": f"notices/{hash}.json",
        "dct:hasVersion": str(notice.get("version", NOT_STATED)),
        "dct:date": {"@value": date, "@type": "xsd:date"} if date else NOT_STATED,
        "dct:coverage": ", ".join(facts[name] for name in ("store", "address") if facts.get(name)) or NOT_STATED,
        "dct:language": sorted(notice.get("words") or [NOT_STATED]),
    }
    yield from _parties(hash, facts)
    for kind, period in terms.get("retention", {}).items():
        yield {
            "@id": _name(hash, f"{kind}-kept"),
            "@type": "dpv:StorageDuration",
            "dct:description": kind,
            "dpv:hasDuration": _duration(period),
        }
    if "storage" in terms:
        yield {
            "@id": _name(hash, "storage"),
            "@type": "dpv:StorageLocation",
            "dct:description": terms["storage"],
            "skos:broader": {"@id": "dpv:WithinDevice"},
        }
    address = facts.get("receipt_url")
    yield {
        "@id": _name(hash, "withdrawal"),
        "@type": "dpv:WithdrawConsent",
        "dpv:isExercisedAt": [f"the kiosk {origin}", *([address] if address else [])],
        "dct:description": _words(_told(notice, "withdrawal")),
    }
    for right in terms.get("rights", ()):
        yield {"@id": _name(hash, f"right-{right}"), "@type": "dpv:Right", "dct:description": right}
    yield from _purposes(hash, notice)


def _parties(hash: str, facts: dict[str, Any]) -> Iterator[dict[str, Any]]:
    controller = _party(hash, "controller", facts.get("controller"))
    controller |= {
        "schema:address": facts.get("address") or NOT_STATED,
        "schema:contactPoint": facts.get("contact") or NOT_STATED,
    }
    if facts.get("policy_url"):
        controller["schema:url"] = {"@value": facts["policy_url"], "@type": "xsd:anyURI"}
    for role, fact, link in (
        ("representative", "representative", "dpv:hasRepresentative"),
        ("officer", "data_protection_officer", "dpv:hasDataProtectionOfficer"),
    ):
        if facts.get(fact):
            controller[link] = _at(hash, role)
            yield _party(hash, role, facts[fact])
    yield controller
    yield _party(hash, "authority", facts.get("authority"))
    for role in ("vendor", "processor"):
        if facts.get(role):
            yield _party(hash, role, facts[role])
    for number, name in enumerate(facts.get("recipients", ()), 1):
        yield _party(hash, "recipient", name, f"-{number}")


def _purposes(hash: str, notice: dict[str, Any]) -> Iterator[dict[str, Any]]:
    handling = (notice.get("terms") or {}).get("purposes", {})
    words = notice.get("words") or {}
    for purpose in Purpose:
        names = {tag: said.get("purpose_names", {}).get(purpose) for tag, said in words.items()}
        told = {
            "@id": _name(hash, f"purpose-{purpose}"),
            "@type": "dpv:Purpose",
            "dct:identifier": purpose,
            "skos:broader": {"@id": "dpv:OptimisationForController"},
        }
        if any(names.values()):
            told["skos:prefLabel"] = _words(names)
        if handling.get(purpose, {}).get("necessity") == "optional":
            told["dpv:hasNecessity"] = {"@id": "dpv:Optional"}
        yield told
    for kind in sorted({kind for each in handling.values() for kind in each["data"]}):
        told = {"@id": _name(hash, f"data-{kind}"), "dct:identifier": kind}
        if kind == Data.TOTALS:
            yield told | {"@type": "dpv:AnonymisedData"}
            continue
        told["@type"] = DATA.get(kind, ["dpv:PersonalData"])
        if kind in FROM_FACES:
            told["skos:broader"] = {"@id": "dpv:SensitivePersonalData"}
        if all(each["necessity"] == "optional" for each in handling.values() if kind in each["data"]):
            told["dpv:hasNecessity"] = {"@id": "dpv:Optional"}
        yield told
    for method in sorted({each["method"] for each in handling.values()}):
        yield {
            "@id": _name(hash, f"method-{method}"),
            "@type": "dpv:Processing",
            "dct:identifier": method,
            "skos:broader": [{"@id": each} for each in PROCESSING],
        }


def records(row: Row, later: Iterable[Row], notice: dict[str, Any] | None, origin: str) -> list[dict[str, Any]]:
    """One decision as a 27560 record; as two where only some of the purposes got a yes, the second for those refused.

    later: the rows of the same visit after it; notice: the content, if it was kept.
    """
    payload = row.payload
    asked = payload.get("asked", payload.get("purposes", []))  # version 0.1 asked for all of them at once
    yes = payload["choice"] == Choice.OPT_IN
    agreed = payload.get("agreed", asked) if yes else []
    refused = [purpose for purpose in asked if purpose not in agreed]
    after, replaced = _until_replaced(later)
    told = []
    if yes:
        told.append(_record(row, "", agreed, asked, notice or {}, origin) | _outcome(row, after, Act.OPT_IN, notice or {}))
        told[0]["dpv:hasLegalBasis"] = [{"@id": "dpv:ExplicitlyExpressedConsent"}]
        if _profile(payload) is Profile.EU:
            told[0]["dpv:hasLegalBasis"].append({"@id": "eu-gdpr:A9-2-a"})
    if refused or not yes:
        mine = [] if yes else after
        suffix = "#refused" if yes else ""
        told.append(_record(row, suffix, refused, asked, notice or {}, origin) | _outcome(row, mine, Act.OPT_OUT, notice or {}))
    if replaced:
        for each in told:
            each["dct:isReplacedBy"] = {"@id": digest_name(replaced.hash)}
    return told


def lapsed(row: Row, origin: str) -> dict[str, Any]:
    """A visit without an answer as a 27560 record. The ledger keeps no more of it than that it was."""
    names = ("Notice", "Purpose", "PersonalData", "DataController", "StorageCondition", "Jurisdiction", "Recipient")
    unknown = {f"dpv:has{name}": NOT_STATED for name in (*names, "ConsentControl")}
    return {**_head(row, "", origin), **unknown, "dct:language": NOT_STATED, **_outcome(row, [], Act.LAPSED, {})}


def jurisdiction(profile: str) -> Any:
    """EU -> loc:EU, US-IL -> loc:US-IL, UK -> loc:GB, US-NYC -> loc:US-NY; what is no profile is told as it is."""
    known = _profile({"profile": profile})
    return {"@id": f"loc:{LOCATIONS[known]}"} if known else profile or NOT_STATED


def digest_name(hash: str) -> str:
    """The RFC 6920 name of a SHA-256 in hex."""
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(hash)).decode().rstrip('=')}"


def _head(row: Row, suffix: str, origin: str) -> dict[str, Any]:
    conforms = [{"@id": CONFORMS_TO}]
    if _profile(row.payload) is Profile.EU:
        conforms.append({"@id": CONFORMS_TO_GDPR})
    return {
        "@id": digest_name(row.hash) + suffix,
        "dct:conformsTo": conforms,
        "dct:identifier": row.hash + suffix,
        "kiosk:number": row.seq,
        "kiosk:ledger": origin,
        "dpv:hasDataSubject": {"@id": _urn(row), "@type": "dpv:Visitor"},
    }


def _record(
    row: Row, suffix: str, purposes: Sequence[str], asked: Sequence[str], notice: dict[str, Any], origin: str
) -> dict[str, Any]:
    """What does not change after the decision. purposes: those of the asked ones that this record is about."""
    payload, hash = row.payload, row.payload["notice"]
    facts, terms = notice.get("facts") or {}, notice.get("terms") or {}
    handling = [terms["purposes"][purpose] for purpose in purposes if purpose in terms.get("purposes", {})]
    kinds = list(dict.fromkeys(kind for each in handling for kind in each["data"]))
    kept = [kind for kind in (*kinds, Data.ANSWER) if kind in terms.get("retention", {})]
    methods = list(dict.fromkeys(each["method"] for each in handling))
    profile = _profile(payload)
    told = _head(row, suffix, origin) | {
        "dpv:hasNotice": {"@id": digest_name(hash)},
        "kiosk:shown": [{"@id": digest_name(each)} for each in (*payload.get("before", ()), payload["shown"])],
        "dct:language": payload["language"],
        "dpv:hasPurpose": [_at(hash, f"purpose-{each}") for each in purposes],
        "kiosk:asked": [_at(hash, f"purpose-{each}") for each in asked],
        "dpv:hasPersonalData": [_at(hash, f"data-{kind}") for kind in kinds if kind != Data.TOTALS] or NOT_STATED,
        "dpv:hasData": [_at(hash, f"data-{kind}") for kind in kinds if kind == Data.TOTALS],
        "dpv:hasDataController": _at(hash, "controller"),
        "dpv:hasEntity": [_at(hash, role) for role in ("vendor", "processor") if facts.get(role)],
        "dpv:hasProcessing": [_at(hash, f"method-{method}") for method in methods] or NOT_STATED,
        "dpv:hasStorageCondition": [
            *([_at(hash, "storage")] if "storage" in terms else []),
            *(_at(hash, f"{kind}-kept") for kind in kept),
        ]
        or NOT_STATED,
        "dpv:hasJurisdiction": jurisdiction(payload.get("profile", "")),
        "dpv:hasApplicableLaw": {"@id": f"kiosk:law-{profile}"} if profile else NOT_STATED,
        "dpv:hasAuthority": _at(hash, "authority"),
        "dpv:hasConsentControl": _at(hash, "withdrawal"),
        "dpv:hasIndicationMethod": payload.get("method", NOT_STATED),
        "dpv:hasRight": _rights(hash, terms, profile),
        **_recipients(hash, facts),
    }
    if any(purpose in ESTIMATED for purpose in purposes):
        told["kiosk:capability"] = {"@id": "ai:BiometricCategorisation"}
    told |= {f"kiosk:{name}": payload[name] for name in ("party", "signature") if name in payload}
    return {name: value for name, value in told.items() if value != []}


def _recipients(hash: str, facts: dict[str, Any]) -> dict[str, Any]:
    if not {"recipients", "processor"} & facts.keys():
        return {"dpv:hasRecipient": NOT_STATED}
    others = [_at(hash, f"recipient-{number}") for number, _ in enumerate(facts.get("recipients", ()), 1)]
    others += [_at(hash, "processor")] if facts.get("processor") else []
    if others:
        return {"dpv:hasRecipient": others, "kiosk:recipientCountries": list(facts.get("recipient_countries", ()))}
    return {"dpv:hasRecipient": [_at(hash, "controller")], "kiosk:recipients": "none beside the controller"}


def _rights(hash: str, terms: dict[str, Any], profile: Profile | None) -> Any:
    rights = terms.get("rights", ())
    told = [_at(hash, f"right-{right}") for right in rights]
    if profile is Profile.EU:
        told += [{"@id": f"eu-gdpr:{GDPR_RIGHTS[right]}"} for right in rights if right in GDPR_RIGHTS]
    return told or NOT_STATED


def _outcome(row: Row, after: Sequence[Row], first: Act, notice: dict[str, Any]) -> dict[str, Any]:
    """What was said, what became of it, and what the cameras erased."""
    minutes = (notice.get("facts") or {}).get("visit_minutes")
    until = _duration(f"PT{minutes}M") if minutes else {"@type": "dpv:UntilEventDuration"}
    valid = {Act.OPT_IN: until, Act.RENEWED: until, Act.OPT_OUT: {"@type": "dpv:UntilEventDuration"}}
    events = [_event(row, first, valid)] + [_event(each, each.act, valid) for each in after if each.act in STATES]
    told: dict[str, Any] = {"kiosk:event": events, "dpv:hasConsentStatus": events[-1]["dpv:hasConsentStatus"]}
    for each in after:
        detail = each.payload.get("detail", {})
        if each.act is Act.ERASURE and "camera" in detail:
            counts = [{"dct:type": kind, "kiosk:count": count} for kind, count in detail.get("counts", {}).items()]
            camera = {"kiosk:number": each.seq, "kiosk:camera": detail["camera"], "kiosk:counts": counts}
            told.setdefault("kiosk:erased", []).append(camera)
    return told


def _event(row: Row, act: Act, valid: dict[Act, dict[str, str]]) -> dict[str, Any]:
    why = row.payload.get("why")
    state = "dpv:ConsentInvalidated" if act is Act.ENDED and why == "notice" else STATES[act]
    if why == "staff":
        by = {"@id": "kiosk:staff"}
    else:
        by = {"@id": "kiosk:system"} if act in (Act.ENDED, Act.LAPSED) else {"@id": _urn(row), "@type": "dpv:DataSubject"}
    told = {
        "dpv:isIndicatedAtTime": {"@value": f"{row.at:%Y-%m-%dT%H:%M}:00Z", "@type": "xsd:dateTime"},
        "dpv:hasConsentStatus": {"@id": state},
        "dpv:hasEntity": {"@id": _urn(row)},
        "dpv:isIndicatedBy": by,
        "dct:type": {"@id": "dpv:ExplicitlyExpressedConsent"} if act in YES else act.value,
    }
    told |= {"kiosk:why": why} if why else {}
    return told | ({"dpv:hasDuration": valid[act]} if act in valid else {})


def _until_replaced(later: Iterable[Row]) -> tuple[list[Row], Row | None]:
    """What followed a decision, up to the same visit's next one; and that one."""
    after: list[Row] = []
    for row in later:
        if "choice" in row.payload:
            return after, row
        after.append(row)
    return after, None


def _told(notice: dict[str, Any], topic: str) -> dict[str, str]:
    """By language, the text of the second layer's section that tells this topic."""
    facts = notice.get("facts") or {}
    stated = {name for name, fact in facts.items() if fact not in ("", [])} | set(notice.get("purposes", ()))
    sections = []
    for section in (notice.get("terms") or {}).get("details", ()):
        held = [
            passage
            for passage in section["passages"]
            if (not passage["when"] or passage["when"] in stated) and passage["unless"] not in stated
        ]
        if held:
            sections.append({told for passage in held for told in passage["tells"]})
    texts = {}
    for tag, said in (notice.get("words") or {}).items():
        details = said.get("details", ())
        if len(details) == len(sections):  # else this language lacks one, and which is not known
            texts[tag] = "\n".join(text for (_, text), told in zip(details, sections, strict=True) if topic in told)
    return texts


def _party(hash: str, role: str, name: Any, number: str = "") -> dict[str, Any]:
    return {
        "@id": _name(hash, role + number),
        "@type": ROLES[role],
        "dpv:hasName": str(name or NOT_STATED),
        "dpv:hasIdentifier": f"{role}{number}-{hash[:16]}",
        "dct:type": role,
        "schema:address": NOT_STATED,
        "schema:contactPoint": NOT_STATED,
    }


def _profile(payload: dict[str, Any]) -> Profile | None:
    profile = payload.get("profile", "")
    return Profile(profile) if profile in tuple(Profile) else None


def _urn(row: Row) -> str:
    return UUID(row.visit).urn


def _words(texts: Mapping[str, str | None]) -> Any:
    return [{"@value": text, "@language": tag} for tag, text in sorted(texts.items()) if text] or NOT_STATED


def _duration(text: str) -> dict[str, str]:
    return {"@value": text, "@type": "xsd:duration"}


def _name(hash: str, what: str) -> str:
    return f"kiosk:{hash[:16]}/{what}"


def _at(hash: str, what: str) -> dict[str, str]:
    return {"@id": _name(hash, what)}
