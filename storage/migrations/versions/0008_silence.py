"""silence"""

import sqlalchemy as sa
from alembic import op

from storage.instants import Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("residents", sa.Column("silent_until", Instant(), nullable=True))


def downgrade() -> None:
    op.drop_column("residents", "silent_until")
