"""Take the updates that Telegram brings."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hmac import compare_digest
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

SECRET = "x-telegram-bot-api-secret-token"
NOT_YET = {"retry-after": "1"}


@dataclass(frozen=True)
class Entrance:
    """The address for Telegram alone. `take` returns whether an update was handled, and raises ValueError for nonsense.

    Telegram forgets an update that was answered with 200, and brings any other again.
    """

    path: str
    secret: str
    take: Callable[[Any], Awaitable[bool]]

    def routes(self) -> list[Route]:
        return [Route(self.path, self._answer, methods=["POST"])]

    async def _answer(self, request: Request) -> Response:
        if not compare_digest(request.headers.get(SECRET, "").encode(), self.secret.encode()):
            return Response(status_code=401)
        try:
            done = await self.take(json.loads(await request.body()))
        except (ValueError, RecursionError):
            return Response(status_code=400)
        return Response() if done else Response(status_code=503, headers=NOT_YET)
