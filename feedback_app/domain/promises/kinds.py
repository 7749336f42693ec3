"""Where a promise stands."""

from enum import StrEnum


class PromiseStatus(StrEnum):
    """What has become of what was said."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    NOT_POSSIBLE = "not_possible"

    @property
    def words(self) -> str:
        """As printed."""
        return {"planned": "Planned", "under_way": "Under way", "done": "Done"}.get(
            self.value, "Not possible"
        )
