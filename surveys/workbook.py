"""Opens a workbook that somebody else made, safely: a plain .xlsx of a fit size, read as words (SAFETY R-19)."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from surveys.flaws import DefinitionError, Flaw, FlawCode

LARGEST_FILE = 2_000_000
_LARGEST_UNPACKED = 20_000_000
_LARGEST_RATIO = 200
_MOST_MEMBERS = 200
_MOST_ROWS = 5_000
_MOST_COLUMNS = 200
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_NEEDED = "[Content_Types].xml", "xl/workbook.xml"
_NOT_TAKEN = (
    (re.compile(r"vba|macrosheets|activex", re.I), "a program (a macro)"),
    (re.compile(r"externalLinks|connections\.xml|queryTables", re.I), "links to other files"),
    (re.compile(r"embeddings|oleObject", re.I), "another file inside it"),
)
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
_SAVE_AGAIN = "Open it in a spreadsheet program and save it again as .xlsx, without macros."


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a sheet: its number, from 1, and its words by heading; blank cells are left out."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its headings with the letters of their columns, and the lines below them that hold anything."""

    name: str
    columns: Mapping[str, str]
    rows: tuple[Row, ...]


def is_workbook(content: bytes, name: str) -> bool:
    """Whether these bytes are a workbook, or call themselves one."""
    return content.startswith((_ZIP, _OLD_EXCEL)) or name.lower().endswith((".xlsx", ".xlsm", ".xls"))


def open_workbook(content: bytes, *, name: str) -> Mapping[str, Sheet]:
    """The sheets by their name in small letters. Raises DefinitionError: not a plain .xlsx, or not of a fit size."""
    _refuse_unfit(content, name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        return {sheet.title.strip().lower(): _sheet(sheet, name) for sheet in book.worksheets}
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        ParseError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
    ) as error:
        raise _refused(name, "this workbook is damaged.", _SAVE_AGAIN) from error


def _refuse_unfit(content: bytes, name: str) -> None:
    if content.startswith(_OLD_EXCEL):
        raise _refused(name, "this is a workbook of an old kind (.xls), or one with a password.", _SAVE_AGAIN)
    if not content.startswith(_ZIP):
        raise _refused(name, "this is no .xlsx workbook.", "Choose the right file.")
    if len(content) > LARGEST_FILE:
        raise _refused(name, "the workbook is larger than 2 MB.", "Take pictures out of it.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _refuse_members(packed, name)
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError, ValueError) as error:
        raise _refused(name, "this workbook is damaged.", _SAVE_AGAIN) from error


def _refuse_members(packed: zipfile.ZipFile, name: str) -> None:
    members = packed.infolist()
    unpacked = sum(member.file_size for member in members)
    if (
        len(members) > _MOST_MEMBERS
        or unpacked > _LARGEST_UNPACKED
        or any(member.file_size > _LARGEST_RATIO * max(member.compress_size, 1_000) for member in members)
    ):
        raise _refused(name, "unpacked, the workbook is far too large for a survey.", _SAVE_AGAIN)
    if not set(_NEEDED) <= {member.filename for member in members}:
        raise _refused(name, "this is no .xlsx workbook.", "Choose the right file.")
    for member in members:
        for marks, what in _NOT_TAKEN:
            if marks.search(member.filename):
                raise _refused(name, f"the workbook holds {what}.", _SAVE_AGAIN)
        if member.filename.endswith((".xml", ".rels", ".vml")):
            _refuse_declarations(packed.open(member).read(_LARGEST_UNPACKED + 1), name)


def _refuse_declarations(xml: bytes, name: str) -> None:
    """A workbook's parts are plain XML in UTF-8 that declares nothing: no entity can grow or reach anywhere."""
    if len(xml) > _LARGEST_UNPACKED or b"\0" in xml or _DECLARES.search(xml) or not _is_utf_8(xml):
        raise _refused(name, "the workbook declares things that no survey needs.", _SAVE_AGAIN)


def _is_utf_8(xml: bytes) -> bool:
    declared = re.match(rb"\s*(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)", xml)
    return declared is None or declared[1].lower() in (b"utf-8", b"utf8", b"us-ascii", b"ascii")


def _sheet(sheet: Any, name: str) -> Sheet:
    """The words of a sheet of openpyxl's, which has no types."""
    columns: dict[int, str] = {}
    rows: list[Row] = []
    for number, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, max_row=_MOST_ROWS + 1), start=1):
        said = {place: _words(cell, sheet.title, name) for place, cell in enumerate(cells)}
        if number > _MOST_ROWS and any(said.values()):
            raise _refused(
                name, f"the sheet “{sheet.title}” has more than 5,000 rows.", "Choose the right file."
            )
        if not columns:
            columns = {place: heading for place, heading in said.items() if heading}
            continue
        held = {columns[place]: words for place, words in said.items() if words and place in columns}
        if held:
            rows.append(Row(number=number, cells=held))
    letters = {heading: get_column_letter(place + 1) for place, heading in columns.items()}
    return Sheet(name=sheet.title, columns=letters, rows=tuple(rows))


def _words(cell: Any, sheet: str, name: str) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        flaw = Flaw(
            code=FlawCode.WORKBOOK,
            wrong="a formula stands here.",
            advice="Type the words themselves.",
            source=name,
            sheet=sheet,
            line=cell.row,
            column=get_column_letter(cell.column),
        )
        raise DefinitionError([flaw])
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("\u00a0", " ").strip()


def _refused(name: str, wrong: str, advice: str) -> DefinitionError:
    return DefinitionError([Flaw(code=FlawCode.WORKBOOK, wrong=wrong, advice=advice, source=name)])
