"""The programme for calendars, feed readers and other machines: they ask again and again for what is ahead."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.events.events import Event
from messages.events import ics
from messages.events.linked_data import VOCABULARY, linked
from messages.events.published import published
from web.pages import Pages
from web.public.fresh import Fresh
from web.public.lookup import Lookup

CALENDAR = "text/calendar; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
LINKED = "application/ld+json"


class Feeds:
    """Each in the language of its address; without one in the programme's own."""

    def __init__(self, lookup: Lookup, pages: Pages, fresh: Fresh) -> None:
        self._lookup, self._pages, self._fresh = lookup, pages, fresh

    def routes(self) -> list[Route]:
        answers = {
            "/all.ics": self._calendar,
            "/feed.xml": self._atom,
            "/events.json": self._linked,
            "/e/{event:int}.ics": self._one,
            "/{area}.ics": self._area,
        }
        kept = {path: self._fresh(answer) for path, answer in answers.items()}
        return [Route(before + path, answer) for path, answer in kept.items() for before in ("", "/{language}")]

    async def _calendar(self, request: Request) -> Response:
        voice = self._lookup.voice(request)
        return await self._ics(request, await self._lookup.every(), voice.programme_name)

    async def _area(self, request: Request) -> Response:
        voice, area = self._lookup.voice(request), self._lookup.area(request)
        return await self._ics(
            request, await self._lookup.every(area), f"{voice.programme_name}: {voice.area(area.id)}"
        )

    async def _one(self, request: Request) -> Response:
        voice = self._lookup.voice(request)
        return await self._ics(request, [await self._lookup.event(request)], voice.programme_name)

    async def _ics(self, request: Request, found: list[Event], name: str) -> Response:
        now = self._lookup.clock()
        shown = [event for event in found if event.takes_place or event.called_off(now)]
        voice = self._lookup.voice(request)
        content = await asyncio.to_thread(ics.subscription, shown, name, voice, now)  # of a thousand, while people wait
        return Response(content, media_type=CALENDAR)

    async def _atom(self, request: Request) -> Response:
        voice, now = self._lookup.voice(request), self._lookup.clock()
        found, changes = await self._lookup.ahead(), await self._lookup.changed()
        told = await asyncio.to_thread(lambda: [published(event, voice, now) for event in found])
        shown = [(each, changes.get(each.event.id) or each.event.since or now) for each in told]
        changed = max((at for _, at in shown), default=now)
        values: dict[str, Any] = {
            "voice": voice,
            "base": self._lookup.base(request),
            "shown": shown,
            "changed": changed,
        }
        page = self._pages.page(request, "feed.xml", language=voice.language, **values)
        return Response(page.body, media_type=ATOM)

    async def _linked(self, request: Request) -> Response:
        voice, base = self._lookup.voice(request), self._lookup.base(request)
        sure = [event for event in await self._lookup.ahead() if event.confirmed]
        at = f"{base}/{voice.language}/e/"
        graph = await asyncio.to_thread(lambda: [linked(event, voice, f"{at}{event.id}") for event in sure])
        text = json.dumps({"@context": VOCABULARY, "@graph": graph}, ensure_ascii=False, indent=1)
        return Response(text, media_type=LINKED)
