"""Applications for tests: put together once, and for each test a copy with a database and a state of its own."""

from copy import copy
from pathlib import Path
from types import MappingProxyType

from flask import Flask

from feedback_app.app import create_app
from feedback_app.jobs import all_jobs
from feedback_app.platform.database import connect
from feedback_app.platform.limits import init_limits
from feedback_app.platform.tasks import init_tasks
from feedback_app.questionnaire.draft_words import init_draft_words
from tests.client import StrictClient
from tests.databases import settings_for

_PUT_TOGETHER: list[Flask] = []


def app_over(url: str, instance: Path) -> Flask:
    """The application in demonstration mode over this database; who changes its routes or templates takes `fresh_app`."""
    if not _PUT_TOGETHER:
        _PUT_TOGETHER.append(fresh_app_over(url, instance))
    settings, app = settings_for(url, instance), copy(_PUT_TOGETHER[0])
    app.config = copy(app.config)
    app.view_functions = MappingProxyType(app.view_functions)  # type: ignore[assignment]  # all copies share what stands there
    app.extensions = app.extensions | {"settings": settings, "database": connect(settings)}
    init_limits(app)
    init_tasks(app, settings, all_jobs())
    init_draft_words(app)
    return app


def fresh_app_over(url: str, instance: Path) -> Flask:
    """An application that shares nothing with any other."""
    app = create_app(settings_for(url, instance))
    app.test_client_class = StrictClient
    app.config["TESTING"] = False
    return app
