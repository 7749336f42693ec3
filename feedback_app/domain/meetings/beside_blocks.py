"""Young people's words beside the indicators as parts of a document, and how far the machine's labels may be trusted."""

from __future__ import annotations

from collections.abc import Sequence

from feedback_app.domain.meetings.document import Block, Cell, Quote, Row, Table
from feedback_app.domain.meetings.figures import figure_table
from feedback_app.domain.meetings.red_amber import rag_mark
from feedback_app.domain.meetings.sections import DETAIL, heading, row, words
from feedback_app.domain.meetings.trust_words import agreement_sentences, checked_sentence
from feedback_app.domain.meetings.voice import Voice
from feedback_app.domain.meetings.voice_beside import OutcomeBeside, differing
from feedback_app.domain.topics.queries import TITLE

DIFFERING = "Where figures and young people say different things"
BESIDE = "How it sounds beside the indicators"
TOPICS_ARE = (
    "What young people write about that no outcome of the plan speaks of. The machine proposed each topic from words that "
    "many use, a person named it, and a comment counts where it holds enough of those words."
)
RULE = (
    "An outcome stands here where one of its indicators is Green while most comments on it sound negative, or Red while "
    "most sound positive: the lower end of the 95 % interval of that share is above half, on at least 10 comments."
)


def differing_blocks(outcomes: Sequence[OutcomeBeside]) -> list[Block]:
    """Each outcome whose figures say otherwise than young people do, with its base and examples; nothing where none does."""
    found = differing(outcomes)
    if not found:
        return []
    blocks: list[Block] = [heading(DETAIL, DIFFERING, within="voice"), words(RULE)]
    for one in found:
        blocks.append(words(f"{one.headline} {one.says}"))
        blocks += [Quote(text=quote.text, about=one.name) for quote in one.examples]
    return blocks


def beside_blocks(outcomes: Sequence[OutcomeBeside]) -> list[Block]:
    """Each outcome of which there is a share or an indicator: what comments say, and the status of each indicator."""
    shown = [one for one in outcomes if one.has_share or one.indicators]
    if not shown:
        return []
    table = Table(
        caption=BESIDE,
        description="For each outcome, the share of comments that sound negative, and the status of its indicators.",
        headings=("Outcome", "What comments say", "Indicators"),
        rows=tuple(_row(one) for one in shown),
    )
    return [heading(DETAIL, BESIDE, within="voice"), table]


def trust_blocks(voice: Voice) -> list[Block]:
    """The share that people have checked, how far they agree with the machine, and what is withheld for that reason."""
    sentences = (checked_sentence(voice.trust), *agreement_sentences(voice.trust, voice.wordings))
    return [words(sentence) for sentence in sentences if sentence]


def topic_blocks(voice: Voice) -> list[Block]:
    """The named topics that no outcome covers, each with its base, change and approved quotes; nothing without any."""
    if voice.topics is None:
        return []
    blocks: list[Block] = [heading(DETAIL, TITLE, within="voice"), words(TOPICS_ARE)]
    for one in voice.topics.topics:
        blocks.append(words(" ".join(part for part in (f"{one.name}:", one.sentence, one.change) if part)))
        blocks += [Quote(text=quote.text, about=one.name) for quote in one.quotes]
    return [*blocks, figure_table(voice.topics.table, unit="Comments")]


def _row(one: OutcomeBeside) -> Row:
    marks: list[Cell] = []
    for reading in one.indicators:
        marks += [words(reading.indicator.facts.number), rag_mark(reading.rag.status)]
    return row(one.name, one.says, marks or "No indicator")
