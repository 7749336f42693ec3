"""Replies to responses with a receipt, and where her answers stand among them."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "reply",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("by_lead", sa.Boolean(), nullable=False),
        sa.Column("written_by", sa.Uuid(), nullable=False),
        sa.Column("form_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_reply_response_id_response"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["written_by"], ["person.id"], name=op.f("fk_reply_written_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
        sa.UniqueConstraint("form_id", name=op.f("uq_reply_form_id")),
        sa.UniqueConstraint("response_id", "number", name=op.f("uq_reply_response_id")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_reply_response_id"), "reply", ["response_id"], unique=False)
    op.create_table(
        "reply_answer",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("form_hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["comment.id"],
            name=op.f("fk_reply_answer_comment_id_comment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name=op.f("fk_reply_answer_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("comment_id", name=op.f("pk_reply_answer")),
        sa.UniqueConstraint("form_hash", name=op.f("uq_reply_answer_form_hash")),
        sa.UniqueConstraint("response_id", "number", name=op.f("uq_reply_answer_response_id")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_reply_answer_response_id"), "reply_answer", ["response_id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f("ix_reply_answer_response_id"), table_name="reply_answer")
    op.drop_table("reply_answer")
    op.drop_index(op.f("ix_reply_response_id"), table_name="reply")
    op.drop_table("reply")
