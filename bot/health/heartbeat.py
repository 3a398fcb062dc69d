"""The file in which a running bot says how it is, for whoever cannot ask over HTTP."""

from __future__ import annotations

import hashlib
import tempfile
import time
from pathlib import Path

from sqlalchemy import make_url

from bot.settings import Settings
from domain.readiness import Readiness

SILENT = 60.0
"""Seconds after which a file that nobody touched is a dead bot's."""


def file(settings: Settings) -> Path:
    """Return where it is: beside an SQLite database, else among the machine's temporary files."""
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite":
        return Path(f"{url.database}.health")
    return _among_temporary(f"{settings.database_url} {settings.http_port}")


def of_several(directory: Path, port: int | None) -> Path:
    """Return where the process says how it is that runs the programmes of a folder."""
    return _among_temporary(f"{directory.resolve()} {port}")


def _among_temporary(what: str) -> Path:
    name = hashlib.sha256(what.encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"campanile-{name}.health"


def read(said: Path) -> tuple[bool, str]:
    """Return whether the bot that writes the file is well, and what it says."""
    try:
        text, silent = said.read_text(encoding="utf-8"), time.time() - said.stat().st_mtime
    except OSError:
        return False, "no bot runs here with this database"
    if silent > SILENT:
        return False, f"the bot has given no sign of life for {silent:.0f} seconds"
    return Readiness.parse(text).good, text.rstrip()
