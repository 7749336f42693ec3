"""What many wrote about that no outcome covers: found in each wave that is over, named once, left to be decided in VOXY."""

from uuid import UUID

from sqlalchemy.orm import Session

from analysis.topics import propose
from feedback_app.commands.demo_county.people import Staff
from feedback_app.domain.topics.counting import count_topics, waves_to_count
from feedback_app.domain.topics.decide import merge_topic, name_topic
from feedback_app.domain.topics.propose import keep_proposals
from feedback_app.domain.topics.queries import TopicRecord, all_topics
from feedback_app.domain.topics.states import TopicState
from feedback_app.domain.topics.uncovered import asked_in, uncovered
from feedback_app.domain.waves.queries import waves_of
from feedback_app.domain.waves.standing import WaveStanding
from feedback_app.platform import clock

NAME, WORD = "Buses and getting about", "bus"
_AGAIN = "The same buses as in the wave after it."


def find_topics(session: Session, survey: str, voxy: str, *, staff: Staff) -> None:
    """Look in the survey's closed waves and name what they say of buses; what VOXY says of them waits for a person."""
    now, named = clock.now(), None
    for wave in waves_of(session, survey):
        if wave.standing(now) is WaveStanding.CLOSED:
            for topic in _look(session, wave.id, staff=staff):
                if named is None:
                    name_topic(session, topic.id, NAME, by=staff.engagement_officer)
                    named = topic.id
                else:
                    merge_topic(session, topic.id, named, _AGAIN, by=staff.engagement_officer)
    for wave in waves_of(session, voxy):
        _look(session, wave.id, staff=staff)
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
