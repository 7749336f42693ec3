"""The disclosure gate: what may be published of a table, and what may not be worked out from it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.counts import RawGrid, RawGridRow, RawTable, TableKind
from analysis.figures.suppression import (
    SafeTable,
    may_publish_subset,
    protect,
    protect_grid,
    protect_number,
    published_count,
)

REPOSITORY = Path(__file__).resolve().parents[2]


def table(*counts: int, kind: TableKind = TableKind.EXCLUSIVE, base: int | None = None) -> RawTable:
    labels = {chr(65 + position): count for position, count in enumerate(counts)}
    return RawTable.of("A question", labels, base=base, kind=kind)


def words(safe: SafeTable) -> list[str]:
    return [row.count.text for row in safe.rows]


def all_text(safe: SafeTable) -> str:
    shares = [str(row.count.share_percent) for row in safe.rows if row.count.share_percent is not None]
    return " ".join([safe.base.text, *words(safe), *shares])


def test_small_counts_become_words_and_others_the_nearest_five() -> None:
    safe = protect(table(61, 33, 3, 4))

    assert words(safe) == ["60", "35", "fewer than 8", "fewer than 8"]
    assert safe.base.text == "100"


def test_shares_are_whole_per_cent_of_the_published_figures() -> None:
    safe = protect(table(61, 42))

    assert [row.count.share_percent for row in safe.rows] == [57, 38]


def test_a_base_under_fifty_has_no_percentages_and_says_so() -> None:
    safe = protect(table(22, 18))

    assert [row.count.share_percent for row in safe.rows] == [None, None]
    assert "no percentages" in safe.note


def test_a_group_under_ten_shows_nothing_but_that() -> None:
    safe = protect(table(5, 4))

    assert (safe.withheld, safe.rows, safe.base.text, safe.base.value) == (True, (), "fewer than 10", None)


def test_a_group_of_ten_is_shown() -> None:
    assert protect(table(5, 5)).withheld is False


def test_an_empty_table_says_that_nobody_has_answered() -> None:
    assert protect(table(0, 0)).note == "Nobody has answered yet."


def test_the_complement_of_a_small_number_is_words_too() -> None:
    safe = protect(table(58, 2))

    assert words(safe) == ["almost all", "fewer than 8"]
    assert "2" not in all_text(safe)


def test_everybody_is_shown_as_almost_all_and_the_zeros_do_not_give_it_away() -> None:
    assert words(protect(table(12, 0, 0))) == ["almost all", "fewer than 8", "fewer than 8"]
    assert words(protect(table(11, 1, 0))) == ["almost all", "fewer than 8", "fewer than 8"]


def test_a_lone_small_number_takes_the_next_lowest_with_it() -> None:
    assert words(protect(table(40, 30, 5))) == ["40", "not shown", "fewer than 8"]


def test_nobody_may_be_shown_as_nobody() -> None:
    assert words(protect(table(30, 30, 0))) == ["30", "30", "0"]


def test_where_several_answers_are_possible_each_row_has_its_own_complement() -> None:
    safe = protect(table(57, 30, 3, 0, kind=TableKind.MULTIPLE, base=60))

    assert words(safe) == ["almost all", "30", "fewer than 8", "0"]


def test_what_stands_beside_the_base_is_protected_as_well() -> None:
    raw = RawTable.of("A question", {"A": 30, "B": 30}, aside={"I'd rather not say": 3})

    assert [row.count.text for row in protect(raw).aside] == ["fewer than 8"]


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0"), (1, "fewer than 8"), (7, "fewer than 8"), (8, "10"), (12, "10"), (13, "15")]
)
def test_a_number_that_stands_alone_is_protected(count: int, text: str) -> None:
    assert protect_number(count).text == text


@pytest.mark.parametrize(("part", "allowed"), [(60, True), (59, False), (51, False), (50, True)])
def test_a_part_that_differs_by_one_to_nine_people_is_refused(part: int, allowed: bool) -> None:
    assert may_publish_subset(table(30, 30), table(part, 0)) is allowed


def test_the_rows_of_an_exclusive_table_must_sum_to_its_base() -> None:
    with pytest.raises(ValueError, match="sum to its base"):
        RawTable.of("A question", {"A": 3}, base=4)


def test_rows_can_be_counted_together_only_by_published_figures() -> None:
    assert published_count(protect(table(61, 33, 20)), ["A", "B"]) == 95
    assert published_count(protect(table(61, 33, 3, 3)), ["A", "C"]) is None


counts = st.lists(st.integers(0, 90), min_size=1, max_size=7)


@given(counts)
def test_no_true_count_of_one_to_seven_is_in_any_text(rows: list[int]) -> None:
    safe = protect(table(*rows))

    for row in safe.rows:
        assert row.count.text.isdigit() is (row.count.value is not None)
        assert row.count.value is None or row.count.value == 0 or row.count.value >= 10
    assert not re.search(r"(?<!than )\b[1-7]\b", " ".join([safe.base.text, *words(safe)]))


@given(counts, st.integers(0, 60))
def test_no_percentage_stands_on_a_base_under_fifty(rows: list[int], more: int) -> None:
    for kind, base in ((TableKind.EXCLUSIVE, None), (TableKind.MULTIPLE, max(rows) + more)):
        safe = protect(table(*rows, kind=kind, base=base))
        if safe.base.value is None or safe.base.value < 50:
            assert all(row.count.share_percent is None for row in safe.rows)


def every_table(rows: int, base: int) -> Iterator[tuple[int, ...]]:
    for front in product(range(base + 1), repeat=rows - 1):
        if sum(front) <= base:
            yield (*front, base - sum(front))


@pytest.mark.no_cover
@pytest.mark.parametrize(("rows", "largest"), [(2, 90), (3, 46), (4, 30)])
def test_whoever_knows_the_rules_cannot_work_out_a_hidden_number(rows: int, largest: int) -> None:
    """Every table that would be published alike is a possible truth: each hidden cell keeps two values, 2 or more apart."""
    alike: dict[tuple[str, ...], list[tuple[int, ...]]] = defaultdict(list)
    for base in range(10, largest + 1):
        for true in every_table(rows, base):
            safe = protect(table(*true))
            alike[(safe.base.text, *words(safe))].append(true)

    for published, truths in alike.items():
        if int(published[0]) > largest - 3:
            continue  # its other truths lie past the largest base tried
        for position, text in enumerate(published[1:]):
            values = [true[position] for true in truths]
            assert text.isdigit() or max(values) - min(values) >= 2, (published, truths)


@pytest.mark.no_cover
@pytest.mark.parametrize("base", range(10, 70))
def test_nor_where_several_answers_are_possible(base: int) -> None:
    near = [other for other in range(10, 75) if protect_number(other).value == protect_number(base).value]
    for count in range(base + 1):
        text = words(protect(table(count, kind=TableKind.MULTIPLE, base=base)))[0]
        same = [
            other
            for people in near
            for other in range(people + 1)
            if words(protect(table(other, kind=TableKind.MULTIPLE, base=people)))[0] == text
        ]
        assert text.isdigit() or max(same) - min(same) >= 2


def test_a_grid_protects_each_row_and_withholds_the_small_ones() -> None:
    raw = RawGrid(
        title="Themes by feeling",
        columns=("positive", "neutral", "negative"),
        rows=(
            RawGridRow(label="Staff", counts=(40, 20, 10)),
            RawGridRow(label="Housing", counts=(2, 1, 3)),
            RawGridRow(label="Services", counts=(3, 20, 40)),
        ),
    )

    safe = protect_grid(raw)

    assert [[cell.text for cell in row.cells] for row in safe.rows] == [
        ["40", "20", "10"],
        [],
        ["fewer than 8", "not shown", "40"],
    ]
    assert [row.withheld for row in safe.rows] == [False, True, False]


def test_a_grid_whose_columns_add_up_hides_a_second_cell_in_the_column() -> None:
    raw = RawGrid(
        title="Age by answer",
        columns=("yes", "no"),
        rows=(
            RawGridRow(label="11-12", counts=(20, 20)),
            RawGridRow(label="13-14", counts=(30, 30)),
            RawGridRow(label="15-16", counts=(30, 3)),
        ),
        rows_are_parts=True,
    )

    safe = protect_grid(raw)

    for column in range(2):
        assert sum(row.cells[column].is_protected for row in safe.rows) != 1


def test_only_the_gate_makes_safe_figures() -> None:
    made = re.compile(r"\b(SafeCount|SafeBase|SafeRow|SafeTable|SafeGrid|SafeGridRow)\(")
    makers = {
        path.relative_to(REPOSITORY).as_posix()
        for package in ("analysis", "feedback_app", "surveys")
        for path in (REPOSITORY / package).rglob("*.py")
        if made.search(re.sub(r"class \w+\(", "", path.read_text(encoding="utf-8")))
    }

    assert makers == {"analysis/figures/suppression.py"}
