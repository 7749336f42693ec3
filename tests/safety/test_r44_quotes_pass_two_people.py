"""SAFETY R-44: a quote has her yes, two people, two sentences, and never comes from what is escalated or held."""

from collections.abc import Callable

import pytest
from flask import Flask

from feedback_app.platform.roles import Role
from tests.client import StrictClient
from tests.factories.desk import confirm, decide, quotes, send, state_of, store

SignIn = Callable[[Role], StrictClient]
WORDS = "The wellbeing room helps. I go there on Mondays."


def test_only_what_two_people_passed_is_out(app: Flask, sign_in: SignIn) -> None:
    first, second = sign_in(Role.YOUTH_WORKER), sign_in(Role.SAFEGUARDING_LEAD)
    both, one, none = (store(app, WORDS) for _ in range(3))
    decide(first, both, "quote")
    decide(first, one, "quote")

    assert confirm(second, both).status == 303

    assert (quotes(app, both), quotes(app, one), quotes(app, none)) == ([WORDS], [], [])


def test_without_her_yes_nothing_is_quoted(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, WORDS, may_quote=False)

    refused = decide(sign_in(Role.YOUTH_WORKER), comment_id, "quote")

    assert refused.status == 403
    assert state_of(app, comment_id) == "unread"


def test_more_than_two_sentences_are_refused(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "One. Two. Three.")

    refused = decide(sign_in(Role.YOUTH_WORKER), comment_id, "quote", words="One. Two. Three.")

    assert refused.status == 422
    assert "two sentences at most" in refused.text()


def test_words_she_did_not_write_are_refused(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, "CAMHS is not great")

    refused = decide(sign_in(Role.YOUTH_WORKER), comment_id, "quote", words="CAMHS is great")

    assert refused.status == 422
    assert state_of(app, comment_id) == "unread"


def test_what_is_to_be_read_first_is_quoted_only_when_cleared(app: Flask, sign_in: SignIn) -> None:
    comment_id = store(app, WORDS, read_first=True)
    client = sign_in(Role.YOUTH_WORKER)

    refused = decide(client, comment_id, "quote")
    accepted = decide(client, comment_id, "quote", cleared="y")

    assert (refused.status, accepted.status) == (422, 303)


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ("decide", {"decide-decision": "hold", "decide-reason": "shows_who"}),
        ("decide", {"decide-decision": "count_only"}),
        ("decide", {"decide-decision": "spam"}),
        ("escalate", {"escalate-kinds": ["other"], "escalate-reason": "worried"}),
        ("redact", {"redact-words": "Mondays"}),
        ("undo", {}),
    ],
)
def test_whatever_happens_afterwards_takes_the_quote_out(
    app: Flask, sign_in: SignIn, form: str, values: dict[str, object]
) -> None:
    first, second = sign_in(Role.YOUTH_WORKER), sign_in(Role.YOUTH_WORKER)
    comment_id = store(app, WORDS)
    decide(first, comment_id, "quote")
    confirm(second, comment_id)
    assert quotes(app, comment_id) == [WORDS]

    assert send(first, comment_id, form, values).status == 303

    assert quotes(app, comment_id) == []
