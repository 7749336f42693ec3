"""Taking back everything: what stays of it, which is marks, counts owed, and the words of open cases."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("wave", sa.Column("withdrawn_responses", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "withdrawn",
        sa.Column("mark", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_withdrawn")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tally_owed",
        sa.Column("wave_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["wave.id"], name=op.f("fk_tally_owed_wave_id_wave"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tally_owed")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_tally_owed_wave_id"), "tally_owed", ["wave_id"], unique=False)
    op.create_table(
        "case_original",
        sa.Column("escalation_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["escalation_id"],
            ["escalation.id"],
            name=op.f("fk_case_original_escalation_id_escalation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("escalation_id", name=op.f("pk_case_original")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("case_original")
    op.drop_index(op.f("ix_tally_owed_wave_id"), table_name="tally_owed")
    op.drop_table("tally_owed")
    op.drop_table("withdrawn")
    op.drop_column("wave", "withdrawn_responses")
