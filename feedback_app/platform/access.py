"""Says of a public page that anyone may open it; every view wears this or `staff_access.only`."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])

ANYONE = "anyone"


def anyone(view: View) -> View:
    """Declare that a page is open to everybody, signed in or not."""
    view.access = ANYONE  # type: ignore[attr-defined]  # the declaration is read by staff_access and the house tests
    return view
