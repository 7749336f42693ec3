"""The code of the venue whose poster led somebody here: carried by the form, counted apart, no part of an answer."""

from flask import request

from feedback_app.domain.venues.counting import is_code

ARGUMENT = "at"
FIELD = "venue_code"


def code_in_address() -> str:
    """The code that this page's address bears, "" where there is none or it has not the shape of one."""
    code = request.args.get(ARGUMENT, "")
    return code if is_code(code) else ""


def hidden_field(code: str) -> str:
    """The hidden input that carries a code through the form; it holds letters and digits alone, or is not there."""
    return f'<input type="hidden" name="{FIELD}" value="{code}">' if is_code(code) else ""
