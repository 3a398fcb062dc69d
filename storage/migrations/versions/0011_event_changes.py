"""venues, changes of events, cards"""

import sqlalchemy as sa
from alembic import op

from storage.instants import Instant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("checked_at", "created_at", "announced_at"):
        op.add_column("events", sa.Column(name, Instant(), nullable=True))
    op.create_table(
        "venues",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("town", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_venues"),
    )
    op.create_table(
        "event_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("author", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("tell", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("applied_at", Instant(), nullable=True),
        sa.Column("told_at", Instant(), nullable=True),
        sa.Column("done_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_event_changes_event_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_event_changes"),
    )
    op.create_index("ix_event_changes_event_id_state", "event_changes", ["event_id", "state"])
    op.create_index("ix_event_changes_state_done_at", "event_changes", ["state", "done_at"])
    op.create_table(
        "cards",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["residents.chat_id"], name="fk_cards_chat_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_cards_event_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_cards"),
    )
    op.create_index("ix_cards_event_id", "cards", ["event_id"])


def downgrade() -> None:
    op.drop_table("cards")
    op.drop_table("event_changes")
    op.drop_table("venues")
    for name in ("announced_at", "created_at", "checked_at"):
        op.drop_column("events", name)
