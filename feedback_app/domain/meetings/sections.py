"""Small makers of document parts that the sections of a paper share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from feedback_app.domain.indicators.period import MONTHS
from feedback_app.domain.meetings.document import Block, Cell, Heading, PrintedItem, PrintedList, Row
from feedback_app.domain.meetings.prose import Line, Paragraph, Span, line, read_prose

SECTION = 2
PART = 3
DETAIL = 4
QUESTION = 5


def heading(level: int, text: str, *, number: str = "", within: str = "") -> Heading:
    """A heading with an anchor made of its words; `within` keeps the same words in two sections apart."""
    words = re.sub(r"[^a-z0-9]+", "-", f"{within} {number} {text}".lower()).strip("-")
    return Heading(level=level, text=text, number=number, anchor=words or "section")


def words(text: str) -> Paragraph:
    """A paragraph of plain words, taken as they are."""
    return Paragraph(spans=plain(text))


def plain(text: str) -> Line:
    """Words as a line without reading links into them."""
    return (Span(text=text),) if text else ()


def row(head: str | Line, *cells: Sequence[Cell] | str) -> Row:
    """A row of a table; a text stands for a cell of one paragraph."""
    made = tuple((words(cell),) if isinstance(cell, str) else tuple(cell) for cell in cells)
    return Row(heading=plain(head) if isinstance(head, str) else head, cells=made)


def printed(items: Iterable[tuple[str, str]]) -> PrintedList:
    """A list of (number, words) with the numbers as they are."""
    return PrintedList(items=tuple(PrintedItem(number=number, spans=line(text)) for number, text in items))


def cited(blocks: Iterable[Block], section: str) -> list[Block]:
    """The blocks with each paragraph numbered "2.1", "2.2", so that a comment can cite it."""
    numbered: list[Block] = []
    count = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            count += 1
            block = replace(block, number=f"{section}.{count}")
        numbered.append(block)
    return numbered


def prose(text: str) -> list[Block]:
    """A prose field as blocks of the document."""
    return list(read_prose(text))


def day_words(day: date) -> str:
    """A day as printed: 5 March 2021."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
