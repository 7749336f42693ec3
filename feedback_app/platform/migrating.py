"""Runs Alembic over the current application's database."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from feedback_app.platform.database import database

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


def configuration() -> Config:
    """Alembic's configuration; the connection is handed over, so no address stands in a file."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def upgrade_to(revision: str = "head") -> None:
    """Bring the database forward, in one transaction."""
    config = configuration()
    with database().engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def downgrade_to(revision: str) -> None:
    """Take the database back, in one transaction."""
    config = configuration()
    with database().engine.connect() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
