"""What is taken back is gone everywhere at once; the figures follow with the next batch, and nothing comes back."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.findings.models import Finding
from feedback_app.domain.moderation.decide import Choice, decide
from feedback_app.domain.moderation.publishing import quotable
from feedback_app.domain.moderation.queries import read_comment
from feedback_app.domain.moderation.redact import Wish, redact
from feedback_app.domain.moderation.states import Decision
from feedback_app.domain.replies.write import write_answer
from feedback_app.domain.responses.folding import fold, recount
from feedback_app.domain.responses.models import Comment, CommentState, Owed, Response, Tally
from feedback_app.domain.responses.receipts import find_by_id
from feedback_app.domain.responses.relabelled import note_relabelled
from feedback_app.domain.safeguarding.conflicts import Reader
from feedback_app.domain.safeguarding.escalate import Concern, escalate
from feedback_app.domain.safeguarding.handle import Step, take_step
from feedback_app.domain.safeguarding.models import CaseOriginal, Escalation
from feedback_app.domain.safeguarding.queue import read_escalation
from feedback_app.domain.safeguarding.states import Deed, Kind, Route
from feedback_app.domain.safeguarding.unsealing import read_kept
from feedback_app.domain.waves.models import Wave
from feedback_app.domain.withdrawals.copy import copy_of
from feedback_app.domain.withdrawals.withdraw import Outcome, TooLate, what_goes, withdraw
from feedback_app.platform import clock
from feedback_app.platform.database import Model
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role
from tests.factories.comments import make_comment, make_finding, make_response, make_wave
from tests.factories.people import make_person
from tests.factories.receipts import make_receipt, make_reply

MARKER = "zebedee"
STAYS = {"wave", "person", "audit_entry", "withdrawn", "tally", "tally_owed", "escalation", "escalation_step"}


def person(session: Session, role: Role = Role.YOUTH_WORKER) -> Reader:
    return Reader(person_id=make_person(session, role), is_lead=role is Role.SAFEGUARDING_LEAD)


def opened(session: Session, **values: object) -> UUID:
    """A wave that is open now and for four weeks."""
    dates: dict[str, object] = {
        "opens_at": clock.now() - timedelta(days=2),
        "closes_at": clock.now() + timedelta(days=28),
    }
    return make_wave(session, **(dates | values))


def folded(session: Session, now: datetime | None = None) -> int:
    return fold(session, now=now or clock.now(), read_by_machine=cells_of)


def tallies(session: Session) -> dict[tuple[date, str, str, str], int]:
    session.expire_all()
    return {(row.day, row.subject, row.row, row.col): row.n for row in session.scalars(select(Tally))}


def cells_with(session: Session, marker: str) -> set[str]:
    """The tables that hold a marker in any cell."""
    session.flush()
    return {
        table.name
        for table in Model.metadata.sorted_tables
        if any(marker in repr(tuple(row)) for row in session.execute(table.select()))
    }


def everything_about(session: Session, wave_id: UUID) -> tuple[UUID, UUID, UUID]:
    """A response of which there is something in every table; its id, its first comment's, its submission's."""
    response_id, submission_id = make_receipt(session, wave_id, chosen={"know_who": ["agree"]})
    first = make_comment(
        session, f"The {MARKER} club is warm. I like it.", response_id=response_id, day=clock.today()
    )
    make_finding(session, first, themes={"safe.belonging": [MARKER]}, because=[MARKER])
    second = make_comment(
        session,
        f"Call {MARKER} now",
        response_id=response_id,
        question_code="better",
        field="better",
        day=clock.today(),
    )
    make_finding(session, second)
    worker = person(session)
    quote = Choice(decision=Decision.QUOTE, seen=read_comment(session, first, reader=worker).seen)
    decide(session, first, quote, reader=worker)
    seen = read_comment(session, second, reader=worker).seen
    redact(session, second, Wish(seen=seen, words=("Call",)), reader=worker)
    make_reply(session, first, f"Thank you for {MARKER}")
    write_answer(session, response_id, text=f"It is {MARKER}", form_id=uuid4())
    return response_id, first, submission_id


def test_everything_derived_goes_in_one_go(session: Session) -> None:
    wave_id = opened(session)
    response_id, _, submission_id = everything_about(session, wave_id)
    assert {"comment", "finding", "finding_theme", "quote", "reply"} <= cells_with(session, MARKER)
    rows = {table.name for table in Model.metadata.sorted_tables if session.execute(table.select()).first()}
    assert {"redaction", "sealed_original", "decision", "reply_answer"} <= rows

    assert withdraw(session, response_id) is Outcome.GONE

    assert cells_with(session, MARKER) == set()
    assert cells_with(session, repr(response_id)) == set()
    left = {table.name for table in Model.metadata.sorted_tables if session.execute(table.select()).first()}
    assert left - {"priority", "outcome"} <= STAYS
    assert quotable(session, wave_ids=[wave_id]) == ()
    assert find_by_id(session, response_id) is None


def test_others_keep_what_is_theirs(session: Session) -> None:
    wave_id = opened(session)
    response_id, *_ = everything_about(session, wave_id)
    other = make_comment(session, "Mine stays", response_id=make_receipt(session, wave_id)[0])
    make_finding(session, other)

    withdraw(session, response_id)

    assert session.scalars(select(Comment.text)).all() == ["Mine stays"]


def test_twice_is_once_and_what_never_was_is_missing(session: Session) -> None:
    response_id, _ = make_receipt(session, opened(session))

    assert [withdraw(session, response_id), withdraw(session, response_id)] == [
        Outcome.GONE,
        Outcome.WAS_GONE,
    ]
    assert session.scalar(select(Wave.withdrawn_responses)) == 1
    with pytest.raises(Missing):
        withdraw(session, uuid4())
    with pytest.raises(Missing):
        withdraw(session, make_response(session, opened(session, slug="voxy")))


def test_nothing_tells_that_she_did_it_or_when(session: Session) -> None:
    response_id, _ = make_receipt(session, opened(session))
    before = session.scalar(select(func.count()).select_from(AuditEntry))

    withdraw(session, response_id)

    assert session.scalar(select(func.count()).select_from(AuditEntry)) == before


def several(session: Session, wave_id: UUID, number: int, **values: object) -> list[UUID]:
    return [make_receipt(session, wave_id, **values)[0] for _ in range(number)]


def test_figures_stay_until_ten_more_have_come_and_then_fall_to_what_is_there(session: Session) -> None:
    wave_id = opened(session)
    several(session, wave_id, 11, chosen={"know_who": ["agree"]})
    hers, *_ = everything_about(session, wave_id)
    session.execute(update(Comment).values(read_first=False))
    folded(session)
    before = tallies(session)

    withdraw(session, hers)
    several(session, wave_id, 9, chosen={"know_who": ["disagree"]})
    folded(session)
    assert tallies(session) == before
    several(session, wave_id, 1, chosen={"know_who": ["disagree"]})
    folded(session)

    after, days = tallies(session), {day for day, *_ in before}
    (day,) = days
    assert after[day, "option", "know_who", "agree"] == 11
    assert after[day, "option", "know_who", "disagree"] == 10
    assert after[day, "responses", "", ""] == 21
    assert [cell for cell in after if cell[1] in ("theme", "comments")] == []
    assert min(after.values()) > 0
    assert session.scalar(select(Wave.folded_responses)) == 21
    assert session.scalars(select(Owed)).all() == []


def test_what_waits_to_be_taken_off_is_sealed(session: Session) -> None:
    wave_id = opened(session)
    first, *_ = several(session, wave_id, 10, chosen={"know_who": ["agree"]})
    folded(session)

    withdraw(session, first)

    (owed,) = session.scalars(select(Owed.sealed)).all()
    assert b"know_who" not in owed
    assert b"agree" not in owed


def test_what_was_never_counted_is_not_taken_off(session: Session) -> None:
    wave_id = opened(session)
    first, *_ = several(session, wave_id, 3, chosen={"know_who": ["agree"]})

    withdraw(session, first)
    several(session, wave_id, 8, chosen={"know_who": ["agree"]})
    folded(session)

    assert session.scalars(select(Owed)).all() == []
    assert sum(n for cell, n in tallies(session).items() if cell[1] == "responses") == 10


def test_ten_taken_back_are_a_batch_of_their_own(session: Session) -> None:
    wave_id = opened(session)
    gone = several(session, wave_id, 30, chosen={"know_who": ["agree"]})
    folded(session)

    for one in gone[:9]:
        withdraw(session, one)
    folded(session)
    assert max(tallies(session).values()) == 30
    withdraw(session, gone[9])
    folded(session)

    assert max(tallies(session).values()) == 20


def test_after_the_last_day_what_is_owed_goes_off_all_together(session: Session) -> None:
    closes_at = clock.now() - timedelta(days=3)
    wave_id = opened(session, opens_at=closes_at - timedelta(days=20), closes_at=closes_at)
    first, *_ = several(session, wave_id, 12)
    folded(session)
    withdraw(session, first)

    folded(session)
    assert max(tallies(session).values()) == 12
    folded(session, now=closes_at + timedelta(days=28))
    assert max(tallies(session).values()) == 12
    folded(session, now=closes_at + timedelta(days=30))
    assert max(tallies(session).values()) == 11


def test_counting_anew_what_the_machine_says_takes_nothing_off_early_or_twice(session: Session) -> None:
    wave_id = opened(session)
    ids = several(session, wave_id, 12)
    for one in ids:
        make_finding(
            session, make_comment(session, "Warm", response_id=one), themes={"safe.belonging": ["warm"]}
        )
    folded(session)
    before = tallies(session)

    withdraw(session, ids[0])
    recount(session, wave_id, read_by_machine=cells_of)
    assert tallies(session) == before
    several(session, wave_id, 10)
    folded(session)

    assert {n for (_, subject, _, _), n in tallies(session).items() if subject == "theme"} == {11}


def test_a_count_never_falls_below_nothing(session: Session) -> None:
    wave_id = opened(session)
    first, *_ = several(session, wave_id, 10, chosen={"know_who": ["agree"]})
    folded(session)
    withdraw(session, first)
    session.execute(update(Tally).values(n=0))
    several(session, wave_id, 10)
    folded(session)

    assert min(tallies(session).values()) == 10


def test_the_last_day_is_counted_from_the_planned_end(session: Session) -> None:
    today = clock.today()
    for ended, day, is_late in (
        (today - timedelta(days=28), today - timedelta(days=40), False),
        (today - timedelta(days=29), today - timedelta(days=40), True),
        (None, today - timedelta(days=28), False),
        (None, today - timedelta(days=29), True),
    ):
        closes_at = None if ended is None else datetime(ended.year, ended.month, ended.day, 12, tzinfo=UTC)
        wave_id = make_wave(session, opens_at=clock.now() - timedelta(days=90), closes_at=closes_at)
        response_id, _ = make_receipt(session, wave_id, day=day)

        assert what_goes(session, response_id).is_too_late is is_late
        if is_late:
            with pytest.raises(TooLate):
                withdraw(session, response_id)
            assert session.get(Response, response_id) is not None
        else:
            assert withdraw(session, response_id) is Outcome.GONE


def test_closing_early_takes_no_day_away(session: Session) -> None:
    closes_at = clock.now() + timedelta(days=10)
    wave_id = opened(session, closes_at=closes_at, closed_at=clock.now() - timedelta(days=1))
    response_id, _ = make_receipt(session, wave_id)

    assert what_goes(session, response_id).until == clock.in_london(closes_at).date() + timedelta(days=28)


def escalated(session: Session, wave_id: UUID) -> tuple[UUID, UUID]:
    """A response with a receipt whose comment was escalated; its id and the case's."""
    response_id, _ = make_receipt(session, wave_id)
    comment_id = make_comment(session, f"{MARKER} hits me", response_id=response_id)
    make_finding(session, comment_id)
    concern = Concern(kinds=(Kind.VIOLENCE,), reason="Somebody is hurt")
    return response_id, escalate(session, comment_id, concern, reader=person(session))


def test_an_open_case_keeps_the_words_sealed_until_it_is_finished(session: Session) -> None:
    response_id, case = escalated(session, opened(session))
    lead = person(session, Role.SAFEGUARDING_LEAD)

    withdraw(session, response_id)

    record = read_escalation(session, case, reader=lead)
    assert (record.comment_id, record.response_id, record.text, record.is_kept) == (None, None, "", True)
    assert cells_with(session, MARKER) == set()
    assert read_kept(session, case, reader=lead, reason="To pass it on") == f"{MARKER} hits me"
    take_step(session, case, Step(deed=Deed.ACKNOWLEDGE), reader=lead)
    take_step(session, case, Step(deed=Deed.ROUTE, route=Route.MASH, note="Now", reference="9"), reader=lead)
    assert session.get(CaseOriginal, case) is not None
    take_step(session, case, Step(deed=Deed.CLOSE, note="They took it on"), reader=lead)
    session.expire_all()
    assert session.get(CaseOriginal, case) is None
    with pytest.raises(Missing):
        read_kept(session, case, reader=lead, reason="Again")


def test_a_finished_case_keeps_what_was_done_and_no_word(session: Session) -> None:
    response_id, case = escalated(session, opened(session))
    lead = person(session, Role.SAFEGUARDING_LEAD)
    take_step(session, case, Step(deed=Deed.RETURN, note="A joke"), reader=lead)

    withdraw(session, response_id)

    row = session.get_one(Escalation, case)
    assert (row.comment_id, row.response_id, row.kinds) == (None, None, ["violence"])
    assert session.get(CaseOriginal, case) is None
    assert len(read_escalation(session, case, reader=lead).steps) == 1


def test_a_copy_holds_what_she_sent_in_the_surveys_order(session: Session) -> None:
    response_id, *_ = everything_about(session, opened(session))

    sent = copy_of(session, response_id, language="en")

    assert [one.answers for one in sent] == [
        ("Agree",),
        (f"The {MARKER} club is warm. I like it.",),
        (f"[removed] {MARKER} now",),
        (f"It is {MARKER}",),
    ]
    assert [one.is_later for one in sent] == [False, False, False, True]
    with pytest.raises(Missing):
        copy_of(session, make_response(session, opened(session, slug="voxy")), language="en")


def test_what_goes_is_said_in_numbers(session: Session) -> None:
    response_id, *_ = everything_about(session, opened(session))

    goes = what_goes(session, response_id)

    assert (goes.texts, goes.replies, goes.answers, goes.is_too_late) == (2, 1, 1, False)
    assert session.scalars(select(Comment.state)).all().count(CommentState.UNREAD) == 2


def test_after_the_last_day_a_label_mended_alone_still_waits_for_ten(session: Session) -> None:
    closes_at = clock.now() - timedelta(days=60)
    wave_id = opened(session, opens_at=closes_at - timedelta(days=20), closes_at=closes_at)
    one, *_ = several(session, wave_id, 12)
    comment_id = make_comment(session, "Warm", response_id=one)
    make_finding(session, comment_id, sentiment="negative")
    folded(session)
    before = tallies(session)

    session.execute(update(Finding).values(sentiment="positive"))
    note_relabelled(session, comment_id)
    folded(session)

    assert tallies(session) == before
