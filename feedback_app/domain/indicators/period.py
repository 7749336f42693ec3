"""Periods that a figure speaks of: a day, a month, a quarter, a school year, a financial year, a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class PeriodKind(StrEnum):
    """How long a period is and when it begins."""

    DAY = "day"
    MONTH = "month"
    #: Of the financial year, which begins in April.
    QUARTER = "quarter"
    #: September to August.
    SCHOOL_YEAR = "school_year"
    #: April to March.
    FINANCIAL_YEAR = "financial_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period, told by its kind and first day."""

    kind: PeriodKind
    starts_on: date

    @property
    def code(self) -> str:
        """As typed and as exported: 2020-12-31, 2020-02, 2020/21 Q3, 2018/19 school, 2020/21, 2020."""
        start = self.starts_on
        match self.kind:
            case PeriodKind.DAY:
                return start.isoformat()
            case PeriodKind.MONTH:
                return f"{start.year:04d}-{start.month:02d}"
            case PeriodKind.QUARTER:
                return f"{_two_years(_financial_year(start))} Q{_quarter(start)}"
            case PeriodKind.SCHOOL_YEAR:
                return f"{_two_years(start.year)} school"
            case PeriodKind.FINANCIAL_YEAR:
                return _two_years(start.year)
            case PeriodKind.YEAR:
                return f"{start.year:04d}"
            case _ as never:
                assert_never(never)

    @property
    def words(self) -> str:
        """As printed beside a figure: "February 2020", "quarter 3 of 2020/21", "the 2018/19 academic year"."""
        start = self.starts_on
        match self.kind:
            case PeriodKind.DAY:
                return f"{start.day} {MONTHS[start.month - 1]} {start.year}"
            case PeriodKind.MONTH:
                return f"{MONTHS[start.month - 1]} {start.year}"
            case PeriodKind.QUARTER:
                return f"quarter {_quarter(start)} of {_two_years(_financial_year(start))}"
            case PeriodKind.SCHOOL_YEAR:
                return f"the {_two_years(start.year)} academic year"
            case PeriodKind.FINANCIAL_YEAR:
                return f"the year {_two_years(start.year)}"
            case PeriodKind.YEAR:
                return f"{start.year}"
            case _ as never:
                assert_never(never)

    @property
    def year_before(self) -> Period | None:
        """The same period a year earlier; None for a day that has none (29 February)."""
        try:
            return Period(kind=self.kind, starts_on=self.starts_on.replace(year=self.starts_on.year - 1))
        except ValueError:
            return None


PERIOD_HELP = (
    "Type a day (2026-12-31), a month (2026-02), a quarter of the financial year (2026/27 Q3), a school year "
    "(2026/27 school), a financial year (2026/27) or a year (2026)."
)


def read_period(code: str) -> Period | None:
    """The period that `code` names, or None where it names none."""
    code = " ".join(code.split())
    for pattern, make in _SHAPES:
        found = pattern.fullmatch(code)
        if found:
            try:
                return make([int(part) for part in found.groups()])
            except ValueError:
                return None
    return None


def _day(parts: list[int]) -> Period:
    return Period(kind=PeriodKind.DAY, starts_on=date(*parts))


def _month(parts: list[int]) -> Period:
    return Period(kind=PeriodKind.MONTH, starts_on=date(parts[0], parts[1], 1))


def _quarter_of(parts: list[int]) -> Period:
    year = _joined_years(parts[0], parts[1])
    start = date(year + 1, 1, 1) if parts[2] == 4 else date(year, 1 + 3 * parts[2], 1)
    return Period(kind=PeriodKind.QUARTER, starts_on=start)


def _school_year(parts: list[int]) -> Period:
    return Period(kind=PeriodKind.SCHOOL_YEAR, starts_on=date(_joined_years(parts[0], parts[1]), 9, 1))


def _financial(parts: list[int]) -> Period:
    return Period(kind=PeriodKind.FINANCIAL_YEAR, starts_on=date(_joined_years(parts[0], parts[1]), 4, 1))


def _year(parts: list[int]) -> Period:
    return Period(kind=PeriodKind.YEAR, starts_on=date(parts[0], 1, 1))


def _joined_years(first: int, second: int) -> int:
    if (first + 1) % 100 != second:
        raise ValueError("the second year does not follow the first")
    return first


def _two_years(first: int) -> str:
    return f"{first:04d}/{(first + 1) % 100:02d}"


def _financial_year(start: date) -> int:
    return start.year if start.month >= 4 else start.year - 1


def _quarter(start: date) -> int:
    return 4 if start.month < 4 else (start.month - 1) // 3


#: A dash joins a year to its month, a stroke joins two years: 2009-10 is October 2009, 2009/10 a financial year.
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[list[int]], Period]], ...] = (
    (re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII), _day),
    (re.compile(r"(\d{4})/(\d{2}) Q([1-4])", re.ASCII | re.IGNORECASE), _quarter_of),
    (re.compile(r"(\d{4})/(\d{2}) school", re.ASCII | re.IGNORECASE), _school_year),
    (re.compile(r"(\d{4})-(\d{2})", re.ASCII), _month),
    (re.compile(r"(\d{4})/(\d{2})", re.ASCII), _financial),
    (re.compile(r"(\d{4})", re.ASCII), _year),
)
