"""`flask analyse`: has the machine read what is new, or everything again."""

import click

from feedback_app.commands.group import CommandGroup
from feedback_app.jobs import analyse_everything, analyse_waiting

group = CommandGroup("analyse", help="The machine's reading of comments.")


@group.command("run")
@click.option("--all", "everything", is_flag=True, help="Read everything again, not only what is new.")
def run(everything: bool) -> None:
    """Analyse comments; what cannot be analysed stays in the queue to be read first."""
    done = analyse_everything() if everything else analyse_waiting()
    click.echo(f"{done} {'comment' if done == 1 else 'comments'} analysed.")
