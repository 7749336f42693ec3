"""Shares with their intervals, and when a difference between waves may be called a change."""

from __future__ import annotations

import pytest

from analysis.figures.comparison import ChangeVerdict, be_supported_index, change, difference
from analysis.figures.counts import RawTable, TableKind, whole_percent, wilson
from analysis.figures.suppression import SafeTable, protect


def wave(agree: int, others: int) -> SafeTable:
    return protect(RawTable.of("I know who to talk to", {"Agree": agree, "Not sure": others}))


def test_the_wilson_interval_is_the_published_one() -> None:
    interval = wilson(15, 50)

    assert (round(interval.low, 4), round(interval.high, 4)) == (0.191, 0.4375)


def test_the_interval_of_a_difference_is_newcombes() -> None:
    interval = difference(48, 80, 56, 70)

    assert (round(interval.low, 4), round(interval.high, 4)) == (0.0524, 0.3339)


def test_a_row_carries_the_interval_of_its_published_figures() -> None:
    assert wave(61, 42).rows[0].interval == wilson(60, 105)


def test_halves_go_up_and_no_share_passes_a_hundred() -> None:
    assert (whole_percent(1, 8), whole_percent(1, 200), whole_percent(65, 60)) == (13, 1, 100)


def test_a_clear_rise_is_called_a_rise() -> None:
    found = change(wave(100, 100), wave(140, 60), ["Agree"])

    assert (found.points, found.verdict) == (20, ChangeVerdict.ROSE)
    assert found.sentence == "This rose from 50 % to 70 %."


def test_a_clear_fall_is_called_a_fall() -> None:
    assert change(wave(140, 60), wave(100, 100), ["Agree"]).verdict is ChangeVerdict.FELL


def test_a_difference_that_could_be_chance_is_not_called_a_change() -> None:
    found = change(wave(50, 50), wave(55, 45), ["Agree"])

    assert found.verdict is ChangeVerdict.NO_CLEAR_CHANGE
    assert "could be chance" in found.sentence


@pytest.mark.parametrize("small", [wave(20, 20), wave(3, 3), wave(2, 70)])
def test_small_or_protected_waves_are_not_compared(small: SafeTable) -> None:
    assert change(small, wave(100, 100), ["Agree"]).verdict is ChangeVerdict.CANNOT_SAY


def test_one_person_in_a_protected_cell_changes_nothing_that_is_said() -> None:
    before = wave(100, 100)

    assert change(before, wave(61, 42), ["Agree"]) == change(before, wave(60, 43), ["Agree"])


def test_the_index_is_the_mean_share_of_people_who_agree() -> None:
    first = protect(RawTable.of("1", {"Strongly agree": 30, "Agree": 30, "Not sure": 40}))
    second = protect(RawTable.of("2", {"Strongly agree": 20, "Agree": 20, "Not sure": 60}))

    assert be_supported_index([first, second]) == 50


def test_the_index_is_missing_where_one_question_cannot_be_published() -> None:
    first = protect(RawTable.of("1", {"Strongly agree": 30, "Agree": 30, "Not sure": 40}))
    second = protect(RawTable.of("2", {"Strongly agree": 2, "Agree": 3, "Not sure": 4}))

    assert be_supported_index([first, second]) is None
    assert be_supported_index([]) is None


def test_a_table_of_several_answers_needs_its_base() -> None:
    with pytest.raises(ValueError, match="needs its base"):
        RawTable.of("Who", {"friend": 3}, kind=TableKind.MULTIPLE)
