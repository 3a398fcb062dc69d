"""PTB's transport over aiohttp: a tenth of httpx's CPU, and errors that tell if anything was sent."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from delivery.responses import NotSent, NotTelegram, Uncertain, checked

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput

LONGEST_ANSWER = 20 * 2**20
"""Bytes: what Telegram lets a bot download."""
_UNSET = BaseRequest.DEFAULT_NONE
_ANOTHER = "another process may be the bot by now"
_JSON = {"Content-Type": "application/json"}
_NOTHING_WRITTEN = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)


class AiohttpRequest(BaseRequest):
    """One connection pool for all calls and uploads.

    Timeouts are seconds; None waits for ever. `proxy` is an HTTP proxy's URL; without it the environment's
    HTTP_PROXY, HTTPS_PROXY and NO_PROXY count. While `may_call` returns False nothing is sent, and while `may_hear`
    does, no answer counts. Raises `NotSent`, `Uncertain`, `NotTelegram`, `ServerFault`, and `TimedOut` for an answer
    that did not come (uncertain as well).
    Their texts never hold the URL, because it holds the token.
    """

    def __init__(
        self,
        connection_pool_size: int = 256,
        *,
        read_timeout: float | None = 15.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 10.0,
        media_write_timeout: float | None = 60.0,
        proxy: str | None = None,
        may_call: Callable[[], bool] = lambda: True,
        may_hear: Callable[[], bool] = lambda: True,
    ) -> None:
        os.environ.setdefault("PTB_TIMEDELTA", "true")  # PTB's coming type; without it every flood warns
        self._size = connection_pool_size
        self._read, self._write, self._connect = read_timeout, write_timeout, connect_timeout
        self._pool, self._media_write = pool_timeout, media_write_timeout
        self._given_proxy, self._may_call, self._may_hear = proxy, may_call, may_hear
        self._proxy = lru_cache(maxsize=16)(self._find_proxy)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._read

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._size),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = _UNSET,
        write_timeout: ODVInput[float] = _UNSET,
        connect_timeout: ODVInput[float] = _UNSET,
        pool_timeout: ODVInput[float] = _UNSET,
    ) -> tuple[int, bytes]:
        if not self._may_call():
            raise NotSent(_ANOTHER)
        upload = request_data is not None and request_data.contains_files
        limits = _timeout(
            _chosen(read_timeout, self._read),
            _chosen(write_timeout, self._media_write if upload else self._write),
            _chosen(connect_timeout, self._connect),
            _chosen(pool_timeout, self._pool),
            method == "POST",
        )
        try:
            status, payload = await self._exchange(method, _address(url), request_data, limits)
            if not self._may_hear():
                raise Uncertain(_ANOTHER)
            downloaded = method == "GET" and status == 200  # a file: any bytes are good
            return (status, payload) if downloaded else checked(status, payload)
        except (aiohttp.ClientError, OSError) as error:  # a TimeoutError is an OSError
            failure = _translated(error)
        # Raised outside the handler: aiohttp's own error may quote the URL, and must not be chained to ours.
        raise failure

    async def _exchange(
        self, method: str, url: URL, data: RequestData | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None or self._session.closed:
            raise RuntimeError("This AiohttpRequest is not initialized!")
        body, headers = _body(data)
        async with self._session.request(
            method,
            url,
            data=body,
            headers=headers,
            timeout=limits,
            proxy=self._proxy(url.scheme, url.host),
            allow_redirects=False,
        ) as response:
            return response.status, await _bounded(response)

    def _find_proxy(self, scheme: str, host: str | None) -> str | None:
        if self._given_proxy is not None:
            return self._given_proxy
        return None if proxy_bypass(host or "") else getproxies().get(scheme)


async def _bounded(response: aiohttp.ClientResponse) -> bytes:
    """Return the whole answer. Raise `NotTelegram` for one that is longer than any of Telegram's."""
    payload = bytearray()
    async for chunk in response.content.iter_any():
        payload += chunk
        if len(payload) > LONGEST_ANSWER:
            response.close()
            raise NotTelegram(f"an answer of more than {LONGEST_ANSWER >> 20} MB ({response.status})")
    return bytes(payload)


def _chosen(given: Any, default: float | None) -> float | None:
    return default if given is _UNSET else given


@lru_cache(maxsize=256)
def _address(url: str) -> URL:
    return URL(url, encoded=True)


@lru_cache(maxsize=64)
def _timeout(
    read: float | None, write: float | None, connect: float | None, pool: float | None, bounded: bool
) -> aiohttp.ClientTimeout:
    """Return the timeouts. aiohttp has none for writing, so the sum bounds a whole call; a download has no bound."""
    queue = None if connect is None or pool is None else connect + pool
    total = None if queue is None or read is None or write is None else queue + write + read
    return aiohttp.ClientTimeout(total=total if bounded else None, connect=queue, sock_connect=connect, sock_read=read)


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str] | None]:
    if data is None:
        return None, None
    if not data.contains_files:
        return json.dumps(data.parameters).encode(), _JSON
    form = aiohttp.FormData(quote_fields=False)  # Telegram shows file names as they are written here
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, None


def _translated(error: Exception) -> NetworkError:
    detail = type(error).__name__
    if isinstance(error, OSError) and error.strerror:
        detail += f": {error.strerror}"
    if isinstance(error, _NOTHING_WRITTEN):
        return NotSent(f"No connection to Telegram ({detail})")
    if isinstance(error, TimeoutError):
        return TimedOut(f"No answer from Telegram in time ({detail})")
    return Uncertain(f"The connection to Telegram broke ({detail})")
