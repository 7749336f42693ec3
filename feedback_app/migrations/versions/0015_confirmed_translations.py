"""The table of confirmed translations."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "confirmed_translation",
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("read_by", sa.Text(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("noted_by", sa.Uuid(), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmed_translation")),
    )
    op.create_index(
        "ix_confirmed_translation_slug_language", "confirmed_translation", ["slug", "language"], unique=False
    )


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_confirmed_translation_slug_language", table_name="confirmed_translation")
    op.drop_table("confirmed_translation")
