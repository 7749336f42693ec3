"""The cookie that carries a sent form to its thank-you page: signed, for this browser session alone.

It holds the wave and the submission id; the receipt's words are derived from the id on the server. It is the same
for every copy of a submission, so that all copies get the same answer.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from flask import Response, current_app, request
from itsdangerous import BadData, Signer
from itsdangerous.encoding import base64_decode, base64_encode

from feedback_app.platform.crypto import derived_key
from feedback_app.platform.secret import secret_key
from feedback_app.platform.settings import Settings

_LENGTH = 33


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What was sent: to which wave, under which id, and whether a receipt was asked for."""

    wave_id: UUID
    submission_id: UUID
    has_receipt: bool


def remember(response: Response, sent: Sent) -> None:
    """Put the cookie on an answer; no Expires, so that it ends with the browser session (SAFETY R-05)."""
    packed = sent.wave_id.bytes + sent.submission_id.bytes + bytes([sent.has_receipt])
    response.set_cookie(
        _name(),
        _signer(secret_key()).sign(base64_encode(packed)).decode(),
        secure=_settings().over_tls,
        httponly=True,
        samesite="Strict",
    )


def remembered() -> Sent | None:
    """What this browser sent last; None without a cookie, or with one that was changed."""
    try:
        packed = base64_decode(
            _signer(secret_key()).unsign(request.cookies.get(_name(), "").encode(errors="replace"))
        )
    except BadData:
        return None
    if len(packed) != _LENGTH:
        return None
    return Sent(
        wave_id=UUID(bytes=packed[:16]), submission_id=UUID(bytes=packed[16:32]), has_receipt=bool(packed[32])
    )


def forget(response: Response) -> None:
    """Take the cookie away."""
    response.delete_cookie(_name(), secure=_settings().over_tls, httponly=True, samesite="Strict")


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings


def _name() -> str:
    return "__Host-sent" if _settings().over_tls else "sent"


@lru_cache(maxsize=4)
def _signer(secret: str) -> Signer:
    key = derived_key(secret, "sent cookie")
    return Signer(key, salt=b"sent", key_derivation="none", digest_method=hashlib.sha256)
