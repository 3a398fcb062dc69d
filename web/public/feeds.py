"""The programme for calendars, feed readers and other machines: they ask again and again for what is ahead."""

from __future__ import annotations

import json
from datetime import datetime

from markupsafe import Markup
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
from web.public.pieces import Pieces

CALENDAR = "text/calendar; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
LINKED = "application/ld+json"


class Feeds:
    """Each in the language of its address; without one in the programme's own."""

    def __init__(self, lookup: Lookup, pages: Pages, fresh: Fresh, pieces: Pieces) -> None:
        self._lookup, self._pages, self._fresh, self._pieces = lookup, pages, fresh, pieces

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
        now, voice = self._lookup.clock(), self._lookup.voice(request)
        shown = [event for event in found if event.takes_place or event.called_off(now)]
        entries = await self._pieces.of(
            ("ics", voice.language), shown, lambda event: ics.subscribed(event, voice, now), lambda _: voice.bot
        )
        since = min([now.replace(minute=0, second=0, microsecond=0), *(event.starts_at for event in shown)])
        return Response(ics.subscription(entries, since, name, voice), media_type=CALENDAR)

    async def _atom(self, request: Request) -> Response:
        voice, now, base = self._lookup.voice(request), self._lookup.clock(), self._lookup.base(request)
        found, changes = await self._lookup.ahead(), await self._lookup.changed()

        def at(event: Event) -> datetime:
            return changes.get(event.id) or event.since or now

        def entry(event: Event) -> Markup:
            each = published(event, voice, now)
            return self._pages.part("entry.xml", voice.language, each=each, at=at(event), base=base)

        entries = await self._pieces.of(
            ("atom", base, voice.language), found, entry, lambda event: (at(event), event.ahead(now), voice.bot)
        )
        page = self._pages.page(
            request,
            "feed.xml",
            language=voice.language,
            voice=voice,
            base=base,
            entries=Markup("\n").join(entries),
            changed=max(map(at, found), default=now),
        )
        return Response(page.body, media_type=ATOM)

    async def _linked(self, request: Request) -> Response:
        voice, base = self._lookup.voice(request), self._lookup.base(request)
        sure = [event for event in await self._lookup.ahead() if event.confirmed]
        at = f"{base}/{voice.language}/e/"

        def one(event: Event) -> str:
            return json.dumps(linked(event, voice, f"{at}{event.id}"), ensure_ascii=False, indent=1)

        graph = await self._pieces.of(("linked", at), sure, one, lambda _: voice.bot)
        every = ",\n".join(graph)
        text = f'{{"@context": {json.dumps(VOCABULARY)}, "@graph": [\n{every}\n]}}'
        return Response(text, media_type=LINKED)
