"""SAFETY R-19: young people upload nothing, and what staff take in is a plain table of a fit size."""

from pathlib import Path

import pytest
from flask import Flask

from feedback_app.commands import responses_commands
from feedback_app.platform.database import transaction
from tests.factories.comments import make_wave


@pytest.fixture
def county(app: Flask) -> Flask:
    """A county with a wave."""
    with app.app_context(), transaction() as session:
        make_wave(session)
    return app


def told(app: Flask, path: Path) -> str:
    """What is said about a file that is refused."""
    result = app.test_cli_runner().invoke(args=["responses", "import", "be-supported", str(path)])
    assert result.exit_code == 1
    return result.stderr


@pytest.mark.parametrize("name", ["table.xlsx", "table.xlsm", "table.zip", "table"])
def test_another_kind_of_file_is_not_opened(county: Flask, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"know_who\r\nagree\r\n")

    assert "Only CSV files can be taken in." in told(county, path)


def test_a_workbook_under_another_name_is_no_table(county: Flask, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"PK\x03\x04" + bytes(range(128, 255)))

    assert "not a text file in UTF-8" in told(county, path)


def test_a_file_without_end_is_not_read(county: Flask, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    with path.open("wb") as file:
        file.truncate(responses_commands.MOST_BYTES + 1)

    assert "more than 200 MB" in told(county, path)


def test_a_cell_without_end_is_refused(county: Flask, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("better\r\n" + "x" * 300_000, encoding="utf-8")

    assert "cannot be read as CSV" in told(county, path)


def test_no_page_of_young_people_takes_a_file(county: Flask) -> None:
    page = county.test_client().get("/s/be-supported").get_data(as_text=True)

    assert 'type="file"' not in page
    assert "multipart/form-data" not in page
