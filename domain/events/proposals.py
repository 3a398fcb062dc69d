"""Proposals: what a calendar that the bot watches says otherwise of events, for organisers to accept or to ignore."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from domain.events.change_rules import Wanted, changed
from domain.events.events import Event, Place, PlannedEvent, Status
from domain.programmes import Programme

AHEAD = timedelta(days=180)
"""What lies further ahead is compared later: of what repeats, the database need not know it yet."""


class ProposalState(StrEnum):
    """The states of a proposal: OVER once the calendar says what the event says, or something else again."""

    OPEN = "open"
    ACCEPTED = "accepted"
    IGNORED = "ignored"
    OVER = "over"


TRANSITIONS: Mapping[ProposalState, frozenset[ProposalState]] = {
    ProposalState.OPEN: frozenset({ProposalState.ACCEPTED, ProposalState.IGNORED, ProposalState.OVER}),
    ProposalState.ACCEPTED: frozenset({ProposalState.OVER}),
    ProposalState.IGNORED: frozenset({ProposalState.ACCEPTED, ProposalState.OVER}),
    ProposalState.OVER: frozenset(),
}


@dataclass(frozen=True)
class Difference:
    """The values that a calendar gives for an event; for a new one `event` is None. `name` is the occurrence's slug."""

    name: str
    event: int | None
    wanted: Wanted
    uid: str = ""
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict, hash=False)
    """Title, price and link, old and new, of all days of an event: only the programme file can say them otherwise."""


@dataclass(frozen=True)
class CalendarProposal:
    """A difference that organisers are asked about. `told_at`: when, if they were."""

    id: int
    difference: Difference
    state: ProposalState
    told_at: datetime | None = None

    @property
    def wanted(self) -> Wanted:
        return self.difference.wanted


@dataclass(frozen=True)
class Calendar:
    """What the watched calendars say now: their occurrences, the plans of these, and the plans that have gone.

    `uids`, `titles` and `texts` are by plan. `places` are the words of venues that the programme does not know.
    """

    occurrences: Sequence[PlannedEvent]
    gone: frozenset[str]
    uids: Mapping[str, str]
    titles: Mapping[str, str]
    places: Mapping[str, Place]
    texts: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)


def differences(calendar: Calendar, known: Iterable[Event], now: datetime) -> list[Difference]:
    """Return what a calendar says otherwise of the events to come: days, hours, places, texts, what is new and gone.

    An event that was called off here stays so, whatever the calendar says.
    """
    known = list(known)
    there = {event.slug: event for event in known}
    plans = {each.plan for each in calendar.occurrences} | calendar.gone
    theirs = {each.slug: each for each in calendar.occurrences if each.ends_at > now}
    new, missing = defaultdict[str, list[PlannedEvent]](list), defaultdict[str, list[Event]](list)
    found = [_changed(there[slug], each, calendar) for slug, each in theirs.items() if slug in there]
    for slug, each in theirs.items():
        if slug not in there and each.status is not Status.CANCELLED and now < each.starts_at < now + AHEAD:
            new[each.plan].append(each)
    for event in known:
        if event.plan in plans and event.slug not in theirs and _awaited(event, now):
            missing[event.plan].append(event)
    for event, each in _apart(new, missing, calendar):
        new[each.plan].remove(each)
        missing[event.plan].remove(event)
        found.append(_day_apart(event, each, calendar))
    for plan in {**new, **missing}:
        found += _matched(new[plan], missing[plan], calendar)
    awaited = {event.id for event in known if _awaited(event, now)}
    return [
        *(each for each in found if each and (each.event is None or each.event in awaited)),
        *_texts(calendar, known, now),
    ]


def texts(here: Programme, told: Programme) -> dict[str, dict[str, list[str]]]:
    """Return by plan what a calendar says otherwise of title, price and link, where it has them."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for said in told.events:
        if (plan := here.event(said.id)) is None:
            continue
        for name in ("title", "price", "link"):
            before, after = getattr(plan, name), getattr(said, name)
            new = after if isinstance(after, str) else told.say(after, here.language) if after else ""
            old = before if isinstance(before, str) else here.say(before, here.language) if before else ""
            if new and new not in (old, *(before.values() if isinstance(before, Mapping) else ())):
                found[plan.id][name] = [old, new]
    return found


def _texts(calendar: Calendar, known: Sequence[Event], now: datetime) -> Iterator[Difference]:
    """Ask once for all days of an event, whichever of them is the next."""
    for plan, said in calendar.texts.items():
        days = [event for event in known if event.plan == plan]
        if any(_awaited(event, now) for event in days):
            yield Difference(f"{plan}:texts", min(event.id for event in days), Wanted(), texts=said)


def _apart(
    new: Mapping[str, list[PlannedEvent]], missing: Mapping[str, list[Event]], calendar: Calendar
) -> list[tuple[Event, PlannedEvent]]:
    """Find the days of a series that are told apart from it, under a UID made of the series' own and the day.

    Several that are alike bear the UID of the first of them: their own days tell which they are.
    """
    plans = {uid: plan for plan, uid in calendar.uids.items()}
    found: list[tuple[Event, PlannedEvent]] = []
    for plan, days in new.items():
        uid, _, day = calendar.uids.get(plan, "").rpartition("/")
        series = plans.get(uid, "") if uid else ""
        left = [event for event in missing.get(series, ()) if event not in [taken for taken, _ in found]]
        for each in days:
            name = f"{series}-{day.replace('-', '')}" if len(days) == 1 else ""
            same = [it for it in left if it.slug == name or it.starts_at.date() == each.starts_at.date()]
            if same:
                event = min(same, key=lambda it: it.slug != name)
                left.remove(event)
                found.append((event, each))
    return found


def _day_apart(event: Event, said: PlannedEvent, calendar: Calendar) -> Difference | None:
    """A title of that day's own becomes its note: the series keeps its title."""
    found = _changed(event, said, calendar) or Difference(event.slug, event.id, Wanted())
    title = calendar.titles.get(said.plan, "")
    if title and title != calendar.titles.get(event.plan, title) and not event.note:
        found = replace(found, wanted=replace(found.wanted, note=title))
    return found if found.wanted != Wanted() else None


def _matched(new: list[PlannedEvent], missing: list[Event], calendar: Calendar) -> list[Difference | None]:
    """Return what differs between days of one plan that have no name in common.

    One day alone is named otherwise than the same among several; and of a single day that went and one that came, it
    was moved.
    """
    at = {event.starts_at: event for event in missing}
    same = [(at[each.starts_at], each) for each in new if each.starts_at in at]
    new = [each for each in new if each.starts_at not in at]
    missing = [event for event in missing if event not in [there for there, _ in same]]
    if len(new) == len(missing) == 1:
        return [_changed(event, each, calendar) for event, each in [*same, (missing[0], new[0])]]
    return [
        *(_changed(event, each, calendar) for event, each in same),
        *(_new(each, calendar) for each in new),
        *(Difference(event.slug, event.id, Wanted(status=Status.CANCELLED)) for event in missing),
    ]


def _awaited(event: Event, now: datetime) -> bool:
    return event.ahead(now) and now < event.starts_at < now + AHEAD


def _changed(event: Event, said: PlannedEvent, calendar: Calendar) -> Difference | None:
    if said.status is Status.CANCELLED:
        return Difference(event.slug, event.id, Wanted(status=Status.CANCELLED))
    wanted = Wanted()
    if (event.starts_at, event.ends_at, event.hours) != (said.starts_at, said.ends_at, said.hours):
        wanted = replace(wanted, starts_at=said.starts_at, ends_at=said.ends_at, hours=said.hours)
    if said.venue and said.venue != event.venue:
        wanted = replace(wanted, venue=said.venue, place=calendar.places.get(said.venue))
    return Difference(event.slug, event.id, wanted) if wanted != Wanted() else None


def _new(said: PlannedEvent, calendar: Calendar) -> Difference:
    wanted = Wanted(
        slug=said.slug,
        plan=said.plan,
        area=said.area or None,
        starts_at=said.starts_at,
        ends_at=said.ends_at,
        hours=said.hours,
        venue=said.venue or None,
        place=calendar.places.get(said.venue),
        note=calendar.titles.get(said.plan) or None,
    )
    return Difference(said.slug, None, wanted, calendar.uids.get(said.plan, ""))


def after(proposal: CalendarProposal, event: Event | None) -> Event:
    """Return the event as the calendar has it."""
    return changed(event or Event(0, "", "", "", _NEVER, _NEVER), proposal.wanted)


_NEVER = datetime.fromtimestamp(0, UTC)


def acceptable(proposal: CalendarProposal, programme: Programme) -> bool:
    """Return True if it can be made here: a new event has its area, and no words of the file would have to change."""
    if proposal.difference.event is None:
        return programme.area(proposal.wanted.area or "") is not None
    return not proposal.difference.texts


def areas(proposal: CalendarProposal, event: Event | None) -> tuple[str, ...]:
    """Return the areas concerned."""
    return event.areas if event else tuple(filter(None, [proposal.wanted.area]))
