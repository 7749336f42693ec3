"""/, /you-said and /reports: what is open now, what changed, and what was published."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, render_template
from flask_babel import gettext, lazy_gettext

from feedback_app.domain.contacts.register import ShownContact
from feedback_app.domain.meetings.queries import PublishedPaper, published_papers
from feedback_app.domain.promises.facts import PromiseFacts, PublishedPromise
from feedback_app.domain.promises.kinds import PromiseStatus
from feedback_app.domain.promises.queries import published
from feedback_app.domain.waves.queries import all_waves, current_wave, survey_of
from feedback_app.domain.waves.standing import WaveRecord, WaveStanding
from feedback_app.platform import clock
from feedback_app.platform.access import anyone
from feedback_app.platform.database import reading
from feedback_app.platform.languages import day_words, page_language
from feedback_app.young_people.standing_pages import first_contacts
from surveys import Survey, words_in

bp = Blueprint("published", __name__)

PROMISES_ON_FIRST_PAGE = 2
STATUS_WORDS = {
    PromiseStatus.PLANNED: lazy_gettext("Planned"),
    PromiseStatus.UNDER_WAY: lazy_gettext("Under way"),
    PromiseStatus.DONE: lazy_gettext("Done"),
    PromiseStatus.NOT_POSSIBLE: lazy_gettext("Not possible"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyLine:
    """One survey in a list, with where it leads."""

    slug: str
    title: str
    words: str
    address: str
    link_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """One thing young people said and what came of it, in words."""

    id: str
    theme: str
    you_said: str
    we_did: str
    why_not: str
    who: str
    due: str
    status: str
    is_done: bool
    what_changed: str
    evidence: str
    young_people_say: str
    synthetic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The first page."""

    open: tuple[SurveyLine, ...]
    coming: tuple[SurveyLine, ...]
    promises: tuple[PromiseLine, ...]
    contacts: tuple[ShownContact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YouSaidPage:
    """Every published promise."""

    promises: tuple[PromiseLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One published report, with its addresses."""

    title: str
    day: str
    address: str
    synthetic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsPage:
    """Every published report, the newest first."""

    papers: tuple[PaperLine, ...]


@bp.get("/")
@anyone
def show_home() -> str:
    """What is open now, how to get help, what changed because of young people."""
    now = clock.now()
    waves = _shown_waves(now)
    page = HomePage(
        open=tuple(_open_line(wave) for wave in waves if wave.standing(now) is WaveStanding.OPEN),
        coming=tuple(_coming_line(wave) for wave in waves if wave.standing(now) is WaveStanding.BEFORE),
        promises=tuple(_promise(promise) for promise in published(reading(), limit=PROMISES_ON_FIRST_PAGE)),
        contacts=first_contacts(),
    )
    return render_template("young_people/home.html", page=page)


@bp.get("/you-said")
@anyone
def show_you_said() -> str:
    """What young people said, what was decided, by whom, by when, and where it stands."""
    page = YouSaidPage(promises=tuple(_promise(promise) for promise in published(reading())))
    return render_template("young_people/you_said.html", page=page)


@bp.get("/reports")
@anyone
def show_reports() -> str:
    """The published reports."""
    page = ReportsPage(papers=tuple(_paper(paper) for paper in published_papers(reading())))
    return render_template("young_people/reports.html", page=page)


def _shown_waves(now: datetime) -> tuple[WaveRecord, ...]:
    """For each instrument the wave that its address shows now; those that end stand before those that do not."""
    slugs = sorted({wave.slug for wave in all_waves(reading())})
    waves = [wave for slug in slugs if (wave := current_wave(reading(), slug, now)) is not None]
    return tuple(sorted(waves, key=lambda wave: wave.ends_at is None))


def _open_line(wave: WaveRecord) -> SurveyLine:
    survey = survey_of(wave)
    title = _title(survey)
    if survey.minutes == 1:
        takes = gettext("It takes about one minute. No names.")
    else:
        takes = gettext("It takes about %(number)s minutes. No names.", number=survey.minutes)
    until = ""
    if wave.ends_at is not None:
        until = gettext("It is open until %(day)s.", day=day_words(clock.in_london(wave.ends_at).date()))
    return SurveyLine(
        slug=wave.slug,
        title=title,
        words=f"{takes} {until}".strip(),
        address=f"/s/{wave.slug}",
        link_words=gettext("Open the %(survey)s", survey=title),
    )


def _title(survey: Survey) -> str:
    return words_in(survey.title, page_language())


def _coming_line(wave: WaveRecord) -> SurveyLine:
    return SurveyLine(
        slug=wave.slug,
        title=_title(survey_of(wave)),
        words=gettext("it opens on %(day)s", day=day_words(clock.in_london(wave.opens_at).date())),
        address=f"/s/{wave.slug}",
        link_words="",
    )


def _promise(promise: PublishedPromise) -> PromiseLine:
    facts: PromiseFacts = promise.facts
    return PromiseLine(
        id=promise.id.hex,
        theme=promise.theme_words,
        you_said=facts.you_said,
        we_did=facts.decision,
        why_not=facts.why_not,
        who=facts.owner,
        due="" if facts.due_on is None else day_words(facts.due_on),
        status=str(STATUS_WORDS[facts.status]),
        is_done=facts.status is PromiseStatus.DONE,
        what_changed=facts.what_changed,
        evidence=facts.evidence,
        young_people_say=facts.young_people_say,
        synthetic=facts.synthetic,
    )


def _paper(paper: PublishedPaper) -> PaperLine:
    return PaperLine(
        title=paper.title,
        day=day_words(paper.report_date),
        address=f"/reports/{paper.name}",
        synthetic=paper.synthetic,
    )
