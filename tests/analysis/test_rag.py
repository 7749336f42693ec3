"""Red, amber, green: the rule that reads a value against its aim."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.rag import (
    Aim,
    Availability,
    Better,
    Direction,
    Judgement,
    Rag,
    RagRule,
    direction,
    read,
)

REPORTED = Availability.REPORTED
numbers = st.decimals(min_value=-1000, max_value=1000, places=2)


def aim(target: int | None = 100, **changes: object) -> Aim:
    return Aim(target=None if target is None else Decimal(target), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "better", "status"),
    [
        ("100", Better.HIGHER, Rag.GREEN),
        ("95", Better.HIGHER, Rag.AMBER),
        ("94.99", Better.HIGHER, Rag.RED),
        ("100", Better.LOWER, Rag.GREEN),
        ("105", Better.LOWER, Rag.AMBER),
        ("105.01", Better.LOWER, Rag.RED),
        ("96", Better.TO_PLAN, Rag.AMBER),
        ("104", Better.TO_PLAN, Rag.AMBER),
        ("106", Better.TO_PLAN, Rag.RED),
    ],
)
def test_within_five_per_cent_of_the_target_is_amber(value: str, better: Better, status: Rag) -> None:
    assert read(Decimal(value), aim(better=better), REPORTED).status is status


def test_points_are_counted_in_the_indicators_own_unit() -> None:
    in_points = aim(rule=RagRule.ABSOLUTE_POINTS, tolerance=Decimal(3))

    assert read(Decimal(97), in_points, REPORTED).status is Rag.AMBER
    assert read(Decimal("96.9"), in_points, REPORTED).status is Rag.RED
    assert (
        read(Decimal(97), in_points, REPORTED).because == "The target is missed, but within 3 of the target."
    )


@pytest.mark.parametrize(
    ("year_ago", "status"), [("70", Rag.AMBER), ("80", Rag.AMBER), ("90", Rag.RED), (None, Rag.RED)]
)
def test_no_worse_than_a_year_ago_is_amber_where_the_rule_says_so(year_ago: str | None, status: Rag) -> None:
    improving = aim(rule=RagRule.IMPROVING_AMBER)
    earlier = None if year_ago is None else Decimal(year_ago)

    assert read(Decimal(80), improving, REPORTED, year_ago=earlier).status is status


def test_a_named_person_judges_whether_it_recovers() -> None:
    recovering = aim(rule=RagRule.RECOVERS_IN_YEAR)
    yes = Judgement(by="Head of Early Help", recovers=True)
    no = Judgement(by="Head of Early Help", recovers=False)

    assert read(Decimal(80), recovering, REPORTED, judgement=yes).status is Rag.AMBER
    assert "Head of Early Help" in read(Decimal(80), recovering, REPORTED, judgement=yes).because
    assert read(Decimal(80), recovering, REPORTED, judgement=no).status is Rag.RED
    assert read(Decimal(80), recovering, REPORTED).status is Rag.RED


def test_a_suspended_indicator_is_not_coloured_by_an_old_value() -> None:
    reading = read(
        Decimal(41), aim(75), Availability.SUSPENDED, reason="Local and national reporting suspended"
    )

    assert (reading.status, reading.status.letter) == (Rag.NOT_AVAILABLE, "N/A")
    assert reading.because == "Local and national reporting suspended"
    assert reading.direction is Direction.CANNOT_BE_CALCULATED


def test_without_a_value_or_a_target_there_is_no_colour() -> None:
    assert read(None, aim(), REPORTED).status is Rag.NOT_AVAILABLE
    assert read(Decimal(3), aim(None), REPORTED).status is Rag.NOT_AVAILABLE


def test_a_value_without_a_target_still_has_its_direction() -> None:
    assert read(Decimal(3), aim(None), REPORTED, previous=Decimal(2)).direction is Direction.BETTER


def test_a_person_may_set_a_status_with_a_reason() -> None:
    reading = read(None, aim(), REPORTED).overridden(Rag.AMBER, "as printed in the paper")

    assert (reading.status, reading.because, reading.is_override) == (
        Rag.AMBER,
        "as printed in the paper",
        True,
    )
    with pytest.raises(ValueError, match="reason"):
        reading.overridden(Rag.RED, "  ")


def test_each_status_has_a_letter_and_a_word() -> None:
    assert [(rag.letter, rag.word) for rag in Rag] == [
        ("R", "Red"),
        ("A", "Amber"),
        ("G", "Green"),
        ("N/A", "Not available"),
    ]


@pytest.mark.parametrize(
    ("better", "value", "earlier", "way"),
    [
        (Better.HIGHER, 5, 4, Direction.BETTER),
        (Better.HIGHER, 4, 5, Direction.WORSE),
        (Better.LOWER, 4, 5, Direction.BETTER),
        (Better.TO_PLAN, 98, 110, Direction.BETTER),
        (Better.TO_PLAN, 90, 110, Direction.NO_CHANGE),
        (Better.HIGHER, 5, None, Direction.CANNOT_BE_CALCULATED),
    ],
)
def test_direction_of_travel_knows_which_way_is_good(
    better: Better, value: int, earlier: int | None, way: Direction
) -> None:
    before = None if earlier is None else Decimal(earlier)

    assert direction(Decimal(value), before, aim(better=better)) is way


@given(numbers, numbers, st.sampled_from(Better), st.sampled_from(list(Availability)[1:]))
def test_availability_outranks_every_value(
    value: Decimal, target: Decimal, better: Better, why: Availability
) -> None:
    reading = read(value, Aim(target=target, better=better), why)

    assert reading.status is Rag.NOT_AVAILABLE
    assert reading.because


@given(numbers, numbers, numbers, st.sampled_from([RagRule.RELATIVE_PERCENT, RagRule.ABSOLUTE_POINTS]))
def test_a_better_value_never_has_a_worse_status(
    first: Decimal, second: Decimal, target: Decimal, rule: RagRule
) -> None:
    order = [Rag.RED, Rag.AMBER, Rag.GREEN]
    low, high = sorted((first, second))
    higher = Aim(target=target, rule=rule, better=Better.HIGHER)
    lower = Aim(target=target, rule=rule, better=Better.LOWER)

    assert order.index(read(low, higher, REPORTED).status) <= order.index(read(high, higher, REPORTED).status)
    assert order.index(read(high, lower, REPORTED).status) <= order.index(read(low, lower, REPORTED).status)


@given(numbers, numbers, st.sampled_from(Better), st.sampled_from(RagRule))
def test_meeting_the_target_is_green_under_every_rule(
    value: Decimal, target: Decimal, better: Better, rule: RagRule
) -> None:
    met = {Better.HIGHER: value >= target, Better.LOWER: value <= target, Better.TO_PLAN: value == target}[
        better
    ]

    assert (read(value, Aim(target=target, better=better, rule=rule), REPORTED).status is Rag.GREEN) is met
