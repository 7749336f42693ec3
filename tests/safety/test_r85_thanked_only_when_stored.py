"""SAFETY R-85: no thank-you without a commit; SQLite is told to write through."""

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.client import Page, StrictClient
from tests.factories.answering import SURVEY, form, open_waves, stored


def test_a_commit_that_fails_thanks_nobody(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    fields = form(client)
    engine = app.extensions["database"].engine

    def fail(_: sa.Connection) -> None:
        raise sa.exc.OperationalError("COMMIT", {}, Exception("disk I/O error"))

    sa.event.listen(engine, "commit", fail)
    page = Page(client.post(SURVEY, data=fields | {"good": "Keep this"}))
    sa.event.remove(engine, "commit", fail)

    assert page.status == 503
    assert "Thank you" not in page.text("h1")
    assert stored(app) == (0, 0)
    assert client.post(SURVEY, data=fields | {"good": "Keep this"}).status_code == 303
    assert stored(app) == (1, 1)


@pytest.mark.parametrize(
    ("pragma", "value"), [("synchronous", 2), ("journal_mode", "wal"), ("foreign_keys", 1)]
)
def test_sqlite_writes_through(app: Flask, pragma: str, value: object) -> None:
    with app.extensions["database"].engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
