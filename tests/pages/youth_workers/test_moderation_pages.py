"""Moderation as a youth worker meets it."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import time_machine
from flask import Flask

from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.comments import make_comment, make_finding, make_response, make_wave, text_questions
from tests.factories.desk import quotes, send, state_of, store, text_of

SignIn = Callable[[Role], StrictClient]


def test_an_empty_queue_says_so(sign_in: SignIn) -> None:
    page = sign_in(Role.YOUTH_WORKER).page("/moderation")

    assert page.status == 200
    assert "Everything has been read" in page.text()


def test_the_list_leads_to_the_comment_and_its_question(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "nobody listens to us at school")
    client = sign_in(Role.YOUTH_WORKER)

    listed = client.page("/moderation")
    opened = client.page(f"/moderation/{comment_id}")

    assert f"/moderation/{comment_id}" in listed.html
    assert "nobody listens to us at school" in listed.text()
    assert "nobody listens to us at school" in opened.text()
    assert opened.text("h1") in opened.text("title")


def test_words_to_be_read_first_are_covered_and_the_reason_is_said(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), transaction() as session:
        comment_id = make_comment(session, "lol he only hits me on weekdays", read_first=True)
        make_finding(session, comment_id, read_first=True, kinds=["abuse"], because=["hits me"])

    page = sign_in(Role.YOUTH_WORKER).page(f"/moderation/{comment_id}")

    cover = next(one for one in page.all("details") if one.get("class") == "cover")
    assert "lol he only hits me on weekdays" in "".join(cover.itertext())
    assert "May be about abuse" in page.text()
    assert "“hits me”" in page.text()


def test_counting_only_goes_on_to_the_next_and_can_be_undone(app: Flask, sign_in: SignIn) -> None:
    first, second = store(app, "one"), store(app, "two")
    client = sign_in(Role.YOUTH_WORKER)

    answer = client.submit(
        f"/moderation/{first}/decide", {"decide-decision": "count_only"}, on=f"/moderation/{first}"
    )
    assert answer.status_code == 303
    assert answer.location == f"/moderation/{second}?done={first}"
    assert state_of(app, first) == "count_only"

    after = client.page(answer.location)
    assert "Counted only." in after.text()
    undone = client.post(f"/moderation/{first}/undo", data=after.hidden_fields(f"/moderation/{first}/undo"))

    assert undone.location == f"/moderation/{first}"
    assert state_of(app, first) == "unread"


def test_a_quote_takes_two_people_and_a_click_each(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "the wellbeing room helps")
    first, second = sign_in(Role.YOUTH_WORKER), sign_in(Role.YOUTH_WORKER)

    send(first, comment_id, "decide", {"decide-decision": "quote"})
    own_list = first.page("/moderation?state=second_person")
    other_list = second.page("/moderation?state=second_person")
    fields = other_list.hidden_fields(f"/moderation/{comment_id}/publish?state=second_person")
    second.post(f"/moderation/{comment_id}/publish", data=fields | {"second-decision": "confirm"})

    assert "Somebody else confirms it" in own_list.text()
    assert state_of(app, comment_id) == "quote_confirmed"
    assert quotes(app, comment_id) == ["the wellbeing room helps"]


def test_the_same_person_is_refused_even_by_direct_post(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "the wellbeing room helps")
    client, other = sign_in(Role.YOUTH_WORKER), sign_in(Role.YOUTH_WORKER)
    send(client, comment_id, "decide", {"decide-decision": "quote"})
    seen = other.page(f"/moderation/{comment_id}").hidden_fields(f"/moderation/{comment_id}/publish")
    token = client.page(f"/moderation/{comment_id}").hidden_fields(f"/moderation/{comment_id}/decide")

    answer = client.post(
        f"/moderation/{comment_id}/publish",
        data={
            "second-seen": seen["second-seen"],
            "second-csrf_token": token["decide-csrf_token"],
            "second-decision": "confirm",
        },
    )

    assert answer.status_code == 403
    assert state_of(app, comment_id) == "quote_proposed"


def test_holding_without_a_reason_is_asked_again(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "hm")
    client = sign_in(Role.YOUTH_WORKER)

    page = send(client, comment_id, "decide", {"decide-decision": "hold"})

    assert page.status == 422
    assert page.text("title").startswith("Error: ")
    assert "Choose why." in page.text()
    assert state_of(app, comment_id) == "unread"


def test_what_may_not_be_quoted_offers_no_quote(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "please keep this to yourselves", may_quote=False)
    client = sign_in(Role.YOUTH_WORKER)

    page = client.page(f"/moderation/{comment_id}")
    refused = send(client, comment_id, "decide", {"decide-decision": "quote"})

    assert 'value="quote"' not in page.html
    assert refused.status == 403
    assert state_of(app, comment_id) == "unread"


def test_words_are_taken_out_by_selection_suggestion_and_typing(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), transaction() as session:
        comment_id = make_comment(session, "Kez said Miss Patel at Larkmead is kind")
        make_finding(session, comment_id, personal=[{"start": 9, "end": 19, "kind": "name"}])
    client = sign_in(Role.YOUTH_WORKER)

    page = send(
        client,
        comment_id,
        "redact",
        {"redact-spans": "0-3", "redact-suggested": "9-19", "redact-words": "larkmead"},
    )

    assert page.status == 303
    assert text_of(app, comment_id) == "[removed] said [removed] at [removed] is kind"
    after = client.page(f"/moderation/{comment_id}")
    assert all(word not in after.html for word in ("Kez", "Patel", "Larkmead"))


def test_a_page_that_is_out_of_date_changes_nothing(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "Kez is kind")
    slow, quick = sign_in(Role.YOUTH_WORKER), sign_in(Role.YOUTH_WORKER)
    fields = slow.page(f"/moderation/{comment_id}").hidden_fields(f"/moderation/{comment_id}/redact")
    send(quick, comment_id, "redact", {"redact-words": "Kez"})

    answer = slow.post(f"/moderation/{comment_id}/redact", data=fields | {"redact-spans": "0-3"})

    assert answer.status_code == 409
    assert text_of(app, comment_id) == "[removed] is kind"


def test_odd_offsets_are_refused_in_words(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "short")
    client = sign_in(Role.YOUTH_WORKER)

    for odd in ("a-b", "3", "-1-2", "2-1", "0-9999", "1-1", "999999999999999999999-2"):
        page = send(client, comment_id, "redact", {"redact-spans": odd})

        assert page.status == 422, odd
    assert text_of(app, comment_id) == "short"


def test_the_other_texts_of_the_same_response_stand_beside_it(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), transaction() as session:
        response_id = make_response(session, make_wave(session))
        first, second = text_questions()[:2]
        comment_id = make_comment(session, "everything is fine", response_id=response_id, field=first)
        make_comment(
            session, "except when he comes home", response_id=response_id, field=second, question_code=second
        )

    page = sign_in(Role.YOUTH_WORKER).page(f"/moderation/{comment_id}")

    assert "except when he comes home" in page.text()


def test_hostile_words_are_shown_as_they_were_written(app: Flask, sign_in: SignIn) -> None:
    client = sign_in(Role.YOUTH_WORKER)
    for text in (
        "<script>alert(1)</script><img/src=x/onerror=alert(1)>",
        "{{7*7}} ${7*7} #{7*7} %s {0}",
        "\u202eevil\u202c \u2066left\u2069",
        "a" * 20_000,
        '=HYPERLINK("http://x","y")',
        "</textarea></form><form action=/x>",
        "😀 Kez 👩‍👩‍👧 ok",
        "\ufffd lone",
    ):
        comment_id = store(app, text)

        page = client.page(f"/moderation/{comment_id}")

        shown = next(one for one in page.all("p") if one.get("data-words") is not None)
        assert "".join(shown.itertext()) == text
        assert client.get("/moderation?state=all").status_code == 200


def test_filters_narrow_the_list_and_never_by_words(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), transaction() as session:
        wave_id, other = make_wave(session), make_wave(session, title="Another")
        mine = make_comment(session, "in this wave", response_id=make_response(session, wave_id))
        make_finding(session, mine, themes={"supported.listened": ["wave"]})
        make_comment(session, "elsewhere", response_id=make_response(session, other), read_first=None)
    client = sign_in(Role.YOUTH_WORKER)

    for query in (f"wave={wave_id}", "theme=supported.listened"):
        page = client.page(f"/moderation?{query}")
        assert "in this wave" in page.text()
        assert "elsewhere" not in page.text()
    first = client.page("/moderation?read_first=y")
    nothing = client.page("/moderation?question=nothing&wave=odd&theme=odd&state=odd&page=0")

    assert "elsewhere" in first.text()
    assert "in this wave" not in first.text()
    assert "Nothing here with this filter" in nothing.text()


def test_a_long_queue_comes_in_pages(app: Flask, sign_in: SignIn) -> None:
    with app.app_context(), transaction() as session:
        wave_id = make_wave(session)
        for number in range(30):
            make_comment(session, f"comment {number:02}", response_id=make_response(session, wave_id))
    client = sign_in(Role.SAFEGUARDING_LEAD)

    pages = [client.page("/moderation").text(), client.page("/moderation?page=2").text()]

    found = [f"comment {number:02}" for number in range(30)]
    assert sum(one in pages[0] for one in found) == 25
    assert all(one in pages[0] or one in pages[1] for one in found)


def test_nobody_but_moderators_gets_in(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "words that must not leave")
    for role in (Role.ENGAGEMENT_OFFICER, Role.BOARD_OFFICER, Role.BOARD_MEMBER, Role.ADMINISTRATOR):
        client = sign_in(role)
        for address in ("/moderation", f"/moderation/{comment_id}"):
            page = client.page(address)

            assert page.status == 403
            assert "words that must not leave" not in page.html


def test_each_problem_stands_at_its_own_field(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "The wellbeing room helps", read_first=True)
    client = sign_in(Role.YOUTH_WORKER)

    fields = {"decide-decision": "quote", "decide-words": "The wellbeing room helps"}
    not_cleared = send(client, comment_id, "decide", fields)
    not_hers = send(
        client, comment_id, "decide", fields | {"decide-words": "not hers", "decide-cleared": "y"}
    )

    assert 'href="#decide-cleared"' in not_cleared.html
    assert 'href="#decide-words"' in not_hers.html
    assert "not hers" in not_hers.html


def test_a_missing_token_changes_nothing_and_keeps_what_was_typed(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "hm")
    client = sign_in(Role.YOUTH_WORKER)

    for form, fields in (
        ("decide", {"decide-decision": "spam"}),
        ("escalate", {"escalate-kinds": ["abuse"], "escalate-reason": "typed with care"}),
        ("redact", {"redact-words": "hm"}),
    ):
        page = Page(client.post(f"/moderation/{comment_id}/{form}", data=fields))

        assert page.status == 422
        assert "The page was open too long" in page.text()
        assert "CSRF" not in page.text()
        assert "typed with care" in page.html or form != "escalate"
    assert client.post(f"/moderation/{comment_id}/undo", data={}).status_code == 422
    assert (state_of(app, comment_id), text_of(app, comment_id)) == ("unread", "hm")


@pytest.mark.parametrize(
    ("moment", "said"),
    [("2026-03-03 10:00", False), ("2026-03-03 20:00", True), ("2026-03-07 10:00", True)],
)
def test_outside_office_hours_the_page_says_when_somebody_looks(
    app: Flask, sign_in: SignIn, moment: str, said: bool
) -> None:
    with time_machine.travel(datetime.fromisoformat(moment).replace(tzinfo=UTC), tick=False):
        comment_id = store(app, "he hits me")
        page = sign_in(Role.YOUTH_WORKER).page(f"/moderation/{comment_id}")

    assert ("The offices are closed now" in page.text()) is said
    assert "ring 999 first" in page.text()
