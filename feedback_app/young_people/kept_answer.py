"""Answers a request with a kept page, compressed where the browser takes it, without compressing anything."""

from flask import Response, request

from feedback_app.questionnaire.kept_page import KeptPage


def send_kept(page: KeptPage, hole: str) -> Response:
    """The page with its hole filled."""
    filled = hole.encode()
    if request.accept_encodings["gzip"] > 0:
        response = Response(page.packed(filled), mimetype="text/html")
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = Response(page.plain(filled), mimetype="text/html")
    response.headers["Vary"] = "Accept-Encoding"
    return response
