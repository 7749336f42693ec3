"""SAFETY R-38: no box is ticked beforehand, and sending and leaving ask nothing extra."""

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import open_waves


@pytest.mark.parametrize("address", ["/s/be-supported", "/s/voxy", "/contact-me"])
def test_a_fresh_form_is_empty(app: Flask, client: StrictClient, address: str) -> None:
    open_waves(app)
    page = client.page(address)

    chosen = [
        one.get("id") for one in page.all("input") if "checked" in one.attrib or "required" in one.attrib
    ]
    typed = [one.get("id") for one in page.all("textarea") if (one.text or "").strip()]

    assert (chosen, typed) == ([], [])
