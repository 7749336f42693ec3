"""In which language a page is said: the one its address asks for, else English."""

from flask import request

from feedback_app.platform.languages import ENGLISH, TAGS

PARAMETER = "language"


def language_of_page() -> str:
    """The tag of the present page's language."""
    asked = request.args.get(PARAMETER, "")
    return asked if asked in TAGS else ENGLISH
