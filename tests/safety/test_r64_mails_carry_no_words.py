"""SAFETY R-64: every mail is a count or an id, and a link."""

import re
from collections.abc import Callable
from pathlib import Path

from flask import Flask

from feedback_app.jobs import analyse_waiting, tell_of_escalations, tell_of_waiting
from feedback_app.platform.roles import Role
from tests.client import StrictClient
from tests.factories.desk import send, store

WORDS = "Zebedee aged fifteen from Banbury hits me at Larkmead"
TEMPLATES = Path(__file__).resolve().parents[2] / "templates/mail"


def test_nothing_written_and_nothing_about_the_writer_is_in_the_outbox(
    app: Flask, sign_in: Callable[[Role], StrictClient]
) -> None:
    worker = sign_in(Role.YOUTH_WORKER)
    sign_in(Role.SAFEGUARDING_LEAD)
    for _ in range(2):
        comment_id = store(app, WORDS, read_first=None)
    case = {"escalate-kinds": ["abuse", "violence"], "escalate-reason": "Quokka thinks so"}
    send(worker, comment_id, "escalate", case)
    with app.app_context():
        analyse_waiting()
        assert tell_of_escalations() == 1
        assert tell_of_waiting() == 2

    mails = [path.read_text() for path in Path(app.extensions["settings"].instance, "mail").iterdir()]

    assert len(mails) == 3
    written = {word.lower() for word in re.findall(r"\w{5,}", WORDS)} | {
        "quokka",
        "abuse",
        "violence",
        "survey",
    }
    for mail in mails:
        assert not written & {word.lower() for word in re.findall(r"\w+", mail)}
        assert re.search(r"http://\S+/(?:moderation|safeguarding/[0-9a-f-]{36})\n", mail)


def test_templates_of_mails_take_ids_counts_and_links_alone() -> None:
    asked = {name for path in TEMPLATES.iterdir() for name in re.findall(r"{{-?\s*(\w+)", path.read_text())}

    assert asked <= {"count", "requests", "reference", "link", "name", "hours"}
