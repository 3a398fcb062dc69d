"""groups have topics, and may refuse what is written there for a while"""

import sqlalchemy as sa
from alembic import op

from storage.instants import Instant

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("subscriptions", sa.Column("thread_id", sa.Integer(), nullable=True))
    op.add_column("questions", sa.Column("thread_id", sa.Integer(), nullable=True))
    op.add_column("residents", sa.Column("refusals", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("residents", sa.Column("refused_since", Instant(), nullable=True))


def downgrade() -> None:
    op.drop_column("residents", "refused_since")
    op.drop_column("residents", "refusals")
    op.drop_column("questions", "thread_id")
    op.drop_column("subscriptions", "thread_id")
