"""SAFETY R-53: no wave opens to real young people while a contact was not checked for over 30 days."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from feedback_app.app import create_app
from feedback_app.domain.contacts.register import Entry, stale_entries
from feedback_app.domain.waves.lifecycle import ContactsNotChecked, open_wave
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


def test_a_county_cannot_open_a_wave_while_contacts_are_unchecked(county: Flask) -> None:
    assert stale_entries(clock.today())

    with county.app_context(), transaction() as session:
        with pytest.raises(ContactsNotChecked, match="Childline"):
            open_wave(session, slug="voxy", opens_at=clock.now(), days=None, by=None)
        open_wave(session, slug="voxy", opens_at=clock.now(), days=None, by=None, contacts_unchecked=True)


def test_the_servers_owner_is_warned(county: Flask) -> None:
    result = county.test_cli_runner().invoke(args=["survey", "open", "voxy", "--no-end"])

    assert result.exit_code == 0
    assert "nobody has checked these contacts within 30 days" in result.stderr


def test_the_demonstration_says_so_instead(app: Flask) -> None:
    with app.app_context(), transaction() as session:
        open_wave(session, slug="voxy", opens_at=clock.now(), days=None, by=None)


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
