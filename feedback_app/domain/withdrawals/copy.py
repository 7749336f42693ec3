"""All that one person sent, for herself: what she ticked and what she wrote, as it stands with us now (SAFETY R-33)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.findings.wording import question_words, questions_of
from feedback_app.domain.responses.models import Comment, Response
from feedback_app.domain.responses.reserved import ANSWER
from feedback_app.domain.waves.models import Wave
from feedback_app.platform.problems import Missing
from surveys import words_in
from surveys.definition import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class SentAnswer:
    """A question, and what was chosen or written; `is_later` for what she answered to a reply."""

    question: str
    answers: tuple[str, ...]
    is_later: bool = False


def copy_of(session: Session, response_id: UUID, *, language: str) -> tuple[SentAnswer, ...]:
    """Everything of one response, in the order of the survey and in one language. Raises Missing.

    Words that were taken out since read "[removed]": the sealed original is for the safeguarding lead alone.
    """
    row = session.execute(
        select(Response.chosen, Wave.definition)
        .join(Wave, Wave.id == Response.wave_id)
        .where(Response.id == response_id, Response.receipt_hash.is_not(None))
    ).one_or_none()
    if row is None:
        raise Missing("There is no such response.")
    texts = session.scalars(
        select(Comment).where(Comment.response_id == response_id).order_by(Comment.day, Comment.field)
    ).all()
    sent: list[SentAnswer] = []
    for question in questions_of(row.definition):
        sent += _chosen(question, row.chosen.get(question.code, ()), language)
        sent += [
            SentAnswer(question=question_words(row.definition, one.field, language), answers=(one.text,))
            for one in texts
            if one.question_code == question.code
        ]
    later = [
        SentAnswer(question="", answers=(one.text,), is_later=True)
        for one in texts
        if one.question_code == ANSWER
    ]
    return (*sent, *later)


def _chosen(question: Question, codes: tuple[str, ...], language: str) -> list[SentAnswer]:
    if not codes:
        return []
    words = {option.code: words_in(option.text, language) for option in question.options}
    answers = tuple(words.get(code, code) for code in codes)
    return [SentAnswer(question=words_in(question.text, language), answers=answers)]
