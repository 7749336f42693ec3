"""Feeling and themes on a comment's page: seen with the words they rest on, mended in one step, and undone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from feedback_app.app import create_app
from feedback_app.domain.findings.agreement import agreement_of
from feedback_app.domain.findings.models import Correction
from feedback_app.domain.responses.models import Comment
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.databases import settings_for
from tests.factories.comments import make_comment, make_finding
from tests.factories.desk import state_of
from tests.factories.people import sign_in_as

SignIn = Callable[[Role], StrictClient]
WORDS = "The staff listen but swimming costs too much"
THEMES = {"healthy.active": ["swimming"], "supported.staff": ["staff"]}


def stored(app: Flask, **values: object) -> UUID:
    """A comment that the machine read as negative, about sport and staff."""
    with app.app_context(), transaction() as session:
        comment_id = make_comment(session, WORDS)
        make_finding(session, comment_id, themes=THEMES, **values)
        return comment_id


def press(client: StrictClient, comment_id: UUID, said: str, **more: object) -> Page:
    """Press one of the buttons on the comment's page and follow where it leads."""
    address = f"/moderation/{comment_id}"
    fields = {"labels-said": said} | {f"labels-{name}": value for name, value in more.items()}
    answer = client.submit(f"{address}/labels", fields, on=address)
    assert answer.status_code == 303
    assert answer.location == f"{address}#labels-title"
    return client.page(address)


def pressed(page: Page) -> list[str]:
    """The feelings shown as the one that counts."""
    return [str(one.get("value")) for one in page.all("button") if one.get("aria-pressed") == "true"]


def marked(page: Page) -> list[str]:
    """The words marked as what a theme rests on, in the comment itself."""
    return ["".join(one.itertext()) for one in page.all("mark") if one.get("class") == "mark mark--theme"]


def test_the_machines_labels_are_shown_as_an_estimate_with_their_words_and_version(
    app: Flask, sign_in: SignIn
) -> None:
    page = sign_in(Role.YOUTH_WORKER).page(f"/moderation/{stored(app)}")

    assert pressed(page) == ["negative"]
    assert {"swimming", "staff"} <= set(marked(page))
    assert "Estimated by the machine." in page.text()
    assert "Getting active: “swimming”" in page.text()
    assert "Read by version test." in page.text()


def test_one_press_sets_the_feeling_and_says_who_checked_it(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = stored(app), sign_in(Role.YOUTH_WORKER)

    page = press(client, comment_id, "neutral")

    assert pressed(page) == ["neutral"]
    assert "Checked by a person By A youth worker" in page.text()
    assert "The machine had said: negative." in page.text()
    assert state_of(app, comment_id) == "unread"


def test_one_press_says_that_the_machine_is_right(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = stored(app), sign_in(Role.SAFEGUARDING_LEAD)

    page = press(client, comment_id, "right")

    assert "Checked by a person" in page.text()
    assert "The machine had said" not in page.text()
    assert "The machine is right" not in page.text()


def test_themes_are_ticked_and_those_that_count_no_more_are_marked_no_more(
    app: Flask, sign_in: SignIn
) -> None:
    comment_id, client = stored(app), sign_in(Role.YOUTH_WORKER)

    page = press(client, comment_id, "themes", themes=["supported.listened", "supported.staff"])

    assert "Listened to and believed: given by a person" in page.text()
    assert "The machine had said: Getting active and Experienced and caring staff." in page.text()
    assert "swimming" not in marked(page)
    assert "staff" in marked(page)


def test_no_ticks_at_all_means_no_theme(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = stored(app), sign_in(Role.YOUTH_WORKER)

    assert "No theme of the plan." in press(client, comment_id, "themes").text()


def test_ones_label_is_undone(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = stored(app), sign_in(Role.YOUTH_WORKER)
    press(client, comment_id, "positive")
    address = f"/moderation/{comment_id}"

    assert client.submit(f"{address}/labels/undo", {}, on=address).status_code == 303

    page = client.page(address)
    assert pressed(page) == ["negative"]
    assert "Checked by a person" not in page.text()
    assert "Undo my label" not in page.text()


def test_another_persons_label_is_seen_but_not_undone(app: Flask, sign_in: SignIn) -> None:
    comment_id = stored(app)
    press(sign_in(Role.YOUTH_WORKER), comment_id, "positive")

    page = sign_in(Role.YOUTH_WORKER).page(f"/moderation/{comment_id}")

    assert pressed(page) == ["positive"]
    assert "Undo my label" not in page.text()


def test_a_label_nobody_offered_changes_nothing(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = stored(app), sign_in(Role.YOUTH_WORKER)
    address = f"/moderation/{comment_id}"

    answer = client.submit(f"{address}/labels", {"labels-said": "cross"}, on=address)

    assert answer.status_code == 422
    assert pressed(client.page(address)) == ["negative"]


def test_what_is_not_read_yet_has_no_labels(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), transaction() as session:
        comment_id = make_comment(session, WORDS, read_first=None)

    assert "Feeling and themes" not in sign_in(Role.YOUTH_WORKER).page(f"/moderation/{comment_id}").text()


def test_another_language_has_no_feeling_until_a_person_gives_one(app: Flask, sign_in: SignIn) -> None:
    comment_id, client = stored(app, language="pl", sentiment=None), sign_in(Role.YOUTH_WORKER)

    before = client.page(f"/moderation/{comment_id}")
    after = press(client, comment_id, "positive")

    assert pressed(before) == []
    assert "The machine says no feeling" in before.text()
    assert pressed(after) == ["positive"]


@pytest.fixture
def blind(sqlite_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application where every comment is labelled before the machine's labels are shown."""
    app = create_app(replace(settings_for(sqlite_url, tmp_path), blind_sample=1))
    app.test_client_class = StrictClient
    yield app
    app.extensions["database"].engine.dispose()


def test_in_the_blind_sample_nothing_tells_the_labels_before_ones_own(blind: Flask) -> None:
    comment_id, client = stored(blind), sign_in_as(blind, Role.YOUTH_WORKER)

    before = client.page(f"/moderation/{comment_id}")
    felt = press(client, comment_id, "neutral")
    themed = press(client, comment_id, "themes", themes=["safe.housing"])

    assert (pressed(before), marked(before)) == ([], [])
    assert "Say the feeling and the themes first." in before.text()
    assert "Getting active:" not in before.text()
    assert "The machine is right" not in before.text()
    assert (pressed(felt), marked(felt)) == (["neutral"], [])
    assert "Say the themes first." in felt.text()
    assert "The machine had said: negative; Getting active and Experienced and caring staff." in themed.text()


def test_a_second_person_is_blind_to_the_first_as_well(blind: Flask) -> None:
    comment_id = stored(blind)
    press(sign_in_as(blind, Role.YOUTH_WORKER), comment_id, "positive")

    second = sign_in_as(blind, Role.YOUTH_WORKER)
    page = second.page(f"/moderation/{comment_id}")

    assert pressed(page) == []
    assert "Checked by a person" not in page.text()
    press(second, comment_id, "negative")
    with blind.app_context():
        wave_id = reading().get_one(Comment, comment_id).wave_id
        assert agreement_of(reading(), [wave_id]).sentiment.people.n == 1


def test_only_the_first_label_of_a_person_is_blind(blind: Flask) -> None:
    comment_id, client = stored(blind), sign_in_as(blind, Role.YOUTH_WORKER)
    address = f"/moderation/{comment_id}"

    press(client, comment_id, "neutral")
    client.submit(f"{address}/labels/undo", {}, on=address)
    press(client, comment_id, "negative")

    with blind.app_context():
        rows = reading().scalars(select(Correction).order_by(Correction.number))
        assert [(row.sentiment, row.blind, row.undone) for row in rows] == [
            ("neutral", True, True),
            ("negative", False, False),
        ]


def test_a_list_by_theme_has_told_the_theme_so_nothing_is_blind_there(blind: Flask) -> None:
    comment_id, client = stored(blind), sign_in_as(blind, Role.YOUTH_WORKER)

    page = client.page(f"/moderation/{comment_id}?theme=healthy.active")

    assert pressed(page) == ["negative"]
