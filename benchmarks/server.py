"""The pretend Telegram in a process of its own, with what the benchmarks ask of it.

`python -m benchmarks.server PORT CHATS LATENCY_SECONDS mild|strict|none FAULTS` prints READY; FAULTS that are
not empty switch on everything that can go wrong. Besides the Bot API: POST /say?chat=&text= writes to the
bot; GET /report tells what arrived.
"""

from __future__ import annotations

import asyncio
import math
import sys
from datetime import datetime, timedelta
from typing import Any, cast

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.api.floods import Flood
from sandbox.api.telegram import RecordedCall, Telegram
from sandbox.web.wire import BotApi

OUTAGE, SILENCE = 10, 20
"""Seconds of what goes wrong once."""
STRANGERS = 1_000_000
"""Chats from this number on ask questions; those below are the broadcast's. This one starts the broadcast."""


class Bench:
    def __init__(self, chats: int, latency: float, flood: str, faults: str) -> None:
        self.telegram = Telegram()
        self.telegram.faults.latency = latency
        self.telegram.faults.flood = cast(Flood, flood) if flood != "none" else None
        self.asked: dict[int, datetime] = {}
        self._unreachable = self._break(chats) if faults else set()
        self._troubles: set[asyncio.Task[None]] = set()
        self._silence: tuple[float, float] | None = None
        for chat in range(1, chats + 1):
            self.telegram.person(chat, f"Person {chat}", met=True)

    def _break(self, chats: int) -> set[int]:
        """Switch on what can go wrong by chance; the chats that no message can reach."""
        faults = self.telegram.faults
        faults.blocked |= set(range(1, chats + 1, 20))
        faults.not_found |= set(range(2, chats + 1, 100))
        faults.error_rate, faults.cut_before_rate, faults.cut_after_rate = 0.02, 0.01, 0.01
        return faults.blocked | faults.not_found

    async def _trouble(self) -> None:
        """What goes wrong once: an outage, and a flood that silences the bot."""
        await asyncio.sleep(15)
        self.telegram.faults.outage(OUTAGE)
        await asyncio.sleep(OUTAGE + 10)
        self.telegram.faults.next_flood(SILENCE)
        while not any(call.status == 429 for call in self.telegram.calls):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        asked = next(call.at for call in self.telegram.calls if call.status == 429).timestamp()
        self._silence = (asked, asked + SILENCE)

    async def say(self, request: Request) -> Response:
        chat, text = int(request.query_params["chat"]), request.query_params["text"]
        person = self.telegram.people.get(chat) or self.telegram.person(chat, "Stranger", met=True)
        self.asked[chat] = self.telegram.now()
        person.say(text)
        if self._unreachable and text == "/broadcast":
            task = asyncio.create_task(self._trouble())
            self._troubles.add(task)
        return JSONResponse({})

    async def report(self, _: Request) -> Response:
        sends = [call for call in self.telegram.calls if call.method == "sendMessage"]
        taken = [call for call in sends if call.status == 200]
        bulk = [call for call in taken if _chat(call) < STRANGERS]
        times = [call.at.timestamp() for call in bulk]
        received = [self._received(chat) for chat in self.telegram.people if chat < STRANGERS]
        report = {
            "sent": sum(received),
            "reached": sum(count > 0 for count in received),
            "reachable": len(received) - len(self._unreachable),
            "twice": sum(max(0, count - 1) for count in received),
            "floods": sum(call.status == 429 for call in sends),
            "cuts_after": self.telegram.faults.count["cut_after"],
            "in_silence": self._in_silence(sends),
            "given_up": self._given_up(sends),
            "rate": (len(times) - 1) / (times[-1] - times[0]) if len(times) > 1 else 0.0,
            "ready": any(_chat(call) == STRANGERS for call in taken),
            "asked": sum(chat > STRANGERS for chat in self.asked),
            "answers": sorted(self._answers(taken)),
        }
        return JSONResponse(report)

    def _received(self, chat: int) -> int:
        return sum(message.from_bot for message in self.telegram.chats[chat].messages.values())

    def _in_silence(self, sends: list[RecordedCall]) -> int:
        """Messages sent although a flood had silenced the bot, except those on their way at that moment."""
        if self._silence is None:
            return 0
        start, end = self._silence
        return sum(start + 0.2 < call.at.timestamp() < end for call in sends)

    def _given_up(self, sends: list[RecordedCall]) -> int:
        """People tried, not reached, and not tried again for a while."""
        last = {_chat(call): call.at for call in sends if _chat(call) < STRANGERS}
        now = self.telegram.now()
        tried = (chat for chat, at in last.items() if now - at > timedelta(seconds=10))
        return sum(chat not in self._unreachable and not self._received(chat) for chat in tried)

    def _answers(self, taken: list[RecordedCall]) -> list[float]:
        first = {_chat(call): call.at for call in reversed(taken)}
        return [
            (first[chat] - at).total_seconds() for chat, at in self.asked.items() if chat in first and chat > STRANGERS
        ]


def _chat(call: RecordedCall) -> int:
    return int(call.params["chat_id"])


def quantile(values: list[float], share: float) -> float:
    """The smallest value that `share` of the sorted values do not exceed; infinite when there is none."""
    return values[max(0, math.ceil(share * len(values)) - 1)] if values else math.inf


def main(arguments: list[str]) -> None:
    port, chats, latency, flood, faults = arguments
    bench = Bench(int(chats), float(latency), flood, faults)
    routes: list[Any] = [
        Route("/bot{token}/{method}", BotApi(bench.telegram)),
        Route("/say", bench.say, methods=["POST"]),
        Route("/report", bench.report),
    ]
    print("READY", flush=True)
    uvicorn.run(Starlette(routes=routes), host="127.0.0.1", port=int(port), log_level="error", access_log=False)


if __name__ == "__main__":
    main(sys.argv[1:])
