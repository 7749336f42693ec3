"""Help given and the helper's role are stored with the response, exported as columns and taken in again."""

import csv
import io
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.figures.suppression import protect
from feedback_app.domain.findings.cells import cells_of
from feedback_app.domain.responses.coverage import helping_table
from feedback_app.domain.responses.folding import fold
from feedback_app.domain.responses.models import Response
from feedback_app.domain.responses.queries import counts
from feedback_app.domain.responses.submit import Submission, submit
from feedback_app.platform import clock
from feedback_app.platform.database import reading, transaction
from surveys import HELPING_FIELDS, HelperRole, HelpGiven, instrument_text, load, read_answers
from tests.factories.comments import make_response, make_wave

SURVEY = load(instrument_text("be-supported"))
HELP, HELPER = HELPING_FIELDS
SAID = [("reads", "teacher"), ("nobody", ""), ("", "parent_or_carer"), ("", "")]


@pytest.fixture
def helped(app_on_both: Flask) -> Flask:
    """A wave with a response for each thing that can be said of help."""
    with app_on_both.app_context(), transaction() as session:
        wave_id = make_wave(session)
        for given, role in SAID:
            answers = read_answers(SURVEY, {"know_who": ["agree"], HELP: [given], HELPER: [role]})
            submit(
                session,
                Submission(
                    wave_id=wave_id,
                    submission_id=uuid4(),
                    language="en",
                    day=date(2026, 3, 2),
                    answers=answers,
                ),
            )
    return app_on_both


def rows(app: Flask) -> list[dict[str, str]]:
    result = app.test_cli_runner().invoke(args=["responses", "export", "be-supported"])
    return list(csv.DictReader(io.StringIO(result.stdout, newline="")))


def kept(app: Flask) -> list[tuple[HelpGiven | None, HelperRole | None]]:
    with app.app_context():
        found = reading().execute(select(Response.help_given, Response.helper_role)).all()
        return sorted([(one[0], one[1]) for one in found], key=repr)


def test_it_is_stored_as_it_was_said(helped: Flask) -> None:
    assert kept(helped) == sorted(
        [
            (HelpGiven.READS, HelperRole.TEACHER),
            (HelpGiven.NOBODY, None),
            (None, HelperRole.PARENT_OR_CARER),
            (None, None),
        ],
        key=repr,
    )


def test_an_export_says_it_in_two_columns_at_the_end(helped: Flask) -> None:
    found = rows(helped)

    assert list(found[0])[-2:] == [HELP, HELPER]
    assert sorted((row[HELP], row[HELPER]) for row in found) == sorted(SAID)


def test_an_import_takes_what_an_export_wrote(helped: Flask, tmp_path: Path) -> None:
    runner = helped.test_cli_runner()
    runner.invoke(args=["responses", "export", "be-supported", "--out", str(tmp_path / "all.csv")])
    before = kept(helped)
    with helped.app_context(), transaction() as session:
        for response in session.scalars(select(Response)):
            session.delete(response)

    result = runner.invoke(args=["responses", "import", "be-supported", str(tmp_path / "all.csv")])

    assert result.exit_code == 0, result.output
    assert kept(helped) == before


def test_an_import_refuses_what_is_not_offered(helped: Flask, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(f"know_who,{HELP},{HELPER}\nagree,reads,my uncle\nagree,sang,teacher\n")

    result = helped.test_cli_runner().invoke(args=["responses", "import", "be-supported", str(path)])

    assert result.exit_code == 1
    assert f"Row 2, column {HELPER}: this is not offered." in result.output
    assert f"Row 3, column {HELP}: this is not offered." in result.output
    assert "uncle" not in result.output
    assert len(kept(helped)) == len(SAID)


def test_the_same_file_again_adds_nothing(helped: Flask, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(f"know_who,{HELP},{HELPER}\nagree,reads,teacher\nagree,types,teacher\n")
    runner = helped.test_cli_runner()

    for _ in range(2):
        assert runner.invoke(args=["responses", "import", "be-supported", str(path)]).exit_code == 0

    assert len(kept(helped)) == len(SAID) + 2


def test_help_is_counted_in_batches_and_goes_through_the_gate(session: Session) -> None:
    wave_id = make_wave(session)
    for role, number in ((HelperRole.TEACHER, 12), (HelperRole.PARENT_OR_CARER, 23)):
        for _ in range(number):
            make_response(session, wave_id, help_given=HelpGiven.READS, helper_role=role)
    make_response(session, wave_id, help_given=HelpGiven.TYPES)
    make_response(session, wave_id, help_given=HelpGiven.NOBODY)
    fold(session, now=clock.now(), read_by_machine=cells_of)

    table = helping_table(counts(session, wave_id))

    assert (table.base, counts(session, wave_id).cells["help", "nobody", ""]) == (35, 1)
    shown = {row.label: row.count.text for row in protect(table).rows}
    assert (shown["Teacher or school staff"], shown["Parent or carer"]) == ("10", "25")
    assert "1" not in shown.values()
