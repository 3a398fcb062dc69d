from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import RetryAfter, TimedOut

from delivery.transport import AiohttpRequest, NotSent, Uncertain

TOKEN = "123:SECRET"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
SENT = {"ok": True, "result": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _plain(form: Mapping[str, Any]) -> dict[str, Any]:
    fields = form.items()
    return {n: (v.filename, v.file.read()) if isinstance(v, web.FileField) else v for n, v in fields}


class Api:
    """A server whose every answer is `handle`'s, and a bot that talks to it."""

    def __init__(self) -> None:
        self.handle: Handler = self._sent
        self.seen: list[tuple[str, Any]] = []
        self.port = free_port()

    async def _sent(self, request: web.Request) -> web.StreamResponse:
        if request.content_type.startswith("multipart"):
            self.seen.append((request.content_type, _plain(await request.post())))
        else:
            self.seen.append((request.content_type, await request.json()))
        return web.json_response(SENT)

    def bot(self, **options: Any) -> Bot:
        request = AiohttpRequest(**options)
        return Bot(TOKEN, base_url=f"http://127.0.0.1:{self.port}/bot", request=request)


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    api = Api()
    app = web.Application()

    async def handle(request: web.Request) -> web.StreamResponse:
        return await api.handle(request)

    app.router.add_route("*", "/{tail:.*}", handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", api.port).start()
    yield api
    await runner.cleanup()


async def say(bot: Bot, text: str = "ciao") -> Any:
    await bot.request.initialize()
    try:
        return await bot.send_message(1, text)
    finally:
        await bot.request.shutdown()


async def test_a_message_goes_out_as_json(api: Api) -> None:
    assert (await say(api.bot(), "è così")).message_id == 1
    assert api.seen == [("application/json", {"chat_id": 1, "text": "è così"})]


async def test_a_file_goes_out_with_its_name_as_written(api: Api) -> None:
    bot = api.bot()
    await bot.request.initialize()
    await bot.send_document(1, b"BEGIN:VCALENDAR", filename="incontro à Torre.ics", caption="📅")
    await bot.request.shutdown()
    ((kind, form),) = api.seen
    assert kind == "multipart/form-data"
    assert (form["chat_id"], form["caption"]) == ("1", "📅")
    assert form["document"] == ("incontro à Torre.ics", b"BEGIN:VCALENDAR")


async def test_without_a_connection_nothing_was_sent(api: Api) -> None:
    api.port = free_port()
    with pytest.raises(NotSent) as raised:
        await say(api.bot())
    assert_no_secret(raised.value)


async def test_a_connection_cut_after_the_request_is_uncertain(api: Api) -> None:
    async def cut(request: web.Request) -> web.StreamResponse:
        await request.read()
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    api.handle = cut
    with pytest.raises(Uncertain) as raised:
        await say(api.bot())
    assert_no_secret(raised.value)


async def test_no_answer_in_time_is_a_timeout(api: Api) -> None:
    async def sleep(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(5)
        return web.Response()

    api.handle = sleep
    with pytest.raises(TimedOut) as raised:
        await say(api.bot(read_timeout=0.1))
    assert_no_secret(raised.value)


async def test_a_pool_that_stays_full_has_sent_nothing(api: Api) -> None:
    async def slow(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.5)
        return web.json_response(SENT)

    api.handle = slow
    bot = api.bot(connection_pool_size=1, connect_timeout=0.05, pool_timeout=0.05)
    await bot.request.initialize()
    first = asyncio.create_task(bot.send_message(1, "a"))
    await asyncio.sleep(0.1)
    with pytest.raises(NotSent):
        await bot.send_message(2, "b")
    await first
    await bot.request.shutdown()


async def test_a_redirect_is_not_followed(api: Api) -> None:
    async def elsewhere(_: web.Request) -> web.StreamResponse:
        raise web.HTTPTemporaryRedirect("/elsewhere")

    api.handle = elsewhere
    with pytest.raises(Exception, match="307"):
        await say(api.bot())


async def test_a_flood_is_told_with_its_seconds(api: Api) -> None:
    async def flood(_: web.Request) -> web.StreamResponse:
        body = {"ok": False, "error_code": 429, "description": "x", "parameters": {"retry_after": 7}}
        return web.json_response(body, status=429)

    api.handle = flood
    with pytest.raises(RetryAfter) as raised:
        await say(api.bot())
    assert raised.value._retry_after.total_seconds() == 7


def test_a_given_proxy_comes_before_the_environments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://environment:3128")
    monkeypatch.setenv("no_proxy", "localhost")
    assert AiohttpRequest(proxy="http://given:1")._find_proxy("https", "telegram") == "http://given:1"
    assert AiohttpRequest()._find_proxy("https", "telegram") == "http://environment:3128"
    assert AiohttpRequest()._find_proxy("https", "localhost") is None


def assert_no_secret(error: BaseException) -> None:
    chain: BaseException | None = error
    while chain is not None:
        assert "SECRET" not in repr(chain) + str(chain)
        chain = chain.__cause__ or chain.__context__
