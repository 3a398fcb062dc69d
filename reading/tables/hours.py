"""Hours as people write them in tables: 18:00, 18.30, 18h30, 6 pm, dalle 18 alle 20, 10-12 Uhr."""

from __future__ import annotations

import re
from datetime import time

from reading.errors import Flaw
from reading.tables.dates import fold
from reading.tables.vocabulary import all_day, joiners, normal

Span = tuple[time | None, time | None]
NOON = 12
_HOUR = re.compile(
    r"(?<![\d.,])(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minute>\d{2})(?::\d{2}(?:\.0+)?(?:[+-]\d{2}:?\d{2}\b)?)?)?(?!\d)"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<unit>uhr\b|heures?\b|ore\b|h\b)?"
)


def spans(text: str, *, beside_a_date: bool = False) -> list[Span]:
    """Return the spans of hours in a cell; none if it is empty or says "all day". Raise `Flaw`.

    Beside a date a mere number may be another day ("1 e 8 marzo"), so there an hour has to be written as one.
    """
    plain = fold(text)
    if not re.search(r"\w", plain) or normal(text) in all_day():
        return []
    found = list(_HOUR.finditer(plain))
    left = re.findall(r"\w+", _HOUR.sub(" ", plain))
    if beside_a_date:
        left = [word for word in left if word not in joiners()]
        found = found if any(each["minute"] or each["half"] or each["unit"] for each in found) else []
        if not found and not left and not re.search(r"\d", plain):
            return []
    if not found or any(word not in joiners() for word in left):
        raise Flaw(f'"{text.strip()[:40]}" is no hour like 18:00')
    halves = [(each["half"] or "")[:1] for each in found]
    times = [_time(each, half) for each, half in zip(found, halves, strict=True)]
    if len(times) == 1:
        return [(times[0], None)]
    if len(times) % 2:
        raise Flaw(f'"{text.strip()[:40]}" has {len(times)} hours: one, or two for each span')
    pairs = range(0, len(times), 2)
    return [(_before(found[n], halves[n : n + 2], times[n + 1]) or times[n], times[n + 1]) for n in pairs]


def _before(first: re.Match[str], halves: list[str], end: time) -> time | None:
    """Return the first hour of "2-4 pm", which is after noon too; not so that of "10-2 pm"."""
    if halves[0] or not halves[1]:
        return None
    same = _time(first, halves[1])
    return same if same < end else _time(first, "a")


def _time(found: re.Match[str], half: str) -> time:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if (found["half"] or "").startswith("a" if hour else "p") and not 1 <= hour <= NOON:
        raise Flaw(f'"{found[0].strip()}" is no hour of the day')
    if half and 1 <= hour <= NOON:
        hour = hour % NOON + (NOON if half == "p" else 0)
    try:
        return time(0 if hour == 24 and not minute else hour, minute)
    except ValueError as error:
        raise Flaw(f'"{found[0].strip()}" is no hour of the day') from error
