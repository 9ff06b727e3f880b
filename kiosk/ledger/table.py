"""Records as lines of text, for people and for programs."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kiosk.consent.code import short_code, spaced
from kiosk.consent.decision import Act
from kiosk.consent.erasure import Erasure
from kiosk.ledger.store import DROPS, Row

COLUMNS = "{:>7}  {:<16}  {:<9}  {:<12}  {:<8}  {}"


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """A heading, then a line per record."""
    yield COLUMNS.format("record", "UTC", "act", "code", "language", "what").rstrip()
    for row in rows:
        code = spaced(short_code(row.visit)) if row.visit else ""
        time = row.at.strftime("%Y-%m-%d %H:%M")
        yield COLUMNS.format(row.seq, time, row.act, code, row.payload.get("language", ""), _what(row)).rstrip()


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """An object per record: seq, hash (the leaf, hex) and what the record says."""
    for row in rows:
        yield json.dumps({"seq": row.seq, "hash": row.hash, **row.payload}, ensure_ascii=False)


def _what(row: Row) -> str:
    payload, detail = row.payload, row.payload.get("detail", {})
    if row.act in DROPS:
        ranges = ", ".join(f"{first} to {last}" if first != last else str(first) for first, last in detail["records"])
        return f"content of {detail['count']} dropped: {ranges} ({payload.get('why', '')})"
    if row.act is Act.ERASURE and "camera" in detail:
        return _erased(detail)
    if row.act is Act.NEW_KEY:
        return str(detail["statement"].split("\n")[2])
    told = [payload[name] for name in ("why", "by") if name in payload]
    if "choice" in payload:
        asked = payload.get("asked", payload.get("purposes", []))
        agreed = payload.get("agreed", [])
        told.append("yes to " + ", ".join(agreed) if agreed else "asked about " + ", ".join(asked))
    told += [f"{name} {_short(value)}" for name, value in detail.items()]
    return ", ".join(told)


def _erased(detail: dict[str, Any]) -> str:
    counts = ", ".join(f"{kind} {count}" for kind, count in detail.get("counts", {}).items() if count)
    said, key, signature = (detail.get(name, "") for name in ("statement", "key", "signature"))
    signed = Erasure(detail["camera"], (), said, key, signature).signed
    word = "signed" if signed else "its signature does not fit" if signature else "not signed"
    return f"camera {detail['camera']} {f'erased {counts}' if counts else 'held nothing'}; {word}"


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 24 else f"{text[:23]}…"
