"""`flask db`: brings the database to the present tables and back."""

import click

from feedback_app.commands.group import CommandGroup
from feedback_app.domain.indicators.plan import save_plan, shipped_plan
from feedback_app.platform.database import transaction
from feedback_app.platform.migrating import downgrade_to, upgrade_to

group = CommandGroup("db", help="The database's tables.")

NEWEST = "head"


@group.command("upgrade")
@click.argument("revision", default=NEWEST)
def upgrade(revision: str) -> None:
    """Bring any earlier database up to date; the plan's priorities and outcomes are in it then."""
    upgrade_to(revision)
    if revision == NEWEST:
        with transaction() as session:
            save_plan(session, shipped_plan())
    click.echo(f"The database is up to date ({revision}).")


@group.command("downgrade")
@click.argument("revision")
def downgrade(revision: str) -> None:
    """Take the database back to an earlier revision (`base`: empty)."""
    downgrade_to(revision)
    click.echo(f"The database is at {revision}.")
