"""An area's worth of people in a database, and a Telegram that answers at once and costs nothing."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from telegram._utils.defaultvalue import DEFAULT_NONE
from telegram.request import BaseRequest, RequestData

from domain.reminders import Lead
from sandbox.api.telegram import TOKEN
from storage import schema
from storage.database import Database
from storage.models import Resident, Subscription

AREAS = ("perosa-argentina", "pinerolo", "torre-pellice")
FEEDS = tuple(f"wecare/{area}" for area in AREAS)
FIRST = 1_000_000
"""The chat of the first resident; the others follow."""
_AT_ONCE = 10_000


def url(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder}/bench.db"


async def fill(address: str, count: int, since: datetime, feeds: Sequence[str] = FEEDS) -> None:
    """So many residents, each following one of the feeds and reminded two hours before."""
    database = Database(address, "wecare")
    await schema.upgrade(database)
    leads = str(Lead.TWO_HOURS)
    for start in range(FIRST, FIRST + count, _AT_ONCE):
        chats = range(start, min(start + _AT_ONCE, FIRST + count))
        people: list[dict[str, Any]] = [
            {"chat_id": chat, "language": "it", "reachable": True, "first_seen": since} for chat in chats
        ]
        follow = [
            {"chat_id": chat, "feed": feeds[chat % len(feeds)], "leads": leads, "created_at": since} for chat in chats
        ]
        async with database.begin() as session:
            await session.execute(insert(Resident), people)
            await session.execute(insert(Subscription), follow)
    await database.close()


_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
_CHAT = {
    "type": "private",
    "first_name": "Anna",
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": dict.fromkeys(_GIFTS, False),
}


class Instant(BaseRequest):
    """The library's transport to nowhere. `sent` hears the parameters of each message."""

    def __init__(self, latency: float = 0.0, sent: Callable[[str, dict[str, Any]], None] | None = None) -> None:
        self._latency, self._sent = latency, sent
        self._ids = itertools.count(1)

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = DEFAULT_NONE,
        write_timeout: Any = DEFAULT_NONE,
        connect_timeout: Any = DEFAULT_NONE,
        pool_timeout: Any = DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[1]
        params = dict(request_data.parameters) if request_data else {}
        await asyncio.sleep(1.0 if name == "getUpdates" else self._latency)
        if self._sent is not None:
            self._sent(name, params)
        return 200, json.dumps({"ok": True, "result": self._result(name, params)}).encode()

    def _result(self, name: str, params: dict[str, Any]) -> Any:
        if name == "getMe":
            return {"id": int(TOKEN.split(":")[0]), "is_bot": True, "first_name": "C", "username": "c_bot"}
        if name == "getUpdates":
            return []
        if name == "getChat":
            return _CHAT | {"id": params["chat_id"]}
        if name.startswith(("send", "edit", "copy")):
            return message(int(params.get("chat_id", 0)), next(self._ids), str(params.get("text", "")))
        return True


def message(chat: int, number: int, text: str) -> dict[str, Any]:
    who = {"id": chat, "type": "private", "first_name": "Anna"}
    return {"message_id": number, "date": int(datetime.now(UTC).timestamp()), "chat": who, "text": text}


class Writing:
    """Updates as residents cause them, numbered from `first`: a bot handles each number once."""

    def __init__(self, first: int = 1) -> None:
        self._ids = itertools.count(first)

    def says(self, chat: int, text: str) -> dict[str, Any]:
        number = next(self._ids)
        said = message(chat, number, text) | {"from": _user(chat)}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            said["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return {"update_id": number, "message": said}

    def presses(self, chat: int, data: str) -> dict[str, Any]:
        number = next(self._ids)
        under = message(chat, number, "...") | {"from": {"id": 1, "is_bot": True, "first_name": "C"}}
        query = {"id": str(number), "from": _user(chat), "chat_instance": "1", "data": data, "message": under}
        return {"update_id": number, "callback_query": query}


def _user(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Anna", "language_code": "it"}


_EVEN = timedelta(seconds=2)


class Shifted:
    """A clock that began at about a given moment, and goes on from there.

    It is off by an even number of seconds: a full hour is a full, even second of the clock on the wall.
    """

    def __init__(self, at: datetime) -> None:
        self._by: timedelta = _EVEN * round((at - datetime.now(UTC)) / _EVEN)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._by

    def pass_by(self, seconds: float) -> None:
        """Let time pass, so that one person's many updates are no flood."""
        self._by += timedelta(seconds=seconds)
