"""SAFETY R-60: who an escalation is about finds it at no address, in no list and in no count."""

from collections.abc import Callable

import pytest
from flask import Flask

from feedback_app.platform.roles import Role
from tests.client import StrictClient
from tests.factories.desk import send, store

SignIn = Callable[[Role], StrictClient]


@pytest.mark.parametrize("role", [Role.YOUTH_WORKER, Role.SAFEGUARDING_LEAD])
def test_nothing_of_it_is_there_for_them(app: Flask, sign_in: SignIn, role: Role) -> None:
    accused, worker = sign_in(role), sign_in(Role.YOUTH_WORKER)
    comment_id = store(app, "MARKER it was him at the club")
    about = {"escalate-about": str(accused.person_id)}
    case = {"escalate-kinds": ["about_staff"], "escalate-reason": "named"} | about
    assert send(worker, comment_id, "escalate", case).status == 303

    pages = [accused.page(f"/moderation?state={state}") for state in ("to_read", "escalated", "all")]
    deeds = [
        accused.post(f"/moderation/{comment_id}/{deed}", data={}).status_code
        for deed in ("decide", "publish", "redact", "escalate")
    ]

    assert accused.get(f"/moderation/{comment_id}").status_code == 404
    assert deeds == [404, 404, 404, 404]
    for page in pages:
        assert "MARKER" not in page.html
        assert str(comment_id) not in page.html
        assert "Escalated (0)" in page.text()


def test_what_is_about_staff_is_for_the_leads_alone(app: Flask, sign_in: SignIn) -> None:
    accused, worker = sign_in(Role.YOUTH_WORKER), sign_in(Role.YOUTH_WORKER)
    bystander, lead = sign_in(Role.YOUTH_WORKER), sign_in(Role.SAFEGUARDING_LEAD)
    comment_id = store(app, "MARKER it was him at the club")
    about = {"escalate-about": str(accused.person_id)}
    case = {"escalate-kinds": ["about_staff"], "escalate-reason": "named"} | about
    send(worker, comment_id, "escalate", case)

    assert [one.get(f"/moderation/{comment_id}").status_code for one in (bystander, worker, lead)] == [
        404,
        404,
        200,
    ]
