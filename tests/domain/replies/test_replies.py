"""Replies go to who has a receipt, once, signed as a role; her answers reach the queue and move nothing."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.findings.analyse import read_all, store, take_waiting
from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.moderation.decide import Choice, NotHerWish, decide
from feedback_app.domain.moderation.publishing import quotable
from feedback_app.domain.moderation.queries import read_comment
from feedback_app.domain.moderation.queue import page_of_queue
from feedback_app.domain.moderation.records import QueueFilter
from feedback_app.domain.moderation.states import Decision
from feedback_app.domain.replies.models import Reply
from feedback_app.domain.replies.queries import conversation_about, conversation_of
from feedback_app.domain.replies.rules import MOST_A_DAY, MOST_CHARACTERS, NO_RECEIPT
from feedback_app.domain.replies.write import (
    CannotReply,
    NotAReply,
    TooManyToday,
    take_back_reply,
    write_answer,
    write_reply,
)
from feedback_app.domain.responses.exporting import every_answer
from feedback_app.domain.responses.folding import fold
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.responses.receipts import find_by_id
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.escalate import Concern, escalate
from feedback_app.domain.safeguarding.states import Kind
from feedback_app.domain.waves.queries import wave_by_id
from feedback_app.platform import clock
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_response, make_wave
from tests.factories.people import make_person
from tests.factories.receipts import make_receipt, make_reply


def reader(session: Session, role: Role = Role.YOUTH_WORKER) -> Reader:
    return Reader(person_id=make_person(session, role), is_lead=role is Role.SAFEGUARDING_LEAD)


def commented(session: Session, text: str = "The bus never comes") -> tuple[UUID, UUID]:
    """A response with a receipt and one comment; both ids."""
    response_id, _ = make_receipt(session, make_wave(session))
    return response_id, make_comment(session, text, response_id=response_id)


def answer(session: Session, response_id: UUID, text: str) -> UUID:
    write_answer(session, response_id, text=text, form_id=uuid4())
    return session.scalars(select(Comment.id).where(Comment.text == text)).one()


def test_a_conversation_is_read_newest_first_and_signed_by_role(session: Session) -> None:
    response_id, comment_id = commented(session)
    make_reply(session, comment_id, "Thank you")
    answer(session, response_id, "It is the 7")
    make_reply(session, comment_id, "We asked", role=Role.SAFEGUARDING_LEAD)

    turns = conversation_about(session, comment_id, reader=reader(session)).turns

    assert [(turn.text, turn.is_hers, turn.by_lead) for turn in turns] == [
        ("We asked", False, True),
        ("It is the 7", True, False),
        ("Thank you", False, False),
    ]
    assert [turn.text for turn in conversation_of(session, response_id)] == ["We asked", "", "Thank you"]


def test_who_asked_for_no_code_gets_no_reply(session: Session) -> None:
    comment_id = make_comment(session, "Warm", response_id=make_response(session, make_wave(session)))

    with pytest.raises(CannotReply, match="did not ask for a code"):
        write_reply(session, comment_id, text="Hello", form_id=uuid4(), reader=reader(session))
    talk = conversation_about(session, comment_id, reader=reader(session))
    assert (talk.why_not, talk.turns) == (NO_RECEIPT, ())


def test_the_same_form_writes_once(session: Session) -> None:
    response_id, comment_id = commented(session)
    writer, form_id = reader(session), uuid4()

    for text in ("Hello", "Hello", "Hello again"):
        write_reply(session, comment_id, text=text, form_id=form_id, reader=writer)
    firsts = [write_answer(session, response_id, text="Hi", form_id=form_id) for _ in range(3)]

    assert firsts == [True, False, False]
    assert [turn.text for turn in conversation_about(session, comment_id, reader=writer).turns] == [
        "Hi",
        "Hello",
    ]


@pytest.mark.parametrize("text", ["", "  \n ", "\u202e", "x" * (MOST_CHARACTERS + 1)])
def test_a_reply_has_some_words_and_not_too_many(session: Session, text: str) -> None:
    response_id, comment_id = commented(session)

    with pytest.raises(NotAReply):
        write_reply(session, comment_id, text=text, form_id=uuid4(), reader=reader(session))
    with pytest.raises(NotAReply):
        write_answer(session, response_id, text=text, form_id=uuid4())
    write_answer(session, response_id, text="x" * MOST_CHARACTERS, form_id=uuid4())


def test_a_reply_taken_back_is_gone_and_the_audit_has_no_word_of_it(session: Session) -> None:
    response_id, comment_id = commented(session)
    make_reply(session, comment_id, "Quokka")
    reply_id = session.scalars(select(Reply.id)).one()
    other_response, other_comment = commented(session)

    with pytest.raises(Missing):
        take_back_reply(session, other_comment, reply_id, reader=reader(session))
    take_back_reply(session, comment_id, reply_id, reader=reader(session))

    assert conversation_of(session, response_id) == ()
    entries = session.scalars(select(AuditEntry)).all()
    assert {one.deed for one in entries} == {"reply-written", "reply-taken-back"}
    assert "Quokka" not in repr([(one.deed, one.subject, one.subject_id) for one in entries])
    with pytest.raises(Missing):
        take_back_reply(session, comment_id, reply_id, reader=reader(session))


def test_while_the_lead_has_it_only_the_lead_writes_back(session: Session) -> None:
    response_id, comment_id = commented(session)
    other = make_comment(session, "He hits me", response_id=response_id)
    worker = reader(session)
    escalate(session, other, Concern(kinds=(Kind.VIOLENCE,), reason="See it"), reader=worker)

    with pytest.raises(CannotReply, match="safeguarding lead"):
        write_reply(session, comment_id, text="Hello", form_id=uuid4(), reader=worker)
    make_reply(session, other, "I am here", role=Role.SAFEGUARDING_LEAD)
    assert [turn.by_lead for turn in conversation_of(session, response_id)] == [True]


def test_what_is_about_a_colleague_is_not_there_for_them(session: Session) -> None:
    _, comment_id = commented(session, "It was my youth worker")
    worker, accused = reader(session), reader(session)
    concern = Concern(kinds=(Kind.ABOUT_STAFF,), reason="Theirs", about_person_id=accused.person_id)
    escalate(session, comment_id, concern, reader=worker)

    with pytest.raises(Missing):
        conversation_about(session, comment_id, reader=accused)
    with pytest.raises(Missing):
        write_reply(session, comment_id, text="Hush", form_id=uuid4(), reader=accused)


def test_her_answer_is_read_by_the_machine_and_stands_first_where_it_worries(session: Session) -> None:
    response_id, comment_id = commented(session)
    answer_id = answer(session, response_id, "I want to kill myself tonight")

    waiting = take_waiting(session, now=clock.now())
    assert [one.comment_id for one in waiting] == [answer_id]
    store(session, read_all(waiting), now=clock.now())
    session.expire_all()

    lines, _ = page_of_queue(session, QueueFilter(), reader=reader(session), page=1, size=10)
    assert [(one.id, one.question) for one in lines] == [
        (answer_id, "Answer to a reply"),
        (comment_id, lines[1].question),
    ]
    record = read_comment(session, answer_id, reader=reader(session))
    assert (record.read_first, [one.id for one in record.beside]) == (True, [comment_id])


def test_her_answer_is_never_quoted(session: Session) -> None:
    response_id, _ = commented(session)
    answer_id = answer(session, response_id, "Thank you so much")
    seen = read_comment(session, answer_id, reader=reader(session)).seen

    with pytest.raises(NotHerWish):
        decide(session, answer_id, Choice(decision=Decision.QUOTE, seen=seen), reader=reader(session))
    session.execute(update(Comment).values(state=CommentState.QUOTE_CONFIRMED))
    assert quotable(session, wave_ids=session.scalars(select(Comment.wave_id)).all()) == ()


def test_her_answer_moves_no_figure_holds_up_no_count_and_is_in_no_export(session: Session) -> None:
    wave_id = make_wave(session)
    response_id, _ = make_receipt(session, wave_id)
    for _ in range(9):
        make_response(session, wave_id)
    answer(session, response_id, "Not to be counted")

    assert fold(session, now=clock.now(), read_by_machine=cells_of) == 10
    assert {subject for _, subject, _, _ in cells_of(session, wave_id, None, ("good",))} == set()
    rows = list(every_answer(session, [wave_by_id(session, wave_id)]).rows)
    assert len(rows) == 10
    assert "Not to be counted" not in repr(rows)
    receipt = find_by_id(session, response_id)
    assert receipt is not None
    assert (receipt.comments, receipt.is_counted) == (0, True)


def test_a_day_takes_only_so_many_answers(session: Session) -> None:
    response_id, _ = commented(session)
    for number in range(MOST_A_DAY):
        write_answer(session, response_id, text=f"{number}", form_id=uuid4())

    with pytest.raises(TooManyToday):
        write_answer(session, response_id, text="One more", form_id=uuid4())
    other_response, _ = commented(session)
    assert write_answer(session, other_response, text="Mine", form_id=uuid4())


def test_without_a_receipt_there_is_nothing_to_answer(session: Session) -> None:
    response_id = make_response(session, make_wave(session))

    for one in (response_id, uuid4()):
        with pytest.raises(Missing):
            write_answer(session, one, text="Hello", form_id=uuid4())
