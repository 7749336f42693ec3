"""A GET leaves the database as it was, whoever asks, over a county with something in every list (SAFETY R-11)."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from flask import Flask
from werkzeug.routing import Rule

from feedback_app.app import create_app
from feedback_app.platform.access import ANYONE
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import access_of
from tests.client import StrictClient
from tests.databases import settings_for
from tests.factories.people import sign_in_as

#: Where an id in an address comes from, and words that name something in the demonstration county.
TABLES = {
    "comment_id": "comment",
    "entry_id": "paper_entry",
    "escalation_id": "escalation",
    "indicator_id": "indicator",
    "kiosk_id": "kiosk",
    "override_id": "rag_override",
    "person_id": "person",
    "promise_id": "promise",
    "reply_id": "reply",
    "request_id": "contact_request",
    "value_id": "indicator_value",
    "venue_id": "venue",
    "wave_id": "wave",
}
FIRST = {table: f'SELECT id FROM "{table}" LIMIT 1' for table in TABLES.values()}  # noqa: S608
WORDS = {
    "slug": "be-supported",
    "name": "2021-03-05",
    "kind": "pdf",
    "code": "supported",
    "secret": "none",
    "hashed": "none",
}


@pytest.fixture
def full(loaded: Path, tmp_path: Path) -> Iterator[Flask]:
    """The application over a copy of the demonstration county."""
    shutil.copy(loaded / "be-supported.db", tmp_path / "county.db")
    app = create_app(settings_for(f"sqlite:///{tmp_path / 'county.db'}", tmp_path))
    app.test_client_class = StrictClient
    yield app
    app.extensions["database"].engine.dispose()


def fingerprint(app: Flask) -> str:
    """A hash over every row of every table."""
    digest = hashlib.sha256()
    with app.extensions["database"].engine.connect() as connection:
        for table in sorted(sa.inspect(connection).get_table_names()):
            rows = sorted(map(repr, connection.exec_driver_sql(f'SELECT * FROM "{table}"')))  # noqa: S608
            digest.update(repr((table, rows)).encode())
    return digest.hexdigest()


def writes_seen(watching: sa.Connection) -> int:
    """A number of SQLite's that is another one as soon as anybody else has written."""
    watching.rollback()
    return int(watching.exec_driver_sql("PRAGMA data_version").scalar_one())


def ids(app: Flask) -> dict[str, str]:
    """One id of each kind of thing."""
    with app.extensions["database"].engine.connect() as connection:
        rows = (
            (argument, connection.exec_driver_sql(FIRST[table]).scalar())
            for argument, table in TABLES.items()
        )
        return {argument: str(found or UUID(int=0)) for argument, found in rows}


def address(app: Flask, rule: Rule, found: dict[str, str]) -> str:
    values = {argument: (found | WORDS).get(argument, "none") for argument in rule.arguments}
    with app.test_request_context():
        built = rule.build(values, append_unknown=False)
    assert built is not None
    return built[1]


def test_get_changes_nothing(full: Flask) -> None:
    found = ids(full)
    clients = {role: sign_in_as(full, role) for role in Role}
    before, opened = fingerprint(full), 0
    watching = full.extensions["database"].engine.connect()
    unwritten = writes_seen(watching)

    for rule in full.url_map.iter_rules():
        if "GET" not in (rule.methods or set()):
            continue
        allowed = access_of(full.view_functions[rule.endpoint])
        role = Role.YOUTH_WORKER if allowed == ANYONE else sorted(allowed or ())[0]
        answer = clients[role].get(address(full, rule, found))
        assert answer.status_code < 500, rule.rule
        opened += answer.status_code == 200
        assert writes_seen(watching) == unwritten, rule.rule

    watching.close()
    assert opened > 40
    assert fingerprint(full) == before
