"""Voices beside figures, and figures withheld where people and the machine agree too little; in every form of the paper."""

import io
from datetime import date
from uuid import UUID

import docx
import pypdf
import pytest
from sqlalchemy.orm import Session

from feedback_app.documents import csv as csv_document
from feedback_app.documents import docx as docx_document
from feedback_app.documents import html as html_document
from feedback_app.documents import pdf as pdf_document
from feedback_app.domain.findings.models import Correction
from feedback_app.domain.indicators.plan import save_plan
from feedback_app.domain.meetings.assemble import assemble
from feedback_app.domain.meetings.document import ReportDocument
from feedback_app.domain.meetings.trust import Standing
from feedback_app.domain.meetings.voice import told_us
from feedback_app.domain.topics.counting import count_topics
from feedback_app.domain.topics.decide import name_topic
from feedback_app.platform import clock
from feedback_app.platform.roles import Role
from tests.factories.board import PLAN, make_indicator, make_meeting, make_value
from tests.factories.comments import make_comment, make_finding, make_response, make_wave
from tests.factories.people import make_person
from tests.factories.tallies import responses, tally
from tests.factories.topics import look_for_topics, many_on_buses

LISTENED = "supported.listened"
GREEN = "Being listened to: indicator 1 is Green, while most comments on it sound negative."


def wave(session: Session, *, negative: int, positive: int) -> UUID:
    """A wave with so many comments on being listened to."""
    wave_id = make_wave(session)
    responses(session, wave_id, 80)
    tally(session, wave_id, "theme", {(LISTENED, "negative"): negative, (LISTENED, "positive"): positive})
    tally(session, wave_id, "comments", {("better", "negative"): negative, ("better", "positive"): positive})
    return wave_id


def indicator(session: Session, value: str) -> None:
    save_plan(session, PLAN)
    made = make_indicator(session, outcome_codes=(LISTENED,))
    make_value(session, made, "2020-11", value)


def paper(session: Session) -> ReportDocument:
    today = clock.today().isoformat()
    return assemble(session, today)


def every_form(report: ReportDocument) -> dict[str, str]:
    """The words of each form on one line."""
    word = docx.Document(io.BytesIO(docx_document.write(report)))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    pages = pypdf.PdfReader(io.BytesIO(pdf_document.write(report))).pages
    forms = {
        "html": html_document.write(report).split("</style>")[1],
        "pdf": "\n".join(page.extract_text() for page in pages),
        "docx": "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells]),
        "csv": csv_document.write(report),
    }
    return {form: " ".join(words.split()) for form, words in forms.items()}


def checked(session: Session, wave_id: UUID, *, right: int, wrong: int) -> None:
    """So many comments on which a person agrees with the machine's feeling and theme, and so many on which not."""
    by = make_person(session, Role.YOUTH_WORKER)
    for at in range(right + wrong):
        machine = ("negative", "positive")[at % 2]
        person = machine if at < right else ("positive", "negative")[at % 2]
        comment_id = make_comment(session, "words", response_id=make_response(session, wave_id, folded=True))
        make_finding(session, comment_id, sentiment=machine)
        session.add(
            Correction(
                comment_id=comment_id,
                number=1,
                by=by,
                day=date(2026, 3, 3),
                sentiment=person,
                themes=None,
                machine_sentiment=machine,
                machine_themes=[],
                machine_version="test",
                blind=False,
            )
        )
    session.flush()


def test_green_while_most_say_otherwise_stands_first_in_every_form(session: Session) -> None:
    indicator(session, "120")
    make_meeting(session, clock.today())
    wave(session, negative=40, positive=12)

    for form, words in every_form(paper(session)).items():
        if form != "csv":  # which holds the tables alone
            assert GREEN in words, form
            assert words.index(GREEN) < words.index("Who answered"), form
        assert "Green (G)" in words, form
        assert "80 % of 50 comments on this sound negative (95 % interval 67 to 89)" in words, form


@pytest.mark.parametrize(("value", "negative", "positive"), [("120", 26, 26), ("10", 40, 12), ("120", 9, 0)])
def test_nothing_is_pointed_out_without_green_without_most_or_on_few(
    session: Session, value: str, negative: int, positive: int
) -> None:
    indicator(session, value)
    make_meeting(session, clock.today())
    wave(session, negative=negative, positive=positive)

    assert "different things" not in html_document.write(paper(session))


def test_red_beside_praise_is_said_as_well(session: Session) -> None:
    indicator(session, "10")
    make_meeting(session, clock.today())
    wave(session, negative=10, positive=50)

    assert "indicator 1 is Red, while most comments on it sound positive" in html_document.write(
        paper(session)
    )


def test_before_thirty_checks_figures_are_marked_as_not_checked(session: Session) -> None:
    make_meeting(session, clock.today())
    checked(session, wave(session, negative=40, positive=12), right=10, wrong=19)

    page = html_document.write(paper(session))

    assert "is not checked enough yet" in page
    assert "(estimate, not checked)" in page
    assert "Not shown: figures of how comments sound" not in page


def test_too_little_agreement_withholds_a_figure_and_says_what_would_change_it(session: Session) -> None:
    indicator(session, "120")
    make_meeting(session, clock.today())
    checked(session, wave(session, negative=40, positive=12), right=20, wrong=20)

    told = told_us(session, clock.today())

    assert told.trust.sentiment.standing is Standing.WITHHELD
    for form, words in every_form(paper(session)).items():
        assert "Not shown: figures of how comments sound" in words, form
        assert "more comments are checked in moderation" in words, form
        assert "sound negative (95 %" not in words, form
        assert GREEN not in words, form


def test_enough_agreement_shows_figures_without_the_mark(session: Session) -> None:
    make_meeting(session, clock.today())
    checked(session, wave(session, negative=40, positive=12), right=38, wrong=2)

    told = told_us(session, clock.today())
    page = html_document.write(paper(session))

    assert told.trust.sentiment.standing is Standing.AGREES
    assert "agree on how comments sound with a kappa of 0.90" in page
    assert "about 40 comments checked by people" in page


def test_a_named_topic_stands_in_every_form_with_its_base(session: Session) -> None:
    make_meeting(session, clock.today())
    wave_id = make_wave(session)
    responses(session, wave_id, 80)
    many_on_buses(session, wave_id, 27)
    (topic_id,) = look_for_topics(session, wave_id)
    name_topic(session, topic_id, "Buses and fares", by=make_person(session, Role.YOUTH_WORKER))
    count_topics(session, wave_id)

    for form, words in every_form(paper(session)).items():
        assert "New topics that no outcome covers" in words, form
        assert "45 % (33 to 58)" in words, form
        if form != "csv":
            assert "Buses and fares: 25 of 55 comments (45 %) are about this." in words, form
        assert "27 of" not in words, form
        assert "the bus to town is late" not in words, form
