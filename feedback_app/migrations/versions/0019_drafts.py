"""Definitions that are being written, and their earlier states."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "draft",
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("begun_from", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_draft")),
    )
    op.create_table(
        "draft_state",
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["slug"], ["draft.slug"], name=op.f("fk_draft_state_slug_draft"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("slug", "revision", name=op.f("pk_draft_state")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("draft_state")
    op.drop_table("draft")
