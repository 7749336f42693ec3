"""Reads what a tablet sent: sealed answers, each with its id; judges nothing."""

import binascii
import json
from base64 import urlsafe_b64decode
from datetime import UTC, datetime
from uuid import UUID

from feedback_app.domain.kiosks.receive import Waiting
from feedback_app.platform.letterbox import Letter
from surveys import RawFields

ANSWER_FIELD = "answer"
NOW_FIELD = "now"
MOST_AT_ONCE = 50


def waiting_in(fields: RawFields) -> tuple[list[Waiting], list[UUID]]:
    """The sealed answers that were sent, and the ids of those that cannot be read; what has no id is left out."""
    found: list[Waiting] = []
    broken: list[UUID] = []
    for text in list(fields.get(ANSWER_FIELD, ()))[:MOST_AT_ONCE]:
        try:
            said = json.loads(text)
            submission_id = UUID(hex=said["id"])
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
        try:
            letter = Letter(
                key=_bytes(said["key"]), nonce=_bytes(said["nonce"]), sealed=_bytes(said["sealed"])
            )
            found.append(Waiting(submission_id=submission_id, letter=letter))
        except (ValueError, KeyError, TypeError, AttributeError):
            broken.append(submission_id)
    return found, broken


def tablet_now(text: str, *, now: datetime) -> datetime:
    """What the tablet's clock says, from seconds since 1970; the server's own moment where it says nothing."""
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        return now


def _bytes(text: str) -> bytes:
    """Bytes of base64 in its form for addresses, without padding. Raises ValueError."""
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        raise ValueError("not base64") from None
