"""Which cohorts were ever used, so that those in which nobody ever was can be removed."""

import sqlalchemy as sa
from alembic import op

revision = "20261128_used_cohorts"
down_revision = "20261127_coordinators"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, in which every cohort that is there counts as used: nobody knows any more who was in it."""
    op.create_table(
        "used_cohorts",
        sa.Column("cohort_id", sa.Integer, sa.ForeignKey("cohorts.id", name="used_cohorts_of_cohorts")),
        sa.PrimaryKeyConstraint("cohort_id", name="used_cohorts_key"),
    )
    op.execute(sa.text("INSERT INTO used_cohorts (cohort_id) SELECT id FROM cohorts"))


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("used_cohorts")
