"""The standing item "What young people told us" as parts of a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from feedback_app.domain.indicators.facts import IndicatorReading
from feedback_app.domain.meetings.beside_blocks import (
    beside_blocks,
    differing_blocks,
    topic_blocks,
    trust_blocks,
)
from feedback_app.domain.meetings.document import Block, Quote, Table
from feedback_app.domain.meetings.figures import (
    figure_blocks,
    figure_table,
    grid_blocks,
    most_sentence,
    positive_sentence,
)
from feedback_app.domain.meetings.sections import (
    DETAIL,
    PART,
    QUESTION,
    cited,
    day_words,
    heading,
    row,
    words,
)
from feedback_app.domain.meetings.voice import AskedQuestion, SurveyVoice, Voice, VoxyVoice
from feedback_app.domain.meetings.voice_beside import outcomes_beside
from feedback_app.domain.meetings.voice_words import (
    headline,
    index_sentence,
    method_note,
    population_sentences,
    wave_sentence,
)
from feedback_app.domain.moderation.publishing import PublishableText

TITLE = "What young people told us"
#: So many quotes stand under their theme; further ones follow together at the end of the item.
QUOTES_A_THEME = 3
WITHIN = "voice"


def voice_blocks(voice: Voice, readings: Sequence[IndicatorReading]) -> list[Block]:
    """The item in its order: headline, where figures say otherwise, who answered, what changed, questions, words,
    feelings, VOXY, method. `readings` are the indicators as they stood on the paper's day.
    """
    outcomes = outcomes_beside(voice, readings)
    blocks: list[Block] = [words(headline(voice)), *differing_blocks(outcomes)]
    if voice.survey is not None:
        blocks += _who(voice.survey)
        blocks += _changes(voice.survey)
        blocks += _questions(voice.survey)
    blocks += _words_of_young_people(voice)
    blocks += topic_blocks(voice)
    if voice.survey is not None:
        blocks += _sentiments(voice, voice.survey)
        blocks += beside_blocks(outcomes)
    if voice.voxy is not None:
        blocks += _voxy(voice.voxy)
    blocks += [_detail("How these figures are made"), words(method_note())]
    return [heading(PART, TITLE), *cited(blocks, "1")]


def _detail(text: str) -> Block:
    return heading(DETAIL, text, within=WITHIN)


def _who(survey: SurveyVoice) -> list[Block]:
    blocks: list[Block] = [_detail("Who answered"), words(wave_sentence(survey))]
    blocks += [words(sentence) for sentence in population_sentences(survey)]
    for one in survey.coverage:
        if one.table.withheld:
            blocks.append(words(f"{one.wording} {one.table.note}"))
        else:
            blocks.append(figure_table(one.table))
    return blocks


def _changes(survey: SurveyVoice) -> list[Block]:
    compared = [one for one in survey.questions if one.change is not None]
    blocks: list[Block] = [_detail("What changed since the last wave")]
    if not compared:
        return [*blocks, words("There is no earlier wave with the same wording to compare with.")]
    table = Table(
        caption=f"Change since the wave “{survey.before_title}”",
        description="For each statement, whether the share of people who agree changed since the last wave.",
        headings=("Statement", "Change"),
        rows=tuple(row(one.wording, one.change.sentence) for one in compared if one.change is not None),
    )
    return [*blocks, words(index_sentence(survey)), table]


def _questions(survey: SurveyVoice) -> list[Block]:
    said = (
        f"Each closed question in the exact wording of version {survey.version}. Who said “I'd rather not say” or left "
        "it blank stands outside the base."
    )
    blocks: list[Block] = [_detail("The questions, one by one"), words(said)]
    for one in survey.questions:
        blocks.append(heading(QUESTION, one.wording, within=one.code))
        blocks += figure_blocks(one.table, _sentence(one), anchor=f"chart-{one.code}")
    return blocks


def _sentence(one: AskedQuestion) -> str:
    return positive_sentence(one.table, one.positive) if one.is_scale else most_sentence(one.table)


def _words_of_young_people(voice: Voice) -> list[Block]:
    blocks: list[Block] = [_detail("What they wrote about")]
    if voice.survey is not None:
        themes = voice.survey.themes
        sentence = most_sentence(themes, "Written about most often")
        blocks += figure_blocks(themes, sentence, anchor="chart-themes", unit="Comments")
    return [*blocks, *_quotes(voice)]


def _quotes(voice: Voice) -> list[Block]:
    if not voice.quotes:
        return [words("No quote has been approved by two people yet.")]
    by_theme: dict[str, list[PublishableText]] = {}
    for quote in voice.quotes:
        first = next((theme for theme in quote.themes if theme in voice.wordings), "")
        by_theme.setdefault(first, []).append(quote)
    themed: list[Block] = []
    rest = by_theme.get("", [])
    for code, wording in voice.wordings.items():
        found = by_theme.get(code, [])
        themed += _quoted(found[:QUOTES_A_THEME], wording)
        rest = found[QUOTES_A_THEME:] + rest
    blocks: list[Block] = [_detail("In their own words"), *themed] if themed else []
    if rest:
        title = "More in their own words" if themed else "In their own words"
        blocks += [_detail(title), *_quoted(rest, "")]
    return blocks


def _quoted(quotes: Iterable[PublishableText], about: str) -> list[Block]:
    return [Quote(text=quote.text, about=about or quote.question) for quote in quotes]


def _sentiments(voice: Voice, survey: SurveyVoice) -> list[Block]:
    blocks: list[Block] = [_detail("How it sounds, outcome by outcome"), *trust_blocks(voice)]
    if not voice.trust.shows_sentiment:
        return blocks
    if not survey.sentiments.rows:
        return [*blocks, words("No comment has been read by the machine yet.")]
    said = (
        "The machine's estimate of how comments sound. It is an estimate: what young people say of their own "
        "feeling stands under VOXY, and comes first. Comments in other languages than English are not scored."
    )
    return [*blocks, words(said), *grid_blocks(survey.sentiments, first="Outcome", unit="comments")]


def _voxy(voxy: VoxyVoice) -> list[Block]:
    when = "so far" if voxy.since is None else f"since the last meeting ({day_words(voxy.since)})"
    blocks: list[Block] = [
        _detail("What came through VOXY since the last meeting"),
        words(f"{voxy.responses.text} messages came through VOXY {when}."),
    ]
    blocks += figure_blocks(
        voxy.feelings, most_sentence(voxy.feelings, "How they feel about it"), anchor="chart-feel"
    )
    blocks.append(words(_agreement(voxy)))
    blocks += figure_blocks(
        voxy.topics, most_sentence(voxy.topics, "What it is about"), anchor="chart-topics"
    )
    if not voxy.themes.withheld:
        blocks.append(words(most_sentence(voxy.themes, "Outcomes they wrote about")))
    return blocks


def _agreement(voxy: VoxyVoice) -> str:
    if voxy.agreement.withheld:
        return "Too few messages to say how often the machine's estimate agrees with the feeling they gave themselves."
    told = positive_sentence(
        voxy.agreement, ("The same",), said="sound to the machine as their writer says they feel"
    )
    return told.replace("people who answered", "comments")
