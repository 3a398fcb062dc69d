"""Ask the organisers to confirm assumed dates, and shortly before an event that all is still right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.calendar import at
from domain.delivery import MessageKind
from domain.events.events import Event
from domain.team.organisers import Organiser, Role
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
class DateQuestion:
    """A question about events, to everybody to whom one of the `doubtful` among them belongs."""

    name: str
    about: list[Event]
    doubtful: list[Event]
    render: Callable[[list[Event], Localizer], Message]

    def key(self, who: Organiser) -> str:
        return f"{self.name}:{who.chat_id}"

    def of(self, who: Organiser) -> list[Event]:
        return [event for event in self.about if who.responsible(event.areas)]

    def concerns(self, who: Organiser) -> bool:
        return any(event in self.doubtful for event in self.of(who))


@dataclass(frozen=True)
class DateConfirmation:
    """Asks each organiser once, as soon as he or she has written to the bot: of all that is theirs in one message."""

    context: JobContext

    async def tick(self, now: datetime) -> None:
        async with self.context.database.read() as session:
            asked = self._questions(await events.every(session), now)
            if not asked:
                return
            languages = await organisers.addressees(session, self.context.owners, Role.ORGANISER)
            if not languages:
                return
            people = [
                each for each in await organisers.every(session, self.context.owners) if each.chat_id in languages
            ]
            known = await queue.known(session, [question.key(who) for question in asked for who in people])
        new = {
            who.chat_id: [question for question in asked if question.concerns(who) and question.key(who) not in known]
            for who in people
        }
        if any(new.values()):
            await self._ask(people, new, languages, now)

    def _questions(self, every: list[Event], now: datetime) -> list[DateQuestion]:
        unsure = [event for event in every if not event.confirmed and event.ahead(now)]
        dates = (
            [DateQuestion(f"dates:{unsure[0].starts_at.year}", unsure, unsure, help_texts.dates_question)]
            if unsure
            else []
        )
        soon = now + timedelta(days=BEFORE + 2)
        near = [event for event in every if event.starts_at < soon and event.confirmed and event.ahead(now)]
        doubtful = [event for event in near if self._to_be_asked(event, now)]
        days = {
            day: [event for event in near if self._day(event) == day] for day in sorted(set(map(self._day, doubtful)))
        }
        return dates + [
            DateQuestion(f"right:{day.isoformat()}", that_day, doubtful, edit_texts.right_questions)
            for day, that_day in days.items()
        ]

    def _day(self, event: Event) -> date:
        return event.starts_at.astimezone(self.context.quiet.zone).date()

    def _to_be_asked(self, event: Event, now: datetime) -> bool:
        due = at(self._day(event) - timedelta(days=BEFORE), ASKED_AT, self.context.quiet.zone)
        said = event.checked_at is not None and event.checked_at >= due - LATELY
        return due <= now < event.starts_at and not said

    async def _ask(
        self,
        people: list[Organiser],
        new: Mapping[int, list[DateQuestion]],
        languages: Mapping[int, str],
        now: datetime,
    ) -> None:
        not_before = self.context.quiet.hold(now)
        async with self.context.database.begin() as session:
            for who in people:
                for question in new[who.chat_id]:
                    message = self._message(question, who, languages[who.chat_id])
                    await queue.add_one(session, await queue.add(session, message, now), who.chat_id, not_before)
        self.context.wake()

    def _message(self, question: DateQuestion, who: Organiser, language: str) -> queue.OutboxMessage:
        payload = question.render(question.of(who), self.context.voice(language)).payload
        return queue.OutboxMessage(question.key(who), MessageKind.DATES, None, language, "sendMessage", payload)
