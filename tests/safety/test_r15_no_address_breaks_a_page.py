"""R-15: signs that a database cannot take are a page that is not there, on either database."""

import pytest
from flask import Flask

from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, form, open_waves
from tests.factories.people import sign_in_as


@pytest.mark.parametrize(
    "address", ["/s/a%00b", "/set-password/a%00", "/reports/%00", "/reports/%00.pdf", "/s/be-supported%00"]
)
def test_nobody_breaks_a_public_page_with_a_nul(app_on_both: Flask, address: str) -> None:
    assert app_on_both.test_client().get(address).status_code == 404


@pytest.mark.parametrize(
    ("role", "address"),
    [
        (Role.YOUTH_WORKER, "/moderation?question=%00&theme=%00&wave=%00"),
        (Role.BOARD_OFFICER, "/indicators?words=a%00"),
        (Role.BOARD_MEMBER, "/board/papers/a%00/pdf"),
        (Role.ENGAGEMENT_OFFICER, "/surveys/instruments/a%00"),
    ],
)
def test_nor_a_page_of_the_staff(app_on_both: Flask, role: Role, address: str) -> None:
    assert sign_in_as(app_on_both, role).get(address).status_code == 404


def test_nor_what_is_sent(app_on_both: Flask) -> None:
    open_waves(app_on_both)
    client = app_on_both.test_client()
    assert isinstance(client, StrictClient)
    fields = form(client)

    wrong = client.post(SURVEY, data={**form(client), "know_who": "agree\x00"})
    unsigned = client.post(SURVEY, data={"form_token": "\x00", "submission_id": "\x00", "good": "a\x00b"})
    kept = client.post(SURVEY, data={**fields, "good": "a\x00b"})
    code = Page(client.post("/r", data={"code": "apple\x00 \x1b\u202e"}))

    assert [one.status_code for one in (wrong, unsigned, kept)] == [422, 422, 303]
    assert (code.status, "\x00" in code.html, "\x1b" in code.html) == (422, False, False)
