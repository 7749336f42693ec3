"""The engagement officer runs waves on /surveys."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from feedback_app.app import create_app
from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.responses.models import Tally
from feedback_app.domain.waves.models import Wave
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from feedback_app.platform.settings import Surface
from surveys import instrument_text
from tests.client import Page, StrictClient
from tests.databases import settings_for
from tests.factories.answering import stored
from tests.factories.comments import make_wave
from tests.factories.people import sign_in_as

NOON = datetime(2026, 5, 4, 11, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def officer(sign_in: Callable[[Role], StrictClient]) -> StrictClient:
    """An engagement officer who is signed in."""
    return sign_in(Role.ENGAGEMENT_OFFICER)


def wave(app: Flask, **values: object) -> UUID:
    """A wave of 28 days, open since an hour ago."""
    opens_at = clock.now() - timedelta(hours=1)
    columns: dict[str, object] = {"opens_at": opens_at, "closes_at": opens_at + 28 * DAY}
    with app.app_context(), transaction() as session:
        return make_wave(session, **(columns | values))


def row(app: Flask, wave_id: UUID) -> Wave | None:
    """The wave as it is stored."""
    with app.app_context():
        return reading().get(Wave, wave_id)


def titles_under(page: Page, heading: str) -> list[str]:
    """The titles of the cards in the section with this heading."""
    for section in page.all("section"):
        title = section.find("h2")
        if title is not None and "".join(title.itertext()) == heading:
            return ["".join(card.itertext()) for card in section.iter("h3")]
    return []


def test_without_a_wave_the_page_says_what_to_do(officer: StrictClient) -> None:
    page = officer.page("/surveys")

    assert "Nothing is open" in page.text()
    assert titles_under(page, "Surveys to open") == ["Be Supported survey", "VOXY form"]


def test_waves_stand_where_they_are(app: Flask, officer: StrictClient) -> None:
    now = clock.now()
    wave(app, title="Open one")
    wave(app, title="Paused one", paused_at=now)
    wave(app, title="Coming one", opens_at=now + DAY, closes_at=now + 9 * DAY)
    wave(app, title="Ended one", closes_at=now - timedelta(minutes=1))
    wave(app, title="Closed one", closed_at=now)

    page = officer.page("/surveys")

    assert sorted(titles_under(page, "Open now")) == ["Open one", "Paused one"]
    assert titles_under(page, "To come") == ["Coming one"]
    assert sorted(titles_under(page, "Ended")) == ["Closed one", "Ended one"]


def test_many_ended_waves_come_in_pages(app: Flask, officer: StrictClient) -> None:
    now = clock.now()
    for number in range(21):
        wave(app, title=f"Wave {number:02}", opens_at=now - (50 + number) * DAY, closed_at=now - 40 * DAY)

    assert len(titles_under(officer.page("/surveys"), "Ended")) == 20
    assert titles_under(officer.page("/surveys?page=2"), "Ended") == ["Wave 20"]


def test_a_wave_is_opened_now_for_four_weeks(app: Flask, officer: StrictClient) -> None:
    with time_machine.travel(clock.now(), tick=False):
        answer = officer.submit(
            "/surveys/open", {"slug": "be-supported", "starts": "now", "ends": "days", "days": "28"}
        )
        now = clock.now()

    assert answer.status_code == 303
    page = officer.page(answer.headers["Location"])
    assert page.status == 200
    held = row(app, UUID(answer.headers["Location"].rpartition("/")[2]))
    assert held is not None
    assert held.opens_at == now
    assert held.definition == instrument_text("be-supported")
    assert held.closes_at is not None
    assert clock.in_london(held.closes_at).time() == clock.in_london(now).time()


def test_a_wave_is_opened_later_by_oxfords_clock_without_an_end(app: Flask, officer: StrictClient) -> None:
    with time_machine.travel(clock.now(), tick=False):
        day = (clock.now() + 40 * DAY).date()
        answer = officer.submit(
            "/surveys/open",
            {
                "slug": "voxy",
                "title": "VOXY again",
                "starts": "later",
                "starts_on": day.isoformat(),
                "starts_at": "09:30",
                "ends": "never",
                "days": "",
            },
        )

    held = row(app, UUID(answer.headers["Location"].rpartition("/")[2]))
    assert held is not None
    assert held.title == "VOXY again"
    assert held.closes_at is None
    assert clock.in_london(held.opens_at).strftime("%Y-%m-%d %H:%M") == f"{day} 09:30"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"starts": "later"}, "Choose the day on which it opens."),
        ({"starts": "later", "starts_on": "2020-01-01"}, "This moment is past."),
        ({"ends": "days", "days": ""}, "Write for how many days"),
        ({"ends": "days", "days": "0"}, "Write a number from 1 to 366."),
        ({"title": "x" * 121}, "Use 120 characters or fewer."),
    ],
)
def test_a_form_that_is_not_right_keeps_what_was_typed(
    officer: StrictClient, typed: dict[str, str], said: str
) -> None:
    usual = {"slug": "voxy", "title": "My title", "starts": "now", "ends": "never", "days": "28"}

    page = Page(officer.submit("/surveys/open", usual | typed))

    assert page.status == 422
    assert said in page.text()
    assert page.text("title").startswith("Error: Open a wave")
    kept = {field.get("name"): field.get("value") for field in page.all("input")}
    assert kept["title"] == (usual | typed)["title"]


def test_two_waves_of_a_survey_cannot_meet(app: Flask, officer: StrictClient) -> None:
    wave(app, title="The running one")

    page = Page(
        officer.submit(
            "/surveys/open", {"slug": "be-supported", "starts": "now", "ends": "days", "days": "9"}
        )
    )

    assert page.status == 422
    assert "The running one" in page.text()


def test_a_wave_is_paused_resumed_and_closed_after_being_asked(app: Flask, officer: StrictClient) -> None:
    wave_id = wave(app)
    address = f"/surveys/{wave_id}"

    assert officer.submit(f"{address}/pause", {}, on=address).status_code == 303
    assert "Paused" in officer.page(address).text("main")
    assert officer.submit(f"{address}/resume", {}, on=address).status_code == 303
    assert row(app, wave_id).paused_at is None  # type: ignore[union-attr]
    assert "Close this wave now?" in officer.page(f"{address}/close").text()
    assert row(app, wave_id).closed_at is None  # type: ignore[union-attr]
    assert officer.submit(f"{address}/close", {}).status_code == 303
    page = officer.page(address)
    assert "Ended" in page.text("main")
    assert [form.get("action") for form in page.all("form") if "close" in form.get("action", "")] == []


def test_what_a_wave_cannot_do_any_more_is_said_in_words(app: Flask, officer: StrictClient) -> None:
    wave_id = wave(app)
    address = f"/surveys/{wave_id}"
    fields = officer.page(address).hidden_fields(f"{address}/pause")
    officer.submit(f"{address}/close", {})

    page = Page(officer.post(f"{address}/pause", data=fields))

    assert page.status == 409
    assert "cannot be opened again" in page.text()


def test_a_wave_runs_longer(app: Flask, officer: StrictClient) -> None:
    wave_id = wave(app)
    address = f"/surveys/{wave_id}"
    before = row(app, wave_id).closes_at  # type: ignore[union-attr]

    refused = Page(officer.submit(f"{address}/extend", {"days": "none"}, on=address))
    assert refused.status == 422
    assert row(app, wave_id).closes_at == before  # type: ignore[union-attr]

    officer.submit(f"{address}/extend", {"days": "7"}, on=address)
    after = row(app, wave_id).closes_at  # type: ignore[union-attr]
    assert before is not None
    assert after is not None
    assert (clock.in_london(after).date() - clock.in_london(before).date()).days == 7


def test_a_wave_to_come_is_called_off_after_being_asked(app: Flask, officer: StrictClient) -> None:
    now = clock.now()
    wave_id = wave(app, opens_at=now + DAY, closes_at=now + 2 * DAY)
    address = f"/surveys/{wave_id}"

    assert "Call this wave off?" in officer.page(f"{address}/call-off").text()
    officer.submit(f"{address}/call-off", {})

    assert officer.get(address).status_code == 404


def test_a_post_without_its_token_changes_nothing(app: Flask, officer: StrictClient) -> None:
    wave_id = wave(app)

    for deed in ("pause", "close", "extend", "export"):
        assert officer.post(f"/surveys/{wave_id}/{deed}", data={"days": "3"}).status_code == 422

    assert row(app, wave_id).paused_at is None  # type: ignore[union-attr]
    assert row(app, wave_id).closed_at is None  # type: ignore[union-attr]


def test_every_deed_is_in_the_audit(app: Flask, officer: StrictClient) -> None:
    wave_id = wave(app)
    address = f"/surveys/{wave_id}"

    officer.submit(f"{address}/pause", {}, on=address)

    with app.app_context():
        entry = reading().scalars(select(AuditEntry)).one()
    assert (entry.actor_id, entry.deed, entry.subject_id) == (officer.person_id, "paused", str(wave_id))


def test_days_are_counted_through_the_gate(app: Flask, officer: StrictClient) -> None:
    with time_machine.travel(NOON, tick=False):
        wave_id = wave(app, opens_at=NOON - 3 * DAY, closes_at=NOON + 9 * DAY, folded_responses=43)
        with app.app_context(), transaction() as session:
            for day, n in ((1, 3), (2, 38), (4, 2)):
                columns = {"subject": "responses", "row": "", "col": ""}
                session.add(
                    Tally(wave_id=wave_id, day=datetime(2026, 5, day, tzinfo=UTC).date(), n=n, **columns)
                )
        signed_in = sign_in_as(app, Role.ENGAGEMENT_OFFICER)

        page = signed_in.page(f"/surveys/{wave_id}")

    rows = [[" ".join("".join(cell.itertext()).split()) for cell in line] for line in page.all("tr")]
    assert rows == [
        ["Day", "Responses"],
        ["Friday 1 May 2026", "fewer than 8"],
        ["Saturday 2 May 2026", "40"],
        ["Sunday 3 May 2026", "0"],
        ["Monday 4 May 2026", "fewer than 8"],
    ]
    assert "Most came on Saturday 2 May 2026: about 40." in page.text()
    assert "About 45 responses" in page.text()
    assert "43" not in page.text()


def test_a_preview_can_send_nothing_and_counts_nothing(app: Flask, officer: StrictClient) -> None:
    wave_id = wave(app)

    for address in (f"/surveys/{wave_id}/preview", "/surveys/instruments/voxy/preview"):
        page = officer.page(address)
        assert "This is a preview" in page.text()
        assert [
            button for button in page.all("button") if button.get("type") == "submit" and button.get("name")
        ] == []
        fields = {field.get("name"): field.get("value", "") for field in page.all("input")}
        assert "form_token" not in fields
        target = page.all("form")[-1].get("action", "")
        assert officer.post(target, data={"know_who": "agree"}).status_code in (404, 422)
    assert stored(app) == (0, 0)


def test_what_is_asked_is_shown_with_its_purpose(app: Flask, officer: StrictClient) -> None:
    wave_id = wave(app)

    for address in (f"/surveys/{wave_id}/asked", "/surveys/instruments/be-supported"):
        text = officer.page(address).text()
        assert "I know who to talk to when I need support." in text
        assert "Measures: Listened to and believed." in text
        assert "Answer this if you chose" in text


def test_the_link_is_there_to_be_copied(app: Flask, officer: StrictClient) -> None:
    page = officer.page(f"/surveys/{wave(app)}")

    link = next(field for field in page.all("input") if field.get("id") == "link")
    assert link.get("value") == "http://127.0.0.1:8000/s/be-supported"


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ENGAGEMENT_OFFICER}))
def test_nobody_else_may_look(app: Flask, sign_in: Callable[[Role], StrictClient], role: Role) -> None:
    wave_id = wave(app)
    client = sign_in(role)

    for address in ("/surveys", "/surveys/open", f"/surveys/{wave_id}", f"/surveys/{wave_id}/preview"):
        assert client.get(address).status_code == 403


def test_unknown_waves_and_instruments_are_not_there(officer: StrictClient) -> None:
    for address in (
        f"/surveys/{UUID(int=7)}",
        "/surveys/instruments/none",
        "/surveys/instruments/none/preview",
    ):
        assert officer.get(address).status_code == 404


def test_pages_of_the_staff_need_none_of_the_public_ones(app: Flask, tmp_path: Path) -> None:
    url = app.extensions["settings"].database_url
    wave_id = wave(app)
    staff = create_app(settings_for(url, tmp_path, surface=Surface.STAFF))
    staff.test_client_class = StrictClient
    client = sign_in_as(staff, Role.ENGAGEMENT_OFFICER)

    for address in ("/surveys", f"/surveys/{wave_id}", f"/surveys/{wave_id}/preview"):
        assert client.get(address).status_code == 200
    assert client.get("/s/be-supported").status_code == 404
    staff.extensions["database"].engine.dispose()
