"""Draw posters and the pictures of links for whoever asks: each once, and few at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.events.events import Event
from messages.localizer import Localizer
from messages.team import drawing_process
from messages.team.poster_drawing import Poster, draw_pdf, draw_preview, poster
from services.team.drawing import drawn
from services.team.posters import can_be_printed
from web.public.fresh import asked, mark
from web.public.layout import PageLayout
from web.public.lookup import Lookup

AT_ONCE = 2
"""Pictures that are drawn at the same time, each in a process of its own; who wants another comes again."""
KEPT = 100
BUSY = {"retry-after": "5"}

Draw = Callable[[Poster], bytes]
Key = tuple[Draw, int, int, str]
"""What is drawn of which event at which version, in which language."""


class Pictures:
    """Only of dates that are sure, as in the chat, and where the libraries that draw are installed."""

    def __init__(self, lookup: Lookup, layout: PageLayout) -> None:
        self._lookup, self._layout = lookup, layout
        self._kept: dict[Key, bytes] = {}
        self._drawing: dict[Key, asyncio.Task[bytes]] = {}

    def routes(self) -> list[Route]:
        return [
            Route("/e/{event:int}/poster.pdf", self._layout.in_a_language),
            Route("/{area}/poster.pdf", self._layout.in_a_language),
            Route("/{language}/e/{event:int}/poster.pdf", self._poster),
            Route("/{language}/e/{event:int}/picture.png", self._picture),
            Route("/{language}/{area}/poster.pdf", self._next_poster),
        ]

    def possible(self, event: Event) -> bool:
        return can_be_printed(event, self._lookup.clock()) and drawing_process.possible()

    async def _poster(self, request: Request) -> Response:
        return await self._answer(request, draw_pdf, "application/pdf", await self._lookup.event(request))

    async def _picture(self, request: Request) -> Response:
        return await self._answer(request, draw_preview, "image/png", await self._lookup.event(request))

    async def _next_poster(self, request: Request) -> Response:
        """Answer with the poster of the area's next event of which there is one."""
        ahead = await self._lookup.ahead(self._lookup.area(request))
        found = next(filter(self.possible, ahead), None)
        return await self._answer(request, draw_pdf, "application/pdf", found)

    async def _answer(self, request: Request, draw: Draw, kind: str, event: Event | None) -> Response:
        voice = self._lookup.voice(request)
        if event is None or not self.possible(event):
            return self._layout.page(request, voice, "no_picture.html", status=404)
        return asked(request, mark(Response(await self._drawn(draw, event, voice), media_type=kind)))

    async def _drawn(self, draw: Draw, event: Event, voice: Localizer) -> bytes:
        key = (draw, event.id, event.version, voice.language)
        if key in self._kept:
            return self._kept[key]
        task = self._drawing.get(key)
        if task is None:
            if len(self._drawing) >= AT_ONCE or not voice.bot:  # whose name is on it, once Telegram was reached
                raise HTTPException(503, headers=BUSY)
            task = self._drawing[key] = asyncio.create_task(self._draw(key, poster(event, voice.bot, voice)))
        return await asyncio.shield(task)  # others may wait for it too

    async def _draw(self, key: Key, subject: Poster) -> bytes:
        try:
            picture = await drawn(key[0], subject)
        finally:
            del self._drawing[key]
        while len(self._kept) >= KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = picture
        return picture
