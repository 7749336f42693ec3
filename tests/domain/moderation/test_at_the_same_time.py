"""Several people who press at the same moment: one of them is first, the others are told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.moderation.confirm import confirm_quote
from feedback_app.domain.moderation.decide import Choice, decide
from feedback_app.domain.moderation.models import DecisionEntry, Redaction
from feedback_app.domain.moderation.queries import read_comment
from feedback_app.domain.moderation.redact import Wish, redact
from feedback_app.domain.moderation.states import Decision
from feedback_app.domain.responses.models import Comment
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.escalate import Concern, escalate
from feedback_app.domain.safeguarding.models import Escalation
from feedback_app.domain.safeguarding.states import Kind
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.problems import Conflict
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment
from tests.factories.people import make_person

MANY = 6
Deed = Callable[[Session, UUID, Reader, str], object]


def at_once(app: Flask, deed: Deed, *, put_forward: bool = False) -> tuple[UUID, list[bool]]:
    """Six people do the same deed on the same comment as they saw it; who got through."""
    with app.app_context():
        with transaction() as session:
            comment_id = make_comment(session, "Kez is kind to me")
            readers = [
                Reader(person_id=make_person(session, Role.YOUTH_WORKER), is_lead=False)
                for _ in range(MANY + 1)
            ]
        if put_forward:
            with transaction() as session:
                seen = read_comment(session, comment_id, reader=readers[-1]).seen
                decide(session, comment_id, Choice(decision=Decision.QUOTE, seen=seen), reader=readers[-1])
        seen = read_comment(reading(), comment_id, reader=readers[-1]).seen
    ready = Barrier(MANY)

    def press(reader: Reader) -> bool:
        with app.app_context():
            ready.wait()
            try:
                with transaction() as session:
                    deed(session, comment_id, reader, seen)
            except Conflict:
                return False
            return True

    with ThreadPoolExecutor(MANY) as people:
        return comment_id, list(people.map(press, readers[:MANY]))


def count_of(app: Flask, table: type) -> int:
    with app.app_context():
        return reading().scalar(select(func.count()).select_from(table)) or 0


def test_one_decision_stands(app_on_both: Flask) -> None:
    def count_only(session: Session, comment_id: UUID, reader: Reader, seen: str) -> None:
        decide(session, comment_id, Choice(decision=Decision.COUNT_ONLY, seen=seen), reader=reader)

    _, got_through = at_once(app_on_both, count_only)

    assert sorted(got_through) == [False] * (MANY - 1) + [True]
    assert count_of(app_on_both, DecisionEntry) == 1


def test_one_confirmation_stands(app_on_both: Flask) -> None:
    def confirm(session: Session, comment_id: UUID, reader: Reader, seen: str) -> None:
        confirm_quote(session, comment_id, reader=reader, seen=seen)

    _, got_through = at_once(app_on_both, confirm, put_forward=True)

    assert sum(got_through) == 1
    assert count_of(app_on_both, DecisionEntry) == 2


def test_one_redaction_of_the_same_words_stands(app_on_both: Flask) -> None:
    def take_out(session: Session, comment_id: UUID, reader: Reader, seen: str) -> None:
        redact(session, comment_id, Wish(seen=seen, cuts=((0, 3),)), reader=reader)

    comment_id, got_through = at_once(app_on_both, take_out)

    assert sum(got_through) == 1
    assert count_of(app_on_both, Redaction) == 1
    with app_on_both.app_context():
        assert reading().get_one(Comment, comment_id).text == "[removed] is kind to me"


def test_one_escalation_stands(app_on_both: Flask) -> None:
    def hand_over(session: Session, comment_id: UUID, reader: Reader, seen: str) -> None:
        escalate(session, comment_id, Concern(kinds=(Kind.OTHER,), reason="look"), reader=reader)

    _, got_through = at_once(app_on_both, hand_over)

    assert sum(got_through) == 1
    assert count_of(app_on_both, Escalation) == 1
