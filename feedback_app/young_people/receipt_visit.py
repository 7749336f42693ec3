"""What each form on a receipt's page carries in place of the five words: sealed, and good for an hour.

No session is kept and no cookie set: the code is typed once, and stands in no page, no address and no log after that.
"""

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from feedback_app.platform.crypto import CannotUnseal, seal, unseal
from feedback_app.platform.secret import secret_key

LASTS = timedelta(hours=1)
FIELD = "visit"
_PURPOSE = "receipt visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One page shown to somebody who had typed the code; `form_id` makes a second press of its button harmless."""

    response_id: UUID
    form_id: UUID
    issued_at: datetime


def issue(response_id: UUID, *, now: datetime) -> Visit:
    """A visit that begins now."""
    return Visit(response_id=response_id, form_id=uuid4(), issued_at=now)


def write(visit: Visit) -> str:
    """The visit as a form carries it: nobody but the server can read it, and no two look alike."""
    words = f"{visit.response_id.hex} {visit.form_id.hex} {int(visit.issued_at.timestamp())}"
    return base64.urlsafe_b64encode(seal(secret_key(), _PURPOSE, words)).decode()


def read(text: str, *, now: datetime) -> Visit | None:
    """The visit that a form sent; None when it is missing, was changed, or is over."""
    try:
        sealed = base64.urlsafe_b64decode(text.encode(errors="replace"))
        response, form, seconds = unseal(secret_key(), _PURPOSE, sealed).split(" ")
    except (binascii.Error, CannotUnseal, ValueError):
        return None
    issued_at = datetime.fromtimestamp(int(seconds), UTC)
    if now - issued_at > LASTS:
        return None
    return Visit(response_id=UUID(hex=response), form_id=UUID(hex=form), issued_at=issued_at)
