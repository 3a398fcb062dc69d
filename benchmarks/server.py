"""The pretend Telegram in a process of its own, with what the benchmarks ask of it.

`python -m benchmarks.server PORT CHATS LATENCY_SECONDS mild|strict|none` prints READY. Besides the Bot API:
POST /say?chat=&text= writes to the bot; GET /report tells what arrived.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from datetime import datetime
from itertools import pairwise
from typing import Any, cast

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.floods import Flood
from sandbox.telegram import Call, Telegram
from sandbox.wire import BotApi

STRANGERS = 1_000_000
"""Chats from this number on ask questions; those below are the broadcast's. This one starts the broadcast."""


class Bench:
    def __init__(self, chats: int, latency: float, flood: str) -> None:
        self.telegram = Telegram()
        self.telegram.faults.latency = latency
        self.telegram.faults.flood = cast(Flood, flood) if flood != "none" else None
        self.asked: dict[int, datetime] = {}
        for chat in range(1, chats + 1):
            self.telegram.person(chat, f"Person {chat}", met=True)

    async def say(self, request: Request) -> Response:
        chat, text = int(request.query_params["chat"]), request.query_params["text"]
        person = self.telegram.people.get(chat) or self.telegram.person(chat, "Stranger", met=True)
        self.asked[chat] = self.telegram.now()
        person.say(text)
        return JSONResponse({})

    async def report(self, _: Request) -> Response:
        sends = [call for call in self.telegram.calls if call.method == "sendMessage"]
        taken = [call for call in sends if call.status == 200]
        bulk = [call for call in taken if _chat(call) < STRANGERS]
        per_chat = Counter(_chat(call) for call in bulk)
        times = [call.at.timestamp() for call in bulk]
        report = {
            "sent": len(bulk),
            "reached": len(per_chat),
            "twice": sum(per_chat.values()) - len(per_chat),
            "floods": sum(call.status == 429 for call in sends),
            "rate": (len(times) - 1) / (times[-1] - times[0]) if len(times) > 1 else 0.0,
            "longest_gap": max((later - earlier for earlier, later in pairwise(times)), default=0.0),
            "ready": any(_chat(call) == STRANGERS for call in taken),
            "asked": sum(chat > STRANGERS for chat in self.asked),
            "answers": sorted(self._answers(taken)),
        }
        return JSONResponse(report)

    def _answers(self, taken: list[Call]) -> list[float]:
        first = {_chat(call): call.at for call in reversed(taken)}
        return [
            (first[chat] - at).total_seconds()
            for chat, at in self.asked.items()
            if chat in first and chat > STRANGERS
        ]


def _chat(call: Call) -> int:
    return int(call.params["chat_id"])


def quantile(values: list[float], share: float) -> float:
    """The smallest value that `share` of the sorted values do not exceed; infinite when there is none."""
    return values[max(0, math.ceil(share * len(values)) - 1)] if values else math.inf


def main(arguments: list[str]) -> None:
    port, chats, latency, flood = arguments
    bench = Bench(int(chats), float(latency), flood)
    routes: list[Any] = [
        Route("/bot{token}/{method}", BotApi(bench.telegram)),
        Route("/say", bench.say, methods=["POST"]),
        Route("/report", bench.report),
    ]
    print("READY", flush=True)
    uvicorn.run(
        Starlette(routes=routes), host="127.0.0.1", port=int(port), log_level="error", access_log=False
    )


if __name__ == "__main__":
    main(sys.argv[1:])
