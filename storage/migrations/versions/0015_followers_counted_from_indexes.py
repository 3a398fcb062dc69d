"""followers are counted from indexes, and stand in the order of a fan-out"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_APART = sa.text("NOT reachable OR kind <> 'private'")
_SILENT = sa.text("silent_until IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_subscriptions_town", "subscriptions")
    _recreate(with_rowid=False)
    op.create_index("ix_subscriptions_town_leads", "subscriptions", ["town", "leads"])
    _index_of("apart", ["chat_id", "reachable", "kind"], _APART)
    _index_of("silent", ["silent_until", "reachable", "kind"], _SILENT)


def downgrade() -> None:
    op.drop_index("ix_residents_silent", "residents")
    op.drop_index("ix_residents_apart", "residents")
    op.drop_index("ix_subscriptions_town_leads", "subscriptions")
    _recreate(with_rowid=True)
    op.create_index("ix_subscriptions_town", "subscriptions", ["town"])


def _recreate(*, with_rowid: bool) -> None:
    if op.get_bind().dialect.name == "sqlite":
        options = {"sqlite_with_rowid": with_rowid}
        with op.batch_alter_table("subscriptions", recreate="always", table_kwargs=options):
            pass


def _index_of(name: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(f"ix_residents_{name}", "residents", columns, sqlite_where=where, postgresql_where=where)
