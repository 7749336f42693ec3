"""Skip logic: which questions a young person sees, given what she has answered so far."""

import re
from collections.abc import Collection, Mapping
from typing import assert_never

from surveys.definition import AllOf, AnyOf, Condition, HasWords, Is, Survey

_READABLE = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)


def has_words(text: str) -> bool:
    """Whether anything can be read in `text`: not only blanks, control and invisible characters."""
    return _READABLE.search(text) is not None


def shown_questions(
    survey: Survey, chosen: Mapping[str, Collection[str]], texts: Mapping[str, str]
) -> frozenset[str]:
    """The codes of the questions that these answers show, information included.

    `chosen` maps a question to its chosen options, `texts` a text question to its words. An answer to a
    question that is itself hidden counts as no answer. Never raises: what is unknown is unanswered.
    """
    shown: set[str] = set()
    for question in survey.questions:
        condition = question.shown_when
        if condition is None or _holds(condition, shown, chosen, texts):
            shown.add(question.code)
    return frozenset(shown)


def _holds(
    condition: Condition,
    shown: Collection[str],
    chosen: Mapping[str, Collection[str]],
    texts: Mapping[str, str],
) -> bool:
    match condition:
        case Is():
            answer = chosen.get(condition.question, ())
            return condition.question in shown and any(option in answer for option in condition.options)
        case HasWords():
            return condition.question in shown and has_words(texts.get(condition.question, ""))
        case AnyOf():
            return any(_holds(part, shown, chosen, texts) for part in condition.conditions)
        case AllOf():
            return all(_holds(part, shown, chosen, texts) for part in condition.conditions)
        case _:
            assert_never(condition)


def condition_tree(condition: Condition) -> dict[str, object]:
    """The condition as plain dicts and lists for the browser, in the same shape as in a definition file.

    `{"question": …, "is": […]}`, `{"question": …, "has_words": true}`, `{"any_of": […]}`, `{"all_of": […]}`.
    """
    match condition:
        case Is():
            return {"question": condition.question, "is": list(condition.options)}
        case HasWords():
            return {"question": condition.question, "has_words": True}
        case AnyOf():
            return {"any_of": [condition_tree(part) for part in condition.conditions]}
        case AllOf():
            return {"all_of": [condition_tree(part) for part in condition.conditions]}
        case _:
            assert_never(condition)


def atoms(condition: Condition) -> tuple[Is | HasWords, ...]:
    """Every look at an answer within the condition, in its order."""
    match condition:
        case Is() | HasWords():
            return (condition,)
        case AnyOf() | AllOf():
            return tuple(atom for part in condition.conditions for atom in atoms(part))
        case _:
            assert_never(condition)
