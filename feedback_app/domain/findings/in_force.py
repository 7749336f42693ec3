"""The labels that count: a person's where there is one, otherwise the machine's."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Subquery, func, literal, select, union_all
from sqlalchemy.orm import Session

from feedback_app.domain.findings.models import Checked, CheckedTheme, Finding, FindingTheme

#: What a person says needs no confidence; it stands before all that the machine says.
_A_PERSONS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """A feeling (None: none) and themes, in the plan's order."""

    sentiment: str | None
    themes: tuple[str, ...]


def themes_in_force() -> Subquery:
    """The themes that count as `comment_id`, `code`, `confidence`; for statements within the domain."""
    by_person = select(Checked.comment_id).where(Checked.has_themes.is_(True))
    machine = select(FindingTheme.comment_id, FindingTheme.code, FindingTheme.confidence).where(
        FindingTheme.comment_id.not_in(by_person)
    )
    person = select(CheckedTheme.comment_id, CheckedTheme.code, literal(_A_PERSONS).label("confidence"))
    return union_all(machine, person).subquery("theme_in_force")


def sentiment_in_force() -> Any:
    """The feeling that counts; the statement joins Finding, and Checked where there is one."""
    return func.coalesce(Checked.sentiment, Finding.sentiment)


def labels_in_force(session: Session, comment_ids: Collection[UUID]) -> Mapping[UUID, Labels]:
    """The labels that count of some comments, by id; what has no finding is not in it."""
    themes = themes_in_force()
    found: dict[UUID, set[str]] = {}
    for comment_id, code in session.execute(
        select(themes.c.comment_id, themes.c.code).where(themes.c.comment_id.in_(comment_ids))
    ):
        found.setdefault(comment_id, set()).add(code)
    rows = session.execute(
        select(Finding.comment_id, sentiment_in_force())
        .outerjoin(Checked, Checked.comment_id == Finding.comment_id)
        .where(Finding.comment_id.in_(comment_ids))
    )
    return {
        comment_id: Labels(sentiment=sentiment, themes=tuple(sorted(found.get(comment_id, ()))))
        for comment_id, sentiment in rows
    }
