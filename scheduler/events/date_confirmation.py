"""Ask the organisers to confirm assumed dates, and shortly before an event that all is still right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

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

Question = Callable[[list[Event], Localizer], Message]


@dataclass(frozen=True)
class DateConfirmation:
    """Asks each organiser once, as soon as he or she has written to the bot: of all that is theirs in one message."""

    context: JobContext

    async def tick(self, now: datetime) -> None:
        async with self.context.database.read() as session:
            every = await events.every(session)
        if unsure := [event for event in every if event.ahead(now) and not event.confirmed]:
            await self._ask(f"dates:{unsure[0].starts_at.year}", unsure, unsure, help_texts.dates_question, now)
        sure = [event for event in every if event.ahead(now) and event.confirmed]
        doubtful = [event for event in sure if self._to_be_asked(event, now)]
        for day in sorted(set(map(self._day, doubtful))):
            that_day = [event for event in sure if self._day(event) == day]
            await self._ask(f"right:{day.isoformat()}", that_day, doubtful, edit_texts.right_questions, now)

    def _day(self, event: Event) -> date:
        return event.starts_at.astimezone(self.context.quiet.zone).date()

    def _to_be_asked(self, event: Event, now: datetime) -> bool:
        due = at(self._day(event) - timedelta(days=BEFORE), ASKED_AT, self.context.quiet.zone)
        said = event.checked_at is not None and event.checked_at >= due - LATELY
        return due <= now < event.starts_at and not said

    async def _ask(
        self, what: str, about: list[Event], doubtful: list[Event], question: Question, now: datetime
    ) -> None:
        """Ask everybody to whom one of the `doubtful` belongs."""
        async with self.context.database.read() as session:
            languages = await organisers.addressees(session, self.context.owners, Role.ORGANISER)
            people = [
                each for each in await organisers.every(session, self.context.owners) if each.chat_id in languages
            ]
            keys = {each.chat_id: f"{what}:{each.chat_id}" for each in people}
            asked = await queue.known(session, list(keys.values()))
        asking = dict[int, queue.OutboxMessage]()
        for each in people:
            theirs = [event for event in about if each.responsible(event.areas)]
            if any(event in doubtful for event in theirs) and keys[each.chat_id] not in asked:
                asking[each.chat_id] = self._message(keys[each.chat_id], theirs, question, languages[each.chat_id])
        if not asking:
            return
        not_before = self.context.quiet.hold(now)
        async with self.context.database.begin() as session:
            for chat_id, message in asking.items():
                await queue.add_one(session, await queue.add(session, message, now), chat_id, not_before)
        self.context.wake()

    def _message(self, key: str, about: list[Event], question: Question, language: str) -> queue.OutboxMessage:
        payload = question(about, self.context.voice(language)).payload
        return queue.OutboxMessage(key, MessageKind.DATES, None, language, "sendMessage", payload)
