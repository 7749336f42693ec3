"""What an export writes, an import takes; all or nothing, and never twice."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import func, select, update

from feedback_app.domain.responses.models import Comment, CommentState, Response, ResponseSource
from feedback_app.platform.database import reading, transaction
from tests.factories.comments import make_comment, make_response, make_wave

HOSTILE = (
    "=1+1",
    "+44",
    "-5 out of 10",
    "@home",
    "\uff1dSUM(A1)",
    "'=already",
    "'tis fine",
    'plain, "quoted"\nline',
    "=",
)


def run(app: Flask, *arguments: str) -> Result:
    """A command, as somebody types it."""
    return app.test_cli_runner().invoke(args=list(arguments))


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def written(tmp_path: Path, rows: list[dict[str, str]]) -> str:
    """A CSV file with these rows."""
    path = tmp_path / "in.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        header = list(dict.fromkeys(name for row in rows for name in row))
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


def count(app: Flask, table: type[Response] | type[Comment] = Response) -> int:
    """How many rows are stored."""
    with app.app_context():
        return reading().scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def filled(app_on_both: Flask) -> Flask:
    """A wave with twelve responses, nine of them hostile."""
    with app_on_both.app_context(), transaction() as session:
        wave_id = make_wave(session)
        for words in HOSTILE:
            response_id = make_response(session, wave_id, chosen={"know_who": ["agree"]})
            make_comment(session, words, response_id=response_id, question_code="good", field="good")
        for _ in range(3):
            make_response(session, wave_id, chosen={"who_would": ["friend", "helpline"]})
    return app_on_both


def test_every_answer_is_exported_as_csv(filled: Flask) -> None:
    result = run(filled, "responses", "export", "be-supported", "--format", "csv")

    assert result.exit_code == 0
    assert result.stderr == "12 responses, 12 rows.\n"
    rows = rows_of(result.stdout)
    assert len(rows) == 12
    assert list(rows[0])[:6] == ["_response", "_wave", "_day", "_language", "_source", "know_who"]
    assert sorted(row["good"] for row in rows if row["good"]) == sorted(
        [
            "'=1+1",
            "'+44",
            "'-5 out of 10",
            "'@home",
            "'\uff1dSUM(A1)",
            "''=already",
            "'tis fine",
            HOSTILE[7],
            "'=",
        ]
    )
    assert {row["who_would"] for row in rows} == {"", "friend|helpline"}
    assert {row["_day"] for row in rows} == {"2026-03-02"}


def test_json_is_plain(filled: Flask) -> None:
    result = run(filled, "responses", "export", "be-supported", "--format", "json")

    rows = json.loads(result.stdout)
    assert len(rows) == 12
    assert sorted(row["good"] for row in rows if row["good"]) == sorted(HOSTILE)
    assert [row["who_would"] for row in rows if row["who_would"]] == [["friend", "helpline"]] * 3


def test_a_workbook_holds_words_and_no_formula(filled: Flask, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"

    result = run(filled, "responses", "export", "be-supported", "--format", "xlsx", "--out", str(out))

    assert result.exit_code == 0
    sheet = load_workbook(out).active
    assert sheet.max_row == 13
    header = [cell.value for cell in sheet[1]]
    words = [row[header.index("good")] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert sorted(cell.value for cell in words if cell.value) == sorted(HOSTILE)


def test_a_file_with_answers_is_its_owners_alone(filled: Flask, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"

    run(filled, "responses", "export", "be-supported", "--out", str(out))

    assert out.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.glob("*out.csv*")] == ["out.csv"]


def test_the_order_is_drawn_anew_each_time(filled: Flask) -> None:
    orders = {
        tuple(row["_response"] for row in rows_of(run(filled, "responses", "export", "be-supported").stdout))
        for _ in range(4)
    }

    assert len(orders) > 1
    assert len({frozenset(order) for order in orders}) == 1


def test_an_empty_wave_gives_a_heading_and_a_survey_nobody_knows_an_error(app: Flask) -> None:
    with app.app_context(), transaction() as session:
        make_wave(session)

    assert len(run(app, "responses", "export", "be-supported").stdout.splitlines()) == 1
    assert json.loads(run(app, "responses", "export", "be-supported", "--format", "json").stdout) == []
    unknown = run(app, "responses", "export", "nothing")
    assert unknown.exit_code == 1
    assert "There is no wave of “nothing”" in unknown.stderr


def test_one_wave_can_be_named(filled: Flask) -> None:
    with filled.app_context(), transaction() as session:
        other = make_wave(session, title="Another")
        make_response(session, other)

    assert len(rows_of(run(filled, "responses", "export", "be-supported").stdout)) == 13
    assert len(rows_of(run(filled, "responses", "export", "be-supported", "--wave", "Another").stdout)) == 1
    assert run(filled, "responses", "export", "be-supported", "--wave", "None such").exit_code == 1


def test_an_export_goes_into_another_county_word_for_word(filled: Flask, tmp_path: Path) -> None:
    before = run(filled, "responses", "export", "be-supported").stdout
    path = tmp_path / "moved.csv"
    path.write_text(before, encoding="utf-8", newline="")
    with filled.app_context(), transaction() as session:
        for table in (Comment, Response):
            session.execute(table.__table__.delete())

    result = run(filled, "responses", "import", "be-supported", str(path))

    assert result.exit_code == 0, result.stderr
    assert "12 new responses" in result.stdout
    after = run(filled, "responses", "export", "be-supported").stdout
    assert answers_of(after) == answers_of(before)
    again = run(filled, "responses", "import", "be-supported", str(path))
    assert "0 new responses" in again.stdout
    assert "12 rows were here already" in again.stdout
    assert (count(filled), count(filled, Comment)) == (12, len(HOSTILE))


def answers_of(text: str) -> list[list[tuple[str, str]]]:
    """All that rows hold, but for what belongs to the place where they are stored."""
    return sorted(
        sorted((name, cell) for name, cell in row.items() if name not in ("_response", "_source"))
        for row in rows_of(text)
    )


def test_an_export_of_the_same_county_adds_nothing(filled: Flask, tmp_path: Path) -> None:
    path = tmp_path / "same.csv"
    run(filled, "responses", "export", "be-supported", "--out", str(path))

    result = run(filled, "responses", "import", "be-supported", str(path))

    assert "0 new responses" in result.stdout
    assert count(filled) == 12


def test_paper_is_taken_in_as_it_was_answered(filled: Flask, tmp_path: Path) -> None:
    sheet = {"know_who": "agree", "_day": "2026-03-01", "better": "Listen to us", "quote_ok": "yes"}
    alike = {"know_who": "disagree", "_day": "01/03/2026"}
    path = written(tmp_path, [sheet, alike, alike, {}])

    result = run(filled, "responses", "import", "be-supported", path)

    assert "3 new responses" in result.stdout
    assert "1 empty rows" in result.stdout
    with filled.app_context():
        stored = reading().scalars(select(Response).where(Response.source == ResponseSource.IMPORT)).all()
        comment = reading().scalars(select(Comment).where(Comment.field == "better")).one()
    assert {one.day.isoformat() for one in stored} == {"2026-03-01"}
    assert (comment.text, comment.state, comment.may_quote) == ("Listen to us", CommentState.UNREAD, True)
    assert "0 new responses" in run(filled, "responses", "import", "be-supported", path).stdout


def test_one_wrong_cell_and_nothing_is_stored(filled: Flask, tmp_path: Path) -> None:
    secret = "my teacher is mean"
    rows = [
        {"know_who": "agree"},
        {"know_who": secret, "info_how": "app|video|website|letter", "who_would": "nobody|friend"},
        {"better": "x" * 1001, "_day": "2099-01-01", "_language": "xx", "made_up": "1"},
    ]

    result = run(filled, "responses", "import", "be-supported", written(tmp_path, rows))

    assert result.exit_code == 1
    assert count(filled) == 12
    lines = result.stderr.splitlines()
    assert lines[0] == "Error: Nothing was stored."
    assert sorted(line.partition(":")[0] for line in lines[1:]) == [
        "Row 3, column info_how",
        "Row 3, column know_who",
        "Row 3, column who_would",
        "Row 4, column _day",
        "Row 4, column _language",
        "Row 4, column better",
        "Row 4, column made_up",
    ]
    assert secret not in result.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no column bears the code of a question"),
        (b"name,shoe\r\nAnn,38\r\n", "no column bears the code of a question"),
        (b"know_who,know_who\r\nagree,agree\r\n", "the column know_who stands there twice"),
        (b"know_who\r\nagree,agree\r\n", "more cells than the heading has columns"),
        (b"PK\x03\x04\xff\xfe", "not a text file in UTF-8"),
        (b'know_who\r\n"agree', "cannot be read as CSV"),
    ],
)
def test_a_file_that_is_no_table_is_told_why(
    filled: Flask, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)

    result = run(filled, "responses", "import", "be-supported", str(path))

    assert result.exit_code == 1
    assert said in result.stderr
    assert count(filled) == 12


def test_a_hidden_answer_is_dropped_as_on_the_page(filled: Flask, tmp_path: Path) -> None:
    path = written(tmp_path, [{"who_would": "friend", "nobody_why": "no_time", "_day": "2026-03-03"}])

    run(filled, "responses", "import", "be-supported", path)

    with filled.app_context():
        chosen = (
            reading().scalars(select(Response.chosen).where(Response.source == ResponseSource.IMPORT)).one()
        )
    assert chosen == {"who_would": ["friend"]}


def test_a_redacted_text_is_exported_as_it_is_now(filled: Flask) -> None:
    with filled.app_context(), transaction() as session:
        session.execute(update(Comment).where(Comment.text == "@home").values(text="[taken out]"))

    result = run(filled, "responses", "export", "be-supported")

    assert "[taken out]" in result.stdout
    assert "@home" not in result.stdout
