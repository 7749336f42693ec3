"""The one gate between counts and everything that shows them: small numbers protected (SAFETY R-40 to R-45).

A group is shown if at least 10 people are in it. Counts of 1 to 7 become "fewer than 8", other counts are rounded to the
nearest 5, shares are whole per cent of the rounded counts and are left out on a base under 50. A row that nearly everybody
chose hides its few others, and where one row alone is hidden the next lowest is hidden with it, so that nothing can be
worked out by taking away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.figures import hiding
from analysis.figures.counts import (
    Interval,
    RawGrid,
    RawGridRow,
    RawRow,
    RawTable,
    TableKind,
    whole_percent,
    wilson,
)
from analysis.figures.hiding import Shown

SMALLEST_BASE = 10
SMALLEST_COUNT = 8
SMALLEST_BASE_FOR_PERCENT = 50
ROUNDED_TO = 5

_WORDS = {
    Shown.FEW: f"fewer than {SMALLEST_COUNT}",
    Shown.ALMOST_ALL: "almost all",
    Shown.MOST: "most",
    Shown.HIDDEN: "not shown",
}
_NOTE = (
    "To protect people, numbers from 1 to 7 are not shown, other numbers are rounded to the nearest 5, "
    "and a number that would give one of them away is not shown either."
)
_NO_PERCENT = " Fewer than 50 people answered, so there are no percentages."
_WITHHELD = f"Fewer than {SMALLEST_BASE} people answered, so nothing is shown. This protects them."
_NOBODY = "Nobody has answered yet."


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeCount:
    """A count fit to publish; made only in this module.

    `value` is the rounded count, or None where it is protected; `share_percent` is of the published base, 0-100.
    """

    text: str
    value: int | None
    share_percent: int | None = None

    @property
    def is_protected(self) -> bool:
        """Whether words stand in place of a number."""
        return self.value is None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeBase:
    """How many people a table speaks of, rounded, or words where they are too few."""

    text: str
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeRow:
    """One row fit to publish, with the 95 % interval (shares 0-1) of its published figures."""

    label: str
    count: SafeCount
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeTable:
    """A table fit to publish. `withheld` means that the group was too small: then it has no rows."""

    title: str
    base: SafeBase
    rows: tuple[SafeRow, ...]
    aside: tuple[SafeRow, ...] = ()
    note: str = ""
    withheld: bool = False

    def row(self, label: str) -> SafeRow | None:
        """The row of that label, or None."""
        return next((row for row in self.rows if row.label == label), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeGridRow:
    """One group of a two-way table; without cells where the group is too small."""

    label: str
    base: SafeBase
    cells: tuple[SafeCount, ...]
    withheld: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeGrid:
    """A two-way table fit to publish."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[SafeGridRow, ...]
    note: str


def protect(raw: RawTable) -> SafeTable:
    """A table as it may be published (SAFETY R-40, R-41, R-43; BOARD rule 9)."""
    aside = tuple(SafeRow(label=row.label, count=protect_number(row.count)) for row in raw.aside)
    if raw.base < SMALLEST_BASE:
        return SafeTable(
            title=raw.title,
            base=_base(raw.base),
            rows=(),
            aside=aside,
            note=_WITHHELD if raw.base else _NOBODY,
            withheld=True,
        )
    counts = [row.count for row in raw.rows]
    shown = hiding.exclusive(counts) if raw.kind is TableKind.EXCLUSIVE else hiding.multiple(counts, raw.base)
    rows = tuple(_row(row, how, raw.base) for row, how in zip(raw.rows, shown, strict=True))
    return SafeTable(title=raw.title, base=_base(raw.base), rows=rows, aside=aside, note=_note(raw.base))


def protect_number(count: int) -> SafeCount:
    """One count that stands alone, such as how many responses came: 0, "fewer than 8", or to the nearest 5."""
    if count < 0:
        raise ValueError("a count cannot be negative")
    return _count(count, Shown.FEW if 0 < count < SMALLEST_COUNT else Shown.NUMBER, base=None)


def protect_grid(raw: RawGrid) -> SafeGrid:
    """A two-way table as it may be published (SAFETY R-45); a row under 10 people shows nothing but that."""
    open_rows = [row.counts for row in raw.rows if row.base >= SMALLEST_BASE]
    shown = iter(hiding.grid(open_rows, columns_add_up=raw.rows_are_parts))
    rows = []
    for row in raw.rows:
        withheld = row.base < SMALLEST_BASE
        hidden = [] if withheld else next(shown)
        counts = () if withheld else row.counts
        cells = tuple(_count(count, how, base=row.base) for count, how in zip(counts, hidden, strict=True))
        rows.append(SafeGridRow(label=row.label, base=_base(row.base), cells=cells, withheld=withheld))
    return SafeGrid(title=raw.title, columns=raw.columns, rows=tuple(rows), note=_NOTE)


def protect_grid_around(raw: RawGrid, column: str) -> SafeGrid:
    """A two-way table in which one column matters most: a row that would hide it is split into it and all else.

    Such a row says nothing of the other columns, and stands in the table in no other way, so that nothing can be
    worked out by taking away. Only for rows that are no parts of a whole. Raises ValueError for parts.
    """
    if raw.rows_are_parts:
        raise ValueError("rows that add up hide cells for one another's sake")
    at, whole = raw.columns.index(column), protect_grid(raw)
    rows = [
        _split_in_two(row, safe, at) if not safe.withheld and _hides_number(safe.cells[at]) else safe
        for row, safe in zip(raw.rows, whole.rows, strict=True)
    ]
    return SafeGrid(title=whole.title, columns=whole.columns, rows=tuple(rows), note=whole.note)


def _hides_number(cell: SafeCount) -> bool:
    return cell.is_protected and cell.text not in (_WORDS[Shown.ALMOST_ALL], _WORDS[Shown.MOST])


def _split_in_two(row: RawGridRow, safe: SafeGridRow, at: int) -> SafeGridRow:
    both = (row.counts[at], row.base - row.counts[at])
    alone = _count(both[0], hiding.exclusive(both)[0], base=row.base)
    if _hides_number(alone):
        return safe
    hidden = _count(0, Shown.HIDDEN, base=None)
    cells = tuple(alone if place == at else hidden for place in range(len(row.counts)))
    return SafeGridRow(label=safe.label, base=safe.base, cells=cells, withheld=False)


def may_publish_subset(larger: RawTable, smaller: RawTable) -> bool:
    """Whether both a group and a part of it may be shown: not when 1 to 9 people make the difference (SAFETY R-42).

    Raises ValueError where the part is larger than the whole.
    """
    difference = larger.base - smaller.base
    if difference < 0:
        raise ValueError("the part has more people than the whole")
    return difference == 0 or difference >= SMALLEST_BASE


def rounded(count: int) -> int:
    """A count to the nearest 5."""
    return ROUNDED_TO * ((count + ROUNDED_TO // 2) // ROUNDED_TO)


def published_count(table: SafeTable, labels: Sequence[str]) -> int | None:
    """How many people chose any of these exclusive rows by the published figures; None where one is protected."""
    values = [row.count.value for label in labels if (row := table.row(label)) is not None]
    known = [value for value in values if value is not None]
    if table.withheld or table.base.value is None or len(known) != len(labels):
        return None
    return min(sum(known), table.base.value)


def _base(base: int) -> SafeBase:
    if base == 0:
        return SafeBase(text="0", value=0)
    if base < SMALLEST_BASE:
        return SafeBase(text=f"fewer than {SMALLEST_BASE}", value=None)
    return SafeBase(text=str(rounded(base)), value=rounded(base))


def _note(base: int) -> str:
    return _NOTE if rounded(base) >= SMALLEST_BASE_FOR_PERCENT else _NOTE + _NO_PERCENT


def _row(row: RawRow, how: Shown, base: int) -> SafeRow:
    count = _count(row.count, how, base=base)
    if count.value is None or count.share_percent is None:
        return SafeRow(label=row.label, count=count)
    return SafeRow(label=row.label, count=count, interval=wilson(count.value, rounded(base)))


def _count(count: int, how: Shown, *, base: int | None) -> SafeCount:
    if how is not Shown.NUMBER:
        return SafeCount(text=_WORDS[how], value=None)
    value = rounded(count)
    if base is None or rounded(base) < SMALLEST_BASE_FOR_PERCENT:
        return SafeCount(text=str(value), value=value)
    return SafeCount(text=str(value), value=value, share_percent=whole_percent(value, rounded(base)))
