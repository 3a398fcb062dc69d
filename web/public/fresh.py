"""Make each answer once as long as nothing changes, and let browsers ask whether what they have is still good."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from web.public.reader import Reader

SECONDS = 60
MOST_BYTES = 4 * 2**20
"""Of all answers that are kept together."""

Kept = dict[tuple[str, str], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


class Fresh:
    """Keeps answers until an event changes, and for a minute at most: what is over is over by itself."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: Kept = {}
        self._state: object = None
        self._one_at_a_time = asyncio.Lock()

    def __call__(self, make: Endpoint) -> Endpoint:
        """Return the endpoint whose answers are kept."""

        async def kept(request: Request) -> Response:
            key = (self._reader.base(request), request.url.path)
            known = await self._known()
            answer = known.get(key)
            if answer is None:
                async with self._one_at_a_time:  # a thousand who ask at once are one rendering
                    answer = known.get(key) or _keep(known, key, await make(request))
            return asked(request, answer)

        return kept

    async def _known(self) -> Kept:
        """Return the answers to the present state; what is made for an earlier one is not among them."""
        state = (await self._reader.state(), self._reader.clock().replace(second=0, microsecond=0))
        if state != self._state:
            self._kept, self._state = {}, state
        return self._kept


def _keep(known: Kept, key: tuple[str, str], answer: Response) -> Response:
    mark(answer)
    if len(answer.body) + sum(len(each.body) for each in known.values()) > MOST_BYTES:
        known.clear()
    known[key] = answer
    return answer


def mark(answer: Response) -> Response:
    """Say by which name browsers may ask for the answer again, and when."""
    answer.headers["etag"] = f'"{sha256(answer.body).hexdigest()[:24]}"'
    answer.headers["cache-control"] = f"public, max-age={SECONDS}"
    return answer


def asked(request: Request, answer: Response) -> Response:
    """Return the answer, or only that nothing has changed since the browser's."""
    known = request.headers.get("if-none-match", "")
    if answer.headers["etag"] not in [each.strip().removeprefix("W/") for each in known.split(",")]:
        return answer
    same = {name: value for name, value in answer.headers.items() if not name.startswith("content-")}
    return Response(status_code=304, headers=same)
