"""The year and the quiet hours, by the wall clock in Rome."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
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


OF_OLD = """
id: old
name: Old
time_zone: Europe/Rome
languages: [it]
events:
  - id: bread
    title: Bread
    when: {date: 2009-01-05, start: "08:00", repeat: FREQ=DAILY}
  - id: fair
    title: Fair
    when:
      - {date: 2026-01-03, start: "09:00", repeat: FREQ=WEEKLY}
      - {date: 2026-09-05, start: "15:00"}
"""


def test_a_rule_that_began_years_ago_comes_to_the_present(tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").write_text(OF_OLD)
    found = planned(load(tmp_path), None, rome("2027-10-09T10:00"))
    starts = [event.starts_at for event in found if event.plan == "bread"]
    assert min(starts) < rome("2027-10-09T10:00") < max(starts)
    assert rome("2027-10-10T08:00") in starts


def test_what_is_past_does_not_name_the_days(tmp_path: Path) -> None:
    """A day of two is named by the hour, and stays so while one of them passes: or both would come twice."""
    (tmp_path / "programme.yaml").write_text(OF_OLD)
    known: set[str] = set()
    for now in ("2026-09-01T10:00", "2026-09-05T12:00", "2026-11-04T10:00", "2026-11-05T10:00"):
        named = {e.slug for e in planned(load(tmp_path), None, rome(now)) if e.slug.startswith("fair-20260905")}
        known |= named
        assert len(named) in (0, 2)
    assert known == {"fair-20260905-0900", "fair-20260905-1500"}


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
