"""What one person decides about a comment, and the way back."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.moderation.excerpts import excerpt, first_sentences
from feedback_app.domain.moderation.models import DecisionEntry, Quote, Redaction
from feedback_app.domain.moderation.queries import (
    QUOTE_STATES,
    comment_for,
    comment_to_change,
    standing_entry,
)
from feedback_app.domain.moderation.states import Decision, Reason
from feedback_app.domain.moderation.transitions import DoesNotFit, leads_to, state_after
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.responses.relabelled import note_relabelled
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.platform import clock
from feedback_app.platform.problems import Invalid, Refused


class NotHerWish(Refused):
    """She did not say that she may be quoted."""


class NotCleared(Invalid):
    """The machine marks it "read first", and nobody has said that nobody in it needs help."""


class ReasonNeeded(Invalid):
    """A comment is held for a reason from the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody decided, on the state and words they saw."""

    decision: Decision
    seen: str
    reason: Reason | None = None
    #: The words to quote; None for the first two sentences.
    words: str | None = None
    cleared: bool = False


def decide(session: Session, comment_id: UUID, choice: Choice, *, reader: Reader) -> None:
    """Decide about a comment: quote (a second person must confirm), count only, hold, or spam.

    Raises Missing, MovedOn, DoesNotFit, NotHerWish, NotCleared, NotAnExcerpt or ReasonNeeded.
    """
    comment = comment_to_change(session, comment_id, reader=reader, seen=choice.seen)
    after = state_after(comment.state, choice.decision)
    if choice.decision is Decision.QUOTE:
        _put_forward(session, comment, choice, by=reader.person_id)
    if choice.decision in (Decision.HOLD, Decision.SEND_BACK) and choice.reason is None:
        raise ReasonNeeded("Choose why.")
    note_decision(session, comment, choice.decision, by=reader.person_id, reason=choice.reason)
    _put(session, comment, after)


def note_decision(
    session: Session, comment: Comment, decision: Decision, *, by: UUID, reason: Reason | None = None
) -> None:
    """Keep a decision with the state before it, and an audit entry; within this subject only."""
    number = session.scalar(
        select(func.coalesce(func.max(DecisionEntry.number), 0)).where(DecisionEntry.comment_id == comment.id)
    )
    entry = DecisionEntry(
        comment_id=comment.id,
        number=(number or 0) + 1,
        decision=decision,
        reason=reason,
        state_before=comment.state,
        by=by,
        at=clock.now(),
    )
    session.add(entry)
    record(
        session,
        f"decided-{decision.value.replace('_', '-')}",
        by=by,
        subject="comment",
        subject_id=comment.id,
    )


def _put_forward(session: Session, comment: Comment, choice: Choice, *, by: UUID) -> None:
    if not comment.may_quote:
        raise NotHerWish("There is no yes to being quoted here, or this question is never quoted.")
    if comment.read_first and not choice.cleared:
        raise NotCleared("Say first that you have read it and nobody in it needs help, or escalate it.")
    words = first_sentences(comment.text) if choice.words is None else choice.words
    text, redactor = excerpt(comment.text, words), last_redactor(session, comment.id)
    quote = session.get(Quote, comment.id) or Quote(comment_id=comment.id)
    quote.text, quote.cleared = text, choice.cleared
    quote.proposed_by, quote.redacted_by = by, redactor
    quote.confirmed_by = quote.confirmed_at = None
    session.add(quote)


def last_redactor(session: Session, comment_id: UUID) -> UUID | None:
    """Who last took words out of a comment."""
    return session.scalar(
        select(Redaction.by)
        .where(Redaction.comment_id == comment_id)
        .order_by(Redaction.number.desc())
        .limit(1)
    )


def undo(session: Session, comment_id: UUID, *, reader: Reader) -> None:
    """Take the last decision back. Raises Missing, or DoesNotFit when there is none to take back.

    An escalation is not undone here: the safeguarding lead sends it back.
    """
    comment = comment_for(session, comment_id, reader=reader, lock=True)
    entry = standing_entry(session, comment_id)
    if entry is None or leads_to(entry.decision) is not comment.state:
        raise DoesNotFit("There is no decision to undo here any more.")
    entry.undone_by = reader.person_id
    _put(session, comment, _restored(session, comment, entry))
    record(session, "decision-undone", by=reader.person_id, subject="comment", subject_id=comment.id)


def _put(session: Session, comment: Comment, state: CommentState) -> None:
    """Spam is in no count: what becomes spam, or is none after all, moves the counts with their next batch."""
    if CommentState.SPAM in (comment.state, state) and comment.state is not state:
        note_relabelled(session, comment.id)
    comment.state = state


def _restored(session: Session, comment: Comment, entry: DecisionEntry) -> CommentState:
    """The state before; a quote is only restored while there is one, and is never confirmed by undoing."""
    quote = session.get(Quote, comment.id)
    if quote is not None:
        quote.confirmed_by = quote.confirmed_at = None
    if quote is not None and entry.decision is Decision.QUOTE:
        session.delete(quote)
        quote = None
    if entry.state_before not in QUOTE_STATES:
        return entry.state_before
    return CommentState.UNREAD if quote is None else CommentState.QUOTE_PROPOSED
