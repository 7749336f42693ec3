"""Who may open what: every route says it, and the wrong role gets nothing (SAFETY R-21)."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from flask import Flask
from werkzeug.routing import Rule

from feedback_app.platform.access import ANYONE
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import access_of
from tests.client import StrictClient
from tests.factories.people import client_for, make_person

NOWHERE = UUID(int=0)


def address(app: Flask, rule: Rule) -> str:
    """An address of this route, with things that are not there."""
    values: dict[str, object] = {}
    for argument in rule.arguments:
        converter = type(rule._converters[argument]).__name__
        values[argument] = (
            NOWHERE if converter == "UUIDConverter" else 1 if converter == "IntegerConverter" else "nothing"
        )
    with app.test_request_context():
        built = rule.build(values, append_unknown=False)
    assert built is not None
    return built[1]


def guarded(app: Flask) -> Iterator[tuple[Rule, frozenset[Role]]]:
    for rule in app.url_map.iter_rules():
        allowed = access_of(app.view_functions[rule.endpoint])
        if isinstance(allowed, frozenset):
            yield rule, allowed


def test_every_route_says_who_may_open_it(app: Flask) -> None:
    silent = [
        rule.rule for rule in app.url_map.iter_rules() if access_of(app.view_functions[rule.endpoint]) is None
    ]

    assert silent == []


def test_a_route_that_says_nothing_is_closed(fresh_app: Flask) -> None:
    fresh_app.add_url_rule("/forgotten", view_func=lambda: "secret", endpoint="forgotten")

    assert fresh_app.test_client().get("/forgotten").status_code == 403


def test_nobody_gets_in_without_signing_in(app: Flask, client: StrictClient) -> None:
    for rule, _ in guarded(app):
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            answer = client.open(address(app, rule), method=method)
            assert (answer.status_code, answer.location.split("?")[0]) == (303, "/login"), (
                f"{method} {rule.rule}"
            )


@pytest.mark.parametrize("role", Role)
def test_the_wrong_role_gets_nothing(app: Flask, role: Role) -> None:
    with app.app_context(), transaction() as session:
        person_id = make_person(session, role)
    client = client_for(app, person_id)

    for rule, allowed in guarded(app):
        if role not in allowed:
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                assert client.open(address(app, rule), method=method).status_code == 403, (
                    f"{method} {rule.rule}"
                )


def test_a_post_without_its_form_changes_nothing(app: Flask, sign_in: Callable[[Role], StrictClient]) -> None:
    """Staff posts without a token are refused, whoever sends them (SAFETY R-11)."""
    clients = {role: sign_in(role) for role in Role}

    for rule, allowed in guarded(app):
        if "POST" in (rule.methods or set()):
            client = clients[sorted(allowed)[0]]
            assert client.post(address(app, rule)).status_code in (400, 403, 404, 409, 413, 415, 422), (
                rule.rule
            )


def test_public_pages_are_the_only_ones_open_to_anyone(app: Flask) -> None:
    named = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if access_of(app.view_functions[rule.endpoint]) == ANYONE
    }

    staff_words = ("admin", "moderation", "safeguarding", "surveys", "board", "indicators", "account")
    assert [rule for rule in named if rule.strip("/").split("/")[0] in staff_words] == []
