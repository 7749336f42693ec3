"""Requests to be contacted: asked on a public page, read and answered by the safeguarding lead alone."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.safeguarding.models import ContactRequest
from feedback_app.domain.safeguarding.sealed import CONTACTS, seal, unseal, unseal_or_empty
from feedback_app.domain.safeguarding.states import ContactState, NotNow
from feedback_app.platform import clock
from feedback_app.platform.problems import Invalid, Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWords:
    """What somebody wrote who wants to be contacted."""

    how: str
    detail: str
    safe_when: str
    must_not_know: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """One request in the list: never its words."""

    id: UUID
    day: date
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRecord:
    """One request, opened."""

    id: UUID
    day: date
    is_open: bool
    words: ContactWords
    outcome: str


def ask(session: Session, *, how: str, detail: str, safe_when: str, must_not_know: str, name: str) -> UUID:
    """Store that somebody wants to be contacted, sealed, with the day and no moment (SAFETY R-03, R-54)."""
    words = ContactWords(how=how, detail=detail, safe_when=safe_when, must_not_know=must_not_know, name=name)
    request_id = uuid4()
    session.add(
        ContactRequest(id=request_id, day=clock.today(), sealed=seal(CONTACTS, json.dumps(asdict(words))))
    )
    return request_id


def page_of_requests(session: Session, *, page: int, size: int) -> tuple[tuple[ContactLine, ...], int]:
    """The requests, open ones first, oldest day first; and how many there are in all."""
    total = session.scalar(select(func.count()).select_from(ContactRequest)) or 0
    rows = session.execute(
        select(ContactRequest.id, ContactRequest.day, ContactRequest.state)
        .order_by(
            case((ContactRequest.state == ContactState.OPEN, 0), else_=1),
            ContactRequest.day,
            ContactRequest.id,
        )
        .offset((page - 1) * size)
        .limit(size)
    )
    return tuple(ContactLine(id=r.id, day=r.day, is_open=r.state is ContactState.OPEN) for r in rows), total


def count_open(session: Session) -> int:
    """How many requests wait for somebody."""
    open_ones = select(func.count()).where(ContactRequest.state == ContactState.OPEN)
    return session.scalar(open_ones) or 0


def line_of(session: Session, request_id: UUID) -> ContactLine:
    """One request without its words. Raises Missing."""
    row = _row(session, request_id)
    return ContactLine(id=row.id, day=row.day, is_open=row.state is ContactState.OPEN)


def open_request(session: Session, request_id: UUID, *, by: UUID) -> ContactRecord:
    """Read a request; always audited. Raises Missing."""
    row = _row(session, request_id)
    record(session, "contact-request-read", by=by, subject="contact_request", subject_id=row.id)
    words = ContactWords(**json.loads(unseal(CONTACTS, row.sealed)))
    return ContactRecord(
        id=row.id,
        day=row.day,
        is_open=row.state is ContactState.OPEN,
        words=words,
        outcome=unseal_or_empty(CONTACTS, row.outcome),
    )


def finish(session: Session, request_id: UUID, *, by: UUID, outcome: str) -> None:
    """Note what came of a request. Raises Missing, NotNow, Invalid without an outcome."""
    row = _row(session, request_id, lock=True)
    if row.state is not ContactState.OPEN:
        raise NotNow("Somebody has finished this request already.")
    if not outcome.strip():
        raise Invalid("Write what came of it.")
    row.state, row.done_by, row.done_on = ContactState.DONE, by, clock.today()
    row.outcome = seal(CONTACTS, outcome.strip())
    record(session, "contact-request-finished", by=by, subject="contact_request", subject_id=row.id)


def _row(session: Session, request_id: UUID, *, lock: bool = False) -> ContactRequest:
    row = session.get(ContactRequest, request_id, with_for_update=lock)
    if row is None:
        raise Missing("There is no such request.")
    return row
