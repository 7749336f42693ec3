"""What is about somebody is not there for them, wherever they look (SAFETY R-60)."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from feedback_app.domain.moderation.decide import Choice, decide, undo
from feedback_app.domain.moderation.queries import read_comment
from feedback_app.domain.moderation.queue import count_shelves, next_after, page_of_queue
from feedback_app.domain.moderation.records import QueueFilter
from feedback_app.domain.moderation.redact import Wish, redact
from feedback_app.domain.moderation.reminders import take_reminders
from feedback_app.domain.moderation.states import Decision, Shelf
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.escalate import Concern, NotEnough, escalate
from feedback_app.domain.safeguarding.handle import Step, read_whole, take_step
from feedback_app.domain.safeguarding.queue import count_waiting, page_of_escalations, read_escalation
from feedback_app.domain.safeguarding.states import Deed, Kind
from feedback_app.domain.safeguarding.unsealing import read_original
from feedback_app.platform import clock
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_response, make_wave, text_questions
from tests.factories.people import make_person

ALL = QueueFilter(shelf=Shelf.ALL)
Joined = Callable[[Role], Reader]


@pytest.fixture
def joined(session: Session) -> Joined:
    """Somebody new on the staff."""

    def joining(role: Role) -> Reader:
        return Reader(person_id=make_person(session, role), is_lead=role is Role.SAFEGUARDING_LEAD)

    return joining


def about(person: Reader) -> Concern:
    return Concern(kinds=(Kind.ABOUT_STAFF,), reason="named", about_person_id=person.person_id)


def test_the_accused_worker_finds_nothing_anywhere(session: Session, joined: Joined) -> None:
    worker, accused = joined(Role.YOUTH_WORKER), joined(Role.YOUTH_WORKER)
    response_id = make_response(session, make_wave(session))
    first, second = text_questions()[:2]
    comment_id = make_comment(session, "it was him", response_id=response_id, field=first)
    other_text = make_comment(session, "and nobody sees it", response_id=response_id, field=second)
    bystander = make_comment(session, "something else")
    escalate(session, comment_id, about(accused), reader=worker)
    session.flush()

    lines, count = page_of_queue(session, ALL, reader=accused, page=1, size=25)

    assert ([line.id for line in lines], count.count) == ([bystander], 1)
    assert sum(shelf.count for shelf in count_shelves(session, reader=accused)) == 1
    assert next_after(session, bystander, ALL, reader=accused) is None
    for hidden in (comment_id, other_text):
        for look in (
            lambda hidden=hidden: read_comment(session, hidden, reader=accused),
            lambda hidden=hidden: decide(
                session, hidden, Choice(decision=Decision.SPAM, seen="x"), reader=accused
            ),
            lambda hidden=hidden: redact(session, hidden, Wish(seen="x", words=("it",)), reader=accused),
            lambda hidden=hidden: undo(session, hidden, reader=accused),
            lambda hidden=hidden: escalate(session, hidden, about(worker), reader=accused),
        ):
            with pytest.raises(Missing):
                look()


def test_the_accused_lead_finds_nothing_and_another_lead_everything(session: Session, joined: Joined) -> None:
    worker, accused, lead = (
        joined(Role.YOUTH_WORKER),
        joined(Role.SAFEGUARDING_LEAD),
        joined(Role.SAFEGUARDING_LEAD),
    )
    comment_id = make_comment(session, "it was her")
    escalation_id = escalate(session, comment_id, about(accused), reader=worker)
    session.flush()

    assert page_of_escalations(session, reader=accused, finished=False, page=1, size=9) == ((), 0)
    assert count_waiting(session, reader=accused).unfinished == 0
    for look in (
        lambda: read_escalation(session, escalation_id, reader=accused),
        lambda: take_step(session, escalation_id, Step(deed=Deed.ACKNOWLEDGE), reader=accused),
        lambda: read_whole(session, escalation_id, reader=accused),
        lambda: read_original(session, escalation_id, comment_id, reader=accused, reason="x"),
    ):
        with pytest.raises(Missing):
            look()
    assert read_escalation(session, escalation_id, reader=lead).text == "it was her"


def test_what_is_about_staff_is_the_leads_alone_until_sent_back(session: Session, joined: Joined) -> None:
    worker, accused, lead = (
        joined(Role.YOUTH_WORKER),
        joined(Role.YOUTH_WORKER),
        joined(Role.SAFEGUARDING_LEAD),
    )
    comment_id = make_comment(session, "it was him")
    escalation_id = escalate(session, comment_id, about(accused), reader=worker)
    session.flush()

    with pytest.raises(Missing):
        read_comment(session, comment_id, reader=worker)
    take_step(
        session, escalation_id, Step(deed=Deed.RETURN, note="Another person of that name."), reader=lead
    )
    session.flush()

    assert read_comment(session, comment_id, reader=worker).shelf is Shelf.TO_READ
    with pytest.raises(Missing):
        read_comment(session, comment_id, reader=accused)


def test_nobody_escalates_about_themselves(session: Session, joined: Joined) -> None:
    worker = joined(Role.YOUTH_WORKER)
    comment_id = make_comment(session, "it was him")

    with pytest.raises(NotEnough):
        escalate(session, comment_id, about(worker), reader=worker)


def test_the_count_in_a_mail_leaves_out_what_is_about_its_reader(session: Session, joined: Joined) -> None:
    worker, accused = joined(Role.YOUTH_WORKER), joined(Role.YOUTH_WORKER)
    response_id = make_response(session, make_wave(session))
    first, second = text_questions()[:2]
    comment_id = make_comment(session, "it was him", response_id=response_id, field=first)
    make_comment(session, "unread beside it", response_id=response_id, field=second)
    make_comment(session, "something else")
    escalate(session, comment_id, about(accused), reader=worker)
    session.flush()

    counts = {one.person_id: one.count for one in take_reminders(session, now=clock.now())}

    assert counts[accused.person_id] == 1
