"""Sets a tablet up by its one-time link, and knows it again by its token."""

import hmac
import secrets
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from feedback_app.domain.audit.record import record
from feedback_app.domain.kiosks.models import Kiosk
from feedback_app.platform import clock
from feedback_app.platform.crypto import keyed_hash
from feedback_app.platform.problems import Missing
from feedback_app.platform.secret import secret_key


class LinkUsed(Missing):
    """The one-time link was used, has run out, was replaced, or never was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """What a tablet is given once: which kiosk it is, and the token that it sends with."""

    kiosk_id: UUID
    token: str


def link_hash(secret: str) -> bytes:
    """What is stored of a one-time link."""
    return keyed_hash(secret_key(), "kiosk link", secret.encode(errors="replace"))


def use_link(session: Session, secret: str) -> SetUp:
    """Make this tablet the kiosk, once; a tablet that was it before can send no more. Raises LinkUsed."""
    now, token = clock.now(), secrets.token_urlsafe(32)
    usable = Kiosk.link_hash == link_hash(secret), Kiosk.link_ends_at > now, Kiosk.switched_off_at.is_(None)
    kiosk_id = session.scalar(select(Kiosk.id).where(*usable))
    taken = (
        update(Kiosk)
        .where(*usable)
        .values(link_hash=None, link_ends_at=None, token_hash=_token_hash(token), set_up_on=clock.today())
    )
    if kiosk_id is None or not session.connection().execute(taken).rowcount:
        raise LinkUsed("This link was used, or has run out.")
    record(session, "set-up", by=None, subject="kiosk", subject_id=kiosk_id)
    return SetUp(kiosk_id=kiosk_id, token=token)


def is_token_of(session: Session, kiosk_id: UUID, token: str) -> bool:
    """Whether this is the token of the tablet that is the kiosk now."""
    kept = session.scalar(select(Kiosk.token_hash).where(Kiosk.id == kiosk_id))
    return kept is not None and hmac.compare_digest(kept, _token_hash(token))


def _token_hash(token: str) -> bytes:
    return keyed_hash(secret_key(), "kiosk token", token.encode(errors="replace"))
