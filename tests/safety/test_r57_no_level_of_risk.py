"""SAFETY R-57: no level of risk is said anywhere, and a cheerful tone lowers nothing."""

import re
from collections.abc import Callable
from pathlib import Path

from flask import Flask

from feedback_app.jobs import analyse_waiting
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import StrictClient
from tests.factories.comments import DAY, make_comment, make_response, make_wave
from tests.factories.desk import send

ROOT = Path(__file__).resolve().parents[2]
LEVELS = re.compile(r"\b(?:low|medium|high|no)[ -]risk\b|\brisk (?:score|level)\b|\bat low\b", re.IGNORECASE)


def test_no_page_speaks_of_levels(app: Flask, sign_in: Callable[[Role], StrictClient]) -> None:
    with app.app_context():
        with transaction() as session:
            comment_id = make_comment(session, "lol he hits me", read_first=None)
        analyse_waiting()
    lead = sign_in(Role.SAFEGUARDING_LEAD)
    pages = [lead.page(address) for address in ("/moderation", f"/moderation/{comment_id}")]
    send(lead, comment_id, "escalate", {"escalate-kinds": ["abuse"], "escalate-reason": "hits"})
    pages += [lead.page("/safeguarding"), lead.page("/moderation?state=escalated")]

    assert [LEVELS.findall(page.text()) for page in pages] == [[], [], [], []]


def test_no_template_speaks_of_levels() -> None:
    found = [path.name for path in (ROOT / "templates").rglob("*.*") if LEVELS.search(path.read_text())]

    assert found == []


def test_laughing_about_it_is_read_first_all_the_same(
    app: Flask, sign_in: Callable[[Role], StrictClient]
) -> None:
    with app.app_context():
        with transaction() as session:
            response_id = make_response(session, make_wave(session))
            make_comment(session, "buses are late", response_id=response_id, read_first=None)
            worrying = make_comment(
                session,
                "love my life lol he hits me but its fine haha",
                response_id=response_id,
                read_first=None,
                day=DAY.replace(year=2027),
            )
        analyse_waiting()

    page = sign_in(Role.YOUTH_WORKER).page("/moderation")

    first = next(link for link in page.all("a") if link.get("data-line") is not None)
    assert first.get("href") == f"/moderation/{worrying}"
