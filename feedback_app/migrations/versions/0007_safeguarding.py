"""Escalations, sealed originals and contact requests."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "contact_request",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open", "done", name="contactstate", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("done_by", sa.Uuid(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(state = 'done') = (done_by IS NOT NULL)", name=op.f("ck_contact_request_done_by_somebody")
        ),
        sa.ForeignKeyConstraint(["done_by"], ["person.id"], name=op.f("fk_contact_request_done_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_request")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "escalation",
        sa.Column("comment_id", sa.Uuid(), nullable=True),
        sa.Column("response_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "acknowledged",
                "routed",
                "closed",
                "returned",
                name="escalationstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("escalated_by", sa.Uuid(), nullable=False),
        sa.Column("about_person_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "about_person_id IS NULL OR about_person_id <> escalated_by",
            name=op.f("ck_escalation_not_about_oneself"),
        ),
        sa.ForeignKeyConstraint(
            ["about_person_id"], ["person.id"], name=op.f("fk_escalation_about_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_escalation_comment_id_comment"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["escalated_by"], ["person.id"], name=op.f("fk_escalation_escalated_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name=op.f("fk_escalation_response_id_response"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation")),
    )
    op.create_index(op.f("ix_escalation_about_person_id"), "escalation", ["about_person_id"], unique=False)
    op.create_index(op.f("ix_escalation_comment_id"), "escalation", ["comment_id"], unique=False)
    op.create_index("ix_escalation_due", "escalation", ["state", "due_at"], unique=False)
    op.create_index(op.f("ix_escalation_response_id"), "escalation", ["response_id"], unique=False)
    op.create_index(
        "uq_escalation_unfinished",
        "escalation",
        ["comment_id"],
        unique=True,
        sqlite_where=sa.text("state NOT IN ('closed', 'returned')"),
        postgresql_where=sa.text("state NOT IN ('closed', 'returned')"),
    )
    op.create_table(
        "sealed_original",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["comment.id"],
            name=op.f("fk_sealed_original_comment_id_comment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("comment_id", name=op.f("pk_sealed_original")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "escalation_step",
        sa.Column("escalation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "deed",
            sa.Enum(
                "acknowledge",
                "route",
                "close",
                "reopen",
                "return",
                "read_response",
                "read_original",
                name="deed",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "route",
            sa.Enum(
                "999",
                "mash",
                "edt",
                "lado",
                "police",
                "school_lead",
                "support_offered",
                "no_identity",
                name="route",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("reference", sa.LargeBinary(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(deed = 'route') = (route IS NOT NULL)", name=op.f("ck_escalation_step_a_route_where_passed_on")
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_escalation_step_by_person")),
        sa.ForeignKeyConstraint(
            ["escalation_id"],
            ["escalation.id"],
            name=op.f("fk_escalation_step_escalation_id_escalation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation_step")),
    )
    op.create_index(
        op.f("ix_escalation_step_escalation_id"), "escalation_step", ["escalation_id"], unique=False
    )


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f("ix_escalation_step_escalation_id"), table_name="escalation_step")
    op.drop_table("escalation_step")
    op.drop_table("sealed_original")
    op.drop_index(
        "uq_escalation_unfinished",
        table_name="escalation",
        sqlite_where=sa.text("state NOT IN ('closed', 'returned')"),
        postgresql_where=sa.text("state NOT IN ('closed', 'returned')"),
    )
    op.drop_index(op.f("ix_escalation_response_id"), table_name="escalation")
    op.drop_index("ix_escalation_due", table_name="escalation")
    op.drop_index(op.f("ix_escalation_comment_id"), table_name="escalation")
    op.drop_index(op.f("ix_escalation_about_person_id"), table_name="escalation")
    op.drop_table("escalation")
    op.drop_table("contact_request")
