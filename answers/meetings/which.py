"""Choose among meetings by comparison: "the one that starts latest", "after the 20th", "I'm away until the 25th"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answers.dialogue.decisions import Mistake
from answers.language import text, vocabulary
from answers.language.entities import EntityType
from answers.limits import BEFORE_A_DAY, SEVERAL

if TYPE_CHECKING:
    from answers.dialogue.turn import Turn
    from answers.language.numbers import DayOfMonth
    from answers.language.vocabulary import Vocabulary
    from domain.events.events import Event


@dataclass(frozen=True)
class Claim:
    """Something that the message says of a meeting, in its own words, and the ids of those it is true of."""

    kind: Mistake
    said: str
    fits: frozenset[int]


def compared(turn: Turn, scope: Sequence[Event]) -> Iterator[Claim]:
    """Return what the message claims by comparing days or hours."""
    own = vocabulary.of(turn.language)
    bound = bound_of_days(turn)
    if bound is not None:
        said, fits = bound
        zone = turn.programme.zone
        found = frozenset(event.id for event in scope if fits(event.starts_at.astimezone(zone).date()))
        yield Claim(Mistake.WRONG_DATE, said, found)
    ahead = [event for event in scope if event.ends_at > turn.question.now]
    for phrases, pick in ((own.latest, max), (own.soonest, min)):
        if ahead and _says_one_of(turn, phrases, own):
            clocks = {event.id: event.starts_at.astimezone(turn.programme.zone).time() for event in ahead}
            best = pick(clocks.values())
            yield Claim(Mistake.WRONG_ORDER, "", frozenset(id for id, clock in clocks.items() if clock == best))


def _says_one_of(turn: Turn, phrases: Sequence[str], own: Vocabulary) -> bool:
    """Return True unless it is said of the reader: "may I come later?"."""
    said = f" {' '.join(turn.reading.plain)} "
    found = next((each for each in phrases if f" {each} " in said), None)
    return found is not None and own.own_time.isdisjoint(said.replace(found, " ").split())


def bound_of_days(turn: Turn) -> tuple[str, Callable[[date], bool]] | None:
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
        return None
    day = days[0]
    if from_on:
        return day.said, lambda _: True  # "I'm free from the 20th", or away: who knows
    return day.said, lambda on: on.day > _of(day, on) if later else on.day < _of(day, on)


def _of(day: DayOfMonth, on: date) -> int:
    """Return the day as a day of that month: of an earlier month it comes before all, of a later one after all."""
    if day.month in (0, on.month):
        return day.day
    return 0 if day.month < on.month else 32
