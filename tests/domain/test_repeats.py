"""When a repeated announcement goes out: the days and hours it began with, for as long as it lasts."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.announcements.announcements import Every, Repeat
from domain.announcements.repeats import following

ROME = ZoneInfo("Europe/Rome")


def went_out(every: Every, first: str, until: str, times: int = 13) -> list[str]:
    """Follow a series from its first time on, as the tick does, with what it keeps of its beginning."""
    due: datetime | None = datetime.fromisoformat(first).replace(tzinfo=ROME)
    repeat = Repeat(every, date.fromisoformat(until))
    found: list[str] = []
    while due is not None and len(found) < times:
        found.append(due.astimezone(ROME).strftime("%Y-%m-%d %H:%M"))
        repeat = replace(repeat, first=repeat.first or due)
        due = following(repeat, due, due, ROME)
    return found


@pytest.mark.parametrize(
    ("first", "days"),
    [
        ("2027-01-31", "01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31"),
        ("2027-10-31", "10-31 11-30 12-31 01-31 02-29 03-31 04-30 05-31"),
        ("2027-01-30", "01-30 02-28 03-30 04-30 05-30"),
        ("2027-01-29", "01-29 02-28 03-29 04-29"),
        ("2028-01-29", "01-29 02-29 03-29 04-29"),
        ("2027-02-28", "02-28 03-28 04-28"),
        ("2028-02-29", "02-29 03-29 04-29 05-29"),
        ("2027-11-30", "11-30 12-30 01-30 02-29 03-30"),
        ("2027-12-15", "12-15 01-15 02-15"),
        ("2027-12-01", "12-01 01-01 02-01"),
    ],
)
def test_every_month_is_the_day_it_began_on_or_the_last(first: str, days: str) -> None:
    found = went_out(Every.MONTH, f"{first} 09:00", "2030-12-31", len(days.split()))
    assert [moment[5:10] for moment in found] == days.split()
    assert {moment[11:] for moment in found} == {"09:00"}


@pytest.mark.parametrize(
    ("every", "first", "expected"),
    [
        (Every.DAY, "2027-10-30 09:00", ["2027-10-30 09:00", "2027-10-31 09:00", "2027-11-01 09:00"]),
        (Every.DAY, "2027-03-27 02:30", ["2027-03-27 02:30", "2027-03-28 03:30", "2027-03-29 02:30"]),
        (Every.DAY, "2027-10-30 02:30", ["2027-10-30 02:30", "2027-10-31 02:30", "2027-11-01 02:30"]),
        (Every.WEEK, "2027-10-24 18:00", ["2027-10-24 18:00", "2027-10-31 18:00", "2027-11-07 18:00"]),
        (Every.WEEK, "2027-12-27 08:00", ["2027-12-27 08:00", "2028-01-03 08:00", "2028-01-10 08:00"]),
        (Every.MONTH, "2027-02-28 02:30", ["2027-02-28 02:30", "2027-03-28 03:30", "2027-04-28 02:30"]),
    ],
)
def test_the_hour_is_the_wall_clock_s(every: Every, first: str, expected: list[str]) -> None:
    assert went_out(every, first, "2030-12-31", 3) == expected


def test_it_ends_with_its_last_day() -> None:
    assert went_out(Every.MONTH, "2027-10-31 23:30", "2027-12-31") == [
        "2027-10-31 23:30",
        "2027-11-30 23:30",
        "2027-12-31 23:30",
    ]
    assert went_out(Every.WEEK, "2027-10-01 00:00", "2027-10-14") == ["2027-10-01 00:00", "2027-10-08 00:00"]


@pytest.mark.parametrize("every", list(Every))
def test_after_a_long_sleep_it_goes_on_ahead_of_now(every: Every) -> None:
    first, now = (datetime(2027, m, 31, 9, tzinfo=ROME) for m in (1, 8))
    found = following(Repeat(every, date(2027, 12, 31), first), first, now, ROME)

    days = {Every.DAY: "09-01", Every.WEEK: "09-05", Every.MONTH: "09-30"}
    assert found is not None
    assert found.astimezone(ROME).strftime("%m-%d %H:%M") == f"{days[every]} 09:00"
