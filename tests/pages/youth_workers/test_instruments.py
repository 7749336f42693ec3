"""Definitions go out and come in as files on the instrument's pages."""

import io
from collections.abc import Callable

import pytest
from flask import Flask

from feedback_app.domain.waves.definitions import newest
from feedback_app.domain.waves.drafts import draft_of
from feedback_app.platform.database import reading
from feedback_app.platform.roles import Role
from surveys import instrument_text, load
from surveys.definition_files import read_definition
from tests.client import Page, StrictClient
from tests.surveys.workbooks import asking, workbook

VOXY = "/surveys/instruments/voxy"
IMPORT = "/surveys/instruments/import"
NEWER = (
    instrument_text("voxy")
    .replace("version: 1\n", "version: 2\n", 1)
    .replace("title: VOXY form", "title: VOXY", 1)
)


@pytest.fixture
def officer(sign_in: Callable[[Role], StrictClient]) -> StrictClient:
    """An engagement officer who is signed in."""
    return sign_in(Role.ENGAGEMENT_OFFICER)


def send(client: StrictClient, content: bytes, name: str, **typed: str) -> Page:
    """Choose a file on the page and send it."""
    fields = client.page(IMPORT).hidden_fields(None) | typed
    fields = {**fields, "file": (io.BytesIO(content), name)}  # type: ignore[dict-item]
    return Page(client.post(IMPORT, data=fields, content_type="multipart/form-data"))


def test_the_newest_definition_can_be_taken_along_in_both_kinds(officer: StrictClient) -> None:
    links = [link.get("href") for link in officer.page(VOXY).all("a")]
    for kind in ("yaml", "xlsx"):
        assert f"{VOXY}/definition.{kind}" in links

        answer = officer.get(f"{VOXY}/definition.{kind}")

        assert f"filename=voxy-1.{kind}" in answer.headers["Content-Disposition"]
        assert read_definition(answer.data, name=f"a.{kind}").survey == load(instrument_text("voxy"))


def test_a_file_that_went_out_comes_in_again(app: Flask, officer: StrictClient) -> None:
    answer = send(officer, NEWER.encode(), "voxy.yaml")

    assert answer.status == 303
    assert answer.response.headers["Location"] == VOXY
    with app.app_context():
        assert newest(reading(), "voxy").survey == load(NEWER)


def test_a_workbook_of_another_program_is_taken_in_and_says_what_is_held_otherwise(
    app: Flask, officer: StrictClient
) -> None:
    page = send(officer, workbook(), "club.xlsx")

    assert page.status == 200
    assert "“club_life” was taken in" in page.text()
    assert "row 2, column “type”: “start” is not taken" in page.text()
    assert "Do you like your club?" in officer.page("/surveys/instruments/club_life").text()


def test_flaws_are_told_by_row_and_nothing_is_taken_in(app: Flask, officer: StrictClient) -> None:
    page = send(officer, asking(("integer", "age", "How old are you?"), ("text", "", "Why?")), "form.xlsx")

    assert page.status == 422
    assert page.text("title").startswith("Error: Import a survey")
    assert "Sheet “survey”, row 2, column “type”" in page.text()
    assert "Sheet “survey”, row 3, column “name”" in page.text()
    assert officer.get("/surveys/instruments/form").status_code == 404


def test_what_is_to_be_mended_can_be_kept_as_a_draft(app: Flask, officer: StrictClient) -> None:
    flawed = NEWER.replace("        purpose: Brings the message to the people it is for.\n", "", 1)

    refused = send(officer, flawed.encode(), "voxy.yaml")
    assert refused.status == 422
    assert "Nothing says what it is asked for." in refused.text()
    kept = send(officer, flawed.encode(), "voxy.yaml", as_draft="y")

    assert kept.response.headers["Location"] == f"{VOXY}/draft"
    with app.app_context():
        assert draft_of(reading(), "voxy").survey.question("topic").purpose == ""
    again = send(officer, flawed.encode(), "voxy.yaml", as_draft="y")
    assert again.status == 422
    assert "There is a draft called “voxy” already." in again.text()


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "", "Choose a YAML file"),
        (b"\xff\xfe\x00", "a.yaml", "not a plain text file"),
        (b"slug: [", "a.yaml", "Line 1"),
        (b"PK\x03\x04nonsense", "a.xlsx", "damaged"),
        (
            instrument_text("voxy").replace("title: VOXY form", "title: VOXY", 1).encode(),
            "a.yaml",
            "Version 1 of “voxy” is here",
        ),
    ],
    ids=["nothing", "not text", "not YAML", "not a workbook", "version taken"],
)
def test_what_cannot_be_taken_in_is_told_in_words(
    officer: StrictClient, content: bytes, name: str, said: str
) -> None:
    page = send(officer, content, name)

    assert page.status == 422
    assert said in page.text()


def test_previews_stand_in_every_language(officer: StrictClient) -> None:
    addresses = [link.get("href", "") for link in officer.page(VOXY).all("a")]
    previews = [address for address in addresses if address.startswith(f"{VOXY}/preview")]

    assert f"{VOXY}/preview?language=pl" in previews
    assert officer.page(f"{VOXY}/preview?language=pl").all("html")[0].get("lang") == "pl"
    assert officer.page(f"{VOXY}/preview?language=ar").all("html")[0].get("dir") == "rtl"
