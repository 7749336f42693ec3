"""A condition in words, for the page without scripts: "Answer this if you chose …"."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from surveys import AllOf, AnyOf, Condition, HasWords, Is, Survey, words_in


def answer_this_if(condition: Condition, survey: Survey, *, numbers: Mapping[str, int], language: str) -> str:
    """When a question is asked, in short sentences that name questions by their number."""
    match condition:
        case AnyOf():
            parts = [_said(group, survey, numbers, language) for group in _grouped(condition.conditions)]
            return f"Answer this if {'. Or if '.join(parts)}."
        case AllOf():
            parts = [_said(group, survey, numbers, language) for group in _grouped(condition.conditions)]
            return f"Answer this if {'. And only if '.join(parts)}."
        case Is() | HasWords():
            return f"Answer this if {_said((condition,), survey, numbers, language)}."
        case _:
            assert_never(condition)


def _grouped(conditions: Sequence[Condition]) -> list[tuple[Condition, ...]]:
    """Conditions next to each other that ask the same of different questions, together."""
    groups: list[tuple[Condition, ...]] = []
    for condition in conditions:
        if groups and _same_ask(groups[-1][-1], condition):
            groups[-1] = (*groups[-1], condition)
        else:
            groups.append((condition,))
    return groups


def _same_ask(one: Condition, other: Condition) -> bool:
    if isinstance(one, Is) and isinstance(other, Is):
        return one.options == other.options
    return isinstance(one, HasWords) and isinstance(other, HasWords)


def _said(group: tuple[Condition, ...], survey: Survey, numbers: Mapping[str, int], language: str) -> str:
    first = group[0]
    where = " or ".join(str(numbers[one.question]) for one in group if isinstance(one, Is | HasWords))
    match first:
        case Is():
            question = survey.question(first.question)
            options = " or ".join(
                f"“{words_in(question.option(code).text, language)}”" for code in first.options
            )
            return f"you chose {options} in question {where}"
        case HasWords():
            return f"you wrote something in question {where}"
        case AnyOf():
            inner = [_said((part,), survey, numbers, language) for part in first.conditions]
            return " or ".join(inner)
        case AllOf():
            inner = [_said((part,), survey, numbers, language) for part in first.conditions]
            return " and ".join(inner)
        case _:
            assert_never(first)
