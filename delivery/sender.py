"""Empty the outbox: claim due messages, send them, record the results."""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random
from typing import Any

from telegram.ext import ExtBot

from delivery.attempt import MOST_ATTEMPTS, TOLD_AFTER, attempt
from delivery.outage import LISTENING, Outage
from delivery.outcome import OutcomeKind, SendOutcome, back_off
from delivery.rate_limiter import RateLimiter
from delivery.result_buffer import ResultBuffer
from domain.log_subject import about
from storage.database import Database
from storage.outbox.deliveries import Claimed, Unavailable

_log = logging.getLogger(__name__)

STOP_WITHIN = 5.0
_RECHECK = 60.0
"""Seconds after which the clock is looked at again, should it have jumped."""
_BUSY_RECHECK = 0.2
_OVERHEAD = 0.02
_FAST = 100
_BATCHING = 0.04
_CUTS_BY_CHANCE = 2
_LONGEST_REST = timedelta(seconds=30)
_LONGEST_DATABASE_REST = timedelta(seconds=5)


class Sender:
    """One per process. `start` it, then `wake` it whenever rows were added; it sleeps until the next is due.

    Each result is written at once at Telegram's free rate, and in batches at the paid one.
    As many messages are in hand as the round trip needs, never two to one chat. What a kill leaves in hand is
    sent again at the next start. A failing database is waited for; nothing new is claimed meanwhile.
    """

    def __init__(
        self,
        bot: ExtBot[Any],
        pace: RateLimiter,
        database: Database,
        now: Callable[[], datetime],
        random: Random | None = None,
        outage: Outage | None = None,
    ) -> None:
        self._bot, self._pace, self._now = bot, pace, now
        self._ledger = ResultBuffer(database, now)
        self._random = random or Random()
        self._outage = outage or Outage(now)
        self.on_objection: Callable[[], None] = lambda: None
        """Called when something on the way goes on refusing a message, though Telegram can be reached."""
        self.attempts = 0
        """Messages tried since the start, whatever came of it."""
        self.settled: Counter[str] = Counter()
        """What came of them."""
        self._turned_at: float | None = None
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        self._woken, self._idle = asyncio.Event(), asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._stopping = False
        self._troubles = self._unanswered = self._rests = 0
        self._rest_until = 0.0
        self._batching = _BATCHING if pace.rate > _FAST else 0.0

    async def start(self) -> None:
        """Release what an earlier run left in flight, then send. Raise what the database raises."""
        left, pauses = await self._ledger.open()
        if left:
            _log.warning("%d messages were on their way when the bot stopped: sending them again", left)
        self._pace.restore(pauses)
        self._pace.on_pause = self._note_pause
        self._task = asyncio.create_task(self._run())

    def wake(self) -> None:
        """Look for due messages now: rows were added, or the clock was moved."""
        self._idle.clear()
        self._ledger.look_again()
        self._woken.set()

    async def idle(self) -> None:
        """Return when nothing is due or in flight. A message held up by a flood wait counts as due."""
        self.wake()
        await self._idle.wait()

    def silent_for(self) -> float | None:
        """Return for how many seconds it has not looked around; None before it starts."""
        return None if self._turned_at is None else time.monotonic() - self._turned_at

    @property
    def trouble(self) -> str:
        """Return what keeps it from sending, or nothing."""
        return "it cannot read or write what is to be sent" if self._troubles else ""

    async def stop(self) -> None:
        """Finish within five seconds what is in flight, and release the claims of the rest."""
        self._stopping = True
        self._pace.close()
        self._woken.set()
        if self._task is None:
            return
        await asyncio.wait([self._task], timeout=STOP_WITHIN)
        unfinished = [self._task, *self._in_hand.values()]
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)

    async def _run(self) -> None:
        while not self._finished():
            self._woken.clear()
            self._turned_at = time.monotonic()
            try:
                wait = await self._turn()
            except Exception as error:
                await asyncio.sleep(self._trouble(error))
                continue
            self._troubles = 0
            if not self._finished():
                await self._sleep(wait)

    def _finished(self) -> bool:
        return self._stopping and not self._in_hand and not self._ledger.unwritten

    async def _turn(self) -> float:
        """Record, claim and send. Return the seconds to sleep unless something happens before."""
        hindered = self._hindered()
        room = 0 if hindered else max(0, self._capacity() - len(self._in_hand) - self._ledger.unwritten // 2)
        claimed, due = await self._ledger.turn(room, self._in_hand)
        for row in claimed:
            self._in_hand[row.id] = asyncio.create_task(self._send(row))
        if hindered or len(claimed) == room:
            return hindered or _RECHECK
        return self._until(due)

    async def _send(self, row: Claimed) -> None:
        with about(delivery=row.id, outgoing=row.outgoing_id):
            result, outcome = await attempt(self._bot, row, self._now, self._random, self._listens)
            self._note(outcome)
            if outcome.stranger and not outcome.offline and result.attempts in (TOLD_AFTER, MOST_ATTEMPTS):
                _log.warning("something on the way to Telegram refuses message %d (%s)", row.id, outcome.reason)
                self.on_objection()
        del self._in_hand[row.id]
        self.attempts += 1
        self.settled[result.state] += 1
        self._ledger.note(result)
        self._woken.set()

    def _listens(self) -> bool:
        return self._outage.reached_lately(LISTENING)

    def _hindered(self) -> float:
        """Return the seconds for which nothing new should be tried: Telegram asked for it, or was out of reach."""
        if self._stopping:
            return _RECHECK
        return max(0.0, self._pace.paused(), self._rest_until - time.monotonic())

    def _capacity(self) -> int:
        """Return how many may be in flight: as many as the round trip needs, since a kill may repeat each of them."""
        waiting = 2 * self._batching  # once for its result to be written, once for the next to be claimed
        needed = math.ceil(self._pace.rate * (self._pace.round_trip + _OVERHEAD + waiting))
        return min(max(2, needed), self._pace.rate)

    def _until(self, due: datetime | None) -> float:
        """Return the seconds to the next due message. If one is due but was not claimed, its chat is busy."""
        wait = _RECHECK if due is None else (due - self._now()).total_seconds()
        if wait <= 0:
            return _BUSY_RECHECK
        if not self._in_hand and not self._ledger.unwritten and not self._woken.is_set():
            self._idle.set()
        return min(wait, _RECHECK)

    async def _sleep(self, wait: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(wait):
                await self._woken.wait()
        if self._batching:
            await asyncio.sleep(self._batching)

    def _note(self, outcome: SendOutcome) -> None:
        """Note the outcome: several cut connections in a row are an outage, in which further tries are useless."""
        if not (outcome.offline or outcome.kind is OutcomeKind.UNCERTAIN):
            self._unanswered = self._rests = 0
            self._outage.reached("sending")
            return
        self._unanswered += 1
        out = outcome.offline or self._unanswered > _CUTS_BY_CHANCE
        if out:
            self._outage.failed("sending", outcome.reason)
        if out and time.monotonic() >= self._rest_until:
            self._rests += 1
            rest = min(back_off(self._rests, self._random), _LONGEST_REST).total_seconds()
            self._rest_until = time.monotonic() + rest
            _log.warning("Telegram is out of reach (%s): trying again in %.0f s", outcome.reason, rest)

    def _note_pause(self, scope: str, until: datetime) -> None:
        _log.warning("Telegram asks for a pause (%s) until %s", scope, until.isoformat(timespec="seconds"))
        self._ledger.note_pause(scope, until)
        self._woken.set()

    def _trouble(self, error: Exception) -> float:
        """Log the failure and wait; results stay in the buffer until they can be recorded."""
        self._troubles += 1
        rest = min(back_off(self._troubles, self._random), _LONGEST_DATABASE_REST).total_seconds()
        if isinstance(error, Unavailable):
            _log.warning("the sender waits for the database", exc_info=error)
        else:
            _log.error("the sender stumbled: trying again in %.1f s", rest, exc_info=error)
        return rest
