"""Reads findings as frozen records."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.findings.models import Finding, FindingTheme


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFound:
    """A theme and the words it rests on."""

    code: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanFound:
    """Where words may show who somebody is; offsets into the text as it was analysed."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRecord:
    """What the machine made of one comment, and which version of it."""

    version: str
    language: str
    sentiment: str | None
    sure: bool
    read_first: bool
    kinds: tuple[str, ...]
    because: tuple[str, ...]
    personal: tuple[SpanFound, ...]
    abusive: bool
    themes: tuple[ThemeFound, ...]


def findings_of(session: Session, comment_ids: Collection[UUID]) -> Mapping[UUID, FindingRecord]:
    """The findings of these comments by id, in two statements however many; what has none yet is not in it."""
    themes: dict[UUID, list[ThemeFound]] = {}
    for theme in session.scalars(
        select(FindingTheme)
        .where(FindingTheme.comment_id.in_(comment_ids))
        .order_by(FindingTheme.confidence.desc(), FindingTheme.code)
    ):
        themes.setdefault(theme.comment_id, []).append(
            ThemeFound(code=theme.code, because=tuple(theme.because))
        )
    rows = session.scalars(select(Finding).where(Finding.comment_id.in_(comment_ids)))
    return {row.comment_id: _record(row, tuple(themes.get(row.comment_id, ()))) for row in rows}


def _record(row: Finding, themes: tuple[ThemeFound, ...]) -> FindingRecord:
    return FindingRecord(
        version=row.version,
        language=row.language,
        sentiment=row.sentiment,
        sure=row.sure,
        read_first=row.read_first,
        kinds=tuple(row.kinds),
        because=tuple(row.because),
        personal=tuple(SpanFound(start=s["start"], end=s["end"], kind=s["kind"]) for s in row.personal),
        abusive=row.abusive,
        themes=themes,
    )
