"""Rules of repetition: are they ones that can be kept, and where do they end?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from itertools import islice, takewhile

from dateutil.rrule import rrulestr

from reading.drafts import YEARS, DraftWhen, Wishes
from reading.errors import Flaw

MOST_DAYS, MOST_LOOKED_AT = 2_000, 40_000
_FREQUENT = ("SECONDLY", "MINUTELY", "HOURLY")
_WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")


def parts(rule: str) -> dict[str, str]:
    """Return the parts of a rule by name. Raise `Flaw` for one that is none."""
    pairs = [part.partition("=") for part in rule.strip().removeprefix("RRULE:").upper().split(";") if part]
    found = {name.strip(): value.strip() for name, _, value in pairs}
    for name in _WITHIN_A_DAY:
        if "," not in found.get(name, ","):
            del found[name]  # the hour of the start, said once more
    if found.get("FREQ") in _FREQUENT or found.keys() & set(_WITHIN_A_DAY):
        raise Flaw(f'"{rule}" repeats within a day: write one event for each hour')
    lasting = ";".join(f"{name}={value}" for name, value in found.items() if name != "UNTIL")
    try:
        date.fromisoformat(found.get("UNTIL", "20270101")[:8])
        rrulestr(lasting, dtstart=datetime.combine(date(2027, 1, 1), time()))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Flaw(f'"{rule}" is no rule of repetition, like FREQ=WEEKLY;INTERVAL=2') from error
    return found


def bounded(when: DraftWhen, wishes: Wishes, origin: str) -> DraftWhen:
    """Return a rule without an end from its first day of this year on; any other as it is.

    Raise `Flaw` for one with more days than anybody would look at.
    """
    if not when.repeat:
        return when
    until = wishes.horizon.isoformat() if when.endless else when.until or f"{YEARS[1]}-12-31"
    days = [day for day in _expanded(when, date.fromisoformat(until)) if day.year >= wishes.today.year]
    if len(days) > MOST_DAYS:
        raise Flaw(f'"{when.repeat}" has more than {MOST_DAYS} days', origin)
    if not when.endless:
        return when
    if not days:
        raise Flaw(f'"{when.repeat}" has no day from {wishes.today.year} to {wishes.horizon}', origin)
    first = days[0].isoformat()
    return replace(when, day=first, without=tuple(day for day in when.without if day >= first))


def _expanded(when: DraftWhen, last: date) -> list[date]:
    """Return the days of a rule up to `last`."""
    first = datetime.combine(date.fromisoformat(when.day), time())
    rule = rrulestr(when.repeat, dtstart=first)
    return [each.date() for each in takewhile(lambda each: each.date() <= last, islice(rule, MOST_LOOKED_AT))]
