"""Mails that say how many comments wait, and when they are sent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from flask import Flask
from sqlalchemy.orm import Session

from feedback_app.app import create_app
from feedback_app.domain.moderation.reminders import forget, take_reminders
from feedback_app.domain.responses.models import CommentState
from feedback_app.domain.safeguarding.contact_requests import ask
from feedback_app.jobs import tell_of_escalations, tell_of_waiting
from feedback_app.platform.database import end_reading, transaction
from feedback_app.platform.roles import Role
from feedback_app.platform.settings import Surface
from tests.databases import settings_for
from tests.factories.comments import make_comment
from tests.factories.people import make_person

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_nobody_is_told_of_nothing(session: Session) -> None:
    make_person(session, Role.YOUTH_WORKER)
    make_comment(session, "read already", state=CommentState.COUNT_ONLY)

    assert take_reminders(session, now=NOW) == ()


def test_who_reads_the_queue_is_told_once_in_four_hours(session: Session) -> None:
    told = {make_person(session, Role.YOUTH_WORKER), make_person(session, Role.SAFEGUARDING_LEAD)}
    make_person(session, Role.BOARD_OFFICER)
    make_person(session, Role.YOUTH_WORKER, disabled=True)
    make_comment(session, "one")
    make_comment(session, "two", state=CommentState.QUOTE_PROPOSED)

    first = take_reminders(session, now=NOW)

    assert {(one.person_id, one.count) for one in first} == {(person_id, 2) for person_id in told}
    assert take_reminders(session, now=NOW + timedelta(hours=3, minutes=59)) == ()
    assert len(take_reminders(session, now=NOW + timedelta(hours=4))) == 2


def test_a_lead_is_told_of_requests_to_be_contacted_and_nobody_else_is(session: Session) -> None:
    lead = make_person(session, Role.SAFEGUARDING_LEAD)
    make_person(session, Role.YOUTH_WORKER)
    ask(session, how="text", detail="07700 900123", safe_when="", must_not_know="", name="")
    session.flush()

    (told,) = take_reminders(session, now=NOW)

    assert (told.person_id, told.count, told.requests) == (lead, 0, 1)


def test_a_mail_that_did_not_go_out_is_tried_again(session: Session) -> None:
    person_id = make_person(session, Role.YOUTH_WORKER)
    make_comment(session, "one")
    take_reminders(session, now=NOW)

    forget(session, person_id)

    assert len(take_reminders(session, now=NOW)) == 1


def test_the_mail_has_a_count_and_a_link_and_no_words(app: Flask) -> None:
    with app.app_context():
        with transaction() as session:
            make_person(session, Role.YOUTH_WORKER, email="worker@example.org")
            make_comment(session, "MARKER my stepdad hits me")
        assert tell_of_waiting() == 1

    (path,) = Path(app.extensions["settings"].instance, "mail").iterdir()
    mail = message_from_bytes(path.read_bytes(), policy=default)
    body = mail.get_body().get_content()
    assert (mail["To"], mail["Subject"]) == ("worker@example.org", "Something is waiting for you")
    assert "1 comment is waiting" in body
    assert "/moderation\n" in body
    assert "MARKER" not in path.read_text()


def test_a_process_without_staff_pages_leaves_the_mails_to_one_that_has_them(
    sqlite_url: str, tmp_path: Path
) -> None:
    settings = replace(settings_for(sqlite_url, tmp_path), surface=Surface.PUBLIC)
    app = create_app(settings)
    with app.app_context():
        with transaction() as session:
            make_person(session, Role.YOUTH_WORKER)
            make_comment(session, "one")

        assert (tell_of_waiting(), tell_of_escalations()) == (0, 0)
        end_reading()
    app.extensions["database"].engine.dispose()
