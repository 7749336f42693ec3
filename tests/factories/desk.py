"""The moderation desk for tests: comments stored, opened and decided about through the pages."""

from uuid import UUID

from flask import Flask

from feedback_app.domain.moderation.publishing import quotable
from feedback_app.domain.responses.models import Comment
from feedback_app.platform.database import reading, transaction
from tests.client import Page, StrictClient
from tests.factories.comments import make_comment


def store(app: Flask, text: str, **values: object) -> UUID:
    """A comment with these words; returns its id."""
    with app.app_context(), transaction() as session:
        return make_comment(session, text, **values)


def send(client: StrictClient, comment_id: UUID, form: str, values: dict[str, object]) -> Page:
    """Open the comment, fill in one of its forms, send it."""
    address = f"/moderation/{comment_id}"
    return Page(client.submit(f"{address}/{form}", values, on=address))


def decide(client: StrictClient, comment_id: UUID, decision: str, **values: object) -> Page:
    """Press one of the first person's buttons."""
    fields = {f"decide-{name}": value for name, value in values.items()}
    return send(client, comment_id, "decide", {"decide-decision": decision} | fields)


def confirm(client: StrictClient, comment_id: UUID) -> Page:
    """Press the second person's button."""
    return send(client, comment_id, "publish", {"second-decision": "confirm"})


def quotes(app: Flask, comment_id: UUID) -> list[str]:
    """What the gate lets out of the comment's wave."""
    with app.app_context():
        wave_id = reading().get_one(Comment, comment_id).wave_id
        return [quote.text for quote in quotable(reading(), wave_ids=[wave_id])]


def state_of(app: Flask, comment_id: UUID) -> str:
    """How the comment stands."""
    with app.app_context():
        return reading().get_one(Comment, comment_id).state.value


def text_of(app: Flask, comment_id: UUID) -> str:
    """The words of the working copy."""
    with app.app_context():
        return reading().get_one(Comment, comment_id).text
