"""What a digest needs to know: who reads it, what was promised when a reply was written, and what came back."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "20261126_digests"
down_revision = "20261125_student_side"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
LONG_AGO = datetime.fromtimestamp(0, UTC)
COLUMNS: dict[str, tuple[str, sa.types.TypeEngine[Any]]] = {
    "placements": ("placed_at", INSTANT),
    "replies": ("written_at", INSTANT),
}


def upgrade() -> None:
    """Add them all. A reply that waits counts as written when it was last changed, and one that a digest has used no
    longer tells when that was."""
    for table, (name, kind) in COLUMNS.items():
        op.add_column(table, sa.Column(name, kind))
    op.execute("UPDATE replies SET written_at = changed_at WHERE NOT spent")
    forgotten = sa.text("UPDATE replies SET changed_at = :at WHERE spent")
    op.execute(forgotten.bindparams(sa.bindparam("at", LONG_AGO, INSTANT)))
    op.create_table(
        "policies",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("smallest_group", sa.Integer, nullable=False),
        sa.Column("settle", sa.Integer, nullable=False),
        sa.Column("carry_over", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="policies_key"),
    )
    op.create_table(
        "preceptors",
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("confirmed_at", INSTANT),
        sa.Column("unreachable", sa.String(64)),
        sa.PrimaryKeyConstraint("person", name="preceptors_key"),
    )
    op.create_table(
        "group_answers",
        sa.Column("cohort_id", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("preceptor", sa.String(32), nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("answered_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("cohort_id", "day", name="group_answers_key"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name="group_answers_of_cohorts"),
    )


def downgrade() -> None:
    """Take them away again."""
    for table in ("group_answers", "preceptors", "policies"):
        op.drop_table(table)
    for table, (name, _) in reversed(COLUMNS.items()):
        op.drop_column(table, name)
