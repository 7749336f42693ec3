"""The comments that no outcome covers, with what is personal in them marked to be left out."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from analysis.topics import TopicText
from feedback_app.domain.findings.in_force import themes_in_force
from feedback_app.domain.findings.models import Finding
from feedback_app.domain.findings.wording import questions_of
from feedback_app.domain.responses.models import Comment, CommentState, Response
from feedback_app.domain.responses.reserved import ANSWER
from feedback_app.domain.waves.models import Wave
from surveys.definition import ENGLISH, words_in

#: A theme that the machine is less sure of covers a comment only weakly; what a person said is quite sure.
WEAKLY = 0.5
_LEFT_OUT = (CommentState.SPAM, CommentState.ESCALATED)


def uncovered(session: Session, wave_id: UUID) -> tuple[TopicText, ...]:
    """The English comments in a wave's counts that have no theme, or only a weak one, by the labels that count.

    Spam, abuse and what was escalated are not among them, nor boxes beside options and answers to replies.
    """
    themes = themes_in_force()
    covered = exists().where(themes.c.comment_id == Comment.id, themes.c.confidence >= WEAKLY)
    rows = session.execute(
        select(Comment.id, Comment.response_id, Comment.text, Finding.personal)
        .join(Finding, Finding.comment_id == Comment.id)
        .join(Response, Response.id == Comment.response_id)
        .where(
            Comment.wave_id == wave_id,
            Comment.field == Comment.question_code,
            Comment.question_code != ANSWER,
            Comment.state.not_in(_LEFT_OUT),
            Response.folded.is_(True),
            Finding.language == ENGLISH,
            Finding.abusive.is_(False),
            ~covered,
        )
    )
    return tuple(
        TopicText(id=str(comment_id), response=str(response_id), text=text, spans=_spans(personal))
        for comment_id, response_id, text, personal in rows
    )


def asked_in(session: Session, wave_id: UUID) -> tuple[str, ...]:
    """What a wave asked in free text: words of it say nothing in an answer."""
    definition = session.get_one(Wave, wave_id).definition
    return tuple(words_in(one.text, ENGLISH) for one in questions_of(definition) if one.is_text)


def _spans(personal: list[Mapping[str, Any]]) -> tuple[tuple[int, int], ...]:
    return tuple((span["start"], span["end"]) for span in personal)
