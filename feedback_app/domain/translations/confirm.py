"""Confirming a translation, and taking that back."""

from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.translations.models import ConfirmedTranslation
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict, Invalid, Missing

LONGEST_NAME = 200


class NobodyNamed(Invalid):
    """A translation cannot be confirmed without saying who read it."""


class ConfirmedAlready(Conflict):
    """These very words are confirmed already."""


class NotConfirmed(Missing):
    """There is no such confirmation, or it was taken back."""


def confirm(session: Session, *, slug: str, language: str, fingerprint: str, read_by: str, by: UUID) -> UUID:
    """Note that a person read these words and found them right. Raises NobodyNamed, ConfirmedAlready."""
    name = read_by.strip()
    if not name or len(name) > LONGEST_NAME:
        raise NobodyNamed("Say who read it.")
    standing = select(ConfirmedTranslation.id).where(
        ConfirmedTranslation.slug == slug,
        ConfirmedTranslation.language == language,
        ConfirmedTranslation.fingerprint == fingerprint,
        ConfirmedTranslation.taken_back_at.is_(None),
    )
    if session.scalar(standing.limit(1)) is not None:
        raise ConfirmedAlready("Somebody has confirmed this translation already.")
    row = ConfirmedTranslation(
        id=uuid4(),
        slug=slug,
        language=language,
        fingerprint=fingerprint,
        read_by=name,
        confirmed_at=clock.now(),
        noted_by=by,
        taken_back_at=None,
    )
    session.add(row)
    record(session, "confirmed", by=by, subject="translation", subject_id=row.id)
    return row.id


def take_back(session: Session, *, slug: str, language: str, by: UUID) -> None:
    """From now on these words are a draft again, whatever was confirmed of them. Raises NotConfirmed."""
    rows = session.scalars(
        select(ConfirmedTranslation).where(
            ConfirmedTranslation.slug == slug,
            ConfirmedTranslation.language == language,
            ConfirmedTranslation.taken_back_at.is_(None),
        )
    ).all()
    if not rows:
        raise NotConfirmed("Nobody has confirmed this translation.")
    for row in rows:
        row.taken_back_at = clock.now()
        record(session, "took back", by=by, subject="translation", subject_id=row.id)
