"""The code of the venue whose poster led somebody here: carried by the form, counted apart, no part of an answer."""

from functools import lru_cache

from flask import request

from feedback_app.domain.venues.counting import is_code
from feedback_app.questionnaire.kept_page import HOLE, KeptPage, keep

ARGUMENT = "at"
FIELD = "venue_code"
_TO_OTHER_LANGUAGES = 'href="?language='
#: Pages of this many posters and languages are kept ready at once.
_MOST_KEPT = 128


def code_in_address() -> str:
    """The code that this page's address bears, "" where there is none or it has not the shape of one."""
    code = request.args.get(ARGUMENT, "")
    return code if is_code(code) else ""


def hidden_field(code: str) -> str:
    """The hidden input that carries a code through the form; it holds letters and digits alone, or is not there."""
    return f'<input type="hidden" name="{FIELD}" value="{code}">' if is_code(code) else ""


def keeping_code(page: KeptPage, code: str) -> KeptPage:
    """The page as one meets it through a poster: its links to other languages bear the code on."""
    return _with_code(page, code) if is_code(code) else page


@lru_cache(maxsize=_MOST_KEPT)
def _with_code(page: KeptPage, code: str) -> KeptPage:
    html = HOLE.join((page.before.decode(), page.after.decode()))
    return keep(html.replace(_TO_OTHER_LANGUAGES, f'href="?{ARGUMENT}={code}&amp;language='))
