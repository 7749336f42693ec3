"""Who may not see what: an item about somebody is not there for that person (SAFETY R-60)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, and_, or_, select

from feedback_app.domain.safeguarding.models import Escalation
from feedback_app.domain.safeguarding.states import EscalationState


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The person who looks, and whether they are a safeguarding lead."""

    person_id: UUID
    is_lead: bool


def responses_hidden_from(reader: Reader) -> Select[UUID | None]:
    """The ids of responses of which nothing exists for this person.

    What is about a member of staff is hidden from that person for good, and from everybody but the
    safeguarding leads until a lead has sent it back to the queue.
    """
    about_them = Escalation.about_person_id == reader.person_id
    for_leads_only = and_(
        Escalation.about_person_id.is_not(None), Escalation.state != EscalationState.RETURNED
    )
    hidden = about_them if reader.is_lead else or_(about_them, for_leads_only)
    return select(Escalation.response_id).where(Escalation.response_id.is_not(None), hidden)
