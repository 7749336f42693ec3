"""SAFETY R-82: no accessibility overlay: a way to read is the page itself, made so by the server, with no script in between."""

import re

from flask import Flask

from feedback_app.platform.assets import STATIC
from tests.client import StrictClient
from tests.factories.answering import SURVEY, open_waves

FOLDERS = ("public", "survey", "aloud")
LOOKS = re.compile(
    r"\.style\b|adoptedStyleSheets|insertRule|createElement\(\"(?:style|link)\"\)|data-(?:text|colours|spacing)"
)


def test_no_script_changes_how_a_page_looks() -> None:
    scripts = {path.name: path.read_text() for one in FOLDERS for path in (STATIC / "js" / one).glob("*.js")}

    assert {name: found for name, text in scripts.items() if (found := LOOKS.findall(text))} == {}
    assert len(scripts) >= 8


def test_the_way_comes_with_the_page_and_its_own_sheet(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    client.submit("/ways", {"text": "larger", "colours": "contrast", "spacing": "wide"})

    page = client.page(SURVEY)

    assert [page.tree.get(f"data-{name}") for name in ("text", "colours", "spacing")] == [
        "larger",
        "contrast",
        "wide",
    ]
    (sheet,) = [one.get("href", "") for one in page.all("link") if "ways-" in one.get("href", "")]
    assert "--root-size: 150%" in client.get(sheet).get_data(as_text=True)
