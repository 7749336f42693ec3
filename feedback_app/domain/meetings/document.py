"""The parts of a report as every writer gets them: frozen, ready as words, without a table row or a raw count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, TypeAdapter

from feedback_app.domain.meetings.prose import Bullets, Line, Paragraph, ProseBlock, ProseTable, clean


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontRow:
    """One line of the front sheet: a label and what it says, with an address where it is a link."""

    label: str
    value: str
    address: str = ""

    @property
    def printed_label(self) -> str:
        """The label with a colon, unless it ends with a mark of its own."""
        return self.label if self.label.endswith(("–", "-", ":")) else f"{self.label}:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading below the title; level 2 is a section. `number` is printed before it, or empty."""

    level: int
    text: str
    number: str = ""
    anchor: str
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedItem:
    """One item of a list with the number that the plan prints, or none."""

    number: str
    spans: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedList:
    """A list whose numbers are printed as they are: they may begin again, and stop."""

    items: tuple[PrintedItem, ...]
    kind: Literal["printed_list"] = "printed_list"


@dataclass(frozen=True, slots=True, kw_only=True)
class RagMark:
    """A status in a table: "red", "amber", "green" or "na", and the words printed with its shape."""

    status: Literal["red", "amber", "green", "na"]
    words: str
    kind: Literal["rag"] = "rag"


Cell: TypeAlias = Annotated[RagMark | Paragraph | Bullets | ProseTable, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table: what heads it, and a cell for each further column, of any number of blocks."""

    heading: Line
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with headed columns and rows. `description` says in a sentence what is in it; `numeric` counts from 0."""

    caption: str
    description: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: tuple[int, ...] = ()
    caption_unseen: bool = False
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar, from published figures only; `low` and `high` are its interval (0-100) or None."""

    label: str
    words: str
    percent: int
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart with its sentence and the same figures as a table."""

    anchor: str
    title: str
    sentence: str
    bars: tuple[Bar, ...]
    table: Table
    kind: Literal["chart"] = "chart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A young person's own words, as two people let them through; `about` is the theme or question, never who."""

    text: str
    about: str = ""
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A line to know before reading on: a draft, made-up answers, a wave that is still open."""

    text: str
    kind: Literal["notice"] = "notice"


Block: TypeAlias = Annotated[
    Heading | Paragraph | Bullets | ProseTable | PrintedList | Table | Chart | Quote | Notice,
    Field(discriminator="kind"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocument:
    """A whole report. `name` is its date as ISO text, as in addresses and commands."""

    name: str
    title: str
    report_date: date
    front: tuple[FrontRow, ...]
    blocks: tuple[Block, ...]
    is_draft: bool = False
    language: str = "en-GB"

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The sections, for a list of contents."""
        return tuple(block for block in self.blocks if isinstance(block, Heading) and block.level == 2)


_ADAPTER: TypeAdapter[ReportDocument] = TypeAdapter(ReportDocument)


def freeze(document: ReportDocument) -> dict[str, Any]:
    """The document as JSON data, to be kept."""
    frozen: dict[str, Any] = _ADAPTER.dump_python(document, mode="json")
    return frozen


def thaw(frozen: dict[str, Any]) -> ReportDocument:
    """The document that was frozen, equal to what it was."""
    return _ADAPTER.validate_python(frozen)


def printable(document: ReportDocument) -> ReportDocument:
    """The document without characters that a writer could break on (SAFETY R-17)."""
    return thaw(_printable(freeze(document)))


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _printable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_printable(inner) for inner in value]
    return value


__all__ = [
    "Bar",
    "Block",
    "Bullets",
    "Cell",
    "Chart",
    "FrontRow",
    "Heading",
    "Notice",
    "Paragraph",
    "PrintedItem",
    "PrintedList",
    "ProseBlock",
    "ProseTable",
    "Quote",
    "RagMark",
    "ReportDocument",
    "Row",
    "Table",
    "freeze",
    "printable",
    "thaw",
]
