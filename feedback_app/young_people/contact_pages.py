"""/contact-me: a form of its own, stored apart from every answer (SAFETY R-54)."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, Response, make_response, redirect, render_template, url_for
from flask_babel import lazy_gettext

from feedback_app.domain.contacts.register import ShownContact
from feedback_app.domain.safeguarding.contact_requests import ask
from feedback_app.platform import clock
from feedback_app.platform.access import anyone
from feedback_app.platform.database import transaction
from feedback_app.platform.secret import secret_key
from feedback_app.questionnaire import form_token
from feedback_app.questionnaire.form_token import FormToken
from feedback_app.questionnaire.views import ProblemLine, QuestionView
from feedback_app.young_people.contact_form import ContactAnswers, empty, questions, read_contact
from feedback_app.young_people.fields import first, read_fields
from feedback_app.young_people.help_pages import HelpPage
from feedback_app.young_people.standing_pages import first_contacts

bp = Blueprint("contact", __name__)

#: The token of this form belongs to no wave, and a wave's token does not open it.
NO_WAVE = UUID(int=0)
START_AGAIN = lazy_gettext(
    "We could not check this form, so nothing was sent. All you typed is here. Please press the button again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPage:
    """The form, with what was typed and what is wrong with it."""

    token: str
    request_id: str
    questions: tuple[QuestionView, ...]
    problems: tuple[ProblemLine, ...]
    contacts: tuple[ShownContact, ...]


@bp.get("/contact-me")
@anyone
def show_form() -> str:
    """The form."""
    return _form(empty(), form_token.issue(NO_WAVE, now=clock.now()))


@bp.post("/contact-me")
@anyone
def send() -> Response:
    """Store the request, sealed, with nothing that leads to an answer.

    :raise 413: too much at once.
    :raise 415: not a form.
    """
    fields = read_fields()
    answers = read_contact(fields)
    token = form_token.read(
        first(fields, form_token.TOKEN_FIELD), first(fields, "request_id"), secret=secret_key()
    )
    if token is None or token.wave_id != NO_WAVE:
        fresh = form_token.issue(NO_WAVE, now=clock.now())
        return make_response(_form(answers, fresh, of_the_form=str(START_AGAIN)), 422)
    if answers.problems:
        return make_response(_form(answers, token), 422)
    with transaction() as session:
        ask(session, how=answers.how, **answers.texts)
    return make_response(redirect(url_for("contact.show_sent"), 303))


@bp.get("/contact-me/sent")
@anyone
def show_sent() -> str:
    """Says what happens with the request."""
    return render_template("young_people/contact_me_sent.html", page=HelpPage(contacts=first_contacts()))


def _form(answers: ContactAnswers, token: FormToken, *, of_the_form: str = "") -> str:
    whole = (ProblemLine(words=of_the_form, address=""),) if of_the_form else ()
    page = ContactPage(
        token=form_token.write(token, secret=secret_key()),
        request_id=token.submission_id.hex,
        questions=questions(answers),
        problems=whole + answers.lines,
        contacts=first_contacts(),
    )
    return render_template("young_people/contact_me.html", page=page)
