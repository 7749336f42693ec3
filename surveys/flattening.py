"""Answers as one row of a table, for files and paper, and such a row back into a form's fields."""

from collections.abc import Iterator, Mapping

from surveys.answers import Answers
from surveys.definition import Question, Survey, text_field

BETWEEN_OPTIONS = "|"
"""Stands between the options of a multiple choice in one cell."""


def columns(survey: Survey) -> tuple[str, ...]:
    """The names of a row's cells in the survey's order: each question, then each text box beside its options."""
    return tuple(name for question in survey.questions for name in _names(question))


def flatten(survey: Survey, answers: Answers) -> dict[str, str]:
    """The answers as a row with every column of the survey; what was not answered is an empty cell.

    Cells hold option codes and words as they are: whoever writes a spreadsheet neutralises formulas.
    """
    row = dict.fromkeys(columns(survey), "")
    for code, options in answers.chosen.items():
        row[code] = BETWEEN_OPTIONS.join(options)
    row.update(answers.texts)
    return row


def unflatten(survey: Survey, row: Mapping[str, str]) -> Mapping[str, list[str]]:
    """The row as fields for `read_answers`; unknown columns are left out, blanks round option codes too."""
    fields: dict[str, list[str]] = {}
    for question in survey.questions:
        for name in _names(question):
            cell = row.get(name, "")
            values = _codes(cell) if question.is_choice and name == question.code else [cell]
            if any(values):
                fields[name] = values
    return fields


def _names(question: Question) -> Iterator[str]:
    if question.is_choice or question.is_text:
        yield question.code
    for option in question.options:
        if option.text_box:
            yield text_field(question, option)


def _codes(cell: str) -> list[str]:
    return [code.strip() for code in cell.split(BETWEEN_OPTIONS) if code.strip()]
