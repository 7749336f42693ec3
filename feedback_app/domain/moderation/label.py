"""The labels of a comment as its reader sees them, and what the reader says of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.findings.correct import Said, correct, undo_correction
from feedback_app.domain.findings.models import Correction
from feedback_app.domain.findings.queries import ThemeFound, findings_of
from feedback_app.domain.findings.sample import is_in_sample
from feedback_app.domain.moderation.queries import comment_for
from feedback_app.domain.people.queries import names_of
from feedback_app.domain.safeguarding.conflicts import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsRecord:
    """What the machine and people say of one comment.

    Where it is one of those to be labelled blind, `shows_sentiment` and `shows_themes` are false until this reader has
    said theirs; what is not shown is not in the record.
    """

    shows_sentiment: bool
    shows_themes: bool
    machine_sentiment: str | None
    machine_is_sure: bool
    machine_themes: tuple[ThemeFound, ...]
    version: str
    is_english: bool
    #: What people said last, and so what counts; None where nobody has said anything of it.
    sentiment: str | None
    themes: tuple[str, ...] | None
    checked_by: str
    checked_on: date | None
    may_undo: bool


def labels_of(
    session: Session, comment_id: UUID, *, reader: Reader, may_be_blind: bool
) -> LabelsRecord | None:
    """The labels of a comment for this reader; None until the machine has read it.

    `may_be_blind` is false where the way here told what the machine says. Raises Missing.
    """
    comment_for(session, comment_id, reader=reader)
    finding = findings_of(session, [comment_id]).get(comment_id)
    if finding is None:
        return None
    entries = session.scalars(
        select(Correction).where(Correction.comment_id == comment_id).order_by(Correction.number)
    ).all()
    is_blind = may_be_blind and is_in_sample(comment_id)
    mine = [entry for entry in entries if entry.by == reader.person_id]
    shows_sentiment = not is_blind or any(entry.sentiment for entry in mine)
    shows_themes = not is_blind or any(entry.themes is not None for entry in mine)
    standing = [
        entry for entry in entries if not entry.undone and (shows_sentiment or shows_themes or entry in mine)
    ]
    last = standing[-1] if standing else None
    return LabelsRecord(
        shows_sentiment=shows_sentiment,
        shows_themes=shows_themes,
        machine_sentiment=finding.sentiment if shows_sentiment else None,
        machine_is_sure=finding.sure,
        machine_themes=finding.themes if shows_themes else (),
        version=finding.version,
        is_english=finding.language == "en",
        sentiment=_sentiment(standing) if shows_sentiment else None,
        themes=_themes(standing) if shows_themes else None,
        checked_by=names_of(session, frozenset({last.by}))[last.by] if last else "",
        checked_on=last.day if last else None,
        may_undo=bool(last and last.by == reader.person_id),
    )


def _sentiment(standing: Sequence[Correction]) -> str | None:
    return next((entry.sentiment for entry in reversed(standing) if entry.sentiment), None)


def _themes(standing: Sequence[Correction]) -> tuple[str, ...] | None:
    found = (entry.themes for entry in reversed(standing) if entry.themes is not None)
    return next((tuple(themes) for themes in found), None)


def say_labels(session: Session, comment_id: UUID, said: Said, *, reader: Reader, may_be_blind: bool) -> None:
    """Keep what this reader says of a comment's labels. Raises Missing, NotReadYet or UnknownLabel."""
    comment_for(session, comment_id, reader=reader)
    correct(session, comment_id, said, by=reader.person_id, unseen=may_be_blind)


def take_back_labels(session: Session, comment_id: UUID, *, reader: Reader) -> None:
    """Take back what this reader said last. Raises Missing or NothingToUndo."""
    comment_for(session, comment_id, reader=reader)
    undo_correction(session, comment_id, by=reader.person_id)
