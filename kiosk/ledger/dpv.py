"""A decision in the words of ISO/IEC TS 27560:2023, as JSON-LD with the Data Privacy Vocabulary (DPV 2.3).

What several records share (controller, recipients, storage, purposes) is told once per notice, under a name of its own.
What a notice does not say is "not stated": nothing is made up here.
"""

import base64
from typing import Any
from uuid import UUID

from kiosk.consent.decision import Act, Choice, Purpose

CONFORMS_TO = "https://w3id.org/dpv/schema/dpv-27560#record"
NOT_STATED = "not stated"
PREFIXES = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "loc": "https://w3id.org/dpv/loc#",
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
DATA = {Purpose.AGE_GROUP: "pd:AgeRange", Purpose.GENDER: "pd:Gender"}
COUNTRIES = {"uk": "GB"}


def context(origin: str) -> dict[str, str]:
    """The prefixes, and one for names of this ledger's own (RFC 4151)."""
    return PREFIXES | {"kiosk": f"tag:{origin.partition('/')[0]},2026:consent-kiosk/"}


def shared(hash: str, notice: dict[str, Any]) -> list[dict[str, Any]]:
    """What every record under this notice refers to. hash: the notice's, hex; notice: its content."""
    facts = notice.get("facts") or {}
    nodes = [
        {
            "@id": digest_name(hash),
            "@type": ["dpv:ConsentNotice", "dpv:LayeredNotice"],
            "dct:identifier": hash,
            "dct:hasVersion": str(notice.get("version", NOT_STATED)),
            "dct:date": str(facts.get("valid_from") or NOT_STATED),
            "dct:language": sorted(notice.get("words") or [NOT_STATED]),
        },
        _party(hash, "controller", facts.get("controller"), facts.get("address"), facts.get("contact")),
        _party(hash, "vendor", facts.get("vendor"), None, None),
        _party(hash, "authority", facts.get("authority"), None, None),
        _kept(hash, "picture", "P0D"),
        _kept(hash, "totals", _months(facts.get("totals_months"))),
        _kept(hash, "evidence", _months(facts.get("evidence_months"))),
        {
            "@id": _name(hash, "withdrawal"),
            "@type": "dpv:WithdrawConsent",
            "dpv:isExercisedAt": "the kiosk: type the receipt's code and touch once",
        },
        {"@id": _name(hash, "picture-data"), "@type": "pd:Picture"},
    ]
    for purpose in Purpose:
        nodes.append({"@id": _name(hash, f"purpose-{purpose}"), "skos:broader": {"@id": "dpv:OptimisationForController"}})
        if purpose in DATA:
            nodes.append({"@id": _name(hash, f"data-{purpose}"), "@type": [DATA[purpose], "dpv:InferredPersonalData"]})
    return nodes


def record(
    seq: int, leaf: str, payload: dict[str, Any], later: list[dict[str, Any]], notice: dict[str, Any] | None, origin: str
) -> dict[str, Any]:
    """One decision as a 27560 record.

    leaf: its hash, hex; later: the payloads of what happened to the same visit after it; notice: the content, if it was kept.
    """
    hash = payload["notice"]
    asked = payload.get("asked", payload.get("purposes", []))  # version 0.1 asked for all of them at once
    yes = payload["choice"] == Choice.OPT_IN
    agreed = payload.get("agreed", asked if yes else [])
    facts = (notice or {}).get("facts") or {}
    minutes = facts.get("visit_minutes")
    valid = _duration(f"PT{minutes}M") if yes and minutes else {"@type": "dpv:UntilEventDuration"}
    told: dict[str, Any] = {
        "@id": digest_name(leaf),
        "dct:conformsTo": {"@id": CONFORMS_TO},
        "dct:identifier": leaf,
        "kiosk:number": seq,
        "dpv:hasDataSubject": {"@id": UUID(payload["visit"]).urn, "@type": "dpv:Visitor"},
        "dpv:hasNotice": {"@id": digest_name(hash)},
        "kiosk:shown": [{"@id": digest_name(each)} for each in (*payload.get("before", ()), payload["shown"])],
        "dct:language": payload["language"],
        "dpv:hasPurpose": [{"@id": _name(hash, f"purpose-{each}")} for each in asked],
        "kiosk:agreed": [{"@id": _name(hash, f"purpose-{each}")} for each in agreed],
        "dpv:hasPersonalData": [
            {"@id": _name(hash, "picture-data")},
            *({"@id": _name(hash, f"data-{each}")} for each in asked if each in DATA),
        ],
        "dpv:hasDataController": {"@id": _name(hash, "controller")},
        "dpv:hasProcessing": [{"@id": f"dpv:{each}"} for each in ("Collect", "Analyse", "Anonymise", "Erase")],
        "dpv:hasStorageCondition": [
            {"@id": "dpv:WithinDevice"},
            *({"@id": _name(hash, f"{each}-kept")} for each in ("picture", "totals", "evidence")),
        ],
        "dpv:hasJurisdiction": jurisdiction(payload.get("profile", "")),
        "dpv:hasRecipient": {"@id": _name(hash, "vendor")} if facts.get("vendor") else NOT_STATED,
        "dpv:hasAuthority": {"@id": _name(hash, "authority")},
        "dpv:hasConsentControl": {"@id": _name(hash, "withdrawal")},
        "dpv:hasIndicationMethod": payload.get("method", NOT_STATED),
        "kiosk:ledger": origin,
        "kiosk:event": [
            _event(each, valid if each is payload else None) for each in (payload, *later) if Act(each["act"]) in STATES
        ],
    }
    told["dpv:hasConsentStatus"] = told["kiosk:event"][-1]["dpv:hasConsentStatus"]
    if yes:
        bases = ["dpv:ExplicitlyExpressedConsent"]
        if payload.get("profile", "").startswith("eu"):
            bases.append("eu-gdpr:A9-2-a")
        told["dpv:hasLegalBasis"] = [{"@id": each} for each in bases]
    return told


def jurisdiction(profile: str) -> Any:
    """eu -> loc:EU, us-il -> loc:US-IL, uk -> loc:GB; what is no such tag is told as it is."""
    country, _, region = profile.partition("-")
    if len(country) != 2 or not country.isalpha():
        return profile or NOT_STATED
    country = COUNTRIES.get(country, country.upper())
    return {"@id": f"loc:{country}-{region.upper()}" if country == "US" and len(region) == 2 else f"loc:{country}"}


def digest_name(hash: str) -> str:
    """The RFC 6920 name of a SHA-256 in hex."""
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(hash)).decode().rstrip('=')}"


def _event(payload: dict[str, Any], valid: dict[str, Any] | None) -> dict[str, Any]:
    act = Act(payload["act"])
    state = "dpv:ConsentInvalidated" if act is Act.ENDED and payload.get("why") == "notice" else STATES[act]
    told = {
        "dpv:isIndicatedAtTime": {"@value": payload["at"].replace("+00:00", ":00Z"), "@type": "xsd:dateTime"},
        "dpv:hasConsentStatus": {"@id": state},
        "dpv:isIndicatedBy": {"@id": "kiosk:system" if act in (Act.ENDED, Act.LAPSED) else "dpv:DataSubject"},
        "dct:type": {"@id": "dpv:ExplicitlyExpressedConsent"} if act in (Act.OPT_IN, Act.RENEWED) else act.value,
    }
    return told | ({"dpv:hasDuration": valid} if valid else {})


def _party(hash: str, role: str, name: Any, address: Any, contact: Any) -> dict[str, Any]:
    return {
        "@id": _name(hash, role),
        "dpv:hasName": str(name or NOT_STATED),
        "dpv:hasIdentifier": f"{role}-{hash[:16]}",
        "dct:type": role,
        "schema:address": str(address or NOT_STATED),
        "schema:contactPoint": str(contact or NOT_STATED),
    }


def _kept(hash: str, what: str, period: str | None) -> dict[str, Any]:
    duration = _duration(period) if period else NOT_STATED
    return {
        "@id": _name(hash, f"{what}-kept"),
        "@type": "dpv:StorageDuration",
        "dct:description": what,
        "dpv:hasDuration": duration,
    }


def _months(number: Any) -> str | None:
    return f"P{number}M" if isinstance(number, int) else None


def _duration(text: str) -> dict[str, str]:
    return {"@value": text, "@type": "xsd:duration"}


def _name(hash: str, what: str) -> str:
    return f"kiosk:{hash[:16]}/{what}"
