"""What a student chooses besides the pace, and what each person's Home tab showed last."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_student_side"
down_revision = "20261125_lanes"
branch_labels = None
depends_on = None

OWN_TIMES = ("reminder_at", "question_at")
FLAGS = ("nights", "warned_of_typing")


def upgrade() -> None:
    """Add them; whoever has started keeps the rotation's times."""
    for name in OWN_TIMES:
        op.add_column("students", sa.Column(name, sa.Time))
    for name in FLAGS:
        op.add_column("students", sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "homes",
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("person", name="homes_key"),
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("homes")
    for name in reversed(OWN_TIMES + FLAGS):
        op.drop_column("students", name)
