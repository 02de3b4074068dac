"""What coordinators set up in Slack: a rotation's own days and hours, who coordinates, what was changed by whom."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "20261127_coordinators"
down_revision = "20261126_digests"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def _new_columns() -> tuple[tuple[str, sa.Column[Any]], ...]:
    return (
        ("cohorts", sa.Column("edition", sa.Integer, nullable=False, server_default="1")),
        ("rotations", sa.Column("working_days", sa.Text)),
        ("rotations", sa.Column("hours", sa.Text)),
        ("rotations", sa.Column("days_off", sa.Text, nullable=False, server_default="[]")),
        ("rotations", sa.Column("holidays", sa.Text, nullable=False, server_default="[]")),
        ("rotations", sa.Column("calendar", sa.String(40), nullable=False, server_default=sa.text("''"))),
        ("rotations", sa.Column("edition", sa.Integer, nullable=False, server_default="1")),
        ("rotations", sa.Column("has_begun", sa.Boolean, nullable=False, server_default=sa.false())),
        ("students", sa.Column("placed_until", sa.Date)),
    )


def upgrade() -> None:
    """Rotations keep the program's days and hours until somebody gives them their own."""
    for table, column in _new_columns():
        op.add_column(table, column)
    op.create_index("students_by_placed_until", "students", ["placed_until"])
    op.create_table(
        "coordinators",
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("stands", sa.Boolean, nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("person", name="coordinators_key"),
    )
    op.create_table(
        "past_preceptors",
        sa.Column("cohort_id", sa.Integer, sa.ForeignKey("cohorts.id", name="past_preceptors_of_cohorts")),
        sa.Column("person", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("cohort_id", "person", name="past_preceptors_key"),
    )
    op.create_index("past_preceptors_by_person", "past_preceptors", ["person"])
    op.create_table(
        "inherited_releases",
        sa.Column("cohort_id", sa.Integer, sa.ForeignKey("cohorts.id", name="inherited_releases_of_cohorts")),
        sa.Column("released_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("cohort_id", name="inherited_releases_key"),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by", sa.String(32)),
        sa.Column("deed", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("changes", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="audit_key"),
    )
    op.create_table(
        "channels",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("is_public", sa.Boolean, nullable=False),
        sa.Column("students", sa.Integer, nullable=False),
        sa.Column("has_bedside", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="channels_key"),
    )
    op.create_table(
        "program_changes",
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="program_changes_key"),
    )
    op.create_table(
        "lesson_changes",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("principle", sa.String(64)),
        sa.Column("reminder", sa.Integer),
        sa.Column("question", sa.Integer),
        sa.PrimaryKeyConstraint("day", name="lesson_changes_key"),
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_index("past_preceptors_by_person", "past_preceptors")
    tables = ("lesson_changes", "program_changes", "channels", "audit", "inherited_releases", "past_preceptors")
    for table in (*tables, "coordinators"):
        op.drop_table(table)
    op.drop_index("students_by_placed_until", "students")
    for table, column in reversed(_new_columns()):
        op.drop_column(table, column.name)
