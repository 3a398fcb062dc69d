from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import RetryAfter, TelegramError, TimedOut

from delivery.outcome import OutcomeKind, SendOutcome, classify
from delivery.responses import NotSent, NotTelegram, Uncertain, checked
from delivery.transport import AiohttpRequest

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


async def test_an_answer_counts_only_while_it_may_be_heard(api: Api) -> None:
    sure = [True]
    bot = api.bot(may_hear=lambda: sure[0])
    await say(bot)
    sure[0] = False
    with pytest.raises(Uncertain):
        await say(bot)
    assert len(api.seen) == 2


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


HTML = b"<html><head><title>403 Forbidden</title></head><body>blocked: bot was kicked</body></html>"
STRANGERS = [
    b"",
    HTML,
    b"null",
    b"[]",
    b'"Forbidden"',
    b"{}",
    b'{"ok": true}',
    b'{"ok": 1, "result": {}}',
    b'{"ok": false}',
    b'{"ok": false, "error_code": "403", "description": "x"}',
    b'{"ok": false, "error_code": 499, "description": "x"}',
    b'{"ok": false, "error_code": 403}',
    b'{"error": "forbidden", "error_code": 403, "description": "x"}',
    b'{"ok": true, "result": {"message_id": 1',
    b"[" * 100_000,
    b"\xff\xfe\x00",
    b"9" * 5000,
]


STATUSES = [200, 204, 302, 307, 400, 401, 403, 404, 407, 409, 429, 451, 500, 502, 511, 599]


@pytest.mark.parametrize("page", STRANGERS)
def test_a_page_that_is_not_telegrams_decides_nothing(page: bytes) -> None:
    for status in STATUSES:
        with pytest.raises(NotTelegram, match=str(status)) as raised:
            checked(status, page)
        outcome = classify(raised.value)
        assert (outcome.kind, outcome.offline, outcome.unreachable) == (OutcomeKind.TEMPORARY, True, False)


@pytest.mark.parametrize("status", [200, 307, 403, 404, 407, 502])
async def test_a_firewalls_page_is_the_lines_fault(api: Api, status: int) -> None:
    async def stranger(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, body=HTML, headers={"Location": "http://127.0.0.1:9/"})

    api.handle = stranger
    with pytest.raises(NotTelegram, match=str(status)) as raised:
        await say(api.bot())
    assert "kicked" not in str(raised.value)
    assert_no_secret(raised.value)


@pytest.mark.parametrize(
    ("status", "description", "kind", "unreachable"),
    [
        (403, "Forbidden: bot was blocked by the user", OutcomeKind.PERMANENT, True),
        (400, "Bad Request: chat not found", OutcomeKind.PERMANENT, True),
        (400, "Bad Request: message is too long", OutcomeKind.PERMANENT, False),
        (400, "", OutcomeKind.PERMANENT, False),
        (401, "Unauthorized", OutcomeKind.TEMPORARY, False),
        (409, "Conflict: terminated by other getUpdates request", OutcomeKind.TEMPORARY, False),
        (413, "Request Entity Too Large", OutcomeKind.PERMANENT, False),
        (500, "Oops", OutcomeKind.TEMPORARY, False),
        (503, "", OutcomeKind.TEMPORARY, False),
    ],
)
async def test_telegrams_own_refusals_count(
    api: Api, status: int, description: str, kind: OutcomeKind, unreachable: bool
) -> None:
    outcome = await refused(api, status, {"description": description})
    assert (outcome.kind, outcome.unreachable) == (kind, unreachable)


@pytest.mark.parametrize(
    ("asked", "waited"),
    [
        (7, 7),
        (7.2, 8),
        ("7", 7),
        (0, 1),
        (-30, 1),
        (43_000, 43_000),
        (10**9, 86_400),
        (10**400, 86_400),
        (float("inf"), 86_400),
        (float("-inf"), 1),
        (float("nan"), 5),
        ("soon", 5),
        (None, 5),
        (True, 5),
        ([3], 5),
        ({}, 5),
        ("1e999", 86_400),
    ],
)
async def test_any_wait_is_from_a_second_to_a_day(api: Api, asked: Any, waited: int) -> None:
    outcome = await refused(api, 429, {"parameters": {"retry_after": asked}})
    assert (outcome.kind, outcome.retry_after) == (OutcomeKind.TEMPORARY, waited)


@pytest.mark.parametrize("parameters", [None, [], "x", {}, {"migrate_to_chat_id": None}, {"else": 1}])
async def test_a_flood_without_a_wait_is_a_flood(api: Api, parameters: Any) -> None:
    assert (await refused(api, 429, {"parameters": parameters})).retry_after == 5
    assert (await refused(api, 429, {})).retry_after == 5


@pytest.mark.parametrize(
    ("moved", "kind"), [(-100123, OutcomeKind.MIGRATED), ("x", OutcomeKind.PERMANENT), (0, OutcomeKind.PERMANENT)]
)
async def test_a_group_moves_to_a_number_only(api: Api, moved: Any, kind: OutcomeKind) -> None:
    assert (await refused(api, 400, {"parameters": {"migrate_to_chat_id": moved}})).kind is kind


async def refused(api: Api, status: int, body: dict[str, Any]) -> SendOutcome:
    async def refuse(_: web.Request) -> web.StreamResponse:
        whole = {"ok": False, "error_code": status, "description": "x"} | body
        return web.json_response(whole, status=status)

    api.handle = refuse
    with pytest.raises(TelegramError) as raised:
        await say(api.bot())
    return classify(raised.value)


@pytest.mark.parametrize("status", [200, 403])
async def test_an_endless_answer_is_cut_off(api: Api, status: int) -> None:
    sent = 0

    async def endless(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse(status=status)
        await response.prepare(request)
        with contextlib.suppress(ConnectionError):
            while sent < 200 * 2**20:
                await response.write(b" " * 2**20)
                sent += 2**20
        return response

    api.handle = endless
    with pytest.raises(NotTelegram, match="20 MB"):
        await say(api.bot())
    assert sent < 60 * 2**20


async def test_a_file_is_taken_as_it_is(api: Api) -> None:
    async def file(_: web.Request) -> web.StreamResponse:
        return web.Response(body=HTML)

    api.handle = file
    request = AiohttpRequest()
    await request.initialize()
    assert await request.retrieve(f"http://127.0.0.1:{api.port}/file/bot{TOKEN}/x") == HTML
    await request.shutdown()


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
