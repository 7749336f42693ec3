"""Topics on their pages: who sees which words, what is decided, and that nothing slips through a name."""

from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask

from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.comments import make_wave
from tests.factories.topics import BUSES, look_for_topics, many_on_buses

SignIn = Callable[[Role], StrictClient]
READERS = (Role.YOUTH_WORKER, Role.SAFEGUARDING_LEAD)
DECIDERS = (*READERS, Role.ENGAGEMENT_OFFICER)


@pytest.fixture
def topic_id(app: Flask) -> UUID:
    """A proposed topic on buses."""
    with app.app_context(), transaction() as session:
        wave_id = make_wave(session)
        many_on_buses(session, wave_id)
        (found,) = look_for_topics(session, wave_id)
        return found


def send(client: StrictClient, topic_id: UUID, form: str, values: dict[str, object]) -> Page:
    address = f"/topics/{topic_id}"
    return Page(client.submit(f"{address}/{form}", values, on=address))


@pytest.mark.parametrize("role", DECIDERS)
def test_the_list_says_what_will_stand_there(sign_in: SignIn, role: Role) -> None:
    words = sign_in(role).page("/topics").text()

    assert "Nothing is proposed" in words
    assert "No wave has opened yet" in words


def test_looking_proposes_and_the_list_shows_protected_figures(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), transaction() as session:
        wave_id = make_wave(session)
        many_on_buses(session, wave_id)
    client = sign_in(Role.ENGAGEMENT_OFFICER)

    client.submit("/topics/look", {"look-wave": str(wave_id)}, on="/topics")
    words = client.page("/topics").text()

    assert "bus" in words
    assert "15 comments" in words
    assert "16" not in words
    assert "1 topic proposed" in words


@pytest.mark.parametrize("role", READERS)
def test_who_reads_the_queue_sees_typical_comments(sign_in: SignIn, topic_id: UUID, role: Role) -> None:
    words = sign_in(role).page(f"/topics/{topic_id}").text()

    assert all(text in words for text in BUSES)


def test_the_engagement_officer_sees_words_and_no_comment_that_was_not_approved(
    sign_in: SignIn, topic_id: UUID
) -> None:
    page = sign_in(Role.ENGAGEMENT_OFFICER).page(f"/topics/{topic_id}")

    assert "bus" in page.text()
    assert not [text for text in BUSES if text in page.text()]
    assert "No quote on this has been approved" in page.text()


@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.BOARD_OFFICER, Role.ADMINISTRATOR])
def test_nobody_else_opens_them(sign_in: SignIn, topic_id: UUID, role: Role) -> None:
    client = sign_in(role)

    assert client.get("/topics").status_code == 403
    assert client.get(f"/topics/{topic_id}").status_code == 403


def test_a_name_is_kept_and_can_be_undone(sign_in: SignIn, topic_id: UUID) -> None:
    client = sign_in(Role.ENGAGEMENT_OFFICER)

    send(client, topic_id, "name", {"name-name": "Buses"})
    assert "Buses" in client.page("/topics").text()
    assert "Named" in client.page(f"/topics/{topic_id}").text()

    send(client, topic_id, "undo", {})
    assert "Proposed" in client.page(f"/topics/{topic_id}").text()


def test_a_name_that_may_show_somebody_is_refused_with_what_was_typed(
    sign_in: SignIn, topic_id: UUID
) -> None:
    client = sign_in(Role.YOUTH_WORKER)

    page = send(client, topic_id, "name", {"name-name": "Mr Jamal Patel's bus"})

    assert page.status == 422
    assert "may show who somebody is" in page.text()
    assert "Mr Jamal Patel's bus" in {one.get("value") for one in page.all("input")}


def test_dropping_asks_why_and_is_kept_with_its_reason(sign_in: SignIn, topic_id: UUID) -> None:
    client = sign_in(Role.YOUTH_WORKER)

    assert send(client, topic_id, "drop", {"drop-reason": ""}).status == 422
    send(client, topic_id, "drop", {"drop-reason": "The bus company asks this itself"})

    assert "The bus company asks this itself" in client.page("/topics").text()


def test_markup_in_a_name_stays_words(sign_in: SignIn, topic_id: UUID) -> None:
    client = sign_in(Role.YOUTH_WORKER)

    send(client, topic_id, "name", {"name-name": "<b>Buses</b> {{ 7*7 }}"})

    assert "<b>Buses</b> {{ 7*7 }}" in client.page("/topics").text()


def test_a_topic_that_is_gone_is_said_kindly(sign_in: SignIn) -> None:
    assert sign_in(Role.YOUTH_WORKER).get(f"/topics/{UUID(int=7)}").status_code == 404
