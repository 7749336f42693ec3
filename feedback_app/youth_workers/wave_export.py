"""Closed answers of a wave as a file to be sent: written whole before the first byte leaves, so never cut short."""

from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO

from flask import Response

from feedback_app.domain.responses.exporting import Export
from feedback_app.domain.waves.lifecycle import WaveRecord
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict
from feedback_app.platform.spreadsheets import csv_lines, write_workbook

_IN_MEMORY = 4 * 1024 * 1024
_AT_ONCE = 64 * 1024
_BYTE_ORDER_MARK = "\ufeff".encode()
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """A file that is whole, at its beginning; `size` in bytes."""

    file: IO[bytes]
    size: int


def write_file(wave: WaveRecord, table: Export, *, form: str) -> ExportFile:
    """Write the file with a row for each response. Raises Conflict where rows are missing."""
    rows = ([row.get(name, "") for name in table.columns] for row in table.rows)
    file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # closed once it is sent
    if form == "xlsx":
        count = write_workbook(file, title=wave.title, header=table.columns, rows=rows)
    else:
        file.write(_BYTE_ORDER_MARK)  # without it Excel takes the words for another alphabet's
        count = sum(1 for line in csv_lines(table.columns, rows) if file.write(line.encode())) - 1
    if count != table.total:
        file.close()
        raise Conflict("Responses were deleted while the file was written. Export again.")
    size = file.seek(0, 2)
    file.seek(0)
    return ExportFile(file=file, size=size)


def export_response(wave: WaveRecord, written: ExportFile, *, form: str) -> Response:
    """The file as a download whose name says what it is and from when."""
    response = Response(_pieces(written.file), content_type=KINDS[form])
    name = f"{wave.slug}-closed-answers-{clock.today().isoformat()}.{form}"
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    response.content_length = written.size
    return response


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(_AT_ONCE):
            yield piece
