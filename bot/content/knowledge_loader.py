"""Load the answers from content files and learned answers, and again when either changes."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from answers import knowledge
from answers.engine_holder import EngineHolder
from answers.entries import Entry, EntryKind
from answers.knowledge import Knowledge
from bot.beside import in_turn
from domain.files.yaml_file import ContentError
from domain.programmes import Programme
from storage.database import Database
from storage.team import learned_answers
from storage.team.learned_answers import Learned

if TYPE_CHECKING:
    from answers.engine import Engine

log = logging.getLogger(__name__)

Stamp = Mapping[Path, int]


class KnowledgeLoader:
    """Reads the answers and builds the engine, concurrently with the first poll and after every change."""

    def __init__(self, programme: Programme, directory: Path, database: Database, holder: EngineHolder) -> None:
        self._programme = programme
        self._directory = directory
        self._database = database
        self._holder = holder
        self._stamp: Stamp = {}
        self._told = ""
        self._written: Engine | None = None
        self.on_broken: Callable[[ContentError], Awaitable[None]] | None = None

    async def read(self) -> Knowledge:
        """Read the files in a thread. Raise `ContentError` if one is wrong."""
        self._stamp = self._now()
        return await in_turn(lambda: knowledge.load(self._programme, self._directory))

    async def fill(self, known: Knowledge) -> None:
        """Build the engine in a thread: the bot takes updates meanwhile."""
        self._written = await in_turn(lambda: known.engine(self._programme))
        await self.learn()

    async def put(self, written: Engine) -> None:
        """Use an engine that was built elsewhere from the present files."""
        self._stamp = self._now()
        self._written = written
        await self.learn()

    async def learn(self) -> None:
        """Build the engine again with the newest learned answers."""
        if self._written is None:
            return
        async with self._database.read() as session:
            known = await learned_answers.every(session)
        entries = [_entry(each) for each in known]
        written = self._written
        engine = await in_turn(lambda: written.with_learned(entries)) if entries else written
        self._holder.put(engine)

    async def refresh(self) -> None:
        """Build the engine again if a file has changed. If it is broken, keep the old engine and tell the owners."""
        if self._now() == self._stamp:
            return
        try:
            known = await self.read()
        except ContentError as error:
            await self._broken(error)
            return
        self._told = ""
        await self.fill(known)
        log.info("the knowledge was read again")

    async def _broken(self, error: ContentError) -> None:
        """Tell of a mistake once, however often an editor saves it."""
        log.error("the knowledge stays as it was: %s", error)
        if self._told != str(error) and self.on_broken is not None:
            self._told = str(error)
            await self.on_broken(error)

    def _now(self) -> Stamp:
        return {file: _changed(file) for file in sorted((self._directory / "answers").glob("*.yaml"))}


def _changed(file: Path) -> int:
    """Return the time of the last change; 0 for a file that is gone: reading it will say so."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def _entry(taught: Learned) -> Entry:
    """Return the entry of a learned answer. It may have been about another area, so it offers to ask again."""
    said = (taught.phrasings, (), taught.html)
    return Entry(f"learned.{taught.id}", taught.language, EntryKind.FACT, *said, ask=True, html=True)
