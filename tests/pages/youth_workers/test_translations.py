"""The engagement officer sees what each language says and lacks, and notes who has read it."""

from collections.abc import Callable

import pytest
from flask import Flask

from feedback_app.domain.waves.definitions import import_definition
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from surveys import instrument_text
from tests.client import Page, StrictClient
from tests.factories.answering import open_waves

ADDRESS = "/surveys/instruments/voxy/translations"
PAGES = "/surveys/instruments/pages/translations"
NOTICE = "A computer made this translation. Nobody has checked it yet."


@pytest.fixture
def officer(app: Flask, sign_in: Callable[[Role], StrictClient]) -> StrictClient:
    open_waves(app)
    return sign_in(Role.ENGAGEMENT_OFFICER)


def confirm(officer: StrictClient, language: str, *, at: str = ADDRESS, read_by: str = "Anna Nowak") -> Page:
    """Fill in the form of a language; the page that comes back, a redirect not followed."""
    address = f"{at}/{language}/confirm"
    return Page(officer.submit(address, {f"{language}-read_by": read_by}, on=at))


def import_voxy(app: Flask, change: Callable[[str], str]) -> None:
    text = change(instrument_text("voxy").replace("version: 1", "version: 2", 1))
    with app.app_context(), transaction() as writing:
        import_definition(writing, text, by=None)


def test_every_language_stands_with_how_much_is_translated(officer: StrictClient) -> None:
    page = officer.page(ADDRESS)
    rows = ["".join(row.itertext()).split() for row in page.all("tr")[1:]]

    assert [row[0] for row in rows] == ["Polish", "Portuguese", "Romanian", "Arabic"]
    assert {(row[1], row[2]) for row in rows} == {(row[3], "of") for row in rows}
    assert all("Draft" in row for row in rows)
    assert officer.page("/surveys/instruments/voxy/preview?language=pl").tree.get("lang") == "pl"


def test_what_is_missing_is_listed_with_its_english_and_marked_on_the_page(
    app: Flask, officer: StrictClient, client: StrictClient
) -> None:
    import_voxy(
        app, lambda text: text.replace('      question.say.text: "Co powinni', '      # "Co powinni', 1)
    )

    listed = officer.page(ADDRESS).text("details")
    preview = officer.page("/surveys/instruments/voxy/preview?language=pl")
    english = ["".join(one.itertext()) for one in preview.all("span") if one.get("lang") == "en"]

    assert listed == (
        "Still in English: 1 Texts without words in Polish Key in the file English "
        "question.say.text What do you want the people in charge to know?"
    )
    assert english == ["What do you want the people in charge to know?"]
    assert "Jeszcze nie przetłumaczone" in preview.text()
    assert "Jeszcze nie przetłumaczone" not in client.page("/s/voxy?language=pl").text()


def test_once_somebody_has_read_it_the_notice_goes(officer: StrictClient, client: StrictClient) -> None:
    assert NOTICE in client.page("/s/voxy?language=pl").text()

    done = confirm(officer, "pl")

    assert (done.status, done.response.headers["Location"]) == (303, ADDRESS)
    assert "Confirmed by Anna Nowak on " in officer.page(ADDRESS).text()
    assert NOTICE not in client.page("/s/voxy?language=pl").text()
    assert NOTICE in client.page("/s/voxy?language=ro").text()
    assert NOTICE in client.page("/s/be-supported?language=pl").text()
    assert NOTICE in client.page("/help-now?language=pl").text()


def test_it_can_be_taken_back(officer: StrictClient, client: StrictClient) -> None:
    confirm(officer, "pl")

    back = officer.submit(f"{ADDRESS}/pl/take-back", {}, on=ADDRESS)

    assert back.status_code == 303
    assert NOTICE in client.page("/s/voxy?language=pl").text()
    assert officer.post(f"{ADDRESS}/pl/take-back", data={}).status_code == 422


def test_other_words_have_to_be_read_anew(app: Flask, officer: StrictClient) -> None:
    confirm(officer, "pl")

    import_voxy(app, lambda text: text.replace("What should change?", "What should be different?", 1))

    assert "Draft: the words have changed since Anna Nowak read them." in officer.page(ADDRESS).text()


def test_words_that_changed_meanwhile_are_not_confirmed(app: Flask, officer: StrictClient) -> None:
    fields = officer.page(ADDRESS).hidden_fields(f"{ADDRESS}/pl/confirm") | {"pl-read_by": "Anna Nowak"}
    import_voxy(app, lambda text: text.replace("Co powinno się zmienić?", "Co ma się zmienić?", 1))

    page = Page(officer.post(f"{ADDRESS}/pl/confirm", data=fields))

    assert page.status == 422
    assert "The words have changed" in page.text()
    assert "Anna Nowak" in page.html
    assert "Confirmed by" not in officer.page(ADDRESS).text()


def test_nobody_named_is_nobody_who_read_it(officer: StrictClient) -> None:
    page = confirm(officer, "ar", read_by=" ")

    assert page.status == 422
    assert "Write who read it" in page.text()


def test_the_words_around_the_surveys_are_confirmed_apart(
    officer: StrictClient, client: StrictClient
) -> None:
    assert NOTICE in client.page("/help-now?language=ro").text()

    confirm(officer, "ro", at=PAGES, read_by="Ion Popescu")

    assert NOTICE not in client.page("/help-now?language=ro").text()
    assert NOTICE not in client.page("/nowhere?language=ro").text()
    assert NOTICE in client.page("/s/voxy?language=ro").text()


@pytest.mark.parametrize("address", [f"{ADDRESS}/en/confirm", f"{ADDRESS}/ur/confirm"])
def test_what_is_no_translation_cannot_be_confirmed(officer: StrictClient, address: str) -> None:
    assert officer.post(address, data={}).status_code == 404


def test_there_is_no_page_for_what_is_no_instrument(officer: StrictClient) -> None:
    assert officer.get("/surveys/instruments/nothing/translations").status_code == 404
