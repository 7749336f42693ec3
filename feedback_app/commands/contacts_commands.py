"""`flask contacts`: the register of contacts from the command line."""

import click

from feedback_app.commands.group import CommandGroup
from feedback_app.domain.contacts import keep
from feedback_app.domain.contacts.keep import NoSuchContact
from feedback_app.domain.contacts.register import register
from feedback_app.platform import clock
from feedback_app.platform.database import transaction

group = CommandGroup("contacts", help="Who young people are sent to.")


@group.command("list")
def list_all() -> None:
    """Show every contact, and when it was last checked by whom."""
    for entry in register():
        ways = ", ".join(way.words for way in entry.ways)
        checked = f"{entry.verified_on} by {entry.verified_by}" if entry.verified_on else "never"
        state = "fresh" if entry.is_fresh(clock.today()) else "to check"
        click.echo(f"{entry.code}  {state}  checked {checked}  {entry.name}: {ways}")


@group.command("verify")
@click.argument("code")
@click.option("--by", "name", required=True, help="Who rang or texted it today.")
def verify(code: str, name: str) -> None:
    """Note that somebody checked a contact today; `flask contacts list` shows the codes."""
    try:
        with transaction() as session:
            keep.verify(session, code, on=clock.today(), name=name, by=None)
    except NoSuchContact as problem:
        raise click.ClickException(f"{problem} `flask contacts list` shows the codes.") from None
    click.echo(f"“{code}” was checked today by {name}.")
