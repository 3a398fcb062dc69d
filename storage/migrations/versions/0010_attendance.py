"""attendance and feedback"""

import sqlalchemy as sa
from alembic import op

from storage.instants import Instant

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def _event(table: str) -> list[sa.schema.SchemaItem]:
    constraint = sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=f"fk_{table}_event_id", ondelete="CASCADE")
    return [sa.Column("event_id", sa.Integer(), nullable=False, autoincrement=False), constraint]


def upgrade() -> None:
    op.create_table(
        "attendances",
        *_event("attendances"),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "chat_id", name="pk_attendances"),
    )
    op.create_index("ix_attendances_chat_id", "attendances", ["chat_id"])
    op.create_table(
        "turnouts",
        *_event("turnouts"),
        sa.Column("coming", sa.Integer(), nullable=False),
        sa.Column("counted_at", Instant(), nullable=False),
        sa.Column("reported_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("event_id", name="pk_turnouts"),
    )
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        *_event("feedback"),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("given_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
        sa.UniqueConstraint("event_id", "chat_id", name="uq_feedback_event_id_chat_id"),
    )
    op.create_index("ix_feedback_chat_id", "feedback", ["chat_id"])


def downgrade() -> None:
    for table in ("feedback", "turnouts", "attendances"):
        op.drop_table(table)
