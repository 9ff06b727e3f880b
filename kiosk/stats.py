"""What the shop gets, as text: the ledger's counts and the camera's sums, never a list of persons."""

from collections import Counter
from pathlib import Path

from kiosk.camera import tally
from kiosk.consent.decision import Act
from kiosk.ledger.store import Ledger, LedgerError


def table(ledger: Path, sums: Path) -> str:
    """Both halves as lines of text. Raises LedgerError or TallyError."""
    if not ledger.exists():
        raise LedgerError(f"{ledger} does not exist: no kiosk has run on this state directory yet.")
    return "\n".join([*decisions(ledger), "", *camera(sums)])


def decisions(path: Path) -> list[str]:
    store = Ledger(path, read_only=True)
    try:
        acts: Counter[Act] = Counter()
        languages: Counter[str] = Counter()
        for row in store.rows():
            acts[row.act] += 1
            for act, number in row.payload.get("detail", {}).get("acts", {}).items():  # of records whose content was dropped
                acts[Act(act)] += number
            if "language" in row.payload:
                languages[row.payload["language"]] += 1
        count, root = store.count(), store.root()
    finally:
        store.close()
    answers = acts[Act.OPT_IN] + acts[Act.OPT_OUT]
    share = f"{acts[Act.OPT_IN] / answers:.0%} of answers" if answers else "no answer yet"
    return [
        "At the kiosk",
        _line("said yes", acts[Act.OPT_IN], share),
        _line("said no", acts[Act.OPT_OUT]),
        _line("left without an answer", acts[Act.LAPSED]),
        _line("took a yes back", acts[Act.WITHDRAWN]),
        _line("permissions that ended", acts[Act.ENDED]),
        _line("resets by staff", acts[Act.STAFF]),
        _line("languages", "  ".join(f"{tag} {count}" for tag, count in languages.most_common()) or "-"),
        _line("ledger", f"{count} records", f"root {root[:16]}…, each record fits its hash"),
    ]


def camera(path: Path) -> list[str]:
    days = tally.read(path)
    if not days:
        return ["At the camera", "  nothing counted yet"]
    total = tally.Day()
    for day in days.values():
        for name in tally.as_dict(day):
            setattr(total, name, getattr(total, name) + getattr(day, name))
    since = f"{min(days)} to {max(days)}" if len(days) > 1 else min(days)
    return [
        f"At the camera, {since}",
        _line("people who came in", total.entered, "everyone, counted without faces"),
        _line("visits analysed", total.visits_analysed, "only after a yes"),
        _line("of these, face seen", total.visits_with_face),
        _line("time analysed", f"{total.dwell_seconds:.1f} s", "sum over those visits"),
    ]


def _line(label: str, value: object, note: str = "") -> str:
    return f"  {label:<24}{value!s:>12}" + (f"   {note}" if note else "")
