"""Safe tables as parts of a document: a sentence, a chart and a table that say the same."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.figures.counts import whole_percent
from analysis.figures.suppression import (
    SMALLEST_BASE,
    SMALLEST_BASE_FOR_PERCENT,
    SafeCount,
    SafeGrid,
    SafeRow,
    SafeTable,
    published_count,
)
from feedback_app.domain.meetings.document import Bar, Block, Chart, Table
from feedback_app.domain.meetings.sections import row, words

OUTSIDE = "not in the base"


def figure_blocks(table: SafeTable, sentence: str, *, anchor: str, unit: str = "People") -> list[Block]:
    """A chart with its sentence and table; a sentence and the table where there are no shares; else the reason alone."""
    if table.withheld:
        return [words(table.note)]
    shown = figure_table(table, unit=unit)
    if not any(one.count.share_percent is not None for one in table.rows):
        return [words(sentence), shown]
    bars = tuple(_bar(one, table) for one in table.rows)
    return [Chart(anchor=anchor, title=table.title, sentence=sentence, bars=bars, table=shown)]


def figure_table(table: SafeTable, *, unit: str = "People") -> Table:
    """The figures of a safe table with their shares and intervals, and what stands outside the base below."""
    rows = [row(one.label, one.count.text, with_interval(one)) for one in table.rows]
    rows += [row(f"{one.label} ({OUTSIDE})", one.count.text, "") for one in table.aside]
    return Table(
        caption=f"{table.title} ({table.base.text} {unit.lower()} in the base)",
        description=f"How many chose each answer to “{table.title}”, with the share and its 95 % interval.",
        headings=("Answer", unit, "Share (95 % interval)"),
        rows=tuple(rows),
        numeric=(1, 2),
    )


def grid_blocks(grid: SafeGrid, *, first: str, unit: str) -> list[Block]:
    """A two-way safe table: a line for each group that is large enough, and a sentence that names the others."""
    small = [one.label for one in grid.rows if one.withheld]
    blocks: list[Block] = []
    if len(small) < len(grid.rows):
        blocks.append(_grid_table(grid, first=first, unit=unit))
    if small:
        blocks.append(words(f"Too few {unit} to show, fewer than {SMALLEST_BASE} each: {'; '.join(small)}."))
    return blocks


def _grid_table(grid: SafeGrid, *, first: str, unit: str) -> Table:
    return Table(
        caption=grid.title,
        description=f"{grid.title}: {unit} in each column.",
        headings=(first, unit.capitalize(), *(column.capitalize() for column in grid.columns)),
        rows=tuple(
            row(one.label, one.base.text, *_texts(one.cells)) for one in grid.rows if not one.withheld
        ),
        numeric=tuple(range(1, len(grid.columns) + 2)),
    )


def positive_sentence(
    table: SafeTable, positive: Sequence[str], said: str = "agree or strongly agree"
) -> str:
    """How many agree, in a sentence; counts in words instead of per cent on a base under 50 (BOARD rule 9)."""
    count, base = published_count(table, positive), table.base.value
    if count is None or base is None:
        return f"{table.base.text} people answered; how many {said} cannot be shown without showing too few."
    if base < SMALLEST_BASE_FOR_PERCENT:
        return f"About {count} of about {base} people who answered {said}."
    return f"{whole_percent(count, base)} % of {base} people who answered {said}."


def most_sentence(table: SafeTable, lead: str = "Chosen most often") -> str:
    """The rows with the highest published figures, in a sentence."""
    known = [one for one in table.rows if one.count.value]
    top = sorted(known, key=lambda one: -(one.count.value or 0))[:3]
    if not top:
        return f"{table.base.text} answered; no single answer was chosen often enough to be shown."
    told = "; ".join(f"{one.label} ({share_words(one.count) or one.count.text})" for one in top)
    return f"{lead}, of {table.base.text}: {told}."


def share_words(count: SafeCount) -> str:
    """A published share as printed, or nothing."""
    return "" if count.share_percent is None else f"{count.share_percent} %"


def with_interval(one: SafeRow) -> str:
    """A published share with its 95 % interval as printed: "62 % (55 to 69)"."""
    if one.interval is None:
        return share_words(one.count)
    return f"{share_words(one.count)} ({_whole(one.interval.low)} to {_whole(one.interval.high)})"


def _bar(one: SafeRow, table: SafeTable) -> Bar:
    percent = one.count.share_percent
    if percent is None:
        return Bar(label=one.label, words=one.count.text, percent=0)
    interval = one.interval
    return Bar(
        label=one.label,
        words=f"{percent} % of {table.base.text}",
        percent=percent,
        low=None if interval is None else _whole(interval.low),
        high=None if interval is None else _whole(interval.high),
    )


def _texts(cells: Sequence[SafeCount]) -> tuple[str, ...]:
    return tuple(
        f"{one.text} ({share_words(one)})" if one.share_percent is not None else one.text for one in cells
    )


def _whole(share: float) -> int:
    return int(100 * share + 0.5)
