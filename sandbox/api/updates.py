"""The queue of updates, the long polling on it (core.telegram.org/bots/api#getupdates) and the webhook."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.api.refusals import conflict

Update = dict[str, Any]

# Telegram leaves these out unless the bot asks for them by name.
_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
_TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_SET = "terminated by setWebhook request"


@dataclass
class Hook:
    """The address to which updates are brought, with what the bot wants of it; without a `url` there is none."""

    url: str = ""
    secret: str = ""
    at_once: int = 40
    last_error: dict[str, Any] = field(default_factory=dict)

    def failed(self, at: datetime, why: str) -> None:
        self.last_error = {"last_error_date": int(at.timestamp()), "last_error_message": why}


class Updates:
    """Updates wait here until the bot has confirmed them, by asking for a higher offset or at its webhook; for one
    event loop."""

    def __init__(self) -> None:
        self.pending: list[Update] = []
        self.webhook = Hook()
        self._next_id = 1
        self._allowed: frozenset[str] = frozenset()
        self._poller: asyncio.Future[None] | None = None

    def push(self, update: Update) -> None:
        """Queue an update and wake the poller at once. Drop it if the bot did not ask for its kind."""
        if self._wanted(update):
            self.pending.append({"update_id": self._next_id} | update)
            self._next_id = self.pending[-1]["update_id"] + 1
            self._wake()

    def clear(self) -> None:
        self.pending.clear()

    def drop(self, update_id: int) -> None:
        """Forget an update that the bot has taken."""
        self.pending = [update for update in self.pending if update["update_id"] != update_id]

    def bring_to(self, webhook: Hook, allowed: list[str] | None) -> None:
        """From now on bring updates there, and end the polling; without a `url`, let the bot ask for them again."""
        self.webhook = webhook
        if allowed is not None:
            self._allowed = frozenset(allowed)
        if webhook.url and self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict(_SET))

    async def get(
        self, offset: int = 0, limit: int = 100, patience: float = 0, allowed: list[str] | None = None
    ) -> list[Update]:
        """Return at most `limit` updates from `offset` on, within `patience` seconds; the older poller gets 409."""
        if self.webhook.url:
            raise conflict(_WEBHOOK)
        if allowed is not None:
            self._allowed = frozenset(allowed)
        self._confirm(offset)
        self._terminate()
        if not self.pending and patience > 0:
            await self._wait(patience)
        return self.pending[: max(1, min(limit, 100))]

    def _wanted(self, update: Update) -> bool:
        kinds = update.keys() - {"update_id"}
        return bool(kinds & self._allowed) if self._allowed else not kinds & _ON_REQUEST

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset > 0:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]

    def _wake(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def _terminate(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict(_TERMINATED))

    async def _wait(self, patience: float) -> None:
        self._poller = poller = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poller, patience)
        except TimeoutError:
            return
        finally:
            if self._poller is poller:
                self._poller = None
