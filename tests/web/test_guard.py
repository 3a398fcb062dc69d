"""Whoever asks, and however: a plain answer, and nothing of the inside."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.app import App
from bot.settings import SettingsError
from tests.web.conftest import Browser
from tests.world import World, content, texts
from web import guard, server
from web.guard import Guard
from web.pages import Pages
from web.server import WebServer

pytestmark = pytest.mark.one_database

INSIDE = ("Traceback", "site-packages", "starlette", "uvicorn", "sqlite", "postgresql", "/web/", "Python")


async def raw(browser: Browser, request: bytes) -> bytes:
    """The answer to exactly these bytes, until the connection ends."""
    reader, writer = await asyncio.open_connection("127.0.0.1", browser.port)
    writer.write(request)
    answer = await asyncio.wait_for(reader.read(), 30)
    writer.close()
    return answer


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("it", "Questa pagina non c’è"),
        ("en-GB,en;q=0.9", "This page does not exist"),
        ("de, fr;q=0.5, en;q=0.1", "Cette page n’existe pas"),
        ("en;q=0, de", "Questa pagina non c’è"),
        (";;q=x,,", "Questa pagina non c’è"),
    ],
)
async def test_an_unknown_address_gets_a_page(browser: Browser, language: str, title: str) -> None:
    status, page = await browser.get("/events/../nothing", **{"Accept-Language": language})

    assert (status, f"<h1>{title}</h1>" in page) == (404, True)
    assert [word for word in INSIDE if word in page] == []


async def test_every_answer_has_the_same_headers_and_no_cookie(browser: Browser) -> None:
    for path in ("/", "/healthz", "/static/site.css", "/nothing"):
        answer, _ = await browser.ask("GET", path)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert not {"Set-Cookie", "Server"} & answer.headers.keys()


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server.py",
        "/static/%2e%2e/server.py",
        "/static/..%2f..%2f.env",
        "/../../etc/passwd",
        "/static//etc/passwd",
    ],
)
async def test_no_path_leads_out_of_the_folder(browser: Browser, path: str) -> None:
    answer = await raw(browser, f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())

    assert answer.startswith(b"HTTP/1.1 404"), answer


async def test_what_can_only_be_read_says_so(browser: Browser) -> None:
    answer, page = await browser.ask("POST", "/healthz", b"x")

    assert (answer.status, "Qui non si può" in page) == (405, True)


@pytest.mark.parametrize("nonsense", [b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"A" * 100_000 + b"\r\n\r\n"])
async def test_what_is_not_http_is_refused(browser: Browser, nonsense: bytes) -> None:
    assert b"400" in (await raw(browser, nonsense))[:20]
    assert (await browser.get("/healthz"))[0] == 200


async def test_a_slow_client_is_sent_away_and_the_bot_answers(
    site: World, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "REQUEST_WITHIN", 0.3)
    monkeypatch.setattr(server, "LOOK_EVERY", 0.1)
    lines = [asyncio.create_task(raw(browser, b"GET /heal")) for _ in range(50)]
    await asyncio.sleep(0)

    await site.say(site.anna, "/incontri")
    assert "Pinerolo" in texts(site.anna)[-1]
    assert {(await line)[:12] for line in lines} == {b"HTTP/1.1 408"}


async def test_before_this_process_is_the_bot_only_the_process_is_told_of(database_url: str) -> None:
    world = World(database_url, http_port=0)
    await world.app.serve()
    async with aiohttp.ClientSession() as session:
        browser = Browser(world, session)
        answer, page = await browser.ask("GET", "/")
        assert (answer.status, answer.headers["Retry-After"]) == (503, "2")
        assert "Torna fra un momento" in page
        assert (await browser.get("/healthz"))[0] == 200
        await world.open()
        assert (await browser.get("/"))[0] == 307
    await world.close()


@pytest.fixture
async def echo() -> AsyncIterator[WebServer]:
    """A site that tells how much it was sent, now or in a while, and one address that never answers."""

    async def measure(request: Request) -> Response:
        return PlainTextResponse(str(len(await request.body())))

    async def later(_: Request) -> Response:
        await asyncio.sleep(0.3)
        return PlainTextResponse("done")

    async def never(_: Request) -> Response:
        await asyncio.Event().wait()
        return Response()

    pages = Pages(content().catalog)
    routes = [Route("/", measure, methods=["POST"]), Route("/later", later), Route("/never", never)]
    app = Starlette(routes=routes, exception_handlers=pages.handlers)
    opened = WebServer(Guard(app, pages, lambda: True), "127.0.0.1", 0)
    await opened.start()
    yield opened
    await opened.stop()


@pytest.mark.parametrize(
    ("size", "chunked", "status"),
    [
        (guard.LARGEST_BODY, False, 200),
        (10 * 2**20, False, 413),
        (guard.LARGEST_BODY, True, 200),
        (10 * 2**20, True, 413),
    ],
)
async def test_a_body_has_a_largest_size(echo: WebServer, size: int, chunked: bool, status: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", echo.port)
    length = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {size}"
    writer.write(f"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{length}\r\n\r\n".encode())
    body = b"x" * size
    writer.write(f"{size:x}\r\n".encode() + body + b"\r\n0\r\n\r\n" if chunked else body)

    assert (await reader.readline()).startswith(f"HTTP/1.1 {status}".encode())
    writer.close()


async def test_a_body_that_does_not_arrive_is_not_waited_for(echo: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "BODY_WITHIN", 0.1)
    reader, writer = await asyncio.open_connection("127.0.0.1", echo.port)
    writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nfew")

    assert (await reader.readline()).startswith(b"HTTP/1.1 408")
    writer.close()


async def test_an_answer_that_does_not_come_is_not_waited_for(echo: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "ANSWER_WITHIN", 0.1)
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{echo.port}/never") as answer:
        assert (answer.status, "Torna fra un momento" in await answer.text()) == (503, True)


async def test_a_taken_port_is_named_in_a_sentence(site: World, browser: Browser) -> None:
    taken = App(replace(site.settings, http_port=browser.port), content=content())
    with pytest.raises(SettingsError, match=rf"^port {browser.port} of 127.0.0.1 cannot be used: .* another HTTP_PORT"):
        await taken.serve()
    await taken.database.close()
    elsewhere = App(replace(site.settings, http_host="203.0.113.1"), content=content())
    with pytest.raises(SettingsError, match="HTTP_HOST"):
        await elsewhere.serve()
    await elsewhere.database.close()


async def test_who_is_being_answered_is_answered_before_the_end(echo: WebServer) -> None:
    idle, quiet = await asyncio.open_connection("127.0.0.1", echo.port)
    reader, writer = await asyncio.open_connection("127.0.0.1", echo.port)
    writer.write(b"GET /later HTTP/1.1\r\nHost: x\r\n\r\n")
    await asyncio.sleep(0.1)
    await echo.stop()

    assert (await reader.read()).endswith(b"done")
    assert await idle.read() == b""
    writer.close()
    quiet.close()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", echo.port)
