"""SAFETY R-03: nothing in an export tells who answered first, or at what time."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from uuid import UUID

from flask import Flask
from openpyxl import load_workbook

from feedback_app.platform.database import transaction
from tests.factories.comments import make_response, make_wave

TIME = re.compile(r"\d\d?:\d\d")


def exported(app: Flask, form: str, out: Path) -> str:
    """All the cells of an export, as one text."""
    result = app.test_cli_runner().invoke(
        args=["responses", "export", "be-supported", "--format", form, "--out", str(out)]
    )
    assert result.exit_code == 0, result.stderr
    if form == "xlsx":
        rows = load_workbook(out).active.iter_rows(values_only=True)
        return "\n".join(" ".join(str(cell or "") for cell in row) for row in rows)
    return out.read_text(encoding="utf-8")


def test_three_answers_sent_one_after_another_come_out_in_any_order(app: Flask, tmp_path: Path) -> None:
    with app.app_context(), transaction() as session:
        wave_id = make_wave(session)
        for code in ("strongly_agree", "agree", "not_sure"):
            make_response(session, wave_id, chosen={"know_who": [code]}, day=date(2026, 11, 2))

    orders = set()
    for _ in range(12):
        rows = list(csv.DictReader(io.StringIO(exported(app, "csv", tmp_path / "out.csv"), newline="")))
        orders.add(tuple(row["know_who"] for row in rows))
        assert {row["_day"] for row in rows} == {"2026-11-02"}
        assert {UUID(row["_response"]).version for row in rows} == {4}

    assert len(orders) > 1


def test_no_export_bears_a_time_of_day(app: Flask, tmp_path: Path) -> None:
    with app.app_context(), transaction() as session:
        make_response(session, make_wave(session), chosen={"know_who": ["agree"]})

    for form in ("csv", "json", "xlsx"):
        text = exported(app, form, tmp_path / f"out.{form}")
        assert "agree" in text
        assert not TIME.search(text)


def test_keys_are_random_and_rows_are_read_by_key(app: Flask, tmp_path: Path) -> None:
    with app.app_context(), transaction() as session:
        wave_id = make_wave(session)
        sent = [make_response(session, wave_id) for _ in range(40)]

    rows = json.loads(exported(app, "json", tmp_path / "out.json"))

    order = [UUID(row["_response"]) for row in rows]
    assert order != sent
    assert sorted(order) == sorted(sent)
