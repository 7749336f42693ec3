"""Versions of the reading, agreement and comparisons as the engagement officer sees them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from analysis.figures.agreement import Kappa, NoKappa
from feedback_app.domain.findings.agreement import Agreement, LabelAgreement
from feedback_app.domain.findings.learning import FEWEST_LABELS
from feedback_app.domain.findings.states import VersionState
from feedback_app.domain.findings.versions import Progress, VersionRecord
from feedback_app.youth_workers.moderation_words import day_words, theme_words

FEELING = "Feeling"
STATES = {
    VersionState.PROPOSED: "Proposed",
    VersionState.IN_USE: "In use",
    VersionState.RETIRED: "Not in use",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionCard:
    """A version in the list; `use` is "" where it cannot be put to use."""

    name: str
    state: str
    tone: str
    about: str
    better: tuple[str, ...]
    use: str
    rests: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """The versions, how far reading anew has come, and how far people and the machine agree."""

    cards: tuple[VersionCard, ...]
    fewest: int
    roll_back: str
    done: int
    of: int
    progress: str
    checked: str
    agreement: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPart:
    """Feelings or themes compared: figures, and a line a label."""

    title: str
    lines: tuple[tuple[str, ...], ...]
    labels: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UsePage:
    """What putting a version to use would mean, asked before it is done."""

    title: str
    question: str
    words: str
    parts: tuple[ComparisonPart, ...]
    based_on: str
    changes: str
    action: str
    submit_words: str
    back: str


def reading_page(versions: tuple[VersionRecord, ...], progress: Progress, found: Agreement) -> ReadingPage:
    """The page with the list of versions."""
    is_learned = any(one.number is not None and one.state is VersionState.IN_USE for one in versions)
    rows = [_agreement_row(FEELING, found.sentiment)]
    rows += [_agreement_row(theme_words(code), one) for code, one in found.themes.items()]
    share = "" if found.share_checked is None else f" ({found.share_checked:.0%})"
    return ReadingPage(
        cards=tuple(_card(one) for one in versions),
        fewest=FEWEST_LABELS,
        roll_back=url_for("reading.ask_to_roll_back") if is_learned else "",
        done=progress.done,
        of=progress.of,
        progress=(
            "" if progress.done == progress.of else f"{progress.done} of {progress.of} comments read anew"
        ),
        checked=f"A person has checked {found.n_checked} of {found.n_comments} comments{share}.",
        agreement=tuple(rows),
    )


def _agreement_row(label: str, one: LabelAgreement) -> tuple[str, ...]:
    return (label, kappa_words(one.blind), kappa_words(one.seen), kappa_words(one.people))


def kappa_words(kappa: Kappa) -> str:
    """A kappa with its interval and base, or why there is none."""
    match kappa.undefined:
        case NoKappa.NO_PAIRS:
            return "None yet"
        case NoKappa.ONE_LABEL:
            return f"One label only, of {kappa.n}"
        case None:
            interval = kappa.interval
            ends = f" ({interval.low:.2f} to {interval.high:.2f})" if interval else ""
            return f"{kappa.value:.2f}{ends}, of {kappa.n}"


def _card(version: VersionRecord) -> VersionCard:
    is_used = version.state is VersionState.IN_USE
    if version.number is None:
        about = "What ships with the product."
    else:
        about = f"Learned on {day_words(version.made_on)}." if version.made_on else ""
        about += f" Last put to use on {day_words(version.used_on)}" if version.used_on else ""
        about += f" by {version.used_by}." if version.used_by else "." if version.used_on else ""
    return VersionCard(
        name=version.name,
        state=STATES[version.state],
        tone="brand" if is_used else "",
        about=about,
        better=_better(version.comparison or {}),
        use="" if is_used or not version.fits else url_for("reading.ask_to_use", version=short_name(version)),
        rests=not version.fits,
    )


def short_name(version: VersionRecord) -> str:
    """A version's name in an address."""
    return "shipped" if version.number is None else f"county.{version.number}"


def _better(comparison: Mapping[str, Any]) -> tuple[str, ...]:
    found = []
    for key, title in (("sentiment", "Feelings"), ("themes", "Themes")):
        if one := comparison.get(key):
            found.append(
                f"{title}: F1 {one['shipped_f1']['value']:.2f} shipped, {one['learned_f1']['value']:.2f} learned; "
                f"better by {_measured(one['better_by'])}, on {one['n']} comments."
            )
    return tuple(found)


def use_page(version: VersionRecord, *, title: str, action: str) -> UsePage:
    """The comparison with the question whether to use it."""
    comparison: Mapping[str, Any] = version.comparison or {}
    changes = comparison.get("changes")
    return UsePage(
        title=title,
        question=f"Read all comments by {version.name} from now on?",
        words="All comments are read anew, which takes a while; figures follow as they do after new answers. What a "
        "person said of a comment stays. “Read first” does not change, and you can roll back.",
        parts=tuple(
            _part(comparison[key], words)
            for key, words in (("sentiment", "Feelings"), ("themes", "Themes"))
            if comparison.get(key)
        ),
        based_on=_based_on(comparison),
        changes=(
            f"Of {changes['of']} comments {changes['comments']} would have other labels: {changes['sentiment']} "
            f"another feeling, {changes['themes']} other themes."
            if changes
            else ""
        ),
        action=action,
        submit_words="Yes, read by it",
        back=url_for("reading.show_versions"),
    )


def _based_on(comparison: Mapping[str, Any]) -> str:
    if not comparison:
        return "This is what ships with the product. There is nothing to compare it with."
    return (
        f"Compared on {comparison['comments']} comments of {comparison['responses']} responses that people have labelled. "
        "Each fifth was held back in turn, and read by what the others taught. Intervals are 95 %."
    )


def _part(found: Mapping[str, Any], title: str) -> ComparisonPart:
    kind = "F1 over the three feelings" if title == "Feelings" else "F1 over all themes"
    return ComparisonPart(
        title=f"{title}, on {found['n']} comments",
        lines=(
            (
                kind,
                _measured(found["shipped_f1"]),
                _measured(found["learned_f1"]),
                _measured(found["better_by"]),
            ),
            ("Kappa", _plain(found["shipped_kappa"]), _plain(found["learned_kappa"]), ""),
        ),
        labels=tuple(
            (
                theme_words(one["label"]).capitalize() if title == "Feelings" else theme_words(one["label"]),
                str(one["n"]),
                _plain(one["shipped"]),
                _plain(one["learned"]),
            )
            for one in found["by_label"]
            if one["n"]
        ),
    )


def _measured(figure: Mapping[str, float]) -> str:
    return f"{figure['value']:.2f} ({figure['low']:.2f} to {figure['high']:.2f})"


def _plain(value: float | None) -> str:
    return "None" if value is None else f"{value:.2f}"
