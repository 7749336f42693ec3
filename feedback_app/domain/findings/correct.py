"""A person agrees with the machine's labels of a comment, or sets others; from then on the person's count.

It decides nothing about the comment and hides nothing: neither its place in the queue nor "read first" knows of it
(SAFETY R-57). Kept are labels, who, the day, what the machine had said and its version; never words.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from analysis import THEME_CODES, Sentiment
from feedback_app.domain.audit.record import record
from feedback_app.domain.findings.in_force import labels_in_force
from feedback_app.domain.findings.models import Checked, CheckedTheme, Correction, Finding, FindingTheme
from feedback_app.domain.findings.sample import is_in_sample
from feedback_app.domain.responses.models import Comment
from feedback_app.domain.responses.relabelled import note_relabelled
from feedback_app.domain.waves.models import Wave
from feedback_app.platform import clock
from feedback_app.platform.problems import Conflict, Invalid, Missing


class NotReadYet(Conflict):
    """The machine has not read the comment yet, so there is nothing to agree with."""


class NothingToUndo(Conflict):
    """The last label is somebody else's, or was taken back already."""


class UnknownLabel(Invalid):
    """A label that the codebook does not have, or none at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person says of a comment; None where nothing is said of it. No themes at all is ()."""

    sentiment: str | None = None
    themes: Collection[str] | None = None
    #: Instead of labels: the machine is right about both.
    agrees: bool = False


def correct(session: Session, comment_id: UUID, said: Said, *, by: UUID, unseen: bool) -> None:
    """Keep what a person says of a comment. Said again it is kept once.

    `unseen`: the page did not show the machine's labels. Raises Missing, NotReadYet or UnknownLabel.
    """
    finding, machine = _read(session, comment_id)
    sentiment, themes = _labels(said, finding.sentiment, machine)
    earlier = _entries(session, comment_id)
    if _was_said(earlier, by, sentiment, themes):
        return
    session.add(
        Correction(
            comment_id=comment_id,
            number=max((entry.number for entry in earlier), default=0) + 1,
            by=by,
            day=clock.today(),
            sentiment=sentiment,
            themes=themes,
            machine_sentiment=finding.sentiment,
            machine_themes=machine,
            machine_version=finding.version,
            blind=unseen
            and not said.agrees
            and is_in_sample(comment_id)
            and not _has_spoken(earlier, by, sentiment, themes),
        )
    )
    _put_in_force(session, comment_id)
    record(session, "labels-checked", by=by, subject="comment", subject_id=comment_id)


def undo_correction(session: Session, comment_id: UUID, *, by: UUID) -> None:
    """Take one's last label back; what counted before counts again. Raises Missing or NothingToUndo."""
    _read(session, comment_id)
    standing = [entry for entry in _entries(session, comment_id) if not entry.undone]
    if not standing or standing[-1].by != by:
        raise NothingToUndo("There is no label of yours to take back any more.")
    standing[-1].undone = True
    _put_in_force(session, comment_id)
    record(session, "labels-undone", by=by, subject="comment", subject_id=comment_id)


def _read(session: Session, comment_id: UUID) -> tuple[Finding, list[str]]:
    """The finding and its themes, with the wave held so that nothing is counted meanwhile, and the comment too."""
    of_the_comment = select(Comment.wave_id).where(Comment.id == comment_id).scalar_subquery()
    session.scalar(select(Wave).where(Wave.id == of_the_comment).with_for_update(key_share=True))
    if session.scalar(select(Comment.id).where(Comment.id == comment_id).with_for_update()) is None:
        raise Missing("There is no such comment.")
    finding = session.get(Finding, comment_id)
    if finding is None:
        raise NotReadYet("The machine has not read this comment yet. Try again in a minute.")
    themes = set(session.scalars(select(FindingTheme.code).where(FindingTheme.comment_id == comment_id)))
    return finding, [code for code in THEME_CODES if code in themes]


def _labels(said: Said, feeling: str | None, machine: list[str]) -> tuple[str | None, list[str] | None]:
    if said.agrees:
        return feeling, machine
    if said.sentiment is None and said.themes is None:
        raise UnknownLabel("Choose a feeling or themes first.")
    if said.sentiment is not None and said.sentiment not in list(Sentiment):
        raise UnknownLabel("Choose negative, neutral or positive.")
    if said.themes is None:
        return said.sentiment, None
    if not set(said.themes) <= set(THEME_CODES):
        raise UnknownLabel("Choose themes from the list.")
    return said.sentiment, [code for code in THEME_CODES if code in said.themes]


def _entries(session: Session, comment_id: UUID) -> list[Correction]:
    return list(
        session.scalars(
            select(Correction).where(Correction.comment_id == comment_id).order_by(Correction.number)
        )
    )


def _was_said(earlier: list[Correction], by: UUID, sentiment: str | None, themes: list[str] | None) -> bool:
    """Whether this person's standing word is the last one, and the same."""
    standing = [entry for entry in earlier if not entry.undone]
    if not standing or standing[-1].by != by:
        return False
    return (standing[-1].sentiment, standing[-1].themes) == (sentiment, themes)


def _has_spoken(earlier: list[Correction], by: UUID, sentiment: str | None, themes: list[str] | None) -> bool:
    """Whether this person has labelled the same before, also if it was taken back: by then the machine's was shown."""
    return any(
        entry.by == by
        and ((entry.sentiment and sentiment) or (entry.themes is not None and themes is not None))
        for entry in earlier
    )


def _put_in_force(session: Session, comment_id: UUID) -> None:
    """Let the last that was said and not taken back count; note it where the counts say otherwise."""
    before = labels_in_force(session, [comment_id])
    session.flush()
    standing = [entry for entry in _entries(session, comment_id) if not entry.undone]
    sentiment = next((entry.sentiment for entry in reversed(standing) if entry.sentiment), None)
    themes = next((entry.themes for entry in reversed(standing) if entry.themes is not None), None)
    session.execute(delete(CheckedTheme).where(CheckedTheme.comment_id == comment_id))
    session.execute(delete(Checked).where(Checked.comment_id == comment_id))
    if standing:
        session.add(Checked(comment_id=comment_id, sentiment=sentiment, has_themes=themes is not None))
        session.flush()
        session.add_all(CheckedTheme(comment_id=comment_id, code=code) for code in themes or ())
        session.flush()
    if labels_in_force(session, [comment_id]) != before:
        note_relabelled(session, comment_id)
