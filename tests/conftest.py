"""What tests have at hand: databases of both kinds, the application, a strict client, people who sign in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import settings
from sqlalchemy.orm import Session

from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.applications import app_over, fresh_app_over
from tests.client import StrictClient
from tests.databases import KINDS, PostgresKind, SqliteKind
from tests.factories.people import sign_in_as

pytest_plugins = ["tests.live.fixtures"]

# The same examples each time: whether a change lands is no matter of luck. `--hypothesis-profile=default` looks for others.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")

Kind = SqliteKind | PostgresKind


@pytest.fixture(scope="session")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Kind]]:
    """A kind of database by name, started when it is first asked for."""
    started: dict[str, Kind] = {}

    def kind(name: str) -> Kind:
        if name not in started:
            folder = tmp_path_factory.mktemp(name)
            started[name] = SqliteKind(folder) if name == "sqlite" else PostgresKind(folder)
        return started[name]

    yield kind
    for one in started.values():
        one.stop()


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, kinds: Callable[[str], Kind]) -> Iterator[str]:
    """A database with tables and no rows; each test that asks runs on SQLite and on PostgreSQL."""
    with kinds(request.param).database() as url:
        yield url


@pytest.fixture
def sqlite_url(kinds: Callable[[str], Kind]) -> Iterator[str]:
    """A SQLite database with tables and no rows, for what does not depend on the kind."""
    with kinds("sqlite").database() as url:
        yield url


@pytest.fixture(params=KINDS)
def empty_database_url(request: pytest.FixtureRequest, kinds: Callable[[str], Kind]) -> Iterator[str]:
    """A database without tables, of either kind."""
    with kinds(request.param).empty() as url:
        yield url


@pytest.fixture
def app(sqlite_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application in demonstration mode over SQLite; pages do not depend on the kind of database."""
    yield from _until_done(app_over(sqlite_url, tmp_path))


@pytest.fixture
def fresh_app(sqlite_url: str, tmp_path: Path) -> Iterator[Flask]:
    """As `app`, for tests that give it routes or templates of their own."""
    yield from _until_done(fresh_app_over(sqlite_url, tmp_path))


@pytest.fixture
def app_on_both(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application over SQLite and over PostgreSQL, for what has SQL of its own."""
    yield from _until_done(app_over(database_url, tmp_path))


def _until_done(app: Flask) -> Iterator[Flask]:
    yield app
    app.extensions["database"].engine.dispose()


@pytest.fixture
def client(app: Flask) -> StrictClient:
    """Somebody who is not signed in."""
    return app.test_client()  # type: ignore[return-value]


@pytest.fixture
def sign_in(app: Flask) -> Callable[[Role], StrictClient]:
    """A client on which a new person with a role is signed in."""
    return lambda role: sign_in_as(app, role)


@pytest.fixture
def session(app_on_both: Flask) -> Iterator[Session]:
    """A writing session on either database, inside an application context; commits when the test ends."""
    with app_on_both.app_context(), transaction() as writing:
        yield writing
