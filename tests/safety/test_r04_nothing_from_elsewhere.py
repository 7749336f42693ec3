"""SAFETY R-04: no page asks anything of another origin, and nothing is measured about who looks."""

import re
from pathlib import Path

import pytest
from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import SURVEY, VOXY, open_waves

STATIC = Path(__file__).resolve().parents[2] / "feedback_app" / "static"
NEUTRAL = {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize(
    "address", ["/", SURVEY, VOXY, f"{SURVEY}/sent", "/r", "/help-now", "/contact-me", "/none", "/login"]
)
def test_what_a_page_loads_is_its_own(app: Flask, client: StrictClient, address: str) -> None:
    open_waves(app)
    page = client.page(address)

    loaded = [
        one.get(attribute, "")
        for one in page.tree.iter()
        for attribute in ("src", "srcset", "data", "poster", "action")
        if one.get(attribute)
    ]
    loaded += [link.get("href", "") for link in page.all("link")]

    assert len(loaded) > 2
    assert [one for one in loaded if not re.match(r"/(?!/)", one)] == []


def test_no_style_sheet_script_or_picture_names_another_place() -> None:
    found = {
        (path.name, address)
        for path in STATIC.rglob("*")
        if path.suffix in {".css", ".js", ".svg"}
        for address in re.findall(r"(?:https?:)?//[a-z][\w.-]+\.[a-z]+[\w/]*", path.read_text())
        if address not in NEUTRAL
    }

    assert found == set()
