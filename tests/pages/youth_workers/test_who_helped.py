"""Who helped somebody to answer stands beside her words, for who reads them and for the safeguarding lead."""

from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from feedback_app.domain.safeguarding.models import Escalation
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from feedback_app.youth_workers.helping_words import helped_words
from surveys import HelperRole, HelpGiven, Helping
from tests.client import StrictClient
from tests.factories.comments import make_comment, make_response, make_wave
from tests.factories.desk import send

WORDS = "He reads everything I write."


def helped_comment(app: Flask, given: HelpGiven | None, role: HelperRole | None) -> UUID:
    with app.app_context(), transaction() as session:
        response_id = make_response(session, make_wave(session), help_given=given, helper_role=role)
        return make_comment(session, WORDS, response_id=response_id)


@pytest.mark.parametrize(
    ("given", "role", "said"),
    [
        (HelpGiven.TYPES, HelperRole.TEACHER, "Somebody helped: teacher or school staff (typed for them)"),
        (None, HelperRole.PARENT_OR_CARER, "Somebody helped: parent or carer"),
        (HelpGiven.READS, None, "Somebody helped: did not say who (read to them)"),
    ],
)
def test_it_stands_beside_her_words(
    app: Flask,
    sign_in: Callable[[Role], StrictClient],
    given: HelpGiven | None,
    role: HelperRole | None,
    said: str,
) -> None:
    comment_id = helped_comment(app, given, role)

    page = sign_in(Role.YOUTH_WORKER).page(f"/moderation/{comment_id}")

    assert (WORDS in page.text(), said in page.text()) == (True, True)


@pytest.mark.parametrize("given", [None, HelpGiven.NOBODY])
def test_nothing_is_said_where_nobody_helped(
    app: Flask, sign_in: Callable[[Role], StrictClient], given: HelpGiven | None
) -> None:
    comment_id = helped_comment(app, given, None)

    assert "Somebody helped" not in sign_in(Role.YOUTH_WORKER).page(f"/moderation/{comment_id}").text()


def test_the_lead_reads_it_with_the_whole_response(
    app: Flask, sign_in: Callable[[Role], StrictClient]
) -> None:
    comment_id = helped_comment(app, HelpGiven.TYPES, HelperRole.SOCIAL_WORKER)
    lead = sign_in(Role.SAFEGUARDING_LEAD)
    escalate = {"escalate-kinds": ["abuse"], "escalate-reason": "She says so."}
    send(lead, comment_id, "escalate", escalate)
    with app.app_context():
        case = f"/safeguarding/{reading().scalars(select(Escalation.id)).one()}"

    opened = lead.submit(f"{case}/response", {}, on=case, follow_redirects=True)

    assert "Somebody helped: social worker or personal adviser" in opened.get_data(as_text=True)


@pytest.mark.parametrize("given", [one for one in HelpGiven if one is not HelpGiven.NOBODY])
@pytest.mark.parametrize("role", HelperRole)
def test_everything_that_can_be_said_has_words(given: HelpGiven, role: HelperRole) -> None:
    assert helped_words(Helping(given=given, role=role)).startswith("Somebody helped: ")
