"""A survey on paper: printed from any definition, and typed in on one page by the numbers printed beside the boxes."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pypdf
import pytest
from flask import Flask
from sqlalchemy import select

from feedback_app.domain.paper.models import PaperEntry
from feedback_app.domain.responses.models import Comment
from feedback_app.platform import clock
from feedback_app.platform.database import reading
from feedback_app.platform.roles import Role
from surveys import instrument_text, load
from tests.client import Page, StrictClient
from tests.factories.answering import comments, open_waves, responses
from tests.factories.people import sign_in_as

TYPED = {"a-know_who": "2", "a-who_would": "3 11", "a-who_would__something_else": "My nan"}
CHOSEN = {"know_who": ["agree"], "who_would": ["friend", "something_else"]}


@pytest.fixture
def officer(sign_in: Callable[[Role], StrictClient]) -> StrictClient:
    """An engagement officer who is signed in."""
    return sign_in(Role.ENGAGEMENT_OFFICER)


@pytest.fixture
def worker(sign_in: Callable[[Role], StrictClient]) -> StrictClient:
    """A youth worker who is signed in."""
    return sign_in(Role.YOUTH_WORKER)


def type_form(client: StrictClient, wave_id: UUID, typed: dict[str, str], number: str = "12") -> Page:
    """Open the page, type, save; the page that comes in the end."""
    address = f"/surveys/{wave_id}/paper/enter"
    return Page(
        client.submit(
            address, {"number": number, "language": "en", **typed}, on=address, follow_redirects=True
        )
    )


def printed(client: StrictClient, address: str) -> pypdf.PdfReader:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    return pypdf.PdfReader(io.BytesIO(answer.get_data()))


def words_of(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("slug", ["be-supported", "voxy"])
def test_the_printed_form_holds_every_question_with_its_key_numbers(
    app: Flask, officer: StrictClient, slug: str
) -> None:
    wave_id = open_waves(app, slug=slug, definition=instrument_text(slug), closes_at=None)
    reader = printed(officer, f"/surveys/{wave_id}/paper/form.pdf")

    words = words_of(reader)
    for question in load(instrument_text(slug)).questions:
        if question.role is None:
            assert question.text["en"] in words, question.code
            for key, option in enumerate(question.options, start=1):
                said = re.escape(option.text["en"])
                assert re.search(rf"\b{key} ?{said}|{said} ?{key}\b", words), option.code


def test_the_promise_comes_first_and_what_happens_with_the_paper_last(
    app: Flask, officer: StrictClient
) -> None:
    reader = printed(officer, f"/surveys/{open_waves(app)}/paper/form.pdf")

    first, last = (" ".join(page.extract_text().split()) for page in (reader.pages[0], reader.pages[-1]))
    assert first.index("We can't tell who you are.") < first.index("I know who to talk to")
    assert "Then we must tell people whose job is to keep you safe." in first
    assert "Form number" in first
    assert "put it in the envelope" in last
    assert "Call 0800 1111" in last


def test_the_printed_form_says_what_to_skip_and_asks_for_no_receipt(
    app: Flask, officer: StrictClient
) -> None:
    words = words_of(printed(officer, f"/surveys/{open_waves(app)}/paper/form.pdf"))

    assert "Answer this if you chose “Nobody” in question 4." in words
    assert "Answer this if you wrote something in question 11 or 12." in words
    assert "secret code" not in words


def test_the_printed_form_is_tagged_a4_and_never_under_twelve_points(
    app: Flask, officer: StrictClient
) -> None:
    reader = printed(officer, f"/surveys/{open_waves(app)}/paper/form.pdf")

    small: set[str] = set()

    def note(text: str, page: list[float], line: list[float], _: object, size: float) -> None:
        if text.strip() and size * abs(page[3] * line[3]) < 11.9:
            small.add(re.sub(r"\d+ / \d+", "page", text.strip()))

    for page in reader.pages:
        page.extract_text(visitor_text=note)
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert str(reader.root_object["/Lang"]).startswith("en")
    assert small == {"Form number ____________", "Be Supported survey", "page"}


def test_the_form_is_printed_in_each_language(app: Flask, officer: StrictClient) -> None:
    wave_id = open_waves(app)

    page = officer.page(f"/surveys/{wave_id}/paper")

    addresses = [link.get("href", "") for link in page.all("a") if "form.pdf" in link.get("href", "")]
    languages = [str(printed(officer, address).root_object["/Lang"])[:2] for address in addresses]
    assert languages == list(load(instrument_text("be-supported")).languages)
    assert "pl" in languages


def test_a_form_typed_twice_is_stored_and_typed_once_is_not(
    app: Flask, officer: StrictClient, worker: StrictClient
) -> None:
    wave_id = open_waves(app)

    first = type_form(officer, wave_id, TYPED)
    assert "Form 12 is typed once." in first.text()
    assert "in the queue now" in first.text()
    assert comments(app) == {"who_would__something_else": "My nan"}

    second = type_form(worker, wave_id, TYPED)
    assert "Form 12 is stored. Shred the paper." in second.text()
    assert responses(app) == [CHOSEN]


def test_the_second_typing_sees_nothing_of_the_first(
    app: Flask, officer: StrictClient, worker: StrictClient
) -> None:
    wave_id = open_waves(app)
    type_form(officer, wave_id, TYPED)

    for address in (f"/surveys/{wave_id}/paper", f"/surveys/{wave_id}/paper/enter"):
        page = worker.page(address)
        assert "My nan" not in page.html
        assert [field.get("value") for field in page.all("input") if field.get("name") == "a-know_who"] in (
            [],
            [""],
        )


def test_what_cannot_be_read_is_said_with_everything_kept(app: Flask, officer: StrictClient) -> None:
    wave_id = open_waves(app)

    page = type_form(officer, wave_id, {**TYPED, "a-know_who": "9", "a-good": "Kept words"}, number="")

    assert page.status == 422
    assert "Type the number that stands on the paper." in page.text()
    assert "Question 1: Choose from the answers shown here." in page.text()
    assert {field.get("name"): field.get("value") for field in page.all("input")}["a-know_who"] == "9"
    assert "Kept words" in [(field.text or "").strip() for field in page.all("textarea")]
    with app.app_context():
        assert reading().scalars(select(PaperEntry)).all() == []


def test_an_answer_that_others_hide_is_dropped(app: Flask, officer: StrictClient) -> None:
    wave_id = open_waves(app)
    typed = {"a-who_would": "3", "a-nobody_why": "1 2"}

    for _ in range(2):
        type_form(officer, wave_id, typed)

    assert responses(app) == [{"who_would": ["friend"]}]


def test_two_typings_that_differ_are_settled_with_the_paper_in_hand(
    app: Flask, officer: StrictClient, worker: StrictClient
) -> None:
    wave_id = open_waves(app)
    type_form(worker, wave_id, {**TYPED, "a-good": "Warm", "a-age": "3"})

    page = type_form(officer, wave_id, {**TYPED, "a-good": "Warn", "a-age": "4"})
    assert "differ in 2 places" in page.text()
    assert "13–14" in page.text()
    assert "15–16" in page.text()
    assert "1. I know who" not in page.text()
    address = next(form.get("action", "") for form in page.all("form") if "/settle" in form.get("action", ""))

    unsettled = Page(officer.submit(address, {"pick-age": "first"}, on=address))
    assert unsettled.status == 422
    assert "Choose what stands on the paper." in unsettled.text()

    done = officer.submit(
        address,
        {"pick-age": "other", "other-age": "5", "pick-good": "first"},
        on=address,
        follow_redirects=True,
    )
    assert "Form 12 is stored." in Page(done).text()
    assert responses(app) == [{**CHOSEN, "age": ["17_18"]}]
    assert comments(app) == {"who_would__something_else": "My nan", "good": "Warm"}


def test_what_is_settled_is_judged_too(app: Flask, officer: StrictClient) -> None:
    wave_id = open_waves(app)
    type_form(officer, wave_id, {"a-age": "3"})
    page = type_form(officer, wave_id, {"a-age": "4"})
    address = next(form.get("action", "") for form in page.all("form") if "/settle" in form.get("action", ""))

    wrong = Page(officer.submit(address, {"pick-age": "other", "other-age": "99"}, on=address))

    assert wrong.status == 422
    assert "Choose from the answers shown here." in wrong.text()
    assert [one.get("value") for one in wrong.all("input") if one.get("name") == "other-age"] == ["99"]
    assert responses(app) == []


def test_an_officer_reads_no_words_of_a_form_that_others_typed(
    app: Flask, officer: StrictClient, worker: StrictClient
) -> None:
    wave_id = open_waves(app)
    type_form(worker, wave_id, {"a-good": "A secret"})
    page = type_form(worker, wave_id, {"a-good": "A secrets"})
    address = next(form.get("action", "") for form in page.all("form") if "/settle" in form.get("action", ""))

    refused = officer.get(address)

    assert refused.status_code == 403
    assert "secret" not in refused.get_data(as_text=True)
    assert sign_in_as(app, Role.YOUTH_WORKER).get(address).status_code == 200


def test_forms_that_wait_are_listed_found_and_removed(app: Flask, officer: StrictClient) -> None:
    wave_id = open_waves(app)
    for number in ("7", "8", "10"):
        type_form(officer, wave_id, {"a-good": f"Words of {number}"}, number=number)
    address = f"/surveys/{wave_id}/paper"

    page = officer.page(address)
    assert [heading.text for heading in page.all("h3")] == ["Form 7", "Form 8", "Form 10"]
    assert "3 forms are not stored yet" in page.text()
    assert "Words of" not in page.html
    assert [one.text for one in officer.page(f"{address}?words=10").all("h3")] == ["Form 10"]
    assert "No such form" in officer.page(f"{address}?words=%25").text()

    remove = next(link.get("href", "") for link in page.all("a") if "/remove" in link.get("href", ""))
    officer.submit(remove, {}, on=remove)
    assert [one.text for one in officer.page(address).all("h3")] == ["Form 8", "Form 10"]
    with app.app_context():
        assert len(reading().scalars(select(Comment)).all()) == 3


def test_a_number_that_is_stored_is_refused_kindly(app: Flask, officer: StrictClient) -> None:
    wave_id = open_waves(app)
    for _ in range(2):
        type_form(officer, wave_id, TYPED, number="a-3")

    page = type_form(officer, wave_id, {"a-know_who": "1"}, number=" A-3 ")

    assert page.status == 422
    assert "Form A-3 is stored already." in page.text()
    assert responses(app) == [CHOSEN]


def test_paper_comes_late_for_fourteen_days(app: Flask, officer: StrictClient) -> None:
    now = clock.now()
    late = open_waves(app, opens_at=now - timedelta(days=60), closes_at=now - timedelta(days=13))

    assert "Form 12 is typed once." in type_form(officer, late, TYPED).text()
    assert "14 days after the end" in officer.page(f"/surveys/{late}/paper").text()


def test_after_that_no_form_is_taken(app: Flask, officer: StrictClient) -> None:
    now = clock.now()
    over = open_waves(app, opens_at=now - timedelta(days=60), closes_at=now - timedelta(days=15))

    page = type_form(officer, over, TYPED)

    assert page.status == 409
    assert "more than 14 days ago" in page.text()
    assert "paper/enter" not in officer.page(f"/surveys/{over}/paper").html


def test_a_youth_worker_finds_the_waves_that_take_paper(app: Flask, worker: StrictClient) -> None:
    wave_id = open_waves(app)
    type_form(worker, wave_id, TYPED)

    page = worker.page("/surveys/paper")

    assert f"/surveys/{wave_id}/paper" in page.html
    assert "1 typed once, 0 to settle" in page.text()
    assert (
        "Paper forms" in worker.page("/moderation").text("nav")
        or "Paper forms" in worker.page("/moderation").text()
    )


def test_the_page_says_whom_to_tell_of_a_worry(app: Flask, officer: StrictClient) -> None:
    sign_in_as(app, Role.SAFEGUARDING_LEAD)

    page = officer.page(f"/surveys/{open_waves(app)}/paper/enter")

    assert "tell the safeguarding lead now: A safeguarding lead" in page.text()
    assert "mailto:" in page.html


@pytest.mark.parametrize("number", ["<b>", "a" * 21, "-1", "1 2", "\N{ARABIC-INDIC DIGIT ONE}"])
def test_an_odd_number_is_refused(app: Flask, officer: StrictClient, number: str) -> None:
    page = type_form(officer, open_waves(app), TYPED, number=number)

    assert page.status == 422
    assert "up to 20 letters, digits and dashes" in page.text()


def test_an_odd_address_says_nothing_odd(app: Flask, officer: StrictClient) -> None:
    address = f"/surveys/{open_waves(app)}/paper/enter"

    page = officer.page(address, query_string={"done": "stored", "number": "<script>alert(1)"})

    assert "is stored" not in page.text()
    assert "alert(1)" not in page.html
