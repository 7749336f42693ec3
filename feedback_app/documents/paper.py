"""A survey on paper as a tagged PDF: tick boxes with their key numbers, lines to write on, the promise first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flask import current_app

from feedback_app.documents import pdf
from feedback_app.platform.brand import branded

SHEET = Path(__file__).resolve().parent.parent / "static" / "css" / "printed" / "paper.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOption:
    """One box to tick; `key` is the small number that is typed for it, `line` asks for words beside it."""

    key: int
    words: str
    line: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperQuestion:
    """One question, or one piece of information where it has no number; `columns` of boxes, `lines` to write on."""

    number: str
    words: str
    hint: str
    when: str
    how: str
    beside: str
    options: tuple[PaperOption, ...]
    columns: int
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSection:
    """Questions under a heading."""

    title: str
    intro: str
    questions: tuple[PaperQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperForm:
    """The whole form; `handing_in` says what happens with the paper, `helps` are names and ways to reach them."""

    language: str
    direction: str
    title: str
    purpose: str
    promises: tuple[str, ...]
    number_label: str
    number_hint: str
    how_title: str
    how: tuple[str, ...]
    handing_title: str
    handing_in: tuple[str, ...]
    help_title: str
    helps: tuple[tuple[str, str], ...]
    sections: tuple[PaperSection, ...]


def write(form: PaperForm) -> bytes:
    """The form as PDF/UA-1 on A4. Raises feedback_app.documents.pdf.PdfUnavailable."""
    html = current_app.jinja_env.get_template("documents/paper.html").render(form=form)
    return pdf.draw(branded(html), branded(SHEET.read_text(encoding="utf-8")))
