"""Words that were taken out are nowhere but sealed."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from feedback_app.domain.findings.models import Finding, FindingTheme
from feedback_app.domain.moderation.confirm import SecondPersonNeeded, confirm_quote
from feedback_app.domain.moderation.decide import Choice, decide
from feedback_app.domain.moderation.models import Quote
from feedback_app.domain.moderation.publishing import quotable
from feedback_app.domain.moderation.queries import MovedOn, read_comment
from feedback_app.domain.moderation.redact import PUT, NothingToTakeOut, Wish, cut_out, joined, redact
from feedback_app.domain.moderation.states import Decision
from feedback_app.domain.responses.models import Comment, CommentState
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_finding
from tests.factories.people import make_person


@pytest.fixture
def worker(session: Session) -> Reader:
    """A youth worker."""
    return Reader(person_id=make_person(session, Role.YOUTH_WORKER), is_lead=False)


@pytest.fixture
def other(session: Session) -> Reader:
    """Another one."""
    return Reader(person_id=make_person(session, Role.YOUTH_WORKER), is_lead=False)


def seen(session: Session, comment_id: UUID, by: Reader) -> str:
    return read_comment(session, comment_id, reader=by).seen


def take_out(session: Session, comment_id: UUID, by: Reader, *words: str, **wish: object) -> None:
    redact(session, comment_id, Wish(seen=seen(session, comment_id, by), words=words, **wish), reader=by)
    session.flush()


def put_forward(session: Session, comment_id: UUID, by: Reader) -> None:
    choice = Choice(decision=Decision.QUOTE, seen=seen(session, comment_id, by))
    decide(session, comment_id, choice, reader=by)
    session.flush()


def everything_stored(session: Session) -> str:
    session.flush()
    tables = inspect(session.connection()).get_table_names()
    rows = [session.execute(text(f'SELECT * FROM "{table}"')).all() for table in tables]  # noqa: S608
    return repr(rows)


def test_the_words_are_nowhere_in_the_database(session: Session, worker: Reader) -> None:
    comment_id = make_comment(session, "Kezia-Lou is my friend. I trust Kezia-Lou.")
    make_finding(
        session,
        comment_id,
        themes={"healthy.relationships": ["Kezia-Lou is my friend", "trust"]},
        because=["i trust kezia-lou"],
        personal=[{"start": 0, "end": 9, "kind": "name"}, {"start": 32, "end": 41, "kind": "name"}],
    )
    put_forward(session, comment_id, worker)
    assert "Kezia-Lou" in everything_stored(session)

    take_out(session, comment_id, worker, "kezia-lou")

    assert "kezia" not in everything_stored(session).lower()
    assert session.get_one(Comment, comment_id).text == "[removed] is my friend. I trust [removed]."
    assert session.get_one(Quote, comment_id).text == "[removed] is my friend. I trust [removed]."


def test_the_finding_follows(session: Session, worker: Reader) -> None:
    comment_id = make_comment(session, "Kez said Miss Patel is kind")
    make_finding(
        session,
        comment_id,
        themes={"supported.staff": ["is kind", "Kez said"]},
        personal=[{"start": 0, "end": 3, "kind": "name"}, {"start": 9, "end": 19, "kind": "name"}],
    )

    take_out(session, comment_id, worker, cuts=((0, 3),))

    words = session.get_one(Comment, comment_id).text
    (span,) = session.get_one(Finding, comment_id).personal
    assert words[span["start"] : span["end"]] == "Miss Patel"
    assert session.get_one(FindingTheme, (comment_id, "supported.staff")).because == ["is kind"]


def test_only_whole_words_go(session: Session, worker: Reader) -> None:
    comment_id = make_comment(session, "Al is also tall, AL!")

    take_out(session, comment_id, worker, "al")

    assert session.get_one(Comment, comment_id).text == "[removed] is also tall, [removed]!"


@pytest.mark.parametrize("words", ["nobody", "\\w+", "(", "[removed", ""])
def test_words_that_are_not_there_change_nothing(session: Session, worker: Reader, words: str) -> None:
    comment_id = make_comment(session, "just words")

    with pytest.raises(NothingToTakeOut):
        take_out(session, comment_id, worker, *filter(None, [words]))

    assert session.get_one(Comment, comment_id).text == "just words"


def test_a_later_redaction_does_not_replace_the_sealed_original(session: Session, worker: Reader) -> None:
    comment_id = make_comment(session, "one two three")
    take_out(session, comment_id, worker, "one")
    sealed = session.execute(text("SELECT sealed FROM sealed_original")).scalars().all()

    take_out(session, comment_id, worker, "two")

    assert session.execute(text("SELECT sealed FROM sealed_original")).scalars().all() == sealed


def test_a_confirmed_quote_waits_again_when_its_words_change(
    session: Session, worker: Reader, other: Reader
) -> None:
    comment_id = make_comment(session, "Kez is kind. Very. Really.")
    put_forward(session, comment_id, worker)
    confirm_quote(session, comment_id, reader=other, seen=seen(session, comment_id, other))
    session.flush()

    take_out(session, comment_id, other, "Kez")

    comment = session.get_one(Comment, comment_id)
    assert comment.state is CommentState.QUOTE_PROPOSED
    assert session.get_one(Quote, comment_id).text == "[removed] is kind. Very."
    assert quotable(session, wave_ids=[comment.wave_id]) == ()
    with pytest.raises(SecondPersonNeeded):
        confirm_quote(session, comment_id, reader=other, seen=seen(session, comment_id, other))
    confirm_quote(session, comment_id, reader=worker, seen=seen(session, comment_id, worker))


def test_who_took_words_out_does_not_confirm_anothers_quote_of_them(
    session: Session, worker: Reader, other: Reader
) -> None:
    comment_id = make_comment(session, "Kez is kind")
    take_out(session, comment_id, worker, "Kez")
    put_forward(session, comment_id, other)

    with pytest.raises(SecondPersonNeeded):
        confirm_quote(session, comment_id, reader=worker, seen=seen(session, comment_id, worker))


def test_offsets_into_other_words_are_refused(session: Session, worker: Reader, other: Reader) -> None:
    comment_id = make_comment(session, "Kez is kind")
    before = seen(session, comment_id, worker)
    take_out(session, comment_id, other, "kind")

    with pytest.raises(MovedOn):
        redact(session, comment_id, Wish(seen=before, cuts=((0, 3),)), reader=worker)


@given(
    words=st.text(min_size=1, max_size=60),
    ends=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 60)), min_size=1, max_size=6),
)
def test_ranges_are_joined_and_everything_outside_them_stays(words: str, ends: list[tuple[int, int]]) -> None:
    cuts = tuple((start, end) for start, end in ends if start < end <= len(words))
    if not cuts:
        return

    merged = joined(words, Wish(seen="", cuts=cuts))

    kept = [sign for at, sign in enumerate(words) if not any(start <= at < end for start, end in cuts)]
    assert "".join(words[a:b] for a, b in merged) == "".join(
        sign for at, sign in enumerate(words) if any(start <= at < end for start, end in cuts)
    )
    assert len(cut_out(words, merged)) == len(kept) + len(PUT) * len(merged)
    assert all(left[1] < right[0] for left, right in zip(merged, merged[1:], strict=False))


def test_offsets_count_whole_characters(session: Session, worker: Reader) -> None:
    comment_id = make_comment(session, "😀👩‍👧 Kez ok")
    start = "😀👩‍👧 Kez ok".index("Kez")

    take_out(session, comment_id, worker, cuts=((start, start + 3),))

    assert session.get_one(Comment, comment_id).text == "😀👩‍👧 [removed] ok"
