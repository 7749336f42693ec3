"""`flask survey`, as the server's owner types it."""

from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from feedback_app.domain.waves.queries import current_wave
from feedback_app.platform import clock
from feedback_app.platform.database import reading
from surveys import instrument_text, load
from surveys.definition_files import read_definition_file
from tests.surveys.workbooks import asking, workbook


def run(app: Flask, *arguments: str) -> Result:
    """A command, as somebody types it."""
    return app.test_cli_runner().invoke(args=["survey", *arguments])


def definition(tmp_path: Path, *changes: tuple[str, str]) -> str:
    """The shipped VOXY form in a file, changed."""
    text = instrument_text("voxy")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_wave_is_opened_paused_resumed_and_closed(app: Flask) -> None:
    assert "runs from" in run(app, "open", "be-supported", "--days", "28").stdout
    assert "is paused" in run(app, "pause", "be-supported").stdout
    assert "is open again" in run(app, "resume", "be-supported").stdout
    assert "is closed" in run(app, "close", "be-supported").stdout

    again = run(app, "resume", "be-supported")
    assert again.exit_code == 1
    assert "cannot be opened again" in again.stderr


def test_twenty_eight_days_are_the_same_clock_time(app: Flask) -> None:
    run(app, "open", "be-supported", "--days", "28", "--starts", "2027-03-10T09:00")

    with app.app_context():
        wave = current_wave(reading(), "be-supported", clock.now())
    assert wave is not None
    assert wave.closes_at is not None
    assert clock.in_london(wave.opens_at).isoformat() == "2027-03-10T09:00:00+00:00"
    assert clock.in_london(wave.closes_at).isoformat() == "2027-04-07T09:00:00+01:00"


def test_the_list_names_instruments_and_waves(app: Flask) -> None:
    run(app, "open", "voxy", "--no-end", "--title", "Always")

    lines = run(app, "list").stdout.splitlines()

    assert lines[:2] == ["be-supported  version 1 (shipped)", "voxy  version 1 (shipped)"]
    assert lines[2].endswith("no end  Always")


def test_a_definition_is_checked_and_imported(app: Flask, tmp_path: Path) -> None:
    path = definition(tmp_path, ("version: 1\n", "version: 2\n"))

    assert "no flaws" in run(app, "check", path).stdout
    assert "version 2, is here" in run(app, "import", path).stdout
    assert "voxy  version 2 (imported)" in run(app, "list").stdout


@pytest.mark.parametrize("command", ["check", "import"])
def test_a_wrong_definition_is_told_by_file_and_line(app: Flask, tmp_path: Path, command: str) -> None:
    path = definition(tmp_path, ("kind: single", "kind: sinlge"))

    result = run(app, command, path)

    assert result.exit_code == 1
    assert "mine.yaml, line " in result.stderr
    assert "question “topic”" in result.stderr


def test_what_is_not_there_is_told_in_a_sentence(app: Flask) -> None:
    assert "no instrument called “nothing”" in run(app, "open", "nothing").stderr
    assert "no wave of “nothing”" in run(app, "close", "nothing").stderr
    assert "1 to 366 days" in run(app, "open", "voxy", "--days", "0").stderr


def test_an_xlsform_is_checked_imported_opened_and_answered(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "club.xlsx"
    path.write_bytes(workbook())

    checked = run(app, "check", str(path))
    assert "club.xlsx: “club_life”, version 2, 3 questions, no flaws." in checked.stdout
    assert "“start” is not taken" in checked.stderr
    assert "“club_life”, version 2, is here" in run(app, "import", str(path)).stdout
    assert "at /s/club_life" in run(app, "open", "club_life", "--days", "28").stdout
    assert "Do you like your club?" in app.test_client().get("/s/club_life").get_data(as_text=True)


@pytest.mark.parametrize("command", ["check", "import"])
def test_a_wrong_workbook_is_told_by_sheet_row_and_column(app: Flask, tmp_path: Path, command: str) -> None:
    path = tmp_path / "club.xlsx"
    path.write_bytes(asking(("integer", "age", "How old are you?")))

    result = run(app, command, str(path))

    assert result.exit_code == 1
    assert "club.xlsx, sheet “survey”, row 2, column “type”: “integer” is no question" in result.stderr
    assert "be_supported::outcome" in result.stderr


@pytest.mark.parametrize(("kind", "name"), [("yaml", "a.yaml"), ("xlsform", "a.xlsx")])
def test_a_definition_goes_out_and_comes_in_again(app: Flask, tmp_path: Path, kind: str, name: str) -> None:
    path = tmp_path / name

    assert "version 1, is in" in run(app, "export", "voxy", "--format", kind, "--out", str(path)).stdout
    assert "no flaws" in run(app, "check", str(path)).stdout
    assert read_definition_file(path).survey == load(instrument_text("voxy"))
    assert "no instrument called “none”" in run(app, "export", "none").stderr


def test_a_definition_can_be_written_to_standard_output(app: Flask) -> None:
    assert run(app, "export", "voxy").stdout == instrument_text("voxy")
