"""Adds the people of the demonstration, who have a password from the start; production refuses to start with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.people.models import Person
from feedback_app.domain.people.passwords import hashed
from feedback_app.platform import clock
from feedback_app.platform.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class DemonstrationPerson:
    """Somebody who does not exist."""

    email: str
    name: str
    role: Role


def add_demonstration_people(
    session: Session, people: Iterable[DemonstrationPerson], *, password: str
) -> dict[str, UUID]:
    """Add them, all with one password; returns their ids by e-mail."""
    password_hash, ids = hashed(password), dict[str, UUID]()
    for person in people:
        ids[person.email] = uuid4()
        row = Person(
            id=ids[person.email],
            email=person.email,
            name=person.name,
            role=person.role,
            password_hash=password_hash,
            demonstration=True,
            created_at=clock.now(),
        )
        session.add(row)
        record(session, "created", by=None, subject="person", subject_id=row.id)
    session.flush()
    return ids
