"""Behind the code: replies are read and answered, and one can see what one sent."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from feedback_app.domain.replies.rules import MOST_A_DAY
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.platform import clock
from feedback_app.platform.database import transaction
from feedback_app.young_people import receipt_visit
from tests.client import Page, StrictClient
from tests.factories.answering import open_waves
from tests.factories.receipts import comment_texts, enter, press, reply_to_all, send_for_code, visit_of


def told(app: Flask, client: StrictClient, **fields: object) -> tuple[str, Page]:
    """Somebody whom a youth worker wrote back to; the code, and the page behind it."""
    open_waves(app)
    code = send_for_code(app, client, **({"good": "The drop-in is warm"} | fields))
    reply_to_all(app, "Thank you.\nWe told the club.")
    return code, enter(client, code)


def turns(page: Page) -> list[str]:
    return [
        " ".join("".join(one.itertext()).split())
        for one in page.all("li")
        if "talk__turn" in (one.get("class") or "")
    ]


def box(page: Page) -> str:
    (found,) = [one for one in page.all("textarea") if one.get("name") == "answer"]
    return "".join(found.itertext())


def test_until_somebody_writes_it_says_how_long_that_can_take(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    page = enter(client, send_for_code(app, client, good="Warm"))

    assert "Nobody has written back yet" in page.text()
    assert "That can take a few weeks." in page.text()
    assert page.all("textarea") == []


def test_who_wrote_nothing_is_told_why_nobody_writes(app: Flask, client: StrictClient) -> None:
    open_waves(app)

    assert "You ticked answers and wrote no words." in enter(client, send_for_code(app, client)).text()


def test_a_reply_is_read_with_its_day_and_its_writers_role(app: Flask, client: StrictClient) -> None:
    _, page = told(app, client)
    today = clock.today()

    assert turns(page) == [f"A youth worker {today.day} {today:%B %Y} Thank you. We told the club."]


def test_an_answer_is_taken_and_its_words_are_not_shown_again(app: Flask, client: StrictClient) -> None:
    code, page = told(app, client)

    after = press(client, page, "answer", answer="That is kind")

    assert after.status == 200
    assert "We have your answer." in after.text()
    assert [one.split()[0:2] for one in turns(after)] == [["You", "answered"], ["A", "youth"]]
    assert "Nobody has read it yet." in after.text()
    assert "That is kind" not in after.text() + enter(client, code).text()
    assert comment_texts(app) == ["That is kind", "The drop-in is warm"]


def test_pressing_twice_sends_one_answer(app: Flask, client: StrictClient) -> None:
    _, page = told(app, client)

    pages = [press(client, page, "answer", answer="Once") for _ in range(3)]

    assert {one.status for one in pages} == {200}
    assert comment_texts(app).count("Once") == 1


def test_whatever_was_decided_about_her_answer_reads_alike(app: Flask, client: StrictClient) -> None:
    code, page = told(app, client)
    press(client, page, "answer", answer="He hits me")

    seen = set()
    for state in (CommentState.HELD, CommentState.COUNT_ONLY, CommentState.ESCALATED, CommentState.SPAM):
        with app.app_context(), transaction() as session:
            session.execute(update(Comment).values(state=state))
        seen.add("|".join(turns(enter(client, code))))

    assert len(seen) == 1
    assert "A youth worker has read it." in seen.pop()


@pytest.mark.parametrize("typed", ["", " \n ", "x" * 1001])
def test_an_answer_that_cannot_be_taken_is_given_back(app: Flask, client: StrictClient, typed: str) -> None:
    _, page = told(app, client)

    again = press(client, page, "answer", answer=typed)

    assert again.status == 422
    assert again.text("title").startswith("Error:")
    assert box(again).strip() == typed.strip()
    assert comment_texts(app) == ["The drop-in is warm"]


def test_too_many_a_day_are_kept_for_tomorrow(app: Flask, client: StrictClient) -> None:
    _, page = told(app, client)
    for number in range(MOST_A_DAY):
        page = press(client, page, "answer", answer=f"Number {number}")

    again = press(client, page, "answer", answer="One more")

    assert again.status == 409
    assert box(again) == "One more"
    assert "You have sent a lot today." in again.text()


def test_the_box_says_what_must_be_known_before_typing(app: Flask, client: StrictClient) -> None:
    _, page = told(app, client)
    (area,) = page.all("textarea")
    beside = {one.get("id"): " ".join("".join(one.itertext()).split()) for one in page.all("p")}

    said = beside[area.get("aria-describedby")]

    for sentence in (
        "Don't write names.",
        "A youth worker reads this, but not straight away.",
        "Then we must tell people whose job is to keep you safe.",
        "Call 999.",
    ):
        assert sentence in said


def test_after_an_hour_the_code_is_asked_for_again_and_the_words_are_kept(
    app: Flask, client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, page = told(app, client)
    late = clock.now() + receipt_visit.LASTS + timedelta(minutes=1)
    monkeypatch.setattr(clock, "now", lambda: late)

    asked = press(client, page, "answer", answer="Do not lose me")
    assert asked.status == 422
    assert "we ask for your five words again" in asked.text()
    kept = next(one.get("value") or "" for one in asked.all("input") if one.get("name") == "kept")
    wrong = enter(client, "apple apple apple apple apple", kept=kept)
    again = enter(client, code, kept=kept)

    assert "Do not lose me" in wrong.html
    assert box(again) == "Do not lose me"
    assert press(client, again, "answer", answer=box(again)).status == 200
    assert "Do not lose me" in comment_texts(app)


@pytest.mark.parametrize("visit", ["", "x", "nonsense" * 10, "é", "AAAA"])
@pytest.mark.parametrize("do", ["answer", "copy", "ask", "take-back", "look"])
def test_a_broken_visit_asks_for_the_code(app: Flask, client: StrictClient, visit: str, do: str) -> None:
    open_waves(app)
    page = Page(client.post("/r", data={"visit": visit, "do": do, "answer": "words"}))

    assert page.status == 422
    assert "we ask for your five words again" in page.text()


def test_the_page_bears_neither_code_nor_id_and_sets_no_cookie(app: Flask, client: StrictClient) -> None:
    code, _ = told(app, client)
    with app.app_context(), transaction() as session:
        response_id = session.query(Comment.response_id).limit(1).scalar()

    answer = client.post("/r", data={"code": code})

    assert "Set-Cookie" not in answer.headers
    html = answer.get_data(as_text=True)
    assert code not in html
    assert str(response_id) not in html
    assert response_id.hex not in html
    assert answer.headers["Cache-Control"] == "no-store"


def test_no_two_visits_look_alike(app: Flask, client: StrictClient) -> None:
    code, page = told(app, client)

    assert visit_of(page) != visit_of(enter(client, code))


def test_what_she_sent_is_shown_only_when_she_asks(app: Flask, client: StrictClient) -> None:
    code, page = told(app, client, know_who="agree")
    press(client, page, "answer", answer="Thank you too")
    assert "The drop-in is warm" not in page.text()

    copy = press(client, page, "copy")

    assert copy.text("h1") == "What you sent"
    for words in (
        "I know who to talk to when I need support.",
        "Agree",
        "The drop-in is warm",
        "Thank you too",
    ):
        assert words in copy.text()
    assert press(client, copy, "look").text("h1") == "We know your code"
    assert copy.html.count(code) == 0
