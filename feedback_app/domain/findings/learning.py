"""Learns from what people said of the machine's labels; what comes of it is proposed, and used by nobody yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

import analysis
from analysis.learned.leaning import Leaning, LeaningWeights
from feedback_app.domain.findings.models import Checked, CheckedTheme, Finding
from feedback_app.domain.findings.versions import name_of_feature
from feedback_app.domain.findings.wording import question_words
from feedback_app.domain.responses.models import Comment, CommentState, Response
from feedback_app.domain.waves.models import Wave
from feedback_app.platform.crypto import keyed_hash
from feedback_app.platform.problems import Conflict
from feedback_app.platform.secret import secret_key

if TYPE_CHECKING:
    from analysis.county.rows import Labelled

#: With fewer labels of feelings and of themes alike nothing is learned.
FEWEST_LABELS = 60
#: From so many comments it is estimated how many labels would change.
MOST_TRIED = 2_000
_ENGLISH = "en"


class TooFewLabels(Conflict):
    """There are not enough labels to learn from; str() says how many there are and how many are needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A comment a person has labelled; None where nothing was said. A feeling is only taken in English."""

    text: str
    question: str
    page: str
    response_id: UUID
    sentiment: str | None
    themes: frozenset[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A comment to be read by both versions, to see whether its labels would change."""

    text: str
    question: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What was learned, and how it compares with what is shipped."""

    weights: LeaningWeights
    comparison: Mapping[str, object]


def told(session: Session) -> tuple[Told, ...]:
    """Every comment a person has labelled, but for spam. Raises TooFewLabels."""
    themes: dict[UUID, set[str]] = {}
    for row in session.scalars(select(CheckedTheme)):
        themes.setdefault(row.comment_id, set()).add(row.code)
    rows = session.execute(
        select(Comment, Checked, Finding.language, Wave.definition, Response.language)
        .join(Checked, Checked.comment_id == Comment.id)
        .join(Finding, Finding.comment_id == Comment.id)
        .join(Wave, Wave.id == Comment.wave_id)
        .join(Response, Response.id == Comment.response_id)
        .where(Comment.state != CommentState.SPAM)
        .order_by(Comment.id)
    )
    found = tuple(
        Told(
            text=comment.text,
            question=question_words(definition, comment.field),
            page=page,
            response_id=comment.response_id,
            sentiment=checked.sentiment if language == _ENGLISH else None,
            themes=frozenset(themes.get(comment.id, ())) if checked.has_themes else None,
        )
        for comment, checked, language, definition, page in rows
    )
    felt = sum(one.sentiment is not None for one in found)
    themed = sum(one.themes is not None for one in found)
    if max(felt, themed) < FEWEST_LABELS:
        raise TooFewLabels(
            f"There are {felt} comments whose feeling a person has checked, and {themed} whose themes. "
            f"Learning needs {FEWEST_LABELS} of one of them."
        )
    return found


def to_try(session: Session) -> tuple[Tried, ...]:
    """Comments as they come by their random keys, MOST_TRIED at most."""
    rows = session.execute(
        select(Comment, Wave.definition, Response.language)
        .join(Wave, Wave.id == Comment.wave_id)
        .join(Response, Response.id == Comment.response_id)
        .where(Comment.state != CommentState.SPAM, Comment.read_first.is_not(None))
        .order_by(Comment.id)
        .limit(MOST_TRIED)
    )
    return tuple(
        Tried(text=comment.text, question=question_words(definition, comment.field), page=page)
        for comment, definition, page in rows
    )


def learn(labels: Sequence[Told], tried: Sequence[Tried]) -> Learned:
    """Fit and compare, outside any transaction; takes seconds, and loads what fitting needs only here."""
    from analysis.county.comparing import learn as fit_and_compare  # noqa: PLC0415  # a second, and for this alone
    from analysis.county.rows import Labelled  # noqa: PLC0415

    rows = [_labelled(one, Labelled) for one in labels]
    weights, compared = fit_and_compare(rows, _part, name_of_feature)
    return Learned(
        weights=weights,
        comparison={**compared.as_dict(), "changes": _changes(tried, Leaning(weights, name_of_feature))},
    )


def _labelled(one: Told, kind: "type[Labelled]") -> "Labelled":
    return kind(
        text=one.text,
        question=one.question,
        page=one.page,
        group=one.response_id.hex,
        sentiment=one.sentiment,
        themes=one.themes,
    )


def _part(group: str) -> int:
    """Which fifth a response is held back with: the same every time, and nobody else can tell."""
    return int.from_bytes(keyed_hash(secret_key(), "held back", group.encode())[:8], "big") % 5


def _changes(tried: Sequence[Tried], leaning: Leaning) -> dict[str, int]:
    """Of how many comments the labels would be others."""
    feelings = themes = either = 0
    for one in tried:
        before = analysis.analyse(one.text, one.question, page=one.page)
        after = analysis.analyse(one.text, one.question, page=one.page, leaning=leaning)
        felt = before.sentiment != after.sentiment
        themed = {theme.code for theme in before.themes} != {theme.code for theme in after.themes}
        feelings, themes, either = feelings + felt, themes + themed, either + (felt or themed)
    return {"of": len(tried), "comments": either, "sentiment": feelings, "themes": themes}
