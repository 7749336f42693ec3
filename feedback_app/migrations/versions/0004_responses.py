"""Responses, comments and the counts folded from them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "response",
        sa.Column("wave_id", sa.Uuid(), nullable=False),
        sa.Column("submission_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("receipt_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column(
            "source",
            sa.Enum(
                "web", "import", name="responsesource", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("folded", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_response_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("receipt_hash", name=op.f("uq_response_receipt_hash")),
        sa.UniqueConstraint("submission_hash", name=op.f("uq_response_submission_hash")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_response_unfolded",
        "response",
        ["wave_id"],
        unique=False,
        sqlite_where=sa.text("NOT folded"),
        postgresql_where=sa.text("NOT folded"),
    )
    op.create_index("ix_response_wave_day", "response", ["wave_id", "day"], unique=False)
    op.create_table(
        "tally",
        sa.Column("wave_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("col", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["wave.id"], name=op.f("fk_tally_wave_id_wave"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("wave_id", "day", "subject", "row", "col", name=op.f("pk_tally")),
    )
    op.create_table(
        "comment",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("wave_id", sa.Uuid(), nullable=False),
        sa.Column("question_code", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("may_quote", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "unread",
                "held",
                "count_only",
                "quote_proposed",
                "quote_confirmed",
                "escalated",
                "spam",
                name="commentstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("read_first", sa.Boolean(), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_comment_response_id_response"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_comment_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_comment_queue", "comment", ["state", "read_first", "day"], unique=False)
    op.create_index(op.f("ix_comment_response_id"), "comment", ["response_id"], unique=False)
    op.create_index(
        "ix_comment_waiting",
        "comment",
        ["wave_id"],
        unique=False,
        sqlite_where=sa.text("read_first IS NULL"),
        postgresql_where=sa.text("read_first IS NULL"),
    )


def downgrade() -> None:
    """Back."""
    op.drop_index(
        "ix_comment_waiting",
        table_name="comment",
        sqlite_where=sa.text("read_first IS NULL"),
        postgresql_where=sa.text("read_first IS NULL"),
    )
    op.drop_index(op.f("ix_comment_response_id"), table_name="comment")
    op.drop_index("ix_comment_queue", table_name="comment")
    op.drop_table("comment")
    op.drop_table("tally")
    op.drop_index("ix_response_wave_day", table_name="response")
    op.drop_index(
        "ix_response_unfolded",
        table_name="response",
        sqlite_where=sa.text("NOT folded"),
        postgresql_where=sa.text("NOT folded"),
    )
    op.drop_table("response")
