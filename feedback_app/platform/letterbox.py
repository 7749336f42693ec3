"""A letterbox: anybody with its public key can seal a letter, and only this server opens it.

The private half is derived from the secret and kept nowhere. A letter is sealed with a key of its own: ECDH on P-256
with a key made for the letter, HKDF-SHA256, AES-256-GCM; browsers do the same with Web Crypto.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from feedback_app.platform.crypto import CannotUnseal, derived_key

INFO = b"be-supported letter 1"
#: The order of P-256: a private key is a number from 1 to one less.
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A sealed letter: the public key made for it (65 bytes), the nonce (12 bytes), and what was sealed."""

    key: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    sealed: bytes = field(repr=False)


def public_key(secret: str, purpose: str) -> bytes:
    """The key to seal with: an uncompressed point, 65 bytes."""
    return _point(_private(secret, purpose).public_key())


def open_letter(secret: str, purpose: str, letter: Letter, *, about: bytes) -> bytes:
    """What was sealed, if it was sealed for this purpose together with `about`. Raises CannotUnseal."""
    own = _private(secret, purpose)
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), letter.key)
        shared = own.exchange(ec.ECDH(), theirs)
        salt = letter.key + _point(own.public_key())
        key = HKDF(algorithm=SHA256(), length=32, salt=salt, info=INFO).derive(shared)
        return AESGCM(key).decrypt(letter.nonce, letter.sealed, about)
    except (InvalidTag, ValueError):
        raise CannotUnseal from None


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@lru_cache(maxsize=64)
def _private(secret: str, purpose: str) -> ec.EllipticCurvePrivateKey:
    material = b"".join(derived_key(secret, f"letterbox {half} {purpose}") for half in (1, 2))
    return ec.derive_private_key(int.from_bytes(material, "big") % (_ORDER - 1) + 1, ec.SECP256R1())
