"""Lanes that keep the pace, and what delivery needs to know of a student and of a message that ended."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "20261125_lanes"
down_revision = "20261122_first_tables"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
STUDENT_COLUMNS: dict[str, sa.types.TypeEngine[Any]] = {
    "conversation": sa.String(32),
    "unreachable": sa.String(64),
    "plan_at": INSTANT,
}


def upgrade() -> None:
    """Add them all; what is there already is planned anew and has no instant of its end."""
    op.create_table(
        "lanes",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("next_at", INSTANT, nullable=False),
        sa.Column("share", sa.Float, nullable=False),
        sa.Column("share_at", INSTANT, nullable=False),
        sa.Column("blocked_until", INSTANT, nullable=False),
        sa.Column("refused_at", INSTANT, nullable=False),
        sa.Column("trouble", sa.String(64), nullable=False),
        sa.Column("taken", sa.Integer, nullable=False),
        sa.Column("counted_from", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="lanes_key"),
    )
    for name, kind in STUDENT_COLUMNS.items():
        op.add_column("students", sa.Column(name, kind))
    op.create_index("students_by_standing_plan_at", "students", ["standing", "plan_at"])
    op.create_index("students_by_unreachable", "students", ["unreachable"])
    op.add_column("placements", sa.Column("known", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_index("placements_by_known_role_person", "placements", ["known", "role", "person"])
    op.execute("UPDATE placements SET known = true WHERE person IN (SELECT id FROM students)")
    op.add_column("outbox", sa.Column("ended_at", INSTANT))
    op.create_index("outbox_by_state_too_late_at", "outbox", ["state", "too_late_at"])
    op.create_index("outbox_by_state_ended_at", "outbox", ["state", "ended_at"])


def downgrade() -> None:
    """Take them away again."""
    op.drop_index("outbox_by_state_ended_at", "outbox")
    op.drop_index("outbox_by_state_too_late_at", "outbox")
    op.drop_column("outbox", "ended_at")
    op.drop_index("placements_by_known_role_person", "placements")
    op.drop_column("placements", "known")
    op.drop_index("students_by_unreachable", "students")
    op.drop_index("students_by_standing_plan_at", "students")
    for name in reversed(STUDENT_COLUMNS):
        op.drop_column("students", name)
    op.drop_table("lanes")
