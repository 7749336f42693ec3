"""The group that every command stands in: what is wrong with the database is one sentence, never a traceback."""

from typing import Any

import click
from flask.cli import AppGroup
from sqlalchemy.exc import SQLAlchemyError

from feedback_app.platform.outage import UNREACHABLE, lacks_tables

NO_TABLES = "This database has no tables yet, or old ones. Run `flask db upgrade` first."
NOT_REACHED = "The database cannot be used just now. Look whether it runs, and whether DATABASE_URL is right."


class CommandGroup(AppGroup):
    """Commands of one subject."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for; a database it cannot use ends it with a sentence and 1."""
        try:
            return super().invoke(ctx)
        except SQLAlchemyError as error:
            if lacks_tables(error):
                raise click.ClickException(NO_TABLES) from None
            if isinstance(error, UNREACHABLE):
                raise click.ClickException(NOT_REACHED) from None
            raise
