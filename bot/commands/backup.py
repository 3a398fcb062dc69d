"""`campanile backup` and `campanile restore`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.settings import Settings
from storage import backup

COUNTED = ("residents", "subscriptions", "events", "announcements", "deliveries")
"""The tables whose rows tell somebody who knows the programme whether it is the right copy."""


def save(settings: Settings, target: Path) -> str:
    size = backup.save(settings.database_url, target)
    return f"{target}: {size / 1e6:.1f} MB, whole and usable by itself"


def verify(source: Path) -> str:
    found = backup.verify(source)
    size, tables = source.stat().st_size / 1e6, len(found.rows)
    counts = ", ".join(f"{name} {found.rows[name]}" for name in COUNTED)
    return f"{source}: whole, {size:.1f} MB, schema {found.revision}, {tables} tables, {counts}"


def newest(settings: Settings, today: date) -> str:
    """Return in words when the database was last copied by itself."""
    if settings.backup_dir is None:
        return "none by themselves (BACKUP_DIR is empty)"
    day = backup.newest(settings.backup_dir, today)
    return f"none yet in {settings.backup_dir}" if day is None else f"the newest in {settings.backup_dir} is of {day}"


def restore(settings: Settings, source: Path) -> str:
    kept = backup.restore(settings.database_url, source)
    lines = [f"{source} is the database now. The next start brings it up to date if it has to."]
    if kept is not None:
        lines.append(f"What was there before is kept in {kept}.")
    lines.append("What waited to be sent when the backup was made goes out again, even if it was sent since.")
    return "\n".join(lines)
