"""Who of the staff may open a page: deny by default, one declaration a view."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from uuid import UUID

from flask import Flask, abort, redirect, request, url_for
from flask_login import LoginManager, current_user
from werkzeug.wrappers import Response

from feedback_app.platform.access import ANYONE
from feedback_app.platform.roles import Role

View = TypeVar("View", bound=Callable[..., Any])
ANY_STAFF = frozenset(Role)


def only(*roles: Role) -> Callable[[View], View]:
    """Declare which roles may open a page; others get 403, and who is not signed in goes to /login."""
    allowed = frozenset(roles)

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            if not current_user.is_authenticated:
                return _to_log_in()
            if current_user.role not in allowed:
                abort(403)
            return view(*args, **kwargs)

        guarded.access = allowed  # type: ignore[attr-defined]  # read by the house tests
        return cast(View, guarded)

    return declare


def _to_log_in() -> Response:
    if request.method == "GET" and not request.view_args:
        return redirect(url_for("signing_in.show_log_in", next=request.endpoint), 303)
    return redirect(url_for("signing_in.show_log_in"), 303)


def signed_in_id() -> UUID:
    """The id of the person who is signed in; only inside a view that `only` guards."""
    person_id: UUID = current_user.id
    return person_id


def signed_in_role() -> Role:
    """The role of the person who is signed in; only inside a view that `only` guards."""
    role: Role = current_user.role
    return role


def init_staff_access(app: Flask, load: Callable[[str], Any]) -> None:
    """Set up the log-in manager; `load` gives the person of a session, or None when it has ended."""
    manager = LoginManager()
    manager.session_protection = None
    manager.user_loader(load)
    # Not init_app: it would look into the session on every public page, to remember people we never remember.
    app.login_manager = manager  # type: ignore[attr-defined]  # where flask-login looks for it


def access_of(view: Callable[..., Any]) -> frozenset[Role] | str | None:
    """Who may open a view: `anyone`, a set of roles, or None where it does not say."""
    declared = getattr(view, "access", None)
    if declared == ANYONE or isinstance(declared, frozenset):
        return declared
    return None
