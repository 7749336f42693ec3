"""Open waves, and fields as a young person's browser sends them."""

from datetime import timedelta
from uuid import UUID

from flask import Flask
from sqlalchemy import func, select

from feedback_app.domain.responses.models import Comment, Response
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from surveys import instrument_text
from tests.client import Page, StrictClient
from tests.factories.comments import make_wave

SURVEY = "/s/be-supported"
VOXY = "/s/voxy"


def open_waves(app: Flask, **values: object) -> UUID:
    """A wave of the Be Supported survey that opened an hour ago (or as `values` say), and VOXY; returns the first's id."""
    opened = clock.now() - timedelta(hours=1)
    dates: dict[str, object] = {"opens_at": opened, "closes_at": opened + timedelta(days=28)}
    with app.app_context(), transaction() as session:
        wave_id = make_wave(session, **(dates | values))
        make_wave(
            session,
            slug="voxy",
            title="VOXY",
            definition=instrument_text("voxy"),
            opens_at=opened,
            closes_at=None,
        )
    return wave_id


def form(client: StrictClient, address: str = SURVEY) -> dict[str, str]:
    """The hidden fields of a form that was just opened."""
    return client.page(address).hidden_fields(address)


def send(client: StrictClient, fields: dict[str, object], address: str = SURVEY) -> Page:
    """Post a form; returns the page that comes back, a redirect not followed."""
    return Page(client.post(address, data=fields))


def stored(app: Flask) -> tuple[int, int]:
    """How many responses and comments are stored."""
    with app.app_context():
        count = [
            reading().scalar(select(func.count()).select_from(table)) or 0 for table in (Response, Comment)
        ]
    return count[0], count[1]


def comments(app: Flask) -> dict[str, str]:
    """The stored comments by field."""
    with app.app_context():
        return {field: text for field, text in reading().execute(select(Comment.field, Comment.text))}


def responses(app: Flask) -> list[dict[str, list[str]]]:
    """What was chosen, response by response."""
    with app.app_context():
        return list(reading().scalars(select(Response.chosen)))
