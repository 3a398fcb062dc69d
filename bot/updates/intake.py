"""Handle every update once, in order within a chat and concurrently across chats, by whichever way it came."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable

from telegram import Update

from domain.log_subject import about
from storage.database import UNUSABLE, reason

log = logging.getLogger(__name__)

AT_ONCE = 1024
"""Updates in hand at the same time; beyond, Telegram keeps them until we ask again."""
MOST_WAITING = 50
"""Updates of one chat that wait for each other; what comes on top is a flood and is passed over, so that one
chat cannot take all the places."""
REMEMBERED = 1000
LOOK_EVERY = 0.1
"""Seconds between two looks at whether this process is surely the bot again."""
WRITE_WITHIN = 1.5
WRITE_AFTER = 1.0
"""Seconds that a SIGKILL may reach back: what was handled since, behind an update still in hand, is handled again."""


class Intake:
    """Hands each update to `handle`, and remembers which are in hand and which were handled.

    An update is in hand from `take` until it was handled. What is in hand when the intake stops stays in hand:
    it is interrupted, or never begun, and must come again after a restart. `write` keeps the numbers of what
    was handled. Nothing begins while `may_handle` returns False.
    """

    def __init__(
        self,
        handle: Callable[[Update], Awaitable[None]],
        write: Callable[[list[int]], Awaitable[None]],
        may_handle: Callable[[], bool] = lambda: True,
    ) -> None:
        self._handle, self._write, self._may_handle = handle, write, may_handle
        self._in_hand: dict[int, asyncio.Task[None]] = {}  # oldest first, as are the next
        self._handled: dict[int, None] = {}
        self._unwritten_since: float | None = None
        self._nothing_in_hand = asyncio.Event()
        self._turns: dict[int, asyncio.Lock] = {}
        self._waiting: Counter[int] = Counter()
        self._closed = False

    def remember(self, numbers: Iterable[int]) -> None:
        """Count as handled what earlier processes wrote down."""
        self._handled = dict.fromkeys(numbers)

    @property
    def busy(self) -> bool:
        return bool(self._in_hand)

    @property
    def oldest(self) -> int | None:
        """Return the lowest number in hand."""
        return min(self._in_hand, default=None)

    def knows(self, number: int) -> bool:
        """Return whether an update of this number was taken, by this process or an earlier one."""
        return number in self._in_hand or number in self._handled

    async def handled(self, number: int, within: float) -> bool:
        """Return whether the update was handled, after at most so many seconds."""
        if (task := self._in_hand.get(number)) is not None:
            await asyncio.wait([task], timeout=within)
        return number in self._handled

    def take(self, update: Update) -> asyncio.Task[None]:
        """Begin to handle an update, once its chat's turn comes; the task ends when it was handled."""
        self._nothing_in_hand.clear()
        task = self._in_hand[update.update_id] = asyncio.create_task(self._in_turn(update))
        return task

    def pass_over(self, number: int) -> None:
        """Count an update as handled."""
        self._in_hand.pop(number, None)
        self._handled[number] = None
        while len(self._handled) > REMEMBERED:
            del self._handled[next(iter(self._handled))]
        if not self._in_hand:
            self._unwritten_since = None  # all of it is confirmed in this moment
            self._nothing_in_hand.set()
        elif self._unwritten_since is None:
            self._unwritten_since = _clock()

    async def rest(self, within: float) -> None:
        """Wait until nothing is in hand, at most so many seconds, and for as long as too much is."""
        if self._in_hand:
            try:
                async with asyncio.timeout(within):
                    await self._nothing_in_hand.wait()
            except TimeoutError:
                await self._write_in_time()
        while len(self._in_hand) >= AT_ONCE:
            await asyncio.wait(self._in_hand.values(), return_when=asyncio.FIRST_COMPLETED)

    def close(self) -> None:
        """Begin no other update."""
        self._closed = True

    async def stop(self, within: float) -> None:
        """Let what was begun end within so many seconds, interrupt the rest, and write down what was handled."""
        self.close()
        if self._in_hand:
            _, late = await asyncio.wait(self._in_hand.values(), timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        if self._handled:
            await self._write_down()

    async def _in_turn(self, update: Update) -> None:
        who = update.effective_chat or update.effective_user
        if who is None:
            await self._begin(update)
        elif self._waiting[who.id] >= MOST_WAITING:
            self.pass_over(update.update_id)
        else:
            self._waiting[who.id] += 1
            try:
                async with self._turns.setdefault(who.id, asyncio.Lock()):
                    await self._begin(update)
            finally:
                self._waiting[who.id] -= 1
                if not self._waiting[who.id]:
                    del self._turns[who.id], self._waiting[who.id]

    async def _begin(self, update: Update) -> None:
        while not self._closed and not self._may_handle():  # noqa: ASYNC110 - time passes, and nobody tells
            await asyncio.sleep(LOOK_EVERY)
        if self._closed:
            return
        try:
            with about(update_id=update.update_id):
                await self._handle(update)
        except (Exception, asyncio.CancelledError):
            if self._closed:
                raise
            log.exception("update %s could not be handled", update.update_id)
        self.pass_over(update.update_id)

    async def _write_in_time(self) -> None:
        if self._unwritten_since is not None and _clock() - self._unwritten_since >= WRITE_AFTER:
            await self._write_down()

    async def _write_down(self) -> None:
        self._unwritten_since = None
        try:
            async with asyncio.timeout(WRITE_WITHIN):
                await self._write(sorted(self._handled))
        except UNUSABLE as error:  # a timeout is an OSError
            log.warning("which updates were handled could not be written down: %s", reason(error))


def _clock() -> float:
    return asyncio.get_running_loop().time()
