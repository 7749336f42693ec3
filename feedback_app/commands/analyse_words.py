"""Agreement, versions and comparisons as lines for a terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

from analysis.figures.agreement import Kappa, NoKappa
from analysis.figures.counts import wilson
from feedback_app.domain.findings.agreement import Agreement, LabelAgreement
from feedback_app.domain.findings.states import VersionState
from feedback_app.domain.findings.versions import VersionRecord
from feedback_app.domain.safeguarding.found_first import FoundFirst

STATES = {
    VersionState.PROPOSED: "proposed",
    VersionState.IN_USE: "in use",
    VersionState.RETIRED: "retired",
}
_WIDTH = 26


def agreement_lines(found: Agreement) -> Iterator[str]:
    """Everything that is known of agreement, a label a line."""
    share = "" if found.share_checked is None else f" ({found.share_checked:.0%})"
    yield f"{found.n_checked} of {found.n_comments} comments checked by a person{share}."
    yield "Cohen's kappa with its 95 % interval; 1 is full agreement, 0 what chance alone would give."
    yield ""
    yield f"{'':{_WIDTH}}{'labelled blind':28}{'labels seen first':28}{'two people':28}"
    for label in (found.sentiment, *found.themes.values()):
        yield _agreement_line(label)


def _agreement_line(one: LabelAgreement) -> str:
    cells = "".join(f"{kappa_words(kappa):28}" for kappa in (one.blind, one.seen, one.people))
    return f"{one.label:{_WIDTH}}{cells}".rstrip()


def missed_lines(found: FoundFirst) -> Iterator[str]:
    """How much of what people escalated the machine had put first, and the ids of the rest, a line each."""
    if not found.n_escalated:
        yield "No comment has been escalated that the machine had read."
        return
    share, ends = found.n_put_first / found.n_escalated, wilson(found.n_put_first, found.n_escalated)
    yield (
        f"{found.n_put_first} of {found.n_escalated} escalated comments had been put first by the machine "
        f"({share:.0%}, 95 % interval {ends.low:.0%} to {ends.high:.0%})."
    )
    yield from (f"missed: {comment_id}" for comment_id in found.missed)


def kappa_words(kappa: Kappa) -> str:
    """A kappa with its interval and base, or why there is none."""
    match kappa.undefined:
        case NoKappa.NO_PAIRS:
            return "none (n 0)"
        case NoKappa.ONE_LABEL:
            return f"one label only (n {kappa.n})"
        case None:
            interval = kappa.interval
            ends = f"{interval.low:.2f} to {interval.high:.2f}" if interval else ""
            return f"{kappa.value:.2f}, {ends} (n {kappa.n})"


def version_line(version: VersionRecord) -> str:
    """A version with where it stands."""
    state = STATES[version.state]
    if version.number is None:
        return f"{version.name}  shipped{', in use' if version.state is VersionState.IN_USE else ''}"
    made = f"learned on {version.made_on}"
    used = f", put to use on {version.used_on}" if version.used_on else ""
    rests = "" if version.fits else "; rests, since it was learned on another reading: learn again"
    return f"{version.name}  {state}, {made}{used}{rests}"


def comparison_lines(comparison: Mapping[str, Any]) -> Iterator[str]:
    """How the shipped reading and what was learned do on labels that were held back."""
    yield (
        f"Compared on {comparison['comments']} comments of {comparison['responses']} responses, "
        "each fifth of them held back in turn:"
    )
    for title, key, kind in (("feelings", "sentiment", "macro-F1"), ("themes", "themes", "micro-F1")):
        found = comparison[key]
        if found is None:
            yield f"  {title}: no labels"
            continue
        yield (
            f"  {title} (n {found['n']}), {kind}: shipped {_measured(found['shipped_f1'])}, "
            f"learned {_measured(found['learned_f1'])}; better by {_measured(found['better_by'])}"
        )
        yield f"    kappa: shipped {_kappa(found['shipped_kappa'])}, learned {_kappa(found['learned_kappa'])}"
        for one in found["by_label"]:
            if one["n"]:
                yield (
                    f"    {one['label']:{_WIDTH}} n {one['n']:4}  F1 {one['shipped']:.2f} → {one['learned']:.2f}"
                )
    changes = comparison["changes"]
    yield (
        f"Of {changes['of']} comments {changes['comments']} would have other labels: "
        f"{changes['sentiment']} another feeling, {changes['themes']} other themes."
    )


def _measured(figure: Mapping[str, float]) -> str:
    return f"{figure['value']:.2f} ({figure['low']:.2f} to {figure['high']:.2f})"


def _kappa(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"
