"""The database: typed tables, a reading session per request, and one way to write.

Writers use `transaction()`. On SQLite it begins IMMEDIATE behind a fair lock in the process, so that two
writers never meet "database is locked" and nobody waits much longer than another.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from flask import Flask, current_app, g
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator

from feedback_app.platform.settings import Settings

#: How long who meets SQLite's lock waits for it.
BUSY_MILLISECONDS = 10_000


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment in UTC; a naive one is refused."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Refuse a moment without a zone; keep others in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Give back an aware moment on every database."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _stored_enum() -> sa.Enum:
    return sa.Enum(
        Enum,
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


class Model(DeclarativeBase):
    """The base of every table: named constraints, aware moments, enums stored as their value."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        datetime: UtcDateTime(),
        UUID: sa.Uuid(),
        str: sa.Text(),
        Enum: _stored_enum(),
        dict[str, Any]: sa.JSON(),
        list[str]: sa.JSON(),
        list[Any]: sa.JSON(),
    }


class Identified:
    """A random key: it tells neither order nor number."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)


class FairLock:
    """A lock that serves who waits in the order in which they came."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._held = False
        self._waiting: deque[threading.Lock] = deque()

    def __enter__(self) -> None:
        with self._guard:
            if not self._held:
                self._held = True
                return
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append(turn)
        turn.acquire()

    def __exit__(self, *_: object) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._held = False


@dataclass(slots=True)
class Database:
    """An engine for reading, the same one for writing, and the writers' lock (SQLite only)."""

    engine: sa.Engine
    writer: sa.Engine
    lock: FairLock | None
    #: The journal holds what was deleted, and somebody was reading when it was to be emptied.
    journal_waits: bool = False


def connect(settings: Settings) -> Database:
    """Make the engines; no connection is opened yet."""
    if not settings.on_sqlite:
        engine = sa.create_engine(
            settings.database_url,
            hide_parameters=True,
            pool_size=8,
            max_overflow=4,
            pool_pre_ping=True,
            connect_args={"connect_timeout": 5},
        )
        return Database(engine, engine, None)
    settings.instance.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(settings.database_url, hide_parameters=True, pool_size=12, max_overflow=12)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return Database(engine, engine.execution_options(begin_immediate=True), FairLock())


def _prepare_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    immediate = connection.get_execution_options().get("begin_immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def init_database(app: Flask, settings: Settings) -> None:
    """Give the application its database and end each request's reading."""
    app.extensions["database"] = connect(settings)
    app.teardown_appcontext(lambda _: end_reading())


def database() -> Database:
    """The current application's database."""
    found: Database = current_app.extensions["database"]
    return found


class ReadingSession(Session):
    """A session that cannot write: what is changed through it is an error, not a surprise."""

    def flush(self, objects: Any = None) -> None:
        """Refuse to write."""
        if self.new or self.dirty or self.deleted:
            raise RuntimeError("this session only reads: write inside transaction()")


def reading() -> ReadingSession:
    """The session this request, command or job reads through; opened at its first use."""
    if "reading" not in g:
        g.reading = ReadingSession(database().engine, autoflush=False, expire_on_commit=False)
    session: ReadingSession = g.reading
    return session


def end_reading() -> None:
    """Close the reading session, so that the next read sees what has been committed since."""
    session: ReadingSession | None = g.pop("reading", None)
    if session is not None:
        session.close()


def overwrite_what_is_deleted(session: Session) -> None:
    """Let SQLite write zeros over what this connection deletes from now on; PostgreSQL's dumps hold none of it."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")


def clear_journal() -> None:
    """Empty SQLite's journal, which may still hold pages as they were before something was deleted.

    Nobody waits for it: where somebody reads just then, a job does it later (`finish_clearing`).
    """
    held = database()
    if held.lock is None:
        return
    end_reading()
    with held.lock, closing(held.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 0")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        held.journal_waits = cursor.fetchone() != (0, 0, 0)
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")


def finish_clearing() -> None:
    """Empty the journal where that had to wait."""
    if database().journal_waits:
        clear_journal()


@contextmanager
def transaction() -> Iterator[Session]:
    """A session that commits when the block ends and rolls back when it raises.

    Only the edges use it: a route, a command, a job; once, and before they say that it is done.
    """
    end_reading()
    held = database()
    if held.lock is None:
        with Session(held.writer, expire_on_commit=False) as session, session.begin():
            yield session
        return
    with held.lock, Session(held.writer, expire_on_commit=False) as session, session.begin():
        yield session
