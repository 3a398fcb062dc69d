"""repairs"""

import sqlalchemy as sa
from alembic import op

from storage.instants import Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "repairs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("announcement", sa.Integer(), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=False),
        sa.Column("act", sa.String(length=12), nullable=False),
        sa.Column("stage", sa.String(length=12), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("too_old", sa.Integer(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_repairs"),
    )
    op.create_index("ix_repairs_stage", "repairs", ["stage"])
    op.drop_column("announcements", "started_with")


def downgrade() -> None:
    started_with = sa.Column("started_with", sa.Integer(), nullable=False, server_default="0")
    op.add_column("announcements", started_with)
    op.drop_table("repairs")
