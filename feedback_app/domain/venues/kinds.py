"""The kinds of places where young people meet the survey."""

from enum import StrEnum


class VenueKind(StrEnum):
    """What kind of place a venue is."""

    YOUTH_CLUB = "youth_club"
    SCHOOL = "school"
    LIBRARY = "library"
    HEALTH = "health"
    SOCIAL_CARE = "social_care"
    SPORT = "sport"
    EVENT = "event"
    OTHER = "other"
