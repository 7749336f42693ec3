"""Comments are analysed once, by one worker, and no text costs another its turn."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

import analysis
from feedback_app.domain.findings.analyse import AFTER_FAILURE, LEASE, Analysed, read_all, store, take_waiting
from feedback_app.domain.findings.models import Finding, FindingTheme
from feedback_app.domain.findings.queries import findings_of
from feedback_app.domain.responses.models import Comment
from feedback_app.jobs import analyse_everything, analyse_waiting
from feedback_app.platform.database import reading, transaction
from tests.factories.comments import make_comment, make_response, make_wave

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def inside(app_on_both: Flask) -> Iterator[Flask]:
    """Inside the application on either database, where jobs run."""
    with app_on_both.app_context():
        yield app_on_both


def waiting(session: Session, text: str = "nobody listens to me", **values: object) -> UUID:
    return make_comment(session, text, read_first=None, **values)


def test_a_second_worker_passes_over_what_is_taken(session: Session) -> None:
    stored = {waiting(session) for _ in range(5)}

    first = take_waiting(session, now=NOW, size=3)
    second = take_waiting(session, now=NOW, size=3)

    assert (len(first), len(second)) == (3, 2)
    assert {one.comment_id for one in (*first, *second)} == stored
    assert take_waiting(session, now=NOW) == ()


def test_the_lease_of_a_killed_worker_runs_out(session: Session) -> None:
    comment_id = waiting(session)
    take_waiting(session, now=NOW)

    assert take_waiting(session, now=NOW + LEASE) == ()
    (again,) = take_waiting(session, now=NOW + LEASE + timedelta(seconds=1))

    assert again.comment_id == comment_id


def test_workers_on_a_server_do_not_wait_for_each_other(inside: Flask) -> None:
    with transaction() as session:
        stored = {waiting(session) for _ in range(4)}
    if inside.extensions["database"].lock is not None:
        taken = _one_after_the_other()
    else:
        with transaction() as first, transaction() as second:
            taken = [*take_waiting(first, now=NOW, size=2), *take_waiting(second, now=NOW, size=2)]

    assert {one.comment_id for one in taken} == stored
    assert len(taken) == 4


def _one_after_the_other() -> list[object]:
    taken: list[object] = []
    for _ in range(2):
        with transaction() as session:
            taken += take_waiting(session, now=NOW, size=2)
    return taken


def test_the_job_analyses_everything_that_waits(inside: Flask) -> None:
    with transaction() as session:
        response_id = make_response(session, make_wave(session))
        for number in range(45):
            waiting(session, f"nobody listens to me {number}", response_id=response_id)
        worrying = waiting(session, "my stepdad hits me")

    done = analyse_waiting()

    assert done == 46
    assert reading().scalars(select(Comment).where(Comment.read_first.is_(None))).all() == []
    assert reading().get_one(Comment, worrying).read_first is True
    assert reading().get_one(Finding, worrying).version == analysis.VERSION
    assert analyse_waiting() == 0


def test_the_question_is_read_with_the_answer(inside: Flask) -> None:
    with transaction() as session:
        response_id = make_response(session, make_wave(session))
        good, better = (
            waiting(session, "Nothing.", response_id=response_id, field=code, question_code=code)
            for code in ("good", "better")
        )

    analyse_waiting()

    found = findings_of(reading(), [good, better])
    assert (found[good].sentiment, found[better].sentiment) == ("negative", "positive")


def test_one_text_that_cannot_be_analysed_stops_no_other(session: Session) -> None:
    odd, fine = waiting(session), waiting(session, "I love the youth club")
    taken = take_waiting(session, now=NOW)
    found = tuple(
        Analysed(comment_id=one.comment_id, text=one.text, finding=None) if one.comment_id == odd else one
        for one in read_all(taken)
    )

    stored = store(session, found, now=NOW)
    session.flush()
    session.expire_all()

    assert stored == 1
    assert session.get_one(Comment, fine).read_first is False
    assert session.get_one(Comment, odd).read_first is None
    assert take_waiting(session, now=NOW + timedelta(minutes=30)) == ()
    assert len(take_waiting(session, now=NOW + AFTER_FAILURE + timedelta(seconds=1))) == 1


def test_words_that_changed_meanwhile_are_analysed_again(session: Session) -> None:
    comment_id = waiting(session, "Kez hits me")
    found = read_all(take_waiting(session, now=NOW))
    session.get_one(Comment, comment_id).text = "[removed] hits me"
    session.flush()

    assert store(session, found, now=NOW) == 0
    session.expire_all()

    assert session.get(Finding, comment_id) is None
    assert len(take_waiting(session, now=NOW)) == 1


def test_a_comment_withdrawn_meanwhile_is_passed_over(session: Session) -> None:
    comment_id = waiting(session)
    found = read_all(take_waiting(session, now=NOW))
    session.delete(session.get_one(Comment, comment_id))
    session.flush()

    assert store(session, found, now=NOW) == 0
    assert session.get(Finding, comment_id) is None


def test_going_over_everything_replaces_what_was_found(inside: Flask) -> None:
    with transaction() as session:
        comment_id = waiting(session, "nobody listens to me")
    analyse_waiting()
    with transaction() as session:
        session.get_one(Finding, comment_id).version = "older"

    done = analyse_everything()

    assert done == 1
    assert reading().get_one(Finding, comment_id).version == analysis.VERSION
    themes = reading().scalars(select(FindingTheme.code).where(FindingTheme.comment_id == comment_id)).all()
    assert list(themes) == ["supported.listened"]


def test_hostile_texts_are_all_analysed(inside: Flask) -> None:
    texts = [
        "",
        " ",
        "a" * 20_000,
        "{{7*7}}",
        "<script>",
        "\u202eabc",
        "🤐" * 500,
        "(((((" * 1000,
        "\ufffd",
        "' OR 1=1 --",
        "%s%s%n",
    ]
    with transaction() as session:
        response_id = make_response(session, make_wave(session))
        for text in texts:
            waiting(session, text, response_id=response_id)

    assert analyse_waiting() == len(texts)


def test_the_command_says_how_many(inside: Flask) -> None:
    with transaction() as session:
        waiting(session)
    runner = inside.test_cli_runner()

    first, again, everything = (runner.invoke(args=["analyse", "run", *more]) for more in ([], [], ["--all"]))

    assert [one.output for one in (first, again, everything)] == [
        "1 comment analysed.\n",
        "0 comments analysed.\n",
        "1 comment analysed.\n",
    ]
