"""What the bot says and knows, read from files once: the programme, the answers, its own words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from answers import knowledge
from answers.knowledge import Knowledge
from domain import programme as programmes
from domain.programme import Programme
from messages import catalog as catalogs
from messages.catalog import Catalog


@dataclass(frozen=True)
class Content:
    programme: Programme
    knowledge: Knowledge
    catalog: Catalog


def load(directory: Path) -> Content:
    """Of a programme's directory. Raises `ContentError`."""
    programme = programmes.load(directory)
    return Content(programme, knowledge.load(programme, directory), catalogs.load(default=programme.language))
