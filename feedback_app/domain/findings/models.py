"""The tables of what the machine found in comments, of what people said of that, and of what was learned from it."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.domain.findings.states import VersionState
from feedback_app.platform.database import Identified, Model


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


class Correction(Identified, Model):
    """That a person agreed with the machine's labels of one comment, or set others; labels and never words."""

    __tablename__ = "correction"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id", ondelete="CASCADE"), index=True)
    #: 1, 2, 3 … of this comment; the last one that is not undone counts.
    number: Mapped[int]
    by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    day: Mapped[date]
    #: What the person says; None where nothing was said of it.
    sentiment: Mapped[str | None]
    themes: Mapped[list[str] | None] = mapped_column(sa.JSON(none_as_null=True))
    #: What the machine had said, and which version of it.
    machine_sentiment: Mapped[str | None]
    machine_themes: Mapped[list[str]]
    machine_version: Mapped[str]
    #: The person had not seen the machine's label, nor a colleague's.
    blind: Mapped[bool]
    undone: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        sa.UniqueConstraint("comment_id", "number"),
        {"sqlite_with_rowid": False},
    )


class Checked(Model):
    """A comment that a person has labelled, and the labels that count for it from then on."""

    __tablename__ = "checked"

    comment_id: Mapped[UUID] = mapped_column(ForeignKey("comment.id", ondelete="CASCADE"), primary_key=True)
    #: None where no person has said a feeling: the machine's counts.
    sentiment: Mapped[str | None]
    #: A person has said the themes, which may be none; otherwise the machine's count.
    has_themes: Mapped[bool]

    __table_args__ = ({"sqlite_with_rowid": False},)


class CheckedTheme(Model):
    """One theme that a person gave a comment."""

    __tablename__ = "checked_theme"

    comment_id: Mapped[UUID] = mapped_column(
        ForeignKey("checked.comment_id", ondelete="CASCADE"), primary_key=True
    )
    code: Mapped[str] = mapped_column(primary_key=True, index=True)

    __table_args__ = ({"sqlite_with_rowid": False},)


class LearnedVersion(Identified, Model):
    """What was learned from people's corrections on top of the shipped weights, and how it compared with them."""

    __tablename__ = "learned_version"

    #: 1, 2, 3 … of this county.
    number: Mapped[int] = mapped_column(unique=True)
    #: The shipped analysis it stands on.
    shipped: Mapped[str]
    state: Mapped[VersionState]
    made_on: Mapped[date]
    #: Who put it to use last, and when.
    used_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    used_on: Mapped[date | None]
    #: Weights by feature: numbers and hashes of features, no words.
    weights: Mapped[dict[str, Any]]
    comparison: Mapped[dict[str, Any]]
