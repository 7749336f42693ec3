"""How comments are read that nothing was fitted to, by the weights that ship: composed last, for measuring alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis import analyse
from analysis.training.rules import Counted
from analysis.training.texts import fresh_outcomes, fresh_worries

QUESTION = "What do you want the people in charge to know?"
#: How a set of comments was written, in words.
SETS = {
    "plain": "said plainly, as most people write",
    "pictured": "told in a picture, or with none of the usual words",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """Outcomes by how the comments were written; comments to be read first that were found; harmless ones flagged."""

    outcomes: Mapping[str, Counted]
    worries: Counted
    harmless: Counted


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
    )


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
