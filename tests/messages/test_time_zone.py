"""The time zone of a calendar file: rules, read back and held against the clocks themselves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import icalendar
import pytest

from messages.events.time_zone import time_zone

EVENT = datetime(2027, 10, 23, 16, tzinfo=UTC)
RULED = """
    Europe/Rome Europe/London Europe/Dublin Europe/Lisbon Europe/Helsinki Europe/Chisinau Atlantic/Azores
    America/New_York America/Los_Angeles America/Havana America/St_Johns America/Santiago America/Nuuk
    Asia/Jerusalem Asia/Beirut Australia/Sydney Australia/Lord_Howe Pacific/Auckland Pacific/Chatham
    Pacific/Norfolk Pacific/Easter Antarctica/Troll Africa/Ceuta
""".split()
STILL = """
    UTC Asia/Kolkata Asia/Kathmandu Asia/Tokyo Africa/Lagos America/Sao_Paulo Europe/Istanbul Europe/Moscow
    America/Phoenix Pacific/Kiritimati Asia/Amman
""".split()
WITHOUT_RULE = ["Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza", "Africa/Cairo"]


def _read_back(component: icalendar.Timezone) -> tzinfo:
    read = icalendar.Calendar.from_ical(component.to_ical())
    assert isinstance(read, icalendar.Timezone)
    return read.to_tz(lookup_tzid=False)


def _moments(zone: ZoneInfo, years: range) -> list[datetime]:
    """A day of every month, and every half hour of those of a change, as the clocks show them."""
    day, found = datetime(years[0], 1, 1, tzinfo=UTC), []
    while day.year in years:
        following = day + timedelta(days=1)
        if day.day == 15:
            found.append(day)
        if day.astimezone(zone).utcoffset() != following.astimezone(zone).utcoffset():
            found += [day + timedelta(minutes=minute) for minute in range(0, 24 * 60 + 1, 30)]
        day = following
    return [moment.astimezone(zone) for moment in found]


def _wrong(name: str, at: datetime, years: range) -> list[datetime]:
    zone = ZoneInfo(name)
    read = _read_back(time_zone(zone, at))
    return [
        moment
        for moment in _moments(zone, years)
        if moment.replace(tzinfo=read, fold=moment.fold).utcoffset() != moment.utcoffset()
    ]


@pytest.mark.parametrize("name", [*RULED, *STILL])
def test_the_clocks_of_the_file_show_what_those_of_the_zone_do(name: str) -> None:
    assert not _wrong(name, EVENT, range(2027, 2033))


@pytest.mark.parametrize("name", WITHOUT_RULE)
def test_a_zone_without_a_rule_is_right_when_the_event_is(name: str) -> None:
    assert not _wrong(name, EVENT, range(2027, 2029))


@pytest.mark.parametrize("name", RULED)
def test_clocks_that_change_every_year_have_two_rules_and_no_dates(name: str) -> None:
    component = time_zone(ZoneInfo(name), EVENT)
    daylight, standard = component.daylight, component.standard

    assert (len(daylight), len(standard)) == (1, 1)
    assert all("RRULE" in each and "RDATE" not in each for each in (*daylight, *standard))
    assert daylight[0].TZOFFSETTO > standard[0].TZOFFSETTO


@pytest.mark.parametrize("name", STILL)
def test_clocks_that_never_change_have_one_time(name: str) -> None:
    component = time_zone(ZoneInfo(name), EVENT)

    assert [each.name for each in component.subcomponents] == ["STANDARD"]


def test_rome_is_written_as_it_is_read_in_outlook() -> None:
    written = time_zone(ZoneInfo("Europe/Rome"), EVENT).to_ical().decode().split("\r\n")

    assert written == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Rome",
        "BEGIN:DAYLIGHT",
        "DTSTART:20260329T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20261025T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2028, 2036, 2040, 2060])
@pytest.mark.parametrize("day", [(1, 1), (3, 28), (7, 15), (10, 30), (12, 31)])
def test_it_is_right_whenever_the_event_is(year: int, day: tuple[int, int]) -> None:
    at = datetime(year, *day, 12, tzinfo=UTC)

    assert not _wrong("Europe/Rome", at, range(year, year + 1))
    assert not _wrong("Australia/Sydney", at, range(year, year + 1))
