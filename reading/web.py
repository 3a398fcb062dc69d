"""Fetch a calendar from an address in the public network, within bounds of size and time."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Network, ip_address

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from reading.errors import Flaw
from reading.source import Source

MOST_BYTES, SECONDS, HOPS = 1_000_000, 10, 5
_PUBLIC_V6 = IPv6Network("2000::/3")
Allowed = Callable[[str], bool]


def is_address(text: str) -> bool:
    """Return True for what is fetched and not opened: http, https, and webcal, which is https."""
    return text.lower().startswith(("http://", "https://", "webcal://", "webcals://"))


def is_public(address: str) -> bool:
    """Return True for an IP address of the public network, written without detours through another one."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv4Address):
        return found.is_global and not found.is_multicast
    return found in _PUBLIC_V6 and found.is_global and found.sixtofour is None and found.teredo is None


def shown(address: str) -> str:
    """Return the host and the last part of an address: what lies between may be somebody's secret."""
    url = _url(address)
    return f"{url.host}/…/{url.name}" if url.name else str(url.host)


async def fetch(address: str, before: Source | None = None, allowed: Allowed = is_public) -> Source:
    """Return what stands at an address, or `before` if the server says that it is still the same.

    Raise `Flaw`; `allowed` judges each IP address before it is connected to.
    """
    try:
        async with asyncio.timeout(SECONDS):
            url = _url(address)
            for _ in range(HOPS + 1):
                found = await _get(url, before, allowed)
                if isinstance(found, Source):
                    return found
                url = found
    except TimeoutError as error:
        raise Flaw(f"does not answer within {SECONDS} seconds") from error
    except (aiohttp.ClientError, OSError, UnicodeError) as error:
        raise Flaw("cannot be fetched: the connection fails") from error
    raise Flaw(f"leads to another address more than {HOPS} times")


def _url(text: str) -> URL:
    try:
        url = URL(text.replace("webcals://", "https://", 1).replace("webcal://", "https://", 1))
        port = url.port
    except ValueError as error:
        raise Flaw("is no address that can be read") from error
    if url.scheme not in ("http", "https") or not url.host or not port:
        raise Flaw("is no address with http, https or webcal")
    return url


async def _get(url: URL, before: Source | None, allowed: Allowed) -> Source | URL:
    """Return the content, or where it is instead."""
    headers = {"User-Agent": "Campanile", "Accept": "*/*"}
    if before is not None and before.version:
        headers["If-None-Match"] = before.version
    connector = aiohttp.TCPConnector(resolver=_Pinned(await _resolved(url, allowed)), use_dns_cache=False)
    async with (
        aiohttp.ClientSession(connector=connector, trust_env=False) as session,
        session.get(url, allow_redirects=False, headers=headers) as answer,
    ):
        if answer.status in (301, 302, 303, 307, 308) and "Location" in answer.headers:
            return _url(str(url.join(URL(answer.headers["Location"]))))
        if answer.status == 304 and before is not None and before.version:
            return before
        if answer.status != 200:
            raise Flaw(f"cannot be fetched: the server answers {answer.status}")
        content = b""
        async for chunk in answer.content.iter_chunked(65536):
            content += chunk
            if len(content) > MOST_BYTES:
                raise Flaw(f"is larger than {MOST_BYTES // 1_000_000} MB")
        return Source(url.name or url.host or "the address", content, answer.headers.get("ETag", ""))


async def _resolved(url: URL, allowed: Allowed) -> list[ResolveResult]:
    host, port = url.raw_host or "", url.port or 443
    try:
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise Flaw(f'cannot be fetched: nobody knows the host "{host[:60]}"') from error
    if not all(allowed(str(place[0])) for *_, place in found):
        raise Flaw(f'is not fetched: "{host[:60]}" lies in a private network')
    return [_result(host, port, family, proto, str(place[0])) for family, _, proto, _, place in found]


def _result(host: str, port: int, family: int, proto: int, address: str) -> ResolveResult:
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=proto, flags=flags)


class _Pinned(AbstractResolver):
    """Answer with the addresses that were judged, so that no second answer of the name server takes their place."""

    def __init__(self, results: Sequence[ResolveResult]) -> None:
        self.results = results

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return list(self.results)

    async def close(self) -> None:
        """Do nothing: nothing is open."""
