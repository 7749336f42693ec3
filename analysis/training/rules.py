"""Figures for what is read by rules and lists: what to read first, and personal details."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis import PersonalKind
from analysis.text.concern import by_phrases
from analysis.text.personal import personal
from analysis.text.signs import signs
from analysis.text.sources import read, sources
from analysis.training import worries
from analysis.training.features import Seen
from analysis.training.measures import Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many were found and right, how many were found, how many there were."""

    right: int
    found: int
    wanted: int

    @property
    def recall(self) -> float:
        """The share of what there was that was found (0-1)."""
        return self.right / max(self.wanted, 1)

    @property
    def precision(self) -> float:
        """The share of what was found that was right (0-1)."""
        return self.right / max(self.found, 1)


_BY = {
    "worries by the writer who knew the lists": "w",
    "worries by a second writer": "c",
    "worries by a third writer": "d",
    "worries by a fourth writer, the hardest, a fifth in other languages": "e",
    "worries by a fifth writer, plain and short": "q",
    "worries by a sixth writer, told beside something else": "r",
    "worries by a seventh writer, casual and hinted": "s",
    "worries by an eighth writer": "x",
    "worries by a ninth writer, minimised and half-said": "y",
    "worries by seven more writers": "1234890",
    "worries in other languages, none of that writer's words known": "z",
    "harmless turns of phrase by the writer who knew the lists": "h",
    "harmless turns of phrase by a second writer": "j",
    "harmless turns of phrase by a third writer": "k",
    "harmless turns of phrase by a fourth writer": "t",
    "harmless turns of phrase by a sixth writer, built like disclosures": "g",
    "harmless turns of phrase by an eighth writer, composed as a test": "5",
    "ordinary comments with the words of worry, by a fifth writer": "u",
    "ordinary comments by a ninth writer": "6",
    "long ordinary comments, by a seventh writer": "v",
    "harmless comments in other languages": "p",
}


def read_first() -> dict[str, Counted]:
    """Worry by phrases alone as they are, and with the learned weights where each writer was left out in turn."""
    comments = worries.rows()
    wanted = np.array([row.read_first for row in comments])
    weight = worries.left_out(comments) * worries.UNIT
    said, abroad = _by_lists([row.text for row in comments])
    both = (said & ((weight >= worries.DOUBTFUL) | abroad)) | (weight >= worries.ENOUGH)
    corpus = np.array([row.writer in ("a", "b") for row in comments])
    found = {
        "the corpus, phrases alone": _counted(said, wanted, corpus),
        "the corpus, phrases and learned weights": _counted(both, wanted, corpus),
    }
    for name, writers in _BY.items():
        among = np.array([row.writer in writers for row in comments])
        found[f"{name}, phrases alone"] = _counted(said, wanted, among)
        found[f"{name}, phrases and learned weights"] = _counted(both, wanted, among)
    return found


def _by_lists(texts: Sequence[str]) -> tuple[Flags, Flags]:
    said, abroad = [], []
    for text in texts:
        reading = read(text)
        found = signs(reading, sources().in_text.find(reading.words))
        said.append(by_phrases(reading, found).read_first)
        abroad.append(any(sign.counts and sign.hit.label.group == "abroad" for sign in found))
    return np.array(said), np.array(abroad)


def _counted(flags: Flags, wanted: Flags, among: Flags) -> Counted:
    return Counted(
        right=int((flags & wanted & among).sum()),
        found=int((flags & among).sum()),
        wanted=int((wanted & among).sum()) or int(among.sum()),
    )


def personal_details(rows: Sequence[Seen]) -> dict[PersonalKind, Counted]:
    """For each kind of personal detail the spans found with the same borders as labelled."""
    right: Counter[PersonalKind] = Counter()
    found: Counter[PersonalKind] = Counter()
    wanted: Counter[PersonalKind] = Counter()
    for seen in rows:
        spans = {(span.start, span.end, span.kind) for span in personal(seen.reading)}
        labels = seen.row.labels["personal"]
        assert isinstance(labels, list)  # noqa: S101  # the corpus's own form
        labelled = {(mark["start"], mark["end"], PersonalKind(mark["kind"])) for mark in labels}
        right.update(kind for _, _, kind in spans & labelled)
        found.update(kind for _, _, kind in spans)
        wanted.update(kind for _, _, kind in labelled)
    return {kind: Counted(right=right[kind], found=found[kind], wanted=wanted[kind]) for kind in PersonalKind}
