"""Periods are typed, exported and read back as the same period."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback_app.domain.indicators.period import Period, PeriodKind, read_period

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))


def first_day(kind: PeriodKind, day: date) -> date:
    """The first day of a period of this kind near a day."""
    match kind:
        case PeriodKind.DAY:
            return day
        case PeriodKind.MONTH:
            return day.replace(day=1)
        case PeriodKind.QUARTER:
            return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
        case PeriodKind.SCHOOL_YEAR:
            return date(day.year, 9, 1)
        case PeriodKind.FINANCIAL_YEAR:
            return date(day.year, 4, 1)
        case PeriodKind.YEAR:
            return date(day.year, 1, 1)


@settings(deadline=None)
@given(st.sampled_from(PeriodKind), DAYS)
def test_a_period_reads_back_from_its_code(kind: PeriodKind, day: date) -> None:
    period = Period(kind=kind, starts_on=first_day(kind, day))

    assert read_period(period.code) == period


@settings(deadline=None)
@given(st.text(max_size=20))
def test_any_text_is_a_period_or_none(text: str) -> None:
    found = read_period(text)

    assert found is None or read_period(found.code) == found


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2020-02", "February 2020"),
        ("2020/21 Q3", "quarter 3 of 2020/21"),
        ("2020/21 q4", "quarter 4 of 2020/21"),
        ("2018/19 school", "the 2018/19 academic year"),
        ("2009-10", "October 2009"),
        ("2009/10", "the year 2009/10"),
        ("2020-12-31", "31 December 2020"),
        ("2020", "2020"),
    ],
)
def test_a_period_is_printed_in_words(typed: str, words: str) -> None:
    period = read_period(typed)

    assert period is not None
    assert period.words == words


@pytest.mark.parametrize(
    "typed", ["", "2020-13", "2020/22", "2020/21 Q5", "spring", "31/12/2020", "２０２０"]
)
def test_what_names_no_period_is_none(typed: str) -> None:
    assert read_period(typed) is None


def test_the_third_quarter_of_the_financial_year_is_october_to_december() -> None:
    period = read_period("2020/21 Q3")

    assert period is not None
    assert period.starts_on == date(2020, 10, 1)
    assert period.year_before == read_period("2019/20 Q3")
