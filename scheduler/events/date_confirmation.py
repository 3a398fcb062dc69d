"""Ask the organisers to confirm assumed dates, and shortly before an event that all is still right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.calendar import at
from domain.delivery import MessageKind
from domain.events.events import Event
from domain.team.organisers import Role
from messages.events import edit_texts
from messages.localizer import Localizer
from messages.message import Message
from messages.residents import help_texts
from scheduler.job_context import JobContext
from storage.events import events
from storage.outbox import queue
from storage.team import organisers

BEFORE = 3
"""Days before an event at which the organisers are asked once more."""
ASKED_AT = time(10)
LATELY = timedelta(days=1)
"""Who has said or set it so shortly before is not asked."""


@dataclass(frozen=True)
class DateConfirmation:
    """Asks each organiser once, as soon as he or she has written to the bot."""

    context: JobContext

    async def tick(self, now: datetime) -> None:
        async with self.context.database.read() as session:
            every = await events.every(session)
            unsure = [event for event in every if event.ahead(now) and not event.confirmed]
            doubtful = [event for event in every if self._to_be_asked(event, now)]
        if unsure:
            await self._ask_dates(unsure, now)
        for event in doubtful:
            await self._ask(f"right:{event.id}:{int(event.starts_at.timestamp())}", [event], now)

    def _to_be_asked(self, event: Event, now: datetime) -> bool:
        day = event.starts_at.astimezone(self.context.quiet.zone).date() - timedelta(days=BEFORE)
        due = at(day, ASKED_AT, self.context.quiet.zone)
        said = event.checked_at is not None and event.checked_at >= due - LATELY
        return event.confirmed and event.ahead(now) and due <= now < event.starts_at and not said

    async def _ask_dates(self, unsure: list[Event], now: datetime) -> None:
        """Ask those responsible for every area one question, the others one for each of their areas."""
        year = unsure[0].starts_at.year
        await self._ask(f"dates:{year}", unsure, now)
        for area in sorted({event.area for event in unsure}):
            theirs = [event for event in unsure if event.area == area]
            await self._ask(f"dates:{year}:{area}", theirs, now, instead_of=f"dates:{year}")

    async def _ask(self, key: str, about: list[Event], now: datetime, instead_of: str | None = None) -> None:
        areas = {event.area for event in about}
        async with self.context.database.read() as session:
            asked = await queue.told(session, key)
            if instead_of is not None:
                asked |= await queue.told(session, instead_of)
            everyone = await organisers.addressees(session, self.context.owners, Role.ORGANISER, areas)
        to_ask = {chat_id: language for chat_id, language in everyone.items() if chat_id not in asked}
        if not to_ask:
            return

        def question(language: str) -> queue.OutboxMessage:
            payload = self._question(key, about, self.context.voice(language)).payload
            return queue.OutboxMessage(key, MessageKind.DATES, None, language, "sendMessage", payload)

        async with self.context.database.begin() as session:
            await queue.tell(session, to_ask, question, now, self.context.quiet.hold(now))
        self.context.wake()

    def _question(self, key: str, about: list[Event], voice: Localizer) -> Message:
        if key.startswith("right:"):
            return edit_texts.right_question(about[0], voice)
        return help_texts.dates_question(about, voice)
