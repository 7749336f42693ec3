"""The demonstration county: one command fills every list, a second one changes nothing."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
import time_machine
from flask import Flask
from sqlalchemy.orm import Session

from feedback_app.app import create_app
from feedback_app.commands.demo_county.voices import all_voices, worries
from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.findings.models import Finding
from feedback_app.domain.indicators.queries import indicators
from feedback_app.domain.meetings.queries import meetings
from feedback_app.domain.moderation.models import Quote
from feedback_app.domain.people.sign_in import identify
from feedback_app.domain.promises.queries import promises
from feedback_app.domain.replies.models import Reply
from feedback_app.domain.responses.models import Comment, CommentState, Response
from feedback_app.domain.safeguarding.models import ContactRequest, Escalation
from feedback_app.domain.safeguarding.states import ContactState, EscalationState
from feedback_app.domain.topics.queries import all_topics, topic_table
from feedback_app.domain.topics.states import TopicState
from feedback_app.domain.waves.lifecycle import close, pause
from feedback_app.domain.waves.queries import all_waves, current_wave, waves_of
from feedback_app.domain.waves.standing import WaveStanding
from feedback_app.platform import clock
from feedback_app.platform.database import Model, reading, transaction
from feedback_app.platform.roles import Role
from tests.databases import KINDS, PostgresKind, SqliteKind, settings_for
from tests.factories.people import make_person

Kind = SqliteKind | PostgresKind
LOADED = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
"""A Tuesday in term."""
PASSWORD = "purple-otter-lantern-42"


@pytest.fixture(scope="module")
def loaded_file(kinds: Callable[[str], Kind], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A SQLite file with the county in it, to be copied."""
    with kinds("sqlite").database() as url:
        app = create_app(settings_for(url, tmp_path_factory.mktemp("county")))
        load(app, at=LOADED)
        with app.extensions["database"].engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
        app.extensions["database"].engine.dispose()
        yield Path(url.removeprefix("sqlite:///"))


@pytest.fixture(scope="module", params=KINDS)
def county(
    request: pytest.FixtureRequest,
    kinds: Callable[[str], Kind],
    loaded_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Flask]:
    """A loaded county on each kind of database, only read from."""
    with ExitStack() as closing:
        url = f"sqlite:///{loaded_file}"
        if request.param != "sqlite":
            url = closing.enter_context(kinds(request.param).database())
        app = create_app(settings_for(url, tmp_path_factory.mktemp("county")))
        if request.param != "sqlite":
            load(app, at=LOADED)
        yield app
        app.extensions["database"].engine.dispose()


@pytest.fixture
def own_county(loaded_file: Path, tmp_path: Path) -> Iterator[Flask]:
    """A loaded county to do things with."""
    copy = shutil.copy(loaded_file, tmp_path / "county.db")
    app = create_app(settings_for(f"sqlite:///{copy}", tmp_path))
    yield app
    app.extensions["database"].engine.dispose()


@pytest.fixture
def session(county: Flask) -> Iterator[Session]:
    """A reading session over the loaded county, on the day of its loading."""
    with time_machine.travel(LOADED + timedelta(hours=1), tick=False), county.app_context():
        yield reading()


def load(app: Flask, *, at: datetime) -> str:
    """Run the command at a moment; returns what it printed."""
    with time_machine.travel(at, tick=False):
        result = app.test_cli_runner().invoke(args=["demo", "load"])
    assert result.exit_code == 0, result.output
    return result.output


def everything(app: Flask) -> dict[str, list[str]]:
    """Every row of every table as text."""
    with app.app_context(), app.extensions["database"].engine.connect() as connection:
        return {
            table.name: sorted(repr(tuple(row)) for row in connection.execute(sa.select(table)))
            for table in Model.metadata.sorted_tables
        }


def test_three_waves_and_voxy_hold_twelve_hundred_responses(session: Session) -> None:
    counted = sa.select(Response.wave_id, sa.func.count()).group_by(Response.wave_id)
    stored = dict(session.execute(counted).all())

    waves = all_waves(session)

    assert [(wave.slug, stored[wave.id], wave.standing(clock.now()).value) for wave in waves] == [
        ("be-supported", 270, "open"),
        ("be-supported", 400, "closed"),
        ("be-supported", 380, "closed"),
        ("voxy", 150, "open"),
    ]
    assert all(wave.synthetic for wave in waves)
    assert [wave.folded_responses for wave in waves] == [270, 400, 380, 150]


def test_what_no_outcome_covers_is_found_and_named_once(session: Session) -> None:
    topics = [topic for topic in all_topics(session) if "bus" in topic.terms]

    assert [topic.name for topic in topics if topic.state is TopicState.NAMED] == ["Buses and getting about"]
    waiting = [topic for topic in topics if topic.state is TopicState.PROPOSED]
    assert waiting
    assert {topic.near for topic in waiting} == {"Buses and getting about"}
    closed = [
        wave for wave in waves_of(session, "be-supported") if wave.standing(clock.now()).value == "closed"
    ]
    assert all(topic_table(session, wave.id) for wave in closed)


def test_the_open_wave_has_been_open_for_days_and_stays_open_for_two_weeks(session: Session) -> None:
    wave = current_wave(session, "be-supported", clock.now())

    assert wave is not None
    assert wave.closes_at is not None
    assert 10 <= (LOADED - wave.opens_at).days <= 12
    assert (wave.closes_at - LOADED).days >= 14


def test_no_answer_comes_before_its_wave_or_on_a_day_to_come(session: Session) -> None:
    opened = {wave.id: clock.in_london(wave.opens_at).date() for wave in all_waves(session)}
    ended = {wave.id: wave.closes_at.date() for wave in all_waves(session) if wave.closes_at}

    days = session.execute(sa.select(Response.wave_id, Response.day)).all()

    assert all(opened[wave_id] <= day < LOADED.date() for wave_id, day in days)
    assert all(day <= ended.get(wave_id, day) for wave_id, day in days)


def test_everything_written_has_been_analysed_and_counted(session: Session) -> None:
    unfolded = session.scalar(sa.select(sa.func.count()).where(Response.folded.is_(False)))
    comments = session.scalar(sa.select(sa.func.count()).select_from(Comment))
    findings = session.scalar(sa.select(sa.func.count()).select_from(Finding))

    assert unfolded == 0
    assert comments == findings


def test_every_shelf_of_the_queue_has_something_on_it(session: Session) -> None:
    shelves = Counter(session.scalars(sa.select(Comment.state)))

    assert set(shelves) == set(CommentState)
    assert shelves[CommentState.QUOTE_CONFIRMED] >= 35
    assert shelves[CommentState.QUOTE_PROPOSED] >= 5


def test_the_open_wave_is_mostly_unread_and_the_closed_ones_are_not(session: Session) -> None:
    unread = []
    for wave in waves_of(session, "be-supported"):
        states = list(session.scalars(sa.select(Comment.state).where(Comment.wave_id == wave.id)))
        unread.append(states.count(CommentState.UNREAD) / len(states))

    assert unread[0] > 0.6
    assert unread[1:] == [0, 0]


def test_the_safeguarding_lead_has_work_waiting_and_work_done(session: Session) -> None:
    states = set(session.scalars(sa.select(Escalation.state)))
    asked = Counter(session.scalars(sa.select(ContactRequest.state)))

    assert {EscalationState.OPEN, EscalationState.CLOSED} <= states
    assert asked == {ContactState.OPEN: 1, ContactState.DONE: 1}


def test_what_worries_is_handed_over_or_still_to_be_read_first(session: Session) -> None:
    kept = (CommentState.ESCALATED, CommentState.UNREAD, CommentState.HELD)
    worrying = {
        voice.text
        for some in worries().values()
        for worry in some
        for voice in worry.voices
        if len(voice.text) > 20
    }

    rows = session.execute(
        sa.select(Comment.text, Comment.state, Comment.read_first).where(Comment.text.in_(worrying))
    ).all()

    assert [text for text, state, _ in rows if state not in kept] == []
    assert sum(1 for _, state, read_first in rows if read_first and state is CommentState.UNREAD) >= 2


def test_no_quote_is_of_a_worrying_comment_or_shows_who_somebody_is(session: Session) -> None:
    named = {name.lower() for voices in all_voices().values() for voice in voices for name in voice.redact}

    worrying = {voice.text for some in worries().values() for worry in some for voice in worry.voices}

    quoted = session.execute(
        sa.select(Quote.text, Finding.read_first, Finding.personal, Comment.may_quote)
        .join(Comment, Comment.id == Quote.comment_id)
        .join(Finding, Finding.comment_id == Quote.comment_id)
    ).all()

    assert len(quoted) >= 40
    assert [text for text, *_ in quoted if text in worrying] == []
    assert [text for text, read_first, personal, _ in quoted if read_first or personal] == []
    assert [text for text, *_ in quoted if any(name in text.lower() for name in named)] == []
    assert all(may_quote for *_, may_quote in quoted)


def test_the_board_has_papers_indicators_and_promises(session: Session) -> None:
    names = [meeting.name for meeting in meetings(session)]

    assert "2021-03-05" in names
    assert len(names) >= 2
    assert len(indicators(session)) >= 3
    assert promises(session)


def test_seven_people_sign_in_with_the_one_password(session: Session) -> None:
    emails = (
        "youth-worker@demo.example",
        "second-youth-worker@demo.example",
        "safeguarding-lead@demo.example",
        "engagement-officer@demo.example",
        "board-officer@demo.example",
        "board-member@demo.example",
        "administrator@demo.example",
    )

    assert all(identify(session, email=email, password=PASSWORD) for email in emails)


def test_a_second_load_on_the_same_day_changes_nothing(county: Flask) -> None:
    before = everything(county)

    said = load(county, at=LOADED + timedelta(hours=6))

    assert everything(county) == before
    assert said == "The demonstration county is there already.\n"


def test_what_people_did_since_stays_and_no_wave_is_added_while_one_runs(own_county: Flask) -> None:
    with own_county.app_context(), time_machine.travel(LOADED, tick=False), transaction() as session:
        wave = current_wave(session, "be-supported", clock.now())
        assert wave is not None
        pause(session, wave.id, by=None)
    before = everything(own_county)

    load(own_county, at=LOADED + timedelta(days=5))

    assert everything(own_county) == before


def test_when_the_open_wave_has_ended_the_next_load_opens_another(own_county: Flask) -> None:
    later = LOADED + timedelta(days=40)

    load(own_county, at=later)

    with own_county.app_context(), time_machine.travel(later, tick=False):
        waves = waves_of(reading(), "be-supported")
        standing = [wave.standing(clock.now()) for wave in waves]
        folded = waves[0].folded_responses
    assert standing == [WaveStanding.OPEN] + [WaveStanding.CLOSED] * 3
    assert folded > 0


def test_a_wave_closed_by_hand_is_followed_by_one_that_opens_where_it_ended(own_county: Flask) -> None:
    with own_county.app_context(), time_machine.travel(LOADED, tick=False), transaction() as session:
        wave = current_wave(session, "be-supported", clock.now())
        assert wave is not None
        close(session, wave.id, by=None)

    load(own_county, at=LOADED + timedelta(minutes=5))

    with own_county.app_context(), time_machine.travel(LOADED + timedelta(minutes=5), tick=False):
        following = current_wave(reading(), "be-supported", clock.now())
    assert following is not None
    assert following.standing(LOADED + timedelta(minutes=5)) is WaveStanding.OPEN
    assert following.opens_at == LOADED


def test_a_load_that_breaks_half_way_leaves_nothing_behind(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(app)
    with monkeypatch.context() as broken:
        broken.setattr("feedback_app.commands.demo_county.load.write_back", lambda *_, **__: 1 / 0)
        with time_machine.travel(LOADED, tick=False):
            result = app.test_cli_runner().invoke(args=["demo", "load"])
    assert isinstance(result.exception, ZeroDivisionError)
    assert everything(app) == before

    load(app, at=LOADED)

    with app.app_context():
        assert reading().scalar(sa.select(sa.func.count()).select_from(Response)) == 1200


def test_made_up_answers_never_come_among_real_ones(sqlite_url: str, tmp_path: Path) -> None:
    app = create_app(settings_for(sqlite_url, tmp_path, mode="production"))
    with app.app_context(), transaction() as session:
        make_person(session, Role.ADMINISTRATOR)

    result = app.test_cli_runner().invoke(args=["demo", "load"])

    assert result.exit_code == 1
    assert "among real ones" in result.output
    with app.app_context():
        assert reading().scalar(sa.select(sa.func.count()).select_from(AuditEntry)) == 0
    app.extensions["database"].engine.dispose()


def test_some_who_asked_for_a_code_have_been_written_back_to(session: Session) -> None:
    rows = session.execute(sa.select(Reply.text, Response.receipt_hash).join(Response)).all()

    assert len(rows) >= 4
    assert all(receipt is not None for _, receipt in rows)
    assert max(len(text) for text, _ in rows) <= 1000
