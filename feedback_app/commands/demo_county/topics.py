"""What many wrote about that no outcome covers: found in each wave that is over, named in the latest, elsewhere to be decided."""

from uuid import UUID

from sqlalchemy.orm import Session

from analysis.topics import propose
from feedback_app.commands.demo_county.people import Staff
from feedback_app.domain.topics.counting import count_topics, waves_to_count
from feedback_app.domain.topics.decide import name_topic
from feedback_app.domain.topics.propose import keep_proposals
from feedback_app.domain.topics.queries import TopicRecord, all_topics
from feedback_app.domain.topics.states import TopicState
from feedback_app.domain.topics.uncovered import asked_in, uncovered
from feedback_app.domain.waves.queries import waves_of
from feedback_app.domain.waves.standing import WaveStanding
from feedback_app.platform import clock

NAME, WORD = "Buses and getting about", "bus"


def find_topics(session: Session, survey: str, voxy: str, *, staff: Staff) -> None:
    """Look in the survey's closed waves and in VOXY; the latest wave's topic on buses gets its name, the rest wait for a person."""
    now, has_name = clock.now(), False
    closed = [wave for wave in waves_of(session, survey) if wave.standing(now) is WaveStanding.CLOSED]
    for wave in (*closed, *waves_of(session, voxy)):
        for topic in _look(session, wave.id, staff=staff):
            if not has_name:
                name_topic(session, topic.id, NAME, by=staff.engagement_officer)
                has_name = True
    for wave_id in waves_to_count(session):
        count_topics(session, wave_id)


def _look(session: Session, wave_id: UUID, *, staff: Staff) -> list[TopicRecord]:
    """What was proposed in this wave about buses."""
    before = {topic.id for topic in all_topics(session)}
    found = propose(uncovered(session, wave_id), asked=asked_in(session, wave_id))
    keep_proposals(session, wave_id, found, by=staff.engagement_officer)
    return [
        topic
        for topic in all_topics(session)
        if topic.id not in before and topic.state is TopicState.PROPOSED and WORD in topic.terms
    ]
