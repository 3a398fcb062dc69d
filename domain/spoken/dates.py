"""Days of the calendar: "23 ottobre", "23/10/2027", "October 23rd", "2027-10-23", "il 24", "Natale"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from domain.spoken.stream import Stream

Parts = Iterator[tuple[dict[str, Any], int]]
Found = Iterator[tuple[tuple[int, int, int | None], int]]


def dates(stream: Stream, at: int) -> Parts:
    """Give every date and day of a month that may stand here."""
    for start in stream.maybe("day_prefix", at):
        for rule in (_with_month, _month_first, _in_figures, _year_first, _feasts):
            yield from (({"date": date}, end) for date, end in rule(stream, start))
    yield from _of_month(stream, at)


def _of_month(stream: Stream, at: int) -> Parts:
    """ "il 24", "the 24th"; or a bare "24" """
    for start in stream.maybe("the_day", at):
        for number, end in _day_numbers(stream, start):
            named = start > at or end - start > 1
            yield {"number": number} | ({} if named else {"bare_day": True}), end


def _day_numbers(stream: Stream, at: int) -> Iterator[tuple[int, int]]:
    for number, end in stream.numbers(at):
        yield from ((number, last) for last in stream.maybe("day_mark", end))
    yield from ((int(value), end) for value, end in stream.values("ordinal", at))


def _with_month(stream: Stream, at: int) -> Found:
    for day, end in _day_numbers(stream, at):
        for start in [*stream.maybe("month_prefix", end), *([end + 1] if stream.token(end) == "-" else [])]:
            for month, behind in stream.values("month", start):
                for year, last in _years(stream, behind):
                    yield (day, int(month), year), last


def _month_first(stream: Stream, at: int) -> Found:
    for month, start in stream.values("month", at):
        for begin in stream.maybe("the", start):
            for day, end in _day_numbers(stream, begin):
                for year, last in _years(stream, end):
                    yield (day, int(month), year), last


def _years(stream: Stream, at: int) -> Iterator[tuple[int | None, int]]:
    yield None, at
    starts = [*stream.maybe("year_prefix", at), *([at + 1] if stream.token(at) == "-" else [])]
    for start in starts:
        if (year := stream.digits(start, 4, 4)) is not None:
            yield year, start + 1


def _in_figures(stream: Stream, at: int) -> Found:
    """ "23/10", "23.10.27", "23-10-2027" """
    day, mark, month = stream.digits(at, 1, 2), stream.token(at + 1), stream.digits(at + 2, 1, 2)
    if day is None or month is None or mark not in ("/", ".", "-"):
        return
    yield (day, month, None), at + 3
    short, full = stream.digits(at + 4, 2, 2), stream.digits(at + 4, 4, 4)
    if stream.token(at + 3) == mark and (short or full):
        yield (day, month, full or 2000 + (short or 0)), at + 5


def _year_first(stream: Stream, at: int) -> Found:
    """ "2027-10-23", with the "T" before an hour"""
    year, month, day = (stream.digits(at, 4, 4), stream.digits(at + 2, 1, 2), stream.digits(at + 4, 1, 2))
    mark = stream.token(at + 1)
    if year is None or month is None or day is None or mark not in ("-", "/"):
        return
    if stream.token(at + 3) == mark:
        hour_follows = stream.token(at + 5) == "t" and stream.digits(at + 6, 2, 2) is not None
        yield (day, month, year), at + (6 if hour_follows else 5)


def _feasts(stream: Stream, at: int) -> Found:
    for value, end in stream.values("feast", at):
        month, day = value.split("-")
        for year, last in _years(stream, end):
            yield (int(day), int(month), year), last
