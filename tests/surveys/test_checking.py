"""What makes a definition unfit to open, though it could be judged."""

from dataclasses import replace

import pytest

from surveys import FlawCode, check, load
from tests.surveys.making import SMALL, changed, line_with, small

UNWISE = {
    "no purpose": (
        changed("        purpose: To learn why.\n", ""),
        "code: why",
        "why",
        FlawCode.NO_PURPOSE,
    ),
    "an outcome that is not in the plan": (
        changed(
            "        scale: agree3\n        outcome: safe.belonging",
            "        scale: agree3\n        outcome: safe.belongings",
        ),
        "code: safe",
        "safe",
        FlawCode.UNKNOWN_OUTCOME,
    ),
    "no way out": (
        changed(", exclusive: yes, meaningful: no}", ", exclusive: yes}"),
        "code: where",
        "where",
        FlawCode.NO_OPT_OUT,
    ),
    "no way out and no reason": (
        changed("        no_opt_out_because: A blank is a no.\n", ""),
        "code: quote_ok",
        "quote_ok",
        FlawCode.NO_OPT_OUT,
    ),
    "a sentence that goes on": (
        changed("text: Why is that?", f"text: Why {'and why ' * 10}?"),
        "code: why",
        "why",
        FlawCode.TOO_LONG,
    ),
    "an option that goes on": (
        changed("text: Club}", f"text: {'C' * 81}}}"),
        "code: club",
        "where",
        FlawCode.TOO_LONG,
    ),
    "nothing said first": (
        changed("intro:\n  - Youth workers read this, but not straight away.\n", ""),
        "slug: small",
        None,
        FlawCode.NOTHING_SAID_FIRST,
    ),
    "nothing said beside the boxes": (
        changed("beside_text: Don't write names.\n", ""),
        "slug: small",
        None,
        FlawCode.NOTHING_SAID_FIRST,
    ),
    "words quoted without asking": (
        changed("        role: may_quote\n", ""),
        "code: why",
        "why",
        FlawCode.NOBODY_ASKS,
    ),
    "two answers where one is given": (
        changed(
            "shown_when: {question: why, has_words: yes}",
            "shown_when: {all_of: [{question: safe, is: agree}, {question: safe, is: disagree}]}",
        ),
        "code: quote_ok",
        "quote_ok",
        FlawCode.UNREACHABLE,
    ),
    "an answer that stands alone, with another": (
        changed(
            "shown_when: {question: why, has_words: yes}",
            "shown_when: {all_of: [{question: where, is: nowhere}, {question: where, is: park}]}",
        ),
        "code: quote_ok",
        "quote_ok",
        FlawCode.UNREACHABLE,
    ),
    "more than may be chosen": (
        changed(
            "shown_when: {question: why, has_words: yes}",
            "shown_when: {all_of: [{question: where, is: club}, {question: where, is: park}, {question: where, is: home}]}",
        ),
        "code: quote_ok",
        "quote_ok",
        FlawCode.UNREACHABLE,
    ),
    "words of a question that is then hidden": (
        changed(
            "shown_when: {question: why, has_words: yes}",
            "shown_when: {all_of: [{question: why, has_words: yes}, {question: safe, is: agree}, {question: where, is: park}, {question: where, is: club}]}",
        ),
        "code: quote_ok",
        "quote_ok",
        FlawCode.UNREACHABLE,
    ),
    "a language with a word missing": (
        SMALL.replace(
            "title: A small survey", "languages: [en, pl]\ntitle: {en: A small survey, pl: Ankieta}"
        ),
        None,
        None,
        FlawCode.TRANSLATION,
    ),
    "a language nobody listed": (
        changed("text: Why is that?", "text: {en: Why is that?, pl: Dlaczego?}"),
        "code: why",
        "why",
        FlawCode.TRANSLATION,
    ),
}


def test_the_small_survey_has_no_flaw() -> None:
    assert check(small()) == ()


@pytest.mark.parametrize("case", UNWISE)
def test_an_unwise_definition_says_where_and_what_to_do(case: str) -> None:
    source, at, question, code = UNWISE[case]
    survey = load(source, name="ours.yaml")

    flaws = check(survey)

    if at is not None:
        assert [(flaw.code, flaw.question, flaw.line) for flaw in flaws] == [
            (code, question, line_with(at, source))
        ]
    assert {flaw.code for flaw in flaws} == {code}
    assert all(str(flaw).startswith(f"ours.yaml, line {flaw.line}") and flaw.advice for flaw in flaws)


def test_a_translation_is_missed_at_every_place_it_is_missing() -> None:
    survey = load(
        SMALL.replace(
            "title: A small survey", "languages: [en, pl]\ntitle: {en: A small survey, pl: Ankieta}"
        )
    )

    missed = {flaw.wrong for flaw in check(survey)}

    assert "the title is not translated into pl." not in missed
    assert "line 1 of the intro is not translated into pl." in missed
    assert "the line beside text boxes is not translated into pl." in missed
    assert "the title of section “first” is not translated into pl." in missed
    assert "the option “club” is not translated into pl." in missed


@pytest.mark.parametrize(
    "condition",
    [
        "{all_of: [{question: where, is: club}, {question: where, is: park}]}",
        "{all_of: [{question: why, has_words: yes}, {question: where, is: home}]}",
        "{any_of: [{question: safe, is: agree}, {question: safe, is: disagree}]}",
        "{question: safe, is: rather_not_say}",
    ],
)
def test_a_question_that_some_answers_show_is_no_flaw(condition: str) -> None:
    survey = load(
        changed("shown_when: {question: why, has_words: yes}", f"shown_when: {condition}").replace(
            "quotable: yes", "quotable: no"
        )
    )

    assert check(survey) == ()


def test_a_survey_made_by_hand_is_checked_for_what_a_file_cannot_hold() -> None:
    survey = small()
    section = survey.sections[0]
    safe, where, why, quote_ok = section.questions
    upside_down = replace(section, questions=(why, safe, replace(where, code="safe"), quote_ok))

    flaws = check(replace(survey, sections=(upside_down,)))

    assert {(flaw.code, flaw.question, flaw.wrong) for flaw in flaws} == {
        (FlawCode.REPEATED_CODE, "safe", "this question code is used twice."),
        (FlawCode.CONDITION, "why", "it looks at “safe”, which comes later."),
        (FlawCode.CONDITION, "why", "it looks at “where”, which is no question."),
    }
