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
    name = hashlib.sha256(f"{settings.database_url} {settings.http_port}".encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"campanile-{name}.health"


def read(settings: Settings) -> tuple[bool, str]:
    """Return whether the bot is well, and what it says."""
    said = file(settings)
    try:
        text, silent = said.read_text(encoding="utf-8"), time.time() - said.stat().st_mtime
    except OSError:
        return False, "no bot runs here with this database"
    if silent > SILENT:
        return False, f"the bot has given no sign of life for {silent:.0f} seconds"
    return Readiness.parse(text).good, text.rstrip()
