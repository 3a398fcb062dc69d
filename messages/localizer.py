"""Say the programme in one language: names, days and hours ready for a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from domain import feeds
from domain.events.events import Event, Place
from domain.programmes import Coordinates, Programme
from domain.reminders import Lead
from messages import dates
from messages.events import event_slots
from messages.message import Html, names

if TYPE_CHECKING:
    from messages.translations import Translations


@dataclass(frozen=True)
class Localizer:
    """Translations, programme and clock together: everything a message needs besides its subject."""

    words: Translations
    programme: Programme
    bot: str = ""
    """The bot's username, for links to it."""

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def programme_name(self) -> str:
        return self.say(self.programme.name)

    def say(self, words: dict[str, str]) -> str:
        """Return the words of a content file in this language."""
        return self.programme.say(words, self.language)

    def area(self, area: str) -> str:
        known = self.programme.area(area)
        return self.say(known.name) if known else area

    def feed(self, text: str) -> str:
        """Return what can be followed, by name: "Pinerolo", "Zone 70: paper", an event's title, the programme."""
        feed = feeds.read(text, self.programme)
        if feed is None:
            return text
        plan, kind = self.programme.event(feed.plan), self.programme.kind(feed.kind)
        if plan is not None:
            return self.say(plan.title) if plan.title else self.joined(map(self.area, plan.areas)) or plan.id
        parts = [self.area(feed.area) if feed.area else "", self.say(kind.name) if kind else ""]
        return ": ".join(filter(None, parts)) or self.programme_name

    def day(self, moment: datetime) -> str:
        return dates.day(moment, self.words, self.programme.zone)

    def feed_slots(self, text: str) -> dict[str, str]:
        """Return the slots of a feed: its name as `area`, and as `feed` if that is an area's."""
        known = feeds.read(text, self.programme)
        whole = known is not None and bool(known.area) and not known.kind
        return {"area": self.feed(text), "feed": "area" if whole else "other"}

    def date(self, day: date) -> str:
        return self.day(datetime.combine(day, time(12), self.programme.zone))

    def clock(self, moment: datetime) -> str:
        return dates.clock(moment, self.words, self.programme.zone)

    def near_day(self, moment: datetime, now: datetime) -> str:
        return dates.near_day(moment, now, self.words, self.programme.zone)

    def weekday_and_day(self, moment: datetime) -> str:
        """ "venerdì 22 ottobre" """
        return dates.weekday_and_day(moment, self.words, self.programme.zone)

    def moment(self, moment: datetime, now: datetime) -> str:
        return dates.moment(moment, now, self.words, self.programme.zone)

    def short_day(self, event: Event) -> str:
        return self.short_date(event.starts_at)

    def short_date(self, moment: datetime) -> str:
        return dates.short_day(moment, self.words, self.programme.zone)

    def event(self, event: Event) -> dict[str, str]:
        """Return the slots of an event, all from its row."""
        return event_slots.slots(event, self, self.day(event.starts_at))

    def name(self, event: Event) -> str:
        """Return what buttons and lists call the event: its title or kind, else its area."""
        return event_slots.name(event, self)[1]

    def named(self, area: str) -> dict[str, str]:
        """Return the slots that name an event of which only the area is known."""
        name = self.area(area)
        return {"named": event_slots.AREA if area else event_slots.NONE, "name": name, "area": name}

    def told(self, event: Event) -> dict[str, str]:
        """Return the same slots with the lines that tell the event: `lines`, and with all that is known `facts`."""
        return self._with_lines(self.event(event))

    def tagged(self, event: Event) -> dict[str, str]:
        """Return the same slots as Telegram HTML, in which the day carries its instant."""
        # Without a format: a client that knows the entity offers the reader's own clock, every other shows our words.
        stamp = int(event.starts_at.timestamp())
        date = Html(f'<tg-time unix="{stamp}">{self.day(event.starts_at)}</tg-time>')
        return self._with_lines(event_slots.slots(event, self, date))

    def _with_lines(self, slots: dict[str, str]) -> dict[str, str]:
        return slots | {"lines": event_slots.lines(slots, self), "facts": event_slots.facts(slots, self)}

    def venue(self, venue: str, place: Place | None) -> tuple[str, str]:
        """Return name and address; an organiser's words count for more than the programme file's."""
        known = self.programme.venue(venue)
        name = self.programme.say(known.name, self.language) if known else venue
        address = known.address if known else ""
        return (place.name or name, place.address) if place else (name, address)

    def coordinates(self, event: Event) -> Coordinates | None:
        """Return the programme file's coordinates; None where an organiser has put the place in other words."""
        known = self.programme.venue(event.venue)
        return known.coordinates if known and event.place is None else None

    def duration(self, event: Event) -> str:
        minutes = round((event.ends_at - event.starts_at).total_seconds() / 60)
        return self.words.plain("duration", hours=minutes // 60, minutes=minutes % 60)

    def lead(self, lead: Lead) -> str:
        """ "il giorno prima alle 18:00" """
        hour = {"time": f"{lead.clock.hour}:{lead.clock:%M}"} if lead.clock is not None else {}
        return self.words.plain(f"lead-{lead}", **hour)

    def leads(self, leads: Iterable[Lead]) -> str:
        return self.joined(self.lead(lead) for lead in leads)

    def joined(self, parts: Iterable[str]) -> str:
        """ "a, b e c" """
        return self.words.joined(parts)

    def listing(self, areas: tuple[str, ...] | list[str]) -> str:
        """Return the areas' names, as many as can be read; "+12" stands for the others."""
        return names(self.area(area) for area in areas)
