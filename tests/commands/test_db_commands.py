"""`flask db`: the tables, and what no county can work without."""

import os
import subprocess
import sys
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from feedback_app.app import create_app
from feedback_app.domain.indicators.models import Outcome, Priority
from feedback_app.domain.meetings.queries import NONE_NEXT
from feedback_app.platform.database import reading
from feedback_app.platform.settings import ROOT
from tests.databases import settings_for


def run(app: Flask, *command: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=list(command))
    return result.exit_code, result.output


def test_the_plan_is_in_every_database_that_is_up_to_date(empty_database_url: str, tmp_path: Path) -> None:
    app = create_app(settings_for(empty_database_url, tmp_path))

    assert [run(app, "db", "upgrade")[0], run(app, "db", "upgrade")[0]] == [0, 0]

    with app.app_context():
        assert list(reading().scalars(select(Priority.name).order_by(Priority.position))) == [
            "Be Successful",
            "Be Happy and Healthy",
            "Be Safe",
            "Be Supported",
        ]
        assert len(list(reading().scalars(select(Outcome)))) == 16
    app.extensions["database"].engine.dispose()


def test_where_no_paper_waits_next_says_so(app: Flask, tmp_path: Path) -> None:
    code, output = run(
        app, "report", "build", "next", "--format", "html", "--out", str(tmp_path / "next.html")
    )

    assert (code, output.strip()) == (1, f"Error: {NONE_NEXT}")


def test_a_command_works_on_everything_whichever_pages_are_served(sqlite_url: str, tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "SECRET_KEY"}
    own = {"MODE": "demonstration", "SURFACE": "public", "FLASK_APP": "wsgi", "INSTANCE_PATH": str(tmp_path)}

    done = subprocess.run(
        [sys.executable, "-m", "flask", "user", "create", "ada@example.org", "--role", "administrator"],
        cwd=ROOT,
        env=kept | own | {"DATABASE_URL": sqlite_url},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "/set-password/" in done.stdout, done.stderr
