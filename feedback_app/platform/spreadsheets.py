"""Tables for spreadsheets: words stay words, whatever they begin with (SAFETY R-16, R-17)."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import IO, TypeAlias

import xlsxwriter

Cell: TypeAlias = str | int | float | Decimal | None
"""A cell: words, a number, or nothing. Numbers stay numbers; words never become anything else."""

MOST_ROWS = 1_048_575
"""Rows that fit into a sheet below its heading."""
_MOST_CHARACTERS = 32_767
_CUT = " … (cut here: the rest does not fit into a cell)"
_DANGEROUS = re.compile(
    "'*[=+\\-@\t\r\n\0\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}]"
)


class TooManyRows(Exception):
    """More rows than a sheet has."""


def neutral(words: str) -> str:
    """The words as a CSV cell that no spreadsheet takes for a formula: with an apostrophe before it where needed.

    Words that bear apostrophes before a dangerous sign get one more, so that `plain` always gives them back.
    """
    return f"'{words}" if _DANGEROUS.match(words) else words


def plain(cell: str) -> str:
    """The words that `neutral` made this cell of."""
    return cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell) else cell


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The lines of a CSV file, heading first, one at a time; each ends in CR LF as RFC 4180 has it."""
    held = io.StringIO(newline="")
    writer = csv.writer(held)
    for row in _with_header(header, rows):
        writer.writerow([neutral(cell) if isinstance(cell, str) else cell for cell in row])
        yield held.getvalue()
        held.seek(0)
        held.truncate()


def _with_header(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    yield header
    yield from rows


def write_workbook(
    target: IO[bytes], *, title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> int:
    """Write a workbook of one sheet, row by row, and say how many rows stand below its heading.

    Raises TooManyRows.
    """
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    count = 0
    with xlsxwriter.Workbook(target, options) as workbook:
        sheet = workbook.add_worksheet(re.sub(r"[\[\]:*?/\\']", " ", title)[:31])
        bold = workbook.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(0, len(header) - 1), 18)
        for column, words in enumerate(header):
            sheet.write_string(0, column, words, bold)
        for count, row in enumerate(rows, start=1):
            if count > MOST_ROWS:
                raise TooManyRows(f"A sheet holds {MOST_ROWS:,} rows. Export as CSV instead.")
            for column, cell in enumerate(row):
                _write(sheet, count, column, cell)
    return count


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        if len(cell) > _MOST_CHARACTERS:
            cell = cell[: _MOST_CHARACTERS - len(_CUT)] + _CUT
        if cell:
            sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write_number(row, column, cell)
