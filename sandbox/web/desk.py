"""HTTP endpoints of the page, JSON in and JSON out."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from sandbox.people.messages import UploadedFile
from sandbox.web.acts import Act, Acts
from sandbox.web.board import Board

_QUIET = 15.0
_BREATH = 0.04
# What a browser shows without ever running it; everything else is only to be kept.
_INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "video/webm")


class Desk:
    """The page's side of the sandbox. Acts take JSON only, so that no other site can post a form to them."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._telegram = board.telegram
        self._acts = Acts(board.telegram, board.journey)
        self._closing = asyncio.Event()
        self._streams: set[asyncio.Event] = set()
        self._telegram.watchers.append(self._wake)

    def routes(self) -> list[Route]:
        """Return the routes below /sandbox."""
        return [
            Route("/sandbox/state", self._state),
            Route("/sandbox/people", self._people),
            Route("/sandbox/stream", self._stream),
            Route("/sandbox/calls/{number:int}", self._call),
            Route("/sandbox/files/{file_id}", self._file),
            *(Route(f"/sandbox/{name}", _endpoint(act), methods=["POST"]) for name, act in self._acts.every.items()),
        ]

    def close(self) -> None:
        """End the streams, so that the server can stop."""
        self._closing.set()
        self._wake()

    def _wake(self) -> None:
        for stream in self._streams:
            stream.set()

    async def _state(self, request: Request) -> Response:
        asked = request.query_params
        try:
            state = self.board.state(int(asked["person"]), int(asked.get("chat") or 0))
        except (KeyError, ValueError):
            return JSONResponse({"error": "nobody of that number"}, 404)
        return JSONResponse(state)

    async def _people(self, _: Request) -> Response:
        return JSONResponse(self.board.cast())

    async def _call(self, request: Request) -> Response:
        try:
            return JSONResponse(self.board.call(request.path_params["number"]))
        except IndexError:
            return JSONResponse({"error": "no such call"}, 404)

    async def _file(self, request: Request) -> Response:
        file = self._telegram.files.get(request.path_params["file_id"])
        if file is None:
            return JSONResponse({"error": "no such file"}, 404)
        return served(file, inline=file.mime in _INLINE)

    async def _stream(self, _: Request) -> Response:
        return StreamingResponse(self._changes(), media_type="text/event-stream")

    async def _changes(self) -> AsyncIterator[str]:
        """Yield a line for each change, bundled so that a broadcast does not flood the page."""
        changed = asyncio.Event()
        self._streams.add(changed)
        try:
            while not self._closing.is_set():
                yield "data: change\n\n"
                await _within(_QUIET, changed)
                await asyncio.sleep(_BREATH)
                changed.clear()
        finally:
            self._streams.discard(changed)


def served(file: UploadedFile, *, inline: bool = False) -> Response:
    """Return an upload as a download: it never becomes a page of ours, whatever it says it is."""
    shown = "inline" if inline else "attachment"
    name = re.sub(r"[^ !#-.0-\[\]-~]", "", file.name)  # no quote, slash or line break gets into the header
    headers = {
        "Content-Disposition": f'{shown}; filename="{name}"',
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    mime = file.mime if inline else "application/octet-stream"
    return Response(file.content, media_type=mime, headers=headers)


async def _within(seconds: float, event: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return


def _endpoint(act: Act) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if request.headers.get("content-type") != "application/json":
            return JSONResponse({"error": "JSON only"}, 415)
        try:
            done = act(await request.json())
            if done is not None:
                await done
        except (LookupError, TypeError, ValueError) as error:
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse({"ok": True})

    return endpoint
