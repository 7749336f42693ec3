"""Waves in which many write of the same thing, and topics found there."""

from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from analysis.topics import propose
from feedback_app.domain.responses.models import Response, Tally
from feedback_app.domain.topics.models import Topic
from feedback_app.domain.topics.propose import keep_proposals
from feedback_app.domain.topics.uncovered import asked_in, uncovered
from feedback_app.domain.waves.models import Wave
from tests.factories.comments import make_comment, make_finding, make_response
from tests.factories.tallies import tally

BUSES = (
    "the bus to town is late",
    "buses cost so much for a ticket",
    "my bus never comes",
    "a bus on sundays pls",
)
OTHER = ("a telescope", "pizza on fridays", "vending machine", "longer holidays", "wifi in the hall", "chess")


def write(
    session: Session, wave_id: UUID, text: str, *, themes: dict[str, list[str]] | None = None, **found: object
) -> UUID:
    """A counted comment of a response of its own, read by the machine; returns its id."""
    response_id = make_response(session, wave_id, folded=True)
    comment_id = make_comment(session, text, response_id=response_id)
    make_finding(session, comment_id, themes=themes, **found)
    return comment_id


def many_on_buses(session: Session, wave_id: UUID, many: int = 16) -> list[UUID]:
    """So many comments on buses among as many on other things, all in the wave's counts; returns those on buses."""
    found = [write(session, wave_id, BUSES[at % len(BUSES)]) for at in range(many)]
    for at in range(many):
        write(session, wave_id, OTHER[at % len(OTHER)])
    counted(session, wave_id, 2 * many)
    return found


def counted(session: Session, wave_id: UUID, comments: int) -> None:
    """Say that the wave's counts hold so many comments, more than before."""
    session.execute(delete(Tally).where(Tally.wave_id == wave_id, Tally.subject == "comments"))
    tally(session, wave_id, "comments", {("better", "neutral"): comments})
    session.execute(update(Wave).where(Wave.id == wave_id).values(folded_responses=comments))
    session.execute(update(Response).where(Response.wave_id == wave_id).values(folded=True))


def look_for_topics(session: Session, wave_id: UUID) -> list[UUID]:
    """Look for topics in a wave; returns the ids of those proposed."""
    keep_proposals(session, wave_id, propose(uncovered(session, wave_id), asked=asked_in(session, wave_id)))
    session.expire_all()
    return [row.id for row in session.query(Topic).where(Topic.wave_id == wave_id).all()]
