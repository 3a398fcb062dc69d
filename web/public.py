"""The programme for everybody, without Telegram: its areas and events, each on its own address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.events.events import Event
from messages.events.published import published
from messages.localizer import Localizer
from services.environment import Environment
from storage.events import events
from web.fresh import fresh
from web.pages import Pages

MOST = 60
"""Events on one page; the calendar holds them all."""
LARGEST_ID = 2**31 - 1


class Public:
    """Pages that only read, in the language of their address; without one the browser's is added to it."""

    def __init__(self, environment: Environment, pages: Pages, clock: Callable[[], datetime], public_url: str) -> None:
        self._environment, self._pages, self._clock, self._url = environment, pages, clock, public_url

    def routes(self) -> list[Route]:
        return [
            Route("/", self._in_a_language),
            Route("/e/{event:int}", self._in_a_language),
            Route("/{language}", self._home),
            Route("/{language}/", self._home),
            Route("/{language}/e/{event:int}", self._event),
            Route("/{language}/privacy", self._about),
            Route("/{language}/accessibility", self._about),
            Route("/{language}/{area}", self._area),
        ]

    async def _in_a_language(self, request: Request) -> Response:
        language = self._pages.language(request)
        return RedirectResponse(f"/{language}{request.url.path}", headers={"vary": "accept-language"})

    async def _home(self, request: Request) -> Response:
        voice = self._voice(request)
        shown = [event for event in await self._all() if self._worth_telling(event)]
        return self._page(request, voice, "home.html", **self._list(shown, voice))

    async def _area(self, request: Request) -> Response:
        voice, area = self._voice(request), self._named_area(request)
        within = self._environment.programme.within([area])
        shown = [event for event in await self._all() if within & set(event.areas) and self._worth_telling(event)]
        return self._page(request, voice, "area.html", area=area, name=voice.area(area), **self._list(shown, voice))

    async def _event(self, request: Request) -> Response:
        voice, number = self._voice(request), request.path_params["event"]
        async with self._environment.database.read() as session:
            event = await events.one(session, number) if number <= LARGEST_ID else None
        if event is None:
            raise HTTPException(404)
        return self._page(request, voice, "event.html", shown=published(event, voice, self._clock()))

    async def _about(self, request: Request) -> Response:
        subject = request.url.path.rpartition("/")[2]
        return self._page(request, self._voice(request), "about.html", subject=subject)

    async def _all(self) -> list[Event]:
        async with self._environment.database.read() as session:
            return await events.every(session)

    def _worth_telling(self, event: Event) -> bool:
        """Return True until it is over, also if it was cancelled: people may still come."""
        return event.ends_at > self._clock()

    def _list(self, found: list[Event], voice: Localizer) -> dict[str, Any]:
        now = self._clock()
        return {"shown": [published(event, voice, now) for event in found[:MOST]], "more": len(found[MOST:])}

    def _voice(self, request: Request) -> Localizer:
        language = request.path_params["language"]
        if language not in self._environment.catalog.languages:
            raise HTTPException(404)
        return self._environment.voice(language)

    def _named_area(self, request: Request) -> str:
        area = self._environment.programme.area(request.path_params["area"])
        if area is None:
            raise HTTPException(404)
        return area.id

    def _page(self, request: Request, voice: Localizer, template: str, **values: Any) -> Response:
        path = request.url.path.removeprefix(f"/{voice.language}")
        languages = {code: f"/{code}{path}" for code in self._environment.catalog.languages}
        values |= {"voice": voice, "areas": self._environment.programme.areas, "languages": languages}
        values["base"] = self._url or str(request.base_url).rstrip("/")
        return fresh(request, self._pages.page(request, template, language=voice.language, **values))
