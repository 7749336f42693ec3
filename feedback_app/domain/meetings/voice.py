"""What young people told us, ready for a paper: every figure has passed the gate, every quote two people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from analysis.figures.comparison import Change, ChangeVerdict, be_supported_index, change
from analysis.figures.suppression import (
    SafeCount,
    SafeGrid,
    SafeTable,
    protect,
    protect_grid_around,
    protect_number,
    published_count,
)
from feedback_app.domain.indicators.queries import outcome_names
from feedback_app.domain.meetings.queries import meeting_before
from feedback_app.domain.meetings.tallies import NEGATIVE, agreement_table, sentiment_grid, theme_table
from feedback_app.domain.meetings.topic_voice import TopicVoice, topics_told
from feedback_app.domain.meetings.trust import Trust, trust_in
from feedback_app.domain.moderation.publishing import PublishableText, quotable
from feedback_app.domain.responses.coverage import AGE_GROUPS, Population, population
from feedback_app.domain.responses.queries import Counts, counts
from feedback_app.domain.waves.queries import previous_wave, survey_of, waves_of
from feedback_app.domain.waves.standing import WaveRecord, WaveStanding
from feedback_app.platform import clock
from surveys.comparing import asked_alike
from surveys.definition import Question, Survey, words_in

SURVEY_SLUG = "be-supported"
VOXY_SLUG = "voxy"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One closed question: its exact wording and version, the figures, and the change since the last wave."""

    code: str
    wording: str
    outcome: str
    version: int
    is_scale: bool
    positive: tuple[str, ...]
    table: SafeTable
    change: Change | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardGroup:
    """An age group, how many of it answered (published figures only) and how many people are in it."""

    label: str
    answered: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyVoice:
    """One wave of the survey. `so_far`: it is still open. `index` and `index_before` are whole per cent or None."""

    title: str
    opened_on: date
    closes_on: date | None
    so_far: bool
    synthetic: bool
    version: int
    responses: SafeCount
    questions: tuple[AskedQuestion, ...]
    coverage: tuple[AskedQuestion, ...]
    heard: tuple[HeardGroup, ...]
    population: Population
    themes: SafeTable
    sentiments: SafeGrid
    index: int | None
    index_before: int | None
    index_wordings: tuple[str, ...]
    before_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoxyVoice:
    """What came through the always-open form since the last meeting; the young people's own feeling first."""

    since: date | None
    responses: SafeCount
    topics: SafeTable
    feelings: SafeTable
    agreement: SafeTable
    themes: SafeTable
    synthetic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Everything the standing item shows; a part is None where there is none yet.

    Figures of labels on which people and the machine agree too little are not in it; `trust` says which and why.
    """

    trust: Trust
    #: What many say that no outcome covers; None where no topic is named.
    topics: TopicVoice | None
    survey: SurveyVoice | None
    voxy: VoxyVoice | None
    quotes: tuple[PublishableText, ...]
    wordings: dict[str, str]


def told_us(session: Session, report_date: date) -> Voice:
    """What young people told us up to a meeting's day: the latest wave, and VOXY since the last meeting.

    Counts stand as of the last batch (SAFETY R-46); an approved quote is there at once.
    """
    now = clock.now()
    last = meeting_before(session, report_date)
    since = None if last is None else last.report_date
    wordings = outcome_names(session)
    wave = _latest(waves_of(session, SURVEY_SLUG), report_date)
    voxy = _latest(waves_of(session, VOXY_SLUG), report_date)
    trust, quotes = _trust(session, wave, voxy), _quotes(session, wave, voxy, since)
    return Voice(
        trust=trust,
        topics=None if wave is None else topics_told(session, wave, previous_wave(session, wave), quotes),
        survey=None if wave is None else _survey_voice(session, wave, wordings, now, trust=trust),
        voxy=None if voxy is None else _voxy_voice(session, voxy, wordings, since, trust=trust),
        quotes=quotes,
        wordings=wordings,
    )


def moved_most(survey: SurveyVoice) -> AskedQuestion | None:
    """The question that changed most since the last wave, falls before rises; None where none clearly did."""
    moved = [
        one
        for one in survey.questions
        if one.change is not None and one.change.verdict in (ChangeVerdict.FELL, ChangeVerdict.ROSE)
    ]
    return min(
        moved, key=lambda one: one.change.points if one.change and one.change.points else 0, default=None
    )


def _latest(waves: tuple[WaveRecord, ...], report_date: date) -> WaveRecord | None:
    opened = [
        wave
        for wave in waves
        if clock.in_london(wave.opens_at).date() <= report_date and wave.opens_at <= clock.now()
    ]
    return opened[0] if opened else None


def _trust(session: Session, wave: WaveRecord | None, voxy: WaveRecord | None) -> Trust:
    """By the checks of the wave that is shown, of the one before it and of VOXY."""
    before = None if wave is None else previous_wave(session, wave)
    found = None if wave is None else counts(session, wave.id)
    others = [one.id for one in (before, voxy) if one is not None]
    return trust_in(session, None if wave is None else wave.id, others, found)


def _survey_voice(
    session: Session, wave: WaveRecord, wordings: dict[str, str], now: datetime, *, trust: Trust
) -> SurveyVoice:
    survey, found = survey_of(wave), counts(session, wave.id)
    before = previous_wave(session, wave)
    earlier = None if before is None else (survey_of(before), counts(session, before.id))
    asked = [
        _asked(one, survey, found, earlier) for one in survey.questions if one.is_choice and one.role is None
    ]
    coverage = {one.code for one in survey.questions if one.coverage}
    return SurveyVoice(
        title=wave.title,
        opened_on=clock.in_london(wave.opens_at).date(),
        closes_on=None if wave.ends_at is None else clock.in_london(wave.ends_at).date(),
        so_far=wave.standing(now) is not WaveStanding.CLOSED,
        synthetic=wave.synthetic,
        version=wave.version,
        responses=protect_number(found.responses),
        questions=tuple(one for one in asked if one.code not in coverage),
        coverage=tuple(one for one in asked if one.code in coverage),
        heard=_heard(survey, found),
        population=population(),
        themes=protect(theme_table(found, wordings, without=trust.withheld)),
        sentiments=protect_grid_around(
            sentiment_grid(found, wordings, without=trust.withheld if trust.shows_sentiment else wordings),
            NEGATIVE,
        ),
        index=_index(survey, found),
        index_before=_index_before(survey, earlier),
        index_wordings=tuple(words_in(one.text, "en") for one in survey.questions if one.in_index),
        before_title="" if before is None else before.title,
    )


def _heard(survey: Survey, found: Counts) -> tuple[HeardGroup, ...]:
    """The two age groups that are compared apart (BOARD rule 10), summed from what the gate let out of the age table."""
    if not survey.has_question("age"):
        return ()
    age = survey.question("age")
    table = protect(found.table(age))
    heard = []
    for label, bands in AGE_GROUPS.items():
        summed = published_count(table, [words_in(age.option(band).text, "en") for band in bands])
        answered = "not shown" if summed is None else str(summed)
        heard.append(HeardGroup(label=label, answered=answered, people=population().of(ages=bands)))
    return tuple(heard)


def _asked(
    question: Question, survey: Survey, found: Counts, earlier: tuple[Survey, Counts] | None
) -> AskedQuestion:
    table = protect(found.table(question))
    positive = tuple(words_in(o.text, "en") for o in question.options if o.positive)
    return AskedQuestion(
        code=question.code,
        wording=words_in(question.text, "en"),
        outcome=question.outcome or "",
        version=survey.version,
        is_scale=bool(positive),
        positive=positive,
        table=table,
        change=_change(question, table, positive, earlier),
    )


def _change(
    question: Question, table: SafeTable, positive: tuple[str, ...], earlier: tuple[Survey, Counts] | None
) -> Change | None:
    if earlier is None or not positive or not asked_alike(question, earlier[0]):
        return None
    return change(protect(earlier[1].table(earlier[0].question(question.code))), table, positive)


def _index(survey: Survey, found: Counts) -> int | None:
    asked = [one for one in survey.questions if one.in_index]
    agree = tuple(words_in(o.text, "en") for o in asked[0].options if o.positive) if asked else ()
    return be_supported_index([protect(found.table(one)) for one in asked], agree)


def _index_before(survey: Survey, earlier: tuple[Survey, Counts] | None) -> int | None:
    if earlier is None:
        return None
    same = all(asked_alike(one, earlier[0]) for one in survey.questions if one.in_index)
    return _index(*earlier) if same else None


def _voxy_voice(
    session: Session, wave: WaveRecord, wordings: dict[str, str], since: date | None, *, trust: Trust
) -> VoxyVoice:
    survey, found = (
        survey_of(wave),
        counts(session, wave.id, first=None if since is None else since + timedelta(days=1)),
    )
    return VoxyVoice(
        since=since,
        responses=protect_number(found.responses),
        topics=protect(found.table(survey.question("topic"))),
        feelings=protect(found.table(survey.question("feel"))),
        agreement=protect(agreement_table(found)),
        themes=protect(theme_table(found, wordings, without=trust.withheld)),
        synthetic=wave.synthetic,
    )


def _quotes(
    session: Session, wave: WaveRecord | None, voxy: WaveRecord | None, since: date | None
) -> tuple[PublishableText, ...]:
    from_survey = () if wave is None else quotable(session, wave_ids=[wave.id])
    from_voxy = () if voxy is None else quotable(session, wave_ids=[voxy.id], since=since)
    return (*from_survey, *from_voxy)
