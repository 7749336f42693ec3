"""Starts the application as a server does: settings judged first, then the embedded worker."""

import os
import sys
from dataclasses import replace

from flask import Flask

from feedback_app.app import create_app
from feedback_app.domain.people.queries import has_demonstration_people
from feedback_app.platform.database import end_reading, reading
from feedback_app.platform.settings import BadSetting, Surface, read_settings
from feedback_app.platform.tasks import tasks


def application() -> Flask:
    """The application, its worker running, or without it for a command. Exits with one sentence when it must not start."""
    for_a_command = os.environ.get("FLASK_RUN_FROM_CLI") == "true"
    try:
        settings = read_settings()
        # A command works on everything, whichever pages this machine serves.
        app = create_app(replace(settings, surface=Surface.ALL) if for_a_command else settings)
        if not settings.demonstration and not for_a_command:
            _refuse_demonstration_people(app)
    except BadSetting as problem:
        sys.exit(f"Be Supported does not start: {problem}")
    if not for_a_command:
        with app.app_context():
            tasks().start()
    return app


def check_start() -> None:
    """Exit with one sentence when `make serve` must not start; before a server process is made."""
    try:
        _refuse_demonstration_people(create_app(read_settings()))
    except BadSetting as problem:
        sys.exit(f"Be Supported does not start: {problem}")


def _refuse_demonstration_people(app: Flask) -> None:
    with app.app_context():
        found = has_demonstration_people(reading())
        end_reading()
    if found:
        raise BadSetting(
            "this database holds the demonstration log-ins. Use a database of its own for real answers."
        )
