"""The pages of a survey that cannot be answered now, or whose answer could not be taken; nothing typed is lost on them."""

from datetime import datetime

from flask import Response, current_app, make_response, render_template
from flask_babel import gettext, lazy_gettext

from feedback_app.domain.contacts.register import ShownContact
from feedback_app.domain.waves.queries import survey_of
from feedback_app.domain.waves.standing import WaveRecord, WaveStanding
from feedback_app.platform import clock
from feedback_app.platform.languages import day_words
from feedback_app.platform.settings import Settings
from feedback_app.questionnaire.contact_words import said_contacts
from feedback_app.young_people import ways_kept
from feedback_app.young_people.survey_views import KeptField, NotTakenPage, WaitingPage
from surveys import RawFields, Survey
from surveys.cleaning import clean_text

_TITLES = {
    WaveStanding.BEFORE: lazy_gettext("This survey has not opened yet"),
    WaveStanding.PAUSED: lazy_gettext("This survey is having a short break"),
    WaveStanding.CLOSED: lazy_gettext("This survey has closed"),
}
_WORDS = {
    WaveStanding.BEFORE: lazy_gettext("Thank you for looking. Please come back when it is open."),
    WaveStanding.PAUSED: lazy_gettext("Please come back soon. We are sorry that you have to wait."),
    WaveStanding.CLOSED: lazy_gettext(
        "Thank you to everyone who answered. Youth workers read what you wrote."
    ),
}


def waiting_page(wave: WaveRecord, now: datetime) -> Response:
    """A kind page with the dates and where help is, 200."""
    standing = wave.standing(now)
    page = WaitingPage(
        title=str(_TITLES[standing]),
        words=str(_WORDS[standing]),
        dates=_dates(wave, standing),
        contacts=first_contacts(),
    )
    return make_response(render_template("young_people/survey_waiting.html", page=page))


def unopened_page() -> Response:
    """A kind page for a survey that we have and that has never opened, 200."""
    page = WaitingPage(
        title=str(_TITLES[WaveStanding.BEFORE]),
        words=str(_WORDS[WaveStanding.BEFORE]),
        dates="",
        contacts=first_contacts(),
    )
    return make_response(render_template("young_people/survey_waiting.html", page=page))


def not_taken(wave: WaveRecord, fields: RawFields, now: datetime) -> Response:
    """410 after closing and grace, 409 while it rests; her words stand on the page to copy."""
    is_closed = wave.standing(now) is WaveStanding.CLOSED
    title = str(_TITLES[wave.standing(now)])
    if is_closed:
        words = gettext("It closed before you pressed Send, so we could not keep your answers.")
    else:
        words = gettext("We could not keep your answers yet. You can send them again when it is open.")
    page = NotTakenPage(
        title=title,
        words=words,
        texts=_texts(fields, survey_of(wave)),
        address="" if is_closed else _address(wave.slug),
        fields=() if is_closed else _kept(fields),
        incident="",
        contacts=first_contacts(),
    )
    return make_response(
        render_template("young_people/survey_not_taken.html", page=page), 410 if is_closed else 409
    )


def not_stored(slug: str, fields: RawFields, *, incident: str) -> Response:
    """503 that gives the whole form back to send again; needs no database (SAFETY R-90)."""
    return not_kept(_address(slug), fields, incident=incident)


def not_kept(address: str, fields: RawFields, *, incident: str) -> Response:
    """The same for a form of any address."""
    page = NotTakenPage(
        title=gettext("Sorry, we could not save your answers just now"),
        words=gettext("Your answers are still on this page. Wait a minute, then press Send again."),
        texts=(),
        address=address,
        fields=_kept(fields),
        incident=incident,
        contacts=first_contacts(),
    )
    return make_response(render_template("young_people/survey_not_taken.html", page=page), 503)


def first_contacts() -> tuple[ShownContact, ...]:
    """The contacts that stand on every page where somebody writes."""
    settings: Settings = current_app.extensions["settings"]
    return said_contacts(demonstration=settings.demonstration, first_only=True)


def _address(slug: str) -> str:
    """Where a survey's form is sent, in the language in which it was."""
    language = ways_kept.asked_language()
    return f"/s/{slug}?language={language}" if language else f"/s/{slug}"


def _kept(fields: RawFields) -> tuple[KeptField, ...]:
    return tuple(
        KeptField(name=_printable(name), value=_printable(value))
        for name, values in fields.items()
        for value in values
    )


def _texts(fields: RawFields, survey: Survey) -> tuple[str, ...]:
    """What she wrote, and none of what she ticked."""
    written = {question.code for question in survey.questions if question.is_text}
    values = [value for name, sent in fields.items() if name in written or "__" in name for value in sent]
    return tuple(text for text in map(_printable, values) if text.strip())


def _printable(text: str) -> str:
    return clean_text(text, most=len(text))


def _dates(wave: WaveRecord, standing: WaveStanding) -> str:
    ends = "" if wave.ends_at is None else _day(wave.ends_at)
    until = gettext("You can answer until %(day)s.", day=ends) if ends else ""
    match standing:
        case WaveStanding.BEFORE:
            opens = gettext("It opens on %(day)s.", day=_day(wave.opens_at))
            return f"{opens} {until}".strip()
        case WaveStanding.CLOSED:
            return gettext("It closed on %(day)s.", day=ends) if ends else ""
        case _:
            return str(until)


def _day(moment: datetime) -> str:
    return day_words(clock.in_london(moment).date())
