"""SAFETY R-13, R-16, R-17, R-18: what people type into papers is words in every form, and the renderer reaches nothing."""

import csv
import io
import socket
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pypdf
import pytest
from flask import Flask

from feedback_app.documents import csv as csv_document
from feedback_app.documents import docx as docx_document
from feedback_app.documents import html as html_document
from feedback_app.documents import pdf as pdf_document
from feedback_app.domain.meetings.assemble import report
from feedback_app.domain.meetings.document import FrontRow, ReportDocument
from feedback_app.domain.meetings.edit import save_part, save_priority
from feedback_app.domain.meetings.parts import ActionPart, ItemPart, PriorityPart
from feedback_app.platform.database import reading, transaction
from tests.factories.board import make_meeting

ODD = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<b>unclosed </para>",
    "{{ 7*7 }} {% include 'x' %} %s {0}",
    "$\\notacmd$",
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "bell \x07 escape \x1b null \x00",
    "\u202eright to left",
    "lone \ud800 surrogate",
    "\N{PILE OF POO}\N{FAMILY}\N{ZERO WIDTH JOINER}",
    "[click](javascript:alert(1))",
    "word" * 500,
)


@pytest.fixture
def odd_report(app: Flask) -> Iterator[ReportDocument]:
    """A paper with every odd text in every field."""
    with app.app_context():
        with transaction() as session:
            words = [text.replace("\ud800", "") for text in ODD]
            front = tuple(FrontRow(label=text, value=text) for text in words)
            name = make_meeting(
                session,
                date(2021, 3, 5),
                front=front,
                shows_voice=False,
                commentary="\n\n".join(words),
                priorities_heading=words[0],
            )
            prose = "\n".join(f"- {text}" for text in words)
            part = PriorityPart(priority_code="supported", heading=words[1], progress=prose, commentary=prose)
            save_priority(session, name, part, by=None)
            for text in words:
                save_part(session, name, ItemPart(title=text, body=text), by=None)
                save_part(session, name, ActionPart(text=text, owner=text), by=None)
        yield report(reading(), "2021-03-05")


def test_every_form_is_made_and_holds_the_words(odd_report: ReportDocument) -> None:
    word = docx.Document(io.BytesIO(docx_document.write(odd_report)))
    texts = [paragraph.text for paragraph in word.paragraphs]
    pages = pypdf.PdfReader(io.BytesIO(pdf_document.write(odd_report))).pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())

    for text in (
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "$\\notacmd$",
        "<b>unclosed </para>",
        "bell escape null",
    ):
        assert any(text in " ".join(one.split()) for one in texts), text
        assert text in printed, text


def test_markup_in_words_stays_words(odd_report: ReportDocument) -> None:
    page = html_document.write(odd_report)

    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert 'href="javascript' not in page
    assert "49" not in page.split("</style>")[1].replace("&#39;", "").replace("&#34;", "")


def test_no_cell_of_the_csv_is_a_formula(odd_report: ReportDocument) -> None:
    cells = [cell for line in csv.reader(io.StringIO(csv_document.write(odd_report))) for cell in line]

    assert any(cell.startswith("'=cmd") for cell in cells)
    assert [cell for cell in cells if cell[:1] in "=+-@\t\r" and cell] == []


@pytest.fixture
def canary(tmp_path: Path) -> Iterator[tuple[str, str, list[bytes]]]:
    """A listener and a file that nobody should touch: their addresses, and what was heard."""
    secret = tmp_path / "canary.txt"
    secret.write_text("canary words")
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    with listener.accept()[0] as caller:
                        heard.append(caller.recv(100))
                except TimeoutError:
                    continue

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/x", secret.as_uri(), heard
        done.set()
        thread.join()


def test_the_renderer_reaches_no_network_and_no_file(
    app: Flask, canary: tuple[str, str, list[bytes]]
) -> None:
    web, file, heard = canary
    hostile = "\n\n".join(
        f'<img src="{at}"> <link rel=stylesheet href="{at}"> <object data="{at}"> url({at}) @import "{at}"'
        for at in (web, file)
    )
    with app.app_context():
        with transaction() as session:
            make_meeting(session, date(2021, 3, 5), shows_voice=False, commentary=hostile)
        drawn = pdf_document.write(report(reading(), "2021-03-05"))

    words = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(drawn)).pages)
    assert heard == []
    assert "canary words" not in words


def test_the_renderer_would_be_refused_even_if_markup_got_through(
    app: Flask, canary: tuple[str, str, list[bytes]]
) -> None:
    web, file, heard = canary
    with app.app_context():
        weasyprint = pdf_document._renderer()
        page = f'<html lang="en"><title>x</title><img src="{web}"><img src="{file}"><link rel="stylesheet" href="{web}">'
        weasyprint.HTML(string=page, url_fetcher=pdf_document._no_fetching(weasyprint)).write_pdf()

    assert heard == []
