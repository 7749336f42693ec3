"""A letter is opened by the server that it was sealed for, whole and for its purpose, and by nobody else."""

import os

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from feedback_app.platform.crypto import CannotUnseal
from feedback_app.platform.letterbox import INFO, Letter, open_letter, public_key

SECRET = "a secret of more than thirty-two characters"
WORDS = b"The bench by the river."


def letter(key: bytes, about: bytes = b"id") -> Letter:
    own = ec.generate_private_key(ec.SECP256R1())
    own_bytes = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), key))
    made = HKDF(algorithm=SHA256(), length=32, salt=own_bytes + key, info=INFO).derive(shared)
    nonce = os.urandom(12)
    return Letter(key=own_bytes, nonce=nonce, sealed=AESGCM(made).encrypt(nonce, WORDS, about))


def test_it_opens_again() -> None:
    assert open_letter(SECRET, "kiosk 1", letter(public_key(SECRET, "kiosk 1")), about=b"id") == WORDS


def test_the_key_is_the_same_after_a_restart_and_another_for_each_purpose_and_secret() -> None:
    keys = {public_key(SECRET, "kiosk 1"), public_key(SECRET, "kiosk 2"), public_key(SECRET + "!", "kiosk 1")}

    assert len(keys) == 3
    assert {len(key) for key in keys} == {65}
    assert public_key(SECRET, "kiosk 1") in keys


@pytest.mark.parametrize(
    ("secret", "purpose", "about"),
    [(SECRET + "!", "kiosk 1", b"id"), (SECRET, "kiosk 2", b"id"), (SECRET, "kiosk 1", b"other")],
)
def test_nobody_else_opens_it(secret: str, purpose: str, about: bytes) -> None:
    sealed = letter(public_key(SECRET, "kiosk 1"))

    with pytest.raises(CannotUnseal):
        open_letter(secret, purpose, sealed, about=about)


@pytest.mark.parametrize("part", ["key", "nonce", "sealed"])
@pytest.mark.parametrize("change", [b"", b"\x00" * 12, b"\x04" + b"\xff" * 64, b"\x04" * 65, os.urandom(200)])
def test_what_was_changed_does_not_open(part: str, change: bytes) -> None:
    whole = letter(public_key(SECRET, "kiosk 1"))
    parts = {"key": whole.key, "nonce": whole.nonce, "sealed": whole.sealed} | {part: change}

    with pytest.raises(CannotUnseal):
        open_letter(SECRET, "kiosk 1", Letter(**parts), about=b"id")


def test_a_letter_shows_nothing_of_itself_in_a_log() -> None:
    assert repr(letter(public_key(SECRET, "kiosk 1"))) == "Letter()"
