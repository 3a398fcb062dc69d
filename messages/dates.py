"""Dates and times as people of a language write them, by the programme's wall clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from messages.translations import Translations


def day(moment: datetime, words: Translations, zone: ZoneInfo) -> str:
    """ "sabato 16 ottobre 2027" """
    return _said("date-full", moment, words, zone)


def short_day(moment: datetime, words: Translations, zone: ZoneInfo) -> str:
    """ "16 ottobre" """
    return _said("date-short", moment, words, zone)


def of_chart(day: date, words: Translations) -> str:
    """ "16 ott" """
    return words.date("d MMM", day)


def weekday(moment: datetime, words: Translations, zone: ZoneInfo) -> str:
    return words.date("EEEE", moment, zone)


def weekday_and_day(moment: datetime, words: Translations, zone: ZoneInfo) -> str:
    """ "venerdì 22 ottobre" """
    return _said("date-long", moment, words, zone)


def clock(moment: datetime, words: Translations, zone: ZoneInfo) -> str:
    """ "18:00" """
    return words.date("HH:mm", moment, zone)


def near_day(moment: datetime, now: datetime, words: Translations, zone: ZoneInfo) -> str:
    """ "oggi", "domani", else the day in full."""
    days = (moment.astimezone(zone).date() - now.astimezone(zone).date()).days
    if days == 0:
        return words("today")
    return words("tomorrow") if days == 1 else day(moment, words, zone)


def moment(at: datetime, now: datetime, words: Translations, zone: ZoneInfo) -> str:
    """ "domani alle 18:00", "venerdì 22 ottobre alle 18:00" """
    days = (at.astimezone(zone).date() - now.astimezone(zone).date()).days
    key = {0: "moment-today", 1: "moment-tomorrow"}.get(days, "moment")
    return words.plain(key, day=weekday_and_day(at, words, zone), time=clock(at, words, zone))


def countdown(span: timedelta, words: Translations) -> str:
    """ "fra 2 giorni e 3 ore", never negative."""
    minutes = max(0, round(span.total_seconds() / 60))
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    if days:
        return words("in-days", days=days, hours=hours)
    return words("in-hours", hours=hours, minutes=rest) if hours else words("in-minutes", minutes=rest)


def _said(key: str, moment: datetime, words: Translations, zone: ZoneInfo) -> str:
    """In the order, and with the "1er", that the language's own file asks for."""
    local = moment.astimezone(zone)
    names = {"weekday": words.date("EEEE", moment, zone), "month": words.date("MMMM", moment, zone)}
    return words.plain(key, **names, day=local.day, year=str(local.year))
