"""What the pages of venues show, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from feedback_app.domain.venues.queries import VenueRecord
from feedback_app.platform.paging import Pages
from feedback_app.youth_workers.venue_forms import KINDS, WHOLE_COUNTY, districts


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueLine:
    """One venue in the list."""

    name: str
    about: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VenuesPage:
    """The venues that are offered, or the archived ones."""

    venues: tuple[VenueLine, ...]
    archived: bool
    words: str
    total: int
    pages: Pages
    clear: str
    other_address: str
    other_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VenuePage:
    """The form of one venue; `archive_address` is "" for a new one."""

    title: str
    submit_words: str
    archive_address: str
    archive_words: str
    archive_about: str


def venues_page(
    venues: Sequence[VenueRecord], *, total: int, words: str, archived: bool, pages: Pages
) -> VenuesPage:
    """One page of the list."""
    here = url_for("venues.show_venues", archived=1 if archived else None)
    return VenuesPage(
        venues=tuple(_line(venue) for venue in venues),
        archived=archived,
        words=words,
        total=total,
        pages=pages,
        clear=here if words else "",
        other_address=url_for("venues.show_venues", archived=None if archived else 1),
        other_words="Places that are offered" if archived else "Archived places",
    )


def new_venue_page() -> VenuePage:
    """The form of a venue to come."""
    return VenuePage(
        title="Add a place", submit_words="Add place", archive_address="", archive_words="", archive_about=""
    )


def venue_page(venue: VenueRecord) -> VenuePage:
    """The form of a venue that is there."""
    endpoint = "venues.bring_back" if venue.archived else "venues.archive"
    return VenuePage(
        title=venue.name,
        submit_words="Save",
        archive_address=url_for(endpoint, venue_id=venue.id),
        archive_words="Offer it again" if venue.archived else "Archive it",
        archive_about=(
            "It is archived: it is not offered for posters and tablets."
            if venue.archived
            else "It is then no longer offered for posters and tablets. What came through it stays counted, "
            "posters that still hang go on working, and you can bring it back."
        ),
    )


def _line(venue: VenueRecord) -> VenueLine:
    where = districts().get(venue.district, WHOLE_COUNTY)
    return VenueLine(
        name=venue.name,
        about=f"{KINDS[venue.kind]} · {where}",
        address=url_for("venues.show_venue", venue_id=venue.id),
    )
