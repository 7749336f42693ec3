"""How comments are read: the officer sees the comparison before a version is used, and rolls it back."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

import analysis
from feedback_app.domain.findings.learning import learn, to_try, told
from feedback_app.domain.findings.models import Finding, LearnedVersion
from feedback_app.domain.findings.versions import in_use, keep_version
from feedback_app.jobs import read_anew
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.client import StrictClient
from tests.factories.labels import label_a_county

SignIn = Callable[[Role], StrictClient]
PAGE = "/surveys/reading"
USE = f"{PAGE}/county.1/use"
NAME = f"{analysis.VERSION}+county.1"


@pytest.fixture
def proposed(app: Flask) -> Flask:
    """A county that has labelled, and a version that was learned from it."""
    with app.app_context():
        with transaction() as session:
            label_a_county(session, 70)
        found = learn(told(reading()), to_try(reading())[:10])
        with transaction() as session:
            keep_version(session, found.weights, found.comparison)
    return app


def read_by(app: Flask) -> set[str]:
    with app.app_context():
        return set(reading().scalars(select(Finding.version)))


def test_before_anything_is_learned_only_what_ships_is_there(sign_in: SignIn) -> None:
    page = sign_in(Role.ENGAGEMENT_OFFICER).page(PAGE)

    assert analysis.VERSION in page.text()
    assert "In use" in page.text()
    assert "Roll back" not in page.text()
    assert "A person has checked 0 of 0 comments." in page.text()


def test_a_proposed_version_is_compared_used_after_a_question_and_rolled_back(
    proposed: Flask, sign_in: SignIn
) -> None:
    client = sign_in(Role.ENGAGEMENT_OFFICER)

    listed = client.page(PAGE)
    assert "Proposed" in listed.text()
    assert "Feelings: F1" in listed.text()
    asked = client.page(USE)
    assert "Compared on 70 comments of 70 responses" in asked.text()
    assert "Of 10 comments" in asked.text()
    assert f"Read all comments by {NAME} from now on?" in asked.text()
    assert read_by(proposed) == {analysis.VERSION}

    assert client.submit(USE, {}).location == PAGE
    assert "0 of 70 comments read anew" in client.page(PAGE).text()
    with proposed.app_context():
        read_anew()
    assert read_by(proposed) == {NAME}
    assert "read anew" not in client.page(PAGE).text()

    back = f"{PAGE}/roll-back"
    assert f"Roll back to {analysis.VERSION}" in client.page(back).text()
    assert client.submit(back, {}).location == PAGE
    with proposed.app_context():
        read_anew()
    assert read_by(proposed) == {analysis.VERSION}
    assert client.get(back).status_code == 409


def test_who_put_it_to_use_is_said(proposed: Flask, sign_in: SignIn) -> None:
    client = sign_in(Role.ENGAGEMENT_OFFICER)
    client.submit(USE, {})

    assert "by A engagement officer" in client.page(PAGE).text()
    with proposed.app_context():
        assert in_use(reading()).name == NAME


def test_without_the_question_nothing_is_used(proposed: Flask, sign_in: SignIn) -> None:
    answer = sign_in(Role.ENGAGEMENT_OFFICER).post(USE)

    assert answer.status_code in (400, 422)
    with proposed.app_context():
        assert in_use(reading()).leaning is None


def test_a_version_of_another_reading_says_that_it_rests(proposed: Flask, sign_in: SignIn) -> None:
    with proposed.app_context(), transaction() as session:
        session.scalars(select(LearnedVersion)).one().shipped = "2020-01-01.1"
    client = sign_in(Role.ENGAGEMENT_OFFICER)

    assert "rests. Learn again." in client.page(PAGE).text()
    assert client.submit(USE, {}, on=None).status_code == 409


def test_a_version_nobody_made_is_missing(sign_in: SignIn) -> None:
    assert sign_in(Role.ENGAGEMENT_OFFICER).get(f"{PAGE}/county.7/use").status_code == 404
