"""`flask analyse`: the machine reads comments; people's labels beside its own; what is learned from them."""

import click

from feedback_app.commands.analyse_words import (
    agreement_lines,
    comparison_lines,
    missed_lines,
    version_line,
)
from feedback_app.commands.group import CommandGroup
from feedback_app.domain.findings.agreement import agreement_of
from feedback_app.domain.findings.learning import TooFewLabels, learn, to_try, told
from feedback_app.domain.findings.versions import (
    all_versions,
    keep_version,
    roll_back,
    use_version,
    version_named,
)
from feedback_app.domain.safeguarding.found_first import found_first
from feedback_app.domain.waves.queries import all_waves
from feedback_app.jobs import (
    analyse_everything,
    analyse_waiting,
    count_named_topics,
    fold_waiting,
    look_for_topics,
    read_anew,
)
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.problems import Problem

group = CommandGroup("analyse", help="The machine's reading of comments.")


@group.command("run")
@click.option("--all", "everything", is_flag=True, help="Read everything again, not only what is new.")
def run(everything: bool) -> None:
    """Analyse comments; what cannot be analysed stays in the queue to be read first."""
    done = analyse_everything() if everything else analyse_waiting()
    click.echo(f"{done} {'comment' if done == 1 else 'comments'} analysed.")


@group.command("agreement")
@click.option("--wave", "slug", help="Only the waves of this instrument, by its slug.")
def agreement(slug: str | None) -> None:
    """Say how far people and the machine agree on labels: kappa with 95 % intervals and bases, blind ones apart."""
    waves = [wave for wave in all_waves(reading()) if slug in (None, wave.slug)]
    if slug is not None and not waves:
        raise click.ClickException(f"There is no wave of {slug}. `flask survey` shows what there is.")
    for line in agreement_lines(agreement_of(reading(), [wave.id for wave in waves])):
        click.echo(line)


@group.command("missed")
def missed() -> None:
    """Say how many escalated comments the machine had put first, and list those it had not, by their ids."""
    for line in missed_lines(found_first(reading(), [wave.id for wave in all_waves(reading())])):
        click.echo(line)


@group.command("learn")
def learn_from_labels() -> None:
    """Learn from people's labels on top of what ships; the outcome is proposed, and used by nobody yet."""
    try:
        labels = told(reading())
    except TooFewLabels as problem:
        raise click.ClickException(str(problem)) from None
    learned = learn(labels, to_try(reading()))
    with transaction() as session:
        name = keep_version(session, learned.weights, learned.comparison)
    for line in comparison_lines(learned.comparison):
        click.echo(line)
    click.echo(f"Proposed as {name}. Nothing is read by it until somebody who has seen this puts it to use:")
    click.echo(f"flask analyse use {name}")


@group.command("versions")
def versions() -> None:
    """List the versions of the reading: shipped, proposed, in use, retired."""
    for version in all_versions(reading()):
        click.echo(version_line(version))


@group.command("use")
@click.argument("version")
@click.option("--yes", is_flag=True, help="Do not ask.")
def use(version: str, yes: bool) -> None:
    """Show how a version compares, ask, and read all comments anew by it; "shipped" goes back to what ships."""
    try:
        wanted = version_named(reading(), version)
        for line in comparison_lines(wanted.comparison) if wanted.comparison else ():
            click.echo(line)
        if not yes:
            click.confirm(f"Read all comments by {wanted.name} from now on?", abort=True)
        with transaction() as session:
            name = use_version(session, wanted.name, by=None)
    except Problem as problem:
        raise click.ClickException(str(problem)) from None
    _read_anew(name)


@group.command("roll-back")
def back() -> None:
    """Go back to the version used before the one in use, and read all comments anew by it."""
    try:
        with transaction() as session:
            name = roll_back(session, by=None)
    except Problem as problem:
        raise click.ClickException(str(problem)) from None
    _read_anew(name)


@group.command("topics")
@click.option("--wave", "slug", help="Only the newest wave of this instrument, by its slug.")
def topics(slug: str | None) -> None:
    """Look for topics that no outcome covers, wave by wave; a person names or drops them on /topics."""
    waves = [wave for wave in all_waves(reading()) if slug in (None, wave.slug)]
    if slug is not None and not waves:
        raise click.ClickException(f"There is no wave of {slug}. `flask survey list` shows what there is.")
    for wave in waves[:1] if slug is not None else waves:
        found = look_for_topics(wave.id)
        click.echo(f"{wave.title}: {found} {'topic' if found == 1 else 'topics'} proposed.")
    count_named_topics()


def _read_anew(name: str) -> None:
    done = read_anew()
    fold_waiting()
    click.echo(f"{name} is in use. {done} {'comment' if done == 1 else 'comments'} read anew.")
