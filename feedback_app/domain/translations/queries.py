"""Reads which translations are confirmed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.translations.models import ConfirmedTranslation


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Whose words were confirmed, by whom and when (UTC); `fingerprint` says which words exactly."""

    slug: str
    language: str
    fingerprint: str
    read_by: str
    confirmed_at: datetime


def confirmations(session: Session) -> tuple[Confirmation, ...]:
    """Every confirmation that stands, the latest first; there are a handful."""
    rows = session.execute(
        select(
            ConfirmedTranslation.slug,
            ConfirmedTranslation.language,
            ConfirmedTranslation.fingerprint,
            ConfirmedTranslation.read_by,
            ConfirmedTranslation.confirmed_at,
        )
        .where(ConfirmedTranslation.taken_back_at.is_(None))
        .order_by(ConfirmedTranslation.confirmed_at.desc(), ConfirmedTranslation.id)
    )
    return tuple(
        Confirmation(
            slug=row.slug,
            language=row.language,
            fingerprint=row.fingerprint,
            read_by=row.read_by,
            confirmed_at=row.confirmed_at,
        )
        for row in rows
    )
