"""The programme for everybody, without Telegram: its areas and events, each on its own address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.events.events import Event
from messages.events.linked_data import VOCABULARY, linked
from messages.events.published import published
from messages.keyboards import map_button
from messages.localizer import Localizer
from web.public.fresh import Fresh
from web.public.layout import PageLayout
from web.public.lookup import Lookup
from web.public.pieces import Pieces

MOST = 60
"""Events on one page; the calendar holds them all."""
GOOGLE = "https://calendar.google.com/calendar/r?cid="
OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb?url="


class EventPages:
    """Pages that only read, in the language of their address; without one the browser's is added to it."""

    def __init__(
        self, lookup: Lookup, layout: PageLayout, fresh: Fresh, pieces: Pieces, has_poster: Callable[[Event], bool]
    ) -> None:
        self._lookup, self._layout, self._fresh = lookup, layout, fresh
        self._pieces, self._has_poster = pieces, has_poster

    def routes(self) -> list[Route]:
        return [
            Route("/", self._layout.in_a_language),
            Route("/e/{event:int}", self._layout.in_a_language),
            Route("/{language}", self._fresh(self._home)),
            Route("/{language}/", self._fresh(self._home)),
            Route("/{language}/e/{event:int}", self._fresh(self._event)),
            Route("/{language}/privacy", self._fresh(self._about)),
            Route("/{language}/accessibility", self._fresh(self._about)),
            Route("/{language}/{area}", self._fresh(self._area)),
        ]

    async def _home(self, request: Request) -> Response:
        voice = self._lookup.voice(request)
        return await self._list(request, voice, "home.html", await self._lookup.ahead(), "all")

    async def _area(self, request: Request) -> Response:
        voice, area = self._lookup.voice(request), self._lookup.area(request)
        found = await self._lookup.ahead(area)
        return await self._list(request, voice, "area.html", found, area.id, name=voice.area(area.id))

    async def _list(
        self, request: Request, voice: Localizer, template: str, found: list[Event], file: str, **values: Any
    ) -> Response:
        now = self._lookup.clock()
        shown = await self._pieces.of(
            ("list", voice.language),
            found[:MOST],
            lambda event: self._layout.part("listed.html", voice, each=published(event, voice, now)),
            lambda event: (event.ahead(now), voice.bot),
        )
        calendars = self._calendars(request, f"/{voice.language}/{file}.ics")
        values |= {"shown": Markup("").join(shown), "more": len(found[MOST:]), "calendars": calendars}
        return self._layout.page(request, voice, template, **values)

    async def _event(self, request: Request) -> Response:
        voice, event = self._lookup.voice(request), await self._lookup.event(request)
        url = f"{self._lookup.base(request)}/{voice.language}/e/{event.id}"
        # Of a day that is not sure, machines would keep only the day.
        data = {"@context": VOCABULARY} | linked(event, voice, url) if event.confirmed else {}
        shown = published(event, voice, self._lookup.clock())
        ways = {"map": map_button(event, voice).url, "poster": self._has_poster(event)}
        return self._layout.page(request, voice, "event.html", shown=shown, data=data, **ways)

    async def _about(self, request: Request) -> Response:
        subject = request.url.path.rpartition("/")[2]
        return self._layout.page(request, self._lookup.voice(request), "about.html", subject=subject)

    def _calendars(self, request: Request, path: str) -> dict[str, str]:
        """Return where to follow a calendar with each of the usual programs, by the key of its name."""
        address = self._lookup.base(request) + path
        live = address.replace("http", "webcal", 1).replace("webcals", "webcal", 1)
        return {
            "web-calendar-device": live,
            "web-calendar-google": GOOGLE + quote(live, safe=""),
            "web-calendar-outlook": OUTLOOK + quote(address, safe=""),
            "web-calendar-file": path,
        }
