"""`flask report`: the board's paper of a meeting as a file."""

from __future__ import annotations

from pathlib import Path

import click

from feedback_app.commands.group import CommandGroup
from feedback_app.documents import docx, html, pdf
from feedback_app.domain.meetings.assemble import report
from feedback_app.domain.meetings.document import ReportDocument
from feedback_app.platform.database import reading
from feedback_app.platform.problems import Problem

group = CommandGroup("report", help="The board's paper.")

FORMATS = ("html", "pdf", "docx")


@group.command("build")
@click.argument("meeting")
@click.option("--format", "kind", type=click.Choice(FORMATS), required=True, help="What to write.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
def build(meeting: str, kind: str, out: Path) -> None:
    """Write the whole report of a MEETING (its report's date, or `next`) to a file."""
    try:
        content = _written(report(reading(), meeting), kind)
    except Problem as problem:
        raise click.ClickException(str(problem)) from problem
    try:
        out.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}.") from error
    click.echo(f"Wrote {out}.")


def _written(document: ReportDocument, kind: str) -> bytes:
    if kind == "html":
        return html.write(document).encode("utf-8")
    return pdf.write(document) if kind == "pdf" else docx.write(document)
