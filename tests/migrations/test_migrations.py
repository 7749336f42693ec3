"""The tables' history: forward, back, with rows in them, on both databases (SAFETY R-93)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask

from feedback_app.app import create_app
from feedback_app.domain.tables import SUBJECTS
from feedback_app.platform.database import Model, UtcDateTime
from feedback_app.platform.migrating import configuration, downgrade_to, upgrade_to
from tests.databases import settings_for

for subject in SUBJECTS:
    import_module(f"feedback_app.domain.{subject}.models")

TABLES = Model.metadata.sorted_tables
#: No two rows have the same day, for tables with one row a day.
_DAYS = count()
REVISIONS = [revision.revision for revision in ScriptDirectory.from_config(configuration()).walk_revisions()]


@pytest.fixture
def bare(empty_database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application over a database without tables."""
    app = create_app(settings_for(empty_database_url, tmp_path))
    with app.app_context():
        yield app
    app.extensions["database"].engine.dispose()


def engine(app: Flask) -> sa.Engine:
    found: sa.Engine = app.extensions["database"].engine
    return found


def test_the_newest_tables_are_the_models(bare: Flask) -> None:
    upgrade_to("head")

    with engine(bare).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Model.metadata) == []


def test_back_to_nothing_leaves_nothing(bare: Flask) -> None:
    upgrade_to("head")
    downgrade_to("base")

    assert sa.inspect(engine(bare)).get_table_names() == ["alembic_version"]


def test_each_step_back_and_forward_again_gives_the_same_tables(bare: Flask) -> None:
    upgrade_to("head")
    before = _shape(bare)

    for revision in REVISIONS[1:]:
        downgrade_to(revision)
    upgrade_to("head")

    assert _shape(bare) == before


def test_rows_of_older_tables_live_through_every_step(bare: Flask) -> None:
    upgrade_to("head")
    with engine(bare).begin() as connection:
        before = fill(connection)

    for revision in REVISIONS[1:]:
        downgrade_to(revision)
        _check(bare, before)
    oldest = set(sa.inspect(engine(bare)).get_table_names())
    upgrade_to("head")

    _check(bare, {table: before[table] for table in before if table in oldest})


def test_every_member_of_every_enum_can_be_stored(bare: Flask) -> None:
    """Autogenerate does not see a new member: the first insert would fail (docs/architecture.md)."""
    upgrade_to("head")
    with engine(bare).begin() as connection:
        for table in TABLES:
            for column in table.columns:
                for member in getattr(column.type, "enum_class", None) or ():
                    assert _can_be_stored(connection, column, member), f"{column}: {member!r}"


def _can_be_stored(connection: sa.Connection, column: sa.Column[Any], member: Enum) -> bool:
    """Whether a row can hold it; some states want other columns filled, some want them empty."""
    table = column.table
    assert isinstance(table, sa.Table)
    for whole in (False, True):
        try:
            with connection.begin_nested():
                row = _row(table, connection, whole=whole) | {column.name: member}
                connection.execute(table.insert().values(row))
            return True
        except sa.exc.IntegrityError:
            continue
    return _is_allowed(connection, column, member)


def _is_allowed(connection: sa.Connection, column: sa.Column[Any], member: Enum) -> bool:
    """Whether the column's own check names this member, where another rule of the table refuses our made-up row."""
    checks = sa.inspect(connection).get_check_constraints(column.table.name)
    own = next(check for check in checks if check["name"] == f"ck_{column.table.name}_{column.type.name}")  # type: ignore[attr-defined]
    return f"'{member.value}'" in own["sqltext"]


def _shape(app: Flask) -> dict[str, Any]:
    inspector = sa.inspect(engine(app))
    return {
        table: (
            [
                (column["name"], str(column["type"]), column["nullable"])
                for column in inspector.get_columns(table)
            ],
            sorted(str(index["name"]) for index in inspector.get_indexes(table)),
            sorted(str(check["name"]) for check in inspector.get_check_constraints(table)),
            sorted(str(key["name"]) for key in inspector.get_foreign_keys(table)),
        )
        for table in sorted(inspector.get_table_names())
    }


def _check(app: Flask, before: dict[str, int]) -> None:
    there = set(sa.inspect(engine(app)).get_table_names()) - {"alembic_version"}
    with engine(app).connect() as connection:
        counts = {table: connection.scalar(sa.text(f'SELECT count(*) FROM "{table}"')) for table in there}  # noqa: S608
    assert counts == {table: before.get(table, 0) for table in there}


def fill(connection: sa.Connection) -> dict[str, int]:
    """A row in every table; how many rows each has."""
    for table in TABLES:
        connection.execute(table.insert().values(_row(table, connection)))
    return {
        table.name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for table in TABLES
    }


def _row(table: sa.Table, connection: sa.Connection, *, whole: bool = False) -> dict[str, Any]:
    """A new row of a table, with new rows of the tables it points at; `whole`: columns that may be empty too."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.foreign_keys and (whole or not column.nullable):
            target = next(iter(column.foreign_keys)).column
            parent = _row(target.table, connection)
            connection.execute(target.table.insert().values(parent))
            row[column.name] = parent[target.name]
        elif not column.nullable or column.primary_key or whole:
            row[column.name] = _value(column)
    return row


def _value(column: sa.Column[Any]) -> Any:
    kind = column.type
    if isinstance(kind, sa.Enum) and kind.enum_class is not None:
        members: list[Enum] = list(kind.enum_class)
        return members[0]
    if isinstance(kind, sa.Boolean):
        return False
    if isinstance(kind, UtcDateTime):
        return datetime(2026, 1, 1, tzinfo=UTC)
    kept = {
        UUID: uuid4(),
        bytes: uuid4().bytes * 2,
        date: date(2026, 1, 1) + timedelta(next(_DAYS)),
    }
    if kind.python_type in kept:
        return kept[kind.python_type]
    if kind.python_type is str:
        return uuid4().hex
    return [] if isinstance(kind, sa.JSON) else 1
