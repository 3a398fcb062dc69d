"""One message in its conversation: everything that the steps towards a decision look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from answers.dialogue.decisions import DialogueState, Question, Slots
from answers.entries import About
from answers.language import clauses, emergency, near_days, numbers, text, vocabulary
from answers.language.detection import Heard
from answers.language.emergency import Sound
from answers.language.entities import EntityType, Gazetteer, Reading
from answers.language.near_days import NearDay
from answers.limits import SHORT
from answers.meetings import meetings
from answers.meetings.meetings import Meetings
from answers.meetings.titles import Titles
from answers.search.language_index import LanguageIndex

if TYPE_CHECKING:
    from domain.events.events import Event
    from domain.programmes import Programme

TOPICS = frozenset(["project", "programme", "measure", "body"])
"""What one goes on asking about without saying its name again."""


@dataclass(frozen=True)
class Turn:
    question: Question
    state: DialogueState | None
    heard: Heard
    reading: Reading
    collection: LanguageIndex
    programme: Programme
    gazetteer: Gazetteer
    titles: Titles
    is_word: Callable[[str], bool]
    """Whether a word is one of any language that is answered in."""

    def reread(self, part: str) -> Reading:
        return self.gazetteer.read(part, self.language, known=self.collection.means)

    @cached_property
    def clauses(self) -> list[str]:
        """Return the clauses that ask something, where the message is more than one."""
        return clauses.asking(self.question.text, vocabulary.of(self.language))

    @cached_property
    def sound(self) -> Sound:
        """Return how much the message sounds like a cry for help."""
        named = {word for each in self.reading.mentions for word in text.words(each.said)}
        found = emergency.listen(self.question.text, lambda word: word in named or self.is_word(word))
        if found.language in ("", *self.programme.languages) or self.heard.foreign:
            return found
        # Nobody slips from one language into another: "wehn is it" is no German cry.
        return emergency.listen(self.question.text, lambda _: True)

    @cached_property
    def content(self) -> tuple[str, ...]:
        """Return the words that are neither names nor grammar nor courtesy."""
        lexicon, own = self.collection.lexicon, vocabulary.of(self.language)
        light = own.links | own.meant | self.words_of_near_days
        if self.reading.days or self.reading.clocks or self.near_days:
            light |= own.anything
        if self.reading.ids(EntityType.VENUE):
            light |= numbers.cardinals(self.language)  # "via Roma ventidue"
        spelled = (lexicon.spell(word) for word in self.reading.plain)
        return tuple(word for word in spelled if word not in light and lexicon.carries(word))

    @property
    def language(self) -> str:
        return self.collection.language

    @cached_property
    def meant(self) -> tuple[float, ...]:
        """Return the chance of each entry by the meaning of the message; nothing without one."""
        return self.collection.meant(self.question.meaning)

    @property
    def near_days(self) -> tuple[NearDay, ...]:
        """ "Sabato", "domani", "a novembre"."""
        return self._near[0]

    @property
    def words_of_near_days(self) -> frozenset[str]:
        return self._near[1]

    @cached_property
    def _near(self) -> tuple[tuple[NearDay, ...], frozenset[str]]:
        worded = self.collection.worded(self.reading.words)
        if worded is not None and worded.exact:
            return (), frozenset()  # "a domani!" is a goodbye
        return near_days.read(self.reading.words, self.language)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """Return the areas that are named outright, or by a venue."""
        named = self.reading.ids(EntityType.AREA)
        return self._without_denied(named) if named else self._areas_of_venues()

    @cached_property
    def meetings(self) -> Meetings:
        return meetings.meant(self)

    @cached_property
    def titled(self) -> tuple[str, ...]:
        """Return the events of the file that are named by their title, or by telling words of it."""
        named = self.reading.ids(EntityType.TITLE)
        words = [] if named else list(self._of_titles())
        kinds = (each.said for each in self.reading.mentions if words and each.thing is EntityType.KIND)
        return named or self.titles.like([*words, *(word for said in kinds for word in text.words(said))])

    def _of_titles(self) -> Iterator[str]:
        """Return the words that may be a title's: those that no question about a meeting has, or after "about"."""
        own, about = vocabulary.of(self.language), False
        for word in self.reading.plain:
            about = about or word in own.subject
            light = word in self.words_of_meetings or word in own.anything or numbers.is_next(word)
            if word in self.content and not light and (about or not self.collection.asks_with(word)):
                yield word

    @cached_property
    def words_of_meetings(self) -> frozenset[str]:
        """Return the words for a meeting: those of the language, and what the programme calls its own."""
        own = (each for noun in self.programme.words.event.values() for each in (noun.one, noun.other))
        return vocabulary.of(self.language).meetings.union(*map(text.words, own))

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """Return the named areas, or those of the meetings that a day or a place in the order chooses."""
        if self.named or not self.meetings.chosen:
            return self.named
        return _unique(area for event in self.meetings.events for area in event.areas[:1])

    @cached_property
    def follows(self) -> bool:
        return self.state is not None and len(self.content) <= SHORT

    @cached_property
    def area(self) -> str | None:
        """Return the one area that the question is about, as far as it and its conversation tell."""
        if self.areas:
            return self.areas[0] if len(self.areas) == 1 else None
        if self.wants_all:
            return None
        if self.follows and self.state and self.state.slots.area:
            return self.state.slots.area
        return self.question.areas[0] if len(self.question.areas) == 1 else None

    @cached_property
    def wants_all(self) -> bool:
        return len(self.areas) > 1 or not vocabulary.of(self.language).all.isdisjoint(self.reading.plain)

    @cached_property
    def measure(self) -> int | None:
        known = [number for number in self.reading.measures if self.programme.measure(number)]
        if known or self.reading.measures:
            return known[0] if known else None
        return self.state.slots.measure if self.follows and self.state else None

    @cached_property
    def body(self) -> str | None:
        named = self.reading.ids(EntityType.BODY)
        if named:
            return named[0]
        return self.state.slots.body if self.follows and self.state else None

    @property
    def names_event(self) -> bool:
        """Return True if a name in the message chooses among the meetings."""
        named = (EntityType.TITLE, EntityType.PERSON, EntityType.KIND)
        said = self.titled or any(self.reading.ids(thing) for thing in named)
        return bool(said) and self.meetings.chosen and self.meetings.wrong is None

    @property
    def names_one(self) -> bool:
        """Return True if it is named by its title, or by who takes part, and not by its kind alone."""
        return bool(self.titled or self.reading.ids(EntityType.PERSON))

    @cached_property
    def events(self) -> tuple[int, ...]:
        """Return the ids of the meetings that the message chooses, or that were chosen before it."""
        if self.meetings.chosen or len(self.named) > 1:
            return self.meetings.ids
        kept = self.follows and self.state and self.state.slots.events and not self.named
        return self.meetings.ids if kept and not self.wants_all else ()

    @property
    def slots(self) -> Slots:
        return Slots(self.area, self.measure, self.body, self.events)

    @cached_property
    def has(self) -> frozenset[EntityType]:
        filled = {EntityType.AREA: self.area, EntityType.MEASURE: self.measure, EntityType.BODY: self.body}
        return frozenset(thing for thing, value in filled.items() if value is not None)

    def _without_denied(self, areas: tuple[str, ...]) -> tuple[str, ...]:
        """Return the areas without denied ones: "non Ilton, Barton" is about Barton."""
        words = self.reading.words
        named = [each.id for each in self.reading.mentions if each.thing is EntityType.AREA]
        places = [place for place, word in enumerate(words) if word == EntityType.AREA]
        if len(named) != len(places):
            return areas  # a name that two of them bear
        cannot = [tuple(each.split()) for each in vocabulary.of(self.language).cannot]
        denied = {
            id
            for id, place in zip(named, places, strict=True)
            if _denied(words[max(0, place - 2) : place]) or any(_begins(words[place + 1 :], each) for each in cannot)
        }
        return tuple(area for area in areas if area not in denied) or areas

    def _areas_of_venues(self) -> tuple[str, ...]:
        ids = self.reading.ids(EntityType.VENUE)
        held = [event.area for event in self.question.events if event.venue in ids]
        known = (venue.area for venue in self.programme.venues if venue.id in ids)
        return _unique(filter(None, (*held, *known)))

    @cached_property
    def goes_on_about_meeting(self) -> bool:
        """Return True for a short message after an answer about an area's meeting."""
        return self.follows and self.state is not None and self.state.slots.area is not None and self.of_meetings

    @cached_property
    def topic(self) -> str:
        """Return the topic that a short message continues, unless it names an area; meetings have their own slots."""
        entry = self.collection.entry(self.state.entry) if self.state and self.state.entry else None
        goes_on = entry is not None and self.follows and not self.areas
        return entry.topic if entry is not None and goes_on and entry.topic in TOPICS else ""

    @cached_property
    def names_only(self) -> bool:
        """Return True if the message holds only names, or names and a word for "meeting" and which of them."""
        order = {self.meetings.order} if self.meetings.chosen else set()
        return self.words_of_meetings.union(order).issuperset(self.content)

    @property
    def of_meetings(self) -> bool:
        entry = self.collection.entry(self.state.entry) if self.state and self.state.entry else None
        return entry is not None and entry.about is About.EVENT

    @property
    def of_measures(self) -> bool:
        """Return True if measures are spoken of: "the third" is one of them."""
        return bool(self.reading.measures) or (self.state is not None and self.state.slots.measure is not None)

    def noun(self, word: str) -> bool:
        return bool(word) and self.collection.lexicon.weight(word) == 1.0

    def is_on(self, event: Event, day: int, month: int) -> bool:
        """Return True if that day of the month is its first, its last, or between them."""
        zone = self.programme.zone
        first, last = event.starts_at.astimezone(zone).date(), event.last_moment.astimezone(zone).date()
        while first < last and (first.day != day or month not in (0, first.month)):
            first += timedelta(days=1)
        return first.day == day and month in (0, first.month)


def _begins(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return words[: len(phrase)] == phrase


def _denied(before: Iterable[str]) -> bool:
    return not vocabulary.union("denial").isdisjoint(before)


def _unique(areas: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(areas))
