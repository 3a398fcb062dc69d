"""Numbers, days and clock times as people write or say them: `languages/<code>/numbers.yaml`. All on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from msgspec import Struct

from answers.language.vocabulary import WordList, WordSet
from domain import languages
from domain.files.yaml_file import read

FILE = "numbers.yaml"


class _NumbersFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A language's numbers as its file has them. Those with a default are ways that not every language has."""

    cardinals: WordList
    ordinals: dict[int, WordSet]
    months: WordList
    short_months: dict[int, WordSet] = {}
    last: WordSet
    next: WordSet
    tens: WordList = WordList()
    units: WordList = WordList()
    joiner: WordList = WordList()
    day_ends: WordList = WordList()
    of_month: WordList = WordList()
    the: WordList = WordList()
    hours: WordSet = WordSet()
    days: list[str]
    clocks: list[str]


@dataclass(frozen=True)
class _Numbers:
    """Every language's numbers together, and the patterns of each for days and hours.

    Patterns are left to `re` to compile, and to keep, at the first question.
    """

    by_language: Mapping[str, frozenset[str]]
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    months: Mapping[str, int]
    last: frozenset[str]
    next: frozenset[str]
    hours: frozenset[str]
    named_day: str
    tens: str
    days: Mapping[str, str]
    clocks: Mapping[str, str]


def number(word: str) -> int | None:
    """7 for "7", "sette", "seven" and "sept"."""
    if word.isascii() and word.isdigit() and len(word) <= 3:
        return int(word)
    return _known().cardinals.get(word)


def ordinal(word: str) -> int | None:
    return _known().ordinals.get(word)


def is_last(word: str) -> bool:
    return word in _known().last


def is_next(word: str) -> bool:
    return word in _known().next


def month(word: str) -> int | None:
    return _known().months.get(word)


def cardinals(language: str) -> frozenset[str]:
    """Return the language's words for numbers."""
    return _known().by_language.get(language, frozenset())


@dataclass(frozen=True)
class DayOfMonth:
    """A day somebody named: "il 23", "23 ottobre". `month` is 0 when not said."""

    day: int
    month: int
    said: str
    span: tuple[int, int]


@dataclass(frozen=True)
class TimeMention:
    """An hour somebody named. "Alle 6" may be 18:00."""

    hour: int
    minute: int
    said: str
    span: tuple[int, int]

    def means(self, hour: int, minute: int) -> bool:
        return self.minute == minute and (self.hour == hour or (self.hour <= 12 and self.hour + 12 == hour))


def join_tens(folded: str) -> str:
    """ "twenty three", "vingt-trois" and "venti tre" written as one word, as the files have them."""
    return re.sub(_known().tens, lambda found: found.group().replace(" ", "").replace("-", ""), folded)


def days(folded: str, language: str) -> Iterator[DayOfMonth]:
    taken: list[tuple[int, int]] = []
    for found in re.finditer(_known().named_day, folded):
        month = _group(found, "month")
        parsed = _day(found, _known().months.get(month) or int(month))
        if parsed is not None:
            taken.append(parsed.span)
            yield parsed
    bare = _known().days.get(language)
    for found in re.finditer(bare, folded) if bare else ():
        parsed = _day(found, 0)
        if parsed is not None and not any(start < parsed.span[1] and parsed.span[0] < end for start, end in taken):
            yield parsed


def _day(found: re.Match[str], month: int) -> DayOfMonth | None:
    day = number(_group(found, "day"))
    if day is None or not 1 <= day <= 31:
        return None
    return DayOfMonth(day, month, found.group().strip(), found.span())


def clocks(folded: str, language: str) -> Iterator[TimeMention]:
    pattern = _known().clocks.get(language)
    for found in re.finditer(pattern, folded) if pattern else ():
        hour = number(_group(found, "hour"))
        if hour is None or hour > 24 or _counts_hours(folded, found):
            continue
        minute = 30 if _group(found, "half") else int(_group(found, "minute") or 0)
        if found.groupdict().get("half_before"):
            hour, minute = (hour - 1) % 24, 30
        yield TimeMention(hour, minute, found.group().strip(), found.span())


def _counts_hours(folded: str, found: re.Match[str]) -> bool:
    """ "Due ore, tre ore" is how long, not when."""
    if found.group().split()[0] not in _known().hours:
        return False
    before = folded[: found.start()].split()
    return bool(before) and number(before[-1]) is not None


def _group(found: re.Match[str], name: str) -> str:
    """The one of `name`, `name2` and so on that took part in the match."""
    for key, value in found.groupdict().items():
        if value is not None and key.rstrip("234") == name:
            return value
    return ""


# --- the files ---


def _known() -> _Numbers:
    return _of(languages.FOLDER)


@cache
def _of(_: Path) -> _Numbers:
    files = {language: read(file).convert(_NumbersFile) for language, file in languages.having(FILE).items()}
    every = files.values()
    cardinals = {word: n for each in every for n, word in enumerate(each.cardinals, 1)}
    any_number = rf"\d{{1,2}}|{_any_of(cardinals)}"
    return _Numbers(
        {language: frozenset(each.cardinals) for language, each in files.items()},
        cardinals,
        {word: n for each in every for n, words in each.ordinals.items() for word in words},
        _months(every),
        frozenset().union(*(each.last for each in every)),
        frozenset().union(*(each.next for each in every)),
        frozenset().union(*(each.hours for each in every)),
        _named_day(every, any_number),
        _tens(every),
        {language: "|".join(each.days).replace("{number}", any_number) for language, each in files.items()},
        {language: "|".join(each.clocks).replace("{number}", any_number) for language, each in files.items()},
    )


def _months(every: Iterable[_NumbersFile]) -> dict[str, int]:
    months = {word: n for each in every for n, word in enumerate(each.months, 1)}
    return months | {word: n for each in every for n, words in each.short_months.items() for word in words}


def _named_day(every: Iterable[_NumbersFile], any_number: str) -> str:
    """ "23rd of October", "le 23 octobre", "October the 23rd", "23/10" """
    month = _any_of(_months(every))
    ends = _any_of([*(end for each in every for end in each.day_ends), "°"])
    before_month = "".join(rf"|{_apart(word)}" for each in every for word in each.of_month)
    before_day = "".join(rf"|{_apart(word)}" for each in every for word in each.the)
    return (
        rf"\b(?P<day>{any_number})(?:{ends})?\s*(?:{before_month})(?P<month>{month})\b"
        rf"|\b(?P<month2>{month})\s+(?:{before_day})(?P<day2>\d{{1,2}})(?:{ends})?\b(?![:.h]\d)"
        r"|\b(?P<day3>\d{1,2})[/-](?P<month3>1[0-2]|0?[1-9])\b"
    )


def _tens(every: Iterable[_NumbersFile]) -> str:
    tens, units, joiners = (
        _any_of(word for each in every for word in getattr(each, name)) for name in ("tens", "units", "joiner")
    )
    return rf"\b({tens})[\s-]+(({joiners})[\s-]+)?({units})\b"


def _apart(word: str) -> str:
    return re.escape(word) + (r"\s+" if word[-1].isalnum() else "")


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of them, the longest first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
