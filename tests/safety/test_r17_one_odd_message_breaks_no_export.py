"""SAFETY R-17: one hostile or odd message breaks no export, and is in it word for word."""

import csv
import io
import json
from pathlib import Path

import pytest
from flask import Flask
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from feedback_app.platform.database import transaction
from feedback_app.platform.spreadsheets import plain
from surveys import instrument_text, load, read_answers
from tests.factories.comments import make_comment, make_response, make_wave

ODD = (
    "=cmd|' /C calc'!A0",
    "<b>unclosed </para>",
    "$\\notacmd$ %s {0} {{ x }}",
    "a\x07bell, \x00nul and \x1b[31mcolour",
    "lone \ud800 surrogate",
    "\u202eright to left\u202c",
    "Z\u0351\u036b\u0343a\u0351\u036b\u0343l\u0351\u036b\u0343g\u0351o",
    "\N{FAMILY}\N{ZERO WIDTH JOINER}\N{PILE OF POO}",
    "line\r\nline\u2028line",
    "_x000D_",
    ",;\t\"'|",
    "x" * 1000,
)


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_every_odd_message_comes_out_as_it_was_kept(app: Flask, tmp_path: Path, form: str) -> None:
    survey = load(instrument_text("be-supported"))
    kept = [read_answers(survey, {"better": [words]}).texts["better"] for words in ODD]
    with app.app_context(), transaction() as session:
        wave_id = make_wave(session)
        for words in kept:
            response_id = make_response(session, wave_id)
            make_comment(session, words, response_id=response_id, question_code="better", field="better")
    out = tmp_path / f"out.{form}"

    result = app.test_cli_runner().invoke(
        args=["responses", "export", "be-supported", "--format", form, "--out", str(out)]
    )

    assert result.exit_code == 0, result.stderr
    assert result.stderr == f"{len(ODD)} responses, {len(ODD)} rows.\n"
    assert sorted(words_in(out, form)) == sorted(kept)


def words_in(path: Path, form: str) -> list[str]:
    """What stands under `better` in an export."""
    if form == "csv":
        with io.StringIO(path.read_bytes().decode(), newline="") as lines:
            return [plain(row["better"]) for row in csv.DictReader(lines)]
    if form == "json":
        return [row["better"] for row in json.loads(path.read_text(encoding="utf-8"))]
    rows = list(load_workbook(path).active.iter_rows(values_only=True))
    return [unescape(str(row[rows[0].index("better")])) for row in rows[1:]]
