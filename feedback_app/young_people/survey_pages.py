"""/s/<slug>: shows the survey, and takes one response."""

from datetime import datetime

from flask import Blueprint, Response, abort, make_response, redirect, request, url_for
from flask_babel import lazy_gettext

from feedback_app.domain.contacts.register import revision
from feedback_app.domain.responses.submit import Stored, Submission, already_stored, submit
from feedback_app.domain.venues.counting import count_code
from feedback_app.domain.waves.definitions import is_instrument
from feedback_app.domain.waves.queries import current_wave, survey_of, wave_by_id
from feedback_app.domain.waves.standing import WaveRecord, WaveStanding, takes_answers
from feedback_app.platform import clock
from feedback_app.platform.access import anyone
from feedback_app.platform.database import reading, transaction
from feedback_app.platform.logging import log_failure
from feedback_app.platform.outage import UNREACHABLE
from feedback_app.platform.problems import Missing
from feedback_app.platform.secret import secret_key
from feedback_app.platform.tasks import wake
from feedback_app.questionnaire import form_token
from feedback_app.questionnaire.draft_words import survey_is_draft
from feedback_app.questionnaire.form_token import FormToken, hidden_fields
from feedback_app.questionnaire.page import (
    PageKey,
    kept_page,
    language_asked_for,
    render_with_problems,
    translation_of,
)
from feedback_app.young_people import came_from, sent_cookie, ways_kept
from feedback_app.young_people.fields import first, read_fields
from feedback_app.young_people.kept_answer import send_kept
from feedback_app.young_people.sent_page import sent_page
from feedback_app.young_people.standing_pages import not_stored, not_taken, unopened_page, waiting_page
from surveys import AnswerProblems, Answers, RawFields, read_answers

bp = Blueprint("survey", __name__)

START_AGAIN = lazy_gettext(
    "We could not check this form, so nothing was sent. Your answers are all here. Please press Send again."
)


@bp.get("/s/<slug>")
@anyone
def show_survey(slug: str) -> Response:
    """The survey of this name, or a kind page while it cannot be answered.

    :raise 404: there is no such survey.
    """
    now = clock.now()
    wave = current_wave(reading(), slug, now)
    if wave is None:
        return unopened_page() if is_instrument(reading(), slug) else abort(404)
    if wave.standing(now) is not WaveStanding.OPEN:
        return waiting_page(wave, now)
    token = form_token.issue(wave.id, now=now)
    page = kept_page(_key(wave), survey_of(wave))
    code = came_from.code_in_address()
    return send_kept(came_from.keeping_code(page, code), _carried(token, code))


@bp.post("/s/<slug>")
@anyone
def send_survey(slug: str) -> Response:
    """Store one response, once, and say so only after it is committed (SAFETY R-85); else give everything back.

    :raise 404: there is no such survey.
    :raise 413: too much at once.
    :raise 415: not a form.
    """
    try:
        return _receive(slug)
    except UNREACHABLE as error:
        return not_stored(slug, read_fields(), incident=log_failure("answer-not-stored", error))


@bp.get("/s/<slug>/sent")
@anyone
def show_sent(slug: str) -> Response:
    """Thank you, what happens next, and the receipt if this browser asked for one.

    :raise 404: there is no such survey.
    """
    return sent_page(slug)


def _receive(slug: str) -> Response:
    now = clock.now()
    wave = current_wave(reading(), slug, now)
    if wave is None:
        abort(404)
    fields = read_fields()
    token = form_token.read(
        first(fields, form_token.TOKEN_FIELD), first(fields, form_token.SUBMISSION_FIELD), secret=secret_key()
    )
    started = _wave_of(token, wave)
    if token is None or started is None:
        return _without_token(wave, fields, now)
    if not takes_answers(started, issued_at=token.issued_at, now=now):
        return _already(slug, token) or not_taken(started, fields, now)
    try:
        answers = read_answers(survey_of(started), fields)
    except AnswerProblems as found:
        return _already(slug, token) or _put_right(started, fields, found, token=token)
    return _store(started, token, answers, venue_code=first(fields, came_from.FIELD))


def _store(wave: WaveRecord, token: FormToken, answers: Answers, *, venue_code: str) -> Response:
    submission = Submission(
        wave_id=token.wave_id,
        submission_id=token.submission_id,
        language=_key(wave).ways.language,
        day=clock.today(),
        answers=answers,
    )
    with transaction() as session:
        stored = submit(session, submission)
        if stored.is_first:
            count_code(session, token.wave_id, venue_code)
    if stored.is_first:
        wake("analyse")
    return _thank(wave.slug, token, stored)


def _thank(slug: str, token: FormToken, stored: Stored) -> Response:
    address = url_for("survey.show_sent", slug=slug, language=ways_kept.asked_language())
    response = make_response(redirect(address, 303))
    sent_cookie.remember(
        response,
        sent_cookie.Sent(
            wave_id=token.wave_id, submission_id=token.submission_id, has_receipt=stored.has_receipt
        ),
    )
    return response


def _already(slug: str, token: FormToken) -> Response | None:
    """The first answer's answer, where this submission is stored already."""
    stored = already_stored(reading(), token.submission_id)
    return None if stored is None else _thank(slug, token, stored)


def _wave_of(token: FormToken | None, wave: WaveRecord) -> WaveRecord | None:
    """The wave that a form was opened for, if it is one of this survey's."""
    if token is None:
        return None
    if token.wave_id == wave.id:
        return wave
    try:
        other = wave_by_id(reading(), token.wave_id)
    except Missing:
        return None
    return other if other.slug == wave.slug else None


def _without_token(wave: WaveRecord, fields: RawFields, now: datetime) -> Response:
    if wave.standing(now) is not WaveStanding.OPEN:
        return not_taken(wave, fields, now)
    return _put_right(wave, fields, None, token=form_token.issue(wave.id, now=now))


def _put_right(
    wave: WaveRecord, fields: RawFields, found: AnswerProblems | None, *, token: FormToken
) -> Response:
    html = render_with_problems(
        _key(wave),
        survey_of(wave),
        raw=fields,
        problems={} if found is None else found.problems,
        of_the_form=START_AGAIN if found is None else "",
        hidden_fields=_carried(token, first(fields, came_from.FIELD)),
    )
    return make_response(html, 422)


def _carried(token: FormToken, venue_code: str) -> str:
    """The hidden inputs of the form: the token's, and the code of the poster that led here."""
    return hidden_fields(token, secret=secret_key()) + came_from.hidden_field(venue_code)


def _key(wave: WaveRecord) -> PageKey:
    survey, ways = survey_of(wave), ways_kept.ways_of_request()
    ways = ways.said_in(language_asked_for(survey, request.args.get(ways_kept.LANGUAGE), ways.language))
    return PageKey(
        wave_id=wave.id,
        closes_at=wave.ends_at,
        ways=ways,
        contacts=revision(),
        is_draft=survey_is_draft(survey, translation_of(survey, ways)),
    )
