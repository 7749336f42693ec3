"""Reads promises; gives frozen records."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.indicators.queries import outcome_names
from feedback_app.domain.promises.facts import PromiseFacts, PromiseRecord, PublishedPromise
from feedback_app.domain.promises.models import Promise
from feedback_app.platform.problems import Missing


class NoSuchPromise(Missing):
    """No promise has this id."""

    def __str__(self) -> str:
        return "This promise is not there."


def published(session: Session, *, limit: int | None = None) -> tuple[PublishedPromise, ...]:
    """What anyone may see of what was promised, the newest first."""
    wanted = select(Promise).where(Promise.published).order_by(Promise.published_on.desc(), Promise.id)
    words = outcome_names(session)
    return tuple(
        PublishedPromise(
            id=row.id,
            facts=_facts(row),
            theme_words=words.get(row.theme or "", ""),
            published_on=row.published_on or row.updated_at.date(),
        )
        for row in session.scalars(wanted.limit(limit))
    )


def promises(session: Session, *, words: str = "") -> tuple[PromiseRecord, ...]:
    """Every promise, those still to be published first, then by due date; `words` narrows by what stands in it."""
    wanted = select(Promise).order_by(Promise.published, sa.nulls_last(Promise.due_on.asc()), Promise.id)
    if words:
        columns = (Promise.you_said, Promise.decision, Promise.owner)
        wanted = wanted.where(sa.or_(*(column.icontains(words, autoescape=True) for column in columns)))
    wordings = outcome_names(session)
    return tuple(_record(row, wordings) for row in session.scalars(wanted))


def promise_by_id(session: Session, promise_id: UUID) -> PromiseRecord:
    """One promise. Raises NoSuchPromise."""
    row = session.get(Promise, promise_id)
    if row is None:
        raise NoSuchPromise
    return _record(row, outcome_names(session))


def _record(row: Promise, wordings: dict[str, str]) -> PromiseRecord:
    return PromiseRecord(
        id=row.id,
        facts=_facts(row),
        theme_words=wordings.get(row.theme or "", ""),
        published=row.published,
        published_on=row.published_on,
    )


def _facts(row: Promise) -> PromiseFacts:
    return PromiseFacts(
        you_said=row.you_said,
        theme=row.theme,
        decision=row.decision,
        why_not=row.why_not,
        owner=row.owner,
        due_on=row.due_on,
        status=row.status,
        what_changed=row.what_changed,
        evidence=row.evidence,
        young_people_say=row.young_people_say,
        synthetic=row.synthetic,
    )
