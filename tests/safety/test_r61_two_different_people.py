"""SAFETY R-61: who redacts or puts a quote forward never publishes it, and only the lead closes an escalation."""

from collections.abc import Callable

import pytest
from flask import Flask

from feedback_app.platform.roles import Role
from tests.client import StrictClient
from tests.factories.desk import decide, quotes, send, state_of, store

SignIn = Callable[[Role], StrictClient]


def forced(client: StrictClient, other: StrictClient, comment_id: object) -> int:
    """Post the second step by hand, with what another person's page shows and one's own token."""
    address = f"/moderation/{comment_id}"
    seen = other.page(address).hidden_fields(f"{address}/publish")
    own = client.page(address).hidden_fields(f"{address}/decide")
    return client.post(
        f"{address}/publish",
        data={
            "second-seen": seen["second-seen"],
            "second-csrf_token": own["decide-csrf_token"],
            "second-decision": "confirm",
        },
    ).status_code


@pytest.mark.parametrize("role", [Role.YOUTH_WORKER, Role.SAFEGUARDING_LEAD])
def test_who_put_it_forward_is_refused(app: Flask, sign_in: SignIn, role: Role) -> None:
    client, other = sign_in(role), sign_in(Role.YOUTH_WORKER)
    comment_id = store(app, "The wellbeing room helps")
    decide(client, comment_id, "quote")

    assert forced(client, other, comment_id) == 403

    assert (state_of(app, comment_id), quotes(app, comment_id)) == ("quote_proposed", [])
    assert forced(other, other, comment_id) == 303


def test_who_redacted_is_refused(app: Flask, sign_in: SignIn) -> None:
    redactor, proposer, third = (sign_in(Role.YOUTH_WORKER) for _ in range(3))
    comment_id = store(app, "Kez at the wellbeing room helps")
    send(redactor, comment_id, "redact", {"redact-words": "Kez"})
    decide(proposer, comment_id, "quote")

    assert forced(redactor, third, comment_id) == 403

    assert quotes(app, comment_id) == []


@pytest.mark.parametrize(
    "deed", ["acknowledge", "route", "close", "reopen", "return", "response", "original"]
)
def test_only_the_lead_handles_an_escalation(app: Flask, sign_in: SignIn, deed: str) -> None:
    worker = sign_in(Role.YOUTH_WORKER)
    comment_id = store(app, "he hits me")
    send(worker, comment_id, "escalate", {"escalate-kinds": ["abuse"], "escalate-reason": "hits"})

    answer = worker.post(f"/safeguarding/{comment_id}/{deed}", data={"close-note": "fine"})

    assert answer.status_code == 403
