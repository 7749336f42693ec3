"""SAFETY R-55: what is written on paper reaches the queue when it is typed the first time, whatever becomes of the form."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from feedback_app.domain.paper.models import PaperEntry
from feedback_app.domain.responses.models import Comment
from feedback_app.jobs import analyse_waiting, fold_waiting
from feedback_app.platform.database import reading
from feedback_app.platform.roles import Role
from tests.client import StrictClient
from tests.factories.answering import open_waves

TEXTS = (
    "lol he hits me",
    "nie chcę wracać do domu",
    "buy followers",
    "x",
    "same",
    "same",
    "<script>alert(1)</script>",
)


def in_queue(client: StrictClient) -> set[UUID]:
    return {
        UUID(one) for one in re.findall(r'href="/moderation/([0-9a-f-]{36})', client.page("/moderation").html)
    }


@pytest.fixture
def typed_once(app: Flask, sign_in: Callable[[Role], StrictClient]) -> tuple[StrictClient, str]:
    """A form for each text, typed once; the officer who typed them, and the address of the wave."""
    officer, wave = sign_in(Role.ENGAGEMENT_OFFICER), f"/surveys/{open_waves(app)}"
    for number, text in enumerate(TEXTS):
        typed = {"number": str(number), "language": "en", "a-good": text}
        assert officer.submit(f"{wave}/paper/enter", typed, on=f"{wave}/paper/enter").status_code == 303
    return officer, wave


def stored(app: Flask) -> list[tuple[UUID, str]]:
    with app.app_context():
        analyse_waiting()
        fold_waiting()
        return [(one, text) for one, text in reading().execute(select(Comment.id, Comment.text))]


def test_every_text_is_there_after_the_first_typing(
    app: Flask, sign_in: Callable[[Role], StrictClient], typed_once: tuple[StrictClient, str]
) -> None:
    found = stored(app)

    assert sorted(text for _, text in found) == sorted(TEXTS)
    assert in_queue(sign_in(Role.YOUTH_WORKER)) == {one for one, _ in found}


def test_it_stays_there_when_the_form_is_removed(
    app: Flask, sign_in: Callable[[Role], StrictClient], typed_once: tuple[StrictClient, str]
) -> None:
    officer, wave = typed_once
    with app.app_context():
        entries = list(reading().scalars(select(PaperEntry.id)))

    for entry in entries:
        address = f"{wave}/paper/{entry}/remove"
        assert officer.submit(address, {}, on=address).status_code == 303

    assert in_queue(sign_in(Role.YOUTH_WORKER)) == {one for one, _ in stored(app)}
    assert len(stored(app)) == len(TEXTS)
