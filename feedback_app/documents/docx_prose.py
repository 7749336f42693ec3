"""Prose and tables in the Word file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, assert_never

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

from feedback_app.documents.docx_xml import add_link, mark_header, xml_text
from feedback_app.domain.meetings.document import Cell, RagMark, Row, Table
from feedback_app.domain.meetings.prose import Bullet, Bullets, Line, Paragraph, ProseTable, plain_text

BULLET_STYLES = (("List Bullet", "List Continue"), ("List Bullet 2", "List Continue 2"))
SHAPES = {"red": "▲", "amber": "◆", "green": "●", "na": "–"}


def add_spans(paragraph: WordParagraph, spans: Line) -> None:
    """Add a line's words, links as links."""
    for span in spans:
        if span.address:
            add_link(paragraph, span.text, span.address)
        else:
            paragraph.add_run(xml_text(span.text))


def add_bullets(holder: WordDocument | WordCell, items: Sequence[Bullet], depth: int = 0) -> None:
    """Add bullets two deep, each with its further paragraphs."""
    first, further = BULLET_STYLES[min(depth, len(BULLET_STYLES) - 1)]
    for item in items:
        for place, line in enumerate(item.paragraphs):
            add_spans(holder.add_paragraph(style=further if place else first), line)
        add_bullets(holder, item.bullets, depth + 1)


def add_table(word: WordDocument, table: Table) -> None:
    """Add a table whose first row and column are marked as headers, with its caption above and its description."""
    if not table.caption_unseen:
        caption = word.add_paragraph(xml_text(table.caption), style="Caption")
        caption.paragraph_format.keep_with_next = True
    grid = word.add_table(rows=1, cols=len(table.headings), style="Table Grid")
    for cell, heading in zip(grid.rows[0].cells, table.headings, strict=True):
        _only_paragraph(cell).add_run(xml_text(heading)).bold = True
    for row in table.rows:
        _add_row(grid, row, table.numeric)
    mark_header(grid, caption=table.caption, description=table.description)
    word.add_paragraph()


def add_prose_table(word: WordDocument, block: ProseTable) -> None:
    """Add a table that was typed into prose."""
    add_table(word, _as_table(block))


def _as_table(block: ProseTable) -> Table:
    """A table that was typed into prose, as any other."""
    headings = tuple(plain_text(one) for one in block.headings)
    rows = tuple(
        Row(heading=row[0], cells=tuple((Paragraph(spans=cell),) for cell in row[1:])) for row in block.rows
    )
    described = "A table with the columns " + ", ".join(headings) + "."
    return Table(
        caption=" and ".join(headings),
        description=described,
        headings=headings,
        rows=rows,
        caption_unseen=True,
    )


def _add_row(grid: WordTable, row: Row, numeric: Sequence[int]) -> None:
    cells = grid.add_row().cells  # type: ignore[no-untyped-call]  # the library leaves it untyped
    add_spans(_only_paragraph(cells[0]), row.heading)
    for place, blocks in enumerate(row.cells, start=1):
        _fill(cells[place], blocks)
        if place in numeric:
            for paragraph in cells[place].paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _fill(cell: WordCell, blocks: Sequence[Cell]) -> None:
    for block in blocks:
        match block:
            case RagMark():
                _next_paragraph(cell).add_run(xml_text(f"{SHAPES[block.status]} {block.words}")).bold = True
            case Paragraph():
                add_spans(_next_paragraph(cell), block.spans)
            case Bullets():
                add_bullets(cell, block.items)
            case ProseTable():
                for line in (block.headings, *block.rows):
                    text = " | ".join(plain_text(one) for one in line)
                    _next_paragraph(cell).add_run(xml_text(text))
            case _ as never:
                assert_never(never)
    _drop_leading_blank(cell)


def _only_paragraph(cell: WordCell) -> WordParagraph:
    only: WordParagraph = cell.paragraphs[0]
    return only


def _next_paragraph(cell: WordCell) -> WordParagraph:
    first = _only_paragraph(cell)
    if len(cell.paragraphs) == 1 and not first.text and not _has_link(first):
        return first
    added: WordParagraph = cell.add_paragraph()
    return added


def _has_link(paragraph: WordParagraph) -> bool:
    return paragraph._p.find(qn("w:hyperlink")) is not None


def _drop_leading_blank(cell: WordCell) -> None:
    """A cell that begins with bullets keeps no empty line above them."""
    first: Any = cell.paragraphs[0]
    if len(cell.paragraphs) > 1 and not first.text and not _has_link(first):
        first._p.getparent().remove(first._p)
