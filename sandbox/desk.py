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
from sandbox.groups import Group
from sandbox.messages import UploadedFile
from sandbox.people import BLOCKED, Person

Act = Callable[[dict[str, Any]], Awaitable[None] | None]
FAULT_RATE = 0.5
FAULT_LATENCY = 1.5
MOST_FILES = 10
LONGEST_WAIT = 86_400
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
            "invite": self._invite,
            "search": self._search,
            "choose": self._choose,
            "faults": self._faults,
            "next": self._next,
            "mend": self._mend,
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

    def _group(self, act: dict[str, Any], person: Person) -> Group | None:
        """The group in which somebody acts; None in the own chat with the bot."""
        chat = self._telegram.chats[int(act.get("chat") or person.id)]
        if chat.id == person.id:
            return None
        if person.id not in chat.members:
            raise ValueError(f"{person.user['first_name']} is not in that chat")
        return Group(self._telegram, chat)

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
        text, person = str(act["text"]).strip(), self._person(act["person"])
        group, reply_to = self._group(act, person), int(act["reply_to"]) if act.get("reply_to") else None
        if not text:
            return
        if group is not None:
            group.say(person, text, reply_to=reply_to)
        else:
            person.say(text, reply_to=reply_to)

    def _attach(self, act: dict[str, Any]) -> None:
        files = [_uploaded(file) for file in act["files"]]
        if not 1 <= len(files) <= MOST_FILES:
            raise ValueError(f"an album has up to {MOST_FILES} parts")
        self._person(act["person"]).attach(*files, caption=str(act.get("caption") or ""))

    def _place(self, act: dict[str, Any]) -> None:
        place = {"latitude": float(act["latitude"]), "longitude": float(act["longitude"])}
        self._person(act["person"]).send(location=place)

    def _press(self, act: dict[str, Any]) -> None:
        person, data, message = self._person(act["person"]), str(act["data"]), int(act["message"])
        group = self._group(act, person)
        if group is not None:
            person.query(data, group.chat.messages[message].raw)
        else:
            person.press_data(data, message)

    def _invite(self, act: dict[str, Any]) -> None:
        """The bot comes into a group, or goes."""
        person = self._person(act["person"])
        group = self._group(act, person)
        if group is None:
            raise ValueError("that is not a group")
        if act["inside"]:
            group.add_bot(person)
        else:
            group.remove_bot(person)

    def _search(self, act: dict[str, Any]) -> None:
        self._person(act["person"]).inline(str(act["text"]))

    def _choose(self, act: dict[str, Any]) -> None:
        """Send what an inline query found."""
        person = self._person(act["person"])
        group, content = self._group(act, person), person.chosen(str(act["result"]))
        if group is not None:
            group.send(person, **content)
        else:
            person.send(**content)

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
        if bool(act["outage"]) != faults.out:
            faults.outage(float("inf") if act["outage"] else 0.0)
        self._telegram.changed()

    def _next(self, act: dict[str, Any]) -> None:
        """Something goes wrong once, with the next message."""
        kind, seconds = act["kind"], int(act.get("seconds") or 0)
        if kind not in ("wait", "refusal", "error", "cut_before", "cut_after"):
            raise ValueError("nothing of that kind can go wrong")
        if kind == "wait" and not 1 <= seconds <= LONGEST_WAIT:
            raise ValueError(f"a wait is 1 to {LONGEST_WAIT} seconds long")
        self._telegram.faults.next_message(kind, seconds)
        self._telegram.changed()

    def _mend(self, _: dict[str, Any]) -> None:
        """Everything works again, and nobody blocks the bot."""
        self._telegram.faults.recover()
        self._faults(dict.fromkeys(("flood", "errors", "cut_before", "cut_after", "latency", "outage")))
        for person in self._telegram.people.values():
            if person.chat.closed == BLOCKED:
                person.unblock()

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
        except (LookupError, TypeError, ValueError) as error:
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse({"ok": True})

    return endpoint
