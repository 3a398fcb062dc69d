"""Addresses: what is fetched, and what is not. A server of this machine plays the public network."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from reading.errors import Flaw
from reading.source import Source
from reading.web import fetch, is_address, is_public, shown


async def _answer(request: web.Request) -> web.StreamResponse:
    match request.path:
        case "/calendar.ics":
            return web.Response(body=b"BEGIN:VCALENDAR")
        case "/versioned":
            same = request.headers.get("If-None-Match") == '"7"'
            return web.Response(status=304) if same else web.Response(body=b"BEGIN:VCALENDAR", headers={"ETag": '"7"'})
        case "/same":
            return web.Response(status=304)
        case "/large":
            return web.Response(body=b"x" * 1_000_001)
        case "/moved":
            raise web.HTTPFound("/calendar.ics")
        case "/round":
            raise web.HTTPFound("/round")
        case "/inside":
            raise web.HTTPFound("http://[::1]:1/secret")
        case "/file":
            raise web.HTTPFound("file:///etc/passwd")
    raise web.HTTPNotFound


@pytest.fixture
async def address() -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_route("*", "/{tail:.*}", _answer)
    async with TestServer(application, host="127.0.0.1") as server:
        yield str(server.make_url("")).rstrip("/")


def _this_server(found: str) -> bool:
    return found == "127.0.0.1"


async def test_what_is_still_the_same_is_not_sent_again(address: str) -> None:
    first = await fetch(address + "/versioned", allowed=_this_server)
    assert await fetch(address + "/versioned", first, _this_server) is first
    again = await fetch(address + "/versioned", Source("x", b"old", '"6"'), _this_server)
    assert again.content == b"BEGIN:VCALENDAR"
    with pytest.raises(Flaw, match="304"):
        await fetch(address + "/same", Source("x", b"old"), _this_server)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://example.org/ical/private-0815/basic.ics", "example.org/…/basic.ics"),
        ("webcal://example.org", "example.org"),
        ("https://example.org/private-0815/", "example.org"),
    ],
)
def test_an_address_is_shown_without_what_may_be_a_secret(url: str, said: str) -> None:
    assert shown(url) == said


@pytest.mark.parametrize("path", ["/calendar.ics", "/moved"])
async def test_a_calendar_is_fetched_also_from_where_it_moved(address: str, path: str) -> None:
    found = await fetch(address + path, allowed=_this_server)

    assert (found.name, found.content) == ("calendar.ics", b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/large", "is larger than 1 MB"),
        ("/round", "leads to another address more than 5 times"),
        ("/inside", 'is not fetched: "::1" lies in a private network'),
        ("/file", "is no address with http"),
        ("/nothing", "the server answers 404"),
    ],
)
async def test_what_goes_wrong_is_said(address: str, path: str, said: str) -> None:
    with pytest.raises(Flaw, match=said):
        await fetch(address + path, allowed=_this_server)


async def test_nothing_of_a_private_network_is_asked_for(address: str) -> None:
    for there in (address, address.replace("127.0.0.1", "localhost"), "http://[::ffff:127.0.0.1]:1/"):
        with pytest.raises(Flaw, match="lies in a private network"):
            await fetch(there)


@pytest.mark.parametrize("url", ["http:///x", "ftp://example.org/a", "http://example.org:99999/"])
async def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(Flaw, match="address"):
        await fetch(url)


def test_which_networks_are_public() -> None:
    public = ["93.184.216.34", "2606:2800:220:1::1"]
    private = [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
        "2002:a00:1::1", "2001:db8::1",
    ]  # fmt: skip

    assert [each for each in public if not is_public(each)] == []
    assert [each for each in private if is_public(each)] == []


def test_what_is_taken_for_an_address() -> None:
    assert is_address("webcal://example.org/a.ics")
    assert not is_address("a.ics")
