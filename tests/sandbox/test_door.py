"""The sandbox answers its own page and nobody else's, whatever a browser can be made to send."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from sandbox.api.telegram import Telegram
from sandbox.people.messages import UploadedFile
from sandbox.web.cast import Cast
from sandbox.web.clock import Clock
from sandbox.web.server import Server, create_app

ACT = json.dumps({"person": 1, "text": "ciao"})


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    clock = Clock(datetime(2027, 10, 8, 16, tzinfo=UTC))
    server = Server(create_app(Telegram(now=clock), clock, people=[Cast(1, "Anna", "it", "x")]), port=0)
    await server.start()
    yield server
    await server.stop()


async def _ask(server: Server, path: str, *headers: str, body: str = "") -> tuple[int, str]:
    """As no client would write it: the headers are given as they are."""
    port = int(server.url.rsplit(":", 1)[1])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    lines = [f"{'POST' if body else 'GET'} {path} HTTP/1.1", *headers, "Connection: close"]
    lines += [f"Content-Length: {len(body)}", "Content-Type: application/json"] if body else []
    writer.write(("\r\n".join(lines) + "\r\n\r\n" + body).encode())
    answer = (await reader.read(65536)).decode(errors="replace")
    writer.close()
    return int(answer.split()[1]), answer


def _own(server: Server) -> str:
    return server.url.removeprefix("http://")


def _cookie(server: Server) -> str:
    return "Cookie: " + "; ".join(f"{name}={value}" for name, value in server.cookies.items())


async def test_the_page_is_given_a_token_that_every_request_needs(server: Server) -> None:
    host = f"Host: {_own(server)}"
    status, page = await _ask(server, "/", host)
    assert status == 200
    cookie = next(line for line in page.splitlines() if line.lower().startswith("set-cookie"))
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    given = "Cookie: " + cookie.split(": ", 1)[1].split(";")[0]
    assert (await _ask(server, "/sandbox/people", host, given))[0] == 200
    assert (await _ask(server, "/sandbox/say", host, given, body=ACT))[0] == 200
    for wrong in (
        "X-None: 1",
        "Cookie: campanile-sandbox=",
        "Cookie: campanile-sandbox=nope",
        "Cookie: ;;=,é",
    ):
        for path in ("/sandbox/people", "/sandbox/state?person=1", "/sandbox/stream", "/sandbox/calls/0"):
            assert (await _ask(server, path, host, wrong))[0] == 403, (path, wrong)
        assert (await _ask(server, "/sandbox/say", host, wrong, body=ACT))[0] == 403


async def test_each_start_has_a_token_of_its_own(server: Server) -> None:
    clock = Clock(datetime(2027, 10, 8, 16, tzinfo=UTC))
    other = Server(create_app(Telegram(now=clock), clock, people=()), port=0)
    assert other.cookies != server.cookies


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1:1",
        "127.0.0.1",
        "localhost",
        "127.0.0.1.evil.example:{port}",
        "localhost.evil.example:{port}",
        "0.0.0.0:{port}",
        "[::1]:{port}",
        "user@127.0.0.1:{port}",
        "127.1:{port}",
        "2130706433:{port}",
        "LOCALHOST.:{port}",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/", "/sandbox/people", "/page/page.js", "/bot1:x/getMe"])
async def test_another_host_is_refused(server: Server, host: str, path: str) -> None:
    port = server.url.rsplit(":", 1)[1]
    assert (await _ask(server, path, f"Host: {host.format(port=port)}", _cookie(server)))[0] == 403


async def test_two_hosts_or_none_are_refused(server: Server) -> None:
    own = f"Host: {_own(server)}"
    assert (await _ask(server, "/", own, "Host: evil.example"))[0] in (400, 403)
    assert (await _ask(server, "/"))[0] in (400, 403)


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "http://127.0.0.1:1",
        "https://{own}",
        "http://localhost",
        "file://",
        "{own}",
        "",
    ],
)
async def test_another_origin_is_refused(server: Server, origin: str) -> None:
    lines = [f"Host: {_own(server)}", _cookie(server), f"Origin: {origin.format(own=_own(server))}"]
    assert (await _ask(server, "/sandbox/say", *lines, body=ACT))[0] == 403
    assert (await _ask(server, "/sandbox/people", *lines))[0] == 403


async def test_both_names_of_this_machine_are_its_own(server: Server) -> None:
    port = server.url.rsplit(":", 1)[1]
    for name in (f"127.0.0.1:{port}", f"localhost:{port}"):
        lines = [f"Host: {name}", _cookie(server), f"Origin: http://{name}"]
        assert (await _ask(server, "/sandbox/say", *lines, body=ACT))[0] == 200


@pytest.mark.parametrize("address", ["play.example:9000", "Localhost:9000", "192.168.1.5", "[fe80::1]:80"])
async def test_an_address_that_was_named_is_its_own_too(address: str) -> None:
    clock = Clock(datetime(2027, 10, 8, 16, tzinfo=UTC))
    app = create_app(Telegram(now=clock), clock, people=[Cast(1, "Anna", "it", "x")], address=address)
    server = Server(app, "0.0.0.0", 0)
    await server.start()
    port = int(server.url.rsplit(":", 1)[1])
    named = address.lower()
    for host, origin in ((named, f"http://{named}"), (named, f"https://{named}"), (_own(server), server.url)):
        lines = [f"Host: {host}", _cookie(server), f"Origin: {origin}"]
        assert (await _ask(server, "/sandbox/say", *lines, body=ACT))[0] == 200, host
    for host in ("evil.example:9000", f"evil.{named}", f"{named}.evil.example", f"0.0.0.0:{port}"):
        assert (await _ask(server, "/", f"Host: {host}", _cookie(server)))[0] == 403, host
    for origin in ("https://evil.example", f"ftp://{named}", f"https://{_own(server)}", "null"):
        lines = [f"Host: {named}", _cookie(server), f"Origin: {origin}"]
        assert (await _ask(server, "/sandbox/say", *lines, body=ACT))[0] == 403, origin
    await server.stop()


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("a.html", "text/html"),
        ("a.svg", "image/svg+xml"),
        ("a.xml", "application/xml"),
        ("a.xhtml", "application/xhtml+xml"),
        ("a.js", "text/javascript"),
        ("a.pdf", "application/pdf"),
        ("a\r\nSet-Cookie: x=1.txt", "text/plain"),
        ('a".html', "text/html; charset=utf-7"),
        ("‮gpj.html", "TEXT/HTML"),
        ("../../etc/passwd", "image/png\r\nX: y"),
    ],
)
async def test_what_is_uploaded_is_never_a_page(name: str, mime: str) -> None:
    clock = Clock(datetime(2027, 10, 8, 16, tzinfo=UTC))
    telegram = Telegram(now=clock)
    server = Server(create_app(telegram, clock, people=[Cast(1, "Anna", "it", "x")]), port=0)
    await server.start()
    kept = telegram.keep(UploadedFile(name, b"<script>alert(1)</script>", mime))
    for path in (f"/sandbox/files/{kept}", f"/file/bot{telegram.token}/{kept}/x"):
        status, answer = await _ask(server, path, f"Host: {_own(server)}", _cookie(server))
        head = answer.split("\r\n\r\n")[0].lower()
        assert status == 200
        assert "content-type: application/octet-stream" in head
        assert "content-disposition: attachment" in head
        assert "x-content-type-options: nosniff" in head
        assert "content-security-policy: sandbox" in head
        assert "\r\nset-cookie" not in head
    await server.stop()
