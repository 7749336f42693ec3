"""Closed answers leave the house as a file: counted responses only, no words, no small numbers, and never unnoticed."""

import csv
import io
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import select
from werkzeug.test import TestResponse

from feedback_app.domain.audit.models import AuditEntry
from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.responses.folding import fold
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.roles import Role
from tests.client import Page, StrictClient
from tests.factories.comments import make_comment, make_response, make_wave

SECRET = "what nobody may read in a file"


@pytest.fixture
def officer(sign_in: Callable[[Role], StrictClient]) -> StrictClient:
    """An engagement officer who is signed in."""
    return sign_in(Role.ENGAGEMENT_OFFICER)


def answered(app: Flask, chosen: list[dict[str, list[str]]], *, late: int = 0) -> UUID:
    """A wave in which these answers are counted, with a comment, and `late` more that are not counted yet."""
    with app.app_context():
        with transaction() as session:
            wave_id = make_wave(session, opens_at=clock.now())
            for one in chosen:
                response_id = make_response(session, wave_id, chosen=one, day=date(2026, 3, 2))
            make_comment(session, SECRET, response_id=response_id)
        with transaction() as session:
            fold(session, now=clock.now(), read_by_machine=cells_of)
        with transaction() as session:
            for _ in range(late):
                make_response(session, wave_id, chosen={"know_who": ["strongly_disagree"]})
    return wave_id


def export(officer: StrictClient, wave_id: UUID, **data: str) -> TestResponse:
    """Ask for the file as the page's form does."""
    fields = {"form": "csv", "purpose": "board-paper"} | data
    return officer.submit(f"/surveys/{wave_id}/export", fields, on=f"/surveys/{wave_id}")


def rows_of(response: TestResponse) -> list[dict[str, str]]:
    """The rows of a CSV file as Excel reads it."""
    return list(csv.DictReader(io.StringIO(response.get_data().decode("utf-8-sig"), newline="")))


USUAL = {"know_who": ["agree"], "age": ["13_14"]}


def test_a_row_stands_for_each_counted_response(app: Flask, officer: StrictClient) -> None:
    wave_id = answered(app, [USUAL] * 12, late=3)

    response = export(officer, wave_id)

    assert response.status_code == 200
    assert response.mimetype == "text/csv"
    assert "attachment; filename=be-supported-closed-answers-" in response.headers["Content-Disposition"]
    rows = rows_of(response)
    assert len(rows) == 12
    assert {row["know_who"] for row in rows} == {"agree"}


def test_no_words_no_days_and_no_ids_are_in_it(app: Flask, officer: StrictClient) -> None:
    wave_id = answered(app, [USUAL] * 12)

    for kind in ("csv", "xlsx"):
        response = export(officer, wave_id, form=kind)
        if kind == "xlsx":
            sheet = load_workbook(io.BytesIO(response.get_data())).active
            cells = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
        else:
            cells = [list(rows_of(response)[0]), *(list(row.values()) for row in rows_of(response))]
        header, text = cells[0], " ".join(" ".join(row) for row in cells)
        assert len(cells) == 13
        assert "know_who" in header
        assert {"good", "better", "who_would__something_else", "_day", "_response"}.isdisjoint(header)
        assert SECRET not in text
        assert "2026" not in text


def test_what_few_chose_is_not_shown(app: Flask, officer: StrictClient) -> None:
    many = [{"age": ["13_14"], "who_would": ["friend"]}] * 20
    some = [{"age": ["15_16"], "who_would": ["helpline"]}] * 9
    few = [{"age": ["under_11"], "who_would": ["friend", "youth_worker"]}] * 3
    wave_id = answered(app, many + some + few)

    rows = rows_of(export(officer, wave_id))

    ages = sorted(row["age"] for row in rows)
    assert ages == ["13_14"] * 20 + ["not shown"] * 12
    assert "youth_worker" not in "".join(row["who_would"] for row in rows)
    assert len([row for row in rows if row["who_would"] == "friend"]) == 20


def test_too_few_responses_are_not_exported(app: Flask, officer: StrictClient) -> None:
    wave_id = answered(app, [USUAL] * 9)

    page = Page(export(officer, wave_id))

    assert page.status == 409
    assert "Fewer than 10 responses are counted so far" in page.text()


def test_an_export_without_a_purpose_is_refused(app: Flask, officer: StrictClient) -> None:
    wave_id = answered(app, [USUAL] * 12)

    page = Page(export(officer, wave_id, purpose=""))

    assert page.status == 422
    assert "Say what it is for." in page.text()
    with app.app_context():
        assert reading().scalars(select(AuditEntry)).all() == []


def test_the_audit_says_who_exported_what_and_why(app: Flask, officer: StrictClient) -> None:
    wave_id = answered(app, [USUAL] * 12)

    export(officer, wave_id, form="xlsx", purpose="research")

    with app.app_context():
        entry = reading().scalars(select(AuditEntry)).one()
    assert (entry.actor_id, entry.deed, entry.subject_id) == (
        officer.person_id,
        "exported-closed-xlsx-for-research",
        str(wave_id),
    )
