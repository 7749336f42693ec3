"""`flask indicators`: the register and its values out of a file and into one."""

from __future__ import annotations

from pathlib import Path

import click

from feedback_app.commands.group import CommandGroup
from feedback_app.documents.csv import register_csv
from feedback_app.domain.indicators.exporting import export_lines
from feedback_app.domain.indicators.importing import FileRefused, import_file
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.problems import Problem
from feedback_app.platform.spreadsheets import plain

group = CommandGroup("indicators", help="The register of indicators and its values.")


@group.command("export")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; else the screen."
)
def export(out: Path | None) -> None:
    """Write the register and its values as CSV."""
    content = register_csv(export_lines(reading()))
    if out is None:
        click.echo(content, nl=False)
        return
    out.write_text(content, encoding="utf-8-sig", newline="")
    click.echo(f"Wrote {out}.")


@group.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def take_in(file: Path) -> None:
    """Take a CSV FILE in: all of it or nothing, with what is wrong by line."""
    try:
        with transaction() as session:
            brought = import_file(session, file.read_bytes(), by=None, unwrap=plain)
    except FileRefused as refused:
        raise click.ClickException(f"Nothing was taken in.\n{refused}") from refused
    except Problem as problem:
        raise click.ClickException(f"Nothing was taken in. {problem}") from problem
    click.echo(
        f"{brought.indicators_added} indicators added, {brought.indicators_changed} changed; "
        f"{brought.values_added} values added, {brought.values_corrected} corrected."
    )
    if brought.unused_columns:
        click.echo("Columns that were not used: " + ", ".join(brought.unused_columns) + ".")
