"""R-100: an error says what to do and nothing of the inside, even when the error page itself fails."""

import logging

import pytest
from flask import Flask
from jinja2 import DictLoader

from feedback_app.platform.access import anyone
from tests.client import StrictClient

SECRET_WORDS = "he waits for me at the gate"


@pytest.fixture
def failing(fresh_app: Flask) -> Flask:
    """The application with a page that fails over somebody's words."""

    def fail() -> str:
        raise ValueError(SECRET_WORDS)

    fresh_app.add_url_rule("/fails", view_func=anyone(fail), endpoint="fails")
    return fresh_app


def test_an_error_shows_help_and_no_trace(failing: Flask, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("be_supported").propagate = True
    try:
        answer = failing.test_client().get("/fails")
    finally:
        logging.getLogger("be_supported").propagate = False

    page = answer.get_data(as_text=True)
    assert answer.status_code == 500
    assert "0800 1111" in page
    assert SECRET_WORDS not in page
    assert "Traceback" not in page
    assert SECRET_WORDS not in caplog.text
    assert "kind=ValueError" in caplog.text


def test_the_last_resort_needs_no_template(failing: Flask) -> None:
    failing.jinja_env.loader = DictLoader({})
    failing.jinja_env.cache.clear()  # type: ignore[union-attr]

    answer = failing.test_client().get("/fails")

    assert answer.status_code == 500
    assert "0800 1111" in answer.get_data(as_text=True)


def test_an_unknown_page_is_a_page(client: StrictClient) -> None:
    assert client.get("/nothing/is/here").status_code == 404
