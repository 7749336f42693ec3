"""Responses typed from paper once: their words are read by a person at once, and nothing of them counts until
they are typed again and stored whole (SAFETY R-55)."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import delete, exists, insert, select, update
from sqlalchemy.orm import Session

from feedback_app.domain.responses import receipts
from feedback_app.domain.responses.models import Comment, CommentState, Held, Response
from feedback_app.domain.responses.reserved import ANSWER
from feedback_app.domain.responses.submit import Submission, comment_row, submit
from surveys import TextField

NOT_HELD = ~exists().where(Held.response_id == Response.id)
"""Of a response that may be counted and exported."""


def hold(session: Session, submission: Submission, *, typed_first: Mapping[str, str] | None = None) -> None:
    """Put the words of a submission into the queue, and nothing else of it; nobody may quote them yet.

    `typed_first` holds the words as an earlier call put them there, where they are put right now.
    """
    words = _words_alone(submission)
    response_id = _held_id(session, submission.submission_id)
    if response_id is not None:
        _put_right(session, words, response_id, typed_first or {})
    elif submit(session, words).is_first:
        session.execute(insert(Held).values(response_id=_response_id(session, submission.submission_id)))


def store_whole(session: Session, submission: Submission, *, typed_first: Mapping[str, str]) -> bool:
    """Store a response as it was settled, once; its words may be in the queue already. Returns whether it is new.

    `typed_first` holds the words as `hold` put them there. Where those are still untouched they are put right; what
    somebody has already dealt with stays as it was read, and no word ever leaves the queue.
    """
    response_id = _held_id(session, submission.submission_id)
    if response_id is None:
        return submit(session, submission).is_first
    session.execute(
        update(Response)
        .where(Response.id == response_id)
        .values(
            chosen={code: list(options) for code, options in submission.answers.chosen.items()},
            language=submission.language,
            day=submission.day,
        )
    )
    session.execute(delete(Held).where(Held.response_id == response_id))
    _put_right(session, submission, response_id, typed_first)
    return True


def is_stored_whole(session: Session, submission_id: UUID) -> bool:
    """Whether a submission is stored and counts, or will."""
    found = session.scalar(
        select(Response.id).where(Response.submission_hash == receipts.submission_hash(submission_id))
    )
    return found is not None and session.get(Held, found) is None


def let_go(session: Session, submission_id: UUID) -> None:
    """Part held words from the form they were typed from: they stay in the queue, and count for nothing."""
    response_id = _held_id(session, submission_id)
    if response_id is not None:
        session.execute(
            update(Response).where(Response.id == response_id).values(submission_hash=os.urandom(32))
        )


def _words_alone(submission: Submission) -> Submission:
    fields = tuple(field._replace(quotable=False) for field in submission.answers.fields)
    words = replace(submission.answers, chosen={}, may_quote=False, wants_receipt=False, fields=fields)
    return replace(submission, answers=words)


def _put_right(
    session: Session, submission: Submission, response_id: UUID, typed_first: Mapping[str, str]
) -> None:
    there = {
        comment.field: comment
        for comment in session.scalars(
            select(Comment)
            .where(Comment.response_id == response_id, Comment.question_code != ANSWER)
            .with_for_update()
        )
    }
    new: list[TextField] = []
    for text in submission.answers.text_fields():
        comment, words = there.get(text.field), submission.answers.texts[text.field]
        if comment is None:
            new.append(text)
        elif comment.text != words and _is_untouched(comment, typed_first):
            session.delete(comment)
            new.append(text)
        else:
            comment.may_quote = text.quotable
    session.flush()
    _add(session, submission, response_id, new)


def _add(session: Session, submission: Submission, response_id: UUID, texts: Sequence[TextField]) -> None:
    if texts:
        session.execute(insert(Comment), [comment_row(submission, response_id, text) for text in texts])


def _is_untouched(comment: Comment, typed_first: Mapping[str, str]) -> bool:
    return comment.state is CommentState.UNREAD and comment.text == typed_first.get(comment.field)


def _held_id(session: Session, submission_id: UUID) -> UUID | None:
    found = _response_id(session, submission_id)
    return found if found is not None and session.get(Held, found) is not None else None


def _response_id(session: Session, submission_id: UUID) -> UUID | None:
    return session.scalar(
        select(Response.id)
        .where(Response.submission_hash == receipts.submission_hash(submission_id))
        .with_for_update()
    )
