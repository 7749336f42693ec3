"""Cohen's kappa: worked examples of the books, and what must hold of any two readers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.agreement import NoKappa, kappa

LABELS = ("negative", "neutral", "positive")
PAIRS = st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from(LABELS)), max_size=60)

#: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd ed., table 18.1, times a hundred people.
DIAGNOSES = {
    ("psychotic", "psychotic"): 75,
    ("psychotic", "neurotic"): 1,
    ("psychotic", "organic"): 4,
    ("neurotic", "psychotic"): 5,
    ("neurotic", "neurotic"): 4,
    ("neurotic", "organic"): 1,
    ("organic", "organic"): 10,
}


def pairs_of(table: dict[tuple[str, str], int]) -> list[tuple[str, str]]:
    return [pair for pair, count in table.items() for _ in range(count)]


def test_two_diagnosticians_agree_as_the_book_says() -> None:
    found = kappa(pairs_of(DIAGNOSES))

    assert (found.n, found.agreed) == (100, 89)
    assert found.value == pytest.approx(0.23 / 0.34)
    assert found.interval is not None
    assert (found.interval.high - found.interval.low) / 2 / 1.96 == pytest.approx(0.0877, abs=0.0001)


def test_a_table_of_yes_and_no_agrees_as_worked_out_by_hand() -> None:
    """0.70 observed, 0.50 by chance: 0.20 / 0.50."""
    found = kappa(pairs_of({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}))

    assert found.value == pytest.approx(0.4)


def test_readers_whose_labels_know_nothing_of_each_other_agree_as_chance_does() -> None:
    found = kappa([(one, other) for one in LABELS for other in LABELS for _ in range(7)])

    assert found.value == pytest.approx(0)
    assert found.interval is not None
    assert found.interval.low < 0 < found.interval.high


def test_readers_who_always_differ_on_two_labels_agree_less_than_chance() -> None:
    assert kappa([("yes", "no"), ("no", "yes")] * 10).value == pytest.approx(-1)


def test_full_agreement_on_few_things_is_no_certainty() -> None:
    few, many = kappa([("yes", "yes"), ("no", "no")] * 3), kappa([("yes", "yes"), ("no", "no")] * 300)

    assert few.interval is not None
    assert many.interval is not None
    assert few.value == many.value == 1
    assert few.interval.low < 0.4 < 0.98 < many.interval.low


def test_nothing_read_by_two_has_no_kappa() -> None:
    found = kappa([])

    assert (found.n, found.value, found.interval, found.undefined) == (0, None, None, NoKappa.NO_PAIRS)


def test_one_label_throughout_has_no_kappa_although_all_agree() -> None:
    found = kappa([("yes", "yes")] * 12)

    assert (found.n, found.agreed, found.value, found.interval) == (12, 12, None, None)
    assert found.undefined is NoKappa.ONE_LABEL


@given(PAIRS)
def test_who_is_named_first_makes_no_difference(pairs: list[tuple[str, str]]) -> None:
    one, other = kappa(pairs), kappa([(second, first) for first, second in pairs])

    assert (one.n, one.agreed, one.undefined) == (other.n, other.agreed, other.undefined)
    assert one.value == (None if other.value is None else pytest.approx(other.value, abs=1e-9))
    if one.interval is not None and other.interval is not None:
        assert one.interval.low == pytest.approx(other.interval.low, abs=1e-6)


@given(PAIRS, st.permutations(LABELS))
def test_the_names_of_the_labels_make_no_difference(pairs: list[tuple[str, str]], others: list[str]) -> None:
    named = dict(zip(LABELS, others, strict=True))

    one, other = kappa(pairs), kappa([(named[first], named[second]) for first, second in pairs])

    assert one.value == (None if other.value is None else pytest.approx(other.value, abs=1e-9))


@given(PAIRS)
def test_kappa_lies_within_its_interval_and_between_minus_one_and_one(pairs: list[tuple[str, str]]) -> None:
    found = kappa(pairs)

    assert (found.value is None) == (found.interval is None) == (found.undefined is not None)
    if found.value is not None and found.interval is not None:
        assert -1 - 1e-9 <= found.interval.low <= found.value + 1e-9 <= found.interval.high + 2e-9 <= 1 + 3e-9


@given(st.lists(st.sampled_from(LABELS), min_size=1, max_size=60))
def test_a_reader_agrees_wholly_with_themselves(labels: list[str]) -> None:
    found = kappa([(label, label) for label in labels])

    assert found.agreed == found.n
    assert found.value == (1 if len(set(labels)) > 1 else None)
