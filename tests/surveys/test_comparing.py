"""Figures of two versions are set side by side only where both asked the same."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from surveys import Question
from surveys.comparing import asked_alike, not_alike
from surveys.editing import change_question, move_option, move_question
from tests.surveys.making import small


def reworded(question: Question) -> Question:
    return replace(question, text={"en": "I feel quite safe."})


def answered_otherwise(question: Question) -> Question:
    first, *others = question.options
    return replace(question, options=(replace(first, text={"en": "Yes"}), *others))


def with_fewer_answers(question: Question) -> Question:
    return replace(question, options=question.options[1:])


@pytest.mark.parametrize("change", [reworded, answered_otherwise, with_fewer_answers])
def test_other_words_or_answers_are_another_question(change: Callable[[Question], Question]) -> None:
    newer = change_question(small(), "safe", change)

    assert not asked_alike(newer.question("safe"), small())
    assert [question.code for question in not_alike(newer, small())] == ["safe"]


def test_another_order_of_answers_or_another_most_is_another_question() -> None:
    newer = move_option(small(), "where", "park", by=1)
    fewer = change_question(small(), "where", lambda one: replace(one, most=1))

    assert not asked_alike(newer.question("where"), small())
    assert not asked_alike(fewer.question("where"), small())


def test_a_place_a_setting_or_a_translation_changes_nothing() -> None:
    newer = move_question(small(), "where", by=-1)
    newer = change_question(
        newer,
        "safe",
        lambda one: replace(one, sensitive=True, text={**one.text, "pl": "Czuję się bezpiecznie."}),
    )

    assert not_alike(newer, small()) == ()


def test_a_question_that_is_new_has_nothing_beside_it() -> None:
    newer = change_question(small(), "safe", lambda one: replace(one, code="safer"))

    assert not asked_alike(newer.question("safer"), small())
