"""Forms on paper for tests, typed as somebody at the keys would."""

from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from feedback_app.domain.paper.type_in import Outcome, Typed, type_in
from feedback_app.domain.waves.queries import survey_of, wave_by_id
from surveys import read_answers


def typed(
    session: Session,
    wave_id: UUID,
    fields: dict[str, str | list[str]],
    *,
    number: str = "12",
    page: UUID | None = None,
) -> Typed:
    """One typing; `fields` are option codes and words by field."""
    raw = {name: [value] if isinstance(value, str) else value for name, value in fields.items()}
    answers = read_answers(survey_of(wave_by_id(session, wave_id)), raw)
    return Typed(page_id=page or uuid4(), form_number=number, language="en", answers=answers)


def type_form(
    session: Session,
    wave_id: UUID,
    by: UUID,
    fields: dict[str, str | list[str]],
    *,
    number: str = "12",
    page: UUID | None = None,
) -> Outcome:
    """Type a form in; returns what came of it."""
    one = typed(session, wave_id, fields, number=number, page=page)
    outcome = type_in(session, wave_by_id(session, wave_id), one, by=by)
    session.flush()
    session.expire_all()
    return outcome
