"""Rules of attendance: when people are asked how it was, and when that question is closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import at
from domain.events.events import Event

ASKED_AT = time(10)
OPEN_FOR = timedelta(days=3)
"""From the question to the summary. As long as an answer can be changed, it is known whose it is."""

NOT_THERE = 0
RATINGS = (1, 2, 3, 4, 5)


def asked_at(event: Event, zone: ZoneInfo) -> datetime:
    """Return the morning after, when people are asked."""
    return at(event.ends_at.astimezone(zone).date() + timedelta(days=1), ASKED_AT, zone)


def closes_at(event: Event, zone: ZoneInfo) -> datetime:
    return asked_at(event, zone) + OPEN_FOR


def key(event: Event) -> str:
    """Return the key of the question; an event that is held again at another time is asked about again."""
    return f"feedback:{event.id}:{int(event.starts_at.timestamp())}"


@dataclass(frozen=True)
class Result:
    """The result of an event once nobody is known any more: `ratings` counts those for 1 to 5."""

    event_id: int
    coming: int
    not_there: int
    ratings: tuple[int, ...]
    comments: Sequence[str]

    @property
    def answers(self) -> int:
        return sum(self.ratings)

    @property
    def average(self) -> float:
        weighted = sum(rating * count for rating, count in zip(RATINGS, self.ratings, strict=True))
        return weighted / self.answers if self.answers else 0.0
