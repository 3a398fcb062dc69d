"""What is read from files once, before anything starts: the programme, and the bot's own words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from domain import programme as programmes
from domain.programme import Programme
from messages import catalog as catalogs
from messages.catalog import Catalog


@dataclass(frozen=True)
class Content:
    programme: Programme
    catalog: Catalog


def load(directory: Path) -> Content:
    """Of a programme's directory. Raises `ContentError`."""
    programme = programmes.load(directory)
    return Content(programme, catalogs.load(default=programme.language))
