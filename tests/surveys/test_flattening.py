"""One row of a table for one person's answers."""

from surveys import columns, flatten, instrument_text, load, read_answers, unflatten
from tests.surveys.making import small


def test_a_column_for_each_question_and_each_box_beside_an_option() -> None:
    assert columns(small()) == ("safe", "where", "where__other", "why", "quote_ok")


def test_information_has_no_column() -> None:
    names = columns(load(instrument_text("voxy")))

    assert "under_11_note" not in names
    assert names[:3] == ("topic", "topic__something_else", "feel")


def test_a_row_has_every_column_and_joins_what_was_chosen_together() -> None:
    raw = {"where": ["other", "park"], "where__other": ["by the river | bridge"], "safe": ["disagree"]}

    row = flatten(small(), read_answers(small(), raw))

    assert row == {
        "safe": "disagree",
        "where": "park|other",
        "where__other": "by the river | bridge",
        "why": "",
        "quote_ok": "",
    }


def test_a_row_typed_by_hand_may_have_blanks_and_columns_of_its_own() -> None:
    fields = unflatten(small(), {"where": " park | club |", "safe": " agree ", "why": "", "typed by": "Jo"})

    assert fields == {"safe": ["agree"], "where": ["park", "club"]}


def test_words_in_a_row_stay_as_they_are() -> None:
    assert unflatten(small(), {"why": " a|b "}) == {"why": [" a|b "]}


def test_two_options_in_a_cell_for_one_reach_the_judge() -> None:
    assert unflatten(small(), {"safe": "agree|disagree"}) == {"safe": ["agree", "disagree"]}
