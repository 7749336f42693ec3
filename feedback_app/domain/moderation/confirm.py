"""The second person's step: confirm a quote, or send it back (SAFETY R-44, R-61)."""

from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.moderation.decide import NotCleared, NotHerWish, last_redactor, note_decision
from feedback_app.domain.moderation.excerpts import excerpt
from feedback_app.domain.moderation.models import Quote
from feedback_app.domain.moderation.queries import comment_to_change
from feedback_app.domain.moderation.states import Decision
from feedback_app.domain.moderation.transitions import DoesNotFit, state_after
from feedback_app.domain.responses.models import Comment
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.platform import clock
from feedback_app.platform.problems import Refused


class SecondPersonNeeded(Refused):
    """Who put a quote forward, or took words out of it, cannot confirm it."""


def confirm_quote(session: Session, comment_id: UUID, *, reader: Reader, seen: str) -> None:
    """Confirm another's quote; from now on it may be printed.

    Raises Missing, MovedOn, DoesNotFit, SecondPersonNeeded, NotHerWish or NotCleared.
    """
    comment = comment_to_change(session, comment_id, reader=reader, seen=seen)
    after = state_after(comment.state, Decision.CONFIRM)
    quote = session.get(Quote, comment_id)
    if quote is None:
        raise DoesNotFit("This comment is not waiting for a second person.")
    _check(session, comment, quote, by=reader.person_id)
    note_decision(session, comment, Decision.CONFIRM, by=reader.person_id)
    quote.confirmed_by, quote.confirmed_at = reader.person_id, clock.now()
    comment.state = after


def _check(session: Session, comment: Comment, quote: Quote, *, by: UUID) -> None:
    if by == quote.proposed_by:
        raise SecondPersonNeeded("You put this quote forward, so somebody else has to confirm it.")
    if by in (quote.redacted_by, last_redactor(session, comment.id)):
        raise SecondPersonNeeded("You took words out of this comment, so somebody else has to confirm it.")
    if not comment.may_quote:
        raise NotHerWish("There is no yes to being quoted here.")
    if comment.read_first and not quote.cleared:
        raise NotCleared(
            "It has been marked “read first” since it was put forward. Send it back, or escalate it."
        )
    excerpt(comment.text, quote.text)
