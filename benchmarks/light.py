"""A Bot API that costs next to nothing, to measure bots rather than a server: `PORT LATENCY_SECONDS`.

It takes every message, and has no limits. `GET /load?updates=&chats=` queues updates, each a /ping with its
number; `GET /start` asks for a broadcast; `GET /report` tells what arrived.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from collections import deque
from typing import Any, cast
from urllib.parse import parse_qs, unquote_plus, urlsplit

import uvloop

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_CHAT = re.compile(rb'(?:^|&)chat_id=(-?\d+)|"chat_id": ?"?(-?\d+)')
_TEXT = re.compile(rb'(?:^|&)text=([^&]*)|"text": ?"([^"]*)')
_OFFSET = re.compile(rb'(?:^|&)offset=(\d+)|"offset": ?(\d+)')
_ME = {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
_FIRST_CHAT, _STARTER = 1000, 999


class State:
    def __init__(self, latency: float) -> None:
        self.latency = latency
        self.updates: deque[dict[str, Any]] = deque()
        self.waiting: list[asyncio.Future[None]] = []
        self.taken: list[tuple[float, int, str]] = []
        self.count = 0

    def load(self, updates: int, chats: int) -> None:
        """Several in a row from each chat, as a person who types fast. What came before is forgotten."""
        self.taken.clear()
        for number in range(updates):
            self._queue(_FIRST_CHAT + number // 4 % chats, f"/ping {number}")
        self._wake()

    def say(self, chat: int, text: str) -> None:
        self._queue(chat, text)
        self._wake()

    def _queue(self, chat: int, text: str) -> None:
        self.count += 1
        self.updates.append(_update(self.count, chat, text))

    def _wake(self) -> None:
        for waiter in self.waiting:
            if not waiter.done():
                waiter.set_result(None)
        self.waiting.clear()

    def report(self) -> dict[str, Any]:
        times = [at for at, _, _ in self.taken]
        numbers: dict[int, list[int]] = {}
        for _, chat, text in self.taken:
            if text.startswith("pong "):
                numbers.setdefault(chat, []).append(int(text.split()[1]))
        return {
            "taken": len(times),
            "chats": len({chat for _, chat, _ in self.taken}),
            "first": times[0] if times else 0.0,
            "span": times[-1] - times[0] if times else 0.0,
            "in_order": all(each == sorted(each) for each in numbers.values()),
        }

    def take(self, body: bytes) -> bytes:
        chat, text = int(_found(_CHAT, body) or 0), unquote_plus(_found(_TEXT, body).decode())
        self.taken.append((time.perf_counter(), chat, text))
        who = {"id": chat, "type": "private", "first_name": "U"}
        message = {
            "message_id": len(self.taken),
            "from": _ME,
            "chat": who,
            "date": 1_700_000_000,
            "text": text,
        }
        return json.dumps({"ok": True, "result": message}).encode()

    async def poll(self, body: bytes) -> bytes:
        offset = int(_found(_OFFSET, body) or 0)
        while self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
        if not self.updates:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self.waiting.append(waiter)
            await asyncio.wait([waiter], timeout=10)
        batch = [update for _, update in zip(range(100), self.updates, strict=False)]
        return json.dumps({"ok": True, "result": batch}).encode()


class Connection(asyncio.Protocol):
    def __init__(self, state: State) -> None:
        self._state = state
        self._buffer = b""
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, found, rest = self._buffer.partition(b"\r\n\r\n")
        length = int(match[1]) if found and (match := _LENGTH.search(head)) else 0
        if found and len(rest) >= length:
            self._buffer = rest[length:]
            self._answer(head.split(b" ", 2)[1].decode(), rest[:length])

    def _answer(self, target: str, body: bytes) -> None:
        url, state = urlsplit(target), self._state
        asked = {name: int(values[0]) for name, values in parse_qs(url.query).items() if values[0].isdigit()}
        match url.path.rsplit("/", 1)[1]:
            case "load":
                state.load(asked["updates"], asked["chats"])
                self._write(b"{}")
            case "start":
                state.say(_STARTER, "/broadcast")
                self._write(b"{}")
            case "report":
                self._write(json.dumps(state.report()).encode())
            case "getUpdates":
                task = asyncio.create_task(self._later(body or url.query.encode()))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            case "sendMessage":
                asyncio.get_running_loop().call_later(state.latency, self._write, state.take(body))
            case "getMe":
                self._write(json.dumps({"ok": True, "result": _ME}).encode())
            case _:
                self._write(b'{"ok":true,"result":true}')

    async def _later(self, body: bytes) -> None:
        answer = await self._state.poll(body)
        await asyncio.sleep(self._state.latency)
        self._write(answer)

    def _write(self, body: bytes) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
        self._transport.write(head + body)


def _found(pattern: re.Pattern[bytes], body: bytes) -> bytes:
    match = pattern.search(body)
    return next((group for group in match.groups() if group is not None), b"") if match else b""


def _update(number: int, chat: int, text: str) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "U"}
    command = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
    message = {"message_id": number, "date": 1_700_000_000, "text": text, "entities": command}
    message |= {"from": person, "chat": {"id": chat, "type": "private", "first_name": "U"}}
    return {"update_id": number, "message": message}


async def main(port: int, latency: float) -> None:
    state = State(latency)
    server = await asyncio.get_running_loop().create_server(lambda: Connection(state), "127.0.0.1", port, backlog=1024)
    print("READY", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1]), float(sys.argv[2])))
