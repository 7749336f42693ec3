"""The tables of a report as CSV: one line a cell, so that tables of any shape stand in one file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from feedback_app.domain.meetings.document import Cell, Chart, Heading, RagMark, ReportDocument, Row, Table
from feedback_app.domain.meetings.prose import Bullet, Bullets, Line, Paragraph, ProseTable, plain_text
from feedback_app.platform.spreadsheets import neutral

HEADER = ("section", "table", "row", "column", "value")


def write(document: ReportDocument) -> str:
    """Every table of the report, charts' tables too, with a header line; formulas neutralised."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for cells in _lines(document):
        writer.writerow([neutral(cell) for cell in cells])
    return out.getvalue()


def register_csv(lines: Iterable[Sequence[str]]) -> str:
    """The register's lines as CSV: formulas neutralised, numbers left as numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for line in lines:
        writer.writerow([cell if _is_number(cell) else neutral(cell) for cell in line])
    return out.getvalue()


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell, re.ASCII) is not None


def cell_text(blocks: Sequence[Cell]) -> str:
    """The words of a cell, its blocks one after the other."""
    return " ".join(text for block in blocks for text in _texts(block) if text)


def _lines(document: ReportDocument) -> Iterator[tuple[str, str, str, str, str]]:
    section = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            section = f"{block.number} {block.text}".strip()
        table = block.table if isinstance(block, Chart) else block
        if isinstance(table, Table):
            for row in table.rows:
                yield from _row(section, table, row)


def _row(section: str, table: Table, row: Row) -> Iterator[tuple[str, str, str, str, str]]:
    for column, cell in zip(table.headings[1:], row.cells, strict=True):
        yield section, table.caption, plain_text(row.heading), column, cell_text(cell)


def _texts(block: Cell) -> Iterable[str]:
    match block:
        case RagMark():
            return (block.words,)
        case Paragraph():
            return (plain_text(block.spans),)
        case Bullets():
            return (text for item in block.items for text in _bullet(item))
        case ProseTable():
            return (plain_text(cell) for line in (block.headings, *block.rows) for cell in line)


def _bullet(item: Bullet) -> Iterator[str]:
    lines: tuple[Line, ...] = item.paragraphs
    yield from (plain_text(line) for line in lines)
    for below in item.bullets:
        yield from _bullet(below)
