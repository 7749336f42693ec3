"""Everything `make evaluate` measures, in one run on the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.text.folding import word_set
from analysis.training.features import Seen, see, seen_feelings
from analysis.training.feelings import HeldOut, held_out
from analysis.training.fitting import Ints
from analysis.training.measures import Flags, Interval, calibration_error, confusion, macro_f1, with_interval
from analysis.training.outcomes import HeldOutThemes, held_out_themes, micro_f1
from analysis.training.references import references
from analysis.training.texts import SOURCES, YOUNG, rows_about_outcomes

_FEWEST = 40
_SHORT, _LONG = 6, 20
_SLANG = word_set(
    "tbh ngl idk lol lmao bruh bro fam peng bare innit wagwan peak calm sick lit fr imo omg wtf gonna wanna cos cuz coz dunno "
    "ur u r rn smh ffs allow wasteman dead mid slay vibe vibes lowkey highkey literally mad deep safe proper dat dis pls plz"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingFigures:
    """For one source: F1 of ours and of each reference, how far confidence can be trusted, and what was called sure."""

    count: int
    ours: Interval
    accuracy: float
    others: dict[str, float]
    calibration: float
    sure_share: float
    sure_right: float
    table: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All figures about what was learned, and the held-out guesses they come from."""

    feelings: dict[str, FeelingFigures]
    slices: dict[str, dict[str, tuple[int, Interval, Interval | None]]]
    themes: HeldOutThemes
    themes_ours: Interval
    themes_lists: float
    held_out: HeldOut


def evaluate(seen: Sequence[Seen]) -> Evaluation:
    """Measure feelings on all sources and outcomes on the corpus; every guess is of a model that never saw its row."""
    english = [row for row in seen if row.row.sentiment and row.is_english]
    young = [row for row in seen if row.row.source == YOUNG]
    feelings = held_out(english, seen_feelings())
    themes = held_out_themes(young, [see(row) for row in rows_about_outcomes()])
    others = references(english, feelings.labels)
    return Evaluation(
        feelings={source: _feeling(feelings, others, source) for source in SOURCES},
        slices=_slices(feelings, themes),
        themes=themes,
        themes_ours=with_interval(
            [row.row.group for row in young], lambda at: micro_f1(themes.named[at], themes.labels[at])
        ),
        themes_lists=micro_f1(themes.by_lists, themes.labels),
        held_out=feelings,
    )


def _feeling(found: HeldOut, others: dict[str, Ints], source: str) -> FeelingFigures:
    at = np.flatnonzero(np.array([seen.row.source == source for seen in found.rows]))
    labels, guesses, confidence = found.labels[at], found.guesses[at], found.confidence[at]
    right = guesses == labels
    sure = confidence >= found.sure_from
    return FeelingFigures(
        count=len(at),
        ours=_f1(found, at),
        accuracy=float(right.mean()),
        others={name: macro_f1(labels, guessed[at]) for name, guessed in others.items()},
        calibration=calibration_error(confidence, right),
        sure_share=float(sure.mean()),
        sure_right=float(right[sure].mean()),
        table=confusion(labels, guesses),
    )


def _f1(found: HeldOut, at: Ints) -> Interval:
    groups = [found.rows[place].row.group for place in at.tolist()]
    return with_interval(groups, lambda drawn: macro_f1(found.labels[at[drawn]], found.guesses[at[drawn]]))


def _slices(
    feelings: HeldOut, themes: HeldOutThemes
) -> dict[str, dict[str, tuple[int, Interval, Interval | None]]]:
    slices: dict[str, dict[str, tuple[int, Interval, Interval | None]]] = {}
    for heading, name_of in (("age", _age), ("length", _length), ("slang", _slang), ("question", _question)):
        names = np.array([name_of(seen) if seen.row.source == YOUNG else "" for seen in feelings.rows])
        of_themes = np.array([name_of(seen) for seen in themes.rows])
        slices[heading] = {
            name: (
                int((names == name).sum()),
                _f1(feelings, np.flatnonzero(names == name)),
                _themes(themes, of_themes == name),
            )
            for name in sorted(set(names) - {""})
            if (names == name).sum() >= _FEWEST
        }
    return slices


def _themes(found: HeldOutThemes, among: Flags) -> Interval:
    at = np.flatnonzero(among)
    groups = [found.rows[place].row.group for place in at.tolist()]
    return with_interval(groups, lambda drawn: micro_f1(found.named[at[drawn]], found.labels[at[drawn]]))


def _age(seen: Seen) -> str:
    return seen.row.age.replace("_", " to ") or "not said"


def _length(seen: Seen) -> str:
    count = len(seen.reading.words)
    return "1 to 5 words" if count < _SHORT else "6 to 20 words" if count <= _LONG else "more than 20 words"


def _slang(seen: Seen) -> str:
    return "with slang" if any(word.text in _SLANG for word in seen.reading.words) else "without"


def _question(seen: Seen) -> str:
    return seen.row.question or "none"
