"""What the staff see of a conversation."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import url_for

from feedback_app.domain.moderation.records import CommentRecord
from feedback_app.domain.replies.queries import Conversation, Turn
from feedback_app.youth_workers.moderation_words import day_words


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """One turn. `covered` says why the words wait to be shown; `link` leads to what can be done about it; "" else."""

    who: str
    day: str
    text: str
    standing: str
    is_hers: bool
    covered: str
    link: str
    link_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPart:
    """The part of a comment's page that leads to writing back; `why_not` says why one cannot."""

    turns: tuple[TurnView, ...]
    why_not: str
    write: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPage:
    """Writing back to who wrote a comment."""

    question: str
    text: str
    covered: str
    turns: tuple[TurnView, ...]
    why_not: str
    signed: str
    action: str
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPage:
    """Asks before a reply is taken back."""

    text: str
    day: str
    action: str
    back: str


def reply_part(talk: Conversation, comment_id: UUID, arguments: dict[str, Any]) -> ReplyPart:
    """The conversation beside a comment; `arguments` are the filter of the queue, carried along."""
    return ReplyPart(
        turns=_turns(talk, comment_id, arguments, here=comment_id),
        why_not=talk.why_not,
        write="" if talk.why_not else url_for("replies.show_reply", comment_id=comment_id, **arguments),
    )


def reply_page(
    comment: CommentRecord, talk: Conversation, *, is_lead: bool, arguments: dict[str, Any]
) -> ReplyPage:
    """The page on which a reply is written."""
    return ReplyPage(
        question=comment.question,
        text=comment.text,
        covered="Read first" if comment.read_first else "",
        turns=_turns(talk, comment.id, arguments, here=None),
        why_not=talk.why_not,
        signed="A person whose job is to keep young people safe" if is_lead else "A youth worker",
        action=url_for("replies.send_reply", comment_id=comment.id, **arguments),
        back=url_for("moderation.show_comment", comment_id=comment.id, **arguments),
    )


def take_back_page(turn: Turn, comment_id: UUID, arguments: dict[str, Any]) -> TakeBackPage:
    """The question before a reply is taken back."""
    return TakeBackPage(
        text=turn.text,
        day=day_words(turn.day),
        action=url_for("replies.take_back", comment_id=comment_id, reply_id=turn.reply_id, **arguments),
        back=url_for("moderation.show_comment", comment_id=comment_id, **arguments),
    )


def _turns(
    talk: Conversation, comment_id: UUID, arguments: dict[str, Any], *, here: UUID | None
) -> tuple[TurnView, ...]:
    return tuple(_turn(turn, comment_id, arguments, here=here) for turn in talk.turns)


def _turn(turn: Turn, comment_id: UUID, arguments: dict[str, Any], *, here: UUID | None) -> TurnView:
    if turn.is_hers:
        is_here = turn.comment_id == here
        standing = "This is the answer above." if is_here else "" if turn.is_read else "Not dealt with yet"
        address = url_for("moderation.show_comment", comment_id=turn.comment_id, **arguments)
        return TurnView(
            who="The answer",
            day=day_words(turn.day),
            text="" if is_here else turn.text,
            standing=standing,
            is_hers=True,
            covered="Read first" if turn.read_first and not is_here else "",
            link="" if is_here else address,
            link_words="Open this answer",
        )
    return TurnView(
        who="The safeguarding lead" if turn.by_lead else "A youth worker",
        day=day_words(turn.day),
        text=turn.text,
        standing="",
        is_hers=False,
        covered="",
        link=url_for("replies.ask_to_take_back", comment_id=comment_id, reply_id=turn.reply_id, **arguments),
        link_words="Take this reply back",
    )
