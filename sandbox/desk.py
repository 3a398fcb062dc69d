"""What the page can do: HTTP endpoints around the board, JSON in and JSON out."""

import asyncio
import base64
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from sandbox.board import Board
from sandbox.messages import UploadedFile
from sandbox.people import Person

Act = Callable[[dict[str, Any]], Awaitable[None] | None]
FAULT_RATE = 0.5
FAULT_LATENCY = 1.5
MOST_FILES = 10
_QUIET = 15.0
_BREATH = 0.04
_INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "video/webm")


class Desk:
    """The page's side of the sandbox. Acts take JSON only, so that no other site can post a form to them."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._telegram = board.telegram
        self._closing = asyncio.Event()
        self._streams: set[asyncio.Event] = set()
        self._telegram.watchers.append(self._wake)

    def routes(self) -> list[Route]:
        """Everything below /sandbox."""
        acts: dict[str, Act] = {
            "say": self._say,
            "attach": self._attach,
            "place": self._place,
            "press": self._press,
            "block": self._block,
            "faults": self._faults,
            "travel": self._travel,
        }
        return [
            Route("/sandbox/state", self._state),
            Route("/sandbox/people", self._people),
            Route("/sandbox/stream", self._stream),
            Route("/sandbox/calls/{number:int}", self._call),
            Route("/sandbox/files/{file_id}", self._file),
            *(Route(f"/sandbox/{name}", _endpoint(act), methods=["POST"]) for name, act in acts.items()),
        ]

    def close(self) -> None:
        """End the streams, so that the server can stop."""
        self._closing.set()
        self._wake()

    def _wake(self) -> None:
        for stream in self._streams:
            stream.set()

    def _person(self, asked: Any) -> Person:
        return self._telegram.people[int(asked)]

    async def _state(self, request: Request) -> Response:
        try:
            person = self._person(request.query_params.get("person", ""))
        except (KeyError, ValueError):
            return JSONResponse({"error": "nobody of that number"}, 404)
        return JSONResponse(self.board.state(person.id))

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
        shown = "inline" if file.mime in _INLINE else "attachment"
        name = file.name.encode("ascii", "ignore").decode().replace('"', "")
        disposition = {"Content-Disposition": f'{shown}; filename="{name}"'}
        return Response(file.content, media_type=file.mime, headers=disposition)

    async def _stream(self, _: Request) -> Response:
        return StreamingResponse(self._changes(), media_type="text/event-stream")

    async def _changes(self) -> AsyncIterator[str]:
        """A line for each change, bundled so that a broadcast does not flood the page."""
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

    def _say(self, act: dict[str, Any]) -> None:
        text = str(act["text"]).strip()
        reply_to = act.get("reply_to")
        if text:
            self._person(act["person"]).say(text, reply_to=int(reply_to) if reply_to else None)

    def _attach(self, act: dict[str, Any]) -> None:
        files = [_uploaded(file) for file in act["files"]]
        if not 1 <= len(files) <= MOST_FILES:
            raise ValueError(f"an album has up to {MOST_FILES} parts")
        self._person(act["person"]).attach(*files, caption=str(act.get("caption") or ""))

    def _place(self, act: dict[str, Any]) -> None:
        place = {"latitude": float(act["latitude"]), "longitude": float(act["longitude"])}
        self._person(act["person"]).send(location=place)

    def _press(self, act: dict[str, Any]) -> None:
        self._person(act["person"]).press_data(str(act["data"]), int(act["message"]))

    def _block(self, act: dict[str, Any]) -> None:
        person = self._person(act["person"])
        if act["blocked"]:
            person.block()
        else:
            person.unblock()

    def _faults(self, act: dict[str, Any]) -> None:
        faults = self._telegram.faults
        if act["flood"] not in (None, "mild", "strict"):
            raise ValueError("flood is mild, strict or nothing")
        if act["flood"] != faults.flood:
            faults.flood = act["flood"]
        faults.error_rate = FAULT_RATE if act["errors"] else 0.0
        faults.cut_before_rate = FAULT_RATE if act["cut_before"] else 0.0
        faults.cut_after_rate = FAULT_RATE if act["cut_after"] else 0.0
        faults.latency = FAULT_LATENCY if act["latency"] else 0.0
        if act["outage"] != faults.out:
            faults.outage(float("inf") if act["outage"] else 0.0)
        self._telegram.changed()

    async def _travel(self, act: dict[str, Any]) -> None:
        journey = self.board.journey
        if "at" in act:
            to = datetime.fromisoformat(act["at"])
        else:
            to = journey.now() + timedelta(minutes=float(act["minutes"]))
        try:
            await journey.go(to)
        finally:
            self._telegram.changed()


def _uploaded(file: dict[str, Any]) -> UploadedFile:
    content = base64.b64decode(file["data"], validate=True)
    return UploadedFile(str(file["name"]), content, str(file["mime"]))


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
        except (KeyError, TypeError, ValueError) as error:
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse({"ok": True})

    return endpoint
