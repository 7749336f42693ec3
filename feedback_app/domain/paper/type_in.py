"""Forms on paper are typed in: the first typing is kept sealed, the second is compared with it, blind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.paper.drafts import (
    Draft,
    differences,
    draft_of,
    opened,
    sealed,
    submission_id_of,
)
from feedback_app.domain.paper.models import PaperEntry
from feedback_app.domain.responses.holding import hold, is_stored_whole, let_go, store_whole
from feedback_app.domain.responses.models import ResponseSource
from feedback_app.domain.responses.submit import Submission
from feedback_app.domain.waves.queries import survey_of
from feedback_app.domain.waves.standing import WaveRecord, takes_paper
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict, Missing
from surveys import Answers


class PaperTimeOver(Conflict):
    """The wave takes no paper now."""

    def __str__(self) -> str:
        return "This wave takes no forms on paper now: it has not opened, or it ended more than 14 days ago."


class FormStored(Conflict):
    """A form of this number is stored already."""


class FormWaits(Conflict):
    """A form of this number was typed twice and waits to be settled."""


class Step(StrEnum):
    """What came of a typing."""

    TYPED_ONCE = "typed-once"
    STORED = "stored"
    TO_SETTLE = "to-settle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One typing of one form: the page it was typed on, the number on the paper, and the judged answers."""

    page_id: UUID
    form_number: str
    language: str
    answers: Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a typing, and the form's entry while there is one; whether words went into the queue."""

    step: Step
    entry_id: UUID | None = None
    has_words: bool = False


def type_in(session: Session, wave: WaveRecord, typed: Typed, *, by: UUID) -> Outcome:
    """Take one typing of a form; the same page sent again is the same typing, put right where it differs.

    The first time its words go into the queue at once, so that a person reads them whatever becomes of the form
    (SAFETY R-55). The second time it is stored if nothing differs, else it waits to be settled.
    Raises PaperTimeOver, FormStored or FormWaits.
    """
    _refuse_late(wave)
    draft = draft_of(survey_of(wave), typed.answers, language=typed.language)
    if _keep_first(session, wave, typed, draft, by=by):
        if is_stored_whole(session, submission_id_of(wave.id, typed.form_number)):
            raise FormStored(f"Form {typed.form_number} is stored already. Look at the number on the paper.")
        if typed.answers.texts:
            hold(session, _submission(wave, typed.form_number, draft))
        record(session, "typed-paper", by=by, subject="wave", subject_id=wave.id)
        return Outcome(step=Step.TYPED_ONCE, entry_id=typed.page_id, has_words=bool(typed.answers.texts))
    return _second(session, wave, typed, draft, by=by)


def settle(session: Session, wave: WaveRecord, entry_id: UUID, cells: Mapping[str, str], *, by: UUID) -> str:
    """Store a form as somebody settled it with the paper in hand; returns its number.

    Raises Missing where it is stored already, PaperTimeOver, or surveys.AnswerProblems.
    """
    _refuse_late(wave)
    entry = _held(session, wave.id, entry_id)
    _store(session, wave, entry, Draft(cells=cells))
    record(session, "settled-paper", by=by, subject="wave", subject_id=wave.id)
    return entry.form_number


def remove(session: Session, wave_id: UUID, entry_id: UUID, *, by: UUID) -> None:
    """Throw away what was typed of a form; words that are in the queue stay there. Raises Missing."""
    entry = _held(session, wave_id, entry_id)
    _let_go(session, entry)
    record(session, "removed-paper", by=by, subject="wave", subject_id=wave_id)


def forget_late(session: Session, waves: list[WaveRecord], *, now: datetime) -> int:
    """Throw away what was typed but never settled in waves that take no paper any more; returns how many."""
    late = [wave.id for wave in waves if not takes_paper(wave, now)]
    entries = session.scalars(select(PaperEntry).where(PaperEntry.wave_id.in_(late))).all() if late else ()
    for entry in entries:
        _let_go(session, entry)
    return len(entries)


def _second(session: Session, wave: WaveRecord, typed: Typed, draft: Draft, *, by: UUID) -> Outcome:
    entry = session.scalars(
        select(PaperEntry)
        .where(PaperEntry.wave_id == wave.id, PaperEntry.form_number == typed.form_number)
        .with_for_update()
    ).one_or_none()
    if entry is None:
        raise FormStored(
            f"Somebody has just stored form {typed.form_number}, or this page was saved under another number before. "
            "Look at the list, and type the form on a new page."
        )
    first = opened(entry.first)
    if entry.id == typed.page_id and entry.second is None:
        return _again(session, wave, entry, draft)
    if entry.second_page == typed.page_id:
        return Outcome(step=Step.TO_SETTLE, entry_id=entry.id)
    if entry.second is not None:
        raise FormWaits(f"Form {typed.form_number} was typed twice already. It waits to be settled.")
    if not differences(first, draft):
        _store(session, wave, entry, draft)
        record(session, "stored-paper", by=by, subject="wave", subject_id=wave.id)
        return Outcome(step=Step.STORED)
    entry.second, entry.second_by, entry.second_page = sealed(draft), by, typed.page_id
    record(session, "typed-paper", by=by, subject="wave", subject_id=wave.id)
    return Outcome(step=Step.TO_SETTLE, entry_id=entry.id)


def _again(session: Session, wave: WaveRecord, entry: PaperEntry, draft: Draft) -> Outcome:
    """The first typing sent once more, or put right on its page."""
    texts = draft.answers(survey_of(wave)).texts
    if differences(opened(entry.first), draft):
        typed_first = opened(entry.first).answers(survey_of(wave)).texts
        entry.first = sealed(draft)
        if texts:
            hold(session, _submission(wave, entry.form_number, draft), typed_first=typed_first)
    return Outcome(step=Step.TYPED_ONCE, entry_id=entry.id, has_words=bool(texts))


def _keep_first(session: Session, wave: WaveRecord, typed: Typed, draft: Draft, *, by: UUID) -> bool:
    """Whether this was the first typing of the number."""
    connection = session.connection()
    made: Any = (
        sqlite.insert(PaperEntry) if connection.dialect.name == "sqlite" else postgresql.insert(PaperEntry)
    )
    row = {
        "id": typed.page_id,
        "wave_id": wave.id,
        "form_number": typed.form_number,
        "typed_on": clock.today(),
        "first": sealed(draft),
        "first_by": by,
    }
    once = made.on_conflict_do_nothing().execution_options(preserve_rowcount=True)
    return connection.execute(once, row).rowcount > 0


def _store(session: Session, wave: WaveRecord, entry: PaperEntry, draft: Draft) -> None:
    typed_first = opened(entry.first).answers(survey_of(wave)).texts
    store_whole(session, _submission(wave, entry.form_number, draft), typed_first=typed_first)
    session.delete(entry)
    session.flush()


def _submission(wave: WaveRecord, form_number: str, draft: Draft) -> Submission:
    return Submission(
        wave_id=wave.id,
        submission_id=submission_id_of(wave.id, form_number),
        language=draft.language,
        day=_day(wave),
        answers=draft.answers(survey_of(wave)),
        source=ResponseSource.IMPORT,
        offers_receipt=False,
    )


def _day(wave: WaveRecord) -> date:
    """Today, or the wave's last day for a form that came after it."""
    if wave.ends_at is None:
        return clock.today()
    return min(clock.today(), clock.in_london(wave.ends_at).date())


def _let_go(session: Session, entry: PaperEntry) -> None:
    let_go(session, submission_id_of(entry.wave_id, entry.form_number))
    session.delete(entry)
    session.flush()


def _held(session: Session, wave_id: UUID, entry_id: UUID) -> PaperEntry:
    entry = session.get(PaperEntry, entry_id, with_for_update=True)
    if entry is None or entry.wave_id != wave_id:
        raise Missing("This form is not here any more: it is stored, or somebody removed it.")
    return entry


def _refuse_late(wave: WaveRecord) -> None:
    if not takes_paper(wave, clock.now()):
        raise PaperTimeOver
