"""Reads conversations as frozen records: for the staff with her words, for her without them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.moderation.queries import comment_for
from feedback_app.domain.replies.models import Reply, ReplyAnswer
from feedback_app.domain.replies.rules import why_not
from feedback_app.domain.replies.write import is_with_lead
from feedback_app.domain.responses.models import Comment, CommentState, Response
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.platform.problems import Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn of a conversation: a reply, or her answer.

    `reply_id` is None for her answer, `comment_id` for a reply. `text` of her answer is "" where she is the one who
    reads: who finds her code must not learn what she said.
    """

    number: int
    day: date
    text: str
    by_lead: bool
    reply_id: UUID | None
    comment_id: UUID | None
    is_read: bool
    read_first: bool | None

    @property
    def is_hers(self) -> bool:
        """Whether she wrote it."""
        return self.comment_id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """All that was written to and fro about one response, newest first; `why_not` says why one cannot write."""

    turns: tuple[Turn, ...]
    why_not: str


def conversation_about(session: Session, comment_id: UUID, *, reader: Reader) -> Conversation:
    """The conversation with who wrote a comment, for one of the staff. Raises Missing."""
    response_id = comment_for(session, comment_id, reader=reader).response_id
    has_receipt = session.scalar(select(Response.receipt_hash).where(Response.id == response_id)) is not None
    refusal = why_not(
        has_receipt=has_receipt, with_lead=is_with_lead(session, response_id), is_lead=reader.is_lead
    )
    return Conversation(
        turns=_newest_first([*_replies(session, response_id), *_answers(session, response_id, words=True)]),
        why_not=refusal,
    )


def conversation_of(session: Session, response_id: UUID) -> tuple[Turn, ...]:
    """The conversation as she sees it: the replies, and that she answered, but not what; newest first."""
    return _newest_first([*_replies(session, response_id), *_answers(session, response_id, words=False)])


def reply_to_take_back(session: Session, comment_id: UUID, reply_id: UUID, *, reader: Reader) -> Turn:
    """One reply of the conversation with who wrote a comment. Raises Missing."""
    response_id = comment_for(session, comment_id, reader=reader).response_id
    found = next((turn for turn in _replies(session, response_id) if turn.reply_id == reply_id), None)
    if found is None:
        raise Missing("This reply is not there any more.")
    return found


def _newest_first(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    return tuple(sorted(turns, key=lambda turn: turn.number, reverse=True))


def _replies(session: Session, response_id: UUID) -> list[Turn]:
    rows = session.scalars(select(Reply).where(Reply.response_id == response_id))
    return [
        _turn(number=row.number, day=row.day, text=row.text, by_lead=row.by_lead, reply_id=row.id)
        for row in rows
    ]


def _answers(session: Session, response_id: UUID, *, words: bool) -> list[Turn]:
    rows = session.execute(
        select(ReplyAnswer.number, Comment)
        .join(Comment, Comment.id == ReplyAnswer.comment_id)
        .where(ReplyAnswer.response_id == response_id)
    )
    return [
        _turn(
            number=number,
            day=comment.day,
            text=comment.text if words else "",
            comment_id=comment.id,
            is_read=comment.state is not CommentState.UNREAD,
            read_first=comment.read_first,
        )
        for number, comment in rows
    ]


def _turn(**values: Any) -> Turn:
    columns: dict[str, Any] = {
        "by_lead": False,
        "reply_id": None,
        "comment_id": None,
        "is_read": True,
        "read_first": False,
    }
    return Turn(**(columns | values))
