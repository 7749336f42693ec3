"""Whether the machine had put first what people then escalated: how much it misses, and what (SAFETY R-58)."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Comment
from feedback_app.domain.safeguarding.models import Escalation
from feedback_app.domain.safeguarding.states import EscalationState


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFirst:
    """Comments that people escalated and the machine had read: how many it had put first, and which it had not."""

    n_escalated: int
    n_put_first: int
    missed: tuple[UUID, ...]


def found_first(session: Session, wave_ids: Collection[UUID]) -> FoundFirst:
    """Over the escalations of these waves that were not sent back, by the reading in use now; the earliest first."""
    rows = session.execute(
        select(Comment.id, Comment.read_first)
        .join(Escalation, Escalation.comment_id == Comment.id)
        .where(
            Comment.wave_id.in_(wave_ids),
            Comment.read_first.is_not(None),
            Escalation.state != EscalationState.RETURNED,
        )
        .order_by(Escalation.at, Comment.id)
    ).all()
    flags = {row.id: bool(row.read_first) for row in rows}
    return FoundFirst(
        n_escalated=len(flags),
        n_put_first=sum(flags.values()),
        missed=tuple(comment_id for comment_id, was_first in flags.items() if not was_first),
    )
