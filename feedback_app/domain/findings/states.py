"""Where a version of the reading stands."""

from enum import StrEnum


class VersionState(StrEnum):
    """Where a learned version stands."""

    PROPOSED = "proposed"
    IN_USE = "in_use"
    RETIRED = "retired"
