"""Topics: proposed from what no outcome covers, decided by a person, followed into the next wave, protected like all counts."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.topics.counting import count_topics, waves_to_count
from feedback_app.domain.topics.decide import drop_topic, merge_topic, name_topic, undo
from feedback_app.domain.topics.models import TopicComment
from feedback_app.domain.topics.queries import (
    all_topics,
    approved_comments,
    find_topic,
    looks,
    topic_table,
    typical_comments,
)
from feedback_app.domain.topics.states import NameNotFit, NoReason, NothingToDo, TopicState
from feedback_app.domain.topics.uncovered import uncovered
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_finding, make_response, make_wave
from tests.factories.people import make_person
from tests.factories.topics import BUSES, counted, look_for_topics, many_on_buses, write


def worker(session: Session) -> Reader:
    """Somebody who reads the queue."""
    return Reader(person_id=make_person(session, Role.YOUTH_WORKER), is_lead=False)


def test_only_what_no_outcome_covers_is_looked_through(session: Session) -> None:
    wave_id = make_wave(session)
    plain = write(session, wave_id, "buses please")
    write(session, wave_id, "nobody listens", themes={"supported.listened": ["listens"]})
    write(session, wave_id, "więcej autobusów", language="pl")
    write(session, wave_id, "you lot are bus idiots", abusive=True)
    spam = write(session, wave_id, "buy bus tickets here")
    session.get_one(Comment, spam).state = CommentState.SPAM
    escalated = write(session, wave_id, "the bus driver hit me")
    session.get_one(Comment, escalated).state = CommentState.ESCALATED
    waiting = make_comment(session, "bus", response_id=make_response(session, wave_id))
    make_finding(session, waiting)
    session.flush()

    assert [one.id for one in uncovered(session, wave_id)] == [str(plain)]


def test_what_is_personal_is_left_out(session: Session) -> None:
    wave_id = make_wave(session)
    write(session, wave_id, "Jamal drives the bus", personal=[{"start": 0, "end": 5, "kind": "name"}])

    (text,) = uncovered(session, wave_id)

    assert "Jamal" not in text.masked
    assert "bus" in text.masked


def test_a_topic_is_proposed_and_looking_again_changes_nothing(session: Session) -> None:
    wave_id = make_wave(session)
    members = many_on_buses(session, wave_id)

    look_for_topics(session, wave_id)
    (first,) = all_topics(session)
    look_for_topics(session, wave_id)
    (again,) = all_topics(session)

    assert "bus" in first.terms or "buses" in first.terms
    assert (first.terms, first.stability, first.size) == (again.terms, again.stability, again.size)
    assert first.size.text == "15"
    assert session.scalar(select(func.count()).select_from(TopicComment)) == len(members)
    (look,) = looks(session)
    assert (look.given.text, look.found, look.is_part) == ("30", 1, False)


def test_nine_voices_are_no_topic(session: Session) -> None:
    wave_id = make_wave(session)
    many_on_buses(session, wave_id, 9)

    assert look_for_topics(session, wave_id) == []


def test_a_name_that_may_show_who_somebody_is_is_refused_with_the_reason(session: Session) -> None:
    wave_id = make_wave(session)
    many_on_buses(session, wave_id)
    (topic_id,) = look_for_topics(session, wave_id)
    by = worker(session).person_id

    for name in ("Mr Jamal Patel's bus", "Call 07700 900123", "", "x" * 61):
        with pytest.raises(NameNotFit):
            name_topic(session, topic_id, name, by=by)
    assert find_topic(session, topic_id).state is TopicState.PROPOSED

    name_topic(session, topic_id, "  Buses  and fares ", by=by)

    assert find_topic(session, topic_id).name == "Buses and fares"


def test_dropped_or_merged_needs_a_reason_and_can_be_undone(session: Session) -> None:
    wave_id = make_wave(session)
    many_on_buses(session, wave_id)
    (topic_id,) = look_for_topics(session, wave_id)
    by = worker(session).person_id

    with pytest.raises(NoReason):
        drop_topic(session, topic_id, "  ", by=by)
    name_topic(session, topic_id, "Buses", by=by)
    drop_topic(session, topic_id, "Not a topic", by=by)
    assert find_topic(session, topic_id).state is TopicState.DROPPED
    with pytest.raises(NothingToDo):
        drop_topic(session, topic_id, "Again", by=by)

    undo(session, topic_id, by=by)
    assert (find_topic(session, topic_id).state, find_topic(session, topic_id).name) == (
        TopicState.NAMED,
        "Buses",
    )
    undo(session, topic_id, by=by)
    assert (find_topic(session, topic_id).state, find_topic(session, topic_id).name) == (
        TopicState.PROPOSED,
        "",
    )


def test_what_was_dropped_is_not_proposed_again(session: Session) -> None:
    first, second = make_wave(session), make_wave(session)
    many_on_buses(session, first)
    (topic_id,) = look_for_topics(session, first)
    drop_topic(session, topic_id, "Another service asks this", by=worker(session).person_id)
    many_on_buses(session, second)

    assert look_for_topics(session, second) == []


def test_a_named_topic_is_followed_into_the_next_wave_and_counted_through_the_gate(session: Session) -> None:
    first, second = make_wave(session), make_wave(session)
    many_on_buses(session, first, 30)
    (topic_id,) = look_for_topics(session, first)
    name_topic(session, topic_id, "Buses", by=worker(session).person_id)
    many_on_buses(session, second, 27)
    for wave_id in waves_to_count(session):
        count_topics(session, wave_id)

    before, after = topic_table(session, first), topic_table(session, second)

    assert waves_to_count(session) == ()
    assert before is not None
    assert after is not None
    assert [(row.label, row.count.text) for row in before.rows] == [("Buses", "30")]
    assert [(row.label, row.count.text) for row in after.rows] == [("Buses", "25")]
    assert (before.base.text, after.base.text) == ("60", "55")


def test_a_proposal_near_a_named_topic_is_offered_as_more_of_it_and_merging_can_be_undone(
    session: Session,
) -> None:
    first, second = make_wave(session), make_wave(session)
    many_on_buses(session, first)
    (named,) = look_for_topics(session, first)
    by = worker(session).person_id
    name_topic(session, named, "Buses", by=by)
    many_on_buses(session, second)
    (proposed,) = look_for_topics(session, second)

    assert find_topic(session, proposed).near == "Buses"
    merge_topic(session, proposed, named, "The same", by=by)
    assert find_topic(session, proposed).into == "Buses"
    with pytest.raises(NothingToDo):
        merge_topic(session, named, named, "Itself", by=by)
    undo(session, proposed, by=by)
    assert find_topic(session, proposed).state is TopicState.PROPOSED


def test_counts_stand_until_the_waves_counts_move(session: Session) -> None:
    wave_id = make_wave(session)
    many_on_buses(session, wave_id)
    (topic_id,) = look_for_topics(session, wave_id)
    name_topic(session, topic_id, "Buses", by=worker(session).person_id)
    count_topics(session, wave_id)
    before = topic_table(session, wave_id)

    for _ in range(9):
        comment_id = make_comment(session, BUSES[0], response_id=make_response(session, wave_id))
        make_finding(session, comment_id)
    assert waves_to_count(session) == ()
    assert topic_table(session, wave_id) == before

    counted(session, wave_id, 41)
    assert waves_to_count(session) == (wave_id,)


def test_a_comment_that_is_taken_back_leaves_the_topic(session: Session) -> None:
    wave_id = make_wave(session)
    members = many_on_buses(session, wave_id)
    look_for_topics(session, wave_id)

    session.delete(session.get_one(Comment, members[0]))
    session.flush()

    assert members[0] not in session.scalars(select(TopicComment.comment_id)).all()


def test_typical_comments_are_for_who_reads_the_queue_and_quotes_only_approved(session: Session) -> None:
    wave_id = make_wave(session)
    many_on_buses(session, wave_id)
    (topic_id,) = look_for_topics(session, wave_id)

    typical = typical_comments(session, topic_id, reader=worker(session))

    assert {one.text for one in typical} == set(BUSES)
    assert approved_comments(session, topic_id) == ()
