"""groups and channels"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    private = sa.Column("kind", sa.String(length=8), nullable=False, server_default="private")
    op.add_column("residents", private)
    op.add_column("residents", sa.Column("title", sa.Text(), nullable=False, server_default=""))
    op.add_column("residents", sa.Column("linked", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    for column in ("linked", "title", "kind"):
        op.drop_column("residents", column)
