"""The machine's reading of comments as raw tables, on their way to the gate; nothing here may be shown."""

from __future__ import annotations

from collections.abc import Container, Mapping

from analysis.figures.counts import RawGrid, RawGridRow, RawTable, TableKind
from analysis.figures.suppression import SMALLEST_COUNT, rounded
from feedback_app.domain.responses.queries import Counts

NEGATIVE, POSITIVE = "negative", "positive"
SENTIMENTS = (NEGATIVE, "neutral", POSITIVE)
NOT_SCORED = "not scored"
FEELING_SENTIMENT = {
    "very_happy": "positive",
    "happy": "positive",
    "not_sure": "neutral",
    "unhappy": "negative",
    "very_unhappy": "negative",
}


def theme_table(counts: Counts, wordings: Mapping[str, str], *, without: Container[str] = ()) -> RawTable:
    """How many comments speak of each outcome, the most first, of how many the machine read.

    `without` are the codes whose figures are withheld.
    """
    by_theme = {row.label: row.base for row in counts.themes().rows if row.base and row.label not in without}
    read = sum(row.base for row in counts.comments().rows)
    ordered = sorted(by_theme, key=lambda code: (-_published(by_theme[code]), code))
    rows = {wordings.get(code, code): by_theme[code] for code in ordered}
    base = max(read, max(rows.values(), default=0))
    return RawTable.of("What young people wrote about", rows, base=base, kind=TableKind.MULTIPLE)


def sentiment_grid(counts: Counts, wordings: Mapping[str, str], *, without: Container[str] = ()) -> RawGrid:
    """How the comments on each outcome sound to the machine, in the plan's order; `without` those withheld."""
    themes = counts.themes()
    found = {row.label: dict(zip(themes.columns, row.counts, strict=True)) for row in themes.rows}
    rows = tuple(
        RawGridRow(label=wordings[code], counts=_split(found[code]))
        for code in wordings
        if code in found and code not in without
    )
    return RawGrid(title="How it sounds, by outcome", columns=(*SENTIMENTS, NOT_SCORED), rows=rows)


def agreement_table(counts: Counts) -> RawTable:
    """How often the machine's reading agrees with the feeling that young people gave themselves."""
    feelings = counts.feelings()
    same = other = 0
    for row in feelings.rows:
        expected = FEELING_SENTIMENT.get(row.label)
        for sentiment, count in zip(feelings.columns, row.counts, strict=True):
            if expected is not None and sentiment in SENTIMENTS:
                same, other = (same + count, other) if sentiment == expected else (same, other + count)
    return RawTable.of("How often the two agree", {"The same": same, "Different": other})


def _published(count: int) -> int:
    """What orders rows is what is printed: the order gives away no more than the figures do."""
    return rounded(count) if count >= SMALLEST_COUNT else 0


def _split(columns: Mapping[str, int]) -> tuple[int, ...]:
    scored = tuple(columns.get(sentiment, 0) for sentiment in SENTIMENTS)
    return (*scored, sum(columns.values()) - sum(scored))
