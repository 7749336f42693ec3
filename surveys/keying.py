"""Paper: each printed option has a small key number, and key numbers typed from a form become a form's fields."""

import re
from collections.abc import Iterable, Mapping

from surveys.definition import Question, Role, Survey, text_field

_SIGNS = re.compile(r"[^\s,;.+/]+")
_ONE_DIGIT_KEYS = 9


def asked_on_paper(survey: Survey) -> tuple[Question, ...]:
    """The questions of a printed form, information included; no paper can give back a receipt's code."""
    return tuple(question for question in survey.questions if question.role is not Role.WANTS_RECEIPT)


def key_of(question: Question, code: str) -> int:
    """The key number printed beside an option: its place among the options, from 1. Raises KeyError."""
    for key, option in enumerate(question.options, start=1):
        if option.code == code:
            return key
    raise KeyError(code)


def keys_of(question: Question, codes: Iterable[str]) -> str:
    """The key numbers of these options as they are typed: "1 4"."""
    return " ".join(str(key_of(question, code)) for code in codes)


def codes_typed(question: Question, typed: str) -> list[str]:
    """The options behind typed key numbers ("1 4", "1,4"; "14" too where no key has two digits).

    What is no key number comes back in a shape that no option has, so that `read_answers` complains of it.
    """
    return [_code(question, sign) for sign in _signs(question, typed)]


def fields_typed(survey: Survey, typed: Mapping[str, str]) -> dict[str, list[str]]:
    """What was typed under each question and text field as fields for `read_answers`; blanks are left out."""
    fields: dict[str, list[str]] = {}
    for question in asked_on_paper(survey):
        if question.is_text and typed.get(question.code):
            fields[question.code] = [typed[question.code]]
        elif question.is_choice and (codes := codes_typed(question, typed.get(question.code, ""))):
            fields[question.code] = codes
        for option in question.options:
            name = text_field(question, option)
            if option.text_box and typed.get(name):
                fields[name] = [typed[name]]
    return fields


def _signs(question: Question, typed: str) -> list[str]:
    signs = _SIGNS.findall(typed)
    if len(question.options) <= _ONE_DIGIT_KEYS:
        return [
            digit for sign in signs for digit in (sign if sign.isdecimal() and sign.isascii() else [sign])
        ]
    return signs


def _code(question: Question, sign: str) -> str:
    if sign.isascii() and sign.isdecimal() and len(sign) < 4 and 1 <= int(sign) <= len(question.options):
        return question.options[int(sign) - 1].code
    return f"key {sign}"
