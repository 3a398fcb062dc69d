"""The card for whoever writes in a language that the bot does not speak: in that language, from its file."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list

from domain import languages
from domain.events.events import Event
from domain.events.timing import Hours
from domain.languages import CardWords
from messages import keyboards
from messages.actions.residents.language import ChooseLanguage
from messages.actions.residents.questions import PassOn
from messages.events import event_slots
from messages.localizer import Localizer
from messages.message import Message, Row
from messages.residents.answer_slots import filled

MOST = 5
"""Meetings on a card: what one sees without scrolling."""
CLOCK = "Hm"
RIGHT, LEFT = "\u200f", "\u200e"
"""Marks of direction: of a line in a language that is written from the right, and of a name in our letters there."""


def find(language: str, voice: Localizer) -> LanguageCard | None:
    """Return the card of the language, else that of the `voice`, else none."""
    known = languages.cards()
    code = language if language in known else voice.language
    return LanguageCard(code, known[code], Locale.parse(code, sep="-"), voice) if code in known else None


@dataclass(frozen=True)
class LanguageCard:
    """A card's words, and its ways of writing dates and lists; names are said as the `voice` says them."""

    language: str
    words: CardWords
    locale: Locale
    voice: Localizer

    def message(self, events: Sequence[Event]) -> Message:
        """Say what the bot speaks, which meetings there are, and where to turn."""
        shown = events[:MOST]
        listed = "\n".join([self._said(self.words.meetings), *map(self._line, shown)])
        parts = [self._said(self.words.spoken), listed if shown else self._said(self.words.none)]
        if any(event.takes_place and not event.confirmed for event in shown):
            parts.append(f"<i>{self._said(self.words.unconfirmed)}</i>")
        return Message("\n\n".join([*parts, self._said(self.words.danger)]), self._buttons())

    def cry(self, kind: str) -> Message:
        """Answer a cry for help of that kind."""
        return Message(self._said(getattr(self.words, kind)))

    def passed_on(self) -> Message:
        return Message(self._said(self.words.passed_on))

    def _said(self, template: str) -> str:
        names = (self.locale.languages.get(code, code) for code in self.voice.programme.languages)
        emergency = self.voice.programme.emergency
        number = emergency.number if emergency else self.words.rescuers
        return self._directed(
            filled(template, {"languages": format_list(list(names), locale=self.locale), "emergency": number})
        )

    def _line(self, event: Event) -> str:
        """Return name, day and hours, and below them the place."""
        slots = event_slots.slots(event, self.voice, "")
        when = self._when(event)
        if not event.takes_place:
            when = f"<s>{when}</s> {html.escape(self.words.cancelled)}"
        titled = slots["named"] == event_slots.TITLE and slots["area"] not in slots["name"]
        where = slots["where" if titled else "place"]
        place = f"\n{self._directed(self._name(where))}" if where else ""
        return self._directed(f"<b>{self._name(slots['name'])}</b> · {when}") + place

    def _when(self, event: Event) -> str:
        zone = self.voice.programme.zone
        starts, ends = event.starts_at.astimezone(zone), event.last_moment.astimezone(zone)
        days = [format_date(starts, "full", self.locale)]
        if event.hours is not Hours.FROM_TO and ends.date() > starts.date():
            days.append(format_date(ends, "full", self.locale))
        return self._timed(" – ".join(days), self._hours(event))

    def _hours(self, event: Event) -> str:
        zone = self.voice.programme.zone
        if event.hours is Hours.FROM_TO:
            return str(format_interval(event.starts_at, event.ends_at, CLOCK, zone, locale=self.locale))
        if event.hours is Hours.FROM:
            return str(format_skeleton(CLOCK, event.starts_at, zone, locale=self.locale))
        return ""

    def _timed(self, day: str, hours: str) -> str:
        """Join day and hours as the language does."""
        joined = str(self.locale.datetime_formats["medium"]).replace("{1}", day).replace("{0}", hours)
        return joined if hours else day

    @property
    def _from_right(self) -> bool:
        return self.locale.text_direction == "rtl"

    def _directed(self, line: str) -> str:
        return RIGHT + line if self._from_right else line

    def _name(self, name: str) -> str:
        """Return a name in our letters, kept together where others run the other way."""
        escaped = html.escape(name, quote=False)
        return f"{LEFT}{escaped}{LEFT}" if self._from_right else escaped

    def _buttons(self) -> list[Row]:
        """Return ways on; in a group, where only administrators choose the language, without the languages."""
        rows = [[keyboards.button(self.words.pass_on, PassOn(self.language))]]
        if not self.voice.words.group:
            names = ((code, self.voice.words.own_name(code)) for code in self.voice.programme.languages)
            rows += keyboards.in_rows(
                [keyboards.button(name.capitalize(), ChooseLanguage(code)) for code, name in names]
            )
        return rows
