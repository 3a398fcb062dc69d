"""The organisers' word on dates that were only assumed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.calendar import QuietHours
from domain.events import Event
from domain.organisers import Role
from messages import start as replies
from messages.voice import Voice
from storage import events, organisers, outbox
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
            to_ask = await self._responsible(session, unsure)
        to_ask = {chat_id: language for chat_id, language in to_ask.items() if chat_id not in asked}
        if not to_ask:
            return

        def question(language: str) -> outbox.Message:
            payload = replies.dates_question(unsure, self.voice(language)).payload
            return outbox.Message(key, "dates", None, language, "sendMessage", payload)

        async with self.database.begin() as session:
            await outbox.tell(session, to_ask, question, now, self.quiet.hold(now))
        self.wake()

    async def _responsible(self, session: Session, unsure: list[Event]) -> dict[int, str]:
        towns = {event.town for event in unsure}
        return await organisers.addressees(session, self.owners, Role.ORGANISER, towns)
