"""What one person decides, what takes two, and the way back."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.moderation.confirm import SecondPersonNeeded, confirm_quote
from feedback_app.domain.moderation.decide import Choice, NotCleared, NotHerWish, ReasonNeeded, decide, undo
from feedback_app.domain.moderation.excerpts import NotAnExcerpt, excerpt, first_sentences
from feedback_app.domain.moderation.models import Quote
from feedback_app.domain.moderation.publishing import quotable
from feedback_app.domain.moderation.queries import MovedOn, read_comment
from feedback_app.domain.moderation.states import Decision, Reason
from feedback_app.domain.moderation.transitions import DoesNotFit
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.escalate import Concern, escalate
from feedback_app.domain.safeguarding.states import Kind
from feedback_app.platform import clock
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_finding
from tests.factories.people import make_person

WORDS = "The wellbeing room helps. I go there on Mondays."


@pytest.fixture
def workers(session: Session) -> tuple[Reader, Reader]:
    """Two youth workers."""
    one, two = (make_person(session, Role.YOUTH_WORKER) for _ in range(2))
    return Reader(person_id=one, is_lead=False), Reader(person_id=two, is_lead=False)


@pytest.fixture
def choose(session: Session) -> Callable[..., None]:
    """Decide upon the comment as it stands."""

    def choosing(comment_id: UUID, decision: Decision, by: Reader, **values: object) -> None:
        seen = read_comment(session, comment_id, reader=by).seen
        decide(session, comment_id, Choice(decision=decision, seen=seen, **values), reader=by)
        session.flush()

    return choosing


def confirm(session: Session, comment_id: UUID, by: Reader) -> None:
    confirm_quote(session, comment_id, reader=by, seen=read_comment(session, comment_id, reader=by).seen)
    session.flush()


def quotes(session: Session, comment_id: UUID) -> list[str]:
    wave_id = session.get_one(Comment, comment_id).wave_id
    return [quote.text for quote in quotable(session, wave_ids=[wave_id])]


def state(session: Session, comment_id: UUID) -> CommentState:
    return session.get_one(Comment, comment_id).state


Workers = tuple[Reader, Reader]
Choose = Callable[..., None]


def test_a_quote_is_out_only_after_a_second_person(
    session: Session, workers: Workers, choose: Choose
) -> None:
    comment_id = make_comment(session, WORDS)

    choose(comment_id, Decision.QUOTE, workers[0])
    assert quotes(session, comment_id) == []
    confirm(session, comment_id, workers[1])

    assert quotes(session, comment_id) == [WORDS]


def test_nobody_confirms_their_own(session: Session, workers: Workers, choose: Choose) -> None:
    comment_id = make_comment(session, WORDS)
    choose(comment_id, Decision.QUOTE, workers[0])

    with pytest.raises(SecondPersonNeeded):
        confirm(session, comment_id, workers[0])

    assert state(session, comment_id) is CommentState.QUOTE_PROPOSED


def test_the_database_itself_wants_two_people(session: Session, workers: Workers) -> None:
    comment_id = make_comment(session, WORDS)
    by = workers[0].person_id
    with pytest.raises(IntegrityError), session.begin_nested():
        session.add(
            Quote(comment_id=comment_id, text="x", proposed_by=by, confirmed_by=by, confirmed_at=clock.now())
        )


def test_without_a_yes_there_is_no_quote(session: Session, workers: Workers, choose: Choose) -> None:
    comment_id = make_comment(session, WORDS, may_quote=False)

    with pytest.raises(NotHerWish):
        choose(comment_id, Decision.QUOTE, workers[0])


def test_what_is_to_be_read_first_has_to_be_cleared(
    session: Session, workers: Workers, choose: Choose
) -> None:
    comment_id = make_comment(session, WORDS, read_first=True)

    with pytest.raises(NotCleared):
        choose(comment_id, Decision.QUOTE, workers[0])
    choose(comment_id, Decision.QUOTE, workers[0], cleared=True)
    confirm(session, comment_id, workers[1])

    assert quotes(session, comment_id) == [WORDS]


def test_an_approved_quote_is_out_before_the_machine_has_read_it(
    session: Session, workers: Workers, choose: Choose
) -> None:
    comment_id = make_comment(session, WORDS, read_first=None)
    choose(comment_id, Decision.QUOTE, workers[0])
    confirm(session, comment_id, workers[1])

    assert quotes(session, comment_id) == [WORDS]


def test_a_flag_that_comes_later_takes_the_quote_out(
    session: Session, workers: Workers, choose: Choose
) -> None:
    comment_id = make_comment(session, WORDS)
    choose(comment_id, Decision.QUOTE, workers[0])
    confirm(session, comment_id, workers[1])

    session.get_one(Comment, comment_id).read_first = True
    session.flush()

    assert quotes(session, comment_id) == []


@pytest.mark.parametrize("decision", [Decision.COUNT_ONLY, Decision.HOLD, Decision.SPAM])
def test_another_decision_takes_a_quote_back(
    session: Session, workers: Workers, choose: Choose, decision: Decision
) -> None:
    comment_id = make_comment(session, WORDS)
    choose(comment_id, Decision.QUOTE, workers[0])
    confirm(session, comment_id, workers[1])

    choose(comment_id, decision, workers[0], reason=Reason.SHOWS_WHO)

    assert quotes(session, comment_id) == []


def test_undoing_never_confirms_a_quote_again(session: Session, workers: Workers, choose: Choose) -> None:
    comment_id = make_comment(session, WORDS)
    choose(comment_id, Decision.QUOTE, workers[0])
    confirm(session, comment_id, workers[1])
    choose(comment_id, Decision.COUNT_ONLY, workers[0])

    undo(session, comment_id, reader=workers[0])
    session.flush()

    assert state(session, comment_id) is CommentState.QUOTE_PROPOSED
    assert quotes(session, comment_id) == []


def test_undo_goes_back_step_by_step(session: Session, workers: Workers, choose: Choose) -> None:
    comment_id = make_comment(session, WORDS)
    choose(comment_id, Decision.HOLD, workers[0], reason=Reason.UNCLEAR)
    choose(comment_id, Decision.QUOTE, workers[0])
    confirm(session, comment_id, workers[1])

    states = []
    for _ in range(3):
        undo(session, comment_id, reader=workers[1])
        session.flush()
        states.append(state(session, comment_id))

    assert states == [CommentState.QUOTE_PROPOSED, CommentState.HELD, CommentState.UNREAD]
    with pytest.raises(DoesNotFit):
        undo(session, comment_id, reader=workers[0])


def test_what_is_escalated_is_neither_quoted_decided_nor_undone(
    session: Session, workers: Workers, choose: Choose
) -> None:
    comment_id = make_comment(session, WORDS)
    choose(comment_id, Decision.QUOTE, workers[0])
    confirm(session, comment_id, workers[1])

    escalate(session, comment_id, Concern(kinds=(Kind.ABUSE,), reason="worried"), reader=workers[0])
    session.flush()

    assert quotes(session, comment_id) == []
    for deed in (
        lambda: choose(comment_id, Decision.COUNT_ONLY, workers[0]),
        lambda: choose(comment_id, Decision.QUOTE, workers[0]),
        lambda: undo(session, comment_id, reader=workers[0]),
        lambda: confirm(session, comment_id, workers[1]),
    ):
        with pytest.raises(DoesNotFit):
            deed()


def test_sending_back_needs_a_reason_and_holds_the_comment(
    session: Session, workers: Workers, choose: Choose
) -> None:
    comment_id = make_comment(session, WORDS)
    choose(comment_id, Decision.QUOTE, workers[0])

    with pytest.raises(ReasonNeeded):
        choose(comment_id, Decision.SEND_BACK, workers[1])
    choose(comment_id, Decision.SEND_BACK, workers[1], reason=Reason.NAMES_STAFF)

    assert state(session, comment_id) is CommentState.HELD


def test_who_saw_something_else_is_told_that_it_moved_on(
    session: Session, workers: Workers, choose: Choose
) -> None:
    comment_id = make_comment(session, WORDS)
    seen = read_comment(session, comment_id, reader=workers[0]).seen
    choose(comment_id, Decision.SPAM, workers[1])

    with pytest.raises(MovedOn):
        decide(session, comment_id, Choice(decision=Decision.QUOTE, seen=seen), reader=workers[0])


def test_the_gate_gives_question_day_and_themes_and_takes_filters(
    session: Session, workers: Workers, choose: Choose
) -> None:
    comment_id = make_comment(session, WORDS)
    make_finding(session, comment_id, themes={"healthy.wellbeing": ["wellbeing"]})
    choose(comment_id, Decision.QUOTE, workers[0], words="I go there on Mondays.")
    confirm(session, comment_id, workers[1])
    comment = session.get_one(Comment, comment_id)

    (quote,) = quotable(session, wave_ids=[comment.wave_id], theme="healthy.wellbeing", since=comment.day)

    assert (quote.text, quote.day, quote.themes) == (
        "I go there on Mondays.",
        comment.day,
        ("healthy.wellbeing",),
    )
    assert quote.question.endswith("?")
    assert quotable(session, wave_ids=[comment.wave_id], theme="safe.housing") == ()
    assert quotable(session, wave_ids=[]) == ()


def test_audit_entries_hold_no_words(session: Session, workers: Workers, choose: Choose) -> None:
    comment_id = make_comment(session, WORDS)
    choose(comment_id, Decision.QUOTE, workers[0])
    confirm(session, comment_id, workers[1])
    undo(session, comment_id, reader=workers[1])
    session.flush()

    entries = session.query(AuditEntry).all()

    assert sorted(entry.deed for entry in entries) == ["decided-confirm", "decided-quote", "decision-undone"]
    assert {entry.subject_id for entry in entries} == {str(comment_id)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one", "one"),
        ("One. Two. Three.", "One. Two."),
        ("One!\nTwo? Three", "One! Two?"),
        ("no stops at all just on and on", "no stops at all just on and on"),
        ("  spaces \n\n and lines ", "spaces and lines"),
    ],
)
def test_the_first_two_sentences_are_put_forward(text: str, expected: str) -> None:
    assert first_sentences(text) == expected


@pytest.mark.parametrize("wanted", ["", "   ", "not hers", "One. Two. Three.", "one."])
def test_only_two_sentences_of_her_own_can_be_quoted(wanted: str) -> None:
    with pytest.raises(NotAnExcerpt):
        excerpt("One. Two. Three.", wanted)


def test_other_words_of_a_confirmed_quote_wait_for_a_second_person_again(
    session: Session, workers: Workers, choose: Choose
) -> None:
    comment_id = make_comment(session, WORDS)
    choose(comment_id, Decision.QUOTE, workers[0])
    confirm(session, comment_id, workers[1])

    choose(comment_id, Decision.QUOTE, workers[1], words="I go there on Mondays.")
    assert quotes(session, comment_id) == []
    confirm(session, comment_id, workers[0])

    assert quotes(session, comment_id) == ["I go there on Mondays."]
