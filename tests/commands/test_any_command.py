"""What every command has in common: a database it cannot use is one sentence."""

from pathlib import Path

import pytest
from flask import Flask

from feedback_app.app import create_app
from tests.databases import settings_for

COMMANDS = [
    ["survey", "list"],
    ["survey", "open", "be-supported"],
    ["survey", "pause", "voxy"],
    ["responses", "export", "voxy", "--format", "csv"],
    ["analyse", "run"],
    ["report", "build", "next", "--format", "html", "--out", "never-written.html"],
    ["indicators", "export"],
    ["user", "create", "ada@example.org", "--role", "administrator"],
    ["demo", "load"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_without_tables_it_says_what_to_run(
    empty_database_url: str, tmp_path: Path, command: list[str]
) -> None:
    app = create_app(settings_for(empty_database_url, tmp_path))

    result = app.test_cli_runner().invoke(args=command)
    app.extensions["database"].engine.dispose()

    assert result.exit_code == 1
    assert result.output.splitlines()[-1].endswith("Run `flask db upgrade` first.")
    assert "Traceback" not in result.output
    assert "SELECT" not in result.output


def test_without_a_database_it_says_where_to_look(tmp_path: Path) -> None:
    app = create_app(settings_for(f"sqlite:///{tmp_path}/no/such/folder.db", tmp_path))

    result = app.test_cli_runner().invoke(args=["survey", "list"])

    assert (result.exit_code, "DATABASE_URL" in result.output) == (1, True)


@pytest.mark.parametrize("role", ["board-officer", "board_officer", "Board officer"])
def test_a_role_may_be_spelt_as_it_is_spoken(app: Flask, role: str) -> None:
    result = app.test_cli_runner().invoke(args=["user", "create", "ada@example.org", "--role", role])

    assert result.exit_code == 0
    assert "/set-password/" in result.output


def test_an_unknown_role_names_the_known_ones(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["user", "create", "ada@example.org", "--role", "boss"])

    assert result.exit_code == 2
    assert "board-member" in result.output
