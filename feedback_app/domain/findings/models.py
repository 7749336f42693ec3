"""The tables of what the machine found in comments."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.platform.database import Model


class Finding(Model):
    """The machine's reading of one comment: a hint for a person, and the stuff of counts."""

    __tablename__ = "finding"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id", ondelete="CASCADE"), primary_key=True)
    #: The version of the analysis that made it.
    version: Mapped[str]
    language: Mapped[str]
    #: None where the language is not English.
    sentiment: Mapped[str | None]
    score: Mapped[float | None]
    confidence: Mapped[float]
    sure: Mapped[bool]
    read_first: Mapped[bool]
    kinds: Mapped[list[str]]
    because: Mapped[list[str]]
    #: Spans that may identify somebody: [{"start", "end", "kind"}], Python offsets into the text as it was analysed.
    personal: Mapped[list[Any]]
    abusive: Mapped[bool]


class FindingTheme(Model):
    """One theme of one comment, with the words it rests on."""

    __tablename__ = "finding_theme"

    comment_id: Mapped[UUID] = mapped_column(
        ForeignKey("finding.comment_id", ondelete="CASCADE"), primary_key=True
    )
    code: Mapped[str] = mapped_column(primary_key=True, index=True)
    confidence: Mapped[float]
    because: Mapped[list[str]]
