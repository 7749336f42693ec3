"""Closed answers of a wave as a file to be sent: written whole before the first byte leaves, so never cut short."""

from tempfile import SpooledTemporaryFile
from typing import IO

from flask import send_file
from werkzeug.wrappers import Response

from feedback_app.domain.responses.exporting import Export
from feedback_app.domain.waves.lifecycle import WaveRecord
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict
from feedback_app.platform.spreadsheets import csv_lines, write_workbook

_IN_MEMORY = 4 * 1024 * 1024
_BYTE_ORDER_MARK = "\ufeff".encode()
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def export_file(wave: WaveRecord, table: Export, *, form: str) -> tuple[IO[bytes], int]:
    """The file, ready to be read, and how many rows are in it. Raises Conflict where rows are missing."""
    rows = ([row.get(name, "") for name in table.columns] for row in table.rows)
    file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # the response closes it
    if form == "xlsx":
        count = write_workbook(file, title=wave.title, header=table.columns, rows=rows)
    else:
        file.write(_BYTE_ORDER_MARK)  # without it Excel takes the words for another alphabet's
        count = sum(1 for line in csv_lines(table.columns, rows) if file.write(line.encode())) - 1
    if count != table.total:
        file.close()
        raise Conflict("Responses were deleted while the file was written. Export again.")
    file.seek(0)
    return file, count


def export_response(wave: WaveRecord, file: IO[bytes], *, form: str) -> Response:
    """The file as a download whose name says what it is and from when."""
    name = f"{wave.slug}-closed-answers-{clock.today().isoformat()}.{form}"
    return send_file(file, mimetype=KINDS[form], as_attachment=True, download_name=name, max_age=0)
