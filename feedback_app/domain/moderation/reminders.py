"""Who has to be told by mail that something is waiting: counts and a link, at most every four hours."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from feedback_app.domain.moderation.models import WaitingMail
from feedback_app.domain.people.models import Person
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.safeguarding.conflicts import Reader, responses_hidden_from
from feedback_app.domain.safeguarding.contact_requests import count_open
from feedback_app.platform.roles import Role

AT_MOST_EVERY = timedelta(hours=4)
WAITING = (CommentState.UNREAD, CommentState.QUOTE_PROPOSED)
READERS = (Role.YOUTH_WORKER, Role.SAFEGUARDING_LEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A mail to be sent: comments to be read, and, for a safeguarding lead, requests to be contacted."""

    person_id: UUID
    email: str
    count: int
    requests: int


def take_reminders(session: Session, *, now: datetime) -> tuple[Reminder, ...]:
    """The reminders due now, marked as sent; nobody is told twice within four hours, or of nothing."""
    told = dict(session.execute(select(WaitingMail.person_id, WaitingMail.sent_at)).all())
    people = session.scalars(
        select(Person)
        .where(Person.role.in_(READERS), Person.disabled.is_(False))
        .order_by(Person.id)
        .with_for_update(skip_locked=True)
    ).all()
    due = [one for one in people if one.id not in told or told[one.id] <= now - AT_MOST_EVERY]
    found = []
    for person in due:
        count = _waiting_for(session, person)
        requests = count_open(session) if person.role is Role.SAFEGUARDING_LEAD else 0
        if count or requests:
            session.execute(delete(WaitingMail).where(WaitingMail.person_id == person.id))
            session.add(WaitingMail(person_id=person.id, sent_at=now))
            found.append(Reminder(person_id=person.id, email=person.email, count=count, requests=requests))
    return tuple(found)


def _waiting_for(session: Session, person: Person) -> int:
    reader = Reader(person_id=person.id, is_lead=person.role is Role.SAFEGUARDING_LEAD)
    found = select(func.count()).where(
        Comment.state.in_(WAITING), Comment.response_id.not_in(responses_hidden_from(reader))
    )
    return session.scalar(found) or 0


def forget(session: Session, person_id: UUID) -> None:
    """Note that a mail did not go out, so that it is tried again."""
    session.execute(delete(WaitingMail).where(WaitingMail.person_id == person_id))
