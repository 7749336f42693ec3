"""Reads one comment with all that belongs to deciding about it."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.findings.queries import findings_of
from feedback_app.domain.findings.wording import question_words
from feedback_app.domain.moderation.models import DecisionEntry, Quote, Redaction
from feedback_app.domain.moderation.records import (
    SHELF_OF,
    Beside,
    CommentRecord,
    LastDecision,
    QuoteRecord,
)
from feedback_app.domain.moderation.seen import seen_mark
from feedback_app.domain.moderation.transitions import leads_to
from feedback_app.domain.people.queries import names_of
from feedback_app.domain.responses.helped import helping_of
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.responses.reserved import ANSWER
from feedback_app.domain.safeguarding.conflicts import Reader, responses_hidden_from
from feedback_app.domain.waves.models import Wave
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict, Missing

QUOTE_STATES = frozenset({CommentState.QUOTE_PROPOSED, CommentState.QUOTE_CONFIRMED})


class MovedOn(Conflict):
    """Somebody else decided about the comment, or took words out of it, since the page was opened."""


def comment_for(session: Session, comment_id: UUID, *, reader: Reader, lock: bool = False) -> Comment:
    """The row of a comment that this person may see. Raises Missing; within the domain only."""
    found = select(Comment).where(
        Comment.id == comment_id, Comment.response_id.not_in(responses_hidden_from(reader))
    )
    row = session.scalar(found.with_for_update() if lock else found)
    if row is None:
        raise Missing("There is no such comment.")
    return row


def comment_to_change(session: Session, comment_id: UUID, *, reader: Reader, seen: str) -> Comment:
    """The locked row, if it still is as the person saw it. Raises Missing or MovedOn; within the domain only."""
    comment = comment_for(session, comment_id, reader=reader, lock=True)
    if seen != seen_mark(comment):
        raise MovedOn("Somebody else was here first. Load the comment again to see how it stands now.")
    return comment


def read_comment(session: Session, comment_id: UUID, *, reader: Reader) -> CommentRecord:
    """One comment and the other texts of its response. Raises Missing."""
    comment = comment_for(session, comment_id, reader=reader)
    wave = session.get_one(Wave, comment.wave_id)
    return CommentRecord(
        id=comment.id,
        question=question_words(wave.definition, comment.field),
        text=comment.text,
        wave=wave.title,
        day=comment.day,
        shelf=SHELF_OF[comment.state],
        may_quote=comment.may_quote,
        read_first=comment.read_first,
        seen=seen_mark(comment),
        finding=findings_of(session, [comment.id]).get(comment.id),
        quote=_quote(session, comment),
        last=last_decision(session, comment),
        redacted=session.scalar(select(Redaction.id).where(Redaction.comment_id == comment.id).limit(1))
        is not None,
        helping=helping_of(session, comment.response_id),
        beside=_beside(session, comment, wave.definition),
    )


def _quote(session: Session, comment: Comment) -> QuoteRecord | None:
    row = session.get(Quote, comment.id) if comment.state in QUOTE_STATES else None
    if row is None:
        return None
    names = names_of(
        session, frozenset({row.proposed_by} | ({row.confirmed_by} if row.confirmed_by else set()))
    )
    return QuoteRecord(
        text=row.text,
        cleared=row.cleared,
        proposed_by=row.proposed_by,
        redacted_by=row.redacted_by,
        proposer=names[row.proposed_by],
        confirmer=names[row.confirmed_by] if row.confirmed_by else None,
    )


def standing_entry(session: Session, comment_id: UUID) -> DecisionEntry | None:
    """The last decision that was not undone; within the domain only."""
    return session.scalar(
        select(DecisionEntry)
        .where(DecisionEntry.comment_id == comment_id, DecisionEntry.undone_by.is_(None))
        .order_by(DecisionEntry.number.desc())
        .limit(1)
    )


def last_decision(session: Session, comment: Comment) -> LastDecision | None:
    """The last decision about a comment that still stands."""
    entry = standing_entry(session, comment.id)
    if entry is None:
        return None
    return LastDecision(
        decision=entry.decision,
        reason=entry.reason,
        who=names_of(session, frozenset({entry.by}))[entry.by],
        on=clock.in_london(entry.at).date(),
        may_be_undone=leads_to(entry.decision) is comment.state,
    )


def _beside(session: Session, comment: Comment, definition: str) -> tuple[Beside, ...]:
    """The other texts that came with the form; answers to replies stand in their conversation."""
    rows = session.scalars(
        select(Comment)
        .where(
            Comment.response_id == comment.response_id,
            Comment.id != comment.id,
            Comment.question_code != ANSWER,
        )
        .order_by(Comment.field)
    )
    return tuple(
        Beside(
            id=row.id,
            question=question_words(definition, row.field),
            text=row.text,
            shelf=SHELF_OF[row.state],
            read_first=row.read_first,
        )
        for row in rows
    )
