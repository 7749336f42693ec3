"""How many responses came on each day, as of the last batch."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Tally


def counted_by_day(session: Session, wave_id: UUID, *, since: date) -> dict[date, int]:
    """Counted responses of a wave by day; true counts, to be protected before they are shown."""
    query = select(Tally.day, Tally.n).where(
        Tally.wave_id == wave_id, Tally.subject == "responses", Tally.day >= since
    )
    return {day: n for day, n in session.execute(query)}
