"""A kiosk is set up once by its link, known by its token, and can be switched off and on, on both databases."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.kiosks.keep import LINK_LASTS, NewLink, make_kiosk, new_link, switch
from feedback_app.domain.kiosks.models import Kiosk
from feedback_app.domain.kiosks.queries import kiosk_by_id, kiosks_of
from feedback_app.domain.kiosks.set_up import LinkUsed, SetUp, is_token_of, use_link
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role
from tests.factories.answering import open_waves
from tests.factories.people import make_person


@pytest.fixture
def officer(app_on_both: Flask) -> UUID:
    with app_on_both.app_context(), transaction() as session:
        return make_person(session, Role.ENGAGEMENT_OFFICER)


@pytest.fixture
def wave_id(app_on_both: Flask) -> UUID:
    return open_waves(app_on_both)


def made(app: Flask, wave_id: UUID, officer: UUID, name: str = "Youth club") -> NewLink:
    with app.app_context(), transaction() as session:
        return make_kiosk(session, wave_id, name=name, venue_id=None, by=officer)


def used(app: Flask, secret: str) -> SetUp:
    with app.app_context(), transaction() as session:
        return use_link(session, secret)


def test_a_link_works_once(app_on_both: Flask, wave_id: UUID, officer: UUID) -> None:
    link = made(app_on_both, wave_id, officer)

    set_up = used(app_on_both, link.secret)

    with app_on_both.app_context():
        assert is_token_of(reading(), set_up.kiosk_id, set_up.token)
        assert kiosk_by_id(reading(), set_up.kiosk_id).set_up_on == clock.today()
    with pytest.raises(LinkUsed):
        used(app_on_both, link.secret)


@pytest.mark.parametrize("wrong", ["", "x", "\x00", "\ud800", "é" * 5000])
def test_nothing_else_works(app_on_both: Flask, wave_id: UUID, officer: UUID, wrong: str) -> None:
    set_up = used(app_on_both, made(app_on_both, wave_id, officer).secret)

    with pytest.raises(LinkUsed):
        used(app_on_both, wrong)
    with app_on_both.app_context():
        assert not is_token_of(reading(), set_up.kiosk_id, wrong)
        assert not is_token_of(reading(), uuid4(), set_up.token)


def test_a_link_runs_out(app_on_both: Flask, wave_id: UUID, officer: UUID) -> None:
    link = made(app_on_both, wave_id, officer)
    with app_on_both.app_context(), transaction() as session:
        session.get_one(Kiosk, link.kiosk_id).link_ends_at = clock.now() - timedelta(seconds=1)

    with pytest.raises(LinkUsed):
        used(app_on_both, link.secret)
    assert timedelta(hours=71) < LINK_LASTS


def test_a_new_link_ends_the_old_one_and_then_the_old_tablet(
    app_on_both: Flask, wave_id: UUID, officer: UUID
) -> None:
    link = made(app_on_both, wave_id, officer)
    first = used(app_on_both, link.secret)
    with app_on_both.app_context(), transaction() as session:
        unused = new_link(session, wave_id, link.kiosk_id, by=officer)
        again = new_link(session, wave_id, link.kiosk_id, by=officer)

    with app_on_both.app_context():
        assert is_token_of(reading(), first.kiosk_id, first.token)
    with pytest.raises(LinkUsed):
        used(app_on_both, unused.secret)
    second = used(app_on_both, again.secret)
    with app_on_both.app_context():
        assert is_token_of(reading(), second.kiosk_id, second.token)
        assert not is_token_of(reading(), first.kiosk_id, first.token)


def test_off_and_on_again(app_on_both: Flask, wave_id: UUID, officer: UUID) -> None:
    link = made(app_on_both, wave_id, officer)
    with app_on_both.app_context(), transaction() as session:
        switch(session, wave_id, link.kiosk_id, off=True, by=officer)

    with pytest.raises(LinkUsed):
        used(app_on_both, link.secret)
    with app_on_both.app_context(), transaction() as session:
        assert not kiosk_by_id(session, link.kiosk_id).is_on
        switch(session, wave_id, link.kiosk_id, off=False, by=officer)
        session.flush()
        assert kiosk_by_id(session, link.kiosk_id).is_on
        with pytest.raises(Missing):
            switch(session, uuid4(), link.kiosk_id, off=True, by=officer)


def test_no_secret_is_stored_and_the_audit_holds_ids_alone(
    app_on_both: Flask, wave_id: UUID, officer: UUID
) -> None:
    link = made(app_on_both, wave_id, officer, "Youth club, Didcot")
    set_up = used(app_on_both, link.secret)

    with app_on_both.app_context():
        entries = reading().scalars(select(AuditEntry).where(AuditEntry.subject == "kiosk")).all()
        assert [(one.deed, one.subject_id) for one in entries] == [
            (one.deed, str(link.kiosk_id)) for one in entries
        ]
        assert {one.deed for one in entries} == {"made", "set-up"}
        row = reading().execute(select(Kiosk.link_hash, Kiosk.token_hash)).one()
    assert row.link_hash is None
    assert set_up.token.encode() not in row.token_hash


def test_kiosks_stand_by_name_those_that_are_on_first(
    app_on_both: Flask, wave_id: UUID, officer: UUID
) -> None:
    for name in ("b", "A", "c"):
        link = made(app_on_both, wave_id, officer, name)
    with app_on_both.app_context(), transaction() as session:
        session.get_one(Kiosk, link.kiosk_id).name = "0"
        switch(session, wave_id, link.kiosk_id, off=True, by=officer)

    with app_on_both.app_context():
        assert [one.name for one in kiosks_of(reading(), wave_id)] == ["A", "b", "0"]
