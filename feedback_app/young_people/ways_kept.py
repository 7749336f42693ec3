"""How somebody likes to read, kept in a cookie of this browser session that says those choices and nothing else.

It is not signed: whoever changes it changes how their own page looks, and only among the choices there are.
"""

from flask import Response, current_app, request

from feedback_app.platform.languages import TAGS
from feedback_app.platform.settings import Settings
from feedback_app.questionnaire.ways import AS_IT_WAS, Ways, format_ways, parse_ways

LANGUAGE = "language"
READ = "read"
EASY = "easy"
#: They are asked for many times a request, and worked out once.
_SEEN = "be-supported.ways"


def ways_of_request() -> Ways:
    """The ways of the present page: what its address asks for, else what the cookie keeps, else the usual."""
    if _SEEN not in request.environ:
        request.environ[_SEEN] = _asked_or_kept()
    ways: Ways = request.environ[_SEEN]
    return ways


def _asked_or_kept() -> Ways:
    ways = kept_ways()
    if not request.args:
        return ways
    asked = request.args.get(LANGUAGE, "")
    if asked in TAGS:
        ways = ways.said_in(asked)
    if request.args.get(READ) == EASY:
        ways = ways.in_easy_words()
    return ways


def kept_ways() -> Ways:
    """What the cookie keeps; anything that is not known counts as the usual."""
    return parse_ways(request.cookies.get(_name(), ""))


def asked_language() -> str | None:
    """The language that the present address asks for, for the address of the page that follows; None for none."""
    language = request.args.get(LANGUAGE, "")
    return language if language in TAGS else None


def keep_asked(response: Response) -> Response:
    """Keep what an address asked for, so that the pages it leads to are read in the same way."""
    if not request.args:
        return response
    ways = ways_of_request()
    leaves = "Clear-Site-Data" in response.headers
    if ways != kept_ways() and response.status_code < 400 and not leaves:
        keep(response, ways)
    return response


def keep(response: Response, ways: Ways) -> None:
    """Put the choices on an answer, without an end so that they go with the browser session (SAFETY R-05)."""
    if ways == AS_IT_WAS:
        return forget(response)
    return response.set_cookie(_name(), format_ways(ways), secure=_over_tls(), httponly=True, samesite="Lax")


def forget(response: Response) -> None:
    """Take the choices away."""
    response.delete_cookie(_name(), secure=_over_tls(), httponly=True, samesite="Lax")


def _over_tls() -> bool:
    settings: Settings = current_app.extensions["settings"]
    return settings.over_tls


def _name() -> str:
    return "__Host-ways" if _over_tls() else "ways"
