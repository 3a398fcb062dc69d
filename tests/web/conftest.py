"""The whole bot with its site on a free port, and a browser of few words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import BytesIO

import aiohttp
import pytest

from tests.world import World


class Browser:
    """Asks the site of a world over HTTP."""

    def __init__(self, world: World, session: aiohttp.ClientSession) -> None:
        assert world.app.web is not None
        self.port = world.app.web.port
        self._session = session

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        answer, text = await self.ask("GET", path, headers=headers)
        return answer.status, text

    async def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[aiohttp.ClientResponse, str]:
        url = f"http://127.0.0.1:{self.port}{path}"
        async with self._session.request(
            method, url, data=body and BytesIO(body), headers=headers, allow_redirects=False
        ) as answer:
            return answer, (await answer.read()).decode(errors="replace")


@pytest.fixture
async def site(database_url: str) -> AsyncIterator[World]:
    world = World(database_url, http_port=0)
    await world.app.serve()
    await world.open()
    yield world
    await world.close()


@pytest.fixture
async def browser(site: World) -> AsyncIterator[Browser]:
    async with aiohttp.ClientSession() as session:
        yield Browser(site, session)
