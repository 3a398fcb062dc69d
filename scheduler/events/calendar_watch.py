"""Watch the calendars that the programme names, and ask organisers about what differs: nothing changes by itself."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from domain.delivery import MessageKind
from domain.events import proposals as rules
from domain.events.events import Event, Place, planned
from domain.events.proposals import Calendar, CalendarProposal
from domain.files.yaml_file import ContentError
from domain.programmes import FILE, Programme
from domain.team.organisers import Organiser, Role
from messages.events import proposal_texts
from messages.message import Message
from reading import watching, web
from reading.drafts import Wishes
from reading.errors import Flaw, SourceError
from reading.source import Source
from reading.watching import Watched
from scheduler.job_context import JobContext
from storage.database import Session
from storage.events import events, proposals
from storage.outbox import queue
from storage.team import organisers

log = logging.getLogger(__name__)

EVERY, PATIENCE = timedelta(hours=4), timedelta(days=1)


@dataclass
class CalendarWatch:
    """Reads the calendars every few hours, and tells each organiser once a day of what is new.

    What was read when is not kept: a bot that starts reads again. `beside` runs work in a thread.
    """

    context: JobContext
    directory: Path
    beside: Callable[[Callable[[], Watched]], Awaitable[Watched]]
    fetch: Callable[[str, Source | None], Awaitable[Source]] = web.fetch
    _fetched_before: dict[str, Source] = field(default_factory=dict)
    _read_at: datetime | None = None
    _unread_since: datetime | None = None

    async def tick(self, now: datetime) -> None:
        if not self._programme.calendars:
            return
        if self._read_at is None or not timedelta(0) <= now - self._read_at < EVERY:
            self._read_at = now
            await self._compare(now)
        await self._tell(now)

    @property
    def _programme(self) -> Programme:
        return self.context.environment.programme

    async def _compare(self, now: datetime) -> None:
        """Read all calendars. If one of them cannot be read, everything stays as it is until the next time."""
        async with self.context.database.read() as session:
            known = await proposals.plans(session)
        calendars = self._programme.calendars
        try:
            sources = [(await self._fetched(each.address), self._wishes(each.map, now)) for each in calendars]
            watched = await self.beside(lambda: watching.read(self.directory / FILE, sources, known))
        except (Flaw, SourceError, ContentError) as error:
            await self._unread(str(error).strip(" .:"), now)
            return
        self._unread_since = None
        async with self.context.database.begin() as session:
            every = await events.every(session)
            found = rules.differences(self._calendar(watched, now), every, now)
            await proposals.compare(session, found, now)

    async def _fetched(self, address: str) -> Source:
        """Ask only for what is new since the last time. Raise `Flaw`, which says at which of the calendars."""
        try:
            source = self._fetched_before[address] = await self.fetch(address, self._fetched_before.get(address))
        except Flaw as flaw:
            raise Flaw(f"{flaw} ({web.shown(address)})") from flaw
        return replace(source, name=web.shown(address))

    async def _unread(self, problem: str, now: datetime) -> None:
        """Tell the owners, once, when nothing was compared for a day: organisers rely on it."""
        log.warning("the watched calendars were not compared: %s", problem)
        since = self._unread_since = self._unread_since or now
        if now - since < PATIENCE:
            return

        def message(language: str) -> queue.OutboxMessage:
            voice = self.context.voice(language)
            told = Message(voice.words("calendar-unread", since=voice.moment(since, now), problem=problem))
            key = f"calendar-unread:{since.isoformat(timespec='minutes')}"
            return queue.OutboxMessage(key, MessageKind.CALENDAR, None, language, "sendMessage", told.payload)

        async with self.context.database.begin() as session:
            owners = await organisers.addressees(session, self.context.owners, Role.OWNER)
            await queue.tell(session, owners, message, now, self.context.quiet.hold(now))
        self.context.wake()

    def _wishes(self, columns: Mapping[str, str], now: datetime) -> Wishes:
        today = now.astimezone(self._programme.zone).date()
        return Wishes(today, dict(columns), self._programme.time_zone, self._programme.language)

    def _calendar(self, watched: Watched, now: datetime) -> Calendar:
        told, mine = watched.programme, self._programme
        titles = {plan.id: told.say(plan.title, mine.language) for plan in told.events if plan.title}
        places = {
            venue.id: Place(told.say(venue.name, mine.language), venue.address)
            for venue in told.venues
            if mine.venue(venue.id) is None
        }
        uids = {plan.id: plan.uid for plan in (*mine.events, *told.events)}
        return Calendar(planned(told, None, now), watched.gone, uids, titles, places, rules.texts(mine, told))

    async def _tell(self, now: datetime) -> None:
        async with self.context.database.read() as session:
            waiting = await proposals.waiting(session)
            if all(each.told_at for each in waiting):
                return
            there = {event.id: event for event in await events.every(session)}
            languages = await organisers.addressees(session, self.context.owners, Role.ORGANISER)
            people = [
                each for each in await organisers.every(session, self.context.owners) if each.chat_id in languages
            ]
            day = now.astimezone(self._programme.zone).date()
            keys = {each.chat_id: f"calendar:{day}:{each.chat_id}" for each in people}
            if await queue.known(session, list(keys.values())):
                return  # what was found since waits for tomorrow
        theirs = {each.chat_id: _theirs(waiting, there, each) for each in people}
        async with self.context.database.begin() as session:
            for chat_id, listed in theirs.items():
                if any(each.told_at is None for each in listed):
                    await self._ask(session, chat_id, keys[chat_id], listed, there, languages[chat_id], now)
            told = {each.id for listed in theirs.values() for each in listed if each.told_at is None}
            await proposals.told(session, told, now)
        self.context.wake()

    async def _ask(
        self,
        session: Session,
        chat_id: int,
        key: str,
        listed: list[CalendarProposal],
        there: Mapping[int, Event],
        language: str,
        now: datetime,
    ) -> None:
        payload = proposal_texts.listing(listed, there, self.context.voice(language)).payload
        message = queue.OutboxMessage(key, MessageKind.CALENDAR, None, language, "sendMessage", payload)
        await queue.add_one(session, await queue.add(session, message, now), chat_id, self.context.quiet.hold(now))


def _theirs(waiting: list[CalendarProposal], there: Mapping[int, Event], who: Organiser) -> list[CalendarProposal]:
    return [each for each in waiting if who.responsible(rules.areas(each, there.get(each.difference.event or 0)))]
