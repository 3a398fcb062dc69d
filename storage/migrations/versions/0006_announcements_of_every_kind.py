"""announcements of every kind

The table is made anew, and what was kept in the old one is moved: drafts and what is scheduled, too.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.instants import Instant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


_OLD = sa.table(
    "announcements",
    *(sa.column(name) for name in ("id", "version", "author", "state")),
    *(sa.column(name, sa.JSON()) for name in ("versions", "towns")),
    *(sa.column(name, Instant()) for name in ("due_at", "created_at")),
)
_NEW = sa.table(
    "announcements",
    *(sa.column(name) for name in ("id", "version", "author", "state", "urgent", "started_with")),
    *(sa.column(name, sa.JSON()) for name in ("versions", "audience", "links")),
    *(sa.column(name, Instant()) for name in ("due_at", "started_at", "created_at")),
)
_BEGUN = ("sending", "done")


def upgrade() -> None:
    kept = [dict(row) for row in op.get_bind().execute(sa.select(_OLD)).mappings()]
    op.drop_table("announcements")
    op.create_table(
        "announcements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("links", sa.JSON(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("repeat", sa.JSON(), nullable=True),
        sa.Column("series", sa.Integer(), nullable=True),
        sa.Column("prepared", sa.String(length=64), nullable=True),
        sa.Column("confirmed_by", sa.BigInteger(), nullable=True),
        sa.Column("album", sa.String(length=64), nullable=True),
        sa.Column("progress", sa.Integer(), nullable=True),
        sa.Column("started_at", Instant(), nullable=True),
        sa.Column("started_with", sa.Integer(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
    )
    op.create_index("ix_announcements_state", "announcements", ["state"])
    op.create_index("ix_announcements_due_at", "announcements", ["due_at"])
    op.create_index("ix_announcements_prepared", "announcements", ["prepared"], unique=True)
    if kept:
        op.bulk_insert(_NEW, [_moved(old) for old in kept])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT setval('announcements_id_seq', max(id)) FROM announcements")


def _moved(old: dict[str, Any]) -> dict[str, Any]:
    """A text to some towns or to all was all there could be."""
    same = {name: old[name] for name in ("id", "version", "author", "state", "due_at", "created_at")}
    versions = {language: {"html": html, "media": [], "place": None} for language, html in old["versions"].items()}
    audience = {"towns": old["towns"], "readers": "", "target": None}
    started_at = old["due_at"] if old["state"] in _BEGUN else None
    new = {"versions": versions, "audience": audience, "links": [], "urgent": False}
    return same | new | {"started_at": started_at, "started_with": 0}


def downgrade() -> None:
    op.drop_table("announcements")
    op.create_table(
        "announcements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("towns", sa.JSON(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
    )
    op.create_index("ix_announcements_state", "announcements", ["state"])
