"""The signed token that stands in for a session: wave, submission id and when the form was opened.

It is the form's protection (SAFETY R-11), needs no cookie, and does not expire while the wave takes answers (R-12).
"""

import hashlib
import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from uuid import UUID, uuid4

from itsdangerous import BadData, Signer
from itsdangerous.encoding import base64_decode, base64_encode

from feedback_app.platform.crypto import derived_key

TOKEN_FIELD = "form_token"  # noqa: S105  # the name of a field
SUBMISSION_FIELD = "submission_id"
_LAYOUT = struct.Struct(">16s16sI")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormToken:
    """One opening of one form; `issued_at` is aware, in UTC, to the second."""

    wave_id: UUID
    submission_id: UUID
    issued_at: datetime


def issue(wave_id: UUID, *, now: datetime) -> FormToken:
    """A token for somebody who opens the form now."""
    return FormToken(wave_id=wave_id, submission_id=uuid4(), issued_at=now)


def write(token: FormToken, *, secret: str) -> str:
    """The token as the form carries it."""
    packed = _LAYOUT.pack(token.wave_id.bytes, token.submission_id.bytes, int(token.issued_at.timestamp()))
    return _signer(secret).sign(base64_encode(packed)).decode()


def read(text: str, submission_id: str, *, secret: str) -> FormToken | None:
    """The token that a form sent; None when it is missing, was changed, or does not go with its submission id."""
    try:
        packed = base64_decode(_signer(secret).unsign(text.encode(errors="replace")))
        wave, submission, seconds = _LAYOUT.unpack(packed)
    except (BadData, struct.error):
        return None
    token = FormToken(
        wave_id=UUID(bytes=wave),
        submission_id=UUID(bytes=submission),
        issued_at=datetime.fromtimestamp(seconds, UTC),
    )
    return token if token.submission_id.hex == submission_id else None


def hidden_fields(token: FormToken, *, secret: str) -> str:
    """The two hidden inputs of the form; both hold only letters, digits, dots, dashes and underscores."""
    return (
        f'<input type="hidden" name="{SUBMISSION_FIELD}" value="{token.submission_id.hex}">'
        f'<input type="hidden" name="{TOKEN_FIELD}" value="{write(token, secret=secret)}">'
    )


@lru_cache(maxsize=4)
def _signer(secret: str) -> Signer:
    return Signer(
        derived_key(secret, "form token"), salt=b"form", key_derivation="none", digest_method=hashlib.sha256
    )
