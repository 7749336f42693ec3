"""The first page: what is open now, what comes, and what changed."""

from datetime import UTC, date, datetime

from flask import Flask

from feedback_app.domain.promises.facts import PromiseFacts
from feedback_app.domain.promises.kinds import PromiseStatus
from feedback_app.domain.promises.models import Promise
from feedback_app.platform import clock
from feedback_app.platform.database import transaction
from tests.client import StrictClient
from tests.factories.answering import open_waves


def promise(app: Flask, **values: object) -> None:
    facts: dict[str, object] = {
        "you_said": "We wait too long to see someone.",
        "theme": None,
        "decision": "Two more counsellors start in May.",
        "owner": "Head of children's services",
        "due_on": date(2026, 5, 1),
        "status": PromiseStatus.UNDER_WAY,
        "published": True,
        "published_on": date(2026, 3, 6),
        "updated_at": clock.now(),
    }
    assert set(facts) - {"published", "published_on", "updated_at"} <= set(PromiseFacts.__slots__)
    with app.app_context(), transaction() as session:
        session.add(Promise(**(facts | values)))


def test_open_surveys_lead_to_their_forms(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    links = [a.get("href") for a in client.page("/").all("a") if (a.get("href") or "").startswith("/s/")]

    assert links == ["/s/be-supported", "/s/voxy"]


def test_with_nothing_at_all_it_says_so(client: StrictClient) -> None:
    page = client.page("/")

    assert "No survey is open just now." in page.text()
    assert "0800 1111" in page.text()


def test_what_comes_is_told_with_its_day(app: Flask, client: StrictClient) -> None:
    open_waves(app, opens_at=datetime(2031, 5, 4, 8, tzinfo=UTC), closes_at=None)

    assert "it opens on 4 May 2031" in client.page("/").text()


def test_promises_stand_on_the_first_page_and_whole_on_their_own(app: Flask, client: StrictClient) -> None:
    promise(app, why_not="<b>Money</b>")
    promise(app, you_said="Not yet for everybody", published=False, published_on=None)

    first, all_of_them = client.page("/").text(), client.page("/you-said").text()

    assert "Two more counsellors start in May." in first
    for words in (
        "We wait too long to see someone.",
        "Under way",
        "Head of children's services",
        "1 May 2026",
        "<b>Money</b>",
    ):
        assert words in all_of_them
    assert "Not yet for everybody" not in first + all_of_them


def test_empty_lists_say_what_will_stand_there(client: StrictClient) -> None:
    assert "Nothing stands here yet." in client.page("/you-said").text()
    assert "No report yet" in client.page("/reports").text()
