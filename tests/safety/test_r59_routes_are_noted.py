"""SAFETY R-59: each step of an escalation has its fields, and none is closed before it was passed on."""

from collections.abc import Callable
from itertools import product

import pytest
from flask import Flask

from feedback_app.domain.safeguarding.states import Deed, EscalationState, NotNow, Route, state_after
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.desk import send, store

SignIn = Callable[[Role], StrictClient]


@pytest.fixture
def lead(sign_in: SignIn) -> StrictClient:
    """A safeguarding lead."""
    return sign_in(Role.SAFEGUARDING_LEAD)


@pytest.fixture
def case(app: Flask, sign_in: SignIn, lead: StrictClient) -> str:
    """The address of an escalation that the lead has in hand."""
    escalation = {"escalate-kinds": ["abuse"], "escalate-reason": "hits", "escalate-urgent": "y"}
    send(sign_in(Role.YOUTH_WORKER), store(app, "he hits me"), "escalate", escalation)
    links = [link.get("href") or "" for link in lead.page("/safeguarding").all("a")]
    address = next(link for link in links if link.startswith("/safeguarding/") and "contact" not in link)
    lead.submit(f"{address}/acknowledge", {}, on=address)
    return address


def pass_on(lead: StrictClient, case: str, **values: str) -> Page:
    fields = {f"route-{name}": value for name, value in values.items()}
    return Page(lead.submit(f"{case}/route", fields, on=case))


@pytest.mark.parametrize("route", [Route.MASH, Route.EDT, Route.LADO, Route.POLICE])
def test_a_referral_needs_a_reference(lead: StrictClient, case: str, route: Route) -> None:
    assert pass_on(lead, case, route=route.value, note="why").status == 422
    assert pass_on(lead, case, route=route.value, note="why", reference="R-1").status == 303


def test_nothing_to_refer_needs_its_reason(lead: StrictClient, case: str) -> None:
    assert pass_on(lead, case, route="no_identity").status == 422
    assert pass_on(lead, case, route="no_identity", note="No name, no place.").status == 303


def test_the_record_says_who_when_where_and_what_came_of_it(lead: StrictClient, case: str) -> None:
    pass_on(lead, case, route="mash", note="An address is named.", reference="R-17")
    assert Page(lead.submit(f"{case}/close", {"close-note": ""}, on=case)).status == 422
    lead.submit(f"{case}/close", {"close-note": "MASH visited."}, on=case)

    words = lead.page(case).text()

    for said in (
        "Passed on: MASH",
        "Reference: R-17.",
        "An address is named.",
        "MASH visited.",
        "A safeguarding lead",
    ):
        assert said in words


def test_only_what_was_passed_on_can_be_closed() -> None:
    closing = set()
    for state, deed in product(EscalationState, Deed):
        try:
            if state_after(state, deed) is EscalationState.CLOSED:
                closing.add((state, deed))
        except NotNow:
            continue

    assert closing == {(EscalationState.ROUTED, Deed.CLOSE)}
