"""Whether this is the demonstration or a county's own installation."""

from flask import current_app

from feedback_app.platform.settings import Settings


def in_demonstration() -> bool:
    """Whether nothing here is real, and every page says so."""
    settings: Settings = current_app.extensions["settings"]
    return settings.demonstration
