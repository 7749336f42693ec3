"""What is sent is judged once: kept, dropped, or named as a problem by its question."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from surveys import (
    AnswerProblems,
    Answers,
    ProblemCode,
    instrument_text,
    load,
    read_answers,
    text_field,
)
from tests.surveys.making import changed, small

BE_SUPPORTED = load(instrument_text("be-supported"))


def problem_of(raw: Mapping[str, list[str]]) -> tuple[str, ProblemCode, dict[str, Any]]:
    """The only problem that the small survey has with these fields."""
    with pytest.raises(AnswerProblems) as caught:
        read_answers(small(), raw)
    [(question, problem)] = caught.value.problems.items()
    return question, problem.code, dict(problem.parameters)


def read_small(raw: Mapping[str, list[str]]) -> Answers:
    return read_answers(small(), raw)


def test_everything_may_be_blank() -> None:
    for raw in ({}, {"safe": [""], "where": [], "why": ["  \n"], "quote_ok": ["", ""]}):
        answers = read_small(raw)

        assert (answers.chosen, answers.texts, answers.text_fields()) == ({}, {}, ())
        assert (answers.may_quote, answers.wants_receipt) == (False, False)


def test_answers_stand_in_the_order_of_the_definition() -> None:
    answers = read_small({"why": ["Too dark."], "where": ["home", "park"], "safe": ["disagree"]})

    assert list(answers.chosen.items()) == [("safe", ("disagree",)), ("where", ("park", "home"))]
    assert answers.texts == {"why": "Too dark."}


def test_fields_nobody_asked_for_are_ignored() -> None:
    answers = read_small(
        {"safe": ["agree"], "status": ["published"], "role": ["admin"], "id": ["1"], "where__park": ["words"]}
    )

    assert (answers.chosen, answers.texts) == ({"safe": ("agree",)}, {})


def test_the_same_box_sent_twice_counts_once() -> None:
    assert read_small({"safe": ["agree", "agree"], "where": ["park", "park"]}).chosen == {
        "safe": ("agree",),
        "where": ("park",),
    }


@pytest.mark.parametrize(
    ("raw", "question", "code", "parameters"),
    [
        ({"safe": ["perfectly"]}, "safe", ProblemCode.NOT_OFFERED, {}),
        ({"safe": [" agree"]}, "safe", ProblemCode.NOT_OFFERED, {}),
        ({"where": ["park", "abroad"]}, "where", ProblemCode.NOT_OFFERED, {}),
        ({"safe": ["agree", "disagree"]}, "safe", ProblemCode.ONLY_ONE, {"chosen": 2}),
        ({"where": ["park", "nowhere"]}, "where", ProblemCode.ALONE, {"option": "nowhere"}),
        ({"where": ["dont_know", "nowhere"]}, "where", ProblemCode.ALONE, {"option": "nowhere"}),
        ({"where": ["park", "club", "home"]}, "where", ProblemCode.TOO_MANY, {"most": 2, "chosen": 3}),
        (
            {"safe": ["disagree"], "why": ["x" * 51]},
            "why",
            ProblemCode.TOO_LONG,
            {"field": "why", "most": 50, "length": 51},
        ),
        (
            {"where": ["other"], "where__other": ["x" * 101]},
            "where",
            ProblemCode.TOO_LONG,
            {"field": "where__other", "most": 100, "length": 101},
        ),
    ],
)
def test_what_cannot_be_taken_is_named_by_its_question(
    raw: dict[str, list[str]], question: str, code: ProblemCode, parameters: dict[str, Any]
) -> None:
    assert problem_of(raw) == (question, code, parameters)


def test_each_question_has_its_own_problem() -> None:
    with pytest.raises(AnswerProblems) as caught:
        read_small({"safe": ["no"], "where": ["home", "nowhere"], "why": ["x" * 60], "quote_ok": ["maybe"]})

    assert {code: problem.code for code, problem in caught.value.problems.items()} == {
        "safe": ProblemCode.NOT_OFFERED,
        "where": ProblemCode.ALONE,
        "why": ProblemCode.TOO_LONG,
        "quote_ok": ProblemCode.NOT_OFFERED,
    }


def test_a_problem_repeats_nothing_that_was_written() -> None:
    with pytest.raises(AnswerProblems) as caught:
        read_small({"safe": ["he-hits-me"], "where": ["home"], "why": ["he-hits-me " * 9]})

    problems = caught.value
    assert "he-hits-me" not in f"{problems!r} {problems} {problems.problems} {problems.__dict__}"


def test_answers_do_not_show_themselves_in_a_log() -> None:
    answers = read_small({"where": ["other", "home"], "where__other": ["my-nan"], "why": ["he-hits-me"]})

    assert repr(answers) == "Answers(may_quote=False, wants_receipt=False)"


def test_answers_that_other_answers_hide_are_dropped_before_anything_is_complained_of() -> None:
    answers = read_small({"safe": ["agree"], "why": ["x" * 5000], "quote_ok": ["perhaps", "yes"]})

    assert (answers.chosen, answers.texts, answers.may_quote) == ({"safe": ("agree",)}, {}, False)


def test_a_hidden_answer_shows_nothing_further() -> None:
    answers = read_small({"safe": ["agree"], "why": ["words"], "quote_ok": ["yes"]})

    assert (answers.chosen, answers.may_quote) == ({"safe": ("agree",)}, False)


def test_words_beside_an_option_are_kept_only_with_the_option() -> None:
    kept = read_small({"where": ["other"], "where__other": ["the library"]})
    dropped = read_small({"where": ["park"], "where__other": ["x" * 500]})

    assert (kept.texts, dropped.texts) == ({"where__other": "the library"}, {})


def test_words_go_with_a_hidden_question() -> None:
    raw = {
        "who_would": ["nobody"],
        "nobody_why": ["something_else"],
        "nobody_why__something_else": ["i just cant"],
    }

    asked = read_answers(BE_SUPPORTED, raw)
    not_asked = read_answers(BE_SUPPORTED, raw | {"who_would": ["friend"]})

    assert asked.texts == {"nobody_why__something_else": "i just cant"}
    assert (not_asked.texts, not_asked.chosen) == ({}, {"who_would": ("friend",)})


@pytest.mark.parametrize(("said", "may_quote"), [(["yes"], True), (["no"], False), ([], False)])
def test_only_a_yes_lets_her_words_be_quoted(said: list[str], may_quote: bool) -> None:
    answers = read_small({"safe": ["disagree"], "why": ["dark"], "quote_ok": said})

    assert answers.may_quote is may_quote
    assert answers.text_fields() == (("why", "why", may_quote),)


def test_words_beside_an_option_are_never_quoted() -> None:
    answers = read_small(
        {
            "safe": ["disagree"],
            "where": ["other"],
            "where__other": ["nan's"],
            "why": ["dark"],
            "quote_ok": ["yes"],
        }
    )

    assert answers.text_fields() == (("where__other", "where", False), ("why", "why", True))


def test_words_beside_an_option_are_not_quoted_even_where_a_definition_would_have_it() -> None:
    survey = small()
    section = survey.sections[0]
    questions = [replace(question, quotable=True) for question in section.questions]
    careless = replace(survey, sections=(replace(section, questions=tuple(questions)),))

    answers = read_answers(
        careless,
        {"where": ["other", "home"], "where__other": ["nan's"], "why": ["dark"], "quote_ok": ["yes"]},
    )

    assert answers.text_fields() == (("where__other", "where", False), ("why", "why", True))


def test_a_yes_to_hearing_back_wants_a_receipt() -> None:
    assert read_answers(BE_SUPPORTED, {"hear_back": ["yes"]}).wants_receipt is True
    assert read_answers(BE_SUPPORTED, {"hear_back": ["no"]}).wants_receipt is False
    assert read_answers(BE_SUPPORTED, {}).wants_receipt is False


def test_the_role_decides_and_not_the_code() -> None:
    survey = load(changed("      - code: quote_ok", "      - code: may_we"))

    answers = read_answers(survey, {"safe": ["disagree"], "why": ["dark"], "may_we": ["yes"]})

    assert answers.may_quote is True


def test_the_field_beside_an_option_can_be_no_question() -> None:
    where = small().question("where")

    assert text_field(where, where.option("other")) == "where__other"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("one\r\ntwo\rthree\nfour\u2028five\u2029six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("cafe\u0301", "caf\u00e9"),
        ("a\x00b\x08c\x1bd\x7fe\x85f\tg", "abcdef\tg"),
        ("\u202eabc\u2066d\u200ee\u061cf", "abcdef"),
        ("half \ud83d of a face", "half \ufffd of a face"),
        ("a\uffffb", "a\ufffdb"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("=1+1 {{7*7}} <b>%s", "=1+1 {{7*7}} <b>%s"),
        ("  in the middle  ", "  in the middle  "),
    ],
)
def test_words_are_cleaned_and_never_refused(written: str, kept: str) -> None:
    assert read_small({"safe": ["disagree"], "why": [written]}).texts == {"why": kept}


@pytest.mark.parametrize(
    "written",
    ["x" * 50, "e\u0301" * 50, "\U0001f600" * 50, "x\r\n" * 25, "x" * 50 + "\x00\u202e" * 10, "\u1e17" * 50],
)
def test_length_is_counted_in_characters_after_cleaning(written: str) -> None:
    raw = {"safe": ["disagree"], "why": [written]}

    assert len(read_small(raw).texts["why"]) == 50
    assert problem_of(raw | {"why": [written + "y"]})[2] == {"field": "why", "most": 50, "length": 51}


def test_a_text_sent_in_pieces_keeps_them_all() -> None:
    assert read_small({"safe": ["disagree"], "why": ["one", "", "two"]}).texts == {"why": "one\ntwo"}


def test_a_bare_text_in_place_of_a_list_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match="list of all its values"):
        read_answers(small(), {"where": "park"})
