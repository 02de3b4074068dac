"""The first tables: people and placements, the outbox, replies, digests, and the workspace."""

import sqlalchemy as sa
from alembic import op

revision = "20261122_first_tables"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
TABLES = ("cohorts", "rotations", "placements", "students", "outbox", "replies", "skips", "digests", "workspace")


def upgrade() -> None:
    """Make every table."""
    _people()
    _outbox()
    _replies()
    op.create_table(
        "digests",
        sa.Column("cohort_id", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("released_at", INSTANT),
        sa.PrimaryKeyConstraint("cohort_id", "day", name="digests_key"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name="digests_of_cohorts"),
    )
    op.create_table(
        "workspace",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("team", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="workspace_key"),
        sa.CheckConstraint("id = 1", name=op.f("workspace_is_one")),
    )


def downgrade() -> None:
    """Drop every table, those first that lean on others."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _people() -> None:
    op.create_table(
        "cohorts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("digest_channel", sa.String(32), nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("digest_day", sa.Integer, nullable=False),
        sa.Column("digest_at", sa.Time, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cohorts_key"),
        sa.UniqueConstraint("name", name="cohorts_once_by_name"),
    )
    op.create_table(
        "rotations",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("cohort_id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("site", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.Column("reminder_at", sa.Time, nullable=False),
        sa.Column("question_at", sa.Time, nullable=False),
        sa.PrimaryKeyConstraint("id", name="rotations_key"),
        sa.UniqueConstraint("name", name="rotations_once_by_name"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name="rotations_of_cohorts"),
    )
    op.create_index("rotations_by_cohort_id", "rotations", ["cohort_id"])
    op.create_table(
        "placements",
        sa.Column("rotation_id", sa.Integer, nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("rotation_id", "person", "role", name="placements_key"),
        sa.ForeignKeyConstraint(["rotation_id"], ["rotations.id"], name="placements_of_rotations"),
    )
    op.create_index("placements_by_person_role", "placements", ["person", "role"])
    op.create_table(
        "students",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
        sa.Column("pace", sa.Text, nullable=False),
        sa.Column("active_since", INSTANT),
        sa.Column("paused_until", sa.Date),
        sa.Column("usually_shares_themes", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="students_key"),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("dedupe_key", sa.String(128), nullable=False),
        sa.Column("send_at", INSTANT, nullable=False),
        sa.Column("too_late_at", INSTANT, nullable=False),
        sa.Column("student", sa.String(32)),
        sa.Column("channel", sa.String(32)),
        sa.Column("cohort_id", sa.Integer),
        sa.Column("day", sa.Date),
        sa.Column("body", sa.LargeBinary),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("sent_channel", sa.String(32)),
        sa.Column("sent_ts", sa.String(32)),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("owner", sa.String(32)),
        sa.Column("lease_until", INSTANT),
        sa.Column("held_until", INSTANT),
        sa.Column("looked_at", INSTANT),
        sa.PrimaryKeyConstraint("id", name="outbox_key"),
        sa.UniqueConstraint("dedupe_key", name="outbox_once_by_dedupe_key"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name="outbox_of_cohorts"),
    )
    op.create_index("outbox_by_state_send_at", "outbox", ["state", "send_at"])
    op.create_index("outbox_by_student_day", "outbox", ["student", "day"])


def _replies() -> None:
    op.create_table(
        "replies",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("student", sa.String(32), nullable=False),
        sa.Column("cohort_id", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("themes", sa.Text),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("sharing", sa.Text),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("excerpt", sa.LargeBinary),
        sa.Column("spent", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="replies_key"),
        sa.UniqueConstraint("student", "day", name="replies_once_by_student_day"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name="replies_of_cohorts"),
    )
    op.create_index("replies_by_cohort_id_changed_at", "replies", ["cohort_id", "changed_at"])
    op.create_table(
        "skips",
        sa.Column("student", sa.String(32), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("skipped_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("student", "day", name="skips_key"),
    )
