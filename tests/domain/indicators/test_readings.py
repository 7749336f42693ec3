"""What an indicator stood at on a day: values in force, corrections, availability, statuses by hand."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from analysis.figures.rag import Direction
from feedback_app.domain.indicators.facts import IndicatorReading
from feedback_app.domain.indicators.kinds import Availability, Better, Rag, RagRule
from feedback_app.domain.indicators.queries import indicators, overrides_of, values_of
from feedback_app.domain.indicators.readings import readings
from feedback_app.domain.indicators.record import (
    AlreadyCorrected,
    NumberTaken,
    PeriodHasValue,
    ReasonNeeded,
    correct_value,
    lift_override,
    override_rag,
    record_value,
    set_availability,
)
from tests.factories.board import make_indicator, make_value, value

MARCH_2021 = date(2021, 3, 5)


def standing(session: Session, on: date = MARCH_2021) -> IndicatorReading:
    """How the only indicator stood on a day."""
    session.flush()
    (reading,) = readings(session, on)
    return reading


def test_the_newest_period_is_in_force_and_is_compared(session: Session) -> None:
    indicator = make_indicator(session)
    for period, number in (("2019-11", "80"), ("2020-10", "90"), ("2020-11", "97")):
        make_value(session, indicator, period, number)

    reading = standing(session)

    assert reading.value is not None
    assert reading.value.value == Decimal(97)
    assert reading.rag.status is Rag.AMBER
    assert (reading.rag.direction, reading.rag.direction_over_year) == (Direction.BETTER, Direction.BETTER)


def test_forty_one_per_cent_does_not_make_a_suspended_indicator_red(session: Session) -> None:
    indicator = make_indicator(session, number="1.3", target=Decimal(75))
    make_value(session, indicator, "2020-02", "41")
    reason = (
        "Local and national reporting suspended in March 2020 to allow greater focus on managing COVID-19."
    )
    set_availability(
        session, indicator, Availability.SUSPENDED, since=date(2020, 3, 1), reason=reason, by=None
    )

    assert standing(session, date(2020, 2, 28)).rag.status is Rag.RED
    suspended = standing(session)
    assert (suspended.rag.status, suspended.rag.because, suspended.value) == (Rag.NOT_AVAILABLE, reason, None)


def test_a_paper_of_an_earlier_day_does_not_see_a_later_value(session: Session) -> None:
    indicator = make_indicator(session)
    make_value(session, indicator, "2020-11", "101", known_on=date(2021, 4, 1))

    assert standing(session).rag.because == "No value has been reported."
    assert standing(session, date(2021, 4, 1)).rag.status is Rag.GREEN


def test_a_correction_stands_in_the_place_of_the_value_it_names(session: Session) -> None:
    indicator = make_indicator(session)
    wrong = make_value(session, indicator, "2020-11", "10")
    correct_value(session, wrong, value("2020-11", "101", known_on=date(2021, 2, 1)), by=None)

    assert standing(session, date(2021, 1, 31)).rag.status is Rag.RED
    assert standing(session).rag.status is Rag.GREEN
    assert [(one.facts.value, one.replaced) for one in values_of(session)[indicator]] == [
        (Decimal(101), False),
        (Decimal(10), True),
    ]


def test_a_value_is_corrected_once_and_a_period_is_entered_once(session: Session) -> None:
    indicator = make_indicator(session)
    first = make_value(session, indicator, "2020-11", "10")
    correct_value(session, first, value("2020-11", "11"), by=None)

    with pytest.raises(AlreadyCorrected):
        correct_value(session, first, value("2020-11", "12"), by=None)
    with pytest.raises(PeriodHasValue):
        record_value(session, indicator, value("2020-11", "13"), by=None)


def test_a_status_by_hand_needs_a_reason_and_lapses_with_a_newer_value(session: Session) -> None:
    indicator = make_indicator(session)
    make_value(session, indicator, "2020-11", "10")
    with pytest.raises(ReasonNeeded):
        override_rag(session, indicator, Rag.AMBER, period="2020-11", because="  ", on=MARCH_2021, by=None)
    override_rag(
        session, indicator, Rag.AMBER, period="2020-11", because="Recovering", on=MARCH_2021, by=None
    )

    by_hand = standing(session)
    make_value(session, indicator, "2020-12", "10")

    assert (by_hand.rag.status, by_hand.rag.because) == (Rag.AMBER, "Recovering")
    assert standing(session).rag.status is Rag.RED


def test_a_status_by_hand_can_stand_without_a_value_and_be_taken_back(session: Session) -> None:
    indicator = make_indicator(session)
    override_rag(session, indicator, Rag.AMBER, period=None, because="As printed", on=MARCH_2021, by=None)

    assert standing(session).rag.status is Rag.AMBER
    session.flush()
    lift_override(session, overrides_of(session)[indicator][0].id, on=date(2021, 4, 1), by=None)
    assert standing(session).rag.status is Rag.AMBER
    assert standing(session, date(2021, 4, 1)).rag.status is Rag.NOT_AVAILABLE


def test_who_judges_that_it_recovers_is_named(session: Session) -> None:
    indicator = make_indicator(session, rule=RagRule.RECOVERS_IN_YEAR)
    make_value(session, indicator, "2020-11", "50", judged_by="The director", recovers=True)

    reading = standing(session)

    assert reading.rag.status is Rag.AMBER
    assert "The director" in reading.rag.because


def test_less_can_be_better(session: Session) -> None:
    indicator = make_indicator(session, good_is=Better.LOWER)
    make_value(session, indicator, "2020-11", "99.9")

    assert standing(session).rag.status is Rag.GREEN


def test_numbers_are_text_and_stand_in_the_order_people_read_them(session: Session) -> None:
    for number in ("1.10", "1.3", "1.1"):
        make_indicator(session, number=number)
    with pytest.raises(NumberTaken):
        make_indicator(session, number="1.10")

    assert [one.facts.number for one in indicators(session)] == ["1.1", "1.3", "1.10"]


def test_no_database_rounds_a_value(session: Session) -> None:
    indicator = make_indicator(session)
    make_value(session, indicator, "2020-11", "0.1000000000000000055511151231")

    reading = standing(session)

    assert reading.value is not None
    assert reading.value.value == Decimal("0.1000000000000000055511151231")
