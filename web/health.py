"""Answer whoever looks after the process."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route


def routes() -> list[Route]:
    return [Route("/healthz", _healthz)]


async def _healthz(_: Request) -> Response:
    """Answer at all: the loop turns."""
    return PlainTextResponse("the loop turns\n")
