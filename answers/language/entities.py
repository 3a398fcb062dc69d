"""The things of the programme that a message names: areas, venues, bodies, measures, days and hours.

Found before retrieval and replaced by their kind, so that one entry serves every area; kept as slots and
as filters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from answers.language import numbers, text, vocabulary
from answers.language.numbers import DayOfMonth, TimeMention

if TYPE_CHECKING:
    from domain.events.events import Place
    from domain.programmes import Programme

LONGEST_NAME = 8
LIKE_ENOUGH = 83
FUZZY_FROM = 5
"""Letters of a name that is heard in a misspelt word; the word may have one less after "at" or "in"."""
FUZZY_ELSEWHERE_FROM = 8
FUZZY_WORDS = 40
BEGINNING = 6
_WORDS_KEPT = 512
_HOUSE = re.compile(r"[0-9]{1,4}[a-z]?")
PART_FROM = 4
"""Letters of a surname, or of the first word of an area's name, that stand for the whole."""
"""Names in the rest of a long text are not searched for misspellings."""


class EntityType(StrEnum):
    AREA = "<area>"
    VENUE = "<venue>"
    BODY = "<body>"
    MEASURE = "<measure>"
    DAY = "<day>"
    CLOCK = "<clock>"
    ELSEWHERE = "<elsewhere>"
    PROGRAMME = "<programme>"
    KIND = "<kind>"
    TITLE = "<title>"
    PERSON = "<person>"


@dataclass(frozen=True)
class Mention:
    thing: EntityType
    id: str
    said: str


_Found = dict[int, tuple[int, tuple[Mention, ...]]]
"""Where a name begins: how many words it has, and what bears it."""


@dataclass(frozen=True)
class Reading:
    """A message read: its words with every name replaced by its kind, and what the names were."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()
    days: tuple[DayOfMonth, ...] = ()
    clocks: tuple[TimeMention, ...] = ()

    def ids(self, thing: EntityType) -> tuple[str, ...]:
        """Without repeats, in the order of the message."""
        return tuple(dict.fromkeys(each.id for each in self.mentions if each.thing is thing))

    @property
    def measures(self) -> tuple[int, ...]:
        return tuple(int(each) for each in self.ids(EntityType.MEASURE))

    @property
    def plain(self) -> tuple[str, ...]:
        """The words that are not names."""
        return tuple(word for word in self.words if not word.startswith("<"))


@dataclass
class _Names:
    """Names by their letters without spaces: "newbarton" is found as "New Barton"."""

    exact: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    """What bears the name: two areas may both have a library."""
    by_length: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    beginnings: set[str] = field(default_factory=set)
    """How names begin, up to so many letters as tell them apart: most words begin none, and are passed over."""
    words: dict[str, list[str]] = field(default_factory=dict)
    parts: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    """A word that stands for whole names: those that it may mean."""

    def copied(self) -> _Names:
        lengths = defaultdict(list, {length: list(names) for length, names in self.by_length.items()})
        return _Names(dict(self.exact), lengths, set(self.beginnings), dict(self.words), self.parts)

    def said(self) -> Iterator[tuple[tuple[Mention, ...], list[str]]]:
        """Return what bears each name, and the words of the name."""
        return ((mentions, self.words[name]) for name, mentions in self.exact.items())

    def add(self, thing: EntityType, id: str, name: str) -> None:
        words = text.words(name)
        joined = "".join(words)
        if not joined:
            return
        others = self.exact.get(joined, ())
        if others:
            if others[0].thing is thing is not EntityType.ELSEWHERE and id not in {each.id for each in others}:
                self.exact[joined] = (*others, Mention(thing, id, name))
            return
        self.exact[joined] = (Mention(thing, id, name),)
        self.words[joined] = words
        self.beginnings.update(joined[:size] for size in range(1, BEGINNING + 1))
        if thing is EntityType.TITLE:
            return  # a title is rarely said in whole: `answers.dialogue.titles` finds it by its telling words
        needed = FUZZY_ELSEWHERE_FROM if thing is EntityType.ELSEWHERE else FUZZY_FROM
        if len(joined) >= needed:
            self.by_length[len(words)].append(joined)
            if len(words) > 1 and len(joined) >= 8:
                self.by_length[1].append(joined)

    def add_part(self, thing: EntityType, id: str, name: str) -> None:
        words = text.words(name)
        part = words[-1 if thing is EntityType.PERSON else 0] if len(words) > 1 else ""
        if len(part) >= PART_FROM and part not in self.exact:
            others = tuple(each for each in self.parts.get(part, ()) if each.id != id)
            if all(each.thing is thing for each in others):
                self.parts[part] = (*others, Mention(thing, id, name))


class Gazetteer:
    """Finds names, the longest first: those that are spelt right before those within a slip of the pen."""

    def __init__(self, programme: Programme) -> None:
        self.names = _Names()
        for thing, id, name in _names_of(programme):
            self.names.add(thing, id, name)
        for thing, id, name in _names_of(programme):
            if thing in (EntityType.AREA, EntityType.PERSON):
                self.names.add_part(thing, id, name)
        self._streets = {area.id: area.streets for area in programme.areas if area.streets}
        self.an_area = next((name for area in programme.areas for name in area.name.values()), "")
        self._everyday = frozenset(map(text.fold, programme.everyday_names))
        self._lookalikes = frozenset(map(text.fold, programme.lookalikes))
        for place in programme.elsewhere:
            for name in (place, place.replace("San ", "S. ")):
                self.names.add(EntityType.ELSEWHERE, place, name)

    def with_places(self, places: Iterable[tuple[str, Place]], known: Callable[[str], bool]) -> Gazetteer:
        """With the places that organisers put in their own words, and the telling words of their names."""
        wider = copy(self)
        wider.names = self.names.copied()
        # What stands for a known thing still does: "Norton" is Norton Fitzwarren's, and not that of a new Norton Hall.
        others = {
            word for mentions, words in self.names.said() for word in words if mentions[0].thing is not EntityType.VENUE
        }
        for id, place in places:
            words = (word for word in text.words(place.name) if len(word) >= FUZZY_FROM and not known(word))
            telling = (word for word in words if word not in others)
            street = place.address.rstrip(" 0123456789,/")
            for name in (place.name, place.address, street, *telling):
                if "".join(text.words(name)) not in self.names.parts:
                    wider.names.add(EntityType.VENUE, id, name)
        return wider

    def read(self, message: str, language: str, known: Callable[[str], bool] | None = None) -> Reading:
        """`known` words are never taken for a misspelt name; without it names are found as spelt only."""
        folded = numbers.join_tens(text.fold(message))
        days = tuple(numbers.days(folded, language))
        clocks = tuple(clock for clock in numbers.clocks(folded, language) if not _overlaps(clock.span, days))
        spans = [(day.span, EntityType.DAY) for day in days] + [(clock.span, EntityType.CLOCK) for clock in clocks]
        words = list(_split(folded, sorted(spans)))[: text.MAX_WORDS]
        words, measures = _replace_measures(words)
        words, named = self._replace_names(words, language, cache(known) if known else None)
        return Reading(tuple(words), (*named, *measures), days, clocks)

    def _replace_names(
        self, words: list[str], language: str, known: Callable[[str], bool] | None
    ) -> tuple[list[str], list[Mention]]:
        found: _Found = {}
        free = [not word.startswith("<") for word in words]
        sizes = range(min(LONGEST_NAME, len(words)), 0, -1)
        likely = [start for start in range(len(words)) if self._begins(words, start)]
        for size, start in ((size, start) for size in sizes for start in likely):
            if start + size <= len(words) and all(free[start : start + size]):
                mentions = self._exactly(words, start, size, language)
                if mentions:
                    mentions, house = self._at_number(mentions, words[start + size : start + size + 1])
                    found[start] = (size + house, mentions)
                    free[start : start + size + house] = [False] * (size + house)
        if known is not None:
            self._find_misspelt(words, language, known, found)
            self._find_parts(words, known, found)
        return _replaced(words, found), [each for _, (_, names) in sorted(found.items()) for each in names]

    def _begins(self, words: Sequence[str], start: int) -> bool:
        """Return True if a name may begin there, with this word or with it and the next."""
        word = words[start]
        return word in self.names.exact or "".join(words[start : start + 2])[:BEGINNING] in self.names.beginnings

    def _find_misspelt(self, words: list[str], language: str, known: Callable[[str], bool], found: _Found) -> None:
        for size in sorted(self.names.by_length, reverse=True):
            for start in range(len(words) - size + 1):
                window = words[start : start + size]
                shorter = _inside(found, start, size) if found else []
                if shorter is None or start >= FUZZY_WORDS or any(word.startswith("<") for word in window):
                    continue
                least = FUZZY_FROM - _placed(words, start, language)
                name = self._nearly(known, window) if len("".join(window)) >= least else None
                if name is None or (shorter and not self._is_rather(name, window, known)):
                    continue
                for at in shorter:
                    del found[at]
                mentions = self.names.exact[name]
                found[start] = (size, tuple(replace(each, said=" ".join(window)) for each in mentions))

    def _find_parts(self, words: list[str], known: Callable[[str], bool], found: _Found) -> None:
        """Find "Norton" for Norton Fitzwarren, but not in "Norton Mandeville", which is another place."""
        for start, word in enumerate(words):
            following = words[start + 1 : start + 2]
            another = any(not known(each) and not each.startswith("<") for each in following)
            mentions = self.names.parts.get(word, ())
            if mentions and not known(word) and not another and _inside(found, start, 1) == []:
                found[start] = (1, tuple(replace(each, said=word) for each in mentions))

    def _at_number(self, mentions: tuple[Mention, ...], following: list[str]) -> tuple[tuple[Mention, ...], int]:
        """Return the areas that have the house of that number in the street named, and 1 if there is a number."""
        house = following[0] if following and _HOUSE.fullmatch(following[0]) else ""
        if not house or mentions[0].thing is not EntityType.AREA:
            return mentions, 0
        street = "".join(text.words(mentions[0].said))
        there = [
            each
            for each in mentions
            for known in self._streets.get(each.id, ())
            if "".join(text.words(known.name)) == street and known.has(house)
        ]
        return (tuple(there) or mentions), int(bool(there))

    def _exactly(self, words: list[str], start: int, size: int, language: str) -> tuple[Mention, ...]:
        window = words[start : start + size]
        mentions = self.names.exact.get("".join(window), ())
        if mentions and text.fold(" ".join(window)) in self._everyday and not _placed(words, start, language):
            return ()
        return tuple(replace(each, said=" ".join(window)) for each in mentions)

    def _nearly(self, known: Callable[[str], bool], window: list[str]) -> str | None:
        joined = "".join(window)
        if len(joined) > 60 or self._means_itself(window, known):
            return None
        names = self.names.by_length[len(window)]
        best = process.extractOne(joined, names, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
        return best[0] if best else None

    def _means_itself(self, window: Sequence[str], known: Callable[[str], bool]) -> bool:
        """Words that mean something themselves are no misspelt name, nor does a name begin with a preposition."""
        if len(window) == 1 and window[0] in self._lookalikes:
            return True
        return all(known(word) for word in window) or (len(window[0]) <= 2 and known(window[0]))

    def _is_rather(self, name: str, window: list[str], known: Callable[[str], bool]) -> bool:
        """ "Upper Barton" is no Barton, though "Barton" is spelt right; "serata di Ilton" is Ilton."""
        pairs = list(zip(self.names.words[name], window, strict=False))
        return len(self.names.words[name]) == len(window) and all(
            right == said or (not known(said) and fuzz.ratio(right, said) >= LIKE_ENOUGH) for right, said in pairs
        )


def _inside(found: _Found, start: int, size: int) -> list[int] | None:
    """Return the starts of the names that a longer one would replace there; None if one is in its way."""
    touched = {at: length for at, (length, _) in found.items() if at < start + size and start < at + length}
    within = all(start <= at and at + length <= start + size for at, length in touched.items())
    shorter = all(length < size for length in touched.values())
    return list(touched) if within and shorter else None


def _placed(words: list[str], start: int, language: str) -> bool:
    return start > 0 and words[start - 1] in vocabulary.of(language).before_place


def _names_of(programme: Programme) -> Iterator[tuple[EntityType, str, str]]:
    yield from ((EntityType.PROGRAMME, programme.id, name) for name in programme.name.values())
    yield EntityType.PROGRAMME, programme.id, programme.id
    for area in programme.areas:
        streets = (street.name for street in area.streets)
        yield from ((EntityType.AREA, area.id, name) for name in (*area.name.values(), *area.aliases, *streets))
    for venue in programme.venues:
        whole = [part for name in venue.name.values() for part in _parts(name)]
        yield from (
            (EntityType.VENUE, venue.id, name) for name in (*whole, *filter(None, [venue.address]), *venue.aliases)
        )
    for kind in programme.kinds:
        yield from ((EntityType.KIND, kind.id, name) for name in (*kind.name.values(), *kind.aliases))
    for event in programme.events:
        yield from ((EntityType.TITLE, event.id, name) for name in (event.title or {}).values())
        yield from ((EntityType.PERSON, name, name) for name in event.people)
    for body in programme.bodies:
        yield from ((EntityType.BODY, body.id, name) for name in (body.name, *body.aliases))


def _parts(name: str) -> Iterable[str]:
    """ "Biblioteca Comunale (public library), inside the town hall" is called "Biblioteca Comunale"."""
    return [name.split("(")[0].split(",")[0].strip()]


def _split(folded: str, spans: Sequence[tuple[tuple[int, int], EntityType]]) -> Iterator[str]:
    position = 0
    for (start, end), thing in spans:
        if start < position:
            continue
        yield from text.split(folded[position:start])
        yield thing.value
        position = end
    yield from text.split(folded[position:])


def _overlaps(span: tuple[int, int], days: Iterable[DayOfMonth]) -> bool:
    return any(span[0] < day.span[1] and day.span[0] < span[1] for day in days)


def _replaced(words: list[str], found: _Found) -> list[str]:
    result: list[str] = []
    position = 0
    for start, (size, mentions) in sorted(found.items()):
        result += [*words[position:start], mentions[0].thing.value]
        position = start + size
    return [*result, *words[position:]]


def _replace_measures(words: list[str]) -> tuple[list[str], list[Mention]]:
    """ "misura 3", "mis. 3", "measure three", "la terza misura", "misure 1 e 2"."""
    if not any(map(is_measure, words)):
        return words, []
    result: list[str] = []
    mentions: list[Mention] = []
    position = 0
    while position < len(words):
        found, used = _measures_at(words, position)
        result += [EntityType.MEASURE.value] * len(found) if found else [words[position]]
        mentions += [
            Mention(EntityType.MEASURE, str(number), " ".join(words[position : position + used])) for number in found
        ]
        position += used
    return result, mentions


def _measures_at(words: list[str], position: int) -> tuple[list[int], int]:
    word = words[position]
    following = words[position + 1 : position + 4]
    ordinal = numbers.ordinal(word)
    if ordinal and following[:1] and is_measure(following[0]):
        return [ordinal], 2
    if not is_measure(word):
        return [], 1
    used = 2 if following[:1] and following[0] in vocabulary.union("numbering") else 1
    number = numbers.number(words[position + used]) if position + used < len(words) else None
    if number is None:
        return [], 1
    return _joined_numbers(words, position + used + 1, number, position)


def _joined_numbers(words: list[str], position: int, first: int, start: int) -> tuple[list[int], int]:
    found = [first]
    while position + 1 < len(words) and words[position] in vocabulary.union("joining"):
        number = numbers.number(words[position + 1])
        if number is None or not words[position + 1].isdigit():
            break
        found.append(number)
        position += 2
    return found, position - start


def is_measure(word: str) -> bool:
    if word in vocabulary.union("measure"):
        return True
    return 5 <= len(word) <= 9 and _is_slip(word, vocabulary.union("measure_with_slips"))


@lru_cache(maxsize=_WORDS_KEPT)
def _is_slip(word: str, forgiven: frozenset[str]) -> bool:
    return process.extractOne(word, forgiven, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH - 5) is not None
