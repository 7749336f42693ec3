"""The administrator keeps the register of contacts; every page shows what stands in it at once."""

from collections.abc import Callable

import pytest
from flask import Flask

from feedback_app.domain.contacts.register import own_register, register
from feedback_app.domain.waves.lifecycle import open_wave
from feedback_app.platform import clock
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import StrictClient

CHILDLINE = "/admin/contacts/childline"
NEW = "/admin/contacts/new"
KOOTH = {
    "name": "Helpline of the county",
    "what": "Talk to somebody near you.",
    "call": "01865 000 000",
    "source": "a leaflet",
}


def text_of(app: Flask, address: str) -> str:
    return app.test_client().get(address).get_data(as_text=True)


def test_checking_is_noted_with_a_name_and_a_day(app: Flask, sign_in: Callable[[Role], StrictClient]) -> None:
    administrator = sign_in(Role.ADMINISTRATOR)
    before = administrator.page("/admin/contacts")

    answer = administrator.submit(f"{CHILDLINE}/verify", {}, on="/admin/contacts")

    after = administrator.page("/admin/contacts").text()
    with app.app_context():
        count = len(register())
    assert answer.status_code == 303
    assert f"{count} of {count} contacts have not been checked" in before.text()
    assert f"{count - 1} of {count} contacts have not been checked" in after
    assert "Checked by" in after
    assert "good for 30 more days" in after


def test_a_change_is_on_every_page_at_once_and_has_to_be_checked_anew(
    app: Flask, sign_in: Callable[[Role], StrictClient]
) -> None:
    administrator = sign_in(Role.ADMINISTRATOR)
    administrator.submit(f"{CHILDLINE}/verify", {}, on="/admin/contacts")

    answer = administrator.submit(CHILDLINE, KOOTH | {"name": "Childline", "call": "0800 2222", "first": "y"})

    assert answer.status_code == 303
    assert "Call 0800 2222" in text_of(app, "/help-now")
    assert "tel:08002222" in text_of(app, "/r")
    assert "0800 1111" not in text_of(app, "/help-now")
    with app.app_context():
        assert next(entry for entry in register() if entry.code == "childline").verified_on is None


def test_a_survey_that_is_open_shows_the_change(app: Flask, sign_in: Callable[[Role], StrictClient]) -> None:
    with app.app_context(), transaction() as session:
        open_wave(session, slug="voxy", opens_at=clock.now(), days=None, by=None)
    before = text_of(app, "/s/voxy")
    other = KOOTH | {"name": "Childline", "call": "0800 2222", "first": "y"}

    sign_in(Role.ADMINISTRATOR).submit(CHILDLINE, other)

    assert "tel:08002222" not in before
    assert "tel:08002222" in text_of(app, "/s/voxy")


def test_the_form_shows_what_stands_there(sign_in: Callable[[Role], StrictClient]) -> None:
    page = sign_in(Role.ADMINISTRATOR).page("/admin/contacts/shout")

    assert 'value="85258"' in page.html
    assert 'value="SHOUT"' in page.html


def test_one_is_added_and_taken_out_after_asking(app: Flask, sign_in: Callable[[Role], StrictClient]) -> None:
    administrator = sign_in(Role.ADMINISTRATOR)

    administrator.submit(NEW, KOOTH)
    added = text_of(app, "/help-now")
    administrator.submit("/admin/contacts/helpline-of-the-county/remove", {})

    assert "01865 000 000" in added
    assert "01865 000 000" not in text_of(app, "/help-now")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"call": "javascript:1"}, "Write a telephone number"),
        ({"call": ""}, "Write a number to call or to text."),
        ({"name": "Childline"}, "There is an entry called"),
        ({"text": "85258", "keyword": "TWO WORDS"}, "one word of letters"),
    ],
)
def test_what_cannot_be_rung_is_refused_and_kept(
    app: Flask, sign_in: Callable[[Role], StrictClient], typed: dict[str, str], words: str
) -> None:
    answer = sign_in(Role.ADMINISTRATOR).submit(NEW, KOOTH | typed)

    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert words in page
    assert "Talk to somebody near you." in page
    with app.app_context():
        assert not own_register().exists()


def test_one_contact_at_least_stays_on_every_page(
    app: Flask, sign_in: Callable[[Role], StrictClient]
) -> None:
    administrator = sign_in(Role.ADMINISTRATOR)
    for code in ("emergency-services", "childline"):
        administrator.submit(f"/admin/contacts/{code}/remove", {})

    answer = administrator.submit("/admin/contacts/shout/remove", {})

    assert answer.status_code == 422
    assert "One contact at least has to stand on every page" in answer.get_data(as_text=True)
    assert "85258" in text_of(app, "/help-now")


def test_help_stands_even_when_the_countys_file_is_broken(app: Flask) -> None:
    with app.app_context():
        own_register().write_text("- name: [half a file")

    assert "0800 1111" in text_of(app, "/help-now")
