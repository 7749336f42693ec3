"""Promises say what was decided, by whom and by when; a refusal says why, what is done says what changed."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from feedback_app.domain.indicators.plan import save_plan
from feedback_app.domain.promises.facts import PromiseFacts
from feedback_app.domain.promises.kinds import PromiseStatus
from feedback_app.domain.promises.queries import NoSuchPromise, promise_by_id, promises, published
from feedback_app.domain.promises.record import (
    SayWhatChanged,
    SayWhyNot,
    add_promise,
    edit_promise,
    set_published,
)
from feedback_app.platform import clock
from tests.factories.board import PLAN


def facts(**other: Any) -> PromiseFacts:
    """A promise that is planned."""
    said: dict[str, Any] = {
        "you_said": "Buses stop too early",
        "theme": None,
        "decision": "Ask for a later bus",
        "owner": "Transport lead",
        "due_on": date(2021, 9, 1),
        "status": PromiseStatus.PLANNED,
    }
    return PromiseFacts(**(said | other))


def test_nobody_outside_sees_a_promise_until_it_is_published(session: Session) -> None:
    save_plan(session, PLAN)
    promise = add_promise(session, facts(theme="supported.listened"), by=None)

    assert published(session) == ()
    set_published(session, promise, published=True, by=None)
    (seen,) = published(session)
    assert (seen.facts.owner, seen.theme_words, seen.published_on) == (
        "Transport lead",
        "Being listened to",
        clock.today(),
    )
    set_published(session, promise, published=False, by=None)
    assert published(session) == ()


def test_what_is_not_possible_says_why(session: Session) -> None:
    with pytest.raises(SayWhyNot):
        add_promise(session, facts(status=PromiseStatus.NOT_POSSIBLE, why_not=" "), by=None)


def test_what_is_done_says_what_changed(session: Session) -> None:
    promise = add_promise(session, facts(), by=None)
    with pytest.raises(SayWhatChanged):
        edit_promise(session, promise, facts(status=PromiseStatus.DONE), by=None)

    edit_promise(session, promise, facts(status=PromiseStatus.DONE, what_changed="A bus at ten"), by=None)

    assert promise_by_id(session, promise).facts.what_changed == "A bus at ten"


def test_promises_are_found_by_their_words_and_no_sign_is_special(session: Session) -> None:
    for said in ("100% of buses", "Clubs_at_nine", "Nothing"):
        add_promise(session, facts(you_said=said, decision="x", owner="y"), by=None)

    assert [one.facts.you_said for one in promises(session, words="100%")] == ["100% of buses"]
    assert [one.facts.you_said for one in promises(session, words="CLUBS_")] == ["Clubs_at_nine"]
    assert len(promises(session)) == 3


def test_a_promise_that_is_not_there_is_said_in_words(session: Session) -> None:
    promise = add_promise(session, facts(), by=None)
    with pytest.raises(NoSuchPromise):
        promise_by_id(session, UUID(int=0))
    assert promise_by_id(session, promise).published is False
