"""Who has answered a wave so far, beside the population: every figure has passed the gate (SAFETY R-40)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from flask import url_for

from analysis.figures.suppression import SafeCount, SafeRow, SafeTable, protect, protect_number
from feedback_app.domain.responses.coverage import (
    AGE_GROUPS,
    Population,
    Wanted,
    coverage_tables,
    helping_table,
    people_beside,
    wanted,
)
from feedback_app.domain.responses.queries import Counts
from feedback_app.domain.waves.lifecycle import WaveRecord
from feedback_app.youth_workers.wave_days import DaysView, days_view
from surveys import ENGLISH, Question, Survey, words_in

_LONGEST_LABEL = 34
HEADINGS = ("Answer", "Responses", "Share")
PEOPLE_HEADINGS = ("Answer", "Responses", *(f"People {group}" for group in AGE_GROUPS), "Where to ask")
WORDS = {
    Wanted.MORE: "More voices are needed here",
    Wanted.ENOUGH: "",
    Wanted.CANNOT_SAY: "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageBar:
    """One bar of a chart: its length from published figures only."""

    label: str
    words: str
    percent: int
    low: None = None
    high: None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageTable:
    """One question of coverage as a chart, a sentence and a table."""

    id: str
    title: str
    sentence: str
    bars: tuple[CoverageBar, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    beside: str
    people: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage:
    """Coverage of a wave."""

    title: str
    back: str
    counted: str
    batches: str
    headings: tuple[str, ...]
    people_headings: tuple[str, ...]
    tables: tuple[CoverageTable, ...]
    days: DaysView


def coverage_page(
    wave: WaveRecord,
    survey: Survey,
    counts: Counts,
    *,
    days: Mapping[date, int],
    population: Population,
    venues: SafeTable,
    now: datetime,
) -> CoveragePage:
    """Who has answered so far, as the page shows it."""
    asked = [question for question in survey.questions if question.coverage and question.is_choice]
    tables = [protect(raw) for raw in coverage_tables(counts, survey)]
    found = [_table(question, table, population) for question, table in zip(asked, tables, strict=True)]
    if venues.rows:
        found.append(_plain("venues", venues, "What came through a poster's code; not joined to any answer."))
    if counts.responses:
        found.append(_plain("helping", protect(helping_table(counts)), "As those said whom somebody helped."))
    total = protect_number(counts.responses)
    return CoveragePage(
        title=f"Who has answered {wave.title}",
        back=url_for("waves.show_wave", wave_id=wave.id),
        counted="Nothing is counted yet"
        if counts.responses == 0
        else f"{_about(total)} responses are counted",
        batches="Figures move ten responses at a time, and with the last ones when the wave ends. This protects people.",
        headings=HEADINGS,
        people_headings=PEOPLE_HEADINGS,
        tables=tuple(found),
        days=days_view(wave, days, now),
    )


def _about(count: SafeCount) -> str:
    return count.text.capitalize() if count.value is None else f"About {count.text}"


def _table(question: Question, table: SafeTable, population: Population) -> CoverageTable:
    """A question of coverage, beside the population where it is known."""
    people = {
        words_in(question.option(code).text, ENGLISH): columns
        for code, columns in people_beside(question, population).items()
    }
    if not people:
        return _plain(question.code, table, "")
    needs = wanted(table, people)
    labels = [label for label, need in needs.items() if need is Wanted.MORE]
    shares = _shares(people)
    return replace(
        _plain(question.code, table, f"Population: {population.words}."),
        sentence=_sentence(table, labels),
        people=tuple(
            (row.label, _words(row), *shares[row.label], WORDS[needs[row.label]])
            for row in table.rows
            if row.label in people
        ),
    )


def _plain(code: str, table: SafeTable, beside: str) -> CoverageTable:
    return CoverageTable(
        id=code,
        title=table.title,
        sentence=_sentence(table, []),
        bars=_bars(table),
        rows=tuple(_cells(row) for row in (*table.rows, *table.aside)),
        note=table.note,
        beside=beside,
    )


def _cells(row: SafeRow) -> tuple[str, str, str]:
    share = row.count.share_percent
    return row.label, row.count.text, "" if share is None else f"{share} %"


def _shares(people: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[str, ...]]:
    """How many live there, and which part that is of each age group."""
    totals = [sum(column) for column in zip(*people.values(), strict=True)]
    return {
        label: tuple(
            f"{count:,} ({round(100 * count / total)} %)" if count and total else ""
            for count, total in zip(columns, totals, strict=True)
        )
        for label, columns in people.items()
    }


def _sentence(table: SafeTable, labels: Sequence[str]) -> str:
    if table.withheld:
        return table.note
    if labels:
        return f"Heard less than their numbers: {', '.join(labels)}. More voices are needed."
    known = [row for row in table.rows if row.count.value]
    most = max(known, key=lambda row: row.count.value or 0, default=None)
    if most is None:
        return f"{table.base.text} people told us."
    return f"{table.base.text} people told us. Most often: {most.label} ({most.count.text})."


def _bars(table: SafeTable) -> tuple[CoverageBar, ...]:
    """A bar for each option; without a length where there is no share to be shown."""
    return tuple(
        CoverageBar(label=_short(row.label), words=_words(row), percent=row.count.share_percent or 0)
        for row in table.rows
    )


def _short(label: str) -> str:
    """A label that fits beside its bar on a phone; the table has it whole."""
    label = label.partition(" (")[0]
    return label if len(label) <= _LONGEST_LABEL else f"{label[:_LONGEST_LABEL].rpartition(' ')[0]} …"


def _words(row: SafeRow) -> str:
    share = row.count.share_percent
    return row.count.text if share is None else f"{row.count.text} ({share} %)"
