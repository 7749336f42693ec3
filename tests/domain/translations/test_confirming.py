"""A confirmation holds for the very words that were read, names who read them, and can be taken back."""

from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.translations.confirm import (
    ConfirmedAlready,
    NobodyNamed,
    NotConfirmed,
    confirm,
    take_back,
)
from feedback_app.domain.translations.queries import confirmations

OFFICER = uuid4()


def read(session: Session, language: str = "pl", words: str = "one", read_by: str = " Anna Nowak ") -> None:
    confirm(session, slug="voxy", language=language, fingerprint=words, read_by=read_by, by=OFFICER)
    session.flush()


def standing(session: Session) -> list[tuple[str, str, str]]:
    return [(one.language, one.fingerprint, one.read_by) for one in confirmations(session)]


def test_it_says_who_read_which_words(session: Session) -> None:
    read(session)

    assert standing(session) == [("pl", "one", "Anna Nowak")]


def test_the_same_words_are_confirmed_once_and_other_words_anew(session: Session) -> None:
    read(session)
    with pytest.raises(ConfirmedAlready):
        read(session)
    read(session, words="two")
    read(session, language="ro")

    assert sorted(standing(session)) == [
        ("pl", "one", "Anna Nowak"),
        ("pl", "two", "Anna Nowak"),
        ("ro", "one", "Anna Nowak"),
    ]


@pytest.mark.parametrize("read_by", ["", "   ", "x" * 201])
def test_somebody_has_to_be_named(session: Session, read_by: str) -> None:
    with pytest.raises(NobodyNamed):
        read(session, read_by=read_by)

    assert standing(session) == []


def test_taking_back_makes_a_draft_again_and_can_be_followed_by_another_reading(session: Session) -> None:
    read(session)
    read(session, language="ro")
    take_back(session, slug="voxy", language="pl", by=OFFICER)
    session.flush()

    assert standing(session) == [("ro", "one", "Anna Nowak")]
    with pytest.raises(NotConfirmed):
        take_back(session, slug="voxy", language="pl", by=OFFICER)
    read(session, read_by="Jan Kowalski")
    assert sorted(standing(session)) == [("pl", "one", "Jan Kowalski"), ("ro", "one", "Anna Nowak")]


def test_both_deeds_stand_in_the_audit(session: Session) -> None:
    read(session)
    take_back(session, slug="voxy", language="pl", by=OFFICER)
    session.flush()

    entries = session.execute(select(AuditEntry.actor_id, AuditEntry.deed, AuditEntry.subject)).all()
    assert sorted(map(tuple, entries)) == [
        (OFFICER, "confirmed", "translation"),
        (OFFICER, "took back", "translation"),
    ]
