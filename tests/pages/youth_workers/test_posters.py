"""Posters on /surveys/<wave>/posters: a real PDF, whose code a camera reads and whose address counts for its place."""

import io
from collections.abc import Callable
from uuid import UUID

import pypdf
import pypdfium2
import pytest
import zxingcpp
from flask import Flask
from PIL.Image import Image

from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from surveys import instrument_text
from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, open_waves
from tests.factories.venues import counts_of, make_venue, venue_with_code

POINTS_A_MILLIMETRE = 72 / 25.4
SIZES = {"A4": (210, 297), "A3": (297, 420)}


@pytest.fixture
def officer(sign_in: Callable[[Role], StrictClient]) -> StrictClient:
    """An engagement officer who is signed in."""
    return sign_in(Role.ENGAGEMENT_OFFICER)


def place(app: Flask, name: str) -> UUID:
    with app.app_context(), transaction() as session:
        return make_venue(session, name)


def drawn(
    officer: StrictClient, wave_id: UUID, venues: list[UUID], size: str = "A4", *languages: str
) -> bytes:
    answer = officer.submit(
        f"/surveys/{wave_id}/posters",
        {"venues": [str(one) for one in venues], "languages": list(languages) or ["en"], "size": size},
    )
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    return answer.get_data()


def pictures(content: bytes) -> list[Image]:
    with pypdfium2.PdfDocument(content) as document:
        return [page.render(scale=2).to_pil() for page in document]


def seen_by_a_camera(content: bytes) -> list[str]:
    return [found.text for picture in pictures(content) for found in zxingcpp.read_barcodes(picture)]


def test_a_poster_is_one_page_with_its_words(app: Flask, officer: StrictClient) -> None:
    wave_id = open_waves(app)
    content = drawn(officer, wave_id, [place(app, "Rose Hill youth club")])

    [page] = pypdf.PdfReader(io.BytesIO(content)).pages
    words = " ".join(page.extract_text().split())
    for said in (
        "Tell us what you think",
        "The Children's Trust Board asks this.",
        "It takes about 4 minutes. You can skip any question.",
        "We don't want any names.",
        "Youth workers read what you write, but not straight away.",
        "Call 999",
        "Call 0800 1111",
        "Text SHOUT to 85258",
        "Be Supported",
        "Oxfordshire",
        "Rose Hill youth club",
        "/s/be-supported",
        "You can answer until",
        "Demonstration: nobody reads what you write here",
    ):
        assert said in words, said


@pytest.mark.parametrize("size", SIZES)
def test_the_paper_has_the_size_that_was_asked_for(app: Flask, officer: StrictClient, size: str) -> None:
    content = drawn(officer, open_waves(app), [place(app, "Library"), place(app, "Club")], size)

    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    millimetres = [
        (
            round(float(page.mediabox.width) / POINTS_A_MILLIMETRE),
            round(float(page.mediabox.height) / POINTS_A_MILLIMETRE),
        )
        for page in pages
    ]
    assert millimetres == [SIZES[size]] * 2


def test_the_pdf_is_tagged_with_title_and_language(app: Flask, officer: StrictClient) -> None:
    reader = pypdf.PdfReader(io.BytesIO(drawn(officer, open_waves(app), [place(app, "Library")])))

    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == "Posters for Be Supported, spring"


def test_a_camera_reads_each_places_own_address(app: Flask, officer: StrictClient) -> None:
    wave_id = open_waves(app)
    library, library_code = venue_with_code(app, wave_id, "Library")
    club, club_code = venue_with_code(app, wave_id, "Club")

    seen = seen_by_a_camera(drawn(officer, wave_id, [library, club]))

    base = app.extensions["settings"].base_url
    assert sorted(seen) == sorted(f"{base}{SURVEY}?at={code}" for code in (library_code, club_code))


def test_the_code_is_at_least_four_centimetres_wide(app: Flask, officer: StrictClient) -> None:
    [picture] = pictures(drawn(officer, open_waves(app), [place(app, "Library")]))
    [found] = zxingcpp.read_barcodes(picture)

    width = found.position.top_right.x - found.position.top_left.x
    assert width / 2 / POINTS_A_MILLIMETRE >= 40


def test_who_follows_the_poster_is_counted_for_its_place(
    app: Flask, officer: StrictClient, client: StrictClient
) -> None:
    wave_id, venue_id = open_waves(app), place(app, "Library")
    [address] = seen_by_a_camera(drawn(officer, wave_id, [venue_id]))

    opened = client.page(address.removeprefix(app.extensions["settings"].base_url))
    client.post(SURVEY, data=opened.hidden_fields(SURVEY))

    assert counts_of(app, venue_id) == [(1, 0)]


def test_a_poster_in_another_language_has_the_english_beside_it(app: Flask, officer: StrictClient) -> None:
    text = instrument_text("be-supported")
    wave_id = open_waves(app, definition=text.replace("languages: [en]", "languages: [en, pl]"))
    content = drawn(officer, wave_id, [place(app, "Library")], "A4", "pl")

    [page] = pypdf.PdfReader(io.BytesIO(content)).pages
    assert "Tell us what you think" in " ".join(page.extract_text().split())
    assert [address.partition("&")[2] for address in seen_by_a_camera(content)] == ["language=pl"]


def test_a_place_keeps_its_code_when_posters_are_printed_again(app: Flask, officer: StrictClient) -> None:
    wave_id, venue_id = open_waves(app), place(app, "Library")

    first, again = (seen_by_a_camera(drawn(officer, wave_id, [venue_id])) for _ in range(2))

    assert first == again


@pytest.mark.parametrize("missing", ["venues", "languages"])
def test_a_place_and_a_language_are_needed(app: Flask, officer: StrictClient, missing: str) -> None:
    wave_id, venue_id = open_waves(app), place(app, "Library")
    chosen = {"venues": [str(venue_id)], "languages": ["en"], "size": "A3"}
    del chosen[missing]

    page = Page(officer.submit(f"/surveys/{wave_id}/posters", chosen))

    assert page.status == 422
    assert "Choose at least one" in page.text()
    assert [one.get("value") for one in page.all("input") if one.get("checked") is not None][-1] == "A3"


def test_more_posters_than_anybody_waits_for_are_refused(app: Flask, officer: StrictClient) -> None:
    wave_id = open_waves(app)
    places = [str(place(app, f"Place {number}")) for number in range(61)]

    page = Page(
        officer.submit(f"/surveys/{wave_id}/posters", {"venues": places, "languages": ["en"], "size": "A4"})
    )

    assert page.status == 422
    assert "more than 60 posters" in page.text()


def test_without_a_place_the_page_leads_to_the_places(app: Flask, officer: StrictClient) -> None:
    assert "Add a place" in officer.page(f"/surveys/{open_waves(app)}/posters").text()


def test_small_counts_are_protected_on_the_page(
    app: Flask, officer: StrictClient, client: StrictClient
) -> None:
    wave_id = open_waves(app)
    _, code = venue_with_code(app, wave_id, "Library")
    for _ in range(3):
        client.post(SURVEY, data=client.page(f"{SURVEY}?at={code}").hidden_fields(SURVEY))

    assert "Nobody has answered yet." in officer.page(f"/surveys/{wave_id}/posters").text()


def test_a_hostile_name_stays_words(app: Flask, officer: StrictClient) -> None:
    wave_id = open_waves(app)
    name = "<img src=file:///etc/passwd> {{7*7}} \N{PILE OF POO}"

    content = drawn(officer, wave_id, [place(app, name)])

    words = " ".join(pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text().split())
    assert "<img src=file:///etc/passwd> {{7*7}}" in words
    assert "root:" not in words
