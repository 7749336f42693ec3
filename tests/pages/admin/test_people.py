"""The pages of the administrator: adding, resetting, and what may be typed there."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from flask import Flask
from sqlalchemy import select

from feedback_app.domain.people.models import Person
from feedback_app.platform.database import reading
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.people import sign_in_as

NEW = "/admin/people/new"


def names(app: Flask) -> set[str]:
    with app.app_context():
        return set(reading().scalars(select(Person.name)))


def test_a_link_is_shown_once_and_follows_the_settings(
    sign_in: Callable[[Role], StrictClient],
) -> None:
    administrator = sign_in(Role.ADMINISTRATOR)
    token = administrator.page(NEW).hidden_fields("/logout")

    fields = {**token, "name": "Ada", "email": "ada@example.org", "role": "board_member"}
    page = Page(administrator.post(NEW, data=fields, headers={"X-Forwarded-Host": "evil.example"}))

    assert "http://127.0.0.1:8000/set-password/" in page.html
    assert "evil.example" not in page.html


def test_signs_that_no_database_takes_are_left_out_of_a_name(app_on_both: Flask) -> None:
    administrator = sign_in_as(app_on_both, Role.ADMINISTRATOR)

    answer = administrator.submit(
        NEW, {"name": "A\x00da \u202eB\x1b", "email": "ada@example.org", "role": "board_member"}
    )

    assert answer.status_code == 200
    assert "Ada B" in names(app_on_both)


@pytest.mark.parametrize(
    "email",
    [
        "nobody",
        "a@b@c",
        "a b@c.org",
        "a@",
        "@b",
        "<a@b.org>",
        "a@b.org,c@d.org",
        "ünï@example.org",
        "a@b..org",
    ],
)
def test_what_no_mail_server_takes_is_no_email(
    app: Flask, sign_in: Callable[[Role], StrictClient], email: str
) -> None:
    answer = sign_in(Role.ADMINISTRATOR).submit(NEW, {"name": "Ada", "email": email, "role": "board_member"})

    assert answer.status_code == 422
    assert "like name@example.org" in answer.get_data(as_text=True)
    assert "Ada" not in names(app)


def test_an_old_page_is_explained_in_words_and_keeps_what_was_typed(
    app: Flask, sign_in: Callable[[Role], StrictClient]
) -> None:
    administrator = sign_in(Role.ADMINISTRATOR)

    page = Page(administrator.post(NEW, data={"name": "Ada", "email": "ada@example.org", "csrf_token": "x"}))

    assert page.status == 422
    assert "The page was open too long." in page.text()
    assert "CSRF" not in page.text()
    assert 'value="Ada"' in page.html
    assert "Ada" not in names(app)


@pytest.mark.parametrize("deed", ["reset", "disable", "role"])
def test_nobody_locks_themselves_out(app: Flask, sign_in: Callable[[Role], StrictClient], deed: str) -> None:
    administrator = sign_in(Role.ADMINISTRATOR)
    token = administrator.page(NEW).hidden_fields("/logout")

    answer = administrator.post(
        f"/admin/people/{administrator.person_id}/{deed}", data={**token, "role": "board_member"}
    )

    assert answer.status_code == 403
    assert administrator.get("/admin").status_code == 200


@pytest.mark.parametrize("words", ["%", "_", "'", "\\", "\u202e", "a" * 5000, "<b>", "{{7*7}}"])
def test_any_words_can_be_searched_for(app_on_both: Flask, words: str) -> None:
    administrator = sign_in_as(app_on_both, Role.ADMINISTRATOR)

    assert administrator.get(f"/admin?words={quote(words)}").status_code == 200


@pytest.mark.parametrize(
    ("typed", "said"),
    [({"role": "superuser"}, "Choose one of these."), ({"name": "A" * 121}, "Use at most 120 characters.")],
)
def test_what_cannot_be_taken_is_said_in_plain_words(
    sign_in: Callable[[Role], StrictClient], typed: dict[str, str], said: str
) -> None:
    fields = {"name": "Ada", "email": "ada@example.org", "role": "board_member"} | typed

    answer = sign_in(Role.ADMINISTRATOR).submit(NEW, fields)

    assert answer.status_code == 422
    assert said in answer.get_data(as_text=True)
