"""a programme has areas, which need not be towns"""

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_COLUMNS = {"subscriptions": "", "events": "", "venues": "", "visits": "", "organisers": "s", "invites": "s"}
_VALUES = {
    "announcements": ["audience"],
    "audit": ["details"],
    "event_changes": ["before", "wanted"],
    "conversations": ["topic"],
}


def upgrade() -> None:
    _rename("town", "area")


def downgrade() -> None:
    _rename("area", "town")


def _rename(old: str, new: str) -> None:
    op.drop_index(f"ix_subscriptions_{old}_leads", "subscriptions")
    for table, plural in _COLUMNS.items():
        op.execute(f"ALTER TABLE {table} RENAME COLUMN {old}{plural} TO {new}{plural}")
    for table, columns in _VALUES.items():
        for column in columns:
            _rename_keys(table, column, old, new)
    op.create_index(f"ix_subscriptions_{new}_leads", "subscriptions", [new, "leads"])


def _rename_keys(table: str, column: str, old: str, new: str) -> None:
    """Within a JSON text the marks of a person's words are escaped: only keys end so."""
    quoted, value = f'"{column}"', f'CAST("{column}" AS TEXT)'
    for plural in ("", "s"):
        value = f"""replace({value}, '"{old}{plural}":', '"{new}{plural}":')"""
    if op.get_bind().dialect.name == "postgresql":
        value = f"CAST({value} AS JSON)"
    op.execute(f"UPDATE {table} SET {quoted} = {value} WHERE {quoted} IS NOT NULL")
