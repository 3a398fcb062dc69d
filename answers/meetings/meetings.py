"""Choose the meetings that a message is about, by area, venue, kind, title, person, day, order and hour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from answers.dialogue.decisions import Mistake
from answers.language import numbers, vocabulary
from answers.language.entities import EntityType
from answers.language.numbers import TimeMention
from answers.limits import FEW, MORNING
from answers.meetings import bounds, venues, which
from answers.meetings.claim import Claim
from domain.events.timing import Hours

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from answers.dialogue.turn import Turn
    from domain.events.events import Event

WEEK = 7


@dataclass(frozen=True)
class Meetings:
    """The `events` that a message is about; `chosen` if it says something that picks them.

    `wrong`: the first thing said that is true of none of them.
    """

    events: tuple[Event, ...] = ()
    chosen: bool = False
    wrong: Claim | None = None
    order: str = ""
    """The word for a place in the order: "second"."""
    picked: bool = False
    """By their order, their place or a comparison: whoever picks wants to know which they are."""

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(event.id for event in self.events)


def meant(turn: Turn) -> Meetings:
    """Return the meetings of the named areas that fit; else of those spoken of; else of all."""
    every = sorted(turn.question.events, key=lambda event: event.starts_at)
    if turn.named:
        areas = turn.programme.within(turn.named)
        return _among(turn, [event for event in every if areas.intersection(event.areas)])
    spoken_of = _spoken_of(turn, every)
    here = _among(turn, spoken_of)
    if spoken_of and here.wrong is None:
        return here
    elsewhere = _among(turn, every, hours=False)
    anything = not vocabulary.of(turn.language).anything.isdisjoint(turn.reading.plain) or bounds.pointed(turn)
    if turn.reading.clocks and elsewhere.wrong is None and (elsewhere.chosen or anything):
        timed = _among(turn, elsewhere.events)
        elsewhere = replace(timed, chosen=elsewhere.chosen or timed.chosen) if timed.wrong is None else elsewhere
    return elsewhere if elsewhere.wrong is None or not spoken_of else here


def listed(turn: Turn) -> Sequence[Event]:
    """Return the meetings that "and the second?" counts: those spoken of, if they are several, else all."""
    every = sorted(turn.question.events, key=lambda event: event.starts_at)
    spoken_of = _spoken_of(turn, every)
    return _counted(spoken_of if len(spoken_of) > 1 else every, turn)


def upcoming(events: Iterable[Event], turn: Turn) -> list[Event]:
    """Return the events that are not over, called off or not."""
    return [event for event in events if event.ends_at > turn.question.now]


def _spoken_of(turn: Turn, every: Sequence[Event]) -> list[Event]:
    state = turn.state if turn.follows else None
    if state and state.slots.events:
        return [event for event in every if event.id in state.slots.events]
    areas = [state.slots.area] if state and state.slots.area else turn.question.areas
    inside = turn.programme.within(areas) if len(areas) == 1 else set()
    there = [event for event in every if inside.intersection(event.areas)]
    return upcoming(there, turn) or there


def _among(turn: Turn, scope: Sequence[Event], *, hours: bool = True) -> Meetings:
    """Choose among meetings: those ahead come first; a past one is meant only by its day or its place in the order."""
    ahead = upcoming(scope, turn)
    found = _narrowed(turn, scope, ahead or scope, hours)
    if found.wrong is not None and found.wrong.kind in (Mistake.WRONG_DATE, Mistake.WRONG_ORDER) and ahead:
        any_time = _narrowed(turn, scope, scope, hours)
        return any_time if any_time.wrong is None else found
    return found


def _narrowed(turn: Turn, scope: Sequence[Event], left: Sequence[Event], hours: bool) -> Meetings:
    every, wrong = tuple(left), None
    for claim in _claims(turn, scope, hours):
        kept = [event for event in left if event.id in claim.fits]
        wrong = wrong or (None if kept else claim)
        left = kept or left
    compared = list(which.compared(turn, left))
    for claim in compared:
        kept = [event for event in left if event.id in claim.fits]
        wrong = wrong or (None if kept else claim)
        left = kept or left
    order = _order(turn, left if len(left) < len(every) else scope)
    if order is not None:
        kept = [event for event in left if event.id in order.fits]
        wrong, left = wrong or (None if kept else order), kept or left
    if wrong is not None and any(event.id in wrong.fits for event in every):
        left = every  # the hour of one and the day of another
    chosen = len(left) < len(every) or (bool(compared) and wrong is None)
    asks = bool(compared or order) or bounds.asks_town(turn) or _asks_by_hour(turn)
    picked = (asks and chosen) or (wrong is None and _picked_by_venue(turn, scope))
    picked = picked and not turn.of_measures
    return Meetings(tuple(left), chosen, wrong, order.said if order else "", picked)


def _asks_by_hour(turn: Turn) -> bool:
    """Return True for "which one begins at seven" and "the one at seven"."""
    own = vocabulary.of(turn.language)
    said = own.that_one | own.facets.start | own.facets.end | turn.words_of_meetings
    return bool(turn.reading.clocks) and bounds.pointed(turn) and not said.isdisjoint(turn.reading.plain)


def _picked_by_venue(turn: Turn, scope: Sequence[Event]) -> bool:
    pointed = bounds.asks_town(turn) or venues.pointed_at(turn)
    return pointed and venues.claimed(turn, scope) is not None


def _claims(turn: Turn, scope: Sequence[Event], hours: bool) -> Iterator[Claim]:
    yield from _named(turn, scope)
    for claim in (venues.claimed(turn, scope), _day(turn, scope), _near_day(turn, scope)):
        if claim is not None:
            yield claim
    hour = _hour(turn, scope) if hours else None
    if hour is not None:
        yield hour


def _named(turn: Turn, scope: Sequence[Event]) -> Iterator[Claim]:
    """Return what the name of a kind, a person or a title claims: one of several will do."""
    titled = frozenset(event.id for event in scope if event.plan in turn.titled)
    kinds, people = turn.reading.ids(EntityType.KIND), set(turn.reading.ids(EntityType.PERSON))
    of_kind = frozenset(event.id for event in scope if not set(kinds).isdisjoint(event.kinds))
    if kinds and not (titled and of_kind.isdisjoint(titled)):
        yield Claim(Mistake.WRONG_KIND, kinds[0], of_kind)
    if people:
        plans = ((event.id, turn.programme.event(event.plan)) for event in scope)
        fits = frozenset(id for id, plan in plans if plan and not people.isdisjoint(plan.people))
        yield Claim(Mistake.WRONG_KIND, min(people), fits)
    if turn.titled:
        yield Claim(Mistake.WRONG_KIND, "", titled)


def _day(turn: Turn, scope: Sequence[Event]) -> Claim | None:
    days = turn.reading.days
    if not days or bounds.of_days(turn) is not None:
        return None
    fits = (event.id for event in scope if any(turn.is_on(event, day.day, day.month) for day in days))
    return Claim(Mistake.WRONG_DATE, days[0].said, frozenset(fits))


def _near_day(turn: Turn, scope: Sequence[Event]) -> Claim | None:
    """ "Siete a Ilton sabato?": in a long message, or one that asks for the day, another day may be meant by it."""
    days = turn.near_days
    if not days:
        return None
    zone, today = turn.programme.zone, turn.question.now.astimezone(turn.programme.zone).date()
    dates = {event.id: event.starts_at.astimezone(zone).date() for event in scope}
    fits = [id for id, date in dates.items() if any(day.means(date, today) for day in days)]
    if not turn.reading.days and all(day.of_any_week for day in days):
        next_ones = [id for id in fits if 0 <= (dates[id] - today).days <= WEEK]
        in_one_area = len({event.area for event in scope}) == 1
        fits = next_ones or (fits if in_one_area else [])
    asks_when = not vocabulary.of(turn.language).facets.day.isdisjoint(turn.reading.plain)
    past = any(day.last < 0 for day in days)
    if not fits and (asks_when or past or len(turn.content) > FEW):
        return None
    return Claim(Mistake.WRONG_DATE, days[0].said, frozenset(fits))


def _order(turn: Turn, scope: Sequence[Event]) -> Claim | None:
    """Return what "il secondo incontro" claims, of the area or the programme; or "il secondo" in a talk of meetings."""
    found = _place(turn)
    if found is None or not scope:
        return None
    said, place = found
    if place is None:
        ahead = [event for event in scope if event.ahead(turn.question.now)]
        return Claim(Mistake.WRONG_ORDER, said, frozenset(event.id for event in ahead[:1]))
    every = sorted(turn.question.events, key=lambda event: event.starts_at)
    here = len(scope) > 1 or (turn.named and place in (0, -1))
    counted = _counted(scope if here and place < len(scope) else every, turn)
    fits = [counted[place].id] if place < len(counted) else []
    return Claim(Mistake.WRONG_ORDER, said, frozenset(fits))


def _counted(events: Sequence[Event], turn: Turn) -> Sequence[Event]:
    """Return what "the second" counts: of what takes place again and again only what is to come."""
    times = Counter(event.plan for event in events)
    return [event for event in events if times[event.plan] == 1 or event.ends_at > turn.question.now]


def _asks(turn: Turn) -> bool:
    """Return True for "when is the next?"; "thanks, till the next!" is a goodbye."""
    return "?" in turn.question.text or not vocabulary.of(turn.language).asks.isdisjoint(turn.reading.plain)


def _place(turn: Turn) -> tuple[str, int | None] | None:
    """Return the word, and 0 for the first, -1 for the last, None for the next."""
    words, pointed = turn.reading.words, bounds.pointed(turn)
    for before, word, following in zip(("", *words), words, (*words[1:], ""), strict=False):
        place = -1 if numbers.is_last(word) else (numbers.ordinal(word) or 0) - 1
        is_next = numbers.is_next(word) and word not in turn.words_of_near_days
        if place < 0 and not is_next and not numbers.is_last(word):
            continue
        beside = turn.words_of_meetings
        named = bool(turn.named) and turn.noun(following) and turn.collection.asks_with(following)
        if (
            named
            or following in beside
            or (is_next and before in beside)
            or ((turn.of_meetings or pointed) and not turn.noun(following))
            or (not following and not numbers.ordinal(word) and _asks(turn))
        ):
            return word, None if is_next else place
    return None


def _hour(turn: Turn, scope: Sequence[Event]) -> Claim | None:
    """Return what a named hour claims; "may I come at 20:00?" does not claim that it starts then.

    Nor does an hour in a long message, of which no meeting is: it may be one of the life of whoever asks.
    """
    clocks, own = turn.reading.clocks, vocabulary.of(turn.language)
    if not clocks or not own.own_time.isdisjoint(turn.reading.plain) or bounds.of_hours(turn, scope) is not None:
        return None
    zone = turn.programme.zone
    anything = not own.anything.isdisjoint(turn.reading.plain)
    # Of what ends at that hour there is nothing then.
    hours = [(event.id, each.astimezone(zone)) for event in scope for each in _hours(event)[: 1 if anything else 2]]
    fits = [id for id, at in hours if any(clock.means(at.hour, at.minute) for clock in clocks)]
    fits += [event.id for event in scope if anything and _is_during(event, clocks[0], zone)]
    if not fits and len(set(turn.content) - turn.words_of_meetings) > FEW:
        return None
    return Claim(Mistake.WRONG_TIME, clocks[0].said, frozenset(fits))


def _hours(event: Event) -> tuple[datetime, ...]:
    """Return the hours that are known of the event."""
    known = {Hours.FROM_TO: (event.starts_at, event.ends_at), Hours.FROM: (event.starts_at,)}
    return known.get(event.hours, ())


def _is_during(event: Event, clock: TimeMention, zone: ZoneInfo) -> bool:
    """Return True if the event is going on at that hour of one of its days; "at five" may be 17:00."""
    if event.hours is not Hours.FROM_TO:
        return False
    starts, ends = event.starts_at.astimezone(zone), event.ends_at.astimezone(zone)
    hours = {clock.hour, clock.hour + 12 if clock.hour < MORNING else clock.hour}
    at = [starts.replace(hour=hour, minute=clock.minute) for hour in hours if hour < 24]
    return any(starts <= each < ends for each in at)
