"""The demonstration's places: where its posters hang, and how many of the open wave's responses came through each."""

from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from feedback_app.domain.venues.counting import codes_for
from feedback_app.domain.venues.keep import VenueFacts, add_venue
from feedback_app.domain.venues.kinds import VenueKind
from feedback_app.domain.venues.models import VenueCount
from feedback_app.domain.waves.queries import current_wave
from feedback_app.platform import clock

#: Each made-up place with the share of responses that came through its poster, in per cent.
PLACES = (
    (VenueFacts(name="Riverside Youth Centre", kind=VenueKind.YOUTH_CLUB, district="oxford"), 18),
    (VenueFacts(name="Castle Street Library", kind=VenueKind.LIBRARY, district="cherwell"), 11),
    (VenueFacts(name="The Ridgeway College", kind=VenueKind.SCHOOL, district="vale_of_white_horse"), 23),
    (VenueFacts(name="Market Square Clinic", kind=VenueKind.HEALTH, district="west_oxfordshire"), 1),
)


def hang_posters(session: Session, slug: str, *, by: UUID) -> None:
    """Add the places, with posters in the wave of this survey that runs; call it once its responses are counted."""
    wave = current_wave(session, slug, clock.now())
    if wave is None:
        return
    for facts, percent in PLACES:
        venue_id = add_venue(session, facts, by=by)
        codes_for(session, wave.id, [venue_id])
        session.execute(
            update(VenueCount)
            .where(VenueCount.wave_id == wave.id, VenueCount.venue_id == venue_id)
            .values(counted=wave.folded_responses * percent // 100)
        )
