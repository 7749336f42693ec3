"""A person's act: this comment has to be seen by the safeguarding lead."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.people.models import Person
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.safeguarding.conflicts import Reader, responses_hidden_from
from feedback_app.domain.safeguarding.deadlines import due
from feedback_app.domain.safeguarding.models import Escalation
from feedback_app.domain.safeguarding.originals import keep_original
from feedback_app.domain.safeguarding.sealed import NOTES, seal
from feedback_app.domain.safeguarding.states import Kind
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict, Invalid, Missing
from feedback_app.platform.roles import Role


class AlreadyEscalated(Conflict):
    """The comment is with the safeguarding lead already."""


class NotEnough(Invalid):
    """An escalation says what it may be about and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """What somebody tells the safeguarding lead."""

    kinds: tuple[Kind, ...]
    reason: str
    urgent: bool = False
    about_person_id: UUID | None = None


def escalate(session: Session, comment_id: UUID, concern: Concern, *, reader: Reader) -> UUID:
    """Hand a comment to the safeguarding leads; whatever was decided about it, it is a quote no longer.

    Its original is sealed. Raises Missing, AlreadyEscalated or NotEnough.
    """
    comment = _comment(session, comment_id, reader)
    if comment.state is CommentState.ESCALATED:
        raise AlreadyEscalated("This comment is with the safeguarding lead already.")
    _check(concern, by=reader.person_id)
    now, escalation_id = clock.now(), uuid4()
    keep_original(session, comment_id)
    comment.state = CommentState.ESCALATED
    escalation = Escalation(
        id=escalation_id,
        comment_id=comment_id,
        response_id=comment.response_id,
        urgent=concern.urgent,
        kinds=[kind.value for kind in concern.kinds],
        reason=seal(NOTES, concern.reason.strip()),
        escalated_by=reader.person_id,
        about_person_id=concern.about_person_id,
        at=now,
        due_at=due(now, urgent=concern.urgent),
    )
    _add(session, escalation)
    record(session, "escalated", by=reader.person_id, subject="escalation", subject_id=escalation_id)
    return escalation_id


def _comment(session: Session, comment_id: UUID, reader: Reader) -> Comment:
    comment = session.scalar(
        select(Comment)
        .where(Comment.id == comment_id, Comment.response_id.not_in(responses_hidden_from(reader)))
        .with_for_update()
    )
    if comment is None:
        raise Missing("There is no such comment.")
    return comment


def _check(concern: Concern, *, by: UUID) -> None:
    if not concern.kinds:
        raise NotEnough("Tick what it may be about.")
    if not concern.reason.strip():
        raise NotEnough("Write what worries you, in a sentence.")
    if concern.about_person_id == by:
        raise NotEnough("If it is about you, tell the safeguarding lead yourself and leave this comment.")


def _add(session: Session, escalation: Escalation) -> None:
    try:
        with session.begin_nested():
            session.add(escalation)
    except IntegrityError:
        raise AlreadyEscalated("This comment is with the safeguarding lead already.") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody of the staff whom an escalation may be about."""

    id: UUID
    name: str


def colleagues(session: Session, *, but: UUID) -> Sequence[Colleague]:
    """The staff by name, without oneself."""
    rows = session.execute(
        select(Person.id, Person.name).where(Person.id != but).order_by(Person.name, Person.id)
    )
    return tuple(Colleague(id=row.id, name=row.name) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """An escalation that somebody has to be told of."""

    escalation_id: UUID
    to: tuple[str, ...]
    #: False when there is no safeguarding lead who may see it, and the administrators are told instead.
    to_leads: bool


def untold(session: Session) -> tuple[Alert, ...]:
    """The escalations of which nobody was told yet, longest waiting first."""
    rows = session.scalars(
        select(Escalation)
        .where(Escalation.told_at.is_(None))
        .order_by(Escalation.at, Escalation.id)
        .limit(20)
    ).all()
    return tuple(_alert(session, row) for row in rows)


def _alert(session: Session, row: Escalation) -> Alert:
    leads = _addresses(session, Role.SAFEGUARDING_LEAD, but=row.about_person_id)
    if leads:
        return Alert(escalation_id=row.id, to=leads, to_leads=True)
    admins = _addresses(session, Role.ADMINISTRATOR, but=row.about_person_id)
    return Alert(escalation_id=row.id, to=admins, to_leads=False)


def _addresses(session: Session, role: Role, *, but: UUID | None) -> tuple[str, ...]:
    found = select(Person.email).where(Person.role == role, Person.disabled.is_(False))
    if but is not None:
        found = found.where(Person.id != but)
    return tuple(session.scalars(found.order_by(Person.email)))


def note_told(session: Session, escalation_id: UUID) -> None:
    """Note that the mail went out; until then it is tried again: twice is better than never."""
    session.execute(update(Escalation).where(Escalation.id == escalation_id).values(told_at=clock.now()))
