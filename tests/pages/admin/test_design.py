"""/design shows every component there is, while one develops and never in a county's own installation."""

import re
from pathlib import Path

from flask import Flask

from feedback_app.app import create_app
from feedback_app.platform.settings import Mode
from tests.client import StrictClient
from tests.databases import SECRET, settings_for

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
#: Parts of every page, and what is only another component with fewer parameters.
SHOWN_BY_THE_LAYOUT = {
    "mark",
    "staff_header",
    "staff_navigation",
    "form_errors",
    "problem_summary",
    "visit_button",
}


def test_every_component_is_shown(client: StrictClient) -> None:
    page = client.page("/design")

    parts = [TEMPLATES / "admin" / "design.html", *(TEMPLATES / "admin" / "design").glob("*.html")]
    shown = set(re.findall(r'components/(\w+)\.html"', "\n".join(part.read_text() for part in parts)))
    assert page.status == 200
    assert {path.stem for path in (TEMPLATES / "components").glob("*.html")} == shown | SHOWN_BY_THE_LAYOUT


def test_a_county_has_no_such_page(sqlite_url: str, tmp_path: Path) -> None:
    app: Flask = create_app(settings_for(sqlite_url, tmp_path, mode=Mode.PRODUCTION, secret_key=SECRET))

    assert app.test_client().get("/design").status_code == 404
