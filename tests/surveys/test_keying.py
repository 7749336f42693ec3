"""Key numbers typed from paper mean what is printed beside them, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import AnswerProblems, instrument_text, load, read_answers
from surveys.keying import asked_on_paper, codes_typed, fields_typed, key_of, keys_of

SURVEY = load(instrument_text("be-supported"))
FEW, MANY = SURVEY.question("know_who"), SURVEY.question("who_would")


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("", []),
        ("2", ["agree"]),
        (" 2 ", ["agree"]),
        ("26", ["agree", "rather_not_say"]),
        ("7", ["key 7"]),
        ("0", ["key 0"]),
        ("agree", ["key agree"]),
        ("\N{ARABIC-INDIC DIGIT TWO}", ["key \N{ARABIC-INDIC DIGIT TWO}"]),
    ],
)
def test_one_digit_is_enough_where_no_key_has_two(typed: str, codes: list[str]) -> None:
    assert codes_typed(FEW, typed) == codes


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("12", ["nobody"]),
        ("1 2", ["parent_or_carer", "other_family"]),
        ("1,11;3", ["parent_or_carer", "something_else", "friend"]),
        ("14", ["key 14"]),
        ("9999999999", ["key 9999999999"]),
    ],
)
def test_two_digits_are_one_key_where_keys_have_two(typed: str, codes: list[str]) -> None:
    assert codes_typed(MANY, typed) == codes


def test_a_key_that_is_not_printed_is_complained_of() -> None:
    with pytest.raises(AnswerProblems) as found:
        read_answers(SURVEY, fields_typed(SURVEY, {"know_who": "9"}))

    assert list(found.value.problems) == ["know_who"]


def test_the_receipt_is_not_asked_for_on_paper() -> None:
    assert "hear_back" not in [question.code for question in asked_on_paper(SURVEY)]
    assert fields_typed(SURVEY, {"hear_back": "1"}) == {}


def test_text_goes_through_as_it_is() -> None:
    typed = {"good": "1 2", "who_would": "11", "who_would__something_else": "My nan"}

    answers = read_answers(SURVEY, fields_typed(SURVEY, typed))

    assert (dict(answers.chosen), dict(answers.texts)) == (
        {"who_would": ("something_else",)},
        {"good": "1 2", "who_would__something_else": "My nan"},
    )


@given(st.sampled_from([FEW, MANY]), st.data())
def test_keys_and_codes_are_each_others_likeness(question: object, data: st.DataObject) -> None:
    assert question in (FEW, MANY)
    asked = FEW if question is FEW else MANY
    codes = data.draw(st.lists(st.sampled_from([option.code for option in asked.options]), unique=True))

    assert codes_typed(asked, keys_of(asked, codes)) == codes
    assert [asked.options[key_of(asked, code) - 1].code for code in codes] == codes


@given(st.text())
def test_whatever_is_typed_is_read_or_complained_of(typed: str) -> None:
    for question in (FEW, MANY):
        known = {option.code for option in question.options}
        assert all(code in known or code.startswith("key ") for code in codes_typed(question, typed))
