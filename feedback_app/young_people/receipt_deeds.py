"""What can be done behind a code: read, answer, see one's own answers, take everything back.

Each deed returns its page, or None where the response is not there: then the code is asked for like any unknown one.
"""

from flask import Response, make_response, render_template
from flask_babel import gettext, lazy_gettext

from feedback_app.domain.replies.queries import conversation_of
from feedback_app.domain.replies.rules import MOST_CHARACTERS
from feedback_app.domain.replies.write import NotAReply, TooManyToday, write_answer
from feedback_app.domain.responses.receipts import Receipt, find_by_id
from feedback_app.domain.withdrawals.copy import copy_of
from feedback_app.domain.withdrawals.withdraw import TooLate, what_goes, withdraw
from feedback_app.platform import clock
from feedback_app.platform.database import clear_journal, reading, transaction
from feedback_app.platform.languages import day_words, page_language
from feedback_app.platform.logging import log_failure
from feedback_app.platform.outage import UNREACHABLE
from feedback_app.platform.problems import Missing
from feedback_app.platform.taking_back import keeps_open_cases
from feedback_app.platform.tasks import wake
from feedback_app.questionnaire.problems import too_long
from feedback_app.questionnaire.views import ProblemLine
from feedback_app.young_people import receipt_visit
from feedback_app.young_people.fields import first
from feedback_app.young_people.receipt_views import (
    ANSWER_ID,
    CopyPage,
    GonePage,
    KnownReceiptPage,
    TakeBackPage,
    answer_box,
    steps_of,
    turn_view,
    what_goes_words,
    what_stays_words,
)
from feedback_app.young_people.receipt_visit import Visit
from feedback_app.young_people.standing_pages import first_contacts, not_kept
from surveys import RawFields
from surveys.cleaning import clean_text

KEPT_FIELD = "kept"
ANSWERED = lazy_gettext("We have your answer. A youth worker reads it, but not straight away.")
ENOUGH_TODAY = lazy_gettext(
    "You have sent a lot today. Your words are still here. Please keep them and send them tomorrow."
)
EMPTY = lazy_gettext("Write something first.")


def known_page(visit: Visit, fields: RawFields) -> Response | None:
    """What happened so far; with the answer that was typed before the code was asked for again."""
    return _known(visit, typed=first(fields, KEPT_FIELD))


def answer(visit: Visit, fields: RawFields) -> Response | None:
    """Store her answer, once, and say so only after it is committed; else give her words back."""
    typed = first(fields, ANSWER_ID)
    try:
        with transaction() as session:
            is_first = write_answer(session, visit.response_id, text=typed, form_id=visit.form_id)
    except Missing:
        return None
    except NotAReply as problem:
        words = too_long(problem.length, most=MOST_CHARACTERS) if problem.length else str(EMPTY)
        return _known(visit, typed=typed, error=words, status=422)
    except TooManyToday:
        return _known(visit, typed=typed, error=str(ENOUGH_TODAY), status=409)
    except UNREACHABLE as error:
        return not_kept("/r", fields, incident=log_failure("answer-to-a-reply-not-stored", error))
    if is_first:
        wake("analyse")
    return _known(visit, done=str(ANSWERED))


def show_copy(visit: Visit, fields: RawFields) -> Response | None:
    """All she sent, shown because she asked."""
    receipt = find_by_id(reading(), visit.response_id)
    if receipt is None:
        return None
    sent = copy_of(reading(), visit.response_id, language=page_language().partition("-")[0])
    page = CopyPage(
        visit=_again(visit),
        day=day_words(receipt.day),
        sent=tuple(one for one in sent if not one.is_later),
        later=tuple(text for one in sent if one.is_later for text in one.answers),
        contacts=first_contacts(),
    )
    return make_response(render_template("young_people/receipt_copy.html", page=page))


def ask_before_taking_back(visit: Visit, fields: RawFields) -> Response | None:
    """Says what goes and what stays, and asks once."""
    receipt = find_by_id(reading(), visit.response_id)
    if receipt is None:
        return None
    goes = what_goes(reading(), visit.response_id)
    if goes.is_too_late:
        return _too_late(visit)
    page = TakeBackPage(
        visit=_again(visit),
        day=day_words(receipt.day),
        goes=what_goes_words(goes),
        stays=what_stays_words(keeps_open_cases=keeps_open_cases()),
        contacts=first_contacts(),
    )
    return make_response(render_template("young_people/receipt_take_back.html", page=page))


def take_back(visit: Visit, fields: RawFields) -> Response | None:
    """Take everything back, and say so once it is gone; a second press says the same."""
    try:
        with transaction() as session:
            withdraw(session, visit.response_id)
    except Missing:
        return None
    except TooLate:
        return _too_late(visit)
    clear_journal()
    return make_response(
        render_template("young_people/receipt_gone.html", page=GonePage(contacts=first_contacts()))
    )


def _too_late(visit: Visit) -> Response | None:
    problem = gettext("The last day to take your answers back has passed.")
    return _known(visit, problem=str(problem), status=409)


def _known(
    visit: Visit, *, typed: str = "", done: str = "", error: str = "", problem: str = "", status: int = 200
) -> Response | None:
    receipt = find_by_id(reading(), visit.response_id)
    if receipt is None:
        return None
    turns = conversation_of(reading(), visit.response_id)
    problems = ((error, f"#{ANSWER_ID}"), (problem, ""))
    box = answer_box(clean_text(typed, most=len(typed)), error=error) if turns or typed else None
    page = KnownReceiptPage(
        survey=receipt.wave_title,
        visit=_again(visit),
        done=done,
        problems=tuple(ProblemLine(words=words, address=at) for words, at in problems if words),
        turns=tuple(turn_view(turn) for turn in turns),
        wrote_words=receipt.comments > 0,
        box=box,
        error=error,
        steps=steps_of(receipt),
        until="" if _is_over(receipt) else day_words(receipt.until),
        was_until=day_words(receipt.until) if _is_over(receipt) else "",
        contacts=first_contacts(),
    )
    return make_response(render_template("young_people/receipt_known.html", page=page), status)


def _is_over(receipt: Receipt) -> bool:
    return clock.today() > receipt.until


def _again(visit: Visit) -> str:
    """A visit of its own for the page that is shown now."""
    return receipt_visit.write(receipt_visit.issue(visit.response_id, now=clock.now()))
