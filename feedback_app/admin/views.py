"""What the administrator's pages show, ready to print."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from feedback_app.domain.audit.queries import AuditLine
from feedback_app.domain.people.queries import PersonRecord
from feedback_app.platform import clock
from feedback_app.platform.paging import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInPage:
    """The log-in page; `next` is an endpoint of ours or empty."""

    refused: bool
    next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPasswordPage:
    """The page behind a one-time link."""

    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """One's own account."""

    name: str
    email: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person in the list."""

    name: str
    email: str
    role: str
    standing: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """The list of people."""

    people: tuple[PersonLine, ...]
    words: str
    total: int
    pages: Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """One person: who they are and what can be done."""

    name: str
    email: str
    role: str
    standing: str
    disabled: bool
    is_oneself: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPage:
    """A one-time link, shown once to be handed over."""

    name: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """One line of the audit in words."""

    when: str
    who: str
    what: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """The audit, newest first."""

    rows: tuple[AuditRow, ...]
    total: int
    pages: Pages


def standing(person: PersonRecord) -> str:
    """How a person stands, in words."""
    if person.disabled:
        return "Switched off"
    return "Can sign in" if person.has_password else "Has not used the link yet"


def person_line(person: PersonRecord) -> PersonLine:
    """A person as a line of the list."""
    return PersonLine(
        name=person.name,
        email=person.email,
        role=person.role.words,
        standing=standing(person),
        address=url_for("people.show_person", person_id=person.id),
    )


def person_page(person: PersonRecord, *, is_oneself: bool) -> PersonPage:
    """A person's own page."""
    return PersonPage(
        name=person.name,
        email=person.email,
        role=person.role.words,
        standing=standing(person),
        disabled=person.disabled,
        is_oneself=is_oneself,
        address=url_for("people.show_person", person_id=person.id),
    )


def audit_row(line: AuditLine, names: Mapping[UUID, str]) -> AuditRow:
    """A line of the audit in words, by the county's clock."""
    when = clock.in_london(line.at)
    return AuditRow(
        when=f"{when.day} {when:%B %Y, %H:%M:%S}",
        who=names.get(line.actor_id, "somebody") if line.actor_id else "the system",
        what=line.deed.replace("-", " "),
        subject=f"{line.subject.replace('_', ' ')} {line.subject_id[:8]}",
    )
