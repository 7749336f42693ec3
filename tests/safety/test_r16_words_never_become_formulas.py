"""SAFETY R-16 and R-17: words stay words in every spreadsheet, and no odd message breaks one."""

import csv
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from feedback_app.platform.spreadsheets import Cell, csv_lines, neutral, plain, write_workbook

HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    "{=1+1}",
    "http://example.org",
    "external:\\\\host\\share",
    "#N/A",
    "_x0041_",
    "<b>unclosed",
    "$\\notacmd$",
    "bell \x07 and null",
    "\N{PILE OF POO}" * 3,
    "x" * 40_000,
)
DANGEROUS = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20"


@pytest.mark.parametrize("words", HOSTILE)
def test_a_csv_cell_never_begins_like_a_formula(words: str) -> None:
    text = "".join(csv_lines(["words"], [[words]]))

    cell = list(csv.reader(io.StringIO(text, newline="")))[1][0]
    assert cell[0] not in DANGEROUS
    assert plain(cell) == words


@given(st.text(alphabet=st.sampled_from("'=+-@ab\t\n\uff1d"), max_size=6))
def test_what_was_neutralised_comes_back_word_for_word(words: str) -> None:
    assert plain(neutral(words)) == words
    assert not neutral(words).startswith(tuple(DANGEROUS))


def test_numbers_stay_numbers() -> None:
    rows: list[list[Cell]] = [[-3, Decimal("-0.5"), None]]

    assert "".join(csv_lines(["a", "b", "c"], rows)) == "a,b,c\r\n-3,-0.5,\r\n"


def test_a_workbook_holds_only_words_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    rows: list[list[Cell]] = [[words, -3] for words in HOSTILE]

    with path.open("wb") as file:
        count = write_workbook(file, title="A title: [with] odd/signs?" * 3, header=["words", "n"], rows=rows)

    assert count == len(HOSTILE)
    sheet = load_workbook(path).active
    cells = list(sheet.iter_rows(min_row=2))
    assert {row[0].data_type for row in cells} == {"s"}
    assert {(row[1].data_type, row[1].value) for row in cells} == {("n", -3)}
    assert {row[0].hyperlink for row in cells} == {None}
    assert cells[0][0].value == HOSTILE[0]
    assert cells[-1][0].value.endswith("(cut here: the rest does not fit into a cell)")
    parts = zipfile.ZipFile(path)
    assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    assert [name for name in parts.namelist() if "rels" in name and "sheet" in name] == []
