"""XLSForm workbooks as other programs make them."""

import io
from collections.abc import Sequence

import openpyxl

Rows = Sequence[Sequence[str]]

SURVEY: Rows = (
    ("type", "name", "label", "label::Polish (pl)", "required", "relevant", "constraint"),
    ("start", "start", "", "", "", "", ""),
    ("note", "hello", "Welcome to this.", "Witaj.", "", "", ""),
    ("begin_group", "clubs", "About clubs", "", "", "", ""),
    ("select_one yes_no", "Likes", "Do you like your club?", "Lubisz swój klub?", "yes", "", ""),
    (
        "select_multiple things or_other",
        "what",
        "What do you do there?",
        "",
        "",
        "selected(${Likes}, 'Yes')",
        "count-selected(.)<=2",
    ),
    ("end_group", "", "", "", "", "", ""),
    ("text", "why", "Why?", "", "", "${Likes} = 'no' or selected(${what}, 'football')", ""),
)
CHOICES: Rows = (
    ("list_name", "name", "label", "label::Polish (pl)"),
    ("yes_no", "Yes", "Yes", "Tak"),
    ("yes_no", "no", "No", "Nie"),
    ("things", "football", "Football", ""),
    ("things", "art", "Art", ""),
)
SETTINGS: Rows = (("form_title", "form_id", "version"), ("Club life", "Club_Life", "2"))


def workbook(survey: Rows = SURVEY, choices: Rows = CHOICES, settings: Rows = SETTINGS) -> bytes:
    """The bytes of a workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in (("survey", survey), ("choices", choices), ("settings", settings)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def asking(*rows: Sequence[str], headings: Sequence[str] = ("type", "name", "label")) -> bytes:
    """A workbook whose sheet of questions holds these rows below its headings."""
    return workbook(survey=(headings, *rows))
