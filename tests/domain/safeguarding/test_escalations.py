"""Escalations: from a person's act to its outcome."""

from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.responses.models import Comment, CommentState, Response
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.escalate import (
    AlreadyEscalated,
    Concern,
    NotEnough,
    escalate,
    note_told,
    untold,
)
from feedback_app.domain.safeguarding.handle import NotEnough as StepNotEnough
from feedback_app.domain.safeguarding.handle import Step, read_whole, take_step
from feedback_app.domain.safeguarding.models import Escalation
from feedback_app.domain.safeguarding.queue import page_of_escalations, read_escalation
from feedback_app.domain.safeguarding.states import Deed, EscalationState, Kind, NotNow, Route, state_after
from feedback_app.domain.safeguarding.unsealing import ReasonForReading, read_original
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_response, make_wave, text_questions
from tests.factories.people import make_person

CONCERN = Concern(kinds=(Kind.ABUSE,), reason="He may be hurting her.")


@pytest.fixture
def worker(session: Session) -> Reader:
    """A youth worker."""
    return Reader(person_id=make_person(session, Role.YOUTH_WORKER), is_lead=False)


@pytest.fixture
def lead(session: Session) -> Reader:
    """A safeguarding lead."""
    return Reader(person_id=make_person(session, Role.SAFEGUARDING_LEAD), is_lead=True)


def raise_it(session: Session, worker: Reader, concern: Concern = CONCERN) -> tuple[UUID, UUID]:
    comment_id = make_comment(session, "he hits me lol")
    escalation_id = escalate(session, comment_id, concern, reader=worker)
    session.flush()
    return escalation_id, comment_id


def test_the_comment_is_the_leads_and_the_record_says_why(
    session: Session, worker: Reader, lead: Reader
) -> None:
    escalation_id, comment_id = raise_it(session, worker)

    found = read_escalation(session, escalation_id, reader=lead)

    assert session.get_one(Comment, comment_id).state is CommentState.ESCALATED
    assert (found.reason, found.text, found.line.kinds) == (
        "He may be hurting her.",
        "he hits me lol",
        (Kind.ABUSE,),
    )
    assert found.line.state is EscalationState.OPEN


def test_it_is_escalated_once(session: Session, worker: Reader) -> None:
    _, comment_id = raise_it(session, worker)

    with pytest.raises(AlreadyEscalated):
        escalate(session, comment_id, CONCERN, reader=worker)
    first = session.query(Escalation).one()
    twin = Escalation(
        comment_id=comment_id,
        kinds=[],
        reason=b"",
        escalated_by=worker.person_id,
        at=first.at,
        due_at=first.due_at,
    )
    with pytest.raises(IntegrityError), session.begin_nested():
        session.add(twin)


@pytest.mark.parametrize(
    "concern", [Concern(kinds=(), reason="x"), Concern(kinds=(Kind.OTHER,), reason="  ")]
)
def test_it_says_what_and_why(session: Session, worker: Reader, concern: Concern) -> None:
    with pytest.raises(NotEnough):
        raise_it(session, worker, concern)


def test_the_whole_way_to_an_outcome(session: Session, worker: Reader, lead: Reader) -> None:
    escalation_id, _ = raise_it(session, worker)
    steps = [
        Step(deed=Deed.ACKNOWLEDGE),
        Step(deed=Deed.ROUTE, route=Route.MASH, reference="M-1", note="An address is named."),
        Step(deed=Deed.ROUTE, route=Route.NO_IDENTITY, note="Nothing more to refer."),
        Step(deed=Deed.CLOSE, note="MASH has it."),
        Step(deed=Deed.REOPEN, note="MASH asked again."),
    ]
    for step in steps:
        take_step(session, escalation_id, step, reader=lead)
        session.flush()

    found = read_escalation(session, escalation_id, reader=lead)

    assert [step.deed for step in found.steps] == [step.deed for step in steps]
    assert found.steps[1].reference == "M-1"
    assert found.line.state is EscalationState.ACKNOWLEDGED


@pytest.mark.parametrize(
    "step",
    [
        Step(deed=Deed.ROUTE, note="why"),
        Step(deed=Deed.ROUTE, route=Route.MASH, note="why"),
        Step(deed=Deed.ROUTE, route=Route.EMERGENCY),
        Step(deed=Deed.ROUTE, route=Route.NO_IDENTITY, note=" "),
    ],
)
def test_each_step_needs_what_belongs_to_it(
    session: Session, worker: Reader, lead: Reader, step: Step
) -> None:
    escalation_id, _ = raise_it(session, worker)
    take_step(session, escalation_id, Step(deed=Deed.ACKNOWLEDGE), reader=lead)

    with pytest.raises(StepNotEnough):
        take_step(session, escalation_id, step, reader=lead)


@pytest.mark.parametrize(
    ("state", "deed"),
    [
        (EscalationState.OPEN, Deed.CLOSE),
        (EscalationState.OPEN, Deed.ROUTE),
        (EscalationState.ACKNOWLEDGED, Deed.CLOSE),
        (EscalationState.ROUTED, Deed.RETURN),
        (EscalationState.CLOSED, Deed.CLOSE),
        (EscalationState.RETURNED, Deed.REOPEN),
    ],
)
def test_nothing_is_closed_before_it_was_passed_on(state: EscalationState, deed: Deed) -> None:
    with pytest.raises(NotNow):
        state_after(state, deed)


def test_the_lead_sends_a_mistake_back_to_be_read(session: Session, worker: Reader, lead: Reader) -> None:
    escalation_id, comment_id = raise_it(session, worker)

    take_step(session, escalation_id, Step(deed=Deed.RETURN, note="A song."), reader=lead)
    session.flush()

    assert session.get_one(Comment, comment_id).state is CommentState.UNREAD
    again = escalate(session, comment_id, CONCERN, reader=worker)
    assert again != escalation_id


def test_the_lead_reads_every_text_and_every_chosen_answer_in_words(
    session: Session, worker: Reader, lead: Reader
) -> None:
    response_id = make_response(session, make_wave(session), chosen={"know_who": ["disagree"]})
    first, second = text_questions()[:2]
    comment_id = make_comment(session, "one", response_id=response_id, field=first, question_code=first)
    make_comment(session, "two", response_id=response_id, field=second, question_code=second)
    escalation_id = escalate(session, comment_id, CONCERN, reader=worker)
    session.flush()

    whole = read_whole(session, escalation_id, reader=lead)
    session.flush()

    assert [one.text for one in whole.written] == ["one", "two"]
    assert [one.answers for one in whole.chosen] == [("Disagree",)]
    deeds = {entry.deed for entry in session.query(AuditEntry).filter_by(actor_id=lead.person_id)}
    assert deeds == {"escalation-read-response"}


def test_an_original_is_read_for_a_reason_and_noted(session: Session, worker: Reader, lead: Reader) -> None:
    escalation_id, comment_id = raise_it(session, worker)

    with pytest.raises(ReasonForReading):
        read_original(session, escalation_id, comment_id, reader=lead, reason=" ")
    words = read_original(session, escalation_id, comment_id, reader=lead, reason="MASH asked")
    session.flush()

    assert words == "he hits me lol"
    assert read_escalation(session, escalation_id, reader=lead).steps[0].note == "MASH asked"
    deeds = {entry.deed for entry in session.query(AuditEntry).filter_by(actor_id=lead.person_id)}
    assert deeds == {"escalation-read-original", "original-read"}


def test_an_original_of_another_response_is_not_there(session: Session, worker: Reader, lead: Reader) -> None:
    escalation_id, _ = raise_it(session, worker)
    _, elsewhere = raise_it(session, worker)

    with pytest.raises(Missing):
        read_original(session, escalation_id, elsewhere, reader=lead, reason="curious")


def test_not_acknowledged_ones_stand_first_by_the_time_they_are_due(
    session: Session, worker: Reader, lead: Reader
) -> None:
    later, _ = raise_it(session, worker)
    sooner, _ = raise_it(session, worker, Concern(kinds=(Kind.OTHER,), reason="now", urgent=True))
    in_hand, _ = raise_it(session, worker, Concern(kinds=(Kind.OTHER,), reason="now", urgent=True))
    take_step(session, in_hand, Step(deed=Deed.ACKNOWLEDGE), reader=lead)
    session.flush()

    lines, total = page_of_escalations(session, reader=lead, finished=False, page=1, size=25)

    assert [line.id for line in lines] == [sooner, later, in_hand]
    assert total == 3


def test_the_leads_are_told_until_the_mail_has_gone_out(
    session: Session, worker: Reader, lead: Reader
) -> None:
    escalation_id, _ = raise_it(session, worker)

    (alert,) = untold(session)
    assert (alert.escalation_id, alert.to_leads, len(alert.to)) == (escalation_id, True, 1)
    assert untold(session) == (alert,)
    note_told(session, escalation_id)

    assert untold(session) == ()


def test_without_a_lead_who_may_read_it_the_administrator_is_told(session: Session, worker: Reader) -> None:
    make_person(session, Role.ADMINISTRATOR, email="admin@example.org")
    lead_id = make_person(session, Role.SAFEGUARDING_LEAD)
    raise_it(session, worker, Concern(kinds=(Kind.ABOUT_STAFF,), reason="x", about_person_id=lead_id))

    (alert,) = untold(session)

    assert (alert.to_leads, alert.to) == (False, ("admin@example.org",))


def test_the_record_outlives_the_response(session: Session, worker: Reader, lead: Reader) -> None:
    escalation_id, comment_id = raise_it(session, worker)
    session.delete(session.get_one(Response, session.get_one(Comment, comment_id).response_id))
    session.flush()
    session.expire_all()

    found = read_escalation(session, escalation_id, reader=lead)

    assert (found.comment_id, found.text) == (None, "")
