"""Serve the site over HTTP, beside whatever else runs in the event loop."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_CONNECTIONS = 500
STOP_WITHIN = 3
"""Seconds that whoever is being answered has left when the bot is told to stop."""
REQUEST_WITHIN = 10.0
LOOK_EVERY = 2.0
TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class WebServer:
    """Serves an application between `start` and `stop`; port 0 takes a free one."""

    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        self._host, self.port = host, port
        config = uvicorn.Config(
            app,
            http=H11Protocol,
            ws="none",
            lifespan="off",
            log_config=None,  # as all of ours; of every nonsense that strangers send it would write a line
            log_level="error",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=MOST_CONNECTIONS,
            timeout_graceful_shutdown=STOP_WITHIN,
        )
        self._server = _Uvicorn(config)
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Listen. Raise `OSError`, with a sentence, if that is impossible."""
        listener = await _bound(self._host, self.port)
        self.port = listener.getsockname()[1]
        self._tasks = [
            asyncio.create_task(self._server.serve(sockets=[listener])),
            asyncio.create_task(self._end_slow_ones()),
        ]
        await self._server.listening.wait()

    async def stop(self) -> None:
        """Take no more requests, and let those in hand end."""
        if self._tasks:
            serving, ending = self._tasks
            self._server.should_exit = True
            await serving
            ending.cancel()

    async def _end_slow_ones(self) -> None:
        """End connections on which no request arrives: uvicorn would wait for its head for ever."""
        loop = asyncio.get_running_loop()
        idle_since: dict[H11Protocol, float] = {}
        while True:
            await asyncio.sleep(LOOK_EVERY)
            now = loop.time()
            every = [each for each in self._server.server_state.connections if isinstance(each, H11Protocol)]
            idle_since = {each: idle_since.get(each, now) for each in every if _awaits_request(each)}
            for each, since in idle_since.items():
                if now - since >= REQUEST_WITHIN:
                    each.transport.write(TOO_SLOW)
                    each.transport.close()


class _Uvicorn(uvicorn.Server):
    """Leaves signals to whoever owns the event loop, and says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _awaits_request(connection: H11Protocol) -> bool:
    request = getattr(connection, "cycle", None)  # None before the first one, whatever its type says
    return request is None or request.response_complete


async def _bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens there once it is served."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
        except OSError:
            listener.close()
            raise
    except OSError as error:
        raise OSError(error.errno, f"port {port} of {host} cannot be used: {error.strerror}") from None
    return listener
