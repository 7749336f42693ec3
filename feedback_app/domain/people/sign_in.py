"""Signs people in and out, and changes their own password."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.people.models import Person
from feedback_app.domain.people.passwords import hashed, judge, matches
from feedback_app.platform.problems import Invalid, Missing


class WrongPassword(Invalid):
    """The present password was not the one that was typed."""


def identify(session: Session, *, email: str, password: str) -> UUID | None:
    """The id of the person who has this e-mail and password and may sign in, or None.

    Takes as long for an e-mail that nobody has (SAFETY R-27).
    """
    person = session.scalar(select(Person).where(Person.email == email.strip().lower()))
    right = matches(password, person.password_hash if person else None)
    if person is None or not right or person.disabled:
        return None
    return person.id


def sign_out(session: Session, person_id: UUID) -> None:
    """End every session of this person (SAFETY R-28)."""
    person = session.get(Person, person_id)
    if person is not None:
        person.session_version += 1
        record(session, "signed-out", by=person_id, subject="person", subject_id=person_id)


def change_own_password(session: Session, person_id: UUID, *, present: str, new: str) -> None:
    """Change one's own password; other sessions end. Raises WrongPassword or PasswordNotTaken."""
    person = session.get(Person, person_id)
    if person is None:
        raise Missing("There is nobody here with that address.")
    if not matches(present, person.password_hash):
        raise WrongPassword("That is not your present password.")
    judge(new, email=person.email)
    person.password_hash = hashed(new)
    person.session_version += 1
    record(session, "changed-password", by=person_id, subject="person", subject_id=person_id)
