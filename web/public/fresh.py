"""Make each answer once as long as nothing changes, and let browsers ask whether what they have is still good."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from web.public.lookup import Lookup

SECONDS = 60
MOST_BYTES = 16 * 2**20
"""Of all answers that are kept together."""

Kept = dict[tuple[str, str], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


class Fresh:
    """Keeps answers until an event or an answer changes, an event is over, or an hour has passed."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._kept: Kept = {}
        self._looked: object = None
        self._state: object = None
        self._looking = asyncio.Lock()

    def __call__(self, make: Endpoint) -> Endpoint:
        """Return the endpoint whose answers are kept, and made one after the other: no page waits for a feed."""
        one_at_a_time = asyncio.Lock()

        async def kept(request: Request) -> Response:
            key = (self._lookup.base(request), request.url.path)
            known = await self._known()
            answer = known.get(key)
            if answer is None:
                async with one_at_a_time:  # a thousand who ask at once are one rendering
                    answer = known.get(key) or _keep(known, key, await make(request))
            return asked(request, answer)

        return kept

    async def _known(self) -> Kept:
        """Return the answers to the present state; what is made for an earlier one is not among them."""
        if self._lookup.glance() != self._looked:
            async with self._looking:  # and one look at the rows
                glance = self._lookup.glance()  # taken before them: what is written meanwhile is looked at again
                if glance != self._looked:
                    await self._look()
                    self._looked = glance
        return self._kept

    async def _look(self) -> None:
        state = await self._lookup.state()
        if state != self._state:
            self._kept, self._state = {}, state


def _keep(known: Kept, key: tuple[str, str], answer: Response) -> Response:
    mark(answer)
    known[key] = answer
    while len(known) > 1 and sum(len(each.body) for each in known.values()) > MOST_BYTES:
        del known[next(iter(known))]
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
