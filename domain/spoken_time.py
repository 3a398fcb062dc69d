"""Times as people type them: "domani alle 18", "fino a domenica", "monday 9am", "demain à 18h".

The hour is read here; the day is left to dateparser, which knows the day names and months of many
languages but misreads the Italian "alle 9" as a day of the month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import at

_HOUR = re.compile(
    r"(?:\b(?:alle|all'|ore|dalle|at|à)\s*)?"
    r"\b(\d{1,2})\s*(?:[:h]|\.(?=\d\d(?!\d|[./])))\s*(\d{2})\b\s*([ap]m)?"
    r"|\b(?:alle|ore|dalle|at|à)\s*(?:ore\s*)?(\d{1,2})\s*([ap]m|h)?\b"
    r"|\b(\d{1,2})\s*([ap]m|h)\b",
    re.IGNORECASE,
)
_NAMED = {"mezzogiorno": 12, "noon": 12, "midi": 12, "mezzanotte": 0, "midnight": 0, "minuit": 0}
_EVENING = re.compile(r"\b(stasera|sera|pomeriggio|evening|tonight|afternoon|soir|ce soir|après-midi)\b")
_FILLER = re.compile(
    r"\b(di|del|della|il|la|le|mattina|mattino|sera|pomeriggio|prossimo|prossima|in the|morning|evening"
    r"|afternoon|on|next|du|soir|matin|après-midi|prochain|prochaine|al|alle|ore|at|à)\b|,"
)
_NUMBERS = {
    "un'": "1 ", "una": "1", "un": "1", "uno": "1", "due": "2", "tre": "3", "quattro": "4", "cinque": "5",
    "sei": "6", "dieci": "10", "mezz'ora": "30 minuti", "mezzora": "30 minuti",
}  # fmt: skip
_DAYS = {
    "oggi": 0, "stasera": 0, "today": 0, "tonight": 0, "aujourd'hui": 0, "ce": 0,
    "domani": 1, "tomorrow": 1, "demain": 1, "dopodomani": 2, "après-demain": 2,
}  # fmt: skip
_UNTIL = re.compile(r"^.*\b(?:fino (?:alla?|all'|al?)|until|till?|jusqu'(?:à|au|a))\s*")
_SPAN = re.compile(r"^(?:fra|tra|in|dans)\b")


@dataclass(frozen=True)
class SpokenTime:
    """What was understood. `has_hour` is false when only a day was named: `moment` is then its midnight."""

    moment: datetime
    has_hour: bool


def understand(text: str, language: str, now: datetime, zone: ZoneInfo) -> SpokenTime | None:
    """The instant meant by `text`, in UTC; None when it cannot be read. It may lie in the past."""
    spoken = _UNTIL.sub("", " ".join(text.lower().replace("’", "'").split()))
    if _SPAN.match(spoken):
        span = _parse(_with_digits(spoken), language, now, zone)
        return SpokenTime(span, has_hour=True) if span else None
    clock, rest = split_hour(spoken)
    day = find_day(rest, language, now, zone)
    if day is None:
        return None
    moment = at(day, clock or time(0), zone)
    if clock is not None and not rest and moment <= now:
        moment = at(day + timedelta(days=1), clock, zone)  # "alle 9", said at ten, is tomorrow's
    return SpokenTime(moment, has_hour=clock is not None)


def split_hour(spoken: str) -> tuple[time | None, str]:
    """The hour named, and the words that are left for the day."""
    evening = _EVENING.search(spoken) is not None
    for name, hour in _NAMED.items():
        if re.search(rf"\b{name}\b", spoken):
            return time(hour), without_filler(re.sub(rf"\b(?:a|at|à)?\s*{name}\b", " ", spoken))
    found = _HOUR.search(spoken)
    if found is None:
        return None, without_filler(spoken)
    hour = int(found[1] or found[4] or found[6])
    suffix = found[3] or found[5] or found[7] or ""
    rest = without_filler(spoken[: found.start()] + " " + spoken[found.end() :])
    return clock_time(hour, int(found[2] or 0), suffix, evening), rest


def clock_time(hour: int, minute: int, suffix: str, evening: bool = False) -> time | None:
    """None when there is no such time; `suffix` is "am", "pm" or nothing."""
    if (suffix == "pm" or (evening and not suffix)) and hour < 12:
        hour += 12
    elif suffix == "am" and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def without_filler(spoken: str) -> str:
    return " ".join(_FILLER.sub(" ", spoken).split())


def find_day(rest: str, language: str, now: datetime, zone: ZoneInfo) -> date | None:
    """The day that the words left over by `split_hour` name; today when there are none."""
    today = now.astimezone(zone).date()
    if not rest:
        return today
    if rest in _DAYS:
        return today + timedelta(days=_DAYS[rest])
    parsed = _parse(rest, language, now, zone)
    return parsed.astimezone(zone).date() if parsed else None


def _with_digits(spoken: str) -> str:
    words = spoken.replace("fra ", "tra ", 1).replace("un'", "1 ").split()
    return " ".join(_NUMBERS.get(word, word) for word in words)


def _parse(spoken: str, language: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    import dateparser  # a quarter of a second: only when an organiser types a time

    parsed = dateparser.parse(
        spoken,
        languages=list(dict.fromkeys([language, "it"])),
        settings={
            "RELATIVE_BASE": now.astimezone(zone).replace(tzinfo=None),
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY",
        },
    )
    return parsed.replace(tzinfo=zone).astimezone(UTC) if parsed else None
