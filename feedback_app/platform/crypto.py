"""Keys for different purposes from one secret, keyed hashes, and sealing (AES-256-GCM)."""

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class CannotUnseal(Exception):
    """The sealed text was made under another key, or was changed."""


def derived_key(secret: str, purpose: str) -> bytes:
    """A key of 32 bytes for one purpose; another purpose gives an unrelated key."""
    return hmac.new(secret.encode(), b"be-supported:" + purpose.encode(), hashlib.sha256).digest()


def keyed_hash(secret: str, purpose: str, value: bytes) -> bytes:
    """32 bytes that stand for a value and cannot be made or checked without the secret."""
    return hmac.new(derived_key(secret, purpose), value, hashlib.sha256).digest()


def seal(secret: str, purpose: str, text: str) -> bytes:
    """Encrypt a text; the nonce stands before it."""
    nonce = os.urandom(12)
    return nonce + AESGCM(derived_key(secret, purpose)).encrypt(nonce, text.encode(), None)


def unseal(secret: str, purpose: str, sealed: bytes) -> str:
    """Decrypt what `seal` made. Raises CannotUnseal when the key is another or the bytes were changed."""
    try:
        return AESGCM(derived_key(secret, purpose)).decrypt(sealed[:12], sealed[12:], None).decode()
    except InvalidTag:
        raise CannotUnseal from None
