"""A tablet is set up once, shows the survey without what only makes sense on one's own, and sends what waited."""

import json
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask

from feedback_app.domain.kiosks.models import Kiosk
from feedback_app.domain.waves.models import Wave
from feedback_app.platform import clock
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.answering import comments, open_waves, stored
from tests.factories.kiosks import linked_kiosk, sealed, set_up_kiosk

WORDS = "The bench by the river."


@pytest.fixture
def wave_id(app: Flask) -> UUID:
    return open_waves(app)


def send(
    client: StrictClient, kiosk_id: UUID, token: str, answers: list[str], **more: str
) -> tuple[int, dict[str, list[str]]]:
    answer = client.post(f"/kiosk/{kiosk_id}/send", data={"token": token, "answer": answers, **more})
    return answer.status_code, answer.get_json(silent=True) or {}


def kiosk(page: Page) -> dict[str, str]:
    """What the page tells its script."""
    (found,) = [one for one in page.all("div") if one.get("data-kiosk")]
    return dict(found.attrib)


def test_a_link_sets_one_tablet_up(app: Flask, client: StrictClient, wave_id: UUID) -> None:
    link = linked_kiosk(app, wave_id)

    first = client.post("/kiosk/set-up", data={"link": link.secret})
    again = client.post("/kiosk/set-up", data={"link": link.secret})

    assert first.status_code == 200
    assert first.get_json()["kiosk"] == str(link.kiosk_id)
    assert len(first.get_json()["token"]) > 40
    assert again.status_code == 404


@pytest.mark.parametrize("secret", ["", "x", "\ud800", "a" * 100_000])
def test_no_other_secret_does(client: StrictClient, wave_id: UUID, secret: str) -> None:
    body = f"link={secret}".encode(errors="replace")
    kind = "application/x-www-form-urlencoded"

    assert client.post("/kiosk/set-up", data=body, content_type=kind).status_code == 404
    assert client.post("/kiosk/set-up", json={"link": secret}).status_code == 415


def test_the_page_offers_no_receipt_and_leads_nowhere_else(
    app: Flask, client: StrictClient, wave_id: UUID
) -> None:
    kiosk_id = set_up_kiosk(app, wave_id).kiosk_id

    page = client.page(f"/kiosk/{kiosk_id}")

    names = {one.get("name") for tag in ("input", "textarea") for one in page.all(tag)}
    assert "good" in names
    assert not names & {"hear_back", "submission_id", "form_token"}
    assert "secret code" not in page.text()
    links = {one.get("href", "") for one in page.all("a")}
    own = (f"/kiosk/{kiosk_id}", "#", "?language=", "tel:", "sms:")
    assert [link for link in links if not link.startswith(own)] == ["/s/be-supported"]


def test_only_the_words_for_a_tablet_that_cannot_lead_to_the_plain_survey(
    app: Flask, client: StrictClient, wave_id: UUID
) -> None:
    page = client.page(f"/kiosk/{set_up_kiosk(app, wave_id).kiosk_id}")

    (bare,) = [one for one in page.all("div") if one.get("class") == "without-scripts"]
    assert "The kiosk needs scripts" in "".join(bare.itertext())
    assert [one.get("href") for one in bare.iter("a")] == ["/s/be-supported"]
    shown = {one.get("data-reason") for one in page.all("div") if one.get("data-reason")}
    assert shown == {"unable", "not-set-up", "closed", "resting", "off"}


def test_help_stands_on_it_without_a_way_out(app: Flask, client: StrictClient, wave_id: UUID) -> None:
    page = client.page(f"/kiosk/{set_up_kiosk(app, wave_id).kiosk_id}")

    (panel,) = [one for one in page.all("section") if one.get("id") == "help"]
    addresses = [one.get("href", "") for one in panel.iter("a")]
    assert "tel:999" in addresses
    assert {address.split(":")[0] for address in addresses} == {"tel", "sms"}


def test_two_openings_are_the_same_page(app: Flask, client: StrictClient, wave_id: UUID) -> None:
    address = f"/kiosk/{set_up_kiosk(app, wave_id).kiosk_id}"

    first, again = client.get(address), client.get(address)

    assert first.data == again.data
    assert (first.headers["Cache-Control"], "Set-Cookie" in first.headers) == ("no-store", False)


def test_the_worker_is_a_script_for_kiosks_alone(client: StrictClient) -> None:
    answer = client.get("/kiosk/worker.js")

    assert (answer.status_code, answer.mimetype) == (200, "text/javascript")
    assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "Service-Worker-Allowed" not in answer.headers


def test_what_waited_is_stored_once_and_acknowledged_by_id(
    app: Flask, client: StrictClient, wave_id: UUID
) -> None:
    tablet = set_up_kiosk(app, wave_id)
    one, other = (sealed(app, tablet.kiosk_id, {"good": WORDS}) for _ in range(2))

    first = send(client, tablet.kiosk_id, tablet.token, [one[1], other[1], one[1]])
    again = send(client, tablet.kiosk_id, tablet.token, [other[1]])

    assert first == (200, {"stored": [one[0].hex, other[0].hex], "late": [], "broken": []})
    assert again == (200, {"stored": [other[0].hex], "late": [], "broken": []})
    assert (stored(app), set(comments(app).values())) == ((2, 2), {WORDS})


def test_who_is_not_the_tablet_can_send_nothing(app: Flask, client: StrictClient, wave_id: UUID) -> None:
    tablet, other = set_up_kiosk(app, wave_id), set_up_kiosk(app, wave_id)
    text = sealed(app, tablet.kiosk_id, {"good": WORDS})[1]

    assert send(client, tablet.kiosk_id, other.token, [text])[0] == 403
    assert send(client, tablet.kiosk_id, "", [text])[0] == 403
    assert send(client, uuid4(), tablet.token, [text])[0] == 404
    assert client.post(f"/kiosk/{tablet.kiosk_id}/send", json={}).status_code == 415
    assert stored(app) == (0, 0)


def test_what_cannot_be_read_is_named_and_shows_nothing(
    app: Flask, client: StrictClient, wave_id: UUID
) -> None:
    tablet = set_up_kiosk(app, wave_id)
    made, text = sealed(app, tablet.kiosk_id, {"know_who": "<script>"})
    junk = json.dumps({"id": uuid4().hex})

    status, said = send(client, tablet.kiosk_id, tablet.token, [text, junk, "{", "é", "[1]"], now="yesterday")

    assert (status, said["stored"], len(said["broken"])) == (200, [], 2)
    assert made.hex in said["broken"]
    assert "script" not in json.dumps(said)


@pytest.mark.parametrize("standing", ["open", "resting", "closed", "off"])
def test_the_page_says_how_the_survey_stands(
    app: Flask, client: StrictClient, wave_id: UUID, standing: str
) -> None:
    kiosk_id = set_up_kiosk(app, wave_id).kiosk_id
    with app.app_context(), transaction() as session:
        wave = session.get_one(Wave, wave_id)
        if standing == "resting":
            wave.paused_at = clock.now()
        if standing == "closed":
            wave.closed_at = clock.now() - timedelta(minutes=1)
        if standing == "off":
            session.get_one(Kiosk, kiosk_id).switched_off_at = clock.now()

    page = client.page(f"/kiosk/{kiosk_id}")

    assert kiosk(page)["data-standing"] == standing
    assert ("Send my answers" in page.text(), len(page.all("legend")) > 0) == (True, standing == "open")


def test_what_was_begun_before_a_kiosk_was_switched_off_is_still_taken(
    app: Flask, client: StrictClient, wave_id: UUID
) -> None:
    tablet = set_up_kiosk(app, wave_id)
    off = clock.now() - timedelta(hours=1)
    with app.app_context(), transaction() as session:
        row = session.get_one(Kiosk, tablet.kiosk_id)
        row.made_at, row.switched_off_at = off - timedelta(days=1), off
    before = sealed(app, tablet.kiosk_id, {"good": WORDS}, started=off - timedelta(minutes=1))
    after = sealed(app, tablet.kiosk_id, {"good": WORDS}, started=off + timedelta(minutes=1))

    _, said = send(client, tablet.kiosk_id, tablet.token, [before[1], after[1]])

    assert (said["stored"], said["late"]) == ([before[0].hex], [after[0].hex])


def test_how_many_may_be_chosen_is_told_to_the_page(app: Flask, client: StrictClient, wave_id: UUID) -> None:
    page = client.page(f"/kiosk/{set_up_kiosk(app, wave_id).kiosk_id}")

    assert json.loads(kiosk(page)["data-limits"]) == {"info_how": 3}


def test_setting_up_says_what_it_is_for(client: StrictClient) -> None:
    page = client.page("/kiosk/set-up")

    assert page.text("h1") == "Set up this tablet"
    assert "one young person after another" in page.text()


def test_neither_leaving_nor_logging_out_on_a_kiosk_throws_away_what_waits(
    app: Flask, client: StrictClient, sign_in: Callable[[Role], StrictClient], wave_id: UUID
) -> None:
    worker = sign_in(Role.YOUTH_WORKER)
    for one in (client, worker):
        assert '"storage"' in one.get("/leave").headers["Clear-Site-Data"]
        made = one.post("/kiosk/set-up", data={"link": linked_kiosk(app, wave_id).secret})
        assert "kiosk=1;" in made.headers["Set-Cookie"]
        assert one.get("/leave").headers["Clear-Site-Data"] == '"cache"'

    out = worker.submit("/logout", {}, on="/moderation")
    assert (out.status_code, out.headers["Clear-Site-Data"]) == (303, '"cache"')
