"""lighter deliveries, and messages that follow others or are held"""

import sqlalchemy as sa
from alembic import op

from domain.delivery import thing_of
from storage.instants import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_KEPT = ["id", "outgoing_id", "chat_id", "state", "not_before", "attempts", "claimed_at", "sent_at"]
_KEPT += ["message_id", "error", "perhaps_twice"]


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        options = {"sqlite_with_rowid": False}
        with op.batch_alter_table("residents", recreate="always", table_kwargs=options):
            pass
    _widen_outgoing()
    op.execute("CREATE TEMPORARY TABLE moved AS SELECT * FROM deliveries")
    op.drop_table("deliveries")
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outgoing_id", sa.Integer(), nullable=False),
        sa.Column("thing", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("not_before", Instant(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("claimed_at", Instant(), nullable=True),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("perhaps_twice", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.UniqueConstraint("thing", "chat_id", name="uq_deliveries_thing_chat_id"),
    )
    kept = ", ".join(f"moved.{name}" for name in _KEPT)
    op.execute(
        f"INSERT INTO deliveries ({', '.join(_KEPT)}, thing) SELECT {kept}, outgoing.thing"
        " FROM moved JOIN outgoing ON outgoing.id = moved.outgoing_id"
    )
    op.execute("DROP TABLE moved")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT setval('deliveries_id_seq', max(id)) FROM deliveries")
    op.create_index("ix_deliveries_outgoing_id_state_sent_at", "deliveries", ["outgoing_id", "state", "sent_at"])
    _index_of("waiting", "not_before", "state = 'pending'")
    _index_of("on_its_way", "chat_id", "state = 'sending'")
    _index_of("perhaps_twice", "outgoing_id", "perhaps_twice")


def _widen_outgoing() -> None:
    op.add_column("outgoing", sa.Column("thing", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("outgoing", sa.Column("status", sa.String(8), nullable=False, server_default="open"))
    op.add_column("outgoing", sa.Column("follows", sa.Integer(), nullable=True))
    op.add_column("outgoing", sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
    connection = op.get_bind()
    for key in connection.execute(sa.text("SELECT DISTINCT key FROM outgoing")).scalars().all():
        connection.execute(
            sa.text("UPDATE outgoing SET thing = :thing WHERE key = :key"),
            {"thing": thing_of(key), "key": key},
        )
    op.create_index("ix_outgoing_thing_language", "outgoing", ["thing", "language"], unique=True)
    op.create_index("ix_outgoing_follows", "outgoing", ["follows"])


def _index_of(name: str, column: str, condition: str) -> None:
    where = sa.text(condition)
    op.create_index(f"ix_deliveries_{name}", "deliveries", [column], sqlite_where=where, postgresql_where=where)
