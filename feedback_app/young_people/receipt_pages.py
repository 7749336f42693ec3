"""/r: five words in, what happened so far out; replies are read and answered, and everything can be taken back.

There is one address, so that a page opened again from the history asks for the code. What is asked for is said by
the button (`do`); the forms on a page behind the code carry a sealed visit in place of the words.
"""

from flask import Blueprint, Response, abort, make_response, render_template
from flask_babel import lazy_gettext

from feedback_app.domain.responses.receipts import find, read_code
from feedback_app.platform import clock
from feedback_app.platform.access import anyone
from feedback_app.platform.database import reading
from feedback_app.platform.limits import limiter, source
from feedback_app.questionnaire.views import ProblemLine
from feedback_app.young_people import receipt_visit
from feedback_app.young_people.fields import first, read_fields
from feedback_app.young_people.receipt_deeds import (
    KEPT_FIELD,
    answer,
    ask_before_taking_back,
    known_page,
    show_copy,
    take_back,
)
from feedback_app.young_people.receipt_views import ANSWER_ID, ReceiptPage
from feedback_app.young_people.standing_pages import first_contacts
from surveys import RawFields
from surveys.cleaning import clean_text

bp = Blueprint("receipt", __name__)

#: Wrong tries from one place in 15 minutes; a whole school may be one place, and the codes have 60 bits.
MOST_WRONG = 30
BUCKET = "receipt"
NOT_FIVE = lazy_gettext("Type all five words, with spaces between them.")
NOT_KNOWN = lazy_gettext("We don't know these five words. Check each word and try again.")
TYPE_AGAIN = lazy_gettext("To keep this safe we ask for your five words again. Please type them.")
DEEDS = {
    "look": known_page,
    "answer": answer,
    "copy": show_copy,
    "ask": ask_before_taking_back,
    "take-back": take_back,
}


@bp.get("/r")
@anyone
def show_form() -> str:
    """The form for a code."""
    return _form()


@bp.post("/r")
@anyone
def show_what_happened() -> Response:
    """What became of the response with this code; or answer, copy, take back. POST, so that the code is in no address.

    :raise 429: too many wrong tries.
    """
    fields = read_fields()
    deed = DEEDS.get(first(fields, "do"))
    if deed is None:
        return _enter(fields)
    visit = receipt_visit.read(first(fields, receipt_visit.FIELD), now=clock.now())
    done = None if visit is None else deed(visit, fields)
    if done is None:
        problem = str(TYPE_AGAIN if visit is None else NOT_KNOWN)
        return make_response(_form(problem=problem, kept=_printable(first(fields, ANSWER_ID))), 422)
    return done


def _enter(fields: RawFields) -> Response:
    if limiter().is_slowed(BUCKET, source(), most=MOST_WRONG):
        abort(429)
    typed, kept = _printable(first(fields, "code")[:200]), _printable(first(fields, KEPT_FIELD))
    code = read_code(typed)
    if code is None:
        return make_response(_form(typed=typed, problem=str(NOT_FIVE), kept=kept), 422)
    found = find(reading(), code)
    if found is None:
        limiter().note_wrong(BUCKET, source(), most=MOST_WRONG)
        return make_response(_form(typed=typed, problem=str(NOT_KNOWN), kept=kept), 422)
    page = known_page(receipt_visit.issue(found.response_id, now=clock.now()), fields)
    return abort(404) if page is None else page


def _form(*, typed: str = "", problem: str = "", kept: str = "") -> str:
    page = ReceiptPage(
        typed=typed,
        kept=kept,
        problems=(ProblemLine(words=problem, address="#code"),) if problem else (),
        contacts=first_contacts(),
    )
    return render_template("young_people/receipt.html", page=page)


def _printable(text: str) -> str:
    return clean_text(text, most=len(text))
