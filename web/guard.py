"""Stand before every address: bounds of what comes in, headers of what goes out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.pages import Pages

LARGEST_BODY = 2**20
BODY_WITHIN = 10.0
ANSWER_WITHIN = 60.0
"""Seconds until an answer must have gone out as a whole, to a slow reader too."""
ABOUT_THE_PROCESS = ("/healthz", "/readyz", "/metrics", "/static/")
TRY_AGAIN = {"retry-after": "2"}

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


class Guard:
    """Lets through requests that are small and come in time, and no others before the process `serves`."""

    def __init__(self, app: ASGIApp, pages: Pages, serves: Callable[[], bool]) -> None:
        self._app, self._pages, self._serves = app, pages, serves

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        answer = _Answer(send)
        app: ASGIApp = self._app
        if not self._serves() and not scope["path"].startswith(ABOUT_THE_PROCESS):
            app = self._pages.refusal(request, 503, TRY_AGAIN)
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                await app(scope, _Body(request, receive), answer)
        except TimeoutError:
            if not answer.begun:
                await self._pages.refusal(request, 503, TRY_AGAIN)(scope, receive, answer)


class _Body:
    """Receives the body of a request. Raise `HTTPException` if it is too large or too slow."""

    def __init__(self, request: Request, receive: Receive) -> None:
        self._receive = receive
        announced = request.headers.get("content-length", "")
        self._left = LARGEST_BODY - (int(announced) if announced.isdecimal() else 0)
        self._announced = announced.isdecimal()
        self._until = asyncio.get_running_loop().time() + BODY_WITHIN
        self._complete = False

    async def __call__(self) -> Message:
        if self._complete:  # what comes now is only whether somebody still listens
            return await self._receive()
        if self._left < 0:
            raise HTTPException(413, headers={"connection": "close"})
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            raise HTTPException(408, headers={"connection": "close"}) from None
        self._complete = not message.get("more_body", False)
        if not self._announced:
            self._left -= len(message.get("body", b""))
        return message


class _Answer:
    """Sends what the application answers, with the headers of every answer."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)
