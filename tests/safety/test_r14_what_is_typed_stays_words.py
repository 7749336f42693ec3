"""SAFETY R-13, R-14: markup, template and format strings come back as they were typed, and do nothing."""

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, comments, form, open_waves, send

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}${7*7}#{7*7}",
    "{0.__class__} %(x)s %s %n",
    "javascript:alert(1)",
    "'; DROP TABLE response; --",
)


def elements_with_handlers(page: Page) -> list[str]:
    """The elements that would run something, as a browser would build them."""
    return [
        one.tag
        for one in page.tree.iter()
        if (one.tag == "script" and not one.get("src")) or any(name.startswith("on") for name in one.attrib)
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_it_comes_back_on_the_page_as_text(app: Flask, client: StrictClient, words: str) -> None:
    open_waves(app)
    typed = form(client) | {"know_who": words, "good": words, "who_would__something_else": words}

    page = Page(FlaskClient(app, Response).post(SURVEY, data=typed))

    assert page.status == 422
    assert [(one.text or "").strip() for one in page.all("textarea") if one.get("name") == "good"] == [words]
    assert elements_with_handlers(page) == []


@pytest.mark.parametrize("words", HOSTILE)
def test_it_is_stored_as_it_was_typed(app: Flask, client: StrictClient, words: str) -> None:
    open_waves(app)

    assert send(client, form(client) | {"good": words}).status == 303
    assert comments(app) == {"good": words}


@pytest.mark.parametrize("words", HOSTILE)
def test_a_code_and_a_request_are_treated_alike(app: Flask, client: StrictClient, words: str) -> None:
    plain, request = FlaskClient(app, Response), client.page("/contact-me").hidden_fields()

    code = Page(plain.post("/r", data={"code": words}))
    asked = Page(plain.post("/contact-me", data=request | {"detail": words, "name": words}))

    assert code.status == asked.status == 422
    assert elements_with_handlers(code) == elements_with_handlers(asked) == []
    assert [one.get("value") for one in code.all("input") if one.get("name") == "code"] == [words]
    assert [one.get("value") for one in asked.all("input") if one.get("name") == "detail"] == [words]
