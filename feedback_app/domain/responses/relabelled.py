"""Which comments in the counts have other labels by now; the counts follow in batches, as all figures do (SAFETY R-46)."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Comment, Relabelled, Response
from feedback_app.platform.crypto import keyed_hash
from feedback_app.platform.secret import secret_key


def note_relabelled(session: Session, comment_id: UUID) -> None:
    """Note that a comment's labels have changed, once; nothing is to be done for one that is in no counts yet."""
    wave_id = session.scalar(
        select(Comment.wave_id)
        .join(Response, Response.id == Comment.response_id)
        .where(Comment.id == comment_id, Response.folded.is_(True))
    )
    if wave_id is None:
        return
    connection = session.connection()
    made: Any = (
        sqlite.insert(Relabelled) if connection.dialect.name == "sqlite" else postgresql.insert(Relabelled)
    )
    mark = keyed_hash(secret_key(), "relabelled", comment_id.bytes)
    connection.execute(made.values(wave_id=wave_id, mark=mark).on_conflict_do_nothing())


def count_relabelled(session: Session, wave_id: UUID) -> int:
    """In how many comments the counts of a wave differ from what their labels are by now."""
    return (
        session.scalar(select(func.count()).select_from(Relabelled).where(Relabelled.wave_id == wave_id)) or 0
    )


def forget_relabelled(session: Session, wave_id: UUID) -> None:
    """The counts of findings of a wave were made anew."""
    session.execute(delete(Relabelled).where(Relabelled.wave_id == wave_id))
