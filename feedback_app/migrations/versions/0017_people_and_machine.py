"""What people say of the machine's labels, which labels count, and what was learned from that."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "correction",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sentiment", sa.Text(), nullable=True),
        sa.Column("themes", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("machine_sentiment", sa.Text(), nullable=True),
        sa.Column("machine_themes", sa.JSON(), nullable=False),
        sa.Column("machine_version", sa.Text(), nullable=False),
        sa.Column("blind", sa.Boolean(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["comment.id"],
            name=op.f("fk_correction_comment_id_comment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_correction_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("comment_id", "number", name=op.f("uq_correction_comment_id")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_correction_comment_id"), "correction", ["comment_id"], unique=False)
    _checked()
    op.create_table(
        "tally_relabelled",
        sa.Column("wave_id", sa.Uuid(), nullable=False),
        sa.Column("mark", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["wave.id"], name=op.f("fk_tally_relabelled_wave_id_wave"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("wave_id", "mark", name=op.f("pk_tally_relabelled")),
        sqlite_with_rowid=False,
    )
    _versions()


def _checked() -> None:
    op.create_table(
        "checked",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("sentiment", sa.Text(), nullable=True),
        sa.Column("has_themes", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_checked_comment_id_comment"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("comment_id", name=op.f("pk_checked")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "checked_theme",
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["checked.comment_id"],
            name=op.f("fk_checked_theme_comment_id_checked"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("comment_id", "code", name=op.f("pk_checked_theme")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_checked_theme_code"), "checked_theme", ["code"], unique=False)


def _versions() -> None:
    op.create_table(
        "learned_version",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("shipped", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "in_use",
                "retired",
                name="versionstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("used_by", sa.Uuid(), nullable=True),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.Column("weights", sa.JSON(), nullable=False),
        sa.Column("comparison", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["used_by"], ["person.id"], name=op.f("fk_learned_version_used_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learned_version")),
        sa.UniqueConstraint("number", name=op.f("uq_learned_version_number")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("learned_version")
    op.drop_table("tally_relabelled")
    op.drop_index(op.f("ix_checked_theme_code"), table_name="checked_theme")
    op.drop_table("checked_theme")
    op.drop_table("checked")
    op.drop_index(op.f("ix_correction_comment_id"), table_name="correction")
    op.drop_table("correction")
