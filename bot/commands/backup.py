"""`campanile backup` and `campanile restore`."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings
from storage import backup


def save(settings: Settings, target: Path) -> str:
    size = backup.save(settings.database_url, target)
    return f"{target}: {size / 1e6:.1f} MB, whole and usable by itself"


def restore(settings: Settings, source: Path) -> str:
    kept = backup.restore(settings.database_url, source)
    lines = [f"{source} is the database now. The next start brings it up to date if it has to."]
    if kept is not None:
        lines.append(f"What was there before is kept in {kept}.")
    lines.append("What waited to be sent when the backup was made goes out again, even if it was sent since.")
    return "\n".join(lines)
