"""Which questions her answers show: case by case, and against a reading of its own."""

import json
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import (
    Survey,
    condition_tree,
    has_words,
    instrument_text,
    load,
    shown_questions,
)
from tests.surveys.making import UNHURRIED, small

CASES = json.loads((Path(__file__).parent / "skip_cases.json").read_text(encoding="utf-8"))


def survey_of(questions: list[dict[str, Any]]) -> Survey:
    """A survey of these questions, in the shape of the cases; JSON is YAML."""
    entries = [
        {
            "code": question["code"],
            "kind": question["kind"],
            "text": "?",
            **(
                {"options": [{"code": code, "text": code} for code in question["options"]]}
                if question["options"]
                else {}
            ),
            **({"shown_when": question["shown_when"]} if question["shown_when"] else {}),
        }
        for question in questions
    ]
    definition = {
        "slug": "made",
        "version": "1",
        "minutes": "1",
        "title": "Made",
        "purpose": "Made",
        "sections": [{"code": "one", "title": "One", "questions": entries}],
    }
    return load(json.dumps(definition))


def shown_by(survey: Survey, answers: Mapping[str, list[str]]) -> set[str]:
    """What these fields of a form show, of the questions that have a condition."""
    chosen = {code: values for code, values in answers.items() if "__" not in code}
    texts = {code: "\n".join(values) for code, values in answers.items()}
    conditional = {question.code for question in survey.questions if question.shown_when is not None}
    return conditional & shown_questions(survey, chosen, texts)


@pytest.mark.parametrize("case", CASES["instruments"], ids=lambda case: case["name"])
def test_an_instrument_shows_what_the_case_says(case: dict[str, Any]) -> None:
    survey = load(instrument_text(case["instrument"]))

    shown = shown_by(survey, case["answers"])

    assert shown == set(case["shown"])
    conditional = {question.code for question in survey.questions if question.shown_when is not None}
    assert conditional - shown == set(case["hidden"])


@pytest.mark.parametrize(
    ("made", "case"),
    [(made, case) for made in CASES["surveys"] for case in made["cases"]],
    ids=lambda part: part.get("name", ""),
)
def test_a_made_survey_shows_what_the_case_says(made: dict[str, Any], case: dict[str, Any]) -> None:
    shown = shown_by(survey_of(made["questions"]), case["answers"])

    assert shown == set(case["shown"])


def test_questions_without_a_condition_are_always_shown() -> None:
    assert shown_questions(small(), {}, {}) == {"safe", "where"}


def test_answers_to_questions_nobody_asked_show_nothing() -> None:
    assert shown_questions(small(), {"who": ("disagree",)}, {"what": "words"}) == {"safe", "where"}


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("a", True),
        (".", True),
        ("\U0001f3f4\U000e0067\U000e0062", True),
        ("مرحبا", True),
        ("", False),
        (" \n\t\u2003", False),
        ("\u200b\u200d\u2066\ufeff\x00\x1b\x7f\xad", False),
    ],
)
def test_only_what_can_be_read_is_words(text: str, readable: bool) -> None:
    assert has_words(text) is readable


def test_a_condition_goes_to_the_browser_in_the_shape_of_the_file() -> None:
    why = small().question("why").shown_when
    quote_ok = small().question("quote_ok").shown_when

    assert why is not None
    assert quote_ok is not None
    assert condition_tree(why) == {
        "any_of": [
            {"question": "safe", "is": ["disagree"]},
            {"question": "where", "is": ["nowhere", "home"]},
        ]
    }
    assert condition_tree(quote_ok) == {"question": "why", "has_words": True}


@pytest.mark.parametrize("made", CASES["surveys"], ids=lambda made: made["name"])
def test_a_tree_read_back_is_the_same_condition(made: dict[str, Any]) -> None:
    survey = survey_of(made["questions"])

    trees = [
        condition_tree(question.shown_when) if question.shown_when is not None else None
        for question in survey.questions
    ]

    assert json.loads(json.dumps(trees)) == [question["shown_when"] for question in made["questions"]]


def conditions_on(earlier: list[dict[str, Any]]) -> st.SearchStrategy[Any]:
    looks = [
        st.just({"question": question["code"], "has_words": True})
        if question["kind"] == "long_text"
        else st.lists(st.sampled_from(question["options"]), min_size=1, unique=True).map(
            lambda options, code=question["code"]: {"question": code, "is": options}
        )
        for question in earlier
    ]
    return st.recursive(
        st.one_of(looks),
        lambda inner: st.sampled_from(["any_of", "all_of"]).flatmap(
            lambda group: st.lists(inner, min_size=1, max_size=3).map(lambda parts: {group: parts})
        ),
        max_leaves=5,
    )


@st.composite
def made_questions(draw: st.DrawFn) -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = []
    for code in "abcd":
        kind = draw(st.sampled_from(["single", "multiple", "long_text"]))
        condition = draw(st.none() | conditions_on(questions)) if questions else None
        options = [] if kind == "long_text" else ["x", "y"]
        questions.append({"code": code, "kind": kind, "options": options, "shown_when": condition})
    return questions


def seen(questions: Mapping[str, dict[str, Any]], code: str, answers: Mapping[str, Any]) -> bool:
    """The rule read from the end: a question is seen when its condition holds among seen answers."""

    def holds(tree: dict[str, Any]) -> bool:
        if "any_of" in tree:
            return any([holds(part) for part in tree["any_of"]])
        if "all_of" in tree:
            return all([holds(part) for part in tree["all_of"]])
        if not seen(questions, tree["question"], answers):
            return False
        answer = answers[tree["question"]]
        return bool(answer) if "has_words" in tree else bool(set(answer) & set(tree["is"]))

    condition = questions[code]["shown_when"]
    return condition is None or holds(condition)


@UNHURRIED
@given(made_questions())
def test_skip_logic_agrees_with_a_reading_from_the_end_for_all_answers(
    questions: list[dict[str, Any]],
) -> None:
    survey = survey_of(questions)
    by_code = {question["code"]: question for question in questions}
    possible = {
        "single": [(), ("x",), ("y",)],
        "multiple": [(), ("x",), ("y",), ("x", "y")],
        "long_text": ["", "words"],
    }

    for given_answers in product(*(possible[question["kind"]] for question in questions)):
        answers = dict(zip(by_code, given_answers, strict=True))
        chosen = {code: answer for code, answer in answers.items() if isinstance(answer, tuple)}
        texts = {code: answer for code, answer in answers.items() if isinstance(answer, str)}

        assert shown_questions(survey, chosen, texts) == {
            code for code in by_code if seen(by_code, code, answers)
        }
