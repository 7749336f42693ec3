"""Venues for tests, and what is counted for them."""

from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.venues.counting import codes_for
from feedback_app.domain.venues.kinds import VenueKind
from feedback_app.domain.venues.models import Venue, VenueCount
from feedback_app.platform.database import reading, transaction


def make_venue(session: Session, name: str = "Rose Hill youth club", **values: object) -> UUID:
    """A youth club; returns its id."""
    columns: dict[str, object] = {"id": uuid4(), "name": name, "kind": VenueKind.YOUTH_CLUB}
    venue = Venue(**(columns | values))
    session.add(venue)
    session.flush()
    return venue.id


def venue_with_code(app: Flask, wave_id: UUID, name: str = "Rose Hill youth club") -> tuple[UUID, str]:
    """A venue with posters in this wave: its id and its code."""
    with app.app_context(), transaction() as session:
        venue_id = make_venue(session, name)
        return venue_id, codes_for(session, wave_id, [venue_id])[venue_id]


def counts_of(app: Flask, venue_id: UUID) -> list[tuple[int, int]]:
    """What waits and what is counted for a venue, wave by wave."""
    with app.app_context():
        query = select(VenueCount.waiting, VenueCount.counted).where(VenueCount.venue_id == venue_id)
        return [(waiting, counted) for waiting, counted in reading().execute(query)]
