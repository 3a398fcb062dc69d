"""since when an event starts then"""

import sqlalchemy as sa
from alembic import op

from storage.instants import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("since", Instant(), nullable=True))


def downgrade() -> None:
    op.drop_column("events", "since")
