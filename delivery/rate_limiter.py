"""Keep below Telegram's limits, and let answers overtake broadcasts.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this has the limits: about 30
messages a second in all, one a second to one chat, 20 a minute to one group, 1000 a second when paid for.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import BaseRateLimiter

from delivery.chats import GROUP_PERIOD, PRIVATE_GAP, Chat, Chats, chat_of
from delivery.fair_queue import FairQueue
from delivery.outcome import OutcomeKind, classify, seconds
from delivery.window import Window
from domain.figures import Durations
from storage.outbox.flood_waits import BOT

_log = logging.getLogger(__name__)

FREE_RATE = 30
PATIENCE = 10.0
"""Seconds that an answer waits for a flood to pass; the caller hears of longer ones."""
_KEPT_FOR_ANSWERS = 1
_SLACK = 0.01
_CLOCK_GRAIN = 0.001  # uvloop's clock counts whole milliseconds
_TRIES = 4
_MARGIN = 0.05
_PAID_RECOVERY = 1.0
"""A second without a flood says as much at 1000 a second as half a minute at 30."""
_LONG_WAIT = 2.0
_AGAIN = (0.5, 1.0, 2.0)
"""Seconds to wait before each further try of an answer that a broken line or server swallowed."""
_UNPACED = frozenset(["sendChatAction", "leaveChat"])
_QUERY_ANSWERS = frozenset(["answerCallbackQuery", "answerInlineQuery"])
_EXPIRED = re.compile(r"query is too old|query[_ ]id[_ ](is[_ ])?invalid", re.IGNORECASE)
_ANSWER_WITHIN = 10.0
"""Seconds after which nobody waits for an answer any more: Telegram lets a query expire."""

Call = Callable[[], Coroutine[Any, Any, Any]]


class Lane(Enum):
    """The pace of a call, given as `rate_limit_args`. A call without it is an answer to a person."""

    BULK = "bulk"


BULK = Lane.BULK


class RateLimiter(BaseRateLimiter[Lane]):
    """PTB's rate limiter.

    Answers wait out short floods and are then sent; what a broken line or server swallows is sent again, at
    worst twice. An answer to a button or an inline query never fails: the press counts all the same, and
    False says that nobody saw the answer. A bulk call whose bot or chat is paused, or whose chat must wait
    longer than a moment, raises RetryAfter at once, unsent: others can be sent to meanwhile.

    `paid` is the rate of broadcasts that are paid for (0: none are). `on_pause(scope, until)` hears of every
    wait that Telegram asks for; scopes are "bot" and "chat:<id>". `now` serves only to tell such times.
    `quiet` and `gap` are seconds without bulk: to anyone after a start, and to a person after a message.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        paid: int = 0,
        on_pause: Callable[[str, datetime], None] | None = None,
        quiet: float = 1.0,
        gap: float = PRIVATE_GAP,
    ) -> None:
        self.on_pause = on_pause
        self.rate = paid or FREE_RATE
        self.round_trip = 0.05
        """Seconds, averaged over the latest calls."""
        self._now = now
        self._quiet = quiet
        self._free = FairQueue(_window(FREE_RATE), _KEPT_FOR_ANSWERS)
        self._paid = FairQueue(_window(paid, _PAID_RECOVERY), 0) if paid else None
        self._chats = Chats(gap)
        self._paused: dict[str, float] = {}
        self._closed = False
        self.waits = {"answer": Durations(), "bulk": Durations()}
        """How long calls waited for their turn."""
        self.pauses: Counter[str] = Counter()
        """How often Telegram asked for a pause, of a "chat" or of the whole "bot"."""

    async def initialize(self) -> None:
        """Hold bulk back for a second: nobody knows what was sent in the last second before the restart."""
        until = asyncio.get_running_loop().time() + self._quiet
        for turnstile in filter(None, (self._free, self._paid)):
            turnstile.window.hush(until)

    async def shutdown(self) -> None: ...

    def close(self) -> None:
        """Let no more bulk pass: calls that wait for their turn raise RetryAfter, unsent."""
        self._closed = True

    def restore(self, pauses: Mapping[str, datetime]) -> None:
        """Go on with the flood waits of an earlier run."""
        loop, now = asyncio.get_running_loop(), self._now()
        for scope, until in pauses.items():
            self._paused[scope] = loop.time() + (until - now).total_seconds()

    def paused(self, scope: str = BOT) -> float:
        """Return the seconds for which nothing may be sent to the scope."""
        return max(0.0, self._paused.get(scope, 0.0) - asyncio.get_running_loop().time())

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | None,
    ) -> Any:
        def call() -> Coroutine[Any, Any, Any]:
            return callback(*args, **kwargs)

        if endpoint in _QUERY_ANSWERS:
            return await _answered(call, endpoint)
        if endpoint == "getChatAdministrators":
            return await _persistently(call)
        if data.get("chat_id") is None or endpoint in _UNPACED or endpoint.startswith("get"):
            return await call()
        chat = chat_of(data["chat_id"])
        if rate_limit_args is not BULK:
            return await _persistently(lambda: self._answer(call, chat))
        if self._paid is not None and endpoint.startswith(("send", "copy")):
            data["allow_paid_broadcast"] = True
            return await self._once(call, chat, self._paid, bulk=True)
        return await self._once(call, chat, self._free, bulk=True)

    async def _answer(self, call: Call, chat: Chat) -> Any:
        for _ in range(_TRIES - 1):
            try:
                return await self._once(call, chat, self._free, bulk=False)
            except RetryAfter as flood:
                if seconds(flood) > PATIENCE:
                    raise
        return await self._once(call, chat, self._free, bulk=False)

    async def _once(self, call: Call, chat: Chat, turnstile: FairQueue, *, bulk: bool) -> Any:
        loop = asyncio.get_running_loop()
        came = loop.time()
        crowded = await self._turn(chat, turnstile, bulk)
        started = loop.time()
        self.waits["bulk" if bulk else "answer"].note(started - came)
        try:
            return await call()
        except RetryAfter as flood:
            self._pause(f"chat:{chat}" if crowded else BOT, seconds(flood), turnstile.window)
            raise
        finally:
            ended = loop.time()
            self._learn(ended - started)
            turnstile.leave(ended)
            self._chats.leave(chat, ended)

    def _learn(self, round_trip: float) -> None:
        """Let the paid window grow by the calls in flight, and no further: more would exceed the rate."""
        self.round_trip += 0.1 * (round_trip - self.round_trip)
        if self._paid is not None:
            self._paid.window.most = round(self.rate * (1 + self.round_trip))

    async def _turn(self, chat: Chat, turnstile: FairQueue, bulk: bool) -> bool:
        """Wait for the chat's turn and the bot's. Return True if a flood now would be the chat's own."""
        loop = asyncio.get_running_loop()
        scope, patience = f"chat:{chat}", 0.0 if bulk else PATIENCE
        while (wait := self._chats.wait(chat, loop.time(), bulk=bulk)) > 0:  # noqa: ASYNC110, no event tells
            await asyncio.sleep(_bearable(wait, _LONG_WAIT if bulk else GROUP_PERIOD))
        crowded = self._chats.crowded(chat, loop.time())
        self._chats.enter(chat, loop.time())
        try:
            await turnstile.enter(bulk, lambda: self._pause_left(scope, patience, bulk))
        except BaseException:
            self._chats.give_back(chat, loop.time())
            raise
        return crowded

    def _pause_left(self, scope: str, limit: float, bulk: bool) -> float:
        if bulk and self._closed:
            raise RetryAfter(0)
        if not self._paused:
            return 0.0
        return _bearable(max(self.paused(), self.paused(scope)), limit)

    def _pause(self, scope: str, wait: float, window: Window) -> None:
        self.pauses[scope.partition(":")[0]] += 1
        now = asyncio.get_running_loop().time()
        known = self._paused.get(scope, 0.0)
        until = now + wait + _MARGIN
        if scope == BOT and known <= now:
            window.flooded(now)
        self._paused = {s: end for s, end in self._paused.items() if end > now}
        if until <= known:
            return
        self._paused[scope] = until
        if self.on_pause is not None:
            self.on_pause(scope, self._now() + timedelta(seconds=wait + _MARGIN))


async def _answered(call: Call, endpoint: str) -> Any:
    """Answer a query. Return False if it has expired or nothing got through: the press counts all the same."""
    try:
        async with asyncio.timeout(_ANSWER_WITHIN):
            return await _persistently(call)
    except (TelegramError, TimeoutError) as error:
        reason = str(error) or "no answer in time"
        if not _EXPIRED.search(reason):
            level = logging.ERROR if type(error) is BadRequest else logging.WARNING
            _log.log(level, "%s came to nothing: %s", endpoint, reason)
        return False


async def _persistently(call: Call) -> Any:
    for pause in _AGAIN:
        try:
            return await call()
        except TimedOut:
            raise  # so long a wait is not begun again
        except NetworkError as error:
            if classify(error).kind not in (OutcomeKind.TEMPORARY, OutcomeKind.UNCERTAIN):
                raise
        await asyncio.sleep(pause)
    return await call()


def _window(slots: int, recovery: float = 5.0) -> Window:
    """Return an evenly spaced window: few calls are in flight at once, so a kill finds 2 of them, not 30."""
    return Window(slots, 1 + _CLOCK_GRAIN, spacing=1 / slots, slack=_SLACK, recovery=recovery)


def _bearable(wait: float, limit: float) -> float:
    if wait > limit:
        raise RetryAfter(timedelta(seconds=wait))
    return wait
