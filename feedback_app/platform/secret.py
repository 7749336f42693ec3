"""The present application's secret, from which keys for single purposes are derived."""

from flask import current_app

from feedback_app.platform.settings import Settings


def secret_key() -> str:
    """The secret; only to be handed to `platform.crypto`, with a purpose."""
    settings: Settings = current_app.extensions["settings"]
    return settings.secret_key
