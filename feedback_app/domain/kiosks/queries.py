"""Reads kiosks as frozen records."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from feedback_app.domain.kiosks.models import Kiosk
from feedback_app.domain.venues.models import Venue
from feedback_app.domain.waves.models import Wave
from feedback_app.domain.waves.standing import TABLET_DAYS
from feedback_app.platform.problems import Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskRecord:
    """A kiosk as it is read; `venue` is the venue's name, "" for none. Moments are in UTC."""

    id: UUID
    wave_id: UUID
    name: str
    venue_id: UUID | None
    venue: str
    made_at: datetime
    link_ends_at: datetime | None
    set_up_on: date | None
    heard_on: date | None
    switched_off_at: datetime | None

    @property
    def is_on(self) -> bool:
        """Whether it may take new answers."""
        return self.switched_off_at is None


_kiosks: Select[*tuple[Any, ...]] = select(
    Kiosk.id,
    Kiosk.wave_id,
    Kiosk.name,
    Kiosk.venue_id,
    func.coalesce(Venue.name, "").label("venue"),
    Kiosk.made_at,
    Kiosk.link_ends_at,
    Kiosk.set_up_on,
    Kiosk.heard_on,
    Kiosk.switched_off_at,
).outerjoin(Venue, Venue.id == Kiosk.venue_id)


def kiosk_by_id(session: Session, kiosk_id: UUID) -> KioskRecord:
    """One kiosk. Raises Missing."""
    row = session.execute(_kiosks.where(Kiosk.id == kiosk_id)).one_or_none()
    if row is None:
        raise Missing("There is no kiosk at this address.")
    return _record(row)


def kiosks_of(session: Session, wave_id: UUID) -> tuple[KioskRecord, ...]:
    """The kiosks of a wave: those that are on first, by name."""
    found = _kiosks.where(Kiosk.wave_id == wave_id).order_by(
        Kiosk.switched_off_at.is_not(None), func.lower(Kiosk.name), Kiosk.id
    )
    return tuple(_record(row) for row in session.execute(found))


def tablets_may_send(session: Session, wave_id: UUID, now: datetime) -> bool:
    """Whether a tablet that was set up may still send answers that were begun before the wave ended."""
    ended_at = func.coalesce(Wave.closed_at, Wave.closes_at, type_=Wave.closes_at.type)
    found = select(Kiosk.id).where(
        Kiosk.wave_id == wave_id,
        Kiosk.set_up_on.is_not(None),
        Wave.id == Kiosk.wave_id,
        ended_at >= now - TABLET_DAYS,
    )
    return session.scalar(found.limit(1)) is not None


def _record(row: Row[*tuple[Any, ...]]) -> KioskRecord:
    return KioskRecord(**row._mapping)
