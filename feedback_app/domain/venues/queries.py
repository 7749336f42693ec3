"""Reads venues as frozen records, and how many responses came through each as a table for the gate."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from analysis.figures.counts import RawTable
from feedback_app.domain.venues.kinds import VenueKind
from feedback_app.domain.venues.models import Venue, VenueCount
from feedback_app.platform.problems import Missing

VENUES_TITLE = "Responses by venue"


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueRecord:
    """A venue as it is read; `district` is a code of the population figures, "" for the whole county."""

    id: UUID
    name: str
    kind: VenueKind
    district: str
    archived: bool


def open_venues(session: Session) -> tuple[VenueRecord, ...]:
    """The venues that are offered, by name."""
    rows = session.scalars(select(Venue).where(~Venue.archived).order_by(func.lower(Venue.name)))
    return tuple(_record(row) for row in rows)


def venue_by_id(session: Session, venue_id: UUID) -> VenueRecord:
    """One venue. Raises Missing."""
    row = session.get(Venue, venue_id)
    if row is None:
        raise Missing("There is no venue at this address.")
    return _record(row)


def page_of_venues(
    session: Session, *, words: str, archived: bool, page: int, size: int
) -> tuple[tuple[VenueRecord, ...], int]:
    """One page of the venues whose name holds these words, by name, and how many there are in all."""
    wanted = [Venue.archived == archived]
    if words:
        wanted.append(func.lower(Venue.name).contains(words.lower(), autoescape=True))
    total = session.scalar(select(func.count()).select_from(Venue).where(*wanted)) or 0
    rows = session.scalars(
        select(Venue).where(*wanted).order_by(func.lower(Venue.name)).limit(size).offset((page - 1) * size)
    )
    return tuple(_record(row) for row in rows), total


def venue_table(session: Session, wave_id: UUID) -> RawTable:
    """How many responses came through each venue of a wave as of the last batch: true counts, for the gate."""
    rows = session.execute(
        select(Venue.name, VenueCount.counted)
        .join(Venue, Venue.id == VenueCount.venue_id)
        .where(VenueCount.wave_id == wave_id)
        .order_by(func.lower(Venue.name))
    )
    return RawTable.of(VENUES_TITLE, {name: counted for name, counted in rows})


def codes_of(session: Session, wave_id: UUID) -> Mapping[UUID, str]:
    """The codes of a wave's venues that have one, by venue."""
    rows = session.execute(select(VenueCount.venue_id, VenueCount.code).where(VenueCount.wave_id == wave_id))
    return {venue_id: code for venue_id, code in rows}


def _record(row: Venue) -> VenueRecord:
    return VenueRecord(id=row.id, name=row.name, kind=row.kind, district=row.district, archived=row.archived)
