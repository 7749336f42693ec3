"""Forms on paper that are not stored yet, and responses of which only the words are in the queue."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "response_held",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name=op.f("fk_response_held_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("response_id", name=op.f("pk_response_held")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "paper_entry",
        sa.Column("wave_id", sa.Uuid(), nullable=False),
        sa.Column("form_number", sa.Text(), nullable=False),
        sa.Column("typed_on", sa.Date(), nullable=False),
        sa.Column("first", sa.LargeBinary(), nullable=False),
        sa.Column("first_by", sa.Uuid(), nullable=False),
        sa.Column("second", sa.LargeBinary(), nullable=True),
        sa.Column("second_by", sa.Uuid(), nullable=True),
        sa.Column("second_page", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(second IS NULL) = (second_by IS NULL) AND (second IS NULL) = (second_page IS NULL)",
            name=op.f("ck_paper_entry_second_typing_is_whole"),
        ),
        sa.ForeignKeyConstraint(["first_by"], ["person.id"], name=op.f("fk_paper_entry_first_by_person")),
        sa.ForeignKeyConstraint(["second_by"], ["person.id"], name=op.f("fk_paper_entry_second_by_person")),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["wave.id"], name=op.f("fk_paper_entry_wave_id_wave"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_entry")),
        sa.UniqueConstraint("wave_id", "form_number", name=op.f("uq_paper_entry_wave_id")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("paper_entry")
    op.drop_table("response_held")
