"""SAFETY R-23, R-50: leaving works without scripts, through our own address, to a page that only the settings name."""

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import SURVEY, VOXY, open_waves

HOSTILE = (
    "https://evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "////evil.example",
    "https:///evil.example",
)


@pytest.mark.parametrize("address", [SURVEY, VOXY, f"{SURVEY}/sent", "/", "/r", "/help-now", "/contact-me"])
def test_the_button_and_a_second_skip_link_are_plain_links(
    app: Flask, client: StrictClient, address: str
) -> None:
    open_waves(app)

    links = [
        (a.get("class"), a.get("href")) for a in client.page(address).all("a") if a.get("href") == "/leave"
    ]

    assert links == [("skip", "/leave"), ("exit-button", "/leave")]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_address_decides_where_it_goes(client: StrictClient, hostile: str) -> None:
    answer = client.get("/leave", query_string={"next": hostile, "url": hostile, "to": hostile})

    assert (answer.status_code, answer.headers["Location"]) == (303, "https://www.bbc.co.uk/weather")


def test_it_says_what_it_cannot_do(client: StrictClient) -> None:
    assert "It can't take this page out of your browser's history." in client.page("/help-now").text()
