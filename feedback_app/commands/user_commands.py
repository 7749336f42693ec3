"""`flask user`: adds the first of the staff from the command line."""

import click

from feedback_app.commands.group import CommandGroup
from feedback_app.domain.people.invite import EmailNotUsable, EmailTaken, create_person
from feedback_app.platform.addresses import outside_address
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role

group = CommandGroup("user", help="People of the staff.")

ROLES = f"One of {', '.join(role.value.replace('_', '-') for role in Role)}."


@group.command("create")
@click.argument("email")
@click.option("--role", required=True, callback=lambda _context, _option, typed: _role(typed), help=ROLES)
@click.option("--name", default="", help="Their name; the e-mail where it is left out.")
def create(email: str, role: Role, name: str) -> None:
    """Add somebody and print their one-time link to set a password."""
    try:
        with transaction() as session:
            secret = create_person(session, email=email, name=name, role=role, by=None)
    except (EmailTaken, EmailNotUsable) as problem:
        raise click.ClickException(str(problem)) from None
    click.echo("Hand over this link. It works once, for 72 hours:")
    click.echo(outside_address("signing_in.show_set_password", secret=secret))


def _role(typed: str) -> Role:
    """The role that was typed, with hyphens, underscores or spaces."""
    try:
        return Role(typed.strip().lower().replace("-", "_").replace(" ", "_"))
    except ValueError:
        raise click.BadParameter(ROLES) from None
