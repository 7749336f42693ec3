"""SAFETY R-40, R-43, R-46, R-83: reports give no small number away, move only in batches, and say charts in words."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import docx
import pypdf
import pytest
from flask import Flask

from feedback_app.documents import csv as csv_document
from feedback_app.documents import docx as docx_document
from feedback_app.documents import html as html_document
from feedback_app.documents import pdf as pdf_document
from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.meetings.assemble import assemble
from feedback_app.domain.meetings.document import Chart, ReportDocument, freeze
from feedback_app.domain.responses.folding import fold
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from surveys import instrument_text, load
from tests.factories.board import make_meeting
from tests.factories.comments import make_response, make_wave
from tests.factories.tallies import answered, responses

SURVEY = load(instrument_text("be-supported"))


@pytest.fixture
def county(app: Flask) -> Iterator[Flask]:
    """A county with a meeting today."""
    with app.app_context():
        with transaction() as session:
            make_meeting(session, clock.today())
        yield app


def wave() -> UUID:
    """A wave that opened yesterday."""
    with transaction() as session:
        return make_wave(
            session, opens_at=clock.now() - timedelta(days=1), closes_at=clock.now() + timedelta(days=27)
        )


def written() -> ReportDocument:
    """The report as it stands now."""
    return assemble(reading(), clock.today().isoformat())


def every_form(report: ReportDocument) -> dict[str, str]:
    """The words of a report in each form, with what only machines read: titles, descriptions, text layers."""
    word = docx.Document(io.BytesIO(docx_document.write(report)))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    pages = pypdf.PdfReader(io.BytesIO(pdf_document.write(report))).pages
    return {
        "html": html_document.write(report).split("</style>")[1],
        "pdf": "\n".join(page.extract_text() for page in pages),
        "docx": "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells]),
        "csv": csv_document.write(report),
    }


def test_no_true_count_of_a_few_is_in_any_form(county: Flask) -> None:
    wave_id = wave()
    with transaction() as session:
        responses(session, wave_id, 2731)
        counts = {"strongly_agree": 1357, "agree": 1361, "not_sure": 7, "disagree": 6}
        answered(session, wave_id, SURVEY.question("believed"), counts)
        answered(session, wave_id, SURVEY.question("know_who"), {"agree": 9})
        answered(session, wave_id, SURVEY.question("listened"), {"agree": 2129, "disagree": 2})

    for form, words in every_form(written()).items():
        for true in (2731, 1357, 1361, 2129, 2131):
            assert not re.search(rf"(?<![\d.]){true}(?![\d%])", words), (form, true)
        assert "fewer than 8" in words, form
        assert "almost all" in words, form


def test_a_bar_of_a_few_has_no_length(county: Flask) -> None:
    wave_id = wave()
    with transaction() as session:
        answered(session, wave_id, SURVEY.question("believed"), {"agree": 90, "disagree": 7, "not_sure": 3})

    bars = [bar for block in written().blocks if isinstance(block, Chart) for bar in block.bars]

    assert {bar.label: bar.percent for bar in bars if bar.label in ("Disagree", "Not sure")} == {
        "Disagree": 0,
        "Not sure": 0,
    }


def test_nine_answers_change_nothing_and_the_tenth_changes_the_report(county: Flask) -> None:
    wave_id = wave()
    with transaction() as session:
        for _ in range(20):
            make_response(session, wave_id, chosen={"believed": ["agree"]}, day=clock.today())
        fold(session, now=clock.now(), read_by_machine=cells_of)
    before = freeze(written())

    for number in range(1, 11):
        with transaction() as session:
            make_response(session, wave_id, chosen={"believed": ["agree"]}, day=clock.today())
            fold(session, now=clock.now(), read_by_machine=cells_of)
        assert (freeze(written()) == before) is (number < 10), number


def test_each_chart_has_a_sentence_and_a_table_that_say_the_same(county: Flask) -> None:
    wave_id = wave()
    with transaction() as session:
        answered(session, wave_id, SURVEY.question("believed"), {"agree": 90, "disagree": 60})

    report = written()
    (chart,) = [block for block in report.blocks if isinstance(block, Chart)]
    lines = list(csv.reader(io.StringIO(csv_document.write(report))))

    assert chart.sentence == "60 % of 150 people who answered agree or strongly agree."
    for bar in chart.bars:
        (share,) = [
            line[4]
            for line in lines
            if line[1].startswith(chart.title) and line[2:4] == [bar.label, "Share (95 % interval)"]
        ]
        assert share.startswith(f"{bar.percent} %")
    page = html_document.write(report)
    assert f"<title>{chart.title}</title>" in page
    assert "Agree: 60 % of 150." in page
