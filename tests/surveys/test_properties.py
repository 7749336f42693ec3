"""Whatever is sent, the judge answers; whatever it keeps can be stored, flattened and read again."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import (
    INSTRUMENTS,
    AnswerProblems,
    Answers,
    Kind,
    Survey,
    columns,
    flatten,
    instrument_text,
    load,
    read_answers,
    shown_questions,
    text_field,
    unflatten,
)
from tests.surveys.making import UNHURRIED, small

SURVEYS = [small(), *(load(instrument_text(slug)) for slug in INSTRUMENTS)]
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=120)


@st.composite
def anything(draw: st.DrawFn) -> tuple[Survey, dict[str, list[str]]]:
    """A survey and fields as a hostile client could send them."""
    survey = draw(st.sampled_from(SURVEYS))
    names = st.sampled_from(columns(survey)) | ANY_TEXT
    codes = sorted({option.code for question in survey.questions for option in question.options})
    values = st.sampled_from(codes) | ANY_TEXT
    return survey, draw(st.dictionaries(names, st.lists(values, max_size=4), max_size=20))


@st.composite
def filled_in(draw: st.DrawFn) -> tuple[Survey, dict[str, list[str]]]:
    """A survey and fields as its own form sends them, hidden questions filled in or not."""
    survey = draw(st.sampled_from(SURVEYS))
    raw: dict[str, list[str]] = {}
    for question in survey.questions:
        if question.is_text:
            raw[question.code] = [draw(st.text(max_size=question.max_length or 0) | st.just(""))]
        elif question.is_choice:
            alone = [[option.code] for option in question.options]
            joinable = [option.code for option in question.options if not option.exclusive]
            several = st.lists(st.sampled_from(joinable), unique=True, max_size=question.most)
            choice = st.sampled_from([[], *alone])
            raw[question.code] = draw(choice | several if question.kind is Kind.MULTIPLE else choice)
        for option in question.options:
            if option.text_box:
                raw[text_field(question, option)] = [draw(st.text(max_size=100))]
    return survey, raw


def judged(survey: Survey, raw: dict[str, list[str]]) -> Answers | None:
    problems: set[str] = set()
    try:
        return read_answers(survey, raw)
    except AnswerProblems as refused:
        problems.update(refused.problems)
    assert problems
    assert problems <= {question.code for question in survey.questions}
    return None


@UNHURRIED
@given(anything())
def test_whatever_is_sent_is_kept_or_named_as_a_problem(sent: tuple[Survey, dict[str, list[str]]]) -> None:
    survey, raw = sent

    answers = judged(survey, raw)

    if answers is not None:
        shown = shown_questions(survey, answers.chosen, answers.texts)
        for code, options in answers.chosen.items():
            question = survey.question(code)
            offered = [option.code for option in question.options]
            assert code in shown
            assert list(options) == [option for option in offered if option in options]
            assert (
                1 <= len(options) <= (question.most or len(offered) if question.kind is Kind.MULTIPLE else 1)
            )
            assert len(options) == 1 or not any(question.option(option).exclusive for option in options)
        assert {field.question for field in answers.text_fields()} <= shown


@UNHURRIED
@given(anything())
def test_every_text_kept_can_be_stored_anywhere(sent: tuple[Survey, dict[str, list[str]]]) -> None:
    survey, raw = sent

    answers = judged(survey, raw)

    for text in answers.texts.values() if answers is not None else ():
        text.encode("utf-8")
        assert unicodedata.is_normalized("NFC", text)
        assert text.strip()
        assert not any(unicodedata.category(sign) == "Cc" and sign not in "\n\t" for sign in text)


@UNHURRIED
@given(filled_in())
def test_what_the_form_offers_is_never_refused(sent: tuple[Survey, dict[str, list[str]]]) -> None:
    survey, raw = sent

    answers = read_answers(survey, raw)

    shown = shown_questions(survey, answers.chosen, answers.texts)
    assert set(answers.chosen) == {
        question.code
        for question in survey.questions
        if question.code in shown and raw.get(question.code)
        if question.is_choice
    }


@UNHURRIED
@given(filled_in())
def test_a_row_read_back_is_the_same_answers(sent: tuple[Survey, dict[str, list[str]]]) -> None:
    survey, raw = sent
    answers = read_answers(survey, raw)

    row = flatten(survey, answers)

    assert tuple(row) == columns(survey)
    assert read_answers(survey, unflatten(survey, row)) == answers


@UNHURRIED
@given(filled_in(), st.dictionaries(ANY_TEXT, ANY_TEXT))
def test_columns_of_others_change_nothing(
    sent: tuple[Survey, dict[str, list[str]]], others: dict[str, str]
) -> None:
    survey, raw = sent
    row = flatten(survey, read_answers(survey, raw))

    assert unflatten(survey, others | row) == unflatten(survey, row)


@pytest.mark.parametrize(
    "huge",
    ["x" * 260_000, "\x00" * 260_000, "a" + "\u0300\u0327" * 60_000, "\ud800" * 60_000, "\r" * 260_000],
    ids=["letters", "controls", "marks", "surrogates", "line ends"],
)
def test_the_longest_text_that_can_arrive_is_judged_at_once(huge: str) -> None:
    started = time.process_time()

    answers = judged(small(), {"safe": ["disagree"], "why": [huge]})

    assert answers is None or answers.texts == {}
    assert time.process_time() - started < 1


def test_a_full_questionnaire_is_judged_in_a_fraction_of_a_millisecond() -> None:
    survey = SURVEYS[INSTRUMENTS.index("be-supported") + 1]
    raw = {question.code: [question.options[0].code] for question in survey.questions if question.is_choice}
    raw |= {"who_would": ["nobody"], "good": ["It is good. " * 80], "better": ["More of it. " * 80]}

    def seconds() -> float:
        started = time.process_time()
        for _ in range(200):
            read_answers(survey, raw)
        return (time.process_time() - started) / 200

    assert min(seconds() for _ in range(5)) < 0.001
