"""Addresses as people outside reach them."""

from urllib.parse import urlsplit

from flask import current_app

from feedback_app.platform.settings import Settings


def outside_address(endpoint: str, **values: object) -> str:
    """The full address of a page under BASE_URL, whatever host the request named (SAFETY R-22, R-30)."""
    settings: Settings = current_app.extensions["settings"]
    parts = urlsplit(settings.base_url)
    adapter = current_app.url_map.bind(parts.netloc, script_name=parts.path or "/", url_scheme=parts.scheme)
    return adapter.build(endpoint, values, force_external=True)
