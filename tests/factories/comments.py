"""Waves, responses and comments for tests; columns only."""

from datetime import date
from functools import cache
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from feedback_app.domain.findings.models import Finding, FindingTheme
from feedback_app.domain.responses.models import Comment, Response
from feedback_app.domain.waves.models import Wave
from feedback_app.platform import clock
from surveys import instrument_text, load

DAY = date(2026, 3, 2)


@cache
def text_questions() -> tuple[str, ...]:
    """The codes of the questions of the instrument that are answered in free text."""
    return tuple(
        question.code for question in load(instrument_text("be-supported")).questions if question.is_text
    )


def make_wave(session: Session, **values: object) -> UUID:
    """A wave that is open; returns its id."""
    columns: dict[str, object] = {
        "id": uuid4(),
        "slug": "be-supported",
        "title": "Be Supported, spring",
        "definition_version": 1,
        "definition": instrument_text("be-supported"),
        "opens_at": clock.now(),
    }
    wave = Wave(**(columns | values))
    session.add(wave)
    session.flush()
    return wave.id


def make_response(session: Session, wave_id: UUID, **values: object) -> UUID:
    """A response without comments; returns its id."""
    columns: dict[str, object] = {
        "id": uuid4(),
        "wave_id": wave_id,
        "submission_hash": uuid4().bytes * 2,
        "day": DAY,
        "chosen": {},
    }
    response = Response(**(columns | values))
    session.add(response)
    session.flush()
    return response.id


def make_comment(session: Session, text: str, *, response_id: UUID | None = None, **values: object) -> UUID:
    """A comment that may be quoted and was analysed, of a response and wave of its own unless given; returns its id."""
    if response_id is None:
        response_id = make_response(session, make_wave(session))
    wave_id = session.get_one(Response, response_id).wave_id
    columns: dict[str, object] = {
        "id": uuid4(),
        "response_id": response_id,
        "wave_id": wave_id,
        "question_code": text_questions()[0],
        "field": text_questions()[0],
        "text": text,
        "may_quote": True,
        "day": DAY,
        "read_first": False,
    }
    comment = Comment(**(columns | values))
    session.add(comment)
    session.flush()
    return comment.id


def make_finding(
    session: Session, comment_id: UUID, *, themes: dict[str, list[str]] | None = None, **values: object
) -> None:
    """What the machine found in a comment."""
    columns: dict[str, object] = {
        "comment_id": comment_id,
        "version": "test",
        "language": "en",
        "sentiment": "negative",
        "score": -0.5,
        "confidence": 0.8,
        "sure": True,
        "read_first": False,
        "kinds": [],
        "because": [],
        "personal": [],
        "abusive": False,
    }
    session.add(Finding(**(columns | values)))
    session.flush()
    for code, because in (themes or {}).items():
        session.add(FindingTheme(comment_id=comment_id, code=code, confidence=0.9, because=because))
    session.flush()
