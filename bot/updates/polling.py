"""Ask Telegram for updates, for ever: no answer and no failure ends it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, TypeGuard

from telegram import Update
from telegram.error import BadRequest, Conflict, TelegramError
from telegram.ext import ExtBot

from bot.updates.intake import Intake
from bot.updates.reading import is_update, read, setback
from delivery.outage import LISTENING, Outage
from messages.message import endpoint

log = logging.getLogger(__name__)

POLL_SECONDS = 30
ANSWER_WITHIN = 15.0
CONFIRM_WITHIN = 1.5
SHORTEST_REST, LONGEST_REST = 0.01, 0.25
"""Seconds before asking again while updates are in hand: Telegram gives those again, at once."""
MOST_KEPT = 50
"""Updates that Telegram is asked to keep, because one before them is still in hand."""
AT_MOST = 100
"""Updates that Telegram gives at once; what comes on top is asked for again."""


class Poller:
    """Hands every update to the intake, in order.

    `listen` runs until it is cancelled, and `confirm` then tells Telegram what it may forget. What is still in
    hand is not confirmed, so that it comes again after a restart.
    """

    def __init__(self, bot: ExtBot[Any], kinds: Sequence[str], intake: Intake, outage: Outage) -> None:
        self._bot, self._kinds, self._intake, self._outage = bot, list(kinds), intake, outage
        self._next = 0

    async def listen(self) -> None:
        failures, rest = 0, SHORTEST_REST
        while True:
            try:
                updates = await self.ask(POLL_SECONDS)
                self._outage.reached(LISTENING)
                for update in updates:
                    self._intake.take(update)
                failures, rest = 0, SHORTEST_REST if updates else min(2 * rest, LONGEST_REST)
                await self._intake.rest(rest)
            except Exception as error:  # a token may be put right, a stranger's page goes away
                failures += 1
                await asyncio.sleep(await self._trouble(error, failures))

    async def ask(self, wait: int) -> list[Update]:
        """Return what is new, within `wait` seconds. Raise `TelegramError`, and ValueError for nonsense."""
        began, busy, offset = asyncio.get_running_loop().time(), self._intake.busy, self._offset()
        wanted = {"offset": offset, "timeout": wait, "allowed_updates": self._kinds}
        batch = await self._bot.do_api_request(endpoint("getUpdates"), wanted, read_timeout=ANSWER_WITHIN + wait)
        updates = {each["update_id"]: each for each in batch[:AT_MOST] if is_update(each)} if _is_list(batch) else {}
        if batch != [] and not updates:
            raise ValueError("the answer holds no updates")
        self._next = max(updates, default=self._next - 1) + 1
        if not busy and self._offset() == offset and asyncio.get_running_loop().time() - began < min(wait, 1):
            raise ValueError("the answer came at once and holds nothing new")
        new = [each for number, each in sorted(updates.items()) if not self._intake.knows(number)]
        return [update for each in new if (update := self._read(each)) is not None]

    async def confirm(self) -> None:
        """Tell Telegram which updates need not come again. If it is out of reach, all of them will."""
        wanted = {"offset": self._offset(), "limit": 1, "timeout": 0}
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(CONFIRM_WITHIN):
                await self._bot.do_api_request(endpoint("getUpdates"), wanted)

    def _offset(self) -> int:
        oldest = self._intake.oldest
        return self._next if oldest is None else max(min(oldest, self._next), self._next - MOST_KEPT)

    def _read(self, data: dict[str, Any]) -> Update | None:
        if (update := read(data, self._bot)) is None:
            self._intake.pass_over(data["update_id"])
        return update

    async def _trouble(self, error: Exception, failures: int) -> float:
        """Put right what can be, and return the seconds to wait before the next try."""
        if isinstance(error, BadRequest):  # whatever Telegram has against the offset: begin anew
            self._next = 0
        if isinstance(error, Conflict) and "webhook" in str(error):
            log.warning("Telegram brought the updates to a webhook: deleting it, to ask for them from now on")
            with suppress(TelegramError):
                await self._bot.delete_webhook()
                return 0
        return setback(error, failures, self._outage)


def _is_list(data: Any) -> TypeGuard[list[Any]]:
    return isinstance(data, list)
