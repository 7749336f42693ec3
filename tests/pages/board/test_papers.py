"""The board officer makes a paper: from the last one, part by part, previewed, published, withdrawn."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask

from feedback_app.commands.demo_county.seed_report import type_in
from feedback_app.domain.meetings.kinds import PaperStatus
from feedback_app.domain.meetings.parts import ItemPart
from feedback_app.domain.meetings.queries import find_meeting, paper, published_papers
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.board import make_indicator, make_meeting

SignIn = Callable[[Role], StrictClient]
NAME = "2021-06-04"
PAPER = f"/board/reports/{NAME}"


@pytest.fixture
def officer(app: Flask, sign_in: SignIn) -> StrictClient:
    """A board officer, with the seed's report typed in and a draft after it."""
    with app.app_context(), transaction() as session:
        type_in(session)
        make_meeting(session, date(2021, 6, 4), shows_voice=False)
    return sign_in(Role.BOARD_OFFICER)


def sent(client: StrictClient, address: str, **data: Any) -> Page:
    """Open a form and send it as filled; the page that comes back, a redirect not followed."""
    return Page(client.submit(address, data))


def pressed(client: StrictClient, page: str, action: str) -> Page:
    """Press the button of the form with this action on a page."""
    return Page(client.post(action, data=client.page(page).hidden_fields(action)))


def test_a_new_paper_starts_from_the_last_one(app: Flask, officer: StrictClient) -> None:
    answer = sent(officer, "/board/reports/new", report_date="05/03/2022", title="Report")

    assert answer.status == 303
    overview = officer.page("/board/reports/2022-03-05")
    assert "Paper for 5 March 2022" in overview.text("h1")
    with app.app_context():
        assert len(paper(reading(), "2022-03-05").priorities) == 4


def test_a_date_that_is_taken_keeps_what_was_typed(officer: StrictClient) -> None:
    answer = sent(officer, "/board/reports/new", report_date="05/03/2021", title="A <b>title</b>")

    assert answer.status == 409
    assert answer.text("title").startswith("Error: New meeting")
    assert [field.get("value") for field in answer.all("input") if field.get("name") == "title"] == [
        "A <b>title</b>"
    ]
    assert "There is a meeting with this report date already." in answer.text()


def test_what_is_no_date_is_said_at_its_field(officer: StrictClient) -> None:
    answer = sent(officer, "/board/reports/new", report_date="soon", title="Report")

    assert answer.status == 422
    assert "Type a day as 31/12/2026." in answer.text()


def test_the_front_sheet_is_typed_a_line_a_row(app: Flask, officer: StrictClient) -> None:
    answer = sent(
        officer,
        f"{PAPER}/front",
        title="Report",
        report_date="04/06/2021",
        held_on="1/2/2021, 2021-03-01",
        purpose="noting",
        front="Report from: The trust\nPlan: [The plan](https://example.org/plan)\nBad: [x](javascript:alert(1))",
        priorities_heading="Priorities",
    )

    assert answer.status == 303
    with app.app_context():
        facts = paper(reading(), NAME).facts
    assert facts.held_on == (date(2021, 2, 1), date(2021, 3, 1))
    assert [(row.value, row.address) for row in facts.front] == [
        ("The trust", ""),
        ("The plan", "https://example.org/plan"),
        ("[x](javascript:alert(1))", ""),
    ]


def test_what_a_priority_says_is_kept_and_printed(officer: StrictClient) -> None:
    answer = sent(
        officer,
        f"{PAPER}/priorities/supported",
        progress_heading="Be Supported",
        progress="It goes on.\n\n- <i>one</i>",
        next_review="20/09/2021",
    )

    assert answer.status == 303
    assert "It goes on. <i>one</i>" in officer.page(f"{PAPER}/publish").text("table")


def test_parts_of_lists_are_added_changed_and_taken_out(app: Flask, officer: StrictClient) -> None:
    assert sent(officer, f"{PAPER}/items/new", title="First", body="Words").status == 303
    with app.app_context():
        (item,) = paper(reading(), NAME).items
    address = f"{PAPER}/items/{item.id}"

    assert sent(officer, address, title="", body="Kept words").status == 422
    assert sent(officer, address, title="Second", body="Words", place="1").status == 303
    with app.app_context():
        assert [one.part for one in paper(reading(), NAME).items] == [ItemPart(title="Second", body="Words")]
    assert pressed(officer, f"{address}/remove", f"{address}/remove").status == 303
    with app.app_context():
        assert paper(reading(), NAME).items == ()


def test_a_status_for_one_paper_needs_its_reason(app: Flask, officer: StrictClient) -> None:
    with app.app_context(), transaction() as session:
        indicator = make_indicator(session, number="99")
    fields = {"indicator": str(indicator), "rag": "amber", "doing": "Kept words"}

    answer = sent(officer, f"{PAPER}/indicators/new", **fields)

    assert answer.status == 422
    assert "Kept words" in answer.html
    assert sent(officer, f"{PAPER}/indicators/new", **fields, rag_because="As last year").status == 303
    assert "As last year" in officer.page(f"{PAPER}/publish").text()


def test_publishing_shows_the_paper_and_withdrawing_hides_it(app: Flask, officer: StrictClient) -> None:
    assert pressed(officer, f"{PAPER}/publish", f"{PAPER}/publish").status == 303
    with app.app_context():
        assert NAME in [one.name for one in published_papers(reading())]
    assert "Withdraw it before you change it" in sent(officer, f"{PAPER}/words", commentary="Late").text()

    assert pressed(officer, f"{PAPER}/withdraw", f"{PAPER}/withdraw").status == 303
    with app.app_context():
        assert find_meeting(reading(), NAME).status is PaperStatus.WITHDRAWN


def test_a_paper_for_decision_without_a_recommendation_has_no_button(officer: StrictClient) -> None:
    sent(officer, f"{PAPER}/front", title="Report", report_date="04/06/2021", purpose="decision")

    page = officer.page(f"{PAPER}/publish")

    assert "recommends nothing" in page.text()
    assert [form for form in page.all("form") if form.get("action") == f"{PAPER}/publish"] == []
    token = officer.page(f"{PAPER}/withdraw").hidden_fields(f"{PAPER}/withdraw")
    assert officer.post(f"{PAPER}/publish", data=token).status_code == 422


def test_deleting_a_meeting_asks_first(app: Flask, officer: StrictClient) -> None:
    assert "cannot be undone" in officer.page(f"{PAPER}/delete").text()
    assert pressed(officer, f"{PAPER}/delete", f"{PAPER}/delete").status == 303

    assert officer.get(PAPER).status_code == 404


def test_a_published_paper_cannot_be_deleted(officer: StrictClient) -> None:
    seed = "/board/reports/2021-03-05"

    assert pressed(officer, f"{seed}/delete", f"{seed}/delete").status == 409
    assert officer.get(seed).status_code == 200


def test_a_form_without_its_token_changes_nothing_and_keeps_the_words(
    app: Flask, officer: StrictClient
) -> None:
    answer = Page(officer.post(f"{PAPER}/items/new", data={"title": "Kept", "body": "words"}))

    assert answer.status == 422
    assert "The page was open too long." in answer.text()
    assert re.search(r'name="title"[^>]*value="Kept"', answer.html)
    with app.app_context():
        assert paper(reading(), NAME).items == ()
