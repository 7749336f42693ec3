"""How comments are read that nothing was fitted to, by the weights that ship: composed last, for measuring alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis import Sentiment, analyse
from analysis.training.rules import Counted
from analysis.training.texts import fresh_outcomes, fresh_worries, independent

QUESTION = "What do you want the people in charge to know?"
#: How a set of comments was written, in words.
SETS = {
    "plain": "said plainly, as most people write",
    "pictured": "told in a picture, or with none of the usual words",
}


#: The parts of the independent set, in words.
PARTS = {
    "worry": "a worry",
    "harmless": "only sounding like a worry",
    "outcomes": "outcomes, as in a survey",
    "feelings": "feelings",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the independent set: worries found and others flagged, outcomes, feelings, and feelings called sure."""

    count: int
    worries: Counted
    others: Counted
    outcomes: Counted
    feelings: Counted
    sure: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """Outcomes by how the comments were written; comments to be read first that were found; harmless ones flagged; the independent set."""

    outcomes: Mapping[str, Counted]
    worries: Counted
    harmless: Counted
    independent: Mapping[str, Part]


def fresh() -> Fresh:
    """Read every fresh comment with the shipped weights and count."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for written, text, themes in fresh_outcomes():
        named = {theme.code for theme in analyse(text, QUESTION).themes}
        right[written] += len(named & themes)
        found[written] += len(named)
        wanted[written] += len(themes)
    flags = [(analyse(text, QUESTION).concern.read_first, meant) for text, meant in fresh_worries()]
    flagged, meant = sum(flag for flag, _ in flags), sum(meant for _, meant in flags)
    both = sum(flag and meant for flag, meant in flags)
    return Fresh(
        outcomes={name: Counted(right=right[name], found=found[name], wanted=wanted[name]) for name in SETS},
        worries=Counted(right=both, found=flagged, wanted=meant),
        harmless=Counted(right=0, found=flagged - both, wanted=len(flags) - meant),
        independent={name: _part(name) for name in PARTS},
    )


def _part(name: str) -> Part:
    read = [
        (line, analyse(line.text, line.question or None)) for line in independent() if line.kept_as == name
    ]
    flags = [(found.concern.read_first, line.read_first) for line, found in read]
    named = [({theme.code for theme in found.themes}, line.themes) for line, found in read]
    felt = [(found, line.sentiment) for line, found in read if line.sentiment]
    worries = sum(meant for _, meant in flags)
    both = sum(flag and meant for flag, meant in flags)
    return Part(
        count=len(read),
        worries=Counted(right=both, found=sum(flag for flag, _ in flags), wanted=worries),
        others=Counted(right=0, found=sum(flag for flag, _ in flags) - both, wanted=len(flags) - worries),
        outcomes=Counted(
            right=sum(len(codes & themes) for codes, themes in named),
            found=sum(len(codes) for codes, _ in named),
            wanted=sum(len(themes) for _, themes in named),
        ),
        feelings=_right([(found.sentiment, label) for found, label in felt]),
        sure=_right([(found.sentiment, label) for found, label in felt if found.is_sure]),
    )


def _right(pairs: Sequence[tuple[Sentiment | None, Sentiment]]) -> Counted:
    return Counted(right=sum(guess == label for guess, label in pairs), found=len(pairs), wanted=len(pairs))


def in_words(found: Fresh) -> Iterator[str]:
    """The card's part about them."""
    yield "## Comments that nothing was fitted to"
    yield ""
    yield "Composed after the rest and before the machine had read any of them, labelled once as they were written, read by the weights"
    yield "that ship, and kept for measuring (`fresh-*.jsonl`). No figure here is of a real county's comments."
    yield ""
    yield "| outcomes | labelled | precision | recall | micro-F1 |"
    yield "|---|---|---|---|---|"
    for name, counted in found.outcomes.items():
        f1 = 2 * counted.right / max(counted.found + counted.wanted, 1)
        yield f"| {SETS[name]} | {counted.wanted} | {counted.precision:.2f} | {counted.recall:.2f} | {f1:.2f} |"
    yield ""
    worries, harmless = found.worries, found.harmless
    yield (
        f"Read first: {worries.recall:.0%} of {worries.wanted} worries found, many of them hinted or disguised and some in other "
        f"languages; {worries.precision:.0%} of {worries.found} flags right; {harmless.found} of {harmless.wanted} harmless turns of "
        f"phrase flagged ({harmless.found / max(harmless.wanted, 1):.1%})."
    )
    yield ""
    yield from _independent_in_words(found.independent)


def _independent_in_words(parts: Mapping[str, Part]) -> Iterator[str]:
    yield "### The independent set"
    yield ""
    yield "By a writer none of whose words were fitted, under the questions of the survey (`fresh-independent.jsonl`). Measured after each"
    yield "round of further comments (below); no list, threshold or strength was chosen by it. These are the figures to go by for comments by"
    yield "somebody new, as far as composed comments can tell."
    yield ""
    yield "| comments composed for | number | worries found | others flagged | outcomes, micro-F1 | feeling right | of those called sure |"
    yield "|---|---|---|---|---|---|---|"
    for name, part in parts.items():
        outcomes = 2 * part.outcomes.right / max(part.outcomes.found + part.outcomes.wanted, 1)
        worries, others = part.worries, part.others
        yield (
            f"| {PARTS[name]} | {part.count} | {_share(worries.right, worries.wanted)} | {_share(others.found, others.wanted)} "
            f"| {outcomes:.2f} | {_share(part.feelings.right, part.feelings.wanted)} | {_share(part.sure.right, part.sure.wanted)} |"
        )


def _share(some: int, every: int) -> str:
    return f"{some} of {every} ({some / every:.0%})" if every else "–"
