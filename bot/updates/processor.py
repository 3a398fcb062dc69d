"""Handle updates concurrently across chats, in order within a chat."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 1024
"""Updates in progress at the same time; beyond, Telegram keeps them until we ask again."""


MOST_WAITING = 50
"""Updates of one chat that wait for each other; what comes on top is a flood and is passed over, so that one
chat cannot take all the places."""


class ChatOrder(BaseUpdateProcessor):
    """Takes the updates of a chat one at a time, in order; chats do not wait for each other.

    `on_begun` is called with the id of each update that is begun. Once closed, no other is begun.
    """

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self.on_begun: Callable[[int], None] = lambda _: None
        self._turns: dict[int, asyncio.Lock] = {}
        self._waiting: Counter[int] = Counter()
        self._closed = False

    def close(self) -> None:
        self._closed = True

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        try:
            await self._in_turn(update, coroutine)
        finally:
            _close(coroutine)

    async def _in_turn(self, update: object, coroutine: Awaitable[Any]) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        person = update.effective_user if isinstance(update, Update) else None
        who = chat or person
        if who is None:
            await self._begin(update, coroutine)
            return
        if self._waiting[who.id] >= MOST_WAITING:
            self._tell(update)
            return
        self._waiting[who.id] += 1
        try:
            async with self._turns.setdefault(who.id, asyncio.Lock()):
                await self._begin(update, coroutine)
        finally:
            self._waiting[who.id] -= 1
            if not self._waiting[who.id]:
                del self._turns[who.id], self._waiting[who.id]

    async def _begin(self, update: object, coroutine: Awaitable[Any]) -> None:
        if not self._closed:
            self._tell(update)
            await coroutine

    def _tell(self, update: object) -> None:
        if isinstance(update, Update):
            self.on_begun(update.update_id)

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...


def _close(coroutine: Awaitable[Any]) -> None:
    """Close a coroutine that was not begun, without a warning that it was never awaited."""
    if isinstance(coroutine, Coroutine):
        coroutine.close()
