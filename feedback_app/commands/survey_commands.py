"""`flask survey`: definitions are checked and imported, waves opened, paused, resumed and closed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

import click
from sqlalchemy.orm import Session

from feedback_app.commands.group import CommandGroup
from feedback_app.domain.waves import lifecycle
from feedback_app.domain.waves.definitions import all_newest, import_definition, newest
from feedback_app.domain.waves.queries import all_waves, current_wave, wave_by_id
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.mode import in_demonstration
from feedback_app.platform.problems import Missing, Problem
from surveys import DefinitionError
from surveys.definition_files import IN_A_WORKBOOK, DefinitionFile, read_definition_file
from surveys.xlsform_writing import write_xlsform

group = CommandGroup("survey", help="Instruments and their waves.")

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
CLOCK_TIMES = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d")


@group.command("check")
@click.argument("file", type=FILE)
def check_file(file: Path) -> None:
    """Say what is wrong with a definition, line by line; ends with 1 where anything is."""
    survey = _read(file).survey
    click.echo(
        f"{file.name}: “{survey.slug}”, version {survey.version}, {len(survey.questions)} questions, no flaws."
    )


@group.command("import")
@click.argument("file", type=FILE)
def import_file(file: Path) -> None:
    """Take a definition in, YAML or XLSForm; the next wave of its slug opens with it."""
    held = _read(file)
    try:
        with transaction() as session:
            taken = import_definition(session, held.text, by=None, name=file.name)
    except Problem as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"“{taken.slug}”, version {taken.survey.version}, is here. The next wave opens with it.")


@group.command("export")
@click.argument("slug")
@click.option("--format", "kind", type=click.Choice(["yaml", "xlsform"]), default="yaml", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
def export(slug: str, kind: str, out: Path | None) -> None:
    """Write the newest definition of this slug as a file that `import` takes again."""
    try:
        instrument = newest(reading(), slug)
    except Problem as problem:
        raise click.ClickException(str(problem)) from None
    survey = instrument.survey
    content = write_xlsform(survey) if kind == "xlsform" else instrument.source.encode()
    if out is None:
        click.echo(content, nl=False)
        return
    out.write_bytes(content)
    click.echo(f"“{slug}”, version {survey.version}, is in {out}.")


def _read(file: Path) -> DefinitionFile:
    """A definition file without a flaw; what of a workbook is held in another way is told."""
    try:
        held = read_definition_file(file)
        flaws = held.flaws()
        if flaws:
            raise DefinitionError(flaws)
    except DefinitionError as error:
        words = str(error)
        if any(flaw.sheet for flaw in error.problems):
            words += f"\n{IN_A_WORKBOOK}"
        raise click.ClickException(words) from None
    for note in held.notes:
        click.echo(note, err=True)
    return held


@group.command("list")
def list_all() -> None:
    """Show every instrument and every wave."""
    now = clock.now()
    for instrument in all_newest(reading()):
        origin = "imported" if instrument.imported else "shipped"
        click.echo(f"{instrument.slug}  version {instrument.survey.version} ({origin})")
    for wave in all_waves(reading()):
        closes = "no end" if wave.ends_at is None else said(wave.ends_at)
        click.echo(
            f"{str(wave.id)[:8]}  {wave.slug}  {wave.standing(now)}  {said(wave.opens_at)} – {closes}  {wave.title}"
        )


@group.command("open")
@click.argument("slug")
@click.option(
    "--days", type=int, default=28, show_default=True, help="Calendar days, to the same clock time."
)
@click.option("--no-end", is_flag=True, help="Stay open until somebody closes it.")
@click.option("--title", default="", help="What staff call it; made of the survey's title where left out.")
@click.option(
    "--starts", type=click.DateTime(CLOCK_TIMES), help="By Oxford's clock, as 2026-05-31T09:00; else now."
)
def open_now(slug: str, days: int, no_end: bool, title: str, starts: datetime | None) -> None:
    """Open a wave with the newest definition of this slug."""
    opens_at = clock.now() if starts is None else starts.replace(tzinfo=clock.LONDON)
    try:
        with transaction() as session:
            wave_id = lifecycle.open_wave(
                session,
                slug=slug,
                title=title,
                opens_at=opens_at,
                days=None if no_end else days,
                by=None,
                synthetic=in_demonstration(),
            )
    except (DefinitionError, Problem) as problem:
        raise click.ClickException(str(problem)) from None
    wave = wave_by_id(reading(), wave_id)
    until = "without an end" if wave.ends_at is None else f"until {said(wave.ends_at)}"
    click.echo(f"“{wave.title}” runs from {said(wave.opens_at)} {until}, at /s/{slug}.")


@group.command("pause")
@click.argument("slug")
def pause(slug: str) -> None:
    """Let the open wave rest."""
    _move(slug, lifecycle.pause, "is paused. Who had started has 30 minutes to send")


@group.command("resume")
@click.argument("slug")
def resume(slug: str) -> None:
    """Let the paused wave go on."""
    _move(slug, lifecycle.resume, "is open again")


@group.command("close")
@click.argument("slug")
def close(slug: str) -> None:
    """End the open or paused wave for good."""
    _move(slug, lifecycle.close, "is closed. Who had started has 30 minutes to send")


def said(moment: datetime) -> str:
    """A moment by Oxford's clock."""
    return clock.in_london(moment).strftime("%-d %B %Y, %H:%M")


def _move(slug: str, deed: Callable[..., None], done: str) -> None:
    try:
        with transaction() as session:
            wave_id, title = _current(session, slug)
            deed(session, wave_id, by=None)
    except Problem as problem:
        raise click.ClickException(str(problem)) from None
    click.echo(f"“{title}” {done}.")


def _current(session: Session, slug: str) -> tuple[UUID, str]:
    wave = current_wave(session, slug, clock.now())
    if wave is None:
        raise Missing(f"There is no wave of “{slug}”. `flask survey list` shows what is here.")
    return wave.id, wave.title
