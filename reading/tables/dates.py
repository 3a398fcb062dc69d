"""Dates as people write them in tables. Which number is the day is decided by the whole column, never for one row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from reading.drafts import YEARS
from reading.errors import Flaw
from reading.tables.vocabulary import joiners, months, weekdays

_AND = frozenset(["e", "und", "and", "et"])
_MARK = "\x01"
MONTHS = 12


class Order(StrEnum):
    """The two orders of day and month that figures alone can have."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True)
class WrittenDate:
    """A date as it stands in a cell. `order` is None where two orders are possible by the form."""

    year: int | None
    first: int
    second: int
    order: Order | None = None

    def day(self, order: Order) -> str:
        """Return it as a programme has it. Raise `Flaw` if the calendar has no such day."""
        order = self.order or order
        if self.year is not None and not YEARS[0] <= self.year <= YEARS[1]:
            raise Flaw(f"the year {self.year} is not between {YEARS[0]} and {YEARS[1]}")
        if (whole := self._in(order)) is None:
            raise Flaw(self._impossible(order))
        return whole.isoformat() if self.year else f"{whole:%m-%d}"

    def _in(self, order: Order) -> date | None:
        day, month = self._parts(order)
        try:
            return date(self.year or 2027, month, day)
        except ValueError:
            return None

    def _parts(self, order: Order) -> tuple[int, int]:
        """Return the day and the month."""
        return (self.first, self.second) if order is Order.DAY_FIRST else (self.second, self.first)

    def _impossible(self, order: Order) -> str:
        if self.order is None and not any(map(self._in, Order)):  # the sentence tells of a month that there is
            order = next((each for each in Order if 1 <= self._parts(each)[1] <= MONTHS), Order.DAY_FIRST)
        day, month = self._parts(order)
        return f"there is no day {day} of month {month}{f' in {self.year}' if self.year else ''}"


@dataclass(frozen=True)
class Cell:
    """Everything a cell says about days; `rest` is what remains, in which there may be hours."""

    dates: tuple[WrittenDate, ...]
    weekdays: tuple[int, ...]
    span: bool
    rest: str


def fold(text: str) -> str:
    """Return a text in small letters and without accents, with its punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = f"(?P<month>{'|'.join(sorted(months(), key=len, reverse=True))})\\b\\.?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|°|º|\.)?"
    year = r"(?:,?\s*(?P<year>\d{4}))?(?!\d|:)"
    return (
        re.compile(r"\b(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)(?:t(?=\d))?"),
        re.compile(rf"(?<!\d){day}\s*(?:of|de|di|d')?\s*[-/]?{month}[-/]?{year}"),
        re.compile(rf"\b{month}\s*{day}{year}"),
        re.compile(r"(?<!\d)(?P<one>\d{1,2})(?P<by>[./-])(?P<two>\d{1,2})(?P=by)(?P<year>\d{4}|\d{2})(?!\d)"),
        re.compile(r"(?<![\d:])(?P<one>\d{1,2})(?P<by>[./])(?P<two>\d{1,2})(?![\d:]|[./]\d)\.?"),
    )


def scan(text: str) -> Cell:
    """Return the dates of a cell in their order; a date without a year counts only if no other has one."""
    marked = fold(text)
    found: list[tuple[int, WrittenDate]] = []
    for pattern in _patterns():
        if "year>" not in pattern.pattern and found:
            continue
        for each in pattern.finditer(marked):
            found.append((each.start(), _written(each.groupdict())))
        marked = pattern.sub(lambda each: _MARK + " " * (len(each[0]) - 1), marked)
    said = tuple(weekdays()[word] for word in re.findall(r"[^\W\d]+", marked) if word in weekdays())
    rest = re.sub(r"[^\W\d]+\.?", lambda each: "" if each[0].rstrip(".") in weekdays() else each[0], marked)
    between = re.search(f"{_MARK}([^{_MARK}]*){_MARK}", rest)
    span = len(found) == 2 and between is not None and _spans(between[1])
    return Cell(
        tuple(each for _, each in sorted(found, key=lambda each: each[0])), said, span, rest.replace(_MARK, " ")
    )


def _spans(between: str) -> bool:
    """Return True if what stands between two dates means "until"."""
    words = re.findall(r"[^\W\d]+", between)
    return bool(re.search(r"[-–—]", between) or (words and all(word in joiners() - _AND for word in words)))


def _written(parts: dict[str, str | None]) -> WrittenDate:
    written = parts.get("year") or ""
    year = int(written) + (2000 if len(written) == len("27") else 0) if written else None
    if parts.get("one"):
        order = Order.DAY_FIRST if parts["by"] == "." else None
        return WrittenDate(year, int(parts["one"] or 0), int(parts["two"] or 0), order)
    month = parts["month"] or ""
    number = int(month) if month.isdigit() else months()[month]
    return WrittenDate(year, int(parts["day"] or 0), number, Order.DAY_FIRST)


def decided(cells: Iterable[tuple[str, Sequence[WrittenDate], Sequence[int]]], wanted: str, usual: bool) -> Order:
    """Return the order of a column from all its rows: where each stands, its dates, its weekdays.

    `usual` says that the table's language never writes the month first. Raise `Flaw` if the rows contradict
    each other or nothing decides.
    """
    if wanted:
        return Order(wanted)
    against: dict[Order, str] = {}
    example = ""
    for where, written, said in cells:
        for each in written:
            excluded = [order for order in Order if not _possible(each, order, said)]
            # What is impossible in both orders is wrong itself, and tells nothing of the others.
            if each.order is None and each.first != each.second and len(excluded) < len(Order):
                example = f"{each.first}/{each.second}, {where}"
                against |= dict.fromkeys(excluded, where)
    if len(against) == len(Order):
        listed = " and ".join(dict.fromkeys(against.values()))
        raise Flaw(f"the dates have the day first in some rows and the month first in others: look at {listed}")
    left = [order for order in Order if order not in against]
    if not example or usual or len(left) == 1:
        return left[0]
    raise Flaw(f"the dates can be read in two ways ({example}): add --dates day-first or --dates month-first")


def _possible(written: WrittenDate, order: Order, said: Sequence[int]) -> bool:
    try:
        day = written.day(order)
    except Flaw:
        return False
    return len(said) != 1 or len(day) < len("2027-01-12") or date.fromisoformat(day).weekday() == said[0]
