"""A report as HTML: a file of its own, or for the PDF; pages print the same body through its macro."""

from __future__ import annotations

from pathlib import Path

from flask import current_app
from markupsafe import Markup

from feedback_app.documents.chart import draw
from feedback_app.domain.meetings.document import ReportDocument
from feedback_app.platform.brand import branded

SHEETS = Path(__file__).resolve().parent.parent / "static" / "css" / "documents"
WORDS_A_SIDE = 300


def write(document: ReportDocument) -> str:
    """The report as one HTML file that needs nothing else; wants an application context."""
    return render(document, sheet=print_sheet())


def render(document: ReportDocument, *, sheet: str) -> str:
    """The report in the print shell, with these styles inside, or with none."""
    template = current_app.jinja_env.get_template("documents/print.html")
    styles = Markup(f"<style>{sheet}</style>" if sheet else "")  # noqa: S704  # a file of ours, nobody's words
    return template.render(report=document, title=title_of(document), styles=styles, draw=draw)


def sides_of(document: ReportDocument) -> int:
    """About how many sides of A4 the report fills, by its words; at least 1."""
    words = len(Markup(render(document, sheet="")).striptags().split())  # noqa: S704  # only counted
    return max(1, round(words / WORDS_A_SIDE))


def print_sheet() -> str:
    """The styles for paper."""
    return branded("\n".join(file.read_text(encoding="utf-8") for file in sorted(SHEETS.glob("*.css"))))


def title_of(document: ReportDocument) -> str:
    """The document's title in lists of files and in readers' title bars."""
    draft = " (draft)" if document.is_draft else ""
    return f"{document.title}, {document.name}{draft}"
