"""Creates, resets, disables people; a new password comes by a one-time link."""

import hashlib
import re
import secrets
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.people.models import Person, SetupLink
from feedback_app.domain.people.passwords import hashed, judge
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict, Invalid, Missing, Refused
from feedback_app.platform.roles import Role

#: What browsers take as an e-mail address, and every mail server can be handed.
_EMAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)*")
LINK_LASTS = timedelta(hours=72)


class EmailTaken(Conflict):
    """Somebody has this e-mail already."""


class EmailNotUsable(Invalid):
    """What was typed is no e-mail address."""


class LinkNotUsable(Missing):
    """The one-time link was used, has run out, or never was."""


class OwnAccount(Refused):
    """Nobody disables or resets themselves, or takes their own role away."""


def create_person(session: Session, *, email: str, name: str, role: Role, by: UUID | None) -> str:
    """Add somebody to the staff; returns the secret of their one-time link.

    Raises EmailTaken or EmailNotUsable.
    """
    email = email.strip().lower()
    if len(email) > 254 or not _EMAIL.fullmatch(email):
        raise EmailNotUsable("Write an e-mail address, like name@example.org.")
    person = Person(id=uuid4(), email=email, name=name.strip() or email, role=role, created_at=clock.now())
    try:
        with session.begin_nested():
            session.add(person)
    except IntegrityError:
        raise EmailTaken("Somebody with this e-mail is here already.") from None
    record(session, "created", by=by, subject="person", subject_id=person.id)
    return _new_link(session, person.id)


def reset_person(session: Session, person_id: UUID, *, by: UUID) -> str:
    """Take the old password away, end their sessions, and return the secret of a new one-time link.

    Raises OwnAccount: who then lost the link could not come back.
    """
    if person_id == by:
        raise OwnAccount("You can change your own password on your account's page.")
    person = _person(session, person_id)
    person.password_hash = None
    person.session_version += 1
    record(session, "reset", by=by, subject="person", subject_id=person.id)
    return _new_link(session, person.id)


def set_disabled(session: Session, person_id: UUID, *, disabled: bool, by: UUID) -> None:
    """Disable somebody, which ends their sessions, or let them in again. Raises OwnAccount."""
    if person_id == by:
        raise OwnAccount("You can't switch off your own account. Ask another administrator.")
    person = _person(session, person_id)
    person.disabled = disabled
    person.session_version += 1
    record(session, "disabled" if disabled else "enabled", by=by, subject="person", subject_id=person.id)


def change_role(session: Session, person_id: UUID, *, role: Role, by: UUID) -> None:
    """Give somebody another role; they sign in anew. Raises OwnAccount."""
    if person_id == by:
        raise OwnAccount("You can't change your own role. Ask another administrator.")
    person = _person(session, person_id)
    person.role = role
    person.session_version += 1
    record(session, f"role-{role.value}", by=by, subject="person", subject_id=person.id)


def open_link(session: Session, secret: str) -> str:
    """The e-mail of the person whose unused link this is. Raises LinkNotUsable."""
    return _person(session, _link(session, secret).person_id).email


def use_link(session: Session, secret: str, *, password: str) -> None:
    """Set the password by a one-time link; all older links of that person end with it.

    Raises LinkNotUsable or PasswordNotTaken.
    """
    link = _link(session, secret)
    person = _person(session, link.person_id)
    judge(password, email=person.email)
    person.password_hash = hashed(password)
    person.session_version += 1
    still_open = SetupLink.person_id == person.id, SetupLink.used_at.is_(None)
    session.execute(update(SetupLink).where(*still_open).values(used_at=clock.now()))
    record(session, "set-password", by=person.id, subject="person", subject_id=person.id)


def _person(session: Session, person_id: UUID) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise Missing("There is nobody here with that address.")
    return person


def _new_link(session: Session, person_id: UUID) -> str:
    secret = secrets.token_urlsafe(32)
    expires_at = clock.now() + LINK_LASTS
    session.add(SetupLink(person_id=person_id, token_hash=_hash(secret), expires_at=expires_at))
    return secret


def _link(session: Session, secret: str) -> SetupLink:
    link = session.scalar(select(SetupLink).where(SetupLink.token_hash == _hash(secret)))
    if link is None or link.used_at is not None or link.expires_at < clock.now():
        raise LinkNotUsable("This link has been used or has run out. Ask your administrator for a new one.")
    return link


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()
