"""Bring updates to the bot's webhook as Telegram does (core.telegram.org/bots/api#setwebhook)."""

import asyncio
from functools import partial
from types import TracebackType
from urllib.parse import urlsplit

import aiohttp

from sandbox.api.telegram import Telegram
from sandbox.api.updates import Hook, Update

PATIENCE = 60.0
LONGEST_DELAY = 60
SECRET = "X-Telegram-Bot-Api-Secret-Token"
Queue = tuple[str, int]


class Courier:
    """Brings what waits: one after the other of a chat and of whoever presses, many of them side by side.

    What was not answered with a 2xx within `patience` seconds is brought again, ever later. `behind` is the address to
    which a proxy with a certificate would pass on what is asked of the webhook's.
    """

    def __init__(self, telegram: Telegram, behind: str, patience: float = PATIENCE) -> None:
        self._telegram, self._behind, self._patience = telegram, behind, patience
        self._hook = Hook()
        self._on_the_way: dict[Queue, asyncio.Task[None]] = {}

    async def __aenter__(self) -> "Courier":
        timeout = aiohttp.ClientTimeout(total=self._patience)
        self._session = aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=0))
        self._telegram.watchers.append(self._look)
        self._look()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._telegram.watchers.remove(self._look)
        self._begin_anew(Hook())
        await self._session.close()

    def _look(self) -> None:
        updates = self._telegram.updates
        if updates.webhook is not self._hook:
            self._begin_anew(updates.webhook)
        if not self._hook.url:
            return
        for update in updates.pending:
            if len(self._on_the_way) >= self._hook.at_once:
                return
            if (queue := _queue(update)) not in self._on_the_way:
                task = self._on_the_way[queue] = asyncio.create_task(self._bring(update, self._hook))
                task.add_done_callback(partial(self._ended, queue))

    def _begin_anew(self, hook: Hook) -> None:
        for task in self._on_the_way.values():
            task.cancel()
        self._on_the_way, self._hook = {}, hook

    def _ended(self, queue: Queue, task: asyncio.Task[None]) -> None:
        if self._on_the_way.get(queue) is task:
            del self._on_the_way[queue]
            self._look()

    async def _bring(self, update: Update, hook: Hook) -> None:
        delay, failures = 1, 0
        while (wait := await self._post(update, hook)) is not None:
            if not wait and failures:
                wait = delay = min(2 * delay, LONGEST_DELAY)
            failures += 1
            await asyncio.sleep(wait)
        self._telegram.updates.drop(update["update_id"])

    async def _post(self, update: Update, hook: Hook) -> int | None:
        """Return None if the update was taken, else how many seconds the bot wants to be left alone."""
        url = f"{self._behind}{urlsplit(hook.url).path}"
        headers = {SECRET: hook.secret} if hook.secret else {}
        try:
            async with self._session.post(url, json=update, headers=headers, allow_redirects=False) as answer:
                await answer.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            hook.failed(self._telegram.now(), type(error).__name__)
            return 0
        if 200 <= answer.status < 300:
            return None
        hook.failed(self._telegram.now(), f"Wrong response from the webhook: {answer.status} {answer.reason}")
        after = answer.headers.get("Retry-After", "")
        return int(after) if after.isdecimal() else 0


def _queue(update: Update) -> Queue:
    """Return whose turn it is: presses and searches overtake the messages of the same person."""
    for kind in ("callback_query", "inline_query"):
        if kind in update:
            return kind, update[kind]["from"]["id"]
    content = next((content for content in update.values() if isinstance(content, dict)), {})
    return "chat", content.get("chat", {}).get("id", update["update_id"])
