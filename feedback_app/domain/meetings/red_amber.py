"""The note on red and amber: what moved, the commentary, and the table of indicators with their RAG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from analysis.figures.rag import Direction, Rag, RagReading
from feedback_app.domain.indicators.facts import IndicatorReading, ValueFacts, plain_decimal
from feedback_app.domain.meetings.document import Block, Cell, RagMark, Row, Table
from feedback_app.domain.meetings.parts import IndicatorPart, Paper, PriorityPart
from feedback_app.domain.meetings.prose import Line, Span, read_prose
from feedback_app.domain.meetings.sections import PART, SECTION, cited, heading, prose, row, words

TITLE = "Note on what is being done in areas rated Red or Amber in the Performance Framework"
DOING = "What is being done to improve performance?"
#: The reason of a status that an old paper prints without saying why.
AS_PRINTED = "As printed in the paper"


def red_amber_section(
    paper: Paper, now: Mapping[UUID, IndicatorReading], before: Mapping[UUID, IndicatorReading]
) -> list[Block]:
    """The section of a paper. `before` holds the readings of the last meeting's day, to say what moved."""
    shown = [part for placed in paper.indicators if isinstance(part := placed.part, IndicatorPart)]
    detailed = any(now[part.indicator_id].value is not None for part in shown)
    blocks: list[Block] = []
    if detailed:
        blocks += _moved(shown, now, before)
    blocks += prose(paper.facts.commentary)
    for priority in paper.priorities:
        blocks += _commentary(priority)
    if shown:
        if detailed:
            blocks.append(words(_counted(printed_rag(part, now[part.indicator_id]) for part in shown)))
        blocks.append(_table(shown, now, detailed=detailed))
    return [heading(SECTION, TITLE, number="2."), *cited(blocks, "2")]


def printed_rag(part: IndicatorPart, reading: IndicatorReading) -> RagReading:
    """The status this paper prints: the one a person set in it, or that of the day's reading."""
    if part.rag is None:
        return reading.rag
    return reading.rag.overridden(part.rag, part.rag_because)


def rag_mark(status: Rag) -> RagMark:
    """A status as word and letter: "Amber (A)", "N/A"."""
    if status is Rag.NOT_AVAILABLE:
        return RagMark(status="na", words=status.letter)
    shape = {Rag.RED: "red", Rag.AMBER: "amber", Rag.GREEN: "green"}[status]
    return RagMark(status=shape, words=f"{status.word} ({status.letter})")  # type: ignore[arg-type]  # one of the four


def value_words(value: ValueFacts, unit: str) -> str:
    """A value with its unit and its period in words: "41 % (February 2020)"."""
    return f"{amount(value.value, unit)} ({value.period.words})"


def amount(number: Decimal, unit: str) -> str:
    """A number with its unit: "41 %", "£1.20", "85 attendances"."""
    if unit.startswith("£"):
        return f"{unit[0]}{plain_decimal(number)}"
    return f"{plain_decimal(number)} {unit}".strip()


def what_moved(reading: IndicatorReading, before: IndicatorReading | None) -> str:
    """A sentence where an indicator's status is another than at the last meeting, else nothing."""
    if before is None or reading.value is None or reading.rag.status is before.rag.status:
        return ""
    facts = reading.indicator.facts
    old, new = before.rag.status, reading.rag.status
    return f"{facts.number} {facts.theme or facts.wording} went from {_word(old)} to {_word(new)}."


def _word(status: Rag) -> str:
    return status.letter if status is Rag.NOT_AVAILABLE else status.word


def _moved(
    shown: Sequence[IndicatorPart],
    now: Mapping[UUID, IndicatorReading],
    before: Mapping[UUID, IndicatorReading],
) -> list[Block]:
    moved = [what_moved(now[part.indicator_id], before.get(part.indicator_id)) for part in shown]
    sentences = [sentence for sentence in moved if sentence]
    if not sentences:
        return [words("What moved since the last meeting: no indicator in this paper changed its status.")]
    return [words("What moved since the last meeting: " + " ".join(sentences))]


def _commentary(part: PriorityPart) -> list[Block]:
    if not part.commentary.strip():
        return []
    title = part.commentary_heading or part.progress_heading or part.heading
    return [heading(PART, title, within="commentary"), *prose(part.commentary)]


def _counted(statuses: Iterable[RagReading]) -> str:
    counts = Counter(reading.status for reading in statuses)
    told = ", ".join(f"{counts[status]} {_word(status)}" for status in Rag if counts[status])
    total = sum(counts.values())
    return f"{total} {'indicator' if total == 1 else 'indicators'} in this paper: {told}. N/A is counted apart and says why."


def _table(shown: Sequence[IndicatorPart], now: Mapping[UUID, IndicatorReading], *, detailed: bool) -> Table:
    figures = ("Latest", "Target", "Direction") if detailed else ()
    return Table(
        caption="Indicators and what is being done",
        description="Each indicator with its RAG status and what is being done to improve performance.",
        headings=("Indicator Number", "RAG", *figures, DOING),
        rows=tuple(_row(part, now[part.indicator_id], detailed=detailed) for part in shown),
        caption_unseen=True,
    )


def _row(part: IndicatorPart, reading: IndicatorReading, *, detailed: bool) -> Row:
    facts = reading.indicator.facts
    rag = printed_rag(part, reading)
    status: list[Cell] = [rag_mark(rag.status)]
    if detailed or (rag.is_override and rag.because != AS_PRINTED):
        status.append(words(rag.because))
    figures = _figures(reading) if detailed else ()
    doing: list[Cell] = [*read_prose(part.doing)]
    return row(_name(facts.number, facts.wording), status, *figures, doing)


def _name(number: str, wording: str) -> Line:
    return (Span(text=f"{number} {wording}"),)


def _figures(reading: IndicatorReading) -> tuple[list[Cell], list[Cell], list[Cell]]:
    facts = reading.indicator.facts
    latest: list[Cell] = []
    if reading.value is not None:
        latest.append(words(value_words(reading.value, facts.unit)))
        if facts.synthetic:
            latest.append(words("Made up for the demonstration."))
    target = [words(amount(facts.target, facts.unit))] if facts.target is not None else []
    return latest or [words("none")], [*target] or [words("none")], [words(direction_words(reading.rag))]


def direction_words(rag: RagReading) -> str:
    """The direction of travel against the last period and against a year ago, in words."""
    if (
        rag.direction is Direction.CANNOT_BE_CALCULATED
        and rag.direction_over_year is Direction.CANNOT_BE_CALCULATED
    ):
        return "cannot be calculated"
    return f"since the last period: {rag.direction.words}; since a year ago: {rag.direction_over_year.words}"
