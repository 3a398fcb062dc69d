"""The organisers' word on dates that were only assumed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.calendar import QuietHours
from domain.events import Event
from messages import start as replies
from messages.voice import Voice
from storage import events, outbox, residents
from storage.database import Database, Session


@dataclass(frozen=True)
class Dates:
    """Asks each organiser once, as soon as he or she has written to the bot."""

    database: Database
    voice: Callable[[str], Voice]
    owners: frozenset[int]
    quiet: QuietHours
    wake: Callable[[], None]

    async def tick(self, now: datetime) -> None:
        async with self.database.read() as session:
            unsure = await events.unconfirmed(session, now)
            if not unsure:
                return
            key = f"dates:{unsure[0].starts_at.year}"
            asked = await outbox.told(session, key)
            languages = {
                owner: await residents.language(session, owner) for owner in sorted(self.owners - asked)
            }
        to_ask = {owner: language for owner, language in languages.items() if language is not None}
        if not to_ask:
            return
        async with self.database.begin() as session:
            for owner, language in to_ask.items():
                await self._ask(session, key, owner, language, unsure, now)
        self.wake()

    async def _ask(
        self, session: Session, key: str, owner: int, language: str, unsure: list[Event], now: datetime
    ) -> None:
        payload = replies.dates_question(unsure, self.voice(language)).payload
        message = outbox.Message(key, "dates", None, language, "sendMessage", payload)
        outgoing = await outbox.add(session, message, now)
        await outbox.add_one(session, outgoing, owner, self.quiet.hold(now))
