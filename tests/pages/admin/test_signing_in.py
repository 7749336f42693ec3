"""Signing in and out, one-time links, slow-downs."""

from collections.abc import Callable

from flask import Flask

from feedback_app.domain.people.passwords import hashed
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import StrictClient
from tests.factories.people import make_person

PASSWORD = "quiet-maple-window-88"


def add(app: Flask, role: Role = Role.ADMINISTRATOR, **values: object) -> None:
    with app.app_context(), transaction() as session:
        make_person(session, role, email="ada@example.org", password_hash=hashed(PASSWORD), **values)


def test_each_person_lands_on_a_page_they_may_open(app: Flask, client: StrictClient) -> None:
    add(app)

    answer = client.submit("/login", {"email": " Ada@example.org ", "password": PASSWORD})

    assert (answer.status_code, answer.location) == (303, "/admin")
    assert client.get("/admin").status_code == 200


def test_a_wrong_password_says_the_same_as_an_unknown_email(app: Flask, client: StrictClient) -> None:
    add(app)

    wrong = client.submit("/login", {"email": "ada@example.org", "password": "something else entirely"})
    unknown = client.submit("/login", {"email": "bob@example.org", "password": "something else entirely"})

    assert wrong.status_code == unknown.status_code == 422
    told = [answer.get_data(as_text=True).replace("bob@", "ada@") for answer in (wrong, unknown)]
    assert [text.split("csrf")[0] for text in told][0] == [text.split("csrf")[0] for text in told][1]


def test_repeated_wrong_tries_slow_this_account_and_no_other(app: Flask, client: StrictClient) -> None:
    add(app)
    with app.app_context(), transaction() as session:
        make_person(session, Role.ADMINISTRATOR, email="eve@example.org", password_hash=hashed(PASSWORD))

    for _ in range(8):
        client.submit("/login", {"email": "ada@example.org", "password": "something else entirely"})
    slowed = client.submit("/login", {"email": "ada@example.org", "password": PASSWORD})
    other = client.submit("/login", {"email": "eve@example.org", "password": PASSWORD})

    assert (slowed.status_code, other.status_code) == (429, 303)


def test_who_is_switched_off_cannot_sign_in_and_is_out_at_once(
    app: Flask, sign_in: Callable[[Role], StrictClient]
) -> None:
    add(app, disabled=True)
    outside = app.test_client()

    assert outside.submit("/login", {"email": "ada@example.org", "password": PASSWORD}).status_code == 422  # type: ignore[attr-defined]

    admin, worker = sign_in(Role.ADMINISTRATOR), sign_in(Role.YOUTH_WORKER)
    address = f"/admin/people/{worker.person_id}"
    assert worker.get("/account").status_code == 200
    assert admin.submit(f"{address}/disable", {}, on=address).status_code == 303
    assert worker.get("/account").location == "/login?next=account.show_account"


def test_logging_out_ends_the_session_on_the_server(
    app: Flask, sign_in: Callable[[Role], StrictClient]
) -> None:
    worker = sign_in(Role.ADMINISTRATOR)
    copy = app.test_client()
    copy.set_cookie("staff", worker.get_cookie("staff").value)  # type: ignore[union-attr]
    assert copy.get("/admin").status_code == 200

    assert worker.submit("/logout", {}, on="/admin").status_code == 303

    assert copy.get("/admin").status_code == 303


def test_the_next_page_is_only_ever_one_of_ours(app: Flask, client: StrictClient) -> None:
    add(app)

    for odd in ("//evil.test", "https://evil.test", "/\\evil.test", "moderation.show_queue", "nowhere"):
        answer = client.submit("/login", {"email": "ada@example.org", "password": PASSWORD, "next": odd})
        assert answer.location == "/admin"
        client.submit("/logout", {}, on="/admin")


def test_a_one_time_link_sets_a_password_once(
    app: Flask, client: StrictClient, sign_in: Callable[[Role], StrictClient]
) -> None:
    admin = sign_in(Role.ADMINISTRATOR)
    made = admin.submit(
        "/admin/people/new", {"name": "Ada", "email": "ada@example.org", "role": "youth_worker"}
    )
    link = made.get_data(as_text=True).split("http://127.0.0.1:8000")[1].split("<")[0].split('"')[0]

    short = client.submit(link, {"password": "too short"})
    good = client.submit(link, {"password": PASSWORD})
    again = client.get(link)

    assert (short.status_code, good.status_code, again.status_code) == (422, 303, 404)
    assert client.submit("/login", {"email": "ada@example.org", "password": PASSWORD}).status_code == 303


def test_changing_the_password_ends_other_sessions(app: Flask, client: StrictClient) -> None:
    add(app)
    client.submit("/login", {"email": "ada@example.org", "password": PASSWORD})
    other = app.test_client()
    other.set_cookie("staff", client.get_cookie("staff").value)  # type: ignore[union-attr]

    wrong = client.submit(
        "/account/password", {"present": "not it at all!!", "new": "another-quiet-maple-9"}, on="/account"
    )
    right = client.submit(
        "/account/password", {"present": PASSWORD, "new": "another-quiet-maple-9"}, on="/account"
    )

    assert (wrong.status_code, right.status_code) == (422, 303)
    assert other.get("/account").status_code == 303
