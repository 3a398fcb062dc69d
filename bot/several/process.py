"""Run several programmes in one process, from start to SIGTERM."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot import service, settings, wiring
from bot.health import heartbeat
from bot.health.pulse import Pulse
from bot.log import set_up
from bot.settings import Settings, SettingsError, require_proxy
from bot.several import folders
from bot.several.folders import ENV
from bot.several.keeper import Common, Keeper, together
from domain.figures import Figures
from domain.readiness import Readiness

if TYPE_CHECKING:
    from starlette.types import ASGIApp

log = logging.getLogger(__name__)

LOOK_EVERY = 5.0
"""Seconds between two looks at which folders there are, and whether a `.env` has changed."""


def run(directory: Path) -> None:
    """Run the programmes of a folder's folders until SIGINT or SIGTERM."""
    given = settings.given()
    process, common = folders.process(given), Common(given)
    set_up(process, common.tokens)
    require_proxy(process)
    if not folders.found(directory):
        raise SettingsError(f"{directory} holds no programme: each is a folder with a {ENV} in it.")
    service.loop_run(_serve(Region(directory, common), process))


class Region:
    """The programmes of a process. `look` begins those whose folder is new, and ends those whose folder has gone."""

    def __init__(self, directory: Path, common: Common) -> None:
        self.directory, self._common = directory, common
        self._keepers: dict[str, Keeper] = {}
        self._seen: dict[str, int] = {}
        self._looking: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._looking = asyncio.create_task(self._look_again_and_again())

    async def end(self) -> None:
        """End them all at the same time."""
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.wait([self._looking])
        await asyncio.gather(*(each.end() for each in self._keepers.values()))

    async def readiness(self) -> Readiness:
        every = [*self._keepers.values()]
        found = await asyncio.gather(*(each.readiness() for each in every))
        return together({each.id: how for each, how in zip(every, found, strict=True)})

    async def figures(self) -> Figures:
        every = [*self._keepers.values()]
        found = await asyncio.gather(*(each.figures() for each in every))
        return [
            replace(figure, programme=each.id) for each, figures in zip(every, found, strict=True) for figure in figures
        ]

    def sites(self) -> Mapping[str, ASGIApp | None]:
        return {host: site for each in self._keepers.values() for host, site in each.site.items()}

    async def _look_again_and_again(self) -> None:
        while True:
            try:
                await self._look()
            except SettingsError as error:
                log.error("%s", error)
            await asyncio.sleep(LOOK_EVERY)

    async def _look(self) -> None:
        found = folders.found(self.directory)
        for id in self._keepers.keys() - found.keys():
            log.info("%s has no %s any more: ending it", id, ENV)
            await self._keepers[id].end()
            del self._keepers[id], self._seen[id]
        for id, folder in found.items():
            changed = _changed(folder / ENV)
            if id not in self._keepers:
                self._keepers[id] = Keeper(folder, self._common)
                self._keepers[id].start()
            elif changed != self._seen[id]:
                self._keepers[id].begin_again()
            self._seen[id] = changed


def _changed(file: Path) -> int:
    with suppress(OSError):
        return file.stat().st_mtime_ns
    return 0


async def _serve(region: Region, process: Settings) -> None:
    stopped = service.on_signal(service.end_in_time)
    asyncio.get_running_loop().set_exception_handler(service.unheard)
    service.collect_seldom()
    pulse = Pulse(heartbeat.of_several(region.directory, process.http_port), region.readiness)
    web = None
    try:
        if process.http_port is not None:
            from web.several import application

            site = application(region.sites, region.readiness, region.figures)
            web = await wiring.served(site, process)
        region.start()
        pulse.start()
        await stopped.wait()
    finally:
        log.info("stopping")
        await asyncio.gather(pulse.stop(), region.end(), *([web.stop()] if web else []))
