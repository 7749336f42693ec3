"""Restricted Markdown into blocks: paragraphs, bullets two deep, links, tables; nothing else, and never HTML.

A paragraph, with [a link](https://…).

- a bullet
  that goes on
  - a bullet under it

    a second paragraph of that bullet

| heading | heading |
| cell    | cell    |
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

_BULLET = re.compile(r"(\s*)[-*•]\s+(.*)", re.DOTALL)
LINK = re.compile(r"\[([^\[\]]+)\]\((https?://[^\s()<>\"]+|mailto:[^\s()<>\"]+)\)")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_DEEPEST = 2
_STEP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of text; a link where it has an address (http, https or mailto)."""

    text: str
    address: str = ""


Line: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; `number` is what a comment can cite it by, or nothing."""

    spans: Line
    number: str = ""
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One bullet: its paragraphs, and the bullets under it."""

    paragraphs: tuple[Line, ...]
    bullets: tuple[Bullet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list of bullets."""

    items: tuple[Bullet, ...]
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseTable:
    """A table typed into prose."""

    headings: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    kind: Literal["prose_table"] = "prose_table"


ProseBlock: TypeAlias = Annotated[Paragraph | Bullets | ProseTable, Field(discriminator="kind")]


def clean(text: str) -> str:
    """Text without control, direction or surrogate characters, with line ends as one (SAFETY R-17)."""
    return _CONTROL.sub(
        "", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    )


def line(text: str) -> Line:
    """One line of text with its links."""
    spans: list[Span] = []
    end = 0
    text = " ".join(clean(text).split())
    for found in LINK.finditer(text):
        if found.start() > end:
            spans.append(Span(text=text[end : found.start()]))
        spans.append(Span(text=found.group(1), address=found.group(2)))
        end = found.end()
    if end < len(text):
        spans.append(Span(text=text[end:]))
    return tuple(spans)


def read_prose(text: str) -> tuple[Paragraph | Bullets | ProseTable, ...]:
    """The blocks of a prose field; any text at all gives blocks, with every word in them."""
    reader = _Reader()
    for raw in clean(text).expandtabs(4).split("\n"):
        reader.take(raw)
    return reader.finish()


def plain_text(spans: Line) -> str:
    """The words of a line, without the addresses."""
    return "".join(span.text for span in spans)


@dataclass(slots=True)
class _Open:
    """A bullet that is still being read."""

    indent: int
    paragraphs: list[list[str]]
    bullets: list[_Open] = field(default_factory=list)

    def close(self) -> Bullet:
        paragraphs = tuple(line(" ".join(parts)) for parts in self.paragraphs if parts)
        return Bullet(paragraphs=paragraphs, bullets=tuple(one.close() for one in self.bullets))


@dataclass(slots=True)
class _Reader:
    blocks: list[Paragraph | Bullets | ProseTable] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    bullets: list[_Open] = field(default_factory=list)
    path: list[_Open] = field(default_factory=list)
    after_blank: bool = False

    def take(self, raw: str) -> None:
        if not raw.strip():
            self._end_paragraph()
            self._end_table()
            self.after_blank = True
            return
        if raw.strip().startswith("|") and not self.bullets:
            self._end_paragraph()
            self.rows.append(raw.strip())
        elif bullet := _BULLET.fullmatch(raw):
            self._bullet(len(bullet.group(1)), bullet.group(2))
        elif self.bullets and (not self.after_blank or raw.startswith(" " * _STEP)):
            self._more_of_bullet(raw)
        else:
            self._end_bullets()
            self._end_table()
            self.words.append(raw.strip())
        self.after_blank = False

    def finish(self) -> tuple[Paragraph | Bullets | ProseTable, ...]:
        self._end_paragraph()
        self._end_table()
        self._end_bullets()
        return tuple(self.blocks)

    def _bullet(self, indent: int, words: str) -> None:
        self._end_paragraph()
        self._end_table()
        while self.path and self.path[-1].indent >= indent:
            self.path.pop()
        new = _Open(indent=indent, paragraphs=[[words.strip()]])
        parents = self.path[: _DEEPEST - 1]
        (parents[-1].bullets if parents else self.bullets).append(new)
        self.path = [*parents, new]

    def _more_of_bullet(self, raw: str) -> None:
        if self.after_blank:
            self._climb_to(len(raw) - len(raw.lstrip()))
            self.path[-1].paragraphs.append([])
        self.path[-1].paragraphs[-1].append(raw.strip())

    def _climb_to(self, indent: int) -> None:
        while len(self.path) > 1 and self.path[-1].indent >= indent:
            self.path.pop()

    def _end_paragraph(self) -> None:
        if self.words:
            self.blocks.append(Paragraph(spans=line(" ".join(self.words))))
            self.words = []

    def _end_bullets(self) -> None:
        if self.bullets:
            self.blocks.append(Bullets(items=tuple(one.close() for one in self.bullets)))
            self.bullets, self.path = [], []

    def _end_table(self) -> None:
        rows = [_cells(row) for row in self.rows if not set(row) <= set("|-: ")]
        if rows:
            width = max(len(row) for row in rows)
            padded = [row + ((),) * (width - len(row)) for row in rows]
            self.blocks.append(ProseTable(headings=padded[0], rows=tuple(padded[1:])))
        self.rows = []


def _cells(row: str) -> tuple[Line, ...]:
    return tuple(line(cell) for cell in row.strip().removeprefix("|").removesuffix("|").split("|"))
