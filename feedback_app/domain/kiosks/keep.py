"""Kiosks are made, given a new link, switched off and on by the engagement officer."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.kiosks.models import Kiosk
from feedback_app.domain.kiosks.set_up import link_hash
from feedback_app.platform import clock
from feedback_app.platform.problems import Missing

LINK_LASTS = timedelta(hours=72)
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLink:
    """A one-time link's secret, to be shown once, and whose it is."""

    kiosk_id: UUID
    name: str
    secret: str


def make_kiosk(session: Session, wave_id: UUID, *, name: str, venue_id: UUID | None, by: UUID) -> NewLink:
    """Add a kiosk to a wave."""
    kiosk = Kiosk(id=uuid4(), wave_id=wave_id, name=name.strip(), venue_id=venue_id, made_at=clock.now())
    session.add(kiosk)
    record(session, "made", by=by, subject="kiosk", subject_id=kiosk.id)
    return _link(kiosk)


def new_link(session: Session, wave_id: UUID, kiosk_id: UUID, *, by: UUID) -> NewLink:
    """Another one-time link; an older one ends. The tablet goes on until the link is used. Raises Missing."""
    kiosk = _kiosk(session, wave_id, kiosk_id)
    record(session, "made-link", by=by, subject="kiosk", subject_id=kiosk.id)
    return _link(kiosk)


def switch(session: Session, wave_id: UUID, kiosk_id: UUID, *, off: bool, by: UUID) -> None:
    """Switch a kiosk off, or on again. What was answered before it went off is still taken. Raises Missing."""
    kiosk = _kiosk(session, wave_id, kiosk_id)
    if off is (kiosk.switched_off_at is not None):
        return
    kiosk.switched_off_at = clock.now() if off else None
    if off:
        kiosk.link_hash = kiosk.link_ends_at = None
    record(session, "switched-off" if off else "switched-on", by=by, subject="kiosk", subject_id=kiosk.id)


def _kiosk(session: Session, wave_id: UUID, kiosk_id: UUID) -> Kiosk:
    kiosk = session.get(Kiosk, kiosk_id)
    if kiosk is None or kiosk.wave_id != wave_id:
        raise Missing("This wave has no such kiosk.")
    return kiosk


def _link(kiosk: Kiosk) -> NewLink:
    secret = secrets.token_urlsafe(32)
    kiosk.link_hash = link_hash(secret)
    kiosk.link_ends_at = clock.now() + LINK_LASTS
    return NewLink(kiosk_id=kiosk.id, name=kiosk.name, secret=secret)
