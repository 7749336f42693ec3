"""Reads escalations for the safeguarding lead; what is about that person is not there."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import Session

from feedback_app.domain.findings.wording import question_words
from feedback_app.domain.people.queries import names_of
from feedback_app.domain.responses.models import Comment
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.models import Escalation, EscalationStep
from feedback_app.domain.safeguarding.sealed import NOTES, unseal, unseal_or_empty
from feedback_app.domain.safeguarding.states import (
    FINISHED,
    Deed,
    EscalationState,
    Kind,
    Route,
    deeds_in,
)
from feedback_app.domain.safeguarding.taken_back import has_kept
from feedback_app.domain.waves.models import Wave
from feedback_app.platform import clock
from feedback_app.platform.problems import Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationLine:
    """One escalation in the list. Moments in UTC."""

    id: UUID
    state: EscalationState
    urgent: bool
    kinds: tuple[Kind, ...]
    at: datetime
    due_at: datetime
    overdue: bool
    escalated_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One thing that was done."""

    deed: Deed
    who: str
    at: datetime
    route: Route | None
    reference: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationRecord:
    """One escalation with its record."""

    line: EscalationLine
    reason: str
    about: str
    comment_id: UUID | None
    response_id: UUID | None
    question: str
    text: str
    wave: str
    #: The response was taken back, and what was escalated is kept sealed until the case is finished.
    is_kept: bool
    steps: tuple[StepLine, ...]
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How much is unfinished, and how much of it is past its time."""

    unfinished: int
    overdue: int


def visible(reader: Reader) -> Select[Escalation]:
    """The escalations that exist for this person; within the domain only."""
    about = Escalation.about_person_id
    return select(Escalation).where(or_(about.is_(None), about != reader.person_id))


def page_of_escalations(
    session: Session, *, reader: Reader, finished: bool, page: int, size: int
) -> tuple[tuple[EscalationLine, ...], int]:
    """Unfinished ones, not acknowledged first, then by due time; or finished ones, newest first. And how many."""
    state = Escalation.state
    found = visible(reader).where(state.in_(FINISHED) if finished else state.not_in(FINISHED))
    total = session.scalar(select(func.count()).select_from(found.subquery())) or 0
    order = (
        (Escalation.at.desc(), Escalation.id)
        if finished
        else (case((state == EscalationState.OPEN, 0), else_=1), Escalation.due_at, Escalation.id)
    )
    rows = session.scalars(found.order_by(*order).offset((page - 1) * size).limit(size)).all()
    names = names_of(session, frozenset(row.escalated_by for row in rows))
    return tuple(_line(row, names) for row in rows), total


def count_waiting(session: Session, *, reader: Reader) -> Waiting:
    """How much is unfinished; overdue is what nobody acknowledged in time."""
    unfinished = visible(reader).where(Escalation.state.not_in(FINISHED)).subquery()
    late = (
        visible(reader)
        .where(Escalation.state == EscalationState.OPEN, Escalation.due_at < clock.now())
        .subquery()
    )
    return Waiting(
        unfinished=session.scalar(select(func.count()).select_from(unfinished)) or 0,
        overdue=session.scalar(select(func.count()).select_from(late)) or 0,
    )


def _line(row: Escalation, names: dict[UUID, str]) -> EscalationLine:
    return EscalationLine(
        id=row.id,
        state=row.state,
        urgent=row.urgent,
        kinds=tuple(Kind(kind) for kind in row.kinds),
        at=row.at,
        due_at=row.due_at,
        overdue=row.state is EscalationState.OPEN and row.due_at < clock.now(),
        escalated_by=names[row.escalated_by],
    )


def escalation_row(
    session: Session, escalation_id: UUID, *, reader: Reader, lock: bool = False
) -> Escalation:
    """The row of an escalation that exists for this person. Raises Missing; within the domain only."""
    found = visible(reader).where(Escalation.id == escalation_id)
    row = session.scalar(found.with_for_update() if lock else found)
    if row is None:
        raise Missing("There is no such escalation.")
    return row


def read_escalation(session: Session, escalation_id: UUID, *, reader: Reader) -> EscalationRecord:
    """One escalation: why, by whom, the comment as it stands, and what was done. Raises Missing."""
    row = escalation_row(session, escalation_id, reader=reader)
    steps = session.scalars(
        select(EscalationStep)
        .where(EscalationStep.escalation_id == escalation_id)
        .order_by(EscalationStep.at, EscalationStep.id)
    ).all()
    people = {row.escalated_by, *(step.by for step in steps)}
    if row.about_person_id is not None:
        people.add(row.about_person_id)
    names = names_of(session, frozenset(people))
    question, text, wave = _comment(session, row.comment_id)
    return EscalationRecord(
        line=_line(row, names),
        reason=unseal(NOTES, row.reason),
        about=names[row.about_person_id] if row.about_person_id else "",
        comment_id=row.comment_id,
        response_id=row.response_id,
        question=question,
        text=text,
        wave=wave,
        is_kept=has_kept(session, row.id),
        steps=tuple(_step(step, names) for step in steps),
        deeds=deeds_in(row.state),
    )


def _comment(session: Session, comment_id: UUID | None) -> tuple[str, str, str]:
    comment = session.get(Comment, comment_id) if comment_id else None
    if comment is None:
        return "", "", ""
    wave = session.get_one(Wave, comment.wave_id)
    return question_words(wave.definition, comment.field), comment.text, wave.title


def _step(step: EscalationStep, names: dict[UUID, str]) -> StepLine:
    return StepLine(
        deed=step.deed,
        who=names[step.by],
        at=step.at,
        route=step.route,
        reference=unseal_or_empty(NOTES, step.reference),
        note=unseal_or_empty(NOTES, step.note),
    )
