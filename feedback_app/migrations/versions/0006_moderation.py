"""Decisions on comments and quotes."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "waiting_mail",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_waiting_mail_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_waiting_mail")),
    )
    op.create_table(
        "decision",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "decision",
            sa.Enum(
                "quote",
                "count_only",
                "hold",
                "spam",
                "confirm",
                "send_back",
                name="decision",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "reason",
            sa.Enum(
                "shows_who",
                "names_staff",
                "second_reader",
                "unclear",
                "other_language",
                "unkind",
                name="reason",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "state_before",
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
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "decision NOT IN ('hold', 'send_back') OR reason IS NOT NULL",
            name=op.f("ck_decision_a_reason_to_hold"),
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_decision_by_person")),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_decision_comment_id_comment"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["undone_by"], ["person.id"], name=op.f("fk_decision_undone_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("comment_id", "number", name=op.f("uq_decision_comment_id")),
    )
    op.create_index(op.f("ix_decision_comment_id"), "decision", ["comment_id"], unique=False)
    op.create_table(
        "quote",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("cleared", sa.Boolean(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("redacted_by", sa.Uuid(), nullable=True),
        sa.Column("confirmed_by", sa.Uuid(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(confirmed_by IS NULL) = (confirmed_at IS NULL)", name=op.f("ck_quote_confirmed_by_somebody")
        ),
        sa.CheckConstraint("confirmed_by <> proposed_by", name=op.f("ck_quote_two_different_people")),
        sa.CheckConstraint("confirmed_by <> redacted_by", name=op.f("ck_quote_not_by_who_redacted")),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_quote_comment_id_comment"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["confirmed_by"], ["person.id"], name=op.f("fk_quote_confirmed_by_person")),
        sa.ForeignKeyConstraint(["proposed_by"], ["person.id"], name=op.f("fk_quote_proposed_by_person")),
        sa.ForeignKeyConstraint(["redacted_by"], ["person.id"], name=op.f("fk_quote_redacted_by_person")),
        sa.PrimaryKeyConstraint("comment_id", name=op.f("pk_quote")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "redaction",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_redaction_by_person")),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_redaction_comment_id_comment"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redaction")),
        sa.UniqueConstraint("comment_id", "number", name=op.f("uq_redaction_comment_id")),
    )
    op.create_index(op.f("ix_redaction_comment_id"), "redaction", ["comment_id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f("ix_redaction_comment_id"), table_name="redaction")
    op.drop_table("redaction")
    op.drop_table("quote")
    op.drop_index(op.f("ix_decision_comment_id"), table_name="decision")
    op.drop_table("decision")
    op.drop_table("waiting_mail")
