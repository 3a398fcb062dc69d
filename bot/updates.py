"""Updates: concurrent across chats, in order within a chat; one that cannot be read is passed over."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Coroutine, Sequence
from datetime import timedelta
from typing import Any

from telegram import Bot, Update
from telegram.ext import BaseUpdateProcessor, ExtBot

from bot import reading
from delivery.pace import Lane

log = logging.getLogger(__name__)

AT_ONCE = 1024
"""Updates in the house at the same time; beyond, Telegram keeps them until we ask again."""


MOST_WAITING = 50
"""Updates of one chat that wait for each other; what comes on top is a flood and is passed over, so that one
chat cannot take all the places in the house."""


class ChatOrder(BaseUpdateProcessor):
    """One update of a chat at a time, in the order they came; chats do not wait for each other."""

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self._last: dict[int, asyncio.Future[None]] = {}
        self._waiting: Counter[int] = Counter()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        person = update.effective_user if isinstance(update, Update) else None
        who = chat or person
        if who is None:
            await coroutine
            return
        if self._waiting[who.id] >= MOST_WAITING:
            _close(coroutine)
            return
        self._waiting[who.id] += 1
        before, mine = self._last.get(who.id), asyncio.get_running_loop().create_future()
        self._last[who.id] = mine
        try:
            if before is not None:
                await before
            await coroutine
        finally:
            mine.set_result(None)
            self._waiting[who.id] -= 1
            if self._last.get(who.id) is mine:
                del self._last[who.id], self._waiting[who.id]

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...


def _close(coroutine: Awaitable[Any]) -> None:
    """End it unbegun, without a warning that it was never awaited."""
    if isinstance(coroutine, Coroutine):
        coroutine.close()


class PatientBot(ExtBot[Lane]):
    """A bot that reads updates one by one.

    The library reads a batch as a whole: one update it cannot parse raises, is asked for again, and the
    bot hears nobody ever after. Here it is logged once, without its content, and passed over.
    """

    async def get_updates(
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: int | timedelta | None = None,  # noqa: ASYNC109 - the library names it so
        allowed_updates: Sequence[str] | None = None,
        **timeouts: Any,
    ) -> tuple[Update, ...]:
        seconds = timeout.total_seconds() if isinstance(timeout, timedelta) else timeout or 0
        read_timeout = (self.request.read_timeout or 0) + seconds
        data = {"offset": offset, "limit": limit, "timeout": seconds, "allowed_updates": allowed_updates}
        result = await self._post("getUpdates", data, **{**timeouts, "read_timeout": read_timeout})
        batch = result if isinstance(result, list) else []
        return tuple(update for each in batch if (update := read(each, self)) is not None)


def read(data: Any, bot: Bot) -> Update | None:
    """An update, an empty one in place of what cannot be read, or None when it has not even an id."""
    try:
        return reading.update(data, bot)
    except Exception as error:  # any shape can come; whatever it is, the next update must get through
        update_id = data.get("update_id") if isinstance(data, dict) else None
        log.error("update %s cannot be read and is passed over: %s", update_id, type(error).__name__)
        return Update(update_id) if isinstance(update_id, int) else None
