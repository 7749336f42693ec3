"""R-91: monitoring learns whether we are up and ready, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from feedback_app.app import create_app
from tests.client import StrictClient
from tests.databases import settings_for


def test_up_and_ready(client: StrictClient) -> None:
    assert client.get("/healthz").get_data(as_text=True) == "ok\n"
    assert client.get("/readyz").get_data(as_text=True) == "ready\n"


@pytest.fixture
def without_database(tmp_path: Path) -> Iterator[Flask]:
    """The application over a PostgreSQL that is not there."""
    app = create_app(settings_for("postgresql+psycopg://nobody@127.0.0.1:9/nothing", tmp_path))
    yield app
    app.extensions["database"].engine.dispose()


def test_without_a_database_it_is_up_and_not_ready(without_database: Flask) -> None:
    client = without_database.test_client()

    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.get_data(as_text=True)) == (503, "not ready: database\n")


def test_without_tables_it_is_not_ready(tmp_path: Path) -> None:
    app = create_app(settings_for(f"sqlite:///{tmp_path / 'empty.db'}", tmp_path))

    assert app.test_client().get("/readyz").status_code == 503
    app.extensions["database"].engine.dispose()
