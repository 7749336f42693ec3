"""SAFETY R-49: what we can and cannot do is said before typing, at each box, after sending, and when something fails."""

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import SURVEY, form, open_waves, send

PROMISE = (
    "Youth workers read what you write, but not straight away.",
    "We can't tell who you are. So we can't get in touch with you unless you tell us how.",
    "You might tell us who you are and that you or somebody else is in danger. "
    "Then we must tell people whose job is to keep you safe.",
    "Do you need help now? Call 999.",
)


@pytest.mark.parametrize("slug", ["be-supported", "voxy"])
def test_it_is_said_whole_before_anything_can_be_typed(app: Flask, client: StrictClient, slug: str) -> None:
    open_waves(app)
    text = client.page(f"/s/{slug}").text()

    for sentence in PROMISE:
        assert sentence in text[: text.index("Start")]


def test_it_is_said_again_when_something_has_to_be_put_right(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    text = send(client, form(client) | {"know_who": "maybe"}).text()

    assert all(sentence in text for sentence in PROMISE)


def test_after_sending_it_says_what_follows(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    text = client.page(f"{SURVEY}/sent").text()

    for sentence in (
        "They do not know who you are. They do not read it straight away.",
        "Then we must tell people whose job is to keep you safe.",
        "We can't get in touch, because we don't know who you are.",
        "Call 999",
    ):
        assert sentence in text
