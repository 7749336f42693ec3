"""Reads the forms on paper that are not stored yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.paper.drafts import Draft, differences, opened
from feedback_app.domain.paper.models import PaperEntry
from feedback_app.platform.problems import Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRecord:
    """A form that is typed once or waits to be settled, without anything that stands on it."""

    id: UUID
    wave_id: UUID
    form_number: str
    typed_on: date
    first_by: UUID
    second_by: UUID | None

    @property
    def to_settle(self) -> bool:
        """Whether it was typed twice and differs."""
        return self.second_by is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class BothTypings:
    """Two typings of one form, and the cells in which they differ."""

    entry: EntryRecord
    first: Draft = field(repr=False)
    second: Draft = field(repr=False)
    different: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfTyped:
    """How many forms of a wave are typed once, and how many wait to be settled."""

    once: int = 0
    to_settle: int = 0


def page_of_entries(
    session: Session, wave_id: UUID, *, words: str, page: int, size: int
) -> tuple[tuple[EntryRecord, ...], int]:
    """One page of a wave's forms that are not stored yet, those to settle first; and how many there are in all."""
    wanted = [PaperEntry.wave_id == wave_id]
    if words:
        wanted.append(PaperEntry.form_number.icontains(words, autoescape=True))
    total = session.scalar(select(func.count()).select_from(PaperEntry).where(*wanted)) or 0
    rows = session.scalars(
        select(PaperEntry)
        .where(*wanted)
        .order_by(PaperEntry.second_by.is_(None), func.length(PaperEntry.form_number), PaperEntry.form_number)
        .limit(size)
        .offset((page - 1) * size)
    )
    return tuple(_record(row) for row in rows), total


def half_typed(session: Session) -> Mapping[UUID, HalfTyped]:
    """How many forms are not stored yet, by wave."""
    rows = session.execute(
        select(PaperEntry.wave_id, func.count(), func.count(PaperEntry.second_by)).group_by(
            PaperEntry.wave_id
        )
    )
    return {wave_id: HalfTyped(once=total - twice, to_settle=twice) for wave_id, total, twice in rows}


def entry_by_id(session: Session, wave_id: UUID, entry_id: UUID) -> EntryRecord:
    """One form of a wave. Raises Missing."""
    return _record(_row(session, wave_id, entry_id))


def both_typings(session: Session, wave_id: UUID, entry_id: UUID) -> BothTypings:
    """Both typings of a form that waits to be settled. Raises Missing."""
    row = _row(session, wave_id, entry_id)
    if row.second is None:
        raise Missing("This form was typed once so far. Type it again to compare.")
    first, second = opened(row.first), opened(row.second)
    return BothTypings(entry=_record(row), first=first, second=second, different=differences(first, second))


def _row(session: Session, wave_id: UUID, entry_id: UUID) -> PaperEntry:
    row = session.get(PaperEntry, entry_id)
    if row is None or row.wave_id != wave_id:
        raise Missing("This form is not here any more: it is stored, or somebody removed it.")
    return row


def _record(row: PaperEntry) -> EntryRecord:
    return EntryRecord(
        id=row.id,
        wave_id=row.wave_id,
        form_number=row.form_number,
        typed_on=row.typed_on,
        first_by=row.first_by,
        second_by=row.second_by,
    )
