"""Counts move ten at a time, hold what was answered, and are never counted twice."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.findings.models import Finding
from feedback_app.domain.responses.folding import fold, recount
from feedback_app.domain.responses.models import Comment, CommentState, Response, Tally
from feedback_app.domain.responses.queries import counts, counts_a_day, stored
from feedback_app.domain.waves.models import Wave
from surveys import instrument_text, load
from tests.factories.comments import make_comment, make_finding, make_response, make_wave

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
OPEN = {"opens_at": datetime(2026, 3, 1, tzinfo=UTC), "closes_at": datetime(2026, 3, 29, tzinfo=UTC)}
SURVEY = load(instrument_text("be-supported"))


def folded(session: Session, now: datetime = NOW) -> int:
    return fold(session, now=now, read_by_machine=cells_of)


def tallies(session: Session) -> dict[tuple[str, str, str, str], int]:
    session.expire_all()
    return {
        (row.day.isoformat(), row.subject, row.row, row.col): row.n for row in session.scalars(select(Tally))
    }


def several(session: Session, wave_id: UUID, number: int, **values: object) -> list[UUID]:
    return [make_response(session, wave_id, **values) for _ in range(number)]


def test_nine_wait_and_ten_count(session: Session) -> None:
    wave_id = make_wave(session, **OPEN)
    several(session, wave_id, 9, chosen={"know_who": ["agree"]})

    assert (folded(session), tallies(session)) == (0, {})
    several(session, wave_id, 1, chosen={"know_who": ["disagree"]})
    assert folded(session) == 10
    found = tallies(session)
    assert found["2026-03-02", "responses", "", ""] == 10
    assert found["2026-03-02", "option", "know_who", "agree"] == 9
    assert found["2026-03-02", "option", "know_who", "disagree"] == 1
    assert session.scalar(select(Wave.folded_responses)) == 10


def test_a_closed_wave_counts_what_is_left(session: Session) -> None:
    wave_id = make_wave(session, **OPEN)
    several(session, wave_id, 3)

    assert folded(session, now=datetime(2026, 3, 29, 0, 1, tzinfo=UTC)) == 3
    assert folded(session, now=datetime(2026, 3, 29, 0, 2, tzinfo=UTC)) == 0


def test_waves_do_not_fill_each_others_batches(session: Session) -> None:
    first, second = make_wave(session, **OPEN), make_wave(session, slug="voxy", **OPEN)
    several(session, first, 6)
    several(session, second, 6)

    assert folded(session) == 0


def test_a_response_waits_for_its_comments_analysis(session: Session) -> None:
    wave_id = make_wave(session, **OPEN)
    several(session, wave_id, 9)
    (last,) = several(session, wave_id, 1)
    comment_id = make_comment(session, "Warm", response_id=last, read_first=None)

    assert folded(session) == 0
    make_finding(session, comment_id)
    session.execute(update(Comment).values(read_first=False))
    assert folded(session) == 10


def test_adding_to_a_cell_keeps_what_is_in_it(session: Session) -> None:
    wave_id = make_wave(session, **OPEN)
    for batch in (10, 12):
        several(session, wave_id, batch, chosen={"age": ["13_14"]})
        folded(session)

    assert tallies(session)["2026-03-02", "option", "age", "13_14"] == 22


def test_shown_blank_and_base_are_told_apart(session: Session) -> None:
    wave_id = make_wave(session, **OPEN)
    several(session, wave_id, 4, chosen={"who_would": ["nobody"], "nobody_why": ["bother", "too_long"]})
    several(session, wave_id, 2, chosen={"who_would": ["nobody"], "nobody_why": ["rather_not_say"]})
    several(session, wave_id, 1, chosen={"who_would": ["nobody"]})
    several(session, wave_id, 5, chosen={"who_would": ["friend"]})
    folded(session)

    held = counts(session, wave_id)
    question = SURVEY.question("nobody_why")
    table = held.table(question)
    assert (held.responses, held.shown(question), held.answered(question)) == (12, 7, 4)
    assert {row.label: row.count for row in table.aside} == {"I'd rather not say": 2, "Not answered": 1}
    assert {row.label: row.count for row in table.rows if row.count} == {
        "I don't want to be a bother": 4,
        "It takes too long to get help": 4,
    }
    assert table.base == 4


def test_a_single_choice_sums_to_its_base(session: Session) -> None:
    wave_id = make_wave(session, **OPEN)
    several(session, wave_id, 7, chosen={"believed": ["agree"]})
    several(session, wave_id, 3, chosen={"believed": ["rather_not_say"]})
    several(session, wave_id, 2)
    folded(session)

    table = counts(session, wave_id).table(SURVEY.question("believed"))

    assert (table.base, [row.count for row in table.rows], [row.count for row in table.aside]) == (
        7,
        [0, 7, 0, 0, 0],
        [3, 2],
    )


def test_a_condition_on_words_looks_at_the_comments(session: Session) -> None:
    wave_id = make_wave(session, **OPEN)
    for one in several(session, wave_id, 4):
        make_finding(session, make_comment(session, "Warm", response_id=one))
    several(session, wave_id, 6)
    folded(session)

    held = counts(session, wave_id)
    assert (held.shown(SURVEY.question("quote_ok")), held.answered(SURVEY.question("good"))) == (4, 4)


def commented(
    session: Session, wave_id: UUID, number: int, sentiment: str | None, *themes: str, **values: object
) -> None:
    for one in several(session, wave_id, number, **values):
        comment_id = make_comment(session, "Warm", response_id=one)
        make_finding(session, comment_id, sentiment=sentiment, themes={theme: ["warm"] for theme in themes})


def test_themes_and_sentiment_are_counted_by_comment(session: Session) -> None:
    wave_id = make_wave(session, **OPEN)
    commented(session, wave_id, 6, "positive", "supported.staff", "safe.belonging")
    commented(session, wave_id, 3, "negative", "supported.staff")
    commented(session, wave_id, 2, None)
    folded(session)

    held = counts(session, wave_id)
    assert [(row.label, row.counts) for row in held.themes().rows] == [
        ("safe.belonging", (6, 0, 0, 0)),
        ("supported.staff", (6, 0, 3, 0)),
    ]
    assert [(row.label, row.counts) for row in held.comments().rows] == [("good", (6, 0, 3, 2))]


def test_spam_and_boxes_beside_options_are_not_counted(session: Session) -> None:
    wave_id = make_wave(session, **OPEN)
    commented(session, wave_id, 10, "positive", "supported.staff")
    first = session.scalars(select(Comment.id)).all()
    session.execute(update(Comment).where(Comment.id == first[0]).values(state=CommentState.SPAM))
    session.execute(
        update(Comment)
        .where(Comment.id == first[1])
        .values(question_code="who_would", field="who_would__something_else")
    )
    folded(session)

    held = counts(session, wave_id)
    assert [row.base for row in held.themes().rows] == [8]
    assert [(row.label, row.base) for row in held.comments().rows] == [("good", 8)]


def test_a_feeling_stands_beside_the_estimate(session: Session) -> None:
    wave_id = make_wave(session, slug="voxy", definition=instrument_text("voxy"), **OPEN)
    for number, feeling, sentiment in ((8, "unhappy", "negative"), (3, "happy", "negative")):
        for one in several(session, wave_id, number, chosen={"feel": [feeling]}):
            comment_id = make_comment(session, "Bus", response_id=one, question_code="say", field="say")
            make_finding(session, comment_id, sentiment=sentiment)
    folded(session)

    grid = counts(session, wave_id).feelings()
    assert [(row.label, row.counts) for row in grid.rows] == [
        ("happy", (0, 0, 3, 0)),
        ("unhappy", (0, 0, 8, 0)),
    ]


def test_recounting_reads_what_the_machine_says_now_and_nothing_twice(session: Session) -> None:
    wave_id = make_wave(session, **OPEN)
    commented(session, wave_id, 10, "negative", "supported.staff")
    folded(session)
    before = tallies(session)

    recount(session, wave_id, read_by_machine=cells_of)
    assert tallies(session) == before
    session.execute(update(Finding).values(sentiment="positive"))
    recount(session, wave_id, read_by_machine=cells_of)
    assert [row.counts for row in counts(session, wave_id).themes().rows] == [(10, 0, 0, 0)]
    assert counts(session, wave_id).responses == 10


def test_counts_of_some_days_are_those_days(session: Session) -> None:
    wave_id = make_wave(session, **OPEN)
    for day in (2, 3, 4):
        several(session, wave_id, 4, day=date(2026, 3, day))
    folded(session)

    assert counts(session, wave_id, first=date(2026, 3, 3)).responses == 8
    assert counts(session, wave_id, last=date(2026, 3, 3)).responses == 8
    assert counts(session, wave_id, first=date(2026, 3, 3), last=date(2026, 3, 3)).responses == 4
    assert counts_a_day(session, wave_id) == tuple((date(2026, 3, day), 4) for day in (2, 3, 4))
    assert stored(session, wave_id) == 12


@pytest.mark.parametrize("number", [501, 1003])
def test_more_than_one_call_folds_is_folded_by_the_next(session: Session, number: int) -> None:
    wave_id = make_wave(session, **OPEN)
    session.execute(
        Response.__table__.insert(),
        [
            {"wave_id": wave_id, "submission_hash": n.to_bytes(32), "day": date(2026, 3, 2), "chosen": {}}
            for n in range(number)
        ],
    )
    done = 0
    while this := folded(session):
        done += this

    assert done == number - number % 200 if number % 200 < 10 else number
    session.execute(delete(Tally))
