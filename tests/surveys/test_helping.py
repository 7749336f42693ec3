"""Whether somebody helped is said beside the questions, judged with them, and never free text."""

import pytest

from surveys import HELPING_FIELDS, HelperRole, HelpGiven, Helping, instrument_text, load, read_answers

SURVEY = load(instrument_text("be-supported"))
HELP, HELPER = HELPING_FIELDS


def said(**fields: str | list[str]) -> Helping:
    raw = {name: [value] if isinstance(value, str) else value for name, value in fields.items()}
    return read_answers(SURVEY, raw).helping


@pytest.mark.parametrize("given", [one for one in HelpGiven if one is not HelpGiven.NOBODY])
@pytest.mark.parametrize("role", HelperRole)
def test_help_and_helper_are_read_together(given: HelpGiven, role: HelperRole) -> None:
    helping = said(**{HELP: given.value, HELPER: role.value, "know_who": "agree"})

    assert helping == Helping(given=given, role=role)
    assert helping.was_helped


def test_nothing_said_is_nothing_known() -> None:
    assert said(know_who="agree") == said(**{HELP: "", HELPER: ""}) == Helping()
    assert not Helping().was_helped


def test_nobody_has_no_role() -> None:
    helping = said(**{HELP: "nobody", HELPER: "teacher"})

    assert helping == Helping(given=HelpGiven.NOBODY)
    assert not helping.was_helped


def test_a_helper_alone_counts_as_help() -> None:
    helping = said(**{HELPER: "teacher"})

    assert helping == Helping(role=HelperRole.TEACHER)
    assert helping.was_helped


@pytest.mark.parametrize(
    "value", ["my uncle Dave", "READS", "reads ", "__class__", ["reads", "types"], "\x00"]
)
def test_what_is_not_offered_counts_as_nothing_said(value: str | list[str]) -> None:
    assert said(**{HELP: value, HELPER: value}) == Helping()


def test_no_question_can_take_these_names() -> None:
    assert all(name.startswith("_") for name in HELPING_FIELDS)
    assert not any(SURVEY.has_question(name) for name in HELPING_FIELDS)


def test_hidden_questions_and_text_are_not_touched_by_it() -> None:
    plain = read_answers(SURVEY, {"good": ["Warm"]})
    helped = read_answers(SURVEY, {"good": ["Warm"], HELP: ["reads"]})

    assert (plain.chosen, plain.texts) == (helped.chosen, helped.texts)
