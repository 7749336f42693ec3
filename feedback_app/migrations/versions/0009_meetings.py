"""Meetings and their papers."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "meeting",
        sa.Column("report_date", sa.Date(), nullable=False),
        sa.Column("held_on", sa.JSON(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "none",
                "decision",
                "discussion",
                "noting",
                name="purpose",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("priorities_heading", sa.Text(), nullable=False),
        sa.Column("commentary", sa.Text(), nullable=False),
        sa.Column("forward_plan", sa.Text(), nullable=False),
        sa.Column("shows_voice", sa.Boolean(), nullable=False),
        sa.Column("synthetic", sa.Boolean(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "published",
                "withdrawn",
                name="paperstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("document", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "status <> 'published' OR document IS NOT NULL", name=op.f("ck_meeting_published_is_frozen")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("report_date", name=op.f("uq_meeting_report_date")),
    )
    op.create_table(
        "front_sheet_row",
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_front_sheet_row_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_front_sheet_row")),
    )
    op.create_index(op.f("ix_front_sheet_row_meeting_id"), "front_sheet_row", ["meeting_id"], unique=False)
    op.create_table(
        "paper_action",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "open",
                "done",
                "dropped",
                name="actionstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_paper_action_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_action")),
    )
    op.create_index(op.f("ix_paper_action_meeting_id"), "paper_action", ["meeting_id"], unique=False)
    op.create_table(
        "paper_annex",
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_paper_annex_meeting_id_meeting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_annex")),
    )
    op.create_index(op.f("ix_paper_annex_meeting_id"), "paper_annex", ["meeting_id"], unique=False)
    op.create_table(
        "paper_item",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_paper_item_meeting_id_meeting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_item")),
    )
    op.create_index(op.f("ix_paper_item_meeting_id"), "paper_item", ["meeting_id"], unique=False)
    op.create_table(
        "paper_priority",
        sa.Column("priority_code", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("focus", sa.Text(), nullable=False),
        sa.Column("progress_heading", sa.Text(), nullable=False),
        sa.Column("progress_focus", sa.Text(), nullable=False),
        sa.Column("deliverable", sa.Text(), nullable=False),
        sa.Column("progress", sa.Text(), nullable=False),
        sa.Column("next_review", sa.Date(), nullable=True),
        sa.Column("commentary_heading", sa.Text(), nullable=False),
        sa.Column("commentary", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_paper_priority_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["priority_code"], ["priority.code"], name=op.f("fk_paper_priority_priority_code_priority")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_priority")),
        sa.UniqueConstraint("meeting_id", "priority_code", name=op.f("uq_paper_priority_meeting_id")),
    )
    op.create_index(op.f("ix_paper_priority_meeting_id"), "paper_priority", ["meeting_id"], unique=False)
    op.create_table(
        "paper_recommendation",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_paper_recommendation_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_recommendation")),
    )
    op.create_index(
        op.f("ix_paper_recommendation_meeting_id"), "paper_recommendation", ["meeting_id"], unique=False
    )
    op.create_table(
        "paper_indicator",
        sa.Column("indicator_id", sa.Uuid(), nullable=False),
        sa.Column(
            "rag",
            sa.Enum(
                "red",
                "amber",
                "green",
                "not_available",
                name="rag",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("rag_because", sa.Text(), nullable=False),
        sa.Column("doing", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "rag IS NULL OR rag_because <> ''", name=op.f("ck_paper_indicator_override_has_a_reason")
        ),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_paper_indicator_indicator_id_indicator")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_paper_indicator_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_indicator")),
        sa.UniqueConstraint("meeting_id", "indicator_id", name=op.f("uq_paper_indicator_meeting_id")),
    )
    op.create_index(op.f("ix_paper_indicator_meeting_id"), "paper_indicator", ["meeting_id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f("ix_paper_indicator_meeting_id"), table_name="paper_indicator")
    op.drop_table("paper_indicator")
    op.drop_index(op.f("ix_paper_recommendation_meeting_id"), table_name="paper_recommendation")
    op.drop_table("paper_recommendation")
    op.drop_index(op.f("ix_paper_priority_meeting_id"), table_name="paper_priority")
    op.drop_table("paper_priority")
    op.drop_index(op.f("ix_paper_item_meeting_id"), table_name="paper_item")
    op.drop_table("paper_item")
    op.drop_index(op.f("ix_paper_annex_meeting_id"), table_name="paper_annex")
    op.drop_table("paper_annex")
    op.drop_index(op.f("ix_paper_action_meeting_id"), table_name="paper_action")
    op.drop_table("paper_action")
    op.drop_index(op.f("ix_front_sheet_row_meeting_id"), table_name="front_sheet_row")
    op.drop_table("front_sheet_row")
    op.drop_table("meeting")
