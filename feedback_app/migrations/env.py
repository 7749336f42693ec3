"""Alembic's environment: the connection comes from the application."""

from importlib import import_module
from typing import Any, Literal

import sqlalchemy as sa
from alembic import context

from feedback_app.domain.tables import SUBJECTS
from feedback_app.platform.database import Model, UtcDateTime

for subject in SUBJECTS:
    import_module(f"feedback_app.domain.{subject}.models")


def render_item(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """A migration is history: it names plain types and imports nothing of ours."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def run() -> None:
    """Run the migrations on the connection that was handed over."""
    connection: sa.Connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=Model.metadata,
        render_as_batch=True,
        render_item=render_item,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()


run()
