"""A condition in words, for the page without scripts: "Answer this if you chose …"."""

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import assert_never

from flask_babel import gettext

from surveys import AllOf, AnyOf, Condition, HasWords, Is, Survey, words_in


def answer_this_if(condition: Condition, survey: Survey, *, numbers: Mapping[str, int], language: str) -> str:
    """When a question is asked, in short sentences that name questions by their number, in the page's language.

    `language` is that of the survey's own words.
    """
    match condition:
        case AnyOf() | AllOf():
            first, *others = [
                _said(group, survey, numbers, language) for group in _grouped(condition.conditions)
            ]
        case Is() | HasWords():
            first, others = _said((condition,), survey, numbers, language), []
        case _:
            assert_never(condition)
    sentences = [gettext("Answer this if %(when)s.", when=first)]
    for other in others:
        if isinstance(condition, AnyOf):
            sentences.append(gettext("Or if %(when)s.", when=other))
        else:
            sentences.append(gettext("And only if %(when)s.", when=other))
    return " ".join(sentences)


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
    where = _either([str(numbers[one.question]) for one in group if isinstance(one, Is | HasWords)])
    match first:
        case Is():
            question = survey.question(first.question)
            options = [
                gettext("“%(words)s”", words=words_in(question.option(code).text, language))
                for code in first.options
            ]
            return str(
                gettext(
                    "you chose %(options)s in question %(number)s", options=_either(options), number=where
                )
            )
        case HasWords():
            return str(gettext("you wrote something in question %(number)s", number=where))
        case AnyOf():
            return _either([_said((part,), survey, numbers, language) for part in first.conditions])
        case AllOf():
            return reduce(_both, [_said((part,), survey, numbers, language) for part in first.conditions])
        case _:
            assert_never(first)


def _either(parts: Sequence[str]) -> str:
    return reduce(_or, parts) if parts else ""


def _or(one: str, other: str) -> str:
    return str(gettext("%(one)s or %(other)s", one=one, other=other))


def _both(one: str, other: str) -> str:
    return str(gettext("%(one)s and %(other)s", one=one, other=other))
