"""The plan, indicators and their values."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "priority",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_priority")),
    )
    op.create_table(
        "indicator",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("framework", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("priority_code", sa.Text(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column(
            "good_is",
            sa.Enum(
                "higher",
                "lower",
                "to_plan",
                name="better",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("baseline", sa.Text(), nullable=True),
        sa.Column("baseline_on", sa.Date(), nullable=True),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("target_origin", sa.Text(), nullable=False),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column(
            "rule",
            sa.Enum(
                "relative_percent",
                "absolute_points",
                "improving_amber",
                "recovers_in_year",
                name="ragrule",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("tolerance", sa.Text(), nullable=False),
        sa.Column("frequency", sa.Text(), nullable=False),
        sa.Column("next_update", sa.Text(), nullable=False),
        sa.Column("synthetic", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["priority_code"], ["priority.code"], name=op.f("fk_indicator_priority_code_priority")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        sa.UniqueConstraint("framework", "number", name=op.f("uq_indicator_framework")),
    )
    op.create_table(
        "outcome",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("priority_code", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("short", sa.Text(), nullable=False),
        sa.Column("printed_number", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["priority_code"], ["priority.code"], name=op.f("fk_outcome_priority_code_priority")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_outcome")),
    )
    op.create_table(
        "indicator_availability",
        sa.Column("indicator_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column(
            "availability",
            sa.Enum(
                "reported",
                "annual_pending",
                "suspended",
                "not_yet",
                "no_target",
                "contextual",
                name="availability",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["indicator.id"],
            name=op.f("fk_indicator_availability_indicator_id_indicator"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_availability")),
        sa.UniqueConstraint("indicator_id", "since", name=op.f("uq_indicator_availability_indicator_id")),
    )
    op.create_table(
        "indicator_outcome",
        sa.Column("indicator_id", sa.Uuid(), nullable=False),
        sa.Column("outcome_code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["indicator.id"],
            name=op.f("fk_indicator_outcome_indicator_id_indicator"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["outcome_code"], ["outcome.code"], name=op.f("fk_indicator_outcome_outcome_code_outcome")
        ),
        sa.PrimaryKeyConstraint("indicator_id", "outcome_code", name=op.f("pk_indicator_outcome")),
    )
    op.create_table(
        "indicator_value",
        sa.Column("indicator_id", sa.Uuid(), nullable=False),
        sa.Column(
            "period_kind",
            sa.Enum(
                "day",
                "month",
                "quarter",
                "school_year",
                "financial_year",
                "year",
                name="periodkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("numerator", sa.Text(), nullable=True),
        sa.Column("denominator", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("judged_by", sa.Text(), nullable=False),
        sa.Column("recovers", sa.Boolean(), nullable=True),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["indicator.id"],
            name=op.f("fk_indicator_value_indicator_id_indicator"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["indicator_value.id"],
            name=op.f("fk_indicator_value_replaces_id_indicator_value"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_value")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_indicator_value_replaces_id")),
    )
    op.create_index(
        "ix_indicator_value_first",
        "indicator_value",
        ["indicator_id", "period_kind", "period_start"],
        unique=True,
        sqlite_where=sa.text("replaces_id IS NULL"),
        postgresql_where=sa.text("replaces_id IS NULL"),
    )
    op.create_index(
        op.f("ix_indicator_value_indicator_id"), "indicator_value", ["indicator_id"], unique=False
    )
    op.create_table(
        "rag_override",
        sa.Column("indicator_id", sa.Uuid(), nullable=False),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column(
            "status",
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
            nullable=False,
        ),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("because <> ''", name=op.f("ck_rag_override_has_a_reason")),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["indicator.id"],
            name=op.f("fk_rag_override_indicator_id_indicator"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rag_override")),
    )
    op.create_index(op.f("ix_rag_override_indicator_id"), "rag_override", ["indicator_id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f("ix_rag_override_indicator_id"), table_name="rag_override")
    op.drop_table("rag_override")
    op.drop_index(op.f("ix_indicator_value_indicator_id"), table_name="indicator_value")
    op.drop_index(
        "ix_indicator_value_first",
        table_name="indicator_value",
        sqlite_where=sa.text("replaces_id IS NULL"),
        postgresql_where=sa.text("replaces_id IS NULL"),
    )
    op.drop_table("indicator_value")
    op.drop_table("indicator_outcome")
    op.drop_table("indicator_availability")
    op.drop_table("outcome")
    op.drop_table("indicator")
    op.drop_table("priority")
