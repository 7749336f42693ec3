"""A person's labels are kept beside the machine's, and count from then on, in batches like every figure."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis import Sentiment
from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.findings.analyse import read_all, store, take_any
from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.findings.correct import (
    NothingToUndo,
    NotReadYet,
    Said,
    UnknownLabel,
    correct,
    undo_correction,
)
from feedback_app.domain.findings.in_force import Labels, labels_in_force
from feedback_app.domain.findings.models import Correction
from feedback_app.domain.moderation.publishing import quotable
from feedback_app.domain.moderation.queue import QueueFilter, page_of_queue
from feedback_app.domain.responses.folding import fold
from feedback_app.domain.responses.models import Comment, CommentState, Response, Tally
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.withdrawals.withdraw import withdraw
from feedback_app.platform import clock
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_finding, make_response, make_wave
from tests.factories.people import make_person

NOW = clock.now()


def read(session: Session, *, sentiment: str | None = "negative", response_id: UUID | None = None) -> UUID:
    """A comment that the machine has read: negative and about sport unless said otherwise."""
    comment_id = make_comment(session, "Swimming costs too much", response_id=response_id)
    make_finding(session, comment_id, sentiment=sentiment, themes={"healthy.active": ["Swimming"]})
    return comment_id


def worker(session: Session) -> UUID:
    return make_person(session, Role.YOUTH_WORKER)


def in_force(session: Session, comment_id: UUID) -> Labels:
    return labels_in_force(session, [comment_id])[comment_id]


def entries(session: Session, comment_id: UUID) -> list[Correction]:
    return list(
        session.scalars(
            select(Correction).where(Correction.comment_id == comment_id).order_by(Correction.number)
        )
    )


def say(session: Session, comment_id: UUID, by: UUID, *, unseen: bool = False, **said: object) -> None:
    correct(session, comment_id, Said(**said), by=by, unseen=unseen)  # type: ignore[arg-type]


def test_a_person_overrules_the_machine_and_it_is_kept_what_it_had_said(session: Session) -> None:
    comment_id, by = read(session), worker(session)

    say(session, comment_id, by, sentiment="neutral")

    assert in_force(session, comment_id) == Labels(sentiment="neutral", themes=("healthy.active",))
    (entry,) = entries(session, comment_id)
    assert (entry.by, entry.day, entry.sentiment, entry.themes) == (by, clock.today(), "neutral", None)
    assert (entry.machine_sentiment, entry.machine_themes) == ("negative", ["healthy.active"])
    assert entry.machine_version == "test"


def test_that_a_person_agrees_is_kept_too(session: Session) -> None:
    comment_id, by = read(session), worker(session)

    say(session, comment_id, by, agrees=True)

    (entry,) = entries(session, comment_id)
    assert (entry.sentiment, entry.themes) == ("negative", ["healthy.active"])


def test_the_last_word_counts_for_feeling_and_themes_apart(session: Session) -> None:
    comment_id, one, other = read(session), worker(session), worker(session)

    say(session, comment_id, one, sentiment="positive")
    say(session, comment_id, one, themes=["supported.staff", "safe.housing"])
    say(session, comment_id, other, sentiment="neutral")

    assert in_force(session, comment_id) == Labels(
        sentiment="neutral", themes=("safe.housing", "supported.staff")
    )


def test_no_theme_at_all_is_something_to_say(session: Session) -> None:
    comment_id = read(session)

    say(session, comment_id, worker(session), themes=[])

    assert in_force(session, comment_id) == Labels(sentiment="negative", themes=())


def test_the_same_said_twice_is_kept_once(session: Session) -> None:
    comment_id, by = read(session), worker(session)

    say(session, comment_id, by, sentiment="neutral")
    say(session, comment_id, by, sentiment="neutral")

    assert len(entries(session, comment_id)) == 1


def test_ones_own_last_word_can_be_taken_back_and_the_one_before_counts(session: Session) -> None:
    comment_id, by = read(session), worker(session)
    say(session, comment_id, by, sentiment="neutral")
    say(session, comment_id, by, sentiment="positive")

    undo_correction(session, comment_id, by=by)
    assert in_force(session, comment_id).sentiment == "neutral"
    undo_correction(session, comment_id, by=by)
    assert in_force(session, comment_id).sentiment == "negative"

    with pytest.raises(NothingToUndo):
        undo_correction(session, comment_id, by=by)


def test_nobody_takes_back_what_another_said(session: Session) -> None:
    comment_id, one, other = read(session), worker(session), worker(session)
    say(session, comment_id, one, sentiment="neutral")

    with pytest.raises(NothingToUndo):
        undo_correction(session, comment_id, by=other)


@pytest.mark.parametrize("said", [{}, {"sentiment": "cross"}, {"themes": ["safe.rocket"]}, {"sentiment": ""}])
def test_what_the_codebook_does_not_have_is_refused(session: Session, said: dict[str, object]) -> None:
    comment_id = read(session)

    with pytest.raises(UnknownLabel):
        say(session, comment_id, worker(session), **said)


def test_a_comment_that_is_unread_or_gone_cannot_be_labelled(session: Session) -> None:
    with pytest.raises(NotReadYet):
        say(session, make_comment(session, "New"), worker(session), sentiment="neutral")
    with pytest.raises(Missing):
        say(session, uuid4(), worker(session), sentiment="neutral")


def test_labels_change_neither_where_a_comment_stands_nor_that_it_is_read_first(session: Session) -> None:
    comment_id = make_comment(session, "he hits me lol", read_first=True)
    make_finding(session, comment_id, sentiment="negative", read_first=True)

    say(session, comment_id, worker(session), sentiment="positive", themes=[])

    row = session.get_one(Comment, comment_id)
    assert (row.read_first, row.state) == (True, CommentState.UNREAD)


def test_labels_are_in_the_audit_without_what_they_are(session: Session) -> None:
    comment_id, by = read(session), worker(session)

    say(session, comment_id, by, sentiment="neutral")
    undo_correction(session, comment_id, by=by)
    session.flush()

    found = session.execute(
        select(AuditEntry.deed, AuditEntry.subject_id)
        .where(AuditEntry.actor_id == by)
        .order_by(AuditEntry.deed)
    ).all()
    assert [tuple(row) for row in found] == [
        ("labels-checked", str(comment_id)),
        ("labels-undone", str(comment_id)),
    ]


def test_quotes_and_the_queue_go_by_the_persons_themes(session: Session) -> None:
    comment_id, by = read(session), worker(session)
    say(session, comment_id, by, themes=["safe.housing"])
    reader = Reader(person_id=by, is_lead=False)

    def shown(theme: str) -> list[UUID]:
        lines, _ = page_of_queue(session, QueueFilter(theme=theme), reader=reader, page=1, size=5)
        return [line.id for line in lines]

    assert shown("safe.housing") == [comment_id]
    assert shown("healthy.active") == []
    wave_id = session.get_one(Comment, comment_id).wave_id
    assert quotable(session, wave_ids=[wave_id], theme="safe.housing") == ()


def test_a_reading_anew_leaves_the_persons_labels(session: Session) -> None:
    comment_id = read(session)
    say(session, comment_id, worker(session), sentiment="positive", themes=["safe.housing"])

    (one,) = read_all(take_any(session, after=None))
    store(session, [one], now=NOW)

    assert in_force(session, comment_id) == Labels(sentiment="positive", themes=("safe.housing",))


class Counted:
    """A wave with ten comments in its counts, all read as negative and about sport."""

    def __init__(self, session: Session, *, number: int = 10) -> None:
        self.session, self.by = session, worker(session)
        self.wave_id = make_wave(
            session, opens_at=NOW - timedelta(days=5), closes_at=NOW + timedelta(days=20)
        )
        self.comments = [self.add() for _ in range(number)]
        self.fold()

    def add(self) -> UUID:
        response_id = make_response(
            self.session, self.wave_id, day=NOW.date(), receipt_hash=uuid4().bytes * 2
        )
        return read(self.session, response_id=response_id)

    def fold(self, now: datetime = NOW) -> None:
        fold(self.session, now=now, read_by_machine=cells_of)
        self.session.expire_all()

    def themes(self) -> dict[tuple[str, str], int]:
        found: Counter[tuple[str, str]] = Counter()
        for row in self.session.scalars(
            select(Tally).where(Tally.wave_id == self.wave_id, Tally.subject == "theme")
        ):
            found[row.row, row.col] += row.n
        return dict(found)

    def say(self, comment_id: UUID, **said: object) -> None:
        say(self.session, comment_id, self.by, **said)


def test_nine_labels_move_no_figure_and_the_tenth_moves_all(session: Session) -> None:
    """SAFETY R-46."""
    wave = Counted(session)

    for comment_id in wave.comments[:9]:
        wave.say(comment_id, sentiment="neutral")
        wave.fold()
        assert wave.themes() == {("healthy.active", "negative"): 10}
    wave.say(wave.comments[9], themes=["safe.housing"])
    wave.fold()

    assert wave.themes() == {("healthy.active", "neutral"): 9, ("safe.housing", "negative"): 1}


def test_one_comment_labelled_back_and_forth_is_no_batch(session: Session) -> None:
    wave = Counted(session)

    for _ in range(6):
        wave.say(wave.comments[0], sentiment="neutral")
        wave.say(wave.comments[0], sentiment="positive")
    wave.fold()

    assert wave.themes() == {("healthy.active", "negative"): 10}


def test_a_label_moves_the_figures_with_the_next_ten_answers(session: Session) -> None:
    wave = Counted(session)
    wave.say(wave.comments[0], sentiment="positive")

    for _ in range(10):
        wave.add()
    wave.fold()

    assert wave.themes() == {("healthy.active", "negative"): 19, ("healthy.active", "positive"): 1}


def test_labels_given_before_a_comment_is_counted_count_at_once(session: Session) -> None:
    wave = Counted(session)
    early = [wave.add() for _ in range(10)]
    wave.say(early[0], sentiment="positive")
    wave.fold()

    assert wave.themes() == {("healthy.active", "negative"): 19, ("healthy.active", "positive"): 1}


def test_a_label_alone_waits_for_ten_also_when_nothing_more_can_be_taken_back(session: Session) -> None:
    wave = Counted(session)
    wave.say(wave.comments[0], sentiment="positive")

    wave.fold(NOW + timedelta(days=200))

    assert wave.themes() == {("healthy.active", "negative"): 10}


def test_what_was_labelled_anew_and_then_taken_back_leaves_the_figures_right(session: Session) -> None:
    wave = Counted(session, number=20)
    wave.say(wave.comments[0], sentiment="positive")
    withdraw(session, session.get_one(Comment, wave.comments[0]).response_id)
    session.expire_all()

    for _ in range(10):
        wave.add()
    wave.fold()

    left = session.scalars(select(Response.id).where(Response.wave_id == wave.wave_id)).all()
    assert len(left) == 29
    assert wave.themes() == {("healthy.active", "negative"): 29}


def test_a_reading_anew_that_says_otherwise_moves_the_figures_as_labels_do(session: Session) -> None:
    wave = Counted(session)
    wave.say(wave.comments[0], sentiment="positive")

    for one in read_all(take_any(session, after=None, size=50)):
        assert one.finding is not None
        other = replace(one.finding, sentiment=Sentiment.NEUTRAL, themes=())
        store(session, [replace(one, finding=other)], now=NOW)
    before = wave.themes()
    wave.fold()

    assert before == {("healthy.active", "negative"): 10}
    assert wave.themes() == {}
