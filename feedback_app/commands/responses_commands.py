"""`flask responses`: the controller's own copy of every answer, and responses from paper or another tool."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click
from sqlalchemy.orm import Session

from feedback_app.commands.group import CommandGroup
from feedback_app.domain.responses.exporting import Export, every_answer, note_export
from feedback_app.domain.responses.importing import ImportRefused, import_responses
from feedback_app.domain.waves.lifecycle import WaveRecord, WaveStanding
from feedback_app.domain.waves.queries import current_wave, waves_of
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.problems import Problem
from feedback_app.platform.spreadsheets import TooManyRows, csv_lines, write_workbook
from feedback_app.platform.tasks import wake
from surveys.flattening import BETWEEN_OPTIONS

group = CommandGroup("responses", help="All that young people sent, as a table.")

FORMATS = ("csv", "xlsx", "json")
MOST_LINES = 50
MOST_BYTES = 200 * 1024 * 1024
WAVE = click.option("--wave", "named", default="", help="One wave: its title, or how its id begins.")


@group.command("export")
@click.argument("slug")
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
@WAVE
def export(slug: str, form: str, out: Path | None, named: str) -> None:
    """Write every answer, free text too. This is for the server's owner: keep it where nobody else reads it."""
    waves = _waves(reading(), slug, named)
    table = every_answer(reading(), waves)
    try:
        with _target(out) as target:
            count = _write(table, target, form=form, title=slug)
    except TooManyRows as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{out or 'The output'} cannot be written: {error.strerror}.") from None
    with transaction() as session:
        for wave in waves:
            note_export(session, wave, what=f"everything-{form}", purpose=None, by=None)
    click.echo(f"{table.total} responses, {count} rows.", err=True)
    if count != table.total:
        raise click.ClickException("Responses were deleted meanwhile. Export again.")


@group.command("import")
@click.argument("slug")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@WAVE
def import_file(slug: str, file: Path, named: str) -> None:
    """Take in responses from a CSV file: all of them, or none and what to mend."""
    _refuse_file(file)
    try:
        with transaction() as session, file.open(encoding="utf-8-sig", newline="") as lines:
            wave = _wave_to_fill(session, slug, named)
            taken = import_responses(session, wave, lines, by=None)
    except ImportRefused as refused:
        raise click.ClickException(_told(refused.lines)) from None
    except Problem as problem:
        raise click.ClickException(str(problem)) from None
    wake("analyse")
    click.echo(f"{taken.new} new responses in “{wave.title}”.")
    if taken.known:
        click.echo(f"{taken.known} rows were here already and were left alone.")
    if taken.empty:
        click.echo(f"{taken.empty} empty rows were passed over.")


def _refuse_file(file: Path) -> None:
    """Only CSV is read, and not without end (SAFETY R-19)."""
    if file.suffix.lower() != ".csv":
        raise click.ClickException(
            "Only CSV files can be taken in. Save the table as “CSV UTF-8” and try again."
        )
    if file.stat().st_size > MOST_BYTES:
        raise click.ClickException(
            "This file has more than 200 MB. Split it, and take in one part after another."
        )


def _told(lines: Sequence[str]) -> str:
    more = len(lines) - MOST_LINES
    shown = [*lines[:MOST_LINES], *([f"… and {more} more."] if more > 0 else [])]
    return "\n".join(("Nothing was stored.", *shown))


def _waves(session: Session, slug: str, named: str) -> tuple[WaveRecord, ...]:
    waves = waves_of(session, slug)
    if not waves:
        raise click.ClickException(f"There is no wave of “{slug}”. `flask survey list` shows what is here.")
    if not named:
        return waves
    found = tuple(wave for wave in waves if wave.title == named or str(wave.id).startswith(named.lower()))
    if len(found) != 1:
        raise click.ClickException(
            f"{len(found)} waves of “{slug}” are called “{named}”. See `flask survey list`."
        )
    return found


def _wave_to_fill(session: Session, slug: str, named: str) -> WaveRecord:
    now = clock.now()
    current = None if named else current_wave(session, slug, now)
    wave = current or _waves(session, slug, named)[0]
    if wave.standing(now) is WaveStanding.BEFORE:
        raise click.ClickException(f"“{wave.title}” has not opened yet. Name another wave with --wave.")
    return wave


@contextmanager
def _target(out: Path | None) -> Iterator[IO[bytes]]:
    """Where to write: standard output, or a file that appears once it is whole and that only its owner reads."""
    if out is None:
        yield sys.stdout.buffer
        return
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).replace(out)
    finally:
        Path(name).unlink(missing_ok=True)


def _write(table: Export, target: IO[bytes], *, form: str, title: str) -> int:
    rows = ([row.get(name, "") for name in table.columns] for row in table.rows)
    if form == "xlsx":
        return write_workbook(target, title=title, header=table.columns, rows=rows)
    lines = _json_lines(table) if form == "json" else csv_lines(table.columns, rows)
    written = 0
    for line in lines:
        target.write(line.encode())
        written += 1
    return written - (1 if form == "csv" else 2)  # the heading; the brackets


def _json_lines(table: Export) -> Iterator[str]:
    """A list with an object for each response: a list of options for a multiple choice, null for a blank."""
    yield "["
    comma = "\n"
    for row in table.rows:
        cells: dict[str, str | list[str] | None] = {}
        for name in table.columns:
            cell = row.get(name)
            cells[name] = cell.split(BETWEEN_OPTIONS) if cell and name in table.multiple else cell
        yield comma + json.dumps(cells, ensure_ascii=False)
        comma = ",\n"
    yield "\n]\n"
