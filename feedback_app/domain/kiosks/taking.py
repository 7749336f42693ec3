"""For how long an answer that waited on a tablet is taken."""

from datetime import datetime

from feedback_app.domain.waves.standing import TABLET_DAYS, WaveRecord


def takes(wave: WaveRecord, switched_off_at: datetime | None, *, started_at: datetime, now: datetime) -> bool:
    """Whether an answer that was begun then is taken now.

    While wave and kiosk run, always (`switched_off_at` is None); for TABLET_DAYS after either stopped, what was begun
    before it did.
    """
    stops = (wave.paused_at, wave.ends_at, switched_off_at)
    past = [moment for moment in stops if moment is not None and moment <= now]
    if not past:
        return now >= wave.opens_at
    return started_at < min(past) and now <= min(past) + TABLET_DAYS
