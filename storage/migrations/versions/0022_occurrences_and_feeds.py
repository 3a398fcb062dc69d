"""rows of events are occurrences of a programme's events; what is followed is a feed"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_EMPTY = sa.text("''")


def upgrade() -> None:
    with op.batch_alter_table("events") as batch:
        batch.alter_column("slug", type_=sa.String(64), existing_type=sa.String(32), existing_nullable=False)
        batch.add_column(sa.Column("programme", sa.String(32), nullable=False, server_default=_EMPTY))
        batch.add_column(sa.Column("plan", sa.String(32), nullable=False, server_default=_EMPTY))
        batch.add_column(sa.Column("hours", sa.String(8), nullable=False, server_default=sa.text("'from-to'")))
        batch.add_column(sa.Column("kinds", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
        batch.add_column(sa.Column("also_in", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
        batch.drop_constraint("uq_events_slug", type_="unique")
        batch.create_unique_constraint("uq_events_programme_slug", ["programme", "slug"])
    _rename_feed("area", "feed", sa.String(100), sa.String(32))
    with op.batch_alter_table("visits") as batch:
        batch.alter_column("area", type_=sa.String(100), existing_type=sa.String(32), existing_nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("visits") as batch:
        batch.alter_column("area", type_=sa.String(32), existing_type=sa.String(100), existing_nullable=False)
    _rename_feed("feed", "area", sa.String(32), sa.String(100))
    with op.batch_alter_table("events") as batch:
        batch.drop_constraint("uq_events_programme_slug", type_="unique")
        batch.create_unique_constraint("uq_events_slug", ["slug"])
        for column in ("also_in", "kinds", "hours", "plan", "programme"):
            batch.drop_column(column)
        batch.alter_column("slug", type_=sa.String(32), existing_type=sa.String(64), existing_nullable=False)


def _rename_feed(old: str, new: str, kind: sa.String, before: sa.String) -> None:
    op.drop_index(f"ix_subscriptions_{old}_leads", "subscriptions")
    op.execute(f"ALTER TABLE subscriptions RENAME COLUMN {old} TO {new}")
    options = {"sqlite_with_rowid": False}
    with op.batch_alter_table("subscriptions", table_kwargs=options) as batch:
        batch.alter_column(new, type_=kind, existing_type=before, existing_nullable=False)
    op.create_index(f"ix_subscriptions_{new}_leads", "subscriptions", [new, "leads"])
