"""How large the share of comments is that a person labels before seeing what the machine says; the county's to decide."""

from flask import current_app

from feedback_app.platform.settings import Settings


def blind_one_in() -> int:
    """One comment in so many; 0 for none."""
    settings: Settings = current_app.extensions["settings"]
    return settings.blind_sample
