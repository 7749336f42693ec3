"""`flask report` and `flask indicators`: files come out, files go in, and what is wrong is one sentence."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pypdf
import pytest
from flask import Flask

from feedback_app.commands.demo_county.seed_report import type_in
from feedback_app.platform.database import transaction
from feedback_app.platform.roles import Role
from tests.client import StrictClient


@pytest.fixture
def typed_in(app: Flask) -> Flask:
    """A county with the seed's report."""
    with app.app_context(), transaction() as session:
        type_in(session)
    return app


def run(app: Flask, *words: str) -> tuple[int, str]:
    """The exit code of a command and what it says."""
    result = app.test_cli_runner().invoke(args=list(words))
    return result.exit_code, result.output


@pytest.mark.parametrize("kind", ["html", "pdf", "docx"])
def test_a_report_is_written_to_a_file(typed_in: Flask, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"report.{kind}"

    assert run(typed_in, "report", "build", "2021-03-05", "--format", kind, "--out", str(out)) == (
        0,
        f"Wrote {out}.\n",
    )

    content = out.read_bytes()
    words = {
        "html": lambda: content.decode(),
        "pdf": lambda: pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text(),
        "docx": lambda: " ".join(one.text for one in docx.Document(io.BytesIO(content)).paragraphs),
    }[kind]()
    assert "Children’s Trust Board (Chair – Cllr Steve Harrod)" in words


@pytest.mark.parametrize("name", ["2021-03-06", "yesterday", ""])
def test_a_meeting_that_is_not_there_is_said_in_a_sentence(
    typed_in: Flask, tmp_path: Path, name: str
) -> None:
    code, said = run(typed_in, "report", "build", name, "--format", "html", "--out", str(tmp_path / "x"))

    assert code == 1
    assert said.startswith("Error: There is no meeting of this name.")
    assert not (tmp_path / "x").exists()


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(typed_in: Flask, tmp_path: Path) -> None:
    out = tmp_path / "no" / "such" / "folder"

    code, said = run(typed_in, "report", "build", "2021-03-05", "--format", "html", "--out", str(out))

    assert code == 1
    assert "cannot be written" in said


def test_without_the_pdf_libraries_the_rest_works_and_says_what_is_missing(
    typed_in: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sign_in: Callable[[Role], StrictClient]
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    code, said = run(
        typed_in, "report", "build", "2021-03-05", "--format", "pdf", "--out", str(tmp_path / "x")
    )
    page = sign_in(Role.BOARD_MEMBER).page("/board/papers/2021-03-05/pdf")

    assert code == 1
    assert "it lacks the Pango libraries" in said
    assert page.status == 503
    assert "it lacks the Pango libraries" in page.text()
    assert (
        run(typed_in, "report", "build", "2021-03-05", "--format", "docx", "--out", str(tmp_path / "x"))[0]
        == 0
    )


def test_the_register_goes_out_and_comes_back_the_same(typed_in: Flask, tmp_path: Path) -> None:
    out = tmp_path / "register.csv"
    assert run(typed_in, "indicators", "export", "--out", str(out))[0] == 0

    code, said = run(typed_in, "indicators", "import", str(out))

    assert (code, said) == (0, "0 indicators added, 0 changed; 0 values added, 0 corrected.\n")
    assert run(typed_in, "indicators", "export")[1].splitlines() == out.read_text("utf-8-sig").splitlines()


def test_a_file_that_is_wrong_brings_nothing_and_says_where(typed_in: Flask, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text("number,wording,period,value\n9,Good,2020-11,1\n10,Bad,whenever,x\n")
    before = run(typed_in, "indicators", "export")

    code, said = run(typed_in, "indicators", "import", str(file))

    assert code == 1
    assert "Nothing was taken in.\nLine 3, period:" in said
    assert run(typed_in, "indicators", "export") == before
