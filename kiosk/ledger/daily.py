"""What happened how often on each day: counted in SQLite, without a record ever being read as such."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.consent.decision import Act
from kiosk.ledger.store import BUSY_SECONDS, LedgerError


@dataclass(frozen=True, slots=True)
class Daily:
    """So many visits of one day had this in common. language and layout: of answers."""

    day: date
    act: Act
    why: str
    language: str
    layout: str
    drawn: bool  # of the half of all visits that chance has drawn, by their ids
    count: int


QUERY = """
    WITH layouts AS MATERIALIZED (SELECT hash, content ->> '$.layout' AS layout FROM shown), those AS MATERIALIZED (
        SELECT seq, date(at, 'localtime') AS day, act, visit, payload ->> '$.why' AS why, payload ->> '$.language' AS language,
            payload ->> '$.shown' AS hash, instr('02468ace', substr(visit, 1, 1)) > 0 AS drawn
        FROM records WHERE seq > :after AND seq <= :last AND act IN ('opt_in', 'opt_out', 'lapsed', 'withdrawn', 'ended')
    ), answers AS (
        SELECT max(seq) AS seq FROM those WHERE act IN ('opt_in', 'opt_out') OR why IS 'undone' GROUP BY visit
    )
    SELECT day, act, coalesce(why, ''), coalesce(language, ''), coalesce(layout, ''), drawn, count(*)
    FROM those LEFT JOIN layouts USING (hash)
    WHERE seq IN answers OR NOT (act IN ('opt_in', 'opt_out') OR why IS 'undone')
    GROUP BY 1, 2, 3, 4, 5, 6
"""


def daily(path: Path, after: int, before: datetime) -> tuple[int, list[Daily]]:
    """Of the records that follow one and were written before a moment: the last one's number, and the counts.

    Of what a visit answered the last counts, and none that was undone. Days are this machine's own. Raises LedgerError.
    """
    until = before.astimezone(UTC).isoformat(timespec="minutes")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as connection:
            connection.execute("BEGIN")
            newest, last = (
                connection.execute(f"SELECT coalesce(max(seq), 0) FROM records WHERE {which}", [until]).fetchone()[0]
                for which in ("? <> ''", "at < ?")
            )
            after = min(after, newest)  # of another ledger, which was put in its place
            found = connection.execute(QUERY, {"after": after, "last": last}).fetchall()
    except sqlite3.Error as error:
        raise LedgerError(f"The ledger {path} cannot be counted: {error}. Run `kiosk ledger verify`.") from error
    return max(after, last), [
        Daily(date.fromisoformat(day), Act(act), why, language, layout, bool(drawn), count)
        for day, act, why, language, layout, drawn, count in found
    ]
