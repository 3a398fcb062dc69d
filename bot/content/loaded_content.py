"""Read once, before anything starts: the programme, its templates, and the bot's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from domain import languages, programmes
from domain.announcements import templates
from domain.announcements.templates import Prepared
from domain.files.yaml_file import read
from domain.programmes import Programme
from messages import catalog as catalogs
from messages import commands
from messages.catalog import Catalog


@dataclass(frozen=True)
class LoadedContent:
    programme: Programme
    catalog: Catalog
    prepared: Sequence[Prepared] = ()


def load(directory: Path) -> LoadedContent:
    """Load the content of a programme's directory. Raise `ContentError` if it is wrong."""
    programme = programmes.load(directory)
    words = catalogs.load(programme, programme.languages)
    for index, language in enumerate(programme.languages):
        if language not in words.languages:
            problem = f'is "{language}", in which the bot has no words: {languages.FOLDER / language} is missing'
            raise read(directory / programmes.FILE).error(("languages", index), problem)
    for path, problem in commands.mistakes(programme):
        raise read(directory / programmes.FILE).error(path, problem)
    return LoadedContent(programme, words, templates.load(programme, directory))
