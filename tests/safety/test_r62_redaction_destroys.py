"""SAFETY R-62: what was taken out is in no page, no attribute and no table; the original is sealed for the lead."""

from collections.abc import Callable

from flask import Flask

from feedback_app.jobs import analyse_waiting
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.comments import make_comment
from tests.factories.desk import confirm, decide, quotes, send

WORDS = "Zebedee at Larkmead School is kind to me"
SignIn = Callable[[Role], StrictClient]


def test_the_words_are_gone_from_every_page_and_the_quote(app: Flask, sign_in: SignIn) -> None:
    with app.app_context():
        with transaction() as session:
            comment_id = make_comment(session, WORDS, read_first=None)
        analyse_waiting()
    first, second = sign_in(Role.YOUTH_WORKER), sign_in(Role.YOUTH_WORKER)

    send(first, comment_id, "redact", {"redact-words": "Zebedee, Larkmead School"})
    decide(first, comment_id, "quote", cleared="y")
    confirm(second, comment_id)

    assert quotes(app, comment_id) == ["[removed] at [removed] is kind to me"]
    for address in (f"/moderation/{comment_id}", "/moderation?state=all", "/moderation?state=quotes"):
        html = second.page(address).html.lower()
        assert "removed" in html
        assert "zebedee" not in html
        assert "larkmead" not in html


def test_the_lead_alone_reads_the_original_and_says_why(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), transaction() as session:
        comment_id = make_comment(session, WORDS)
    worker, lead = sign_in(Role.YOUTH_WORKER), sign_in(Role.SAFEGUARDING_LEAD)
    send(worker, comment_id, "redact", {"redact-words": "Zebedee"})
    send(worker, comment_id, "escalate", {"escalate-kinds": ["other"], "escalate-reason": "please look"})
    case = next(
        link.get("href", "")
        for link in lead.page("/safeguarding").all("a")
        if (link.get("href") or "").startswith("/safeguarding/") and "contact" not in (link.get("href") or "")
    )
    opened = Page(lead.submit(f"{case}/response", {}, on=case))
    fields = opened.hidden_fields(f"{case}/original?place=1")

    by_worker = worker.post(f"{case}/original?place=1", data=fields | {"original-1-reason": "curious"})
    by_lead = lead.post(f"{case}/original?place=1", data=fields | {"original-1-reason": "MASH asks"})

    assert "Zebedee" not in opened.html
    assert by_worker.status_code == 403
    assert "Zebedee" in by_lead.get_data(as_text=True)
