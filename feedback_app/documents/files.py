"""A report as a file to be sent: its content, its kind and its name."""

from __future__ import annotations

from dataclasses import dataclass

from feedback_app.documents import csv, docx, html, pdf
from feedback_app.domain.meetings.document import ReportDocument
from feedback_app.platform.problems import Missing

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: A file of ours with styles inside is kept, never shown on our own address.
KEPT = "application/octet-stream"
#: Kind of file to what people call it.
KINDS = {"html": "Web page", "pdf": "PDF", "docx": "Word", "csv": "Tables as CSV"}


class NoSuchKind(Missing):
    """Reports are not made as this kind of file."""

    def __str__(self) -> str:
        return "Reports can be had as html, pdf, docx or csv."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """One file of a report."""

    content: bytes
    mimetype: str
    name: str


def file_of(document: ReportDocument, kind: str) -> ReportFile:
    """The report as a file of this kind. Raises NoSuchKind, or PdfUnavailable where PDFs cannot be made."""
    name = f"report-{document.name}{'-draft' if document.is_draft else ''}.{kind}"
    match kind:
        case "html":
            return ReportFile(content=html.write(document).encode(), mimetype=KEPT, name=name)
        case "pdf":
            return ReportFile(content=pdf.write(document), mimetype="application/pdf", name=name)
        case "docx":
            return ReportFile(content=docx.write(document), mimetype=WORD, name=name)
        case "csv":
            content = b"\xef\xbb\xbf" + csv.write(document).encode()
            return ReportFile(content=content, mimetype="text/csv", name=name)
        case _:
            raise NoSuchKind
