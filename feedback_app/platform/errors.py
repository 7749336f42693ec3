"""What each kind of problem becomes on a page; the last handler needs no template and no database."""

from dataclasses import dataclass

from flask import Flask, Response, make_response, render_template
from werkzeug.exceptions import HTTPException

from feedback_app.platform.logging import log_failure
from feedback_app.platform.outage import UNREACHABLE
from feedback_app.platform.problems import Conflict, Invalid, Missing, Problem, Refused

STATUS = {Missing: 404, Refused: 403, Conflict: 409, Invalid: 422}
WITH_TEMPLATE = frozenset({400, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503})
LAST_RESORT = (
    "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Sorry, something went wrong</title></head>"
    "<body><main><h1>Sorry, something went wrong</h1><p>Nothing that was saved is lost. Please try again in a few "
    "minutes.</p><p>If you need help now: call 999, call Childline on 0800 1111, or text SHOUT to 85258.</p>"
    "</main></body></html>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """What an error template prints: a sentence of ours where there is one, and an id to quote."""

    status: int
    words: str = ""
    incident: str = ""


def error_response(status: int, *, words: str = "", incident: str = "") -> Response:
    """A page in plain words with this status; falls back to fixed HTML when a template fails."""
    name = status if status in WITH_TEMPLATE else 500 if status >= 500 else 400
    try:
        body = render_template(
            f"errors/{name}.html", page=ErrorPage(status=status, words=words, incident=incident)
        )
    except Exception as error:  # the last resort must answer whatever is broken
        log_failure("error-page-failed", error)
        body = LAST_RESORT
    return make_response(body, status)


def init_errors(app: Flask) -> None:
    """Register the handlers."""

    def on_http(error: HTTPException) -> Response:
        if error.response is not None:
            return make_response(error.response)
        response = error_response(error.code or 500)
        if error.code == 405:
            response.headers["Allow"] = dict(error.get_headers()).get("Allow", "GET")
        return response

    def on_problem(error: Problem) -> Response:
        status = next(status for family, status in STATUS.items() if isinstance(error, family))
        return error_response(status, words=str(error))

    def on_database_down(error: Exception) -> Response:
        return error_response(503, incident=log_failure("database-unreachable", error))

    def on_anything(error: Exception) -> Response:
        return error_response(500, incident=log_failure("request-failed", error))

    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(Problem, on_problem)
    for down in UNREACHABLE:
        app.register_error_handler(down, on_database_down)
    app.register_error_handler(Exception, on_anything)
