"""A response is stored once, on both databases, however often it is sent."""

import threading
from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from feedback_app.domain.responses.models import Comment, CommentState, Response
from feedback_app.domain.responses.receipts import hash_of, words_of
from feedback_app.domain.responses.submit import Stored, Submission, already_stored, submit
from feedback_app.platform.database import reading, transaction
from surveys import Answers, instrument_text, load, read_answers
from tests.factories.comments import make_response, make_wave

DAY = date(2026, 3, 2)


def answers(**fields: str | list[str]) -> Answers:
    raw = {name: [value] if isinstance(value, str) else value for name, value in fields.items()}
    return read_answers(load(instrument_text("be-supported")), raw)


def submission(wave_id: UUID, submission_id: UUID | None = None, **fields: str | list[str]) -> Submission:
    return Submission(
        wave_id=wave_id,
        submission_id=submission_id or uuid4(),
        language="en",
        day=DAY,
        answers=answers(**fields),
    )


def test_comments_come_in_unread_and_waiting_for_analysis(session: Session) -> None:
    wave_id = make_wave(session)

    submit(
        session,
        submission(
            wave_id, good="Warm", who_would="something_else", who_would__something_else="Nan", quote_ok="yes"
        ),
    )

    rows = {row.field: row for row in session.scalars(select(Comment))}
    assert {field: (row.question_code, row.text, row.may_quote) for field, row in rows.items()} == {
        "good": ("good", "Warm", True),
        "who_would__something_else": ("who_would", "Nan", False),
    }
    assert {(row.state, row.read_first, row.day, row.wave_id) for row in rows.values()} == {
        (CommentState.UNREAD, None, DAY, wave_id)
    }


def test_the_submission_id_and_the_code_are_nowhere(session: Session) -> None:
    sent = submission(make_wave(session), hear_back="yes")

    submit(session, sent)

    row = session.scalars(select(Response)).one()
    assert row.receipt_hash is not None
    assert sent.submission_id.bytes not in (row.id.bytes, row.submission_hash, row.receipt_hash)
    assert (len(row.submission_hash), len(row.receipt_hash)) == (32, 32)


def test_the_first_copy_is_kept_and_answers_for_all(session: Session) -> None:
    wave_id, submission_id = make_wave(session), uuid4()

    first = submit(session, submission(wave_id, submission_id, good="First", hear_back="yes"))
    second = submit(session, submission(wave_id, submission_id, good="Second", better="More", hear_back="no"))

    assert (first, second) == (
        Stored(is_first=True, has_receipt=True),
        Stored(is_first=False, has_receipt=True),
    )
    assert list(session.scalars(select(Comment.text))) == ["First"]
    assert already_stored(session, submission_id) == second
    assert already_stored(session, uuid4()) is None


def test_fifty_copies_at_once_are_one_row(app_on_both: Flask) -> None:
    with app_on_both.app_context(), transaction() as session:
        sent = submission(make_wave(session), good="Warm", hear_back="yes")
    outcomes = at_once(50, lambda: _submit(app_on_both, sent))

    with app_on_both.app_context():
        rows = [reading().scalar(select(func.count()).select_from(table)) for table in (Response, Comment)]
    assert rows == [1, 1]
    assert sorted(one.is_first for one in outcomes) == [False] * 49 + [True]
    assert {one.has_receipt for one in outcomes} == {True}


def _submit(app: Flask, sent: Submission) -> Stored:
    with app.app_context(), transaction() as session:
        return submit(session, sent)


def at_once(count: int, deed: Callable[[], Stored]) -> list[Stored]:
    barrier, outcomes = threading.Barrier(count), []

    def work() -> None:
        barrier.wait()
        outcomes.append(deed())

    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_a_code_that_somebody_has_already_costs_no_answer(session: Session) -> None:
    wave_id = make_wave(session)
    sent = submission(wave_id, good="Warm", hear_back="yes")
    make_response(session, wave_id, receipt_hash=hash_of(words_of(sent.submission_id)))

    assert submit(session, sent) == Stored(is_first=True, has_receipt=False)
    assert submit(session, sent) == Stored(is_first=False, has_receipt=False)
    assert list(session.scalars(select(Comment.text))) == ["Warm"]


def test_a_response_that_is_rolled_back_leaves_nothing(app_on_both: Flask) -> None:
    class Stop(Exception):
        pass

    with app_on_both.app_context():
        with transaction() as session:
            wave_id = make_wave(session)
        try:
            with transaction() as session:
                submit(session, submission(wave_id, good="Warm"))
                raise Stop
        except Stop:
            pass
        assert reading().scalar(select(func.count()).select_from(Response)) == 0
        assert reading().scalar(select(func.count()).select_from(Comment)) == 0
