"""Ten thousand answers over a line of which a random tenth is cut: what is stored beside what was acknowledged."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from tests.live.cutting import send_many

ANSWERS = 10_000
SHARE_CUT = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """Answers acknowledged, connections cut, rows stored, and submissions stored more than once."""

    acknowledged: int
    cut: int
    stored: int
    twice: int


def over_a_bad_line(port: int, database: Path) -> Cuts:
    """Send them 8 at a time and count the rows that came."""
    before = _count(database, "SELECT count(*) FROM response")
    sent = send_many(port, answers=ANSWERS, at_once=8, share_cut=SHARE_CUT, seed=1)
    twice = "SELECT count(*) - count(DISTINCT submission_hash) FROM response"
    return Cuts(
        acknowledged=sent.acknowledged,
        cut=sent.cut,
        stored=_count(database, "SELECT count(*) FROM response") - before,
        twice=_count(database, twice),
    )


def _count(database: Path, statement: str) -> int:
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        return int(connection.execute(statement).fetchone()[0])
