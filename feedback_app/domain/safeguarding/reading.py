"""The whole response behind an escalation: every text and every chosen answer, in words."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.findings.wording import question_words, questions_of
from feedback_app.domain.responses.models import Comment, Response
from feedback_app.domain.safeguarding.conflicts import Reader, responses_hidden_from
from feedback_app.domain.safeguarding.models import SealedOriginal
from feedback_app.domain.waves.models import Wave
from feedback_app.platform.problems import Missing
from surveys import Helping
from surveys.definition import ENGLISH, words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenAnswer:
    """A closed question and what was chosen, in the wording she saw."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenAnswer:
    """A free-text answer as it stands now."""

    comment_id: UUID
    question: str
    text: str
    has_original: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeResponse:
    """All that one person sent at once."""

    wave: str
    day: date
    language: str
    helping: Helping
    written: tuple[WrittenAnswer, ...]
    chosen: tuple[ChosenAnswer, ...]


def response_for(session: Session, response_id: UUID, *, reader: Reader) -> Response:
    """The row of a response that this person may see. Raises Missing; within the domain only."""
    found = session.scalar(
        select(Response).where(Response.id == response_id, Response.id.not_in(responses_hidden_from(reader)))
    )
    if found is None:
        raise Missing("There is no such response.")
    return found


def whole_response(session: Session, response_id: UUID, *, reader: Reader) -> WholeResponse:
    """Everything of one response, in the order of the survey. Raises Missing."""
    response = response_for(session, response_id, reader=reader)
    wave = session.get_one(Wave, response.wave_id)
    return WholeResponse(
        wave=wave.title,
        day=response.day,
        language=response.language,
        helping=Helping(given=response.help_given, role=response.helper_role),
        written=_written(session, response, wave.definition),
        chosen=_chosen(response, wave.definition),
    )


def _written(session: Session, response: Response, definition: str) -> tuple[WrittenAnswer, ...]:
    order = {question.code: place for place, question in enumerate(questions_of(definition))}
    comments = session.scalars(select(Comment).where(Comment.response_id == response.id)).all()
    sealed = set(
        session.scalars(
            select(SealedOriginal.comment_id).where(
                SealedOriginal.comment_id.in_([one.id for one in comments])
            )
        )
    )
    return tuple(
        WrittenAnswer(
            comment_id=one.id,
            question=question_words(definition, one.field),
            text=one.text,
            has_original=one.id in sealed,
        )
        for one in sorted(comments, key=lambda one: (order.get(one.question_code, len(order)), one.field))
    )


def _chosen(response: Response, definition: str) -> tuple[ChosenAnswer, ...]:
    found = []
    for question in questions_of(definition):
        codes = response.chosen.get(question.code, ())
        if codes:
            words = {option.code: words_in(option.text, ENGLISH) for option in question.options}
            found.append(
                ChosenAnswer(
                    question=words_in(question.text, ENGLISH),
                    answers=tuple(words.get(code, code) for code in codes),
                )
            )
    return tuple(found)
