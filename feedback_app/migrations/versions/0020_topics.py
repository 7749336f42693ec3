"""Topics that no outcome covers, the comments about them, and how many there were in each wave."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "topic",
        sa.Column("wave_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "named",
                "dropped",
                "merged",
                name="topicstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("into_id", sa.Uuid(), nullable=True),
        sa.Column("near_id", sa.Uuid(), nullable=True),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("stability", sa.Double(), nullable=False),
        sa.Column("found_on", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "state <> 'named' OR name IS NOT NULL", name=op.f("ck_topic_a_named_one_has_a_name")
        ),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("fk_topic_decided_by_person")),
        sa.ForeignKeyConstraint(
            ["into_id"], ["topic.id"], name=op.f("fk_topic_into_id_topic"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["near_id"], ["topic.id"], name=op.f("fk_topic_near_id_topic"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["wave.id"], name=op.f("fk_topic_wave_id_wave"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic")),
    )
    op.create_index(op.f("ix_topic_wave_id"), "topic", ["wave_id"], unique=False)
    op.create_table(
        "topic_look",
        sa.Column("wave_id", sa.Uuid(), nullable=False),
        sa.Column("looked_on", sa.Date(), nullable=False),
        sa.Column("given", sa.Integer(), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["wave.id"], name=op.f("fk_topic_look_wave_id_wave"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("wave_id", name=op.f("pk_topic_look")),
    )
    op.create_table(
        "topic_count",
        sa.Column("topic_id", sa.Uuid(), nullable=False),
        sa.Column("wave_id", sa.Uuid(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_topic_count_topic_id_topic"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["wave_id"], ["wave.id"], name=op.f("fk_topic_count_wave_id_wave"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("topic_id", "wave_id", name=op.f("pk_topic_count")),
    )
    op.create_table(
        "topic_comment",
        sa.Column("topic_id", sa.Uuid(), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["comment.id"],
            name=op.f("fk_topic_comment_comment_id_comment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_topic_comment_topic_id_topic"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("topic_id", "comment_id", name=op.f("pk_topic_comment")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_topic_comment_comment_id"), "topic_comment", ["comment_id"], unique=False)


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f("ix_topic_comment_comment_id"), table_name="topic_comment")
    op.drop_table("topic_comment")
    op.drop_table("topic_count")
    op.drop_table("topic_look")
    op.drop_index(op.f("ix_topic_wave_id"), table_name="topic")
    op.drop_table("topic")
