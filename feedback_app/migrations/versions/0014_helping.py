"""Whether somebody helped with a response, and in what role: columns that older responses leave empty."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

COLUMNS = {
    "help_given": (
        "helpgiven",
        ("nobody", "reads", "types", "reads_and_types", "explains", "translates", "another_way"),
    ),
    "helper_role": (
        "helperrole",
        (
            "parent_or_carer",
            "teacher",
            "youth_worker",
            "social_worker",
            "friend_or_sibling",
            "interpreter",
            "someone_else",
            "rather_not_say",
        ),
    ),
}


def upgrade() -> None:
    """Forward. A column and its check are added in place: a copied table would take its comments with it."""
    for column, (name, members) in COLUMNS.items():
        listed = ", ".join(f"'{member}'" for member in members)
        op.execute(
            f"ALTER TABLE response ADD COLUMN {column} VARCHAR(40) "
            f"CONSTRAINT ck_response_{name} CHECK ({column} IN ({listed}))"
        )


def downgrade() -> None:
    """Back."""
    for column in COLUMNS:
        op.execute(sa.text(f"ALTER TABLE response DROP COLUMN {column}"))
