"""/r: five words in, what happened so far out; the same answer for every code that we do not know."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, make_response, render_template
from flask_babel import gettext, lazy_gettext

from feedback_app.domain.contacts.register import ShownContact
from feedback_app.domain.responses.receipts import Receipt, find, read_code
from feedback_app.platform.access import anyone
from feedback_app.platform.database import reading
from feedback_app.platform.languages import day_words
from feedback_app.platform.limits import limiter, source
from feedback_app.questionnaire.views import ProblemLine
from feedback_app.young_people.fields import first, read_fields
from feedback_app.young_people.standing_pages import first_contacts
from feedback_app.young_people.survey_views import Step
from surveys.cleaning import clean_text

bp = Blueprint("receipt", __name__)

#: Wrong tries from one place in 15 minutes; a whole school may be one place, and the codes have 60 bits.
MOST_WRONG = 30
BUCKET = "receipt"
NOT_FIVE = lazy_gettext("Type all five words, with spaces between them.")
NOT_KNOWN = lazy_gettext("We don't know these five words. Check each word and try again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPage:
    """The form, with what was typed where it was not a code."""

    typed: str
    problems: tuple[ProblemLine, ...]
    contacts: tuple[ShownContact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownReceiptPage:
    """What happened so far to one response."""

    survey: str
    steps: tuple[Step, ...]
    contacts: tuple[ShownContact, ...]


@bp.get("/r")
@anyone
def show_form() -> str:
    """The form for a code."""
    return render_template(
        "young_people/receipt.html", page=ReceiptPage(typed="", problems=(), contacts=first_contacts())
    )


@bp.post("/r")
@anyone
def show_what_happened() -> Response:
    """What became of the response with this code; POST, so that the code stands in no address.

    :raise 429: too many wrong tries.
    """
    if limiter().is_slowed(BUCKET, source(), most=MOST_WRONG):
        abort(429)
    typed = first(read_fields(), "code")
    code = read_code(typed)
    if code is None:
        return _again(typed, str(NOT_FIVE))
    found = find(reading(), code)
    if found is None:
        limiter().note_wrong(BUCKET, source(), most=MOST_WRONG)
        return _again(typed, str(NOT_KNOWN))
    page = KnownReceiptPage(survey=found.wave_title, steps=_steps(found), contacts=first_contacts())
    return make_response(render_template("young_people/receipt_known.html", page=page))


def _again(typed: str, words: str) -> Response:
    problem = ProblemLine(words=words, address="#code")
    page = ReceiptPage(
        typed=clean_text(typed[:200], most=200), problems=(problem,), contacts=first_contacts()
    )
    return make_response(render_template("young_people/receipt.html", page=page), 422)


def _steps(receipt: Receipt) -> tuple[Step, ...]:
    came = Step(
        when=day_words(receipt.day),
        title=gettext("We got your answers"),
        words=gettext("They are safe."),
        done=True,
    )
    return (came, *_read(receipt), _counted(receipt))


def _read(receipt: Receipt) -> tuple[Step, ...]:
    """What is said of her words; the same whatever a youth worker decided, unless they are quoted."""
    if not receipt.comments:
        return ()
    all_read = receipt.comments_read == receipt.comments
    words = (
        gettext("Some of your words are in the report. Nothing in them shows who you are.")
        if receipt.is_quoted
        else ""
    )
    return (
        Step(
            when=_when(is_done=all_read),
            title=gettext("A youth worker read all you wrote")
            if all_read
            else gettext("A youth worker reads what you wrote"),
            words=words,
            done=all_read,
        ),
    )


def _counted(receipt: Receipt) -> Step:
    return Step(
        when=_when(is_done=receipt.is_counted),
        title=gettext("Your answers are in the numbers that the board sees"),
        words=""
        if receipt.is_counted
        else gettext("We add answers when enough new ones are there. That protects you."),
        done=receipt.is_counted,
    )


def _when(*, is_done: bool) -> str:
    return str(gettext("Done") if is_done else gettext("Still to come"))
