"""Writes promises and shows them to anyone, or takes them back."""

from dataclasses import fields
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.promises.facts import PromiseFacts
from feedback_app.domain.promises.kinds import PromiseStatus
from feedback_app.domain.promises.models import Promise
from feedback_app.domain.promises.queries import NoSuchPromise
from feedback_app.platform import clock
from feedback_app.platform.problems import Invalid


class SayWhyNot(Invalid):
    """Who says that something is not possible says why."""

    def __str__(self) -> str:
        return "Say why it is not possible, so that young people know."


class SayWhatChanged(Invalid):
    """What is called done has changed something."""

    def __str__(self) -> str:
        return "Say what changed, so that young people can see that it was done."


def add_promise(session: Session, facts: PromiseFacts, *, by: UUID | None) -> UUID:
    """Write a promise down; nobody outside sees it until it is published. Raises SayWhyNot, SayWhatChanged."""
    _judge(facts)
    row = Promise(id=uuid4())
    _fill(row, facts)
    session.add(row)
    session.flush()
    record(session, "promise added", by=by, subject="promise", subject_id=row.id)
    return row.id


def edit_promise(session: Session, promise_id: UUID, facts: PromiseFacts, *, by: UUID | None) -> None:
    """Change a promise; where it is published, what anyone sees changes with it."""
    _judge(facts)
    row = _promise(session, promise_id)
    _fill(row, facts)
    record(session, "promise edited", by=by, subject="promise", subject_id=promise_id)


def set_published(session: Session, promise_id: UUID, *, published: bool, by: UUID | None) -> None:
    """Show a promise to anyone, or take it back."""
    row = _promise(session, promise_id)
    if published and not row.published:
        row.published_on = clock.today()
    row.published = published
    row.updated_at = clock.now()
    deed = "promise published" if published else "promise taken back"
    record(session, deed, by=by, subject="promise", subject_id=promise_id)


def _judge(facts: PromiseFacts) -> None:
    if facts.status is PromiseStatus.NOT_POSSIBLE and not facts.why_not.strip():
        raise SayWhyNot
    if facts.status is PromiseStatus.DONE and not facts.what_changed.strip():
        raise SayWhatChanged


def _fill(row: Promise, facts: PromiseFacts) -> None:
    for field in fields(facts):
        setattr(row, field.name, getattr(facts, field.name))
    row.updated_at = clock.now()


def _promise(session: Session, promise_id: UUID) -> Promise:
    row = session.get(Promise, promise_id)
    if row is None:
        raise NoSuchPromise
    return row
