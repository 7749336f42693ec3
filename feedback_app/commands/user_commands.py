"""`flask user`: adds the first of the staff from the command line."""

import click
from flask.cli import AppGroup

from feedback_app.domain.people.invite import EmailNotUsable, EmailTaken, create_person
from feedback_app.platform.addresses import outside_address
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role

group = AppGroup("user", help="People of the staff.")


@group.command("create")
@click.argument("email")
@click.option("--role", required=True, type=click.Choice([role.value.replace("_", "-") for role in Role]))
@click.option("--name", default="", help="Their name; the e-mail where it is left out.")
def create(email: str, role: str, name: str) -> None:
    """Add somebody and print their one-time link to set a password."""
    try:
        with transaction() as session:
            secret = create_person(
                session, email=email, name=name, role=Role(role.replace("-", "_")), by=None
            )
    except (EmailTaken, EmailNotUsable) as problem:
        raise click.ClickException(str(problem)) from None
    click.echo("Hand over this link. It works once, for 72 hours:")
    click.echo(outside_address("signing_in.show_set_password", secret=secret))
