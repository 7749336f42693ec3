"""The PDF is tagged and titled, the Word file has real headings and header rows, the CSV is a table."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import docx
import pikepdf
import pypdf
import pytest
from docx.oxml.ns import qn
from flask import Flask

from feedback_app.documents import csv as csv_document
from feedback_app.documents import docx as docx_document
from feedback_app.documents import html as html_document
from feedback_app.documents import pdf as pdf_document
from feedback_app.domain.meetings.document import (
    Bar,
    Block,
    Chart,
    FrontRow,
    Heading,
    Notice,
    PrintedItem,
    PrintedList,
    Quote,
    RagMark,
    ReportDocument,
    Row,
    Table,
)
from feedback_app.domain.meetings.prose import Paragraph, Span, read_prose


@pytest.fixture(autouse=True)
def inside(app: Flask) -> Iterator[None]:
    """Writers want an application context."""
    with app.app_context():
        yield


def cell(text: str) -> tuple[Paragraph, ...]:
    """A cell of one paragraph."""
    return (Paragraph(spans=(Span(text=text),)),)


def document(*more: Block, title: str = "Report to the board") -> ReportDocument:
    """A report with every kind of part in it."""
    table = Table(
        caption="How many agree",
        description="How many people agree.",
        headings=("Answer", "People"),
        rows=tuple(Row(heading=(Span(text=f"Row {n}"),), cells=(cell(f"{n}0"),)) for n in range(1, 60)),
        numeric=(1,),
    )
    rag = Table(
        caption="Indicators",
        description="Each indicator with its status.",
        headings=("Indicator", "RAG"),
        rows=(Row(heading=(Span(text="1.1"),), cells=((RagMark(status="amber", words="Amber (A)"),),)),),
        caption_unseen=True,
    )
    chart = Chart(
        anchor="c",
        title="Agree",
        sentence="Most agree.",
        bars=(Bar(label="Agree", words="60 %", percent=60, low=55, high=65),),
        table=rag,
    )
    blocks: tuple[Block, ...] = (
        Notice(text="A notice"),
        Heading(level=2, text="A section", number="1.", anchor="s"),
        Heading(level=3, text="A part", anchor="p"),
        Paragraph(
            spans=(Span(text="See "), Span(text="the plan", address="https://example.org/plan")), number="1.1"
        ),
        PrintedList(
            items=(
                PrintedItem(number="1.", spans=(Span(text="First"),)),
                PrintedItem(number="", spans=(Span(text="None"),)),
            )
        ),
        *read_prose("- a bullet\n  - under it\n\n| a | b |\n| 1 | 2 |"),
        table,
        chart,
        Quote(text="They listened", about="Being listened to"),
    )
    front = (
        FrontRow(label="Report from", value="The trust"),
        FrontRow(label="Link", value="Plan", address="https://example.org"),
    )
    return ReportDocument(
        name="2021-03-05", title=title, report_date=date(2021, 3, 5), front=front, blocks=(*blocks, *more)
    )


def elements(pdf: pikepdf.Pdf) -> list[Any]:
    """Every element of the structure, with whether it stands in a table's head."""
    found: list[Any] = []

    def walk(element: Any, in_head: bool) -> None:
        if not isinstance(element, pikepdf.Dictionary):
            return
        in_head = in_head or element.get("/S") == "/THead"
        if "/S" in element:
            found.append((str(element.S), element, in_head))
        children = element.get("/K")
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            walk(child, in_head)

    walk(pdf.Root.StructTreeRoot, in_head=False)
    return found


def test_the_pdf_is_tagged_with_language_title_and_one_structure() -> None:
    with pikepdf.open(io.BytesIO(pdf_document.write(document()))) as pdf:
        kinds = [kind for kind, _, _ in elements(pdf)]
        with pdf.open_metadata() as metadata:
            part, title = metadata.get("pdfuaid:part"), metadata.get("dc:title")

        assert pdf.Root.MarkInfo.Marked is True or bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert (part, title) == ("1", "Report to the board, 2021-03-05")
        assert {"/Document", "/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/Link", "/Figure"} <= set(kinds)
        assert kinds.count("/H1") == 1


def test_every_header_cell_of_the_pdf_says_what_it_heads() -> None:
    with pikepdf.open(io.BytesIO(pdf_document.write(document()))) as pdf:
        headers = [(element.A.Scope, in_head) for kind, element, in_head in elements(pdf) if kind == "/TH"]

        assert len(headers) > 60
        assert all(str(scope) == ("/Column" if in_head else "/Row") for scope, in_head in headers)


def test_the_chart_has_words_in_the_pdf() -> None:
    with pikepdf.open(io.BytesIO(pdf_document.write(document()))) as pdf:
        (figure,) = [element for kind, element, _ in elements(pdf) if kind == "/Figure"]

        assert "Agree" in str(figure.Alt)


def test_a_sign_that_no_font_has_stands_with_its_name_in_the_pdf() -> None:
    drawn = pdf_document.write(
        document(Quote(text="lgbt group \U0001f4a9 please \u0ddc"), title="Report \U0001f4a9")
    )

    words = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(drawn)).pages)
    assert "lgbt group" in words
    assert re.search(r"\[pile of poo\]|\U0001f4a9", words)


def test_the_word_file_has_real_headings_lists_and_properties() -> None:
    word = docx.Document(io.BytesIO(docx_document.write(document())))
    styles = [paragraph.style.name for paragraph in word.paragraphs if paragraph.style and paragraph.text]

    assert styles[0] == "Title"
    assert {"Heading 1", "Heading 2", "List Bullet", "List Bullet 2", "Quote", "Numbered Paragraph"} <= set(
        styles
    )
    assert word.core_properties.title == "Report to the board, 2021-03-05"
    assert word.core_properties.language == "en-GB"


def test_every_table_of_the_word_file_has_a_marked_header_a_caption_and_a_description() -> None:
    word = docx.Document(io.BytesIO(docx_document.write(document())))

    assert len(word.tables) == 3
    for table in word.tables:
        properties = table._tbl.tblPr
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert properties.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        assert properties.find(qn("w:tblCaption")).get(qn("w:val"))
        assert properties.find(qn("w:tblDescription")).get(qn("w:val"))
        assert len({len(row.cells) for row in table.rows}) == 1


def test_the_front_sheet_is_no_table() -> None:
    word = docx.Document(io.BytesIO(docx_document.write(document())))

    first = [paragraph.text for paragraph in word.paragraphs][:3]
    assert first == ["Report to the board", "Report from: The trust", "Link: Plan"]


def test_links_of_the_word_file_lead_to_their_addresses() -> None:
    word = docx.Document(io.BytesIO(docx_document.write(document())))

    targets = [one.target_ref for one in word.part.rels.values() if one.is_external]
    assert targets == ["https://example.org", "https://example.org/plan"]


def test_the_csv_has_a_line_for_each_cell() -> None:
    lines = list(csv.reader(io.StringIO(csv_document.write(document()))))

    assert lines[0] == ["section", "table", "row", "column", "value"]
    assert ["A part", "How many agree", "Row 3", "People", "30"] in lines
    assert lines[-1] == ["A part", "Indicators", "1.1", "RAG", "Amber (A)"]


def test_a_draft_says_so_in_every_form() -> None:
    draft = document()
    draft = ReportDocument(
        name=draft.name,
        title=draft.title,
        report_date=draft.report_date,
        front=(),
        blocks=draft.blocks,
        is_draft=True,
    )

    assert "Draft, not published" in html_document.write(draft)
    assert "Draft, not published" in [
        p.text for p in docx.Document(io.BytesIO(docx_document.write(draft))).paragraphs
    ]


def test_a_page_of_html_stands_alone() -> None:
    page = html_document.write(document())

    assert "<style>" in page
    assert 'src="' not in page
    assert "<link" not in page
