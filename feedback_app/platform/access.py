"""Says of a public page that anyone may open it; every view wears this or `staff_access.only`."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, request

View = TypeVar("View", bound=Callable[..., Any])

ANYONE = "anyone"


def anyone(view: View) -> View:
    """Declare that a page is open to everybody, signed in or not."""
    view.access = ANYONE  # type: ignore[attr-defined]  # the declaration is read by staff_access and the house tests
    return view


def init_access(app: Flask) -> None:
    """Close every view that does not say who may open it (SAFETY R-21)."""

    def deny_undeclared() -> None:
        view = app.view_functions.get(request.endpoint or "")
        if view is not None and not hasattr(view, "access"):
            abort(403)

    app.before_request(deny_undeclared)
