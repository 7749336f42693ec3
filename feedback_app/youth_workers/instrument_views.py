"""What the pages of instruments show, and definitions on their way as files."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response
from flask_wtf.file import FileField
from wtforms import BooleanField

from feedback_app.platform.forms import StaffForm
from surveys import Flaw
from surveys.definition_files import IN_A_WORKBOOK

MOST_FLAWS = 50
_KINDS = {
    "yaml": "application/yaml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class DefinitionFileForm(StaffForm):
    """A definition file, and whether what is in it is to be mended here first."""

    file = FileField("File")
    as_draft = BooleanField("Keep it as a draft, to be changed before it is used")


@dataclass(frozen=True, slots=True, kw_only=True)
class FlawRow:
    """One flaw: where it stands in the file, what is wrong and what to do."""

    where: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPage:
    """What came of a file: `done` with its address, what is wrong, and notes on what is held in another way."""

    done: str = ""
    done_address: str = ""
    flaws: tuple[FlawRow, ...] = ()
    more: int = 0
    about_columns: str = ""
    notes: tuple[str, ...] = ()


def flawed_page(flaws: Sequence[Flaw], *, notes: tuple[str, ...] = ()) -> ImportPage:
    """What is wrong with a file, by row or line."""
    return ImportPage(
        flaws=tuple(_row(flaw) for flaw in flaws[:MOST_FLAWS]),
        more=max(0, len(flaws) - MOST_FLAWS),
        about_columns=IN_A_WORKBOOK if any(flaw.sheet for flaw in flaws) else "",
        notes=notes,
    )


def _row(flaw: Flaw) -> FlawRow:
    where = flaw.place.removeprefix(", ")
    return FlawRow(
        where=f"{where[:1].upper()}{where[1:]}" or "The whole file",
        words=f"{flaw.wrong[:1].upper()}{flaw.wrong[1:]} {flaw.advice}",
    )


def download(content: bytes, name: str) -> Response:
    """A definition as a file to be kept."""
    response = Response(content, content_type=_KINDS[name.rpartition(".")[2]])
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response
