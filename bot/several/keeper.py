"""Keep one of several programmes running: whatever ends it, it is tried again, and the others do not notice."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError

from bot import service
from bot.app import App
from bot.beside import in_turn
from bot.content import loaded_content
from bot.settings import Given, Settings, SettingsError, require_token
from bot.several import folders
from delivery.outcome import back_off
from domain.figures import Figure, FigureKind, Figures
from domain.files.yaml_file import ContentError
from domain.log_subject import PROGRAMME, about
from domain.readiness import WELL, Readiness
from storage.database import DatabaseError, reason
from storage.ownership import Ownership

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

log = logging.getLogger(__name__)

LEAST_WAIT = 3.0
"""Seconds until a programme that ended is begun again: who stands by elsewhere asks more often, and takes it over."""
MOST_WAIT = 120.0
STEADY = 600.0
"""Seconds after which a programme that ran so long is no longer held to fail again and again."""
CONNECTIONS = 2
"""Connections that a programme keeps to its database: one takes a quarter of a megabyte here, or ten at a server."""
TIDY_AFTER = 10.0
"""Seconds after which the memory of a programme that ended is looked for: some of it is in circles."""
NOT_RUNNING = "it does not run: the log says why"


@dataclass
class Common:
    """What the programmes of a process share: settings from outside, and what each has that no other may have."""

    given: Given
    taken: dict[str, str] = field(default_factory=dict)
    """Whose each token and each database is."""
    tokens: set[str] = field(default_factory=set)
    """All that was ever a token here; the log shows none."""
    _tidying: asyncio.TimerHandle | None = None

    def tidy_up(self) -> None:
        """Free what a programme left behind, soon: it takes a moment for all, so several that end together are one."""
        if self._tidying is None:
            self._tidying = asyncio.get_running_loop().call_later(TIDY_AFTER, self._tidy_up)

    def _tidy_up(self) -> None:
        self._tidying = None
        gc.unfreeze()
        gc.collect()
        service.collect_seldom()


class Keeper:
    """Runs the programme of a folder from `start` to `end`; `begin_again` reads its settings anew."""

    def __init__(self, folder: Path, common: Common) -> None:
        self.id = folder.name
        self._folder, self._common = folder, common
        self._app: App | None = None
        self._host = ""
        self._over = False
        self._leave = asyncio.Event()
        self._failures = 0
        self._keeping: asyncio.Task[None] | None = None

    def start(self) -> None:
        with about(**{PROGRAMME: self.id}):  # every task of the programme comes of this one
            self._keeping = asyncio.create_task(self._keep())

    def begin_again(self) -> None:
        log.info("%s: its settings have changed", self.id)
        self._leave.set()

    async def end(self) -> None:
        """End the programme in good order."""
        self._over = True
        self._leave.set()
        if self._keeping is not None:
            await asyncio.wait([self._keeping])  # whoever no longer waits for it ends nothing

    async def readiness(self) -> Readiness:
        return await self._app.readiness() if self._app else Readiness({"programme": NOT_RUNNING})

    async def figures(self) -> Figures:
        """Return the app's; of a programme that does not run only that."""
        if self._app is not None:
            return await self._app.figures()
        return [
            Figure("campanile_ready", "Whether each part does its work.", FigureKind.GAUGE, {"programme": 0.0}, "part"),
            Figure(
                "campanile_owner", "1 for the bot of the database, 0 for who stands by.", FigureKind.GAUGE, {"": 0.0}
            ),
        ]

    @property
    def site(self) -> Mapping[str, ASGIApp | None]:
        """Return the site by its host, None in its place while the programme does not run; nothing without a host."""
        if not self._host:
            return {}
        return {self._host: self._answer if self._app and self._app.site else None}

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self._app is not None
        assert self._app.site is not None
        with about(**{PROGRAMME: self.id}):
            await self._app.site(scope, receive, send)

    async def _keep(self) -> None:
        while not self._over:
            self._leave.clear()
            began = asyncio.get_running_loop().time()
            why = await self._try()
            if asyncio.get_running_loop().time() - began > STEADY:
                self._failures = 0
            wait = self._next_wait(why)
            if why:
                log.error("it does not run: %s; trying again in %.0f s", why.rstrip("."), wait)
            if not self._over:
                self._leave.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self._leave.wait()

    def _next_wait(self, why: str) -> float:
        self._failures = self._failures + 1 if why else 0
        return max(LEAST_WAIT, min(MOST_WAIT, back_off(self._failures, Random()).total_seconds()))

    async def _try(self) -> str:
        """Run the programme until it is to leave. Return why it could not run, "" if it was told to end."""
        try:
            settings = self._settings()
            await self._run(settings)
        except (SettingsError, ContentError, DatabaseError) as error:
            return str(error)
        except SQLAlchemyError as error:
            return f"the database fails: {reason(error)}"
        except Exception:  # of one; the others go on
            log.exception("nobody foresaw this")
            return "see above"
        finally:
            self._let_go()
        return ""

    def _settings(self) -> Settings:
        """Read the settings. Raise `SettingsError` if they are wrong, or another programme's too."""
        settings = folders.load(self._folder, self._common.given)
        require_token(settings)
        self._common.tokens.add(settings.telegram_bot_token)
        self._host = urlsplit(settings.public_url).netloc.lower()
        own = {
            "TELEGRAM_BOT_TOKEN": settings.telegram_bot_token,
            "DATABASE_URL": settings.database_url,
            "PUBLIC_URL": settings.public_url,
        }
        for name, value in own.items():
            other = self._common.taken.setdefault(value, self.id) if value else self.id
            if other != self.id:
                raise SettingsError(f"{name} is that of {other}, too.")
        return settings

    def _let_go(self) -> None:
        for value, whose in [*self._common.taken.items()]:
            if whose == self.id:
                del self._common.taken[value]

    async def _run(self, settings: Settings) -> None:
        reading = asyncio.create_task(in_turn(lambda: loaded_content.load(settings.programme_dir)))
        await service.first_of(reading, self._leave)  # many others may be read and built before
        if not reading.done():
            reading.cancel()
            return
        app = App(settings, content=reading.result(), connections=CONNECTIONS)
        ownership = Ownership(settings.database_url, on_lost=self._leave.set, patient=True)
        app.may_call = ownership.holds
        try:
            app.stands_by = not await ownership.take()
            self._app = app
            if await service.took_over(app, ownership, self._leave):
                await app.open()
                if await service.unless(self._leave, app.start()):
                    await self._listen(app)
        finally:
            self._app = None
            await self._stop(app, ownership)
        if ownership.lost:
            raise DatabaseError("the connection that makes this the only bot was lost.")

    async def _listen(self, app: App) -> None:
        log.info("listening as @%s", app.bot.username)
        if await service.unless(self._leave, app.knows()):
            self._failures = 0
            gc.collect()
            service.collect_seldom()
            await self._leave.wait()

    async def _stop(self, app: App, ownership: Ownership) -> None:
        """Stop it in time: in this process nobody else does, as long as the others run."""
        try:
            async with asyncio.timeout(service.END_WITHIN):
                await app.stop()
        except TimeoutError:
            log.error("something would not end within %.0f s: leaving it", service.END_WITHIN)
        finally:
            app.may_call = lambda: False  # whatever of it is left has no say beside the next owner
            await ownership.release()
            self._common.tidy_up()


def together(how: Mapping[str, Readiness]) -> Readiness:
    """Return the readiness of a process: its parts are the programmes."""
    return Readiness({id: each.trouble or WELL for id, each in how.items()})
