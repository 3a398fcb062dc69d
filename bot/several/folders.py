"""Read the folders of several programmes: each has a `.env`, and is as if the bot was run in it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from bot import settings
from bot.settings import Given, Settings, SettingsError
from domain.programmes import FILE

ENV = ".env"
_SECRETS = ("TELEGRAM_BOT_TOKEN", "DATABASE_URL")
_FILES = tuple(f"{name}_FILE" for name in _SECRETS)
_PATHS = (*_FILES, "SPEECH_MODEL")
"""What is read when the settings are."""
_OWN = (*_SECRETS, *_FILES, "PROGRAMME_DIR", "PUBLIC_URL")
"""What each programme has for itself: taken from the process, all would have the same."""
_LITE = "sqlite+aiosqlite:///"


def found(directory: Path) -> dict[str, Path]:
    """Return the folders of programmes by their names, which are the programmes' ids. Raise `SettingsError`."""
    try:
        every = sorted(each for each in directory.iterdir() if (each / ENV).is_file())
    except OSError as error:
        raise SettingsError(f"the folder {directory} of the programmes cannot be read: {error.strerror}.") from error
    return {each.name: each.absolute() for each in every}


def process(common: Given) -> Settings:
    """Return the settings of the process itself. Raise `SettingsError`."""
    return settings.load({name: text for name, text in common.items() if name not in _OWN})


def load(folder: Path, common: Given) -> Settings:
    """Return a programme's settings: those of its `.env` over the `common` ones. Raise `SettingsError`."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", folder.name):
        raise SettingsError("a programme's folder is called by small letters, digits and hyphens.")
    own = settings.file_of(folder)
    if own.get("HTTP_PORT"):
        raise SettingsError("HTTP_PORT belongs to all programmes together: set it where the process is started.")
    own |= {name: str(folder / path) for name in _PATHS if (path := own.get(name))}
    read = settings.load({**{name: text for name, text in common.items() if name not in _OWN}, **own})
    common_backups = read.backup_dir is not None and not own.get("BACKUP_DIR")
    # In one folder the copies of all would have one name.
    backups = read.backup_dir and (
        read.backup_dir.absolute() / folder.name if common_backups else folder / read.backup_dir
    )
    return replace(
        read,
        programme_dir=_content(folder, own),
        database_url=_beside(folder, read.database_url),
        backup_dir=backups,
    )


def _content(folder: Path, own: Given) -> Path:
    named = own.get("PROGRAMME_DIR")
    if named:
        return folder / named
    if not (folder / FILE).is_file():
        raise SettingsError(f"PROGRAMME_DIR is missing, and {folder} has no {FILE}.")
    return folder


def _beside(folder: Path, url: str) -> str:
    """Return the address of the database, a file's from the folder on."""
    return f"{_LITE}{folder / url.removeprefix(_LITE)}" if url.startswith(_LITE) else url
