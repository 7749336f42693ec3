"""Raw counts as they leave the database, and the arithmetic of shares and their intervals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import sqrt

#: Two-sided 95 % of the normal distribution.
Z_95 = 1.959963984540054


class TableKind(StrEnum):
    """How the rows of a table stand to its base."""

    #: Each person is in exactly one row: the rows sum to the base.
    EXCLUSIVE = "exclusive"
    #: Each person may be in any number of rows: every row has its own complement.
    MULTIPLE = "multiple"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """One option and how many people chose it."""

    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """True counts of one question in one group; never to be shown, only to be protected.

    `base` is the number of people who chose an answer that means something. `aside` holds what stands outside
    the base on lines of its own ("I'd rather not say", blanks).
    """

    title: str
    base: int
    rows: tuple[RawRow, ...]
    kind: TableKind = TableKind.EXCLUSIVE
    aside: tuple[RawRow, ...] = ()

    def __post_init__(self) -> None:
        counts = [row.count for row in self.rows]
        if self.base < 0 or min(counts + [row.count for row in self.aside], default=0) < 0:
            raise ValueError("a count cannot be negative")
        if max(counts, default=0) > self.base:
            raise ValueError("a row cannot have more people than the base")
        if self.kind is TableKind.EXCLUSIVE and sum(counts) != self.base:
            raise ValueError("the rows of an exclusive table must sum to its base")

    @classmethod
    def of(
        cls,
        title: str,
        counts: dict[str, int],
        *,
        base: int | None = None,
        kind: TableKind = TableKind.EXCLUSIVE,
        aside: dict[str, int] | None = None,
    ) -> RawTable:
        """A table from label → count; the base of an exclusive table may be left to the sum."""
        if base is None:
            if kind is TableKind.MULTIPLE:
                raise ValueError("a table of several answers each needs its base")
            base = sum(counts.values())
        rows = tuple(RawRow(label=label, count=count) for label, count in counts.items())
        outside = tuple(RawRow(label=label, count=count) for label, count in (aside or {}).items())
        return cls(title=title, base=base, rows=rows, kind=kind, aside=outside)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawGridRow:
    """One group of a two-way table and its counts, in the order of the columns."""

    label: str
    counts: tuple[int, ...]

    @property
    def base(self) -> int:
        """How many people the row holds: each is in exactly one column."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawGrid:
    """A two-way table (theme by sentiment, age by answer): in each row everybody is in one column.

    `rows_are_parts` says that the rows split one whole (age bands), so that columns add up as well; themes
    overlap and do not.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[RawGridRow, ...]
    rows_are_parts: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.counts) != len(self.columns):
                raise ValueError("every row of a grid needs one count for each column")
            if min(row.counts, default=0) < 0:
                raise ValueError("a count cannot be negative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A range of shares, both ends 0-1."""

    low: float
    high: float


def share(count: int, base: int) -> float:
    """A share 0-1; raises ValueError for a base of nobody."""
    if base <= 0:
        raise ValueError("there is no share of nobody")
    return count / base


def whole_percent(count: int, base: int) -> int:
    """A share in whole per cent, halves up, never over 100."""
    exact = Decimal(100 * count) / Decimal(base)
    return min(100, int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)))


def wilson(count: int, base: int) -> Interval:
    """The 95 % Wilson score interval of count out of base, as shares 0-1."""
    observed = share(min(count, base), base)
    squared = Z_95 * Z_95
    centre = observed + squared / (2 * base)
    margin = Z_95 * sqrt(observed * (1 - observed) / base + squared / (4 * base * base))
    scale = 1 + squared / base
    return Interval(low=max(0.0, (centre - margin) / scale), high=min(1.0, (centre + margin) / scale))
