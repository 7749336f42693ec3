"""SAFETY R-72: the statement has every part that the regulations ask for, and every page leads to it."""

import re

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import open_waves

PARTS = (
    "Compliance status",
    "Non-accessible content",
    "Non-compliance with the accessibility regulations",
    "Disproportionate burden",
    "Content that's not within the scope of the accessibility regulations",
    "Feedback and contact information",
    "Enforcement procedure",
    "Preparation of this accessibility statement",
)


def test_every_part_is_there_in_order(client: StrictClient) -> None:
    page = client.page("/accessibility")

    headings = [
        " ".join("".join(one.itertext()).split()) for one in page.tree.iter() if one.tag in ("h2", "h3")
    ]
    assert headings == list(PARTS)


def test_it_says_the_status_reasons_dates_and_times(client: StrictClient) -> None:
    text = client.page("/accessibility").text()

    assert (
        "is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard" in text
    )
    assert re.search(r"success criterion 1\.3\.1 .*? by 30 June 2027", text)
    assert "We answer within 5 working days" in text
    assert "Equality Advisory and Support Service" in text
    for done in ("was prepared on", "was last reviewed on", "was last tested on"):
        assert re.search(rf"{done} \d+ \w+ 20\d\d", text)


@pytest.mark.parametrize("address", ["/", "/s/voxy", "/r", "/help-now", "/nothing-here", "/login"])
def test_every_page_leads_to_it(app: Flask, client: StrictClient, address: str) -> None:
    open_waves(app)

    assert "/accessibility" in {a.get("href") for a in client.page(address).all("a")}
