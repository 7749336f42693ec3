"""Safeguarding as the lead meets it."""

from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from uuid import UUID

from flask import Flask
from sqlalchemy import select

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.responses.models import Comment
from feedback_app.domain.safeguarding.contact_requests import ask
from feedback_app.domain.safeguarding.models import Escalation
from feedback_app.jobs import tell_of_escalations
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.comments import make_comment

SignIn = Callable[[Role], StrictClient]
WORDS = "MARKER he hits me when he drinks"


def escalated(app: Flask, sign_in: SignIn, **values: object) -> tuple[UUID, UUID]:
    """A comment that a youth worker escalated on its page; the escalation's and the comment's id."""
    with app.app_context(), transaction() as session:
        comment_id = make_comment(session, WORDS)
    answer = sign_in(Role.YOUTH_WORKER).submit(
        f"/moderation/{comment_id}/escalate",
        {"escalate-kinds": ["abuse"], "escalate-reason": "PRIVATE worry"} | values,
        on=f"/moderation/{comment_id}",
    )
    assert answer.status_code == 303
    with app.app_context():
        found = reading().scalars(select(Escalation.id)).all()
    return found[-1], comment_id


def deeds(app: Flask, client: StrictClient) -> list[str]:
    with app.app_context():
        entries = reading().scalars(
            select(AuditEntry).where(AuditEntry.actor_id == client.person_id).order_by(AuditEntry.at)
        )
        return [entry.deed for entry in entries]


def do(client: StrictClient, escalation_id: UUID, deed: str, values: dict[str, object]) -> Page:
    address = f"/safeguarding/{escalation_id}"
    return Page(client.submit(f"{address}/{deed}", values, on=address))


def test_empty_lists_say_so(sign_in: SignIn) -> None:
    lead = sign_in(Role.SAFEGUARDING_LEAD)

    assert "Nothing is escalated" in lead.page("/safeguarding").text()
    assert "Nothing is finished yet" in lead.page("/safeguarding?state=finished").text()
    assert "Nobody has asked to be contacted" in lead.page("/safeguarding/contact-requests").text()


def test_an_escalation_goes_its_way_on_pages(app: Flask, sign_in: SignIn) -> None:
    escalation_id, _ = escalated(app, sign_in)
    lead = sign_in(Role.SAFEGUARDING_LEAD)

    listed = lead.page("/safeguarding").text()
    assert do(lead, escalation_id, "acknowledge", {}).status == 303
    route = {"route-route": "mash", "route-reference": "M-17", "route-note": "An address is named."}
    assert do(lead, escalation_id, "route", route).status == 303
    assert do(lead, escalation_id, "close", {"close-note": "MASH has taken it on."}).status == 303
    after = lead.page(f"/safeguarding/{escalation_id}").text()

    assert "Abuse, at home or by an adult" in listed
    assert "MARKER" not in listed
    assert "Reference: M-17. An address is named." in after
    assert "MASH has taken it on." in after
    assert "Nothing is escalated" in lead.page("/safeguarding").text()
    assert str(escalation_id) in lead.page("/safeguarding?state=finished").html
    assert deeds(app, lead) == ["escalation-acknowledge", "escalation-route", "escalation-close"]


def test_a_step_that_lacks_something_keeps_what_was_typed(app: Flask, sign_in: SignIn) -> None:
    escalation_id, _ = escalated(app, sign_in)
    lead = sign_in(Role.SAFEGUARDING_LEAD)
    do(lead, escalation_id, "acknowledge", {})

    page = do(lead, escalation_id, "route", {"route-route": "mash", "route-note": "An address is named."})

    assert page.status == 422
    assert "Write the reference they gave you" in page.text()
    assert "An address is named." in page.html
    assert 'value="mash" selected' in page.html or 'selected value="mash"' in page.html


def test_a_step_that_does_not_fit_is_refused(app: Flask, sign_in: SignIn) -> None:
    escalation_id, _ = escalated(app, sign_in)
    lead = sign_in(Role.SAFEGUARDING_LEAD)
    fields = lead.page(f"/safeguarding/{escalation_id}").hidden_fields(
        f"/safeguarding/{escalation_id}/return"
    )

    answer = lead.post(
        f"/safeguarding/{escalation_id}/close",
        data={"close-csrf_token": fields["return-csrf_token"], "close-note": "done"},
    )

    assert answer.status_code == 409


def test_the_whole_response_is_opened_by_a_button_and_the_reading_is_noted(
    app: Flask, sign_in: SignIn
) -> None:
    escalation_id, _ = escalated(app, sign_in)
    lead = sign_in(Role.SAFEGUARDING_LEAD)

    page = do(lead, escalation_id, "response", {})

    assert page.status == 200
    assert WORDS in page.text()
    assert "Read the whole response" in page.text()
    assert deeds(app, lead) == ["escalation-read-response"]


def test_an_original_needs_a_reason(app: Flask, sign_in: SignIn) -> None:
    escalation_id, comment_id = escalated(app, sign_in)
    lead = sign_in(Role.SAFEGUARDING_LEAD)
    opened = do(lead, escalation_id, "response", {})
    action = f"/safeguarding/{escalation_id}/original?place=1"
    fields = opened.hidden_fields(action)

    without = lead.post(action, data=fields)
    with_reason = lead.post(action, data=fields | {"original-1-reason": "MASH asked for her words"})

    assert without.status_code == 422
    assert "MARKER" not in Page(without).text("section")
    assert with_reason.status_code == 200
    assert WORDS in Page(with_reason).text()
    assert "MASH asked for her words" in lead.page(f"/safeguarding/{escalation_id}").text()
    assert fields["original-1-comment"] == str(comment_id)
    assert deeds(app, lead) == ["escalation-read-response", "escalation-read-original", "original-read"]


def test_a_mistake_goes_back_to_the_queue(app: Flask, sign_in: SignIn) -> None:
    escalation_id, comment_id = escalated(app, sign_in)
    lead = sign_in(Role.SAFEGUARDING_LEAD)

    assert do(lead, escalation_id, "return", {"return-note": "It is a song."}).status == 303

    with app.app_context():
        assert reading().get_one(Comment, comment_id).state.value == "unread"
    assert str(comment_id) in sign_in(Role.YOUTH_WORKER).page("/moderation").html


def test_youth_workers_and_others_do_not_get_in(app: Flask, sign_in: SignIn) -> None:
    escalation_id, _ = escalated(app, sign_in)
    for role in set(Role) - {Role.SAFEGUARDING_LEAD}:
        client = sign_in(role)
        for address in ("/safeguarding", f"/safeguarding/{escalation_id}", "/safeguarding/contact-requests"):
            page = client.page(address)

            assert page.status == 403
            assert "MARKER" not in page.html


def test_the_mail_says_an_id_and_a_link_and_nothing_else(app: Flask, sign_in: SignIn) -> None:
    lead = sign_in(Role.SAFEGUARDING_LEAD)
    escalation_id, _ = escalated(app, sign_in)
    with app.app_context():
        assert tell_of_escalations() == 1
        assert tell_of_escalations() == 0

    (path,) = Path(app.extensions["settings"].instance, "mail").iterdir()
    mail = message_from_bytes(path.read_bytes(), policy=default)
    body = mail.get_body().get_content()
    assert f"/safeguarding/{escalation_id}" in body
    assert all(word not in path.read_text() for word in ("MARKER", "PRIVATE", "abuse", "Abuse"))
    assert lead.get(f"/safeguarding/{escalation_id}").status_code == 200


def test_who_it_is_about_never_sees_it(app: Flask, sign_in: SignIn) -> None:
    accused = sign_in(Role.SAFEGUARDING_LEAD)
    escalation_id, comment_id = escalated(app, sign_in, **{"escalate-about": str(accused.person_id)})
    lead = sign_in(Role.SAFEGUARDING_LEAD)

    assert str(escalation_id) not in accused.page("/safeguarding").html
    for address in (f"/safeguarding/{escalation_id}", f"/moderation/{comment_id}"):
        assert accused.get(address).status_code == 404
    assert "MARKER" not in accused.page("/moderation?state=all").html
    assert "LADO" in lead.page(f"/safeguarding/{escalation_id}").text()


def test_a_request_to_be_contacted_is_opened_by_a_button_and_finished(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), transaction() as session:
        request_id = ask(
            session,
            how="text",
            detail="07700 900123",
            safe_when="after school",
            must_not_know="my stepdad",
            name="<b>Kez</b> {{7*7}}",
        )
    lead = sign_in(Role.SAFEGUARDING_LEAD)
    address = f"/safeguarding/contact-requests/{request_id}"

    closed = lead.page(address)
    opened = Page(lead.submit(f"{address}/read", {}, on=address))
    unfinished = Page(lead.submit(f"{address}/finish", {"outcome": " "}, on=address))
    lead.submit(f"{address}/finish", {"outcome": "Rang on Monday."}, on=address)

    assert "07700" not in closed.html
    assert all(
        words in opened.text()
        for words in ("07700 900123", "my stepdad", "<b>Kez</b> {{7*7}}", "after school")
    )
    assert unfinished.status == 422
    assert "Finished" in lead.page("/safeguarding/contact-requests").text()
    assert deeds(app, lead) == ["contact-request-read", "contact-request-finished"]
