from datetime import UTC, datetime, timedelta

from kiosk import stats
from kiosk.consent.decision import Act, Choice, Decision, Entry, Purpose, Shown
from kiosk.ledger.store import Ledger

SHOWN = Shown("ab" * 32, "en", "portrait 1080x1920", ("Yes", "No"), (Choice.OPT_IN, Choice.OPT_OUT))


def test_what_was_dropped_still_counts(tmp_path):
    now = datetime(2026, 1, 5, tzinfo=UTC)
    ledger = Ledger(tmp_path / "ledger.db", lambda: now)
    for number, agreed in enumerate([(Purpose.DWELL,), (), ()]):
        decision = Decision((Purpose.DWELL,), agreed, SHOWN)
        ledger.append(Entry(Act.OPT_IN if agreed else Act.OPT_OUT, f"{number:032x}", decision))
    before = stats.decisions(tmp_path / "ledger.db")
    ledger.purge(now + timedelta(days=1))
    ledger.close()
    after = stats.decisions(tmp_path / "ledger.db")
    assert after[1:6] == before[1:6]
    assert after[1].split() == ["said", "yes", "1", "33%", "of", "answers"]
    assert "4 records" in after[-1], "three of answers, and one of what was dropped"
