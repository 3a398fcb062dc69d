"""Let Telegram bring the updates to an address of ours, and say that one was handled only once it was."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Sequence
from typing import Any

from telegram.ext import ExtBot

from bot.updates.intake import Intake
from bot.updates.reading import is_update, read, setback
from delivery.outage import LISTENING, Outage
from messages.message import endpoint

log = logging.getLogger(__name__)

AT_ONCE = 100
"""Updates that Telegram brings at the same time, each of another chat; the most that it allows."""
HANDLED_WITHIN = 50.0
"""Seconds after which Telegram is told to bring an update again; it waits for a minute."""
LOOK_EVERY = 30.0
"""Seconds between two looks at whether Telegram still knows the address, as a poll would have shown."""


class Webhook:
    """The address that Telegram is given, another at every start, and what happens with what is brought there.

    `listen` runs until it is cancelled. Nobody else knows the `path`, and only Telegram knows the `secret`.
    """

    def __init__(self, bot: ExtBot[Any], kinds: Sequence[str], intake: Intake, outage: Outage, public_url: str) -> None:
        self._bot, self._kinds, self._intake, self._outage = bot, list(kinds), intake, outage
        self.path = f"/updates/{secrets.token_urlsafe(32)}"
        self.secret = secrets.token_urlsafe(32)
        self._url = public_url + self.path
        self._last_error = 0

    async def listen(self) -> None:
        failures = 0
        while True:
            try:
                await self.keep_set()
                self._outage.reached(LISTENING)
                failures = 0
                await asyncio.sleep(LOOK_EVERY)
            except Exception as error:  # as of any call
                failures += 1
                await asyncio.sleep(setback(error, failures, self._outage))

    async def keep_set(self) -> None:
        """Give Telegram the address unless it has it, and log what it says of its last visits."""
        info = await self._bot.do_api_request(endpoint("getWebhookInfo"))
        if not isinstance(info, dict):
            raise ValueError("the answer does not tell of a webhook")
        if info.get("url") != self._url:
            wanted = {
                "url": self._url,
                "secret_token": self.secret,
                "max_connections": AT_ONCE,
                "allowed_updates": self._kinds,
            }
            await self._bot.do_api_request(endpoint("setWebhook"), wanted)
            self._last_error = info.get("last_error_date") or 0
        elif (info.get("last_error_date") or 0) > self._last_error:
            self._last_error = info["last_error_date"]
            log.warning("Telegram could not bring updates to PUBLIC_URL (%s)", info.get("last_error_message"))

    async def take(self, data: Any) -> bool:
        """Return whether the update was handled, now or before. Raise ValueError if it is none."""
        if not is_update(data):
            raise ValueError("no update")
        number = data["update_id"]
        self._outage.reached(LISTENING)
        if not self._intake.knows(number):
            if (update := read(data, self._bot)) is None:
                self._intake.pass_over(number)
            else:
                self._intake.take(update)
        return await self._intake.handled(number, HANDLED_WITHIN)
