"""Read what the addresses of the public site name: the language, the area, the events."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request

from answers.engine_holder import EngineHolder
from answers.entries import Entry
from domain.events.events import Event
from domain.programmes import Area
from messages.localizer import Localizer
from services.environment import Environment
from storage.events import event_changes, events

LARGEST_ID = 2**31 - 1


class Lookup:
    """Raises `HTTPException` where an address names something that there is not."""

    def __init__(
        self, environment: Environment, holder: EngineHolder, clock: Callable[[], datetime], public_url: str
    ) -> None:
        self._environment, self._holder, self.clock, self._public_url = environment, holder, clock, public_url
        self.programme, self.languages = environment.programme, environment.catalog.languages

    def voice(self, request: Request) -> Localizer:
        """Return the localizer of the address's language; an address without one is the programme's."""
        language = request.path_params.get("language", self.programme.language)
        if language not in self.languages:
            raise HTTPException(404)
        return self._environment.voice(language)

    def area(self, request: Request) -> Area:
        area = self.programme.area(request.path_params["area"])
        if area is None:
            raise HTTPException(404)
        return area

    def base(self, request: Request) -> str:
        """Return what stands before every path."""
        return self._public_url.rstrip("/") or str(request.base_url).rstrip("/")

    async def event(self, request: Request) -> Event:
        number = request.path_params["event"]
        async with self._environment.database.read() as session:
            event = await events.one(session, number) if number <= LARGEST_ID else None
        if event is None:
            raise HTTPException(404)
        return event

    async def ahead(self, area: Area | None = None) -> list[Event]:
        """Return what is not over, by start; also what was called off: people may still come."""
        now = self.clock()
        return [event for event in await self.every(area) if event.ends_at > now]

    async def every(self, area: Area | None = None) -> list[Event]:
        """Return all events, or those of an area and of what lies within it."""
        async with self._environment.database.read() as session:
            found = await events.every(session)
        within = self.programme.within([area.id]) if area else set()
        return [event for event in found if area is None or within & set(event.areas)]

    async def changed(self) -> dict[int, datetime]:
        """Return when events were changed last, by id; none that was never changed."""
        async with self._environment.database.read() as session:
            return await event_changes.last_applied(session)

    async def entries(self, language: str) -> tuple[Entry, ...]:
        """Return all that the bot can answer, as it stands now."""
        return (await self._holder.engine()).collection(language).entries

    def glance(self) -> object:
        """Return what changes at least when `state` may have: within a second, where another process writes."""
        return self._environment.database.written, self._holder.version, int(self.clock().timestamp())

    async def state(self) -> object:
        """Return what changes whenever an event or an answer does, when an event is over, and every hour."""
        found, now = await self.every(), self.clock()
        over = sum(event.ends_at <= now for event in found)
        return found, self._holder.version, over, now.replace(minute=0, second=0, microsecond=0)
