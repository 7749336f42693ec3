"""The one gate by which a young person's words get out: two different people, and her yes (SAFETY R-44, R-61)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from feedback_app.domain.findings.in_force import themes_in_force
from feedback_app.domain.findings.wording import question_words
from feedback_app.domain.moderation.models import Quote
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.waves.models import Wave


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishableText:
    """Words that may stand in a paper; made by `quotable` alone."""

    comment_id: UUID
    text: str
    #: What was asked, in the wording she saw.
    question: str
    question_code: str
    wave_id: UUID
    day: date
    #: The machine's themes, by code.
    themes: tuple[str, ...]


def quotable(
    session: Session,
    *,
    wave_ids: Collection[UUID],
    theme: str | None = None,
    since: date | None = None,
) -> tuple[PublishableText, ...]:
    """The confirmed quotes of these waves, newest day first; of one theme, or from a day on, where asked.

    Escalated, held, withdrawn and not yet confirmed comments are not among them, nor those that the machine
    marks "read first" and no person has cleared. What it has not read yet is out as soon as two people say so.
    """
    found = _confirmed().where(Comment.wave_id.in_(wave_ids))
    if since is not None:
        found = found.where(Comment.day >= since)
    if theme is not None:
        counted = themes_in_force()
        found = found.where(Comment.id.in_(select(counted.c.comment_id).where(counted.c.code == theme)))
    rows = session.execute(found).all()
    themes = _themes(session, [comment.id for comment, _, _ in rows])
    return tuple(
        PublishableText(
            comment_id=comment.id,
            text=text,
            question=question_words(definition, comment.field),
            question_code=comment.question_code,
            wave_id=comment.wave_id,
            day=comment.day,
            themes=themes.get(comment.id, ()),
        )
        for comment, text, definition in rows
    )


def _confirmed() -> Select[Comment, str, str]:
    return (
        select(Comment, Quote.text, Wave.definition)
        .join(Quote, Quote.comment_id == Comment.id)
        .join(Wave, Wave.id == Comment.wave_id)
        .where(
            Comment.state == CommentState.QUOTE_CONFIRMED,
            Comment.may_quote,
            Quote.confirmed_by.is_not(None),
            or_(Comment.read_first.is_not(True), Quote.cleared),
        )
        .order_by(Comment.day.desc(), Comment.id)
    )


def _themes(session: Session, ids: list[UUID]) -> dict[UUID, tuple[str, ...]]:
    found: dict[UUID, tuple[str, ...]] = {}
    counted = themes_in_force()
    rows = session.execute(
        select(counted.c.comment_id, counted.c.code)
        .where(counted.c.comment_id.in_(ids))
        .order_by(counted.c.confidence.desc(), counted.c.code)
    )
    for comment_id, code in rows:
        found[comment_id] = (*found.get(comment_id, ()), code)
    return found
