"""The thank-you page: three dated steps, and the receipt's words for the browser that asked for them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask import Response, abort, current_app
from flask_babel import gettext
from markupsafe import escape

from feedback_app.domain.contacts.register import revision
from feedback_app.domain.meetings.queries import NEXT, NoSuchMeeting, find_meeting
from feedback_app.domain.responses.receipts import words_of
from feedback_app.domain.waves.queries import current_wave
from feedback_app.domain.waves.standing import WaveRecord
from feedback_app.domain.waves.taking_back import last_day
from feedback_app.platform import clock
from feedback_app.platform.database import reading
from feedback_app.platform.languages import day_and_month, day_words
from feedback_app.questionnaire.draft_words import pages_are_draft
from feedback_app.questionnaire.kept_page import HOLE, KeptPage, KeptPages, keep
from feedback_app.questionnaire.ways import Ways
from feedback_app.young_people import sent_cookie, ways_kept
from feedback_app.young_people.kept_answer import send_kept
from feedback_app.young_people.standing_pages import first_contacts
from feedback_app.young_people.survey_views import SentPage, Step

TEMPLATE = "young_people/sent.html"
#: Dates move seldom: the page is rendered again every minute, and not for every person.
KEPT_FOR_SECONDS = 60
MOST_KEPT = 64
SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Key:
    slug: str
    has_receipt: bool
    minute: int
    contacts: int
    ways: Ways
    is_draft: bool


def sent_page(slug: str) -> Response:
    """The page for this browser; with no cookie it says thank you all the same.

    :raise 404: there is no such survey.
    """
    now = clock.now()
    sent = sent_cookie.remembered()
    has_receipt = sent is not None and sent.has_receipt
    minute = int(now.timestamp()) // KEPT_FOR_SECONDS
    key = _Key(
        slug=slug,
        has_receipt=has_receipt,
        minute=minute,
        contacts=revision(),
        ways=ways_kept.ways_of_request(),
        is_draft=pages_are_draft(),
    )
    page = _kept(key, now)
    return send_kept(
        page, str(escape(words_of(sent.submission_id))) if sent is not None and has_receipt else ""
    )


def _kept(key: _Key, now: datetime) -> KeptPage:
    kept: KeptPages[_Key] = current_app.extensions.setdefault("kept-sent-pages", KeptPages(most=MOST_KEPT))
    return kept.page(key, lambda: _make(key, now))


def _make(key: _Key, now: datetime) -> KeptPage:
    wave = current_wave(reading(), key.slug, now)
    if wave is None:
        abort(404)
    today = clock.today()
    page = SentPage(
        steps=_steps(wave, today),
        has_receipt=key.has_receipt,
        until=day_words(last_day(wave.closes_at, today)),
        contacts=first_contacts(),
    )
    template = current_app.jinja_env.get_template(TEMPLATE)
    return keep(template.render(page=page, hole=HOLE, ways=key.ways, ways_place=f"sent.{key.slug}"))


def _steps(wave: WaveRecord, today: date) -> tuple[Step, ...]:
    meeting = _next_meeting(today)
    return (
        Step(
            when=gettext("Today, %(day)s", day=day_and_month(today)),
            title=gettext("We have your answers"),
            words=gettext("They are safe with us."),
            done=True,
        ),
        Step(
            when=gettext("By %(day)s", day=day_and_month(_next_working_day(today))),
            title=gettext("A youth worker reads what you wrote"),
            words=gettext("They do not know who you are. They do not read it straight away."),
            done=False,
        ),
        Step(
            when=day_and_month(meeting) if meeting else _after(wave),
            title=gettext("The people in charge hear what young people said"),
            words=gettext("Then we show what they decided on the page “You said, we did”."),
            done=False,
        ),
    )


def _next_meeting(today: date) -> date | None:
    try:
        on = find_meeting(reading(), NEXT).report_date
    except NoSuchMeeting:
        return None
    return on if on >= today else None


def _after(wave: WaveRecord) -> str:
    if wave.ends_at is None:
        return str(gettext("At their next meeting"))
    return str(gettext("After %(day)s", day=day_and_month(clock.in_london(wave.ends_at).date())))


def _next_working_day(day: date) -> date:
    day += timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day
