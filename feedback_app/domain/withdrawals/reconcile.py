"""Whether a wave's numbers agree: what is live, what was taken back, and what is counted (SAFETY R-87)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Response, Tally
from feedback_app.domain.responses.owed import count_owed
from feedback_app.domain.waves.models import Wave


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """True numbers of a wave, for a check and never for a page.

    `live` and `withdrawn` together are all that was ever acknowledged; `counted` is what the wave says is in its
    counts, `in_tallies` what is there, and `owed` how many of those were taken back and go off with the next batch.
    """

    live: int
    live_and_counted: int
    withdrawn: int
    owed: int
    counted: int
    in_tallies: int

    @property
    def holds(self) -> bool:
        """Whether each response is in the counts once at most, and nothing else is."""
        return self.counted == self.in_tallies == self.live_and_counted + self.owed and (
            self.owed <= self.withdrawn
        )


def reconcile(session: Session, wave_id: UUID) -> Reconciled:
    """The numbers of a wave as they stand."""
    live = {
        folded: number
        for folded, number in session.execute(
            select(Response.folded, func.count()).where(Response.wave_id == wave_id).group_by(Response.folded)
        )
    }
    counted, withdrawn = session.execute(
        select(Wave.folded_responses, Wave.withdrawn_responses).where(Wave.id == wave_id)
    ).one()
    in_tallies = session.scalar(
        select(func.sum(Tally.n)).where(Tally.wave_id == wave_id, Tally.subject == "responses")
    )
    return Reconciled(
        live=sum(live.values()),
        live_and_counted=live.get(True, 0),
        withdrawn=withdrawn,
        owed=count_owed(session, wave_id),
        counted=counted,
        in_tallies=int(in_tallies or 0),
    )
