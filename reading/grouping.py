"""Make one event of what is one: rows that differ only in their day, and days that follow a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from reading.drafts import DraftEvent, DraftProgramme, DraftWhen, Wishes
from reading.recurrence import bounded

FEWEST_FOR_A_RULE = 4
WEEKS = (1, 2, 3, 4)


def group(draft: DraftProgramme, wishes: Wishes) -> None:
    """Gather the rows of each event, and bound what repeats without an end."""
    groups: dict[DraftEvent, list[DraftEvent]] = defaultdict(list)
    for event in draft.events:
        groups[event.bare()].append(event)
    draft.events = [_one(events, draft.notes) for events in groups.values()]
    _drop_what_is_everywhere(draft)
    endless = sum(when.endless for event in draft.events for when in event.whens)
    draft.events = [
        replace(event, whens=tuple(bounded(when, wishes, event.origin) for when in event.whens))
        for event in draft.events
    ]
    if endless:
        said = "1 event repeats" if endless == 1 else f"{endless} events repeat"
        draft.notes.append(f"{said} without an end: the bot knows the days of about a year ahead, at every start.")


def _one(events: Sequence[DraftEvent], notes: list[str]) -> DraftEvent:
    ordered = sorted(events, key=lambda event: (event.whens[0].day, event.whens[0].start is not None, event.origin))
    whens: dict[DraftWhen, str] = {}
    for event in ordered:
        for when in event.whens:
            if when in whens and event.origin != whens[when]:
                notes.append(f"{event.origin.capitalize()} says the same as {whens[when]}.")
            whens.setdefault(when, event.origin)
    return replace(ordered[0], whens=_regular(sorted(whens, key=lambda when: (when.day, str(when.start)))))


def _regular(whens: Sequence[DraftWhen]) -> tuple[DraftWhen, ...]:
    """Return one rule for days that lie a fixed number of weeks apart, but for a holiday here and there."""
    if len(whens) < FEWEST_FOR_A_RULE or not all(when.single for when in whens):
        return tuple(whens)
    if len({(when.start, when.end) for when in whens}) > 1:
        return tuple(whens)
    days = [date.fromisoformat(when.day) for when in whens]
    gaps = {(after - before).days for before, after in pairwise(days)}
    weeks = next((n for n in reversed(WEEKS) if all(gap % (7 * n) == 0 for gap in gaps)), None)
    if weeks is None:
        return tuple(whens)
    step = timedelta(weeks=weeks)
    wanted = [days[0] + step * n for n in range((days[-1] - days[0]) // step + 1)]
    without = [day.isoformat() for day in wanted if day not in days]
    if len(without) * 5 > len(wanted):
        return tuple(whens)
    interval = f";INTERVAL={weeks}" if weeks > 1 else ""
    rule = replace(whens[0], repeat=f"FREQ=WEEKLY{interval}", until=days[-1].isoformat(), without=tuple(without))
    return (rule,)


def _drop_what_is_everywhere(draft: DraftProgramme) -> None:
    """Leave out the one kind that every event has: nobody can choose by it."""
    kinds = {event.kinds for event in draft.events}
    if len(draft.events) > 1 and len(kinds) == 1 and (kind := kinds.pop()):
        draft.events = [replace(event, kinds=()) for event in draft.events]
        draft.notes.append(f"Every event is of the kind {', '.join(kind)}: left out.")
