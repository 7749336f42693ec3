"""Where a wave stands at a moment, and whose answers it still takes; judged from its dates alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

GRACE = timedelta(minutes=30)
"""How long who had started before a wave ended, or paused, may still send (SAFETY R-89)."""

TABLET_DAYS = timedelta(days=7)
"""How long after a wave or a kiosk stopped an answer that was begun on a tablet before that may still come from it."""
PAPER_DAYS = timedelta(days=14)
"""How long after a wave has ended forms on paper may still be typed in: they come by post."""


class WaveStanding(StrEnum):
    """Where a wave stands."""

    BEFORE = "before"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveRecord:
    """A wave as it is read; all moments are in UTC.

    `definition` is the YAML text frozen when it was opened. `folded_responses` counts the responses as of the
    last batch: it is a true count, to be protected before it is shown.
    """

    id: UUID
    slug: str
    title: str
    version: int
    definition: str
    opens_at: datetime
    closes_at: datetime | None
    paused_at: datetime | None
    closed_at: datetime | None
    synthetic: bool
    folded_responses: int

    @property
    def paused(self) -> bool:
        """Whether a person paused it and nobody resumed it."""
        return self.paused_at is not None

    @property
    def ends_at(self) -> datetime | None:
        """When it ends or ended, by a person or by its date; None: without an end."""
        return self.closed_at or self.closes_at

    def standing(self, now: datetime) -> WaveStanding:
        """Where it stands: open from the very moment it opens, closed from the very moment it ends."""
        if self.ends_at is not None and self.ends_at <= now:
            return WaveStanding.CLOSED
        if now < self.opens_at:
            return WaveStanding.BEFORE
        return WaveStanding.PAUSED if self.paused else WaveStanding.OPEN


def takes_paper(wave: WaveRecord, now: datetime) -> bool:
    """Whether forms on paper may be typed in now: from the opening until some days after the end, paused or not."""
    return wave.opens_at <= now and not paper_is_over(wave.ends_at, now)


def paper_is_over(ends_at: datetime | None, now: datetime) -> bool:
    """Whether paper comes too late for a wave that ends or ended then."""
    return ends_at is not None and now >= ends_at + PAPER_DAYS


def takes_answers(wave: WaveRecord, *, issued_at: datetime, now: datetime) -> bool:
    """Whether an answer sent now on a form issued then is taken.

    An open wave takes every answer. One that was closed, by its date or by a person, or paused takes them for
    GRACE more from who had the form before it stopped, since an answer must never be lost; no form is issued
    after that. A page shown again with its errors keeps the first form's time of issue.
    """
    match wave.standing(now):
        case WaveStanding.OPEN:
            return True
        case WaveStanding.BEFORE:
            return False
        case WaveStanding.PAUSED | WaveStanding.CLOSED:
            stops = [moment for moment in (wave.paused_at, wave.ends_at) if moment is not None]
            stopped_at = min(stops)
            return issued_at < stopped_at and now <= stopped_at + GRACE
