"""How far people and the machine agree, over what is counted: blind and not, and people with one another."""

from uuid import UUID

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from feedback_app.domain.findings.agreement import ENOUGH_BLIND, agreement_of
from feedback_app.domain.findings.correct import Said, correct, undo_correction
from feedback_app.domain.findings.models import Correction
from feedback_app.domain.responses.models import CommentState
from feedback_app.domain.responses.reserved import ANSWER, ANSWER_FIELD
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_finding, make_response, make_wave
from tests.factories.people import make_person


def read(session: Session, wave_id: UUID, sentiment: str = "negative", **values: object) -> UUID:
    comment_id = make_comment(session, "Words", response_id=make_response(session, wave_id), **values)
    make_finding(session, comment_id, sentiment=sentiment, themes={"healthy.active": ["Words"]})
    return comment_id


def worker(session: Session) -> UUID:
    return make_person(session, Role.YOUTH_WORKER)


def say(session: Session, comment_id: UUID, by: UUID, **said: object) -> None:
    correct(session, comment_id, Said(**said), by=by, unseen=False)  # type: ignore[arg-type]


def test_what_is_checked_is_a_share_of_what_is_counted(session: Session) -> None:
    wave_id, by = make_wave(session), worker(session)
    counted = [read(session, wave_id) for _ in range(4)]
    read(session, wave_id, state=CommentState.SPAM)
    read(session, wave_id, field="hard_to_talk__other")
    read(session, wave_id, question_code=ANSWER, field=ANSWER_FIELD)
    read(session, make_wave(session))
    say(session, counted[0], by, agrees=True)

    found = agreement_of(session, [wave_id])

    assert (found.n_comments, found.n_checked, found.share_checked) == (4, 1, 0.25)


def test_the_last_label_is_set_beside_what_the_machine_said_then(session: Session) -> None:
    wave_id, by = make_wave(session), worker(session)
    for machine, person in (("negative", "negative"), ("positive", "positive"), ("positive", "neutral")):
        comment_id = read(session, wave_id, machine)
        say(session, comment_id, by, sentiment="neutral")
        say(session, comment_id, by, sentiment=person)

    found = agreement_of(session, [wave_id]).sentiment

    assert (found.machine.n, found.machine.agreed) == (3, 2)
    assert found.machine.value == pytest.approx((2 / 3 - 1 / 3) / (1 - 1 / 3))
    assert (found.blind.n, found.seen.n, found.people.n) == (0, 3, 0)


def test_what_was_taken_back_and_what_nobody_said_are_not_counted(session: Session) -> None:
    wave_id, by = make_wave(session), worker(session)
    undone, felt = read(session, wave_id), read(session, wave_id)
    say(session, undone, by, sentiment="neutral")
    undo_correction(session, undone, by=by)
    say(session, felt, by, sentiment="neutral")

    found = agreement_of(session, [wave_id])

    assert (found.n_checked, found.sentiment.machine.n) == (1, 1)
    assert found.themes["healthy.active"].machine.n == 0


def test_two_people_on_the_same_comments_have_a_kappa_of_their_own(session: Session) -> None:
    wave_id, one, other = make_wave(session), worker(session), worker(session)
    for first, second in (("negative", "negative"), ("positive", "positive"), ("neutral", "positive")):
        comment_id = read(session, wave_id)
        say(session, comment_id, one, sentiment=first, themes=["safe.housing"])
        say(session, comment_id, other, sentiment=second, themes=[])

    found = agreement_of(session, [wave_id])

    assert (found.sentiment.people.n, found.sentiment.people.agreed) == (3, 2)
    assert found.themes["safe.housing"].people.agreed == 0


def test_the_blind_figure_is_the_one_to_go_by_once_its_base_is_large_enough(session: Session) -> None:
    wave_id, by = make_wave(session), worker(session)
    for number in range(ENOUGH_BLIND + 5):
        comment_id = read(session, wave_id, "positive" if number % 2 else "negative")
        say(session, comment_id, by, sentiment="positive" if number % 2 else "negative")
        if number == ENOUGH_BLIND - 1:
            few = agreement_of(session, [wave_id]).sentiment
        if number < ENOUGH_BLIND:
            session.execute(update(Correction).where(Correction.comment_id == comment_id).values(blind=True))

    found = agreement_of(session, [wave_id]).sentiment

    assert (found.blind.n, found.seen.n, found.machine.n) == (ENOUGH_BLIND, 5, ENOUGH_BLIND + 5)
    assert found.to_go_by is found.blind
    assert few.to_go_by is few.machine
