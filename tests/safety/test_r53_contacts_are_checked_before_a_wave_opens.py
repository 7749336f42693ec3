"""SAFETY R-53: no wave opens to real young people while a contact was not checked for over 30 days."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask

from feedback_app.app import create_app
from feedback_app.domain.contacts.keep import verify
from feedback_app.domain.contacts.register import Entry, register, stale_entries
from feedback_app.domain.waves.lifecycle import ContactsNotChecked, open_wave, pause, resume
from feedback_app.jobs import all_jobs
from feedback_app.platform import clock
from feedback_app.platform.database import transaction
from feedback_app.platform.settings import Mode
from tests.databases import SECRET, settings_for


@pytest.fixture
def county(sqlite_url: str, tmp_path: Path) -> Iterator[Flask]:
    """A county's own installation, not a demonstration."""
    app = create_app(settings_for(sqlite_url, tmp_path, mode=Mode.PRODUCTION, secret_key=SECRET))
    yield app
    app.extensions["database"].engine.dispose()


def check_all(but: str = "") -> None:
    """Somebody rings every contact today, but for one."""
    with transaction() as session:
        for entry in register():
            if entry.name != but:
                verify(session, entry.code, on=clock.today(), name="Ada", by=None)


def open_voxy(opens_at: datetime | None = None) -> None:
    with transaction() as session:
        open_wave(session, slug="voxy", opens_at=opens_at or clock.now(), days=None, by=None)


def status_of(county: Flask) -> str:
    page = county.test_client().get("/s/voxy").get_data(as_text=True)
    return "open" if "<form" in page and "Send my answers" in page else "not open"


def test_no_wave_opens_while_one_contact_is_unchecked(county: Flask) -> None:
    with county.app_context():
        check_all(but="Childline")

        with pytest.raises(ContactsNotChecked, match=r"Childline\. The administrator"):
            open_voxy()
        check_all()
        open_voxy()

    assert status_of(county) == "open"


def test_thirty_days_hold_and_the_thirty_first_does_not(county: Flask) -> None:
    with county.app_context():
        check_all()
        with (
            time_machine.travel(clock.now() + timedelta(days=31), tick=False),
            pytest.raises(ContactsNotChecked, match="Samaritans"),
        ):
            open_voxy()
        with time_machine.travel(clock.now() + timedelta(days=30), tick=False):
            open_voxy()


def test_a_paused_wave_does_not_go_on_with_old_contacts(county: Flask) -> None:
    with county.app_context():
        check_all()
        with transaction() as session:
            wave_id = open_wave(session, slug="voxy", opens_at=clock.now(), days=None, by=None)
        with transaction() as session:
            pause(session, wave_id, by=None)

        with (
            time_machine.travel(clock.now() + timedelta(days=31), tick=False),
            pytest.raises(ContactsNotChecked),
            transaction() as session,
        ):
            resume(session, wave_id, by=None)


def test_a_wave_to_come_is_held_back_when_its_contacts_grow_old(county: Flask) -> None:
    with county.app_context():
        check_all()
        opens_at = clock.now() + timedelta(days=40)
        open_voxy(opens_at)

        with time_machine.travel(opens_at - timedelta(minutes=2), tick=False):
            all_jobs()["hold-back"]()
        with time_machine.travel(opens_at + timedelta(minutes=2), tick=False):
            assert status_of(county) == "not open"
            check_all()
            assert county.test_cli_runner().invoke(args=["survey", "resume", "voxy"]).exit_code == 0
            assert status_of(county) == "open"


def test_the_command_line_refuses_too_and_says_what_to_do(county: Flask) -> None:
    runner = county.test_cli_runner()
    refused = runner.invoke(args=["survey", "open", "voxy", "--no-end"])
    codes = [line.split()[0] for line in runner.invoke(args=["contacts", "list"]).output.splitlines()]
    for code in codes:
        assert runner.invoke(args=["contacts", "verify", code, "--by", "Ada"]).exit_code == 0

    assert refused.exit_code == 1
    assert "Nobody has checked these contacts within 30 days" in refused.output
    assert runner.invoke(args=["survey", "open", "voxy", "--no-end"]).exit_code == 0


def test_the_demonstration_opens_and_marks_each_contact(app: Flask) -> None:
    with app.app_context():
        open_voxy()

    page = app.test_client().get("/help-now").get_data(as_text=True)
    with app.app_context():
        assert stale_entries(clock.today())
        assert page.count("demonstration: not verified") >= len(register())


def test_a_contact_is_stale_on_its_31st_day() -> None:
    today = clock.today()
    entry = {
        "name": "A",
        "what": "B",
        "source": "C",
        "verified_by": "D",
        "ways": [{"words": "Call", "address": "tel:1"}],
    }

    assert Entry.model_validate(entry | {"verified_on": today - timedelta(days=30)}).is_fresh(today)
    assert not Entry.model_validate(entry | {"verified_on": today - timedelta(days=31)}).is_fresh(today)
    assert not Entry.model_validate(entry | {"verified_on": None}).is_fresh(today)
