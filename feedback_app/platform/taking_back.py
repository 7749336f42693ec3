"""How long answers can be taken back, and what stays when they are; both are the county's to decide."""

from flask import current_app

from feedback_app.platform.settings import Settings


def days_to_take_back() -> int:
    """For how many days after the end of a wave answers can be taken back."""
    return _settings().withdraw_days


def keeps_open_cases() -> bool:
    """Whether an unfinished case keeps the words that were escalated when she takes them back."""
    return _settings().withdrawal_keeps_open_cases


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings
