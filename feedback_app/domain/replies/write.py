"""Writing to who sent a response, taking it back, and her answer; a day and no moment (SAFETY R-03)."""

from uuid import UUID, uuid4

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.moderation.queries import comment_for
from feedback_app.domain.replies.models import Reply, ReplyAnswer
from feedback_app.domain.replies.rules import MOST_A_DAY, MOST_CHARACTERS, why_not
from feedback_app.domain.responses.models import Comment, CommentState, Response
from feedback_app.domain.responses.reserved import ANSWER, ANSWER_FIELD
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.platform import clock
from feedback_app.platform.crypto import keyed_hash
from feedback_app.platform.problems import Conflict, Invalid, Missing, Refused
from feedback_app.platform.secret import secret_key
from surveys.cleaning import clean_text


class CannotReply(Refused):
    """Nobody could read it, or it is for the safeguarding lead to write."""


class NotAReply(Invalid):
    """There are no words, or too many; `length` is how many characters there were."""

    def __init__(self, words: str, *, length: int) -> None:
        self.length = length
        super().__init__(words)


class TooManyToday(Conflict):
    """She has sent as many answers today as a day takes."""


def write_reply(session: Session, comment_id: UUID, *, text: str, form_id: UUID, reader: Reader) -> None:
    """Write to who wrote a comment, signed as a role; once, however often the form is sent.

    Raises Missing, CannotReply or NotAReply.
    """
    comment = comment_for(session, comment_id, reader=reader, lock=True)
    words = _judged(text)
    response = _held(session, comment.response_id)
    if session.scalar(select(exists().where(Reply.form_id == form_id))):
        return
    refusal = why_not(
        has_receipt=response is not None and response.receipt_hash is not None,
        with_lead=is_with_lead(session, comment.response_id),
        is_lead=reader.is_lead,
    )
    if refusal:
        raise CannotReply(refusal)
    reply_id = uuid4()
    session.add(
        Reply(
            id=reply_id,
            response_id=comment.response_id,
            number=_next_number(session, comment.response_id),
            text=words,
            day=clock.today(),
            by_lead=reader.is_lead,
            written_by=reader.person_id,
            form_id=form_id,
        )
    )
    session.flush()
    record(session, "reply-written", by=reader.person_id, subject="reply", subject_id=reply_id)


def take_back_reply(session: Session, comment_id: UUID, reply_id: UUID, *, reader: Reader) -> None:
    """Take a reply away; she may have read it. Raises Missing, also where it belongs to another conversation."""
    comment = comment_for(session, comment_id, reader=reader)
    reply = session.get(Reply, reply_id, with_for_update=True)
    if reply is None or reply.response_id != comment.response_id:
        raise Missing("This reply is not there any more.")
    session.delete(reply)
    record(session, "reply-taken-back", by=reader.person_id, subject="reply", subject_id=reply_id)


def write_answer(session: Session, response_id: UUID, *, text: str, form_id: UUID) -> bool:
    """Store her answer to what was written to her; whether this copy was the first.

    It stands in the queue as unread like every text, is never quoted and moves no figure. Raises Missing, NotAReply or
    TooManyToday.
    """
    response = _held(session, response_id)
    if response is None or response.receipt_hash is None:
        raise Missing("There is no such response.")
    form_hash = keyed_hash(secret_key(), "answer to a reply", form_id.bytes)
    if session.scalar(select(exists().where(ReplyAnswer.form_hash == form_hash))):
        return False
    words, today = _judged(text), clock.today()
    if _answers_on(session, response_id) >= MOST_A_DAY:
        raise TooManyToday("This response has had its answers for today.")
    comment = Comment(
        id=uuid4(),
        response_id=response_id,
        wave_id=response.wave_id,
        question_code=ANSWER,
        field=ANSWER_FIELD,
        text=words,
        may_quote=False,
        day=today,
        state=CommentState.UNREAD,
    )
    session.add(comment)
    session.flush()
    number = _next_number(session, response_id)
    session.add(
        ReplyAnswer(comment_id=comment.id, response_id=response_id, number=number, form_hash=form_hash)
    )
    session.flush()
    return True


def is_with_lead(session: Session, response_id: UUID) -> bool:
    """Whether any part of a response is with the safeguarding lead now; within the domain only."""
    escalated = exists().where(Comment.response_id == response_id, Comment.state == CommentState.ESCALATED)
    return bool(session.scalar(select(escalated)))


def _judged(text: str) -> str:
    words = clean_text(text, most=MOST_CHARACTERS).strip()
    if not words:
        raise NotAReply("Write something first.", length=0)
    if len(words) > MOST_CHARACTERS:
        raise NotAReply(
            f"Make this {len(words) - MOST_CHARACTERS} characters shorter. It can have up to {MOST_CHARACTERS}.",
            length=len(words),
        )
    return words


def _held(session: Session, response_id: UUID) -> Response | None:
    """The response's row, locked: turns of one conversation are written one after another."""
    held = select(Response).where(Response.id == response_id).with_for_update(key_share=True)
    return session.scalar(held)


def _next_number(session: Session, response_id: UUID) -> int:
    numbers = [
        session.scalar(select(func.max(table.number)).where(table.response_id == response_id)) or 0
        for table in (Reply, ReplyAnswer)
    ]
    return max(numbers) + 1


def _answers_on(session: Session, response_id: UUID) -> int:
    today = select(func.count()).where(
        Comment.response_id == response_id, Comment.question_code == ANSWER, Comment.day == clock.today()
    )
    return session.scalar(today) or 0
