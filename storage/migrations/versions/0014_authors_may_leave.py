"""what an organiser made outlives the organiser's number"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _let_authors_leave(True)


def downgrade() -> None:
    op.execute("DELETE FROM repairs WHERE author IS NULL")
    op.execute("DELETE FROM answers WHERE author IS NULL")
    _let_authors_leave(False)


def _let_authors_leave(nullable: bool) -> None:
    for table, options in (("repairs", {}), ("answers", {"sqlite_autoincrement": True})):
        with op.batch_alter_table(table, table_kwargs=options) as batch:
            batch.alter_column("author", existing_type=sa.BigInteger(), nullable=nullable)
