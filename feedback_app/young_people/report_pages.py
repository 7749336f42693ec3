"""/reports/<id>: a published report as a page, and as the files it can be had as."""

from dataclasses import dataclass
from functools import lru_cache

from flask import Blueprint, Response, render_template, url_for
from flask_babel import lazy_gettext

from feedback_app.documents.files import KINDS, ReportFile, file_of
from feedback_app.domain.meetings.document import ReportDocument
from feedback_app.domain.meetings.queries import published_document
from feedback_app.platform.access import anyone
from feedback_app.platform.database import reading

bp = Blueprint("report", __name__)

#: What young people call a kind of file, where its own name is English.
FILE_WORDS = {"csv": lazy_gettext("Tables as CSV")}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One file of a report."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """A published report with its files."""

    report: ReportDocument
    files: tuple[FileLine, ...]


@bp.get("/reports/<name>")
@anyone
def show_report(name: str) -> str:
    """A published report as it was frozen.

    :raise 404: there is none of this date, or no longer.
    """
    files = tuple(
        FileLine(
            words=str(FILE_WORDS.get(kind, words)), address=url_for("report.send_file", name=name, kind=kind)
        )
        for kind, words in KINDS.items()
        if kind != "html"
    )
    page = ReportPage(report=published_document(reading(), name), files=files)
    return render_template("young_people/report.html", page=page)


@bp.get("/reports/<name>.<kind>")
@anyone
def send_file(name: str, kind: str) -> Response:
    """The same report as a PDF, a Word file or tables.

    :raise 404: there is none of this date or kind, or PDFs cannot be made here; the page says which.
    """
    file = _made(published_document(reading(), name), kind)
    response = Response(file.content, mimetype=file.mimetype)
    response.headers.set("Content-Disposition", "attachment", filename=file.name)
    return response


@lru_cache(maxsize=16)
def _made(document: ReportDocument, kind: str) -> ReportFile:
    """The file of a frozen document, made once; a document that differs is another."""
    return file_of(document, kind)
