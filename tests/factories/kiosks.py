"""Kiosks, and answers sealed as a tablet seals them."""

import json
import os
from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from flask import Flask

from feedback_app.domain.kiosks.keep import NewLink, make_kiosk
from feedback_app.domain.kiosks.receive import sealing_key
from feedback_app.domain.kiosks.set_up import SetUp, use_link
from feedback_app.platform import clock
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.factories.people import make_person


def linked_kiosk(app: Flask, wave_id: UUID) -> NewLink:
    """A kiosk of a wave whose link nobody has used."""
    with app.app_context(), transaction() as session:
        officer = make_person(session, Role.ENGAGEMENT_OFFICER)
        return make_kiosk(session, wave_id, name="Youth club, Didcot", venue_id=None, by=officer)


def set_up_kiosk(app: Flask, wave_id: UUID, *, venue_id: UUID | None = None) -> SetUp:
    """A kiosk of a wave on a tablet that has been set up."""
    with app.app_context(), transaction() as session:
        officer = make_person(session, Role.ENGAGEMENT_OFFICER)
        link = make_kiosk(session, wave_id, name="Youth club, Didcot", venue_id=venue_id, by=officer)
        return use_link(session, link.secret)


def sealed(
    app: Flask,
    kiosk_id: UUID,
    fields: Mapping[str, str | Sequence[str]],
    *,
    started: datetime | None = None,
    submission_id: UUID | None = None,
) -> tuple[UUID, str]:
    """One response as a tablet keeps and sends it: its submission id, and the text of the field `answer`."""
    made = submission_id or uuid4()
    pairs = [
        [name, value]
        for name, values in fields.items()
        for value in ([values] if isinstance(values, str) else values)
    ]
    at = int((started or clock.now()).timestamp())
    content = json.dumps({"started": at, "language": "en", "fields": pairs}).encode()
    with app.app_context():
        theirs = sealing_key(kiosk_id)
    own = ec.generate_private_key(ec.SECP256R1())
    own_bytes = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs))
    key = HKDF(algorithm=SHA256(), length=32, salt=own_bytes + theirs, info=b"be-supported letter 1").derive(
        shared
    )
    nonce = os.urandom(12)
    hidden = AESGCM(key).encrypt(nonce, content.ljust(4096), made.hex.encode())
    parts = {"id": made.hex, "key": _text(own_bytes), "nonce": _text(nonce), "sealed": _text(hidden)}
    return made, json.dumps(parts)


def _text(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")
