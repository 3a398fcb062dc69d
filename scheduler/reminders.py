"""Queue reminders that are due, and correct or call off those that are held up."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import feeds, reminders
from domain.delivery import DeliveryState, MessageKind, SkipReason
from domain.events.change_rules import FRESH
from domain.reminders import CLOSE, LOOK_BACK, Reminder
from domain.team.organisers import Role
from messages.residents import reminder_texts
from scheduler.job_context import JobContext
from storage.database import Session
from storage.events import event_changes, events, reminder_batches
from storage.events.reminder_batches import Waiting
from storage.outbox import batches, control, queue
from storage.outbox.batches import Due
from storage.team import organisers

log = logging.getLogger(__name__)

MOST_AT_ONCE = 60
"""More wait for the next tick, but for those that go out together: they are one message."""

Missed = Counter[Reminder]


@dataclass(frozen=True)
class Reminders:
    context: JobContext

    async def tick(self, now: datetime) -> None:
        async with self.context.database.read() as session:
            due = await self._due(session, now)
            if not await self._new(session, due, now) and not await self._untrue(session, due, now):
                return
        async with self.context.database.begin() as session:
            await batches.lock(session)
            due, missed = await self._due(session, now), Missed()
            for waiting in await self._untrue(session, due, now):
                await self._put_right(session, waiting, due, missed, now)
            new = await self._new(session, due, now)
            await self._tell(session, [each for each in new if not each.missed(now)], now)
            await self._record_missed(session, [each for each in new if each.missed(now)], missed, now)
            await self._report(session, missed, now)
        self.context.wake()

    async def _due(self, session: Session, now: datetime) -> dict[str, Reminder]:
        due = reminders.due(await events.every(session), now, self.context.quiet)
        return {reminder.key: reminder for reminder in due}

    # --- what is new ---

    async def _new(self, session: Session, due: dict[str, Reminder], now: datetime) -> list[Reminder]:
        known = await queue.known(session, list(due))
        new = [each for key, each in due.items() if key not in known and not each.waits(now, self.context.quiet)]
        taken: list[Reminder] = []
        for moment in reminders.moments(new):
            if taken and len(taken) + len(moment) > MOST_AT_ONCE:
                break
            taken += moment
        return taken

    async def _tell(self, session: Session, told: Sequence[Reminder], now: datetime) -> None:
        """Queue due reminders; people who are due the same ones get them in one message."""
        if not told:
            return
        wanted = {reminder.key: reminder for reminder in told}
        every = [await self._call(session, reminder, wanted, now) for reminder in told]
        groups = await batches.groups(session, every, now)
        alone = {
            (key, language): await self._add(session, [reminder], language, now)
            for language in {*self.context.catalog.languages, *(group.language for group in groups)}
            for key, reminder in wanted.items()
        }
        messages = {}
        for group in groups:
            for parcel in group.parcels:
                inside = [wanted[call.key] for call in parcel.calls]
                messages[parcel] = await self._add(session, inside, group.language, now)
        people = await batches.fan_out(session, every, messages, alone, now)
        log.info("due %s for %s", reminders.key(told), people)
        for reminder in told:
            await self._record_spared(session, reminder, alone, now)

    async def _call(self, session: Session, reminder: Reminder, wanted: Collection[str], now: datetime) -> Due:
        others = {each.key for each in reminders.of(reminder.event, self.context.quiet)} - {*wanted}
        since = now - CLOSE
        told = [(key, since) for key in sorted(await reminder_batches.told_since(session, sorted(others), since))]
        told += [(key, now - FRESH) for key in await self._notices(session, reminder, now)]
        return Due(reminder.key, self._feeds(reminder), reminder.at, reminder.lead, tuple(told))

    def _feeds(self, reminder: Reminder) -> tuple[str, ...]:
        return feeds.keys(reminder.event, self.context.environment.programme)

    async def _notices(self, session: Session, reminder: Reminder, now: datetime) -> list[str]:
        """Return the notices of changes so recent that the reminder would only repeat them."""
        return [change.key for change in await event_changes.told_since(session, reminder.event.id, now - FRESH)]

    async def _record_spared(
        self, session: Session, reminder: Reminder, alone: Mapping[tuple[str, str], int], now: datetime
    ) -> None:
        """Record as spared those who were just told of a change: they are not reminded on top of it."""
        notices = await self._notices(session, reminder, now)
        for language in self.context.catalog.languages if notices else ():
            await queue.fan_out(
                session,
                alone[reminder.key, language],
                not_before=now,
                feeds=self._feeds(reminder),
                lead=reminder.lead,
                subscribed_before=reminder.at,
                already_told=notices,
                state=DeliveryState.SKIPPED,
                reason=SkipReason.TOLD,
            )

    async def _add(self, session: Session, told: Sequence[Reminder], language: str, now: datetime) -> int:
        payload = reminder_texts.reminder(told, self.context.voice(language), now).payload
        ref = told[0].event.id
        message = queue.OutboxMessage(reminders.key(told), MessageKind.REMINDER, ref, language, "sendMessage", payload)
        return await queue.add(session, message, now)

    # --- what is held up ---

    async def _untrue(self, session: Session, due: dict[str, Reminder], now: datetime) -> list[Waiting]:
        """Return the waiting reminders that must not go out as they are."""
        held = await reminder_batches.waiting(session, now, now - LOOK_BACK)
        return [waiting for waiting in held if self._words(waiting, due, now) != waiting.payload]

    def _words(self, waiting: Waiting, due: dict[str, Reminder], now: datetime) -> dict[str, object] | None:
        """Return the words as they should be now; None if the reminder must not go out any more."""
        told = self._still(waiting, due)
        if all(each.missed(now) or each.waits(now, self.context.quiet) for each in told):
            return None
        return reminder_texts.reminder(told, self.context.voice(waiting.language), now).payload

    def _still(self, waiting: Waiting, due: dict[str, Reminder]) -> list[Reminder]:
        """Return the reminders without the events that were moved or cancelled meanwhile."""
        return [due[key] for key in reminders.parts(waiting.key) if key in due]

    async def _put_right(
        self, session: Session, waiting: Waiting, due: dict[str, Reminder], missed: Missed, now: datetime
    ) -> None:
        told, words = self._still(waiting, due), self._words(waiting, due, now)
        if words is not None:
            await control.reword(session, waiting.outgoing, words)
        elif told and not all(each.missed(now) for each in told):
            await control.postpone(session, [waiting.outgoing], self.context.quiet.hold(now))
        else:
            people = await control.stop(session, [waiting.outgoing], SkipReason.MISSED if told else SkipReason.CHANGED)
            missed.update(dict.fromkeys(told, people))
            log.warning("called off %s in %s for %s", waiting.key, waiting.language, people)

    # --- what is too late ---

    async def _record_missed(self, session: Session, late: Sequence[Reminder], missed: Missed, now: datetime) -> None:
        for reminder in late:
            for language in self.context.catalog.languages:
                missed[reminder] += await queue.fan_out(
                    session,
                    await self._add(session, [reminder], language, now),
                    not_before=now,
                    feeds=self._feeds(reminder),
                    lead=reminder.lead,
                    subscribed_before=reminder.at,
                    state=DeliveryState.SKIPPED,
                    reason=SkipReason.MISSED,
                )
            log.warning("missed %s for %s", reminder.key, missed[reminder])

    async def _report(self, session: Session, missed: Missed, now: datetime) -> None:
        """Tell the organisers which reminders were missed, in one message."""
        concerned = Missed({reminder: people for reminder, people in missed.items() if people})
        if not concerned:
            return

        def report(language: str) -> queue.OutboxMessage:
            payload = reminder_texts.missed(concerned, self.context.voice(language)).payload
            key = f"missed:{next(iter(concerned)).key}"
            return queue.OutboxMessage(key, MessageKind.MISSED, None, language, "sendMessage", payload)

        to_tell = await organisers.addressees(session, self.context.owners, Role.ORGANISER)
        await queue.tell(session, to_tell, report, now, self.context.quiet.hold(now))
