"""Serve the sites of several programmes, each under the name of its host, and what tells of the process."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from domain.figures import Figures
from domain.readiness import Readiness
from web import health
from web.guard import TRY_AGAIN

Sites = Mapping[str, ASGIApp | None]
"""The sites by their hosts; None while the programme does not run here."""


def application(
    sites: Callable[[], Sites], readiness: Callable[[], Awaitable[Readiness]], figures: Callable[[], Awaitable[Figures]]
) -> ASGIApp:
    """Return the application of a process. To a host that nobody has, it tells of itself and of all programmes."""
    process = Starlette(routes=health.routes(readiness, figures))
    absent = PlainTextResponse("not here, or not yet\n", 503, headers=TRY_AGAIN)

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        found, host = sites(), Request(scope).headers.get("host", "").lower()
        app = (found[host] or absent) if host in found else process
        await app(scope, receive, send)

    return answer
