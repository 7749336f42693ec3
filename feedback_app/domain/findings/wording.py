"""What was asked, in the wording frozen into a wave."""

from collections.abc import Mapping
from functools import lru_cache

from feedback_app.domain.responses.reserved import ANSWER_FIELD, ANSWER_WORDS
from surveys import load
from surveys.definition import ENGLISH, Question, text_field, words_in


def question_words(definition: str, field: str, language: str = ENGLISH) -> str:
    """What a field of the form asked; its code where the definition has no such field.

    `definition` is the wave's own text. A box beside an option reads "question (option)".
    """
    return _wordings(definition, language).get(field, field)


@lru_cache(maxsize=64)
def _wordings(definition: str, language: str) -> Mapping[str, str]:
    found: dict[str, str] = {ANSWER_FIELD: ANSWER_WORDS}
    for question in load(definition).questions:
        asked = words_in(question.text, language)
        found[question.code] = asked
        for option in question.options:
            if option.text_box:
                found[text_field(question, option)] = f"{asked} ({words_in(option.text, language)})"
    return found


def questions_of(definition: str) -> tuple[Question, ...]:
    """The questions of a wave's definition, in the order in which they were asked."""
    return load(definition).questions
