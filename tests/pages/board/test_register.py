"""The register and the promises on their pages: values, corrections, statuses by hand, files, publishing."""

import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from feedback_app.domain.indicators.plan import save_plan
from feedback_app.domain.indicators.queries import indicators, overrides_of, values_of
from feedback_app.domain.promises.queries import promises, published
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.board import PLAN, make_indicator, make_value

SignIn = Callable[[Role], StrictClient]


@pytest.fixture
def officer(app: Flask, sign_in: SignIn) -> StrictClient:
    """A board officer of a county with a plan."""
    with app.app_context(), transaction() as session:
        save_plan(session, PLAN)
    return sign_in(Role.BOARD_OFFICER)


@pytest.fixture
def indicator(app: Flask, officer: StrictClient) -> UUID:
    """An indicator with a target of 100."""
    with app.app_context(), transaction() as session:
        return make_indicator(session, number="1.10", wording="More <b>of</b> it", unit="%")


def sent(client: StrictClient, address: str, **data: Any) -> Page:
    """Open a form and send it as filled."""
    return Page(client.submit(address, data))


def test_an_indicator_is_added_with_what_describes_it(app: Flask, officer: StrictClient) -> None:
    answer = sent(
        officer,
        "/indicators/new",
        number="1.3",
        framework="Performance Framework",
        wording="Fewer",
        priority="supported",
        outcomes=["supported.listened"],
        good_is="lower",
        target="75",
        tolerance="2.5",
        rule="absolute_points",
        synthetic="y",
    )

    assert answer.status == 303
    with app.app_context():
        facts = indicators(reading())[0].facts
    assert (facts.target, facts.tolerance, facts.outcome_codes) == (
        Decimal(75),
        Decimal("2.5"),
        ("supported.listened",),
    )


def test_a_number_that_is_taken_is_said_at_its_field(officer: StrictClient, indicator: UUID) -> None:
    fields = {"number": "1.10", "framework": "F", "wording": "Typed", "priority": "none", "good_is": "lower"}

    answer = sent(officer, "/indicators/new", **fields, rule="absolute_points", tolerance="5")

    assert answer.status == 409
    assert "Another indicator of this framework has this number." in answer.text()
    assert "Typed" in answer.html


def test_values_are_added_and_corrected(app: Flask, officer: StrictClient, indicator: UUID) -> None:
    new = f"/indicators/{indicator}/values/new"
    assert sent(officer, new, period="2020-11", value="41 %", known_on="01/12/2020").status == 303
    assert sent(officer, new, period="2020-11", value="42", known_on="01/12/2020").status == 409
    assert sent(officer, new, period="whenever", value="many", known_on="01/12/2020").status == 422
    with app.app_context():
        (first,) = values_of(reading())[indicator]

    answer = sent(
        officer,
        f"/indicators/values/{first.id}/correct",
        period="2020-11",
        value="101",
        known_on="02/12/2020",
    )

    page = officer.page(f"/indicators/{indicator}")
    assert answer.status == 303
    assert "101 % (November 2020)" in page.text()
    assert "Corrected since" in page.text()
    assert "More <b>of</b> it" in page.text()


def test_a_suspended_indicator_has_no_colour(app: Flask, officer: StrictClient, indicator: UUID) -> None:
    with app.app_context(), transaction() as session:
        make_value(session, indicator, "2020-02", "41")
    assert "Red" in officer.page("/indicators").text("table")

    answer = sent(
        officer,
        f"/indicators/{indicator}/availability",
        availability="suspended",
        since="01/03/2020",
        reason="Suspended.",
    )

    assert answer.status == 303
    assert "N/A" in officer.page("/indicators").text("table")
    assert "Suspended." in officer.page(f"/indicators/{indicator}").text()


def test_a_status_by_hand_says_why_and_can_be_taken_back(
    app: Flask, officer: StrictClient, indicator: UUID
) -> None:
    address = f"/indicators/{indicator}/status"
    assert sent(officer, address, status="amber", because="").status == 422
    assert sent(officer, address, status="amber", because="As printed").status == 303
    page = officer.page(f"/indicators/{indicator}")
    assert "As printed (Set by hand.)" in page.text()
    with app.app_context():
        (override,) = overrides_of(reading())[indicator]
    action = f"/indicators/statuses/{override.id}/take-back"

    assert officer.post(action, data=page.hidden_fields(action)).status_code == 303
    assert "As printed (Set by hand.)" not in officer.page(f"/indicators/{indicator}").text()


def test_the_register_is_searched(app: Flask, officer: StrictClient, indicator: UUID) -> None:
    with app.app_context(), transaction() as session:
        make_indicator(session, number="2", wording="Another")

    assert "Another" not in officer.page("/indicators?words=OF</b>").text("table")
    assert "No indicator found" in officer.page("/indicators?words=%25'%22<").text()


def test_the_register_stands_by_status_where_asked(
    app: Flask, officer: StrictClient, indicator: UUID
) -> None:
    with app.app_context(), transaction() as session:
        make_value(session, make_indicator(session, number="2", wording="Red one"), "2020-11", "1")
    numbers = "/indicators", "/indicators?sort=status"

    first = [officer.page(address).text("tbody")[:4] for address in numbers]

    assert first == ["1.10", "2 Re"]


def test_the_register_goes_out_and_comes_back_on_the_pages(officer: StrictClient, indicator: UUID) -> None:
    exported = officer.get("/indicators/export.csv")

    answer = sent(officer, "/indicators/import", file=(io.BytesIO(exported.data), "indicators.csv"))

    assert answer.status == 200
    assert "0 indicators added, 0 changed" in answer.text()


def test_a_wrong_file_is_refused_with_its_lines(app: Flask, officer: StrictClient) -> None:
    file = (io.BytesIO(b"number,wording,value\n1,Good,\n<b>,,5\n"), "x.csv")

    answer = sent(officer, "/indicators/import", file=file)

    assert answer.status == 422
    assert "A value needs the period it speaks of." in answer.text("table")
    assert sent(officer, "/indicators/import").status == 422
    with app.app_context():
        assert indicators(reading()) == ()


def test_a_promise_is_written_published_and_taken_back(app: Flask, officer: StrictClient) -> None:
    fields = {
        "you_said": "Buses <stop>",
        "theme": "none",
        "decision": "Ask",
        "owner": "Lead",
        "status": "not_possible",
    }
    refused = sent(officer, "/board/promises/new", **fields)
    assert refused.status == 422
    assert "Say why it is not possible" in refused.text()
    assert sent(officer, "/board/promises/new", **fields, why_not="Money", due_on="1/9/2026").status == 303
    with app.app_context():
        (promise,) = promises(reading())

    for deed, seen in (("publish", 1), ("take-back", 0)):
        action = f"/board/promises/{promise.id}/{deed}"
        token = officer.page("/board/promises").hidden_fields(action)
        assert officer.post(action, data=token).status_code == 303
        with app.app_context():
            assert len(published(reading())) == seen


def test_promises_are_searched(app: Flask, officer: StrictClient) -> None:
    assert "No promise yet" in officer.page("/board/promises").text()
    assert "No promise found" in officer.page("/board/promises?words=nothing").text()
