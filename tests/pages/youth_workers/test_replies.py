"""A youth worker writes back from a comment's page; what cannot be done is said kindly."""

from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from feedback_app.domain.replies.models import Reply
from feedback_app.domain.replies.write import write_answer
from feedback_app.domain.responses.models import Comment
from feedback_app.domain.safeguarding.models import Escalation
from feedback_app.domain.withdrawals.withdraw import withdraw
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.comments import make_comment, make_response, make_wave
from tests.factories.desk import send
from tests.factories.receipts import make_receipt

SignIn = Callable[[Role], StrictClient]


def with_receipt(app: Flask, text: str = "The bus never comes") -> UUID:
    """A comment of a response with a receipt."""
    with app.app_context(), transaction() as session:
        response_id, _ = make_receipt(session, make_wave(session))
        return make_comment(session, text, response_id=response_id, may_quote=False)


def without_receipt(app: Flask) -> UUID:
    with app.app_context(), transaction() as session:
        return make_comment(session, "Warm", response_id=make_response(session, make_wave(session)))


def write(client: StrictClient, comment_id: UUID, words: str) -> Page:
    address = f"/moderation/{comment_id}/reply"
    return Page(client.submit(address, {"reply-words": words}, on=address))


def replies(app: Flask) -> list[str]:
    with app.app_context():
        return sorted(reading().scalars(select(Reply.text)))


def test_a_reply_is_written_and_stands_beside_the_comment(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = with_receipt(app), sign_in(Role.YOUTH_WORKER)
    assert "Nobody has written back yet" in client.page(f"/moderation/{comment_id}").text()

    sent = write(client, comment_id, "Thank you.\r\nWe rang the bus company.")

    assert (sent.status, sent.response.location) == (303, f"/moderation/{comment_id}#talk-title")
    page = client.page(f"/moderation/{comment_id}")
    assert "Thank you." in page.text()
    assert any(
        link.get("data-key") == "r" and link.get("href") == f"/moderation/{comment_id}/reply"
        for link in page.all("a")
    )
    assert replies(app) == ["Thank you.\nWe rang the bus company."]


def test_the_form_keeps_the_part_of_the_queue_one_came_from(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = with_receipt(app), sign_in(Role.YOUTH_WORKER)
    address = f"/moderation/{comment_id}/reply?state=all"

    sent = client.submit(address, {"reply-words": "Thank you"}, on=address)

    assert sent.location == f"/moderation/{comment_id}?state=all#talk-title"


def test_pressing_twice_writes_once(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = with_receipt(app), sign_in(Role.YOUTH_WORKER)
    address = f"/moderation/{comment_id}/reply"
    fields = client.page(address).hidden_fields(address) | {"reply-words": "Hello"}

    assert [client.post(address, data=fields).status_code for _ in range(3)] == [303, 303, 303]
    assert replies(app) == ["Hello"]


@pytest.mark.parametrize("words", ["", "   ", "x" * 1001])
def test_what_cannot_be_sent_is_given_back(app: Flask, sign_in: SignIn, words: str) -> None:
    page = write(sign_in(Role.YOUTH_WORKER), with_receipt(app), words)

    assert page.status == 422
    assert page.text("title").startswith("Error:")
    assert page.text("textarea") == words.strip()
    assert replies(app) == []


def test_a_form_without_its_id_or_token_writes_nothing(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = with_receipt(app), sign_in(Role.YOUTH_WORKER)
    address = f"/moderation/{comment_id}/reply"
    fields = client.page(address).hidden_fields(address)

    for broken in ({"reply-form_id": "x"}, {"reply-form_id": ""}, {"reply-csrf_token": "x"}):
        assert client.post(address, data=fields | broken | {"reply-words": "Hello"}).status_code == 422
    assert replies(app) == []


def test_without_a_receipt_it_says_kindly_that_nobody_could_read_it(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = without_receipt(app), sign_in(Role.YOUTH_WORKER)

    assert "did not ask for a code" in client.page(f"/moderation/{comment_id}").text()
    page = client.page(f"/moderation/{comment_id}/reply")
    assert "did not ask for a code" in page.text()
    assert page.all("textarea") == []
    own = with_receipt(app)
    fields = client.page(f"/moderation/{own}/reply").hidden_fields(f"/moderation/{own}/reply")
    refused = Page(client.post(f"/moderation/{comment_id}/reply", data=fields | {"reply-words": "Hello"}))
    assert (refused.status, replies(app)) == (403, [])


def test_a_reply_is_taken_back_after_one_question(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = with_receipt(app), sign_in(Role.YOUTH_WORKER)
    write(client, comment_id, "Too soon")
    page = client.page(f"/moderation/{comment_id}")
    (address,) = [one.get("href") or "" for one in page.all("a") if "take-back" in (one.get("href") or "")]

    asked = client.page(address)
    assert "Too soon" in asked.text()
    taken = client.submit(address, {}, on=address)

    assert taken.location == f"/moderation/{comment_id}#talk-title"
    assert replies(app) == []
    assert client.get(address).status_code == 404


def test_her_answer_stands_in_the_queue_with_the_conversation_beside_it(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = with_receipt(app), sign_in(Role.YOUTH_WORKER)
    write(client, comment_id, "Which bus is it?")
    with app.app_context(), transaction() as session:
        response_id = session.get_one(Comment, comment_id).response_id
        write_answer(session, response_id, text="The seven", form_id=UUID(int=7))
        (answer_id,) = session.scalars(select(Comment.id).where(Comment.text == "The seven"))

    queue, page = client.page("/moderation"), client.page(f"/moderation/{answer_id}")

    assert "Answer to a reply" in queue.text()
    assert page.text("h1") == "Answer to a reply"
    for words in ("The seven", "Which bus is it?", "The bus never comes", "Not to be quoted"):
        assert words in page.text()
    assert send(client, answer_id, "decide", {"decide-decision": "count_only"}).status == 303


def test_an_escalated_comment_is_the_leads_to_answer(app: Flask, sign_in: SignIn) -> None:
    comment_id, worker = with_receipt(app), sign_in(Role.YOUTH_WORKER)
    lead = sign_in(Role.SAFEGUARDING_LEAD)
    send(worker, comment_id, "escalate", {"escalate-kinds": ["violence"], "escalate-reason": "See"})
    with app.app_context():
        case = reading().scalars(select(Escalation.id)).one()

    assert "is with the safeguarding lead" in worker.page(f"/moderation/{comment_id}/reply").text()
    links = [one.get("href") for one in lead.page(f"/safeguarding/{case}").all("a")]
    assert f"/moderation/{comment_id}/reply" in links
    assert write(lead, comment_id, "You are not alone").status == 303
    assert "The safeguarding lead" in worker.page(f"/moderation/{comment_id}").text()


def test_a_case_whose_words_were_taken_back_opens_them_for_a_reason(app: Flask, sign_in: SignIn) -> None:
    comment_id, worker = with_receipt(app, "Quokka hits me"), sign_in(Role.YOUTH_WORKER)
    lead = sign_in(Role.SAFEGUARDING_LEAD)
    send(worker, comment_id, "escalate", {"escalate-kinds": ["violence"], "escalate-reason": "See"})
    with app.app_context(), transaction() as session:
        case = session.scalars(select(Escalation.id)).one()
        withdraw(session, session.get_one(Comment, comment_id).response_id)
    address, action = f"/safeguarding/{case}", f"/safeguarding/{case}/kept"

    page = lead.page(address)
    assert "Everything was taken back" in page.text()
    assert "Quokka" not in page.html
    assert lead.submit(action, {"kept-reason": ""}, on=address).status_code == 422
    opened = Page(lead.submit(action, {"kept-reason": "To pass it on"}, on=address))

    assert "Quokka hits me" in opened.text()
    assert "To pass it on" in lead.page(address).text()
