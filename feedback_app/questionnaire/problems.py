"""What is wrong with an answer, in words for the person who gave it."""

from typing import assert_never

from flask_babel import format_decimal, gettext, lazy_gettext, ngettext

from surveys import Problem, ProblemCode, Question, words_in

_SMALL_NUMBERS = (
    lazy_gettext("none"),
    lazy_gettext("one"),
    lazy_gettext("two"),
    lazy_gettext("three"),
    lazy_gettext("four"),
    lazy_gettext("five"),
    lazy_gettext("six"),
    lazy_gettext("seven"),
    lazy_gettext("eight"),
    lazy_gettext("nine"),
)


def in_words(problem: Problem, question: Question, *, language: str) -> str:
    """One short sentence or two that say what to do; nothing that was written stands in it."""
    return str(_said(problem, question, language))


def _said(problem: Problem, question: Question, language: str) -> object:
    of = problem.parameters
    match problem.code:
        case ProblemCode.NOT_OFFERED:
            return gettext("Choose from the answers shown here.")
        case ProblemCode.ONLY_ONE:
            return gettext("Choose one answer.")
        case ProblemCode.ALONE:
            option = words_in(question.option(str(of["option"])).text, language)
            return gettext("Choose only “%(option)s”, or only the others.", option=option)
        case ProblemCode.TOO_MANY:
            return gettext(
                "Choose up to %(most)s. You chose %(chosen)s.",
                most=_number(int(of["most"])),
                chosen=_number(int(of["chosen"])),
            )
        case ProblemCode.TOO_LONG:
            most, length = int(of["most"]), int(of["length"])
            return too_long(length, most=most)
        case _:
            assert_never(problem.code)


def too_long(length: int, *, most: int) -> str:
    """What to say of a text of this many characters where only so many may be."""
    shorter = ngettext(
        "Make this %(num)s character shorter.", "Make this %(num)s characters shorter.", length - most
    )
    limit = gettext("It can have up to %(most)s.", most=format_decimal(most))
    return f"{shorter} {limit}"


def field_of(problem: Problem, question: Question) -> str:
    """The id of the field that the error summary leads to."""
    return str(problem.parameters.get("field", question.code))


def _number(number: int) -> str:
    return str(_SMALL_NUMBERS[number]) if number < len(_SMALL_NUMBERS) else str(number)
