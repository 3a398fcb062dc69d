"""the key of a message names every reminder in it, however many go out together"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("outgoing") as batch:
        batch.alter_column("key", type_=sa.String(2500), existing_type=sa.String(120), existing_nullable=False)


def downgrade() -> None:
    """Leave the keys as they are: cut short, two could be the same."""
