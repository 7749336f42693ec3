"""/ways: how somebody likes to read, kept without an account and without a trace."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, Response, make_response, redirect, render_template, request
from flask_babel import gettext

from feedback_app.platform import clock
from feedback_app.platform.access import anyone
from feedback_app.platform.secret import secret_key
from feedback_app.questionnaire import form_token
from feedback_app.questionnaire.form_token import FormToken
from feedback_app.questionnaire.views import ProblemLine, QuestionView
from feedback_app.questionnaire.ways import AS_IT_WAS, Ways
from feedback_app.questionnaire.ways_words import in_words
from feedback_app.young_people import ways_back, ways_kept
from feedback_app.young_people.fields import first, read_fields
from feedback_app.young_people.ways_form import questions, read_ways

bp = Blueprint("ways", __name__)

#: The token of this form belongs to no wave, and no other form's token opens it.
WAYS_FORM = UUID(int=1)
AGAIN = "again"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysPage:
    """The form, with what is chosen, in words as well."""

    token: str
    request_id: str
    to: str
    back: str
    chosen: tuple[str, ...]
    questions: tuple[QuestionView, ...]
    problems: tuple[ProblemLine, ...]


@bp.get("/ways")
@anyone
def show_ways() -> str:
    """The form that asks how somebody likes to read."""
    return _form(ways_kept.ways_of_request(), to=request.args.get(ways_back.PLACE, ""))


@bp.post("/ways")
@anyone
def keep_ways() -> Response:
    """Keep the choices for this browser session and go back to where one was.

    :raise 413: too much at once.
    :raise 415: not a form.
    """
    fields = read_fields()
    ways, to = read_ways(fields), first(fields, ways_back.PLACE)
    token = form_token.read(
        first(fields, form_token.TOKEN_FIELD), first(fields, "request_id"), secret=secret_key()
    )
    if token is None or token.wave_id != WAYS_FORM:
        problem = gettext("We could not check this form. Please press the button again.")
        return make_response(_form(ways, to=to, problem=problem), 422)
    response = make_response(redirect(ways_back.address_of(to), 303))
    ways_kept.keep(response, AS_IT_WAS if first(fields, AGAIN) else ways)
    return response


def _form(ways: Ways, *, to: str, problem: str = "") -> str:
    token: FormToken = form_token.issue(WAYS_FORM, now=clock.now())
    page = WaysPage(
        token=form_token.write(token, secret=secret_key()),
        request_id=token.submission_id.hex,
        to=ways_back.known(to),
        back=ways_back.address_of(to),
        chosen=in_words(ways),
        questions=questions(ways),
        problems=(ProblemLine(words=problem, address=""),) if problem else (),
    )
    return render_template("young_people/ways.html", page=page)
