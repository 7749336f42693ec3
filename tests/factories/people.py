"""People for tests."""

from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy.orm import Session

from feedback_app.admin.signed_in import SIGNED_IN_AT
from feedback_app.domain.people.models import Person
from feedback_app.platform import clock
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import StrictClient


def make_person(session: Session, role: Role, **values: object) -> UUID:
    """Somebody with a role and no password; returns their id."""
    person_id = uuid4()
    columns: dict[str, object] = {
        "id": person_id,
        "email": f"{person_id.hex[:12]}@example.org",
        "name": f"A {role.words.lower()} {person_id.hex[:4]}",
        "role": role,
        "created_at": clock.now(),
    }
    session.add(Person(**(columns | values)))
    session.flush()
    return person_id


def sign_in_as(app: Flask, role: Role) -> StrictClient:
    """A client with a new person signed in; `client.person_id` says who."""
    with app.app_context(), transaction() as session:
        person_id = make_person(session, role)
    return client_for(app, person_id)


def client_for(app: Flask, person_id: UUID) -> StrictClient:
    """A client with an existing person signed in for the first time."""
    client = app.test_client()
    with client.session_transaction() as kept:
        kept.permanent = True
        kept["_user_id"] = f"{person_id}:1"
        kept["_fresh"] = True
        kept[SIGNED_IN_AT] = int(clock.now().timestamp())
    assert isinstance(client, StrictClient)
    client.person_id = person_id
    return client
