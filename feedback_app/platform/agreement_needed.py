"""How far people and the machine must agree before a figure that rests on the machine's labels is shown; the county's to decide."""

from flask import current_app

from feedback_app.platform.settings import Settings


def agreement_needed() -> float:
    """The least kappa, 0-1."""
    settings: Settings = current_app.extensions["settings"]
    return settings.agreement_needed
