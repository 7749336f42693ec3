"""Reads people as frozen records."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from feedback_app.domain.people.models import Person
from feedback_app.platform.problems import Missing
from feedback_app.platform.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    """One of the staff, without any secret."""

    id: UUID
    email: str
    name: str
    role: Role
    disabled: bool
    has_password: bool
    session_version: int


def _record(person: Person) -> PersonRecord:
    return PersonRecord(
        id=person.id,
        email=person.email,
        name=person.name,
        role=person.role,
        disabled=person.disabled,
        has_password=person.password_hash is not None,
        session_version=person.session_version,
    )


def person_by_id(session: Session, person_id: UUID) -> PersonRecord:
    """One person. Raises Missing."""
    person = session.get(Person, person_id)
    if person is None:
        raise Missing("There is nobody here with that address.")
    return _record(person)


def page_of_people(
    session: Session, *, words: str, page: int, size: int
) -> tuple[tuple[PersonRecord, ...], int]:
    """The people whose name or e-mail holds these words, by name, one page of them; and how many in all."""
    found = select(Person)
    if words:
        found = found.where(
            or_(Person.name.icontains(words, autoescape=True), Person.email.icontains(words, autoescape=True))
        )
    total = session.scalar(select(func.count()).select_from(found.subquery())) or 0
    rows = session.scalars(found.order_by(Person.name, Person.email).offset((page - 1) * size).limit(size))
    return tuple(_record(person) for person in rows), total


def active_with_role(session: Session, role: Role) -> tuple[PersonRecord, ...]:
    """Those who hold a role and can sign in, by name."""
    rows = session.scalars(
        select(Person).where(Person.role == role, Person.disabled.is_(False)).order_by(Person.name)
    )
    return tuple(_record(person) for person in rows)


def names_of(session: Session, ids: frozenset[UUID]) -> dict[UUID, str]:
    """The names of these people by id."""
    if not ids:
        return {}
    return {
        row.id: row.name for row in session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)))
    }


def has_demonstration_people(session: Session) -> bool:
    """Whether this database holds one of the demonstration log-ins."""
    return session.scalar(select(Person.id).where(Person.demonstration).limit(1)) is not None


def has_own_people(session: Session) -> bool:
    """Whether somebody is here who is not of the demonstration."""
    return session.scalar(select(Person.id).where(Person.demonstration.is_(False)).limit(1)) is not None
