"""Seals and opens what only the safeguarding lead may read; nobody outside this subject comes in here."""

from feedback_app.platform import crypto
from feedback_app.platform.secret import secret_key

ORIGINALS = "originals"
CONTACTS = "contact-requests"
NOTES = "safeguarding-notes"


def seal(purpose: str, text: str) -> bytes:
    """Encrypt a text for one of the purposes above."""
    return crypto.seal(secret_key(), purpose, text)


def unseal(purpose: str, sealed: bytes) -> str:
    """Decrypt what `seal` made for the same purpose. Raises crypto.CannotUnseal."""
    return crypto.unseal(secret_key(), purpose, sealed)


def unseal_or_empty(purpose: str, sealed: bytes | None) -> str:
    """Decrypt, or an empty text where there is none."""
    return "" if sealed is None else unseal(purpose, sealed)
