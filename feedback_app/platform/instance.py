"""The folder of what this installation keeps beside its database."""

from pathlib import Path

from flask import current_app

from feedback_app.platform.settings import Settings


def instance_folder() -> Path:
    """The folder that INSTANCE_PATH names; it is there."""
    settings: Settings = current_app.extensions["settings"]
    return settings.instance
