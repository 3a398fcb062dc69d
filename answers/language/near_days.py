"""Days as a calendar on the wall names them: "sabato", "domani sera", "questa settimana", "a novembre"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from answers.language import numbers, vocabulary
from domain.spoken import words as spoken

EVERY_DAY = frozenset(range(7))
WEEKEND = frozenset([5, 6])
_YEAR = 366
_SHORTEST = 4
"""Letters of a day's or a month's name: "mar" and "may" are too much else."""

_Phrase = tuple[str, ...]


@dataclass(frozen=True)
class NearDay:
    """`first` and `last`: so many days from today it may be. `week`: 0 is this one, 1 the next."""

    said: str
    weekdays: frozenset[int] = EVERY_DAY
    first: int = -_YEAR
    last: int = _YEAR
    week: int | None = None
    month: int | None = None

    def means(self, day: date, today: date) -> bool:
        if self.week is not None and _monday(day) != _monday(today) + timedelta(weeks=self.week):
            return False
        in_month = self.month in (None, day.month)
        return in_month and day.weekday() in self.weekdays and self.first <= (day - today).days <= self.last

    @property
    def of_any_week(self) -> bool:
        """A weekday and nothing else: rather the next one, but any may be meant."""
        return self.weekdays != EVERY_DAY and self.last == _YEAR and self.week is None


def read(words: Sequence[str], language: str) -> tuple[tuple[NearDay, ...], frozenset[str]]:
    """Return the days that folded words name, and the words that do."""
    names, own, position = _names(language), vocabulary.of(language).near_days, 0
    days, used = list[NearDay](), set[str]()
    while position < len(words):
        size = next((n for n in (3, 2, 1) if tuple(words[position : position + n]) in names), 0)
        part = tuple(words[position : position + max(size, 1)])
        before, after = _beside(words, position - 1), _beside(words, position + len(part))
        day = (
            _placed(names[part], before, after, language) if size else _week_or_month(part[0], before, after, language)
        )
        if day is not None and before not in own.aside and not (size and before in own.goodbye):
            days.append(day)
            used.update([*part, *(each for each in (before, after) if _belongs(each, language))])
        position += len(part)
    return tuple(days), frozenset(used)


def _beside(words: Sequence[str], position: int) -> str:
    return words[position] if 0 <= position < len(words) else ""


def _belongs(word: str, language: str) -> bool:
    own = vocabulary.of(language).near_days
    return word in own.this or numbers.is_next(word) or word in _parts(language)


def _placed(day: NearDay, before: str, after: str, language: str) -> NearDay:
    """ "Questo sabato" is within a week, "sabato prossimo" perhaps in the week after."""
    if not day.of_any_week:
        return day
    if before in vocabulary.of(language).near_days.this:
        return replace(day, first=0, last=7)
    return replace(day, first=1, last=13) if numbers.is_next(before) or numbers.is_next(after) else day


def _week_or_month(word: str, before: str, after: str, language: str) -> NearDay | None:
    own = vocabulary.of(language).near_days
    if word in own.week and before in own.this:
        return NearDay(word, week=0)
    if word in own.week and (numbers.is_next(before) or numbers.is_next(after)):
        return NearDay(word, week=1)
    month = numbers.month(word) if len(word) >= _SHORTEST and before in own.in_month else None
    return NearDay(word, month=month) if month else None


@cache
def _parts(language: str) -> frozenset[str]:
    """Return the words for a part of a day: "domani sera"."""
    known = spoken.known()[language].all if language in spoken.known() else ()
    return frozenset(word.phrase[0] for word in known if word.symbol == "part" and len(word.phrase) == 1)


@cache
def _names(language: str) -> dict[_Phrase, NearDay]:
    return dict(_named(language))


def _named(language: str) -> Iterator[tuple[_Phrase, NearDay]]:
    for name in filter(None, vocabulary.of(language).near_days.weekend.split(",")):
        yield tuple(name.split()), NearDay(name, WEEKEND)
    for word in spoken.known()[language].all if language in spoken.known() else ():
        said = " ".join(word.phrase)
        if len(said) < _SHORTEST:
            continue
        if word.symbol == "weekday":
            yield word.phrase, NearDay(said, frozenset([int(word.value)]))
        elif word.symbol in ("relative", "relative_part"):
            ahead = int(word.value.split()[0])
            yield word.phrase, NearDay(said, first=ahead, last=ahead)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
