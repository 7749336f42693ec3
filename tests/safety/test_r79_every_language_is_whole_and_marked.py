"""SAFETY R-79: Polish, Portuguese, Romanian and Arabic are whole; what no person has checked says so; numbers stay."""

import pytest
from flask import Flask

from surveys import INSTRUMENTS, check, instrument_text, keyed_words, load, missing_words, words_in
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, VOXY, form, open_waves, send

LANGUAGES = {"pl": "ltr", "pt": "ltr", "ro": "ltr", "ar": "rtl"}
PAGES = (
    "/",
    SURVEY,
    VOXY,
    f"{SURVEY}/sent",
    "/r",
    "/help-now",
    "/contact-me",
    "/contact-me/sent",
    "/privacy",
    "/accessibility",
    "/parents-and-schools",
    "/you-said",
    "/reports",
    "/nowhere",
)
NOTICE = "A computer made this translation. Nobody has checked it yet."
#: Numbers, and the names people know them by.
NUMBERS = ("999", "0800 1111", "85258", "SHOUT", "Childline")


def english_pieces(page: Page) -> str:
    """All that the page marks as English, spaces folded."""
    marked = [one for one in page.tree.iter() if one.get("lang") == "en"]
    return " ".join(" ".join("".join(one.itertext()).split()) for one in marked)


@pytest.mark.parametrize("slug", INSTRUMENTS)
def test_every_text_of_an_instrument_has_words_in_every_language(slug: str) -> None:
    survey = load(instrument_text(slug))

    assert set(LANGUAGES) < set(survey.languages)
    assert {language: missing_words(survey, language) for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, ()
    )
    assert check(survey) == ()


@pytest.mark.parametrize("slug", INSTRUMENTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_telephone_numbers_stay_in_an_instrument(slug: str, language: str) -> None:
    for words in keyed_words(load(instrument_text(slug))).values():
        english, said = words_in(words, "en"), words_in(words, language)
        assert [one for one in NUMBERS if one in english] == [one for one in NUMBERS if one in said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_says_its_language_its_direction_and_that_nobody_checked_it(
    app: Flask, client: StrictClient, language: str
) -> None:
    open_waves(app)
    for address in PAGES:
        page = client.page(f"{address}?language={language}")

        assert (page.tree.get("lang"), page.tree.get("dir")) == (language, LANGUAGES[language]), address
        assert NOTICE in english_pieces(page), address
        assert "?language=en" in {a.get("href") for a in page.all("a")}, address


def test_the_english_pages_have_nothing_to_say_of_that(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    for address in PAGES:
        page = client.page(address)

        assert (page.tree.get("lang"), page.tree.get("dir")) == ("en-GB", "ltr"), address
        assert NOTICE not in page.text(), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_has_the_same_numbers_in_every_language(client: StrictClient, language: str) -> None:
    page = client.page(f"/help-now?language={language}")

    ways = {"tel:999", "tel:08001111", "sms:85258?body=SHOUT", "tel:116123", "tel:111", "tel:03450507666"}
    assert ways <= {a.get("href") for a in page.all("a")}
    for one in ("999", "0800 1111", "85258", "116 123"):
        assert one in page.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_stays_when_something_has_to_be_put_right_and_after_sending(
    app: Flask, client: StrictClient, language: str
) -> None:
    open_waves(app)
    address = f"{SURVEY}?language={language}"
    fields = client.page(address).hidden_fields(address)

    wrong = send(client, fields | {"good": "x" * 2000}, address)
    assert (wrong.status, wrong.tree.get("lang")) == (422, language)
    assert wrong.hidden_fields(address)["submission_id"] == fields["submission_id"]

    sent = client.post(address, data=fields | {"good": "ok"})
    assert sent.headers["Location"] == f"{SURVEY}/sent?language={language}"
    assert client.page(sent.headers["Location"]).tree.get("lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_that_was_picked_once_goes_with_her(
    app: Flask, client: StrictClient, language: str
) -> None:
    open_waves(app)
    client.page(f"/?language={language}")

    assert {client.page(address).tree.get("lang") for address in PAGES} == {language}
    assert {client.page(f"{address}?language=en").tree.get("lang") for address in PAGES} == {"en-GB"}
    assert client.page(SURVEY).tree.get("lang") == "en-GB"


def test_a_survey_opened_before_there_were_translations_stays_in_english(
    app: Flask, client: StrictClient
) -> None:
    before = instrument_text("be-supported").partition("\ntranslations:")[0]
    open_waves(app, definition=before)

    page = client.page(f"{SURVEY}?language=pl")

    assert page.tree.get("lang") == "en-GB"
    assert send(client, form(client)).status == 303
