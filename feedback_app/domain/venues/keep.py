"""Venues are made, renamed and archived."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.venues.kinds import VenueKind
from feedback_app.domain.venues.models import Venue
from feedback_app.platform.problems import Conflict, Missing


class VenueNameTaken(Conflict):
    """Another venue has this name, so that nobody could tell their posters apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueFacts:
    """What is said of a venue; `district` is a code of the population figures, "" for the whole county."""

    name: str
    kind: VenueKind
    district: str = ""


def add_venue(session: Session, facts: VenueFacts, *, by: UUID | None) -> UUID:
    """A new venue; returns its id. Raises VenueNameTaken."""
    _refuse_taken(session, facts.name, own=None)
    venue = Venue(id=uuid4(), name=facts.name.strip(), kind=facts.kind, district=facts.district)
    session.add(venue)
    record(session, "added", by=by, subject="venue", subject_id=venue.id)
    session.flush()
    return venue.id


def change_venue(session: Session, venue_id: UUID, facts: VenueFacts, *, by: UUID | None) -> None:
    """Describe a venue anew; its posters stay good. Raises VenueNameTaken or Missing."""
    venue = _held(session, venue_id)
    _refuse_taken(session, facts.name, own=venue_id)
    venue.name, venue.kind, venue.district = facts.name.strip(), facts.kind, facts.district
    record(session, "changed", by=by, subject="venue", subject_id=venue_id)


def set_archived(session: Session, venue_id: UUID, *, archived: bool, by: UUID | None) -> None:
    """Offer a venue no longer, or again; what is counted stays. Raises Missing."""
    venue = _held(session, venue_id)
    if venue.archived != archived:
        venue.archived = archived
        record(
            session, "archived" if archived else "brought-back", by=by, subject="venue", subject_id=venue_id
        )


def _held(session: Session, venue_id: UUID) -> Venue:
    venue = session.get(Venue, venue_id, with_for_update=True)
    if venue is None:
        raise Missing("There is no venue at this address.")
    return venue


def _refuse_taken(session: Session, name: str, *, own: UUID | None) -> None:
    same = select(Venue.id).where(func.lower(Venue.name) == name.strip().lower(), Venue.id != own)
    if own is None:
        same = select(Venue.id).where(func.lower(Venue.name) == name.strip().lower())
    if session.scalar(same.limit(1)) is not None:
        raise VenueNameTaken("Another venue has this name. Add the town or the room.")
