"""What stays with a case when she takes back everything she sent: what was done, and while it is open her words."""

from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from feedback_app.domain.safeguarding.models import CaseOriginal, Escalation, SealedOriginal
from feedback_app.domain.safeguarding.states import FINISHED


def part_from(session: Session, response_id: UUID, *, keep_words: bool) -> None:
    """Part the cases of a response from it, just before it is deleted; their record of what was done stays.

    `keep_words`: what was escalated stays sealed with a case that is not finished. What is finished keeps no word.
    """
    if not keep_words:
        return
    rows = session.execute(
        select(Escalation.id, SealedOriginal.sealed)
        .join(SealedOriginal, SealedOriginal.comment_id == Escalation.comment_id)
        .where(Escalation.response_id == response_id, Escalation.state.not_in(FINISHED))
    )
    session.add_all(CaseOriginal(escalation_id=row.id, sealed=row.sealed) for row in rows)
    session.flush()


def has_kept(session: Session, escalation_id: UUID) -> bool:
    """Whether a case keeps the words of a response that was taken back."""
    kept = exists().where(CaseOriginal.escalation_id == escalation_id)
    return bool(session.scalar(select(kept)))


def forget_kept(session: Session, escalation_id: UUID) -> None:
    """Delete the words that a case kept; within this subject only, when it is finished."""
    session.execute(delete(CaseOriginal).where(CaseOriginal.escalation_id == escalation_id))
