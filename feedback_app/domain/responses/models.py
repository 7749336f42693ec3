"""The tables of responses and comments, and of the counts folded from them.

No row says more than a day (SAFETY R-03). On SQLite the rows lie in the order of their random keys.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from feedback_app.platform.database import Identified, Model
from surveys import HelperRole, HelpGiven


class ResponseSource(StrEnum):
    """How a response came to us."""

    WEB = "web"
    IMPORT = "import"


class CommentState(StrEnum):
    """Where a comment stands in moderation."""

    UNREAD = "unread"
    HELD = "held"
    COUNT_ONLY = "count_only"
    QUOTE_PROPOSED = "quote_proposed"
    QUOTE_CONFIRMED = "quote_confirmed"
    ESCALATED = "escalated"
    SPAM = "spam"


class Response(Identified, Model):
    """All that one person sent at once; nothing in it says who or exactly when."""

    __tablename__ = "response"

    wave_id: Mapped[UUID] = mapped_column(ForeignKey("wave.id"))
    #: A keyed hash of the submission id: the same id is stored once, and the id itself is nowhere.
    submission_hash: Mapped[bytes] = mapped_column(sa.LargeBinary(32), unique=True)
    #: A keyed hash of the receipt code, where one was asked for.
    receipt_hash: Mapped[bytes | None] = mapped_column(sa.LargeBinary(32), unique=True)
    day: Mapped[date]
    language: Mapped[str] = mapped_column(default="en")
    source: Mapped[ResponseSource] = mapped_column(default=ResponseSource.WEB)
    #: Chosen options by question code: {"know_who": ["agree"]}.
    chosen: Mapped[dict[str, Any]]
    #: What she said of who helped her and how; None: nothing. Its member lists are the columns' checks.
    help_given: Mapped[HelpGiven | None]
    helper_role: Mapped[HelperRole | None]
    #: Whether it is in the counts (SAFETY R-46).
    folded: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        sa.Index("ix_response_wave_day", "wave_id", "day"),
        sa.Index(
            "ix_response_unfolded",
            "wave_id",
            sqlite_where=sa.text("NOT folded"),
            postgresql_where=sa.text("NOT folded"),
        ),
        {"sqlite_with_rowid": False},
    )


class Comment(Identified, Model):
    """One free-text answer as a thing to be read by a person."""

    __tablename__ = "comment"

    response_id: Mapped[UUID] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), index=True)
    wave_id: Mapped[UUID] = mapped_column(ForeignKey("wave.id"))
    question_code: Mapped[str]
    #: The form's field: the question's code, or `code__option` for a text beside "something else".
    field: Mapped[str]
    #: The working copy; redaction is final here, the original is sealed elsewhere.
    text: Mapped[str]
    #: The question may be quoted and she said yes.
    may_quote: Mapped[bool] = mapped_column(default=False)
    day: Mapped[date]
    state: Mapped[CommentState] = mapped_column(default=CommentState.UNREAD)
    #: None until it has been analysed; then it stands with "read first" or not. It orders, and never hides.
    read_first: Mapped[bool | None]
    #: A worker has taken it until then; cleared when its finding is stored.
    leased_until: Mapped[datetime | None]

    __table_args__ = (
        sa.Index("ix_comment_queue", "state", "read_first", "day"),
        sa.Index(
            "ix_comment_waiting",
            "wave_id",
            sqlite_where=sa.text("read_first IS NULL"),
            postgresql_where=sa.text("read_first IS NULL"),
        ),
        {"sqlite_with_rowid": False},
    )


class Tally(Model):
    """One folded count: how many responses (or comments) of a day fall into a cell of a table.

    `subject` names the table: `option` (row = question code, col = option code), `answered` (row = question code,
    col = shown / blank), `responses` (row and col empty), `help` (row = help given, "" not said), `helper` (row = the helper's role, "" not said), `theme` (row = theme code, col = sentiment),
    `comments` (row = question code, col = sentiment), `feel` (row = the feeling chosen, col = the machine's sentiment).
    """

    __tablename__ = "tally"

    wave_id: Mapped[UUID] = mapped_column(ForeignKey("wave.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    row: Mapped[str] = mapped_column(primary_key=True)
    col: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int]


class Owed(Identified, Model):
    """What one withdrawn response still counts for in the tallies, sealed, until the next batch takes it off."""

    __tablename__ = "tally_owed"

    wave_id: Mapped[UUID] = mapped_column(ForeignKey("wave.id", ondelete="CASCADE"), index=True)
    sealed: Mapped[bytes] = mapped_column(sa.LargeBinary)

    __table_args__ = ({"sqlite_with_rowid": False},)


class Held(Model):
    """A response typed from paper once: its words are in the queue, and it counts for nothing until it is typed again."""

    __tablename__ = "response_held"

    response_id: Mapped[UUID] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), primary_key=True)

    __table_args__ = ({"sqlite_with_rowid": False},)


class Relabelled(Model):
    """That a comment in a wave's counts has had other labels since the counts of findings were made."""

    __tablename__ = "tally_relabelled"

    wave_id: Mapped[UUID] = mapped_column(ForeignKey("wave.id", ondelete="CASCADE"), primary_key=True)
    #: A keyed hash of the comment's id: one that was taken back since is still counted with its former labels.
    mark: Mapped[bytes] = mapped_column(sa.LargeBinary(32), primary_key=True)

    __table_args__ = ({"sqlite_with_rowid": False},)


class Withdrawn(Model):
    """A keyed hash of what was taken back, so that neither a resent form nor an old export brings it back."""

    __tablename__ = "withdrawn"

    mark: Mapped[bytes] = mapped_column(sa.LargeBinary(32), primary_key=True)

    __table_args__ = ({"sqlite_with_rowid": False},)
