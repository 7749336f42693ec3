"""What the board's page shows: the standing item outcome by outcome, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import url_for

from analysis.figures.comparison import ChangeVerdict
from analysis.figures.contrast import Contrast
from analysis.figures.suppression import SafeTable
from feedback_app.board.agenda_beside import (
    Differing,
    IndicatorLine,
    TopicShown,
    anchor_of,
    differing_shown,
    indicator_line,
    topics_shown,
)
from feedback_app.domain.indicators.kinds import Rag
from feedback_app.domain.indicators.queries import OutcomeRecord
from feedback_app.domain.meetings.agenda import Agenda
from feedback_app.domain.meetings.closing import letter
from feedback_app.domain.meetings.document import Quote
from feedback_app.domain.meetings.figures import positive_sentence
from feedback_app.domain.meetings.parts import MeetingLine
from feedback_app.domain.meetings.red_amber import what_moved
from feedback_app.domain.meetings.sections import day_words
from feedback_app.domain.meetings.trust_words import agreement_sentences, checked_sentence
from feedback_app.domain.meetings.voice import AskedQuestion, SurveyVoice, Voice
from feedback_app.domain.meetings.voice_beside import OutcomeBeside, outcomes_beside
from feedback_app.domain.meetings.voice_words import (
    headline,
    index_sentence,
    moved_words,
    population_sentences,
    verdict_tone,
    wave_sentence,
)
from feedback_app.domain.promises.facts import PublishedPromise

QUOTES_AN_OUTCOME = 2
STANDING_PRIORITY = "supported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of the survey, how many agree, and whether that changed; tone: "better", "worse" or empty."""

    wording: str
    agree: str
    change: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeBlock:
    """One outcome: her words beside the figures beside the indicators."""

    title: str
    wording: str
    anchor: str
    statements: tuple[Statement, ...]
    written: str
    sounds: str
    quotes: tuple[Quote, ...]
    indicators: tuple[IndicatorLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """One thing the board is asked, with its letter."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One paper in a list."""

    title: str
    when: str
    status: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseShown:
    """One promise in short."""

    you_said: str
    decision: str
    who: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPage:
    """The whole page; `meeting` is empty where no meeting is planned."""

    headline: str
    meeting: str
    paper_address: str
    differing: tuple[Differing, ...]
    checked: tuple[str, ...]
    who: tuple[str, ...]
    moved: tuple[str, ...]
    red: tuple[IndicatorLine, ...]
    index: str
    standing: tuple[OutcomeBlock, ...]
    others: tuple[OutcomeBlock, ...]
    topics: tuple[TopicShown, ...]
    asked: tuple[AskedLine, ...]
    promises: tuple[PromiseShown, ...]
    papers: tuple[PaperLine, ...]


def agenda_page(
    agenda: Agenda, promises: Sequence[PublishedPromise], papers: Sequence[MeetingLine]
) -> AgendaPage:
    """The page from the item's data."""
    survey = agenda.voice.survey
    outcomes = {one.code: one for one in outcomes_beside(agenda.voice, agenda.now)}
    blocks = {
        one.code: _block(agenda, one, outcomes[one.code])
        for priority in agenda.plan
        for one in priority.outcomes
    }
    standing = [one.code for p in agenda.plan if p.code == STANDING_PRIORITY for one in p.outcomes]
    return AgendaPage(
        headline=headline(agenda.voice),
        meeting="" if agenda.meeting is None else day_words(agenda.on),
        paper_address=""
        if agenda.meeting is None
        else url_for("agenda.show_paper", name=agenda.meeting.name),
        differing=differing_shown(outcomes.values()),
        checked=_checked(agenda.voice),
        who=() if survey is None else (wave_sentence(survey), *population_sentences(survey)),
        moved=_moved(agenda, survey),
        red=tuple(indicator_line(one) for one in agenda.now if one.rag.status is Rag.RED),
        index="" if survey is None else index_sentence(survey).split(" The questions:")[0],
        standing=tuple(blocks[code] for code in standing),
        others=tuple(
            block if outcomes[code].contrast is not Contrast.NONE else _worries(block)
            for code, block in blocks.items()
            if code not in standing
            and (_worries(block).indicators or outcomes[code].contrast is not Contrast.NONE)
        ),
        topics=topics_shown(agenda.voice),
        asked=tuple(AskedLine(letter=letter(place), text=text) for place, text in enumerate(agenda.asked)),
        promises=tuple(_promise(one) for one in promises),
        papers=tuple(paper_line(one) for one in papers),
    )


def paper_line(one: MeetingLine) -> PaperLine:
    """A paper as a line of a list."""
    return PaperLine(
        title=one.title,
        when=day_words(one.report_date),
        status="made up for the demonstration" if one.synthetic else "",
        address=url_for("agenda.show_paper", name=one.name),
    )


def _checked(voice: Voice) -> tuple[str, ...]:
    """How much of the machine's labels people have checked, and how far they agree; nothing before the first wave."""
    if voice.survey is None:
        return ()
    sentences = (checked_sentence(voice.trust), *agreement_sentences(voice.trust, voice.wordings))
    return tuple(one for one in sentences if one)


def _block(agenda: Agenda, outcome: OutcomeRecord, beside: OutcomeBeside) -> OutcomeBlock:
    survey = agenda.voice.survey
    asked = (
        []
        if survey is None
        else [one for one in survey.questions if one.outcome == outcome.code and one.is_scale]
    )
    return OutcomeBlock(
        title=outcome.short,
        wording=outcome.wording,
        anchor=anchor_of(outcome.code),
        statements=tuple(_statement(one) for one in asked),
        written="" if survey is None else _written(survey.themes, outcome.short),
        sounds=beside.says,
        quotes=_quotes(agenda.voice, outcome.code),
        indicators=tuple(indicator_line(one) for one in beside.indicators),
    )


def _statement(one: AskedQuestion) -> Statement:
    return Statement(
        wording=one.wording,
        agree=one.table.note
        if one.table.withheld
        else positive_sentence(one.table, one.positive, said="agree"),
        change=_change(one),
        tone=verdict_tone(one),
    )


def _change(one: AskedQuestion) -> str:
    """The change in few words; the paper gives both shares."""
    if one.change is None:
        return ""
    if one.change.verdict is ChangeVerdict.NO_CLEAR_CHANGE:
        return "No clear change since the last wave."
    return one.change.sentence


def _written(themes: SafeTable, name: str) -> str:
    row = themes.row(name)
    if row is None:
        return ""
    return f"{row.count.text} of {themes.base.text} comments are about this."


def _quotes(voice: Voice, code: str) -> tuple[Quote, ...]:
    found = [one for one in voice.quotes if code in one.themes]
    return tuple(Quote(text=one.text, about=one.question) for one in found[:QUOTES_AN_OUTCOME])


def _worries(block: OutcomeBlock) -> OutcomeBlock:
    """Beside Be Supported, an outcome stands here with what is red or amber of it."""
    worrying = (Rag.RED.value, Rag.AMBER.value)
    return replace(block, indicators=tuple(one for one in block.indicators if one.rag.status in worrying))


def _moved(agenda: Agenda, survey: SurveyVoice | None) -> tuple[str, ...]:
    before = {one.indicator.id: one for one in agenda.before}
    voices = (
        [] if survey is None else [f"{moved_words(one)}." for one in survey.questions if verdict_tone(one)]
    )
    moves = [what_moved(one, before.get(one.indicator.id)) for one in agenda.now]
    return (*voices, *(one for one in moves if one))


def _promise(one: PublishedPromise) -> PromiseShown:
    due = "" if one.facts.due_on is None else f", by {day_words(one.facts.due_on)}"
    return PromiseShown(
        you_said=one.facts.you_said,
        decision=one.facts.decision,
        who=f"{one.facts.owner}{due}",
        status=one.facts.status.words,
    )
