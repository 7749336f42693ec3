"""The queue: whole, in an order that tells nothing, and quick."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from feedback_app.domain.moderation.queries import read_comment
from feedback_app.domain.moderation.queue import count_shelves, next_after, page_of_queue
from feedback_app.domain.moderation.records import QueueFilter
from feedback_app.domain.moderation.states import Shelf
from feedback_app.domain.responses.models import CommentState
from feedback_app.domain.safeguarding.conflicts import Reader
from tests.factories.comments import DAY, make_comment, make_finding, make_response, make_wave

READER = Reader(person_id=uuid4(), is_lead=False)


def ids(session: Session, **wanted: object) -> list[UUID]:
    lines, _ = page_of_queue(session, QueueFilter(**wanted), reader=READER, page=1, size=100)
    return [line.id for line in lines]


def test_every_comment_is_there_whatever_its_flags(session: Session) -> None:
    response_id = make_response(session, make_wave(session))
    stored = {
        make_comment(
            session, text, response_id=response_id, state=state, read_first=read_first, may_quote=may_quote
        )
        for text in ("", "lol", "🤐", "=1+1", "Ich möchte nicht nach Hause")
        for state in CommentState
        for read_first in (None, False, True)
        for may_quote in (False, True)
    }

    found: set[UUID] = set()
    for page in range(1, 10):
        lines, _ = page_of_queue(session, QueueFilter(shelf=Shelf.ALL), reader=READER, page=page, size=100)
        found |= {line.id for line in lines}

    assert found == stored
    assert sum(count.count for count in count_shelves(session, reader=READER)) == len(stored)


def test_nothing_unread_is_hidden_by_default(session: Session) -> None:
    stored = {make_comment(session, "words", read_first=flag) for flag in (None, False, True)}

    assert set(ids(session)) == stored


def test_read_first_and_not_analysed_come_first_then_the_oldest_day(session: Session) -> None:
    newer = DAY + timedelta(days=1)
    last = make_comment(session, "fine", day=newer)
    third = make_comment(session, "fine", day=DAY)
    second = make_comment(session, "hits me", day=newer, read_first=True)
    first = make_comment(session, "not analysed", day=DAY, read_first=None)

    assert ids(session) == [first, second, third, last]


def test_the_order_within_a_day_is_that_of_random_keys(session: Session) -> None:
    wave_id = make_wave(session)
    stored = [make_comment(session, "same", response_id=make_response(session, wave_id)) for _ in range(20)]

    assert ids(session) == sorted(stored)
    assert ids(session) != stored


def test_going_on_passes_each_comment_once(session: Session) -> None:
    wave_id = make_wave(session)
    for number in range(12):
        make_comment(
            session,
            "words",
            response_id=make_response(session, wave_id),
            read_first=[None, True, False][number % 3],
            day=DAY + timedelta(days=number % 2),
        )
    order = ids(session)

    passed, here = [order[0]], order[0]
    for _ in range(11):
        following = next_after(session, here, QueueFilter(), reader=READER)
        assert following is not None
        passed.append(following)
        here = following

    assert passed == order
    assert next_after(session, here, QueueFilter(), reader=READER) == order[0]


def test_the_last_one_leads_nowhere(session: Session) -> None:
    only = make_comment(session, "words")

    assert next_after(session, only, QueueFilter(), reader=READER) is None


@pytest.mark.parametrize("size", [1, 20])
def test_a_page_costs_the_same_statements_however_long(session: Session, size: int) -> None:
    response_id = make_response(session, make_wave(session))
    for number in range(size):
        comment_id = make_comment(session, f"words {number}", response_id=response_id)
        make_finding(session, comment_id, themes={"safe.belonging": ["words"], "safe.housing": ["words"]})
    session.expire_all()
    statements = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *a: statements.append(a[2]))

    page_of_queue(session, QueueFilter(), reader=READER, page=1, size=25)
    read_comment(session, comment_id, reader=READER)
    count_shelves(session, reader=READER)

    assert len(statements) == 14
