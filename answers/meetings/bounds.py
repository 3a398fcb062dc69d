"""Read what bounds the meetings that are meant: "after the 20th", "I close at six: the one that begins later"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise
from typing import TYPE_CHECKING

from answers.language import text, vocabulary
from answers.language.entities import EntityType
from answers.limits import BEFORE_A_DAY, BEFORE_AN_HOUR, MORNING, NOON, SEVERAL, WITHIN_A_PHRASE
from domain.events.timing import Hours

if TYPE_CHECKING:
    from answers.dialogue.turn import Turn
    from answers.language.numbers import DayOfMonth, TimeMention
    from domain.events.events import Event

OfDay = tuple[str, Callable[[date], bool]]


# --- a direction that is said by itself: "that begins later" ---


def pointed(turn: Turn) -> bool:
    """Return True for "which one", "the one that" and "in what town"; and for "one that begins later" than an hour."""
    own = vocabulary.of(turn.language)
    if not (own.which | own.that_one).isdisjoint(turn.reading.plain) or asks_town(turn):
        return True
    if not turn.reading.clocks and not turn.reading.days:
        return False
    compares = not (own.after | own.earlier | own.later | own.sooner).isdisjoint(turn.reading.plain)
    return referred(turn) is not None or (compares and not turn.words_of_meetings.isdisjoint(turn.reading.plain))


def asks_town(turn: Turn) -> bool:
    """Return True for "in which town"."""
    own = vocabulary.of(turn.language)
    return any(word in own.which | own.that and town in own.towns for word, town in pairwise(turn.reading.words))


@dataclass(frozen=True)
class Direction:
    """Later or earlier than what is said elsewhere; `denied` if that is not wanted. `place`: of its word."""

    later: bool
    place: int
    denied: bool


def points_at(turn: Turn, start: int, end: int) -> int | None:
    """Return the place of the last word between these that points at a meeting: "which", "the one", "evening"."""
    words, own = turn.reading.words, vocabulary.of(turn.language)
    pointing = own.that_one | own.all | turn.words_of_meetings
    for place in reversed(range(max(0, start), min(end, len(words)))):
        following = "".join(words[place + 1 : place + 2])
        alone = not turn.noun(following) or turn.collection.asks_with(following)  # but not "which exhibition"
        if words[place] in pointing or (alone and words[place] in own.any_one | own.which_one):
            return place
    return None


def referred(turn: Turn) -> Direction | None:
    """Return the direction of "the one that begins later" and "not the one before"."""
    words, own = turn.reading.words, vocabulary.of(turn.language)
    for place, word in enumerate(words):
        if word not in own.later | own.sooner:
            continue
        beyond = words[place + 1 : place + 1 + BEFORE_A_DAY]
        bounds_itself = EntityType.DAY in beyond or EntityType.CLOCK in beyond
        if bounds_itself or not own.superlative.isdisjoint(beyond):
            continue
        at = points_at(turn, place - WITHIN_A_PHRASE, place)
        at = points_at(turn, place + 1, place + 2) if at is None else at
        if at is not None:
            return Direction(word in own.later, place, _denied(turn, at))
    return None


def denied(turn: Turn, phrase: Sequence[str]) -> bool:
    """Return True if what the words say is what is not wanted: "not the later one"."""
    words = turn.reading.words
    starts = (at for at in range(len(words)) if words[at : at + len(phrase)] == tuple(phrase))
    return any(_denied(turn, at) for at in starts)


def _denied(turn: Turn, place: int) -> bool:
    before = turn.reading.words[max(0, place - BEFORE_A_DAY) : max(0, place)]
    return not vocabulary.of(turn.language).denial.isdisjoint(before)


# --- days ---


def of_days(turn: Turn) -> OfDay | None:
    """Return what is said before a named day: after it, before it, busy until it, or from it to another."""
    words, own, days = turn.reading.words, vocabulary.of(turn.language), turn.reading.days
    place = next((place for place, word in enumerate(words) if word == EntityType.DAY), 0)
    said = [word for day in days for word in text.words(day.said)]
    before = {*words[max(0, place - BEFORE_A_DAY) : place], *said}
    from_on = not before.isdisjoint(own.since)
    if len(days) == SEVERAL and from_on:
        first, last = sorted(days, key=lambda day: (day.month, day.day))
        return first.said, lambda on: _of(first, on) <= on.day <= _of(last, on)
    later = not before.isdisjoint(own.after | own.until)
    sooner = not before.isdisjoint(own.earlier)
    if len(days) != 1 or (later is sooner and not from_on):
        return _of_busy_days(turn)
    day = days[0]
    if from_on:
        return day.said, lambda _: True  # "I'm free from the 20th", or away: who knows
    return day.said, _beyond(day, later=later)


def _of_busy_days(turn: Turn) -> OfDay | None:
    """Return the days before or after one on which somebody is busy, if that is said, else all others."""
    days, own, said = turn.reading.days, vocabulary.of(turn.language), f" {' '.join(turn.reading.words)} "
    if len(days) == 1 and (direction := referred(turn)) is not None:
        return days[0].said, _beyond(days[0], later=direction.later)
    busy = not own.busy.isdisjoint(turn.reading.plain) or any(f" {each} " in said for each in own.cannot)
    if not busy or not days or turn.reading.clocks:
        return None
    return days[0].said, lambda on: all(_of(day, on) != on.day for day in days)


def _beyond(day: DayOfMonth, *, later: bool) -> Callable[[date], bool]:
    return lambda on: on.day > _of(day, on) if later else on.day < _of(day, on)


def _of(day: DayOfMonth, on: date) -> int:
    """Return the day as a day of that month: of an earlier month it comes before all, of a later one after all."""
    if day.month in (0, on.month):
        return day.day
    return 0 if day.month < on.month else 32


# --- hours ---


def of_hours(turn: Turn, scope: Sequence[Event]) -> frozenset[int] | None:
    """Return the ids of the events beyond the first hour that is said; None if none bounds them.

    "Later than six" is after six; if none begins then, one that begins at six will do.
    """
    clocks, own, words = turn.reading.clocks, vocabulary.of(turn.language), turn.reading.words
    place = next((at for at, word in enumerate(words) if word == EntityType.CLOCK), 0)
    before = words[max(0, place - BEFORE_AN_HOUR) : place]
    later, sooner = not own.after.isdisjoint(before), not own.earlier.isdisjoint(before)
    if later or sooner:
        direction: Direction | None = Direction(later, place - len(before), denied=False)
    else:
        direction = referred(turn) if clocks else None
    if direction is None or not clocks:
        return None
    phrase = words[max(0, direction.place - WITHIN_A_PHRASE) : direction.place + BEFORE_AN_HOUR]
    beyond = _beyond_hour(turn, scope, clocks[0], direction.later, ends=not own.facets.end.isdisjoint(phrase))
    if not direction.denied:
        return beyond
    return frozenset(event.id for event in scope) - beyond if beyond else None


def _beyond_hour(turn: Turn, scope: Sequence[Event], clock: TimeMention, later: bool, *, ends: bool) -> frozenset[int]:
    zone = turn.programme.zone
    known = [event for event in scope if event.hours is Hours.FROM_TO or (event.hours is Hours.FROM and not ends)]
    local = {event.id: (event.ends_at if ends else event.starts_at).astimezone(zone) for event in known}
    bound = _in_the_evening(clock, local.values())
    strictly = frozenset(id for id, at in local.items() if (at.time() > bound if later else at.time() < bound))
    return strictly or frozenset(id for id, at in local.items() if at.time() == bound)


def _in_the_evening(clock: TimeMention, hours: Iterable[datetime]) -> time:
    """Return the hour that is meant: "at seven" is in the evening, and "at nine" if nothing is in the morning."""
    afternoon = 0 < clock.hour < MORNING or (clock.hour < NOON and all(at.hour >= NOON for at in hours))
    return time((clock.hour + NOON if afternoon else clock.hour) % 24, clock.minute)
