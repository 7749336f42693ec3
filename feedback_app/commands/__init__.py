"""The command line: one file a group, each registered here."""

from flask import Flask
from flask.cli import AppGroup

from feedback_app.commands import (
    analyse_commands,
    contacts_commands,
    db_commands,
    demo_commands,
    indicators_commands,
    report_commands,
    responses_commands,
    survey_commands,
    user_commands,
)

GROUPS: tuple[AppGroup, ...] = (
    analyse_commands.group,
    contacts_commands.group,
    db_commands.group,
    demo_commands.group,
    indicators_commands.group,
    report_commands.group,
    responses_commands.group,
    survey_commands.group,
    user_commands.group,
)


def register(app: Flask) -> None:
    """Give the application its commands."""
    for group in GROUPS:
        app.cli.add_command(group)
