"""`flask demo`: the demonstration county, in which nothing is real."""

import click
from flask import current_app

from feedback_app.commands.demo_county.load import load_county
from feedback_app.commands.group import CommandGroup
from feedback_app.domain.people.queries import has_own_people
from feedback_app.platform.database import reading
from feedback_app.platform.settings import Settings

group = CommandGroup("demo", help="The demonstration county.")


@group.command("load")
def load() -> None:
    """Load what the demonstration county lacks; a second time on the same day changes nothing."""
    settings: Settings = current_app.extensions["settings"]
    if not settings.demonstration and has_own_people(reading()):
        raise click.ClickException(
            "This database is a county's own: made-up answers must not come among real ones."
        )
    done = load_county()
    if not done:
        click.echo("The demonstration county is there already.")
    for line in done:
        click.echo(line)
