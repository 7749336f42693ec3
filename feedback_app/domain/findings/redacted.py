"""Keeps a finding true to a comment from which words were taken out."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from feedback_app.domain.findings.models import Finding, FindingTheme


def follow_redaction(
    session: Session, comment_id: UUID, *, cuts: Sequence[tuple[int, int]], put: str, text: str
) -> None:
    """Move the spans of a finding, and forget every phrase that the comment no longer holds (SAFETY R-62).

    `cuts` are the ranges of the former text that `put` stands for now, in order and apart; `text` is the new text.
    """
    finding = session.get(Finding, comment_id)
    if finding is None:
        return
    finding.personal = [
        {**span, "start": span["start"] + shift, "end": span["end"] + shift}
        for span in finding.personal
        if (shift := _shift(span["start"], span["end"], cuts, len(put))) is not None
    ]
    finding.because = _still_there(finding.because, text)
    for theme in session.scalars(select(FindingTheme).where(FindingTheme.comment_id == comment_id)):
        theme.because = _still_there(theme.because, text)


def _shift(start: int, end: int, cuts: Sequence[tuple[int, int]], put: int) -> int | None:
    """How far a span moves; None when a cut touches it."""
    moved = 0
    for cut_start, cut_end in cuts:
        if cut_start < end and start < cut_end:
            return None
        if cut_end <= start:
            moved += put - (cut_end - cut_start)
    return moved


def _still_there(phrases: Sequence[str], text: str) -> list[str]:
    held = text.casefold()
    return [phrase for phrase in phrases if phrase.casefold() in held]
