"""Whether this browser is a kiosk, so that leaving or logging out on it does not throw away answers that wait there.

The cookie says that alone: no kiosk, no person, the same on every tablet. Only a staff's set-up link sets it.
"""

from datetime import timedelta

from flask import current_app, request
from werkzeug.wrappers import Response

from feedback_app.platform.settings import Settings

KEPT_FOR = timedelta(days=400)


def remember_tablet(response: Response) -> None:
    """Mark this browser as a kiosk."""
    secure = _over_tls()
    response.set_cookie(_name(), "1", max_age=KEPT_FOR, secure=secure, httponly=True, samesite="Strict")


def clear_site_data(response: Response, *kinds: str) -> None:
    """Have the browser forget what it holds of us; a kiosk keeps its storage, in which nothing can be read."""
    asked = ("cache",) if request.cookies.get(_name()) else kinds
    response.headers["Clear-Site-Data"] = ", ".join(f'"{kind}"' for kind in asked)


def _name() -> str:
    return "__Host-kiosk" if _over_tls() else "kiosk"


def _over_tls() -> bool:
    settings: Settings = current_app.extensions["settings"]
    return settings.over_tls
