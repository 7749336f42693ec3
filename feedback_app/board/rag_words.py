"""A RAG as the tag's macro takes it."""

from __future__ import annotations

from dataclasses import dataclass

from feedback_app.domain.indicators.kinds import Rag


@dataclass(frozen=True, slots=True, kw_only=True)
class RagShown:
    """What the tag prints: a name for its shape and colour, and its words."""

    status: str
    words: str


def shown(status: Rag) -> RagShown:
    """The tag of a status."""
    if status is Rag.NOT_AVAILABLE:
        return RagShown(status="na", words="N/A")
    return RagShown(status=status.value, words=status.word)
