"""What the machine found in comments."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "finding",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("sentiment", sa.Text(), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.Column("read_first", sa.Boolean(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("because", sa.JSON(), nullable=False),
        sa.Column("personal", sa.JSON(), nullable=False),
        sa.Column("abusive", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_finding_comment_id_comment"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("comment_id", name=op.f("pk_finding")),
    )
    op.create_table(
        "finding_theme",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("because", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["finding.comment_id"],
            name=op.f("fk_finding_theme_comment_id_finding"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("comment_id", "code", name=op.f("pk_finding_theme")),
    )
    op.create_index(op.f("ix_finding_theme_code"), "finding_theme", ["code"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f("ix_finding_theme_code"), table_name="finding_theme")
    op.drop_table("finding_theme")
    op.drop_table("finding")
