"""Counts responses by venue without joining the two, and moves the figures ten or more at a time."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from feedback_app.domain.venues.models import VenueCount
from feedback_app.domain.waves.models import Wave
from feedback_app.domain.waves.standing import TABLET_DAYS

SMALLEST_BATCH = 10
CODE_LENGTH = 6
#: Without letters and digits that look alike.
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


def is_code(text: str) -> bool:
    """Whether a text has the shape of a venue's code; says nothing of whether there is such a venue."""
    return len(text) == CODE_LENGTH and all(sign in _SIGNS for sign in text)


def codes_for(session: Session, wave_id: UUID, venue_ids: Sequence[UUID]) -> dict[UUID, str]:
    """The code of each of these venues in a wave; one that has none yet is given a random one."""
    connection = session.connection()
    made: Any = (
        sqlite.insert(VenueCount) if connection.dialect.name == "sqlite" else postgresql.insert(VenueCount)
    )
    for venue_id in venue_ids:
        row = {"wave_id": wave_id, "venue_id": venue_id, "code": _new_code(), "waiting": 0, "counted": 0}
        connection.execute(made.on_conflict_do_nothing(index_elements=["wave_id", "venue_id"]), row)
    found = select(VenueCount.venue_id, VenueCount.code).where(
        VenueCount.wave_id == wave_id, VenueCount.venue_id.in_(venue_ids)
    )
    return {venue_id: code for venue_id, code in session.execute(found)}


def count_code(session: Session, wave_id: UUID, code: str) -> bool:
    """One more response came with this code; call it in the transaction that stored the response, and only then.

    An unknown code, or another wave's, counts nothing; returns whether it was known.
    """
    if not is_code(code):
        return False
    return _count(session, VenueCount.wave_id == wave_id, VenueCount.code == code)


def count_venue(session: Session, wave_id: UUID, venue_id: UUID) -> None:
    """One more response came from this venue, as of a tablet that lies there; otherwise like `count_code`."""
    codes_for(session, wave_id, [venue_id])
    _count(session, VenueCount.wave_id == wave_id, VenueCount.venue_id == venue_id)


def fold_venues(session: Session, *, now: datetime) -> int:
    """Move what waits into the figures: ten or more at a time, or what is left once no more answers come, tablets without
    signal included.

    Returns how many venues moved (SAFETY R-46).
    """
    ends_at = func.coalesce(Wave.closed_at, Wave.closes_at, type_=Wave.closes_at.type)
    over = select(Wave.id).where(ends_at < now - TABLET_DAYS)
    moved = session.execute(
        update(VenueCount)
        .where(
            VenueCount.waiting > 0,
            or_(VenueCount.waiting >= SMALLEST_BATCH, VenueCount.wave_id.in_(over)),
        )
        .values(counted=VenueCount.counted + VenueCount.waiting, waiting=0)
        .execution_options(synchronize_session=False)
    )
    return int(moved.rowcount)  # type: ignore[attr-defined]  # an UPDATE's result has one


def _count(session: Session, *where: Any) -> bool:
    counted = session.execute(
        update(VenueCount)
        .where(*where)
        .values(waiting=VenueCount.waiting + 1)
        .execution_options(synchronize_session=False)
    )
    return bool(counted.rowcount)  # type: ignore[attr-defined]  # an UPDATE's result has one


def _new_code() -> str:
    return "".join(secrets.choice(_SIGNS) for _ in range(CODE_LENGTH))
