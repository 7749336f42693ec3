"""Responses as rows of a table: every answer for the server's owner, closed answers for the engagement officer."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from analysis.figures.suppression import SMALLEST_BASE, SMALLEST_COUNT
from feedback_app.domain.audit.record import record
from feedback_app.domain.responses.holding import NOT_HELD
from feedback_app.domain.responses.models import Comment, Response, Tally
from feedback_app.domain.responses.reserved import ANSWER
from feedback_app.domain.waves.queries import survey_of
from feedback_app.domain.waves.standing import WaveRecord
from feedback_app.platform.problems import Conflict
from surveys import HELPING_FIELDS, Kind, Survey, columns
from surveys.flattening import BETWEEN_OPTIONS

RESPONSE, WAVE, DAY, LANGUAGE, SOURCE = "_response", "_wave", "_day", "_language", "_source"
ABOUT_THE_RESPONSE = (RESPONSE, WAVE, DAY, LANGUAGE, SOURCE)
"""The columns that stand before the questions; no question's code can begin with a line."""
NOT_SHOWN = "not shown"
_AT_ONCE = 400


class Purpose(StrEnum):
    """What closed answers are exported for; the audit keeps it."""

    PAPER = "board-paper"
    RESEARCH = "research"
    CHECKING = "checking"
    REQUEST = "information-request"
    ARCHIVE = "archive"


class TooFewToExport(Conflict):
    """Too few people answered for their answers to leave the house row by row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A table about to be written: its columns, how many rows it will have, and the rows, read as they are taken.

    Rows come in an order drawn anew each time (SAFETY R-03). `multiple` names the columns whose cells hold several
    options, with a bar between them.
    """

    columns: tuple[str, ...]
    multiple: frozenset[str]
    total: int
    rows: Iterator[Mapping[str, str]]


def every_answer(session: Session, waves: Sequence[WaveRecord]) -> Export:
    """Every answer to these waves, words too: the controller's own copy, never for a page or a paper.

    Columns are those of all versions asked, in the order of the newest first wave; a redacted text stands as it
    is now.
    """
    surveys = [survey_of(wave) for wave in waves]
    asked = tuple(dict.fromkeys(name for survey in surveys for name in columns(survey)))
    ids = _shuffled(session, [wave.id for wave in waves], counted_only=False)
    return Export(
        columns=(*ABOUT_THE_RESPONSE, *asked, *HELPING_FIELDS),
        multiple=_multiple(surveys),
        total=len(ids),
        rows=_rows(session, ids, {wave.id: wave.title for wave in waves}),
    )


def closed_answers(session: Session, wave: WaveRecord) -> Export:
    """The closed answers of one wave as of its last batch, without days and words (SAFETY R-40, R-46).

    In each column, options that fewer than 8 chose read "not shown", together with the next rarest where
    they alone would give the number away. Raises TooFewToExport under 10 responses.
    """
    if wave.folded_responses < SMALLEST_BASE:
        raise TooFewToExport(
            f"Fewer than {SMALLEST_BASE} responses are counted so far, so nothing can be exported. "
            "This protects who answered."
        )
    survey = survey_of(wave)
    asked = tuple(question.code for question in survey.questions if question.is_choice)
    hidden = _hidden_options(session, wave.id, survey)
    ids = _shuffled(session, [wave.id], counted_only=True)
    return Export(
        columns=asked,
        multiple=_multiple([survey]),
        total=len(ids),
        rows=(_guarded(row, asked, hidden) for row in _rows(session, ids, {wave.id: wave.title})),
    )


def note_export(
    session: Session, wave: WaveRecord, *, what: str, purpose: Purpose | None, by: UUID | None
) -> None:
    """Write into the audit that a wave's answers were exported; `what` is a fixed word such as "closed-csv"."""
    deed = f"exported-{what}" + ("" if purpose is None else f"-for-{purpose}")
    record(session, deed, by=by, subject="wave", subject_id=wave.id)


def rows_by_id(
    session: Session, ids: Sequence[UUID], titles: Mapping[UUID, str]
) -> dict[UUID, dict[str, str]]:
    """The responses of these ids that are there, as rows without empty cells."""
    query = select(
        Response.id,
        Response.wave_id,
        Response.day,
        Response.language,
        Response.source,
        Response.chosen,
        Response.help_given,
        Response.helper_role,
    ).where(Response.id.in_(ids))
    rows: dict[UUID, dict[str, str]] = {}
    for one in session.execute(query):
        row = {code: BETWEEN_OPTIONS.join(options) for code, options in one.chosen.items()}
        row[RESPONSE], row[WAVE] = str(one.id), titles.get(one.wave_id, "")
        row[DAY], row[LANGUAGE], row[SOURCE] = one.day.isoformat(), one.language, one.source.value
        helping = zip(HELPING_FIELDS, (one.help_given, one.helper_role), strict=True)
        row.update((name, said.value) for name, said in helping if said is not None)
        rows[one.id] = row
    words = select(Comment.response_id, Comment.field, Comment.text).where(
        Comment.response_id.in_(ids), Comment.question_code != ANSWER
    )
    for response_id, field, text in session.execute(words):
        rows[response_id][field] = text
    return rows


def _multiple(surveys: Sequence[Survey]) -> frozenset[str]:
    return frozenset(
        question.code for survey in surveys for question in survey.questions if question.kind is Kind.MULTIPLE
    )


def _shuffled(session: Session, wave_ids: Sequence[UUID], *, counted_only: bool) -> list[UUID]:
    query = select(Response.id).where(Response.wave_id.in_(wave_ids), NOT_HELD)
    if counted_only:
        query = query.where(Response.folded)
    ids = list(session.scalars(query))
    random.SystemRandom().shuffle(ids)
    return ids


def _rows(session: Session, ids: Sequence[UUID], titles: Mapping[UUID, str]) -> Iterator[dict[str, str]]:
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        found = rows_by_id(session, some, titles)
        yield from (found[one] for one in some if one in found)


def _guarded(
    row: Mapping[str, str], asked: Sequence[str], hidden: Mapping[str, frozenset[str]]
) -> dict[str, str]:
    cells = {code: row[code] for code in asked if code in row}
    for code in cells.keys() & hidden.keys():
        if not hidden[code].isdisjoint(cells[code].split(BETWEEN_OPTIONS)):
            cells[code] = NOT_SHOWN
    return cells


def _hidden_options(session: Session, wave_id: UUID, survey: Survey) -> dict[str, frozenset[str]]:
    query = (
        select(Tally.row, Tally.col, func.sum(Tally.n))
        .where(Tally.wave_id == wave_id, Tally.subject == "option")
        .group_by(Tally.row, Tally.col)
    )
    counts: dict[str, dict[str, int]] = {}
    for question, option, count in session.execute(query):
        counts.setdefault(question, {})[option] = int(count)
    hidden = {}
    for question, options in counts.items():
        is_multiple = survey.question(question).kind is Kind.MULTIPLE
        hidden[question] = rare_options(options, may_overlap=is_multiple)
    return {question: options for question, options in hidden.items() if options}


def rare_options(counts: Mapping[str, int], *, may_overlap: bool) -> frozenset[str]:
    """The options to hide in one column: those that 1 to 7 chose, and the next rarest until 8 people are hidden.

    `may_overlap`: one person may have chosen several, so counts of two options do not add up to people.
    """
    rarest_first = sorted((count, option) for option, count in counts.items() if count)
    hidden: list[tuple[int, str]] = []
    for count, option in rarest_first:
        people = max((n for n, _ in hidden), default=0) if may_overlap else sum(n for n, _ in hidden)
        if count >= SMALLEST_COUNT and (not hidden or people >= SMALLEST_COUNT):
            break
        hidden.append((count, option))
    return frozenset(option for _, option in hidden)
