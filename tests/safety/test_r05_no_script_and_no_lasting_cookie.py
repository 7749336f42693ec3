"""SAFETY R-05: public pages need no script, and set at most one cookie that ends with the browser session."""

from pathlib import Path

import pytest
from flask import Flask

from feedback_app.app import create_app
from tests.client import StrictClient
from tests.databases import SECRET, settings_for
from tests.factories.answering import SURVEY, form, open_waves


def test_answering_without_scripts_or_cookies_works_and_leaves_one_cookie(app: Flask) -> None:
    open_waves(app)
    client = app.test_client(use_cookies=False)

    looked, answer = client.get(SURVEY), client.post(SURVEY, data=form(client))

    assert (looked.status_code, answer.status_code) == (200, 303)
    assert looked.headers.getlist("Set-Cookie") == []
    (cookie,) = answer.headers.getlist("Set-Cookie")
    assert ("Expires" in cookie, "Max-Age" in cookie) == (False, False)


@pytest.mark.parametrize(
    ("base_url", "name", "secure"),
    [("https://c.example", "__Host-sent", True), ("http://c.example", "sent", False)],
)
def test_the_cookie_is_bound_to_the_host_where_there_is_tls(
    sqlite_url: str, tmp_path: Path, base_url: str, name: str, secure: bool
) -> None:
    app = create_app(settings_for(sqlite_url, tmp_path, base_url=base_url, secret_key=SECRET))
    app.test_client_class = StrictClient
    open_waves(app)
    client = app.test_client()
    assert isinstance(client, StrictClient)

    cookie = client.post(SURVEY, data=form(client)).headers["Set-Cookie"]

    assert (cookie.split("=")[0], "Secure" in cookie) == (name, secure)
    app.extensions["database"].engine.dispose()
