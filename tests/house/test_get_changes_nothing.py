"""A GET leaves the database as it was, whoever asks (SAFETY R-11)."""

import hashlib
from collections.abc import Callable

import sqlalchemy as sa
from flask import Flask
from tests.factories.county import small_county

from feedback_app.platform.access import ANYONE
from feedback_app.platform.roles import Role
from feedback_app.platform.staff_access import access_of
from tests.client import StrictClient
from tests.house.test_access import address


def fingerprint(app: Flask) -> str:
    """A hash over every row of every table."""
    engine = app.extensions["database"].engine
    digest = hashlib.sha256()
    with engine.connect() as connection:
        for table in sorted(sa.inspect(connection).get_table_names()):
            rows = sorted(map(repr, connection.exec_driver_sql(f'SELECT * FROM "{table}"')))  # noqa: S608
            digest.update(repr((table, rows)).encode())
    return digest.hexdigest()


def test_get_changes_nothing(app: Flask, sign_in: Callable[[Role], StrictClient]) -> None:
    things = small_county(app)
    clients = {role: sign_in(role) for role in Role}
    before = fingerprint(app)

    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or set()):
            continue
        allowed = access_of(app.view_functions[rule.endpoint])
        roles = list(Role) if allowed == ANYONE else sorted(allowed or ())
        for role in roles[:2]:
            clients[role].get(things.address(app, rule) or address(app, rule))

    assert fingerprint(app) == before
