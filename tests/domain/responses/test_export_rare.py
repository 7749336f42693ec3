"""Which options of a column are hidden, so that no number from 1 to 7 can be counted in the file."""

from hypothesis import given
from hypothesis import strategies as st

from feedback_app.domain.responses.exporting import rare_options

COUNTS = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 40), max_size=7)


def test_nothing_is_hidden_where_nothing_is_rare() -> None:
    assert rare_options({"a": 8, "b": 0, "c": 90}, may_overlap=False) == frozenset()


def test_one_rare_option_takes_the_next_rarest_with_it() -> None:
    assert rare_options({"a": 3, "b": 50, "c": 12}, may_overlap=False) == {"a", "c"}


def test_rare_options_that_hide_one_another_are_enough() -> None:
    assert rare_options({"a": 3, "b": 6, "c": 12}, may_overlap=False) == {"a", "b"}


def test_counts_of_several_options_are_not_people() -> None:
    assert rare_options({"a": 4, "b": 4, "c": 12, "d": 30}, may_overlap=True) == {"a", "b", "c"}


@given(COUNTS)
def test_what_is_shown_and_what_is_hidden_are_both_eight_or_more(counts: dict[str, int]) -> None:
    hidden = rare_options(counts, may_overlap=False)

    assert all(count >= 8 for option, count in counts.items() if count and option not in hidden)
    people = sum(counts[option] for option in hidden)
    everybody_hidden = hidden == {option for option, count in counts.items() if count}
    assert people == 0 or people >= 8 or everybody_hidden
