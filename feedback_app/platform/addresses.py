"""Addresses as people outside reach them."""

from urllib.parse import urlsplit

from flask import Flask, abort, current_app, request

from feedback_app.platform.settings import Settings


def outside_address(endpoint: str, **values: object) -> str:
    """The full address of a page under BASE_URL, whatever host the request named (SAFETY R-22, R-30)."""
    settings: Settings = current_app.extensions["settings"]
    parts = urlsplit(settings.base_url)
    adapter = current_app.url_map.bind(parts.netloc, script_name=parts.path or "/", url_scheme=parts.scheme)
    return adapter.build(endpoint, values, force_external=True)


def init_addresses(app: Flask) -> None:
    """Answer 404 to an address with a NUL in it: nothing of ours has one, and PostgreSQL takes none."""

    def refuse_nul() -> None:
        if "\0" in request.path or b"%00" in request.query_string:
            abort(404)

    app.before_request(refuse_nul)
