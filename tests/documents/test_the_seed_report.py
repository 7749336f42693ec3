"""The report of 5 March 2021 comes out of the machinery fact for fact, in its own order, in every form."""

import io
from collections.abc import Iterator

import docx
import html5lib
import pypdf
import pytest
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from flask import Flask

from feedback_app.commands.demo_county.seed_report import SEED_MEETING, type_in
from feedback_app.documents import csv as csv_document
from feedback_app.documents import docx as docx_document
from feedback_app.documents import html as html_document
from feedback_app.documents import pdf as pdf_document
from feedback_app.domain.meetings.assemble import assemble, report
from feedback_app.domain.meetings.document import ReportDocument
from feedback_app.platform.database import reading, transaction
from tests.documents.seed_facts import FACTS, missing_or_out_of_order


@pytest.fixture
def seed(app: Flask) -> Iterator[ReportDocument]:
    """The seed's report as it was published."""
    with app.app_context():
        with transaction() as session:
            type_in(session)
        yield report(reading(), SEED_MEETING)


def words_of_word_file(content: bytes) -> str:
    """Every paragraph and cell of a Word file, in its order."""
    word = docx.Document(io.BytesIO(content))
    texts: list[str] = []
    for part in word.iter_inner_content():
        if isinstance(part, WordParagraph):
            texts.append(part.text)
        elif isinstance(part, WordTable):
            texts += [cell.text for row in part.rows for cell in row.cells]
    return "\n".join(texts)


def words_of_page(content: str) -> str:
    """The words of an HTML file, in its order."""
    body = html5lib.parse(content, namespaceHTMLElements=False).find("body")
    assert body is not None
    return "\n".join(text for text in body.itertext())


def test_every_fact_stands_in_the_html_in_order(seed: ReportDocument) -> None:
    words = words_of_page(html_document.write(seed))

    assert missing_or_out_of_order(words) == []


def test_every_fact_stands_in_the_pdf_in_order(seed: ReportDocument) -> None:
    pages = pypdf.PdfReader(io.BytesIO(pdf_document.write(seed))).pages
    words = "\n".join(page.extract_text() for page in pages)

    assert missing_or_out_of_order(words) == []


def test_every_fact_stands_in_the_word_file_in_order(seed: ReportDocument) -> None:
    words = words_of_word_file(docx_document.write(seed))

    assert missing_or_out_of_order(words) == []


def test_the_list_of_facts_would_notice_a_lost_one(seed: ReportDocument) -> None:
    words = words_of_page(html_document.write(seed)).replace("supressed", "suppressed")

    assert [fact[:27] for fact in missing_or_out_of_order(words)] == ["Activity levels in quarter "]


def test_the_list_of_facts_would_notice_another_order() -> None:
    words = "\n".join([*FACTS[1:], FACTS[0]])

    assert missing_or_out_of_order(words) != []


def test_the_standing_item_says_that_the_survey_is_still_to_be_launched(seed: ReportDocument) -> None:
    words = words_of_page(html_document.write(seed))

    assert "Survey to be launched in Summer 2021" in words
    assert "What young people told us" not in words


def test_no_figure_is_invented(seed: ReportDocument) -> None:
    table = csv_document.write(seed)

    rags = [line.split(",")[-1] for line in table.splitlines() if ",RAG," in line]
    assert rags == ["N/A", "N/A", "Amber (A)"]
    assert "Latest" not in table


def test_typing_it_in_twice_changes_nothing(app: Flask, seed: ReportDocument) -> None:
    with transaction() as session:
        type_in(session)

    assert report(reading(), SEED_MEETING) == seed
    assert assemble(reading(), SEED_MEETING) == seed
