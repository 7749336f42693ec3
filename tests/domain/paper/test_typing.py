"""A form on paper is stored once, after two typings that agree or were settled; its words reach a person at once."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.paper.drafts import submission_id_of
from feedback_app.domain.paper.models import PaperEntry
from feedback_app.domain.paper.queries import both_typings, half_typed
from feedback_app.domain.paper.type_in import (
    FormStored,
    FormWaits,
    PaperTimeOver,
    Step,
    forget_late,
    remove,
    settle,
)
from feedback_app.domain.responses.exporting import every_answer
from feedback_app.domain.responses.folding import fold
from feedback_app.domain.responses.models import Comment, CommentState, Held, Response, ResponseSource
from feedback_app.domain.waves.queries import wave_by_id
from feedback_app.platform import clock
from feedback_app.platform.roles import Role
from surveys import AnswerProblems
from tests.factories.comments import make_response, make_wave
from tests.factories.paper import type_form
from tests.factories.people import make_person

DAYS = timedelta(days=1)
Fields = dict[str, str | list[str]]
PLAIN: Fields = {"know_who": "agree", "age": "13_14"}
WORDS: Fields = {**PLAIN, "good": "My worker listens", "quote_ok": "yes"}


@pytest.fixture
def by(session: Session) -> UUID:
    """Somebody who types."""
    return make_person(session, Role.ENGAGEMENT_OFFICER)


@pytest.fixture
def type_in_form(session: Session, by: UUID) -> Callable[..., Step]:
    """Types a form of the one wave in; returns what came of it."""
    wave_id = make_wave(session)

    def do(fields: Fields, **other: object) -> Step:
        return type_form(session, wave_id, by, fields, **other).step  # type: ignore[arg-type]

    return do


def stored(session: Session) -> list[dict[str, list[str]]]:
    """What was chosen in the responses that may be counted."""
    held = select(Held.response_id)
    return list(session.scalars(select(Response.chosen).where(Response.id.not_in(held))))


def in_queue(session: Session) -> dict[str, tuple[str, bool]]:
    return {row.field: (row.text, row.may_quote) for row in session.scalars(select(Comment))}


def only_wave(session: Session) -> UUID:
    return session.scalars(select(PaperEntry.wave_id).distinct()).one()


def test_a_form_typed_twice_alike_is_stored_once(session: Session, type_in_form: Callable[..., Step]) -> None:
    assert (type_in_form(PLAIN), stored(session)) == (Step.TYPED_ONCE, [])

    assert type_in_form(PLAIN) is Step.STORED

    assert stored(session) == [{"know_who": ["agree"], "age": ["13_14"]}]
    assert session.scalars(select(PaperEntry)).all() == []
    assert session.scalars(select(Response.source)).all() == [ResponseSource.IMPORT]


def test_a_form_of_that_number_is_never_stored_again(
    session: Session, type_in_form: Callable[..., Step]
) -> None:
    type_in_form(PLAIN)
    type_in_form(PLAIN)

    with pytest.raises(FormStored):
        type_in_form({"know_who": "disagree"})

    assert len(stored(session)) == 1


def test_the_same_page_sent_again_is_no_second_typing(
    session: Session, type_in_form: Callable[..., Step]
) -> None:
    page = uuid4()

    steps = [type_in_form(WORDS, page=page) for _ in range(3)]

    assert steps == [Step.TYPED_ONCE] * 3
    assert (stored(session), in_queue(session)) == ([], {"good": ("My worker listens", False)})


def test_a_page_put_right_replaces_its_own_typing(
    session: Session, type_in_form: Callable[..., Step]
) -> None:
    page = uuid4()
    type_in_form(WORDS, page=page)

    type_in_form({**WORDS, "know_who": "disagree", "good": "My worker listens well"}, page=page)

    assert in_queue(session) == {"good": ("My worker listens well", False)}
    assert type_in_form({**WORDS, "know_who": "disagree", "good": "My worker listens well"}) is Step.STORED


def test_words_are_in_the_queue_from_the_first_typing(
    session: Session, type_in_form: Callable[..., Step]
) -> None:
    type_in_form(WORDS)

    assert in_queue(session) == {"good": ("My worker listens", False)}
    assert session.scalars(select(Comment.state)).all() == [CommentState.UNREAD]


def test_nothing_of_a_form_typed_once_is_counted_or_exported(
    session: Session, type_in_form: Callable[..., Step], by: UUID
) -> None:
    type_in_form(WORDS)
    wave_id = only_wave(session)
    for _ in range(9):
        make_response(session, wave_id)
    session.execute(Comment.__table__.update().values(read_first=False))  # type: ignore[attr-defined]

    assert fold(session, now=clock.now(), read_by_machine=cells_of) == 0
    assert every_answer(session, [wave_by_id(session, wave_id)]).total == 9
    type_form(session, wave_id, by, WORDS)
    session.execute(Comment.__table__.update().values(read_first=False))  # type: ignore[attr-defined]
    assert fold(session, now=clock.now(), read_by_machine=cells_of) == 10


def test_the_yes_to_quoting_counts_once_it_is_typed_twice(
    session: Session, type_in_form: Callable[..., Step]
) -> None:
    type_in_form(WORDS)
    type_in_form(WORDS)

    assert in_queue(session) == {"good": ("My worker listens", True)}
    assert stored(session)[0]["quote_ok"] == ["yes"]


def test_blanks_alone_are_no_difference(session: Session, type_in_form: Callable[..., Step]) -> None:
    type_in_form({**WORDS, "good": "My worker\n listens"})

    assert type_in_form(WORDS) is Step.STORED


def test_a_difference_waits_to_be_settled(
    session: Session, type_in_form: Callable[..., Step], by: UUID
) -> None:
    type_in_form(WORDS)

    assert type_in_form({**WORDS, "know_who": "disagree"}) is Step.TO_SETTLE

    wave_id = only_wave(session)
    entry_id = session.scalars(select(PaperEntry.id)).one()
    both = both_typings(session, wave_id, entry_id)
    assert both.different == ("know_who",)
    assert (half_typed(session)[wave_id].once, half_typed(session)[wave_id].to_settle) == (0, 1)
    with pytest.raises(FormWaits):
        type_in_form(WORDS)
    assert settle(session, wave_by_id(session, wave_id), entry_id, both.second.cells, by=by) == "12"
    assert [one["know_who"] for one in stored(session)] == [["disagree"]]
    assert half_typed(session) == {}


def test_settled_words_put_right_what_nobody_has_touched(
    session: Session, type_in_form: Callable[..., Step], by: UUID
) -> None:
    type_in_form({**WORDS, "good": "My walker listens"})
    type_in_form(WORDS)
    wave_id, entry_id = session.execute(select(PaperEntry.wave_id, PaperEntry.id)).one()
    both = both_typings(session, wave_id, entry_id)

    settle(session, wave_by_id(session, wave_id), entry_id, both.second.cells, by=by)

    assert in_queue(session) == {"good": ("My worker listens", True)}
    assert session.scalars(select(Comment.read_first)).all() == [None]


def test_words_that_somebody_dealt_with_stay_as_they_were_read(
    session: Session, type_in_form: Callable[..., Step], by: UUID
) -> None:
    type_in_form({**WORDS, "good": "My walker listens"})
    session.scalars(select(Comment)).one().state = CommentState.HELD
    type_in_form({**WORDS, "better": "More of it"})
    wave_id, entry_id = session.execute(select(PaperEntry.wave_id, PaperEntry.id)).one()

    settle(
        session,
        wave_by_id(session, wave_id),
        entry_id,
        both_typings(session, wave_id, entry_id).second.cells,
        by=by,
    )
    session.expire_all()

    assert in_queue(session) == {"good": ("My walker listens", True), "better": ("More of it", True)}


def test_no_word_leaves_the_queue_whatever_is_settled_or_removed(
    session: Session, type_in_form: Callable[..., Step], by: UUID
) -> None:
    type_in_form(WORDS, number="1")
    type_in_form(PLAIN, number="1")
    wave_id, entry_id = session.execute(select(PaperEntry.wave_id, PaperEntry.id)).one()
    settle(session, wave_by_id(session, wave_id), entry_id, {**PLAIN, "_language": "en"}, by=by)  # type: ignore[dict-item]
    type_in_form({"better": "A bus"}, number="2")
    remove(session, wave_id, session.scalars(select(PaperEntry.id)).one(), by=by)
    session.expire_all()

    assert set(in_queue(session)) == {"good", "better"}
    assert len(stored(session)) == 1


def test_a_removed_form_can_be_typed_from_the_beginning(
    session: Session, type_in_form: Callable[..., Step], by: UUID
) -> None:
    type_in_form(WORDS)
    wave_id = only_wave(session)
    remove(session, wave_id, session.scalars(select(PaperEntry.id)).one(), by=by)
    other: Fields = {**PLAIN, "good": "Another person's words"}

    assert [type_in_form(other), type_in_form(other)] == [Step.TYPED_ONCE, Step.STORED]
    assert sorted(text for text in session.scalars(select(Comment.text))) == [
        "Another person's words",
        "My worker listens",
    ]


def test_a_settled_form_is_judged_like_every_answer(
    session: Session, type_in_form: Callable[..., Step], by: UUID
) -> None:
    type_in_form(PLAIN)
    wave_id, entry_id = session.execute(select(PaperEntry.wave_id, PaperEntry.id)).one()

    with pytest.raises(AnswerProblems):
        settle(
            session,
            wave_by_id(session, wave_id),
            entry_id,
            {"_language": "en", "know_who": "agree|disagree"},
            by=by,
        )


def test_what_is_typed_lies_sealed(session: Session, type_in_form: Callable[..., Step]) -> None:
    type_in_form(WORDS)
    type_in_form({**WORDS, "good": "Something else"})

    entry = session.scalars(select(PaperEntry)).one()
    assert entry.second is not None
    for kept in (entry.first, entry.second):
        assert b"listens" not in kept
        assert b"agree" not in kept
        assert b"else" not in kept


def test_the_number_on_the_paper_is_in_no_response(
    session: Session, type_in_form: Callable[..., Step]
) -> None:
    type_in_form(PLAIN, number="PAPER-77")
    wave_id = only_wave(session)
    type_in_form(PLAIN, number="PAPER-77")

    row = session.scalars(select(Response)).one()
    assert "PAPER-77" not in repr([getattr(row, column.key) for column in Response.__table__.columns])
    assert submission_id_of(wave_id, "PAPER-77") != submission_id_of(wave_id, "PAPER-78")


@pytest.mark.parametrize(("days", "is_taken"), [(-1, False), (0, True), (27, True), (41, True), (42, False)])
def test_paper_is_taken_until_fourteen_days_after_the_end(
    session: Session, by: UUID, days: int, is_taken: bool
) -> None:
    opens = datetime(2026, 5, 4, 8, tzinfo=clock.LONDON)
    wave_id = make_wave(session, opens_at=opens, closes_at=opens + 28 * DAYS)

    with time_machine.travel(opens + days * DAYS, tick=False):
        if is_taken:
            type_form(session, wave_id, by, PLAIN)
            type_form(session, wave_id, by, PLAIN)
            last = (opens + min(days, 28) * DAYS).date()
            assert session.scalars(select(Response.day)).all() == [last]
        else:
            with pytest.raises(PaperTimeOver):
                type_form(session, wave_id, by, PLAIN)


def test_late_paper_is_counted_ten_at_a_time_and_the_rest_at_the_very_end(session: Session) -> None:
    now = clock.now()
    wave_id = make_wave(session, opens_at=now - 9 * DAYS, closes_at=now)
    make_response(session, wave_id, source=ResponseSource.WEB)
    assert fold(session, now=now, read_by_machine=cells_of) == 1
    for _ in range(9):
        make_response(session, wave_id, source=ResponseSource.IMPORT)

    assert fold(session, now=now + 13 * DAYS, read_by_machine=cells_of) == 0
    assert fold(session, now=now + 14 * DAYS, read_by_machine=cells_of) == 9


def test_what_was_never_settled_is_thrown_away_with_the_time_for_paper(session: Session, by: UUID) -> None:
    now = clock.now()
    wave_id = make_wave(session, opens_at=now - 9 * DAYS, closes_at=now + DAYS)
    type_form(session, wave_id, by, WORDS)

    assert forget_late(session, [wave_by_id(session, wave_id)], now=now + 14 * DAYS) == 0
    assert forget_late(session, [wave_by_id(session, wave_id)], now=now + 15 * DAYS) == 1
    assert session.scalars(select(PaperEntry)).all() == []
    assert in_queue(session) == {"good": ("My worker listens", False)}
