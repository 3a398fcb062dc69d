"""a series knows the day it began on, so that the 31st does not become the 28th for ever"""

import sqlalchemy as sa
from alembic import op

from storage.instants import Instant

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_ANNOUNCEMENTS = sa.table(
    "announcements",
    sa.column("id", sa.Integer()),
    sa.column("series", sa.Integer()),
    sa.column("due_at", Instant()),
    sa.column("repeat", sa.JSON(none_as_null=True)),
)


def upgrade() -> None:
    """Each time it went out is a row of its own: the earliest is the beginning."""
    rows, connection = _ANNOUNCEMENTS.c, op.get_bind()
    began = sa.select(rows.series, sa.func.min(rows.due_at)).where(rows.series.is_not(None))
    for series, first in connection.execute(began.group_by(rows.series)).all():
        repeat = connection.scalar(sa.select(rows.repeat).where(rows.id == series))
        if repeat and first is not None:
            _keep(connection, series, {**repeat, "first": first.isoformat()})


def downgrade() -> None:
    rows, connection = _ANNOUNCEMENTS.c, op.get_bind()
    for series, repeat in connection.execute(sa.select(rows.id, rows.repeat)).all():
        if repeat and "first" in repeat:
            _keep(connection, series, {key: repeat[key] for key in repeat if key != "first"})


def _keep(connection: sa.Connection, series: int, repeat: dict[str, str]) -> None:
    changed = sa.update(_ANNOUNCEMENTS).where(_ANNOUNCEMENTS.c.id == series)
    connection.execute(changed.values(repeat=repeat))
