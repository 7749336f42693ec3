"""Published reports: a page and three kinds of file, for anyone; drafts and withdrawn ones for nobody."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from flask import Flask
from pypdf import PdfReader

from feedback_app.domain.meetings.document import FrontRow, Heading, ReportDocument, freeze
from feedback_app.domain.meetings.kinds import PaperStatus
from feedback_app.domain.meetings.models import Meeting
from feedback_app.platform import clock
from feedback_app.platform.database import transaction
from tests.client import StrictClient

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv",
}


def publish(
    app: Flask, on: date, *, title: str = "Report of spring", status: PaperStatus = PaperStatus.PUBLISHED
) -> None:
    document = ReportDocument(
        name=on.isoformat(),
        title=title,
        report_date=on,
        front=(FrontRow(label="Report from", value="The Trust <board>"),),
        blocks=(Heading(level=2, text="What young people told us", number="1.", anchor="told"),),
    )
    with app.app_context(), transaction() as session:
        session.add(
            Meeting(
                report_date=on,
                held_on=[],
                title=title,
                status=status,
                published_at=clock.now(),
                document=freeze(document) if status is PaperStatus.PUBLISHED else None,
            )
        )


def test_the_newest_report_stands_first_and_leads_to_its_page(app: Flask, client: StrictClient) -> None:
    publish(app, date(2026, 3, 5))
    publish(app, date(2026, 6, 4), title="Report of summer")

    links = [
        a.get("href")
        for a in client.page("/reports").all("a")
        if (a.get("href") or "").startswith("/reports/")
    ]

    assert links == ["/reports/2026-06-04", "/reports/2026-03-05"]


def test_a_report_is_a_page_with_its_files_beside_it(app: Flask, client: StrictClient) -> None:
    publish(app, date(2026, 3, 5))

    page = client.page("/reports/2026-03-05")

    assert (page.status, page.text("h1")) == (200, "Report of spring")
    assert "The Trust <board>" in page.text()
    assert {f"/reports/2026-03-05.{kind}" for kind in KINDS} <= {a.get("href") for a in page.all("a")}


@pytest.mark.parametrize("kind", KINDS)
def test_each_file_is_what_it_says_and_is_named(app: Flask, client: StrictClient, kind: str) -> None:
    publish(app, date(2026, 3, 5))

    answer = client.get(f"/reports/2026-03-05.{kind}")

    assert (answer.status_code, answer.mimetype) == (200, KINDS[kind])
    assert answer.headers["Content-Disposition"] == f"attachment; filename=report-2026-03-05.{kind}"


def test_the_files_hold_the_same_words(app: Flask, client: StrictClient) -> None:
    publish(app, date(2026, 3, 5))
    pdf = PdfReader(BytesIO(client.get("/reports/2026-03-05.pdf").data))
    word = Document(BytesIO(client.get("/reports/2026-03-05.docx").data))

    assert "What young people told us" in " ".join(page.extract_text() for page in pdf.pages)
    assert any("What young people told us" in paragraph.text for paragraph in word.paragraphs)


@pytest.mark.parametrize(
    "address", ["/reports/2026-03-05", "/reports/2026-03-05.pdf", "/reports/2026-03-05.csv"]
)
@pytest.mark.parametrize("status", [PaperStatus.DRAFT, PaperStatus.WITHDRAWN])
def test_what_is_not_published_is_404(
    app: Flask, client: StrictClient, address: str, status: PaperStatus
) -> None:
    publish(app, date(2026, 3, 5), status=status)

    assert client.get(address).status_code == 404
    assert "2026-03-05" not in client.page("/reports").html


@pytest.mark.parametrize(
    "name", ["2026-03-05.exe", "2026-03-05.html.pdf", "next", "../2026-03-05", "2026-3-5", "x" * 500]
)
def test_odd_names_are_404(app: Flask, client: StrictClient, name: str) -> None:
    publish(app, date(2026, 3, 5))

    assert client.get(f"/reports/{name}").status_code == 404
