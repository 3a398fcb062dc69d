"""The year and the quiet hours, by the wall clock in Rome."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import WECARE
from domain.calendar import QuietHours, at
from domain.events.events import Event, ahead_in, planned
from domain.programmes import load

ROME = ZoneInfo("Europe/Rome")
NIGHT = QuietHours(time(21), time(8), ROME)


def rome(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ROME)


def event(start: str, hours: float = 2.5) -> Event:
    starts_at = rome(start)
    return Event(1, "x", "pinerolo", "v", starts_at, starts_at + timedelta(hours=hours))


@pytest.mark.parametrize(
    ("now", "years"),
    [
        ("2026-09-01T10:00", [2026, 2026, 2026]),
        ("2026-10-17T10:00", [2026, 2026, 2027]),
        ("2026-12-31T23:30", [2027, 2027, 2027]),
    ],
)
def test_a_day_without_a_year_is_its_own_next_one(now: str, years: list[int]) -> None:
    found = planned(load(WECARE), None, rome(now))
    assert [event.starts_at.year for event in found] == years
    assert not any(event.sure for event in found)


@pytest.mark.parametrize(
    ("moment", "held"),
    [
        ("2027-10-09T20:59", "2027-10-09T20:59"),
        ("2027-10-09T21:00", "2027-10-10T08:00"),
        ("2027-10-10T07:59", "2027-10-10T08:00"),
        ("2027-10-10T08:00", "2027-10-10T08:00"),
        ("2027-10-30T23:30", "2027-10-31T08:00"),
    ],
)
def test_quiet_hours_hold_until_the_morning(moment: str, held: str) -> None:
    assert NIGHT.hold(rome(moment)) == rome(held)


def test_no_quiet_hours_hold_nothing() -> None:
    never = QuietHours(time(0), time(0), ROME)

    assert never.hold(rome("2027-10-09T00:00")) == rome("2027-10-09T00:00")


@given(st.integers(0, 4 * 365 * 24 * 60), st.times(), st.times())
def test_held_is_never_earlier_and_never_quiet(minutes: int, start: time, end: time) -> None:
    quiet = QuietHours(start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0), ROME)
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    held = quiet.hold(moment)

    assert held >= moment
    assert quiet.hold(held) == held


def test_the_events_ahead_come_in_order() -> None:
    early, late = event("2027-10-16T18:00"), event("2027-11-16T18:00")

    assert ahead_in("pinerolo", [late, early], rome("2027-10-16T19:00")) == [early, late]
    assert ahead_in("pinerolo", [late, early], rome("2027-10-17T19:00")) == [late]
    assert ahead_in("elsewhere", [late, early], rome("2027-10-17T19:00")) == []


def test_a_skipped_hour_means_an_hour_later() -> None:
    assert at(rome("2027-03-28T02:30").date(), time(2, 30), ROME).astimezone(ROME).time() == time(3, 30)
