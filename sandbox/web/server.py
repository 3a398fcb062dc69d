"""Serve the sandbox over HTTP: the Bot API for the bot and the page for people, on one port."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sandbox.api.telegram import Telegram
from sandbox.web.board import Board
from sandbox.web.cast import Cast, GroupCast, Label, Stop
from sandbox.web.clock import Clock
from sandbox.web.desk import Desk
from sandbox.web.door import COOKIE, Door, new_token
from sandbox.web.journey import Journey, PassTime
from sandbox.web.wire import BotApi, Files

ANY = "0.0.0.0"
PAGE = Path(__file__).parent.parent / "page"


def create_app(
    telegram: Telegram,
    clock: Clock,
    *,
    stops: Sequence[Stop] = (),
    pass_time: PassTime | None = None,
    people: Sequence[Cast],
    groups: Sequence[GroupCast] = (),
    words: Mapping[str, Label] | None = None,
    address: str = "",
) -> Starlette:
    """Return the app; people of the cast whom Telegram does not know yet get an account, groups their members.

    `words` are said in the page's story: a `question`, a `search`, the command that `announce`s.
    `pass_time(now)` is awaited at every step of a journey in time: there the bot does what is due.
    """
    for cast in people:
        if cast.user_id not in telegram.people:
            telegram.person(
                cast.user_id,
                cast.first_name,
                last_name=cast.last_name or None,
                language_code=cast.language_code,
            )
    for circle in groups:
        group = telegram.group(circle.chat_id, circle.title)
        group.join(telegram.people[circle.admin], "creator")
        for member in circle.members:
            group.join(telegram.people[member])
    token = new_token()
    desk = Desk(Board(telegram, Journey(clock, stops, _shown(telegram, pass_time)), people, groups, words or {}))
    routes = [
        Route("/bot{token}/{method}", BotApi(telegram)),
        Route("/file/bot{token}/{path:path}", Files(telegram)),
        *desk.routes(),
        Route("/", _index),
        Mount("/page", StaticFiles(directory=PAGE)),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Door, token=token, address=address)])
    app.state.desk, app.state.token = desk, token
    return app


def _shown(telegram: Telegram, pass_time: PassTime | None) -> PassTime:
    """Return a step of a journey that the page follows."""

    async def step(now: datetime) -> None:
        if pass_time is not None:
            await pass_time(now)
        telegram.changed()
        await asyncio.sleep(0)

    return step


async def _index(_: Request) -> Response:
    return FileResponse(PAGE / "index.html")


class _Quiet(uvicorn.Server):
    """Leaves Ctrl-C to whoever owns the event loop, and says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Server:
    """Serves an app beside whatever else runs in the event loop; port 0 takes a free one."""

    def __init__(self, app: Starlette, host: str = "127.0.0.1", port: int = 8080) -> None:
        self._app = app
        self._host = host
        self._port = port
        self._task: asyncio.Task[None] | None = None
        config = uvicorn.Config(
            app, access_log=False, log_level="critical", lifespan="off", timeout_graceful_shutdown=1
        )
        self._server = _Quiet(config)

    @property
    def url(self) -> str:
        """Return the page's address, once started."""
        host = "127.0.0.1" if self._host == ANY else self._host
        return f"http://{host}:{self._port}"

    @property
    def cookies(self) -> dict[str, str]:
        """Return the cookies of the page, for whoever asks in its place."""
        return {COOKIE: self._app.state.token}

    async def start(self) -> None:
        """Listen; OSError with a plain sentence when the port is taken."""
        listener = _bound(self._host, self._port)
        self._port = listener.getsockname()[1]
        self._task = asyncio.create_task(self._server.serve(sockets=[listener]))
        await self._server.listening.wait()

    async def stop(self) -> None:
        """Stop listening and end what is open."""
        self._app.state.desk.close()
        self._server.should_exit = True
        if self._task is not None:
            await self._task


def _bound(host: str, port: int) -> socket.socket:
    # With the protocol named, asyncio sends small packets at once; without, an answer waits 40 ms for an ACK.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise OSError(error.errno, f"port {port} on {host} is not free: {error.strerror}") from None
    return listener
