"""What waited on a tablet is opened, judged, stored once and acknowledged by id, on both databases."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.kiosks.models import Kiosk
from feedback_app.domain.kiosks.queries import kiosk_by_id, tablets_may_send
from feedback_app.domain.kiosks.receive import Received, open_waiting, receive
from feedback_app.domain.responses.folding import fold
from feedback_app.domain.responses.models import Comment, Response
from feedback_app.domain.waves.models import Wave
from feedback_app.domain.waves.queries import wave_by_id
from feedback_app.domain.waves.standing import TABLET_DAYS
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.young_people.kiosk_sent import waiting_in
from tests.factories.answering import open_waves, stored
from tests.factories.kiosks import sealed, set_up_kiosk
from tests.factories.venues import counts_of, make_venue

ANSWERS = {"know_who": "agree", "good": "The bench by the river.", "_help_given": "reads"}


@pytest.fixture
def wave_id(app_on_both: Flask) -> UUID:
    return open_waves(app_on_both)


def send(
    app: Flask, kiosk_id: UUID, texts: Sequence[str], *, tablet_now: datetime | None = None
) -> tuple[Received, int]:
    """What came of these sealed answers, and how many could not be opened or taken."""
    waiting, broken = waiting_in({"answer": list(texts)})
    with app.app_context():
        kiosk = kiosk_by_id(reading(), kiosk_id)
        wave = wave_by_id(reading(), kiosk.wave_id)
        opened = [open_waiting(kiosk, wave, one) for one in waiting]
        whole = [one for one in opened if one is not None]
        with transaction() as session:
            received = receive(session, kiosk, wave, whole, tablet_now=tablet_now or clock.now())
    return received, len(broken) + len(opened) - len(whole)


def days(app: Flask) -> list[str]:
    with app.app_context():
        return sorted(day.isoformat() for day in reading().scalars(select(Response.day)))


def close(app: Flask, wave_id: UUID, moment: datetime) -> None:
    with app.app_context(), transaction() as session:
        wave = session.get_one(Wave, wave_id)
        wave.opens_at, wave.closes_at = moment - timedelta(days=28), moment


def test_twenty_answers_are_twenty_rows_however_often_they_are_sent(
    app_on_both: Flask, wave_id: UUID
) -> None:
    kiosk_id = set_up_kiosk(app_on_both, wave_id).kiosk_id
    twenty = [sealed(app_on_both, kiosk_id, ANSWERS) for _ in range(20)]
    ids, texts = {one for one, _ in twenty}, [text for _, text in twenty]

    first, _ = send(app_on_both, kiosk_id, texts)
    again, _ = send(app_on_both, kiosk_id, texts + texts)

    assert (set(first.stored), first.new) == (ids, 20)
    assert (set(again.stored), again.new) == (ids, 0)
    assert stored(app_on_both) == (20, 20)


def test_the_words_and_the_help_are_those_she_gave(app_on_both: Flask, wave_id: UUID) -> None:
    kiosk_id = set_up_kiosk(app_on_both, wave_id).kiosk_id

    send(app_on_both, kiosk_id, [sealed(app_on_both, kiosk_id, ANSWERS)[1]])

    with app_on_both.app_context():
        row = reading().scalars(select(Response)).one()
        assert (row.chosen, row.help_given, row.receipt_hash) == ({"know_who": ["agree"]}, "reads", None)
        assert reading().scalars(select(Comment.text)).one() == "The bench by the river."


def test_no_receipt_is_made_on_a_shared_device_whatever_is_sent(app_on_both: Flask, wave_id: UUID) -> None:
    kiosk_id = set_up_kiosk(app_on_both, wave_id).kiosk_id

    send(app_on_both, kiosk_id, [sealed(app_on_both, kiosk_id, ANSWERS | {"hear_back": "yes"})[1]])

    with app_on_both.app_context():
        row = reading().scalars(select(Response)).one()
        assert row.receipt_hash is None
        assert "hear_back" not in row.chosen


def test_what_is_changed_moved_or_judged_wrong_is_broken_and_costs_the_others_nothing(
    app_on_both: Flask, wave_id: UUID
) -> None:
    kiosk_id = set_up_kiosk(app_on_both, wave_id).kiosk_id
    other_id = set_up_kiosk(app_on_both, wave_id).kiosk_id
    _, good = sealed(app_on_both, kiosk_id, ANSWERS)
    moved = json.dumps(json.loads(good) | {"id": uuid4().hex})
    changed = json.dumps(json.loads(good) | {"sealed": "AAAA" + json.loads(good)["sealed"][4:]})
    empty = json.dumps(json.loads(good) | {"id": uuid4().hex, "sealed": "", "key": "", "nonce": ""})
    wrong = sealed(app_on_both, kiosk_id, {"know_who": "maybe"})[1]
    others = sealed(app_on_both, other_id, ANSWERS)[1]
    not_text = json.dumps({"id": uuid4().hex, "key": 1, "nonce": [], "sealed": {}})

    received, broken = send(
        app_on_both, kiosk_id, [moved, changed, empty, wrong, others, not_text, "x", "{}", "[]", "7", good]
    )

    assert (len(received.stored), broken) == (1, 6)
    assert stored(app_on_both) == (1, 1)


def test_an_answer_of_an_earlier_day_keeps_its_day_and_no_hour(app_on_both: Flask, wave_id: UUID) -> None:
    kiosk_id = set_up_kiosk(app_on_both, wave_id).kiosk_id
    _age(app_on_both, kiosk_id, timedelta(days=5))
    yesterday = clock.now() - timedelta(days=2)

    send(app_on_both, kiosk_id, [sealed(app_on_both, kiosk_id, ANSWERS, started=yesterday)[1]])

    assert days(app_on_both) == [clock.in_london(yesterday).date().isoformat()]


@pytest.mark.parametrize("ahead", [timedelta(days=400), timedelta(days=-400)])
def test_a_tablet_whose_clock_is_wrong_costs_no_answer_and_no_day(
    app_on_both: Flask, wave_id: UUID, ahead: timedelta
) -> None:
    kiosk_id = set_up_kiosk(app_on_both, wave_id).kiosk_id
    _age(app_on_both, kiosk_id, timedelta(days=5))
    started = clock.now() - timedelta(days=1)
    text = sealed(app_on_both, kiosk_id, ANSWERS, started=started + ahead)[1]

    received, _ = send(app_on_both, kiosk_id, [text], tablet_now=clock.now() + ahead)

    assert received.new == 1
    assert days(app_on_both) == [clock.in_london(started).date().isoformat()]


@pytest.mark.parametrize("ahead", [timedelta(days=400), timedelta(days=-400)])
def test_a_clock_put_right_in_between_costs_no_answer(
    app_on_both: Flask, wave_id: UUID, ahead: timedelta
) -> None:
    kiosk_id = set_up_kiosk(app_on_both, wave_id).kiosk_id
    text = sealed(app_on_both, kiosk_id, ANSWERS, started=clock.now() + ahead)[1]

    received, _ = send(app_on_both, kiosk_id, [text])

    assert received.new == 1
    assert days(app_on_both) == [clock.today().isoformat()]


def test_what_was_begun_before_the_end_is_taken_for_some_days(app_on_both: Flask, wave_id: UUID) -> None:
    kiosk_id = set_up_kiosk(app_on_both, wave_id).kiosk_id
    _age(app_on_both, kiosk_id, timedelta(days=20))
    ended = clock.now() - TABLET_DAYS + timedelta(hours=1)
    close(app_on_both, wave_id, ended)
    before = sealed(app_on_both, kiosk_id, ANSWERS, started=ended - timedelta(minutes=5))
    after = sealed(app_on_both, kiosk_id, ANSWERS, started=ended + timedelta(minutes=5))

    received, _ = send(app_on_both, kiosk_id, [before[1], after[1]])

    assert (received.stored, received.late) == ((before[0],), (after[0],))
    close(app_on_both, wave_id, ended - timedelta(hours=2))
    later = sealed(app_on_both, kiosk_id, ANSWERS, started=ended - timedelta(days=2))
    assert send(app_on_both, kiosk_id, [later[1]])[0].late == (later[0],)
    assert send(app_on_both, kiosk_id, [before[1]])[0].late == (before[0],)
    assert stored(app_on_both)[0] == 1


def test_a_response_is_counted_for_the_venue_once_and_names_neither_venue_nor_kiosk(
    app_on_both: Flask, wave_id: UUID
) -> None:
    with app_on_both.app_context(), transaction() as session:
        venue_id = make_venue(session)
    kiosk_id = set_up_kiosk(app_on_both, wave_id, venue_id=venue_id).kiosk_id
    texts = [sealed(app_on_both, kiosk_id, ANSWERS)[1] for _ in range(3)]

    send(app_on_both, kiosk_id, texts)
    send(app_on_both, kiosk_id, texts)

    assert counts_of(app_on_both, venue_id) == [(3, 0)]
    names = {column.name for column in Response.__table__.columns}
    assert not {name for name in names if "kiosk" in name or "venue" in name}
    with app_on_both.app_context():
        assert {one.source.value for one in reading().scalars(select(Response))} == {"web"}


def _age(app: Flask, kiosk_id: UUID, by: timedelta) -> None:
    """Let a kiosk have been made earlier."""
    with app.app_context(), transaction() as session:
        session.get_one(Kiosk, kiosk_id).made_at -= by


def test_what_a_tablet_sends_after_the_end_moves_no_figure_alone(app_on_both: Flask, wave_id: UUID) -> None:
    kiosk_id = set_up_kiosk(app_on_both, wave_id).kiosk_id
    _age(app_on_both, kiosk_id, timedelta(days=20))
    ended = clock.now() - timedelta(hours=1)
    close(app_on_both, wave_id, ended)
    texts = [
        sealed(app_on_both, kiosk_id, {"know_who": "agree"}, started=ended - timedelta(minutes=5))[1]
        for _ in range(10)
    ]

    def folded(now: datetime) -> int:
        with app_on_both.app_context(), transaction() as session:
            return fold(session, now=now, read_by_machine=cells_of, more_may_come=tablets_may_send)

    send(app_on_both, kiosk_id, texts[:9])
    assert folded(clock.now()) == 0
    send(app_on_both, kiosk_id, texts[9:])
    assert folded(clock.now()) == 10
    send(app_on_both, kiosk_id, [sealed(app_on_both, kiosk_id, {}, started=ended - timedelta(hours=1))[1]])
    assert folded(ended + TABLET_DAYS - timedelta(minutes=1)) == 0
    assert folded(ended + TABLET_DAYS + timedelta(minutes=1)) == 1
