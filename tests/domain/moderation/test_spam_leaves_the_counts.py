"""What is marked as spam after it was counted leaves the counts with a batch, and comes back when that is undone."""

from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.moderation.decide import Choice, decide, undo
from feedback_app.domain.moderation.queries import read_comment
from feedback_app.domain.moderation.states import Decision
from feedback_app.domain.responses.folding import fold
from feedback_app.domain.responses.queries import counts
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.platform import clock
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_finding, make_response, make_wave
from tests.factories.people import make_person


def folded(session: Session, wave_id: UUID) -> int:
    """How many comments are counted after a call of the job."""
    fold(session, now=clock.now(), read_by_machine=cells_of)
    return sum(row.base for row in counts(session, wave_id).comments().rows)


def written(session: Session, wave_id: UUID, many: int) -> list[UUID]:
    found = []
    for _ in range(many):
        found.append(make_comment(session, "words", response_id=make_response(session, wave_id)))
        make_finding(session, found[-1])
    return found


def test_spam_goes_with_the_next_batch_and_comes_back_with_one(session: Session) -> None:
    wave_id = make_wave(session)
    spam, *_ = written(session, wave_id, 10)
    reader = Reader(person_id=make_person(session, Role.YOUTH_WORKER), is_lead=False)
    assert folded(session, wave_id) == 10

    seen = read_comment(session, spam, reader=reader).seen
    decide(session, spam, Choice(decision=Decision.SPAM, seen=seen), reader=reader)
    assert folded(session, wave_id) == 10
    written(session, wave_id, 10)
    assert folded(session, wave_id) == 19

    undo(session, spam, reader=reader)
    written(session, wave_id, 10)
    assert folded(session, wave_id) == 30
