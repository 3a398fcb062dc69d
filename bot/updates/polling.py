"""Ask Telegram for updates, for ever: no answer and no failure ends it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from random import Random
from typing import Any, TypeGuard

from telegram import Update
from telegram.error import BadRequest, RetryAfter, TelegramError
from telegram.ext import ExtBot

from delivery.outage import Outage
from delivery.outcome import back_off, seconds
from messages.message import endpoint

log = logging.getLogger(__name__)

POLL_SECONDS = 30
ANSWER_WITHIN = 15.0
CONFIRM_WITHIN = 1.5
LONGEST_REST = 60.0
TURNS_WITHIN = 0.05
REST = 0.25
"""Seconds before asking again after an answer that came at once and brought nothing new."""
MOST_KEPT = 50
"""Updates that Telegram is asked to keep, because they wait for their turn here."""
AT_MOST = 100
"""Updates that Telegram gives at once; what comes on top is asked for again."""
REMEMBERED = 1000


class Poller:
    """Hands every update once, in order, to `take`.

    `listen` runs until it is cancelled, and `confirm` then tells Telegram what it may forget. What was taken
    but not yet `begun` is not confirmed, so that it comes again after a restart.
    """

    def __init__(
        self,
        bot: ExtBot[Any],
        kinds: Sequence[str],
        take: Callable[[Update], Awaitable[None]],
        outage: Outage,
    ) -> None:
        self._bot, self._kinds, self._take, self._outage = bot, list(kinds), take, outage
        self._next = 0
        self._seen: dict[int, None] = {}  # in the order they came; the oldest are forgotten
        self._waiting: set[int] = set()
        self._all_begun = asyncio.Event()
        self._all_begun.set()

    def begun(self, update_id: int) -> None:
        self._waiting.discard(update_id)
        if not self._waiting:
            self._all_begun.set()

    async def listen(self) -> None:
        failures = 0
        while True:
            try:
                # What has not begun would come again at once, in place of an answer that waits for something new.
                await self._until_all_begun()
                kept, started = bool(self._waiting), asyncio.get_running_loop().time()
                updates = await self.ask(POLL_SECONDS)
                self._outage.reached("listening")
                at_once = asyncio.get_running_loop().time() - started < 1
                failures = failures + 1 if at_once and not updates and not kept else 0
                for update in updates:
                    self._waiting.add(update.update_id)
                    self._all_begun.clear()
                    await self._take(update)
                if at_once and not updates:
                    await asyncio.sleep(min(REST * 2 ** min(failures, 10), LONGEST_REST))
            except Exception as error:  # a token may be put right, a stranger's page goes away
                failures += 1
                await asyncio.sleep(self._trouble(error, failures))

    async def _until_all_begun(self) -> None:
        """Wait for the chats whose turn it is, but not for one that writes faster than it is answered."""
        if self._waiting:
            with suppress(TimeoutError):
                async with asyncio.timeout(TURNS_WITHIN):
                    await self._all_begun.wait()

    async def ask(self, wait: int) -> list[Update]:
        """Return what is new, within `wait` seconds. Raise `TelegramError`, and ValueError for nonsense."""
        wanted = {"offset": self._offset(), "timeout": wait, "allowed_updates": self._kinds}
        batch = await self._bot.do_api_request(endpoint("getUpdates"), wanted, read_timeout=ANSWER_WITHIN + wait)
        updates = {each["update_id"]: each for each in batch[:AT_MOST] if _is_update(each)} if _is_list(batch) else {}
        if batch != [] and not updates:
            raise ValueError("the answer holds no updates")
        new = [each for number, each in sorted(updates.items()) if number not in self._seen]
        for each in new:
            self._seen[each["update_id"]] = None
            self._next = each["update_id"] + 1
        while len(self._seen) > REMEMBERED:
            del self._seen[next(iter(self._seen))]
        return [update for each in new if (update := _read(each, self._bot)) is not None]

    async def confirm(self) -> None:
        """Tell Telegram which updates need not come again. If it is out of reach, all of them will."""
        wanted = {"offset": self._offset(), "limit": 1, "timeout": 0}
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(CONFIRM_WITHIN):
                await self._bot.do_api_request(endpoint("getUpdates"), wanted)

    def _offset(self) -> int:
        return max(min(self._waiting, default=self._next), self._next - MOST_KEPT)

    def _trouble(self, error: Exception, failures: int) -> float:
        """Log the failure and return the seconds to wait before the next try."""
        if isinstance(error, BadRequest):  # whatever Telegram has against the offset: begin anew
            self._next = 0
            self._waiting.clear()
            self._all_begun.set()
        reason = str(error.__cause__ or error) or type(error).__name__
        rest = min(back_off(failures, Random()).total_seconds(), LONGEST_REST)
        if isinstance(error, RetryAfter):
            rest = max(rest, seconds(error))
        log.warning("Telegram cannot be asked for updates (%s): trying again in %.0f s", reason, rest)
        self._outage.failed("listening", reason)
        return rest


def _is_list(data: Any) -> TypeGuard[list[Any]]:
    return isinstance(data, list)


def _is_update(data: Any) -> bool:
    """Return whether it has a number that Telegram could have given: asking from a higher one would bring nothing."""
    return isinstance(data, dict) and type(data.get("update_id")) is int and 0 <= data["update_id"] < 2**31


def _read(data: dict[str, Any], bot: ExtBot[Any]) -> Update | None:
    """Return the update; None, and a line in the log, if it cannot be read, so that the next one still comes."""
    try:
        return Update.de_json(data, bot)
    except Exception as error:  # any shape can come
        log.error("update %s cannot be read and is passed over: %s", data["update_id"], type(error).__name__)
        return None
